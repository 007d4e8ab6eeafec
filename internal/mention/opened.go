package mention

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// opened enters the name behind a title that opens with a word of the language (प्रधानमंत्री निकाले पशीनयान ने, सचिव सेवा लम्साल),
// and returns the token behind it; i when there is none.
func (f *finder) opened(i int) int {
	if last := f.initials(i); last > i {
		return last
	}
	a := f.d.Tokens[i].A()
	if !f.titled(i) || a.UPOS != doc.NOUN && a.UPOS != doc.VERB || !f.nameWord(i+1) || f.listed(i+1) || a.UPOS == doc.NOUN && f.known(i+1) {
		return i
	}
	last := f.extendName(i + 1)
	if !f.person(i) && (a.Class&^knowledge.ClassAbstract != 0 || !f.ergative(last) && (a.UPOS != doc.NOUN || !f.person(i+1))) {
		return i
	}
	f.add(doc.Mention{Tokens: doc.Range{First: i, Last: last}, Type: doc.Person, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "titled-name"})
	return last
}

// person says whether a tag of a person begins at token i; it looks ahead.
func (f *finder) person(i int) bool {
	for n := f.tag; n < len(f.d.Tags) && f.d.Tags[n].Tokens.First <= i; n++ {
		if t := &f.d.Tags[n]; t.Tokens.First == i {
			return t.Type == doc.Person
		}
	}
	return false
}

// profession says whether what somebody does, as a last name, stands at token i, before a marker.
func (f *finder) profession(i int) bool {
	if i+1 >= f.end || f.d.Tokens[i].Word < 0 || f.d.Tokens[i+1].A().UPOS != doc.ADP {
		return false
	}
	names, n := f.k.NameAt(func(int) int32 { return f.d.Tokens[i].Word }, 1, nil)
	return n == 1 && len(names) > 0 && f.k.Items[names[0].Item].Kind == doc.Office && f.k.Items[names[0].Item].Sub == "profession" && f.d.Tokens[i].A().Feats.Number != doc.Plur
}

// seat enters a town that no table has where the report calls it the capital of a state (पलाउ की राजधानी मेलेकेओक), and returns the
// token behind it; i when it does not.
func (f *finder) seat(i int) int {
	if !f.nameWord(i) && !(f.d.Tokens[i].A().UPOS == doc.ADJ && f.marked(i+1, f.k.Locative)) || i < f.sentence+2 || f.k.CuesOf(&f.d.Tokens[i-1])&knowledge.CueCapital == 0 || f.k.CuesOf(&f.d.Tokens[i-2])&knowledge.CueGenitive == 0 {
		return i
	}
	if o := f.previous(i - 2); o == nil || o.Type != doc.State {
		return i
	}
	f.add(doc.Mention{Tokens: doc.Range{First: i, Last: i + 1}, Type: doc.Place, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "told-capital"})
	return i + 1
}

// hyphenWord says whether token i, behind a hyphen, is a word of the language inside a name: a further name follows.
func (f *finder) hyphenWord(i int) bool {
	return i+1 < f.end && !f.d.Tokens[i].Space && f.d.Tokens[i].A().UPOS == doc.NOUN && f.nameWord(i+1) && !f.listed(i+1)
}

// clock says whether Latin letters at token i belong to a number before them.
func (f *finder) clock(i int) bool {
	return f.d.Tokens[i].Kind == doc.Latin && i > f.sentence && f.d.Tokens[i-1].A().UPOS == doc.NUM
}

// initials enters the name behind a title that opens with initials without points (उपराष्ट्रपति सी पी राधाकृष्णन), and returns the token
// behind it; i when there is none.
func (f *finder) initials(i int) int {
	j := i
	for j+1 < f.end && j < i+3 && f.d.Tokens[j].Kind == doc.Word && f.k.Abbreviation(f.d.Tokens[j].Norm) == "initial" {
		j++
	}
	if j == i || f.d.Tokens[i].A().UPOS == doc.ADP || !f.titled(i) || !f.nameWord(j) || f.placeAt(j) {
		return i
	}
	last := f.extendName(j)
	if last == j {
		last++
	}
	f.add(doc.Mention{Tokens: doc.Range{First: i, Last: last}, Type: doc.Person, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "titled-name"})
	return last
}
