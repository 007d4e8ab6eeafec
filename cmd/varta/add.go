package main

import (
	"context"
	"errors"
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
		Use:     "add FILE|DIR|- ...",
		Short:   "Read reports into the archive",
		Long:    "Reads reports as varta read does, and keeps them with their records in the archive. A report that is there already\nis known again by its words or its address; adding the same once more is safe." + archiveHelp + exitHelp,
		Example: "  varta add report.txt --published 2021-07-28\n  varta add reports/",
		Args:    cobra.MinimumNArgs(1),
		RunE:    failing(func(cmd *cobra.Command, args []string) error { return a.add(cmd.Context(), args, f) }),
	}
	archiveFlag(cmd, &f.store)
	cmd.Flags().StringVar(&f.Published, "published", "", "ISO date of publication of reports that name none themselves")
	cmd.Flags().StringVar(&f.Lang, "lang", "", "language of the reports (hi); told from the text without it")
	cmd.Flags().IntVarP(&f.Workers, "workers", "j", runtime.GOMAXPROCS(0), "reports that are read at the same time")
	cmd.Flags().BoolVar(&f.local, "allow-local", false, "fetch from addresses of this machine and its network too, and through a proxy")
	return cmd
}

func (a *app) add(ctx context.Context, paths []string, f addFlags) (err error) {
	x, err := a.openArchive(ctx, f.store, store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	source := ingest.Source{Stdin: a.in, Client: ingest.NewClient("varta/"+varta.Version, f.local)}
	f.Client = source.Client
	sum, err := x.Add(ctx, source.Items(ctx, paths), f.AddOptions, func(o archive.Outcome) {
		if o.Err != nil {
			fmt.Fprintf(a.err, "varta: %s: %v\n", o.Name, o.Err)
		}
	})
	fmt.Fprintf(a.out, "%s added with %s, %d known already, %d skipped\n", number(sum.Added, "report"), number(sum.Events, "event"), sum.Known, sum.Skipped)
	if ctx.Err() == nil && err != nil {
		return archiveError(err)
	}
	return ending(ctx, sum.Skipped)
}
