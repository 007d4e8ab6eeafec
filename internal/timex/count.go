package timex

import "varta/internal/knowledge"

// maxCount is the largest number of units that places a date, in quarters.
const maxCount = 4 * 1000

// countOrClock reads a number of units or of hours on the clock.
func (c *cursor) countOrClock(i int) (expr, bool) {
	if e, ok := c.clockTime(i); ok {
		return e, true
	}
	if e, ok := c.shortDecade(i); ok {
		return e, true
	}
	return c.count(i)
}

// count reads a number with its unit: three days, two years ago, a three-day visit.
func (c *cursor) count(i int) (expr, bool) {
	e := expr{shape: duration, rough: c.before(i) == knowledge.Approximate}
	w, j := c.at(i)
	if w.Kind == knowledge.Few {
		e.rough, j = true, i+j
	} else {
		e.quarters, j = c.quarters(i)
		if e.quarters < 0 {
			return e, false
		}
		j = c.secondCount(&e, j)
	}
	if c.dash(j) {
		j++
	}
	w, n := c.at(j)
	e.unit, e.last = knowledge.Unit(w.Value), j+n
	switch w.Kind {
	case knowledge.Lasting:
		return e, true
	case knowledge.TimeUnit, knowledge.UnitMany:
		if q, ok := c.ages(e, i, c.skip(e.last, knowledge.Full)); ok {
			return q, true
		}
		return e, true
	}
	return e, false
}

// secondCount reads the second number of "two or three".
func (c *cursor) secondCount(e *expr, j int) int {
	if _, k := c.link(j); k > j && !c.mark(j, ',') {
		if q, m := c.quarters(k); q >= 0 {
			e.rough = true
			return m
		}
	}
	return j
}

// ages reads ago or after at token j, behind the count that began at i.
func (c *cursor) ages(e expr, i, j int) (expr, bool) {
	w, n := c.at(j)
	if w.Kind != knowledge.Ago && w.Kind != knowledge.After {
		return e, false
	}
	before := c.before(i)
	if before == knowledge.Approximate {
		before = c.before(i - 1)
	}
	e.last = j + n
	vagueUnit := e.unit <= knowledge.Hour || e.unit >= knowledge.Decade || e.unit == knowledge.Quarter || e.unit == knowledge.Half
	if w.Kind == knowledge.Ago {
		e.past, e.quarters = true, -e.quarters
		e.shape = c.agoShape(&e, before, i)
	} else {
		e.shape = afterShape(&e, before)
	}
	switch {
	case e.shape == duration:
	case vagueUnit, e.rough && e.unit <= knowledge.Week, e.quarters == 0, e.quarters > maxCount, e.quarters < -maxCount:
		e.shape = vague
	}
	return e, true
}

// agoShape: two days before it, two days before the summit, the day before, two days ago.
func (c *cursor) agoShape(e *expr, before knowledge.TimeKind, i int) shape {
	switch {
	case before == knowledge.Anaphor:
		return anaphoric
	case before == knowledge.FromWord && c.before(i-1) != knowledge.Deictic:
		return event
	case e.unit == knowledge.Day && e.quarters == -4:
		e.loose = true
		return anaphoric
	}
	return relative
}

// afterShape: two days after it, two days after the summit, two days later; for the first time in seven years.
func afterShape(e *expr, before knowledge.TimeKind) shape {
	switch {
	case before == knowledge.Anaphor:
		return anaphoric
	case before == knowledge.GenitiveWord:
		return event
	case e.unit == knowledge.Day || e.unit == knowledge.Week:
		e.loose = true
		return anaphoric
	}
	return duration
}

// daypart reads a part of the day, with the hour that may follow.
func (c *cursor) daypart(i int) (expr, bool) {
	_, n := c.at(i)
	e := expr{last: i + n, shape: clock}
	if q, ok := c.clockTime(c.skip(e.last, knowledge.GenitiveWord)); ok {
		e.last = q.last
	}
	return e, true
}

// clockTime reads an hour: 10:30 or half past ten, with the word that follows it.
func (c *cursor) clockTime(i int) (expr, bool) {
	if i >= c.end {
		return expr{}, false
	}
	j := i + 1
	if !c.hourMinute(i) {
		q, k := c.quarters(i)
		if q < 0 || q > 24*4 {
			return expr{}, false
		}
		j = k
	}
	k := c.skip(j, knowledge.Clock)
	if k == j {
		return expr{}, false
	}
	if m, l := c.number(k); m >= 0 && m < 60 {
		if w, n := c.at(l); w.Kind == knowledge.TimeUnit && knowledge.Unit(w.Value) == knowledge.Minute {
			k = l + n
		}
	}
	return expr{last: k, shape: clock}, true
}

// hourMinute says whether token i is written 10:30 or 10.30.
func (c *cursor) hourMinute(i int) bool {
	s := c.tokens[i].Norm
	n := len(s)
	return n >= 4 && n <= 5 && (s[n-3] == ':' || s[n-3] == '.') && decimal(s[:n-3]) <= 24 && decimal(s[:n-3]) >= 0 && decimal(s[n-2:]) >= 0
}
