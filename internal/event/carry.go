package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// conjoined takes over whom an act is done to when it is told by a second verb of the same subject that names nobody: whom the
// first verb names (राजनयिक को तलब किया और स्पष्टीकरण मांगा; पर आरोप लगाया और चेतावनी दी).
func (e *engine) conjoined(in *instance, x *filled) {
	if in.chunk != doc.None || x.has[knowledge.Recipient] && e.known(x.recipients) || !e.known(x.actors) || in.passive || !e.hitsOne(x.frame.Event.Type) {
		return
	}
	cl := &e.d.Clauses[in.clause]
	if cl.Kind != doc.Coordinate || cl.Parent == doc.None || cl.Subject != doc.None || e.namesOther(in, x) {
		return
	}
	if o := e.draftOf(cl.Parent); o != nil && e.hitsOne(o.spec.Type) && e.known(o.recipients) && e.codes(o.actors) == e.codes(x.actors) {
		x.recipients = e.without(o.recipients, x.actors)
	}
}

// theirs fills a measure against what belongs to people whom a pronoun means, beside or right after one against themselves (मछुआरों
// को गिरफ्तार किया। उनकी नावें भी जब्त कर ली गईं।): the sides are those of that act.
func (e *engine) theirs(in *instance, x *filled) {
	typ := x.frame.Event.Type
	if in.chunk != doc.None || e.known(x.recipients) || typ != "COERCE" && typ != "ASSAULT" && typ != "SANCTION" || !e.ofThem(in) {
		return
	}
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence >= s-1; i-- {
		o := &e.drafts[i]
		if o.spec.Type != "COERCE" && o.spec.Type != "ASSAULT" || o.dropped || !e.known(o.actors) || !e.known(o.recipients) {
			continue
		}
		switch {
		case len(x.actors) == 0 && in.passive:
			x.actors = o.actors
		case e.codes(x.actors) != e.codes(o.actors):
			return
		}
		x.recipients = o.recipients
		return
	}
}

// ofThem says whether the object of an instance belongs to people whom a plural pronoun means and nobody is known to be.
func (e *engine) ofThem(in *instance) bool {
	for _, a := range in.args {
		if a.key != knowledge.K2 && a.key != e.k.Dative {
			continue
		}
		for j := a.chunk - 1; j >= 0 && j >= a.chunk-3; j-- {
			g := &e.d.Chunks[j]
			if g.Of == a.chunk && e.d.Tokens[g.Head].A().UPOS == doc.PRON && e.k.CuesOf(&e.d.Tokens[g.Head])&knowledge.CueThird != 0 && e.mention[j] == doc.None {
				return true
			}
		}
	}
	return false
}

// inPassing fills whom a converb of words is aimed at from the clause around it, whose verb has taken the argument with the marker
// that both have (चीन पर उल्लंघन का आरोप लगाते हुए प्रतिबंध लगाए).
func (e *engine) inPassing(in *instance, x *filled) {
	cl := &e.d.Clauses[in.clause]
	if in.chunk != doc.None || cl.Kind != doc.Adverbial || cl.Parent == doc.None || e.known(x.recipients) || !e.known(x.actors) || !e.hitsOne(x.frame.Event.Type) {
		return
	}
	for _, a := range e.verbArgs(cl.Parent) {
		if a.key == knowledge.K1 || a.chunk > cl.Chunks.First {
			continue
		}
		if s, ok := e.slot(x.frame, a, false); ok && s.Role == knowledge.Recipient {
			e.give(x, knowledge.Recipient, e.parties(a.chunk, true))
		}
	}
}

// intruders are those whose act, told by an infinitive, an objection is about (चीनी नौकाओं के जलक्षेत्र में घुसने पर विरोध जताया), or a
// sanction follows upon (रूस के यूक्रेन पर हमला करने के बाद प्रतिबंध लगाए).
func (e *engine) intruders(in *instance, x *filled) {
	typ := x.frame.Event.Type
	if in.chunk != doc.None || typ != "ACCUSE" && typ != "SANCTION" || e.known(x.recipients) || !e.known(x.actors) {
		return
	}
	for c := in.clause - 1; c >= 0 && e.d.Clauses[c].Sentence == e.d.Clauses[in.clause].Sentence; c-- {
		cl := &e.d.Clauses[c]
		if cl.Parent != in.clause || cl.Predicate == doc.None || e.d.Chunks[cl.Predicate].Verb.Form != doc.Infinitive {
			continue
		}
		switch f := e.function(e.d.Chunks[cl.Predicate].Marker); {
		case typ == "ACCUSE" && (f == "place" || f == "topic" || f == "cause"), typ == "SANCTION" && e.time(c) && e.hostile(c):
		default:
			continue
		}
		if who := e.without(e.doer(c), x.actors); e.known(who) {
			x.recipients = who
			return
		}
	}
}

