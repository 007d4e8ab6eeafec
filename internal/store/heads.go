package store

import (
	"database/sql"
	"slices"
	"sync"

	"varta/record"
)

// heads are reports that one export has read: acts that are near each other are told by the same ones. Parts that are
// loaded at the same time share them.
type heads struct {
	texts bool
	mu    sync.Mutex
	known map[int64]*named
	size  int // bytes of texts
}

// named is a report with its id.
type named struct {
	id string
	record.Report
}

// How many reports are kept, and how many bytes of texts; then it begins anew.
const (
	headsKept = 1 << 16
	textsKept = 1 << 24
)

// newHeads are none yet. The reports have their texts if texts says so.
func newHeads(texts bool) *heads { return &heads{texts: texts, known: map[int64]*named{}} }

// load fills in the reports of the numbers that a map has.
func (h *heads) load(v view, reports map[int64]*named) error {
	missing := h.recall(reports)
	text := ", ''"
	if h.texts {
		text = ", text"
	}
	for part := range slices.Chunk(missing, many) {
		args, marks := filled(part)
		err := v.scan("SELECT n, id, "+reportColumns+text+" FROM reports WHERE n IN ("+marks+")", args, func(rows *sql.Rows) error {
			n, r, err := scanReport(rows)
			reports[n] = r
			return err
		})
		if err != nil {
			return err
		}
	}
	h.keep(reports, missing)
	return nil
}

// recall fills in what is kept, and returns the numbers of the others.
func (h *heads) recall(reports map[int64]*named) (missing []any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for n := range reports {
		if r := h.known[n]; r != nil {
			reports[n] = r
		} else {
			missing = append(missing, n)
		}
	}
	return missing
}

func (h *heads) keep(reports map[int64]*named, numbers []any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.known)+len(numbers) > headsKept || h.size > textsKept {
		clear(h.known)
		h.size = 0
	}
	for _, n := range numbers {
		n := n.(int64)
		if r := reports[n]; r != nil {
			h.known[n] = r
			h.size += len(r.Text)
		}
	}
}

// reportColumns are those of a report that readers want; its number and its ID go before, its text or nothing after.
const reportColumns = "coalesce(title, ''), coalesce(url, ''), coalesce(publisher, ''), coalesce(agency, ''), coalesce(published, ''), lang, sha256, bytes"

func scanReport(rows *sql.Rows) (n int64, r *named, err error) {
	r = new(named)
	err = rows.Scan(&n, &r.id, (*string)(&r.Title), (*string)(&r.URL), (*string)(&r.Publisher), (*string)(&r.Agency), (*string)(&r.Published),
		&r.Lang, &r.SHA256, &r.Bytes, &r.Text)
	return n, r, err
}
