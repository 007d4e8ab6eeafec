package store

import (
	"context"
	"database/sql"

	"varta/record"
)

// Stale are the records that another version of the program or of the tables made, or an earlier reread.
type Stale struct {
	Version, DataVersion string
	Generation           int64
}

const isStale = "(k.generation < ? OR k.version <> ? OR k.data_version <> ?)"

func (s Stale) args() []any { return []any{s.Generation, s.Version, s.DataVersion} }

// CountStale counts them.
func (s *Store) CountStale(ctx context.Context, x Stale) (int, error) {
	var n int
	err := s.queryRow(ctx, "SELECT count(*) FROM records k WHERE "+isStale, x.args()...).Scan(&n)
	return n, s.wrap("query", err)
}

// StaleReports are the next reports after number last whose records are stale, no more than so many, and no more bytes
// of text than that unless one alone has more.
func (s *Store) StaleReports(ctx context.Context, x Stale, last int64, most, bytes int) ([]Report, error) {
	rows, err := s.Query(ctx, "SELECT r.n, r.id, coalesce(r.title, ''), coalesce(r.url, ''), coalesce(r.publisher, ''), coalesce(r.published, ''), r.lang, "+
		"r.text, k.generation FROM reports r JOIN records k ON k.report = r.n WHERE r.n > ? AND "+isStale+" ORDER BY r.n LIMIT ?",
		append(append([]any{last}, x.args()...), most)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Report
	for size := 0; size < bytes && rows.Next(); {
		var r Report
		if err := rows.Scan(&r.N, &r.ID, &r.Title, &r.URL, &r.Publisher, &r.Published, &r.Lang, &r.Text, &r.Generation); err != nil {
			return nil, s.wrap("read", err)
		}
		out = append(out, r)
		size += len(r.Text)
	}
	return out, s.wrap("read", rows.Err())
}

// TouchRecord notes that a record is the same with the versions of another one.
func (t *Tx) TouchRecord(n int64, rec *record.Record) error {
	head, err := headJSON(rec)
	if err != nil {
		return err
	}
	return t.Exec("UPDATE records SET version = ?, data_version = ?, json = ? WHERE report = ?", rec.Version, rec.DataVersion, head, n)
}

// Respell renews the words by which a report is found and known again, where its spelling has changed.
func (t *Tx) Respell(r Report) error {
	same := false
	err := t.Rows("SELECT w.words FROM report_words w WHERE w.rowid = ?", func(rows *sql.Rows) error {
		var words string
		err := rows.Scan(&words)
		same = words == r.Words
		return err
	}, r.N)
	if err != nil || same {
		return err
	}
	if err := t.Exec("DELETE FROM report_words WHERE rowid = ?", r.N); err != nil {
		return err
	}
	if err := t.putWords(r.N, r.Words); err != nil {
		return err
	}
	// Two reports that were told apart by their spelling stay two.
	return t.Exec("UPDATE reports SET folded = ? WHERE n = ? AND NOT EXISTS (SELECT 1 FROM reports o WHERE o.folded = ?)", r.Folded, r.N, r.Folded)
}

// Behind says whether records are left of an earlier generation.
func (t *Tx) Behind(generation int64) (bool, error) {
	var n int64
	err := t.Rows("SELECT report FROM records WHERE generation < ? LIMIT 1", first(&n), generation)
	return n != 0, err
}

// Together are the events of all acts that events tell, sorted, and the events themselves.
func (t *Tx) Together(events []int64) ([]int64, error) {
	return t.numbers("SELECT event FROM tellings WHERE act IN (SELECT act FROM tellings WHERE event IN (", "))", events)
}

// headJSON is a record without what has tables of its own.
func headJSON(rec *record.Record) (string, error) {
	head := *rec
	head.Events, head.Statements, head.Facts, head.Report.Text = nil, nil, nil, ""
	return record.Lean(&head)
}
