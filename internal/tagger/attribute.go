package tagger

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// attribute is what the features of a token are made of, worked out once a token.
type attribute struct {
	word   uint64 // hash of the folded spelling
	prefix uint64 // of its first three letters
	suffix uint64 // of its last three
	ending uint64 // of its last two
	// run is the word that ends the run of nominals in which the token lies, before the one before the run, wide the end
	// of the run that a coordinator joins to it, 0 without one; ahead is how far off the end of the run is.
	run, before, wide uint64
	runClass, ahead   uint8

	// line, pair and tail are the lines of weights of the word, of it and the one before, and of its ending: one look into
	// memory serves all that is asked of them.
	line, pair, tail uint64

	shape uint8 // kind of token, and whether the lexicon or only the tables' names have it
	upos  uint8
	list  uint8 // the kind of name of the tables that covers it, and whether it begins it
	class uint8
	parts uint8 // of what kinds of names of the tables the word is a part
}

// edge stands for what lies outside a sentence, margin is how much of it stands on either side.
var edge = attribute{word: 1, suffix: 1, prefix: 1, ending: 1, shape: 31, upos: 31}

const margin = 2

// letter is the length of most letters and vowel signs of an Indic script in UTF-8.
const letter = 3

// Bits of a shape.
const (
	tableWord   = 1 // only the tables' names have the word
	unknownWord = 2
	acronym     = 16
)

// open makes room for the attributes of a sentence, that of token i at place i-s.First+margin.
func (t *tagger) open(s doc.Range) {
	n := s.Len() + 2*margin
	if cap(t.attr) < n {
		t.attr = make([]attribute, n, 2*n)
	}
	t.attr, t.filled = t.attr[:n], margin
	link(fillEdge(t.attr[:margin]), 0)
	link(fillEdge(t.attr[n-margin:]), 0)
}

func fillEdge(a []attribute) []attribute {
	for i := range a {
		a[i] = edge
	}
	return a
}

// look fills the attributes of the tokens of r, a run of sentence s, and of those around it that have none yet.
func (t *tagger) look(s, r doc.Range) {
	at := s.First - margin // the token of place 0
	from, to := max(t.filled, r.First-margin-at), min(r.Last+margin, s.Last)-at
	for j := from; j < to; j++ {
		x := &t.d.Tokens[at+j]
		t.attribute(x, &t.attr[j])
		if x.Norm == "." && !x.Space && j > from {
			t.point(at+j, j)
		}
	}
	t.lists(at+from, at+to, at)
	t.filled = to
	t.runs(r.First-at, r.Last-at)
	link(t.attr[from:to], t.attr[max(from-1, 0)].word)
}

func (t *tagger) attribute(x *doc.Token, a *attribute) {
	w := x.Norm
	n := len(w)
	*a = attribute{word: hash(w), shape: uint8(x.Kind) << 2, upos: uint8(x.A().UPOS)}
	if x.Kind == doc.Punct {
		return
	}
	if x.Word >= 0 {
		a.parts = uint8(t.k.Entry(x.Word).Starts >> 3)
	}
	a.prefix, a.suffix, a.ending = hash(w[:min(n, 3*letter)]), hash(w[max(0, n-3*letter):]), hash(w[max(0, n-2*letter):])
	switch {
	case x.Word < 0:
		a.shape |= unknownWord
		if t.acronym(w, longestAcronym) {
			a.shape |= acronym
		}
	case len(t.k.Entry(x.Word).Analyses) == 0:
		a.shape |= tableWord
	case t.k.CuesOf(x)&knowledge.CueHonorific != 0:
		a.class = honorific
	case a.upos == uint8(doc.NOUN):
		a.class = nounClass(x.A().Class)
	}
	if a.class == 0 && a.upos == uint8(doc.NOUN) {
		a.class = otherNoun
	}
}

// longestAcronym is how many letters an acronym has at most, longestName how many bytes the name of one.
const longestAcronym, longestName = 10, 6 * letter

// acronym says whether a word is made of the names of letters as initials have them, two or more (यूएनएचसीआर).
func (t *tagger) acronym(w string, most int) bool {
	for n := min(longestName, len(w)); n >= letter; n -= letter {
		if n == letter && !vowel(w) || t.k.Abbreviation(w[:n]) != "initial" {
			continue
		}
		if n == len(w) {
			return most < longestAcronym
		}
		return most > 1 && t.acronym(w[n:], most-1)
	}
	return false
}

