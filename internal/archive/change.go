package archive

import (
	"slices"
	"strings"

	"varta/internal/store"
	"varta/record"
)

func eventOf(rec *record.Record, id string) *record.Event {
	i := slices.IndexFunc(rec.Events, func(e record.Event) bool { return e.ID == id })
	if i < 0 {
		return nil
	}
	return &rec.Events[i]
}

func statementOf(rec *record.Record, id string) *record.Statement {
	i := slices.IndexFunc(rec.Statements, func(s record.Statement) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return &rec.Statements[i]
}

func factOf(rec *record.Record, id string) *record.Fact {
	i := slices.IndexFunc(rec.Facts, func(f record.Fact) bool { return f.ID == id })
	if i < 0 {
		return nil
	}
	return &rec.Facts[i]
}

// change gives one field of an item another value.
func (a *Archive) change(rec *record.Record, id, field, value string) error {
	if e := eventOf(rec, id); e != nil {
		return a.changeEvent(rec, e, field, value)
	}
	if s := statementOf(rec, id); s != nil {
		return a.changeStatement(rec, s, field, value)
	}
	if f := factOf(rec, id); f != nil {
		return a.changeFact(rec, f, field, value)
	}
	return wrong("there is no %s to correct", id)
}

func (a *Archive) changeEvent(rec *record.Record, e *record.Event, field, value string) (err error) {
	switch field {
	case Type:
		return a.retype(e, value)
	case Status:
		if !slices.Contains(record.Statuses(), value) {
			return wrong("no status %q; there are %s", value, strings.Join(record.Statuses(), ", "))
		}
		e.Status = value
	case Actors:
		e.Actors, err = a.parties(rec, e.Evidence, e.Actors, value)
	case Recipients:
		e.Recipients, err = a.parties(rec, e.Evidence, e.Recipients, value)
	case Day:
		return redate(e, value)
	case Until:
		return prolong(e, value)
	case Place:
		return a.relocate(rec, e, value)
	case Words, Span:
		e.Evidence, err = evidence(rec.Report.Text, field, value, e.Evidence)
	default:
		return wrong("an event has no %s to correct", field)
	}
	return err
}

func (a *Archive) changeStatement(rec *record.Record, s *record.Statement, field, value string) (err error) {
	switch field {
	case Actors:
		s.Speaker, err = a.one(rec, s.Evidence, s.Speaker, value)
	case Recipients:
		s.About, err = a.known(value)
	case Words, Span:
		if s.Evidence, err = evidence(rec.Report.Text, field, value, s.Evidence); err == nil {
			s.Content = record.Span{Start: s.Evidence[0].Start, End: s.Evidence[0].End}
		}
	default:
		return wrong("a statement has no %s to correct", field)
	}
	return err
}

func (a *Archive) changeFact(rec *record.Record, f *record.Fact, field, value string) (err error) {
	switch field {
	case Type:
		if !slices.Contains(record.FactKinds(), value) {
			return wrong("no kind of fact %q; there are %s", value, strings.Join(record.FactKinds(), ", "))
		}
		f.Kind = value
	case Actors:
		f.Subject, err = a.one(rec, f.Evidence, f.Subject, value)
	case Recipients:
		f.Object, err = a.one(rec, f.Evidence, f.Object, value)
	case Office:
		f.Office = record.Null(value)
	case Day:
		if err = dated(value); err == nil {
			f.Since = record.Null(value)
		}
	case Until:
		if err = ends(string(f.Since), value); err == nil {
			f.Until = record.Null(value)
		}
	case Words, Span:
		f.Evidence, err = evidence(rec.Report.Text, field, value, f.Evidence)
	default:
		return wrong("a fact has no %s to correct", field)
	}
	return err
}

// retype makes an event one of another type, with the code, class and score that the type has without a mode.
func (a *Archive) retype(e *record.Event, value string) error {
	codes, err := a.Codes()
	if err != nil {
		return err
	}
	t, ok := codes.Types[value]
	if !ok {
		return wrong("no type %q", value)
	}
	e.Type, e.Quad, e.Score, e.CAMEO, e.Modes = value, t.Quad, t.Score, t.CAMEO, []string{}
	return nil
}

func redate(e *record.Event, value string) error {
	if value == "" {
		e.Date = nil
		return nil
	}
	if err := dated(value); err != nil {
		return err
	}
	words := e.Evidence[0]
	d := record.Date{Text: words.Quote, Start: words.Start, End: words.End}
	if e.Date != nil {
		d = *e.Date
	}
	if ends(value, string(d.Until)) != nil {
		d.Until = ""
	}
	d.Value, d.Precision = value, map[int]string{4: "year", 7: "month"}[len(value)]
	if d.Precision == "" {
		d.Precision = "day"
	}
	e.Date = &d
	return nil
}

// prolong gives the date of an event another end, or none.
func prolong(e *record.Event, value string) error {
	if e.Date == nil {
		if value == "" {
			return nil
		}
		return wrong("a stretch of time that ends %s needs its beginning too", value)
	}
	if err := ends(e.Date.Value, value); err != nil {
		return err
	}
	d := *e.Date
	d.Until = record.Null(value)
	e.Date = &d
	return nil
}

// ends says whether a stretch of time may end with a value, or have no end.
func ends(since, value string) error {
	if err := dated(value); err != nil {
		return err
	}
	first, _ := store.Days(since, "")
	_, last := store.Days(value, "")
	if first != nil && last != nil && last.(string) < first.(string) {
		return wrong("%s, its end, is before %s", value, since)
	}
	return nil
}

// dated says whether a value is a date, or none.
func dated(value string) error {
	if first, _ := store.Days(value, ""); first == nil && value != "" {
		return wrong("%q is no date: want 2021-07-28, 2021-07 or 2021", value)
	}
	return nil
}

// named is a party as a form names it: by its code, and where the reader has not seen that the report mentions it, by
// its words too.
type named struct{ code, words string }

// namings takes "IND LKA" and "IND, LKA=words of the report" apart.
func namings(value string) []named {
	var out []named
	for part := range strings.SplitSeq(value, ",") {
		if code, words, ok := strings.Cut(part, "="); ok {
			out = append(out, named{strings.TrimSpace(code), strings.TrimSpace(words)})
			continue
		}
		for _, code := range strings.Fields(part) {
			out = append(out, named{code: code})
		}
	}
	return out
}

// parties are those that a value names: the ones that are there already, else whoever of that code the report mentions,
// in the words of the event before others. No evidence, no party.
func (a *Archive) parties(rec *record.Record, evidence []record.Evidence, now []record.Party, value string) ([]record.Party, error) {
	out := []record.Party{}
	for _, n := range namings(value) {
		p, err := a.partyOf(rec, evidence, now, n)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// one is the only party that a value names.
func (a *Archive) one(rec *record.Record, evidence []record.Evidence, now record.Party, value string) (record.Party, error) {
	list, err := a.parties(rec, evidence, []record.Party{now}, value)
	if err == nil && len(list) != 1 {
		err = wrong("a statement has one speaker, a fact one subject and one object; here are %d: %q", len(list), value)
	}
	if err != nil {
		return now, err
	}
	return list[0], nil
}

func (a *Archive) partyOf(rec *record.Record, evidence []record.Evidence, now []record.Party, n named) (record.Party, error) {
	if n.words != "" {
		if _, err := a.known(n.code); err != nil {
			return record.Party{}, err
		}
		e, err := passage(rec.Report.Text, n.words, evidence[0].Start)
		return record.Party{Text: e.Quote, Start: e.Start, End: e.End, Code: n.code}, err
	}
	if i := slices.IndexFunc(now, func(p record.Party) bool { return p.Code == n.code }); i >= 0 {
		return now[i], nil
	}
	m := mentioned(rec, evidence, n.code)
	if m == nil {
		return record.Party{}, wrong("the reader sees no mention of %s; name its words in the report too: %s=…", n.code, n.code)
	}
	return record.Party{Text: m.Text, Start: m.Start, End: m.End, ID: m.ID, Code: n.code}, nil
}

func mentioned(rec *record.Record, evidence []record.Evidence, code string) *record.Mention {
	var out *record.Mention
	for i := range rec.Mentions {
		m := &rec.Mentions[i]
		if m.Code != code {
			continue
		}
		if slices.ContainsFunc(evidence, func(e record.Evidence) bool { return e.Start <= m.Start && m.End <= e.End }) {
			return m
		}
		if out == nil {
			out = m
		}
	}
	return out
}

// known are codes that the tables of the world have.
func (a *Archive) known(value string) ([]string, error) {
	codes, err := a.Codes()
	if err != nil {
		return nil, err
	}
	out := strings.Fields(strings.ReplaceAll(value, ",", " "))
	for _, c := range out {
		_, state := codes.States[c]
		_, body := codes.Organisations[c]
		_, group := codes.Groups[c]
		if !state && !body && !group && c != record.Unknown {
			return nil, wrong("no code %q: want one such as IND, UN, HAMAS, or %s where it is not known", c, record.Unknown)
		}
	}
	return append([]string{}, out...), nil
}
