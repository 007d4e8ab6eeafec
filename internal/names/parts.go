package names

import (
	"cmp"
	"slices"
	"strings"
)

// What it costs to leave a word of either script without its like, in sixteenths of a bit, and to match an initial.
const (
	alone       = 5 * bit // a word of the name looked for, and so much for each of its units:
	aloneUnit   = 2 * bit
	spare       = 3 * bit // a word of the name in the table, and so much for each of its letters:
	spareLetter = bit
	initialFits = 3 * bit
	outOfOrder  = 2 * bit
	// A word that stands in more names than this finds none of them by itself.
	common = 400
)

// byParts finds names some of whose words the tokens spell.
func (q *search) byParts(near bool) {
	ix := q.ix
	q.hits = q.hits[:0]
	for i := range q.tokens {
		t := &q.tokens[i]
		if near && t.first == 0 && t.last == q.words {
			continue // the whole name has been compared with whole names
		}
		limit := int32(len(t.units))*2*bit + 3*bit
		for _, w := range q.candidates(&ix.parts, t, near) {
			if len(ix.uses[w]) == 0 || len(ix.uses[w]) > common {
				continue
			}
			if c := ix.s.align(t.units, &ix.words[w], limit, &q.scratch); c <= limit {
				for _, u := range ix.uses[w] {
					q.hits = append(q.hits, hit{u, int32(i), c})
				}
			}
		}
	}
	slices.SortFunc(q.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.entry, b.entry), cmp.Compare(a.cost-q.gain(&a), b.cost-q.gain(&b)), cmp.Compare(a.token, b.token), cmp.Compare(a.first, b.first))
	})
	for i := 0; i < len(q.hits); {
		j := i
		for j < len(q.hits) && q.hits[j].entry == q.hits[i].entry {
			j++
		}
		if c := q.assign(q.hits[i:j]); c <= q.limit {
			q.add(q.hits[i].entry, c)
		}
		i = j
	}
}

// gain is what the words of a hit would cost without it.
func (q *search) gain(h *hit) int32 {
	e := &q.ix.entries[h.entry]
	t := &q.tokens[h.token]
	out := t.alone()
	for i := h.first; i < h.last; i++ {
		out += spare + q.ix.letters(e, int(i))*spareLetter
	}
	return out
}

// assign gives each word of either name at most one partner, the most useful hits first, and adds up what that costs.
func (q *search) assign(hits []hit) int32 {
	e := &q.ix.entries[hits[0].entry]
	var words, parts uint32
	var cost int32
	lastToken, lastPart := -1, -1
	for i := range hits {
		h := &hits[i]
		t := &q.tokens[h.token]
		w, p := bits(t.first, t.last), bits(int(h.first), int(h.last))
		if words&w != 0 || parts&p != 0 {
			continue
		}
		words, parts, cost = words|w, parts|p, cost+h.cost
		if lastToken >= 0 && (t.first > lastToken) != (int(h.first) > lastPart) {
			cost += outOfOrder
		}
		lastToken, lastPart = t.first, int(h.first)
	}
	for i := range e.parts {
		if parts&bits(i, i+1) == 0 {
			cost += spare + q.ix.letters(e, i)*spareLetter
		}
	}
	return cost + q.unmatched(e, words)
}

// alone is what a token costs that spells no part: little for a word that many names have (city, island).
func (t *token) alone() int32 {
	if t.common {
		return alone
	}
	return int32(t.last-t.first)*alone + int32(len(t.units))*aloneUnit
}

func bits(first, last int) uint32 { return 1<<last - 1<<first }

// unmatched is what the words cost that no part of the name matches: little where the name has an initial for them.
func (q *search) unmatched(e *entry, words uint32) int32 {
	var cost int32
	starts := e.starts
	for i := range q.words {
		if words&bits(i, i+1) != 0 {
			continue
		}
		t := &q.tokens[i]
		if starts == "" {
			cost += t.alone()
			continue
		}
		if k := strings.IndexAny(starts, q.ix.s.firstLetters(t)); k >= 0 {
			cost += initialFits
			starts = starts[k+1:]
			continue
		}
		cost += t.alone()
	}
	return cost + int32(len(starts))*2*bit
}
