package mention

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Find writes the mentions that names, titles and owned nouns make.
func Find(d *doc.Document, k *knowledge.Base) {
	f := finder{d: d, k: k, date: d.Published.ISO()}
	d.Mentions = doc.Room(d.Mentions, len(d.Tokens)/10+4)
	f.registry.init()
	for s := range d.Sentences {
		r := d.Sentences[s].Tokens
		f.end, f.sentence = r.Last, r.First
		for i := r.First; i < r.Last; {
			i = f.at(i)
		}
	}
	f.settleShortNames()
	f.settleDoubted()
}

// finder walks over the tokens; end and sentence bound the current sentence.
type finder struct {
	d             *doc.Document
	k             *knowledge.Base
	date          string
	sentence, end int
	names         []knowledge.Name
	registry      registry
	// deferred are the mentions by last name alone that come before the full name: they wait for the end of the report.
	deferred []int
	// doubted are those of them that may be no names: they count if the report names somebody so in full.
	doubted []int
	// located are the names that the gazetteer has been asked for, states those that the report names; made when needed.
	located map[string]location
	states  map[string]bool
	tag     int // the tag that is next
}

// at looks for a mention at token i and returns the token behind it.
func (f *finder) at(i int) int {
	t := &f.d.Tokens[i]
	if t.Kind == doc.Punct {
		return i + 1
	}
	if last := f.rest(i); last > i {
		return last
	}
	if last := f.shared(i); last > i {
		return last
	}
	if t.Word >= 0 && f.k.Entry(t.Word).Starts&knowledge.StartsName != 0 {
		if last := f.name(i); last > i {
			return last
		}
	}
	if last := f.settlement(i); last > i {
		return last
	}
	if last := f.seat(i); last > i {
		return last
	}
	if last := f.opened(i); last > i {
		return last
	}
	if last := f.tagged(i); last > i {
		return last
	}
	if f.nameWord(i) || f.particle(i) && (f.d.Tokens[i+1].Norm == "-" || f.titled(i) && t.A().UPOS != doc.VERB) {
		return f.unknown(i) // प्रधानमंत्री अल-थानी
	}
	if a := t.A(); a.UPOS == doc.NOUN && a.Class&(knowledge.ClassHuman|knowledge.ClassBody|knowledge.ClassForce|knowledge.ClassStateNoun) != 0 {
		f.owned(i)
	}
	return i + 1
}

// name enters the registry name at token i; it returns i when none applies.
func (f *finder) name(i int) int {
	var n int
	f.names, n = f.k.NameAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, f.end-i, f.names[:0])
	if n == 0 {
		return i
	}
	best, ok := f.choose(i, n)
	if !ok {
		return i
	}
	it := &f.k.Items[best.Item]
	if it.Sub == "thing" || it.Kind == doc.Office && f.clock(i) {
		return i + n // 100 अमेरिकी डॉलर, 05:34 PM
	}
	if last := f.longer(i, n, best); last > i {
		return last
	}
	if best.How == knowledge.ByName && f.inTitle(i, i+n, it.Kind) {
		return i + n
	}
	if best.How == knowledge.BySurname && !f.titled(i) && !f.spokenOf(i) {
		if last := f.settlement(i); last > i {
			return last // लागोस में: a town, although somebody has the name
		}
	}
	if it.Kind == doc.Office && it.Sub == "prefix" && (!f.titleAt(i+n) || i > f.sentence && f.d.Tokens[i-1].A().Class&knowledge.ClassTime != 0) {
		return i // एक सप्ताह पूर्व; संयुक्त, नया: part of a title only before one
	}
	if it.Kind == doc.Place && !it.Capital && f.titled(i) && f.nameWord(i+n) && !f.listed(i+n) {
		last := f.extendName(i + n) // प्रथम सचिव विदिशा मैत्रा
		f.add(doc.Mention{Tokens: doc.Range{First: i, Last: last}, Type: doc.Person, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "titled-name"})
		return last
	}
	m := doc.Mention{Tokens: doc.Range{First: i, Last: i + n}, Type: it.Kind, Row: int(best.Item), Entity: doc.None, Office: doc.None, Rule: "name"}
	switch best.How {
	case knowledge.ByAdjective, knowledge.ByPeople:
		m.Type = doc.Nationals
	case knowledge.BySurname:
		m.Rule = "surname"
	}
	if m.Type == doc.Person {
		if !f.goal(m.Tokens.Last) && !(m.Rule == "name" && (f.known(m.Tokens.Last) || n > 1 && f.fullName(m.Tokens.Last))) { // ट्रंप किम से मिलेंगे
			m.Tokens.Last = f.extendName(m.Tokens.Last)
		}
		if last := m.Tokens.Last; last == i+1 && f.titled(i) && f.profession(last) {
			m.Tokens.Last++ // गृह मंत्री रमेश लेखक से
		}
		if last := m.Tokens.Last; m.Rule == "surname" && last == i+1 && f.titled(i) && f.placeAt(last) && f.ergative(last+1) {
			m.Tokens.Last++ // प्रवक्ता कार्लोस मदीना ने: no town acts
		}
		if m.Rule == "surname" && m.Tokens.Len() > 1 {
			if f.tags() && f.tagOver(i) == nil && !f.titled(i) && !f.ergative(m.Tokens.Last) {
				return i // reads like no name (फॉर ऑल)
			}
			m.Row, m.Rule = doc.None, "unknown-name" // another person, whose name begins like a last name
		}
	}
	if m.Type == doc.Body && it.Sub == "vessel" {
		m.Tokens.Last = f.vesselName(m.Tokens.Last)
	}
	f.add(m)
	return m.Tokens.Last
}

