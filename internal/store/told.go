package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"varta/record"
)

// Told is an act with the reports of its tellings: Reports[i] is that of Act.Tellings[i].
type Told struct {
	Act     *record.Act
	Reports []*record.Report
}

// ToldActs yields the acts that a query asks for, in its order. The reports have their texts if texts says so.
func (s *Store) ToldActs(ctx context.Context, q Query, texts bool) iter.Seq2[Told, error] {
	q.Of = Acts
	return func(yield func(Told, error) bool) {
		keys, _, err := s.found(ctx, q)
		if err != nil {
			yield(Told{}, err)
			return
		}
		for part := range slices.Chunk(keys, many) {
			found, err := s.told(ctx, part, texts)
			if err != nil {
				yield(Told{}, err)
				return
			}
			for _, k := range part {
				if t, ok := found[k]; ok && !yield(*t, nil) {
					return
				}
			}
		}
	}
}

func (s *Store) actsByKey(ctx context.Context, keys []any) (map[any]record.Act, error) {
	found, err := s.tellings(ctx, keys)
	out := make(map[any]record.Act, len(found))
	for n, t := range found {
		out[n] = *t.act
	}
	return out, err
}

// telling is an act with the numbers of the reports that tell it.
type telling struct {
	act     *record.Act
	reports []int64
}

// told loads acts and reports by the numbers of the acts.
func (s *Store) told(ctx context.Context, keys []any, texts bool) (map[any]*Told, error) {
	found, err := s.tellings(ctx, keys)
	if err != nil {
		return nil, err
	}
	wanted := map[int64]*record.Report{}
	for _, t := range found {
		for _, n := range t.reports {
			wanted[n] = nil
		}
	}
	if err := s.reports(ctx, wanted, texts); err != nil {
		return nil, err
	}
	out := make(map[any]*Told, len(found))
	for n, t := range found {
		x := &Told{Act: t.act}
		for _, r := range t.reports {
			x.Reports = append(x.Reports, wanted[r])
		}
		out[n] = x
	}
	return out, nil
}

const toldColumns = "SELECT a.n, a.json, coalesce(oa.id, ''), t.report, r.id, e.id, coalesce(r.published, ''), e.status, e.evidence " +
	"FROM acts a JOIN tellings t ON t.act = a.n JOIN events e ON e.n = t.event JOIN reports r ON r.n = t.report " +
	"LEFT JOIN tellings ot ON ot.event = a.occasion LEFT JOIN acts oa ON oa.n = ot.act WHERE a.n"

func (s *Store) tellings(ctx context.Context, keys []any) (map[any]*telling, error) {
	args, marks := filled(keys)
	rows, err := s.Query(ctx, toldColumns+" IN ("+marks+") ORDER BY a.n, t.seq", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make(map[any]*telling, len(keys))
	for rows.Next() {
		if err := scanTold(rows, out); err != nil {
			return nil, s.wrap("query", err)
		}
	}
	return out, s.wrap("query", rows.Err())
}

func scanTold(rows *sql.Rows, out map[any]*telling) error {
	var n, report int64
	var line, evidence sql.RawBytes
	var x record.Telling
	var occasion string
	if err := rows.Scan(&n, &line, &occasion, &report, &x.Report, &x.Event, &x.Published, &x.Status, &evidence); err != nil {
		return err
	}
	t := out[n]
	if t == nil {
		t = &telling{act: new(record.Act)}
		out[n] = t
		if err := json.Unmarshal(line, t.act); err != nil {
			return fmt.Errorf("act %d: %w", n, err)
		}
		t.act.Occasion = record.Null(occasion)
	}
	if err := json.Unmarshal(evidence, &x.Evidence); err != nil {
		return fmt.Errorf("evidence of %s %s: %w", x.Report, x.Event, err)
	}
	t.act.Tellings = append(t.act.Tellings, x)
	t.reports = append(t.reports, report)
	return nil
}

// reports loads reports by their numbers.
func (s *Store) reports(ctx context.Context, wanted map[int64]*record.Report, texts bool) error {
	var numbers []any
	for n := range wanted {
		numbers = append(numbers, n)
	}
	text := "''"
	if texts {
		text = "text"
	}
	for part := range slices.Chunk(numbers, many) {
		args, marks := filled(part)
		rows, err := s.Query(ctx, "SELECT n, title, url, publisher, agency, lang, published, sha256, bytes, "+text+
			" FROM reports WHERE n IN ("+marks+")", args...)
		if err != nil {
			return err
		}
		if err := scanReports(rows, wanted); err != nil {
			return s.wrap("query", err)
		}
	}
	return nil
}

func scanReports(rows *sql.Rows, into map[int64]*record.Report) error {
	defer rows.Close()
	for rows.Next() {
		var n int64
		r := new(record.Report)
		var null [5]sql.NullString
		if err := rows.Scan(&n, &null[0], &null[1], &null[2], &null[3], &r.Lang, &null[4], &r.SHA256, &r.Bytes, &r.Text); err != nil {
			return err
		}
		for i, to := range []*record.Null{&r.Title, &r.URL, &r.Publisher, &r.Agency, &r.Published} {
			*to = record.Null(null[i].String)
		}
		into[n] = r
	}
	return rows.Err()
}
