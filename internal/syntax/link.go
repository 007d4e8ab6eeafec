package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// link points genitives at what they modify and conjuncts at the next of their list.
func link(d *doc.Document, k *knowledge.Base, r doc.Range) {
	l := linker{d: d, k: k, r: r}
	l.mentions()
	for i := r.First; i < r.Last; i++ {
		c := &d.Chunks[i]
		if (c.Kind == doc.NP || c.Kind == doc.TimeX) && c.Marker == k.Genitive {
			c.Of = l.modified(i)
		} else if c.Kind == doc.NP && (c.Marker == 0 && l.juxtaposed(i) || l.governed(i)) {
			c.Of = i + 1
		}
	}
	for i := r.First; i < r.Last; i++ {
		if d.Chunks[i].Kind == doc.NP {
			d.Chunks[i].Coord = l.conjunct(i)
			if j := d.Chunks[i].Coord; j != doc.None && d.Chunks[j].Marker == 0 && !l.hyphen(i) {
				d.Chunks[j].Of = doc.None // the last of a list does not describe the noun behind it alone
			}
		}
	}
}

type linker struct {
	d *doc.Document
	k *knowledge.Base
	r doc.Range
	// kind of each chunk of the sentence, counted from r.First
	kind []doc.MentionType
}

// mentions notes for each chunk the type of the mention that holds its head.
func (l *linker) mentions() {
	l.kind = make([]doc.MentionType, l.r.Len())
	m := firstMention(l.d, l.d.Chunks[l.r.First].Tokens.First)
	for i := range l.kind {
		c := &l.d.Chunks[l.r.First+i]
		for ; m < len(l.d.Mentions) && l.d.Mentions[m].Tokens.Last <= c.Head; m++ {
		}
		if m < len(l.d.Mentions) && l.d.Mentions[m].Tokens.Has(c.Head) {
			l.kind[i] = l.d.Mentions[m].Type
		} else if c.Kind == doc.NP && l.d.Tokens[c.Head].A().Class&knowledge.ClassHuman != 0 {
			l.kind[i] = doc.Description
		}
	}
}

