package ingest

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree writes files below a temporary folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		p := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func items(stdin io.Reader, paths ...string) iter.Seq[Item] {
	s := Source{Stdin: stdin}
	return s.Items(context.Background(), paths)
}

func TestItems(t *testing.T) {
	root := tree(t, map[string]string{
		"b.txt": "B", "a/z.TXT": "Z", ".hidden/x.txt": "X", "notes.md": "N", "a/r.jsonl": "{\"text\":\"1\"}\n\n{\"text\":\"2\"}",
		"one.json": "{}", "name.with.dots": "D",
	})
	at := func(p string) string { return filepath.Join(root, p) }
	for _, tt := range []struct {
		name  string
		paths []string
		stdin string
		want  []string
	}{
		{"folder", []string{root}, "", []string{"r-1 {\"text\":\"1\"} json", "r-3 {\"text\":\"2\"} json", "z Z", "b B", "one {} json"}},
		{"order of the arguments", []string{at("b.txt"), at("a/z.TXT")}, "", []string{"b B", "z Z"}},
		{"any file that is named", []string{at("notes.md"), at("one.json"), at("name.with.dots")}, "", []string{"notes N", "one {} json", "name.with D"}},
		{"text on standard input", []string{"-"}, "भारत", []string{"stdin भारत"}},
		{"lines on standard input", []string{"-"}, " {\"text\":1}\n", []string{"stdin-1 {\"text\":1} json"}},
		{"missing file between others", []string{at("b.txt"), at("no.txt"), at("b.txt")}, "", []string{"b B", "no error", "b B"}},
		{"folder without reports", []string{at(".hidden/..")}, "", []string{"r-1 {\"text\":\"1\"} json", "r-3 {\"text\":\"2\"} json", "z Z", "b B", "one {} json"}},
	} {
		var got []string
		for i := range items(strings.NewReader(tt.stdin), tt.paths...) {
			s := i.Known.ID + " " + strings.TrimSpace(string(i.Bytes))
			if i.Err != nil {
				s = i.Known.ID + " error"
			}
			if i.Form == JSON {
				s += " json"
			}
			got = append(got, s)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestItemsSkipsLineThatIsTooLarge(t *testing.T) {
	text := "{\"text\":\"" + strings.Repeat("a", MaxBytes) + "\"}\n{\"text\":\"b\"}\n"
	var got []error
	for i := range items(strings.NewReader(text), "-") {
		got = append(got, i.Err)
	}
	if len(got) != 2 || !errors.Is(got[0], ErrTooLarge) || got[1] != nil {
		t.Errorf("got %v", got)
	}
}

func TestItemsStops(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "A", "b.txt": "B"})
	for range items(nil, root, root) {
		break
	}
}
