package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"varta/internal/doc"
	"varta/internal/eval"
	"varta/internal/ingest"
)

func (a *app) coverage(ctx context.Context, paths []string, lang string, top int) error {
	bases, err := a.tables()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(bases, func(b base) bool { return b.lang == lang || lang == "" })
	if i < 0 {
		return usage("--lang %s: there are no tables for it", lang)
	}
	counts := eval.NewCoverage()
	sentences, failure := eval.Sentences(paths)
	for d := range ingest.InOrder(ctx, sentences, runtime.GOMAXPROCS(0), func(_ context.Context, text string) *doc.Document {
		return bases[i].read(text, doc.Date{})
	}) {
		counts.Add(d)
	}
	if err := failure(); err != nil {
		return err
	}
	if err := ending(ctx, 0); err != nil {
		return err
	}
	_, err = fmt.Fprint(a.out, counts.Table(top))
	return err
}
