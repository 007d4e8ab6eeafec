package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"varta/record"
)

// Number is that of event, statement or fact i of report n.
func Number(n int64, i int) int64 { return n<<20 + int64(i) }

// PutRecord keeps the record of report n, and drops the one that it had. Acts are left to the caller, see [Tx.PutAct].
func (t *Tx) PutRecord(n int64, rec *record.Record, generation int64, relation func(*record.Fact) string) error {
	head, err := headJSON(rec)
	if err != nil {
		return err
	}
	dateline, code := any(nil), any(nil)
	if d := rec.Report.Dateline; d != nil {
		dateline, code = d.Text, d.Code
	}
	err = t.insert("records(report, version, data_version, generation, dateline, dateline_code, json)",
		row{n, rec.Version, rec.DataVersion, generation, dateline, code, head})
	return errors.Join(err, t.putEvents(n, rec.Events), t.putStatements(n, rec), t.putFacts(n, rec.Facts, relation), t.putMentions(n, rec))
}

// DropRecord removes what was read in a report, its share in acts and in merging too; acts that it told must have been dropped.
func (t *Tx) DropRecord(n int64) error {
	low, high := Number(n, 0), Number(n+1, 0)
	for _, of := range []string{"tellings.event", "merging.event", "event_keys.event", "lead_keys.event", "event_parties.event", "events.n",
		"statement_parties.statement", "statements.n", "facts.n"} {
		table, column, _ := strings.Cut(of, ".")
		if err := t.Exec("DELETE FROM "+table+" WHERE "+column+" >= ? AND "+column+" < ?", low, high); err != nil {
			return fmt.Errorf("drop %s of report %d: %w", table, n, err)
		}
	}
	return errors.Join(t.Exec("DELETE FROM mentions WHERE report = ?", n), t.Exec("DELETE FROM records WHERE report = ?", n))
}

func (t *Tx) putEvents(n int64, events []record.Event) error {
	var rows, parties []row
	for i := range events {
		e := &events[i]
		line, evidence, err := eventJSON(e)
		if err != nil {
			return err
		}
		id := Number(n, i)
		first, last := days(e.Date)
		r := row{id, n, e.ID, e.Type, spaced(e.Modes), spaced(e.Contexts), e.CAMEO, e.Quad, e.Score, e.Status,
			codes(e.Actors), codes(e.Recipients)}
		r = append(r, dateCells(e.Date)...)
		r = append(r, first, last)
		r = append(r, placeCells(e.Place)...)
		rows = append(rows, append(r, speaker(e.Speaker), null(e.Occasion), spaced(e.Topics), e.Rule, e.Confidence, evidence, line))
		for side, list := range map[string][]record.Party{"actor": e.Actors, "recipient": e.Recipients} {
			for k, p := range list {
				parties = append(parties, row{id, side, k, null(p.ID), null(p.Name), p.Code, null(p.Sector), null(p.Office), p.Text})
			}
		}
	}
	return errors.Join(t.insert("events(n, report, id, type, modes, contexts, cameo, quad, score, status, actors, recipients, "+
		"date, until, first_day, last_day, place, place_code, lat, lon, geonames, place_precision, speaker, occasion, topics, "+
		"rule, confidence, evidence, json)", rows...),
		t.insert("event_parties(event, side, seq, entity, name, code, sector, office, text)", parties...))
}

// eventJSON is an event without its evidence, and the evidence.
func eventJSON(e *record.Event) (line, evidence string, err error) {
	bare := *e
	bare.Evidence = []record.Evidence{}
	if line, err = compact(bare); err != nil {
		return "", "", err
	}
	evidence, err = compact(e.Evidence)
	return line, evidence, err
}

