package knowledge

import (
	"io"
	"io/fs"
	"iter"
	"strings"
	"unicode/utf8"
)

// table is a TSV file: a header row and rows of as many cells.
type table struct {
	file string
	cols []string
	rows []row
}

type row struct {
	t     *table
	line  int
	cells []string
}

// readTable reads file; need names the columns that it must have.
func readTable(fsys fs.FS, file string, p *problems, need ...string) *table {
	text, err := readText(fsys, file)
	t := &table{file: file}
	if err != nil {
		p.add(file, 0, 0, "unreadable", "%v", err)
		return t
	}
	header, body, _ := strings.Cut(text, "\n")
	t.cols = strings.Split(header, "\t")
	for _, n := range need {
		if t.column(n) < 0 {
			p.add(file, 1, 1, "missing-column", "%s", n)
			return t
		}
	}
	t.read(strings.TrimSuffix(body, "\n"), p)
	return t
}

// readText reads a file as a string.
func readText(fsys fs.FS, file string) (string, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	_, err = io.Copy(&b, f)
	return b.String(), err
}

// read cuts the lines below the header into cells, which share one slice.
func (t *table) read(body string, p *problems) {
	if body == "" {
		return
	}
	n := strings.Count(body, "\n") + 1
	t.rows = make([]row, 0, n)
	cells := make([]string, 0, n*len(t.cols))
	line, source := 1, t.column("source")
	for l := range strings.SplitSeq(body, "\n") {
		line++
		if tabs := strings.Count(l, "\t"); tabs+1 != len(t.cols) {
			p.add(t.file, line, 1, "ragged-row", "%d cells, the header has %d", tabs+1, len(t.cols))
			continue
		}
		first := len(cells)
		for c := range strings.SplitSeq(l, "\t") {
			cells = append(cells, c)
		}
		t.rows = append(t.rows, row{t, line, cells[first:]})
		if source >= 0 && cells[first+source] == "" {
			p.add(t.file, line, utf8.RuneCountInString(l)+1, "no-source", "every row needs a source")
		}
	}
}

// all goes through the rows.
func (t *table) all() iter.Seq[*row] {
	return func(yield func(*row) bool) {
		for i := range t.rows {
			if !yield(&t.rows[i]) {
				return
			}
		}
	}
}

// column is the number of a column, -1 where the file has no such column.
func (t *table) column(name string) int {
	for i, c := range t.cols {
		if c == name {
			return i
		}
	}
	return -1
}

// get is the cell of a column, empty where the file has no such column.
func (r *row) get(col string) string {
	if i := r.t.column(col); i >= 0 {
		return r.cells[i]
	}
	return ""
}

// col is where the cell of a column begins, counted in characters from 1: where a message points.
func (r *row) col(name string) int {
	at := 1
	for i := range max(0, r.t.column(name)) {
		at += utf8.RuneCountInString(r.cells[i]) + 1
	}
	return at
}

// list splits a cell at its bars.
func (r *row) list(col string) []string {
	c := r.get(col)
	if c == "" {
		return nil
	}
	return strings.Split(c, "|")
}

// problem reports what is wrong with a cell.
func (r *row) problem(p *problems, col, code, format string, args ...any) {
	p.add(r.t.file, r.line, r.col(col), code, format, args...)
}
