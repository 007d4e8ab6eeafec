package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Kind is what a query asks for.
type Kind string

// Kinds of what an archive holds.
const (
	Acts       Kind = "acts"
	Events     Kind = "events"
	Statements Kind = "statements"
	Facts      Kind = "facts"
	Entities   Kind = "entities"
	Reports    Kind = "reports"
)

// Query says what is asked for. Whatever is empty does not matter; of a list one must hold, of the parties all.
type Query struct {
	Of       Kind
	Parties  []Party
	Types    []string // of acts and events; kinds of facts, types of entities
	Modes    []string
	Statuses []string
	Topics   []string
	// Since and Until are ISO days between which an act begins, a statement or a report was made.
	Since, Until string
	Country      string // where it took place
	Place        string // its name
	Near         *Near
	// Phrases are words of a report, spelt alike; the words of a phrase stand side by side.
	Phrases        [][]string
	MinReports     int
	Speaker, About *Party // of statements
	Name           string // of an entity: words that it has
	Sort           string // a name of [Sorts], after - for the other direction
	Limit          int    // 0 for all
	Cursor         string // where the page before ended

	frequent frequent
}

// Everything says whether a query asks for all of its kind, if for no more than a page of it.
func (q *Query) Everything() bool {
	return len(q.Parties)+len(q.Types)+len(q.Modes)+len(q.Statuses)+len(q.Topics)+len(q.Phrases) == 0 && q.Since+q.Until+q.Country+q.Place+q.Name+q.Cursor == "" &&
		q.Near == nil && q.MinReports == 0 && q.Speaker == nil && q.About == nil
}

// Party is somebody who takes part: whoever acts for a code, or an entity of the registry. A code that a state shares with an
// organisation is that of the state alone with the name of the organisation in Without, the organisation's with its name in
// Named.
type Party struct{ Code, Entity, Named, Without string }

// Near is a circle on the globe.
type Near struct{ Lat, Lon, Km float64 }

// clause is a condition. Its text is a constant of this package; whatever a user says is an argument.
type clause struct {
	text string
	args []any
}

func is(text string, args ...any) clause { return clause{text, args} }

// oneOf is a condition on a column that one of a list must meet.
func oneOf(column string, values []string) []clause {
	if len(values) == 0 {
		return nil
	}
	c := clause{text: column + " IN (" + list(len(values)) + ")"}
	for _, v := range values {
		c.args = append(c.args, v)
	}
	return []clause{c}
}

// hasOne is the same for a column that holds a list, set apart by spaces.
func hasOne(column string, values []string) []clause {
	if len(values) == 0 {
		return nil
	}
	var c clause
	for i, v := range values {
		if i > 0 {
			c.text += " OR "
		}
		c.text += "' ' || " + column + " || ' ' LIKE ? ESCAPE '\\'"
		c.args = append(c.args, "% "+literal.Replace(v)+" %")
	}
	c.text = "(" + c.text + ")"
	return []clause{c}
}

var literal = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// between is a condition on a column of days.
func between(column, since, until string) []clause {
	var out []clause
	if since != "" {
		out = append(out, is(column+" >= ?", since))
	}
	if until != "" {
		out = append(out, is(column+" <= ?", until))
	}
	return out
}

// all joins conditions.
func all(clauses []clause) clause {
	if len(clauses) == 0 {
		return is("1 = 1")
	}
	var out clause
	for i, c := range clauses {
		if i > 0 {
			out.text += " AND "
		}
		out.text += c.text
		out.args = append(out.args, c.args...)
	}
	return out
}

// within is a condition that a column is among what a SELECT finds.
func within(column, selects string, where ...clause) clause {
	c := all(where)
	return clause{column + " IN (" + selects + " WHERE " + c.text + ")", c.args}
}

// sort is an order: an expression and whether the greatest comes first.
type sort struct {
	by   string
	desc bool
}

