package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"varta/internal/merge"
	"varta/record"
)

// Acts is gold for merging: which events of which reports tell one act, and which acts look alike and are not one.
type Acts struct {
	Documents []*Document
	// Apart are pairs of keys that must not be merged, with the reason.
	Apart map[[2]string]string
}

// LoadActs reads a file of acts; the gold of its reports lies in a folder gold beside it, each event with the key of
// its act.
func LoadActs(path string) (*Acts, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("load acts: %w", err)
	}
	var list map[string]struct {
		What    string            `json:"what"`
		Reports []string          `json:"reports"`
		Apart   map[string]string `json:"apart"`
	}
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, fmt.Errorf("load acts %s: %w", path, err)
	}
	a := &Acts{Apart: map[[2]string]string{}}
	if a.Documents, err = Load(filepath.Dir(path)); err != nil {
		return nil, err
	}
	told := map[string][]string{}
	for _, d := range a.Documents {
		for _, e := range d.Events {
			told[e.Key] = append(told[e.Key], d.ID)
		}
	}
	for key, act := range list {
		for other, why := range act.Apart {
			a.Apart[[2]string{key, other}] = why
		}
		if act.What != "event" {
			continue
		}
		if have := slices.Compact(told[key]); !slices.Equal(have, slices.Sorted(slices.Values(act.Reports))) {
			return nil, fmt.Errorf("load acts %s: %s is told by %v, but the gold has it in %v", path, key, act.Reports, have)
		}
	}
	return a, nil
}

// Merging is how well the tellings of an act are brought together, counted in pairs of tellings of different reports.
// Pairs with an event that gold marks optional count neither way.
type Merging struct {
	Pairs Tally `json:"pairs"`
	// Unread are the pairs that are missed because one of the two was not read.
	Unread int `json:"unread"`
	// Near are the pairs of acts that had to stay apart, Merged those of them that did not.
	Near int `json:"near"`
	// Within are the pairs of acts that one report tells and that were merged.
	Within int      `json:"within"`
	Merged []string `json:"merged"`
	Errors []string `json:"errors,omitempty"`
}

// keyed is a telling and the key of the act that gold gives it; empty for one that gold does not have.
type keyed struct {
	merge.Telling
	key      string
	optional bool
	quote    string
}

// Gold merges the events of the gold itself. Who and what its names mean is taken from what was read in the report.
func (a *Acts) Gold(read []*record.Record) *Merging {
	var all []keyed
	byID := records(read)
	for _, d := range a.Documents {
		r := d.record(byID[d.ID])
		for i, t := range merge.Tellings(r) {
			all = append(all, keyed{t, d.Events[i].Key, d.Events[i].Optional, r.Events[i].Evidence[0].Quote})
		}
	}
	return a.measure(all)
}

// Read merges events as they were read.
func (a *Acts) Read(read []*record.Record) (*Merging, error) {
	var all []keyed
	byID := records(read)
	for _, d := range a.Documents {
		r := byID[d.ID]
		if r == nil {
			continue
		}
		p, err := FromRecord(r)
		if err != nil {
			return nil, err
		}
		events := map[int]*Event{}
		for _, x := range match(pointers(d.Events), pointers(p.Events), sameType, preferEvent) {
			events[x.j] = &d.Events[x.i]
		}
		for i, t := range merge.Tellings(r) {
			k := keyed{Telling: t, quote: r.Events[i].Evidence[0].Quote}
			if e := events[i]; e != nil {
				k.key, k.optional = e.Key, e.Optional
			}
			all = append(all, k)
		}
	}
	return a.measure(all), nil
}

func records(list []*record.Record) map[string]*record.Record {
	out := map[string]*record.Record{}
	for _, r := range list {
		out[r.ID] = r
	}
	return out
}

func (a *Acts) measure(all []keyed) *Merging {
	m := &Merging{Near: len(a.Apart), Merged: []string{}}
	tellings := make([]merge.Telling, len(all))
	for i := range all {
		tellings[i] = all[i].Telling
	}
	lead := map[string]string{}
	for _, p := range merge.Assign(tellings, nil) {
		lead[p.ID()] = p.Lead
	}
	merged := map[string]bool{}
	for i, x := range all {
		for _, y := range all[i+1:] {
			together := lead[x.ID()] == lead[y.ID()]
			if x.key == "" || y.key == "" {
				continue
			}
			if x.Report != y.Report && (x.optional || y.optional) {
				continue
			}
			if x.Report == y.Report {
				if together && x.key != y.key {
					m.Within++
					m.note("merged within", x, y)
				}
				continue
			}
			m.count(x, y, together)
			if together && (a.Apart[[2]string{x.key, y.key}] != "" || a.Apart[[2]string{y.key, x.key}] != "") {
				merged[min(x.key, y.key)+" "+max(x.key, y.key)] = true
			}
		}
	}
	m.Unread = a.pairs() - m.Pairs.TP - m.Pairs.FN
	m.Pairs.FN += m.Unread
	m.Merged = slices.Sorted(maps.Keys(merged))
	return m
}

