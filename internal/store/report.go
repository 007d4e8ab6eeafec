package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Report is a report as it is kept.
type Report struct {
	N                                                  int64
	ID, Title, URL, Publisher, Agency, Lang, Published string
	Source                                             string // the file, page or feed that it came from
	Added                                              time.Time
	Text                                               string
	SHA256                                             string // of the text
	Folded                                             string // SHA-256 of the words of the text, spelt alike
	Words                                              string // title and text, spelt alike, for the search
	Sketch                                             []int64
	Generation                                         int64 // the reread that made its record
	CopyOf                                             int64 // the first report of nearly the same words, 0 for none
}

// Known is the number of the report that has the same words or the same address, 0 when there is none.
func (t *Tx) Known(folded, url string) (int64, error) {
	var n int64
	err := t.rows(known, first(&n), folded, null(url), null(url))
	return n, err
}

// Known is that of [Tx.Known], outside of the writer.
func (s *Store) Known(ctx context.Context, folded, url string) (int64, error) {
	st, err := s.known()
	if err != nil {
		return 0, s.wrap("query", err)
	}
	var n int64
	err = st.QueryRowContext(ctx, folded, null(url), null(url)).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, s.wrap("query", err)
}

const known = "SELECT n FROM reports WHERE folded = ? UNION ALL SELECT n FROM reports WHERE url = ?" +
	" UNION ALL SELECT report FROM sightings WHERE url = ?"

// first keeps the number of the first row.
func first(n *int64) func(*sql.Rows) error {
	return func(r *sql.Rows) error {
		if *n != 0 {
			return nil
		}
		return r.Scan(n)
	}
}

// Taken says whether a report of that id is there.
func (t *Tx) Taken(id string) (bool, error) {
	var n int64
	err := t.rows("SELECT n FROM reports WHERE id = ?", first(&n), id)
	return n != 0, err
}

// AddReport keeps a report and returns its number.
func (t *Tx) AddReport(r Report) (int64, error) {
	var last sql.NullInt64
	if err := t.rows("SELECT max(n) FROM reports", func(rows *sql.Rows) error { return rows.Scan(&last) }); err != nil {
		return 0, err
	}
	n := last.Int64 + 1
	err := t.insert("reports(n, id, title, url, publisher, agency, lang, published, source, added, bytes, sha256, folded, copy_of, text)",
		row{n, r.ID, null(r.Title), null(r.URL), null(r.Publisher), null(r.Agency), r.Lang, null(r.Published), null(r.Source),
			stamp(r.Added), len(r.Text), r.SHA256, r.Folded, nullNumber(r.CopyOf), r.Text})
	if err != nil {
		return 0, err
	}
	if r.CopyOf != 0 {
		r.Sketch = nil // the first one stands for all
	}
	bands := make([]row, len(r.Sketch))
	for i, b := range r.Sketch {
		bands[i] = row{b, n}
	}
	return n, errors.Join(t.insert("sketches(band, report)", bands...), t.putWords(n, r.Words))
}

// putWords makes a report findable. SQLite writes a segment of its index whenever another statement follows, so words wait
// until there are many.
func (t *Tx) putWords(n int64, words string) error {
	if t.name == "postgres" {
		return t.exec("INSERT INTO report_words(rowid, words, tokens) VALUES (?, ?, CAST(? AS text)::tsvector)", n, words, vector(words))
	}
	return t.insert(reportWords, row{n, words})
}

const reportWords = "report_words(rowid, words)"

// wordsOf are the words of a report, which may still wait.
func (t *Tx) wordsOf(n int64) (string, error) {
	for _, r := range t.waiting[reportWords] {
		if r[0] == n {
			return r[1].(string), nil
		}
	}
	var words string
	err := t.rows("SELECT words FROM report_words WHERE rowid = ?", func(rows *sql.Rows) error { return rows.Scan(&words) }, n)
	return words, err
}

// Bounds of a tsvector of PostgreSQL.
const (
	maxLexeme   = 2046
	maxPosition = 16383
)

// vector is a tsvector of words with their places. PostgreSQL's own parser cuts words of Devanagari at vowel signs or
// not, as the server's locale has it.
func vector(words string) string {
	var b strings.Builder
	i := 0
	for w := range strings.FieldsSeq(words) {
		i++
		if len(w) > maxLexeme {
			continue
		}
		b.WriteByte('\'')
		b.WriteString(strings.ReplaceAll(w, "'", "''"))
		b.WriteString("':")
		b.WriteString(strconv.Itoa(min(i, maxPosition)))
		b.WriteByte(' ')
	}
	return b.String()
}

// Seen notes that a known report was found at another address too.
func (t *Tx) Seen(n int64, r Report) error {
	var same int64
	if err := t.rows("SELECT n FROM reports WHERE url = ?", first(&same), null(r.URL)); err != nil || r.URL == "" || same != 0 {
		return err
	}
	return t.exec("INSERT INTO sightings(report, url, publisher, title, published) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		n, r.URL, null(r.Publisher), null(r.Title), null(r.Published))
}

// perBand is how many reports are looked at for each number of a sketch: the first ones, of which later ones are copies.
const perBand = 2

// Alike lists reports that share a number of a sketch, with their words, the first ones first. However many there are,
// it looks at few.
func (t *Tx) Alike(sketch []int64, each func(n, copyOf int64, words string)) error {
	if len(sketch) == 0 {
		return nil
	}
	var found []int64
	args := make([]any, 0, 2*len(sketch))
	for _, band := range sketch {
		args = append(args, band, perBand)
	}
	const one = "SELECT report FROM (SELECT report FROM sketches WHERE band = ? ORDER BY report LIMIT ?) x"
	err := t.rows(one+strings.Repeat(" UNION ALL "+one, len(sketch)-1), func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		found = append(found, n)
		return err
	}, args...)
	if err != nil {
		return err
	}
	slices.Sort(found)
	for _, n := range slices.Compact(found) {
		var copyOf int64
		if err := t.rows("SELECT coalesce(copy_of, 0) FROM reports WHERE n = ?", func(rows *sql.Rows) error { return rows.Scan(&copyOf) }, n); err != nil {
			return err
		}
		words, err := t.wordsOf(n)
		if err != nil {
			return err
		}
		each(n, copyOf, words)
	}
	return nil
}

// null is a string for a column that has none when it is empty.
func null[S ~string](s S) any {
	if s == "" {
		return nil
	}
	return string(s)
}

func nullNumber(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}
