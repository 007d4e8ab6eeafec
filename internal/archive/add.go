package archive

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"time"

	"varta"
	"varta/internal/broken"
	"varta/internal/ingest"
	"varta/internal/merge"
	"varta/internal/store"
	"varta/record"
)

// AddOptions say how reports are read.
type AddOptions struct {
	Workers   int            // reports that are read at the same time
	Published string         // of reports that name no date
	Lang      string         // of reports that name no language
	Client    *ingest.Client // fetches the pages of items that are links
}

// Kinds of outcomes.
const (
	Added   = "added"
	Copy    = "copy"  // added, and nearly the same as another
	Known   = "known" // there already
	Skipped = "skipped"
)

// Outcome is what became of a report.
type Outcome struct {
	Name   string // where it was found
	ID     string
	Kind   string
	Events int
	Err    error // why it was skipped
}

// Sum counts the outcomes.
type Sum struct {
	Added, Copies, Known, Skipped, Events int
}

func (s *Sum) count(o Outcome) {
	switch o.Kind {
	case Copy:
		s.Copies++
		s.Added++
	case Added:
		s.Added++
	case Known:
		s.Known++
	case Skipped:
		s.Skipped++
	}
	s.Events += o.Events
}

// prepared is a report that was read and waits to be kept.
type prepared struct {
	name   string
	report store.Report
	record *record.Record // nil where the report is known already
	rows   *store.Encoded
	told   []told // numbered from 0
	known  int64
	err    error
}

// Sizes of a batch, which is merged at once.
const (
	batchReports = 200
	batchBytes   = 8 << 20
	batchTime    = 2 * time.Second
)

// Sizes of a transaction, which takes one batch after the other. It changes a part of most indexes however small it is, so
// large ones cost less; but after a crash all of it is read again, and other programs wait for it. The first ones are
// smaller, each up to twice the one before.
const (
	keptReports = 1200
	keptTime    = 3 * time.Second
	batchWait   = 500 * time.Millisecond // for the next batch
)

// Add reads reports and keeps them. It calls tell for each one as soon as it is kept. The error is one of the archive:
// reports that cannot be read are outcomes.
func (a *Archive) Add(ctx context.Context, items iter.Seq[ingest.Item], o AddOptions, tell func(Outcome)) (Sum, error) {
	var sum Sum
	reader, err := a.reader()
	if err != nil {
		return sum, err
	}
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ready := ingest.InOrder(ctx, items, o.Workers, func(ctx context.Context, i ingest.Item) prepared {
		return a.prepare(ctx, reader, i, o)
	})
	more := batches(ctx, ready)
	most := batchReports
	for batch := range more {
		outcomes, err := a.keep(ctx, batch, more, most)
		most = min(2*most, keptReports)
		if err != nil {
			return sum, err
		}
		for _, x := range outcomes {
			sum.count(x)
			tell(x)
		}
	}
	return sum, ctx.Err()
}

// batches gathers reports while the batch before is written.
func batches(ctx context.Context, ready iter.Seq[prepared]) <-chan []prepared {
	out := make(chan []prepared)
	go func() {
		defer close(out)
		var batch []prepared
		size, start := 0, time.Now()
		send := func() bool {
			select {
			case out <- batch:
				batch, size, start = nil, 0, time.Now()
				return true
			case <-ctx.Done():
				return false
			}
		}
		for p := range ready {
			batch = append(batch, p)
			size += len(p.report.Text)
			if (len(batch) >= batchReports || size >= batchBytes || time.Since(start) > batchTime) && !send() {
				return
			}
		}
		if len(batch) > 0 {
			send()
		}
	}()
	return out
}

// prepare does for a report all that needs no writer.
func (a *Archive) prepare(ctx context.Context, reader *varta.Reader, i ingest.Item, o AddOptions) prepared {
	p := prepared{name: i.Name}
	p.err = broken.Do(func() error { return a.read(ctx, reader, i, o, &p) })
	return p
}

func (a *Archive) read(ctx context.Context, reader *varta.Reader, i ingest.Item, o AddOptions, p *prepared) error {
	if i.Form == ingest.Link {
		known, err := a.Known(ctx, "", i.Known.URL)
		if err != nil || known != 0 {
			p.known, p.report.ID, p.report.URL = known, i.Known.ID, i.Known.URL
			return err
		}
		i = o.Client.Follow(ctx, i)
	}
	found, err := i.Report()
	if err != nil {
		return err
	}
	report := varta.Report(found)
	report.Published, report.Lang = cmp.Or(report.Published, o.Published), cmp.Or(report.Lang, o.Lang)
	words := a.Spelling.Words(report.Text)
	p.report = store.Report{ID: report.ID, Title: report.Title, URL: report.URL, Publisher: report.Publisher, Source: i.Name, Added: time.Now(),
		Text: report.Text, Folded: digest(words)}
	if report.URL != "" {
		p.report.URL = ingest.Canonical(report.URL)
	}
	if len(words) > 0 {
		if p.known, err = a.Known(ctx, p.report.Folded, p.report.URL); err != nil || p.known != 0 {
			return err // it need not be read again
		}
	}
	if p.record, err = reader.Read(ctx, report); err != nil {
		return err
	}
	r := &p.record.Report
	r.Text = report.Text
	p.report.Title, p.report.Agency, p.report.Lang, p.report.Published, p.report.SHA256 = string(r.Title), string(r.Agency), r.Lang, string(r.Published), r.SHA256
	p.report.Words = strings.Join(append(a.Spelling.Words(report.Title), words...), " ")
	p.report.Sketch = ingest.Sketch(words)
	return p.encode()
}

