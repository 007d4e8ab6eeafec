package store

import (
	"time"

	"varta/record"
)

// Days are the first and the last day of a date of any precision, 2022, 2022-09 or 2022-09-15, or of a range; nil for
// what is no date.
func Days(value, until string) (first, last any) {
	from, to, ok := record.Days(value)
	if !ok {
		return nil, nil
	}
	if _, end, ok := record.Days(until); ok && end.After(to) {
		to = end
	}
	return from.Format(time.DateOnly), to.Format(time.DateOnly)
}