// vowel says whether a word begins with an independent vowel of Devanagari: the names of other letters are longer.
func vowel(w string) bool {
	return len(w) >= letter && w[0] == 0xE0 && w[1] == 0xA4 && 0x84 <= w[2] && w[2] <= 0x94
}

// point lets the point of an abbreviation, token i at place j, pass on what stands before it (डॉ. मोहन).
func (t *tagger) point(i, j int) {
	a, p := &t.attr[j], &t.attr[j-1]
	class := abbreviation
	switch t.k.Abbreviation(t.d.Tokens[i-1].Norm) {
	case "":
		return
	case "initial":
		class = initial
	}
	a.class, p.class = class, class
	a.word, a.suffix, a.ending = p.word+1, p.suffix, p.ending
}

// Classes of nouns that tell names apart: what people, bodies and places are called.
const (
	body uint8 = iota + 1
	official
	human
	state
	place
	hour
	event
	classed
	otherNoun
	abbreviation
	initial
	honorific
)

func nounClass(c knowledge.Class) uint8 {
	switch {
	case c&knowledge.ClassBody != 0:
		return body
	case c&(knowledge.ClassOfficial|knowledge.ClassRole) != 0:
		return official
	case c&knowledge.ClassHuman != 0:
		return human
	case c&knowledge.ClassStateNoun != 0:
		return state
	case c&(knowledge.ClassPlace|knowledge.ClassFacility) != 0:
		return place
	case c&knowledge.ClassTime != 0:
		return hour
	case c&knowledge.ClassEvent != 0:
		return event
	case c != 0:
		return classed
	}
	return otherNoun
}

// Kinds of lists beside the types of mentions.
const (
	titlePrefix uint8 = 14
	surname     uint8 = 15
)

// lists marks the tokens that a name of the tables covers, longest first, from token i on; token first has place 0.
func (t *tagger) lists(i, last, first int) {
	for ; i < last; i++ {
		x := &t.d.Tokens[i]
		if x.Word < 0 || t.k.Entry(x.Word).Starts&knowledge.StartsName == 0 {
			continue
		}
		var n int
		t.names, n = t.k.NameAt(func(j int) int32 { return t.d.Tokens[i+j].Word }, last-i, t.names[:0])
		if n == 0 {
			continue
		}
		kind := t.kind(t.names[0]) << 1
		for j := range n {
			t.attr[i+j-first].list = kind | uint8(min(j, 1))
		}
		i += n - 1
	}
}

// kind is the kind of a reading of a name.
func (t *tagger) kind(n knowledge.Name) uint8 {
	switch n.How {
	case knowledge.ByAdjective, knowledge.ByPeople:
		return uint8(doc.Nationals)
	case knowledge.BySurname:
		return surname
	}
	it := &t.k.Items[n.Item]
	if it.Kind == doc.Office && it.Sub == "prefix" {
		return titlePrefix
	}
	return uint8(it.Kind)
}

// runs finds where the runs of nominals in the places from first to last begin and end: a body is called by the last word
// (राष्ट्रीय जांच एजेंसी, सूचना और प्रसारण मंत्रालय).
func (t *tagger) runs(first, last int) {
	for i := last - 1; i >= first; i-- {
		a, n := &t.attr[i], &t.attr[i+1]
		switch {
		case a.upos == uint8(doc.CCONJ) && n.nominal() && t.attr[i-1].nominal():
			a.run, a.runClass, a.ahead, a.wide = n.run, n.runClass, 7, n.wide
			if n.wide == 0 {
				a.wide = n.run
			}
			continue
		case !a.nominal():
			continue
		case n.nominal():
			a.run, a.runClass, a.ahead = n.run, n.runClass, min(n.ahead+1, 7)
		default:
			a.run, a.runClass = a.word, a.class|a.list<<4
		}
		a.wide = n.wide
	}
	for i := first; i < last; i++ {
		a, p := &t.attr[i], &t.attr[i-1]
		a.before = p.word
		if a.nominal() && p.nominal() {
			a.before = p.before
		}
	}
}

// nominal says whether a token is a noun, adjective or name.
func (a *attribute) nominal() bool {
	u := doc.UPOS(a.upos)
	return u == doc.NOUN || u == doc.PROPN || u == doc.ADJ
}
