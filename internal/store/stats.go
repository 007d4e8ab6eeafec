package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Count is how many acts there are of one kind, and how many reports tell them.
type Count struct {
	Key     string `json:"key"`
	Acts    int    `json:"acts"`
	Reports int    `json:"reports"`
}

// group is what acts are counted by: an expression, and what it needs beside the table of acts.
type group struct{ by, join string }

func (d dialect) groups() map[string]group {
	return map[string]group{
		"day":    {"a.first_day", ""},
		"month":  {"substr(a.first_day, 1, 7)", ""},
		"year":   {"substr(a.first_day, 1, 4)", ""},
		"type":   {"a.type", ""},
		"status": {"a.status", ""},
		"place":  {"a.place_code", ""},
		"party":  {"p.code", d.codeOf("p")},
		"pair":   {"p.code || ' ' || o.code", d.codeOf("p") + d.codeOf("o") + " AND p.code" + d.bytes + " < o.code" + d.bytes},
	}
}

// codeOf joins the codes of an act, each once: of the parties with one code the first. The acts come first: whoever went
// through the parties of a code would look for each act somewhere else in the file.
func (d dialect) codeOf(p string) string {
	join := " JOIN "
	if d.name == "sqlite" {
		join = " CROSS JOIN "
	}
	return join + "act_parties " + p + " ON " + p + ".act = a.n AND " + p + ".code <> '---' AND (" + p + ".side = 'actor' AND " + p + ".seq = 0 OR " +
		"NOT EXISTS (SELECT 1 FROM act_parties d WHERE d.act = " + p + ".act AND d.code || '' = " + p + ".code AND (d.side < " + p +
		".side OR d.side = " + p + ".side AND d.seq < " + p + ".seq)))"
}

// Groups are what acts can be counted by.
func Groups() []string { return slices.Sorted(maps.Keys(dialect{}.groups())) }

func (s *Store) stats(q Query, by string) (statement, error) {
	g, ok := s.groups()[by]
	if !ok {
		return statement{}, fmt.Errorf("acts are not counted by %q, but by %s", by, strings.Join(Groups(), ", "))
	}
	q.Of = Acts
	where := all(q.acts(s.dialect))
	expression := "(" + g.by + ")" + s.bytes
	text := "SELECT coalesce(" + g.by + ", ''), count(*), coalesce(sum(a.reports), 0) FROM acts a" + g.join + " WHERE " + where.text +
		" GROUP BY " + g.by
	if inTime(by) {
		return statement{text + " ORDER BY " + expression + " NULLS FIRST", where.args}, nil
	}
	text += " ORDER BY count(*) DESC, " + expression + " NULLS FIRST"
	if q.Limit > 0 {
		text += " LIMIT ?"
		where.args = append(where.args, q.Limit)
	}
	return statement{text, where.args}, nil
}

// StatsSQL is SQL that gives the same as [Store.Stats].
func (s *Store) StatsSQL(q Query, by string) (text string, args []any, err error) {
	st, err := s.stats(q, by)
	return s.sql(st.text), st.args, err
}