// vesselName is the token behind the name of a ship that begins at token i: a word, and further names that are no place's
// (यूएसएस अब्राहम लिंकन; but आईएनएस शक्ति | मनीला पहुंचा).
func (f *finder) vesselName(i int) int {
	if i >= f.end || f.d.Tokens[i].Kind != doc.Word {
		return i
	}
	switch f.d.Tokens[i].A().UPOS {
	case doc.NOUN, doc.ADJ, doc.PROPN:
		i++
	default:
		return i
	}
	for f.nameWord(i) && !f.placeAt(i) {
		i++
	}
	return i
}

// placeAt says whether a place or state of the registry begins at token i.
func (f *finder) placeAt(i int) bool {
	if i >= f.end || f.d.Tokens[i].Word < 0 {
		return false
	}
	names, n := f.k.NameAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, f.end-i, nil)
	for _, c := range names {
		if k := f.k.Items[c.Item].Kind; n > 0 && (k == doc.Place || k == doc.State) {
			return true
		}
	}
	return false
}

// goal says whether token i, behind somebody whom the registry knows, is a place that it does not know: one word before
// a verb or the marker of a place (जयशंकर दुशान्बे पहुंचे).
func (f *finder) goal(i int) bool {
	if !f.nameWord(i) || f.d.Tokens[i].Kind == doc.Latin || i+1 >= f.end {
		return false
	}
	t := &f.d.Tokens[i+1]
	if t.A().UPOS == doc.VERB {
		return true
	}
	m, n := f.k.MarkerAt(func(int) int32 { return t.Word }, 1)
	return t.Word >= 0 && n == 1 && m == f.k.Locative
}

// titleAt says whether a title, body or person begins at token i.
func (f *finder) titleAt(i int) bool {
	if i >= f.end || f.d.Tokens[i].Word < 0 {
		return false
	}
	names, n := f.k.NameAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, f.end-i, nil)
	for _, c := range names {
		if k := f.k.Items[c.Item].Kind; n > 0 && (k == doc.Office || k == doc.Body || k == doc.Person) {
			return true
		}
	}
	return false
}

// choose picks the reading of a name that spans n tokens from i.
func (f *finder) choose(i, n int) (knowledge.Name, bool) {
	best, score := knowledge.Name{}, -1
	for _, c := range f.names {
		if s := f.weigh(c, i, n); s > score {
			best, score = c, s
		}
	}
	return best, score >= 0
}

var weights = map[doc.MentionType]int{doc.State: 90, doc.Organisation: 80, doc.Group: 75, doc.Body: 70, doc.Person: 65, doc.Office: 60, doc.Place: 50}

