package doc

import (
	"fmt"
	"time"
)

// ISO is a whole date such as that of publication as ISO 8601 has it, empty for no date.
func (d Date) ISO() string {
	if d.Year == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Time is a whole date at midnight in UTC.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
