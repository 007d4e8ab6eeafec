package store

import (
	"errors"
	"fmt"
	"strings"

	"varta/record"
)

// Number is that of event, statement or fact i of report n.
func Number(n int64, i int) int64 { return n<<20 + int64(i) }

// PutRecord keeps the record of report n, which has none. Acts are left to the caller, see [Tx.PutAct].
func (t *Tx) PutRecord(n int64, rec *record.Record, generation int64, relation func(*record.Fact) string) error {
	e, err := Encode(rec, relation)
	if err != nil {
		return err
	}
	return t.PutEncoded(n, e, generation)
}

// PutEncoded keeps the record of report n, which has none.
func (t *Tx) PutEncoded(n int64, e *Encoded, generation int64) error {
	err := t.insert("records(report, version, data_version, generation, dateline, dateline_code, json)",
		row{n, e.version, e.dataVersion, generation, e.dateline, e.datelineCode, e.head})
	for _, p := range e.sections {
		for _, r := range p.rows {
			r[0] = Number(n, r[0].(int))
			if p.report {
				r[1] = n
			}
		}
		err = errors.Join(err, t.insert(p.table, p.rows...))
	}
	rows := make([]row, len(e.mentions))
	for i, m := range e.mentions {
		rows[i] = row{string(m.id), n, m.times}
		err = errors.Join(err, t.putEntity(m))
	}
	return errors.Join(err, t.insert("mentions(entity, report, times)", rows...))
}

// DropRecord removes what was read in a report. The acts and the sketches of its events must have been dropped.
func (t *Tx) DropRecord(n int64) error {
	low, high := Number(n, 0), Number(n+1, 0)
	for _, of := range []string{"event_parties.event", "events.n",
		"statement_parties.statement", "statements.n", "facts.n"} {
		table, column, _ := strings.Cut(of, ".")
		if err := t.Exec("DELETE FROM "+table+" WHERE "+column+" >= ? AND "+column+" < ?", low, high); err != nil {
			return fmt.Errorf("drop %s of report %d: %w", table, n, err)
		}
	}
	return errors.Join(t.Exec("DELETE FROM mentions WHERE report = ?", n), t.Exec("DELETE FROM records WHERE report = ?", n))
}

// putEntity keeps an entity, with its name as soon as a report tells it.
func (t *Tx) putEntity(m mentioned) error {
	if old, ok := t.w.entities[m.id]; ok && (old == m.entity || m.name == "") {
		return nil
	}
	t.w.entities[m.id] = m.entity
	return t.exec("INSERT INTO entities(id, name, type, code) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = coalesce(excluded.name, entities.name)",
		string(m.id), null(m.name), m.kind, m.code)
}
