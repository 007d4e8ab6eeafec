package archive

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"varta/record"
)

// evidence puts a passage of the report in the place of the first evidence: its words, where they stand nearest to what
// it was, or its span.
func evidence(text, field, value string, now []record.Evidence) (out []record.Evidence, err error) {
	out = slices.Clone(now)
	if field == Span {
		out[0], err = spanned(text, value)
	} else {
		out[0], err = passage(text, value, now[0].Start)
	}
	return out, err
}

// spanned is the passage from one byte of the text to another, without blanks at its ends.
func spanned(text, span string) (record.Evidence, error) {
	var start, end int
	if _, err := fmt.Sscanf(span, "%d-%d", &start, &end); err != nil || start < 0 || end > len(text) || start >= end {
		return record.Evidence{}, wrong("%q is no span of the report: want START-END, bytes of its text", span)
	}
	if !whole(text, start) || !whole(text, end) {
		return record.Evidence{}, wrong("the span %s cuts a letter", span)
	}
	start += len(text[start:end]) - len(strings.TrimLeftFunc(text[start:end], unicode.IsSpace))
	words := strings.TrimSpace(text[start:end])
	if words == "" {
		return record.Evidence{}, wrong("the span %s has no words", span)
	}
	return record.Evidence{Start: start, End: start + len(words), Quote: words}, nil
}

// passage is where words stand in a text, nearest to a place.
func passage(text, words string, near int) (record.Evidence, error) {
	found, words, err := passages(text, words)
	if err != nil {
		return record.Evidence{}, err
	}
	best := slices.MinFunc(found, func(a, b int) int { return abs(a-near) - abs(b-near) })
	return record.Evidence{Start: best, End: best + len(words), Quote: words}, nil
}

// passages are all places in a text at which words stand, letters whole.
func passages(text, words string) (found []int, trimmed string, err error) {
	words = strings.TrimSpace(words)
	if words == "" {
		return nil, words, wrong("no words: a record needs its evidence")
	}
	for at := 0; ; at += len(words) {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		if at += i; whole(text, at) && whole(text, at+len(words)) {
			found = append(found, at)
		}
	}
	if len(found) == 0 {
		return nil, words, wrong("the report does not have these words in a row: %q", words)
	}
	return found, words, nil
}

// joiners are signs without a width: the first keeps letters apart, the other holds them together.
const joiners = "\u200c\u200d"

// virama is the combining class of the signs that join consonants to one letter.
const virama = 9

// whole says whether no letter, with its vowel signs and joined consonants, reaches over a place in a text.
func whole(text string, at int) bool {
	if at == 0 || at == len(text) {
		return true
	}
	if !utf8.RuneStart(text[at]) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at:])
	if unicode.Is(unicode.M, next) || strings.ContainsRune(joiners, next) {
		return false
	}
	last, n := utf8.DecodeLastRuneInString(strings.TrimRight(text[:at], "\u200d"))
	return n == 0 || !unicode.IsLetter(next) || norm.NFC.PropertiesString(string(last)).CCC() != virama
}

func abs(n int) int { return max(n, -n) }
