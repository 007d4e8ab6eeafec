package knowledge

// FirstDay is the first day of an ISO year, month or day: 2019 is 2019-01-01.
func FirstDay(date string) string { return date + "0000-01-01"[min(len(date), 10):] }

// LastDay is the last day of an ISO year, month or day, good for comparing: 2019-02 is 2019-02-31.
func LastDay(date string) string { return date + "9999-12-31"[min(len(date), 10):] }

// Overlap says whether a period from since to until, open where empty, has a day in common with one from first to last.
func Overlap(since, until, first, last string) bool {
	return (since == "" || last == "" || FirstDay(since) <= LastDay(last)) &&
		(until == "" || first == "" || FirstDay(first) <= LastDay(until))
}
