package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// measured finds whom a measure hits that the clause ends, changes or condemns, when only the participle before the host
// tells it (सीरिया पर लगाए गए प्रतिबंध हटा दिए).
func (e *engine) measured(out *filled, in *instance) {
	if in.chunk != doc.None || e.known(out.recipients) && e.known(out.actors) {
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
			if _, ok := out.frame.Role(knowledge.K1, false); ok && !e.known(out.actors) && a.key == knowledge.K1 && e.passive(x) {
				out.actors = e.addParties(out.actors, e.parties(a.chunk, true)...) // भारत द्वारा भेजी गई मदद
			}
			if s, ok := e.slot(out.frame, a, false); ok && a.chunk != i && s.Role == knowledge.Recipient && !e.known(out.recipients) {
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

// written takes as actor of an act of words without agent whoever owns the text in which it stands (संगठन के घोषणापत्र में हमले
// की निंदा की गई; उस मांग को ठुकराया, जिसमें हटने को कहा गया).
func (e *engine) written(in *instance, x *filled) {
	if !in.passive || len(x.actors) > 0 || !ofWords[x.frame.Event.Type] {
		return
	}
	for _, a := range in.args {
		if a.key != e.k.Locative {
			continue
		}
		i, relative := a.chunk, false
		if h := e.headOf(i); h != doc.None {
			i, relative = h, true
		}
		if e.mention[i] != doc.None || !relative && e.headClass(i)&(knowledge.ClassComm|knowledge.ClassDocument) == 0 {
			continue
		}
		x.actors = e.without(e.owner(i), x.recipients)
		return
	}
}

// ofWords are the types of acts that a text can do.
var ofWords = map[string]bool{"ACCUSE": true, "REQUEST": true, "REJECT": true, "THREATEN": true, "SUPPORT": true, "AGREE": true}

// headOf is what the relative pronoun at chunk i stands for, None for any other chunk.
func (e *engine) headOf(i int) int {
	c := &e.d.Chunks[i]
	if c.Clause == doc.None || e.k.CuesOf(&e.d.Tokens[c.Head])&knowledge.CueRelative == 0 {
		return doc.None
	}
	cl := &e.d.Clauses[c.Clause]
	if cl.Kind != doc.Relative || cl.Head >= i {
		return doc.None
	}
	return e.calledSo(cl.Head)
}

// calledSo is the subject of which chunk h, people or a state, is said by a copula (आबे उनके पहले मित्र हैं, जिन्होंने …: आबे), else h.
func (e *engine) calledSo(h int) int {
	if h == doc.None {
		return h
	}
	c := &e.d.Chunks[h]
	if c.Clause == doc.None || c.Marker != 0 || e.mention[h] != doc.None || e.headClass(h)&(knowledge.ClassHuman|knowledge.ClassStateNoun) == 0 {
		return h
	}
	cl := &e.d.Clauses[c.Clause]
	if cl.Predicate != h+1 || cl.Subject == doc.None || cl.Subject == h || e.mention[cl.Subject] == doc.None || !e.copular(cl) {
		return h
	}
	return cl.Subject
}
