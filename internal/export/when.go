package export

import (
	"strconv"
	"time"

	"varta/record"
)

// day is the first day of an ISO date, month or year; ok is false when there is none.
func day(iso string) (time.Time, bool) {
	first, _, ok := record.Days(iso)
	return first, ok
}

// lastDay is the last day of an ISO date, month or year.
func lastDay(iso string) (time.Time, bool) {
	_, last, ok := record.Days(iso)
	return last, ok
}

// published is the earliest day on which a report of the act was published.
func (t *Told) published() string {
	first := ""
	for _, l := range t.Act.Tellings {
		if p := string(l.Published); p != "" && (first == "" || p < first) {
			first = p
		}
	}
	return first[:min(len(first), len(time.DateOnly))]
}

// lastPublished is the latest such day.
func (t *Told) lastPublished() string {
	last := ""
	for _, l := range t.Act.Tellings {
		last = max(last, string(l.Published))
	}
	return last[:min(len(last), len(time.DateOnly))]
}

// date is the day for formats that need one: that of the act or, where it is not known, that of the first report.
func (t *Told) date() string {
	value := t.published()
	if d := t.Act.Date; d != nil && d.Value != "" {
		value = d.Value
	}
	return isoDay(value)
}

// isoDay is the first day of an ISO date, month or year in ISO form.
func isoDay(iso string) string {
	switch t, ok := day(iso); {
	case !ok:
		return ""
	case len(iso) == len(time.DateOnly):
		return iso
	default:
		return t.Format(time.DateOnly)
	}
}

// until is the last day of the act; an act without one ends on the day on which it begins.
func (t *Told) until() string {
	d := t.Act.Date
	if d == nil {
		return t.date()
	}
	value := d.Value
	if d.Until != "" {
		value = string(d.Until)
	}
	if last, ok := lastDay(value); ok {
		return last.Format(time.DateOnly)
	}
	return t.date()
}

// compact writes 2024-03-04 as 20240304.
func compact(iso string) string {
	if d := isoDay(iso); d != "" {
		return d[:4] + d[5:7] + d[8:]
	}
	return ""
}

// fraction is the year and the part of it that is over, in GDELT's reckoning with months of 30 days.
func fraction(iso string) string {
	t, ok := day(iso)
	if !ok {
		return ""
	}
	return strconv.FormatFloat(float64(t.Year())+float64((int(t.Month())-1)*30+t.Day())/365, 'f', 4, 64)
}

func decimal(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}

func score(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// where is the place of an act; one without a place has the zero place.
func (t *Told) where() record.Where {
	if t.Act.Place == nil {
		return record.Where{}
	}
	return *t.Act.Place
}
