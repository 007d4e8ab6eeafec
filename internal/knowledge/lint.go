package knowledge

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"varta/internal/doc"
	"varta/record"
)

// Example is a sentence and what it must give.
type Example struct {
	Text      word          `yaml:"text"`
	Published string        `yaml:"published"`
	Event     *ExampleEvent `yaml:"event"`
	Say       string        `yaml:"say"`
	Fact      *ExampleFact  `yaml:"fact"`
	// Pending says why the reader does not give this yet; the example must fail until the field is taken out.
	Pending string `yaml:"pending"`
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

// Run reads a sentence as of a date.
type Run = func(text string, published doc.Date) *doc.Document

// Lint runs every example and counter-example of the frames and returns what does not come out as the data says. An
// example passes when one record has the type, status, modes and parties that it names (those that it leaves out are free);
// a counter-example passes when its frame codes nothing. A pending example is counted while it fails, and a problem when
// it passes.
func (k *Base) Lint(run Run) (found []error, pending int) {
	var p problems
	k.checkPlaces(&p)
	k.checkGazetteer(&p)
	for name := range k.frameFiles() {
		f := readFrameFile(k.fsys, name, func(b []byte) []byte { return b }, &p)
		for i := range f.frames {
			pending += f.frames[i].lint(name, run, &p)
		}
	}
	return p.sorted(), pending
}

// frameFiles are the files that the frames come from, in their order.
func (k *Base) frameFiles() iter.Seq[string] {
	return func(yield func(string) bool) {
		last := ""
		for _, f := range k.Frames {
			if f.File != last && !yield(f.File) {
				return
			}
			last = f.File
		}
	}
}

func (r *rawFrame) lint(file string, run Run, p *problems) (pending int) {
	if len(r.Examples) == 0 {
		p.at(file, r.ID, "no-example", "%s: every frame needs an example", r.ID.text)
	}
	for i := range r.Examples {
		x := &r.Examples[i]
		switch why := x.check(run(x.Text.text, ParseDate(x.Published))); {
		case why != "" && x.Pending != "":
			pending++
		case why != "":
			p.at(file, x.Text, "example-fails", "%s: %s: %s", r.ID.text, x.Text.text, why)
		case x.Pending != "":
			p.at(file, x.Text, "pending-passes", "%s: %s: take pending out", r.ID.text, x.Text.text)
		}
	}
	for _, x := range r.Not {
		for _, e := range run(x.text, doc.Date{}).Events {
			if e.Rule == r.ID.text {
				p.at(file, x, "counter-example-fires", "%s: %s: %s", r.ID.text, x.text, e.Type)
			}
		}
	}
	return pending
}

// ParseDate reads an ISO date; the zero Date for anything else.
func ParseDate(s string) doc.Date {
	f := strings.Split(s, "-")
	if len(f) != 3 {
		return doc.Date{}
	}
	y, err1 := strconv.Atoi(f[0])
	m, err2 := strconv.Atoi(f[1])
	day, err3 := strconv.Atoi(f[2])
	if err1 != nil || err2 != nil || err3 != nil {
		return doc.Date{}
	}
	return doc.Date{Year: y, Month: m, Day: day}
}

// check says what is wrong with the reading of an example, empty when nothing is.
func (x *Example) check(d *doc.Document) string {
	if err := doc.Check(d); err != nil {
		return err.Error()
	}
	if x.Event != nil && !slices.ContainsFunc(d.Events, x.Event.matches) {
		return fmt.Sprintf("want %s, got %s", x.Event, events(d))
	}
	if x.Say != "" && !slices.ContainsFunc(d.Statements, func(s record.Statement) bool { return s.Speaker.Code == x.Say }) {
		return fmt.Sprintf("want a statement of %s, got %d others", x.Say, len(d.Statements))
	}
	if x.Fact != nil && !slices.ContainsFunc(d.Facts, x.Fact.matches) {
		return fmt.Sprintf("want the fact %v, got %s", *x.Fact, facts(d))
	}
	return ""
}

func (e *ExampleEvent) String() string {
	return fmt.Sprintf("%s %v %v→%v", e.Type, e.Status, e.Actors, e.Recipients)
}

func (e *ExampleEvent) matches(r record.Event) bool {
	return r.Type == e.Type && (e.Status == "" || r.Status == e.Status) && sameModes(e.Modes, r.Modes) && sameCodes(e.Actors, r.Actors) && sameCodes(e.Recipients, r.Recipients)
}

// sameModes compares the modes of an example, nil for any, in any order.
func sameModes(want, got []string) bool {
	return want == nil || len(want) == len(got) && !slices.ContainsFunc(want, func(m string) bool { return !slices.Contains(got, m) })
}

// sameCodes compares the codes of an example, nil for any, with parties in any order; open parties do not count.
func sameCodes(want []string, got []record.Party) bool {
	if want == nil {
		return true
	}
	var a, b []string
	for _, c := range want {
		if c != record.Unknown {
			a = append(a, c)
		}
	}
	for _, p := range got {
		if p.Code != record.Unknown {
			b = append(b, p.Code)
		}
	}
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, slices.Compact(b))
}

func (f *ExampleFact) matches(r record.Fact) bool {
	return r.Kind == f.Kind && free(f.Subject, r.Subject.Code) && free(f.Object, r.Object.Code) && free(f.Since, string(r.Since)) && free(f.Office, string(r.Office))
}

func free(want, got string) bool { return want == "" || want == got }

func events(d *doc.Document) string {
	var out []string
	for _, e := range d.Events {
		out = append(out, fmt.Sprintf("%s %s %v→%v", e.Type, e.Status, codesOf(e.Actors), codesOf(e.Recipients)))
	}
	return "[" + strings.Join(out, "; ") + "]"
}

func facts(d *doc.Document) string {
	var out []string
	for _, f := range d.Facts {
		out = append(out, fmt.Sprintf("%s %s %s %s", f.Kind, f.Subject.Code, f.Object.Code, f.Since))
	}
	return "[" + strings.Join(out, "; ") + "]"
}

func codesOf(ps []record.Party) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Code)
	}
	return out
}
