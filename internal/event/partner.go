package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// withSpeaker makes whoever tells of a meeting with somebody, and of nobody else at it, the other side (मंत्री ने कहा कि ईरान के साथ वार्ता
// जल्द होगी).
func (e *engine) withSpeaker(in *instance, x *filled) {
	if x.frame.Event.Type != "CONSULT" || e.sided(x.frame.Event) || in.chunk != doc.None || len(in.subject) > 0 || e.d.Clauses[in.clause].Host.Len() == 0 {
		return
	}
	all := e.addParties(e.addParties(nil, x.actors...), x.recipients...)
	if len(all) != 1 || !e.known(all) || e.severalOf(all[0]) || !e.withWhom(in, x) {
		return
	}
	for _, p := range e.speakerOf(in.clause) {
		if p.entity != doc.None && !e.isIn(p, all) && e.d.Entities[p.entity].Type != doc.Organisation && e.d.Entities[p.entity].Sector != press {
			x.actors = e.addParties(x.actors, p)
		}
	}
}

// withWhom says whether the only party of an instance stands with the marker of company, or of whom somebody speaks with.
func (e *engine) withWhom(in *instance, x *filled) bool {
	for _, a := range in.args {
		if s, ok := e.slot(x.frame, a, false); ok && (s.Role == knowledge.Actor || s.Role == knowledge.Recipient) && e.known(e.parties(a.chunk, true)) {
			f := e.function(a.key)
			return f == "comitative" || f == "source"
		}
	}
	return false
}

// partners gives what several do together and nobody is said to have done the two sides of the meeting or visit told last, in this sentence or
// the one before (मंत्री ने समकक्ष से मुलाकात की। इस दौरान तीन समझौतों पर हस्ताक्षर हुए).
func (e *engine) partners(in *instance, x *filled) {
	if t := x.frame.Event.Type; t != "SUPPORT" && t != "AGREE" || in.chunk != doc.None || len(x.actors)+len(x.recipients)+len(in.subject) > 0 || !e.mutual(x.frame) {
		return
	}
	if e.d.Chunks[e.d.Clauses[in.clause].Predicate].Verb.Form != doc.Finite {
		return // शनिवार को हुए समझौते पर: another one
	}
	if x.actors = e.presence(in); len(x.actors) > 0 || e.past(in.clause) {
		return
	}
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && s-e.drafts[i].last <= 1; i-- {
		o := &e.drafts[i]
		if o.spec.Type != "CONSULT" || o.dropped || o.status != record.Happened && o.status != record.Planned {
			continue
		}
		if both := e.addParties(e.addParties(nil, o.actors...), o.recipients...); len(both) == 2 && e.known(both[:1]) && e.known(both[1:]) {
			x.actors = both
		}
		return
	}
}

// presence are those, at least two, before whom something was signed (दोनों प्रधानमंत्रियों की मौजूदगी में समझौतों पर हस्ताक्षर हुए).
func (e *engine) presence(in *instance) []party {
	for _, a := range in.args {
		if e.function(a.key) == "presence" {
			if ps := e.parties(a.chunk, true); len(ps) > 1 && e.known(ps[:1]) && e.known(ps[1:]) {
				return ps
			}
		}
	}
	return nil
}

// mutual says whether a frame tells what is done between several.
func (e *engine) mutual(f *knowledge.Frame) bool {
	_, ok := e.between(f)
	return ok
}

// between is the slot of a frame for those between whom something is done.
func (e *engine) between(f *knowledge.Frame) (knowledge.Slot, bool) {
	for _, s := range f.Roles {
		if e.function(s.Key) == "between" && s.Role == knowledge.Actor {
			return s, true
		}
	}
	return knowledge.Slot{}, false
}

// among says whether argument a names two or more states or parties with the marker of a place: what is done together is done between them
// (भारत और बांग्लादेश में समझौता हुआ).
func (e *engine) among(f *knowledge.Frame, a arg) bool {
	if a.key != e.k.Locative || f.Event == nil || e.k.Types[f.Event.Type].Quad > 2 {
		return false
	}
	all := e.members(a.chunk)
	for _, j := range all {
		m := e.mention[j]
		if m == doc.None {
			return false
		}
		switch mn := &e.d.Mentions[m]; mn.Type {
		case doc.State, doc.Group, doc.Description:
			if len(all) == 1 && len(mn.Entities) < 2 {
				return false
			}
		default:
			return false
		}
	}
	return true
}
