package knowledge

import (
	"varta/internal/doc"
)

// vocab numbers every word that the data knows, in folded spelling; entries run beside the numbers.
type vocab struct {
	norm    *Norm
	index   words
	entries []Entry

	// Scratch space of id and ids, and a stock of readings for words that have but one.
	buf    []byte
	pieces []doc.Piece
	words  []int32
	stock  []doc.Analysis
}

// Entry is what is known of one word form.
type Entry struct {
	Text     string
	Analyses []doc.Analysis
	Cues     Cues
	// Starts tells which tries hold a phrase that begins with the word.
	Starts Starts
	// Place says whether the name of a state or place begins with the word.
	Place bool
}

// Starts is a set of tries.
type Starts uint8

// The tries that a word may open.
const (
	StartsName Starts = 1 << iota
	StartsMarker
	StartsCue
	// The kinds of names of which the word is a part.
	PartOfPerson
	PartOfPlace
	PartOfBody
)

func newVocab(n *Norm, size int) *vocab {
	return &vocab{norm: n, index: newWords(size), entries: make([]Entry, 0, size)}
}

// id is the number of a word, added when it is new.
func (v *vocab) id(word string) int32 {
	h := v.index.hash(word)
	if i, ok := findWord(&v.index, h, word, v.entries); ok {
		return i
	}
	b, changed := v.norm.Append(v.buf[:0], word)
	v.buf = b
	if !changed {
		return v.add(h, word)
	}
	return v.idOf(b)
}

// idOf is the number of a word in folded spelling.
func (v *vocab) idOf(norm []byte) int32 {
	h := v.index.hashBytes(norm)
	if i, ok := findWord(&v.index, h, norm, v.entries); ok {
		return i
	}
	return v.add(h, string(norm))
}

func (v *vocab) add(hash uint32, norm string) int32 {
	i := int32(len(v.entries))
	v.index.add(hash, i)
	v.entries = append(v.entries, Entry{Text: norm})
	return i
}

// find is the number of a word in folded spelling.
func (v *vocab) find(norm string) (int32, bool) {
	return findWord(&v.index, v.index.hash(norm), norm, v.entries)
}

func (v *vocab) findBytes(norm []byte) (int32, bool) {
	return findWord(&v.index, v.index.hashBytes(norm), norm, v.entries)
}

// formID is the number of a stem with a suffix.
func (v *vocab) formID(stem, suffix string) int32 {
	var raw [128]byte
	form := append(append(raw[:0], stem...), suffix...)
	if i, ok := v.findBytes(form); ok {
		return i
	}
	v.buf, _ = v.norm.Append(v.buf[:0], string(form))
	return v.idOf(v.buf)
}

// ids are the numbers of the pieces of a phrase, as a text would be cut; they are valid until the next call.
func (v *vocab) ids(phrase string) []int32 {
	v.words = v.words[:0]
	v.pieces = doc.Scan(phrase, v.pieces[:0])
	pieces := v.pieces
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if i+2 < len(pieces) && v.compound(phrase, pieces[i:i+3]) {
			p.End = pieces[i+2].End
			i += 2
		}
		v.words = append(v.words, v.id(phrase[p.Start:p.End]))
	}
	return v.words
}

// finish lets go of what only loading needs.
func (v *vocab) finish() { v.buf, v.pieces, v.words, v.stock = nil, nil, nil, nil }

// compound says whether three pieces are a word of the lexicon with a hyphen (आदान-प्रदान), which counts as one.
func (v *vocab) compound(text string, p []doc.Piece) bool {
	if text[p[1].Start:p[1].End] != "-" || p[1].Space || p[2].Space {
		return false
	}
	var buf [256]byte
	b, _ := v.norm.Append(buf[:0], text[p[0].Start:p[2].End])
	i, ok := v.findBytes(b)
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
	if len(e.Analyses) == 0 {
		e.Analyses = v.single()
	}
	e.Analyses = append(e.Analyses, a)
}

// single is room for one reading.
func (v *vocab) single() []doc.Analysis {
	if len(v.stock) == 0 {
		v.stock = make([]doc.Analysis, 4096)
	}
	a := v.stock[:0:1]
	v.stock = v.stock[1:]
	return a
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
