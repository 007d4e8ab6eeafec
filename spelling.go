package varta

import (
	"errors"
	"strings"
	"unicode"

	"varta/internal/ingest"
	"varta/internal/knowledge"
)

// Spelling folds the spellings of a word to one form, the one that the reader goes by. Searching goes by it too. It
// opens much faster than a [Reader].
type Spelling struct{ norms []*knowledge.Norm }

// OpenSpelling loads the spellings of every language of the tables.
func OpenSpelling(o Options) (*Spelling, error) {
	fsys, err := o.files()
	if err != nil {
		return nil, err
	}
	s := &Spelling{}
	var errs []error
	for _, lang := range ingest.Tables(fsys) {
		n, err := knowledge.LoadNorm(fsys, lang)
		s.norms = append(s.norms, n)
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, o.bad(err)
	}
	return s, nil
}

// Words are the words and numbers of a text in lower case, spelt alike.
func (s *Spelling) Words(text string) []string {
	text = strings.ToLower(text)
	for _, n := range s.norms {
		text = n.String(text)
	}
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.Co) })
}
