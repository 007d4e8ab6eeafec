package record_test

import (
	"testing"
	"time"

	"varta/record"
)

func TestDays(t *testing.T) {
	for iso, want := range map[string]string{
		"2024-03-04": "2024-03-04 2024-03-04",
		"2024-02":    "2024-02-01 2024-02-29",
		"2023":       "2023-01-01 2023-12-31",
		"2024-02-29": "2024-02-29 2024-02-29",
		"2023-02-29": "", "2024-13": "", "2024-00": "", "2024-04-31": "", "2024-3-4": "", "2024/03/04": "", "20240304": "",
		"+024-03-04": "", "2024-03-04T10:00:00": "", "24": "", "": "", "march": "",
	} {
		first, last, ok := record.Days(iso)
		got := ""
		if ok {
			got = first.Format(time.DateOnly) + " " + last.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", iso, got, want)
		}
	}
}

// FuzzDays compares with time.Parse.
func FuzzDays(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "2024-13-01", "2024-1-01x", "0000-01-01", "2024-02", "2024", "", "20-4-02-29", "+024"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		first, last, ok := record.Days(s)
		for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
			if want, err := time.Parse(layout, s); err == nil {
				if !ok || !first.Equal(want) || last.Before(first) || last.AddDate(0, 0, 1).Format(layout) == s {
					t.Errorf("%q: %v %v %v, want %v", s, first, last, ok, want)
				}
				return
			}
		}
		if ok {
			t.Errorf("%q: %v, want none", s, first)
		}
	})
}
