package timex

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Numbers of four digits beyond these are years only where a word for year says so.
const firstYear, lastYear = 1800, 2100

func (c *cursor) plainYears(i int) (expr, bool) { return c.years(i, false) }

// years reads a year, a range of years (1950-53, 2015 to 2019) or a decade. Without a word for year before it
// (sure), the words around must show that the number counts nothing.
func (c *cursor) years(i int, sure bool) (expr, bool) {
	y := c.year(i)
	sure = sure || c.kind(i+1) == knowledge.YearSuffix
	if y < 0 || !sure && (y < firstYear || y > lastYear || c.numbered(i)) {
		return expr{}, false
	}
	e := expr{last: i + 1, shape: calendar, from: point{year: y}}
	if k := c.decadeAt(e.last); k > 0 {
		e.last, e.shape = k, decade
		return e, true
	}
	if !c.lastYear(&e) {
		return e, false
	}
	if k := c.skip(e.last, knowledge.YearSuffix); k > e.last {
		e.last = k
		if c.mark(k, '.') && k+1 < c.end {
			e.last++
		}
	}
	return e, sure || c.confirmed(i, c.listEnd(e.last))
}

// lastYear reads the end of a range; it fails where a dash joins the number to something else.
func (c *cursor) lastYear(e *expr) bool {
	y, j := e.from.year, e.last
	link, k := c.link(j)
	z := c.year(k)
	if two := c.digits(k); z < 0 && c.dash(j) && two > y%100 && two < 100 && len(c.tokens[k].Norm) == 2 {
		z = y - y%100 + two
	}
	switch {
	case link == knowledge.NoTime:
		return true
	case c.dash(j):
		if z <= y {
			return c.digits(k) < 0 && c.tokens[j].Space
		}
	case link == knowledge.UntilWord:
		if z <= y || !c.closes(k+1) {
			return true
		}
	case z != y+1 || c.mark(j, ','):
		return true
	}
	e.ranged, e.to, e.last = true, point{year: z}, k+1
	return true
}

// closes says whether the words at i end a range: until, or between.
func (c *cursor) closes(i int) bool {
	w, n := c.at(i)
	return w.Kind == knowledge.UntilWord || w.Kind == knowledge.InWord || w.Kind == knowledge.GenitiveWord && c.kind(i+n) == knowledge.BetweenWord
}

// listEnd is the token behind the years that and or a comma join to the one before token i.
func (c *cursor) listEnd(i int) int {
	for {
		link, k := c.link(i)
		if link != knowledge.AndWord || c.year(k) < 0 {
			return i
		}
		i = k + 1
	}
}

// numbered says whether what stands before token i makes a number of it: an amount, an article, a model.
func (c *cursor) numbered(i int) bool {
	if i == c.start {
		return false
	}
	if c.flags(i-1)&knowledge.BeforeNumber != 0 {
		return true
	}
	if c.tokens[i-1].Kind != doc.Punct || c.tokens[i].Space {
		return false
	}
	switch c.tokens[i-1].Norm {
	case "$", "\u20b9", "\u00a3", "\u20ac", "\u00a5", "#", "+":
		return true
	}
	return c.dash(i-1) && i-2 >= c.start && !c.tokens[i-1].Space && c.tokens[i-2].Kind != doc.Number
}

// confirmed says whether the words at j, behind a number at i, show that it is a year.
func (c *cursor) confirmed(i, j int) bool {
	if c.mark(i-1, '(') && c.mark(j, ')') {
		return true
	}
	w, n := c.at(j)
	after := c.flags(j+n) & knowledge.AfterNumber
	switch w.Kind {
	case knowledge.InWord:
		return c.kind(j+n) != knowledge.FromWord
	case knowledge.FromWord:
		return after == 0 && c.digits(j+n) < 0
	case knowledge.UntilWord, knowledge.GenitiveWord:
		return after == 0
	case knowledge.YearBefore, knowledge.Month:
		return true
	}
	return false
}

// decadeAt is the token behind a word for decade at i, with or without a genitive; 0 without one.
func (c *cursor) decadeAt(i int) int {
	w, n := c.at(c.skip(i, knowledge.GenitiveWord))
	if w.Kind == knowledge.TimeUnit && knowledge.Unit(w.Value) == knowledge.Decade {
		return c.skip(i, knowledge.GenitiveWord) + n
	}
	return 0
}

// shortDecade reads the nineties as the decade of 90.
func (c *cursor) shortDecade(i int) (expr, bool) {
	n, j := c.number(i)
	k := c.decadeAt(j)
	if n < 10 || n > 90 || n%10 != 0 || k == 0 || c.kind(j) != knowledge.GenitiveWord {
		return expr{}, false
	}
	return expr{last: k, shape: vague}, true
}
