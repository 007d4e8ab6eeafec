package event

import (
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
