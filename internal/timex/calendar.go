package timex

import (
	"strings"

	"varta/internal/knowledge"
)

// maxDays is how many days a list of them may name (15, 16 and 17 September).
const maxDays = 4

// dayMonth reads one or several days with their month and perhaps a year. Days that follow one another are a range; of
// others the first is read, and the rest are expressions of their own.
func (c *cursor) dayMonth(i int) (expr, bool) {
	var days [maxDays]int
	j, second, span := i, 0, false
	for n := range days {
		d, k := c.day(j)
		if d < 1 || d > 31 {
			return expr{}, false
		}
		days[n], j = d, k
		if n == 0 {
			second = k
		}
		if c.kind(j) == knowledge.Month {
			e, ok := c.monthAfter(days[:n+1], j, span)
			if ok && !e.ranged && n > 0 {
				e.last = second
			}
			return e, ok
		}
		link, k := c.link(j)
		if link == knowledge.NoTime || span && n > 0 {
			return expr{}, false
		}
		span, j = link == knowledge.UntilWord, k
	}
	return expr{}, false
}

// day is a number or the word for first.
func (c *cursor) day(i int) (int, int) {
	if w, n := c.at(i); w.Kind == knowledge.Ordinal && w.Value == 1 {
		return 1, i + n
	}
	return c.number(i)
}

// link reads what joins two dates: AndWord for a list, UntilWord for a range, and the token behind it.
func (c *cursor) link(i int) (knowledge.TimeKind, int) {
	w, n := c.at(i)
	switch {
	case c.dash(i):
		return knowledge.UntilWord, i + 1
	case c.mark(i, ','):
		return knowledge.AndWord, c.skip(i+1, knowledge.AndWord)
	case w.Kind == knowledge.AndWord:
		return knowledge.AndWord, i + n
	case w.Kind == knowledge.FromWord:
		return knowledge.UntilWord, i + n
	}
	return knowledge.NoTime, i
}

func (c *cursor) monthAfter(days []int, i int, span bool) (expr, bool) {
	w, n := c.at(i)
	m, last := int(w.Value), days[len(days)-1]
	if !possible(m, last) || w.Flags&knowledge.Doubtful != 0 && c.flags(i+1)&knowledge.AfterDoubtful != 0 {
		return expr{}, false
	}
	e := expr{last: i + n, shape: calendar, from: point{month: m, day: days[0]}}
	c.yearAfter(&e)
	if len(days) > 1 && (span && days[0] < last || consecutive(days)) {
		e.ranged, e.to = true, e.from
		e.to.day = last
	}
	return e, possible(m, days[0])
}

func consecutive(days []int) bool {
	for i := 1; i < len(days); i++ {
		if days[i] != days[i-1]+1 {
			return false
		}
	}
	return true
}

// yearAfter reads the word for month and the year behind a month.
func (c *cursor) yearAfter(e *expr) {
	if w, n := c.at(e.last); w.Kind == knowledge.TimeUnit && knowledge.Unit(w.Value) == knowledge.MonthUnit {
		e.last += n
	}
	j := c.skip(c.comma(e.last), knowledge.YearWord)
	if y := c.year(j); y >= 0 && c.kind(j+1) != knowledge.Scale {
		e.from.year, e.last = y, j+1
	}
}

// month reads a month, with its year or, the other way round, its day.
func (c *cursor) month(i int) (expr, bool) {
	w, n := c.at(i)
	e := expr{last: i + n, shape: calendar, from: point{month: int(w.Value)}}
	c.yearAfter(&e)
	if e.from.year == 0 {
		c.dayAfter(&e)
	}
	if w.Flags&knowledge.Doubtful != 0 && e.from.year == 0 && e.from.day == 0 && e.last == i+n {
		return e, c.surelyMonth(i, i+n)
	}
	return e, true
}

// dayAfter reads the day behind a month: July 14, 2021.
func (c *cursor) dayAfter(e *expr) {
	d := c.digits(e.last)
	if d < 1 || !possible(e.from.month, d) {
		return
	}
	j := e.last + 1
	if k := c.comma(j); k > j && c.year(k) >= 0 {
		e.from.day, e.from.year, e.last = d, c.year(k), k+1
		return
	}
	switch c.kind(j) {
	case knowledge.AtWord, knowledge.FromWord, knowledge.UntilWord, knowledge.GenitiveWord:
		e.from.day, e.last = d, j
	}
}

// surelyMonth says of a month that is another word as well whether it is the month.
func (c *cursor) surelyMonth(i, j int) bool {
	if c.flags(i-1)&knowledge.BeforeDoubtful != 0 || c.flags(j+1)&knowledge.AfterDoubtful != 0 {
		return false
	}
	switch c.kind(j) {
	case knowledge.InWord, knowledge.FromWord, knowledge.UntilWord, knowledge.GenitiveWord:
		return true
	}
	if _, k := c.link(j); k > j && c.kind(k) == knowledge.Month {
		return true
	}
	return c.before(i-1) == knowledge.Month
}

// dateWord reads the number behind the word for date.
func (c *cursor) dateWord(i int) (expr, bool) {
	if c.mark(i, '.') || c.mark(i, ':') {
		i++
	}
	if e, ok := c.numericDate(i); ok {
		return e, true
	}
	if e, ok := c.dayMonth(i); ok {
		return e, true
	}
	d := c.digits(i)
	return expr{last: i + 1, shape: calendar, from: point{day: d}}, d >= 1 && d <= 31
}

// dayWord reads a number before the word for date.
func (c *cursor) dayWord(i int) (expr, bool) {
	d, j := c.number(i)
	k := c.skip(j, knowledge.DateWord)
	return expr{last: k, shape: calendar, from: point{day: d}}, d >= 1 && d <= 31 && k > j
}

// numericDate reads 28.07.2021, 28/7/2021, 28-07-2021 and 2021-07-28.
func (c *cursor) numericDate(i int) (expr, bool) {
	if i >= c.end {
		return expr{}, false
	}
	if a, rest, ok := strings.Cut(c.tokens[i].Norm, "."); ok {
		b, y, _ := strings.Cut(rest, ".")
		return numbers(decimal(a), decimal(b), decimal(y), len(y), i+1)
	}
	if !(c.mark(i+1, '/') && c.mark(i+3, '/') || c.dash(i+1) && c.dash(i+3)) || i+4 >= c.end {
		return expr{}, false
	}
	return numbers(c.digits(i), c.digits(i+2), c.digits(i+4), len(c.tokens[i+4].Norm), i+5)
}

// numbers is the date of three numbers, the last of which has size digits.
func numbers(d, m, y, size, last int) (expr, bool) {
	if d > 999 {
		d, y, size = y, d, 4
	}
	if size == 2 {
		y += 2000
	} else if size != 4 {
		return expr{}, false
	}
	return expr{last: last, shape: calendar, from: point{year: y, month: m, day: d}}, y >= 1000 && possible(m, d)
}
