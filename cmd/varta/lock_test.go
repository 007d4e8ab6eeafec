package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"varta/internal/store"
)

// TestLocked holds that an archive in which another program writes is waited for, and then left with exit code 11 and
// the name of that program.
func TestLocked(t *testing.T) {
	where := filepath.Join(t.TempDir(), "varta.db")
	s, err := store.Open(t.Context(), where, store.Options{})
	must(t, err)
	must(t, s.Write(t.Context(), func(*store.Tx) error {
		out, err := exec.Command("varta", "add", "--store", where, "../../testdata/reports").CombinedOutput()
		if e, ok := errors.AsType[*exec.ExitError](err); !ok || e.ExitCode() != exitLocked {
			t.Errorf("exit code %v", err)
		}
		for _, want := range []string{"locked by another program", fmt.Sprint("process ", os.Getpid())} {
			if !strings.Contains(string(out), want) {
				t.Errorf("%s does not say %q", out, want)
			}
		}
		return nil
	}))
	must(t, s.Close())
	whole(t, "add", "--store", where, "../../testdata/reports")
	whole(t, "check", "--store", where)
}

// TestTwoWriters holds that two programs can add to one archive at the same time.
func TestTwoWriters(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("takes long")
	}
	dir := t.TempDir()
	reports, where := many(t, dir), filepath.Join(dir, "varta.db")
	one := exec.Command("varta", "add", "--store", where, reports)
	must(t, one.Start())
	whole(t, "add", "--store", where, reports, "../../testdata/reports")
	must(t, one.Wait())
	whole(t, "check", "--store", where)
	s, err := store.Open(t.Context(), where, store.Options{})
	must(t, err)
	n := 0
	for _, err := range s.Records(t.Context(), "") {
		must(t, err)
		n++
	}
	must(t, s.Close())
	if n != 1204 {
		t.Errorf("%d reports, want 1204", n)
	}
}

// TestReadOnly holds that an archive which may not be written is named as such, and can still be asked.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	where := filepath.Join(dir, "varta.db")
	whole(t, "add", "--store", where, "../../testdata/reports")
	must(t, errors.Join(os.Chmod(where, 0o400), os.Chmod(dir, 0o500)))
	defer os.Chmod(dir, 0o700)
	if f, err := os.OpenFile(where, os.O_RDWR, 0); err == nil {
		f.Close()
		t.Skip("this user may write everything")
	}
	out, err := exec.Command("varta", "add", "--store", where, "../../testdata/acts/texts").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "archive cannot be written") {
		t.Errorf("%v: %s", err, out)
	}
	whole(t, "check", "--store", where)
}
