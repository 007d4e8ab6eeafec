package knowledge

import (
	"strings"

	"varta/record"
)

// checkWorld verifies that every code and id to which a row of data/world refers has a row of its own.
func (k *Base) checkWorld(w *worldTables, p *problems) {
	codes := ids("code", w.states, w.organisations, w.groups)
	offices := ids("id", w.offices)
	for _, c := range []struct {
		t     *table
		col   string
		known map[string]bool
		code  string
	}{
		{w.states, "successor", codes, "unknown-code"},
		{w.members, "org", codes, "unknown-code"},
		{w.members, "member", codes, "unknown-code"},
		{w.chairs, "org", codes, "unknown-code"},
		{w.chairs, "chair", codes, "unknown-code"},
		{w.organisations, "parent", codes, "unknown-code"},
		{w.organisations, "seat_code", codes, "unknown-code"},
		{w.groups, "state", codes, "unknown-code"},
		{w.bodies, "code", codes, "unknown-code"},
		{w.offices, "code", codes, "unknown-code"},
		{w.places, "code", codes, "unknown-code"},
		{w.people, "state", codes, "unknown-code"},
		{w.people, "at", codes, "unknown-code"},
		{w.people, "office", offices, "unknown-office"},
		{w.offices, "same_as", offices, "unknown-office"},
	} {
		for i := range c.t.rows {
			r := &c.t.rows[i]
			for v := range strings.SplitSeq(r.get(c.col), "|") {
				if v, _, _ = strings.Cut(v, ":"); !c.known[v] {
					r.problem(p, c.col, c.code, "%s", v)
				}
			}
		}
	}
}

// ids are the cells of a column of some tables, with those that mean nobody known.
func ids(col string, tables ...*table) map[string]bool {
	known := map[string]bool{"": true, record.Unknown: true}
	for _, t := range tables {
		for i := range t.rows {
			known[t.rows[i].get(col)] = true
		}
	}
	return known
}
