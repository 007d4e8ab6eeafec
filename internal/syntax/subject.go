package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// subjects finds the karta of each clause of the sentence.
func (b *clauser) subjects() {
	for c := b.first; c < len(b.d.Clauses); c++ {
		b.d.Clauses[c].Subject = b.subject(c)
	}
}

// subject is the ergative chunk of a clause, the agent phrase of a passive, else its first unmarked nominal that
// names somebody, else a genitive before a nominalised infinitive (उनका कहना है).
func (b *clauser) subject(c int) int {
	d, cl := b.d, &b.d.Clauses[c]
	passive := cl.Predicate != doc.None && d.Chunks[cl.Predicate].Verb.Passive
	unmarked, first, beside := doc.None, doc.None, doc.None
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		ch := &d.Chunks[i]
		if ch.Kind != doc.NP || ch.Clause != c {
			continue
		}
		last := b.listEnd(i)
		m := d.Chunks[last].Marker
		switch {
		case m == b.k.Genitive && d.Chunks[last].Of == doc.None && cl.Predicate != doc.None && d.Chunks[cl.Predicate].Verb.Form == doc.Infinitive:
			return i
		case m == b.k.Ergative, passive && b.k.Markers[m].Function == "agent" && ch.Of == doc.None:
			return i
		case m == 0 && !cl.Host.Has(ch.Head) && !cl.Part.Has(ch.Head) && !passive && !b.oblique(ch):
			if ch.Of != doc.None && b.allied(ch.Of) {
				continue
			}
			if first == doc.None {
				first = i
			}
			if ch.Of != doc.None {
				beside = i // a name right before the host may be its genitive: भारत यात्रा
			} else if b.somebody(ch) && (unmarked == doc.None || b.place(unmarked) && !b.place(i) && !b.thing(ch) || b.headline(cl, unmarked, i) || b.arrives(unmarked, i)) {
				unmarked = i
			}
		}
	}
	if obliged := b.obliged(cl, c); obliged != doc.None {
		return obliged
	}
	if unmarked != doc.None && first < unmarked && b.vehicle(first) && b.place(unmarked) {
		return first // भारतीय विमान काबुल पहुंचा
	}
	if beside != doc.None && (unmarked == doc.None || b.place(unmarked)) && b.owned(beside) {
		d.Chunks[beside].Of = doc.None
		return beside
	}
	if unmarked != doc.None && (b.goalOf(cl, unmarked) || b.takenTo(cl, c, unmarked)) {
		return doc.None
	}
	if unmarked != doc.None && !b.goal(cl, unmarked) {
		return unmarked
	}
	if beside != doc.None && b.ownedToo(beside) {
		beside = doc.None
	}
	if beside != doc.None && (cl.Predicate == doc.None || d.Chunks[cl.Predicate].Verb.Form == doc.Finite || d.Chunks[beside].Of == doc.None || d.Chunks[d.Chunks[beside].Of].Marker == 0) {
		if d.Chunks[beside].Of == doc.None || d.Chunks[d.Chunks[beside].Of].Marker != 0 || !b.goesOn(cl) {
			return beside // but: जी-20 सम्मेलन में शामिल होने
		}
		return doc.None
	}
	if p := cl.Predicate; p != doc.None && p > 0 && d.Chunks[p-1].Clause == c && d.Chunks[p-1].Marker == b.k.Genitive && d.Chunks[p-1].Of == doc.None {
		return p - 1
	}
	if passive || first == doc.None || !b.intransitive(cl) || b.said(cl) || cl.Host.Len() > 0 && b.goesOn(cl) && !b.becoming(cl) {
		return doc.None
	}
	return first
}

// ownedToo says whether what the name at chunk i stands beside has an owner right before that name (मंत्री की ताइवान यात्रा): the name is
// where it goes.
func (b *clauser) ownedToo(i int) bool {
	if i == 0 {
		return false
	}
	g := &b.d.Chunks[i-1]
	return g.Kind == doc.NP && g.Marker == b.k.Genitive && g.Of != doc.None && g.Of == b.d.Chunks[i].Of
}

