package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"varta/internal/ingest"
	"varta/record"
)

func (a *app) verifyCommand() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "verify RECORDS.jsonl|- [REPORT ...]",
		Short: "Check that every quote of records equals the bytes of their reports",
		Long: "Checks that every quote of every record is what its report has at that place. The text of a report is the one\n" +
			"in the record (read --text), else one of the reports given, else ID.txt in --text-dir." + exitHelp,
		Example: "  varta verify records.jsonl --text-dir reports/\n  varta read --text report.txt | varta verify -",
		Args:    words(1, anyNumber),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			return a.verify(cmd.Context(), args[0], texts{dir, args[1:]})
		}),
	}
	cmd.Flags().StringVar(&dir, "text-dir", "", "folder of reports, ID.txt each")
	return cmd
}

// texts are where the texts of reports are found.
type texts struct {
	dir   string
	files []string
}

func (t texts) of(rec *record.Record) (string, error) {
	if rec.Report.Text != "" {
		return rec.Report.Text, nil
	}
	for _, f := range t.files {
		if base := filepath.Base(f); strings.TrimSuffix(base, filepath.Ext(base)) == rec.ID {
			return readText(f)
		}
	}
	if t.dir != "" && rec.ID == filepath.Base(rec.ID) {
		return readText(filepath.Join(t.dir, rec.ID+".txt"))
	}
	return "", errors.New("its text is not found: give the report or --text-dir")
}

func readText(path string) (string, error) {
	b, err := os.ReadFile(path)
	return string(b), err
}

func (a *app) verify(ctx context.Context, path string, t texts) error {
	w := bufio.NewWriter(a.out)
	defer w.Flush()
	good, bad := 0, 0
	for i := range ingest.Records(path, a.in) {
		if ctx.Err() != nil {
			break
		}
		if err := verifyItem(i, t); err != nil {
			bad++
			for line := range strings.SplitSeq(err.Error(), "\n") {
				fmt.Fprintf(w, "%s: %s\n", i.Name, line)
			}
			continue
		}
		good++
	}
	fmt.Fprintf(w, "%s verified, %d not\n", number(good, "record"), bad)
	if err := ending(ctx, 0); err != nil {
		return err
	}
	if bad > 0 {
		return &exit{code: exitFailed}
	}
	return nil
}

func verifyItem(i ingest.Item, t texts) error {
	rec, err := recordOf(i)
	if err != nil {
		return err
	}
	text, err := t.of(rec)
	if err != nil {
		return fmt.Errorf("%s: %w", rec.ID, err)
	}
	if err := record.Verify(rec, text); err != nil {
		return errors.New(rec.ID + ": " + strings.ReplaceAll(err.Error(), "\n", "\n"+rec.ID+": "))
	}
	return nil
}
