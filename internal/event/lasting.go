package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// lasts says whether a clause tells that there is an agreement or partnership, not that one was made (दोनों देशों के बीच साझेदारी है), or
// that something is a matter, not talk (यह बात साफ है).
func (e *engine) lasts(c int, x *filled) bool {
	cl := &e.d.Clauses[c]
	v := &e.d.Chunks[cl.Predicate].Verb
	if x.frame.Event.Type == "ASSAULT" {
		return len(x.recipients) == 0 && e.several(x) && e.goesOnAt(cl)
	}
	if x.frame.Event.Type != "AGREE" && x.frame.Event.Type != "CONSULT" || v.Perfective || v.Progressive || v.Negated || v.Form != doc.Finite || v.Tense == doc.Fut || e.d.Tokens[v.Main].A().UPOS != doc.AUX || cl.Host.Len() == 0 {
		return false
	}
	h := e.d.Tokens[cl.Host.Last-1].A()
	if x.frame.Event.Type == "CONSULT" {
		return h.UPOS == doc.NOUN && h.Class&(knowledge.ClassComm|knowledge.ClassEvent) == knowledge.ClassComm // खुशी की बात है
	}
	return h.UPOS == doc.NOUN && h.Class&(knowledge.ClassDocument|knowledge.ClassAbstract) != 0
}

// goesOnAt says whether clause cl tells that something is going on: a progressive (चल रही जंग, जंग चल रही है), or the copula with a word for it
// (जंग जारी है).
func (e *engine) goesOnAt(cl *doc.Clause) bool {
	p := &e.d.Chunks[cl.Predicate]
	if e.d.Tokens[p.Verb.Main].A().UPOS == doc.AUX {
		i := cl.Predicate - 1
		return i >= cl.Chunks.First && p.Verb.Tense == doc.Pres && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[i].Head])&knowledge.CueInceptive != 0
	}
	return p.Verb.Progressive && (cl.Kind == doc.Adnominal || p.Verb.Tense == doc.Pres)
}

// assures says whether what a clause promises is only what something is (भरोसा दिलाता हूं कि यह हमारी परंपरा है): nothing is to be done.
func (e *engine) assures(c int, x *filled) bool {
	if x.frame.Event.Type != "AGREE" || c+1 >= len(e.d.Clauses) {
		return false
	}
	that := &e.d.Clauses[c+1]
	if that.Kind != doc.Complement && that.Kind != doc.Quotation || that.Predicate == doc.None || e.k.CuesOf(&e.d.Tokens[e.d.Chunks[that.Chunks.First].Head])&knowledge.CueThat == 0 || !e.copular(that) {
		return false
	}
	v, is := &e.d.Chunks[that.Predicate].Verb, that.Predicate-1
	return v.Tense == doc.Pres && !v.Negated && e.d.Chunks[is].Clause == c+1 && e.d.Chunks[is].Kind == doc.NP && e.d.Chunks[is].Marker == 0
}
