package timex

import (
	"strconv"

	"varta/internal/knowledge"
)

// period is the TIMEX3 value of a duration, P3D; empty when its length is not told exactly.
func period(e *expr) string {
	q := e.quarters
	if q <= 0 || e.rough || e.unit == knowledge.NoUnit || q > maxCount {
		return ""
	}
	letter, time := "D", ""
	switch e.unit {
	case knowledge.Second:
		letter, time = "S", "T"
	case knowledge.Minute:
		letter, time = "M", "T"
	case knowledge.Hour:
		letter, time = "H", "T"
	case knowledge.Week:
		letter = "W"
	case knowledge.Fortnight:
		q *= 15
	case knowledge.MonthUnit:
		letter = "M"
	case knowledge.Quarter:
		letter, q = "M", q*3
	case knowledge.Half:
		letter, q = "M", q*6
	case knowledge.Year:
		letter = "Y"
	case knowledge.Decade:
		letter, q = "Y", q*10
	case knowledge.Century:
		letter, q = "Y", q*100
	}
	return "P" + time + strconv.FormatFloat(float64(q)/4, 'f', -1, 64) + letter
}
