package timex

import (
	"time"

	"varta/internal/doc"
)

// dayOf counts the days of a date since 1970-01-01; months and days out of range carry over.
func dayOf(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// dateOf is the date of a day.
func dateOf(day int) doc.Date {
	y, m, d := time.Unix(int64(day)*86400, 0).UTC().Date()
	return doc.Date{Year: y, Month: int(m), Day: d}
}

// weekdayOf is 1 for Monday to 7 for Sunday.
func weekdayOf(day int) int { return mod(day+3, 7) + 1 }

// mondayOf is the Monday of a day's week.
func mondayOf(day int) int { return day - weekdayOf(day) + 1 }

func mod(a, n int) int { return ((a % n) + n) % n }

var longMonths = [...]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// possible says whether a month may have a day in some year.
func possible(month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= longMonths[month]
}

// valid says whether a date exists.
func valid(d doc.Date) bool {
	return possible(d.Month, d.Day) && dateOf(dayOf(d.Year, d.Month, d.Day)) == d
}

// addMonths moves a date by months and drops its day.
func addMonths(d doc.Date, n int) doc.Date {
	m := d.Year*12 + d.Month - 1 + n
	return doc.Date{Year: floorDiv(m, 12), Month: mod(m, 12) + 1}
}

func floorDiv(a, n int) int { return (a - mod(a, n)) / n }

// format is the ISO form of a date as far as it is known; years out of 1 to 9999 have none.
func format(d doc.Date) string {
	if d.Year < 1 || d.Year > 9999 {
		return ""
	}
	var b [10]byte
	put(b[0:4], d.Year)
	if d.Month == 0 {
		return string(b[:4])
	}
	b[4] = '-'
	put(b[5:7], d.Month)
	if d.Day == 0 {
		return string(b[:7])
	}
	b[7] = '-'
	put(b[8:10], d.Day)
	return string(b[:])
}

func put(b []byte, n int) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
}
