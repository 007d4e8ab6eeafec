package timex

import "varta/internal/knowledge"

// compose lets the words behind an expression continue it: a month behind a year, a date behind a weekday, the end
// of a range, a part of the day, a part of the month.
func (c *cursor) compose(e *expr) {
	switch e.shape {
	case nothing, duration, set, vague, event, decade:
		return
	}
	c.agoFromToday(e)
	c.monthOfYear(e)
	c.dayOfMonth(e)
	c.weekdayOfWeek(e)
	c.weekdayAndDate(e)
	for range maxDays {
		if !c.extendRange(e) {
			break
		}
	}
	if e.oneDay() {
		c.timeOfDay(e)
	}
	c.part(e)
}

// agoFromToday reads ten years before today as ten years ago.
func (c *cursor) agoFromToday(e *expr) {
	if e.shape != deictic || e.quarters != 0 || c.kind(e.last) != knowledge.FromWord {
		return
	}
	if q, ok := c.count(c.skip(c.skip(e.last, knowledge.FromWord), knowledge.Approximate)); ok && q.past {
		q.first = e.first
		*e = q
	}
}

// monthOfYear reads a month or date behind last year, this year or 2021.
func (c *cursor) monthOfYear(e *expr) {
	if !e.yearOnly() && !e.whole(knowledge.Year) {
		return
	}
	j := c.skip(e.last, knowledge.GenitiveWord)
	q, ok := c.dayMonth(j)
	if !ok && c.kind(j) == knowledge.Month {
		q, ok = c.month(j)
	}
	if !ok || q.from.year != 0 {
		return
	}
	if e.yearOnly() {
		q.from.year, q.to.year = e.from.year, e.from.year
	} else {
		q.of, q.quarters, q.dir = knowledge.Year, e.quarters, e.dir
	}
	q.first, q.past, q.future = e.first, e.past, e.future
	*e = q
}

// dayOfMonth reads a numbered day behind a month.
func (c *cursor) dayOfMonth(e *expr) bool {
	if !e.monthOnly() && !e.whole(knowledge.MonthUnit) {
		return false
	}
	q, ok := c.dayWord(c.skip(e.last, knowledge.GenitiveWord))
	if !ok || e.monthOnly() && !possible(e.from.month, q.from.day) {
		return false
	}
	if e.monthOnly() {
		e.from.day, e.last = q.from.day, q.last
		return true
	}
	q.of, q.quarters, q.dir = knowledge.MonthUnit, e.quarters, e.dir
	q.first, q.past, q.future = e.first, e.past, e.future
	*e = q
	return true
}

// weekdayOfWeek reads a weekday behind last week.
func (c *cursor) weekdayOfWeek(e *expr) {
	if !e.whole(knowledge.Week) || e.shape != relative {
		return
	}
	w, n := c.at(c.skip(e.last, knowledge.GenitiveWord))
	if w.Kind != knowledge.Weekday {
		return
	}
	e.shape, e.of, e.from.weekday = calendar, knowledge.Week, int(w.Value)
	e.last = c.skip(e.last, knowledge.GenitiveWord) + n
}

// weekdayAndDate joins a weekday and the date of the same day, in either order, with a comma or in brackets.
func (c *cursor) weekdayAndDate(e *expr) {
	if !e.dated() || e.ranged || e.of == knowledge.Week || e.from.day != 0 && e.from.month == 0 {
		return
	}
	j := c.comma(e.last)
	bracket := c.mark(j, '(')
	if bracket {
		j++
	}
	var q point
	switch {
	case e.from.weekday != 0 && e.from.day == 0:
		d, ok := c.date(j)
		if !ok || d.ranged {
			return
		}
		d.from.weekday = e.from.weekday
		q, j = d.from, d.last
	case e.from.day != 0 && e.from.weekday == 0:
		w, n := c.at(j)
		if w.Kind != knowledge.Weekday {
			return
		}
		q, j = e.from, j+n
		q.weekday = int(w.Value)
	default:
		return
	}
	if bracket {
		if !c.mark(j, ')') {
			return
		}
		j++
	}
	e.from, e.last = q, j
}

