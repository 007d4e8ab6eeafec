package archive

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"varta"
	"varta/internal/store"
	"varta/record"
)

// Fields of a record that users correct. A verdict is accept or reject; what is rejected leaves the record. Parties are
// codes set apart by spaces, a date is in ISO form, and the words are a passage of the report.
const (
	Verdict    = "verdict"
	Type       = "type"
	Status     = "status"
	Actors     = "actors"
	Recipients = "recipients"
	Day        = "date"
	Words      = "words"

	Accept = "accept"
	Reject = "reject"
)

// Mend is what a user says of one item of a report: an event, a statement or a fact, by its id in the record and the
// place of its words, so that it is not mistaken for another when the record has changed meanwhile.
type Mend struct {
	Report, Item string
	Start        int
	Changes      map[string]string // by field
	Note, Author string
}

// Correct keeps a correction and renews the record and the acts with it. Corrections outlive rereads: they name what the
// reader wrote by its kind, its type and its words.
func (a *Archive) Correct(ctx context.Context, m Mend) error {
	report, err := a.Report(ctx, m.Report)
	if err != nil {
		return fmt.Errorf("correct %s: %w", m.Report, err)
	}
	reader, err := a.reader()
	if err != nil {
		return err
	}
	x := a.again1(ctx, reader, report)
	if x.err != nil {
		return x.err
	}
	now, ok := x.targets[m.Item]
	if !ok || startOf(x.now, m.Item) != m.Start {
		return wrong("the record of %s has changed: look at it again", m.Report)
	}
	made := time.Now().UTC().Format(time.RFC3339)
	var added []store.Correction
	for _, field := range []string{Verdict, Type, Status, Actors, Recipients, Day, Words} {
		value, ok := m.Changes[field]
		if !ok || value == now.values[field] {
			continue
		}
		added = append(added, store.Correction{Report: m.Report, Target: now.target, Field: field, Old: record.Null(now.values[field]), New: record.Null(value),
			Note: record.Null(m.Note), Author: m.Author, Made: made})
	}
	if len(added) == 0 {
		return wrong("nothing was changed")
	}
	fixed := *x.now
	fixed.Events, fixed.Statements, fixed.Facts = slices.Clone(x.now.Events), slices.Clone(x.now.Statements), slices.Clone(x.now.Facts)
	if err := a.mend(&fixed, m.Item, added); err != nil {
		return err
	}
	x.now = &fixed
	return a.Write(ctx, func(tx *store.Tx) error {
		for _, c := range added {
			if err := tx.AddCorrection(report.N, c); err != nil {
				return err
			}
		}
		return a.replace(tx, []renewed{x}, report.Generation)
	})
}

// Withdraw forgets what was said of a target of a report, and renews the record without it.
func (a *Archive) Withdraw(ctx context.Context, id, target string) error {
	report, err := a.Report(ctx, id)
	if err != nil {
		return fmt.Errorf("withdraw correction of %s: %w", id, err)
	}
	reader, err := a.reader()
	if err != nil {
		return err
	}
	list, err := a.Store.Corrections(ctx, report.N)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(c store.Correction) bool { return c.Target == target })
	x := a.readAgain(ctx, reader, report, list)
	if x.err != nil {
		return x.err
	}
	return a.Write(ctx, func(tx *store.Tx) error {
		if err := tx.DropCorrections(report.N, target); err != nil {
			return err
		}
		return a.replace(tx, []renewed{x}, report.Generation)
	})
}

// item is an event, statement or fact as the reader wrote it, with what it is now.
type item struct {
	target string
	values map[string]string // by field, with the corrections so far
}

// targets name the items of a record as the reader wrote them, by their ids.
func targets(rec *record.Record) map[string]item {
	out := map[string]item{}
	for i := range rec.Events {
		e := &rec.Events[i]
		out[e.ID] = item{target("event", e.Type, e.Evidence), eventValues(e)}
	}
	for _, s := range rec.Statements {
		out[s.ID] = item{target("statement", s.Speaker.Code, s.Evidence), map[string]string{Actors: s.Speaker.Code, Words: quoteOf(s.Evidence)}}
	}
	for _, f := range rec.Facts {
		out[f.ID] = item{target("fact", f.Kind, f.Evidence), map[string]string{Words: quoteOf(f.Evidence)}}
	}
	return out
}