// shape is how one kind of thing is asked for.
type shape struct {
	from string
	walk string // the same for SQLite, in the order of the reports; empty where the order needs nothing
	key  string // a column without equals, which ends every order
	// reports are the first and the last number of the reports of rows whose keys stand in a table near; no last one where rows
	// have other reports too.
	reports string
	sorts   map[string]sort
	first   string // the sort when none is named
}

// entities is the view v_entities, put so that counting needs no sorting.
const entities = "(SELECT e.id AS entity, e.name, e.type, e.code, m.reports, m.mentions FROM entities e JOIN " +
	"(SELECT entity, count(*) AS reports, sum(times) AS mentions FROM mentions GROUP BY entity) m ON m.entity = e.id)"

// ofItems are the reports of events, statements and facts: their numbers begin with that of the report.
const ofItems = "min(k) >> 20, max(k) >> 20"

func shapes(k Kind) (shape, bool) {
	s, ok := map[Kind]shape{
		Acts: {"acts a", "", "a.n", "min(k) >> 20, 0", // the first telling has the number of the act
			map[string]sort{"date": {"a.first_day", true}, "reports": {"a.reports", true}, "score": {"a.score", false},
				"confidence": {"a.confidence", true}, "published": {"a.first_published", true}}, "date"},
		Events: {"events e JOIN reports r ON r.n = e.report LEFT JOIN tellings t ON t.event = e.n LEFT JOIN acts a ON a.n = t.act", "", "e.n", ofItems,
			map[string]sort{"date": {"e.first_day", true}, "published": {"r.published", true}, "score": {"e.score", false}, "confidence": {"e.confidence", true}}, "date"},
		Statements: {"statements s JOIN reports r ON r.n = s.report", "reports r CROSS JOIN statements s ON s.report = r.n", "s.n", ofItems,
			map[string]sort{"date": {"coalesce(s.first_day, r.published)", true}, "published": {"r.published", true}}, "date"},
		Facts: {"facts f JOIN reports r ON r.n = f.report", "reports r CROSS JOIN facts f ON f.report = r.n", "f.n", ofItems,
			map[string]sort{"since": {"f.since", true}, "published": {"r.published", true}}, "published"},
		Entities: {entities + " v", "", "v.entity", "0, 0", map[string]sort{"mentions": {"v.mentions", true}, "reports": {"v.reports", true}, "name": {"v.name", false}}, "reports"},
		Reports:  {"reports r", "", "r.n", "min(k), max(k)", map[string]sort{"published": {"r.published", true}, "added": {"r.n", true}, "size": {"r.bytes", true}}, "published"},
	}[k]
	return s, ok
}

// Sorts are the names of the orders of a kind.
func Sorts(k Kind) []string {
	s, _ := shapes(k)
	return slices.Sorted(maps.Keys(s.sorts))
}

// First is the order of a kind when none is named.
func First(k Kind) string {
	s, _ := shapes(k)
	return s.first
}

// Kinds are all that can be asked for.
func Kinds() []Kind { return []Kind{Acts, Events, Statements, Facts, Entities, Reports} }

// order is the sort of a query.
func (q *Query) order(s shape) (sort, error) {
	name, back := strings.CutPrefix(q.Sort, "-")
	if name == "" {
		name = s.first
	}
	by, ok := s.sorts[name]
	if !ok {
		return by, fmt.Errorf("sort %q: %s are sorted by %s", name, q.Of, strings.Join(Sorts(q.Of), ", "))
	}
	if back {
		by.desc = !by.desc
	}
	return by, nil
}

// where are the conditions of a query on the tables of its kind.
func (q *Query) where(d dialect) ([]clause, error) {
	switch q.Of {
	case Acts:
		return q.acts(d), nil
	case Events:
		return q.events(d), nil
	case Statements:
		return q.statements(d), nil
	case Facts:
		return q.facts(d), nil
	case Entities:
		return q.entities(), nil
	case Reports:
		return q.reports(d), nil
	}
	return nil, fmt.Errorf("nothing is called %q; there are %v", q.Of, Kinds())
}
