// Command varta reads Hindi news reports into records of diplomacy: events, statements and facts with their evidence.
// Its subcommands are thin users of package varta; each has its own file and its own --help.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// Exit codes, the same for every command.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitSkipped     = 3
	exitData        = 10
	exitLocked      = 11
	exitInterrupted = 130
)

const exitHelp = "\n\nExit codes: 0 done, 1 failed, 2 usage, 3 some reports skipped, 10 data invalid, 11 archive locked,\n130 interrupted."

// exit is an error that has been given its exit code; without an error nothing more is printed.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// usage is an error of how a command was called.
func usage(format string, args ...any) error {
	return &exit{exitUsage, fmt.Errorf(format, args...)}
}

// run executes one command and returns its exit code.
func run(ctx context.Context, args []string, s streams) int {
	root := newRoot(s)
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	code := codeOf(ctx, err)
	if err != nil && err.Error() != "" {
		fmt.Fprintln(s.err, "varta:", err)
	}
	if code == exitUsage {
		fmt.Fprintf(s.err, "usage: %s\n%s --help says more\n", cmd.UseLine(), cmd.CommandPath())
	}
	return code
}

// codeOf is the exit code of an error: what cobra itself reports is a usage error, see failing.
func codeOf(ctx context.Context, err error) int {
	if err == nil {
		return exitDone
	}
	if ctx.Err() != nil {
		return exitInterrupted
	}
	if e, ok := errors.AsType[*exit](err); ok {
		return e.code
	}
	return exitUsage
}

type action func(cmd *cobra.Command, args []string) error

// failing marks the errors of an action as failures, so that those left unmarked are cobra's own, about usage.
func failing(f action) action {
	return func(cmd *cobra.Command, args []string) error {
		err := f(cmd, args)
		if err == nil {
			return nil
		}
		if _, ok := errors.AsType[*exit](err); ok {
			return err
		}
		return &exit{exitFailed, err}
	}
}
