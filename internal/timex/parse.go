package timex

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// parse reads the longest expression of time that begins at token i.
func (c *cursor) parse(i int) (expr, bool) {
	e, ok := c.opening(i)
	if !ok {
		return e, false
	}
	e.first = i
	c.compose(&e)
	return e, true
}

// opening reads the first part of an expression, which others may continue.
func (c *cursor) opening(i int) (expr, bool) {
	if c.tokens[i].Kind == doc.Number {
		return c.numeric(i)
	}
	w, n := c.at(i)
	switch w.Kind {
	case knowledge.NumberWord, knowledge.Ordinal:
		if e, ok := c.dayMonth(i); ok {
			return e, true
		}
		return c.countOrClock(i)
	case knowledge.Fraction, knowledge.Offset, knowledge.Few:
		return c.countOrClock(i)
	case knowledge.Weekday:
		return expr{last: i + n, shape: calendar, from: point{weekday: int(w.Value)}}, true
	case knowledge.Month:
		return c.month(i)
	case knowledge.TimeUnit:
		return c.bareUnit(i)
	case knowledge.YearWord:
		return c.years(i+n, true)
	case knowledge.DateWord:
		return c.dateWord(i + n)
	case knowledge.Daypart:
		return c.daypart(i)
	case knowledge.PartOf: // mid July
		e, ok := c.month(i + n)
		return e, ok && c.kind(i+n) == knowledge.Month
	}
	return c.directedOrPlain(i, w, n)
}

func (c *cursor) directedOrPlain(i int, w knowledge.TimeWord, n int) (expr, bool) {
	e := expr{last: i + n}
	switch w.Kind {
	case knowledge.Previous, knowledge.Next, knowledge.This, knowledge.That:
		return c.directed(i+n, directionOf[w.Kind])
	case knowledge.ThisUnit:
		if c.kind(e.last) != knowledge.TimeUnit {
			return e, false
		}
		return c.directed(e.last, this)
	case knowledge.Each:
		return c.set(i + n)
	case knowledge.SetWord:
		e.shape, e.rough = set, true
	case knowledge.Deictic:
		e.shape, e.unit, e.quarters = deictic, knowledge.Day, int(w.Value)*4
	case knowledge.Weekend:
		e.shape = weekend
	case knowledge.NowWord:
		e.shape = vague
	case knowledge.RecentWord:
		e.shape, e.past = vague, true
	case knowledge.SoonWord:
		e.shape, e.future = vague, true
	case knowledge.Idiom:
		e.shape = nothing
	default:
		return e, false
	}
	return e, true
}

var directionOf = map[knowledge.TimeKind]direction{knowledge.Previous: previous, knowledge.Next: next, knowledge.This: this, knowledge.That: that}

// numeric reads what begins with a number in digits.
func (c *cursor) numeric(i int) (expr, bool) {
	for _, f := range []func(*cursor, int) (expr, bool){(*cursor).numericDate, (*cursor).dayMonth, (*cursor).dayWord, (*cursor).plainYears, (*cursor).shortDecade, (*cursor).countOrClock} {
		if e, ok := f(c, i); ok {
			return e, true
		}
	}
	return expr{}, false
}

// directed reads what a word for last, next, this or that stands before.
func (c *cursor) directed(i int, dir direction) (expr, bool) {
	w, n := c.at(i)
	e := expr{last: i + n, dir: dir, past: dir == previous, future: dir == next}
	switch w.Kind {
	case knowledge.TimeUnit:
		return c.directedUnit(e, knowledge.Unit(w.Value))
	case knowledge.UnitMany:
		e.shape = vague
		return e, true
	case knowledge.Weekend:
		e.shape = weekend
		return e, true
	case knowledge.Weekday:
		e.shape, e.from.weekday = calendar, int(w.Value)
		return e, true
	case knowledge.Daypart:
		return directedDaypart(e), true
	case knowledge.Deictic:
		e.shape, e.unit, e.quarters = deictic, knowledge.Day, int(w.Value)*4
		return e, w.Value > 0
	}
	if q, ok := c.directedDate(i, dir); ok {
		q.dir, q.past, q.future = e.dir, e.past, e.future
		return q, true
	}
	return c.directedCount(i, e)
}

