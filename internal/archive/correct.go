package archive

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"varta"
	"varta/internal/store"
	"varta/record"
)

// Fields of a record that users correct. A verdict is accept or reject; what is rejected leaves the record. Parties are
// codes set apart by spaces, or CODE=words of the report set apart by commas; a date is in ISO form, until the end of one that
// is a stretch of time; a place is words of the report, or CODE=words. Of a statement the actor is the speaker and the
// recipients are those spoken about, of a fact they are its subject and object and date and until say when it holds. The
// words are a passage of the report; a span says which, where it stands more than once.
const (
	Verdict    = "verdict"
	Type       = "type"
	Status     = "status"
	Actors     = "actors"
	Recipients = "recipients"
	Office     = "office"
	Day        = "date"
	Until      = "until"
	Place      = "place"
	Words      = "words"
	Span       = "span" // START-END, bytes of the text

	Accept = "accept"
	Reject = "reject"
)

// Fields are all of them, in the order in which they are applied.
func Fields() []string {
	return []string{Verdict, Type, Status, Actors, Recipients, Office, Day, Until, Place, Words, Span}
}

// Mend is what a user says of one item of a report: an event, a statement or a fact, by its id in the record and the
// place of its words, so that it is not mistaken for another when the record has changed meanwhile. Without an item it
// adds one that the reader missed.
type Mend struct {
	Item    string            `json:"item"`
	Start   int               `json:"start"`
	Changes map[string]string `json:"changes"` // by field
	Note    string            `json:"note"`
}

// Correct keeps corrections of a report and renews the record and the acts with them. Corrections outlive rereads: they
// name what the reader wrote by its kind, its type and its words. It returns the ids of the items that were corrected.
func (a *Archive) Correct(ctx context.Context, id, author string, mends ...Mend) ([]string, error) {
	report, list, x, err := a.open(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("correct %s: %w", id, err)
	}
	made := time.Now().UTC().Format(time.RFC3339)
	var added []store.Correction
	for _, m := range mends {
		heard, err := a.heard(&x, m)
		if err != nil {
			return nil, err
		}
		for _, c := range heard {
			c.Report, c.Note, c.Author, c.Made = id, record.Null(m.Note), author, made
			added = append(added, c)
		}
	}
	if len(added) == 0 {
		return nil, wrong("nothing was changed")
	}
	if err := a.apply(&x, slices.Concat(list, added)); err != nil {
		return nil, err
	}
	err = a.Write(ctx, func(tx *store.Tx) error {
		for _, c := range added {
			if err := tx.AddCorrection(report.N, c); err != nil {
				return err
			}
		}
		_, err := a.replace(tx, []renewed{x}, report.Generation)
		return err
	})
	return x.named(added), err
}

// Withdraw forgets what was said of a target of a report, and renews the record without it.
func (a *Archive) Withdraw(ctx context.Context, id, target string) error {
	report, list, x, err := a.open(ctx, id)
	if err != nil {
		return fmt.Errorf("withdraw correction of %s: %w", id, err)
	}
	rest := slices.DeleteFunc(slices.Clone(list), func(c store.Correction) bool { return c.Target == target })
	if len(rest) == len(list) {
		return wrong("nothing was said of %q", target)
	}
	if err := a.apply(&x, rest); err != nil {
		return err
	}
	return a.Write(ctx, func(tx *store.Tx) error {
		if err := tx.DropCorrections(report.N, target); err != nil {
			return err
		}
		_, err := a.replace(tx, []renewed{x}, report.Generation)
		return err
	})
}

// open reads a report again, with what was said of it so far.
func (a *Archive) open(ctx context.Context, id string) (store.Report, []store.Correction, renewed, error) {
	report, err := a.Report(ctx, id)
	if err != nil {
		return report, nil, renewed{}, err
	}
	reader, err := a.reader()
	if err != nil {
		return report, nil, renewed{}, err
	}
	list, err := a.Store.Corrections(ctx, report.N)
	if err != nil {
		return report, nil, renewed{}, err
	}
	x := a.readAgain(ctx, reader, report, list)
	return report, list, x, x.err
}