// hitsOne says whether acts of a type turn against somebody: by words or measures.
func (e *engine) hitsOne(typ string) bool {
	return e.k.Types[typ].Quad == 3 && typ != "REJECT" || typ == "SANCTION"
}

// namesOther says whether an argument of an instance names somebody who does not act in it: that one, not the one before, may
// be meant.
func (e *engine) namesOther(in *instance, x *filled) bool {
	for _, a := range in.args {
		if a.key == knowledge.K1 {
			continue
		}
		if e.known(e.without(e.parties(a.chunk, true), x.actors)) || e.function(a.key) == "source" && e.headClass(a.chunk)&(knowledge.ClassHuman|knowledge.ClassStateNoun) != 0 {
			return true // पश्चिमी देशों से हथियार मांगे
		}
	}
	return false
}

// draftOf is the draft that clause c tells, nil without one.
func (e *engine) draftOf(c int) *draft {
	for i := len(e.drafts) - 1; i >= max(0, len(e.drafts)-withinSentence); i-- {
		if o := &e.drafts[i]; o.clause == c && !o.nominal && !o.dropped {
			return o
		}
	}
	return nil
}

// continued finds who does what the passive tells without an agent of people to whom a report has just told that something was
// done: the same one (X ने मछुआरों को गिरफ्तार किया। उनकी नावें जब्त कर ली गईं।).
func (e *engine) continued(in *instance, x *filled) {
	if !in.passive || len(x.actors) > 0 || in.chunk != doc.None || !e.known(x.recipients) {
		return
	}
	typ := x.frame.Event.Type
	before := e.turnsAgainst
	switch {
	case e.d.Clauses[in.clause].Kind == doc.Adnominal:
		return
	case typ == "RETREAT" && slices.Contains(x.frame.Event.Modes, "release"):
		before = captures // राजदूत को हिरासत में लिया। उन्हें बाद में रिहा कर दिया गया
	case typ != "COERCE" && !e.hitsOne(typ):
		return
	}
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence >= s-1; i-- {
		o := &e.drafts[i]
		if o.status != record.Happened || o.dropped || o.nominal || !e.known(o.actors) || !before(o.spec.Type) {
			continue
		}
		if e.codes(o.recipients) == e.codes(x.recipients) {
			x.actors = e.without(o.actors, x.recipients)
			return
		}
	}
}

// captures says whether by an act of a type somebody may come to hold others.
func captures(typ string) bool { return typ == "COERCE" || typ == "ASSAULT" }

// turnsAgainst says whether acts of a type are hostile, by words or by deeds.
func (e *engine) turnsAgainst(typ string) bool {
	return e.k.Types[typ].Quad >= 3 && typ != "REJECT"
}

// ownLosses makes the soldiers without a state whose death an official reports those of his own state (आर्मेनिया के प्रधानमंत्री ने कहा कि
// अजरबैजान के हमलों में 49 सैनिक मारे गए).
func (e *engine) ownLosses(in *instance, x *filled) {
	if in.chunk != doc.None || x.frame.Event.Type != "ASSAULT" || e.known(x.recipients) || !e.known(x.actors) {
		return
	}
	who := e.speakerOf(in.clause)
	if len(who) != 1 || !e.known(who) || e.isIn(who[0], x.actors) || who[0].entity == doc.None || e.d.Entities[who[0].entity].Type == doc.Organisation {
		return
	}
	for _, a := range in.args {
		if s, ok := e.slot(x.frame, a, false); ok && s.Role == knowledge.Recipient && e.headClass(a.chunk)&knowledge.ClassForce != 0 {
			x.recipients = who
			return
		}
	}
}

// bareVictims says whether those to whom harm was done are named by nouns without an owner, whose state is a guess from what stands
// before.
func (e *engine) bareVictims(in *instance, x *filled) bool {
	for _, a := range in.args {
		if s, ok := e.slot(x.frame, a, false); ok && s.Role == knowledge.Recipient && !e.unowned(a.chunk) {
			return false
		}
	}
	return true
}

