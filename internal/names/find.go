package names

import (
	"cmp"
	"slices"
	"strings"
)

// Match is an item whose name spells the name looked for. Bits is what the spelling costs, what the item costs
// beforehand included; Score is 1 for the most usual spelling and falls to 0 where the two have nothing in common.
type Match struct {
	Item  int
	Bits  float64
	Score float64
}

// token is a word of the name looked for, or two neighbours written as one: words first to last, half-open.
type token struct {
	units       []Unit
	keys        []key
	first, last int
	letter      byte // the Latin letter whose name it is, 0 for none
	common      bool // a word that names translate
}

// hit is a token that spells some parts of a name.
type hit struct {
	use
	token int32
	cost  int32
}

// search is the scratch memory of one look-up.
type search struct {
	ix      *Index
	units   []Unit
	tokens  []token
	whole   token
	words   int
	hits    []hit
	seen    []int32
	best    []ranked
	less    []key
	scratch [2][]int32
	limit   int32
}

// ranked is an entry with its cost, that of the spelling alone and that with the prior.
type ranked struct{ entry, spelling, cost int32 }

// How good the best must be for the search to end before keys that differ in one class are tried: bits a unit. And how
// much dearer than the best a candidate may be.
const (
	goodPerUnit = bit * 9 / 8
	margin      = 8 * bit
)

// Find ranks the items that a name of either script may mean, best first, at most limit of them.
func (ix *Index) Find(name string, limit int) []Match {
	q := ix.pool.Get().(*search)
	defer ix.pool.Put(q)
	if !q.prepare(name) {
		return nil
	}
	q.run(false)
	if len(q.best) == 0 || q.least() > int32(len(q.whole.units))*goodPerUnit {
		q.run(true)
	}
	return q.matches(limit)
}

// prepare reads the name; it reports whether there is anything to look for.
func (q *search) prepare(name string) bool {
	q.tokens, q.units, q.best, q.hits = q.tokens[:0], q.units[:0], q.best[:0], q.hits[:0]
	words := fields(name)
	if len(words) > 8 {
		return false
	}
	for _, w := range words {
		start := len(q.units)
		q.units = q.ix.s.unitsOf(w, q.ix.folder, q.units)
		if len(q.units) > start && len(q.units) < 64 {
			q.tokens = append(q.tokens, token{units: q.units[start:], first: len(q.tokens), last: len(q.tokens) + 1, letter: q.ix.s.initials[w], common: q.ix.s.words[w] != ""})
		}
	}
	q.words = len(q.tokens)
	if q.words == 0 {
		return false
	}
	all := q.units
	at := 0
	for i := range q.words {
		n := len(q.tokens[i].units)
		q.tokens[i].units = all[at : at+n : at+n] // the row may have moved as it grew
		if i > 0 {
			before := len(q.tokens[i-1].units)
			q.tokens = append(q.tokens, token{units: all[at-before : at+n : at+n], first: i - 1, last: i + 1})
		}
		at += n
	}
	q.whole = token{units: all, last: q.words}
	q.whole.keys = q.ix.s.keysOf(all, nil)
	for i := range q.tokens {
		q.tokens[i].keys = q.ix.s.keysOf(q.tokens[i].units, nil)
	}
	q.limit = int32(len(all))*3*bit + 10*bit
	return true
}

// unitsOf are the units of a word in either script.
func (s *Script) unitsOf(w string, f *Folder, buf []Unit) []Unit {
	if latin, ok := s.words[w]; ok {
		w = latin
	}
	if w[0] != 0xE0 { // no Devanagari
		for _, c := range f.Words(w, nil) {
			if c != ' ' {
				buf = append(buf, Unit(len(s.units)+int(c-'a')))
			}
		}
		return buf
	}
	return s.Units(w, buf)
}

// keysOf are the keys of a row of units.
func (s *Script) keysOf(u []Unit, buf []key) []key {
	b := make([]byte, len(u))
	for i, x := range u {
		if int(x) < len(s.units) {
			return append(buf, s.unitKey(u))
		}
		b[i] = byte('a' + int(x) - len(s.units))
	}
	return s.latinKeys(string(b), buf)
}

// run looks for candidates: those whose keys are the same, or also those whose keys differ in one class.
func (q *search) run(near bool) {
	ix := q.ix
	for _, w := range q.candidates(&ix.whole, &q.whole, near) {
		if len(ix.wholes[w]) == 0 {
			continue
		}
		if c := ix.s.align(q.whole.units, &ix.words[w], q.limit, &q.scratch); c < far {
			for _, e := range ix.wholes[w] {
				q.add(e, c)
			}
		}
	}
	q.byParts(near)
}

// candidates are the words under the keys of a token, in order, once each.
func (q *search) candidates(exact *postings, t *token, near bool) []int32 {
	q.seen = q.seen[:0]
	for _, k := range t.keys {
		if !near {
			q.seen = append(q.seen, exact.find(k)...)
			continue
		}
		q.seen = append(q.seen, q.ix.near.find(k)...)
		q.less = blanked(k, q.less[:0])
		for _, less := range q.less {
			q.seen = append(q.seen, q.ix.near.find(less)...)
		}
		q.less = shorter(k, q.less[:0])
		for _, less := range q.less {
			q.seen = append(q.seen, exact.find(less)...)
		}
	}
	slices.Sort(q.seen)
	q.seen = slices.Compact(q.seen)
	return q.seen
}

// add enters a candidate.
func (q *search) add(e, spelling int32) {
	q.best = append(q.best, ranked{e, spelling, spelling + q.ix.entries[e].prior})
	q.limit = min(q.limit, spelling+margin)
}

func (q *search) least() int32 {
	least := far
	for _, r := range q.best {
		least = min(least, r.spelling)
	}
	return least
}

// matches ranks the items found, each by its cheapest name.
func (q *search) matches(limit int) []Match {
	slices.SortFunc(q.best, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.entry, b.entry))
	})
	var out []Match
	for _, r := range q.best {
		item := int(q.ix.entries[r.entry].item)
		if slices.ContainsFunc(out, func(m Match) bool { return m.Item == item }) {
			continue
		}
		if len(out) == limit {
			break
		}
		out = append(out, Match{item, float64(r.cost) / bit, score(r.spelling, len(q.whole.units))})
	}
	return out
}

// score turns the cost of spelling n units into a number between 0 and 1: half at two bits a unit.
func score(cost int32, n int) float64 {
	return max(0, 1-float64(cost)/float64(4*bit*n))
}

// letters is how many letters the parts of a name have.
func (ix *Index) letters(e *entry, i int) int32 { return int32(len(ix.words[e.parts[i]].text)) }

// firstLetters are the letters that a word may begin with in Latin spelling.
func (s *Script) firstLetters(t *token) string {
	if t.letter != 0 {
		return string(t.letter)
	}
	var b strings.Builder
	row := s.spell[t.units[0]]
	for c := byte('a'); c <= 'z'; c++ {
		if row[s.grams[string(c)]] < 5*bit {
			b.WriteByte(c)
		}
	}
	return b.String()
}
