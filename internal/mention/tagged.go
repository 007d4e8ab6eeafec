package mention

import (
	"varta/internal/doc"
)

// tags says whether there is a tagger for the language of the report.
func (f *finder) tags() bool { return len(f.k.NameModel) > 0 }

// tagAt is the tag that begins at token i, nil without one. It is asked for rising i.
func (f *finder) tagAt(i int) *doc.Tag {
	for f.tag < len(f.d.Tags) && f.d.Tags[f.tag].Tokens.First < i {
		f.tag++
	}
	if f.tag < len(f.d.Tags) && f.d.Tags[f.tag].Tokens.First == i {
		return &f.d.Tags[f.tag]
	}
	return nil
}

// sure is the margin from which a tag makes a name of words that the rules see none in.
const sure = 1.5

// tagged enters the name that a tag reads at token i where no table has one, and returns the token behind it; i when there
// is none.
func (f *finder) tagged(i int) int {
	t := f.tagAt(i)
	if t == nil || t.Margin < sure || t.Tokens.Last > f.end || f.titled(i) && t.Type != doc.Person {
		return i
	}
	if t.Type == doc.Place && f.holdsListed(t.Tokens) {
		return i // पूर्वी बोस्निया: the state that it ends in counts
	}
	m := doc.Mention{Tokens: t.Tokens, Type: t.Type, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "tagged-name"}
	if f.plain(t.Tokens) {
		if t.Type != doc.Organisation || t.Tokens.Len() < 2 || !f.bodyBehind(t.Tokens.Last-1) {
			return i // what rules make of words of the language is better
		}
		m.Type = doc.Body // स्वास्थ्य सेवा महानिदेशालय: it belongs to whoever owns it
	}
	if m.Type == doc.Person {
		m.Tokens.Last = f.hyphened(m.Tokens.Last)
	}
	f.add(m)
	return m.Tokens.Last
}

// holdsListed says whether a name of the tables begins inside a name.
func (f *finder) holdsListed(r doc.Range) bool {
	for i := r.First + 1; i < r.Last; i++ {
		if f.listed(i) {
			return true
		}
	}
	return false
}

// hyphened is the token behind a person's name that goes on from token i with a particle (अबू मुसब अल-जरकावी) or hyphen.
func (f *finder) hyphened(i int) int {
	if f.particle(i) || i < f.end && f.d.Tokens[i].Norm == "-" && !f.d.Tokens[i].Space {
		return f.extendName(i)
	}
	return i
}

// plain says whether all words of a name are words of the language.
func (f *finder) plain(r doc.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if f.nameWord(i) {
			return false
		}
	}
	return true
}

// newPlace makes an entity for a place that no table has; its state is that of the genitive before it (सिंगापुर के
// सेंटोसा द्वीप).
func (f *finder) newPlace(m *doc.Mention) int {
	e := doc.Entity{Type: doc.Place, Name: f.d.Quote(m.Span), Code: unknown}
	if o := f.previousOwner(m.Tokens.First); o != doc.None {
		e.Code = f.d.Entities[o].Code
	}
	return f.entity("place:"+f.nameKey(m.Tokens), e)
}
