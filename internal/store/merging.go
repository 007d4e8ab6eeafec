package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"varta/record"
)

// Sketch is what merging keeps of an event, and the event that leads its act.
type Sketch struct {
	N, Lead int64
	JSON    []byte
}

// Telling is an event with its sketch.
type Telling struct {
	Sketch
	Event     record.Event
	OccasionN int64 // the event of the same report at which it took place, 0 for none
}

// many is how many numbers one SELECT asks for; lists are filled up to powers of two, so that few statements are prepared.
const many = 256

// in are the parameters of an IN list.
func in(numbers []int64) (args []any, marks string) {
	size := 1
	for size < len(numbers) {
		size *= 2
	}
	for i := range size {
		args = append(args, numbers[min(i, len(numbers)-1)])
	}
	return args, list(size)
}

// list is n parameters.
func list(n int) string { return strings.Repeat("?, ", n-1) + "?" }

// PutSketch keeps the sketch of an event that is new.
func (t *Tx) PutSketch(s Sketch) error {
	return t.insert("merging(event, lead, json)", row{s.N, s.Lead, string(s.JSON)})
}

// File files an event in cells.
func (t *Tx) File(n int64, cells []int64) error {
	rows := make([]row, len(cells))
	for i, c := range cells {
		rows[i] = row{c, n}
	}
	return t.insert("event_cells(cell, event)", rows...)
}

// SetLead gives an event that is kept another lead.
func (t *Tx) SetLead(n, lead int64) error {
	return t.Exec("UPDATE merging SET lead = ? WHERE event = ?", lead, n)
}

// Filed are the sketches of the events of cells, each once.
func (t *Tx) Filed(cells []int64) ([]Sketch, error) {
	numbers, err := t.numbers("SELECT DISTINCT event FROM event_cells WHERE cell IN (", ")", cells)
	if err != nil {
		return nil, err
	}
	return t.Sketches(numbers)
}

