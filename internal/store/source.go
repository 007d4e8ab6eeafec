package store

import (
	"context"
	"database/sql"
	"encoding/json"
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

// RecordsOf yields the records of the reports that tell the acts of a query, with their texts, in order of arrival.
func (s *Store) RecordsOf(ctx context.Context, q Query) iter.Seq2[*record.Record, error] {
	where := s.tellingReports(q)
	return s.Records(ctx, where.text, where.args...)
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
