package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// nominal cuts a nominal chunk at token i.
func (c *chunker) nominal(i int) int {
	first := i
	if a := c.d.Tokens[i].A(); c.pronoun(i) && !c.determines(i) && !c.stressed(i) {
		if c.counted(i) {
			return c.add(doc.Range{First: i, Last: i + 1}, doc.Adv)
		}
		c.add(doc.Range{First: i, Last: i + 1}, doc.NP)
		c.d.Chunks[len(c.d.Chunks)-1].Marker = a.Marker
		if a.Marker != 0 {
			return c.fused(i + 1)
		}
		return c.marker(i + 1)
	}
	last := doc.None // the last mention inside the chunk
	for i < c.end {
		if i > first && (c.timexAt(i) != nil || c.discourseAt(i) > 0) {
			break
		}
		if i == first+1 && c.pronoun(first) && c.stressed(first) {
			i++
			continue
		}
		if i > first && c.suffixed(i) {
			i, last = i+1, doc.None
			continue
		}
		if i > first && c.another(i) {
			i++
			continue
		}
		if i > first && c.more(i) {
			i += 2
			continue
		}
		if i > first && c.breaks(first, i, last) {
			break
		}
		if m := c.mentionAt(i); m != nil {
			last = c.mention
			i = m.Tokens.Last
			continue
		}
		if !c.joins(i, first) {
			break
		}
		i++
	}
	if i == first {
		i++
	}
	if j := c.bracket(c.quoted(first, i)); j > i+1 {
		i = c.behindBracket(j)
	} else if last != doc.None && c.d.Mentions[last].Type == doc.Person {
		i = c.nickname(i)
	}
	c.add(doc.Range{First: first, Last: i}, doc.NP)
	ch := &c.d.Chunks[len(c.d.Chunks)-1]
	ch.Head = c.head(first, i)
	return c.marker(i)
}

// suffixed says whether token i makes an adjective of the noun before it (वियतनाम की अगुवाई वाली सेना): a nominal follows.
func (c *chunker) suffixed(i int) bool {
	if i+1 >= c.end || !suffixes(c.d, c.k, i) {
		return false
	}
	switch c.d.Tokens[i+1].A().UPOS {
	case doc.NOUN, doc.ADJ, doc.NUM, doc.DET, doc.PROPN:
		return c.timexAt(i+1) == nil
	}
	return false
}

// another says whether token i, a coordinator, adds to the numeral right before it, which begins the nominal (एक और अधिकारी).
func (c *chunker) another(i int) bool {
	if i+1 >= c.end || c.d.Tokens[i].A().UPOS != doc.CCONJ || c.k.CuesOf(&c.d.Tokens[i])&knowledge.CueAnd == 0 || c.d.Tokens[i-1].A().UPOS != doc.NUM {
		return false
	}
	switch c.d.Tokens[i+1].A().UPOS {
	case doc.NOUN, doc.ADJ:
		return c.timexAt(i+1) == nil
	}
	return false
}

// more says whether tokens i and i+1 say that there are more of what follows than the numeral before them (20 से ज्यादा
// सैनिक).
func (c *chunker) more(i int) bool {
	if i+2 >= c.end || c.d.Tokens[i-1].A().UPOS != doc.NUM || c.k.CuesOf(&c.d.Tokens[i+1])&knowledge.CueMore == 0 {
		return false
	}
	if m, n := c.markerAt(i); n != 1 || c.k.Markers[m].Function != "source" {
		return false
	}
	switch c.d.Tokens[i+2].A().UPOS {
	case doc.NOUN, doc.ADJ, doc.PROPN, doc.DET:
		return true
	}
	return false
}

// suffixes says whether token i is the suffix of agents and qualities right behind a noun.
func suffixes(d *doc.Document, k *knowledge.Base, i int) bool {
	return i > 0 && d.Tokens[i].A().UPOS == doc.ADP && k.CuesOf(&d.Tokens[i])&knowledge.CueAgentive != 0 && d.Tokens[i-1].A().UPOS == doc.NOUN
}

// pronoun says whether token i is a pronoun, or a determiner that can be one (वह, दोनों).
func (c *chunker) pronoun(i int) bool {
	t := &c.d.Tokens[i]
	if t.A().UPOS == doc.PRON {
		return true
	}
	return t.A().UPOS == doc.DET && isPronoun(t)
}

