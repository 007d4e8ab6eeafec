package record

import "time"

// Days are the first and the last day of an ISO day, month or year (2024-03-04, 2024-03, 2024); ok is false for anything
// else. It goes without time.Parse, since exports and merging ask it for every act.
func Days(iso string) (first, last time.Time, ok bool) {
	year, month, day, ok := numbers(iso)
	first = time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if !ok || first.Day() != day || int(first.Month()) != month { // 30 February would be 1 March
		return time.Time{}, time.Time{}, false
	}
	switch len(iso) {
	case len("2024"):
		return first, first.AddDate(1, 0, -1), true
	case len("2024-03"):
		return first, first.AddDate(0, 1, -1), true
	}
	return first, first, true
}

func numbers(iso string) (year, month, day int, ok bool) {
	month, day = 1, 1
	switch len(iso) {
	case len("2024-03-04"):
		day, ok = number(iso[8:])
		if !ok || iso[7] != '-' {
			return 0, 0, 0, false
		}
		fallthrough
	case len("2024-03"):
		month, ok = number(iso[5:7])
		if !ok || iso[4] != '-' {
			return 0, 0, 0, false
		}
		fallthrough
	case len("2024"):
		year, ok = number(iso[:4])
		return year, month, day, ok
	}
	return 0, 0, 0, false
}

func number(digits string) (n int, ok bool) {
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}
