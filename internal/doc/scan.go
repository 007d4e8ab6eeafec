package doc

import (
	"unicode"
	"unicode/utf8"
)

// Piece is a token before analysis: a span with the kind of its characters.
type Piece struct {
	Span
	Kind  TokenKind
	Space bool
}

// Scan splits text into words, numbers and marks by character class alone; it knows no language. A number keeps
// inner separators (6,445.5 and 10:30); every mark stands alone, save that a run of one quote or full-stop
// character is one piece. Scan appends to pieces and never fails: invalid bytes are marks.
func Scan(text string, pieces []Piece) []Piece {
	space := true
	for i := 0; i < len(text); {
		c, n := classAt(text, i)
		start := i
		i += n
		switch c {
		case classSpace:
			space = true
			continue
		case classLetter, classLatin:
			for i < len(text) {
				d, n := classAt(text, i)
				if d != c && d != classJoiner {
					break
				}
				i += n
			}
		case classDigit:
			i = scanNumber(text, i)
		default:
			for i < len(text) && i-start < 16*n && repeats(text[start]) && text[i:min(i+n, len(text))] == text[start:start+n] {
				i += n
			}
		}
		pieces = append(pieces, Piece{Span{start, i}, kindOf[c], space})
		space = false
	}
	return pieces
}

// repeats says of a first byte whether a run of its character is one mark: quotes and full stops, ASCII or U+2018 on.
func repeats(b byte) bool { return b == '\'' || b == '.' || b == '`' || b == 0xE2 }

func scanNumber(text string, i int) int {
	for i < len(text) {
		c, n := classAt(text, i)
		if c == classDigit {
			i += n
			continue
		}
		if b := text[i]; (b == '.' || b == ',' || b == ':') && i+1 < len(text) {
			if c, n := classAt(text, i+1); c == classDigit {
				i += 1 + n
				continue
			}
		}
		break
	}
	return i
}

type class uint8

const (
	classMark class = iota
	classSpace
	classLetter
	classLatin
	classDigit
	classJoiner
)

var kindOf = [...]TokenKind{classMark: Punct, classLetter: Word, classLatin: Latin, classDigit: Number, classJoiner: Punct}

// classAt is the class of the character at byte i and its length; Devanagari and ASCII, nearly all of a text, take
// the short way.
func classAt(text string, i int) (class, int) {
	b := text[i]
	if b < utf8.RuneSelf {
		return asciiClass(b), 1
	}
	if b == 0xE0 && i+2 < len(text) && (text[i+1] == 0xA4 || text[i+1] == 0xA5) {
		return indicClass(text[i+1], text[i+2]), 3
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return runeClass(r, n), n
}

func asciiClass(b byte) class {
	switch {
	case b <= ' ' || b == 0x7f:
		return classSpace
	case 'a' <= b|0x20 && b|0x20 <= 'z':
		return classLatin
	case '0' <= b && b <= '9':
		return classDigit
	}
	return classMark
}

// indicClass classifies U+0900 to U+097F from the last two bytes of its UTF-8 form.
func indicClass(b1, b2 byte) class {
	if b1 == 0xA5 {
		switch {
		case b2 == 0xA4 || b2 == 0xA5 || b2 == 0xB0: // danda, double danda, abbreviation sign
			return classMark
		case 0xA6 <= b2 && b2 <= 0xAF:
			return classDigit
		}
	}
	return classLetter
}

func runeClass(r rune, n int) class {
	switch {
	case r == utf8.RuneError && n <= 1:
		return classMark
	case r == 0x200c || r == 0x200d:
		return classJoiner
	case unicode.IsSpace(r) || r == 0xfeff || r == 0x200b:
		return classSpace
	case unicode.Is(unicode.Latin, r):
		return classLatin
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return classLetter
	case unicode.IsDigit(r):
		return classDigit
	}
	return classMark
}
