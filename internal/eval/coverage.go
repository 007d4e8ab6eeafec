package eval

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"varta/internal/doc"
	"varta/record"
)

// Coverage counts the sentences that name two parties, and the predicates of those of which nothing was coded.
type Coverage struct {
	Sentences, TwoParties, Predicates, Uncovered int
	missing                                      map[string]*missing
}

type missing struct {
	n       int
	example string
}

// NewCoverage returns empty counts.
func NewCoverage() *Coverage { return &Coverage{missing: map[string]*missing{}} }

// Add counts one document, which is one sentence.
func (c *Coverage) Add(d *doc.Document) {
	c.Sentences++
	if parties(d) < 2 {
		return
	}
	c.TwoParties++
	found := predicates(d)
	if len(found) == 0 {
		return
	}
	c.Predicates++
	if len(d.Events)+len(d.Statements)+len(d.Facts) > 0 {
		return
	}
	c.Uncovered++
	for _, p := range found {
		if c.missing[p] == nil {
			c.missing[p] = &missing{example: d.Text}
		}
		c.missing[p].n++
	}
}

// parties is the number of states, organisations and groups that a document names or whose people it names.
func parties(d *doc.Document) int {
	seen := map[string]bool{}
	for _, m := range d.Mentions {
		if m.Entity == doc.None || m.Type == doc.Place {
			continue
		}
		if c := d.Entities[m.Entity].Code; c != "" && c != record.Unknown {
			seen[c] = true
		}
	}
	return len(seen)
}

// predicates are the verbs of the clauses, each with the bare noun that stands before it.
func predicates(d *doc.Document) []string {
	seen := map[string]bool{}
	for _, c := range d.Clauses {
		if c.Predicate == doc.None {
			continue
		}
		p := d.Chunks[c.Predicate]
		words := lemma(d, p.Head)
		if p.Kind == doc.VG && c.Predicate > 0 {
			h := d.Chunks[c.Predicate-1]
			if h.Kind == doc.NP && h.Marker == 0 && h.Clause == p.Clause {
				words = lemma(d, h.Head) + " " + words
			}
		}
		seen[words] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

func lemma(d *doc.Document, token int) string {
	t := &d.Tokens[token]
	return cmp.Or(t.A().Lemma, t.Norm, d.Quote(t.Span))
}

// Table lists the counts and the most frequent uncovered predicates, each with a sentence.
func (c *Coverage) Table(top int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "sentences %d\nnaming two parties %d\n  with a predicate %d\n  with a predicate and nothing coded %d (%.1f %%)\n",
		c.Sentences, c.TwoParties, c.Predicates, c.Uncovered, 100*float64(c.Uncovered)/float64(max(1, c.Predicates)))
	keys := slices.SortedFunc(maps.Keys(c.missing), func(x, y string) int {
		return cmp.Or(cmp.Compare(c.missing[y].n, c.missing[x].n), cmp.Compare(x, y))
	})
	for _, k := range keys[:min(top, len(keys))] {
		fmt.Fprintf(&b, "%5d  %s\t%s\n", c.missing[k].n, k, shorten(c.missing[k].example))
	}
	return b.String()
}

func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n++; n > 110 {
			return s[:i] + "…"
		}
	}
	return s
}
