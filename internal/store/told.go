package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

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
		load := func(ctx context.Context, keys []any) (map[any]*Told, error) { return s.told(ctx, keys, texts) }
		for t, err := range ahead(ctx, keys, load) {
			if err != nil {
				yield(Told{}, err)
				return
			}
			if !yield(*t, nil) {
				return
			}
		}
	}
}

func (s *Store) actsByKey(ctx context.Context, keys []any) (map[any]record.Act, error) {
	found, err := s.told(ctx, keys, false)
	out := make(map[any]record.Act, len(found))
	for n, t := range found {
		out[n] = *t.Act
	}
	return out, err
}

// told loads acts and their reports by the numbers of the acts.
func (s *Store) told(ctx context.Context, keys []any, texts bool) (map[any]*Told, error) {
	text := "''"
	if texts {
		text = "r.text"
	}
	args, marks := filled(keys)
	l := toldLoader{acts: make(map[any]*Told, len(keys)), reports: map[int64]*named{}}
	err := s.scanAll(ctx, "SELECT a.n, a.json, coalesce(oa.id, ''), t.report, r.id, e.id, e.status, e.evidence, r.title, r.url, r.publisher, r.agency, "+
		"r.published, r.lang, r.sha256, r.bytes, "+text+" FROM acts a JOIN tellings t ON t.act = a.n JOIN events e ON e.n = t.event "+
		"JOIN reports r ON r.n = t.report LEFT JOIN tellings ot ON ot.event = a.occasion LEFT JOIN acts oa ON oa.n = ot.act "+
		"WHERE a.n IN ("+marks+") ORDER BY a.n, t.seq", args, l.scan)
	return l.acts, err
}

// toldLoader gathers the tellings of acts; a report that tells several is made once.
type toldLoader struct {
	acts    map[any]*Told
	reports map[int64]*named
}

// named is a report with its id.
type named struct {
	id string
	record.Report
}

func (l *toldLoader) scan(rows *sql.Rows) error {
	var n, report int64
	var bytes int
	var act, occasion, id, event, status, evidence, title, url, publisher, agency, published, lang, sha, text sql.RawBytes
	err := rows.Scan(&n, &act, &occasion, &report, &id, &event, &status, &evidence, &title, &url, &publisher, &agency, &published,
		&lang, &sha, &bytes, &text)
	if err != nil {
		return err
	}
	r := l.reports[report]
	if r == nil {
		r = &named{string(id), record.Report{Title: record.Null(title), URL: record.Null(url), Publisher: record.Null(publisher),
			Agency: record.Null(agency), Published: record.Null(published), Lang: string(lang), SHA256: string(sha), Bytes: bytes, Text: string(text)}}
		l.reports[report] = r
	}
	t := l.acts[n]
	if t == nil {
		t = &Told{Act: new(record.Act)}
		l.acts[n] = t
		if err := decodeAct(act, t.Act); err != nil {
			return fmt.Errorf("act %d: %w", n, err)
		}
		t.Act.Occasion = record.Null(occasion)
	}
	x := record.Telling{Report: r.id, Event: string(event), Published: r.Published, Status: string(status)}
	if x.Evidence, err = decodeEvidence(evidence); err != nil {
		return fmt.Errorf("evidence of %s %s: %w", x.Report, x.Event, err)
	}
	t.Act.Tellings = append(t.Act.Tellings, x)
	t.Reports = append(t.Reports, &r.Report)
	return nil
}
