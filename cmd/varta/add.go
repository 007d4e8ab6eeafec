package main

import (
	"context"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"varta"
	"varta/internal/archive"
	"varta/internal/ingest"
	"varta/internal/store"
)

type addFlags struct {
	archive.AddOptions
	store string
	local bool
}

func (a *app) addCommand() *cobra.Command {
	var f addFlags
	cmd := &cobra.Command{
		Use:   "add PATH|URL|- ...",
		Short: "Read reports into the archive",
		Long: "Reads reports and keeps them, their records and the acts that they tell in the archive. What a file holds is told\n" +
			"from its content: a text, JSON Lines, a JSON object or array, a table (CSV with columns id, text, title, url,\n" +
			"publisher, published, lang), a web page, a feed (RSS, Atom), a web archive (WARC), or gzip, zip and tar of these.\n" +
			"A folder is read with all below it, - is standard input, and what begins with http:// or https:// is fetched.\n\n" +
			"A report that is there already is known again by its words or its address, so adding the same once more is safe,\n" +
			"and goes on where it was broken off. Copies of one report in several papers are all kept, and linked." + archiveHelp + exitHelp,
		Example: "  varta add report.txt --published 2021-07-28\n  varta add reports/ crawl.warc.gz\n  varta add https://example.org/news/1.html",
		Args:    words(1, anyNumber),
		RunE:    failing(func(cmd *cobra.Command, args []string) error { return a.add(cmd.Context(), args, f) }),
	}
	archiveFlag(cmd, &f.store)
	cmd.Flags().StringVar(&f.Published, "published", "", "ISO date of publication of reports that name none themselves")
	cmd.Flags().StringVar(&f.Lang, "lang", "", "language of the reports (hi); told from the text without it")
	cmd.Flags().IntVarP(&f.Workers, "workers", "j", runtime.GOMAXPROCS(0), "reports that are read at the same time")
	cmd.Flags().BoolVar(&f.local, "allow-local", false, localHelp)
	return cmd
}

func (a *app) add(ctx context.Context, paths []string, f addFlags) error {
	defer roomy()()
	if err := varta.CheckDate(f.Published); err != nil {
		return usage("--published: %w", err)
	}
	if err := atLeastOne("workers", f.Workers); err != nil {
		return err
	}
	f.Client = ingest.NewClient("varta/"+varta.Version, f.local)
	source := ingest.Source{Stdin: a.in, Client: f.Client, Progress: &ingest.Progress{}}
	return a.withArchive(ctx, f.store, store.Options{}, func(x *archive.Archive) error {
		p := a.newProgress(source.Progress)
		sum, err := x.Add(ctx, source.Items(ctx, paths), f.AddOptions, a.watch(p))
		p.close()
		fmt.Fprintln(a.out, summary(sum))
		if err != nil && ctx.Err() == nil {
			return err
		}
		return ending(ctx, sum.Skipped)
	})
}

// watch counts the reports that are done, and names those that were skipped.
func (a *app) watch(p *progress) func(archive.Outcome) {
	return func(o archive.Outcome) {
		p.done.Add(1)
		if o.Err != nil {
			p.print(func() { fmt.Fprintf(a.err, "varta: %s: %v\n", o.Name, o.Err) })
		}
	}
}

// summary says what became of reports: 3 reports added (1 copy), 2 known, 0 skipped; 12 events.
func summary(s archive.Sum) string {
	copies := ""
	if s.Copies > 0 {
		copies = fmt.Sprintf(" (%s of others)", plural(s.Copies, "copy", "copies"))
	}
	return fmt.Sprintf("%s added%s, %d known already, %d skipped; %s", number(s.Added, "report"), copies, s.Known, s.Skipped, number(s.Events, "event"))
}

func plural(n int, one, more string) string {
	if n != 1 {
		one = more
	}
	return fmt.Sprintf("%d %s", n, one)
}
