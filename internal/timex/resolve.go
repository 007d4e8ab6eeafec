package timex

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// value is what an expression denotes: a date, or a range of days, months or years. Open is true for an expression
// that denotes a date which the text does not settle; told for one that takes its year from the date before it.
type value struct {
	from, to doc.Date
	open     bool
	told     bool
}

var unsettled = value{open: true}

// resolve finds the value of an expression.
func (r *reader) resolve(e *expr) value {
	switch e.shape {
	case calendar:
		return r.resolveCalendar(e)
	case deictic:
		return r.resolveDeictic(e)
	case relative:
		return r.resolveRelative(e)
	case anaphoric:
		return r.resolveAnaphoric(e)
	case weekend:
		return r.resolveWeekend(e)
	case event:
		return unsettled
	case clock:
		return value{from: r.timeDay}
	case decade:
		y := e.from.year - e.from.year%10
		return value{from: doc.Date{Year: y}, to: doc.Date{Year: y + 9}}
	}
	return value{}
}

func (r *reader) baseDay() (int, bool) {
	return dayOf(r.base.Year, r.base.Month, r.base.Day), r.base.Year != 0 && r.base.Day != 0
}

// resolveDeictic: yesterday or tomorrow, as the tense says.
func (r *reader) resolveDeictic(e *expr) value {
	b, ok := r.baseDay()
	if !ok {
		return unsettled
	}
	n := e.quarters / 4
	if n == 0 {
		return value{from: dateOf(b)}
	}
	switch t := r.tenseOf(e); {
	case t == past:
		e.past = true
		return value{from: dateOf(b - n)}
	case t == future:
		e.future = true
		return value{from: dateOf(b + n)}
	}
	return unsettled
}

// tenseOf is the direction that the expression names itself, or else that of the verb.
func (r *reader) tenseOf(e *expr) tense {
	switch {
	case e.past:
		return past
	case e.future:
		return future
	}
	return r.tenseAfter(e.last)
}

func (r *reader) resolveRelative(e *expr) value {
	if e.dir == next && e.unit != knowledge.Day && r.last.date.Year != 0 && r.before(r.last) && r.near(r.last) && r.tenseAfter(e.last) == past {
		return away(r.last.date, e) // in a story, next month is the month after
	}
	if r.base.Year == 0 {
		return unsettled
	}
	return away(r.base, e)
}

// earlier says whether a date lies before the publication.
func (r *reader) before(m remembered) bool {
	return r.base.Year != 0 && dayOf(m.date.Year, m.date.Month, m.date.Day) < dayOf(r.base.Year, r.base.Month, r.base.Day)
}

// near says whether a remembered date stands in this paragraph or the sentence before.
func (r *reader) near(m remembered) bool {
	s := r.d.Sentences
	return m.date.Year != 0 && (m.sentence+1 >= r.n || s[m.sentence].Paragraph == s[r.n].Paragraph)
}

func (r *reader) resolveAnaphoric(e *expr) value {
	from := r.last.date
	if e.loose && !(r.near(r.last) && from.Year != 0) {
		from = r.base
		if e.quarters > 0 && r.tenseAfter(e.last) != future {
			return unsettled
		}
	}
	if from.Year == 0 || e.unit != knowledge.Year && from.Month == 0 {
		if e.quarters == 0 && e.dir == this {
			return value{}
		}
		return unsettled
	}
	return away(from, e)
}

// away is the time that is a number of units from a date.
func away(d doc.Date, e *expr) value {
	n := e.quarters / 4
	switch e.unit {
	case knowledge.Day:
		if d.Day == 0 {
			return unsettled
		}
		return value{from: dateOf(dayOf(d.Year, d.Month, d.Day) + n)}
	case knowledge.Week, knowledge.Fortnight:
		if d.Day == 0 {
			return unsettled
		}
		days := 7
		if e.unit == knowledge.Fortnight {
			days = 15
		}
		m := mondayOf(dayOf(d.Year, d.Month, d.Day) + days*n)
		return value{from: dateOf(m), to: dateOf(m + 6)}
	case knowledge.MonthUnit:
		if d.Month == 0 {
			return unsettled
		}
		return value{from: addMonths(d, n)}
	case knowledge.Year:
		if e.quarters%4 != 0 && d.Month != 0 {
			d = addMonths(d, e.quarters*3)
			n = 0
		}
		return value{from: doc.Date{Year: d.Year + n}}
	}
	return value{}
}

func (r *reader) resolveWeekend(e *expr) value {
	b, ok := r.baseDay()
	if !ok {
		return unsettled
	}
	saturday := mondayOf(b) + 5
	switch t := r.tenseOf(e); {
	case e.dir == next:
		if saturday <= b {
			saturday += 7
		}
	case e.dir == this:
	case t == past || e.dir == previous:
		if saturday+1 >= b {
			saturday -= 7
		}
	}
	return value{from: dateOf(saturday), to: dateOf(saturday + 1)}
}
