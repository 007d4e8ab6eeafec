package doc

import (
	"slices"
	"testing"
)

func pieces(text string) []string {
	var out []string
	for _, p := range Scan(text, nil) {
		out = append(out, text[p.Start:p.End])
	}
	return out
}

func TestScan(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"भारत-पाक वार्ता।", []string{"भारत", "-", "पाक", "वार्ता", "।"}},
		{"6.445 करोड़ और ३१ अगस्त, 10:30", []string{"6.445", "करोड़", "और", "३१", "अगस्त", ",", "10:30"}},
		{"‘‘हां।’’ SCO-2021", []string{"‘‘", "हां", "।", "’’", "SCO", "-", "2021"}},
		{"यू.एस. ने", []string{"यू", ".", "एस", ".", "ने"}},
		{"क्\u200dया…", []string{"क्\u200dया", "…"}},
		{"जाता है।भारत", []string{"जाता", "है", "।", "भारत"}},
		{"a\xffb", []string{"a", "\xff", "b"}},
		{"", nil},
	} {
		if got := pieces(c.text); !slices.Equal(got, c.want) {
			t.Errorf("Scan(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("भारत-पाक ‘‘वार्ता’’ 6.445।")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, p := range Scan(text, nil) {
			if p.Start < last || p.End <= p.Start || p.End > len(text) {
				t.Fatalf("piece %v after %d in %q", p, last, text)
			}
			last = p.End
		}
	})
}
