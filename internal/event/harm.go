package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// wherein says whether an argument is the act in which something happened: a place, a source, or what a relative pronoun gives as
// the cause (जिसमें, जिससे, जिसके कारण).
func (e *engine) wherein(a arg) bool {
	f := e.function(a.key)
	return a.key == e.k.Locative || f == "source" || f == "cause" && e.isRelative(a.chunk)
}

func (e *engine) isRelative(i int) bool {
	return e.k.CuesOf(&e.d.Tokens[e.d.Chunks[i].Tokens.First])&knowledge.CueRelative != 0
}

// ownCraft gives an instance whose subject are craft or weapons, whose the clause does not say, the state or force that tells of them
// as subject (सेना ने कहा कि लड़ाकू विमानों ने ठिकाने पर हमला किया).
func (e *engine) ownCraft(in *instance) {
	s := e.d.Clauses[in.clause].Subject
	if s == doc.None || len(in.subject) > 0 || e.mention[s] != doc.None || e.headClass(s)&(knowledge.ClassVehicle|knowledge.ClassWeapon) == 0 || len(e.owner(s)) > 0 {
		return
	}
	who := e.speakerOf(in.clause)
	if len(who) != 1 || !e.known(who) || e.d.Entities[who[0].entity].Type != doc.Body && e.d.Entities[who[0].entity].Type != doc.State {
		return
	}
	for i := range in.args {
		if in.args[i].key == knowledge.K1 {
			in.args[i].parties = who
		}
	}
}

// attackers are those who did the attack in which harm was done when the noun of it names nobody: the relative pronoun means the
// act of the clause before (हमला किया, जिसमें तीन सैनिक मारे गए), the noun alone the attack told last (हमले में एक सैनिक मारा गया).
func (e *engine) attackers(in *instance, i int) []party {
	cl := &e.d.Clauses[in.clause]
	if e.isRelative(i) {
		if cl.Kind == doc.Relative && cl.Parent != doc.None {
			if o := e.draftOf(cl.Parent); o != nil && o.spec.Type == "ASSAULT" {
				return o.actors
			}
			return nil
		}
		return e.lastAttack(cl.Sentence, 1, doc.None)
	}
	c := &e.d.Chunks[i]
	reach, bare := 1, c.Tokens.First == c.Head
	if e.k.CuesOf(&e.d.Tokens[c.Tokens.First])&(knowledge.CueDeixis|knowledge.CueProximal) != 0 {
		reach, bare = 2, true
	}
	if !bare || i > 0 && (e.d.Chunks[i-1].Of == i || e.d.Chunks[i-1].Kind == doc.VG) {
		return nil // an attack that is described is another one
	}
	return e.lastAttack(cl.Sentence, reach, c.Head)
}

// attacked are those on whom the attack was, told by the clause that the relative clause of an instance describes.
func (e *engine) attacked(in *instance) []party {
	cl := &e.d.Clauses[in.clause]
	if cl.Kind != doc.Relative || cl.Parent == doc.None {
		return nil
	}
	if o := e.draftOf(cl.Parent); o != nil {
		return o.recipients
	}
	return nil
}

// pronounVictims says whether those to whom harm was done are told by a noun that a pronoun of the third person owns.
func (e *engine) pronounVictims(in *instance, x *filled) bool {
	for _, a := range in.args {
		if s, ok := e.slot(x.frame, a, false); !ok || s.Role != knowledge.Recipient || a.chunk == 0 {
			continue
		}
		g := &e.d.Chunks[a.chunk-1]
		if cues := e.k.CuesOf(&e.d.Tokens[g.Head]); g.Of == a.chunk && cues&knowledge.CueThird != 0 && cues&knowledge.CueReflexive == 0 {
			return true
		}
	}
	return false
}

// lastAttack are the actors of the last act of violence told in or up to reach sentences before sentence s; the one told
// last counts, whether its actors are known or not. With a noun it must be one that the noun at token t can mean.
func (e *engine) lastAttack(s, reach, t int) []party {
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence >= s-reach; i-- {
		o := &e.drafts[i]
		if o.spec.Type != "ASSAULT" || o.dropped {
			continue
		}
		if o.status != record.Happened && o.status != record.Alleged || t != doc.None && !e.calls(o, t) {
			return nil
		}
		return o.actors
	}
	return nil
}

// toldBefore are the actors of the hostile act, told before in the report, that the argument of a reaction names by its noun
// alone (इस परीक्षण की निंदा की; हमले की निंदा की): one with the same victims, where the noun says to whom it was done.
func (e *engine) toldBefore(in *instance, x *filled) []party {
	for _, a := range in.args {
		if f := e.function(a.key); a.key == knowledge.K1 || f == "locative" || f == "time" || e.mention[a.chunk] != doc.None || e.headClass(a.chunk)&knowledge.ClassEvent == 0 {
			continue
		}
		if len(e.owner(a.chunk)) > 0 {
			return nil
		}
		head := e.d.Chunks[a.chunk].Head
		hit := e.victims(in, head)
		for i := len(e.drafts) - 1; i >= max(0, len(e.drafts)-retold); i-- {
			o := &e.drafts[i]
			if e.k.Types[o.spec.Type].Quad != materialConflict || o.dropped || !e.known(o.actors) || e.isIn(o.actors[0], x.actors) || !e.calls(o, head) {
				continue
			}
			if hit != "" && e.codes(o.recipients) != hit {
				return nil
			}
			return o.actors
		}
	}
	return nil
}

