package names

// Costs are in sixteenths of a bit.
const (
	bit        = 16
	impossible = 255
	// What spelling.tsv does not list: a unit that leaves no trace, a letter that stands for nothing.
	lost  = 11 * bit
	stray = 9 * bit
)

// addSpellings fills the cost table. Behind the units come 26 rows for the letters of a Latin name that is looked up.
func (s *Script) addSpellings(spellings []Spelling) {
	for _, c := range alphabet {
		s.grams[string(c)] = uint16(len(s.grams))
		s.insert[c-'a'] = stray
	}
	for _, sp := range spellings {
		if _, ok := s.grams[sp.Latin]; !ok {
			s.grams[sp.Latin] = uint16(len(s.grams))
		}
	}
	s.indexGrams()
	s.spell = make([][]uint8, len(s.units)+len(alphabet))
	for u := range s.spell {
		row := make([]uint8, len(s.grams))
		for i := range row {
			row[i] = impossible
		}
		row[0] = lost
		s.spell[u] = row
	}
	s.latinRows()
	for _, sp := range spellings {
		cost := uint8(min(sp.Cost, impossible-1))
		if sp.Unit == extra {
			s.insert[sp.Latin[0]-'a'] = cost
		} else {
			s.spell[s.unitOf[sp.Unit]][s.grams[sp.Latin]] = cost
		}
	}
}

// latinRows are the costs of one Latin letter for another: nothing for itself, little for one of the same class.
func (s *Script) latinRows() {
	for a := byte(0); a < 26; a++ {
		row := s.spell[len(s.units)+int(a)]
		row[0] = 6 * bit
		for b := byte(0); b < 26; b++ {
			row[s.grams[string('a'+b)]] = s.swap(a, b)
		}
	}
}

func (s *Script) swap(a, b byte) uint8 {
	switch {
	case a == b:
		return 0
	case isVowelLetter('a'+a) && isVowelLetter('a'+b):
		return 2 * bit
	case s.letterClass(a) != "" && s.letterClass(a) == s.letterClass(b):
		return 3 * bit
	}
	return 9 * bit
}

// letterClass is the first consonant class of a single Latin letter, empty for vowels.
func (s *Script) letterClass(c byte) string {
	for _, g := range s.graphs[c] {
		if len(g.text) == 1 && len(g.sounds) > 0 {
			return g.sounds[0]
		}
	}
	return ""
}

// spelled is a Latin word ready for alignment: each letter with the numbers of the grams that end there.
type spelled struct {
	text            string
	one, two, three []uint16 // index by the position behind the gram
}

const noGram = ^uint16(0)

// indexGrams makes the table in which gramAt looks: a, aa to zz, aaa to zzz.
func (s *Script) indexGrams() {
	s.gramNo = make([]uint16, 26+26*26+26*26*26)
	for i := range s.gramNo {
		s.gramNo[i] = noGram
	}
	for g, n := range s.grams {
		if g != "" {
			s.gramNo[gramIndex(g)] = n
		}
	}
}

func gramIndex(g string) int {
	switch len(g) {
	case 1:
		return int(g[0] - 'a')
	case 2:
		return 26 + int(g[0]-'a')*26 + int(g[1]-'a')
	}
	return 26 + 26*26 + (int(g[0]-'a')*26+int(g[1]-'a'))*26 + int(g[2]-'a')
}

// spelledOf prepares a word of lower-case letters.
func (s *Script) spelledOf(text string) spelled {
	var w spelled
	s.prepare(&w, text)
	return w
}

// prepare is spelledOf into memory that is there already.
func (s *Script) prepare(w *spelled, text string) {
	n := len(text) + 1
	if cap(w.one) < 3*n {
		w.one = make([]uint16, 3*n)
	}
	store := w.one[:cap(w.one)]
	*w = spelled{text, store[:n], store[n : 2*n], store[2*n : 3*n]}
	w.one = store[:n:cap(store)]
	for j := 1; j < n; j++ {
		w.one[j] = s.gramNo[gramIndex(text[j-1:j])]
		w.two[j], w.three[j] = noGram, noGram
		if j > 1 {
			w.two[j] = s.gramNo[gramIndex(text[j-2:j])]
		}
		if j > 2 {
			w.three[j] = s.gramNo[gramIndex(text[j-3:j])]
		}
	}
}

const far = int32(1) << 28

// pad is how far a gram reaches back: so many places stand before and behind the columns of a row.
const pad = 3

// align is the cost of the cheapest alignment of units with a Latin word, or far when it exceeds limit. The rows of the
// table are units, its columns letters; only the columns between the first and the last within the limit are filled.
func (s *Script) align(u []Unit, w *spelled, limit int32, scratch *[2][]int32) int32 {
	n := len(w.text)
	for k := range scratch {
		if len(scratch[k]) < n+2*pad+1 {
			scratch[k] = make([]int32, n+2*pad+16)
		}
	}
	prev, row := scratch[0], scratch[1]
	lo, hi := 0, 0
	for prev[pad] = 0; hi < n; hi++ {
		if prev[pad+hi+1] = prev[pad+hi] + int32(s.insert[w.text[hi]-'a']); prev[pad+hi+1] > limit {
			break
		}
	}
	for _, x := range u {
		if lo, hi = s.step(s.spell[x], w, prev, row, lo, hi, limit); lo > hi {
			return far
		}
		prev, row = row, prev
	}
	if hi < n {
		return far
	}
	return prev[pad+n]
}

// step fills the row of one unit from the one before, whose columns lo to hi count; it returns those that count now.
func (s *Script) step(cost []uint8, w *spelled, prev, row []int32, lo, hi int, limit int32) (first, last int) {
	for k := 1; k <= pad; k++ {
		prev[pad+lo-k], prev[pad+hi+k] = far, far
	}
	row[pad+lo-1] = far
	n := len(w.text)
	first, last = n+1, -1
	for j := lo; j <= n; j++ {
		best := far
		if j <= hi {
			best = prev[pad+j] + int32(cost[0])
		}
		if j > 0 {
			best = min(best, row[pad+j-1]+int32(s.insert[w.text[j-1]-'a']))
			if c := cost[w.one[j]]; c != impossible && j <= hi+1 {
				best = min(best, prev[pad+j-1]+int32(c))
			}
			if g := w.two[j]; g != noGram && cost[g] != impossible && j <= hi+2 {
				best = min(best, prev[pad+j-2]+int32(cost[g]))
			}
			if g := w.three[j]; g != noGram && cost[g] != impossible && j <= hi+3 {
				best = min(best, prev[pad+j-3]+int32(cost[g]))
			}
		}
		row[pad+j] = best
		if best <= limit {
			first, last = min(first, j), j
		} else if j > hi+pad {
			break
		}
	}
	return first, last
}
