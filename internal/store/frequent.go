package store

import (
	"context"
	"database/sql"
	"errors"
)

// A page in an order that has an index is made in one of two ways: all rows that have the words or the parties are found and
// sorted, or one goes through the order until the page is full, which is better where they are frequent. PostgreSQL chooses
// for itself.
//
// Measured on 430,000 acts of 97,000 reports: both ways take the same for words of about 1500 reports, for parties of 5000 acts
// (1000 between two days, where fewer rows lie that are of others) and 3000 statements.
const (
	oftenTold     = 1500
	oftenParty    = 5000
	oftenInPeriod = 1000
	oftenSays     = 3000
)

// far is how many rows of the order are gone through. What is frequent in the archive but has not been for a while is not
// found in so many: then it is found the other way.
const far = 5000

// frequent says that the words or the parties are so frequent that it is better to go through all in order until the page
// is full than to find those first that have them.
type frequent struct{ words, parties bool }

// inOrder finds what a query asks for in the way that is likely the shorter one.
func (s *Store) inOrder(ctx context.Context, q Query) ([]keyed, error) {
	var err error
	if q.frequent, err = s.frequent(ctx, q); err != nil {
		return nil, err
	}
	if !q.frequent.parties && (!q.frequent.words || len(q.ofParties()) > 0) {
		return s.list(ctx, q)
	}
	if q.reach, err = s.reach(ctx, q); err != nil {
		return nil, err
	}
	out, err := s.list(ctx, q)
	if err != nil || q.reach == nil || len(out) == q.Limit {
		return out, err
	}
	q.frequent, q.reach = frequent{}, nil
	return s.list(ctx, q)
}

// reach is the value that the order of a query has after so many rows, nil if there are not so many.
func (s *Store) reach(ctx context.Context, q Query) (any, error) {
	near := Query{Of: q.Of, Since: q.Since, Until: q.Until, Sort: q.Sort, Cursor: q.Cursor, Limit: 1, frequent: frequent{parties: true}}
	st, err := s.keys(near)
	if err != nil {
		return nil, err
	}
	var key, value any
	err = s.queryRow(ctx, st.text+" OFFSET ?", append(st.args, far)...).Scan(&key, &value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return value, s.wrap("query", err)
}

// within is the condition that a row lies no farther than one goes.
func (q *Query) within(by sort) []clause {
	switch {
	case q.reach == nil:
		return nil
	case by.desc:
		return []clause{is(by.by+" >= ?", q.reach)}
	}
	return []clause{is("("+by.by+" <= ? OR "+by.by+" IS NULL)", q.reach)}
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
	rows, bound := q.ofParties(), oftenParty
	switch {
	case q.Of == Statements:
		bound = oftenSays
	case q.Since != "" && q.Until != "" && q.Of == Acts:
		bound = oftenInPeriod
	}
	for _, of := range rows {
		if many, err := s.isOften(ctx, of, bound); err != nil || !many {
			return f, err
		}
	}
	f.parties = len(rows) > 0
	return f, nil
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
