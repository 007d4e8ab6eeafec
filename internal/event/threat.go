package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// threat finds the sides of a threat that its clause leaves out: who says what another will have to suffer (उसे गंभीर नतीजे
// भुगतने होंगे), and on whose conduct a countermeasure hangs (अगर अमेरिका ने … तो वह जवाबी कदम उठाएगा).
func (e *engine) threat(in *instance, x *filled) {
	if in.chunk != doc.None {
		return
	}
	if e.consequence(in.clause, x) {
		x.actors = e.speakerOf(in.clause)
		x.recipients = e.without(x.recipients, x.actors)
		return
	}
	v := &e.d.Chunks[e.d.Clauses[in.clause].Predicate].Verb
	if s, ok := x.frame.Role(knowledge.K1, false); ok && s.Role == knowledge.Recipient && x.frame.Event.Type == "THREATEN" && v.Form == doc.Finite && v.Perfective && !v.Obligation && v.Tense != doc.Fut {
		x.why = "suffered, not threatened" // हमने कीमत चुकाई
		return
	}
	if e.foretold(in, x) {
		e.voiced(in, x)
		return
	}
	if c := e.condition(in.clause); c != doc.None && len(x.actors) == 1 && e.pronoun(x.actors[0]) && e.threatening(in.clause) {
		if on, who := e.acting(c), e.without(e.speakerOf(in.clause), x.actors); e.isIn(x.actors[0], on) && e.known(who) {
			x.actors, x.recipients = who, e.without(on, who) // अगर पाकिस्तान हमला करता है तो वह जवाब देगा: not Pakistan
		}
	}
	if e.d.Clauses[in.clause].Subject == doc.None && e.threatening(in.clause) {
		x.actors = e.speakerOf(in.clause) // कहा कि अगर … तो युद्ध होगा: not whose conduct it hangs on
		x.recipients = e.without(x.recipients, x.actors)
	}
	if f := x.frame; e.known(x.recipients) || !e.known(x.actors) || f.Future == nil || f.Future.Type != "THREATEN" || e.d.Chunks[e.d.Clauses[in.clause].Predicate].Verb.Tense != doc.Fut {
		return
	}
	if c := e.condition(in.clause); c != doc.None {
		x.recipients = e.without(e.subjectParties(c, 0), x.actors)
	}
}

// acting are those who do what clause c tells: its subject, or the agent of a passive.
func (e *engine) acting(c int) []party {
	if who := e.subjectParties(c, 0); e.known(who) {
		return who
	}
	if i := e.agentIn(c); i != doc.None {
		return e.parties(i, true)
	}
	return nil
}

// foretold says whether an instance tells that fighting or attacks, the subject of its verb, will come or go on (युद्ध जारी रहेगा); in a
// title also that they may.
func (e *engine) foretold(in *instance, x *filled) bool {
	if in.chunk != doc.None || in.passive || x.frame.Event.Type != "ASSAULT" {
		return false
	}
	if s, ok := x.frame.Role(knowledge.K1, false); ok && s.Role == knowledge.Actor {
		return false
	}
	cl := &e.d.Clauses[in.clause]
	v := &e.d.Chunks[cl.Predicate].Verb
	return v.Form == doc.Finite && !v.Negated && (v.Tense == doc.Fut || v.Possible && e.d.Sentences[cl.Sentence].Title)
}

// voiced makes a side of the fighting that tells that it will go on the one who threatens the other side, or whoever the condition
// before it is about (जब तक यूक्रेन हार नहीं मानता, तब तक युद्ध जारी रहेगा).
func (e *engine) voiced(in *instance, x *filled) {
	who := e.speakerOf(in.clause)
	if len(who) != 1 || !e.known(who) {
		return
	}
	others := e.without(e.addParties(slices.Clone(x.actors), x.recipients...), who)
	c := e.condition(in.clause)
	for p := c; p != doc.None && len(x.actors) == 0; p = e.d.Clauses[p].Parent {
		if of := e.without(e.subjectParties(p, 0), who); e.known(of) {
			others = of
		}
		if e.d.Clauses[p].Kind != doc.Coordinate {
			break
		}
	}
	side := c != doc.None || e.isIn(who[0], x.actors) || len(x.actors) == 0 && e.fights(who[0]) || slices.ContainsFunc(in.args, func(a arg) bool { return e.function(a.key) == "comitative" })
	if x.voiced = side && e.known(others); x.voiced {
		x.actors, x.recipients = who, others
	}
}

// fights says whether the report has told before of violence by a party.
func (e *engine) fights(p party) bool {
	return slices.ContainsFunc(e.drafts, func(o draft) bool { return o.spec.Type == "ASSAULT" && !o.dropped && e.isIn(p, o.actors) })
}

// consequence says whether a frame tells what its subject suffers, told of the future: a threat of the speaker.
func (e *engine) consequence(c int, x *filled) bool {
	s, ok := x.frame.Role(knowledge.K1, false)
	return ok && s.Role == knowledge.Recipient && x.frame.Event != nil && x.frame.Event.Type == "THREATEN" &&
		e.d.Chunks[e.d.Clauses[c].Predicate].Verb.Tense == doc.Fut && e.known(e.speakerOf(c))
}

// threatening says whether clause c tells a hostile act or measure that hangs on the condition before it (अगर … तो वह हमला
// करेगा): it is told as a threat, other consequences are no acts.
func (e *engine) threatening(c int) bool {
	if e.d.Chunks[e.d.Clauses[c].Predicate].Verb.Tense != doc.Fut || e.condition(c) == doc.None {
		return false
	}
	for _, n := range e.d.Clauses[c].Frames {
		if f := e.k.Frames[n]; f.Event != nil && (e.k.Types[f.Event.Type].Quad == materialConflict || f.Future != nil && f.Future.Type == "THREATEN") {
			return true
		}
	}
	return false
}
