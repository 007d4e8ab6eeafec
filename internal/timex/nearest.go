package timex

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// resolveCalendar completes a date that is partly written.
func (r *reader) resolveCalendar(e *expr) value {
	switch {
	case e.of != knowledge.NoUnit:
		return r.resolveWithin(e)
	case e.from.weekday != 0 && e.from.day == 0:
		return r.resolveWeekday(e)
	case e.from.year != 0:
		return written(e, e.from.year)
	case e.from.month != 0:
		return r.resolveYearless(e)
	}
	return r.resolveDayNumber(e)
}

// written is the value of a date in a year; a day that the month lacks is left out.
func written(e *expr, year int) value {
	v := value{from: doc.Date{Year: year, Month: e.from.month, Day: e.from.day}}
	if !valid(v.from) {
		v.from.Day = 0
	}
	if !e.ranged {
		return v
	}
	v.to = doc.Date{Year: year, Month: e.to.month, Day: e.to.day}
	if e.to.year != 0 {
		v.to.Year = e.to.year
	} else if e.to.month < e.from.month {
		v.to.Year++
	}
	if !valid(v.to) {
		v.to.Day = 0
	}
	return v
}

// resolveWithin places a date in the year, month or week that is named relative to the publication.
func (r *reader) resolveWithin(e *expr) value {
	base := r.base
	if e.dir == that {
		base = r.last.date
	}
	n := e.quarters / 4
	switch {
	case base.Year == 0:
		return unsettled
	case e.of == knowledge.Year:
		return written(e, base.Year+n)
	case e.of == knowledge.MonthUnit && base.Month != 0:
		m := addMonths(base, n)
		e.from.month = m.Month
		return written(e, m.Year)
	case e.of == knowledge.Week && base.Day != 0:
		return value{from: dateOf(mondayOf(dayOf(base.Year, base.Month, base.Day)) + 7*n + e.from.weekday - 1)}
	}
	return unsettled
}

// resolveWeekday is the nearest such day: up to the publication, or from it on when the verb is future.
func (r *reader) resolveWeekday(e *expr) value {
	b, ok := r.baseDay()
	if !ok || e.dir == that {
		return unsettled
	}
	length := 0
	if e.ranged {
		length = mod(e.to.weekday-e.from.weekday, 7)
	}
	t := r.tenseOf(e)
	back := mod(weekdayOf(b)-e.from.weekday, 7)
	first := b - back
	switch {
	case e.dir == previous && back == 0:
		first -= 7
	case e.dir == next && back == 0:
		first += 7
	case t == future && back > 0:
		first += 7
	case t == noTense && e.dir == this:
		first = mondayOf(b) + e.from.weekday - 1
	case t == past && length == 1 && first+length > b:
		first -= 7
	}
	v := value{from: dateOf(first)}
	if length > 0 {
		v.to = dateOf(first + length)
	}
	return v
}

// against is how much farther a date may seem that contradicts the tense of its verb.
const against = 4

// resolveYearless finds the year of a date: in a story that of the date before it, else the nearest, where the
// direction that the tense contradicts counts for farther.
func (r *reader) resolveYearless(e *expr) value {
	t := r.tenseOf(e)
	if v, ok := r.inStory(e, t); ok {
		return v
	}
	if r.base.Month == 0 {
		return unsettled
	}
	b := dayOf(r.base.Year, r.base.Month, max(r.base.Day, 1))
	best, cost := value{open: true}, 1<<30
	for y := r.base.Year - 1; y <= r.base.Year+1; y++ {
		v := written(e, y)
		d := distance(v, r.base, b)
		c := max(d, -d)
		if t == past && d > 0 || t == future && d < 0 {
			c *= against
		}
		if e.dir == previous && d >= 0 || e.dir == next && d <= 0 {
			c += 10000
		}
		if e.from.weekday != 0 && (v.from.Day == 0 || weekdayOf(dayOf(y, v.from.Month, v.from.Day)) != e.from.weekday) {
			c += 1000
		}
		if v.from.Day == 0 && e.from.day != 0 {
			c += 1000 // no such day in that year
		}
		if c < cost {
			best, cost = v, c
		}
	}
	return best
}

// distance is the number of days from the publication to a date, 0 where the date holds it.
func distance(v value, base doc.Date, b int) int {
	end := v.from
	if v.to.Year != 0 {
		end = v.to
	}
	first, last := dayOf(v.from.Year, v.from.Month, max(v.from.Day, 1)), dayOf(end.Year, end.Month, end.Day)
	if end.Day == 0 {
		last = dayOf(end.Year, end.Month+1, 0)
	}
	switch {
	case first <= b && b <= last:
		return 0
	case first > b:
		return first - b
	}
	return last - b
}

// storyLength is how many sentences a written year holds for.
const storyLength = 3

// inStory completes a date without a year from one of another year before it: the first such date that follows it.
func (r *reader) inStory(e *expr, t tense) (value, bool) {
	s := r.story
	if s.date.Year == 0 || t == future || e.dir != undirected || r.n-s.sentence > storyLength || r.d.Sentences[s.sentence].Paragraph != r.d.Sentences[r.n].Paragraph {
		return value{}, false
	}
	if s.date.Month == 0 && s.sentence != r.n || r.base.Year != 0 && s.date.Year > r.base.Year {
		return value{}, false
	}
	year := s.date.Year
	if e.from.month < s.date.Month || e.from.month == s.date.Month && e.from.day != 0 && e.from.day < s.date.Day {
		year++
	}
	v := written(e, year)
	v.told = true
	return v, r.base.Year == 0 || year < r.base.Year
}

// resolveDayNumber finds the month of a numbered day: the nearest in the direction of the tense.
func (r *reader) resolveDayNumber(e *expr) value {
	if s := r.story; s.date.Month != 0 && s.sentence == r.n {
		e.from.month = s.date.Month
		return written(e, s.date.Year)
	}
	b, ok := r.baseDay()
	if !ok {
		return unsettled
	}
	t := r.tenseOf(e)
	best, cost := unsettled, 1<<30
	for n := -1; n <= 1; n++ {
		m := addMonths(r.base, n)
		m.Day = e.from.day
		if !valid(m) {
			continue
		}
		d := dayOf(m.Year, m.Month, m.Day) - b
		c := max(d, -d)
		if t == past && d > 0 || t == future && d < 0 {
			c *= against
		}
		if c < cost {
			best, cost = value{from: m}, c
		}
	}
	return best
}
