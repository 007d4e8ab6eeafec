package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"varta"
	"varta/record"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the versions of program, record and data",
		Long:    "Prints the version of the program, of the form of its records, and of the tables that it reads with." + exitHelp,
		Example: "  varta version\n  varta version --data my-tables/",
		Args:    words(0, 0),
		RunE: failing(func(*cobra.Command, []string) error {
			r, err := a.open()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "varta %s (%s, data %s, %s)\n", varta.Version, record.Schema, r.DataVersion(), runtime.Version())
			return err
		}),
	}
}
