package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"varta"
	"varta/internal/archive"
	"varta/internal/ingest"
	"varta/internal/store"
)

func (a *app) feedCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "feed",
		Short: "Keep reading the feeds of newspapers into the archive",
		Long: "Keeps a list of feeds (RSS or Atom) in the archive, and adds what is new in them when it is run, from cron for\n" +
			"example." + archiveHelp + exitHelp,
		Example: "  varta feed add https://example.org/rss.xml\n  varta feed run",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.feedAddCommand(), a.feedListCommand(), a.feedRunCommand(), a.feedRemoveCommand())
	return cmd
}

func (a *app) feedAddCommand() *cobra.Command {
	var where string
	cmd := &cobra.Command{
		Use:     "add URL ...",
		Short:   "Add feeds to the list",
		Long:    "Adds feeds to the list. They are fetched by varta feed run." + archiveHelp + exitHelp,
		Example: "  varta feed add https://example.org/rss.xml",
		Args:    words(1, anyNumber),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			for _, url := range args {
				if !ingest.IsAddress(url) {
					return usage("%s is no address: a feed begins with https:// or http://", url)
				}
			}
			return a.onFeeds(cmd.Context(), where, store.Options{}, args, (*archive.Archive).AddFeed)
		}),
	}
	archiveFlag(cmd, &where)
	return cmd
}

func (a *app) feedRemoveCommand() *cobra.Command {
	var where string
	cmd := &cobra.Command{
		Use:     "remove URL ...",
		Short:   "Remove feeds from the list; their reports stay",
		Long:    "Removes feeds from the list. The reports that came from them stay in the archive." + archiveHelp + exitHelp,
		Example: "  varta feed remove https://example.org/rss.xml",
		Args:    words(1, anyNumber),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			return a.onFeeds(cmd.Context(), where, store.Options{Existing: true}, args, (*archive.Archive).RemoveFeed)
		}),
	}
	archiveFlag(cmd, &where)
	return cmd
}

// onFeeds does one thing with each of some feeds.
func (a *app) onFeeds(ctx context.Context, where string, o store.Options, urls []string, do func(*archive.Archive, context.Context, string) error) error {
	return a.withArchive(ctx, where, o, func(x *archive.Archive) error {
		for _, url := range urls {
			if err := do(x, ctx, url); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *app) feedListCommand() *cobra.Command {
	var where string
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the feeds and what came of their last run",
		Long:    "Lists the feeds, when each was run last and what came of it." + archiveHelp + exitHelp,
		Example: "  varta feed list",
		Args:    words(0, 0),
		RunE: failing(func(cmd *cobra.Command, _ []string) error {
			return a.withArchive(cmd.Context(), where, store.Options{Existing: true}, func(x *archive.Archive) error {
				feeds, err := x.Feeds(cmd.Context())
				if err != nil {
					return err
				}
				w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
				for _, f := range feeds {
					last := "never run"
					if !f.Fetched.IsZero() {
						last = f.Fetched.Local().Format(time.DateTime)
					}
					fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", f.URL, last, f.Outcome, f.Title)
				}
				return w.Flush()
			})
		}),
	}
	archiveFlag(cmd, &where)
	return cmd
}

type feedRunFlags struct {
	store           string
	local, noFollow bool
	archive.AddOptions
}

func (a *app) feedRunCommand() *cobra.Command {
	var f feedRunFlags
	cmd := &cobra.Command{
		Use:   "run [URL ...]",
		Short: "Add what is new in the feeds",
		Long: "Fetches the feeds, all of the list or those that are named, and adds the reports that are new: the pages that\n" +
			"the entries lead to, or the entry's own text where its page cannot be had. Pages that are known are not fetched\n" +
			"again." + archiveHelp + exitHelp,
		Example: "  varta feed run\n  varta feed run https://example.org/rss.xml --no-follow",
		RunE:    failing(func(cmd *cobra.Command, args []string) error { return a.feedRun(cmd.Context(), args, f) }),
	}
	archiveFlag(cmd, &f.store)
	cmd.Flags().BoolVar(&f.noFollow, "no-follow", false, "take the text of the feed alone, and fetch no pages")
	cmd.Flags().BoolVar(&f.local, "allow-local", false, localHelp)
	cmd.Flags().IntVarP(&f.Workers, "workers", "j", runtime.GOMAXPROCS(0), "pages that are fetched and read at the same time")
	return cmd
}

const localHelp = "fetch from addresses of this machine and its network too, and through a proxy"

func (a *app) feedRun(ctx context.Context, only []string, f feedRunFlags) error {
	if err := atLeastOne("workers", f.Workers); err != nil {
		return err
	}
	f.Client = ingest.NewClient("varta/"+varta.Version, f.local)
	return a.withArchive(ctx, f.store, store.Options{Existing: true}, func(x *archive.Archive) error {
		feeds, err := x.Feeds(ctx)
		if err != nil {
			return err
		}
		for _, url := range only {
			if !slices.ContainsFunc(feeds, func(f store.Feed) bool { return f.URL == url }) {
				return fmt.Errorf("feed %s: %w: varta feed add puts it on the list", url, store.ErrUnknown)
			}
		}
		if len(feeds) == 0 {
			fmt.Fprintln(a.err, "varta: the list is empty: varta feed add puts a feed on it")
		}
		skipped, p := 0, a.newProgress(nil)
		defer p.close()
		for _, feed := range feeds {
			if len(only) > 0 && !slices.Contains(only, feed.URL) {
				continue
			}
			sum, err := x.RunFeed(ctx, feed, !f.noFollow, f.AddOptions, a.watch(p))
			if errors.Is(err, store.ErrLocked) || ctx.Err() != nil {
				return err
			}
			if err != nil {
				skipped++
				p.print(func() { fmt.Fprintf(a.err, "varta: %s: %v\n", feed.URL, err) })
				continue
			}
			skipped += sum.Skipped
			p.print(func() { fmt.Fprintf(a.out, "%s: %s\n", feed.URL, summary(sum)) })
		}
		return ending(ctx, skipped)
	})
}
