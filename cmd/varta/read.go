package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"runtime"

	"github.com/spf13/cobra"

	"varta"
	"varta/internal/ingest"
	"varta/record"
)

// inputs are the flags that say what to read.
type inputs struct {
	published, lang, id string
}

func (f *inputs) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.published, "published", "", "ISO date of publication of reports that name none themselves")
	cmd.Flags().StringVar(&f.lang, "lang", "", "language of the reports (hi); told from the text without it")
	cmd.Flags().StringVar(&f.id, "id", "", "id of the record; the file's name without it")
}

type readFlags struct {
	inputs
	format  string
	text    bool
	workers int
}

func (a *app) readCommand() *cobra.Command {
	var f readFlags
	cmd := &cobra.Command{
		Use:   "read FILE|DIR|- ...",
		Short: "Read reports and print their records",
		Long: "Reads reports and prints one record each: events, statements and facts with their evidence.\n\n" +
			"A file is a report in UTF-8, or has one a line (JSON Lines), an object with \"text\" and, if known, \"id\",\n" +
			"\"published\", \"title\", \"url\", \"publisher\" and \"lang\"; or it is a table with such columns (CSV), or gzip, zip or\n" +
			"tar of these. A folder is read with all below it. - is standard input. Records come in the order of the input,\n" +
			"as tables, as a JSON object a line (jsonl) or as one indented list (json). A report that cannot be read is named on\n" +
			"standard error and skipped. Web pages and feeds, whose text is not what the bytes are, are for varta add." + exitHelp,
		Example: "  varta read report.txt --published 2021-07-28\n  varta read --format jsonl reports/ > records.jsonl\n  cat reports.jsonl | varta read -",
		Args:    words(1, anyNumber),
		RunE:    failing(func(cmd *cobra.Command, args []string) error { return a.read(cmd.Context(), args, f) }),
	}
	f.register(cmd)
	readFormats().flag(cmd, &f.format)
	cmd.Flags().BoolVar(&f.text, "text", false, "put the text of the report into the record")
	cmd.Flags().IntVarP(&f.workers, "workers", "j", runtime.GOMAXPROCS(0), "reports that are read at the same time")
	return cmd
}

// readFormats are those of records: jsonl is one a line, json one indented list.
func readFormats() formats { return formats{"table", "jsonl", "json"} }

// result is one report read, printed already, or the reason why it was not.
type result struct {
	name string
	out  []byte
	err  error
}

func (a *app) read(ctx context.Context, paths []string, f readFlags) error {
	if err := a.checkRead(&f); err != nil {
		return err
	}
	reader, err := a.open()
	if err != nil {
		return err
	}
	out := a.newPrinter(f)
	source := ingest.Source{Stdin: a.in}
	items := f.onlyOne(source.Items(ctx, paths))
	results := ingest.InOrder(ctx, items, f.workers, func(ctx context.Context, i ingest.Item) result {
		return out.render(ctx, reader, i)
	})
	skipped := 0
	for r := range results {
		if ctx.Err() != nil {
			break
		}
		if r.err != nil {
			skipped++
			out.skip(r)
			continue
		}
		if err := out.print(r); err != nil {
			return err
		}
	}
	if err := out.close(); err != nil {
		return err
	}
	return ending(ctx, skipped)
}

// ending is how a command ends that went through reports.
func ending(ctx context.Context, skipped int) error {
	if err := ctx.Err(); err != nil {
		return &exit{exitInterrupted, fmt.Errorf("interrupted")}
	}
	if skipped > 0 {
		return &exit{code: exitSkipped}
	}
	return nil
}

func (a *app) checkRead(f *readFlags) error {
	var err error
	if f.format, err = a.formatOf(f.format, readFormats()); err != nil {
		return err
	}
	if err := atLeastOne("workers", f.workers); err != nil {
		return err
	}
	return f.check()
}

func (f *inputs) check() error {
	if err := varta.CheckDate(f.published); err != nil {
		return usage("--published: %w", err)
	}
	return nil
}

// onlyOne gives every report after the first an error when an id was set for one.
func (f *inputs) onlyOne(items iter.Seq[ingest.Item]) iter.Seq[ingest.Item] {
	if f.id == "" {
		return items
	}
	return func(yield func(ingest.Item) bool) {
		n := 0
		for i := range items {
			if n++; n > 1 && i.Err == nil {
				i.Err = fmt.Errorf("--id names one report, and this is another")
			}
			if !yield(i) {
				return
			}
		}
	}
}

// report makes a report of an item. What the item says of itself goes before the flags, but for the id.
func (f *inputs) report(i ingest.Item) (varta.Report, error) {
	found, err := i.Report()
	r := varta.Report(found)
	if f.id != "" {
		r.ID = f.id
	}
	r.Published = cmp.Or(r.Published, f.published)
	r.Lang = cmp.Or(r.Lang, f.lang)
	return r, err
}

func (p *printer) render(ctx context.Context, reader *varta.Reader, i ingest.Item) result {
	report, err := p.report(i)
	if err != nil {
		return result{name: i.Name, err: err}
	}
	rec, err := reader.Read(ctx, report)
	if err != nil {
		return result{name: i.Name, err: err}
	}
	if p.text {
		rec.Report.Text = report.Text
	}
	out, err := p.encode(rec, report.Text)
	return result{name: i.Name, out: out, err: err}
}

func (p *printer) encode(rec *record.Record, text string) ([]byte, error) {
	switch p.format {
	case "table":
		return writeTable(rec, text, p.colour), nil
	case "json":
		line, err := rec.Line()
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = json.Indent(&b, bytes.TrimSuffix(line, []byte("\n")), "  ", "  ")
		return b.Bytes(), err
	}
	return rec.Line()
}
