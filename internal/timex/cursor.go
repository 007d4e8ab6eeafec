package timex

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// cursor looks at the tokens of one sentence.
type cursor struct {
	tokens []doc.Token
	t      *knowledge.Time
	start  int // of the sentence
	end    int
}

// at is the word of time at token i and its number of tokens.
func (c *cursor) at(i int) (knowledge.TimeWord, int) { return c.t.At(c.tokens, i, c.end) }

// kind is the kind of the word of time at token i.
func (c *cursor) kind(i int) knowledge.TimeKind {
	w, _ := c.at(i)
	return w.Kind
}

// flags are those of the single word at token i; 0 outside the sentence.
func (c *cursor) flags(i int) knowledge.TimeFlags {
	if i < c.start || i >= c.end {
		return 0
	}
	return c.t.Word(c.tokens[i].Word).Flags
}

// before is the kind of the single word before token i.
func (c *cursor) before(i int) knowledge.TimeKind {
	if i <= c.start {
		return knowledge.NoTime
	}
	return c.t.Word(c.tokens[i-1].Word).Kind
}

// mark says whether token i is the mark m.
func (c *cursor) mark(i int, m byte) bool {
	return i >= c.start && i < c.end && c.tokens[i].Kind == doc.Punct && len(c.tokens[i].Norm) == 1 && c.tokens[i].Norm[0] == m
}

// dash says whether token i is a hyphen or dash.
func (c *cursor) dash(i int) bool {
	if c.mark(i, '-') {
		return true
	}
	if i < c.start || i >= c.end || c.tokens[i].Kind != doc.Punct {
		return false
	}
	return c.tokens[i].Norm == "\u2013" || c.tokens[i].Norm == "\u2014"
}

// comma is the token behind a comma at i, or i.
func (c *cursor) comma(i int) int {
	if c.mark(i, ',') {
		return i + 1
	}
	return i
}

// skip is the token behind a word of kind k at i, or i.
func (c *cursor) skip(i int, k knowledge.TimeKind) int {
	if w, n := c.at(i); w.Kind == k {
		return i + n
	}
	return i
}

// digits is the number that token i writes in up to four digits; -1 when it is none.
func (c *cursor) digits(i int) int {
	if i < c.start || i >= c.end || c.tokens[i].Kind != doc.Number {
		return -1
	}
	return decimal(c.tokens[i].Norm)
}

func decimal(s string) int {
	if len(s) == 0 || len(s) > 4 {
		return -1
	}
	n := 0
	for _, b := range []byte(s) {
		if b < '0' || b > '9' {
			return -1
		}
		n = n*10 + int(b-'0')
	}
	return n
}

// number is the whole number at token i, in digits or words, and the token behind it; -1 when there is none.
func (c *cursor) number(i int) (int, int) {
	if n := c.digits(i); n >= 0 {
		return n, i + 1
	}
	if w, k := c.at(i); w.Kind == knowledge.NumberWord {
		return int(w.Value), i + k
	}
	return -1, i
}

// quarters is the number at token i, in quarters: fractions, halves and hundreds included.
func (c *cursor) quarters(i int) (int, int) {
	w, k := c.at(i)
	if w.Kind == knowledge.Fraction {
		return int(w.Value), i + k
	}
	add := 0
	if w.Kind == knowledge.Offset {
		add, i = int(w.Value), i+k
	}
	n, j := c.number(i)
	if n < 0 {
		return -1, i
	}
	q := n*4 + add
	for range 2 {
		w, k := c.at(j)
		switch {
		case w.Kind == knowledge.Scale:
			for range w.Value {
				q *= 10
			}
		case w.Kind == knowledge.NumberWord && w.Value == 100 && n < 100:
			q *= 100
		default:
			return q, j
		}
		j += k
	}
	return q, j
}

// year is the number of four digits at token i that may be a year; -1 when there is none.
func (c *cursor) year(i int) int {
	if n := c.digits(i); n >= 1000 && n <= 2999 && len(c.tokens[i].Norm) == 4 {
		return n
	}
	return -1
}
