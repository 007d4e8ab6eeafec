package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// complement fills the roles of the infinitive and the complement clause.
func (e *engine) complement(out *filled, in *instance, f *knowledge.Frame) {
	if in.chunk != doc.None {
		return
	}
	if s, ok := f.Role(knowledge.KThat, false); ok && !out.has[s.Role] && !e.onlyForesees(out) {
		if c := e.child(in.clause, doc.Complement, doc.Quotation); c != doc.None {
			e.give(out, s.Role, e.subjectParties(e.demanded(c), 0))
			e.accused(out, f, c)
		}
	}
	e.before(out, in, f)
	if s, ok := f.Role(e.k.Genitive, false); ok && s.Role == knowledge.Recipient && !e.known(out.recipients) {
		e.give(out, s.Role, e.opposed(in))
	}
	if s, ok := f.Role(knowledge.KInf, false); ok && !e.known(out.recipients) && !e.addressed(out) {
		for c := in.clause - 1; c >= 0 && e.d.Clauses[c].Sentence == e.d.Clauses[in.clause].Sentence && !e.known(out.recipients); c-- {
			if e.under(c, in.clause) && e.inContent(c, in.clause) && !e.aside(f, c) {
				e.give(out, s.Role, e.meantBy(c, f))
			}
		}
		if f.Event != nil && f.Event.Type == "THREATEN" && !e.known(out.recipients) {
			e.threatened(out, in.clause)
		}
	}
}

// aside says whether the infinitive clause c tells when or why a measure was taken, or the act that somebody is asked about, rather
// than whom an event of frame f is aimed at.
func (e *engine) aside(f *knowledge.Frame, c int) bool {
	if f.Event == nil {
		return false
	}
	switch f.Event.Type {
	case "SANCTION":
		return e.time(c) || e.function(e.d.Chunks[e.d.Clauses[c].Predicate].Marker) == "cause"
	case "REQUEST":
		return e.hostile(c)
	}
	return false
}

// onlyForesees says whether somebody whom nobody knows gives a warning, which needs one who is warned, where a threat does not: an
// analyst who says what others will do threatens none of them.
func (e *engine) onlyForesees(out *filled) bool {
	f := out.frame
	return f.Event != nil && f.Event.Type == "THREATEN" && len(f.Needs) > 0 && len(out.actors) > 0 && !e.known(out.actors)
}

// addressed says whether people whom nobody knows stand as recipient: they are advised or ordered, not those inside what
// they are told (निवासियों को सीमा से दूर रहने की सलाह).
func (e *engine) addressed(out *filled) bool {
	return len(out.recipients) > 0 && out.frame.Event != nil && out.frame.Event.Type == "REQUEST"
}

// before takes as recipient the argument that stands right before the infinitive of a clause, which the clause around it
// has claimed (कनाडा पर पनाह देने का आरोप लगाते हुए भारत ने …).
func (e *engine) before(out *filled, in *instance, f *knowledge.Frame) {
	d := e.d
	if e.known(out.recipients) || d.Clauses[in.clause].Parent == doc.None {
		return
	}
	for c := in.clause - 1; c >= 0 && d.Clauses[c].Sentence == d.Clauses[in.clause].Sentence; c-- {
		i := d.Clauses[c].Chunks.First - 1
		if i < 0 || !e.under(c, in.clause) {
			continue
		}
		g := &d.Chunks[i]
		if s, ok := f.Role(g.Marker, false); ok && s.Role == knowledge.Recipient && g.Kind == doc.NP && g.Marker != 0 && g.Clause == d.Clauses[in.clause].Parent {
			e.give(out, s.Role, e.parties(i, true))
			return
		}
	}
}

// meantBy are those whom frame f means by the infinitive clause c inside its own; of what was done before a threat or charge, those who
// did it (पड़ोसी के हमला करने के बाद चेतावनी दी).
func (e *engine) meantBy(c int, f *knowledge.Frame) []party {
	if f.Event != nil && (f.Event.Type == "THREATEN" || f.Event.Type == "ACCUSE") && e.time(c) {
		return e.subjectParties(c, 0)
	}
	return e.askedParties(c, f)
}
