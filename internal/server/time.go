package server

import (
	"strconv"
	"time"
)

// The forms in which the columns of a timeline are named.
const (
	monthForm = "2006-01"
	yearForm  = "2006"
)

func formOf(key string) string {
	switch len(key) {
	case len(yearForm):
		return yearForm
	case len(monthForm):
		return monthForm
	}
	return time.DateOnly
}

// months is how many months a stretch reaches over.
func months(first, last string) int {
	a, err := time.Parse(monthForm, first)
	b, err2 := time.Parse(monthForm, last)
	if err != nil || err2 != nil {
		return 0
	}
	return (b.Year()-a.Year())*12 + int(b.Month()-a.Month()) + 1
}

// years adds months up.
func years(columns []column) []column {
	var out []column
	for _, c := range columns {
		year := c.Key[:min(len(c.Key), len(yearForm))]
		if n := len(out); n == 0 || out[n-1].Key != year {
			out = append(out, column{Key: year})
		}
		last := &out[len(out)-1]
		for i, n := range c.ByQuad {
			last.ByQuad[i] += n
		}
		last.Total += c.Total
	}
	return out
}

// mostYears is how many years a timeline shows in any case, and mostBefore the part of all acts, one in so many, that may lie
// before those it shows: reports of today tell what happened centuries ago.
const (
	mostYears  = 40
	mostBefore = 100
)

// recent are the last of the years, and what lies before them.
func recent(columns []column) ([]column, before) {
	n := len(columns)
	if n == 0 || formOf(columns[0].Key) != yearForm {
		return columns, before{}
	}
	all := 0
	for _, c := range columns {
		all += c.Total
	}
	var b before
	i := 0
	for ; ago(columns[i].Key, columns[n-1].Key) >= mostYears && (b.Acts+columns[i].Total)*mostBefore <= all; i++ {
		b.Acts += columns[i].Total
	}
	if i > 0 {
		b.Since, b.Until = columns[0].Key, columns[i-1].Key
	}
	return columns[i:], b
}

// ago is how many years one lies before another.
func ago(year, than string) int {
	a, _ := strconv.Atoi(year) // keys of years are numbers
	b, _ := strconv.Atoi(than)
	return b - a
}

// mostColumns bounds a timeline whose ends lie far apart.
const mostColumns = 400

// gapless adds the columns of times in which nothing happened.
func gapless(columns []column) []column {
	var out []column
	for i, c := range columns {
		for i > 0 && len(out) < mostColumns {
			next := following(out[len(out)-1].Key)
			if next >= c.Key {
				break
			}
			out = append(out, column{Key: next})
		}
		out = append(out, c)
	}
	return out
}

// following is the year, month or day after one.
func following(key string) string {
	form := formOf(key)
	t, err := time.Parse(form, key)
	if err != nil {
		return "9999"
	}
	switch form {
	case yearForm:
		t = t.AddDate(1, 0, 0)
	case monthForm:
		t = t.AddDate(0, 1, 0)
	default:
		t = t.AddDate(0, 0, 1)
	}
	return t.Format(form)
}
