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

// Lean is a record, a part of one, or an act as lines have it, but without the fields that are null: read again, they are.
func Lean[T Record | Event | Statement | Fact | Act | []Evidence](v *T) (string, error) {
	l := line{b: make([]byte, 0, 1<<10), lean: true}
	switch v := any(v).(type) {
	case *Record:
		l.b = make([]byte, 0, v.size())
		l.record(v)
	case *Event:
		l.event(v)
	case *Statement:
		l.statement(v)
	case *Fact:
		l.fact(v)
	case *Act:
		l.act(v)
	case *[]Evidence:
		array(&l, "", *v, (*line).evidence)
	}
	return string(l.b), l.err
}

// size is about how long the line of a record is.
func (r *Record) size() int {
	return 1<<10 + len(r.Report.Text) + 1<<10*(len(r.Events)+len(r.Statements)+len(r.Facts)) + 128*len(r.Mentions)
}

// line is a line of JSON under way.
type line struct {
	b    []byte
	lean bool // without what is null
	err  error
}

// key adds a key, which is given as it stands in the line, or none for what stands in a list.
func (l *line) key(key string) {
	if key != "" && l.b[len(l.b)-1] != '{' {
		l.b = append(l.b, ',')
	}
	l.b = append(l.b, key...)
}

func (l *line) text(key, s string) {
	l.key(key)
	l.b = Quoted(l.b, s)
}

func (l *line) null(key string, s Null) {
	switch {
	case s != "":
		l.text(key, string(s))
	case !l.lean:
		l.key(key)
		l.raw("null")
	}
}

func (l *line) int(key string, n int) {
	l.key(key)
	l.b = strconv.AppendInt(l.b, int64(n), 10)
}

// float adds a number as encoding/json does, to which very large and very small ones are left.
func (l *line) float(key string, f float64) {
	l.key(key)
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
	l.key(key)
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
	switch {
	case v != nil:
		l.key(key)
		write(l, v)
	case !l.lean:
		l.key(key)
		l.raw("null")
	}
}

func (l *line) span(start, end int) {
	l.int(`"start":`, start)
	l.int(`"end":`, end)
}

func (l *line) record(r *Record) {
	l.raw("{")
	l.text(`"id":`, r.ID)
	l.text(`"schema":`, r.Schema)
	l.text(`"version":`, r.Version)
	l.text(`"data_version":`, r.DataVersion)
	l.report(&r.Report)
	array(l, `"events":`, r.Events, (*line).event)
	array(l, `"statements":`, r.Statements, (*line).statement)
	array(l, `"facts":`, r.Facts, (*line).fact)
	array(l, `"mentions":`, r.Mentions, (*line).mention)
	array(l, `"notes":`, r.Notes, (*line).note)
	l.raw("}")
}

func (l *line) report(r *Report) {
	l.key(`"report":{`)
	l.null(`"title":`, r.Title)
	l.null(`"url":`, r.URL)
	l.null(`"publisher":`, r.Publisher)
	l.null(`"agency":`, r.Agency)
	object(l, `"dateline":`, r.Dateline, func(l *line, d *Dateline) {
		l.raw("{")
		l.text(`"text":`, d.Text)
		l.text(`"code":`, d.Code)
		l.raw("}")
	})
	l.text(`"lang":`, r.Lang)
	l.null(`"published":`, r.Published)
	l.text(`"sha256":`, r.SHA256)
	l.int(`"bytes":`, r.Bytes)
	if r.Text != "" {
		l.text(`"text":`, r.Text)
	}
	l.raw("}")
}

func (l *line) event(e *Event) {
	l.raw("{")
	l.text(`"id":`, e.ID)
	l.text(`"type":`, e.Type)
	l.texts(`"modes":`, e.Modes)
	l.texts(`"contexts":`, e.Contexts)
	l.text(`"cameo":`, e.CAMEO)
	l.int(`"quad":`, e.Quad)
	l.float(`"score":`, e.Score)
	l.text(`"status":`, e.Status)
	array(l, `"actors":`, e.Actors, (*line).party)
	array(l, `"recipients":`, e.Recipients, (*line).party)
	object(l, `"date":`, e.Date, (*line).date)
	object(l, `"place":`, e.Place, (*line).place)
	object(l, `"speaker":`, e.Speaker, (*line).party)
	l.null(`"occasion":`, e.Occasion)
	l.texts(`"topics":`, e.Topics)
	array(l, `"evidence":`, e.Evidence, (*line).evidence)
	l.text(`"rule":`, e.Rule)
	l.float(`"confidence":`, e.Confidence)
	l.raw("}")
}

func (l *line) party(p *Party) {
	l.raw("{")
	l.text(`"text":`, p.Text)
	l.span(p.Start, p.End)
	l.null(`"id":`, p.ID)
	l.null(`"name":`, p.Name)
	l.text(`"code":`, p.Code)
	l.null(`"sector":`, p.Sector)
	l.null(`"office":`, p.Office)
	l.null(`"wikidata":`, p.Wikidata)
	l.raw("}")
}

func (l *line) date(d *Date) {
	l.raw("{")
	l.text(`"value":`, d.Value)
	l.null(`"until":`, d.Until)
	l.text(`"precision":`, d.Precision)
	l.text(`"text":`, d.Text)
	l.span(d.Start, d.End)
	l.raw("}")
}