func (t *Tx) putStatements(n int64, rec *record.Record) error {
	var rows, parties []row
	for i := range rec.Statements {
		s := &rec.Statements[i]
		line, err := compact(s)
		if err != nil {
			return err
		}
		id := Number(n, i)
		first, last := days(s.Date)
		place, code := any(nil), any(nil)
		if s.Place != nil {
			place, code = placeName(s.Place), s.Place.Code
		}
		rows = append(rows, row{id, n, s.ID, null(s.Speaker.ID), null(s.Speaker.Name), s.Speaker.Code, s.Speaker.Text,
			codes(s.Addressees), spaced(s.About), spaced(s.Topics), null(s.Forum), dateCells(s.Date)[0], first, last, place, code,
			s.Content.Start, s.Content.End, cut(rec.Report.Text, s.Content), s.Rule, line})
		parties = append(parties, row{id, "speaker", 0, null(s.Speaker.ID), null(s.Speaker.Name), s.Speaker.Code})
		for k, p := range s.Addressees {
			parties = append(parties, row{id, "addressee", k, null(p.ID), null(p.Name), p.Code})
		}
		for k, code := range s.About {
			parties = append(parties, row{id, "about", k, nil, nil, code})
		}
	}
	return errors.Join(t.insert("statements(n, report, id, speaker, speaker_name, speaker_code, speaker_text, addressees, about, topics, "+
		"forum, date, first_day, last_day, place, place_code, content_start, content_end, content, rule, json)", rows...),
		t.insert("statement_parties(statement, side, seq, entity, name, code)", parties...))
}

func cut(text string, s record.Span) string {
	if s.Start < 0 || s.End > len(text) || s.End < s.Start {
		return ""
	}
	return text[s.Start:s.End]
}

func (t *Tx) putFacts(n int64, facts []record.Fact, relation func(*record.Fact) string) error {
	var rows []row
	for i := range facts {
		f := &facts[i]
		line, err := compact(f)
		if err != nil {
			return err
		}
		rows = append(rows, row{Number(n, i), n, f.ID, relation(f), f.Kind, null(f.Subject.ID), null(f.Subject.Name), f.Subject.Code,
			null(f.Object.ID), null(f.Object.Name), f.Object.Code, null(f.Office), null(f.Since), null(f.Until), line})
	}
	return t.insert("facts(n, report, id, relation, kind, subject, subject_name, subject_code, object, object_name, object_code, "+
		"office, since, until, json)", rows...)
}

// putMentions counts who and what a report names. Names come from the parties: a mention has only words.
func (t *Tx) putMentions(n int64, rec *record.Record) error {
	names := map[record.Null]record.Null{}
	for _, e := range rec.Events {
		for _, p := range slices.Concat(e.Actors, e.Recipients) {
			names[p.ID] = p.Name
		}
		if e.Place != nil && e.Place.GeoNames != nil {
			names[record.Null(fmt.Sprint(*e.Place.GeoNames))] = e.Place.Name
		}
	}
	for _, f := range rec.Facts {
		names[f.Subject.ID], names[f.Object.ID] = f.Subject.Name, f.Object.Name
	}
	for _, s := range rec.Statements {
		names[s.Speaker.ID] = s.Speaker.Name
	}
	times := map[record.Null]int{}
	var rows []row
	for _, m := range rec.Mentions {
		if times[m.ID]++; m.ID == "" || times[m.ID] > 1 {
			continue
		}
		if err := t.putEntity(m, names[m.ID]); err != nil {
			return err
		}
		rows = append(rows, row{string(m.ID), n, 0})
	}
	for _, r := range rows {
		r[2] = times[record.Null(r[0].(string))]
	}
	return t.insert("mentions(entity, report, times)", rows...)
}

// putEntity keeps an entity, with its name as soon as a report tells it.
func (t *Tx) putEntity(m record.Mention, name record.Null) error {
	kind := m.Type
	if strings.HasPrefix(string(m.ID), "person:") {
		kind = "person" // also where a title means somebody
	}
	have := entity{name, kind, m.Code}
	if old, ok := t.w.entities[m.ID]; ok && (old == have || name == "") {
		return nil
	}
	t.w.entities[m.ID] = have
	return t.Exec("INSERT INTO entities(id, name, type, code) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = coalesce(excluded.name, entities.name)",
		string(m.ID), null(name), kind, m.Code)
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

// compact is a value in JSON without HTML escapes.
func compact(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// days are the first and the last day of a date, nil when it has none.
func days(d *record.Date) (first, last any) {
	if d == nil {
		return nil, nil
	}
	return Days(d.Value, string(d.Until))
}
