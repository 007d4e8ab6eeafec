package eval

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"varta/internal/doc"
)

// Tagged is a sentence whose names were marked by hand: its words joined by one space, or its text as CoNLL-U gives it.
type Tagged struct {
	Text  string
	Words []doc.Span
	Names []Name
}

// Name is a marked name. Type is NoType where the file tells names alone, not what they name.
type Name struct {
	doc.Span
	Type doc.MentionType
}

// nameTags are the tags of IL-NER (NEP …), HiNER (PERSON …) and CoNLL (PER …) that mean a type of name. Tags of times,
// numbers, feasts and the like are none.
var nameTags = map[string]doc.MentionType{
	"NEP": doc.Person, "PERSON": doc.Person, "PER": doc.Person,
	"NEL": doc.Place, "LOCATION": doc.Place, "LOC": doc.Place,
	"NEO": doc.Organisation, "ORGANIZATION": doc.Organisation, "ORG": doc.Organisation,
}

// ErrNotTagged is returned for a file that holds no tagged sentence.
var ErrNotTagged = errors.New("no line with a token and a tag")

// LoadTagged reads a file of tagged sentences: one token and its tag (B-NEP, I-NEP, O) a line, an empty line between
// sentences; or CoNLL-U, of which the proper nouns are names without a type.
func LoadTagged(path string) ([]Tagged, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("load tagged sentences: %w", err)
	}
	defer f.Close()
	read := readTagged
	if filepath.Ext(path) == ".conllu" {
		read = readProper
	}
	out, err := read(f)
	if err == nil && len(out) == 0 {
		err = ErrNotTagged
	}
	if err != nil {
		return nil, fmt.Errorf("load tagged sentences of %s: %w", path, err)
	}
	return out, nil
}

func readTagged(r io.Reader) ([]Tagged, error) {
	var out []Tagged
	var b tagging
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		switch len(fields) {
		case 0:
			out = b.flush(out)
		case 1: // a token without a tag
			b.add(fields[0], "O")
		default:
			b.add(fields[0], fields[len(fields)-1])
		}
	}
	return b.flush(out), lines.Err()
}

// tagging gathers the words of one sentence.
type tagging struct {
	text strings.Builder
	s    Tagged
	last doc.MentionType
}

func (b *tagging) add(word, tag string) {
	if b.text.Len() > 0 {
		b.text.WriteByte(' ')
	}
	span := doc.Span{Start: b.text.Len(), End: b.text.Len() + len(word)}
	b.text.WriteString(word)
	b.s.Words = append(b.s.Words, span)
	prefix, name, _ := strings.Cut(tag, "-")
	typ := nameTags[name]
	switch {
	case typ == doc.NoType:
	case prefix == "I" && typ == b.last:
		b.s.Names[len(b.s.Names)-1].End = span.End
	default:
		b.s.Names = append(b.s.Names, Name{span, typ})
	}
	b.last = typ
}

// flush ends the sentence.
func (b *tagging) flush(out []Tagged) []Tagged {
	if b.text.Len() > 0 {
		b.s.Text = b.text.String()
		out = append(out, b.s)
	}
	*b = tagging{}
	return out
}

// readProper reads CoNLL-U: runs of proper nouns, and of words marked as part of a proper name, are names.
func readProper(r io.Reader) ([]Tagged, error) {
	var out []Tagged
	var s Tagged
	at, running := 0, false
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		l := lines.Text()
		if t, ok := strings.CutPrefix(l, "# text = "); ok {
			if s.Text != "" {
				out = append(out, s)
			}
			s, at, running = Tagged{Text: t}, 0, false
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 10 || strings.ContainsAny(f[0], "-.") {
			continue
		}
		i := strings.Index(s.Text[at:], f[1])
		if i < 0 {
			return nil, fmt.Errorf("word %s is not in the text %.60s", f[1], s.Text)
		}
		span := doc.Span{Start: at + i, End: at + i + len(f[1])}
		at = span.End
		s.Words = append(s.Words, span)
		proper := f[3] == "PROPN" || strings.Contains("|"+f[9]+"|", "|Proper=True|")
		switch {
		case proper && running:
			s.Names[len(s.Names)-1].End = span.End
		case proper:
			s.Names = append(s.Names, Name{Span: span})
		}
		running = proper
	}
	if s.Text != "" {
		out = append(out, s)
	}
	return out, lines.Err()
}
