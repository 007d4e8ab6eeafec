package store

import (
	"context"
	"database/sql"
)

// A page in an order that has an index is made in one of two ways: all rows that have the words or the parties are found and
// sorted, or one goes through the order until the page is full, which is better where they are frequent. PostgreSQL chooses
// for itself.
//
// Measured on 430,000 acts of 97,000 reports: both ways take the same for words of about 1500 reports, for parties of 5000 facts
// and 3000 statements.
const (
	oftenTold  = 1500
	oftenParty = 5000
	oftenSays  = 3000
)

// far are how many rows of the order are gone through at first, and then if they were too few. What is frequent in the archive
// but has not been for a while is not found in so many: then it is found the other way.
var far = [...]int{1000, 5000}

// frequent says that the words or the parties are so frequent that it is better to go through all in order until the page
// is full than to find those first that have them, and how far.
type frequent struct {
	words, parties bool
	along          *Party // an index has the acts of a party in the order of the page: one goes through it
	reach          any    // the value of the order as far as one goes; nil without end
	first, last    int64  // the numbers of the reports that lie within reach; last is 0 without end
}

// inOrder finds what a query asks for in the way that is likely the shorter one.
func (s *Store) inOrder(ctx context.Context, q Query) ([]keyed, error) {
	var err error
	if q.frequent, err = s.frequent(ctx, q); err != nil {
		return nil, err
	}
	f := q.frequent
	if f.along != nil || !f.parties && (!f.words || len(q.ofParties()) > 0) {
		return s.list(ctx, q)
	}
	for _, n := range far {
		q.frequent = f
		all, err := s.reach(ctx, &q, n)
		if err != nil {
			return nil, err
		}
		out, err := s.list(ctx, q)
		if err != nil || all || len(out) == q.Limit {
			return out, err
		}
	}
	q.frequent = frequent{}
	return s.list(ctx, q)
}

// reach lets a query go through so many rows of its order, or all if there are no more.
func (s *Store) reach(ctx context.Context, q *Query, rows int) (all bool, err error) {
	near := Query{Of: q.Of, Since: q.Since, Until: q.Until, Sort: q.Sort, Cursor: q.Cursor, Limit: rows, frequent: frequent{parties: true}}
	st, err := s.keys(near)
	if err != nil {
		return false, err
	}
	sh, _ := shapes(q.Of)
	by, err := near.order(sh)
	if err != nil {
		return false, err
	}
	end := "max(v)"
	if by.desc {
		end = "min(v)"
	}
	var n int
	var first, last sql.NullInt64
	err = s.queryRow(ctx, "WITH near(k, v) AS ("+st.text+") SELECT count(*), "+end+", "+sh.reports+" FROM near", st.args...).
		Scan(&n, &q.frequent.reach, &first, &last)
	if n < rows {
		q.frequent.reach = nil
		return true, s.wrap("query", err)
	}
	q.frequent.first, q.frequent.last = first.Int64, last.Int64
	return false, s.wrap("query", err)
}

// within is the condition that a row lies no farther than one goes.
func (q *Query) within(by sort) []clause {
	switch {
	case q.frequent.reach == nil:
		return nil
	case by.desc:
		return []clause{is(by.by+" >= ?", q.frequent.reach)}
	}
	return []clause{is("("+by.by+" <= ? OR "+by.by+" IS NULL)", q.frequent.reach)}
}

// frequent looks whether the words and the parties of a query are frequent. It matters for a page in an order that has an
// index.
func (s *Store) frequent(ctx context.Context, q Query) (f frequent, err error) {
	sh, _ := shapes(q.Of)
	by, err := q.order(sh)
	inOrder := by.by == "a.first_day" || by.by == "r.published" && q.Of != Events
	if err != nil || s.name == "postgres" || q.Limit == 0 || !inOrder {
		return f, err
	}
	if len(q.Phrases) > 0 && q.Of != Entities {
		if f.words, err = s.isOften(ctx, s.search(q.Phrases), oftenTold); err != nil {
			return f, err
		}
	}
	rows := q.ofParties()
	if q.Of == Acts && len(q.Parties) > 0 {
		f.along, err = s.rarest(ctx, q.Parties, rows)
		return f, err
	}
	bound := oftenParty
	if q.Of == Statements {
		bound = oftenSays
	}
	for _, of := range rows {
		if many, err := s.isOften(ctx, of, bound); err != nil || !many {
			return f, err
		}
	}
	f.parties = len(rows) > 0
	return f, nil
}

// rarest is the party that takes part in the fewest acts, as far as it matters.
func (s *Store) rarest(ctx context.Context, parties []Party, rows []clause) (*Party, error) {
	for i, of := range rows[1:] {
		if many, err := s.isOften(ctx, of, oftenParty); err != nil || !many {
			return &parties[i+1], err
		}
	}
	return &parties[0], nil
}

// ofParties are, for each party of a query, the rows that it is in.
func (q *Query) ofParties() (out []clause) {
	for _, p := range q.Parties {
		switch q.Of {
		case Acts:
			rows := all(append(between("first_day", q.Since, q.Until), p.is()))
			out = append(out, clause{"SELECT act FROM act_parties WHERE " + rows.text, rows.args})
		case Statements:
			out = append(out, p.inStatements("speaker", "addressee", "about"))
		case Facts:
			out = append(out, p.inFacts())
		}
	}
	if q.Of == Statements && q.Speaker != nil {
		out = append(out, q.Speaker.inStatements("speaker"))
	}
	if q.Of == Statements && q.About != nil {
		out = append(out, q.About.inStatements("about"))
	}
	return out
}

func (s *Store) isOften(ctx context.Context, rows clause, bound int) (bool, error) {
	var n int
	err := s.queryRow(ctx, "SELECT count(*) FROM ("+rows.text+" LIMIT ?)", append(rows.args, bound)...).Scan(&n)
	return n == bound, s.wrap("query", err)
}
