package mention

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// tags says whether there is a tagger for the language of the report.
func (f *finder) tags() bool { return len(f.k.NameModel) > 0 }

// tagOver is the tag that covers token i, nil without one. It is asked for rising i.
func (f *finder) tagOver(i int) *doc.Tag {
	for f.tag < len(f.d.Tags) && f.d.Tags[f.tag].Tokens.Last <= i {
		f.tag++
	}
	if f.tag < len(f.d.Tags) && f.d.Tags[f.tag].Tokens.Has(i) {
		return &f.d.Tags[f.tag]
	}
	return nil
}

// tagAt is the tag that begins at token i, nil without one. What somebody is called beside his name
// is no part of it (आतंकी मसूद अजहर, पत्नी सुनीता).
func (f *finder) tagAt(i int) *doc.Tag {
	t := f.tagOver(i)
	if t == nil {
		return nil
	}
	first := t.Tokens.First
	if t.Type == doc.Person && t.Tokens.Len() > 1 && calling(&f.d.Tokens[first]) {
		first++
	}
	if first != i {
		return nil
	}
	return t
}

// calling says whether a word can mean a fighter, a relative or a private person.
func calling(t *doc.Token) bool {
	for i := range t.Analyses {
		if t.Analyses[i].Class&(knowledge.ClassGroup|knowledge.ClassCivilian) != 0 {
			return true
		}
	}
	return false
}

