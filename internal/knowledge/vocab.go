package knowledge

import (
	"varta/internal/doc"
)

// vocab numbers every word that the data knows, in folded spelling; entries run beside the numbers.
type vocab struct {
	norm    *Norm
	index   map[string]int32
	entries []Entry
}

// Entry is what is known of one word form.
type Entry struct {
	Text     string
	Analyses []doc.Analysis
	Cues     Cues
	// Starts tells which tries hold a phrase that begins with the word.
	Starts Starts
}

// Starts is a set of tries.
type Starts uint8

// The tries that a word may open.
const (
	StartsName Starts = 1 << iota
	StartsMarker
	StartsCue
)

func newVocab(n *Norm, size int) *vocab {
	return &vocab{norm: n, index: make(map[string]int32, size), entries: make([]Entry, 0, size)}
}

// id is the number of a word, added when it is new.
func (v *vocab) id(word string) int32 {
	word = v.norm.String(word)
	if i, ok := v.index[word]; ok {
		return i
	}
	i := int32(len(v.entries))
	v.index[word] = i
	v.entries = append(v.entries, Entry{Text: word})
	return i
}

// ids are the numbers of the pieces of a phrase, as a text would be cut.
func (v *vocab) ids(phrase string) []int32 {
	var out []int32
	pieces := doc.Scan(phrase, nil)
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if i+2 < len(pieces) && v.compound(phrase, pieces[i:i+3]) {
			p.End = pieces[i+2].End
			i += 2
		}
		out = append(out, v.id(phrase[p.Start:p.End]))
	}
	return out
}

// compound says whether three pieces are a word of the lexicon with a hyphen (आदान-प्रदान), which counts as one.
func (v *vocab) compound(text string, p []doc.Piece) bool {
	if text[p[1].Start:p[1].End] != "-" || p[1].Space || p[2].Space {
		return false
	}
	var buf [256]byte
	b, _ := v.norm.Append(buf[:0], text[p[0].Start:p[2].End])
	i, ok := v.index[string(b)]
	return ok && len(v.entries[i].Analyses) > 0
}

// Compound says whether three pieces of a text are one word of the lexicon with a hyphen.
func (k *Base) Compound(text string, p []doc.Piece) bool { return k.vocab.compound(text, p) }

// addAnalysis adds a reading to a word; readings that differ in gender, number, case or person alone become one with
// those features unset.
func (v *vocab) addAnalysis(word int32, a doc.Analysis) {
	e := &v.entries[word]
	for i := range e.Analyses {
		b := &e.Analyses[i]
		if b.LemmaID == a.LemmaID && b.UPOS == a.UPOS && b.Marker == a.Marker && sameVerb(b.Feats, a.Feats) {
			b.Feats = common(b.Feats, a.Feats)
			b.Class |= a.Class
			return
		}
	}
	e.Analyses = append(e.Analyses, a)
}

func sameVerb(a, b doc.Feats) bool {
	return a.VerbForm == b.VerbForm && a.Aspect == b.Aspect && a.Tense == b.Tense && a.Mood == b.Mood
}

func common(a, b doc.Feats) doc.Feats {
	keep := func(x *uint8, y uint8) {
		if *x != y {
			*x = 0
		}
	}
	keep(&a.Gender, b.Gender)
	keep(&a.Number, b.Number)
	keep(&a.Case, b.Case)
	keep(&a.Person, b.Person)
	keep(&a.Polite, b.Polite)
	return a
}

// trie maps sequences of word numbers to lists of values.
type trie struct {
	next  map[uint64]int32
	value [][]int32
}

func newTrie() *trie { return &trie{next: map[uint64]int32{}, value: [][]int32{nil}} }

func edge(node, word int32) uint64 { return uint64(uint32(node))<<32 | uint64(uint32(word)) }

// step is the node behind a word, 0 when there is none.
func (t *trie) step(node, word int32) int32 { return t.next[edge(node, word)] }

func (t *trie) add(words []int32, value int32) {
	node := int32(0)
	for _, w := range words {
		n, ok := t.next[edge(node, w)]
		if !ok {
			n = int32(len(t.value))
			t.value = append(t.value, nil)
			t.next[edge(node, w)] = n
		}
		node = n
	}
	for _, x := range t.value[node] {
		if x == value {
			return
		}
	}
	t.value[node] = append(t.value[node], value)
}
