package store

import "time"

// Days are the first and the last day of a date of any precision, 2022, 2022-09 or 2022-09-15, or of a range; nil for
// what is no date.
func Days(value, until string) (first, last any) {
	from, to, ok := span(value)
	if !ok {
		return nil, nil
	}
	if _, end, ok := span(until); ok && end.After(to) {
		to = end
	}
	return from.Format(time.DateOnly), to.Format(time.DateOnly)
}

// span is the first and the last day of an ISO year, month or day.
func span(value string) (first, last time.Time, ok bool) {
	for _, f := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {time.DateOnly, 0, 0, 1}} {
		if t, err := time.Parse(f.layout, value); err == nil {
			return t, t.AddDate(f.years, f.months, f.days).AddDate(0, 0, -1), true
		}
	}
	return first, last, false
}