// Sketches loads sketches by the numbers of their events, in order.
func (t *Tx) Sketches(numbers []int64) ([]Sketch, error) {
	var out []Sketch
	for part := range slices.Chunk(numbers, many) {
		args, marks := in(part)
		err := t.Rows("SELECT event, lead, json FROM merging WHERE event IN ("+marks+") ORDER BY event", func(rows *sql.Rows) error {
			var s Sketch
			err := rows.Scan(&s.N, &s.Lead, &s.JSON)
			out = append(out, s)
			return err
		}, args...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// NextSketches are the sketches that follow after event last, some at a time.
func (t *Tx) NextSketches(last int64) ([]Sketch, error) {
	var numbers []int64
	err := t.Rows("SELECT event FROM merging WHERE event > ? ORDER BY event LIMIT ?", func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		numbers = append(numbers, n)
		return err
	}, last, 4*many)
	if err != nil {
		return nil, err
	}
	return t.Sketches(numbers)
}

// ClearCells forgets where events are filed.
func (t *Tx) ClearCells() error { return t.Exec("DELETE FROM event_cells") }

// EventsOf are the numbers of the events of a report.
func (t *Tx) EventsOf(report int64) ([]int64, error) {
	return t.numbers("SELECT n FROM events WHERE report IN (", ")", []int64{report})
}

// ReportNumbers are the numbers of reports by their IDs.
func (t *Tx) ReportNumbers(ids []string) (map[string]int64, error) {
	out := map[string]int64{}
	for _, id := range ids {
		err := t.Rows("SELECT n FROM reports WHERE id = ?", func(rows *sql.Rows) error {
			var n int64
			err := rows.Scan(&n)
			out[id] = n
			return err
		}, id)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Led are the events of the acts that events lead.
func (t *Tx) Led(leads []int64) ([]int64, error) {
	return t.numbers("SELECT event FROM merging WHERE lead IN (", ")", leads)
}

// occasionOf is the number of the event at which an event took place.
const occasionOf = "CASE WHEN e.occasion IS NULL THEN 0 ELSE coalesce((SELECT o.n FROM events o WHERE o.report = e.report AND o.id = e.occasion), 0) END"

// TellingsOf loads the events of an act with their sketches.
func (s *Store) TellingsOf(ctx context.Context, act string) ([]Telling, error) {
	rows, err := s.Query(ctx, "SELECT e.n, m.lead, m.json, e.evidence, e.json, "+occasionOf+" FROM events e JOIN merging m ON m.event = e.n WHERE e.n IN (SELECT t.event FROM tellings t JOIN acts a ON a.n = t.act WHERE a.id = ?) ORDER BY e.n", act)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Telling
	for rows.Next() {
		var x Telling
		var evidence, event sql.RawBytes
		err := rows.Scan(&x.N, &x.Lead, &x.JSON, &evidence, &event, &x.OccasionN)
		if err == nil {
			err = errors.Join(json.Unmarshal(event, &x.Event), json.Unmarshal(evidence, &x.Event.Evidence))
		}
		if err != nil {
			return nil, s.wrap("read", err)
		}
		out = append(out, x)
	}
	return out, s.wrap("read", rows.Err())
}

// Tellings loads events by their numbers, in order: what makes an act, without the evidence and the sketch.
func (t *Tx) Tellings(numbers []int64) ([]Telling, error) {
	var out []Telling
	for part := range slices.Chunk(numbers, many) {
		args, marks := in(part)
		err := t.Rows("SELECT e.n, m.lead, e.json, "+occasionOf+" FROM events e JOIN merging m ON m.event = e.n WHERE e.n IN ("+marks+") ORDER BY e.n",
			func(rows *sql.Rows) error {
				var x Telling
				var event string
				if err := rows.Scan(&x.N, &x.Lead, &event, &x.OccasionN); err != nil {
					return err
				}
				err := decodeLine(event, &x.Event, (*lineReader).event)
				out = append(out, x)
				return err
			}, args...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Override is what a user decided about two tellings: see schema/00001_archive.sql.
type Override struct{ Kind, A, B string }

// Overrides are all of them, in the order in which they were made.
func (t *Tx) Overrides() ([]Override, error) {
	var out []Override
	err := t.rows("SELECT kind, a, b FROM overrides ORDER BY n", func(rows *sql.Rows) error {
		var o Override
		err := rows.Scan(&o.Kind, &o.A, &o.B)
		out = append(out, o)
		return err
	})
	return out, err
}

// PutOverride keeps one, and drops what was decided about the two before.
func (t *Tx) PutOverride(o Override, made string) error {
	if err := errors.Join(t.DropOverride("split", o.A, o.B), t.DropOverride("join", o.A, o.B)); err != nil {
		return err
	}
	var n int64
	if err := t.Rows("SELECT coalesce(max(n), 0) + 1 FROM overrides", func(rows *sql.Rows) error { return rows.Scan(&n) }); err != nil {
		return fmt.Errorf("number an override: %w", err)
	}
	return t.insert("overrides(n, kind, a, b, made)", row{n, o.Kind, o.A, o.B, made})
}

// DropOverride drops what was decided about two tellings.
func (t *Tx) DropOverride(kind, a, b string) error {
	return t.Exec("DELETE FROM overrides WHERE kind = ? AND (a = ? AND b = ? OR a = ? AND b = ?)", kind, a, b, b, a)
}

// DropSketch forgets how an event was placed that is filed in cells.
func (t *Tx) DropSketch(n int64, cells []int64) error {
	for part := range slices.Chunk(cells, many) {
		args, marks := in(part)
		if err := t.Exec("DELETE FROM event_cells WHERE event = ? AND cell IN ("+marks+")", append([]any{n}, args...)...); err != nil {
			return err
		}
	}
	return t.Exec("DELETE FROM merging WHERE event = ?", n)
}

// EventsOfAct are the events that tell an act.
func (t *Tx) EventsOfAct(id string) ([]int64, error) {
	var out []int64
	err := t.Rows("SELECT t.event FROM tellings t JOIN acts a ON a.n = t.act WHERE a.id = ? ORDER BY t.event", func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		out = append(out, n)
		return err
	}, id)
	return out, err
}

// ActsOf are the IDs of the acts that events tell, in the order of the events.
func (t *Tx) ActsOf(events []int64) ([]string, error) {
	var out []string
	for _, e := range events {
		err := t.Rows("SELECT a.id FROM acts a JOIN tellings t ON t.act = a.n WHERE t.event = ?", func(rows *sql.Rows) error {
			var id string
			err := rows.Scan(&id)
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
			return err
		}, e)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
