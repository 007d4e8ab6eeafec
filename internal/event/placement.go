package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// relation is a lasting relation that two names tell by how they stand beside each other.
type relation struct {
	kind            string
	subject, object party
	words           doc.Span // that tell it, empty for all from one name to the other
}

// placements states what the report says of names in passing: a capital (ताजिकिस्तान की राजधानी दुशांबे), a town (ईरान के बाम
// शहर), the seat of an organisation or mission (वियना स्थित आईएईए), members (नाटो का सदस्य नॉर्वे, नाटो सदस्य नॉर्वे). Each is
// stated once.
func (e *engine) placements() {
	told := map[string]bool{}
	for i := range e.d.Chunks {
		c := &e.d.Chunks[i]
		if c.Kind != doc.NP {
			continue
		}
		for _, r := range []relation{e.within(i), e.capital(i), e.presidency(i), e.asMember(i)} {
			if r.kind != "" {
				e.relate(r, told)
			}
		}
		e.listed(i, told)
		if c.Of == doc.None || e.mention[i] == doc.None {
			continue
		}
		r := e.placement(i, c.Of)
		if r.kind == "" {
			continue
		}
		e.relate(r, told)
		if r.kind == "member_of" {
			e.fellows(c.Of, r, told)
		}
	}
}

// relate enters a relation unless it has been told.
func (e *engine) relate(r relation, told map[string]bool) {
	if r.words == (doc.Span{}) {
		r.words = doc.Span{Start: min(r.subject.span.Start, r.object.span.Start), End: max(r.subject.span.End, r.object.span.End)}
	}
	f := record.Fact{Kind: r.kind, Subject: e.party(r.subject), Object: e.party(r.object), Evidence: e.quotes([]doc.Span{r.words}), Rule: "placement"}
	if key := r.kind + f.Subject.Text + f.Object.Code; !told[key] {
		told[key] = true
		e.state(f)
	}
}

// listed enters the states of a list behind the mark that follows the word for the members of a body (संगठन के दस सदस्य देशों - रूस,
// चीन और …; संगठन में दस सदस्य हैं: …).
func (e *engine) listed(i int, told map[string]bool) {
	d := e.d
	word := e.memberWord(i)
	if word == doc.None || i+2 >= len(d.Chunks) {
		return
	}
	mark := i + 1
	if d.Chunks[mark].Kind == doc.VG {
		mark++ // सदस्य हैं:
	}
	if mark+1 >= len(d.Chunks) || d.Chunks[mark].Kind != doc.Mark || !opensList(d.Tokens[d.Chunks[mark].Head].Norm) {
		return
	}
	all := e.members(mark + 1)
	org := e.bodyMention(i)
	if org == doc.None || len(all) < 2 || all[0] != mark+1 {
		return
	}
	for _, j := range all {
		if m := e.mention[j]; m != doc.None && d.Mentions[m].Type == doc.State {
			e.relate(relation{kind: "member_of", subject: e.mentionParties(m)[0], object: e.mentionParties(org)[0]}, told)
		}
	}
}

// opensList says whether a mark may stand before a list of what was just named.
func opensList(mark string) bool {
	switch mark {
	case "-", "–", "—", ":", ":-", "(":
		return true
	}
	return false
}

// bodyMention is the mention of the organisation whose members the word in chunk i means: its owner, or the one named last before it in
// its sentence.
func (e *engine) bodyMention(i int) int {
	d := e.d
	if g := e.bodyOf(i); g != doc.None && d.Mentions[e.mention[g]].Type == doc.Organisation {
		return e.mention[g]
	}
	t := d.Chunks[i].Tokens.First
	for m := e.firstMention(t) - 1; m >= 0 && d.Mentions[m].Tokens.First >= d.Sentences[d.SentenceOf(t)].Tokens.First; m-- {
		if d.Mentions[m].Type == doc.Organisation && d.Mentions[m].Entity != doc.None {
			return m
		}
	}
	return doc.None
}

// fellows enters the states listed with a member, the first of them chunk i (परिषद के स्थायी सदस्य रूस और चीन).
func (e *engine) fellows(i int, r relation, told map[string]bool) {
	for _, j := range e.members(i) {
		if m := e.mention[j]; j > i && m != doc.None && e.d.Mentions[m].Type == doc.State {
			e.relate(relation{kind: r.kind, subject: e.mentionParties(m)[0], object: r.object}, told)
		}
	}
}

// within reads the relation between two names of chunk i: an organisation and the member behind it (नाटो सदस्य तुर्की).
func (e *engine) within(i int) relation {
	m := e.mention[i]
	if m == doc.None || m < 2 || e.d.Mentions[m].Type != doc.State {
		return relation{}
	}
	org, word := &e.d.Mentions[m-2], &e.d.Mentions[m-1]
	beside := org.Tokens.Last == word.Tokens.First && word.Tokens.Last == e.d.Mentions[m].Tokens.First
	if !beside || org.Type != doc.Organisation || e.k.CuesOf(&e.d.Tokens[word.Tokens.First])&knowledge.CueMember == 0 {
		return relation{}
	}
	return relation{kind: "member_of", subject: e.mentionParties(m)[0], object: e.mentionParties(m - 2)[0]}
}

