package doc

import (
	"fmt"
	"unicode/utf8"

	"varta/record"
)

// Check verifies every invariant of the layers: spans lie inside the text on rune boundaries and in order, ranges
// lie inside their layers, and indexes point at something. It returns the first that is broken.
func Check(d *Document) error {
	for _, f := range []func(*Document) error{checkTokens, checkSentences, checkTimexes, checkTags, checkMentions, checkChunks, checkClauses, checkRecords} {
		if err := f(d); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkSpan(what string, i int, s Span) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
		return fmt.Errorf("%s %d: span %d..%d outside the text of %d bytes", what, i, s.Start, s.End, len(d.Text))
	}
	if s.Start < len(d.Text) && !utf8.RuneStart(d.Text[s.Start]) || s.End < len(d.Text) && !utf8.RuneStart(d.Text[s.End]) {
		return fmt.Errorf("%s %d: span %d..%d cuts a rune", what, i, s.Start, s.End)
	}
	return nil
}

func checkRange(what string, i int, r Range, n int) error {
	if r.First < 0 || r.Last < r.First || r.Last > n {
		return fmt.Errorf("%s %d: range %d..%d outside a layer of %d", what, i, r.First, r.Last, n)
	}
	return nil
}

func checkIndex(what string, i, x, n int) error {
	if x < None || x >= n {
		return fmt.Errorf("%s %d: index %d outside a layer of %d", what, i, x, n)
	}
	return nil
}

func checkTokens(d *Document) error {
	last := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if err := d.checkSpan("token", i, t.Span); err != nil {
			return err
		}
		if t.Start < last || t.End == t.Start {
			return fmt.Errorf("token %d: starts at %d before %d or is empty", i, t.Start, last)
		}
		if len(t.Analyses) > 0 && int(t.Best) >= len(t.Analyses) {
			return fmt.Errorf("token %d: selects analysis %d of %d", i, t.Best, len(t.Analyses))
		}
		last = t.End
	}
	return nil
}

func checkSentences(d *Document) error {
	last := 0
	for i, s := range d.Sentences {
		if err := checkRange("sentence", i, s.Tokens, len(d.Tokens)); err != nil {
			return err
		}
		if s.Tokens.First != last {
			return fmt.Errorf("sentence %d: starts at token %d, not %d", i, s.Tokens.First, last)
		}
		last = s.Tokens.Last
	}
	if len(d.Sentences) > 0 && last != len(d.Tokens) {
		return fmt.Errorf("sentences end at token %d of %d", last, len(d.Tokens))
	}
	return nil
}

func checkTimexes(d *Document) error {
	for i, t := range d.Timexes {
		if err := checkRange("timex", i, t.Tokens, len(d.Tokens)); err != nil {
			return err
		}
		if t.Span != d.SpanOf(t.Tokens) {
			return fmt.Errorf("timex %d: span and tokens differ", i)
		}
	}
	return nil
}

func checkTags(d *Document) error {
	last := 0
	for i, t := range d.Tags {
		if err := checkRange("tag", i, t.Tokens, len(d.Tokens)); err != nil {
			return err
		}
		if t.Tokens.First < last || t.Tokens.Len() == 0 {
			return fmt.Errorf("tag %d: starts at token %d before %d or is empty", i, t.Tokens.First, last)
		}
		last = t.Tokens.Last
	}
	return nil
}

func checkMentions(d *Document) error {
	for i, m := range d.Mentions {
		if err := checkRange("mention", i, m.Tokens, len(d.Tokens)); err != nil {
			return err
		}
		if err := d.checkSpan("mention", i, m.Span); err != nil {
			return err
		}
		if err := checkIndex("mention", i, m.Entity, len(d.Entities)); err != nil {
			return err
		}
		for _, e := range m.Entities {
			if e < 0 || e >= len(d.Entities) {
				return fmt.Errorf("mention %d: entity %d of %d", i, e, len(d.Entities))
			}
		}
	}
	return nil
}

func checkChunks(d *Document) error {
	last := 0
	for i, c := range d.Chunks {
		if err := checkRange("chunk", i, c.Tokens, len(d.Tokens)); err != nil {
			return err
		}
		if c.Tokens.First != last || !c.Tokens.Has(c.Head) {
			return fmt.Errorf("chunk %d: starts at token %d, not %d, head %d", i, c.Tokens.First, last, c.Head)
		}
		last = c.Tokens.Last
		for _, x := range []int{c.Of, c.Coord} {
			if err := checkIndex("chunk", i, x, len(d.Chunks)); err != nil {
				return err
			}
			if x != None && x <= i {
				return fmt.Errorf("chunk %d: hangs on chunk %d before it", i, x)
			}
		}
		if err := checkIndex("chunk", i, c.Clause, len(d.Clauses)); err != nil {
			return err
		}
	}
	return nil
}

func checkClauses(d *Document) error {
	for i, c := range d.Clauses {
		if err := checkRange("clause", i, c.Tokens, len(d.Tokens)); err != nil {
			return err
		}
		if err := checkIndex("clause", i, c.Predicate, len(d.Chunks)); err != nil {
			return err
		}
		if err := checkIndex("clause", i, c.Parent, len(d.Clauses)); err != nil {
			return err
		}
		for _, x := range []int{c.Head, c.Subject} {
			if err := checkIndex("clause", i, x, len(d.Chunks)); err != nil {
				return err
			}
		}
		if err := checkRange("host of clause", i, c.Host, len(d.Tokens)); err != nil {
			return err
		}
		if d.cyclic(i) {
			return fmt.Errorf("clause %d: hangs on itself", i)
		}
	}
	return nil
}

// cyclic says whether the chain of parents of a clause does not end.
func (d *Document) cyclic(clause int) bool {
	steps := 0
	for i := clause; i != None; i = d.Clauses[i].Parent {
		if steps++; steps > len(d.Clauses) {
			return true
		}
	}
	return false
}

func checkRecords(d *Document) error {
	for i, e := range d.Events {
		if err := d.checkEvidence("event", i, e.Evidence); err != nil {
			return err
		}
	}
	for i, s := range d.Statements {
		if err := d.checkEvidence("statement", i, s.Evidence); err != nil {
			return err
		}
		if err := d.checkSpan("content of statement", i, Span{s.Content.Start, s.Content.End}); err != nil {
			return err
		}
	}
	for i, f := range d.Facts {
		if err := d.checkEvidence("fact", i, f.Evidence); err != nil {
			return err
		}
	}
	return nil
}

// checkEvidence wants at least one quotation, each equal to its bytes.
func (d *Document) checkEvidence(what string, i int, evidence []record.Evidence) error {
	if len(evidence) == 0 {
		return fmt.Errorf("%s %d: no evidence", what, i)
	}
	for _, x := range evidence {
		if err := d.checkSpan(what, i, Span{x.Start, x.End}); err != nil {
			return err
		}
		if d.Text[x.Start:x.End] != x.Quote {
			return fmt.Errorf("%s %d: quote differs from the text", what, i)
		}
	}
	return nil
}
