package archive

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"varta"
	"varta/internal/store"
	"varta/record"
)

// Question is a query as a user writes it: parties and places by any name, days of any precision. The command line, the
// server and others that ask fill it in; [Archive.Resolve] makes a query of it.
type Question struct {
	Of         store.Kind
	Parties    []string // names or codes; all of them
	Types      []string // of acts and events; kinds of facts, types of entities
	Modes      []string
	Statuses   []string
	Topics     []string
	Since      string // a day, month or year
	Until      string
	Place      string  // a state or a place
	Radius     float64 // km around a place
	Text       string  // words of a report; "words side by side" in quotation marks
	MinReports int
	Speaker    string
	About      string
	Name       string // of an entity
	Sort       string
	Limit      int
	Cursor     string
}

// ErrQuestion is what the errors of a question are that cannot be asked.
var ErrQuestion = errors.New("question that cannot be asked")

type questionError struct{ error }

func (e questionError) Is(target error) bool { return target == ErrQuestion }
func (e questionError) Unwrap() error        { return e.error }

func wrong(format string, args ...any) error { return questionError{fmt.Errorf(format, args...)} }

// Resolve looks up the names of a question.
func (a *Archive) Resolve(q Question) (store.Query, error) {
	out := store.Query{Of: q.Of, Types: q.Types, Modes: q.Modes, Statuses: q.Statuses, Topics: q.Topics, MinReports: q.MinReports, Name: q.Name,
		Sort: q.Sort, Limit: q.Limit, Cursor: q.Cursor, Phrases: a.phrases(q.Text)}
	err := a.check(&out, q)
	if err != nil {
		return out, err
	}
	if out.Since, out.Until, err = period(q.Since, q.Until); err != nil {
		return out, err
	}
	for _, name := range q.Parties {
		p, err := a.party(name)
		if err != nil {
			return out, err
		}
		out.Parties = append(out.Parties, p)
	}
	for _, x := range []struct {
		name string
		to   **store.Party
	}{{q.Speaker, &out.Speaker}, {q.About, &out.About}} {
		if x.name == "" {
			continue
		}
		p, err := a.party(x.name)
		if err != nil {
			return out, err
		}
		*x.to = &p
	}
	return out, a.place(q, &out)
}

// check refuses what no answer can have, and writes types as records do.
func (a *Archive) check(out *store.Query, q Question) error {
	if q.Limit < 0 || q.MinReports < 0 || q.Radius < 0 {
		return wrong("numbers are not below zero")
	}
	if sorts := store.Sorts(q.Of); q.Sort != "" && !slices.Contains(sorts, strings.TrimPrefix(q.Sort, "-")) {
		return wrong("%s are sorted by %s, not by %q", q.Of, strings.Join(sorts, ", "), q.Sort)
	}
	if q.Text != "" && len(out.Phrases) == 0 {
		return wrong("no word in the text %q", q.Text)
	}
	c, err := a.Codes()
	if err != nil {
		return err
	}
	if q.Of == store.Acts || q.Of == store.Events {
		out.Types = nil
		for _, t := range q.Types {
			out.Types = append(out.Types, strings.ToUpper(t))
		}
	}
	return errors.Join(listed("type", out.Types, typesOf(q.Of, c)), listed("mode", q.Modes, c.Modes()),
		listed("status", q.Statuses, record.Statuses()), listed("topic", q.Topics, c.Topics))
}

// typesOf are the types that something of a kind may have; nil where no table lists them.
func typesOf(kind store.Kind, c *record.Codes) []string {
	switch kind {
	case store.Acts, store.Events:
		return slices.Sorted(maps.Keys(c.Types))
	case store.Facts:
		return record.FactKinds()
	}
	return nil
}

// listed refuses what is not among those that there are.
func listed(what string, asked, all []string) error {
	for _, x := range asked {
		if all != nil && !slices.Contains(all, x) {
			return wrong("no %s %q; there are %s", what, x, strings.Join(all, ", "))
		}
	}
	return nil
}

// period is the first day of since and the last of until.
func period(since, until string) (from, to string, err error) {
	if since != "" {
		first, _ := store.Days(since, "")
		if first == nil {
			return "", "", wrong("since %q is no date: want 2021-07-28, 2021-07 or 2021", since)
		}
		from = first.(string)
	}
	if until != "" {
		_, last := store.Days(until, "")
		if last == nil {
			return "", "", wrong("until %q is no date: want 2021-07-28, 2021-07 or 2021", until)
		}
		to = last.(string)
	}
	if from != "" && to != "" && to < from {
		return "", "", wrong("until %s is before since %s", until, since)
	}
	return from, to, nil
}