// sure is the margin from which a tag makes a name of words that the rules see none in.
const sure = 1.0

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
	if t.Type == doc.Organisation && f.endsKnown(t.Tokens) {
		return i // विद्रोही संगठन कुर्दिस्तान वर्कर्स पार्टी
	}
	m := doc.Mention{Tokens: doc.Range{First: i, Last: t.Tokens.Last}, Type: t.Type, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "tagged-name"}
	if f.plain(m.Tokens) {
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

// doubtful says whether a last name alone reads like no name (क्रू, प्राइस): no tag, no marker of who acts and no office at the
// date of the report tell of somebody.
func (f *finder) doubtful(m *doc.Mention) bool {
	if !f.tags() || m.Rule != "surname" || f.ergative(m.Tokens.Last) {
		return false
	}
	if t := f.tagOver(m.Tokens.First); t != nil && t.Margin >= sure {
		return false
	}
	return f.date == "" || !f.holds(&f.k.Items[m.Row])
}

// longer enters the name that a tag reads from token i on where the tables have only its first n words (अहमद in अहमद खान, भारत
// in भारत चैंबर ऑफ कॉमर्स), and returns the token behind it; i where the tables are to be followed.
func (f *finder) longer(i, n int, name knowledge.Name) int {
	t := f.tagOver(i)
	if t == nil || t.Margin < sure || t.Tokens.Last <= i+n || t.Tokens.Last > f.end {
		return i
	}
	kind := f.k.Items[name.Item].Kind
	switch t.Type {
	case doc.Person:
		first := kind == doc.Place && t.Tokens.First == i && n == 1 // केदारनाथ सिंह: places lend first names
		if name.How != knowledge.BySurname && (kind != doc.Person || n > 1) && !first || f.goal(i+n) || f.known(i+n) {
			return i // जयशंकर दुशान्बे पहुंचे, मोदी पुतिन से मिलेंगे
		}
	case doc.Organisation:
		if t.Tokens.First != i || kind != doc.State && kind != doc.Place && kind != doc.Person || name.How == knowledge.ByAdjective || f.bodyBehind(t.Tokens.Last-1) || f.listed(i+n) { // सूडान | संयुक्त राष्ट्र के राहतकर्मियों को
			return i
		}
	default:
		return i
	}
	f.add(doc.Mention{Tokens: doc.Range{First: i, Last: t.Tokens.Last}, Type: t.Type, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "tagged-name"})
	return t.Tokens.Last
}

// inTitle says whether a state or place is a word of what a programme or the like is called (स्वच्छ भारत मिशन): it stands between
// a modifier and a noun without a marker, and reads like no name.
func (f *finder) inTitle(i, last int, kind doc.MentionType) bool {
	if !f.tags() || kind != doc.State && kind != doc.Place || i == f.sentence || last >= f.end || f.tagOver(i) != nil || f.previous(i) != nil {
		return false
	}
	before, behind := f.d.Tokens[i-1].A().UPOS, f.d.Tokens[last].A().UPOS
	return (before == doc.ADJ || before == doc.NOUN || before == doc.PROPN) && (behind == doc.NOUN || behind == doc.PROPN)
}

// rest enters the words behind the owner of a body whose name begins with it (तमिलनाडु कृषि विश्वविद्यालय), and returns the token
// behind them; i when there are none.
func (f *finder) rest(i int) int {
	t := f.tagOver(i)
	if t == nil || t.Type != doc.Organisation || t.Margin < sure || i == t.Tokens.First || i+1 >= t.Tokens.Last || t.Tokens.Last > f.end || !f.bodyBehind(t.Tokens.Last-1) {
		return i
	}
	if o := f.previous(i); o == nil || o.Tokens.First != t.Tokens.First || o.Type != doc.State && o.Type != doc.Place && o.Type != doc.Nationals {
		return i
	}
	if f.d.Tokens[i].A().UPOS == doc.CCONJ || f.holdsListed(doc.Range{First: i - 1, Last: t.Tokens.Last}) {
		return i // another party: ईरान और अफगान सरकार
	}
	f.add(doc.Mention{Tokens: doc.Range{First: i, Last: t.Tokens.Last}, Type: doc.Body, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "tagged-name"})
	return t.Tokens.Last
}

// whole is the name that a mention ends, where a tag begins it with the owner or title right before the mention, or the part
// of a place (दक्षिणी लेबनान).
func (f *finder) whole(m *doc.Mention) doc.Range {
	if m.Type == doc.State || m.Type == doc.Place {
		return f.part(m)
	}
	t := f.tagOver(m.Tokens.First)
	if t == nil || t.Tokens.Last != m.Tokens.Last || t.Tokens.First >= m.Tokens.First || t.Margin < sure {
		return doc.Range{}
	}
	o := f.previous(m.Tokens.First)
	switch {
	case o == nil || o.Tokens.First != t.Tokens.First:
	case m.Type == doc.Body && t.Type == doc.Organisation && o.Type != doc.Office, m.Type == doc.Person && t.Type == doc.Person && o.Type == doc.Office && o.Entity == doc.None:
		return t.Tokens
	}
	return doc.Range{}
}

// part is the name of a part of a state or region, which begins with the direction where it lies (पश्चिमी राजस्थान).
func (f *finder) part(m *doc.Mention) doc.Range {
	i := m.Tokens.First - 1
	if i < f.sentence || f.d.Tokens[i].A().Class&knowledge.ClassDirection == 0 || f.previous(i+1) != nil {
		return doc.Range{}
	}
	return doc.Range{First: i, Last: m.Tokens.Last}
}

// common says whether a body is described, not named: words of the language that no tag takes for a name, and that are no
// ministry's or parliament's, nor any row's that says whose body they always are.
func (f *finder) common(m *doc.Mention) bool {
	switch {
	case m.Whole.Len() > 0 || m.Rule == "tagged-name":
		return false
	case m.Tokens.Len() == 1:
		return f.d.Tokens[m.Tokens.First].A().UPOS == doc.NOUN
	case m.Row != doc.None:
		if it := &f.k.Items[m.Row]; it.Code != "" && it.Code != unknown || it.Sub != "metonym" && !f.plain(m.Tokens) || it.Sub == "ministry" || it.Sub == "parliament" {
			return false
		}
	}
	t := f.tagOver(m.Tokens.First)
	return t == nil || t.Type != doc.Organisation || t.Tokens != m.Tokens
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

// endsKnown says whether a name ends with that of an organisation or group of the tables.
func (f *finder) endsKnown(r doc.Range) bool {
	for i := r.First + 1; i < r.Last; i++ {
		t := &f.d.Tokens[i]
		if t.Word < 0 || f.k.Entry(t.Word).Starts&knowledge.StartsName == 0 {
			continue
		}
		var n int
		f.names, n = f.k.NameAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, r.Last-i, f.names[:0])
		for _, c := range f.names {
			if k := f.k.Items[c.Item].Kind; i+n == r.Last && (k == doc.Organisation || k == doc.Group) {
				return true
			}
		}
	}
	return false
}

// hyphened is the token behind a person's name that goes on from token i with a particle (अबू मुसब अल-जरकावी) or hyphen.
func (f *finder) hyphened(i int) int {
	hyphen := i+1 < f.end && f.d.Tokens[i].Norm == "-" && !f.d.Tokens[i].Space
	if hyphen && !f.known(i+1) {
		if t := f.tagOver(i + 1); t != nil && t.Type == doc.Person && t.Tokens.First == i+1 && t.Tokens.Last <= f.end {
			return t.Tokens.Last // अब्देल-फतह, also a group
		}
	}
	if hyphen || f.particle(i) {
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
// सेंटोसा द्वीप), or of the region around it (पक्तिका प्रांत के बरमल जिले में).
func (f *finder) newPlace(m *doc.Mention) int {
	e := doc.Entity{Type: doc.Place, Name: f.d.Quote(m.Span), Code: unknown}
	if o := f.previousOwner(m.Tokens.First); o != doc.None {
		e.Code = f.d.Entities[o].Code
	} else if o := f.around(m.Tokens.First); o != doc.None {
		e.Code = f.d.Entities[o].Code
	}
	return f.entity("place:"+f.nameKey(m.Tokens), e)
}

// around is the place with a noun of its kind and a genitive or locative before token i, None without one.
func (f *finder) around(i int) int {
	n := len(f.d.Mentions)
	if n == 0 || i < f.sentence+2 || !f.marked(i-1, f.k.Genitive) && !f.marked(i-1, f.k.Locative) || f.d.Tokens[i-2].A().Class&knowledge.ClassPlace == 0 {
		return doc.None
	}
	o := &f.d.Mentions[n-1]
	if o.Type != doc.Place || o.Entity == doc.None || o.Tokens.Last != i-2 || !f.hasCode(o) {
		return doc.None
	}
	return o.Entity
}
