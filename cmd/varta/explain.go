package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"varta/internal/ingest"
)

func (a *app) explainCommand() *cobra.Command {
	var f inputs
	var where, format string
	cmd := &cobra.Command{
		Use:   "explain FILE|DIR|- ... | explain act:ID ...",
		Short: "Show how reports are read, or why they were merged",
		Long: "Shows what each stage made of each sentence: tokens with lemma, part of speech and features, chunks with case\n" +
			"marker, clauses, mentions, time expressions, and the case frames that were tried, which fired and why others\n" +
			"did not.\n\n" +
			"Of an act of the archive shows the reports that tell it, and what speaks for each being of it: a table on a\n" +
			"terminal, JSON Lines elsewhere." + archiveHelp + exitHelp,
		Example: "  varta explain report.txt --published 2021-07-28\n  echo … | varta explain -\n  varta explain act:4c9d1f20a7b3",
		Args:    words(1, anyNumber),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			switch acts := slices.IndexFunc(args, isAct) >= 0; {
			case acts && slices.ContainsFunc(args, func(s string) bool { return !isAct(s) }):
				return usage("reports and acts are explained apart: %s", strings.Join(args, " "))
			case format != "" && !acts:
				return usage("--format is for acts: how reports are read is shown as text")
			case acts:
				return a.explainActs(cmd.Context(), args, where, format)
			}
			return a.explain(cmd.Context(), args, f)
		}),
	}
	f.register(cmd)
	archiveFlag(cmd, &where)
	actFormats().flag(cmd, &format)
	cmd.Flags().Lookup("format").Usage += "; of acts"
	return cmd
}

// harmless writes what a terminal would obey as a question mark: explanations show the words of reports as they are.
type harmless struct{ io.Writer }

func (h harmless) Write(b []byte) (int, error) {
	_, err := h.Writer.Write(bytes.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return '?'
		}
		return r
	}, b))
	return len(b), err
}

// isAct says whether a word is the ID of an act.
func isAct(word string) bool { return strings.HasPrefix(word, "act:") }

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
			err = reader.Explain(ctx, harmless{w}, report)
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