// phrases are the words of a text: those in quotation marks side by side, others each for itself.
func (a *Archive) phrases(text string) [][]string {
	var out [][]string
	for i, part := range strings.Split(text, `"`) {
		words := a.Spelling.Words(part)
		if i%2 == 1 && len(words) > 0 {
			out = append(out, words)
			continue
		}
		for _, w := range words {
			out = append(out, []string{w})
		}
	}
	return out
}

// kinds of what a name may mean, those that are meant first.
var kinds = []string{"state", "organisation", "group", "person", "body", "place"}

// named is the one that a name means; of several the one that is meant more often, by its kind.
func (a *Archive) named(name string, among []string) (varta.Named, error) {
	reader, err := a.reader()
	if err != nil {
		return varta.Named{}, err
	}
	found, err := reader.Registry().Find(name)
	if err != nil {
		return varta.Named{}, wrong("%w", err)
	}
	for _, kind := range among {
		var of []varta.Named
		for _, f := range found {
			if f.Kind == kind {
				of = append(of, f)
			}
		}
		switch len(of) {
		case 0:
		case 1:
			return of[0], nil
		default:
			return of[0], wrong("%s may be %s: say which", name, choices(of))
		}
	}
	return varta.Named{}, wrong("%s is a %s", name, found[0].Kind)
}

func choices(of []varta.Named) string {
	var out []string
	for _, f := range of[:min(len(of), 8)] {
		out = append(out, f.ID+" ("+f.Name+")")
	}
	return strings.Join(out, ", ")
}

// party is who a name means: whoever acts for a state, organisation or group, else one person or body. A place stands for
// its state.
func (a *Archive) party(name string) (store.Party, error) {
	p, ok, err := a.coded(name)
	if ok || err != nil {
		return p, err
	}
	n, err := a.named(name, kinds)
	switch {
	case err != nil:
		return store.Party{}, err
	case n.Kind == "person", n.Kind == "body":
		return store.Party{Entity: n.ID}, nil
	}
	p = store.Party{Code: n.Code}
	switch _, body, err := a.Shared(n.Code); {
	case err != nil:
		return p, err
	case n.Kind == "state":
		p.Without = body
	case n.Kind == "organisation":
		p.Named = body
	}
	return p, nil
}

// Shared are the names of the state and of the organisation that have one code, empty for a code that only one has.
func (a *Archive) Shared(code string) (state, organisation string, err error) {
	c, err := a.Codes()
	if err != nil {
		return "", "", err
	}
	s, isState := c.States[code]
	o, isOrganisation := c.Organisations[code]
	if !isState || !isOrganisation {
		return "", "", nil
	}
	return s.Name, o.Name, nil
}

// coded is a name that needs no dictionary: the code of a state, organisation or group, the id of a person.
func (a *Archive) coded(name string) (p store.Party, ok bool, err error) {
	if strings.HasPrefix(name, "person:") {
		return store.Party{Entity: name}, true, nil
	}
	c, err := a.Codes()
	if err != nil {
		return p, false, err
	}
	_, state := c.States[name]
	_, organisation := c.Organisations[name]
	_, group := c.Groups[name]
	return store.Party{Code: name}, state || organisation || group, nil
}

// place is where it took place: in a state, or at a place or around it.
func (a *Archive) place(q Question, out *store.Query) error {
	if q.Place == "" {
		if q.Radius > 0 {
			return wrong("a radius needs a place")
		}
		return nil
	}
	c, err := a.Codes()
	if err != nil {
		return err
	}
	if _, ok := c.States[q.Place]; ok && q.Radius == 0 {
		out.Country = q.Place
		return nil
	}
	among := []string{"state", "place"}
	if q.Radius > 0 {
		slices.Reverse(among)
	}
	n, err := a.named(q.Place, among)
	switch {
	case err != nil:
		return err
	case n.Kind == "state" && q.Radius > 0:
		return wrong("%s is a state: a radius needs a place", q.Place)
	case n.Kind == "state":
		out.Country = n.Code
	case q.Radius == 0:
		out.Place = n.Name
	case !n.HasPoint:
		return wrong("the tables do not have where %s lies", q.Place)
	default:
		out.Near = &store.Near{Lat: n.Lat, Lon: n.Lon, Km: q.Radius}
	}
	return nil
}
