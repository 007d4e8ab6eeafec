package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// formats are those in which a command answers, with what formatOf chooses where none is asked for.
type formats []string

// rowsFormats are those of answers in rows.
func rowsFormats() formats { return formats{"table", "jsonl", "csv"} }

func (f formats) String() string {
	last := len(f) - 1
	return strings.Join(f[:last], ", ") + " or " + f[last]
}

// flag registers --format.
func (f formats) flag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "format", "", f.String()+"; table on a terminal, jsonl in a pipe")
	offer(cmd, "format", f)
}

// formatOf is the format of an answer: the one asked for, without one a table on a terminal and JSON Lines elsewhere.
func (a *app) formatOf(asked string, choices formats) (string, error) {
	switch {
	case asked == "" && terminal(a.out):
		return "table", nil
	case asked == "":
		return "jsonl", nil
	case !slices.Contains(choices, asked):
		return "", usage("--format is %s, not %q", choices, asked)
	}
	return asked, nil
}

// offer gives the values of a flag to the completion of shells.
func offer(cmd *cobra.Command, flag string, values []string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is not there: a slip of this package
	}
}
