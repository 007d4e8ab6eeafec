package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"varta"
	"varta/internal/export"
	"varta/internal/ingest"
	"varta/record"
)

type exportFlags struct {
	format, out string
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export --format FORMAT [FILE|-]...",
		Short: "Write records in the formats that others read",
		Long: "Writes records, as varta read prints them, in another format. Without a merge each event is an act of its own.\n\n" +
			"Formats:\n" + formatList() + "\nWhat maps to what, and what is lost, is in docs/export.md." + exitHelp,
		Example: "  varta read --format jsonl reports/ | varta export --format gdelt - > events.tsv\n" +
			"  varta export --format gexf records.jsonl -o met.gexf\n" +
			"  varta read --text reports/ | varta export --format brat -o annotated/ -",
		Args: cobra.ArbitraryArgs,
		RunE: failing(func(cmd *cobra.Command, args []string) error { return a.export(cmd.Context(), args, f) }),
	}
	cmd.Flags().StringVar(&f.format, "format", "", "one of the formats above")
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "file to write, or folder for parquet in parts and for brat; standard output without it")
	return cmd
}

func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-15s %s\n", f.Name, f.Title)
	}
	return b.String()
}

func (a *app) export(ctx context.Context, paths []string, f exportFlags) error {
	format, err := export.Find(f.format)
	if err != nil {
		return usage("--format: %w", err)
	}
	if len(paths) == 0 {
		return usage("name files of records, or - for standard input")
	}
	codes, err := varta.LoadCodes(varta.Options{Data: a.data})
	if err != nil {
		return badData(err)
	}
	in, done, err := a.recordFiles(paths, format.Passes)
	if err != nil {
		return err
	}
	defer done()
	tally, err := a.writeExport(format, f.out, export.Alone(a.records(ctx, in)), codes)
	if err != nil {
		return err
	}
	a.tell(tally)
	return ending(ctx, 0)
}

// recordFiles are the files to read; standard input is kept in a file when it is gone through more than once.
func (a *app) recordFiles(paths []string, passes int) (in []string, done func(), err error) {
	done = func() {}
	if passes < 2 || !slices.Contains(paths, "-") {
		return paths, done, nil
	}
	f, err := os.CreateTemp("", "varta-*.jsonl")
	if err != nil {
		return nil, done, err
	}
	done = func() { os.Remove(f.Name()) }
	_, err = io.Copy(f, a.in)
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, done, fmt.Errorf("keep standard input: %w", err)
	}
	in = slices.Clone(paths)
	in[slices.Index(in, "-")] = f.Name()
	return in, done, nil
}

// records reads records from files; the first that is none ends the stream with an error.
func (a *app) records(ctx context.Context, paths []string) iter.Seq2[*record.Record, error] {
	return func(yield func(*record.Record, error) bool) {
		source := ingest.Source{Stdin: a.in}
		for i := range source.Items(ctx, paths) {
			if ctx.Err() != nil {
				return
			}
			r, err := recordOf(i)
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

func recordOf(i ingest.Item) (*record.Record, error) {
	if i.Err != nil {
		return nil, fmt.Errorf("%s: %w", i.Name, i.Err)
	}
	var r record.Record
	if err := json.Unmarshal(i.Bytes, &r); err != nil {
		return nil, fmt.Errorf("%s: not a record: %w", i.Name, err)
	}
	if r.Schema != record.Schema {
		return nil, fmt.Errorf("%s: not a record: its schema is %q, not %q", i.Name, r.Schema, record.Schema)
	}
	return &r, nil
}

// writeExport writes to standard output, a file or a folder.
func (a *app) writeExport(f export.Format, out string, s export.Source, codes *record.Codes) (export.Tally, error) {
	folder := out != "" && (isFolder(out) || strings.HasSuffix(out, string(os.PathSeparator)) || !f.File())
	switch {
	case out == "" && !f.File():
		return export.Tally{}, usage("%s writes a folder: name it with --output", f.Name)
	case folder && !f.Folder():
		return export.Tally{}, usage("--output %s: %s is one file, not a folder", out, f.Name)
	case folder:
		if err := os.MkdirAll(out, 0o777); err != nil {
			return export.Tally{}, err
		}
		return f.WriteFolder(out, s, codes, varta.Version)
	case out == "":
		return f.Write(a.out, s, codes, varta.Version)
	}
	return writeFile(f, out, s, codes)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// writeFile leaves no half file behind: it is complete or it is not there.
func writeFile(f export.Format, path string, s export.Source, codes *record.Codes) (export.Tally, error) {
	file, err := os.Create(path + ".part")
	if err != nil {
		return export.Tally{}, err
	}
	tally, err := f.Write(file, s, codes, varta.Version)
	if err = errors.Join(err, file.Close()); err != nil {
		return tally, errors.Join(err, os.Remove(file.Name()))
	}
	return tally, os.Rename(file.Name(), path)
}

// tell says on standard error what was left out: nothing is lost in silence.
func (a *app) tell(t export.Tally) {
	if len(t.Left) == 0 {
		return
	}
	var parts []string
	for _, why := range slices.Sorted(maps.Keys(t.Left)) {
		parts = append(parts, fmt.Sprintf("%d %s", t.Left[why], why))
	}
	fmt.Fprintf(a.err, "varta: %s written; left out: %s\n", number(t.Rows, "row"), strings.Join(parts, ", "))
}
