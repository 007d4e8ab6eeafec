package knowledge

import (
	"errors"
	"fmt"
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

func (p problems) err() error { return errors.Join(p...) }
