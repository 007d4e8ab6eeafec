package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// hither takes the place that an adverb points at as the goal of a journey that names none (मंत्री सोमवार को यहां पहुंचेंगे);
// the adverb may stand before what the journey is for (यहां सम्मेलन में भाग लेने के लिए आए हुए हैं).
func (e *engine) hither(in *instance, x *filled) {
	if in.chunk != doc.None || !e.visit(x.frame.Event) || e.known(x.recipients) || x.has[knowledge.Destination] {
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