// isPronoun says whether some reading of a token is a pronoun.
func isPronoun(t *doc.Token) bool {
	for j := range t.Analyses {
		if t.Analyses[j].UPOS == doc.PRON {
			return true
		}
	}
	return false
}

// independent says whether the nominal at token i takes no determiner: a name, or the host of the verb behind it (वह चीन
// जाएंगे, वह बदला लेगा).
func (c *chunker) independent(i int) bool {
	t := &c.d.Tokens[i]
	a := t.A()
	if a.UPOS == doc.PROPN && t.Word >= 0 && c.k.Entry(t.Word).Starts&knowledge.StartsName != 0 {
		return true
	}
	he := c.k.CuesOf(&c.d.Tokens[i-1])&knowledge.CueThird != 0
	if m := firstMention(c.d, i); m+1 < len(c.d.Mentions) && c.d.Mentions[m].Tokens.First == i && c.d.Mentions[m+1].Type == doc.Person && c.d.Mentions[m+1].Tokens.First == c.d.Mentions[m].Tokens.Last {
		return true // वह राष्ट्रपति रामनाथ कोविंद से मिलेंगे
	}
	for i+2 < c.end && c.d.Tokens[i].A().UPOS == doc.ADJ && c.d.Tokens[i+1].A().UPOS == doc.NOUN {
		i++ // वह जवाबी कदम उठाएगा
		a = c.d.Tokens[i].A()
	}
	if i+1 >= c.end {
		return false
	}
	if he && i+2 < c.end && c.k.CuesOf(&c.d.Tokens[i+1])&knowledge.CueNegation != 0 {
		i++ // वह परमाणु हथियार नहीं छोड़ेगा, but कोई बैठक नहीं हुई
	}
	b := c.d.Tokens[i+1].A()
	if a.UPOS == doc.ADJ && (b.UPOS == doc.AUX || c.copula(&c.d.Tokens[i+1]) || b.UPOS == doc.PRON) {
		return true // वह तैयार होंगे; वह पहले अपने …
	}
	return b.UPOS == doc.VERB && c.k.IsCompound(a.LemmaID, b.LemmaID)
}

