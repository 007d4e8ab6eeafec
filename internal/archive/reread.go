package archive

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"varta"
	"varta/internal/ingest"
	"varta/internal/merge"
	"varta/internal/store"
	"varta/record"
)

// RereadOptions say how reports are read again.
type RereadOptions struct {
	Workers int
	// All reads every report again, not only those that another version of the program or the tables has read.
	All bool
}

// Difference counts, by type, the events that a reread added and removed. An event that is told of the same place in
// the report with the same type, status, date and parties is the same.
type Difference struct {
	Reports, Changed int
	Total            int // reports that were to be read
	Added, Removed   map[string]int
}

// Reread renews the records of all reports that were read by another version of the program or of the tables. Reports
// stay as they are. It goes on where it was broken off.
func (a *Archive) Reread(ctx context.Context, o RereadOptions, progress func(done, total int)) (Difference, error) {
	d := Difference{Added: map[string]int{}, Removed: map[string]int{}}
	reader, err := a.reader()
	if err != nil {
		return d, err
	}
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	stale := store.Stale{Version: varta.Version, DataVersion: reader.DataVersion()}
	if stale.Generation, err = a.generation(ctx, o.All); err != nil {
		return d, err
	}
	if d.Total, err = a.CountStale(ctx, stale); err != nil {
		return d, err
	}
	for last := int64(0); ; {
		reports, err := a.StaleReports(ctx, stale, last, batchReports, batchBytes)
		if err != nil || len(reports) == 0 {
			return d, cmp.Or(err, ctx.Err())
		}
		last = reports[len(reports)-1].N
		batch := ingest.InOrder(ctx, slices.Values(reports), o.Workers, func(ctx context.Context, r store.Report) renewed {
			return a.again1(ctx, reader, r)
		})
		if err := a.renew(ctx, slices.Collect(batch), stale, &d); err != nil {
			return d, err
		}
		if err := ctx.Err(); err != nil {
			return d, err
		}
		progress(d.Reports, d.Total)
	}
}

// generation is that of the reread that goes on, or begins.
func (a *Archive) generation(ctx context.Context, all bool) (int64, error) {
	var n int64
	err := a.Write(ctx, func(tx *store.Tx) error {
		var err error
		if n, err = tx.Generation(); err != nil || !all {
			return err
		}
		behind, err := tx.Behind(n)
		if err != nil || behind {
			return err // one that was broken off goes on
		}
		n++
		return tx.SetGeneration(n)
	})
	return n, err
}

// renewed is a report that was read again, with the record that it had.
type renewed struct {
	report   store.Report
	old, now *record.Record
	read     *record.Record     // the new one without corrections
	targets  map[string]item    // of the new one, by their ids
	left     []store.Correction // of what the reader does not write any more
	err      error
}

func (a *Archive) again1(ctx context.Context, reader *varta.Reader, r store.Report) renewed {
	corrections, err := a.Store.Corrections(ctx, r.N)
	if err != nil {
		return renewed{report: r, err: err}
	}
	return a.readAgain(ctx, reader, r, corrections)
}

// readAgain reads a report and applies corrections to its record.
func (a *Archive) readAgain(ctx context.Context, reader *varta.Reader, r store.Report, corrections []store.Correction) renewed {
	x := renewed{report: r}
	if x.old, x.err = a.RecordOf(ctx, r.N); x.err != nil {
		return x
	}
	if x.read, x.err = reader.Read(ctx, asRead(r)); x.err != nil {
		x.err = fmt.Errorf("read report %s: %w", r.ID, x.err)
		return x
	}
	x.read.Report.Text = r.Text
	if x.err = a.apply(&x, corrections); x.err != nil {
		return x
	}
	words := a.Spelling.Words(r.Text)
	x.report.Folded = digest(words)
	x.report.Words = strings.Join(append(a.Spelling.Words(r.Title), words...), " ")
	return x
}

