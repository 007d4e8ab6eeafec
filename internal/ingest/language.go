package ingest

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language is a row of languages.tsv.
type Language struct {
	Code, Name string
	script     string
	byDefault  bool
	endings    []string
}

// Languages tells the language of a text: first its script, then, of the languages written in it, the one whose
// function words it has.
type Languages struct {
	all     []Language
	words   map[string][]int // function word → languages
	scripts []string
	runes   *[plane]runeKind
}

// plane is the number of runes that are looked at: those of the Basic Multilingual Plane.
const plane = 1 << 16

// runeKind says whether a rune belongs to words, and the number of its script after the first, 0 for none of the table.
type runeKind struct {
	word   bool
	script uint8
}

const languagesFile = "languages.tsv"

// LoadLanguages reads languages.tsv.
func LoadLanguages(fsys fs.FS) (*Languages, error) {
	f, err := fsys.Open(languagesFile)
	if err != nil {
		return nil, fmt.Errorf("%s:0:0: unreadable: %w", languagesFile, err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, 7
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s:0:0: ragged-row: %w", languagesFile, err)
	}
	l := &Languages{words: map[string][]int{}, scripts: []string{""}, runes: &[plane]runeKind{}}
	for _, t := range []*unicode.RangeTable{unicode.L, unicode.M} {
		l.mark(t, func(k *runeKind) { k.word = true })
	}
	for i, row := range rows[min(1, len(rows)):] {
		if err := l.add(row); err != nil {
			return nil, fmt.Errorf("%s:%d:1: %w", languagesFile, i+2, err)
		}
	}
	return l, nil
}

func (l *Languages) add(row []string) error {
	table := unicode.Scripts[row[2]]
	if table == nil {
		return fmt.Errorf("unknown-script: %s", row[2])
	}
	n := len(l.all)
	l.all = append(l.all, Language{Code: row[0], Name: row[1], script: row[2], byDefault: row[3] == "yes", endings: cells(row[5])})
	for _, w := range cells(row[4]) {
		l.words[w] = append(l.words[w], n)
	}
	if slices.Contains(l.scripts, row[2]) {
		return nil
	}
	number := uint8(len(l.scripts))
	l.scripts = append(l.scripts, row[2])
	l.mark(table, func(k *runeKind) { k.script = number })
	return nil
}

// mark sets the kind of the runes of a table.
func (l *Languages) mark(t *unicode.RangeTable, set func(*runeKind)) {
	for _, r := range t.R16 {
		for c := int(r.Lo); c <= int(r.Hi); c += int(r.Stride) {
			set(&l.runes[c])
		}
	}
}

func (l *Languages) kind(r rune) runeKind {
	if r >= plane {
		return runeKind{}
	}
	return l.runes[r]
}

func cells(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '|' })
}

// sample is how much of a text is looked at: its language does not change after that.
const sample = 1 << 10

// unknownLanguage is named where no script of the table has a letter.
var unknownLanguage = Language{Code: "und", Name: "no known language"}

// Detect names the language of a text.
func (l *Languages) Detect(text string) Language {
	text = text[:min(len(text), sample)] // a rune that is cut here is no letter
	script := l.script(text)
	if script == "" {
		return unknownLanguage
	}
	return l.best(text, script)
}

// script is the one that most letters and vowel signs of a text belong to.
func (l *Languages) script(text string) string {
	count := make([]int, len(l.scripts))
	for _, r := range text {
		if k := l.kind(r); k.word {
			count[k.script]++
		}
	}
	best := 0
	for i := 1; i < len(count); i++ {
		if count[i] > 0 && (best == 0 || count[i] > count[best]) {
			best = i
		}
	}
	return l.scripts[best]
}

// minEvidence is the score below which a text, a headline for example, is taken to be in the script's usual language.
const minEvidence = 2

// best scores the languages of a script. A function word counts less the more of them share it; an ending counts half.
func (l *Languages) best(text, script string) Language {
	score := make([]float64, len(l.all))
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !l.kind(r).word }) {
		if w[0] < utf8.RuneSelf {
			w = strings.ToLower(w)
		}
		owners := l.words[w]
		for _, i := range owners {
			score[i] += 1 / float64(len(owners))
		}
		if len(owners) == 0 {
			l.scoreEnding(w, script, score)
		}
	}
	usual, best := -1, -1
	for i := range l.all {
		if l.all[i].script != script {
			continue
		}
		if l.all[i].byDefault {
			usual = i
		}
		if best < 0 || score[i] > score[best] {
			best = i
		}
	}
	if usual >= 0 && (score[best] < minEvidence || score[best] == score[usual]) {
		best = usual
	}
	return l.all[best]
}

func (l *Languages) scoreEnding(w, script string, score []float64) {
	for i := range l.all {
		if l.all[i].script != script {
			continue
		}
		for _, e := range l.all[i].endings {
			if len(w) > len(e)+6 && strings.HasSuffix(w, e) {
				score[i] += 0.5
				break
			}
		}
	}
}

// Named is the language with a code, or one of that code alone when the table lacks it.
func (l *Languages) Named(code string) Language {
	for _, x := range l.all {
		if x.Code == code {
			return x
		}
	}
	return Language{Code: code, Name: code}
}

const lexicon = "lexicon.tsv"

// Tables lists the languages that can be read: the folders with a lexicon, sorted.
func Tables(fsys fs.FS) []string {
	found, err := fs.Glob(fsys, "*/"+lexicon)
	if err != nil {
		return nil
	}
	for i, f := range found {
		found[i] = path.Dir(f)
	}
	return found
}
