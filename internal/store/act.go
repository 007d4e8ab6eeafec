package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"varta/record"
)

// numbers collects the numbers that a SELECT finds for a list of numbers, sorted, each once.
func (t *Tx) numbers(before, after string, asked []int64) ([]int64, error) {
	var out []int64
	for part := range slices.Chunk(asked, many) {
		args, marks := in(part)
		err := t.Rows(before+marks+after, func(rows *sql.Rows) error {
			var n int64
			err := rows.Scan(&n)
			out = append(out, n)
			return err
		}, args...)
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// DropActs removes the acts that events tell, and returns the events that told them.
func (t *Tx) DropActs(events []int64) ([]int64, error) {
	acts, err := t.numbers("SELECT DISTINCT act FROM tellings WHERE event IN (", ")", events)
	if err != nil {
		return nil, err
	}
	told, err := t.numbers("SELECT event FROM tellings WHERE act IN (", ")", acts)
	if err != nil {
		return nil, err
	}
	for _, of := range []string{"tellings.act", "act_parties.act", "act_history.act", "acts.n"} {
		table, column, _ := strings.Cut(of, ".")
		for part := range slices.Chunk(acts, many) {
			args, marks := in(part)
			if err := t.Exec("DELETE FROM "+table+" WHERE "+column+" IN ("+marks+")", args...); err != nil {
				return nil, err
			}
		}
	}
	return told, nil
}

// PutAct keeps an act; events are those of its tellings, in their order, and occasion is the event at whose act it took
// place, 0 for none: what that act is called may change.
func (t *Tx) PutAct(a *record.Act, events []int64, occasion int64) error {
	bare := *a
	bare.Tellings, bare.Occasion = []record.Telling{}, ""
	line, err := record.Lean(&bare)
	if err != nil {
		return err
	}
	n := slices.Min(events)
	seen, from, to := reach(a)
	first, last := any(nil), any(nil)
	date, place := row{nil, nil}, row{nil, nil, nil, nil, nil, nil}
	if d := a.Date; d != nil {
		first, last = Days(d.Value, string(d.Until))
		date = row{d.Value, null(d.Until)}
	}
	if p := a.Place; p != nil {
		place = row{null(p.Name), p.Code, pointer(p.Lat), pointer(p.Lon), pointer(p.GeoNames), p.Precision}
	}
	r := append(row{n, a.ID, a.Type, spaced(a.Modes), spaced(a.Contexts), a.CAMEO, a.Quad, a.Score, a.Status,
		actorCodes(a.Actors), actorCodes(a.Recipients)}, date...)
	r = append(append(r, first, last), place...)
	r = append(r, nullNumber(occasion), spaced(a.Topics), a.Confidence, seen, null(from), null(to), line)
	err = t.insert("acts(n, id, type, modes, contexts, cameo, quad, score, status, actors, recipients, date, until, first_day, "+
		"last_day, place, place_code, lat, lon, geonames, place_precision, occasion, topics, confidence, reports, "+
		"first_published, last_published, json)", r)
	return errors.Join(err, t.putActParties(n, a, first), t.putTellings(n, a, events), t.putHistory(n, a))
}

// reach is how many reports tell an act, and the first and the last day of their publication.
func reach(a *record.Act) (reports int, from, to string) {
	seen := map[string]bool{}
	for _, x := range a.Tellings {
		seen[x.Report] = true
		if p := string(x.Published); p != "" {
			if from == "" || p < from {
				from = p
			}
			to = max(to, p)
		}
	}
	return len(seen), from, to
}

func actorCodes(actors []record.Actor) string {
	var out []string
	for _, p := range actors {
		if !slices.Contains(out, p.Code) {
			out = append(out, p.Code)
		}
	}
	return spaced(out)
}

func (t *Tx) putActParties(n int64, a *record.Act, day any) error {
	var rows []row
	for side, list := range map[string][]record.Actor{"actor": a.Actors, "recipient": a.Recipients} {
		for k, p := range list {
			rows = append(rows, row{n, side, k, null(p.ID), null(p.Name), p.Code, null(p.Sector), null(p.Office), null(p.Wikidata), day})
		}
	}
	return t.insert("act_parties(act, side, seq, entity, name, code, sector, office, wikidata, first_day)", rows...)
}

func (t *Tx) putTellings(n int64, a *record.Act, events []int64) error {
	if len(events) != len(a.Tellings) {
		return fmt.Errorf("%s: %d events for %d tellings", a.ID, len(events), len(a.Tellings))
	}
	rows := make([]row, len(events))
	for i, e := range events {
		rows[i] = row{e, n, i, e >> 20}
	}
	return t.insert("tellings(event, act, seq, report)", rows...)
}

func (t *Tx) putHistory(n int64, a *record.Act) error {
	rows := make([]row, len(a.History))
	for i, h := range a.History {
		rows[i] = row{n, i, h.Status, h.Report, null(h.Published)}
	}
	return t.insert("act_history(act, seq, status, report, published)", rows...)
}

// Acts yields all acts, or those of a condition on table acts a, in order of their first tellings:
// Acts(ctx, "a.type = ?", "CONSULT").
func (s *Store) Acts(ctx context.Context, where string, args ...any) iter.Seq2[*record.Act, error] {
	if where == "" {
		where = "1 = 1"
	}
	return func(yield func(*record.Act, error) bool) {
		rows, err := s.Query(ctx, "SELECT a.n, a.json, coalesce(oa.id, ''), r.id, e.id, coalesce(r.published, ''), e.status, e.evidence "+
			"FROM acts a JOIN tellings t ON t.act = a.n JOIN events e ON e.n = t.event JOIN reports r ON r.n = t.report "+
			"LEFT JOIN tellings ot ON ot.event = a.occasion LEFT JOIN acts oa ON oa.n = ot.act WHERE "+where+
			" ORDER BY a.n, t.seq", args...)
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close()
		err = eachAct(rows, yield)
		if err != nil {
			yield(nil, s.wrap("read", err))
		}
	}
}

// eachAct gathers the tellings of each act from rows that are in order.
func eachAct(rows *sql.Rows, yield func(*record.Act, error) bool) error {
	var last int64
	var act *record.Act
	for rows.Next() {
		var n int64
		var line, evidence sql.RawBytes
		var x record.Telling
		var occasion string
		if err := rows.Scan(&n, &line, &occasion, &x.Report, &x.Event, &x.Published, &x.Status, &evidence); err != nil {
			return err
		}
		if act == nil || n != last {
			if act != nil && !yield(act, nil) {
				return nil
			}
			act, last = new(record.Act), n
			if err := json.Unmarshal(line, act); err != nil {
				return fmt.Errorf("act %d: %w", n, err)
			}
			act.Occasion = record.Null(occasion)
		}
		if err := json.Unmarshal(evidence, &x.Evidence); err != nil {
			return fmt.Errorf("evidence of %s %s: %w", x.Report, x.Event, err)
		}
		act.Tellings = append(act.Tellings, x)
	}
	if act != nil && rows.Err() == nil {
		yield(act, nil)
	}
	return rows.Err()
}
