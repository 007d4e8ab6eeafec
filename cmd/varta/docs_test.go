package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocs runs the commands that documents show after a $: what stands below them must be printed, in this order; lines may be
// left out. A document that goes on about one command shows more of what it printed in blocks without a $.
func TestDocs(t *testing.T) {
	s := newSession(t)
	for _, doc := range []struct {
		file  string
		parts bool // blocks without a command are of the one before
	}{{"docs/how-it-reads.md", true}, {"docs/merging.md", false}, {"docs/places.md", false}, {"docs/registry.md", false}} {
		s.walk(doc.file, s.read(doc.file), doc.parts)
	}
}

// TestWorkedExample does what data/README.md tells a linguist to do: a frame is added with a slip, which is put right.
func TestWorkedExample(t *testing.T) {
	s := newSession(t)
	const file, table = "data/README.md", "data/hi/frames/threaten.yaml"
	before, rest, found := strings.Cut(s.read(file), "```yaml\n- id: hi.threaten.90")
	frame, rest, closed := strings.Cut(rest, "```")
	wrong, right, mended := strings.Cut(rest, "Once that is put right")
	if !found || !closed || !mended {
		t.Fatalf("%s: the example is not where it was", file)
	}
	s.walk(file, before, false)
	frames, err := os.ReadFile(table)
	s.check(err)
	frame = string(frames) + "- id: hi.threaten.90" + frame
	s.check(os.WriteFile(table, []byte(frame), 0o600))
	s.walk(file, wrong, false)
	s.check(os.WriteFile(table, []byte(strings.ReplaceAll(frame, "receiver", "recipient")), 0o600))
	s.walk(file, right, false)
}

// TestReadme holds what README shows against what its commands print; make readme renews it.
func TestReadme(t *testing.T) {
	s := newSession(t)
	for mark, command := range map[string]string{
		"read":  "read testdata/reports/colombo.txt --published 2024-03-04 --format table",
		"query": "query acts --pair IND,CHN --min-reports 2 --sort -date --format table",
	} {
		_, shown, _ := strings.Cut(s.read("README.md"), "<!-- "+mark+" -->\n")
		shown, _, _ = strings.Cut(shown, "<!-- end -->")
		if got := s.run(command); withoutIDs(strings.ReplaceAll(shown, "\n    ", "\n")) != withoutIDs(got) {
			t.Errorf("README.md shows of varta %s:\n%s\nit prints:\n%s\nmake readme renews it", command, shown, got)
		}
	}
	_, command, _ := strings.Cut(s.read("README.md"), "varta explain act:")
	if id := "act:" + command[:12]; !strings.Contains(s.run("explain "+id), id+`","enough"`) {
		t.Errorf("README.md explains %s, which is not there", id)
	}
}

var actID = regexp.MustCompile(`act:[0-9a-f]{12}`)

// withoutIDs is a text without the ids of acts, which any event read before them in their report moves.
func withoutIDs(text string) string { return actID.ReplaceAllString(strings.TrimSpace(text), "act:") }

// session is a folder with the tables, the shipped reports and an archive of them.
type session struct {
	*testing.T
	root string
	out  []string // what the last command printed, not shown yet
	all  []string
	file *os.File // that cat shows
}

func newSession(t *testing.T) *session {
	root, err := filepath.Abs("../..")
	s := &session{T: t, root: root}
	s.check(err)
	t.Chdir(t.TempDir())
	t.Setenv("VARTA_STORE", "varta.db")
	for _, dir := range []string{"data", "testdata/reports"} {
		s.check(os.CopyFS(dir, os.DirFS(filepath.Join(root, dir))))
	}
	s.run("add " + filepath.Join(root, "testdata/reports.jsonl"))
	return s
}

func (s *session) check(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *session) read(file string) string {
	b, err := os.ReadFile(filepath.Join(s.root, file))
	s.check(err)
	return string(b)
}

func (s *session) run(command string) string {
	var out, errs bytes.Buffer
	run(context.Background(), strings.Fields(command), streams{strings.NewReader(""), &out, &errs})
	return out.String() + errs.String()
}

// walk goes through the indented blocks of a document.
func (s *session) walk(file, text string, parts bool) {
	block := false
	for line := range strings.Lines(text) {
		code, indented := strings.CutPrefix(strings.TrimRight(line, "\n"), "    ")
		switch {
		case !indented && strings.TrimSpace(line) != "":
			block = false
		case !indented || strings.TrimSpace(code) == "…":
		case strings.HasPrefix(code, "$ "):
			block = true
			s.command(code[2:])
		case s.file != nil:
			_, err := s.file.WriteString(code + "\n")
			s.check(err)
		case block || parts:
			if !block {
				s.out, block = s.all, true
			}
			s.shown(file, code)
		}
	}
}

func (s *session) command(command string) {
	name, rest, _ := strings.Cut(command, " ")
	if s.file != nil {
		s.check(s.file.Close())
	}
	s.file, s.all, s.out = nil, nil, nil
	switch name {
	case "cat":
		var err error
		s.file, err = os.Create(rest)
		s.check(err)
	case "echo":
		words, file, _ := strings.Cut(rest, " > ")
		s.check(os.WriteFile(file, []byte(strings.Trim(words, `"`)+"\n"), 0o600))
	case "varta":
		s.all = strings.Split(s.run(rest), "\n")
		s.out = s.all
	}
}

// lintPlace is where lint finds something in a table that grows.
var lintPlace = regexp.MustCompile(`:\d+:\d+:`)

// plain is a line with spaces of one width: columns are as wide as their texts.
func plain(line string) string {
	return lintPlace.ReplaceAllString(strings.Join(strings.Fields(line), " "), ":1:1:")
}

// shown looks for a line in what was printed, after the one shown before.
func (s *session) shown(file, line string) {
	if s.all == nil {
		return
	}
	for i, printed := range s.out {
		if plain(printed) == plain(line) {
			s.out = s.out[i+1:]
			return
		}
	}
	s.Errorf("%s shows what is not printed, or not after the line before it:\n%s", file, line)
}