// date reads a full date or one that lacks the year.
func (c *cursor) date(i int) (expr, bool) {
	if e, ok := c.numericDate(i); ok {
		return e, true
	}
	if e, ok := c.dayMonth(i); ok {
		return e, true
	}
	if c.kind(i) == knowledge.Month {
		e, ok := c.month(i)
		return e, ok && e.from.day != 0
	}
	return expr{}, false
}

// extendRange reads the end of a range behind a date: and the next day, until another, a dash.
func (c *cursor) extendRange(e *expr) bool {
	if !e.dated() || e.yearOnly() || e.from.day != 0 && e.from.month == 0 {
		return false
	}
	link, j := c.link(e.last)
	if link == knowledge.NoTime {
		return false
	}
	q, ok := c.endPoint(j, e)
	if !ok || c.mark(e.last, ',') && e.from.weekday == 0 {
		return false
	}
	at := e.from
	if e.ranged {
		at = e.to
	}
	joined := follows(at, q.from)
	if link == knowledge.UntilWord && !e.ranged {
		joined = c.dash(e.last) || c.closes(q.last)
	}
	if q.from.year != 0 && e.from.year == 0 && e.of == knowledge.NoUnit {
		e.from.year = q.from.year
		if e.from.month > q.from.month {
			e.from.year--
		}
	}
	if !joined {
		return false
	}
	e.ranged, e.to, e.last = true, q.from, q.last
	return true
}

// endPoint reads a date as precise as that of e.
func (c *cursor) endPoint(i int, e *expr) (expr, bool) {
	w, n := c.at(i)
	switch {
	case e.from.weekday != 0 && e.from.day == 0:
		return expr{last: i + n, from: point{weekday: int(w.Value)}}, w.Kind == knowledge.Weekday
	case e.from.day != 0:
		q, ok := c.date(i)
		return q, ok && !q.ranged
	case w.Kind == knowledge.Month:
		q, ok := c.month(i)
		return q, ok && q.from.day == 0
	}
	return expr{}, false
}

// follows says whether q is the weekday, day or month after p.
func follows(p, q point) bool {
	switch {
	case p.weekday != 0 && p.day == 0:
		return q.weekday == p.weekday%7+1
	case p.day != 0:
		year := max(p.year, q.year)
		if year == 0 {
			year = 2001 // no leap year; a range over the end of February is rare
		}
		d := dateOf(dayOf(year, p.month, p.day) + 1)
		return d.Month == q.month && d.Day == q.day
	}
	return q.month == p.month%12+1
}

// timeOfDay reads a part of the day or an hour behind a day.
func (c *cursor) timeOfDay(e *expr) {
	j := c.skip(e.last, knowledge.GenitiveWord)
	if c.kind(j) == knowledge.Daypart {
		q, _ := c.daypart(j)
		e.last, e.timed = q.last, true
		return
	}
	if q, ok := c.clockTime(e.last); ok {
		e.last, e.timed = q.last, true
	}
}

// part reads the middle of a month, the beginning of a year, the first week of a month: the month or year itself
// remains the value.
func (c *cursor) part(e *expr) bool {
	if !e.yearOnly() && !e.monthOnly() && !e.whole(knowledge.Year) && !e.whole(knowledge.MonthUnit) && !e.whole(knowledge.Week) {
		return false
	}
	j := c.skip(e.last, knowledge.GenitiveWord)
	w, n := c.at(j)
	k := j + n
	switch w.Kind {
	case knowledge.PartOf:
	case knowledge.Ordinal, knowledge.Ago:
		u, m := c.at(k)
		if j == e.last || u.Kind != knowledge.TimeUnit || knowledge.Unit(u.Value) < knowledge.Week {
			return false
		}
		k += m
	default:
		return false
	}
	switch c.kind(k) {
	case knowledge.InWord, knowledge.UntilWord, knowledge.FromWord, knowledge.AtWord, knowledge.GenitiveWord:
		e.last, e.rough = k, true
		return true
	}
	return false
}