// encode does what can be done before a report has its number.
func (p *prepared) encode() error {
	var err error
	if p.rows, err = store.Encode(p.record, merge.RelationID); err != nil {
		return err
	}
	p.told, err = tellings(p.record)
	return err
}

func digest(words []string) string {
	h := sha256.New()
	for _, w := range words {
		h.Write([]byte(w))
		h.Write([]byte{' '})
	}
	return hex.EncodeToString(h.Sum(nil))
}

// keep writes a batch, and others that follow soon, in one transaction.
func (a *Archive) keep(ctx context.Context, batch []prepared, more <-chan []prepared, most int) ([]Outcome, error) {
	var outcomes []Outcome
	var b *board
	start := time.Now()
	err := a.Write(ctx, func(tx *store.Tx) error {
		var err error
		if b, err = a.take(tx); err != nil {
			return err
		}
		for batch != nil {
			some, err := a.keepBatch(tx, b, batch)
			if err != nil {
				return err
			}
			outcomes, batch = append(outcomes, some...), nil
			if len(outcomes) < most && time.Since(start) < keptTime {
				if batch, err = soon(tx, more); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err == nil {
		a.board.Store(b)
	}
	return outcomes, err
}

// soon is the next batch, nil if there is none or if it takes long or another program waits.
func soon(tx *store.Tx, more <-chan []prepared) ([]prepared, error) {
	if awaited, err := tx.Awaited(); err != nil || awaited {
		return nil, err
	}
	select {
	case batch := <-more:
		return batch, nil
	case <-time.After(batchWait):
		return nil, nil
	}
}

// keepBatch writes reports with their records, and merges what they tell.
func (a *Archive) keepBatch(tx *store.Tx, b *board, batch []prepared) ([]Outcome, error) {
	outcomes := make([]Outcome, len(batch))
	var fresh []told
	for i := range batch {
		var n int64
		var err error
		if outcomes[i], n, err = a.keepOne(tx, &batch[i]); err != nil {
			return nil, fmt.Errorf("%s: %w", batch[i].name, err)
		}
		if n != 0 {
			fresh = append(fresh, ofReport(n, batch[i].told)...)
		}
	}
	return outcomes, b.merge(fresh)
}

// keepOne writes a report with its record. Its number is 0 when it is not new.
func (a *Archive) keepOne(tx *store.Tx, p *prepared) (Outcome, int64, error) {
	o := Outcome{Name: p.name, ID: p.report.ID, Kind: Skipped, Err: p.err}
	if p.err != nil {
		return o, 0, nil
	}
	if known, err := a.seen(tx, p); err != nil || known {
		o.Kind = Known
		return o, 0, err
	}
	if taken, err := tx.Taken(p.report.ID); err != nil {
		return o, 0, err
	} else if taken {
		p.report.ID += "-" + p.report.SHA256[:8]
		p.record.ID = p.report.ID
		if err := p.encode(); err != nil {
			return o, 0, err
		}
	}
	if err := copyOf(tx, &p.report); err != nil {
		return o, 0, err
	}
	n, err := tx.AddReport(p.report)
	if err != nil {
		return o, 0, err
	}
	o.ID, o.Kind, o.Events = p.report.ID, Added, len(p.record.Events)
	if p.report.CopyOf != 0 {
		o.Kind = Copy
	}
	generation, err := tx.Generation()
	return o, n, errors.Join(err, tx.PutEncoded(n, p.rows, generation))
}

// seen says whether a report is there already, and notes where else it was found.
func (a *Archive) seen(tx *store.Tx, p *prepared) (bool, error) {
	known := p.known
	if known == 0 {
		var err error
		if known, err = tx.Known(p.report.Folded, p.report.URL); err != nil {
			return false, err
		}
	}
	if known == 0 {
		return false, nil
	}
	return true, tx.Seen(known, p.report)
}

// copyOf looks for the first report of which this one is a copy.
func copyOf(tx *store.Tx, r *store.Report) error {
	var words []string
	return tx.Alike(r.Sketch, func(n, first int64, other string) {
		if words == nil {
			words = strings.Fields(r.Words)
		}
		if r.CopyOf == 0 && ingest.Overlap(words, strings.Fields(other)) >= ingest.Copied {
			r.CopyOf = cmp.Or(first, n)
		}
	})
}