// capital reads a capital without its state (राजधानी बिश्केक), when the report names the state elsewhere.
func (e *engine) capital(i int) relation {
	cues, _ := e.words(i)
	m := e.mention[i]
	if cues&knowledge.CueCapital == 0 || m == doc.None || i > 0 && e.d.Chunks[i-1].Of == i {
		return relation{}
	}
	mn := &e.d.Mentions[m]
	if mn.Type != doc.Place || mn.Row == doc.None || !e.k.Items[mn.Row].Capital || e.unnamed(m) {
		return relation{}
	}
	for s := range e.d.Mentions {
		if x := &e.d.Mentions[s]; x.Type == doc.State && x.Entity != doc.None && e.d.Entities[x.Entity].Code == e.d.Entities[mn.Entity].Code {
			return relation{"capital_of", party{mn.Entity, mn.Span}, party{x.Entity, x.Span}, e.nominalSpan(i)}
		}
	}
	return relation{}
}

// unnamed says whether mention m calls a capital by that word alone (राष्ट्रीय राजधानी).
func (e *engine) unnamed(m int) bool {
	return e.k.CuesOf(&e.d.Tokens[e.d.Mentions[m].Tokens.Last-1])&knowledge.CueCapital != 0
}

// asMember reads who acts as a member (भारत ने परिषद के अस्थायी सदस्य के रूप में …): the state that is the subject.
func (e *engine) asMember(i int) relation {
	c := &e.d.Chunks[i]
	if e.function(c.Marker) != "manner" || e.k.CuesOf(&e.d.Tokens[c.Head])&knowledge.CueMember == 0 || c.Clause == doc.None {
		return relation{}
	}
	org := e.firstOf(i, doc.Organisation)
	if org == doc.None && i > 0 && e.d.Chunks[i-1].Of == i && e.mention[i-1] != doc.None {
		org = e.mention[i-1] // परिषद के सदस्य
	}
	who := e.subjectParties(c.Clause, 0)
	if org == doc.None || len(who) != 1 || who[0].entity == doc.None || e.d.Entities[who[0].entity].Type != doc.State {
		return relation{}
	}
	if o := e.mentionParties(org)[0]; o.entity != doc.None && e.d.Entities[o.entity].Type == doc.Organisation {
		return relation{kind: "member_of", subject: who[0], object: o}
	}
	return relation{}
}

// placement reads the relation between a name, chunk i, and the chunk that it modifies.
func (e *engine) placement(i, of int) relation {
	d := e.d
	owner := e.mentionParties(e.mention[i])[0]
	cues, class := e.words(of)
	if d.Chunks[i].Marker == 0 {
		return e.seat(e.mention[i], of, cues)
	}
	named := e.named(of)
	if o := d.Chunks[of].Of; named != doc.None && d.Mentions[named].Type == doc.Place && d.Chunks[of].Marker == 0 && o != doc.None && d.Chunks[of].Coord == doc.None && e.headClass(o)&knowledge.ClassDocument != 0 {
		return relation{} // भारत का सिंधु | जल समझौता
	}
	if d.Chunks[i].Marker != e.k.Genitive || named == doc.None || e.unnamed(named) || cues&knowledge.CueAgentive != 0 || owner.entity == doc.None { // रूस के कब्जे वाला क्रीमिया
		return relation{}
	}
	it := party{d.Mentions[named].Entity, d.Mentions[named].Span}
	ownerType := d.Mentions[e.mention[i]].Type
	if ownerType == doc.Description && cues&knowledge.CueCapital != 0 {
		ownerType = d.Entities[owner.entity].Type // देश की राजधानी
	}
	switch t := d.Mentions[named].Type; {
	case t == doc.Place && ownerType == doc.State && cues&knowledge.CueCapital != 0:
		return relation{kind: "capital_of", subject: it, object: owner}
	case t == doc.Place && (ownerType == doc.State || ownerType == doc.Place && (class&knowledge.ClassPlace != 0 || e.region(e.mention[i]))) && it.entity != owner.entity && e.code(it) == e.code(owner):
		return relation{kind: "located_in", subject: it, object: owner}
	case t == doc.State && ownerType == doc.Organisation && cues&knowledge.CueMember != 0:
		return relation{kind: "member_of", subject: it, object: owner}
	}
	return relation{}
}

// seat is where an organisation, office or mission is said to be, chunk of behind the name m of a place (जिनेवा स्थित मिशन).
func (e *engine) seat(m, of int, cues knowledge.Cues) relation {
	body := e.mention[of]
	if body == doc.None || e.d.Mentions[m].Type != doc.Place || cues&knowledge.CueLocated == 0 {
		return relation{}
	}
	b := e.mentionParties(body)[0]
	if t := e.d.Mentions[body].Type; t != doc.Organisation && (t != doc.Body || e.code(b) == "") {
		return relation{}
	}
	return relation{kind: "located_in", subject: b, object: e.mentionParties(m)[0]}
}

// region says whether a mention is a region of a state.
func (e *engine) region(m int) bool {
	row := e.d.Mentions[m].Row
	return row != doc.None && e.k.Items[row].Kind == doc.Place && e.k.Items[row].Sub == "region"
}

// words are the cues and classes of the words of chunk i.
func (e *engine) words(i int) (knowledge.Cues, knowledge.Class) {
	var cues knowledge.Cues
	var class knowledge.Class
	for t := e.d.Chunks[i].Tokens.First; t < e.d.Chunks[i].Tokens.Last; t++ {
		cues |= e.k.CuesOf(&e.d.Tokens[t])
		class |= e.d.Tokens[t].A().Class
	}
	return cues, class
}

// named is the mention inside chunk i, None without one.
func (e *engine) named(i int) int {
	c := &e.d.Chunks[i]
	for m := e.firstMention(c.Tokens.First); m < len(e.d.Mentions) && e.d.Mentions[m].Tokens.First < c.Tokens.Last; m++ {
		if t := e.d.Mentions[m].Type; (t == doc.Place || t == doc.State) && e.d.Mentions[m].Entity != doc.None {
			return m
		}
	}
	return doc.None
}