// unowned says whether chunk i means people of a force, or that force's people, whose state is not told (49 सैनिक; सेना का एक जवान).
func (e *engine) unowned(i int) bool {
	if m := e.mention[i]; m == doc.None || e.d.Mentions[m].Type != doc.Body {
		return false
	}
	if len(e.owner(i)) == 0 {
		return true
	}
	g := i - 1
	return g >= 0 && e.d.Chunks[g].Of == i && e.mention[g] != doc.None && e.d.Mentions[e.mention[g]].Type == doc.Body && e.d.Mentions[e.mention[g]].Tokens.Len() == 1 && (g == 0 || e.d.Chunks[g-1].Of != g)
}

// claimed says whether a deed is what one side claims, or has proof or reports, that another did (दावा किया कि पड़ोसी ने हमला किया;
// सबूत हैं कि सैनिक भेजे गए): a charge. What it claims to have done itself has happened.
func (e *engine) claimed(c int, x *filled) bool {
	if q := e.k.Types[x.frame.Event.Type].Quad; q != 2 && q != materialConflict || !e.known(x.actors) || e.d.Clauses[c].Kind != doc.Complement || e.d.Clauses[c].Parent == doc.None {
		return false
	}
	p := e.d.Clauses[c].Parent
	i, ok := e.claim(p)
	if !ok {
		return false
	}
	who := e.subjectParties(p, 0)
	if !e.known(who) && i != doc.None {
		who = e.owner(i) // सेना की रिपोर्टों में
	}
	if !e.known(who) {
		who = e.addParties(e.sayer(p), e.speakerOf(p)...)
	}
	return e.known(who) && !slices.ContainsFunc(who, func(s party) bool { return e.isIn(s, x.actors) })
}

// claim says whether clause p tells a claim, proof or report of what it governs: its host is one, what is said to be there, or what
// something is told in (रिपोर्टों में कहा गया); the chunk of it, when it is no host.
func (e *engine) claim(p int) (int, bool) {
	cl := &e.d.Clauses[p]
	if cl.Predicate == doc.None {
		return doc.None, false
	}
	if cl.Host.Len() > 0 && e.k.CuesOf(&e.d.Tokens[cl.Host.Last-1])&knowledge.CueAlleged != 0 {
		return doc.None, true
	}
	for i := cl.Chunks.First; i < cl.Predicate; i++ {
		ch := &e.d.Chunks[i]
		if ch.Clause == p && ch.Kind == doc.NP && e.k.CuesOf(&e.d.Tokens[ch.Head])&knowledge.CueAlleged != 0 && (ch.Marker == 0 && e.copular(cl) || ch.Marker == e.k.Locative && e.passive(p)) {
			return i, true
		}
	}
	return doc.None, false
}

// ownClaim says whether violence known from a claim is the doing of the one who claims it (मार गिराने का दावा किया).
func (e *engine) ownClaim(c int, x *filled) bool {
	p := e.d.Clauses[c].Parent
	if p == doc.None || x.frame.Event.Type != "ASSAULT" || !e.known(x.actors) {
		return false
	}
	for _, n := range e.d.Clauses[p].Frames {
		if f := e.k.Frames[n]; f.Event != nil && f.Inner == knowledge.InnerAlleged {
			return false // a charge
		}
	}
	who := e.subjectParties(p, 0)
	return e.known(who) && e.codes(who) == e.codes(x.actors)
}

// accuser makes whoever charges another with violence, and names no victim, the one to whom it was done (लेबनान ने आरोप लगाया कि
// इजराइल ने हवाई हमला किया).
func (e *engine) accuser(in *instance, x *filled, status string) {
	if status != record.Alleged || in.chunk != doc.None || x.frame.Event.Type != "ASSAULT" || e.known(x.recipients) || !e.known(x.actors) {
		return
	}
	for c, depth := in.clause, 0; c != doc.None && depth < 6; depth++ {
		p := e.d.Clauses[c].Parent
		if p == doc.None {
			return
		}
		if how, ok := e.innerOf(p, c); ok && how == knowledge.InnerAlleged {
			x.recipients = e.without(e.subjectParties(p, 0), x.actors)
			return
		}
		c = p
	}
}