func eventValues(e *record.Event) map[string]string {
	v := map[string]string{Type: e.Type, Status: e.Status, Actors: record.CodesOf(e.Actors), Recipients: record.CodesOf(e.Recipients), Words: quoteOf(e.Evidence)}
	if e.Date != nil {
		v[Day] = e.Date.Value
	}
	return v
}

func target(kind, what string, evidence []record.Evidence) string {
	e := evidence[0]
	return fmt.Sprintf("%s %s %d-%d", kind, what, e.Start, e.End)
}

func quoteOf(evidence []record.Evidence) string { return evidence[0].Quote }

func startOf(rec *record.Record, id string) int {
	for _, e := range rec.Events {
		if e.ID == id {
			return e.Evidence[0].Start
		}
	}
	for _, s := range rec.Statements {
		if s.ID == id {
			return s.Evidence[0].Start
		}
	}
	for _, f := range rec.Facts {
		if f.ID == id {
			return f.Evidence[0].Start
		}
	}
	return -1
}

// corrected applies corrections to a record as it was read. It returns the items, by their ids, and the corrections
// whose target the reader does not write any more.
func (a *Archive) corrected(rec *record.Record, list []store.Correction) (map[string]item, []store.Correction, error) {
	items := targets(rec)
	byTarget := map[string][]store.Correction{}
	var order []string
	for _, c := range list {
		if len(byTarget[c.Target]) == 0 {
			order = append(order, c.Target)
		}
		byTarget[c.Target] = append(byTarget[c.Target], c)
	}
	var left []store.Correction
	for _, t := range order {
		id := ""
		for k, x := range items {
			if x.target == t && (id == "" || k < id) {
				id = k
			}
		}
		if id == "" {
			left = append(left, byTarget[t]...)
			continue
		}
		if err := a.mend(rec, id, byTarget[t]); err != nil {
			return nil, nil, fmt.Errorf("correction of %s in %s: %w", t, rec.ID, err)
		}
		for _, c := range byTarget[t] {
			items[id].values[c.Field] = string(c.New)
		}
	}
	return items, left, nil
}

// mend applies corrections to the item with an id.
func (a *Archive) mend(rec *record.Record, id string, list []store.Correction) error {
	rejected := false
	for _, c := range list {
		if c.Field == Verdict {
			rejected = c.New == Reject
			continue
		}
		if err := a.change(rec, id, c.Field, string(c.New)); err != nil {
			return err
		}
	}
	if rejected {
		reject(rec, id)
	}
	return nil
}

// reject takes an item out of a record. What took place at it has no occasion any more.
func reject(rec *record.Record, id string) {
	rec.Events = slices.DeleteFunc(rec.Events, func(e record.Event) bool { return e.ID == id })
	rec.Statements = slices.DeleteFunc(rec.Statements, func(s record.Statement) bool { return s.ID == id })
	rec.Facts = slices.DeleteFunc(rec.Facts, func(f record.Fact) bool { return f.ID == id })
	for i := range rec.Events {
		if string(rec.Events[i].Occasion) == id {
			rec.Events[i].Occasion = ""
		}
	}
	for i := range rec.Statements {
		if string(rec.Statements[i].Forum) == id {
			rec.Statements[i].Forum = ""
		}
	}
}

// change gives one field of an item another value.
func (a *Archive) change(rec *record.Record, id, field, value string) error {
	for i := range rec.Events {
		if e := &rec.Events[i]; e.ID == id {
			return a.changeEvent(rec, e, field, value)
		}
	}
	for i := range rec.Statements {
		if s := &rec.Statements[i]; s.ID == id {
			return changeStatement(rec, s, field, value)
		}
	}
	for i := range rec.Facts {
		if f := &rec.Facts[i]; f.ID == id && field == Words {
			var err error
			f.Evidence, err = passage(rec.Report.Text, value, f.Evidence)
			return err
		}
	}
	return wrong("%s has no %s to correct", id, field)
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
		e.Actors, err = partiesOf(rec, e.Evidence, e.Actors, value)
	case Recipients:
		e.Recipients, err = partiesOf(rec, e.Evidence, e.Recipients, value)
	case Day:
		return redate(e, value)
	case Words:
		e.Evidence, err = passage(rec.Report.Text, value, e.Evidence)
	default:
		return wrong("an event has no %s to correct", field)
	}
	return err
}

