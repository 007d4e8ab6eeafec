package server

import (
	"cmp"
	"slices"
	"strings"

	"varta"
	"varta/record"
)

// mark says what a span of a text is: evidence of a record, or who, where and when in it.
type mark struct {
	start, end int
	kind       string // event, statement, fact, actor, place or date
	record     string // the ID of the event, statement or fact; empty for those that have none
	quad       int
}

// paragraph is a line of the text.
type paragraph struct {
	Title     bool
	Sentences []sentence
}

// sentence is a sentence in runs, with the rules that were tried where it gave nothing.
type sentence struct {
	Start int    // in the text
	Lead  string // what stands between it and the one before
	Runs  []run
	Empty bool
	Tried []try
}

// try is a rule that did not fire, with the words that called it up.
type try struct{ Rule, Words, Text string }

// run is a stretch of words under the same marks.
type run struct {
	Class   string // the marks as class names
	Records string // the records that it is evidence of, separated by spaces
	Quad    int    // of the first event, 0 without
	Pieces  []piece
}

// piece is a word with its analysis, or what stands between two words.
type piece struct{ Text, Says string }

// marks collects what a record says of the spans of its text, the widest first.
func marks(rec *record.Record) []mark {
	var out []mark
	evidence := func(kind, id string, quad int, list []record.Evidence) {
		for _, e := range list {
			out = append(out, mark{e.Start, e.End, kind, id, quad})
		}
	}
	party := func(list ...record.Party) {
		for _, p := range list {
			out = append(out, mark{p.Start, p.End, "actor", "", 0})
		}
	}
	for _, e := range rec.Events {
		evidence("event", e.ID, e.Quad, e.Evidence)
		party(e.Actors...)
		party(e.Recipients...)
		if e.Place != nil {
			out = append(out, mark{e.Place.Start, e.Place.End, "place", "", 0})
		}
		if e.Date != nil {
			out = append(out, mark{e.Date.Start, e.Date.End, "date", "", 0})
		}
	}
	for _, x := range rec.Statements {
		evidence("statement", x.ID, 0, x.Evidence)
		party(x.Speaker)
	}
	for _, f := range rec.Facts {
		evidence("fact", f.ID, 0, f.Evidence)
		party(f.Subject, f.Object)
	}
	slices.SortStableFunc(out, func(a, b mark) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	return out
}

// paragraphs lays a text out for a page: lines of sentences of runs of words. Marks begin and end with letters, so that
// none cuts a cluster of them; what stands between sentences is kept, so that the page has the whole text.
func paragraphs(text string, study *varta.Study, rec *record.Record) []paragraph {
	m := marks(rec)
	var out []paragraph
	at := 0
	for i, s := range study.Sentences {
		gap := text[at:s.Start]
		if i == 0 || strings.Contains(gap, "\n") {
			out = append(out, paragraph{Title: s.Title})
		}
		last := &out[len(out)-1]
		laid := layOut(text, s, m)
		if i > 0 {
			laid.Lead = strings.TrimLeft(gap, "\n")
		}
		last.Sentences = append(last.Sentences, laid)
		at = s.End
	}
	return out
}

func layOut(text string, s varta.Sentence, all []mark) sentence {
	m := covering(all, s.Start, s.End)
	out := sentence{Start: s.Start}
	at := s.Start
	for _, w := range s.Words {
		out.lay(text, at, w.Start, "", m)
		out.lay(text, w.Start, w.End, says(w), m)
		at = w.End
	}
	out.lay(text, at, s.End, "", m)
	out.Empty = !slices.ContainsFunc(m, func(x mark) bool { return x.record != "" })
	if out.Empty {
		for _, t := range s.Tried {
			out.Tried = append(out.Tried, try{t.Rule, text[t.Start:t.End], t.Text})
		}
	}
	return out
}

// says is the analysis of a word in a line.
func says(w varta.Word) string {
	parts := []string{w.Lemma, w.UPOS, w.Feats}
	if w.Marker != "" {
		parts = append(parts, "+ "+w.Marker)
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
}

// lay adds a word, or what stands between two; where a mark begins or ends within it, in pieces.
func (s *sentence) lay(text string, start, end int, says string, m []mark) {
	for at := start; at < end; {
		next := end
		for _, x := range m {
			for _, edge := range [...]int{x.start, x.end} {
				if at < edge && edge < next {
					next = edge
				}
			}
		}
		s.add(text[at:next], says, over(m, at, next))
		at = next
	}
}

// add appends a piece to the last run if it stands under the same marks, else to a new one.
func (s *sentence) add(text, says string, m []mark) {
	r := run{}
	var classes, records []string
	for _, x := range m {
		if !slices.Contains(classes, x.kind) {
			classes = append(classes, x.kind)
		}
		if x.record != "" {
			records = append(records, x.record)
		}
		if x.kind == "event" && r.Quad == 0 {
			r.Quad = x.quad
		}
	}
	r.Class, r.Records = strings.Join(classes, " "), strings.Join(records, " ")
	if n := len(s.Runs); n == 0 || s.Runs[n-1].Class != r.Class || s.Runs[n-1].Records != r.Records {
		s.Runs = append(s.Runs, r)
	}
	last := &s.Runs[len(s.Runs)-1]
	last.Pieces = append(last.Pieces, piece{text, says})
}

// covering are the marks that reach into a span; the list is sorted by start.
func covering(m []mark, start, end int) []mark {
	n, _ := slices.BinarySearchFunc(m, end, func(x mark, end int) int { return cmp.Compare(x.start, end) })
	return over(m[:n], start, end)
}

// over are the marks that hold for a span.
func over(m []mark, start, end int) []mark {
	var out []mark
	for _, x := range m {
		if x.start < end && start < x.end {
			out = append(out, x)
		}
	}
	return out
}
