package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"

	"varta/record"
)

// tellingReports are those that tell an act that a query asks for; a query that asks for all acts asks for all reports.
func (s *Store) tellingReports(q Query) clause {
	q.Of = Acts
	clauses := q.acts(s.dialect)
	if len(clauses) == 0 {
		return is("1 = 1")
	}
	return within("r.n", "SELECT t.report FROM tellings t JOIN acts a ON a.n = t.act", clauses...)
}

// ReadRecord is a record with the acts that its events tell, by the ids of the events.
type ReadRecord struct {
	Record *record.Record
	Acts   map[string]string
}

// RecordsOf yields the records of the reports that tell the acts of a query, in order of arrival. They have their texts if
// texts says so.
func (s *Store) RecordsOf(ctx context.Context, q Query, texts bool) iter.Seq2[*ReadRecord, error] {
	return func(yield func(*ReadRecord, error) bool) {
		numbers, err := s.reportNumbers(ctx, s.tellingReports(q))
		if err != nil {
			yield(nil, err)
			return
		}
		load := func(ctx context.Context, keys []any) (map[any]*ReadRecord, error) {
			return s.readRecords(ctx, keys, texts)
		}
		for r, err := range ahead(ctx, numbers, load) {
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

func (s *Store) reportNumbers(ctx context.Context, where clause) (out []any, err error) {
	err = s.scanAll(ctx, "SELECT r.n FROM reports r WHERE "+where.text+" ORDER BY r.n", where.args, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		out = append(out, n)
		return err
	})
	return out, err
}

// scanAll runs a SELECT and calls scan for every row.
func (s *Store) scanAll(ctx context.Context, text string, args []any, scan func(*sql.Rows) error) error {
	rows, err := s.Query(ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return s.wrap("query", err)
		}
	}
	return s.wrap("query", rows.Err())
}

// readRecords loads records by the numbers of their reports: a SELECT for each of their parts.
func (s *Store) readRecords(ctx context.Context, keys []any, texts bool) (map[any]*ReadRecord, error) {
	out := make(map[any]*ReadRecord, len(keys))
	args, marks := filled(keys)
	text := "''"
	if texts {
		text = "r.text"
	}
	for _, step := range []struct {
		text, order string
		scan        func(r *ReadRecord, id, act string, line, evidence []byte) error
	}{
		{"SELECT r.n, '', '', k.json, " + text + " FROM reports r JOIN records k ON k.report = r.n WHERE r.n", "r.n", readHead},
		{"SELECT e.report, e.id, coalesce(a.id, ''), e.json, e.evidence FROM events e LEFT JOIN tellings t ON t.event = e.n " +
			"LEFT JOIN acts a ON a.n = t.act WHERE e.report", "e.n", readEvent},
		{"SELECT x.report, '', '', x.json, '' FROM statements x WHERE x.report", "x.n", readStatement},
		{"SELECT x.report, '', '', x.json, '' FROM facts x WHERE x.report", "x.n", readFact},
	} {
		err := s.scanAll(ctx, step.text+" IN ("+marks+") ORDER BY "+step.order, args, func(rows *sql.Rows) error {
			var n int64
			var id, act string
			var line, more sql.RawBytes
			if err := rows.Scan(&n, &id, &act, &line, &more); err != nil {
				return err
			}
			r := out[n]
			if r == nil {
				r = &ReadRecord{new(record.Record), map[string]string{}}
				out[n] = r
			}
			return step.scan(r, id, act, line, more)
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func readHead(r *ReadRecord, _, _ string, line, text []byte) error {
	err := json.Unmarshal(line, r.Record)
	r.Record.Report.Text = string(text)
	return err
}

func readEvent(r *ReadRecord, id, act string, line, evidence []byte) error {
	var e record.Event
	err := errors.Join(json.Unmarshal(line, &e), json.Unmarshal(evidence, &e.Evidence))
	r.Record.Events = append(r.Record.Events, e)
	if act != "" {
		r.Acts[id] = act
	}
	return err
}

func readStatement(r *ReadRecord, _, _ string, line, _ []byte) error {
	return appendJSON(&r.Record.Statements, line)
}

func readFact(r *ReadRecord, _, _ string, line, _ []byte) error {
	return appendJSON(&r.Record.Facts, line)
}

// RelatedFact is a fact with the relation that it belongs to.
type RelatedFact struct {
	Relation               string
	Report, Published, URL string
	Fact                   record.Fact
}

// RelatedFacts yields the facts of the reports that tell the acts of a query, those of one relation after another.
func (s *Store) RelatedFacts(ctx context.Context, q Query) iter.Seq2[RelatedFact, error] {
	where := s.tellingReports(q)
	return func(yield func(RelatedFact, error) bool) {
		rows, err := s.Query(ctx, "SELECT f.relation, r.id, coalesce(r.published, ''), coalesce(r.url, ''), f.json FROM facts f "+
			"JOIN reports r ON r.n = f.report WHERE "+where.text+" ORDER BY f.relation"+s.bytes+", f.n", where.args...)
		if err != nil {
			yield(RelatedFact{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var x RelatedFact
			var line sql.RawBytes
			err := rows.Scan(&x.Relation, &x.Report, &x.Published, &x.URL, &line)
			if err == nil {
				err = json.Unmarshal(line, &x.Fact)
			}
			if !yield(x, s.wrap("query", err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(RelatedFact{}, s.wrap("query", err))
		}
	}
}
