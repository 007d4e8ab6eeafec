package store

import (
	"context"
	"database/sql"
	"iter"

	"varta/record"
)

// tellingReports are those that tell an act that a query asks for, by the column of their numbers; a query that asks for
// all acts asks for all reports.
func (s *Store) tellingReports(q Query, column string) clause {
	q.Of = Acts
	clauses := q.acts(s.dialect)
	if len(clauses) == 0 {
		return is("1 = 1")
	}
	return within(column, "SELECT t.report FROM tellings t JOIN acts a ON a.n = t.act", clauses...)
}

// ReadRecord is a record with the acts that its events tell, by the ids of the events.
type ReadRecord struct {
	Record *record.Record
	Acts   map[string]string
}

// Parts say how much of a record is wanted.
type Parts int

// Parts of records.
const (
	Head  Parts = iota // what is known of the report
	Said               // its statements too, and the acts at which they were made
	Whole              // all, without the text
	Texts              // all
)

// RecordsOf yields the records of the reports that tell the acts of a query, in order of arrival.
func (s *Store) RecordsOf(ctx context.Context, q Query, parts Parts) iter.Seq2[*ReadRecord, error] {
	return func(yield func(*ReadRecord, error) bool) {
		where := s.tellingReports(q, "r.n")
		numbers, err := s.numbers(ctx, "SELECT r.n FROM reports r WHERE "+where.text+" ORDER BY r.n", where.args)
		if err != nil {
			yield(nil, err)
			return
		}
		load := func(ctx context.Context, keys []any) (map[any]*ReadRecord, error) {
			return s.readRecords(ctx, keys, parts)
		}
		for r, err := range ahead(ctx, numbers, load) {
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// numbers are what a SELECT of numbers finds.
func (s *Store) numbers(ctx context.Context, text string, args []any) (out []any, err error) {
	err = s.scanAll(ctx, text, args, func(rows *sql.Rows) error {
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
func (s *Store) readRecords(ctx context.Context, keys []any, parts Parts) (map[any]*ReadRecord, error) {
	l := recordLoader{make(map[any]*ReadRecord, len(keys))}
	args, marks := filled(keys)
	err := s.snapshot(ctx, func(v view) error {
		for _, step := range l.steps(parts) {
			if err := v.scan(step.text+" IN ("+marks+") ORDER BY "+step.order, args, step.scan); err != nil {
				return err
			}
		}
		return nil
	})
	return l.records, err
}

type recordLoader struct{ records map[any]*ReadRecord }

// recordStep is a SELECT that ends where the list of keys begins.
type recordStep struct {
	text, order string
	scan        func(*sql.Rows) error
}

const (
	selectHeads  = "SELECT n, id, " + reportColumns + ", '' FROM reports WHERE n"
	selectWhole  = "SELECT report, json, '' FROM records WHERE report"
	selectTexts  = "SELECT r.n, k.json, r.text FROM reports r JOIN records k ON k.report = r.n WHERE r.n"
	selectForums = "SELECT s.report, e.id, a.id FROM statements s JOIN events e ON e.report = s.report AND e.id = s.forum " +
		"JOIN tellings t ON t.event = e.n JOIN acts a ON a.n = t.act WHERE s.forum IS NOT NULL AND s.report"
	selectEvents = "SELECT e.report, e.json, e.evidence, coalesce(a.id, '') FROM events e LEFT JOIN tellings t ON t.event = e.n LEFT JOIN acts a ON a.n = t.act WHERE e.report"
	selectSaid   = "SELECT report, json FROM statements WHERE report"
	selectFacts  = "SELECT report, json FROM facts WHERE report"
)

func (l recordLoader) steps(parts Parts) []recordStep {
	said := recordStep{selectSaid, "n", l.statement}
	whole := []recordStep{{selectWhole, "report", l.whole}, {selectEvents, "e.n", l.event}, said, {selectFacts, "n", l.fact}}
	switch parts {
	case Head:
		return []recordStep{{selectHeads, "n", l.head}}
	case Said:
		return []recordStep{{selectHeads, "n", l.head}, {selectForums, "s.n", l.forum}, said}
	case Texts:
		whole[0].text, whole[0].order = selectTexts, "r.n"
	}
	return whole
}

// put makes room for a record.
func (l recordLoader) put(n int64) *ReadRecord {
	r := &ReadRecord{new(record.Record), map[string]string{}}
	l.records[n] = r
	return r
}

func (l recordLoader) head(rows *sql.Rows) error {
	n, r, err := scanReport(rows)
	if err == nil {
		*l.put(n).Record = record.Record{ID: r.id, Report: r.Report}
	}
	return err
}

func (l recordLoader) whole(rows *sql.Rows) error {
	var n int64
	var line, text string
	if err := rows.Scan(&n, &line, &text); err != nil {
		return err
	}
	r := l.put(n)
	err := decodeLine(line, r.Record, (*lineReader).record)
	r.Record.Report.Text = text
	return err
}

func (l recordLoader) forum(rows *sql.Rows) error {
	var n int64
	var id, act string
	err := rows.Scan(&n, &id, &act)
	if err == nil {
		l.records[n].Acts[id] = act
	}
	return err
}

func (l recordLoader) event(rows *sql.Rows) error {
	var n int64
	var line, evidence, act string
	if err := rows.Scan(&n, &line, &evidence, &act); err != nil {
		return err
	}
	var e record.Event
	err := decodeLine(line, &e, (*lineReader).event)
	if err == nil {
		e.Evidence, err = decodeEvidence(evidence)
	}
	r := l.records[n]
	r.Record.Events = append(r.Record.Events, e)
	if act != "" {
		r.Acts[e.ID] = act
	}
	return err
}

func (l recordLoader) statement(rows *sql.Rows) error {
	n, x, err := scanLine(rows, (*lineReader).statement)
	if err == nil {
		l.records[n].Record.Statements = append(l.records[n].Record.Statements, x)
	}
	return err
}

func (l recordLoader) fact(rows *sql.Rows) error {
	n, x, err := scanLine(rows, (*lineReader).fact)
	if err == nil {
		l.records[n].Record.Facts = append(l.records[n].Record.Facts, x)
	}
	return err
}

// scanLine reads a number and a line of JSON.
func scanLine[T any](rows *sql.Rows, read func(*lineReader, *T)) (n int64, x T, err error) {
	var line string
	if err = rows.Scan(&n, &line); err == nil {
		err = decodeLine(line, &x, read)
	}
	return n, x, err
}

// RelatedFact is a fact with the relation that it belongs to.
type RelatedFact struct {
	Relation               string
	Report, Published, URL string
	Fact                   record.Fact
}

// RelatedFacts yields the facts of the reports that tell the acts of a query, those of one relation after another.
func (s *Store) RelatedFacts(ctx context.Context, q Query) iter.Seq2[RelatedFact, error] {
	where := s.tellingReports(q, "f.report")
	return func(yield func(RelatedFact, error) bool) {
		numbers, err := s.numbers(ctx, "SELECT f.n FROM facts f WHERE "+where.text+" ORDER BY f.relation"+s.bytes+", f.n", where.args)
		if err != nil {
			yield(RelatedFact{}, err)
			return
		}
		h := newHeads(false)
		load := func(ctx context.Context, keys []any) (map[any]*RelatedFact, error) {
			return s.relatedFacts(ctx, keys, h)
		}
		for f, err := range ahead(ctx, numbers, load) {
			if err != nil {
				yield(RelatedFact{}, err)
				return
			}
			if !yield(*f, nil) {
				return
			}
		}
	}
}

// relatedFacts loads facts by their numbers, and what is known of their reports.
func (s *Store) relatedFacts(ctx context.Context, keys []any, h *heads) (map[any]*RelatedFact, error) {
	out := make(map[any]*RelatedFact, len(keys))
	of := make(map[*RelatedFact]int64, len(keys))
	reports := map[int64]*named{}
	err := s.snapshot(ctx, func(v view) error {
		args, marks := filled(keys)
		err := v.scan("SELECT n, relation, report, json FROM facts WHERE n IN ("+marks+")", args, func(rows *sql.Rows) error {
			var n, report int64
			var line string
			x := new(RelatedFact)
			if err := rows.Scan(&n, &x.Relation, &report, &line); err != nil {
				return err
			}
			out[n], of[x], reports[report] = x, report, nil
			return decodeLine(line, &x.Fact, (*lineReader).fact)
		})
		if err != nil {
			return err
		}
		return h.load(v, reports)
	})
	for x, n := range of {
		if r := reports[n]; r != nil {
			x.Report, x.Published, x.URL = r.id, string(r.Published), string(r.URL)
		}
	}
	return out, err
}
