package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// hither takes the place that an adverb points at as the goal of a journey that names none (मंत्री सोमवार को यहां पहुंचेंगे);
// the adverb may stand before what the journey is for (यहां सम्मेलन में भाग लेने के लिए आए हुए हैं).
func (e *engine) hither(in *instance, x *filled) {
	if in.chunk != doc.None || !e.visit(x.frame.Event) || e.known(x.recipients) {
		return
	}
	if x.has[knowledge.Destination] {
		e.toCapital(in, x)
		return
	}
	cl := &e.d.Clauses[in.clause]
	if e.d.Chunks[cl.Predicate].Verb.Form == doc.Agentive {
		return // वहां जाने वाले पहले मंत्री
	}
	m := e.pointedAt(in.clause)
	for c := in.clause - 1; m == doc.None && c >= 0 && e.d.Clauses[c].Sentence == cl.Sentence; c-- {
		if e.d.Clauses[c].Parent == in.clause && e.toAttend(c) {
			m = e.pointedAt(c)
		}
	}
	if m == doc.None {
		return
	}
	x.recipients = e.addParties(nil, e.mentionParties(m)...)
	if e.d.Mentions[m].Type == doc.Place && x.place == doc.None {
		x.place = m
	}
}

// toCapital takes the capital that somebody goes to for that of the host of the visit told before, of another state that the
// sentence names first, or of the state of the dateline (वह शुक्रवार को राष्ट्रीय राजधानी पहुंचे).
func (e *engine) toCapital(in *instance, x *filled) {
	capital := false
	for _, a := range in.args {
		s, ok := e.slot(x.frame, a, false)
		capital = capital || ok && s.Role == knowledge.Destination && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[a.chunk].Head])&knowledge.CueCapital != 0
	}
	if !capital {
		return
	}
	if x.recipients = e.hostOf(in, x.actors); x.recipients != nil {
		return
	}
	d, cl := e.d, &e.d.Clauses[in.clause]
	for m := e.firstMention(d.Chunks[cl.Predicate].Tokens.First) - 1; m >= 0 && d.Mentions[m].Tokens.First >= d.Sentences[cl.Sentence].Tokens.First; m-- {
		if ps := e.mentionParties(m); d.Mentions[m].Type == doc.State && !e.isIn(ps[0], x.actors) {
			x.recipients = ps
			return
		}
	}
	if m := e.dateline(); m != doc.None {
		x.recipients = e.addParties(nil, e.mentionParties(m)...)
	}
}
