package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// conditional says whether a clause is introduced by a conditional, tells what must have been done first (जब वह राजी हो जाएगा, तब …), or is
// the condition of the consequence behind it.
func (e *engine) conditional(c int) bool {
	if cl := &e.d.Clauses[c]; e.then(c) && cl.Parent != doc.None && e.d.Chunks[cl.Predicate].Verb.Tense == doc.Past {
		return e.cueInClause(cl.Parent, knowledge.CueIf) // जब उनसे पूछा गया तो उन्होंने कहा
	}
	return e.cueInClause(c, knowledge.CueIf) || e.awaited(c) || e.conditionFor(c) || e.conditionToo(c) || e.whoever(c)
}

// whoever says whether a relative clause tells what anybody may do (जो भी हम पर हमला करेगा): a condition of what stands behind it.
func (e *engine) whoever(c int) bool {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Predicate; i++ {
		ch := &e.d.Chunks[i]
		if ch.Clause != c || ch.Kind != doc.NP || !e.isRelative(i) {
			continue
		}
		t := ch.Tokens.Last
		return e.k.CuesOf(&e.d.Tokens[t])&knowledge.CueFocus != 0
	}
	return false
}

// conditionToo says whether clause c is joined to a condition and the consequence of both is behind it (अगर वह हमला करता है और सैनिक
// भेजता है, तो …).
func (e *engine) conditionToo(c int) bool {
	cl := &e.d.Clauses[c]
	return cl.Kind == doc.Coordinate && cl.Parent != doc.None && e.d.Clauses[cl.Parent].Predicate != doc.None && e.joins(cl) && e.follows(c) && e.conditional(cl.Parent)
}

// follows says whether a finite clause that is not joined by a coordinator hangs on clause c behind it, or on what is joined to it.
func (e *engine) follows(c int) bool {
	for x := c + 1; x < len(e.d.Clauses) && e.d.Clauses[x].Sentence == e.d.Clauses[c].Sentence; x++ {
		next := &e.d.Clauses[x]
		if next.Parent != c || next.Predicate == doc.None || e.d.Chunks[next.Predicate].Verb.Form != doc.Finite {
			continue
		}
		if next.Kind != doc.Coordinate || !e.joins(next) {
			return next.Kind == doc.Adverbial || next.Kind == doc.Coordinate
		}
		return e.follows(x)
	}
	return false
}

// joins says whether a clause begins with a coordinator.
func (e *engine) joins(cl *doc.Clause) bool {
	first := &e.d.Chunks[cl.Chunks.First]
	return first.Kind == doc.Conj && e.k.CuesOf(&e.d.Tokens[first.Head])&knowledge.CueAnd != 0
}

// rejoins says whether clause c is how another answers a charge, joined to it by "but" (आरोप लगाया कि …, लेकिन उसने इनकार किया): no part of it.
func (e *engine) rejoins(c int) bool {
	cl := &e.d.Clauses[c]
	return cl.Kind == doc.Coordinate && cl.Subject != doc.None && e.cueInClause(c, knowledge.CueBut) && e.rejects(c)
}

// awaited says whether a clause of future time tells when, by a relative word, something will be: of consent and words, that is all
// that is told; a meeting or journey has its day (जब वह दिल्ली आएंगे).
func (e *engine) awaited(c int) bool {
	cl := &e.d.Clauses[c]
	if e.d.Chunks[cl.Predicate].Verb.Tense != doc.Fut || !e.cueInClause(c, knowledge.CueRelative) {
		return false
	}
	return slices.ContainsFunc(cl.Frames, func(n int32) bool {
		f := e.k.Frames[n]
		return f.Event != nil && f.Event.Type != "CONSULT"
	})
}

// conditionFor says whether the finite clause c, or what is joined to it, has its consequence behind it (राष्ट्रपति को आजाद
// नहीं करता है तो कार्रवाई होगी). A past one has when it is a bare perfective before what is to come (हमला किया तो जवाब देंगे).
func (e *engine) conditionFor(c int) bool {
	cl := &e.d.Clauses[c]
	p := &e.d.Chunks[cl.Predicate]
	past := p.Verb.Tense == doc.Past
	if p.Verb.Form != doc.Finite || e.cueInClause(c, knowledge.CueRelative) || past && e.d.Tokens[p.Tokens.Last-1].A().Feats.VerbForm != doc.Part {
		return false // जब वह जाएंगे तो …
	}
	for x := c + 1; x < len(e.d.Clauses) && e.d.Clauses[x].Sentence == cl.Sentence; x++ {
		next := &e.d.Clauses[x]
		if next.Parent != c || next.Predicate == doc.None || e.d.Chunks[next.Predicate].Verb.Form != doc.Finite {
			continue
		}
		if next.Kind == doc.Coordinate {
			return e.conditionFor(x)
		}
		return e.then(x) && (!past || e.d.Chunks[next.Predicate].Verb.Tense == doc.Fut)
	}
	return false
}

// then says whether clause c begins with the word for then (तो).
func (e *engine) then(c int) bool {
	const then = knowledge.CueIf | knowledge.CueFocus
	cl := &e.d.Clauses[c]
	first := &e.d.Chunks[cl.Chunks.First]
	return cl.Kind == doc.Adverbial && first.Kind == doc.Conj && e.k.CuesOf(&e.d.Tokens[first.Head])&then == then
}

// condition is the conditional clause right before the finite clause c, None without one.
func (e *engine) condition(c int) int {
	d := e.d
	for x := c - 1; x >= 0 && d.Clauses[x].Sentence == d.Clauses[c].Sentence; x-- {
		if p := d.Clauses[x].Predicate; p != doc.None && d.Chunks[p].Verb.Form == doc.Finite {
			if e.conditional(x) {
				return x
			}
			return doc.None
		}
	}
	return doc.None
}
