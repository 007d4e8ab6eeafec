package registry

import (
	"strings"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// phrases are names with their readings, by their words in folded spelling with a space between. They hold what questions
// have and reports in the language of the tables have not: English names and titles, abstract nouns of an office.
type phrases struct {
	k        *knowledge.Base
	readings map[string][]knowledge.Name
	opens    map[string]int // first word → number of words of the longest name that begins with it
}

// namesOf enters what the items are called in English, and the last names of people.
func namesOf(k *knowledge.Base) phrases {
	p := phrases{k, make(map[string][]knowledge.Name, 2*len(k.Items)), map[string]int{}}
	for i := range k.Items {
		it := &k.Items[i]
		if it.Kind == doc.Place {
			continue
		}
		p.add(it.English, i, knowledge.ByName)
		for a := range strings.SplitSeq(it.Aliases, "|") {
			p.add(a, i, knowledge.ByName)
		}
		switch it.Kind {
		case doc.State, doc.Organisation, doc.Group:
			p.add(it.ID, i, knowledge.ByAcronym)
		}
		if w := strings.Fields(it.English); it.Kind == doc.Person && len(w) > 1 {
			p.add(w[len(w)-1], i, knowledge.BySurname)
		}
	}
	return p
}

func (p *phrases) add(name string, item int, how knowledge.How) {
	w, _ := p.words(name)
	if len(w) == 0 {
		return
	}
	key := strings.Join(w, " ")
	for _, n := range p.readings[key] {
		if n.Item == int32(item) {
			return
		}
	}
	p.readings[key] = append(p.readings[key], knowledge.Name{Item: int32(item), How: how})
	p.opens[w[0]] = max(p.opens[w[0]], len(w))
}

// words are the words and numbers of a text in folded spelling, and where each stands in it; marks are left out.
func (p *phrases) words(text string) (words []string, spans []doc.Span) {
	for _, x := range doc.Scan(text, nil) {
		if x.Kind != doc.Punct {
			_, folded := p.k.Lookup(text[x.Start:x.End], nil)
			words, spans = append(words, strings.ToLower(folded)), append(spans, x.Span)
		}
	}
	return words, spans
}

// longest finds the longest name that some words begin with.
func (p *phrases) longest(words []string) ([]knowledge.Name, int) {
	for n := min(p.opens[words[0]], len(words)); n > 0; n-- {
		if r := p.readings[strings.Join(words[:n], " ")]; len(r) > 0 {
			return r, n
		}
	}
	return nil, 0
}
