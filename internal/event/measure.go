package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// measured finds whom a measure hits that the clause ends, changes or condemns, when only the participle before the host
// tells it (सीरिया पर लगाए गए प्रतिबंध हटा दिए).
func (e *engine) measured(out *filled, in *instance) {
	if in.chunk != doc.None || e.known(out.recipients) {
		return
	}
	cl := &e.d.Clauses[in.clause]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if !e.hostChunk(cl, i) || e.d.Chunks[i].Kind != doc.NP {
			continue
		}
		x := e.participleOf(i)
		if x == doc.None {
			return
		}
		for _, a := range e.verbArgs(x) {
			if s, ok := e.slot(out.frame, a, false); ok && a.chunk != i && s.Role == knowledge.Recipient {
				e.give(out, s.Role, e.parties(a.chunk, true))
			}
		}
		return
	}
}

// participleOf is the clause of the participle that describes chunk i, None without one.
func (e *engine) participleOf(i int) int {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		g := &e.d.Chunks[j]
		if g.Kind == doc.VG && g.Clause != doc.None && e.d.Clauses[g.Clause].Kind == doc.Adnominal && e.d.Clauses[g.Clause].Head == i {
			return g.Clause
		}
	}
	return doc.None
}

// undone is whoever imposed a measure that is told by a passive participle without agent: the subject of the verb around it
// that ends the measure or gives back what was taken (छीने गए हथियार लौटा देगा).
func (e *engine) undone(in *instance, x *filled) {
	cl := &e.d.Clauses[in.clause]
	if !in.passive || len(x.actors) > 0 || cl.Kind != doc.Adnominal || cl.Parent == doc.None || !e.known(x.recipients) {
		return
	}
	switch x.frame.Event.Type {
	case "COERCE", "SANCTION":
	default:
		return
	}
	for _, n := range e.d.Clauses[cl.Parent].Frames {
		f := e.k.Frames[n]
		if f.Event == nil || f.Event.Type != "CONCEDE" && f.Event.Type != "RETREAT" {
			continue
		}
		x.actors = e.without(e.subjectParties(cl.Parent, 0), x.recipients)
		return
	}
}
