package record

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Line returns the record as one line of JSON with its newline. Empty lists are [], never null. It is what encoding/json
// makes of the record without HTML escapes, in half the time: archives write millions of lines.
func (r *Record) Line() ([]byte, error) {
	r.Fill()
	l := line{b: make([]byte, 0, r.size())}
	l.record(r)
	if l.err != nil {
		return nil, fmt.Errorf("encode record %s: %w", r.ID, l.err)
	}
	return append(l.b, '\n'), nil
}

// size is about how long the line of a record is.
func (r *Record) size() int {
	return 1<<10 + len(r.Report.Text) + 1<<10*(len(r.Events)+len(r.Statements)+len(r.Facts)) + 128*len(r.Mentions)
}

// line is a line of JSON under way.
type line struct {
	b   []byte
	err error
}

// text adds a string behind its key, which is given as it stands in the line.
func (l *line) text(key, s string) { l.b = Quoted(append(l.b, key...), s) }

func (l *line) null(key string, s Null) {
	if s == "" {
		l.b = append(append(l.b, key...), "null"...)
		return
	}
	l.text(key, string(s))
}

func (l *line) int(key string, n int) {
	l.b = strconv.AppendInt(append(l.b, key...), int64(n), 10)
}

// float adds a number as encoding/json does, to which very large and very small ones are left.
func (l *line) float(key string, f float64) {
	l.b = append(l.b, key...)
	if abs := math.Abs(f); f == 0 || abs >= 1e-6 && abs < 1e21 {
		l.b = strconv.AppendFloat(l.b, f, 'f', -1, 64)
		return
	}
	b, err := json.Marshal(f)
	if err != nil {
		l.err = err
	}
	l.b = append(l.b, b...)
}

func (l *line) raw(s string) { l.b = append(l.b, s...) }

// array adds a list behind its key.
func array[T any](l *line, key string, list []T, element func(*line, *T)) {
	l.raw(key)
	l.raw("[")
	for i := range list {
		if i > 0 {
			l.raw(",")
		}
		element(l, &list[i])
	}
	l.raw("]")
}

func (l *line) texts(key string, list []string) {
	array(l, key, list, func(l *line, s *string) { l.text("", *s) })
}

// object adds what a pointer points to, or null.
func object[T any](l *line, key string, v *T, write func(*line, *T)) {
	l.raw(key)
	if v == nil {
		l.raw("null")
		return
	}
	write(l, v)
}

func (l *line) span(start, end int) {
	l.int(`,"start":`, start)
	l.int(`,"end":`, end)
}

func (l *line) record(r *Record) {
	l.text(`{"id":`, r.ID)
	l.text(`,"schema":`, r.Schema)
	l.text(`,"version":`, r.Version)
	l.text(`,"data_version":`, r.DataVersion)
	l.report(&r.Report)
	array(l, `,"events":`, r.Events, (*line).event)
	array(l, `,"statements":`, r.Statements, (*line).statement)
	array(l, `,"facts":`, r.Facts, (*line).fact)
	array(l, `,"mentions":`, r.Mentions, (*line).mention)
	array(l, `,"notes":`, r.Notes, (*line).note)
	l.raw("}")
}

func (l *line) report(r *Report) {
	l.null(`,"report":{"title":`, r.Title)
	l.null(`,"url":`, r.URL)
	l.null(`,"publisher":`, r.Publisher)
	l.null(`,"agency":`, r.Agency)
	object(l, `,"dateline":`, r.Dateline, func(l *line, d *Dateline) {
		l.text(`{"text":`, d.Text)
		l.text(`,"code":`, d.Code)
		l.raw("}")
	})
	l.text(`,"lang":`, r.Lang)
	l.null(`,"published":`, r.Published)
	l.text(`,"sha256":`, r.SHA256)
	l.int(`,"bytes":`, r.Bytes)
	if r.Text != "" {
		l.text(`,"text":`, r.Text)
	}
	l.raw("}")
}

func (l *line) event(e *Event) {
	l.text(`{"id":`, e.ID)
	l.text(`,"type":`, e.Type)
	l.texts(`,"modes":`, e.Modes)
	l.texts(`,"contexts":`, e.Contexts)
	l.text(`,"cameo":`, e.CAMEO)
	l.int(`,"quad":`, e.Quad)
	l.float(`,"score":`, e.Score)
	l.text(`,"status":`, e.Status)
	array(l, `,"actors":`, e.Actors, (*line).party)
	array(l, `,"recipients":`, e.Recipients, (*line).party)
	object(l, `,"date":`, e.Date, (*line).date)
	object(l, `,"place":`, e.Place, (*line).place)
	object(l, `,"speaker":`, e.Speaker, (*line).party)
	l.null(`,"occasion":`, e.Occasion)
	l.texts(`,"topics":`, e.Topics)
	array(l, `,"evidence":`, e.Evidence, (*line).evidence)
	l.text(`,"rule":`, e.Rule)
	l.float(`,"confidence":`, e.Confidence)
	l.raw("}")
}

