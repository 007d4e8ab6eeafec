package tagger

import "math/bits"

// most is how many features a token has at most, nominals how many of them nominals alone have.
const most, nominals = 27, 5

// hashes are the features of a token.
type hashes [most]uint64

// features fills in the features of token i of the sentence, as hashes, and returns their number. Each has a number of
// its own, the template; changing one asks for a new training.
func (t *tagger) features(i int, out *hashes) int {
	a := t.attr[i : i+2*margin+1 : i+2*margin+1]
	p2, p, x, n, n2 := &a[0], &a[1], &a[2], &a[3], &a[4]
	lp, lx, ln := uint64(p.list), uint64(x.list), uint64(n.list)
	sp, sx, sn := p.sort(), x.sort(), n.sort()
	*out = hashes{
		x.line, p.line | 1, n.line | 2, p2.line | 3, n2.line | 4,
		x.pair, n.pair | 1,
		mix(8, lp<<32|lx<<16|ln),
		mix(9, lx<<32|sx),
		mix(10, sp<<32|sx), mix(11, sx<<32|sn),
		x.tail, x.tail | slot(uint64(x.parts)), mix(13, x.prefix), mix(14, x.ending^sx),
		mix(19, n.word^bits.RotateLeft64(lx<<24|sx, 40)), mix(20, p.word^bits.RotateLeft64(lx<<24|sx, 40)),
		mix(21, uint64(p2.list)<<48|lp<<32|lx), mix(22, lx<<48|ln<<32|uint64(n2.list)),
		mix(24, sp<<48^sx<<24^sn),
		mix(31, uint64(p.parts)<<32|uint64(x.parts)<<16|uint64(n.parts)),
		mix(32, uint64(x.parts)<<16|lx<<32|sx<<40),
	}
	if !x.nominal() {
		return most - nominals
	}
	end := lineOf(26, x.run)
	out[most-5] = end
	out[most-4] = end | slot(uint64(x.ahead)<<8|uint64(x.upos))
	out[most-3] = mix(28, x.before^uint64(x.runClass)<<56^uint64(x.ahead)<<48)
	out[most-2] = mix(29, p2.word^bits.RotateLeft64(p.word, 20)^sx)
	out[most-1] = mix(30, x.wide)
	return most
}

// link works out the lines of words, of pairs of them and of their endings, for a row of attributes whose first follows a
// word with the hash last.
func link(all []attribute, last uint64) {
	for i := range all {
		a := &all[i]
		a.line = lineOf(1, a.word)
		a.pair = lineOf(6, a.word^bits.RotateLeft64(last, 17))
		a.tail = lineOf(12, a.suffix)
		last = a.word
	}
}

// sort is what sort of word a token is.
func (a *attribute) sort() uint64 {
	return uint64(a.shape)<<16 | uint64(a.upos)<<8 | uint64(a.class)
}

// Odd numbers that spread bits.
const (
	spread1 = 0x9E3779B97F4A7C15
	spread2 = 0xD6E8FEB86659FD93
)

// mix makes the hash of a feature from the number of its template and its value. Its high bits are the best.
func mix(template uint64, v uint64) uint64 {
	v = (v ^ template*spread2) * spread1
	return (v ^ v>>29) * spread2
}

// lineOf is the first row of the line of weights of a feature, slot one of its rows for what is told along with it.
func lineOf(template, v uint64) uint64 { return mix(template, v) &^ (slots - 1) }

func slot(v uint64) uint64 { return v * spread1 >> (64 - slotBits) }

// hash is the hash of a word, the same on every machine: eight bytes a step.
func hash(s string) uint64 {
	h := uint64(len(s)) * spread2
	for len(s) >= 8 {
		h = bits.RotateLeft64((h^eight(s))*spread1, 27)
		s = s[8:]
	}
	last := uint64(0)
	for i := range len(s) {
		last = last<<8 | uint64(s[i])
	}
	h = (h ^ last) * spread1
	return h ^ h>>32
}

// eight reads eight bytes; the compiler makes one load of it.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
