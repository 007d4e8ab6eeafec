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
	what := "SELECT "
	if q.frequent.along != nil { // an act has several parties of one code
		what = "SELECT DISTINCT "
		sh.from, sh.key, by.by = "act_parties w CROSS JOIN acts a ON a.n = w.act", "w.act", "w.first_day"
	}
	clauses, err := q.where(s.dialect)
	if err != nil {
		return statement{}, err
	}
	after, err := q.after(sh, by)
	if err != nil {
		return statement{}, err
	}
	where := all(append(append(clauses, after...), q.within(by)...))
	key := sh.key + s.ordered(q.Of)
	from := sh.from
	if sh.walk != "" && (q.frequent.parties || q.frequent.words) {
		from = sh.walk
	}
	text := what + sh.key + ", " + by.by + " FROM " + from + " WHERE " + where.text + " ORDER BY "
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

// keyed is a key with the value that it is sorted by.
type keyed struct{ key, value any }

// found are the keys of a page.
func (s *Store) found(ctx context.Context, q Query) (keys []any, next string, err error) {
	limit := q.Limit
	if limit > 0 {
		q.Limit++ // one more tells whether a page follows
	}
	list, err := s.inOrder(ctx, q)
	if err != nil {
		return nil, "", err
	}
	if limit > 0 && len(list) > limit {
		list = list[:limit]
		last := list[limit-1]
		next = mark{q.Sort, plain(last.value), plain(last.key)}.String()
	}
	for _, x := range list {
		keys = append(keys, x.key)
	}
	return keys, next, nil
}

// list runs the query of the keys.
func (s *Store) list(ctx context.Context, q Query) ([]keyed, error) {
	st, err := s.keys(q)
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(ctx, st.text, st.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []keyed
	for rows.Next() {
		var x keyed
		if err := rows.Scan(&x.key, &x.value); err != nil {
			return nil, s.wrap("query", err)
		}
		out = append(out, x)
	}
	return out, s.wrap("query", rows.Err())
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
