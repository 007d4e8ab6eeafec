package eval

import (
	"fmt"
	"io"

	"varta/internal/doc"
)

// NER counts names by type: a name is right when its words and its type are.
type NER struct {
	Sentences int
	tally     map[doc.MentionType]*Tally
	// Words counts the words of names instead, where the gold does not say what they name.
	Words Tally
	errs  *errorList
}

// NewNER returns empty counts; the first errors are listed as o says.
func NewNER(o Options) *NER {
	return &NER{tally: map[doc.MentionType]*Tally{}, errs: &errorList{w: o.List, left: o.Limit}}
}

// Add counts the names that were found in one sentence. A name that ends inside a word of the sentence is taken to the end
// of the word.
func (n *NER) Add(s *Tagged, found []Name) {
	n.Sentences++
	gold := map[Name]bool{}
	for _, g := range s.Names {
		gold[g] = true
		n.of(g.Type).FN++
	}
	for _, f := range found {
		f.Span = s.round(f.Span)
		t := n.of(f.Type)
		if !gold[f] {
			t.FP++
			n.errs.printf("EXTRA %s %s in %s\n", f.Type, s.Text[f.Start:f.End], s.Text)
			continue
		}
		delete(gold, f)
		t.TP++
		t.FN--
	}
	for _, g := range s.Names {
		if gold[g] {
			n.errs.printf("MISS %s %s in %s\n", g.Type, s.Text[g.Start:g.End], s.Text)
		}
	}
	n.words(s, found)
}

func (n *NER) of(t doc.MentionType) *Tally {
	if n.tally[t] == nil {
		n.tally[t] = &Tally{}
	}
	return n.tally[t]
}

func (n *NER) words(s *Tagged, found []Name) {
	for _, w := range s.Words {
		g, f := covered(w, s.Names), covered(w, found)
		switch {
		case g && f:
			n.Words.TP++
		case g:
			n.Words.FN++
		case f:
			n.Words.FP++
		}
	}
}

func covered(w doc.Span, names []Name) bool {
	for _, n := range names {
		if n.Overlaps(w) {
			return true
		}
	}
	return false
}

// round widens a span to the words that it touches.
func (s *Tagged) round(x doc.Span) doc.Span {
	for _, w := range s.Words {
		if w.Overlaps(x) {
			x.Start, x.End = min(x.Start, w.Start), max(x.End, w.End)
		}
	}
	return x
}

// Typed says whether the gold tells what its names name.
func Typed(sentences []Tagged) bool {
	for i := range sentences {
		for _, n := range sentences[i].Names {
			return n.Type != doc.NoType
		}
	}
	return true
}

// Table writes the figures.
func (n *NER) Table(w io.Writer, title string, typed bool) {
	fmt.Fprintf(w, "%-12s%7s%7s%7s%6s%6s%6s\n", title, "P", "R", "F1", "tp", "fp", "fn")
	if !typed {
		named{"words", n.Words}.write(w, "  ")
		return
	}
	var all Tally
	for _, t := range []doc.MentionType{doc.Person, doc.Place, doc.Organisation} {
		x := *n.of(t)
		named{t.String(), x}.write(w, "  ")
		all.TP, all.FP, all.FN = all.TP+x.TP, all.FP+x.FP, all.FN+x.FN
	}
	named{"all", all}.write(w, "  ")
}

// Names are the names among the mentions of a record, in the classes of the usual sets of named entities: states are
// places there, groups and bodies organisations. Titles, descriptions and adjectives of states (the Chinese …) are no names.
func (d *Document) Names() []Name {
	var out []Name
	for i, m := range d.Mentions {
		if i > 0 && m.Start == d.Mentions[i-1].Start {
			continue // one that means several
		}
		if t := nameTypes[m.Type]; t != doc.NoType {
			out = append(out, Name{doc.Span{Start: m.Start, End: m.End}, t})
		}
	}
	return out
}

var nameTypes = map[string]doc.MentionType{
	doc.Person.String(): doc.Person, doc.State.String(): doc.Place, doc.Place.String(): doc.Place,
	doc.Organisation.String(): doc.Organisation, doc.Group.String(): doc.Organisation, doc.Body.String(): doc.Organisation,
}

// Tags are the names that the tagger alone finds.
func Tags(d *doc.Document) []Name {
	var out []Name
	for _, t := range d.Tags {
		out = append(out, Name{d.SpanOf(t.Tokens), t.Type})
	}
	return out
}