func changeStatement(rec *record.Record, s *record.Statement, field, value string) (err error) {
	switch field {
	case Actors:
		speakers, err := partiesOf(rec, s.Evidence, []record.Party{s.Speaker}, value)
		if err == nil && len(speakers) != 1 {
			err = wrong("a statement has one speaker")
		}
		if err == nil {
			s.Speaker = speakers[0]
		}
		return err
	case Words:
		s.Evidence, err = passage(rec.Report.Text, value, s.Evidence)
		if err == nil {
			s.Content = record.Span{Start: s.Evidence[0].Start, End: s.Evidence[0].End}
		}
		return err
	}
	return wrong("a statement has no %s to correct", field)
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
	if first, _ := store.Days(value, ""); first == nil {
		return wrong("%q is no date: want 2021-07-28, 2021-07 or 2021", value)
	}
	words := e.Evidence[0]
	d := record.Date{Text: words.Quote, Start: words.Start, End: words.End}
	if e.Date != nil {
		d = *e.Date
	}
	d.Value, d.Until, d.Precision = value, "", map[int]string{4: "year", 7: "month"}[len(value)]
	if d.Precision == "" {
		d.Precision = "day"
	}
	e.Date = &d
	return nil
}

// partiesOf are those that codes name: the ones that are there already, else whoever of that code the report mentions,
// in the words of the event before others. No evidence, no party.
func partiesOf(rec *record.Record, evidence []record.Evidence, now []record.Party, value string) ([]record.Party, error) {
	out := []record.Party{}
	for _, code := range strings.Fields(strings.ReplaceAll(value, ",", " ")) {
		i := slices.IndexFunc(now, func(p record.Party) bool { return p.Code == code })
		if i >= 0 {
			out = append(out, now[i])
			continue
		}
		m := mentioned(rec, evidence, code)
		if m == nil {
			return nil, wrong("the report does not mention %s", code)
		}
		p := record.Party{Text: m.Text, Start: m.Start, End: m.End, ID: m.ID, Code: code}
		out = append(out, p)
	}
	return out, nil
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

// passage makes words of the report the first evidence, where they stand nearest to what it was.
func passage(text, words string, now []record.Evidence) ([]record.Evidence, error) {
	best, words := -1, strings.TrimSpace(words)
	if words == "" {
		return nil, wrong("no words: a record needs its evidence")
	}
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		if at += i; best < 0 || abs(at-now[0].Start) < abs(best-now[0].Start) {
			best = at
		}
		at += len(words)
	}
	if best < 0 {
		return nil, wrong("the report does not have these words in a row: %q", words)
	}
	out := slices.Clone(now)
	out[0] = record.Evidence{Start: best, End: best + len(words), Quote: words}
	return out, nil
}

func abs(n int) int { return max(n, -n) }

// Corrections are those of a report, with those whose target the reader does not write any more.
type Corrections struct {
	All  []store.Correction
	Left []store.Correction
}

// CorrectionsOf tells what was corrected in a report, by its id.
func (a *Archive) CorrectionsOf(ctx context.Context, id string) (Corrections, error) {
	report, err := a.Report(ctx, id)
	if err != nil {
		return Corrections{}, fmt.Errorf("report %s: %w", id, err)
	}
	list, err := a.Store.Corrections(ctx, report.N)
	if err != nil || len(list) == 0 {
		return Corrections{}, err
	}
	reader, err := a.reader()
	if err != nil {
		return Corrections{}, err
	}
	x := a.readAgain(ctx, reader, report, list)
	return Corrections{list, x.left}, x.err
}

// asRead is a stored report as the reader takes it.
func asRead(r store.Report) varta.Report {
	return varta.Report{ID: r.ID, Text: r.Text, Title: r.Title, URL: r.URL, Publisher: r.Publisher, Published: r.Published, Lang: r.Lang}
}
