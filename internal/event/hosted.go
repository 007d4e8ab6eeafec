package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// hosted gives officials whose state the report does not say theirs on a journey: those whom a visitor meets are of the state that
// the visit told before leads to (वह प्रधानमंत्री और विदेश मंत्री से भी मिलेंगे), and who sets out is of the state of the dateline
// (सेना प्रमुख सिंगापुर रवाना हुए).
func (e *engine) hosted(in *instance, x *filled) {
	spec := x.frame.Event
	switch {
	case spec.Type != "CONSULT" || in.chunk != doc.None:
	case e.visit(spec) && !e.known(x.actors) && e.known(x.recipients) && e.officials(x.actors):
		m := e.dateline()
		if m == doc.None {
			return
		}
		if home := e.mentionParties(m); e.known(home) && !e.isIn(home[0], x.recipients) {
			x.actors = home
		}
	case e.visit(spec) && in.passive && e.known(x.actors) && !e.known(x.recipients) && e.receives(x):
		if x.recipients = e.hostOf(in, x.actors); x.recipients != nil {
			return
		}
		if x.recipients = e.lastMet(in, x.actors[0]); x.recipients != nil {
			return
		}
		for _, m := range []int{e.placeWithin(in.clause, in, nil), e.dateline()} { // नई दिल्ली में उनका स्वागत किया गया
			if m != doc.None && !e.known(x.recipients) {
				x.recipients = e.without(e.mentionParties(m), x.actors)
			}
		}
	case !e.sided(spec):
		for _, side := range []*[]party{&x.recipients, &x.actors} {
			if !e.officials(*side) {
				continue
			}
			if host := e.hostOf(in, e.addParties(e.addParties(nil, x.actors...), x.recipients...)); host != nil {
				*side = e.addParties(*side, host...)
			}
			return
		}
	}
}

// receives says whether the host of a visit is the subject of the frame (मंत्री का स्वागत किया गया: by those who hosted him).
func (e *engine) receives(x *filled) bool {
	s, ok := x.frame.Role(knowledge.K1, false)
	return ok && s.Role == knowledge.Recipient
}

// hostOf is the host of the visit, told nearby, of the only known one of some parties.
func (e *engine) hostOf(in *instance, ps []party) []party {
	visitor := party{entity: doc.None}
	for _, p := range ps {
		switch {
		case e.code(p) == "":
		case visitor.entity != doc.None:
			return nil
		default:
			visitor = p
		}
	}
	if visitor.entity == doc.None {
		return nil
	}
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && s-e.drafts[i].last <= nearby; i-- {
		if o := &e.drafts[i]; e.visit(o.spec) && e.isIn(visitor, o.actors) && len(o.recipients) == 1 {
			return o.recipients
		}
	}
	return nil
}

// lastMet are those whom the visitor met in the meeting of two that was told right before.
func (e *engine) lastMet(in *instance, visitor party) []party {
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && s-e.drafts[i].last <= running; i-- {
		o := &e.drafts[i]
		if o.spec.Type != "CONSULT" || o.status != record.Happened || e.sided(o.spec) || len(o.actors) != 2 || !e.isIn(visitor, o.actors) {
			continue
		}
		if other := e.without(o.actors, []party{visitor}); e.known(other) {
			return other
		}
	}
	return nil
}

// officials says whether one of the parties is an office, or a name behind one, of no known state.
func (e *engine) officials(ps []party) bool {
	for _, p := range ps {
		r := e.d.TokensOf(p.span)
		if e.code(p) != "" || r.Len() == 0 {
			continue
		}
		if e.d.Tokens[r.Last-1].A().Class&knowledge.ClassOfficial != 0 {
			return true // देश के शीर्ष अधिकारियों से
		}
		m := e.firstMention(r.First)
		if m == len(e.d.Mentions) || !e.d.Mentions[m].Tokens.Has(r.First) {
			continue
		}
		switch mn := &e.d.Mentions[m]; {
		case mn.Type == doc.Office && mn.Row != doc.None && e.k.Items[mn.Row].Sub == "office":
			return true
		case mn.Type == doc.Person && m > 0 && e.d.Mentions[m-1].Type == doc.Office && e.d.Mentions[m-1].Tokens.Last == mn.Tokens.First:
			return true
		}
	}
	return false
}