func (f *finder) weigh(c knowledge.Name, i, n int) int {
	it := &f.k.Items[c.Item]
	s := weights[it.Kind]
	a := f.d.Tokens[i].A()
	common := n == 1 && a.UPOS != doc.PROPN && a.Feats.Case != doc.Voc && f.d.Tokens[i].Kind != doc.Latin // मास्को is no call to masks
	switch {
	case c.How == knowledge.ByAdjective || c.How == knowledge.ByPeople:
		s = 55
	case c.How == knowledge.BySurname:
		s = 40
		if !f.holds(it) {
			s = 30
		}
		switch {
		case common && !f.personal(i):
			return -1 // एक बार
		case !f.vouched(it, i):
			return -1
		case f.ownName(i, i+n):
			s = 57
		}
	case common && (it.Kind == doc.Place || it.Kind == doc.Person || c.How == knowledge.ByAcronym):
		return -1
	case it.Kind == doc.Place && it.Capital:
		s += 8
	case it.Kind == doc.Place && it.Size > 1000000:
		s += 5
	case it.Kind == doc.Person && !f.holds(it):
		s -= 3
	}
	if common && (a.UPOS == doc.VERB || a.UPOS == doc.ADP || a.UPOS == doc.PRON || a.UPOS == doc.AUX) {
		return -1
	}
	return s
}

// vouched says whether a last name at token i may be that of somebody of the registry: one who serves an organisation is known by
// it behind a title or when the report has named him or the organisation.
func (f *finder) vouched(it *knowledge.Item, i int) bool {
	code := it.On(f.date).Code
	if f.titled(i) || f.spokenOf(i) || f.k.Item(doc.Organisation, code) == nil {
		return true
	}
	_, ok := f.registry.byKey[doc.Organisation.String()+":"+code]
	return ok
}

// ownName says whether a last name that is the adjective of a state as well means somebody: behind a title or told before, and
// the report speaks of no such state, or the word stands alone as a name does (मिस्री ने, but मिस्री विदेश मंत्री).
func (f *finder) ownName(i, last int) bool {
	told := f.spokenOf(i)
	switch {
	case !told && !f.titled(i):
		return false
	case told && !f.stateTold(), last >= f.end, f.d.Tokens[last].Kind == doc.Punct:
		return true
	}
	u := f.d.Tokens[last].A().UPOS
	return u != doc.NOUN && u != doc.ADJ && !f.nameWord(last)
}

// stateTold says whether the report has spoken of the state whose adjective is among the names in work.
func (f *finder) stateTold() bool {
	for _, c := range f.names {
		if it := &f.k.Items[c.Item]; c.How == knowledge.ByAdjective || c.How == knowledge.ByPeople {
			if _, ok := f.registry.byKey[doc.State.String()+":"+it.ID]; ok {
				return true
			}
		}
	}
	return false
}

// personal says whether a word of the language at token i can be a last name: behind a title, of somebody whom the report
// has named, or where only somebody who acts can stand (शाह ने).
func (f *finder) personal(i int) bool {
	return f.titled(i) || f.spokenOf(i) || f.ergative(i+1) && f.d.Tokens[i].A().UPOS == doc.NOUN && (i == f.sentence || f.d.Tokens[i-1].A().UPOS != doc.NUM)
}

// holds says whether a person holds an office at the date of the report.
func (f *finder) holds(it *knowledge.Item) bool {
	t := it.On(f.date)
	return f.date == "" || knowledge.Overlap(t.Since, t.Until, f.date, f.date)
}

// nameWord says whether token i can be part of a name that no table has.
func (f *finder) nameWord(i int) bool {
	if i >= f.end {
		return false
	}
	t := &f.d.Tokens[i]
	return t.Kind == doc.Latin && t.Len() > 1 || t.Kind == doc.Word && t.A().UPOS == doc.PROPN
}

// unknown enters a run of words that no table has: a person behind a title or when two or more stand together, an
// organisation before a body noun or bracketed acronym.
func (f *finder) unknown(i int) int {
	last := max(i+1, f.extendName(i))
	m := doc.Mention{Tokens: doc.Range{First: i, Last: last}, Type: doc.Person, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "unknown-name"}
	switch {
	case f.titled(i):
		m.Rule = "titled-name"
	case !f.tags() && (f.acronymBehind(last) || f.bodyBehind(last)):
		m.Type = doc.Organisation
	case f.spokenOf(last-1) || f.ergative(last):
	case last == i+1:
		return last // one unknown word alone may be anything
	case f.tags() && !f.dative(last):
		return i + 1 // reads like no name
	}
	f.add(m)
	return last
}