func (c *cursor) directedDate(i int, dir direction) (expr, bool) {
	if c.kind(i) == knowledge.Month {
		if dir == this && c.flags(i)&knowledge.Doubtful != 0 {
			return expr{}, false
		}
		return c.month(i)
	}
	return c.dayMonth(i)
}

// directedCount reads the last three days, the next few months: durations.
func (c *cursor) directedCount(i int, e expr) (expr, bool) {
	q, ok := c.count(i)
	if !ok {
		return q, false
	}
	q.shape, q.dir, q.past, q.future = duration, e.dir, e.past, e.future
	if q.quarters < 0 {
		q.quarters = -q.quarters
	}
	return q, true
}

func directedDaypart(e expr) expr {
	e.unit, e.timed = knowledge.Day, true
	switch e.dir {
	case previous:
		e.shape, e.quarters = relative, -4
	case next:
		e.shape, e.quarters = anaphoric, 4
	default:
		e.shape = anaphoric
	}
	return e
}

func (c *cursor) directedUnit(e expr, u knowledge.Unit) (expr, bool) {
	e.unit, e.shape = u, relative
	switch e.dir {
	case previous:
		e.quarters = -4
	case next:
		e.quarters = 4
	case that:
		e.shape = anaphoric
	}
	switch {
	case u <= knowledge.Hour:
		return e, false
	case u == knowledge.Day && e.dir == previous, u >= knowledge.Decade, u == knowledge.Quarter, u == knowledge.Half, u == knowledge.Fortnight:
		e.shape = vague
	case u == knowledge.Day:
		e.shape = anaphoric
	case u == knowledge.Year:
		if y, ok := c.years(e.last, true); ok && y.shape == calendar {
			y.past, y.future = e.past, e.future
			return y, true
		}
	}
	return e, true
}

// bareUnit reads what begins with a unit: the year 2001, a year ago, the end of the month.
func (c *cursor) bareUnit(i int) (expr, bool) {
	w, n := c.at(i)
	u, j := knowledge.Unit(w.Value), i+n
	if u == knowledge.Year {
		if e, ok := c.years(j, true); ok {
			return e, true
		}
	}
	if k := c.skip(j, knowledge.Full); k > j {
		e := expr{last: k, shape: duration, unit: u, quarters: 4}
		if q, ok := c.ages(e, i, k); ok {
			return q, true
		}
		return e, true
	}
	if u != knowledge.Week && u != knowledge.MonthUnit && u != knowledge.Year {
		return expr{}, false
	}
	e := expr{last: j, shape: relative, dir: this, unit: u}
	if c.dayOfMonth(&e) || c.part(&e) {
		return e, true
	}
	return e, false
}

// set reads what follows a word for every.
func (c *cursor) set(i int) (expr, bool) {
	q, j := c.quarters(i)
	if q < 0 {
		q = 4
		if w, n := c.at(i); w.Kind == knowledge.Ordinal {
			q, j = 4*int(w.Value), i+n
		}
	}
	w, n := c.at(j)
	e := expr{last: j + n, shape: set, unit: knowledge.Unit(w.Value), quarters: q}
	switch w.Kind {
	case knowledge.TimeUnit, knowledge.UnitMany:
		if q, ok := c.dayMonth(e.last); ok && e.unit == knowledge.Year {
			e.last = q.last
		}
		return e, true
	case knowledge.Weekday, knowledge.Month, knowledge.Daypart, knowledge.Weekend:
		e.unit = knowledge.NoUnit
		return e, true
	}
	return e, false
}
