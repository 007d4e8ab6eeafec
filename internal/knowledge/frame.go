package knowledge

import (
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Role is what a case frame makes of an argument.
type Role uint8

// The roles that a frame may name.
const (
	NoRole Role = iota
	Actor
	Recipient
	Destination
	Origin
	PlaceRole
	Topic
	Nothing
)

var roleNames = map[string]Role{"actor": Actor, "recipient": Recipient, "destination": Destination, "origin": Origin,
	"place": PlaceRole, "topic": Topic, "none": Nothing}

// String is the name in the data.
func (r Role) String() string {
	for n, x := range roleNames {
		if x == r {
			return n
		}
	}
	return ""
}

// Slot gives the role of the argument with a marker (or K1, K2, KThat, KInf); With, unless 0, are the classes one of
// which its head must have.
type Slot struct {
	Key  uint8
	Role Role
	With Class
}

// EventSpec is what a frame codes.
type EventSpec struct {
	Type     string   `yaml:"type"`
	Modes    []string `yaml:"modes"`
	Contexts []string `yaml:"contexts"`
	CAMEO    string   `yaml:"cameo"`
}

// FactSpec is the fact that a frame states; Subject and Object name the slots that fill it.
type FactSpec struct {
	Kind    string `yaml:"kind"`
	Subject string `yaml:"subject"`
	Object  string `yaml:"object"`
	Office  string `yaml:"office"`

	SubjectKey, ObjectKey uint8 `yaml:"-"`
}

// Inner says what becomes of an act inside the complement of a frame.
type Inner uint8

// Treatments of the act inside a complement.
const (
	InnerContent Inner = iota // not coded: promised, asked, refused, threatened
	InnerAlleged              // coded as alleged
	InnerShare                // coded as it stands
)

var innerNames = map[string]Inner{"": InnerContent, "content": InnerContent, "alleged": InnerAlleged, "share": InnerShare}

// Frame is a case frame: predicates and the roles of their arguments.
type Frame struct {
	ID         string
	Roles      []Slot
	Nominal    []Slot
	Event      *EventSpec
	Negated    *EventSpec
	Future     *EventSpec
	Fact       *FactSpec
	Say        bool
	Obligation bool
	Needs      []Role
	Inner      Inner
	Examples   []Example
	Not        []string
	File       string
	Line       int
	// Predicates are the word numbers, the host's words first, the verb last.
	Predicates [][]int32
}

// Role is the role that the frame gives to an argument under key; nominal selects the use of the host noun alone.
func (f *Frame) Role(key uint8, nominal bool) (Slot, bool) {
	slots := f.Roles
	if nominal {
		slots = f.Nominal
	}
	for _, s := range slots {
		if s.Key == key {
			return s, true
		}
	}
	return Slot{}, false
}

// Example is a sentence and what it must give.
type Example struct {
	Text      string        `yaml:"text"`
	Published string        `yaml:"published"`
	Event     *ExampleEvent `yaml:"event"`
	Say       string        `yaml:"say"`
	Fact      *ExampleFact  `yaml:"fact"`
}

// ExampleEvent is an event as an example writes it: codes of the parties.
type ExampleEvent struct {
	Type       string   `yaml:"type"`
	Status     string   `yaml:"status"`
	Modes      []string `yaml:"modes"`
	Actors     []string `yaml:"actors"`
	Recipients []string `yaml:"recipients"`
}

// ExampleFact is a fact as an example writes it.
type ExampleFact struct {
	Kind    string `yaml:"kind"`
	Subject string `yaml:"subject"`
	Object  string `yaml:"object"`
	Office  string `yaml:"office"`
	Since   string `yaml:"since"`
	Until   string `yaml:"until"`
}

// rawFrame is a frame as the file has it.
type rawFrame struct {
	ID        string              `yaml:"id"`
	Predicate []string            `yaml:"predicate"`
	Hosts     []string            `yaml:"hosts"`
	Verbs     []string            `yaml:"verbs"`
	Roles     map[string]string   `yaml:"roles"`
	Nominal   map[string]string   `yaml:"nominal"`
	With      map[string][]string `yaml:"with"`
	Event     *EventSpec          `yaml:"event"`
	Negated   *EventSpec          `yaml:"negated"`
	Future    *EventSpec          `yaml:"future"`
	Fact      *FactSpec           `yaml:"fact"`
	Say       bool                `yaml:"say"`
	// Obligation marks the one frame for what a speaker says that somebody should do; it has no predicate.
	Obligation bool      `yaml:"obligation"`
	Needs      []string  `yaml:"needs"`
	Inner      string    `yaml:"inner"`
	Examples   []Example `yaml:"examples"`
	Not        []string  `yaml:"not"`
	Source     string    `yaml:"source"`
}

// frameFile keeps the line on which each frame begins.
type frameFile []struct {
	raw  rawFrame
	line int
}

// UnmarshalYAML reads the list, noting lines. Unknown keys are caught by the struct decoder of decodeYAML, which a
// custom method switches off for the elements, so they are compared here.
func (f *frameFile) UnmarshalYAML(n *yaml.Node) error {
	for _, item := range n.Content {
		if bad := unknownKey(item); bad != nil {
			return &yaml.TypeError{Errors: []string{"line " + itoa(bad.Line) + ": unknown-key: " + bad.Value}}
		}
		var raw rawFrame
		if err := item.Decode(&raw); err != nil {
			return err
		}
		*f = append(*f, struct {
			raw  rawFrame
			line int
		}{raw, item.Line})
	}
	return nil
}

var frameKeys = strings.Fields("id predicate hosts verbs roles nominal with event negated future fact say obligation needs inner examples not source")

func unknownKey(item *yaml.Node) *yaml.Node {
	for i := 0; i+1 < len(item.Content); i += 2 {
		known := false
		for _, k := range frameKeys {
			known = known || k == item.Content[i].Value
		}
		if !known {
			return item.Content[i]
		}
	}
	return nil
}

func (k *Base) loadFrames(fsys fs.FS, dir string, p *problems) {
	files, err := fs.Glob(fsys, path.Join(dir, "*.yaml"))
	if err != nil || len(files) == 0 {
		p.add(dir, 0, 0, "unreadable", "no frames: %v", err)
		return
	}
	seen := map[string]bool{}
	k.verbs, k.hosts = newTrie(), newTrie()
	for i, ff := range readFrameFiles(fsys, files, p) {
		for _, x := range ff {
			if seen[x.raw.ID] {
				p.add(files[i], x.line, 1, "duplicate-id", "%s", x.raw.ID)
			}
			seen[x.raw.ID] = true
			b := &frameBuilder{k: k, p: p, file: files[i], line: x.line, raw: &x.raw}
			k.addFrame(b.build())
		}
	}
}

// readFrameFiles decodes the files side by side: it is the largest part of starting up.
func readFrameFiles(fsys fs.FS, files []string, p *problems) []frameFile {
	out := make([]frameFile, len(files))
	found := make([]problems, len(files))
	done := make(chan int)
	for i := range files {
		go func() {
			decodeYAML(fsys, files[i], &found[i], &out[i])
			done <- i
		}()
	}
	for range files {
		<-done
	}
	for i := range found {
		*p = append(*p, found[i]...)
	}
	return out
}

// addFrame enters the predicates of a frame into the tries, which run backwards: verb first, then the host's words
// from the last to the first.
func (k *Base) addFrame(f *Frame) {
	if f.Obligation {
		k.Obligation = f
	}
	n := int32(len(k.Frames))
	k.Frames = append(k.Frames, f)
	for _, words := range f.Predicates {
		back := make([]int32, len(words))
		for i, w := range words {
			back[len(words)-1-i] = w
		}
		k.verbs.add(back, n)
		if len(f.Nominal) > 0 && len(back) > 1 {
			k.hosts.add(back[1:], n)
		}
	}
}
