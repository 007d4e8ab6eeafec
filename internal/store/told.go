package store

import (
	"context"
	"database/sql"
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
		h := newHeads(texts)
		load := func(ctx context.Context, keys []any) (map[any]*Told, error) { return s.told(ctx, keys, h) }
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
	found, err := s.told(ctx, keys, newHeads(false))
	out := make(map[any]record.Act, len(found))
	for n, t := range found {
		out[n] = *t.Act
	}
	return out, err
}

// told loads acts and their reports by the numbers of the acts. One SELECT that joined all tables would give the line of
// an act and the head of a report again with every telling.
func (s *Store) told(ctx context.Context, keys []any, h *heads) (map[any]*Told, error) {
	l := &toldLoader{acts: make(map[any]*Told, len(keys)), reports: map[int64]*named{}}
	err := s.snapshot(ctx, func(v view) error {
		args, marks := filled(keys)
		if err := v.scan("SELECT n, json, coalesce(occasion, 0) FROM acts WHERE n IN ("+marks+")", args, l.act); err != nil {
			return err
		}
		if err := v.scan("SELECT t.act, e.n, e.id, e.status, e.evidence FROM tellings t JOIN events e ON e.n = t.event "+
			"WHERE t.act IN ("+marks+") ORDER BY t.act, t.seq", args, l.telling); err != nil {
			return err
		}
		if err := l.loadReports(v, h); err != nil {
			return err
		}
		return l.loadOccasions(v)
	})
	return l.acts, err
}

// toldLoader gathers the tellings of acts; a report that tells several is made once.
type toldLoader struct {
	acts     map[any]*Told
	occasion []occasion
	told     []telling
	reports  map[int64]*named
}

// occasion is the event at whose act an act took place.
type occasion struct {
	act   *record.Act
	event int64
}

// telling is where the report of a telling is to go.
type telling struct {
	act    *Told
	report int64
}

func (l *toldLoader) act(rows *sql.Rows) error {
	var n, event int64
	var line string
	if err := rows.Scan(&n, &line, &event); err != nil {
		return err
	}
	t := &Told{Act: new(record.Act)}
	l.acts[n] = t
	if event != 0 {
		l.occasion = append(l.occasion, occasion{t.Act, event})
	}
	if err := decodeAct(line, t.Act); err != nil {
		return fmt.Errorf("act %d: %w", n, err)
	}
	return nil
}

func (l *toldLoader) telling(rows *sql.Rows) error {
	var n, event int64
	var evidence string
	var x record.Telling
	err := rows.Scan(&n, &event, &x.Event, &x.Status, &evidence)
	if err != nil {
		return err
	}
	if x.Evidence, err = decodeEvidence(evidence); err != nil {
		return fmt.Errorf("evidence of event %d: %w", event, err)
	}
	t := l.acts[n]
	t.Act.Tellings = append(t.Act.Tellings, x)
	l.told = append(l.told, telling{t, event >> 20})
	l.reports[event>>20] = nil
	return nil
}

// loadReports loads the reports of the tellings.
func (l *toldLoader) loadReports(v view, h *heads) error {
	if err := h.load(v, l.reports); err != nil {
		return err
	}
	for _, t := range l.told {
		r := l.reports[t.report]
		if r == nil {
			return fmt.Errorf("report %d, which tells %s, is not there", t.report, t.act.Act.ID)
		}
		x := &t.act.Act.Tellings[len(t.act.Reports)]
		x.Report, x.Published = r.id, r.Published
		t.act.Reports = append(t.act.Reports, &r.Report)
	}
	return nil
}

// loadOccasions names the acts at which acts took place.
func (l *toldLoader) loadOccasions(v view) error {
	ids := map[int64]string{}
	var keys []any
	for _, o := range l.occasion {
		if _, ok := ids[o.event]; !ok {
			ids[o.event] = ""
			keys = append(keys, o.event)
		}
	}
	for part := range slices.Chunk(keys, many) {
		args, marks := filled(part)
		err := v.scan("SELECT t.event, a.id FROM tellings t JOIN acts a ON a.n = t.act WHERE t.event IN ("+marks+")", args, func(rows *sql.Rows) error {
			var event int64
			var id string
			err := rows.Scan(&event, &id)
			ids[event] = id
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, o := range l.occasion {
		o.act.Occasion = record.Null(ids[o.event])
	}
	return nil
}
