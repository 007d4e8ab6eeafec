package export

import "testing"

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
