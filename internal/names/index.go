package names

import (
	"strings"
	"sync"
)

// Index finds the entries of a table whose Latin names spell a name. It is safe for concurrent use once built.
type Index struct {
	s       *Script
	folder  *Folder
	words   []spelled // distinct words of all names, and names written as one word
	wordNo  map[string]int32
	entries []entry
	whole   postings  // keys of names written as one word
	parts   postings  // keys of words, and of two neighbours written as one
	near    postings  // the same with one class left out
	uses    [][]use   // by word: the names in which it stands
	wholes  [][]int32 // by word: the names that it is
	pool    sync.Pool
}

// entry is a Latin name of an item.
type entry struct {
	item   int32
	prior  int32 // what it costs that somebody means this item at all
	parts  []int32
	starts string // initials that stand beside a family name (Sharma, RG)
}

// use says where a word stands in a name: parts first to last, half-open.
type use struct {
	entry       int32
	first, last uint8
}

// Builder collects names for an Index.
type Builder struct {
	ix    *Index
	whole []posting
	part  []posting
	near  []posting
}

// NewBuilder begins an index.
func NewBuilder(s *Script) *Builder {
	return &Builder{ix: &Index{s: s, folder: NewFolder(), wordNo: map[string]int32{}}}
}

// Add enters a Latin name of an item; prior is what the item costs beforehand, in bits: more for what is seldom meant.
func (b *Builder) Add(item int, latin string, prior float64) {
	ix := b.ix
	rest, starts := initials(latin)
	words := strings.Fields(string(ix.folder.Words(rest, nil)))
	if len(words) == 0 || len(words) > 12 {
		return
	}
	n := int32(len(ix.entries))
	e := entry{item: int32(item), prior: int32(prior * bit), starts: starts}
	for i, w := range words {
		e.parts = append(e.parts, b.use(w, use{n, uint8(i), uint8(i + 1)}))
		if i > 0 {
			b.use(words[i-1]+w, use{n, uint8(i - 1), uint8(i + 1)})
		}
	}
	ix.entries = append(ix.entries, e)
	if starts == "" {
		w := b.word(strings.Join(words, ""))
		ix.wholes[w] = append(ix.wholes[w], n)
		b.post(&b.whole, w)
	}
}

// use enters a word of a name.
func (b *Builder) use(text string, u use) int32 {
	w := b.word(text)
	if len(b.ix.uses[w]) == 0 {
		b.post(&b.part, w)
	}
	b.ix.uses[w] = append(b.ix.uses[w], u)
	return w
}

// word is the number of a word.
func (b *Builder) word(text string) int32 {
	w, ok := b.ix.wordNo[text]
	if !ok {
		w = int32(len(b.ix.words))
		b.ix.wordNo[text] = w
		b.ix.words = append(b.ix.words, b.ix.s.spelledOf(text))
		b.ix.uses = append(b.ix.uses, nil)
		b.ix.wholes = append(b.ix.wholes, nil)
		var less []key
		for _, k := range b.ix.s.latinKeys(text, nil) {
			less = blanked(k, shorter(k, less))
		}
		for _, k := range less {
			b.near = append(b.near, posting{k, w})
		}
	}
	return w
}

func (b *Builder) post(to *[]posting, w int32) {
	for _, k := range b.ix.s.latinKeys(b.ix.words[w].text, nil) {
		*to = append(*to, posting{k, w})
	}
}

// Build ends the collection.
func (b *Builder) Build() *Index {
	ix := b.ix
	ix.whole, ix.parts, ix.near = collect(b.whole), collect(b.part), collect(b.near)
	ix.wordNo = nil
	ix.pool.New = func() any { return &search{ix: ix} }
	return ix
}

// initials parts the initials of given names from a name: Sharma, RG and RG Sharma.
func initials(latin string) (rest, starts string) {
	words := fields(latin)
	var keep []string
	for _, w := range words {
		if len(w) <= 4 && w == strings.ToUpper(w) && w != strings.ToLower(w) && isASCII(w) && len(words) > 1 {
			starts += strings.ToLower(w)
		} else {
			keep = append(keep, w)
		}
	}
	if len(keep) == 0 {
		return latin, ""
	}
	return strings.Join(keep, " "), starts
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
