package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"varta"
	"varta/internal/archive"
	"varta/internal/store"
)

const archiveHelp = "\n\nThe archive is the file varta.db of the working directory, or what VARTA_STORE or --store names: another file, or\n" +
	"a PostgreSQL server (postgres://user@host/database)."

// archiveFlag registers --store.
func archiveFlag(cmd *cobra.Command, where *string) {
	cmd.Flags().StringVar(where, "store", "", "archive: a file or postgres://…; VARTA_STORE or varta.db without it")
}

// openArchive opens the archive that a flag names.
func (a *app) openArchive(ctx context.Context, where string, o store.Options) (*archive.Archive, error) {
	where = cmp.Or(where, os.Getenv("VARTA_STORE"), store.DefaultFile)
	x, err := archive.Open(ctx, where, archive.Options{Store: o, Tables: varta.Options{Data: a.data}})
	return x, a.archiveError(err)
}

// withArchive opens an archive, and closes it after f.
func (a *app) withArchive(ctx context.Context, where string, o store.Options, f func(*archive.Archive) error) error {
	x, err := a.openArchive(ctx, where, o)
	if err != nil {
		return err
	}
	err = f(x)
	if closing := x.Close(); err == nil {
		err = closing
	}
	return a.archiveError(err)
}

// archiveError gives a locked archive and bad tables their exit codes.
func (a *app) archiveError(err error) error {
	switch {
	case errors.Is(err, store.ErrLocked):
		return &exit{exitLocked, err}
	case errors.Is(err, varta.ErrBadData):
		return a.badData(err)
	}
	return err
}

// roomy lets memory grow further before it is tidied, for commands that write much; it returns what undoes that.
func roomy() func() {
	percent, limit := debug.SetGCPercent(250), debug.SetMemoryLimit(roomyBytes)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// roomyBytes is where memory is tidied more often instead.
const roomyBytes = 200 << 20
