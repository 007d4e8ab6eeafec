package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain lists letters with marks behind the letter for which they stand.
const plain = "aàáâãäåāăąǎạảấầẩẫậắằẳẵặạȧəɑ bḃɓ cçćĉċč dďđðḍḏḑ eèéêëēĕėęěẹẻẽếềểễệ fƒ gĝğġģǧḡǵ hĥħḥḩḫẖ iìíîïĩīĭįıỉịǐ jĵ kķḳḵǩ " +
	"lĺļľŀłḷḻ mḿṃ nñńņňŉŋṅṇṉ oòóôõöøōŏőơǒỏọốồổỗộớờởỡợȯɔ pṕ rŕŗřṛṟ sśŝşšșṣ tţťŧțṭṯ uùúûüũūŭůűųưǔụủứừửữự vṿ wŵẁẃẅ xẋ yýÿŷȳỳỵỷỹ zźżžẓẕ"

// folds maps a letter with marks to the letters for which it stands.
type folds map[rune]string

func newFolds() folds {
	f := folds{'æ': "ae", 'œ': "oe", 'ß': "ss", 'þ': "th"}
	for _, group := range strings.Fields(plain) {
		for _, r := range group[1:] {
			f[r] = group[:1]
		}
	}
	return f
}

// Folder writes Latin names in the 26 letters.
type Folder struct{ marks folds }

// NewFolder makes a Folder.
func NewFolder() *Folder { return &Folder{newFolds()} }

// Words are the words of a Latin name in lower case and without marks, parted by spaces, appended to buf. Double
// consonants become single; an apostrophe parts nothing.
func (f *Folder) Words(name string, buf []byte) []byte {
	start := len(buf)
	gap := false
	for i := 0; i < len(name); {
		r, n := rune(name[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(name[i:])
		}
		i += n
		switch {
		case r >= 'a' && r <= 'z':
			buf = put(buf, start, &gap, byte(r))
		case r >= 'A' && r <= 'Z':
			buf = put(buf, start, &gap, byte(r-'A'+'a'))
		case r < utf8.RuneSelf:
			gap = gap || r != '\'' && r != '`' && r != '.'
		default:
			for _, c := range []byte(f.marks[unicode.ToLower(r)]) {
				buf = put(buf, start, &gap, c)
			}
		}
	}
	return buf
}

func put(buf []byte, start int, gap *bool, c byte) []byte {
	if len(buf) > start {
		if *gap {
			buf = append(buf, ' ')
		} else if buf[len(buf)-1] == c && !isVowelLetter(c) {
			return buf
		}
	}
	*gap = false
	return append(buf, c)
}

func isVowelLetter(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }
