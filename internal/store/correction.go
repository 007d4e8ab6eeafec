package store

import (
	"context"
	"database/sql"

	"varta/record"
)

// Correction is what a user said of an event, statement or fact of a record. Target names it as the reader wrote it, in a
// form that outlives rereads; see package archive.
type Correction struct {
	Report string      `json:"report"`
	Target string      `json:"target"`
	Field  string      `json:"field"`
	Old    record.Null `json:"old"`
	New    record.Null `json:"new"`
	Note   record.Null `json:"note"`
	Author string      `json:"author"`
	Made   string      `json:"made"` // time, UTC
}

// AddCorrection keeps a correction of report n.
func (t *Tx) AddCorrection(n int64, c Correction) error {
	var last int64
	if err := t.Rows("SELECT coalesce(max(n), 0) FROM corrections", first(&last)); err != nil {
		return err
	}
	return t.insert("corrections(n, report, target, field, old, new, note, author, made)",
		row{last + 1, n, c.Target, c.Field, null(c.Old), null(c.New), null(c.Note), c.Author, c.Made})
}

// DropCorrections forgets what was said of one target of report n.
func (t *Tx) DropCorrections(n int64, target string) error {
	return t.Exec("DELETE FROM corrections WHERE report = ? AND target = ?", n, target)
}

const correctionColumns = "SELECT r.id, c.target, c.field, coalesce(c.old, ''), coalesce(c.new, ''), coalesce(c.note, ''), c.author, c.made " +
	"FROM corrections c JOIN reports r ON r.n = c.report "

// Corrections are those of one report, by its number, or of all for zero, in the order in which they were made.
func (s *Store) Corrections(ctx context.Context, n int64) ([]Correction, error) {
	var rows *sql.Rows
	var err error
	if n == 0 {
		rows, err = s.Query(ctx, correctionColumns+"ORDER BY c.n")
	} else {
		rows, err = s.Query(ctx, correctionColumns+"WHERE c.report = ? ORDER BY c.n", n)
	}
	return s.scanCorrections(rows, err)
}

func (s *Store) scanCorrections(rows *sql.Rows, err error) ([]Correction, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Correction
	for rows.Next() {
		var c Correction
		if err := rows.Scan(&c.Report, &c.Target, &c.Field, &c.Old, &c.New, &c.Note, &c.Author, &c.Made); err != nil {
			return nil, s.wrap("read", err)
		}
		out = append(out, c)
	}
	return out, s.wrap("read", rows.Err())
}

// CorrectionsOf are those of the report with an id.
func (s *Store) CorrectionsOf(ctx context.Context, id string) ([]Correction, error) {
	rows, err := s.Query(ctx, correctionColumns+"WHERE r.id = ? ORDER BY c.n", id)
	return s.scanCorrections(rows, err)
}

// Report is the report with an id, with its text.
func (s *Store) Report(ctx context.Context, id string) (Report, error) {
	var r Report
	err := s.queryRow(ctx, "SELECT r.n, r.id, coalesce(r.title, ''), coalesce(r.url, ''), coalesce(r.publisher, ''), coalesce(r.published, ''), r.lang, r.text, "+
		"k.generation FROM reports r JOIN records k ON k.report = r.n WHERE r.id = ?", id).
		Scan(&r.N, &r.ID, &r.Title, &r.URL, &r.Publisher, &r.Published, &r.Lang, &r.Text, &r.Generation)
	if err == sql.ErrNoRows {
		return r, ErrUnknown
	}
	return r, s.wrap("read", err)
}
