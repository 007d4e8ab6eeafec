package main

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"varta/internal/archive"
	"varta/internal/store"
)

func (a *app) rereadCommand() *cobra.Command {
	var where string
	var o archive.RereadOptions
	cmd := &cobra.Command{
		Use:   "reread",
		Short: "Renew all records after an update of the program or of the tables",
		Long: "Reads every report of the archive again that another version of the program or of the tables has read, merges the\n" +
			"acts anew that this changes, and shows which events came and went. The reports stay as they are, and so does what\n" +
			"users decided. A reread that was broken off goes on when it is called again." + archiveHelp + exitHelp,
		Example: "  varta reread\n  varta reread --all --data my-tables",
		Args:    words(0, 0),
		RunE: failing(func(cmd *cobra.Command, _ []string) error {
			if err := atLeastOne("workers", o.Workers); err != nil {
				return err
			}
			return a.withArchive(cmd.Context(), where, store.Options{Existing: true}, func(x *archive.Archive) error {
				return a.reread(cmd.Context(), x, o)
			})
		}),
	}
	archiveFlag(cmd, &where)
	cmd.Flags().BoolVar(&o.All, "all", false, "read all reports again, whatever has read them")
	cmd.Flags().IntVarP(&o.Workers, "workers", "j", runtime.GOMAXPROCS(0), "reports that are read at the same time")
	return cmd
}

func (a *app) reread(ctx context.Context, x *archive.Archive, o archive.RereadOptions) error {
	defer roomy()()
	p := a.newProgress(nil)
	d, err := x.Reread(ctx, o, func(done, total int) {
		p.total.Store(int64(total))
		p.done.Store(int64(done))
	})
	p.close()
	if err != nil && ctx.Err() == nil {
		return err
	}
	fmt.Fprintf(a.out, "%s of %d read again, %s changed\n", number(d.Reports, "report"), d.Total, number(d.Changed, "record"))
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	types := maps.Clone(d.Added)
	maps.Copy(types, d.Removed)
	for _, t := range slices.Sorted(maps.Keys(types)) {
		fmt.Fprintf(w, "%s\t+%d\t−%d\t\n", t, d.Added[t], d.Removed[t])
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return ending(ctx, 0)
}
