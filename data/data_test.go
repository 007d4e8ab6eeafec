package data

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"testing"
)

// TestEmbedded compares the tables in the program with the files: none may be left out, and the packed ones must be those of
// today.
func TestEmbedded(t *testing.T) {
	files := os.DirFS(".")
	want := append(list(t, files, "hi"), list(t, files, "world")...)
	if got := append(list(t, FS, "hi"), list(t, FS, "world")...); !slices.Equal(got, want) {
		t.Errorf("the program has the files %v, the folder %v", got, want)
	}
	for _, name := range want {
		a, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		b, err := fs.ReadFile(FS, name)
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s is not the one in packed.zip (%v): run go run ./gen -pack in data", name, err)
		}
		if sum := FS.(tables).Sum(name); sum != "" && sum != fmt.Sprintf("%x", sha256.Sum256(b)) {
			t.Errorf("%s has the sum of another file", name)
		}
	}
}

func list(t *testing.T, f fs.FS, dir string) (out []string) {
	t.Helper()
	err := fs.WalkDir(f, dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			out = append(out, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