func (l *line) place(p *Place) {
	l.raw("{")
	l.text(`"text":`, p.Text)
	l.span(p.Start, p.End)
	l.null(`"name":`, p.Name)
	l.text(`"code":`, p.Code)
	l.point(p.Lat, p.Lon, p.GeoNames)
	l.text(`"precision":`, p.Precision)
	l.raw("}")
}

func (l *line) point(lat, lon *float64, geonames *int) {
	degrees := func(l *line, f *float64) { l.float("", *f) }
	object(l, `"lat":`, lat, degrees)
	object(l, `"lon":`, lon, degrees)
	object(l, `"geonames":`, geonames, func(l *line, n *int) { l.int("", *n) })
}

func (l *line) evidence(e *Evidence) {
	l.raw("{")
	l.int(`"start":`, e.Start)
	l.int(`"end":`, e.End)
	l.text(`"quote":`, e.Quote)
	l.raw("}")
}

func (l *line) statement(s *Statement) {
	l.raw("{")
	l.text(`"id":`, s.ID)
	l.key(`"speaker":`)
	l.party(&s.Speaker)
	array(l, `"addressees":`, s.Addressees, (*line).party)
	l.texts(`"about":`, s.About)
	l.texts(`"topics":`, s.Topics)
	l.key(`"content":{`)
	l.int(`"start":`, s.Content.Start)
	l.int(`"end":`, s.Content.End)
	l.raw("}")
	l.null(`"forum":`, s.Forum)
	object(l, `"date":`, s.Date, (*line).date)
	object(l, `"place":`, s.Place, (*line).place)
	array(l, `"evidence":`, s.Evidence, (*line).evidence)
	l.text(`"rule":`, s.Rule)
	l.raw("}")
}

func (l *line) fact(f *Fact) {
	l.raw("{")
	l.text(`"id":`, f.ID)
	l.text(`"kind":`, f.Kind)
	l.key(`"subject":`)
	l.party(&f.Subject)
	l.key(`"object":`)
	l.party(&f.Object)
	l.null(`"office":`, f.Office)
	l.null(`"since":`, f.Since)
	l.null(`"until":`, f.Until)
	array(l, `"evidence":`, f.Evidence, (*line).evidence)
	l.text(`"rule":`, f.Rule)
	l.raw("}")
}

func (l *line) mention(m *Mention) {
	l.raw("{")
	l.text(`"text":`, m.Text)
	l.span(m.Start, m.End)
	l.text(`"type":`, m.Type)
	l.null(`"id":`, m.ID)
	l.text(`"code":`, m.Code)
	l.raw("}")
}

func (l *line) note(n *Note) {
	l.raw("{")
	l.text(`"code":`, n.Code)
	l.span(n.Start, n.End)
	l.text(`"text":`, n.Text)
	l.raw("}")
}

func (l *line) act(a *Act) {
	l.raw("{")
	l.text(`"id":`, a.ID)
	l.text(`"type":`, a.Type)
	l.texts(`"modes":`, a.Modes)
	l.texts(`"contexts":`, a.Contexts)
	l.text(`"cameo":`, a.CAMEO)
	l.int(`"quad":`, a.Quad)
	l.float(`"score":`, a.Score)
	l.text(`"status":`, a.Status)
	array(l, `"history":`, a.History, (*line).turn)
	array(l, `"actors":`, a.Actors, (*line).actor)
	array(l, `"recipients":`, a.Recipients, (*line).actor)
	object(l, `"date":`, a.Date, (*line).when)
	object(l, `"place":`, a.Place, (*line).where)
	l.null(`"occasion":`, a.Occasion)
	l.texts(`"topics":`, a.Topics)
	l.float(`"confidence":`, a.Confidence)
	array(l, `"tellings":`, a.Tellings, (*line).telling)
	l.raw("}")
}

func (l *line) turn(t *Turn) {
	l.raw("{")
	l.text(`"status":`, t.Status)
	l.text(`"report":`, t.Report)
	l.null(`"published":`, t.Published)
	l.raw("}")
}

func (l *line) actor(a *Actor) {
	l.raw("{")
	l.null(`"id":`, a.ID)
	l.null(`"name":`, a.Name)
	l.text(`"code":`, a.Code)
	l.null(`"sector":`, a.Sector)
	l.null(`"office":`, a.Office)
	l.null(`"wikidata":`, a.Wikidata)
	l.raw("}")
}

func (l *line) when(w *When) {
	l.raw("{")
	l.text(`"value":`, w.Value)
	l.null(`"until":`, w.Until)
	l.text(`"precision":`, w.Precision)
	l.raw("}")
}

func (l *line) where(w *Where) {
	l.raw("{")
	l.null(`"name":`, w.Name)
	l.text(`"code":`, w.Code)
	l.point(w.Lat, w.Lon, w.GeoNames)
	l.text(`"precision":`, w.Precision)
	l.raw("}")
}

func (l *line) telling(t *Telling) {
	l.raw("{")
	l.text(`"report":`, t.Report)
	l.text(`"event":`, t.Event)
	l.null(`"published":`, t.Published)
	l.text(`"status":`, t.Status)
	array(l, `"evidence":`, t.Evidence, (*line).evidence)
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
