package names

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Letter is a row of translit.tsv: letters or groups of them that are read alike.
type Letter struct {
	Forms []string
	Kind  string // consonant, vowel, sign, nasal, virama, mark; latin for graphemes of Latin names; letter for names of Latin letters; word for words that are translated
	Unit  string // rows with one unit are spelled alike
	Latin string // the usual romanisation
	Sound []string
}

// Spelling is a row of spelling.tsv: Latin names write the unit so, at a cost in sixteenths of a bit. The unit "+" is
// for letters that stand for nothing.
type Spelling struct {
	Unit, Latin string
	Cost        int
}

// Script is what the two tables say. It is read-only after New.
type Script struct {
	units    []string
	unitOf   map[string]Unit
	latin    []string          // usual romanisation of a unit
	sounds   []string          // class letters of a unit
	letters  [256][]form       // by the low byte of the first rune, longest first
	initials map[string]byte   // names of Latin letters
	words    map[string]string // words that names translate: city, east
	graphs   [26][]graph
	grams    map[string]uint16
	gramNo   []uint16  // grams by gramIndex
	spell    [][]uint8 // cost of a unit by gram; row of units, then of Latin letters
	insert   [26]uint8
}

// Unit is a sound unit of Devanagari: a consonant, a vowel, an inherent vowel.
type Unit uint8

type kind uint8

const (
	consonant kind = iota
	vowel
	sign
	nasal
	virama
	mark
)

type form struct {
	text string
	kind kind
	unit Unit
}

type graph struct {
	text   string
	sounds []string
}

// The inherent vowel, spoken and silent; a row of spelling.tsv may give either.
const (
	schwa  = "a"
	silent = "-"
	extra  = "+"
)

func kindOf(s string) (kind, bool) {
	for k, name := range []string{"consonant", "vowel", "sign", "nasal", "virama", "mark"} {
		if s == name {
			return kind(k), true
		}
	}
	return 0, false
}

// Tables collects the rows of the two tables. Letters come before spellings.
type Tables struct {
	s         *Script
	spellings []Spelling
}

// NewTables begins a Script.
func NewTables() *Tables {
	s := &Script{unitOf: map[string]Unit{}, initials: map[string]byte{}, words: map[string]string{}, grams: map[string]uint16{"": 0}}
	s.unit(schwa)
	s.unit(silent)
	return &Tables{s: s}
}

// Letter enters a row of translit.tsv.
func (t *Tables) Letter(l Letter) error { return t.s.addLetter(l) }

// Spelling enters a row of spelling.tsv.
func (t *Tables) Spelling(sp Spelling) error {
	if _, ok := t.s.unitOf[sp.Unit]; !ok && sp.Unit != extra {
		return fmt.Errorf("translit.tsv has no unit %q", sp.Unit)
	}
	if len(sp.Latin) > 3 || strings.Trim(sp.Latin, alphabet) != "" || sp.Unit == extra && len(sp.Latin) != 1 {
		return fmt.Errorf("%q: up to three lower-case Latin letters, one for a letter that stands for nothing", sp.Latin)
	}
	t.spellings = append(t.spellings, sp)
	return nil
}

const alphabet = "abcdefghijklmnopqrstuvwxyz"

// Script ends the collection.
func (t *Tables) Script() *Script {
	for i := range t.s.letters {
		slices.SortStableFunc(t.s.letters[i], func(a, b form) int { return len(b.text) - len(a.text) })
	}
	for i := range t.s.graphs {
		slices.SortStableFunc(t.s.graphs[i], func(a, b graph) int { return len(b.text) - len(a.text) })
	}
	t.s.addSpellings(t.spellings)
	return t.s
}

func (s *Script) unit(name string) Unit {
	u, ok := s.unitOf[name]
	if !ok {
		u = Unit(len(s.units))
		s.unitOf[name] = u
		s.units = append(s.units, name)
		s.latin = append(s.latin, "")
		s.sounds = append(s.sounds, "")
	}
	return u
}