func (m *Merging) count(x, y keyed, together bool) {
	switch same := x.key == y.key; {
	case same && together:
		m.Pairs.TP++
	case same:
		m.Pairs.FN++
		m.note("apart", x, y)
	case together:
		m.Pairs.FP++
		m.note("merged", x, y)
	}
}

func (m *Merging) note(what string, x, y keyed) {
	var b strings.Builder
	v := merge.Match(&x.Telling, &y.Telling)
	fmt.Fprintf(&b, "%s %s (%s, %s) %.1f", what, x.key, x.ID(), y.ID(), v.Score)
	if x.key != y.key {
		b.WriteString(" with " + y.key)
	}
	fmt.Fprintf(&b, "\n    %s\n    %s", x.quote, y.quote)
	for _, r := range v.Reasons {
		fmt.Fprintf(&b, "\n    %+.1f %s: %s", r.Weight, r.What, r.Detail)
		if r.Contradiction {
			b.WriteString(" (contradiction)")
		}
	}
	m.Errors = append(m.Errors, b.String())
}

// pairs is how many pairs of tellings of one act the gold has.
func (a *Acts) pairs() int {
	n := 0
	told := map[string][]string{}
	for _, d := range a.Documents {
		for _, e := range d.Events {
			if e.Optional {
				continue
			}
			for _, other := range told[e.Key] {
				if other != d.ID {
					n++
				}
			}
			told[e.Key] = append(told[e.Key], d.ID)
		}
	}
	return n
}

// record is the gold in the form of a record; read is what was read in the same report.
func (d *Document) record(read *record.Record) *record.Record {
	out := &record.Record{ID: d.ID}
	var t told
	if read != nil {
		out.Report, out.Mentions, t = read.Report, read.Mentions, toldIn(read)
	}
	out.Report.Published = record.Null(d.Published)
	for i, e := range d.Events {
		x := record.Event{ID: fmt.Sprintf("e%d", i+1), Type: e.Type, Modes: e.Modes, Status: e.Status,
			Actors: t.known(e.Actors), Recipients: t.known(e.Recipients), Place: t.spot(e.Place)}
		if e.Date != "" {
			x.Date = &record.Date{Value: string(e.Date)}
		}
		for _, q := range e.Evidence {
			x.Evidence = append(x.Evidence, record.Evidence(q))
		}
		out.Events = append(out.Events, x)
	}
	return out
}

// told are the parties and the places that were read in a report.
type told struct {
	parties  []record.Party
	places   []record.Place
	mentions []record.Mention
}

func toldIn(r *record.Record) told {
	t := told{mentions: r.Mentions}
	for _, e := range r.Events {
		t.parties = slices.Concat(t.parties, e.Actors, e.Recipients)
		if e.Place != nil {
			t.places = append(t.places, *e.Place)
		}
	}
	for _, s := range r.Statements {
		t.parties = append(t.parties, s.Speaker)
	}
	for _, f := range r.Facts {
		t.parties = append(t.parties, f.Subject)
	}
	return t
}

// known gives parties of gold the identity that the reader gave to the same words of the same code.
func (t told) known(parties []Party) []record.Party {
	var out []record.Party
	for _, p := range parties {
		x := record.Party{Text: p.Text, Code: p.code()}
		for _, m := range t.mentions {
			if x.ID == "" && m.Text == p.Text && m.Code == p.code() {
				x.ID = m.ID
			}
		}
		for _, r := range t.parties {
			if r.Text == p.Text && r.Code == p.code() {
				x = r
				break
			}
		}
		out = append(out, x)
	}
	return out
}

func (t told) spot(p Party) *record.Place {
	if p.Code == "" {
		return nil
	}
	for _, r := range t.places {
		if r.Text == p.Text && r.Code == p.Code {
			return &r
		}
	}
	out := &record.Place{Text: p.Text, Code: p.code(), Precision: "state"}
	for _, m := range t.mentions {
		if m.Text == p.Text && m.Code == p.Code && m.Type == "place" {
			out.Precision = "city"
			if id, err := strconv.Atoi(string(m.ID)); err == nil {
				out.GeoNames = &id
			}
		}
	}
	return out
}

// Table writes the figures for a reader.
func (m *Merging) Table(w io.Writer, name string) {
	p, r, f := m.Pairs.Row()
	fmt.Fprintf(w, "%-12s%7.3f%7.3f%7.3f%6d%6d%6d%8d%8d%6d/%d\n", name, p, r, f, m.Pairs.TP, m.Pairs.FP, m.Pairs.FN, m.Unread, m.Within, len(m.Merged), m.Near)
}

// MergingHead heads a table of figures.
func MergingHead(w io.Writer) {
	fmt.Fprintf(w, "%-12s%7s%7s%7s%6s%6s%6s%8s%8s%8s\n", "", "P", "R", "F1", "tp", "fp", "fn", "unread", "within", "near")
}

// MergingJSON writes figures by name.
func MergingJSON(w io.Writer, figures map[string]*Merging) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	if err := e.Encode(figures); err != nil {
		return fmt.Errorf("encode figures: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}
