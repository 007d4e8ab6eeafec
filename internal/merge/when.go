package merge

import (
	"time"

	"varta/record"
)

// Day numbers days from 1 January 1970; zero is none.
type Day int

// Precision is how exactly a date is known.
type Precision int

// Precisions, the better the higher.
const (
	Undated Precision = iota
	Year
	Month
	Exact
)

// Period is the time of an event, both ends included.
type Period struct {
	From      Day       `json:"from,omitempty"`
	Until     Day       `json:"until,omitempty"`
	Precision Precision `json:"precision,omitempty"`
}

func day(iso string) Day {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return 0
	}
	return number(t)
}

func number(t time.Time) Day { return Day(t.Unix() / 86400) }

func period(d *record.Date) Period {
	if d == nil {
		return Period{}
	}
	p := span(d.Value)
	if end := span(string(d.Until)); end.Until > p.Until {
		p.Until = end.Until
	}
	return p
}

// span is the period of an ISO year, month or day.
func span(iso string) Period {
	first, last, ok := record.Days(iso)
	if !ok {
		return Period{}
	}
	return Period{number(first), number(last), precisionOf(iso)}
}

func precisionOf(iso string) Precision {
	switch len(iso) {
	case len("2024"):
		return Year
	case len("2024-03"):
		return Month
	}
	return Exact
}

// gap is how many days lie between two periods, 0 when they meet.
func (p Period) gap(q Period) int {
	return int(max(p.From-q.Until, q.From-p.Until, 0))
}

// ahead says whether the event was still to come when the report was published.
func (t *Telling) ahead() bool { return t.Status == record.Planned || t.Status == record.Possible }

// How far an undated event lies from the day of its report, at most.
const (
	back    = 30
	forward = 45
)

// window is when an event may have been: its date, or the time about its report.
func (t *Telling) window() Period {
	if t.Date.Precision != Undated {
		return t.Date
	}
	return t.about()
}

// about is the time about the report, before it for what happened.
func (t *Telling) about() Period {
	switch {
	case t.Published == 0:
		return Period{}
	case t.ahead():
		return Period{From: t.Published, Until: t.Published + forward}
	}
	return Period{From: t.Published - back, Until: t.Published}
}

// slip is how many days a planned act may take place too early or too late and be the same.
const slip = 4

// meet says how well the times of two events agree, from 0 to 1, with a word for it; ok is false where they contradict
// each other.
func meet(a, b *Telling) (score float64, why string, ok bool) {
	if a.Date.Precision < b.Date.Precision {
		a, b = b, a
	}
	switch {
	case b.Date.Precision == Exact:
		return meetDays(a, b)
	case b.Date.Precision != Undated:
		if a.Date.gap(b.Date) > 0 {
			return 0, "", false
		}
		if b.Date.Precision == Year && a.Date.Precision != Year {
			return 0.35, "the year agrees", true
		}
		return 0.6, "the month agrees", true
	case a.Date.Precision != Undated:
		return meetUndated(a, b)
	}
	return meetReports(a, b)
}

func meetDays(a, b *Telling) (float64, string, bool) {
	gap := a.Date.gap(b.Date)
	switch {
	case gap == 0 && (a.Date.From == b.Date.From || a.Date.Until == b.Date.Until):
		return 1, "the day agrees", true
	case gap == 0:
		return 0.8, "the days overlap", true
	case gap == 1 && a.many() && b.many():
		return 0.7, "a day apart", true
	case gap <= slip && moved(a, b):
		return 0.45, "planned for a day close by", true
	case gap <= slip && a.visit() && b.visit():
		return 0.45, "days of a visit", true
	case gap <= slip && a.Drill && b.Drill:
		return 0.5, "days of an exercise", true
	case gap == 1:
		return 0.15, "a day apart", true
	}
	return 0, "", false
}

// moved says whether one of the two tells of a plan and the other of what was made of it, or of another plan.
func moved(a, b *Telling) bool { return a.ahead() || b.ahead() }

// meetUndated compares a date with the day of the report that gives none.
func meetUndated(a, b *Telling) (float64, string, bool) {
	if b.Published == 0 {
		return 0.1, "one has no date", true
	}
	if b.ahead() {
		if a.Date.Until < b.Published-1 {
			return 0, "", false
		}
		s, ok := graded(int(a.Date.From-b.Published), []grade{{14, 0.55}, {30, 0.4}, {forward, 0.2}})
		return s, "on a day ahead of the report without a date", ok
	}
	if early := a.Date.From - b.Published; early > 0 {
		// Who has set out is told to be on the visit, and a summit to be there on the eve of it.
		switch {
		case a.visit() && b.visit() && early <= slip:
			return 0.45, "days of a visit", true
		case a.many() && b.many() && early == 1:
			return 0.6, "on the day after the report without a date", true
		}
		return 0, "", false
	}
	s, ok := graded(int(b.Published-a.Date.Until), []grade{{2, 0.6}, {7, 0.5}, {16, 0.35}, {back, 0.15}})
	return s, "on a day shortly before the report without a date", ok
}

// meetReports compares the days of publication where no report gives a date.
func meetReports(a, b *Telling) (float64, string, bool) {
	if a.Published == 0 || b.Published == 0 {
		return 0.1, "neither has a date", true
	}
	if a.Published > b.Published {
		a, b = b, a
	}
	apart := int(b.Published - a.Published)
	if apart > 0 && b.ahead() && !a.ahead() && (a.Status != record.Denied || apart > slip) {
		return 0, "", false
	}
	s, ok := graded(apart, []grade{{1, 0.6}, {3, 0.45}, {10, 0.3}})
	return s, "the reports are close in time", ok
}

type grade struct {
	days  int
	score float64
}

// graded is the score of the first grade that reaches so far; ok is false beyond the last.
func graded(days int, grades []grade) (score float64, ok bool) {
	for _, g := range grades {
		if days <= g.days {
			return g.score, true
		}
	}
	return 0, false
}

// String is the ISO form.
func (d Day) String() string {
	if d == 0 {
		return "no date"
	}
	return d.time().Format(time.DateOnly)
}

func (d Day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }
