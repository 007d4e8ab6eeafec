package knowledge

import (
	"fmt"
	"io/fs"
	"strings"
)

// table is a TSV file: a header row and rows of as many cells.
type table struct {
	file string
	cols map[string]int
	rows []row
}

type row struct {
	t     *table
	line  int
	cells []string
}

// readTable reads file; need names the columns that it must have.
func readTable(fsys fs.FS, file string, p *problems, need ...string) *table {
	b, err := fs.ReadFile(fsys, file)
	t := &table{file: file, cols: map[string]int{}}
	if err != nil {
		p.add(file, 0, 0, "unreadable", "%v", err)
		return t
	}
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	for i, c := range strings.Split(lines[0], "\t") {
		t.cols[c] = i
	}
	for _, n := range need {
		if _, ok := t.cols[n]; !ok {
			p.add(file, 1, 1, "missing-column", "%s", n)
			return t
		}
	}
	t.rows = make([]row, 0, len(lines))
	for i, l := range lines[1:] {
		cells := strings.Split(l, "\t")
		if len(cells) != len(t.cols) {
			p.add(file, i+2, 1, "ragged-row", "%d cells, the header has %d", len(cells), len(t.cols))
			continue
		}
		t.rows = append(t.rows, row{t, i + 2, cells})
	}
	return t
}

// get is the cell of a column, empty where the file has no such column.
func (r *row) get(col string) string {
	if i, ok := r.t.cols[col]; ok {
		return r.cells[i]
	}
	return ""
}

// list splits a cell at its bars.
func (r *row) list(col string) []string {
	c := r.get(col)
	if c == "" {
		return nil
	}
	return strings.Split(c, "|")
}

func (r *row) at() string { return fmt.Sprintf("%s:%d", r.t.file, r.line) }