// same says whether the tables made no difference.
func (x *renewed) same() (bool, error) {
	old := *x.old
	old.Version, old.DataVersion = x.now.Version, x.now.DataVersion
	a, err := old.Line()
	if err != nil {
		return false, err
	}
	b, err := x.now.Line()
	return bytes.Equal(a, b), err
}

// renew writes a batch of renewed records in one transaction.
func (a *Archive) renew(ctx context.Context, batch []renewed, stale store.Stale, d *Difference) error {
	next := *d
	var b *board
	err := a.Write(ctx, func(tx *store.Tx) error {
		var changed []renewed
		for i := range batch {
			x := &batch[i]
			if x.err != nil {
				return x.err
			}
			same, err := x.same()
			if err != nil {
				return err
			}
			next.Reports++
			// Merging may have changed with the program; the tables alone change nothing where the record is the same.
			if same && x.old.Version == varta.Version && stale.Generation == x.report.Generation {
				err = tx.TouchRecord(x.report.N, x.now)
			} else {
				changed = append(changed, *x)
			}
			if !same {
				next.Changed++
			}
			if err = errors.Join(err, tx.Respell(x.report)); err != nil {
				return err
			}
		}
		var err error
		b, err = a.replace(tx, changed, stale.Generation)
		return err
	})
	if err != nil {
		return err
	}
	a.board.Store(b)
	*d = next
	for i := range batch {
		d.count(batch[i].old, batch[i].now)
	}
	return nil
}

// replace puts new records in the place of old ones. All events of the acts that the old ones told are placed again.
func (a *Archive) replace(tx *store.Tx, batch []renewed, generation int64) (*board, error) {
	var events []int64
	for _, x := range batch {
		of, err := tx.EventsOf(x.report.N)
		if err != nil {
			return nil, err
		}
		events = append(events, of...)
	}
	events = sortedOnce(events)
	all, err := tx.Together(events)
	if err != nil {
		return nil, err
	}
	old, err := unplace(tx, all)
	if err != nil {
		return nil, err
	}
	if len(old.placed) != len(all) {
		return nil, fmt.Errorf("%d of %d events are not placed: varta check says more", len(all)-len(old.placed), len(all))
	}
	var fresh []told
	for i, n := range all {
		if _, dropped := slices.BinarySearch(events, n); dropped {
			continue
		}
		fresh = append(fresh, told{n: n, Telling: old.placed[i].Telling})
	}
	for _, x := range batch {
		if err := errors.Join(tx.DropRecord(x.report.N), tx.PutRecord(x.report.N, x.now, generation, merge.RelationID)); err != nil {
			return nil, fmt.Errorf("report %s: %w", x.report.ID, err)
		}
		of, err := tellings(x.now)
		if err != nil {
			return nil, err
		}
		fresh = append(fresh, ofReport(x.report.N, of)...)
	}
	b, err := a.take(tx)
	if err != nil {
		return nil, err
	}
	return b, b.mergeAgain(fresh, old)
}

// count adds the events that came and went with a record.
func (d *Difference) count(old, now *record.Record) {
	left := map[string]int{}
	for i := range old.Events {
		left[signature(&old.Events[i])]++
	}
	for i := range now.Events {
		if s := signature(&now.Events[i]); left[s] > 0 {
			left[s]--
		} else {
			d.Added[now.Events[i].Type]++
		}
	}
	for i := range old.Events {
		if s := signature(&old.Events[i]); left[s] > 0 {
			left[s]--
			d.Removed[old.Events[i].Type]++
		}
	}
}

// signature is what makes an event the same as before.
func signature(e *record.Event) string {
	parts := []string{e.Type, e.Status}
	for _, side := range [][]record.Party{e.Actors, e.Recipients} {
		for _, p := range side {
			parts = append(parts, p.Code)
		}
		parts = append(parts, ">")
	}
	if e.Date != nil {
		parts = append(parts, e.Date.Value)
	}
	if len(e.Evidence) > 0 {
		parts = append(parts, fmt.Sprint(e.Evidence[0].Start))
	}
	return strings.Join(parts, " ")
}
