package names

import "strings"

// Romanise writes a Devanagari name in Latin letters, each word with a capital. The name of a Latin letter (आर) that
// stands before another word becomes that letter.
func (s *Script) Romanise(name string) string {
	var b strings.Builder
	words := fields(name)
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		if c, ok := s.initials[w]; ok && len(words) > 1 && i < len(words)-1 {
			b.WriteString(strings.ToUpper(string(c)))
			continue
		}
		if !Devanagari(w) {
			b.WriteString(w) // Latin among the words: FM वांग यी
			continue
		}
		b.WriteString(capital(s.romaniseWord(w)))
	}
	return b.String()
}

func (s *Script) romaniseWord(w string) string {
	var b strings.Builder
	units := s.Units(w, nil)
	for i, u := range units {
		switch name := s.units[u]; {
		case name == silent:
		case name == schwa:
			b.WriteString(schwa)
		case name == "nasal" && i+1 < len(units) && strings.HasPrefix(s.latin[units[i+1]], "p"),
			name == "nasal" && i+1 < len(units) && strings.HasPrefix(s.latin[units[i+1]], "b"):
			b.WriteByte('m')
		default:
			b.WriteString(s.latin[u])
		}
	}
	return b.String()
}

func capital(w string) string {
	if w == "" {
		return ""
	}
	return strings.ToUpper(w[:1]) + w[1:]
}

// fields splits a name at spaces, hyphens and punctuation.
func fields(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" .-–—,()/\u00a0\u200b", r) })
}
