package names

import "strings"

// A key packs the consonant classes of a name, four bits each, the first in the highest place of those used: K (velars),
// C (sibilants and palatals), T, P, N, R, L. Vowels, h, v, w and y leave no trace, since the scripts agree least on them.
type key = uint64

const maxSounds = 15

func push(k key, class byte) key {
	if k>>(4*(maxSounds-1)) != 0 {
		return k
	}
	return k<<4 | classNumber(class)
}

// classes are the classes in the order of their numbers, which begin with 1.
const classes = "KCTPNRL"

func classNumber(c byte) key { return key(strings.IndexByte(classes, c) + 1) }

// maxKeys bounds the keys of a Latin name, whose spelling leaves several sounds open.
const maxKeys = 16

// partial is a key under way: last is the class that the next consonant doubles, 0 behind a vowel.
type partial struct {
	key  key
	last byte
}

func (p partial) with(sounds string) partial {
	if sounds == "" {
		return partial{p.key, 0}
	}
	for i := range len(sounds) {
		if c := sounds[i]; c != p.last {
			p.key, p.last = push(p.key, c), c
		}
	}
	return p
}

// unitKey is the key of a row of units.
func (s *Script) unitKey(u []Unit) key {
	var p partial
	for _, x := range u {
		if int(x) < len(s.units) && s.units[x] != silent {
			p = p.with(s.sounds[x])
		}
	}
	return p.key
}

// latinKeys are the keys of a word of lower-case letters, appended to buf.
func (s *Script) latinKeys(word string, buf []key) []key {
	open := []partial{{}}
	for i := 0; i < len(word); {
		g := s.grapheme(word[i:])
		i += max(1, len(g.text))
		if len(g.sounds) == 0 {
			continue
		}
		n := len(open)
		for _, sounds := range g.sounds[1:] {
			for j := 0; j < n && len(open) < maxKeys; j++ {
				open = append(open, open[j].with(sounds))
			}
		}
		for j := range n {
			open[j] = open[j].with(g.sounds[0])
		}
	}
	start := len(buf)
next:
	for _, p := range open {
		for _, k := range buf[start:] {
			if k == p.key {
				continue next
			}
		}
		buf = append(buf, p.key)
	}
	return buf
}

func (s *Script) grapheme(text string) graph {
	for _, g := range s.graphs[text[0]-'a'] {
		if len(text) >= len(g.text) && text[:len(g.text)] == g.text {
			return g
		}
	}
	return graph{}
}

// shorter are the keys that lack one class of k, appended to buf; none for a key of one class.
func shorter(k key, buf []key) []key {
	for shift := 0; k>>shift != 0 && k > 0xF; shift += 4 {
		low := k & (1<<shift - 1)
		buf = append(buf, k>>(shift+4)<<shift|low)
	}
	return buf
}

// blanked are the keys in which one class of k is left open, appended to buf. A key of one class has none: everything
// would be like it.
func blanked(k key, buf []key) []key {
	for shift := 0; k>>shift != 0 && k > 0xF; shift += 4 {
		buf = append(buf, k|0xF<<shift)
	}
	return buf
}
