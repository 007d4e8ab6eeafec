package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// needs says which role that a frame needs is not filled, or by nobody known; empty when all are.
func (e *engine) needs(in *instance, x *filled) string {
	f := x.frame
	if !e.known(x.actors) && !e.known(x.recipients) {
		return "nobody known takes part"
	}
	if slices.Contains(f.Event.Modes, "deport") && len(x.actors) > 0 && e.isIn(x.actors[0], x.recipients) {
		return "its own people: brought home, not deported"
	}
	if f.Event.Type == "AID" && e.known(x.recipients) && e.known(x.actors) && len(e.without(x.recipients, x.actors)) == 0 {
		return "its own people"
	}
	if f.Event.Type == "SUPPORT" && e.known(x.recipients) && len(e.without(x.recipients, x.actors)) == 0 && e.ownMatter(in) {
		return "only what is his own"
	}
	if f.Event.Type == "SANCTION" && e.known(x.actors) && e.known(x.recipients) && len(x.actors) == 1 && len(e.without(x.recipients, x.actors)) == 0 && !e.severalOf(x.actors[0]) {
		return "nobody else's relations"
	}
	if len(f.Needs) == 0 {
		if in.passive || in.chunk != doc.None || len(x.actors) > 0 {
			return ""
		}
		return "no actor"
	}
	two := 0
	for _, r := range f.Needs {
		switch r {
		case knowledge.Actor:
			two++
			if len(x.actors) == 0 && !in.passive {
				return "no actor"
			}
		case knowledge.Recipient, knowledge.Destination:
			if who := e.strangers(x); !e.known(who) && !(e.several(x) && e.reciprocal(in)) && !e.called(who) && !(e.known(x.actors) && x.frame.Event.Type == "SANCTION" && e.rebelsOf(x.recipients)) {
				return "no known recipient"
			}
		case knowledge.PlaceRole:
			if x.place == doc.None {
				return "no place"
			}
		}
	}
	if two > 1 && (!e.several(x) && !e.withOthers(in, x) || x.frame.Event.Type == "AGREE" && e.infinitiveHarm(in.clause)) {
		return "one party alone"
	}
	return ""
}

// withOthers says whether a meeting of one known party is with leaders of states that the report does not name one by one (अरब
// नेताओं से; पश्चिमी देशों के नेताओं के साथ).
func (e *engine) withOthers(in *instance, x *filled) bool {
	if x.frame.Event.Type != "CONSULT" || in.chunk != doc.None || !e.known(in.subject) {
		return false
	}
	for _, a := range in.args {
		s, ok := e.slot(x.frame, a, false)
		if !ok || a.key == knowledge.K1 || s.Role != knowledge.Actor && s.Role != knowledge.Recipient || e.known(e.parties(a.chunk, true)) {
			continue
		}
		if e.called(e.parties(a.chunk, true)) || e.called(e.owner(a.chunk)) {
			return true
		}
	}
	return false
}

// strangers are the recipients of an act; nobody gives aid to or backs only his own people.
func (e *engine) strangers(x *filled) []party {
	if t := x.frame.Event.Type; (t == "AID" || t == "SUPPORT") && e.known(x.actors) {
		return e.without(x.recipients, x.actors)
	}
	return x.recipients
}

// called says whether one of the parties has a name that the registry knows to be nobody's alone (the West).
func (e *engine) called(ps []party) bool {
	return slices.ContainsFunc(ps, func(p party) bool {
		return p.entity != doc.None && e.d.Entities[p.entity].ID != "" && e.d.Entities[p.entity].Type != doc.Place
	})
}

// reciprocal says whether an argument of an instance belongs to each other's side (एक-दूसरे के राजदूतों को).
func (e *engine) reciprocal(in *instance) bool {
	for _, a := range in.args {
		for j := a.chunk; j >= 0 && j >= a.chunk-2; j-- {
			if (j == a.chunk || e.d.Chunks[j].Of == a.chunk) && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[j].Tokens.First])&knowledge.CueReciprocal != 0 {
				return true
			}
		}
	}
	return false
}

// rebelsOf says whether the only ones on a side are rebels for whom no code stands.
func (e *engine) rebelsOf(ps []party) bool {
	for _, p := range ps {
		if r := e.d.TokensOf(p.span); r.Len() == 0 || e.d.Tokens[r.Last-1].A().Class&knowledge.ClassGroup == 0 {
			return false
		}
	}
	return len(ps) > 0
}

// several says whether at least two take part: two parties, an organisation, or one in the plural.
func (e *engine) several(x *filled) bool {
	ps := e.addParties(nil, append(slices.Clone(x.actors), x.recipients...)...)
	known := ""
	for _, p := range ps {
		c := e.code(p)
		switch {
		case c == "":
		case e.d.Entities[p.entity].Type == doc.Organisation, known != "" && known != c:
			return true
		default:
			known = c
		}
	}
	return len(ps) == 1 && e.severalOf(ps[0])
}

// severalOf says whether a party is more than one of an organisation's own (यूरोपीय संघ के विदेश मंत्रियों की बैठक).
func (e *engine) severalOf(p party) bool {
	if p.entity == doc.None || e.k.Item(doc.Organisation, e.code(p)) == nil {
		return false
	}
	r := e.d.TokensOf(p.span)
	return r.Len() > 0 && e.d.Tokens[r.Last-1].A().Feats.Number == doc.Plur
}
