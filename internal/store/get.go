package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"varta/record"
)

// Records yields the records of all reports, or of those of a condition on table reports r, in order of arrival, with
// their texts: Records(ctx, "r.published >= ?", "2022-09-01").
func (s *Store) Records(ctx context.Context, where string, args ...any) iter.Seq2[*record.Record, error] {
	if where == "" {
		where = "1 = 1"
	}
	return func(yield func(*record.Record, error) bool) {
		rows, err := s.Query(ctx, "SELECT r.n, k.json, r.text FROM reports r JOIN records k ON k.report = r.n WHERE "+where+" ORDER BY r.n", args...)
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			rec, err := s.scanRecord(ctx, rows)
			if !yield(rec, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, s.wrap("read", err))
		}
	}
}

// Record is that of one report, by its id.
func (s *Store) Record(ctx context.Context, id string) (*record.Record, error) {
	var n int64
	switch err := s.queryRow(ctx, "SELECT n FROM reports WHERE id = ?", id).Scan(&n); {
	case err == sql.ErrNoRows:
		return nil, fmt.Errorf("report %s: %w", id, ErrUnknown)
	case err != nil:
		return nil, s.wrap("read", err)
	}
	found, err := s.readRecords(ctx, []any{n}, Texts)
	if err != nil {
		return nil, s.wrap("read", fmt.Errorf("report %s: %w", id, err))
	}
	if found[n] == nil { // it went meanwhile
		return nil, fmt.Errorf("report %s: %w", id, ErrUnknown)
	}
	return found[n].Record, nil
}

// Name is what reports call an entity, empty if none names it.
func (s *Store) Name(ctx context.Context, entity string) (string, error) {
	var name sql.NullString
	err := s.queryRow(ctx, "SELECT name FROM entities WHERE id = ?", entity).Scan(&name)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return name.String, s.wrap("read", err)
}

// RecordOf is that of the report of a number.
func (s *Store) RecordOf(ctx context.Context, n int64) (*record.Record, error) {
	for rec, err := range s.Records(ctx, "r.n = ?", n) {
		return rec, err
	}
	return nil, fmt.Errorf("report %d: %w", n, ErrUnknown)
}

func (s *Store) scanRecord(ctx context.Context, rows *sql.Rows) (*record.Record, error) {
	var n int64
	var line, text []byte
	if err := rows.Scan(&n, &line, &text); err != nil {
		return nil, s.wrap("read", err)
	}
	rec := new(record.Record)
	err := json.Unmarshal(line, rec)
	rec.Report.Text = string(text)
	for _, part := range []struct{ table, column string }{{"events", "json"}, {"events", "evidence"}, {"statements", "json"}, {"facts", "json"}} {
		if err != nil {
			break
		}
		err = s.fill(ctx, rec, n, part.table, part.column)
	}
	if err != nil {
		return nil, s.wrap("read", fmt.Errorf("record %s: %w", rec.ID, err))
	}
	return rec, nil
}

// fill adds the parts of a record that a column of a table has.
func (s *Store) fill(ctx context.Context, rec *record.Record, n int64, table, column string) error {
	rows, err := s.read.QueryContext(ctx, s.sql("SELECT "+column+" FROM "+table+" WHERE n >= ? AND n < ? ORDER BY n"), Number(n, 0), Number(n+1, 0))
	if err != nil {
		return err
	}
	defer rows.Close()
	for i := 0; rows.Next(); i++ {
		var line sql.RawBytes
		if err := rows.Scan(&line); err != nil {
			return err
		}
		switch {
		case column == "evidence":
			err = json.Unmarshal(line, &rec.Events[i].Evidence)
		case table == "events":
			err = appendJSON(&rec.Events, line)
		case table == "statements":
			err = appendJSON(&rec.Statements, line)
		default:
			err = appendJSON(&rec.Facts, line)
		}
		if err != nil {
			return fmt.Errorf("%s of %s: %w", column, table, err)
		}
	}
	return rows.Err()
}

func appendJSON[T any](list *[]T, line []byte) error {
	var x T
	err := json.Unmarshal(line, &x)
	*list = append(*list, x)
	return err
}
