package knowledge

import (
	"io/fs"
	"sort"
	"unicode/utf8"
)

// Norm folds the spellings of one word to one form: marks that newspapers set or leave out, conjunct nasals,
// joiners, both sets of digits. The replacements are those of norm.tsv, longest first.
type Norm struct {
	first [128][]replacement // by the code point of from less 0x900
	other map[rune][]replacement
}

type replacement struct{ from, to string }

func loadNorm(fsys fs.FS, file string, p *problems) *Norm {
	n := &Norm{other: map[rune][]replacement{}}
	t := readTable(fsys, file, p, "from", "to")
	sort.SliceStable(t.rows, func(i, j int) bool { return len(t.rows[i].get("from")) > len(t.rows[j].get("from")) })
	for _, r := range t.rows {
		x := replacement{r.get("from"), r.get("to")}
		c, _ := utf8.DecodeRuneInString(x.from)
		switch {
		case x.from == "":
			r.problem(p, "from", "empty-cell", "from")
		case c >= 0x900 && c < 0x980:
			n.first[c-0x900] = append(n.first[c-0x900], x)
		default:
			n.other[c] = append(n.other[c], x)
		}
	}
	return n
}

// Append adds the folded form of s to buf; it reports whether that differs from s.
func (n *Norm) Append(buf []byte, s string) ([]byte, bool) {
	changed := false
	for i := 0; i < len(s); {
		rs, size := n.at(s, i)
		step := size
		for k := range rs {
			if f := rs[k].from; len(s)-i >= len(f) && s[i:i+len(f)] == f {
				buf = append(buf, rs[k].to...)
				step, changed = -len(f), true
				break
			}
		}
		if step > 0 {
			buf = append(buf, s[i:i+step]...)
			i += step
		} else {
			i -= step
		}
	}
	return buf, changed
}

func (n *Norm) at(s string, i int) ([]replacement, int) {
	if b := s[i]; b == 0xE0 && i+2 < len(s) && s[i+1]&^1 == 0xA4 {
		return n.first[(s[i+1]&1)<<6|s[i+2]&0x3f], 3
	} else if b < utf8.RuneSelf {
		return nil, 1
	}
	c, size := utf8.DecodeRuneInString(s[i:])
	return n.other[c], size
}

// String is the folded form of s.
func (n *Norm) String(s string) string {
	if b, changed := n.Append(make([]byte, 0, len(s)), s); changed {
		return string(b)
	}
	return s
}

// LoadNorm reads the norm.tsv of a language alone.
func LoadNorm(fsys fs.FS, lang string) (*Norm, error) {
	var p problems
	n := loadNorm(fsys, lang+"/norm.tsv", &p)
	return n, p.err()
}
