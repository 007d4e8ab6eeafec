package store

import (
	"slices"
	"strconv"
	"strings"

	"varta/record"
)

// Encoded is a record as rows of tables, but for the number of its report. Encoding takes longer than writing, and
// needs no database: it is done beside the writer.
type Encoded struct {
	version, dataVersion   string
	dateline, datelineCode any
	head                   string
	sections               []section
	mentions               []mentioned
}

// section is the rows of one table. Their first cell is a place in the record, and the second one the report if report is
// set; both are numbered when they are written.
type section struct {
	table  string
	report bool
	rows   []row
}

// mentioned is an entity, and how often a report names it.
type mentioned struct {
	entity
	id    record.Null
	times int
}

// Encode makes rows of a record; relation names what a fact is about.
func Encode(rec *record.Record, relation func(*record.Fact) string) (*Encoded, error) {
	x := &Encoded{version: rec.Version, dataVersion: rec.DataVersion}
	if d := rec.Report.Dateline; d != nil {
		x.dateline, x.datelineCode = d.Text, d.Code
	}
	var err error
	if x.head, err = headJSON(rec); err != nil {
		return nil, err
	}
	if err := x.events(rec.Events); err != nil {
		return nil, err
	}
	if err := x.statements(rec); err != nil {
		return nil, err
	}
	x.count(rec)
	return x, x.facts(rec.Facts, relation)
}

func (x *Encoded) add(table string, report bool, rows []row) {
	x.sections = append(x.sections, section{table, report, rows})
}

func (x *Encoded) events(events []record.Event) error {
	var rows, parties []row
	for i := range events {
		e := &events[i]
		line, evidence, err := eventJSON(e)
		if err != nil {
			return err
		}
		first, last := days(e.Date)
		r := append(make(row, 0, eventColumns), i, nil, e.ID, e.Type, spaced(e.Modes), spaced(e.Contexts), e.CAMEO, e.Quad, e.Score, e.Status,
			codes(e.Actors), codes(e.Recipients))
		r = append(r, dateCells(e.Date)...)
		r = append(r, first, last)
		r = append(r, placeCells(e.Place)...)
		rows = append(rows, append(r, speaker(e.Speaker), null(e.Occasion), spaced(e.Topics), e.Rule, e.Confidence, evidence, line))
		for k, p := range e.Actors {
			parties = append(parties, eventParty(i, "actor", k, p))
		}
		for k, p := range e.Recipients {
			parties = append(parties, eventParty(i, "recipient", k, p))
		}
	}
	x.add("events(n, report, id, type, modes, contexts, cameo, quad, score, status, actors, recipients, "+
		"date, until, first_day, last_day, place, place_code, lat, lon, geonames, place_precision, speaker, occasion, topics, "+
		"rule, confidence, evidence, json)", true, rows)
	x.add("event_parties(event, side, seq, entity, name, code, sector, office, text)", false, parties)
	return nil
}

const eventColumns = 29

func eventParty(i int, side string, k int, p record.Party) row {
	return row{i, side, k, null(p.ID), null(p.Name), p.Code, null(p.Sector), null(p.Office), p.Text}
}

// eventJSON is an event without its evidence, and the evidence.
func eventJSON(e *record.Event) (line, evidence string, err error) {
	bare := *e
	bare.Evidence = []record.Evidence{}
	if line, err = record.Lean(&bare); err != nil {
		return "", "", err
	}
	evidence, err = record.Lean(&e.Evidence)
	return line, evidence, err
}

func (x *Encoded) statements(rec *record.Record) error {
	var rows, parties []row
	for i := range rec.Statements {
		s := &rec.Statements[i]
		line, err := record.Lean(s)
		if err != nil {
			return err
		}
		first, last := days(s.Date)
		place, code := any(nil), any(nil)
		if s.Place != nil {
			place, code = placeName(s.Place), s.Place.Code
		}
		rows = append(rows, row{i, nil, s.ID, null(s.Speaker.ID), null(s.Speaker.Name), s.Speaker.Code, s.Speaker.Text,
			codes(s.Addressees), spaced(s.About), spaced(s.Topics), null(s.Forum), dateCells(s.Date)[0], first, last, place, code,
			s.Content.Start, s.Content.End, cut(rec.Report.Text, s.Content), s.Rule, line})
		parties = append(parties, row{i, "speaker", 0, null(s.Speaker.ID), null(s.Speaker.Name), s.Speaker.Code})
		for k, p := range s.Addressees {
			parties = append(parties, row{i, "addressee", k, null(p.ID), null(p.Name), p.Code})
		}
		for k, code := range s.About {
			parties = append(parties, row{i, "about", k, nil, nil, code})
		}
	}
	x.add("statements(n, report, id, speaker, speaker_name, speaker_code, speaker_text, addressees, about, topics, "+
		"forum, date, first_day, last_day, place, place_code, content_start, content_end, content, rule, json)", true, rows)
	x.add("statement_parties(statement, side, seq, entity, name, code)", false, parties)
	return nil
}

func cut(text string, s record.Span) string {
	if s.Start < 0 || s.End > len(text) || s.End < s.Start {
		return ""
	}
	return text[s.Start:s.End]
}

func (x *Encoded) facts(facts []record.Fact, relation func(*record.Fact) string) error {
	var rows []row
	for i := range facts {
		f := &facts[i]
		line, err := record.Lean(f)
		if err != nil {
			return err
		}
		rows = append(rows, row{i, nil, f.ID, relation(f), f.Kind, null(f.Subject.ID), null(f.Subject.Name), f.Subject.Code,
			null(f.Object.ID), null(f.Object.Name), f.Object.Code, null(f.Office), null(f.Since), null(f.Until), line})
	}
	x.add("facts(n, report, id, relation, kind, subject, subject_name, subject_code, object, object_name, object_code, "+
		"office, since, until, json)", true, rows)
	return nil
}

// count counts who and what a report names.
func (x *Encoded) count(rec *record.Record) {
	names := namesOf(rec)
	at := map[record.Null]int{}
	for _, m := range rec.Mentions {
		if m.ID == "" {
			continue
		}
		i, ok := at[m.ID]
		if !ok {
			i = len(x.mentions)
			at[m.ID] = i
			kind := m.Type
			switch {
			case strings.HasPrefix(string(m.ID), "person:"):
				kind = "person" // also where a title means somebody
			case kind == "nationals":
				kind = "state" // theirs
			}
			x.mentions = append(x.mentions, mentioned{entity{names[m.ID], kind, m.Code}, m.ID, 0})
		}
		x.mentions[i].times++
	}
}

// namesOf are the names that the parties and places of a record have: a mention has only words.
func namesOf(rec *record.Record) map[record.Null]record.Null {
	names := map[record.Null]record.Null{}
	for _, e := range rec.Events {
		for _, p := range slices.Concat(e.Actors, e.Recipients) {
			names[p.ID] = p.Name
		}
		if e.Place != nil && e.Place.GeoNames != nil {
			names[record.Null(strconv.Itoa(*e.Place.GeoNames))] = e.Place.Name
		}
	}
	for _, f := range rec.Facts {
		names[f.Subject.ID], names[f.Object.ID] = f.Subject.Name, f.Object.Name
	}
	for _, s := range rec.Statements {
		names[s.Speaker.ID] = s.Speaker.Name
	}
	return names
}

func spaced(list []string) string { return strings.Join(list, " ") }

// codes lists each code of parties once.
func codes(parties []record.Party) string {
	var out []string
	for _, p := range parties {
		if !slices.Contains(out, p.Code) {
			out = append(out, p.Code)
		}
	}
	return spaced(out)
}

func speaker(p *record.Party) any {
	if p == nil {
		return nil
	}
	return p.Code
}

func dateCells(d *record.Date) row {
	if d == nil {
		return row{nil, nil}
	}
	return row{d.Value, null(d.Until)}
}

func placeCells(p *record.Place) row {
	if p == nil {
		return row{nil, nil, nil, nil, nil, nil}
	}
	return row{placeName(p), p.Code, pointer(p.Lat), pointer(p.Lon), pointer(p.GeoNames), p.Precision}
}

func placeName(p *record.Place) string {
	if p.Name != "" {
		return string(p.Name)
	}
	return p.Text
}

func pointer[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// days are the first and the last day of a date, nil when it has none.
func days(d *record.Date) (first, last any) {
	if d == nil {
		return nil, nil
	}
	return Days(d.Value, string(d.Until))
}