// firstMention is the first mention that ends behind token i, by binary search.
func firstMention(d *doc.Document, i int) int {
	lo, hi := 0, len(d.Mentions)
	for lo < hi {
		if m := (lo + hi) / 2; d.Mentions[m].Tokens.Last <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// modified is the nominal that genitive chunk i modifies: the next one that can be owned, past time expressions,
// particles, quotation marks, participles, and whoever acts (हमले की यूरोपीय संघ ने निंदा की).
func (l *linker) modified(i int) int {
	if l.meets(i) {
		return doc.None
	}
	far, reach := false, 6
	if a := l.d.Tokens[l.d.Chunks[i].Tokens.Last-1].A(); a.UPOS == doc.ADP && a.Feats.Case == doc.Nom {
		reach = 10 // the direct form has fewer nouns to choose from (राष्ट्रपति का यात्रा के दूसरे दिन राष्ट्रपति भवन के प्रांगण में स्वागत)
	}
	for j := i + 1; j < l.r.Last && j <= i+reach; j++ {
		switch c := &l.d.Chunks[j]; c.Kind {
		case doc.NP:
			if l.ownable(i, j) && !(far && c.Marker == l.k.Ergative) {
				return l.compound(j)
			}
			far = far || c.Marker != 0 && c.Marker != l.k.Genitive // मंत्री का पेरिस में राष्ट्रपति ने स्वागत किया
		case doc.TimeX:
			if j == i+1 && l.reckoned(c) {
				return doc.None
			}
		case doc.Adv:
		case doc.Mark:
			if !quote(l.d, c) {
				return doc.None
			}
		case doc.VG:
			if c.Verb.Form != doc.Participle && c.Verb.Form != doc.Agentive {
				return doc.None
			}
		default:
			return doc.None
		}
	}
	return doc.None
}

// compound is the noun of a document or meeting right behind the bare noun j, before a verb: what owns j owns it (चीन का अमेरिका के
// साथ व्यापार | समझौता हो गया).
func (l *linker) compound(j int) int {
	n := j + 1
	if n+1 >= l.r.Last || l.d.Chunks[n+1].Kind != doc.VG {
		return j
	}
	a, b := &l.d.Chunks[j], &l.d.Chunks[n]
	if b.Kind != doc.NP || a.Marker != 0 || b.Marker != 0 || a.Tokens.Last != b.Tokens.First || l.kind[j-l.r.First] != doc.NoType || l.kind[n-l.r.First] != doc.NoType {
		return j
	}
	x, y := l.d.Tokens[a.Head].A(), l.d.Tokens[b.Head].A()
	if x.UPOS == doc.NOUN && x.Class&knowledge.ClassDocument == 0 && x.Class&knowledge.ClassForum == 0 && y.Class&(knowledge.ClassDocument|knowledge.ClassForum) != 0 {
		return n
	}
	return j
}

// meets says whether genitive chunk i is who is to do something with somebody who has an owner already (उनके | चीन के | विदेश
// मंत्री से | मिलने की संभावना है).
func (l *linker) meets(i int) bool {
	if likeness(l.kind[i-l.r.First]) != actor && l.d.Tokens[l.d.Chunks[i].Head].A().UPOS != doc.PRON || i+1 >= l.r.Last {
		return false
	}
	o := i + 1
	for o+1 < l.r.Last && (l.d.Chunks[o].Kind == doc.TimeX || l.d.Chunks[o].Kind == doc.Adv) {
		o++
	}
	owner := &l.d.Chunks[o]
	if owner.Kind != doc.NP || owner.Marker != l.k.Genitive || l.kind[o-l.r.First] != doc.State && l.k.CuesOf(&l.d.Tokens[owner.Head])&knowledge.CueReflexive == 0 {
		return false
	}
	with := false
	for j := o + 1; j < l.r.Last && j <= o+5; j++ {
		switch c := &l.d.Chunks[j]; {
		case c.Kind == doc.VG:
			return with && c.Verb.Form == doc.Infinitive && c.Marker == l.k.Genitive
		case c.Kind == doc.NP && c.Marker != 0 && c.Marker != l.k.Genitive && likeness(l.kind[j-l.r.First]) == actor:
			with = true
		}
	}
	return false
}

// reckoned says whether a time expression is reckoned from the genitive before it (घटना के | एक दिन बाद).
func (l *linker) reckoned(c *doc.Chunk) bool {
	if c.Marker != 0 || c.Tokens.Len() < 2 {
		return false
	}
	u := l.d.Tokens[c.Tokens.Last-1].A().UPOS
	return u == doc.ADV || u == doc.ADP
}

// ownable says whether chunk j can be what genitive chunk i owns: not a state, nor a bare name unless a state, place
// or organisation owns it (चीन के झांग मिंग, संयुक्त राष्ट्र की सुरक्षा परिषद).
func (l *linker) ownable(i, j int) bool {
	c := &l.d.Chunks[j]
	t := l.kind[j-l.r.First]
	if !l.agrees(i, j) || l.ofInfinitive(j) || l.describesJourney(j) || l.manner(j) {
		return false
	}
	if t == doc.Place && l.allName(c) {
		// असम के गुवाहाटी में, but मोदी की मॉस्को में … मुलाकात
		return likeness(l.kind[i-l.r.First]) == place && l.d.Tokens[l.d.Chunks[i].Tokens.Last-1].A().Feats.Gender != doc.Fem
	}
	if t != doc.State && t != doc.Group && t != doc.Person && t != doc.Organisation {
		return l.d.Tokens[c.Head].A().UPOS != doc.PRON
	}
	m := firstMention(l.d, c.Tokens.First)
	if m < len(l.d.Mentions) && l.d.Mentions[m].Type != t {
		return true // a title or adjective opens the chunk
	}
	own := m < len(l.d.Mentions) && l.d.Mentions[m].Tokens.First == c.Tokens.First && j > i+1 // मंत्रियों की … संयुक्त राष्ट्र महासभा के
	if a := l.d.Tokens[c.Tokens.First].A(); !own && (a.UPOS == doc.NOUN || a.UPOS == doc.ADJ) {
		return true
	}
	return t != doc.State && likeness(l.kind[i-l.r.First]) == place
}

// allName says whether a chunk up to its head is one name (नई दिल्ली).
func (l *linker) allName(c *doc.Chunk) bool {
	m := firstMention(l.d, c.Tokens.First)
	return c.Head == c.Tokens.First || m < len(l.d.Mentions) && l.d.Mentions[m].Tokens == doc.Range{First: c.Tokens.First, Last: c.Head + 1}
}

// describesJourney says whether chunk j is the name of a place or state behind adjectives that, like the genitive before them, belong to the
// act right behind it (मोदी की | छठी अमेरिका | यात्रा).
func (l *linker) describesJourney(j int) bool {
	c := &l.d.Chunks[j]
	if t := l.kind[j-l.r.First]; t != doc.Place && t != doc.State || c.Marker != 0 || c.Head == c.Tokens.First || j+1 >= l.r.Last || !l.juxtaposed(j) {
		return false
	}
	for i := c.Tokens.First; i < c.Head; i++ {
		if u := l.d.Tokens[i].A().UPOS; u != doc.ADJ && u != doc.NUM && u != doc.DET && u != doc.PRON || l.k.CuesOf(&l.d.Tokens[i])&knowledge.CueAllied != 0 {
			return false
		}
	}
	return l.d.Tokens[l.d.Chunks[j+1].Head].A().Class&knowledge.ClassEvent != 0
}

// manner says whether chunk j tells how something is done to what the noun behind it names (यात्रा की | उत्सुकता से | प्रतीक्षा).
func (l *linker) manner(j int) bool {
	c := &l.d.Chunks[j]
	if l.d.Tokens[c.Head].A().Class&knowledge.ClassManner == 0 || l.kind[j-l.r.First] != doc.NoType || j+1 >= l.r.Last {
		return false
	}
	next := &l.d.Chunks[j+1]
	return l.k.Markers[c.Marker].Function == "source" && next.Kind == doc.NP && next.Marker == 0
}

// ofInfinitive says whether chunk j is a place right before an infinitive: a genitive before it is the subject of the
// infinitive (पुतिन के समरकंद पहुंचने की उम्मीद).
func (l *linker) ofInfinitive(j int) bool {
	t := l.kind[j-l.r.First]
	if t != doc.Place && t != doc.State || l.d.Chunks[j].Marker != 0 || j+1 >= l.r.Last {
		return false
	}
	c := &l.d.Chunks[j+1]
	return c.Kind == doc.VG && c.Verb.Form == doc.Infinitive
}

// agrees says whether the gender and case of a genitive marker fit the noun that it may modify: का owns nothing that bears a
// marker (मोदी का | राष्ट्रपति ने | स्वागत किया). Right beside a title a feminine one may not fit, for titles of women are masculine
// (अमेरिका की राजदूत).
func (l *linker) agrees(i, j int) bool {
	marker := l.d.Tokens[l.d.Chunks[i].Tokens.Last-1].A()
	own := marker.Feats
	if marker.UPOS == doc.NOUN {
		own = doc.Feats{} // the marker stands apart (‘रैपिड सपोर्ट फोर्स’ के हमले)
	}
	if own.Case == doc.Nom && l.d.Chunks[j].Marker != 0 && l.d.Chunks[j].Coord == doc.None {
		return false // मंत्री का (सोमवार को) राष्ट्रपति से मिलने का कार्यक्रम: the direct form owns nothing with a marker
	}
	if own.Case == doc.Nom && l.agents(j) {
		return false // मोदी का | राष्ट्रपति और उनकी पत्नी ने | स्वागत किया
	}
	g := own.Gender
	h := l.d.Tokens[l.d.Chunks[j].Head].A()
	if g == doc.Masc && own.Case == 0 && h.Feats.Case == doc.Nom && h.Feats.Number == doc.Sing && l.d.Chunks[j].Marker == 0 && j+1 < l.r.Last && l.d.Chunks[j+1].Kind == doc.VG {
		return false // रूस के | हमला करने के बाद: it would be रूस का हमला
	}
	if own.Case == doc.Nom && j > i+1 && h.Class&knowledge.ClassTime != 0 {
		return false // राष्ट्रपति का (यात्रा के) दूसरे दिन स्वागत किया गया
	}
	person := l.kind[i-l.r.First] == doc.Person
	if h.UPOS == doc.PROPN && (j > i+1 || person) {
		h = l.title(j) // सुषमा स्वराज की उनके समकक्ष सरताज अजीज के साथ बैठक, देउबा की प्रधानमंत्री मोदी से वार्ता
	}
	if g == 0 || h.UPOS != doc.NOUN || h.Feats.Gender == 0 || g == h.Feats.Gender || l.suffixedNoun(j) == g {
		return true
	}
	return j == i+1 && g == doc.Fem && !person && likeness(l.kind[j-l.r.First]) == actor
}

// agents says whether chunk j, without a marker, opens a list that ends with the marker of an agent.
func (l *linker) agents(j int) bool {
	if l.d.Chunks[j].Marker != 0 || likeness(l.kind[j-l.r.First]) != actor {
		return false
	}
	and := false
	for n := j + 1; n < l.r.Last && n <= j+8; n++ {
		c := &l.d.Chunks[n]
		switch {
		case c.Kind == doc.Conj && l.k.CuesOf(&l.d.Tokens[c.Head])&knowledge.CueAnd != 0:
			and = true
		case c.Kind == doc.NP && c.Marker == l.k.Ergative:
			return and
		case c.Kind == doc.Mark && n > j+1, c.Kind == doc.NP && (c.Marker == 0 || c.Marker == l.k.Genitive) && n > j+1:
		default:
			return false
		}
	}
	return false
}

// suffixedNoun is the gender of the noun that a suffix makes an adjective of chunk j (वियतनाम की | अगुवाई वाले सैन्य बल), 0
// without one.
func (l *linker) suffixedNoun(j int) uint8 {
	c := &l.d.Chunks[j]
	for i := c.Tokens.First + 1; i < c.Head; i++ {
		if suffixes(l.d, l.k, i) {
			return l.d.Tokens[i-1].A().Feats.Gender
		}
	}
	return 0
}

// title is the last common noun of chunk j, which a name heads.
func (l *linker) title(j int) *doc.Analysis {
	c := &l.d.Chunks[j]
	for i := c.Head - 1; i >= c.Tokens.First; i-- {
		if a := l.d.Tokens[i].A(); a.UPOS == doc.NOUN {
			return a
		}
	}
	return l.d.Tokens[c.Head].A()
}

func quote(d *doc.Document, c *doc.Chunk) bool { return quoteMark(&d.Tokens[c.Tokens.First]) }

// quoteMark says whether a mark is a quotation mark, ASCII or U+2018 to U+201D.
func quoteMark(t *doc.Token) bool {
	switch t.Norm[0] {
	case '\'', '"', '`', 0xE2:
		return true
	}
	return false
}

// juxtaposed says whether an unmarked name stands right before a common noun that it may modify (भारत यात्रा).
func (l *linker) juxtaposed(i int) bool {
	if i+1 >= l.r.Last || l.d.Chunks[i+1].Kind != doc.NP {
		return false
	}
	first := &l.d.Tokens[l.d.Chunks[i+1].Tokens.First]
	if l.k.CuesOf(first)&knowledge.CueAllied != 0 {
		return true
	}
	if first.A().UPOS != doc.NOUN && !l.jointAct(i) {
		return false
	}
	switch l.kind[i-l.r.First] {
	case doc.State, doc.Organisation, doc.Group, doc.Place, doc.Office, doc.Body:
	case doc.Person:
		if i == l.r.First || !l.hyphen(i-1) {
			return false // किम-ट्रंप मुलाकात
		}
	default:
		return false
	}
	return l.kind[i+1-l.r.First] == doc.NoType || l.kind[i+1-l.r.First] == doc.Description
}

// jointAct says whether chunk i is the second of two states that a hyphen joins, before what they do together (भारत-अमेरिका |
// संयुक्त सैन्य अभ्यास).
func (l *linker) jointAct(i int) bool {
	next := &l.d.Chunks[i+1]
	return i > l.r.First && l.hyphen(i-1) && l.kind[i-l.r.First] == doc.State && l.d.Tokens[next.Tokens.First].A().UPOS == doc.ADJ && l.d.Tokens[next.Head].A().Class&knowledge.ClassEvent != 0
}

// governed says whether a marked nominal belongs to the adjective that opens the next chunk (अफगानिस्तान पर काबिज
// तालिबान).
func (l *linker) governed(i int) bool {
	if i+1 >= l.r.Last || l.d.Chunks[i+1].Kind != doc.NP {
		return false
	}
	switch m := l.d.Chunks[i].Marker; l.k.Markers[m].Function {
	case "place", "near", "locative", "source", "agent":
	default:
		return false
	}
	c := &l.d.Chunks[i+1]
	return c.Tokens.First < c.Head && l.k.CuesOf(&l.d.Tokens[c.Tokens.First])&knowledge.CueAllied != 0
}

// top follows genitives to the nominal that heads the phrase.
func (l *linker) top(i int) int {
	for l.d.Chunks[i].Of != doc.None && l.d.Chunks[i].Marker != 0 {
		i = l.d.Chunks[i].Of
	}
	return i
}

// example is the nominal of people, bodies or states that chunk i is an example of, or counted among (ट्रंप समेत कई नेताओं
// से; जापान जैसे देशों ने); what counts them may stand between (समेत बीस से ज्यादा नेता).
func (l *linker) example(i int) int {
	d := l.d
	j := i + 1
	switch c := &d.Chunks[i]; {
	case likeness(l.kind[i-l.r.First]) == other:
		return doc.None
	case l.k.CuesOf(&d.Tokens[c.Tokens.Last-1])&knowledge.CueListTail != 0 && c.Marker != 0:
	case c.Marker == 0 && j < l.r.Last && d.Chunks[j].Kind != doc.NP && l.k.CuesOf(&d.Tokens[d.Chunks[j].Head])&knowledge.CueListTail != 0:
		j++
	default:
		return doc.None
	}
	if j < l.r.Last && d.Chunks[j].Kind == doc.NP && d.Tokens[d.Chunks[j].Head].A().UPOS == doc.NUM {
		j++
	}
	if j >= l.r.Last || d.Chunks[j].Kind != doc.NP {
		return doc.None
	}
	top := l.top(j)
	if !l.agent(top) || l.kind[top-l.r.First] == doc.Person || d.Tokens[d.Chunks[top].Head].A().Feats.Number != doc.Plur && d.Chunks[top].Tokens.Len() == 1 {
		return doc.None
	}
	return top
}

// dated is the next member of a list whose members have each a time of their own (ईरान 2023 में और बेलारूस 2024 में सदस्य
// बना).
func (l *linker) dated(i int) int {
	d := l.d
	if i+4 >= l.r.Last || d.Chunks[i].Marker != 0 || likeness(l.kind[i-l.r.First]) != place || d.Chunks[i+1].Kind != doc.TimeX || d.Chunks[i+3].Kind != doc.NP || d.Chunks[i+4].Kind != doc.TimeX {
		return doc.None
	}
	c := &d.Chunks[i+2]
	if c.Kind == doc.Conj && l.k.CuesOf(&d.Tokens[c.Head])&knowledge.CueAnd == 0 || c.Kind == doc.Mark && d.Tokens[c.Head].Norm != "," || c.Kind != doc.Conj && c.Kind != doc.Mark {
		return doc.None
	}
	if likeness(l.kind[i+3-l.r.First]) != place || d.Chunks[i+3].Marker != 0 {
		return doc.None
	}
	return i + 3
}

// conjunct is the next member of the list that chunk i belongs to.
func (l *linker) conjunct(i int) int {
	d := l.d
	if j := l.example(i); j != doc.None {
		return j
	}
	if j := l.dated(i); j != doc.None {
		return j
	}
	j := i + 1
	and, comma := false, false
	for ; j < l.r.Last; j++ {
		c := &d.Chunks[j]
		if c.Kind == doc.Conj && l.k.CuesOf(&d.Tokens[c.Head])&knowledge.CueAnd != 0 {
			and = true
		} else if c.Kind != doc.Mark || d.Tokens[c.Head].Norm != "," && !quote(d, c) {
			break
		}
		comma = comma || c.Kind == doc.Mark && !quote(d, c)
	}
	if !and && !comma && !l.hyphen(i) || j >= l.r.Last || d.Chunks[j].Kind != doc.NP { // सेनाएं ‘धर्म गार्जियन’ are no list
		return doc.None
	}
	if k := l.beyondPlace(i, j); and && k != doc.None {
		j = k
	} else if k := l.beyondAdjunct(i, j); and && k != doc.None {
		j = k
	}
	top := l.top(j)
	m := d.Chunks[i].Marker
	if m != 0 && m != d.Chunks[j].Marker && m != d.Chunks[top].Marker {
		return doc.None
	}
	if !and && !l.hyphen(i) && !l.alike(i, j, top) {
		return doc.None
	}
	return l.pair(i, j, top, and)
}

// alike says whether a comma alone may join chunk i and the marked one at j, or the head of its phrase, when no
// coordinator ends their list: not a person and a state (ट्रंप, उत्तर कोरिया से मांग करेंगे).
func (l *linker) alike(i, j, top int) bool {
	if l.d.Chunks[i].Marker == 0 && l.k.Markers[l.d.Chunks[top].Marker].Function == "according" {
		return false // मंत्री, उनके सलाहकार के अनुसार, लौट रहे हैं
	}
	if m := l.d.Chunks[top].Marker; l.d.Chunks[i].Marker == 0 && m != 0 && m != l.k.Ergative && l.closes(i) {
		return false // अमेरिका, ब्रिटेन और फ्रांस, संयुक्त राष्ट्र में …
	}
	if l.d.Chunks[i].Marker != 0 || l.d.Chunks[top].Marker == 0 || l.d.Chunks[top].Marker == l.k.Ergative {
		return true
	}
	a := likeness(l.kind[i-l.r.First])
	return a == likeness(l.kind[j-l.r.First]) || a == likeness(l.kind[top-l.r.First])
}

// closes says whether a coordinator joins chunk i to the list before it, whose last member it is.
func (l *linker) closes(i int) bool {
	if i-2 < l.r.First || l.d.Chunks[i-2].Coord != i {
		return false
	}
	c := &l.d.Chunks[i-1]
	return c.Kind == doc.Conj && l.k.CuesOf(&l.d.Tokens[c.Head])&knowledge.CueAnd != 0
}

// beyondPlace is the conjunct of chunk i, somebody, behind a place at j that tells where the next one has his post
// (जयशंकर और भारत में अमेरिका के राजदूत के बीच), None elsewhere.
func (l *linker) beyondPlace(i, j int) int {
	if likeness(l.kind[i-l.r.First]) != actor || likeness(l.kind[j-l.r.First]) != place || j+1 >= l.r.Last || l.d.Chunks[j+1].Kind != doc.NP {
		return doc.None
	}
	switch l.k.Markers[l.d.Chunks[j].Marker].Function {
	case "locative", "purpose":
	default:
		return doc.None
	}
	if top := l.top(j + 1); likeness(l.kind[top-l.r.First]) != actor || l.d.Chunks[i].Marker != 0 && l.d.Chunks[i].Marker != l.d.Chunks[top].Marker {
		return doc.None
	}
	return j + 1
}

// beyondAdjunct is the conjunct of chunk i, a state or organisation in a list, behind a phrase at j that names nobody and
// tells how the last one comes in (ईरान, सूडान और कुछ शर्तों के साथ क्यूबा को), None elsewhere.
func (l *linker) beyondAdjunct(i, j int) int {
	if likeness(l.kind[i-l.r.First]) != place || l.kind[j-l.r.First] != doc.NoType || l.d.Chunks[i].Marker != 0 || j+1 >= l.r.Last || l.d.Chunks[j+1].Kind != doc.NP {
		return doc.None
	}
	if l.k.Markers[l.d.Chunks[j].Marker].Function != "comitative" || likeness(l.kind[j+1-l.r.First]) != place {
		return doc.None
	}
	return j + 1
}

// hyphen says whether chunk i ends in a hyphen, so that the next is its conjunct (भारत-चीन).
func (l *linker) hyphen(i int) bool {
	return l.d.Tokens[l.d.Chunks[i].Tokens.Last-1].Norm == "-"
}

// pair chooses between the nominal at j and the head of its genitive phrase at top as the conjunct of chunk i.
func (l *linker) pair(i, j, top int, and bool) int {
	a, b, c := likeness(l.kind[i-l.r.First]), likeness(l.kind[j-l.r.First]), likeness(l.kind[top-l.r.First])
	if and && l.he(i) {
		a = actor // वह और अमेरिकी राजदूत
	}
	switch {
	case a == place && b == place, a == place && b == other && l.hyphen(i) && l.beginsWithState(j): // भारत-चीन सीमा पर
		return j
	case a == actor && l.d.Chunks[j].Of != doc.None && l.d.Chunks[i].Marker != l.k.Genitive && l.human(top):
		return top
	case a == actor && c == actor:
		return top
	case a == actor && b == actor, a == place && b == actor, a == actor && b == place && top == j:
		return j
	case a == place && c == actor, a == place && and && top != j && l.agent(top): // अमेरिका और हमारा गठबंधन
		return top
	case a == other && b == actor && c == other && and:
		return top
	case and && l.obliquePlural(i) && l.d.Chunks[j].Marker != 0 && top == j:
		return j
	case a == other && b == other && (and || l.d.Chunks[i].Marker != 0 || top == j) && l.d.Chunks[i].Marker != l.k.Ergative:
		return j
	}
	return doc.None
}

// obliquePlural says whether a chunk without a marker has the form that only stands before one: that of the next conjunct is its own
// (रूसी बैंकों और अरबपतियों पर).
func (l *linker) obliquePlural(i int) bool {
	a := l.d.Tokens[l.d.Chunks[i].Head].A()
	return l.d.Chunks[i].Marker == 0 && a.UPOS == doc.NOUN && a.Feats.Number == doc.Plur && a.Feats.Case == doc.Acc
}

// beginsWithState says whether the name of a state stands first in a chunk of a place.
func (l *linker) beginsWithState(j int) bool {
	c := &l.d.Chunks[j]
	m := firstMention(l.d, c.Tokens.First)
	return m < len(l.d.Mentions) && l.d.Mentions[m].Tokens.First == c.Tokens.First && l.d.Mentions[m].Type == doc.State && l.d.Tokens[c.Head].A().Class&knowledge.ClassPlace != 0
}

// he says whether a chunk is a third person pronoun alone.
func (l *linker) he(i int) bool {
	c := &l.d.Chunks[i]
	t := &l.d.Tokens[c.Head]
	return c.Head == c.Tokens.First && isPronoun(t) && l.k.CuesOf(t)&knowledge.CueThird != 0 && l.k.CuesOf(t)&knowledge.CueProximal == 0
}

// human says whether a chunk is headed by a noun of people or bodies.
func (l *linker) human(i int) bool {
	return l.d.Tokens[l.d.Chunks[i].Head].A().Class&(knowledge.ClassHuman|knowledge.ClassBody) != 0 || likeness(l.kind[i-l.r.First]) == actor
}

// agent says whether a chunk is headed by a noun of people, bodies or states.
func (l *linker) agent(i int) bool {
	return l.human(i) || l.d.Tokens[l.d.Chunks[i].Head].A().Class&knowledge.ClassStateNoun != 0
}

// Rough groups of mentions, for the likeness of conjuncts.
const (
	other = iota
	place
	actor
)

func likeness(t doc.MentionType) int {
	switch t {
	case doc.State, doc.Organisation, doc.Group, doc.Place:
		return place
	case doc.Person, doc.Office, doc.Body, doc.Description, doc.Nationals:
		return actor
	}
	return other
}
