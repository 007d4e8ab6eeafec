package knowledge

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Problem is one error in the data.
type Problem struct {
	File      string
	Line, Col int
	Code      string
	Detail    string
}

// Error reads file:line:col: code: detail.
func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", p.File, p.Line, p.Col, p.Code, p.Detail)
}

// problems collects errors until all files are read.
type problems []error

func (p *problems) add(file string, line, col int, code, format string, args ...any) {
	*p = append(*p, &Problem{file, line, col, code, fmt.Sprintf(format, args...)})
}

// unread says whether a whole file is missing or cannot be read.
func (p problems) unread() bool {
	return slices.ContainsFunc(p, func(err error) bool {
		switch err.(*Problem).Code {
		case "unreadable", "missing-column", "bad-yaml":
			return true
		}
		return false
	})
}

// sorted puts the problems in the order of files, lines and columns.
func (p problems) sorted() []error {
	slices.SortStableFunc(p, func(a, b error) int {
		x, y := a.(*Problem), b.(*Problem)
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Col, y.Col))
	})
	return p
}

func (p problems) err() error { return errors.Join(p.sorted()...) }
