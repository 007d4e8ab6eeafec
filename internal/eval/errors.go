package eval

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// list prints what the alignment missed, what it has too much, and where parties or status differ.
func (c *alignment) list(errs *errorList) {
	for i, e := range c.gold {
		if !c.hitGold[i] && !c.freeGold[i] {
			errs.printf("MISS %s %s %s %s %s\n", c.id, e.Type, pyList(e.parties()), pySpans(e.Evidence), e.quote())
		}
	}
	for j, e := range c.pred {
		if !c.hitPred[j] && !c.freeEvent[j] {
			errs.printf("EXTRA %s %s %s %s %s\n", c.id, e.Type, pyList(e.parties()), pySpans(e.Evidence), e.Rule)
		}
	}
	for _, x := range c.pairs {
		g, p := c.gold[x.i], c.pred[x.j]
		if c.freeGold[x.i] || sameAll(g, p) {
			continue
		}
		kind := "STATUS"
		if !sameParties(g, p) {
			kind = "PARTY"
		}
		errs.printf("%s %s %s %s %s got %s %s %s\n", kind, c.id, g.Type, pyList(g.parties()), g.status(), pyList(p.parties()), p.status(), p.Rule)
	}
}

// quote is the first 120 characters of the first evidence.
func (e *Event) quote() string {
	if len(e.Evidence) == 0 {
		return ""
	}
	q := e.Evidence[0].Quote
	for n := range q {
		if utf8.RuneCountInString(q[:n]) == 120 {
			return q[:n]
		}
	}
	return q
}

// errorList prints errors until its limit is reached.
type errorList struct {
	w    io.Writer
	left int
}

func (l *errorList) printf(format string, args ...any) {
	if l.left > 0 && l.w != nil {
		l.left--
		fmt.Fprintf(l.w, format, args...)
	}
}

func pyList(codes []string) string {
	if len(codes) == 0 {
		return "[]"
	}
	return "['" + strings.Join(codes, "', '") + "']"
}

func pySpans(spans []Quote) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = fmt.Sprintf("(%d, %d)", s.Start, s.End)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