func (s *Script) addLetter(l Letter) error {
	if strings.Trim(l.Latin, alphabet) != "" || l.Latin == "" && (l.Kind == "word" || l.Kind == "letter") {
		return fmt.Errorf("%q: lower-case Latin letters", l.Latin)
	}
	for _, x := range l.Sound {
		if strings.Trim(x, classes) != "" {
			return fmt.Errorf("%q: classes of consonants are %s", x, classes)
		}
	}
	switch l.Kind {
	case "latin":
		for _, f := range l.Forms {
			if f == "" || strings.Trim(f, alphabet) != "" {
				return fmt.Errorf("%q: lower-case Latin letters", f)
			}
			s.graphs[f[0]-'a'] = append(s.graphs[f[0]-'a'], graph{f, l.Sound})
		}
		return nil
	case "word":
		for _, f := range l.Forms {
			s.words[f] = l.Latin
		}
		return nil
	case "letter":
		for _, f := range l.Forms {
			s.initials[f] = l.Latin[0]
		}
		return nil
	}
	k, ok := kindOf(l.Kind)
	if !ok {
		return fmt.Errorf("%q is no kind of letter", l.Kind)
	}
	var u Unit
	if l.Unit != "" {
		u = s.unit(l.Unit)
		s.latin[u] = l.Latin
		if len(l.Sound) > 0 {
			s.sounds[u] = l.Sound[0]
		}
	}
	for _, f := range l.Forms {
		r, _ := utf8.DecodeRuneInString(f)
		s.letters[byte(r)] = append(s.letters[byte(r)], form{f, k, u})
	}
	return nil
}

// next is the longest form that text begins with.
func (s *Script) next(text string) (form, bool) {
	r, _ := utf8.DecodeRuneInString(text)
	for _, f := range s.letters[byte(r)] {
		if strings.HasPrefix(text, f.text) {
			return f, true
		}
	}
	return form{}, false
}

// Units are the units of one Devanagari word, appended to buf. Letters that no row has are passed over.
func (s *Script) Units(word string, buf []Unit) []Unit {
	start := len(buf)
	bare := false // the last unit is a consonant without a vowel of its own so far
	var last Unit
	for i := 0; i < len(word); {
		f, ok := s.next(word[i:])
		if !ok {
			_, n := utf8.DecodeRuneInString(word[i:])
			i += n
			continue
		}
		i += len(f.text)
		if bare && f.kind != sign && f.kind != virama && f.kind != mark {
			buf = append(buf, s.unitOf[schwa])
		}
		switch f.kind {
		case virama:
			bare = false
			continue
		case mark:
			continue
		case consonant:
			if !bare && len(buf) > start && f.unit == last {
				bare = true // a double consonant is spelled once
				continue
			}
			bare = true
		default:
			bare = false
		}
		last = f.unit
		buf = append(buf, f.unit)
	}
	if bare {
		buf = append(buf, s.unitOf[silent])
	}
	s.deleteSchwas(buf[start:])
	return buf
}

// deleteSchwas silences the inherent vowel between a consonant with a vowel before it and one with a vowel behind it
// (Ohala's rule), from the right.
func (s *Script) deleteSchwas(u []Unit) {
	a, x := s.unitOf[schwa], s.unitOf[silent]
	for i := len(u) - 3; i >= 2; i-- {
		if u[i] == a && s.isVowel(u[i-2]) && s.isConsonant(u[i-1]) && s.isConsonant(u[i+1]) && s.isVowel(u[i+2]) {
			u[i] = x
		}
	}
}

func (s *Script) isVowel(u Unit) bool {
	return s.latin[u] == "" && s.units[u] == schwa || s.latin[u] != "" && strings.IndexByte("aeiou", s.latin[u][0]) >= 0
}

func (s *Script) isConsonant(u Unit) bool { return s.latin[u] != "" && !s.isVowel(u) }

// UnitName is the name of a unit in the tables.
func (s *Script) UnitName(u Unit) string { return s.units[u] }
