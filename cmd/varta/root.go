package main

import (
	"errors"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"varta"
)

// app is what the commands share: the streams and the global flags.
type app struct {
	streams
	data string
}

func newRoot(s streams) *cobra.Command {
	a := &app{streams: s}
	root := &cobra.Command{
		Use:   "varta",
		Short: "Reads Hindi news reports into records of diplomacy",
		Long: "Varta reads Hindi news reports and writes down what they say of diplomacy: events, statements and facts,\n" +
			"each with the words that support it." + exitHelp,
		Example:       "  varta read report.txt --published 2021-07-28\n  varta explain report.txt",
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(wrongFlag)
	root.PersistentFlags().StringVar(&a.data, "data", "", "folder of tables to use instead of those built in")
	root.AddCommand(
		a.readCommand(),
		a.addCommand(),
		a.feedCommand(),
		a.rereadCommand(),
		a.checkCommand(),
		a.explainCommand(),
		a.lintCommand(),
		a.verifyCommand(),
		a.queryCommand(),
		a.timelineCommand(),
		a.metCommand(),
		a.saidCommand(),
		a.statsCommand(),
		a.exportCommand(),
		a.evalCommand(),
		a.splitCommand(),
		a.joinCommand(),
		a.whoCommand(),
		a.membersCommand(), a.whereCommand(),
		a.serveCommand(), a.mcpCommand(),
		a.userCommand(),
		a.versionCommand(),
	)
	return root
}

// open opens the reader; invalid tables have an exit code of their own.
func (a *app) open() (*varta.Reader, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // nearly all that is made here stays
	r, err := varta.Open(varta.Options{Data: a.data})
	return r, a.badData(err)
}

// badData gives invalid tables their exit code.
func (a *app) badData(err error) error {
	if errors.Is(err, varta.ErrBadData) {
		return &exit{exitData, errors.New(head(err.Error(), maxProblems) + a.lintLine() + " lists all")}
	}
	return err
}

// lintLine is how the tables in use are checked.
func (a *app) lintLine() string {
	if a.data == "" {
		return "varta lint"
	}
	return "varta lint --data " + a.data
}

const maxProblems = 10

// head keeps the first lines of a text.
func head(text string, n int) string {
	var b strings.Builder
	for line := range strings.Lines(text + "\n") {
		if n--; n < 0 {
			break
		}
		b.WriteString(line)
	}
	return b.String()
}

// terminal says whether a stream is a terminal.
func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && isTerminal(f)
}
