package knowledge

import "hash/maphash"

// words finds the numbers of words by their spelling. The table is open and at most three quarters full; a place has the
// hash beside the number, so that hardly any other word is looked at: a text asks it at every word.
type words struct {
	seed   maphash.Seed
	places []wordPlace
	used   int
}

// wordPlace is a word's hash and its number plus one, 0 for none.
type wordPlace struct{ hash, next uint32 }

func newWords(n int) words {
	size := 16
	for 3*size < 4*n {
		size *= 2
	}
	return words{seed: maphash.MakeSeed(), places: make([]wordPlace, size)}
}

func (w *words) hash(word string) uint32 { return uint32(maphash.String(w.seed, word)) }

func (w *words) hashBytes(word []byte) uint32 { return uint32(maphash.Bytes(w.seed, word)) }

// findWord is the number of a word among entries.
func findWord[T string | []byte](w *words, hash uint32, word T, entries []Entry) (int32, bool) {
	mask := uint32(len(w.places) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		p := w.places[i]
		if p.next == 0 {
			return 0, false
		}
		if p.hash == hash && entries[p.next-1].Text == string(word) {
			return int32(p.next - 1), true
		}
	}
}

// add enters a word that is not there.
func (w *words) add(hash uint32, id int32) {
	if w.used++; 4*w.used > 3*len(w.places) {
		old := w.places
		w.places = make([]wordPlace, 2*len(old))
		for _, p := range old {
			if p.next != 0 {
				w.put(p)
			}
		}
	}
	w.put(wordPlace{hash, uint32(id) + 1})
}

func (w *words) put(p wordPlace) {
	mask := uint32(len(w.places) - 1)
	i := p.hash & mask
	for w.places[i].next != 0 {
		i = (i + 1) & mask
	}
	w.places[i] = p
}
