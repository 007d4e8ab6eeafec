package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"varta/internal/archive"
	"varta/internal/store"
)

func (a *app) checkCommand() *cobra.Command {
	var where string
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Prove that the archive is sound",
		Long: "Checks that the database is whole, that every quote of every record is what its report has there, that every act\n" +
			"is what its tellings make, and that the tables agree with each other. Whatever is wrong is printed, a line each." +
			archiveHelp + exitHelp,
		Example: "  varta check\n  varta check --store postgres://varta@localhost/varta",
		Args:    words(0, 0),
		RunE: failing(func(cmd *cobra.Command, _ []string) error {
			return a.withArchive(cmd.Context(), where, store.Options{Existing: true}, func(x *archive.Archive) error {
				return a.check(cmd.Context(), x)
			})
		}),
	}
	archiveFlag(cmd, &where)
	return cmd
}

func (a *app) check(ctx context.Context, x *archive.Archive) error {
	bad := 0
	c, err := x.Check(ctx, func(problem string) {
		for line := range strings.SplitSeq(problem, "\n") {
			bad++
			fmt.Fprintln(a.out, line)
		}
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%s, %s, %s checked: %s\n", number(c.Reports, "report"), number(c.Events, "event"), number(c.Acts, "act"), number(bad, "problem"))
	if bad > 0 {
		return &exit{code: exitFailed}
	}
	return nil
}