// heard are the corrections that a mend makes, with their targets.
func (a *Archive) heard(x *renewed, m Mend) ([]store.Correction, error) {
	for field := range m.Changes {
		if !slices.Contains(Fields(), field) {
			return nil, wrong("no field %q; there are %s", field, strings.Join(Fields(), ", "))
		}
	}
	if v, ok := m.Changes[Verdict]; ok && v != Accept && v != Reject {
		return nil, wrong("no verdict %q; there are %s and %s", v, Accept, Reject)
	}
	if m.Item == "" {
		return a.addition(x, m.Changes)
	}
	now, ok := x.targets[m.Item]
	if !ok || startOf(x.now, m.Item) != m.Start {
		return nil, wrong("the record of %s has changed: look at it again", x.report.ID)
	}
	var out []store.Correction
	for _, field := range Fields() {
		value, ok := m.Changes[field]
		spanned := m.Changes[Span] != ""
		if !ok || value == now.values[field] || field == Words && spanned || field == Span && !spanned {
			continue
		}
		out = append(out, store.Correction{Target: now.target, Field: field, Old: record.Null(now.values[field]), New: record.Null(value)})
	}
	return out, nil
}

// item is an event, statement or fact as the reader wrote it or a user added it, with what it is now.
type item struct {
	target string
	values map[string]string // by field, with the corrections so far
}

// named are the ids of what corrections are of.
func (x *renewed) named(list []store.Correction) []string {
	var out []string
	for _, id := range slices.Sorted(maps.Keys(x.targets)) {
		if slices.ContainsFunc(list, func(c store.Correction) bool { return c.Target == x.targets[id].target }) {
			out = append(out, id)
		}
	}
	return out
}

// targets name the items of a record as the reader wrote them, by their ids.
func targets(rec *record.Record) map[string]item {
	out := map[string]item{}
	for i := range rec.Events {
		e := &rec.Events[i]
		out[e.ID] = item{target("event", e.Type, e.Evidence), eventValues(e)}
	}
	for i := range rec.Statements {
		s := &rec.Statements[i]
		out[s.ID] = item{target("statement", s.Speaker.Code, s.Evidence), statementValues(s)}
	}
	for i := range rec.Facts {
		f := &rec.Facts[i]
		out[f.ID] = item{target("fact", f.Kind, f.Evidence), factValues(f)}
	}
	return out
}

func eventValues(e *record.Event) map[string]string {
	v := map[string]string{Type: e.Type, Status: e.Status, Actors: record.CodesOf(e.Actors), Recipients: record.CodesOf(e.Recipients), Place: Placed(e.Place)}
	if e.Date != nil {
		v[Day], v[Until] = e.Date.Value, string(e.Date.Until)
	}
	return evident(v, e.Evidence)
}

func statementValues(s *record.Statement) map[string]string {
	return evident(map[string]string{Actors: s.Speaker.Code, Recipients: strings.Join(s.About, " ")}, s.Evidence)
}

func factValues(f *record.Fact) map[string]string {
	return evident(map[string]string{Type: f.Kind, Actors: f.Subject.Code, Recipients: f.Object.Code, Office: string(f.Office), Day: string(f.Since),
		Until: string(f.Until)}, f.Evidence)
}

func evident(v map[string]string, evidence []record.Evidence) map[string]string {
	v[Words], v[Span] = evidence[0].Quote, spanOf(evidence)
	return v
}

// valuesOf are what an item of a record is now; nil if it is not there.
func valuesOf(rec *record.Record, id string) map[string]string {
	if e := eventOf(rec, id); e != nil {
		return eventValues(e)
	}
	if s := statementOf(rec, id); s != nil {
		return statementValues(s)
	}
	if f := factOf(rec, id); f != nil {
		return factValues(f)
	}
	return nil
}

func target(kind, what string, evidence []record.Evidence) string {
	return kind + " " + what + " " + spanOf(evidence)
}

func spanOf(evidence []record.Evidence) string {
	return fmt.Sprintf("%d-%d", evidence[0].Start, evidence[0].End)
}