// arrives says whether nominal j belongs to the infinitive of time right behind it, and nominal i, which a participle in front of it
// describes, is who acts (सेना पहुंचने के बाद घबराया घाना, अब टोगो से की अपील).
func (b *clauser) arrives(j, i int) bool {
	if j+1 >= i || i == 0 {
		return false
	}
	v, p := &b.d.Chunks[j+1], &b.d.Chunks[i-1]
	return v.Kind == doc.VG && v.Verb.Form == doc.Infinitive && b.k.Markers[v.Marker].Function == "time" && p.Kind == doc.VG && p.Verb.Form == doc.Participle
}

// said says whether a clause tells what somebody has said: who did has the marker of an agent, what has none is words (और संघ को
// ‘झूठ का घर’ बताया).
func (b *clauser) said(cl *doc.Clause) bool {
	if !b.d.Chunks[cl.Predicate].Verb.Perfective || cl.Kind != doc.Coordinate {
		return false
	}
	for _, n := range cl.Frames {
		if f := b.k.Frames[n]; f.Say && f.Event == nil {
			return true
		}
	}
	return false
}

// becoming says whether the verb of a clause is the copula, with which a noun makes an intransitive predicate (शामिल हो गए).
func (b *clauser) becoming(cl *doc.Clause) bool {
	for _, a := range b.d.Tokens[b.d.Chunks[cl.Predicate].Verb.Main].Analyses {
		if a.UPOS == doc.AUX {
			return true
		}
	}
	return false
}

// takenTo says whether the place at chunk i is where the agent of the clause before asks or sends the object of clause c, told in the
// perfective, before it (मंत्री ने मुलाकात की और उन्हें रूस आमंत्रित किया).
func (b *clauser) takenTo(cl *doc.Clause, c, i int) bool {
	if cl.Kind != doc.Coordinate || cl.Parent == doc.None || cl.Predicate == doc.None || !b.d.Chunks[cl.Predicate].Verb.Perfective || !b.place(i) {
		return false
	}
	if s := b.d.Clauses[cl.Parent].Subject; s == doc.None || b.d.Chunks[s].Marker != b.k.Ergative {
		return false
	}
	for j := cl.Chunks.First; j < i; j++ {
		if ch := &b.d.Chunks[j]; ch.Kind == doc.NP && ch.Clause == c && ch.Marker == b.k.Dative {
			return true
		}
	}
	return false
}

// goalOf says whether the unmarked nominal i of a participle is a place that whoever the participle describes went to (दौरे पर नेपाल
// पहुंचे विदेश सचिव).
func (b *clauser) goalOf(cl *doc.Clause, i int) bool {
	if cl.Kind == doc.Complement && cl.Predicate != doc.None && cl.Parent != doc.None && b.d.Chunks[cl.Predicate].Verb.Form == doc.Infinitive && b.place(i) {
		return i+1 == cl.Predicate && b.somebodyBefore(cl) // मंत्री काहिरा जाने की योजना बना रहे हैं
	}
	if cl.Kind != doc.Adnominal || cl.Head == doc.None || cl.Predicate == doc.None || b.d.Chunks[cl.Predicate].Verb.Form != doc.Participle || !b.place(i) {
		return false
	}
	top := cl.Head
	for b.d.Chunks[top].Of > top {
		top = b.d.Chunks[top].Of // भारत पहुंचे फ्रांस के राष्ट्रपति
	}
	h := b.d.Chunks[top].Head
	m := firstMention(b.d, h)
	return m < len(b.d.Mentions) && b.d.Mentions[m].Tokens.Has(h) && likeness(b.d.Mentions[m].Type) == actor
}