func (l *line) party(p *Party) {
	l.text(`{"text":`, p.Text)
	l.span(p.Start, p.End)
	l.null(`,"id":`, p.ID)
	l.null(`,"name":`, p.Name)
	l.text(`,"code":`, p.Code)
	l.null(`,"sector":`, p.Sector)
	l.null(`,"office":`, p.Office)
	l.null(`,"wikidata":`, p.Wikidata)
	l.raw("}")
}

func (l *line) date(d *Date) {
	l.text(`{"value":`, d.Value)
	l.null(`,"until":`, d.Until)
	l.text(`,"precision":`, d.Precision)
	l.text(`,"text":`, d.Text)
	l.span(d.Start, d.End)
	l.raw("}")
}

func (l *line) place(p *Place) {
	degrees := func(l *line, f *float64) { l.float("", *f) }
	l.text(`{"text":`, p.Text)
	l.span(p.Start, p.End)
	l.null(`,"name":`, p.Name)
	l.text(`,"code":`, p.Code)
	object(l, `,"lat":`, p.Lat, degrees)
	object(l, `,"lon":`, p.Lon, degrees)
	object(l, `,"geonames":`, p.GeoNames, func(l *line, n *int) { l.int("", *n) })
	l.text(`,"precision":`, p.Precision)
	l.raw("}")
}

func (l *line) evidence(e *Evidence) {
	l.int(`{"start":`, e.Start)
	l.int(`,"end":`, e.End)
	l.text(`,"quote":`, e.Quote)
	l.raw("}")
}

func (l *line) statement(s *Statement) {
	l.text(`{"id":`, s.ID)
	l.raw(`,"speaker":`)
	l.party(&s.Speaker)
	array(l, `,"addressees":`, s.Addressees, (*line).party)
	l.texts(`,"about":`, s.About)
	l.texts(`,"topics":`, s.Topics)
	l.int(`,"content":{"start":`, s.Content.Start)
	l.int(`,"end":`, s.Content.End)
	l.null(`},"forum":`, s.Forum)
	object(l, `,"date":`, s.Date, (*line).date)
	object(l, `,"place":`, s.Place, (*line).place)
	array(l, `,"evidence":`, s.Evidence, (*line).evidence)
	l.text(`,"rule":`, s.Rule)
	l.raw("}")
}

func (l *line) fact(f *Fact) {
	l.text(`{"id":`, f.ID)
	l.text(`,"kind":`, f.Kind)
	l.raw(`,"subject":`)
	l.party(&f.Subject)
	l.raw(`,"object":`)
	l.party(&f.Object)
	l.null(`,"office":`, f.Office)
	l.null(`,"since":`, f.Since)
	l.null(`,"until":`, f.Until)
	array(l, `,"evidence":`, f.Evidence, (*line).evidence)
	l.text(`,"rule":`, f.Rule)
	l.raw("}")
}

func (l *line) mention(m *Mention) {
	l.text(`{"text":`, m.Text)
	l.span(m.Start, m.End)
	l.text(`,"type":`, m.Type)
	l.null(`,"id":`, m.ID)
	l.text(`,"code":`, m.Code)
	l.raw("}")
}

func (l *line) note(n *Note) {
	l.text(`{"code":`, n.Code)
	l.span(n.Start, n.End)
	l.text(`,"text":`, n.Text)
	l.raw("}")
}

// Quoted adds a string of JSON to a line, as encoding/json writes it without HTML escapes.
func Quoted(b []byte, s string) []byte {
	if asItIs(s) {
		return append(append(append(b, '"'), s...), '"')
	}
	q, err := marshal(s)
	if err != nil {
		panic(err) // a string always has a form in JSON
	}
	return append(b, q...)
}

// asItIs says whether a string holds nothing that JSON, or encoding/json, wants escaped. It looks at bytes: texts in Hindi
// have three of them a letter, and nothing to escape among them but the rare U+2028, U+2029 and U+FFFD.
func asItIs(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x80 && c < 0xe2: // every byte of Devanagari
		case c < ' ', c == '"', c == '\\', c == 0x7f:
			return false
		case c == 0xe2 && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")):
			return false
		case c == 0xef && strings.HasPrefix(s[i:], "\ufffd"):
			return false
		}
	}
	return utf8.ValidString(s)
}
