package registry

import (
	"strings"
	"unicode/utf8"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// question is what a question names.
type question struct {
	owners  []string // codes of states and organisations
	sent    []string // of those, the ones in which an envoy is
	offices []string // readings of the title, ids of offices.tsv
	titles  int      // how many titles there are
	people  []int32  // items
	unknown string   // the first words that name nothing, or that change a title (deputy)
}

// word is a piece of a question: its number in the vocabulary, its folded spelling, where it stands.
type word struct {
	number int32
	folded string
	doc.Span
}

// parse looks for the names and titles in a question, the longest first.
func (r *Registry) parse(text string) question {
	var q question
	words := r.words(text)
	for i := 0; i < len(words); {
		names, n := r.nameAt(words[i:])
		if n == 0 {
			if r.meansSomething(words[i:]) && q.unknown == "" {
				q.unknown = text[words[i].Start:r.endOfUnknown(words[i:])]
			}
			i++
			continue
		}
		if q.unknown == "" && r.qualifies(names) {
			q.unknown = text[words[i].Start:words[i+n-1].End]
		}
		i += n
		q.add(r.k, names, r.locative(words[i:]))
	}
	return q
}

func (r *Registry) words(text string) []word {
	folded, spans := r.names.words(text)
	out := make([]word, len(folded))
	for i := range out {
		n, _ := r.k.Lookup(text[spans[i].Start:spans[i].End], nil)
		out[i] = word{n, folded[i], spans[i]}
	}
	return out
}

// nameAt finds the longest name that the words begin with, as a report would write it or as English does.
func (r *Registry) nameAt(words []word) ([]knowledge.Name, int) {
	found, n := r.k.NameAt(func(i int) int32 { return words[i].number }, len(words), nil)
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = w.folded
	}
	switch other, m := r.names.longest(folded); {
	case m > n:
		return other, m
	case m == n:
		return append(found, other...), n
	}
	return found, n
}

// locative says whether the words begin with the marker of a place (रूस में भारत के राजदूत), or with a word for what lies
// there (भारत स्थित).
func (r *Registry) locative(words []word) bool {
	if len(words) == 0 || words[0].number < 0 {
		return false
	}
	m, _ := r.k.MarkerAt(func(i int) int32 { return words[i].number }, len(words))
	return m == r.k.Locative || r.k.Entry(words[0].number).Cues&knowledge.CueLocated != 0
}

// qualifies says whether words stand before a title and change it.
func (r *Registry) qualifies(names []knowledge.Name) bool {
	it := &r.k.Items[names[0].Item]
	return it.Kind == doc.Office && it.Sub == "prefix"
}

// meansSomething says whether a word that is no name should be one: no word of the language, nor a short one of another.
func (r *Registry) meansSomething(words []word) bool {
	w := words[0]
	return (w.number == doc.None || w.folded[0] < utf8.RuneSelf) && utf8.RuneCountInString(w.folded) > 3
}

// endOfUnknown is where the words end that name nothing.
func (r *Registry) endOfUnknown(words []word) int {
	end := words[0].End
	for i := 1; i < len(words) && words[i].number == doc.None; i++ {
		if _, n := r.nameAt(words[i:]); n > 0 {
			break
		}
		end = words[i].End
	}
	return end
}

// add takes up the readings of one name: a state or organisation, a title, both at once (EU presidency), else people.
func (q *question) add(k *knowledge.Base, names []knowledge.Name, sent bool) {
	code := owner(k, names)
	if code != "" {
		q.owners = append(q.owners, code)
	}
	if code != "" && sent {
		q.sent = append(q.sent, code)
	}
	before := len(q.offices)
	for _, n := range names {
		switch it := &k.Items[n.Item]; {
		case it.Kind == doc.Office && it.Sub != "prefix" && it.Sub != "rank":
			q.offices = append(q.offices, it.ID)
		case it.Kind == doc.Person && code == "":
			q.people = append(q.people, n.Item)
		}
	}
	if len(q.offices) > before {
		q.titles++
	}
}

// owner is the code of the first state, else organisation or group that a name means, else of the government for which it
// stands (White House). A party or agency owns no office of its state.
func owner(k *knowledge.Base, names []knowledge.Name) string {
	for _, kind := range []doc.MentionType{doc.State, doc.Organisation, doc.Group, doc.Body} {
		for _, n := range names {
			if it := &k.Items[n.Item]; it.Kind == kind && it.Code != "" && (kind != doc.Body || it.Sub == "metonym") {
				return it.Code
			}
		}
	}
	return ""
}

// isCode says whether a scope is the code of a state or organisation.
func isCode(scope string) bool { return scope != "" && scope == strings.ToUpper(scope) }
