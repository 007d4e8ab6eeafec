package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"

	"varta"
	"varta/internal/doc"
	"varta/internal/eval"
	"varta/internal/ingest"
)

// ner scores the names that records and the tagger find in files of tagged sentences.
func (a *app) ner(ctx context.Context, paths []string, lang string, limit int) error {
	if lang == "" {
		lang = "hi"
	}
	bases, err := a.tables()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(bases, func(b base) bool { return b.lang == lang })
	if i < 0 {
		return usage("--lang %s: there are no tables for it", lang)
	}
	reader, err := a.open()
	if err != nil {
		return err
	}
	for _, path := range paths {
		sentences, err := eval.LoadTagged(path)
		if err != nil {
			return err
		}
		joined, alone, err := names(ctx, sentences, eval.Options{Limit: limit, List: a.out}, func(ctx context.Context, s *eval.Tagged) (found, error) {
			rec, err := reader.Read(ctx, varta.Report{Text: s.Text, Lang: lang})
			if errors.Is(err, varta.ErrHTML) {
				return found{s: s}, nil // what looks like a page is not read: its names are missed
			}
			if err != nil {
				return found{}, err
			}
			d, err := eval.FromRecord(rec)
			if err != nil {
				return found{}, err
			}
			return found{s, d.Names(), eval.Tags(bases[i].read(s.Text, doc.Date{}))}, nil
		})
		if err != nil {
			return err
		}
		fmt.Fprintf(a.out, "%s: %d sentences\n", filepath.Base(path), joined.Sentences)
		joined.Table(a.out, "record", eval.Typed(sentences))
		alone.Table(a.out, "tagger", eval.Typed(sentences))
	}
	return nil
}

// found are the names of one sentence: those of its record, and those of the tagger.
type found struct {
	s             *eval.Tagged
	joined, alone []eval.Name
}

func names(ctx context.Context, sentences []eval.Tagged, o eval.Options, read func(context.Context, *eval.Tagged) (found, error)) (joined, alone *eval.NER, err error) {
	joined, alone = eval.NewNER(o), eval.NewNER(eval.Options{})
	type outcome struct {
		found
		err error
	}
	pointers := func(yield func(*eval.Tagged) bool) {
		for i := range sentences {
			if !yield(&sentences[i]) {
				return
			}
		}
	}
	for r := range ingest.InOrder(ctx, pointers, runtime.GOMAXPROCS(0), func(ctx context.Context, s *eval.Tagged) outcome {
		f, err := read(ctx, s)
		return outcome{f, err}
	}) {
		if r.err != nil {
			return nil, nil, fmt.Errorf("read sentence: %w", r.err)
		}
		joined.Add(r.s, r.joined)
		alone.Add(r.s, r.alone)
	}
	return joined, alone, ending(ctx, 0)
}