// spokenOf says whether token i is the last name of somebody whom the report has named.
func (f *finder) spokenOf(i int) bool {
	_, ok := f.registry.bySurname[f.d.Tokens[i].Norm]
	return ok
}

// ergative says whether the marker of an agent stands at token i: only somebody who acts has it.
func (f *finder) ergative(i int) bool { return f.marked(i, f.k.Ergative) }

// dative says whether the marker of a receiver stands at token i, which a thing has less often than somebody.
func (f *finder) dative(i int) bool { return f.marked(i, f.k.Dative) }

func (f *finder) marked(i int, marker uint8) bool {
	if i >= f.end || f.d.Tokens[i].Word < 0 {
		return false
	}
	m, n := f.k.MarkerAt(func(int) int32 { return f.d.Tokens[i].Word }, 1)
	return n == 1 && m == marker
}

// extendName is the token behind the name that goes on from token i: further unknown words, with the points of
// initials and hyphens between them, and titles inside a name (किंग) before a marker.
func (f *finder) extendName(i int) int {
	first := i
	for i < f.end {
		t := &f.d.Tokens[i]
		switch {
		case t.Kind == doc.Word && f.k.Abbreviation(t.Norm) == "initial" && i+1 < f.end && f.d.Tokens[i+1].Norm == ".":
			i += 2
		case f.nameWord(i) && !f.listed(i):
			i++
		case (t.Norm == "." || t.Norm == "-") && !t.Space && f.nameWord(i+1) && (t.Norm == "." || !f.d.Tokens[i+1].Space && !f.known(i+1)):
			i += 2
		case i > first && t.Norm == "-" && !t.Space && f.hyphenWord(i+1):
			i += 2 // अब्देल-फतह बुरहान
		case f.particle(i):
			i++
			if f.d.Tokens[i].Norm == "-" {
				i++
			}
		case i > first && f.ergative(i+1) && t.A().UPOS == doc.NOUN && (t.A().Class == 0 || t.A().Class&knowledge.ClassHuman != 0):
			return i + 1 // a word of the language as last name: टॉम किंग ने
		default:
			return i
		}
	}
	return i
}

// particle says whether token i is a particle inside a name (बिन, अल): one or two of them, with or without a hyphen,
// before a word of the name (तमीम बिन-हमद अल-थानी).
func (f *finder) particle(i int) bool {
	for n := 0; n < 2 && i+1 < f.end && f.k.CuesOf(&f.d.Tokens[i])&knowledge.CueNameParticle != 0; n++ {
		if i++; f.d.Tokens[i].Norm == "-" && !f.d.Tokens[i].Space {
			i++
		}
		if f.nameWord(i) {
			return true
		}
	}
	return false
}

// known says whether token i alone names a person or state of the registry: behind a hyphen it is another party
// (किम-ट्रंप मुलाकात).
func (f *finder) known(i int) bool {
	if i >= f.end {
		return false
	}
	t := &f.d.Tokens[i]
	if t.Word < 0 || f.k.Entry(t.Word).Starts&knowledge.StartsName == 0 {
		return false
	}
	names, n := f.k.NameAt(func(int) int32 { return t.Word }, 1, nil)
	for _, c := range names {
		if k := f.k.Items[c.Item].Kind; n == 1 && (k == doc.Person || k == doc.State) {
			return true
		}
	}
	return false
}

// fullName says whether the full name of a person of the registry begins at token i.
func (f *finder) fullName(i int) bool {
	if i >= f.end {
		return false
	}
	t := &f.d.Tokens[i]
	if t.Word < 0 || f.k.Entry(t.Word).Starts&knowledge.StartsName == 0 {
		return false
	}
	names, n := f.k.NameAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, f.end-i, nil)
	for _, c := range names {
		if n > 1 && f.k.Items[c.Item].Kind == doc.Person && c.How == knowledge.ByName {
			return true
		}
	}
	return false
}

// listed says whether token i begins a name of the registry that is no person's.
func (f *finder) listed(i int) bool {
	t := &f.d.Tokens[i]
	if t.Word < 0 || f.k.Entry(t.Word).Starts&knowledge.StartsName == 0 {
		return false
	}
	var n int
	f.names, n = f.k.NameAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, f.end-i, f.names[:0])
	if n == 0 {
		return false
	}
	for _, c := range f.names {
		if k := f.k.Items[c.Item].Kind; k == doc.State || k == doc.Organisation || k == doc.Place || k == doc.Office || k == doc.Body {
			return true
		}
	}
	return false
}

