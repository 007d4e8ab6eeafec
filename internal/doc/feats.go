package doc

import "strings"

// UPOS is a universal part of speech.
type UPOS uint8

// The universal parts of speech.
const (
	X UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var uposNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

// String is the name that Universal Dependencies uses.
func (u UPOS) String() string { return uposNames[u] }

// ParseUPOS reads a name of Universal Dependencies.
func ParseUPOS(s string) (UPOS, bool) {
	for i, n := range uposNames {
		if n == s {
			return UPOS(i), true
		}
	}
	return X, false
}

// Feats are the features of a word form; zero values are unset. Values are numbers of featValues.
type Feats struct {
	Gender, Number, Case, Person, VerbForm, Aspect, Tense, Mood, Polite uint8
}

// Values of the features, as Universal Dependencies names them; 0 is unset.
const (
	Masc, Fem               = 1, 2
	Sing, Plur              = 1, 2
	Nom, Acc, Voc           = 1, 2, 3
	Fin, Inf, Part, Conv    = 1, 2, 3, 4
	Imperf, Perf            = 1, 2
	Past, Pres, Fut         = 1, 2, 3
	Ind, Imp, Subj, Cnd     = 1, 2, 3, 4
	FirstP, SecondP, ThirdP = 1, 2, 3
)

var featKeys = [...]string{"Gender", "Number", "Case", "Person", "VerbForm", "Aspect", "Tense", "Mood", "Polite"}

var featValues = [...][]string{
	{"", "Masc", "Fem"}, {"", "Sing", "Plur"}, {"", "Nom", "Acc", "Voc"}, {"", "1", "2", "3"}, {"", "Fin", "Inf", "Part", "Conv"},
	{"", "Imp", "Perf"}, {"", "Past", "Pres", "Fut"}, {"", "Ind", "Imp", "Sub", "Cnd"}, {"", "Form"},
}

func (f *Feats) fields() [9]*uint8 {
	return [9]*uint8{&f.Gender, &f.Number, &f.Case, &f.Person, &f.VerbForm, &f.Aspect, &f.Tense, &f.Mood, &f.Polite}
}

// Set assigns a feature by its names in Universal Dependencies; it reports whether both are known.
func (f *Feats) Set(key, value string) bool {
	for i, k := range featKeys {
		if k != key {
			continue
		}
		for j, v := range featValues[i] {
			if v == value && v != "" {
				*f.fields()[i] = uint8(j)
				return true
			}
		}
	}
	return false
}

// String is the form of Universal Dependencies: Case=Nom|Number=Sing.
func (f Feats) String() string {
	var b strings.Builder
	for i, p := range f.fields() {
		if *p == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(featKeys[i] + "=" + featValues[i][*p])
	}
	return b.String()
}