// claims adds whoever claims an act of violence to the act told last, nearby, whose author the report has not said; one that names
// other victims is another act.
func (e *engine) claims(in *instance, x *filled) bool {
	if !x.frame.Claims || !e.known(x.actors) {
		return false
	}
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && s-e.drafts[i].last <= nearby; i-- {
		o := &e.drafts[i]
		if o.spec.Type != x.frame.Event.Type || o.status != record.Happened || o.dropped || e.known(o.actors) {
			continue
		}
		if e.known(x.recipients) && e.codes(x.recipients) != e.codes(o.recipients) {
			return false
		}
		o.actors, o.last = e.addParties(o.actors, x.actors...), s
		o.recipients = e.without(o.recipients, o.actors)
		o.evidence = append(o.evidence, in.span)
		e.traceOne(s, x.frame, in.span, "says who did the act before it")
		return true
	}
	return false
}

// answersFire takes as recipient of violence or a threat that answers violence, and names nobody, whoever did that (X ने गोलीबारी की। Y
// ने जवाबी कार्रवाई की।).
func (e *engine) answersFire(in *instance, x *filled) {
	if in.chunk != doc.None || !e.known(x.actors) {
		return
	}
	typ := x.frame.Event.Type
	threat := typ == "THREATEN" || x.frame.Future != nil && x.frame.Future.Type == "THREATEN" && e.d.Chunks[e.d.Clauses[in.clause].Predicate].Verb.Tense == doc.Fut
	if !e.known(e.without(x.recipients, x.actors)) && threat {
		x.recipients = e.without(x.recipients, x.actors)
		e.avenged(in, x)
	}
	if e.known(x.recipients) || typ != "ASSAULT" && !threat || !e.answering(in.clause) {
		return
	}
	if threat {
		if x.recipients = e.without(e.toldBefore(in, x), x.actors); e.known(x.recipients) {
			return // वह इस हमले का करारा जवाब देगी
		}
	}
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence >= s-running; i-- {
		o := &e.drafts[i]
		if o.spec.Type == "ASSAULT" && (o.status == record.Happened || o.status == record.Alleged) && !o.dropped && e.known(e.without(o.actors, x.actors)) && (!e.known(o.recipients) || e.isIn(x.actors[0], o.recipients)) {
			x.recipients = e.without(o.actors, x.actors)
			return
		}
	}
}

// avenged takes as recipient of a threat whoever did the act after which it is made (इजराइल के हमलों के बाद बदला लेने की धमकी दी).
func (e *engine) avenged(in *instance, x *filled) {
	for _, a := range in.args {
		if e.function(a.key) == "time" && e.headClass(a.chunk)&knowledge.ClassEvent != 0 {
			e.give(x, knowledge.Recipient, e.without(e.owner(a.chunk), x.actors))
		}
	}
}

// answering says whether a noun of clause c or a word before one tells that its act answers another.
func (e *engine) answering(c int) bool {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		ch := &e.d.Chunks[i]
		last := ch.Head + 1
		if e.function(ch.Marker) == "cause" {
			last = ch.Tokens.Last // जिसके जवाब में
		}
		for t := ch.Tokens.First; t < last && (ch.Clause == c || e.hostChunk(cl, i)) && ch.Kind == doc.NP; t++ {
			if e.k.CuesOf(&e.d.Tokens[t])&knowledge.CueAnswer != 0 {
				return true
			}
		}
	}
	return false
}

// retold is the number of acts back to which a noun alone may point.
const retold = 12

// victims are the codes of those to whom the act was done that the noun at token t names in the sentence of an instance.
func (e *engine) victims(in *instance, t int) string {
	at := e.d.Tokens[t].Span
	for i := len(e.drafts) - 1; i >= max(0, len(e.drafts)-withinSentence); i-- {
		if o := &e.drafts[i]; o.sentence == e.d.Clauses[in.clause].Sentence && o.evidence[0].Covers(at) {
			return e.codes(o.recipients)
		}
	}
	return ""
}

// notHimself lets whoever is spoken to or of, where a pronoun in what is said would make the speaker attack his own, be the one who
// does it (ईरान को चेतावनी दी कि उसने तेल अवीव पर हमला करके गलती की); it says whether the actors can stand.
func (e *engine) notHimself(in *instance, x *filled) bool {
	if len(x.actors) != 1 || !e.pronoun(x.actors[0]) || len(e.without(x.recipients, x.actors)) > 0 || !e.hitsOwn(in, x) {
		return true
	}
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence == s; i-- {
		if o := &e.drafts[i]; e.codes(o.actors) == e.codes(x.actors) && e.known(o.recipients) && (o.spec.Type == "THREATEN" || o.spec.Type == "ACCUSE" || o.spec.Type == "REQUEST") {
			x.actors, x.recipients = o.recipients, e.addParties(nil, x.actors...)
			return true
		}
	}
	return len(e.speakerOf(in.clause)) == 0
}

// hitsOwn says whether what an instance tells is done to the state of its only actor.
func (e *engine) hitsOwn(in *instance, x *filled) bool {
	return slices.ContainsFunc(in.args, func(a arg) bool {
		s, ok := e.slot(x.frame, a, in.chunk != doc.None)
		ps := e.parties(a.chunk, true)
		return ok && s.Role == knowledge.Recipient && e.known(ps) && len(e.without(ps, x.actors)) == 0
	})
}
