package eval

import (
	_ "embed"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"varta/record"
)

// caseWords lists the words that two names need not share: case words, articles, numerals.
//
//go:embed casewords.txt
var caseWords string

const (
	nukta       = '\u093c'
	chandrabind = '\u0901'
	anusvara    = '\u0902'
)

// words returns the words of a name without nukta, chandrabindu and case words, so that two spellings compare.
func words(text string) map[string]bool {
	t := strings.Map(func(r rune) rune {
		switch r {
		case nukta:
			return -1
		case chandrabind:
			return anusvara
		}
		return r
	}, norm.NFD.String(text))
	out := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(t), separates) {
		out[w] = true
	}
	for w := range strings.FieldsSeq(caseWords) {
		delete(out, w)
	}
	return out
}

func separates(r rune) bool {
	return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f || strings.ContainsRune(",.()\"'‘’“”-", r)
}

// byName says whether the kind of fact identifies this end by its words, not by its code alone.
func byName(kind string, subject bool) bool {
	switch kind {
	case "holds_office", "located_in", "capital_of":
		return subject
	case "described_as", "party_to", "succeeds":
		return !subject
	}
	return false
}

func sameFact(g, p *Fact) bool {
	return g.Kind == p.Kind && sameEnd(g.Subject, p.Subject, byName(g.Kind, true)) && sameEnd(g.Object, p.Object, byName(g.Kind, false))
}

// sameEnd compares codes where gold has one, and words where it has none or the kind asks for it.
func sameEnd(g, p Party, named bool) bool {
	if g.code() != p.code() && g.code() != record.Unknown {
		return false
	}
	if g.code() != record.Unknown && !named {
		return true
	}
	want, have := words(g.Text), words(p.Text)
	if len(want) == 0 {
		return true
	}
	for w := range want {
		if have[w] {
			return true
		}
	}
	return false
}