// goal says whether the one state or town without a marker in a clause, chunk i, is where somebody of rank goes, whom
// another clause names: a plural verb cannot be its own (सम्मेलन में भाग लेने के लिए भारत पहुंच चुके हैं).
func (b *clauser) goal(cl *doc.Clause, i int) bool {
	if cl.Predicate == doc.None || i != cl.Predicate-1 || b.d.Chunks[i].Coord != doc.None || b.d.Chunks[i].Tokens.Len() != b.d.Chunks[i].Head-b.d.Chunks[i].Tokens.First+1 {
		return false
	}
	m := firstMention(b.d, b.d.Chunks[i].Head)
	if m >= len(b.d.Mentions) || !b.d.Mentions[m].Tokens.Has(b.d.Chunks[i].Head) || b.d.Mentions[m].Type != doc.State && b.d.Mentions[m].Type != doc.Place {
		return false
	}
	v := &b.d.Chunks[cl.Predicate]
	for t := v.Tokens.First; t < v.Tokens.Last; t++ {
		if b.d.Tokens[t].A().Feats.Number == doc.Plur {
			return true
		}
	}
	return false
}

// somebodyBefore says whether the clause around infinitive clause cl has, before it, somebody who acts.
func (b *clauser) somebodyBefore(cl *doc.Clause) bool {
	p := &b.d.Clauses[cl.Parent]
	for i := p.Chunks.First; i < cl.Chunks.First; i++ {
		if ch := &b.d.Chunks[i]; ch.Kind == doc.NP && ch.Clause == cl.Parent && ch.Of == doc.None && (ch.Marker == b.k.Ergative || ch.Marker == 0 && b.somebody(ch) && !b.place(i)) {
			return true
		}
	}
	return false
}

// goesOn says whether a second conjunct shares the agent of the first: a perfective verb, with no agent of its own, whose
// name before the host is none (कनाडा ने … रोक दी और अपना भारत दौरा टाल दिया).
func (b *clauser) goesOn(cl *doc.Clause) bool {
	if cl.Kind != doc.Coordinate || cl.Parent == doc.None || cl.Predicate == doc.None || !b.d.Chunks[cl.Predicate].Verb.Perfective {
		return false
	}
	s := b.d.Clauses[cl.Parent].Subject
	return s != doc.None && b.listMarker(s) == b.k.Ergative
}

// obliged is the dative chunk of a clause of obligation: who has to do it (अमेरिका को सेना बुलानी है).
func (b *clauser) obliged(cl *doc.Clause, c int) int {
	if cl.Predicate == doc.None || !b.d.Chunks[cl.Predicate].Verb.Obligation {
		return doc.None
	}
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if ch := &b.d.Chunks[i]; ch.Kind == doc.NP && ch.Clause == c && b.listMarker(i) == b.k.Dative && b.somebody(ch) {
			return i
		}
	}
	return doc.None
}

// allied says whether a chunk begins with a word that takes the name before it in (सीरिया समर्थित मिलिशिया).
func (b *clauser) allied(i int) bool {
	return b.k.CuesOf(&b.d.Tokens[b.d.Chunks[i].Tokens.First])&knowledge.CueAllied != 0
}

// listEnd is the last member of the list that chunk i opens: it bears the marker of all.
func (b *clauser) listEnd(i int) int {
	for b.d.Chunks[i].Coord != doc.None {
		i = b.d.Chunks[i].Coord
	}
	return i
}

// listMarker is the marker of the list that chunk i opens.
func (b *clauser) listMarker(i int) uint8 { return b.d.Chunks[b.listEnd(i)].Marker }

// somebody says whether the head of a chunk can act: a name, a pronoun, a person, a body or a state.
func (b *clauser) somebody(ch *doc.Chunk) bool {
	a := b.d.Tokens[ch.Head].A()
	return b.party(ch) || a.UPOS == doc.PRON || b.pronounAlone(ch) || a.Class&(knowledge.ClassHuman|knowledge.ClassBody|knowledge.ClassStateNoun|knowledge.ClassForce) != 0
}