// oblique says whether the nominal that begins at token i bears a marker: a direct form before it is no determiner of
// it (वह निरीक्षकों को बुलाएंगे). Behind a noun it ends where a name, time, determiner or adjective begins another one
// (यह वार्ता ओमानी मेजबान द्वारा …); वे alone mostly stands for people.
func (c *chunker) oblique(p, i int) bool {
	cues := c.k.CuesOf(&c.d.Tokens[p])
	far := cues&knowledge.CueThird != 0 && cues&knowledge.CueProximal == 0
	for first := i; i < c.end; i++ {
		u := c.d.Tokens[i].A().UPOS
		noun := !far && i > first && c.d.Tokens[i-1].A().UPOS == doc.NOUN
		switch u {
		case doc.NOUN, doc.PROPN:
			if noun && c.opens(i) {
				return false
			}
		case doc.ADJ, doc.NUM, doc.DET:
			if noun {
				return false
			}
		case doc.ADP:
			return true
		case doc.CCONJ, doc.PUNCT:
			if !far || u == doc.PUNCT && c.d.Tokens[i].Norm != "," {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// opens says whether a mention or time expression begins at token i.
func (c *chunker) opens(i int) bool {
	if m := firstMention(c.d, i); m < len(c.d.Mentions) && c.d.Mentions[m].Tokens.First == i {
		return true
	}
	for t := c.timex; t < len(c.d.Timexes) && c.d.Timexes[t].Tokens.First <= i; t++ {
		if c.d.Timexes[t].Tokens.First == i {
			return true
		}
	}
	return false
}

// joins says whether token i can go on the chunk that begins at first.
func (c *chunker) joins(i, first int) bool {
	t := &c.d.Tokens[i]
	if t.Kind == doc.Punct {
		return c.inner(i, first)
	}
	switch t.A().UPOS {
	case doc.NOUN, doc.ADJ, doc.NUM, doc.DET, doc.PROPN, doc.X, doc.SYM:
		return true
	case doc.PRON:
		return i == first
	}
	return false
}

// inner says whether a mark belongs to a word or name: a hyphen without spaces, the point of an initial.
func (c *chunker) inner(i, first int) bool {
	if i == first || i+1 >= c.end {
		return false
	}
	t, next := &c.d.Tokens[i], &c.d.Tokens[i+1]
	switch t.Norm {
	case "-", "/":
		return !t.Space && !next.Space && next.Kind != doc.Punct
	case ".":
		return !t.Space && next.Kind != doc.Punct && next.A().UPOS != doc.ADP
	}
	return false
}

// breaks says whether a new chunk begins at token i although it could join: a name is followed by another one, or a
// state by a noun that it may be the subject or genitive of (भारत यात्रा).
func (c *chunker) breaks(first, i, last int) bool {
	if last != doc.None && c.installation(&c.d.Mentions[last], i) {
		return false
	}
	if c.predicative(first, i, last) || c.hosts(first, i) || c.several(first, i) {
		return true
	}
	if last == doc.None {
		return c.newName(i)
	}
	m := &c.d.Mentions[last]
	if m.Tokens.Last != i {
		if m.Type == doc.Nationals || m.Type == doc.Office {
			return c.newName(i) // रूसी मिसाइल यूक्रेन में
		}
		return c.mentionAt(i) != nil
	}
	next := c.mentionAt(i)
	switch m.Type {
	case doc.Nationals:
		return false
	case doc.Office, doc.Body:
		if next == nil {
			return c.thing(i) || m.Type == doc.Body && c.crowd(i)
		}
		if next.Type == doc.Person {
			return c.stranger(m, next)
		}
		return next.Type != doc.Office && !c.member(m, next)
	case doc.Person:
		return c.d.Tokens[i].Kind != doc.Punct && (next != nil || c.k.CuesOf(&c.d.Tokens[i])&knowledge.CueHonorific == 0) // बाइडेन | जी20 सम्मेलन में
	case doc.State, doc.Organisation, doc.Group, doc.Place:
		a := c.d.Tokens[i].A()
		if next != nil {
			return next.Type != doc.Office && next.Type != doc.Body || m.Type == doc.State && next.Rule == "owned-noun" && c.fighters(a)
		}
		if c.d.Tokens[i-1].A().UPOS == doc.ADJ && a.UPOS != doc.NUM && a.UPOS != doc.DET {
			return false // खालिस्तान समर्थक अलगाववादी तत्व
		}
		return a.UPOS == doc.NOUN && a.Class&(knowledge.ClassBody|knowledge.ClassForce|knowledge.ClassPlace) == 0 || a.UPOS == doc.ADJ || a.UPOS == doc.NUM || a.UPOS == doc.DET || m.Type == doc.State && a.UPOS == doc.PROPN // कजाखस्तान | अब्राहम समझौते में
	}
	return false
}

// installation says whether what follows the name of a place at token i is something that stands there, with a postposition
// (बुशहर | परमाणु ऊर्जा संयंत्र पर, बेरूत | हवाई अड्डे से).
func (c *chunker) installation(m *doc.Mention, i int) bool {
	if m.Type != doc.Place || m.Tokens.Last != i {
		return false
	}
	for j := i; j+1 < c.end && j < i+4; j++ {
		a := c.d.Tokens[j].A()
		if n := firstMention(c.d, j); a.UPOS != doc.NOUN && a.UPOS != doc.ADJ || n < len(c.d.Mentions) && c.d.Mentions[n].Tokens.First == j {
			return false
		}
		if a.Class&knowledge.ClassFacility != 0 {
			if _, n := c.markerAt(j + 1); n > 0 {
				return true
			}
		}
	}
	return false
}

// predicative says whether an adjective or determiner at token i follows a noun: it begins a chunk of its own, for
// what describes a noun stands before it.
func (c *chunker) predicative(first, i, last int) bool {
	u := c.d.Tokens[i].A().UPOS
	if u != doc.ADJ && u != doc.DET && u != doc.NUM || i == first {
		return false
	}
	p := c.d.Tokens[i-1].A().UPOS
	if u == doc.DET && p == doc.ADJ && isPronoun(&c.d.Tokens[i]) {
		return true // पहले ये प्रतिनिधि
	}
	return (p == doc.NOUN || p == doc.PROPN) && c.mentionAt(i) == nil && !(u != doc.DET && c.nationalsBefore(i, last) && !isAdverb(&c.d.Tokens[i]))
}

// isAdverb says whether some reading of a token is an adverb (लगातार).
func isAdverb(t *doc.Token) bool {
	for j := range t.Analyses {
		if t.Analyses[j].UPOS == doc.ADV {
			return true
		}
	}
	return false
}

// nationalsBefore says whether the adjective of a state ends right before token i (दो फलस्तीनी आत्मघाती हमलावर).
func (c *chunker) nationalsBefore(i, last int) bool {
	return last != doc.None && c.d.Mentions[last].Type == doc.Nationals && c.d.Mentions[last].Tokens.Last == i
}

// hosts says whether the word at token i makes a predicate with the verb right behind it, so that the noun before it
// is not its modifier but an argument (सैनिक तैनात किए, राष्ट्रपति इस्तीफा देंगे).
func (c *chunker) hosts(first, i int) bool {
	if i == first || i+1 >= c.end || c.mentionAt(i) != nil {
		return false
	}
	if p := c.d.Tokens[i-1].A().UPOS; p != doc.NOUN && p != doc.PROPN && !c.people(i-1) {
		return false
	}
	j := i + 1
	for j < c.end && c.k.CuesOf(&c.d.Tokens[j])&(knowledge.CueFocus|knowledge.CueNegation) != 0 {
		j++
	}
	if j >= c.end {
		return false
	}
	v := c.d.Tokens[j].A()
	return (v.UPOS == doc.VERB || v.UPOS == doc.AUX) && c.k.IsCompound(c.d.Tokens[i].A().LemmaID, v.LemmaID)
}

// people says whether a word read as an adjective may name people (चार सैनिक घायल हो गए).
func (c *chunker) people(i int) bool {
	t := &c.d.Tokens[i]
	for j := range t.Analyses {
		if a := &t.Analyses[j]; a.UPOS == doc.NOUN && a.Class&knowledge.ClassHuman != 0 {
			return true
		}
	}
	return false
}

// fighters says whether a noun means an armed group or its people, whom a state does not own by standing before them (पाकिस्तान |
// आतंकियों को पनाह देता है, but भारत सरकार).
func (c *chunker) fighters(a *doc.Analysis) bool {
	return a.Class&knowledge.ClassGroup != 0 && a.Class&(knowledge.ClassBody|knowledge.ClassForce) == 0
}

// thing says whether token i is a common noun of no person or body: behind a title or body it begins a chunk of its own,
// of which these may be the subject or, side by side with it, a modifier (अधिकारी युद्धविराम पर …; राष्ट्रपति चुनाव).
func (c *chunker) thing(i int) bool {
	a := c.d.Tokens[i].A()
	return a.UPOS == doc.NOUN && a.Class&(knowledge.ClassHuman|knowledge.ClassBody|knowledge.ClassForce) == 0
}

// crowd says whether token i is a plural noun in the oblique case of people who hold no office: no modifier or part of the body before
// them (सरकार | विद्रोहियों को).
func (c *chunker) crowd(i int) bool {
	a := c.d.Tokens[i].A()
	return a.UPOS == doc.NOUN && a.Feats.Number == doc.Plur && a.Feats.Case == doc.Acc && a.Class&(knowledge.ClassGroup|knowledge.ClassCivilian) != 0 && a.Class&(knowledge.ClassRole|knowledge.ClassOfficial) == 0
}

// stranger says whether a title and the person behind it are of two states (नेपाल के विदेश मंत्री जयशंकर के साथ …).
func (c *chunker) stranger(title, person *doc.Mention) bool {
	if title.Type != doc.Office || title.Entity == doc.None || person.Entity == doc.None || person.Office != doc.None {
		return false
	}
	a, b := c.d.Entities[title.Entity].Code, c.d.Entities[person.Entity].Code
	return a != record.Unknown && b != record.Unknown && a != b
}

// member says whether a mention is a noun beside which a name may stand in apposition: of role before a state (नाटो का
// सदस्य नॉर्वे), of a body before an organisation or group (चरमपंथी संगठन हमास), but not अमेरिकी बचाव दल तुर्की पहुंचा.
func (c *chunker) member(m, next *doc.Mention) bool {
	if next.Type == doc.Nationals {
		return false // इजरायली पक्ष | फलस्तीनी कैदियों को
	}
	if next.Type == doc.Group && next.Row != doc.None && m.Row != doc.None && c.k.Items[next.Row].Sub == c.k.Items[m.Row].ID {
		return true // अर्धसैनिक बल रैपिड सपोर्ट फोर्स: the kind of the group
	}
	a := c.d.Tokens[m.Tokens.Last-1].A()
	fits := knowledge.ClassRole | knowledge.ClassBody
	if next.Type == doc.State || next.Type == doc.Place {
		fits = knowledge.ClassRole
	}
	if next.Type == doc.Body && next.Row != doc.None && c.k.Items[next.Row].Sub == "media" {
		return a.Class&knowledge.ClassBody != 0 // रूसी समाचार एजेंसी तास
	}
	return m.Rule == "owned-noun" && a.Class&fits != 0 && a.Class&(knowledge.ClassForce|knowledge.ClassOfficial) == 0
}

// newName says whether a name at token i begins a chunk of its own: a thing stands before it, which it cannot describe.
func (c *chunker) newName(i int) bool {
	m := c.mentionAt(i)
	if m == nil {
		return false
	}
	a := c.d.Tokens[i-1].A()
	if m.Type == doc.Body || m.Type == doc.Office {
		// दूसरी बार राष्ट्रपति बने; दल का नेतृत्व विदेश मंत्री करेंगे
		return a.UPOS == doc.NOUN && (a.Class&knowledge.ClassTime != 0 || c.hostAhead(i))
	}
	fits := knowledge.ClassBody | knowledge.ClassGroup
	switch m.Type {
	case doc.State, doc.Place:
		if c.possessed(i - 1) {
			return true // उनका देश चाड से
		}
		fits = knowledge.ClassPlace | knowledge.ClassStateNoun // पड़ोसी देश पाकिस्तान
	case doc.Person, doc.Nationals:
		fits = knowledge.ClassHuman // आतंकी हाफिज सईद
		if m.Type == doc.Nationals && c.act(m.Tokens.Last) {
			return a.UPOS == doc.NOUN // दो नागरिक इजराइली हमले के शिकार हुए
		}
	}
	if m.Rule == "unknown-name" {
		fits |= knowledge.ClassPlace | knowledge.ClassBody // शहर डोंग डांग
	}
	// a word that no table has is no title of a state: बीड़ा केन्या ने उठाया
	return a.UPOS == doc.NOUN && a.Class&fits == 0 || m.Type == doc.State && a.UPOS == doc.PROPN
}

// act says whether token i is the noun of an act.
func (c *chunker) act(i int) bool {
	return i < c.end && c.d.Tokens[i].A().UPOS == doc.NOUN && c.d.Tokens[i].A().Class&knowledge.ClassEvent != 0
}

// possessed says whether the noun at token i stands alone behind a possessive pronoun.
func (c *chunker) possessed(i int) bool {
	n := len(c.d.Chunks)
	if n == 0 || c.d.Chunks[n-1].Tokens.Last != i || c.d.Chunks[n-1].Kind != doc.NP {
		return false
	}
	p := &c.d.Chunks[n-1]
	return p.Marker == c.k.Genitive && p.Tokens.Len() == 1 && isPronoun(&c.d.Tokens[p.Head])
}

// maxAhead is how many tokens behind a noun its verb may stand.
const maxAhead = 12

// hostAhead says whether the noun right before token i makes a predicate with the next verb: one that is known, or a
// light verb with nothing but a name between, which cannot be its host (दल का नेतृत्व विदेश मंत्री करेंगे).
func (c *chunker) hostAhead(i int) bool {
	noun, bare := c.d.Tokens[i-1].A().LemmaID, true
	j := i
	for m := c.mention; m < len(c.d.Mentions) && c.d.Mentions[m].Tokens.First == j; m++ {
		j = c.d.Mentions[m].Tokens.Last
	}
	for ; j < c.end && j < i+maxAhead; j++ {
		switch v := c.d.Tokens[j].A(); v.UPOS {
		case doc.VERB, doc.AUX:
			light := bare && c.k.CuesOf(&c.d.Tokens[j])&knowledge.CueLight != 0 && !c.k.IsPredicate(v.LemmaID) && !c.k.IsCompound(c.d.Tokens[j-1].A().LemmaID, v.LemmaID)
			return light || c.k.IsCompound(noun, v.LemmaID)
		case doc.NOUN, doc.PROPN:
		case doc.SCONJ:
			return false
		default:
			m, n := c.markerAt(j)
			bare = bare && n == 1 && m == c.k.Ergative
		}
	}
	return false
}

// several says whether the noun before the one at token i is plural, and so no modifier of it but a chunk of its own
// (दोनों देश सीमा पर, 35 देश मतदान से, सेनाएं सीमा पर); a noun of people or bodies may still be its apposition.
func (c *chunker) several(first, i int) bool {
	if i == first || c.mentionAt(i) != nil {
		return false
	}
	a, p := c.d.Tokens[i].A(), &c.d.Tokens[i-1]
	const agent = knowledge.ClassHuman | knowledge.ClassBody | knowledge.ClassStateNoun | knowledge.ClassForce
	counted := i-1 > first && c.k.CuesOf(&c.d.Tokens[first])&(knowledge.CueBoth|knowledge.CueAllOf) != 0
	if counted && p.A().Class&knowledge.ClassStateNoun != 0 && a.UPOS == doc.NOUN && a.Feats.Number == doc.Plur && a.Feats.Case == doc.Acc {
		return true // दोनों देश | कैदियों की
	}
	if a.UPOS != doc.NOUN || a.Class&agent != 0 || p.A().UPOS != doc.NOUN {
		return false
	}
	if f := p.A().Feats; f.Number == doc.Plur && f.Case == doc.Nom {
		return true
	}
	if p.A().Class&knowledge.ClassStateNoun != 0 {
		return true
	}
	return counted && p.A().Class&agent != 0
}

// quoted is the token behind the quotation mark that closes the name from token first to i, before a bracket that glosses it
// ('रैपिड सपोर्ट फोर्स' (आरएसएफ) ने).
func (c *chunker) quoted(first, i int) int {
	if first > 0 && i+1 < c.end && quoteMark(&c.d.Tokens[first-1]) && quoteMark(&c.d.Tokens[i]) && c.d.Tokens[i+1].Norm == "(" {
		return i + 1
	}
	return i
}

// bracket takes in a short pair of brackets right behind a nominal: an acronym or gloss.
func (c *chunker) bracket(i int) int {
	if i >= c.end || c.d.Tokens[i].Norm != "(" {
		return i
	}
	for j := i + 1; j < c.end && j < i+8; j++ {
		switch c.d.Tokens[j].Norm {
		case ")":
			c.timexAt(j + 1)
			return j + 1
		case "\u0964":
			return i
		}
	}
	return i
}

// nickname takes in one or two quoted words right behind a person's name (दाहाल ‘प्रचंड’ ने).
func (c *chunker) nickname(i int) int {
	if i+2 >= c.end || c.d.Tokens[i].Kind != doc.Punct || !quoteMark(&c.d.Tokens[i]) {
		return i
	}
	for j := i + 2; j < c.end && j <= i+3; j++ {
		if c.d.Tokens[j].Kind == doc.Punct && quoteMark(&c.d.Tokens[j]) {
			if m, _ := c.markerAt(min(j+1, c.end-1)); m != 0 {
				return j + 1
			}
			return i
		}
	}
	return i
}

// behindBracket goes on over plain nouns that the bracketed name modifies (एपेक) मंच.
func (c *chunker) behindBracket(i int) int {
	for i < c.end && c.d.Tokens[i].A().UPOS == doc.NOUN && c.timexAt(i) == nil && c.mentionAt(i) == nil {
		i++
	}
	return i
}

// head is the last word of the chunk outside brackets.
func (c *chunker) head(first, last int) int {
	h, depth := first, 0
	for i := first; i < last; i++ {
		switch {
		case c.d.Tokens[i].Norm == "(":
			depth++
		case c.d.Tokens[i].Norm == ")":
			depth--
		case depth == 0 && c.d.Tokens[i].Kind != doc.Punct:
			h = i
		}
	}
	return h
}

// fused extends the last chunk, a pronoun with a marker in its form, by the rest of a postposition (उनके साथ).
func (c *chunker) fused(i int) int {
	last := &c.d.Chunks[len(c.d.Chunks)-1]
	m, n := c.k.MarkerBehind(last.Marker, func(j int) int32 { return c.d.Tokens[i+j].Word }, min(3, c.end-i))
	if n == 0 || c.d.Tokens[i].A().UPOS == doc.VERB {
		return i
	}
	if i+n < c.end {
		// उससे अलग हो गया: the last word makes a predicate with the verb
		if v := c.d.Tokens[i+n].A(); (v.UPOS == doc.VERB || v.UPOS == doc.AUX) && c.k.IsCompound(c.d.Tokens[i+n-1].A().LemmaID, v.LemmaID) {
			return i
		}
	}
	last.Marker, last.Tokens.Last = m, i+n
	return i + n
}
