package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"varta/record"
)

// Counting is done here, not by the database: one goes through the acts once for all that they are counted by, and the codes
// of their parties stand in them. 430,000 acts take half a second; as many groups of the database took four.

// brief is what an act is counted by.
type brief struct {
	typ, status, place, day string
	parties                 []string // codes, each once, in order
	reports                 int
}

// Stats counts the acts that a query asks for: by day, month or year in the order of time, all of them, else the most frequent
// first, up to the limit. An act is counted for each of its parties, and for each pair of them.
func (s *Store) Stats(ctx context.Context, q Query, by string) ([]Count, error) {
	counts, err := s.Tally(ctx, q, by)
	return counts[by], err
}

// Tally counts the same acts by several groups at once. Two groups in one name, "month type", are counted by both; their keys
// have a space between.
func (s *Store) Tally(ctx context.Context, q Query, by ...string) (map[string][]Count, error) {
	if err := checkGroups(by); err != nil {
		return nil, err
	}
	t := newTallies(by)
	err := s.briefs(ctx, q, t.add)
	return t.sorted(q.Limit), err
}

// TallyParties counts for each party, by its code, the acts in which it takes part, if there are at least so many.
func (s *Store) TallyParties(ctx context.Context, q Query, least int, by ...string) (map[string]map[string][]Count, error) {
	if err := checkGroups(by); err != nil {
		return nil, err
	}
	of, acts := map[string]tallies{}, map[string]int{}
	err := s.briefs(ctx, q, func(b *brief) {
		for _, p := range b.parties {
			if of[p] == nil {
				of[p] = newTallies(by)
			}
			of[p].add(b)
			acts[p]++
		}
	})
	out := map[string]map[string][]Count{}
	for p, t := range of {
		if acts[p] >= least {
			out[p] = t.sorted(q.Limit)
		}
	}
	return out, err
}

func checkGroups(by []string) error {
	for _, name := range by {
		for part := range strings.FieldsSeq(name) {
			if !slices.Contains(Groups(), part) {
				return fmt.Errorf("acts are not counted by %q, but by %s", part, strings.Join(Groups(), ", "))
			}
		}
	}
	return nil
}

// tallies count by groups.
type tallies map[string]tally

func newTallies(by []string) tallies {
	t := tallies{}
	for _, name := range by {
		t[name] = tally{}
	}
	return t
}

func (t tallies) add(b *brief) {
	var room [8]string // for the keys of an act
	for name, to := range t {
		first, second, both := strings.Cut(name, " ")
		keys := b.keys(room[:0], first)
		if !both {
			to.add(keys, b.reports)
			continue
		}
		for _, k := range keys {
			for _, m := range b.keys(nil, second) {
				to.add([]string{k + " " + m}, b.reports)
			}
		}
	}
}

func (t tallies) sorted(limit int) map[string][]Count {
	out := map[string][]Count{}
	for name, of := range t {
		out[name] = of.sorted(name, limit)
	}
	return out
}

// briefs goes through the acts that a query asks for.
func (s *Store) briefs(ctx context.Context, q Query, f func(*brief)) error {
	q.Of = Acts
	where := all(q.acts(s.dialect))
	rows, err := s.Query(ctx, "SELECT a.type, a.status, coalesce(a.place_code, ''), coalesce(a.first_day, ''), a.reports, a.actors, a.recipients FROM acts a WHERE "+
		where.text, where.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var b brief
	for rows.Next() {
		if err := b.scan(rows); err != nil {
			return s.wrap("query", err)
		}
		f(&b)
	}
	return s.wrap("query", rows.Err())
}

func (b *brief) scan(rows *sql.Rows) error {
	var actors, recipients string
	err := rows.Scan(&b.typ, &b.status, &b.place, &b.day, &b.reports, &actors, &recipients)
	b.parties = b.parties[:0]
	for _, side := range [...]string{actors, recipients} {
		for code := range strings.FieldsSeq(side) {
			if code != record.Unknown && !slices.Contains(b.parties, code) {
				b.parties = append(b.parties, code)
			}
		}
	}
	slices.Sort(b.parties)
	return err
}

// keys are those under which an act is counted.
func (b *brief) keys(to []string, by string) []string {
	switch by {
	case "day":
		return append(to, b.day)
	case "month":
		return append(to, b.day[:min(len(b.day), len("2006-01"))])
	case "year":
		return append(to, b.day[:min(len(b.day), len("2006"))])
	case "type":
		return append(to, b.typ)
	case "status":
		return append(to, b.status)
	case "place":
		return append(to, b.place)
	case "party":
		return append(to, b.parties...)
	}
	for i, one := range b.parties {
		for _, other := range b.parties[i+1:] {
			to = append(to, one+" "+other)
		}
	}
	return to
}

// tally counts by keys.
type tally map[string]*Count

func (t tally) add(keys []string, reports int) {
	for _, k := range keys {
		c := t[k]
		if c == nil {
			c = &Count{Key: k}
			t[k] = c
		}
		c.Acts++
		c.Reports += reports
	}
}

// sorted are the counts in the order in which they are told.
func (t tally) sorted(by string, limit int) []Count {
	out := make([]Count, 0, len(t))
	for _, c := range slices.Collect(maps.Values(t)) {
		out = append(out, *c)
	}
	if inTime(by) {
		slices.SortFunc(out, func(a, b Count) int { return cmp.Compare(a.Key, b.Key) })
		return out
	}
	slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Acts, a.Acts), cmp.Compare(a.Key, b.Key)) })
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out
}

// inTime says whether a group is a stretch of time, of which all are told.
func inTime(by string) bool {
	first, _, _ := strings.Cut(by, " ")
	return first == "day" || first == "month" || first == "year"
}