// owned says whether a title or body before a noun is described itself, by a genitive or adjective of a state, so that
// it is no modifier of the noun (तालिबान का शिष्टमंडल बातचीत के लिए मॉस्को पहुंचा).
func (b *clauser) owned(i int) bool {
	ch := &b.d.Chunks[i]
	m := firstMention(b.d, ch.Head)
	if m >= len(b.d.Mentions) || !b.d.Mentions[m].Tokens.Has(ch.Head) || likeness(b.d.Mentions[m].Type) != actor || b.d.Chunks[ch.Of].Marker == 0 {
		return false
	}
	if b.d.Tokens[b.d.Chunks[ch.Of].Head].A().Class&knowledge.ClassFacility != 0 {
		return false // रूसी सेना मुख्यालय पर
	}
	return i > b.r.First && b.d.Chunks[i-1].Of == i && b.d.Chunks[i-1].Marker == b.k.Genitive || b.d.Mentions[m].Tokens.First > ch.Tokens.First
}

// pronounAlone says whether a chunk is one determiner that stands for somebody (वे शुक्रवार को माले पहुंचे).
func (b *clauser) pronounAlone(ch *doc.Chunk) bool {
	t := &b.d.Tokens[ch.Head]
	return ch.Head == ch.Tokens.First && t.A().UPOS == doc.DET && isPronoun(t)
}

// thing says whether a chunk is a demonstrative that means what was said rather than somebody (मॉस्को यह स्वीकार करे).
func (b *clauser) thing(ch *doc.Chunk) bool {
	return b.pronounAlone(ch) && b.k.CuesOf(&b.d.Tokens[ch.Head])&knowledge.CueProximal != 0
}

// vehicle says whether the head of a chunk is a ship, aircraft or the like: it goes somewhere, though it acts for nobody.
func (b *clauser) vehicle(i int) bool {
	return b.d.Tokens[b.d.Chunks[i].Head].A().Class&knowledge.ClassVehicle != 0
}

// place says whether the head of a chunk names a state, organisation or place: beside a person it is not the subject
// (कजाखस्तान पहुंचे रूस के राष्ट्रपति).
func (b *clauser) place(i int) bool {
	h := b.d.Chunks[i].Head
	m := firstMention(b.d, h)
	return m < len(b.d.Mentions) && b.d.Mentions[m].Tokens.Has(h) && likeness(b.d.Mentions[m].Type) == place
}

// intransitive says whether an inanimate nominal can be the subject: a clause without any candidate for it.
func (b *clauser) intransitive(cl *doc.Clause) bool {
	return cl.Predicate != doc.None && b.d.Chunks[cl.Predicate].Verb.Form == doc.Finite
}

// oblique says whether a chunk is a pronoun in the oblique form without a marker, which is no subject but a determiner
// of what follows (किसी भी देश को).
func (b *clauser) oblique(ch *doc.Chunk) bool {
	a := b.d.Tokens[ch.Head].A()
	return (a.UPOS == doc.PRON || a.UPOS == doc.DET) && ch.Tokens.Len() == 1 && a.Feats.Case == doc.Acc
}

// headline says whether a comma of a headline parts chunk i, before the verb, from the nominal j, which belongs to what
// stands there without a verb (किम राजी, ट्रंप रोकेंगे अभ्यास).
func (b *clauser) headline(cl *doc.Clause, j, i int) bool {
	if !b.d.Sentences[cl.Sentence].Title || cl.Predicate == doc.None || i > cl.Predicate || b.d.Chunks[j].Coord != doc.None {
		return false
	}
	for j++; j < i; j++ {
		if c := &b.d.Chunks[j]; c.Kind == doc.Mark && b.d.Tokens[c.Head].Norm == "," {
			return true
		}
	}
	return false
}
