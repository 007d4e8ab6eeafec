package export

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"varta/record"
)

// writeBrat writes for every report its text and its annotations in brat's standoff format, and the configuration that
// brat needs to show them. Offsets are code points, as brat wants; a note gives the bytes.
func writeBrat(j *job, dir string) error {
	used := map[string]bool{}
	for r, err := range j.Records {
		if err != nil {
			return err
		}
		a, err := j.newAnnotator(r.Record)
		if err != nil {
			return err
		}
		name := fileName(r.Record.ID)
		if used[strings.ToLower(name)] {
			return fmt.Errorf("two records are called %s: give them ids of their own", r.Record.ID)
		}
		used[strings.ToLower(name)] = true
		b := brat{annotator: a, spans: map[string]string{}}
		b.record(r.Record)
		j.tally.Rows++
		text := os.WriteFile(filepath.Join(dir, name+".txt"), []byte(a.text), 0o666)
		if err := errors.Join(text, os.WriteFile(filepath.Join(dir, name+".ann"), []byte(b.String()), 0o666)); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "annotation.conf"), []byte(j.bratConf()), 0o666)
}

// fileName makes a name of a file of the ID of a record.
func fileName(id string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("/\\:*?\"<>|", r) || r < ' ' {
			return '_'
		}
		return r
	}, strings.TrimLeft(id, "."))
}

// bratTypes are the types of spans, by the type of a mention.
var bratTypes = map[string]string{
	"person": "Person", "state": "State", "organisation": "Organisation", "group": "Group", "place": "Place",
	"office": "Office", "body": "Body", "nationals": "Nationals", "description": "Description",
}

// bratConf lists the types of spans, events and attributes.
func (j *job) bratConf() string {
	var b strings.Builder
	b.WriteString("[entities]\n")
	for _, name := range append(sortedValues(bratTypes), "Party", "Date", "Statement", "Fact") {
		b.WriteString(name + "\n")
	}
	b.WriteString("[relations]\n[events]\n")
	var types []string
	for name := range j.codes.Types {
		types = append(types, name)
	}
	slices.Sort(types)
	for _, name := range types {
		b.WriteString(name + " Actor*:<ENTITY>, Recipient*:<ENTITY>, Place?:<ENTITY>, Date?:<ENTITY>\n")
	}
	b.WriteString("[attributes]\nStatus Arg:<EVENT>, Value:" + strings.Join(record.Statuses(), "|") + "\n")
	return b.String()
}

func sortedValues(m map[string]string) []string {
	var out []string
	for _, v := range m {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}

// brat writes the annotations of one text. Each span is numbered once for each type.
type brat struct {
	*annotator
	strings.Builder
	spans            map[string]string
	t, e, attr, note int
}

func (b *brat) record(r *record.Record) {
	for _, m := range r.Mentions {
		id := b.span(bratTypes[m.Type], m.Start, m.End)
		if m.ID != "" {
			b.remark(id, string(m.ID))
		}
	}
	for i := range r.Events {
		b.event(&r.Events[i])
	}
	for _, s := range r.Statements {
		for _, e := range s.Evidence {
			b.remark(b.span("Statement", e.Start, e.End), s.ID+" "+s.Speaker.Code)
		}
	}
	for _, f := range r.Facts {
		for _, e := range f.Evidence {
			b.remark(b.span("Fact", e.Start, e.End), f.ID+" "+f.Subject.Code+" "+f.Kind+" "+f.Object.Code)
		}
	}
}

// event writes the first telling as the trigger of the event, the others as remarks.
func (b *brat) event(e *record.Event) {
	if len(e.Evidence) == 0 {
		return
	}
	trigger := b.span(e.Type, e.Evidence[0].Start, e.Evidence[0].End)
	roles := []string{e.Type + ":" + trigger}
	for _, side := range []struct {
		role    string
		parties []record.Party
	}{{"Actor", e.Actors}, {"Recipient", e.Recipients}} {
		for i, p := range side.parties {
			roles = append(roles, numbered(side.role, i)+":"+b.span("Party", p.Start, p.End))
		}
	}
	if e.Place != nil {
		roles = append(roles, "Place:"+b.span("Place", e.Place.Start, e.Place.End))
	}
	if e.Date != nil && e.Date.End > e.Date.Start {
		roles = append(roles, "Date:"+b.span("Date", e.Date.Start, e.Date.End))
	}
	b.e++
	id := fmt.Sprintf("E%d", b.e)
	fmt.Fprintf(b, "%s\t%s\n", id, strings.Join(roles, " "))
	b.attr++
	fmt.Fprintf(b, "A%d\tStatus %s %s\n", b.attr, id, e.Status)
	b.remark(id, e.ID+" "+describe(e))
	for _, again := range e.Evidence[1:] {
		b.remark(b.span(e.Type, again.Start, again.End), e.ID+" again")
	}
}

// numbered is Actor, Actor2, Actor3 …
func numbered(role string, i int) string {
	if i == 0 {
		return role
	}
	return fmt.Sprintf("%s%d", role, i+1)
}

// span writes a span, once for each type, and returns its number. A span that goes over the end of a line is given as
// several, as brat asks.
func (b *brat) span(kind string, start, end int) string {
	key := fmt.Sprintf("%s %d %d", kind, start, end)
	if id := b.spans[key]; id != "" {
		return id
	}
	b.t++
	id := fmt.Sprintf("T%d", b.t)
	b.spans[key] = id
	var places, words []string
	at := start
	for line := range strings.Lines(b.text[start:end]) {
		if text := strings.TrimRight(line, "\r\n"); text != "" {
			places = append(places, fmt.Sprintf("%d %d", b.points.at(at), b.points.at(at+len(text))))
			words = append(words, text)
		}
		at += len(line)
	}
	fmt.Fprintf(b, "%s\t%s %s\t%s\n", id, kind, strings.Join(places, ";"), strings.Join(words, " "))
	b.remark(id, fmt.Sprintf("bytes %d-%d", start, end))
	return id
}

// remark writes a note on an annotation.
func (b *brat) remark(id, text string) {
	b.note++
	fmt.Fprintf(b, "#%d\tAnnotatorNotes %s\t%s\n", b.note, id, oneLine(text))
}