// titled says whether a title ends right before token i.
func (f *finder) titled(i int) bool {
	m := f.previous(i)
	return m != nil && m.Type == doc.Office
}

// previous is the mention that ends right before token i.
func (f *finder) previous(i int) *doc.Mention {
	if n := len(f.d.Mentions); n > 0 && f.d.Mentions[n-1].Tokens.Last == i {
		return &f.d.Mentions[n-1]
	}
	return nil
}

func (f *finder) acronymBehind(i int) bool {
	return i+2 < f.end && f.d.Tokens[i].Norm == "(" && f.d.Tokens[i+2].Norm == ")" && f.nameWord(i+1)
}

func (f *finder) bodyBehind(i int) bool {
	return i < f.end && f.d.Tokens[i].A().Class&knowledge.ClassBody != 0 && f.d.Tokens[i].A().UPOS == doc.NOUN
}

// owned enters a noun of people or a body that a state or organisation owns (रूस के अधिकारी, फलस्तीनी कामगार).
func (f *finder) owned(i int) {
	if i+1 < f.end && f.k.CuesOf(&f.d.Tokens[i])&knowledge.CueMember != 0 && f.d.Tokens[i+1].A().Class&knowledge.ClassStateNoun != 0 {
		return // सदस्य देश
	}
	if f.k.CuesOf(&f.d.Tokens[i])&knowledge.CueAlly != 0 {
		return // अमेरिका के सहयोगी are others
	}
	m := doc.Mention{Tokens: doc.Range{First: i, Last: i + 1}, Type: doc.Body, Row: doc.None, Entity: doc.None, Office: doc.None, Rule: "owned-noun"}
	if len(f.owners(&m)) > 0 {
		f.add(m)
	}
}

// add enters a mention and gives it its entity.
func (f *finder) add(m doc.Mention) {
	if m.Type == doc.Person && m.Row == doc.None && f.craft(m.Tokens.First) {
		return
	}
	m.Span = f.d.SpanOf(m.Tokens)
	m.Whole = f.whole(&m)
	m.Common = m.Type == doc.Body && f.common(&m)
	f.d.Mentions = append(f.d.Mentions, m)
	n := len(f.d.Mentions) - 1
	if m.Type == doc.Person && f.short(&m) && !f.titled(m.Tokens.First) {
		if _, ok := f.registry.bySurname[f.d.Tokens[m.Tokens.Last-1].Norm]; !ok {
			if f.doubtful(&m) {
				f.doubted = append(f.doubted, n)
			} else {
				f.deferred = append(f.deferred, n)
			}
			return
		}
	}
	f.link(&f.d.Mentions[n])
}

// craft says whether the name at token i, which no table has, is that of the vehicle right before it (युद्धपोत जेराल्ड फोर्ड).
func (f *finder) craft(i int) bool {
	if i == f.sentence {
		return false
	}
	a := f.d.Tokens[i-1].A()
	return a.UPOS == doc.NOUN && a.Class&knowledge.ClassVehicle != 0 && a.Class&knowledge.ClassHuman == 0
}

// settleShortNames links the short names that came before anybody was named in full.
func (f *finder) settleShortNames() {
	for _, n := range f.deferred {
		f.sentence = f.d.Sentences[f.d.SentenceOf(f.d.Mentions[n].Tokens.First)].Tokens.First
		f.linkPerson(&f.d.Mentions[n])
	}
}

// settleDoubted links the doubtful names of those who were named in full, and lets go of the others.
func (f *finder) settleDoubted() {
	if len(f.doubted) == 0 {
		return
	}
	drop := f.doubted[:0]
	for _, n := range f.doubted {
		m := &f.d.Mentions[n]
		if !f.spokenOf(m.Tokens.Last - 1) {
			drop = append(drop, n)
			continue
		}
		f.sentence = f.d.Sentences[f.d.SentenceOf(m.Tokens.First)].Tokens.First
		f.linkPerson(m)
	}
	kept := f.d.Mentions[:0]
	for n := range f.d.Mentions {
		if len(drop) > 0 && drop[0] == n {
			drop = drop[1:]
			continue
		}
		kept = append(kept, f.d.Mentions[n])
	}
	f.d.Mentions = kept
}
