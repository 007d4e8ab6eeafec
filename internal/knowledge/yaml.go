package knowledge

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// word is a scalar of a YAML file with its place.
type word struct {
	text      string
	line, col int
}

// UnmarshalYAML keeps the place of the word.
func (w *word) UnmarshalYAML(n *yaml.Node) error {
	w.line, w.col = n.Line, n.Column
	if n.Tag == "!!str" && n.Kind == yaml.ScalarNode {
		w.text = n.Value
		return nil
	}
	return n.Decode(&w.text)
}

// at reports what is wrong at a word.
func (p *problems) at(file string, w word, code, format string, args ...any) {
	p.add(file, w.line, w.col, code, format, args...)
}

// decodeYAML reads a file into v; keys that v lacks are errors.
func decodeYAML(fsys fs.FS, file string, p *problems, v any) {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		p.add(file, 0, 0, "unreadable", "%v", err)
		return
	}
	decodeBytes(b, file, p, v)
}

func decodeBytes(b []byte, file string, p *problems, v any) {
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	err := d.Decode(v)
	if err == nil || errors.Is(err, io.EOF) {
		return
	}
	var te *yaml.TypeError
	if !errors.As(err, &te) {
		te = &yaml.TypeError{Errors: []string{err.Error()}}
	}
	for _, e := range te.Errors {
		yamlProblem(b, file, e, p)
	}
}

var (
	yamlLine = regexp.MustCompile(`line (\d+): (.*)`)
	yamlKey  = regexp.MustCompile(`^field (.*) not found in type`)
)

// yamlProblem turns a message of the decoder into a problem; the column of an unknown key is looked up in its line.
func yamlProblem(b []byte, file, message string, p *problems) {
	line, text := 0, message
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
		text = m[2]
	}
	if m := yamlKey.FindStringSubmatch(text); m != nil {
		p.add(file, line, columnOf(b, line, m[1]+":"), "unknown-key", "%s", m[1])
		return
	}
	p.add(file, line, 1, "bad-yaml", "%s", text)
}

// columnOf is the place of a text in a line, counted in characters from 1; 1 when it is not there.
func columnOf(b []byte, line int, text string) int {
	n := 0
	for l := range bytes.SplitSeq(b, []byte("\n")) {
		if n++; n == line {
			return utf8.RuneCount(l[:max(0, bytes.Index(l, []byte(text)))]) + 1
		}
	}
	return 1
}
