package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

type named struct {
	name string
	Tally
}

func (s *Score) rows() []named {
	return []named{{"detect", s.Detect}, {"parties", s.Parties}, {"roles", s.Roles}, {"full", s.Full},
		{"statements", s.Statements}, {"facts", s.Facts}}
}

// Table writes the figures for a reader, by event type too when asked.
func (s *Score) Table(w io.Writer, byType bool) {
	fmt.Fprintf(w, "%12s%7s%7s%7s%6s%6s%6s\n", "", "P", "R", "F1", "tp", "fp", "fn")
	for _, t := range s.rows() {
		t.write(w, "")
	}
	fmt.Fprintf(w, "date %d/%d  place %d/%d  documents %d  without a prediction %d\n",
		s.DateRight, s.DateAll, s.PlaceRight, s.PlaceAll, s.Documents, s.Missing)
	if !byType {
		return
	}
	for _, n := range slices.Sorted(maps.Keys(s.ByType)) {
		named{n, *s.ByType[n]}.write(w, "  ")
	}
}

func (t named) write(w io.Writer, indent string) {
	p, r, f := t.Row()
	fmt.Fprintf(w, "%s%-12s%7.3f%7.3f%7.3f%6d%6d%6d\n", indent, t.name, p, r, f, t.TP, t.FP, t.FN)
}

// JSON writes the figures as the reference scorer writes them, to the last digit.
func (s *Score) JSON(w io.Writer) error {
	var b strings.Builder
	b.WriteString("{\n")
	for _, t := range s.rows() {
		p, r, f := t.Row()
		fmt.Fprintf(&b, " %q: {\n  \"precision\": %s,\n  \"recall\": %s,\n  \"f1\": %s,\n  \"tp\": %d,\n  \"fp\": %d,\n  \"fn\": %d\n },\n",
			t.name, float(p), float(r), float(f), t.TP, t.FP, t.FN)
	}
	fmt.Fprintf(&b, " \"date_accuracy\": %s,\n \"place_accuracy\": %s,\n \"documents\": %d,\n \"missing\": %d\n}\n",
		ratio(s.DateRight, s.DateAll), ratio(s.PlaceRight, s.PlaceAll), s.Documents, s.Missing)
	_, err := io.WriteString(w, b.String())
	return err
}

// float is the shortest form that reads back as the same number, with a decimal point.
func float(f float64) string {
	t := strconv.FormatFloat(f, 'g', -1, 64)
	if !strings.ContainsAny(t, ".e") {
		t += ".0"
	}
	return t
}

func ratio(n, of int) string {
	if of == 0 {
		return "null"
	}
	return float(float64(n) / float64(of))
}
