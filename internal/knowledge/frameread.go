package knowledge

import (
	"bytes"
	"io/fs"
	"path"
)

// rawFrame is a frame as the file has it.
type rawFrame struct {
	ID        word            `yaml:"id"`
	Predicate []word          `yaml:"predicate"`
	Hosts     []word          `yaml:"hosts"`
	Verbs     []word          `yaml:"verbs"`
	Roles     map[word]word   `yaml:"roles"`
	Nominal   map[word]word   `yaml:"nominal"`
	With      map[word][]word `yaml:"with"`
	Event     *rawEvent       `yaml:"event"`
	Negated   *rawEvent       `yaml:"negated"`
	Future    *rawEvent       `yaml:"future"`
	Fact      *rawFact        `yaml:"fact"`
	Say       bool            `yaml:"say"`
	// Obligation marks the one frame for what a speaker says that somebody should do; it has no predicate.
	Obligation bool `yaml:"obligation"`
	// Charge marks a frame of misconduct: who says in plain words that somebody does it charges him with it.
	Charge bool `yaml:"charge"`
	// Attends marks a frame for who is at a meeting that others hold.
	Attends bool `yaml:"attends"`
	// Claims marks a frame for who says that he did what was told before.
	Claims   bool      `yaml:"claims"`
	Needs    []word    `yaml:"needs"`
	Inner    word      `yaml:"inner"`
	Examples []Example `yaml:"examples"`
	Not      []word    `yaml:"not"`
	Source   string    `yaml:"source"`
}

type rawEvent struct {
	Type     word   `yaml:"type"`
	Modes    []word `yaml:"modes"`
	Contexts []word `yaml:"contexts"`
	CAMEO    string `yaml:"cameo"`
}

type rawFact struct {
	Kind    word   `yaml:"kind"`
	Subject word   `yaml:"subject"`
	Object  word   `yaml:"object"`
	Office  string `yaml:"office"`
	Ends    bool   `yaml:"ends"`
}

// frameFile is a file of frames.
type frameFile struct {
	name   string
	frames []rawFrame
}

// readFrames decodes the files of a folder side by side, without their examples.
func readFrames(fsys fs.FS, dir string, p *problems) []frameFile {
	files, err := fs.Glob(fsys, path.Join(dir, "*.yaml"))
	if err != nil || len(files) == 0 {
		p.add(dir, 0, 0, "unreadable", "no frames: %v", err)
	}
	var waits []func(*problems) frameFile
	for _, name := range files {
		waits = append(waits, later(func(p *problems) frameFile { return readFrameFile(fsys, name, withoutExamples, p) }))
	}
	var out []frameFile
	for _, wait := range waits {
		out = append(out, wait(p))
	}
	return out
}

func readFrameFile(fsys fs.FS, name string, cut func([]byte) []byte, p *problems) frameFile {
	f := frameFile{name: name}
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		p.add(name, 0, 0, "unreadable", "%v", err)
		return f
	}
	decodeBytes(cut(b), name, p, &f.frames)
	return f
}

// withoutExamples blanks the examples and counter-examples of a file in the usual layout, half of its bytes, which
// Lint alone reads. Lines keep their numbers; in any other layout the examples stay, which costs time only.
func withoutExamples(b []byte) []byte {
	out := make([]byte, 0, len(b))
	inside := false
	for line := range bytes.Lines(b) {
		switch text := bytes.TrimLeft(line, " "); {
		case len(bytes.TrimSpace(text)) == 0 || text[0] == '#': // belongs to what it stands in
		case bytes.HasPrefix(line, []byte("  examples:")), bytes.HasPrefix(line, []byte("  not:")):
			inside = true
		case len(line)-len(text) <= 2 && !bytes.HasPrefix(line, []byte("  -")):
			inside = false
		}
		if inside {
			line = []byte{'\n'}
		}
		out = append(out, line...)
	}
	return out
}
