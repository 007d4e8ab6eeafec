package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// words allows so anyNumber words after a command; cobra's own checks count "arg(s)" and call a word too anyNumber an unknown command.
func words(least, most int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < least && len(args) == 0:
			return usage("nothing is given")
		case len(args) < least:
			return usage("%q alone is too little", args[0])
		case len(args) > most:
			return usage("%q is too much", args[most])
		}
		return nil
	}
}

// anyNumber is more words than a command line holds.
const anyNumber = 1 << 30

// atLeastOne checks the number that a flag gives.
func atLeastOne(flag string, n int) error {
	if n < 1 {
		return usage("--%s is at least 1", flag)
	}
	return nil
}

// wrongFlag says what a flag wants, where pflag tells how it failed to make a number of it.
func wrongFlag(_ *cobra.Command, err error) error {
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return usage("--%s %q: want a number", e.GetFlag().Name, e.GetValue())
	}
	return err
}