func startOf(rec *record.Record, id string) int {
	var start int
	if _, err := fmt.Sscanf(valuesOf(rec, id)[Span], "%d-", &start); err != nil {
		return -1
	}
	return start
}

// apply makes the record of a report that was read again with corrections.
func (a *Archive) apply(x *renewed, list []store.Correction) error {
	now := *x.read
	now.Events, now.Statements, now.Facts = slices.Clone(now.Events), slices.Clone(now.Statements), slices.Clone(now.Facts)
	items := targets(&now)
	var err error
	if x.targets, x.left, err = a.corrected(&now, items, list); err != nil {
		return err
	}
	x.now = &now
	return nil
}

// corrected applies corrections to a record as it was read, with its items. It returns the items, by their ids, with
// those that were added, and the corrections whose target the reader does not write any more.
func (a *Archive) corrected(rec *record.Record, items map[string]item, list []store.Correction) (map[string]item, []store.Correction, error) {
	byTarget := map[string][]store.Correction{}
	var order, added []string
	for _, c := range list {
		if len(byTarget[c.Target]) == 0 {
			order = append(order, c.Target)
			if id, err := a.addTo(rec, c.Target); err != nil {
				return nil, nil, fmt.Errorf("addition to %s: %w", rec.ID, err)
			} else if id != "" {
				items[id] = item{target: c.Target}
				added = append(added, id)
			}
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
		items[id] = item{t, valuesNow(rec, id, byTarget[t])}
	}
	for _, id := range added {
		supersede(rec, items, id)
	}
	return items, left, nil
}

// valuesNow are what an item is after corrections, with what was said of it.
func valuesNow(rec *record.Record, id string, list []store.Correction) map[string]string {
	v := valuesOf(rec, id)
	if v == nil {
		v = map[string]string{}
	}
	for _, c := range list {
		if c.Field == Verdict {
			v[Verdict] = string(c.New)
		}
	}
	return v
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
	remove(rec, id, "")
}

// remove takes an item out of a record; what took place at it took place at another, or at none.
func remove(rec *record.Record, id, instead string) {
	rec.Events = slices.DeleteFunc(rec.Events, func(e record.Event) bool { return e.ID == id })
	rec.Statements = slices.DeleteFunc(rec.Statements, func(s record.Statement) bool { return s.ID == id })
	rec.Facts = slices.DeleteFunc(rec.Facts, func(f record.Fact) bool { return f.ID == id })
	for i := range rec.Events {
		if e := &rec.Events[i]; string(e.Occasion) == id {
			e.Occasion = record.Null(instead)
		}
	}
	for i := range rec.Statements {
		if s := &rec.Statements[i]; string(s.Forum) == id {
			s.Forum = record.Null(instead)
		}
	}
}

// Corrections are those of a report, with those whose target the reader does not write any more.
type Corrections struct {
	All  []store.Correction
	Left []store.Correction
}

// CorrectionsOf tells what was corrected in a report, by its id. read is its record as the reader writes it now.
func (a *Archive) CorrectionsOf(ctx context.Context, id string, read *record.Record) (Corrections, error) {
	list, err := a.Store.CorrectionsOf(ctx, id)
	if err != nil || len(list) == 0 {
		return Corrections{}, err
	}
	written := map[string]bool{}
	for _, x := range targets(read) {
		written[x.target] = true
	}
	out := Corrections{All: list}
	for _, c := range list {
		if !written[c.Target] && !isAdded(c.Target) {
			out.Left = append(out.Left, c)
		}
	}
	return out, nil
}

// Corrections are those of a report, by its id, in the order in which they were made.
func (a *Archive) Corrections(ctx context.Context, id string) ([]store.Correction, error) {
	list, err := a.Store.CorrectionsOf(ctx, id)
	if err == nil && len(list) == 0 {
		_, err = a.Report(ctx, id) // or is there no such report?
	}
	return list, err
}

// asRead is a stored report as the reader takes it.
func asRead(r store.Report) varta.Report {
	return varta.Report{ID: r.ID, Text: r.Text, Title: r.Title, URL: r.URL, Publisher: r.Publisher, Published: r.Published, Lang: r.Lang}
}
