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
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"varta"
	"varta/internal/archive"
	"varta/internal/export"
	"varta/internal/ingest"
	"varta/internal/store"
	"varta/record"
)

type exportFlags struct {
	queryFlags
	out string
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export --format FORMAT [FILE|-]...",
		Short: "Write acts and records in the formats that others read",
		Long: "Writes the acts of the archive, or those that filters choose, in another format. Given files or standard input,\n" +
			"it writes the records in them, as varta read prints them; each event is an act of its own then.\n\n" +
			"Formats:\n" + formatList() + "\nWhat maps to what, and what is lost, is in docs/export.md." + archiveHelp + exitHelp,
		Example: "  varta read --format jsonl reports/ | varta export --format gdelt - > events.tsv\n" +
			"  varta export --format parquet -o acts/\n" +
			"  varta export --format gexf --party IND --since 2024 -o met.gexf\n" +
			"  varta read --text reports/ | varta export --format brat -o annotated/ -",
		RunE: failing(func(cmd *cobra.Command, args []string) error { return a.export(cmd, args, &f) }),
	}
	f.Of = store.Acts
	f.filters(cmd)
	f.types(cmd)
	cmd.Flags().StringVar(&f.format, "format", "", "one of the formats above")
	offer(cmd, "format", formatNames())
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "file to write, or folder for parquet in parts and for brat; standard output without it")
	return cmd
}

// exportGC is by how many hundredths the heap may grow between two collections.
const exportGC = 300

func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-15s %s\n", f.Name, f.Title)
	}
	return b.String()
}

func formatNames() []string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name)
	}
	return out
}

func (a *app) export(cmd *cobra.Command, paths []string, f *exportFlags) error {
	format, err := export.Find(f.format)
	if err != nil {
		return usage("--format: %w", err)
	}
	// What an export makes is gone with its row: collecting it half as often saves a fifth of the time for some megabytes.
	defer debug.SetGCPercent(debug.SetGCPercent(exportGC))
	if len(paths) == 0 {
		return a.exportArchive(cmd.Context(), format, f)
	}
	var set []string
	cmd.Flags().Visit(func(x *pflag.Flag) { set = append(set, x.Name) })
	for _, name := range set {
		if !slices.Contains([]string{"format", "output", "data"}, name) {
			return usage("--%s is for an archive: add the reports to one", name)
		}
	}
	return a.exportFiles(cmd.Context(), format, f.out, paths)
}

func (a *app) exportFiles(ctx context.Context, format export.Format, out string, paths []string) error {
	codes, err := varta.LoadCodes(varta.Options{Data: a.data})
	if err != nil {
		return a.badData(err)
	}
	in, done, err := a.recordFiles(paths, format.Passes)
	if err != nil {
		return err
	}
	defer done()
	if err := a.writeExport(format, out, export.Alone(a.records(ctx, in)), codes); err != nil {
		return err
	}
	return ending(ctx, 0)
}

func (a *app) exportArchive(ctx context.Context, format export.Format, f *exportFlags) error {
	return a.ask(ctx, &f.queryFlags, func(x *archive.Archive, q store.Query) error {
		codes, err := x.Codes()
		if err != nil {
			return a.badData(err)
		}
		q.Sort = oldestFirst
		return a.writeExport(format, f.out, x.Source(ctx, q, format.Text || format.Texts), codes)
	})
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
		for _, path := range paths {
			for i := range ingest.Records(path, a.in) {
				r, err := recordOf(i)
				if err != nil {
					err = fmt.Errorf("%s: %w", i.Name, err)
				}
				if ctx.Err() != nil {
					err = ctx.Err()
				}
				if !yield(r, err) || err != nil {
					return
				}
			}
		}
	}
}

func recordOf(i ingest.Item) (*record.Record, error) {
	if i.Err != nil {
		return nil, i.Err
	}
	var r record.Record
	if err := json.Unmarshal(i.Bytes, &r); err != nil {
		return nil, fmt.Errorf("not a record: %w", err)
	}
	if r.Schema != record.Schema {
		return nil, fmt.Errorf("not a record: its schema is %q, not %q", r.Schema, record.Schema)
	}
	return &r, nil
}

// writeExport writes to standard output, a file or a folder, and tells what was left out.
func (a *app) writeExport(f export.Format, out string, s export.Source, codes *record.Codes) error {
	tally, err := a.writeTo(f, out, s, codes)
	if err == nil {
		a.tell(tally)
	}
	return err
}

func (a *app) writeTo(f export.Format, out string, s export.Source, codes *record.Codes) (export.Tally, error) {
	folder := out != "" && (isFolder(out) || strings.HasSuffix(out, string(os.PathSeparator)) || !f.File())
	switch {
	case out == "" && !f.File():
		return export.Tally{}, usage("%s writes a folder: name it with --output", f.Name)
	case out == "" && f.Binary && terminal(a.out):
		return export.Tally{}, usage("%s is not for a terminal: name a file or a folder with --output", f.Name)
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

// writeFile leaves no half file behind: it is complete or it is not there. What is no file (/dev/null, a pipe) is written
// to, not replaced.
func writeFile(f export.Format, path string, s export.Source, codes *record.Codes) (export.Tally, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return export.Tally{}, err
		}
		tally, err := f.Write(file, s, codes, varta.Version)
		return tally, errors.Join(err, file.Close())
	}
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
