package export

import (
	"encoding/csv"
	"strconv"
	"strings"
)

// column is a column of a table: its name and what a row has there.
type column[R any] struct {
	name string
	cell func(*R) string
}

func names[R any](columns []column[R]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}

// tabbed writes rows separated by tabs without quoting: what would break a row is replaced in its cells.
type tabbed[R any] struct {
	*job
	columns []column[R]
	null    string // what stands for a value that is not known
}

func (t *tabbed[R]) header() {
	t.out.WriteString(strings.Join(names(t.columns), "\t"))
	t.out.WriteByte('\n')
}

func (t *tabbed[R]) row(r *R) error {
	for i, c := range t.columns {
		if i > 0 {
			t.out.WriteByte('\t')
		}
		cell := oneLine(c.cell(r))
		if cell == "" {
			cell = t.null
		}
		t.out.WriteString(cell)
	}
	t.tally.Rows++
	return t.out.WriteByte('\n')
}

// oneLine replaces what a table without quoting cannot hold: tabs, line ends and other controls by a space, the double
// quote, which some readers take for the start of a quoted cell, by a single one.
func oneLine(s string) string {
	if plain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '"':
			return '\''
		case breaks(r):
			return ' '
		}
		return r
	}, s)
}

// plain says of most cells at a glance that they hold nothing to replace.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == 0x7f || c == 0xc2 || c == 0xe2 {
			return strings.IndexFunc(s, breaks) < 0 // what breaks beyond ASCII begins with one of the two
		}
	}
	return true
}

func breaks(r rune) bool {
	return r < ' ' || r == '"' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029'
}

// spreadsheet writes CSV that people open in a spreadsheet program.
type spreadsheet[R any] struct {
	*job
	w       *csv.Writer
	columns []column[R]
	cells   []string
}

func newSpreadsheet[R any](j *job, columns []column[R]) (*spreadsheet[R], error) {
	s := &spreadsheet[R]{job: j, w: csv.NewWriter(j.out), columns: columns, cells: names(columns)}
	return s, s.w.Write(s.cells)
}

func (s *spreadsheet[R]) row(r *R) error {
	for i, c := range s.columns {
		s.cells[i] = Harmless(c.cell(r))
	}
	s.tally.Rows++
	return s.w.Write(s.cells)
}

func (s *spreadsheet[R]) close() error {
	s.w.Flush()
	return s.w.Error()
}

// Harmless puts an apostrophe before what a spreadsheet program would run as a formula; numbers stay as they are.
func Harmless(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}
