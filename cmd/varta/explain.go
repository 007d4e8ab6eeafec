package main

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"varta/internal/ingest"
)

func (a *app) explainCommand() *cobra.Command {
	var f inputs
	cmd := &cobra.Command{
		Use:   "explain FILE|DIR|- ...",
		Short: "Show how reports are read, sentence by sentence",
		Long: "Shows what each stage made of each sentence: tokens with lemma, part of speech and features, chunks with case\n" +
			"marker, clauses, mentions, time expressions, and the case frames that were tried, which fired and why others\n" +
			"did not." + exitHelp,
		Example: "  varta explain report.txt --published 2021-07-28\n  echo … | varta explain -",
		Args:    cobra.MinimumNArgs(1),
		RunE:    failing(func(cmd *cobra.Command, args []string) error { return a.explain(cmd.Context(), args, f) }),
	}
	f.register(cmd)
	return cmd
}

func (a *app) explain(ctx context.Context, paths []string, f inputs) error {
	if err := f.check(); err != nil {
		return err
	}
	reader, err := a.open()
	if err != nil {
		return err
	}
	w := bufio.NewWriter(a.out)
	skipped := 0
	source := ingest.Source{Stdin: a.in}
	for i := range f.onlyOne(source.Items(ctx, paths)) {
		if ctx.Err() != nil {
			break
		}
		report, err := f.report(i)
		if err == nil {
			err = reader.Explain(ctx, w, report)
		}
		if err != nil {
			skipped++
			fmt.Fprintf(a.err, "varta: %s: %v\n", i.Name, err)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write explanation: %w", err)
	}
	return ending(ctx, skipped)
}
