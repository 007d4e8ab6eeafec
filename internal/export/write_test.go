package export

import (
	"testing"
	"time"
)

// FuzzDay compares with time.Parse.
func FuzzDay(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01x", "0000-01-01", "2024-02", "2024", "", "20-4-02-29", "+024-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := time.Parse(time.DateOnly, s)
		got, ok := calendarDay(s)
		if ok != (err == nil) || ok && !got.Equal(want) {
			t.Errorf("%q: %v %v, want %v %v", s, got, ok, want, err)
		}
	})
}

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"India":          "India",
		"भारत":           "भारत",
		"a\tb\nc":        "a b c",
		`say "no"`:       "say 'no'",
		"a\u0085b":       "a b",
		"a\u00a0b":       "a\u00a0b",
		"a\u2028b\u2014": "a b\u2014",
		"a\x7f":          "a ",
	} {
		if got := oneLine(in); got != want {
			t.Errorf("oneLine(%q) = %q, want %q", in, got, want)
		}
	}
}
