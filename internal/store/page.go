package store

import (
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
)

// statement is a query as it is run.
type statement struct {
	text string
	args []any
}

// QuerySQL is the SQL of a query and its arguments.
func (s *Store) QuerySQL(ctx context.Context, q Query) (text string, args []any, err error) {
	if q.frequent, err = s.frequent(ctx, q); err != nil {
		return "", nil, err
	}
	st, err := s.keys(q)
	return s.sql(st.text), st.args, err
}

// keys is a SELECT of the keys of what is asked for, in order, each with the value that it is sorted by.
func (s *Store) keys(q Query) (statement, error) {
	sh, ok := shapes(q.Of)
	if !ok {
		return statement{}, fmt.Errorf("nothing is called %q; there are %v", q.Of, Kinds())
	}
	by, err := q.order(sh)
	if err != nil {
		return statement{}, err
	}
	clauses, err := q.where(s.dialect)
	if err != nil {
		return statement{}, err
	}
	after, err := q.after(sh, by)
	if err != nil {
		return statement{}, err
	}
	where := all(append(clauses, after...))
	key := sh.key + s.ordered(q.Of)
	from := sh.from
	if q.frequent.parties && sh.walk != "" {
		from = sh.walk
	}
	text := "SELECT " + sh.key + ", " + by.by + " FROM " + from + " WHERE " + where.text + " ORDER BY "
	if by.desc {
		text += by.by + " DESC NULLS LAST, " + key + " DESC"
	} else {
		text += by.by + " NULLS FIRST, " + key
	}
	args := where.args
	if q.Limit > 0 {
		text += " LIMIT ?"
		args = append(args, q.Limit)
	}
	return statement{text, args}, nil
}

// ordered goes after the key: that of entities is text, and the same order in either database.
func (d dialect) ordered(k Kind) string {
	if k == Entities {
		return d.bytes
	}
	return ""
}

// mark is the end of a page: the value and the key of its last row, and the order in which they stand.
type mark struct {
	Sort  string `json:"s"`
	Value any    `json:"v"`
	Key   any    `json:"k"`
}

func (m mark) String() string {
	b, err := json.Marshal(m)
	if err != nil {
		panic(err) // numbers and strings always have a form in JSON
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// after is the condition that a row comes after the page before.
func (q *Query) after(sh shape, by sort) ([]clause, error) {
	if q.Cursor == "" {
		return nil, nil
	}
	var m mark
	b, err := base64.RawURLEncoding.DecodeString(q.Cursor)
	if err == nil {
		d := json.NewDecoder(strings.NewReader(string(b)))
		d.UseNumber()
		err = d.Decode(&m)
	}
	if err != nil || m.Key == nil {
		return nil, fmt.Errorf("%w: %q is none of an earlier answer", ErrCursor, q.Cursor)
	}
	if m.Sort != q.Sort {
		return nil, fmt.Errorf("%w: it is that of an answer sorted by %q, this one is by %q", ErrCursor, m.Sort, q.Sort)
	}
	return []clause{m.beyond(sh, by)}, nil
}

// beyond compares first the value, which may be null, then the key. Rows without a value come last when the greatest come
// first, and first otherwise.
func (m mark) beyond(sh shape, by sort) clause {
	than := " > ?"
	if by.desc {
		than = " < ?"
	}
	key, value := number(m.Key), number(m.Value)
	none := by.by + " IS NULL"
	switch {
	case value == nil && by.desc:
		return is("("+none+" AND "+sh.key+than+")", key)
	case value == nil:
		return is("("+none+" AND "+sh.key+than+" OR NOT "+none+")", key)
	}
	text := by.by + than + " OR " + by.by + " = ? AND " + sh.key + than
	if by.desc {
		text += " OR " + none
	}
	return is("("+text+")", value, value, key)
}

// number is a value of JSON as the database has it.
func number(v any) any {
	n, ok := v.(json.Number)
	if !ok {
		return v
	}
	if i, err := n.Int64(); err == nil {
		return i
	}
	f, _ := n.Float64()
	return f
}

// Page is a part of an answer.
type Page[T any] struct {
	Items []T
	// Next is the cursor of the page that follows, empty when nothing does.
	Next string
}

// found are the keys of a page.
func (s *Store) found(ctx context.Context, q Query) (keys []any, next string, err error) {
	limit := q.Limit
	if limit > 0 {
		q.Limit++ // one more tells whether a page follows
	}
	if q.frequent, err = s.frequent(ctx, q); err != nil {
		return nil, "", err
	}
	st, err := s.keys(q)
	if err != nil {
		return nil, "", err
	}
	rows, err := s.Query(ctx, st.text, st.args...)
	if err != nil {
		return nil, "", err
	}
	defer rows.Close()
	var last any // the value of the last row of the page
	for rows.Next() {
		var key, value any
		if err := rows.Scan(&key, &value); err != nil {
			return nil, "", s.wrap("query", err)
		}
		if keys = append(keys, key); len(keys) == limit {
			last = value
		}
	}
	if limit > 0 && len(keys) > limit {
		keys = keys[:limit]
		next = mark{q.Sort, plain(last), plain(keys[limit-1])}.String()
	}
	return keys, next, s.wrap("query", rows.Err())
}

// often is how many make words or a party frequent, oftenInPeriod how many between two days, where fewer rows lie that are of
// others. PostgreSQL counts for itself.
const (
	often         = 5000
	oftenInPeriod = 1000
)

// frequent looks whether the words and the parties of a query are frequent. It matters for a page in an order that has an
// index.
func (s *Store) frequent(ctx context.Context, q Query) (f frequent, err error) {
	sh, _ := shapes(q.Of)
	by, err := q.order(sh)
	inOrder := by.by == "a.first_day" || by.by == "r.published" && q.Of != Events
	if err != nil || s.name == "postgres" || q.Limit == 0 || !inOrder {
		return f, err
	}
	if len(q.Phrases) > 0 && (q.Of == Acts || q.Of == Reports) {
		if f.words, err = s.isOften(ctx, s.search(q.Phrases), often); err != nil {
			return f, err
		}
	}
	rows, bound := q.ofParties(), often
	if q.Since != "" && q.Until != "" && q.Of == Acts {
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

// plain is a value of a column as JSON has it.
func plain(v any) any {
	if b, ok := v.([]byte); ok {
		return string(b)
	}
	return v
}

// Count is how many there are.
func (s *Store) Count(ctx context.Context, q Query) (int, error) {
	q.Cursor, q.Limit = "", 0
	sh, _ := shapes(q.Of)
	clauses, err := q.where(s.dialect)
	if err != nil {
		return 0, err
	}
	where := all(clauses)
	var n sql.NullInt64
	err = s.queryRow(ctx, "SELECT count(*) FROM "+sh.from+" WHERE "+where.text, where.args...).Scan(&n)
	return int(n.Int64), s.wrap("query", err)
}
