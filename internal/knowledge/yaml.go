package knowledge

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// decodeYAML reads a file into v; keys that v lacks are errors.
func decodeYAML(fsys fs.FS, file string, p *problems, v any) {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		p.add(file, 0, 0, "unreadable", "%v", err)
		return
	}
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	err = d.Decode(v)
	if err == nil || errors.Is(err, io.EOF) {
		return
	}
	var te *yaml.TypeError
	if !errors.As(err, &te) {
		te = &yaml.TypeError{Errors: []string{err.Error()}}
	}
	for _, e := range te.Errors {
		line, text := 0, e
		if m := yamlLine.FindStringSubmatch(e); m != nil {
			line, _ = strconv.Atoi(m[1])
			text = m[2]
		}
		p.add(file, line, 1, "bad-yaml", "%s", text)
	}
}
