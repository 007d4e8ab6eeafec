package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// absorb lets an act swallow the drafts of its own clause's parts that tell the same: harm swallows the attack in which it
// was done (तालिबान द्वारा किए गए हमले में सैनिक मारे गए), aid that is cut the aid told by the participle before it (दी जा रही
// सहायता रोक दी), a protest the displeasure that it shows (नाराजगी जताते हुए सड़क जाम की). It takes over the side that it does
// not name itself.
func (e *engine) absorb(in *instance, x *filled) {
	if in.chunk != doc.None {
		return
	}
	if x.frame.Event.Type == "ASSAULT" && e.known(x.actors) {
		x.recipients = e.without(x.recipients, x.actors) // हमला कर 10 सैनिकों को मार डाला: not their own
	}
	recent := max(0, len(e.drafts)-withinSentence)
	kept := slices.DeleteFunc(e.drafts[recent:], func(o draft) bool {
		if o.sentence != e.d.Clauses[in.clause].Sentence || !e.tellsSame(in, x, &o) {
			return false
		}
		if len(x.actors) == 0 {
			x.actors = e.without(o.actors, x.recipients)
		}
		if !e.known(x.recipients) || x.frame.Event.Type == "ACCUSE" && o.spec.Type == "ACCUSE" && e.known(o.recipients) {
			x.recipients = e.without(o.recipients, x.actors)
		}
		return true
	})
	e.drafts = e.drafts[:recent+len(kept)]
}

// withinSentence is the number of acts that the parts of one clause may tell.
const withinSentence = 8

// tellsSame says whether draft o, of a clause under that of an instance, tells the act of the instance too.
func (e *engine) tellsSame(in *instance, x *filled, o *draft) bool {
	if o.clause == in.clause || e.d.Clauses[o.clause].Parent != in.clause {
		return false
	}
	inner := &e.d.Clauses[o.clause]
	switch t := x.frame.Event.Type; {
	case t == "ASSAULT" && o.spec.Type == "ASSAULT" && inner.Kind == doc.Adnominal:
		return e.doneIn(in, inner.Head)
	case t == "ASSAULT" && o.spec.Type == "ASSAULT" && inner.Kind == doc.Adverbial && !o.nominal:
		return e.known(o.actors) && e.codes(o.actors) == e.codes(x.actors) // हमला कर मार गिराया
	case t == "ACCUSE" && o.spec.Type == "ACCUSE" && inner.Kind == doc.Adverbial && !o.nominal:
		return e.codes(o.actors) == e.codes(x.actors) && (e.codes(o.recipients) == e.codes(x.recipients) || !e.known(x.recipients) || e.pointsBack(in, false)) // तलब कर विरोध जताया; अपराध बताते हुए उसकी निंदा की
	case (t == "SANCTION" || t == "ASSAULT" || t == "COERCE") && e.aims(in, o):
		return e.codes(o.recipients) == e.codes(x.recipients)
	case t == "SANCTION" && o.spec.Type == "AID" && inner.Kind == doc.Adnominal:
		return inner.Head != doc.None && e.hostChunk(&e.d.Clauses[in.clause], inner.Head)
	case t == "CONSULT" && !e.visit(x.frame.Event) && e.visit(o.spec) && inner.Kind == doc.Adnominal && !o.nominal:
		return e.codes(e.addParties(slices.Clone(o.actors), o.recipients...)) == e.codes(e.addParties(slices.Clone(x.actors), x.recipients...)) && !e.titleTells(o) // भारत पहुंचे मंत्री ने … से मुलाकात की
	case t == "PROTEST" && o.spec.Type == "ACCUSE" && inner.Kind == doc.Adverbial:
		return e.codes(o.actors) == e.codes(x.actors) || !e.known(o.actors)
	}
	return false
}

// titleTells says whether the title tells the act of draft o, of the text, as one of its own.
func (e *engine) titleTells(o *draft) bool {
	if o.titled {
		return false
	}
	for i := range e.drafts {
		t := &e.drafts[i]
		if !t.titled {
			return false
		}
		if !t.dropped && e.key(t) == e.key(o) {
			return true
		}
	}
	return false
}

// doneIn says whether the act that chunk i means is where the harm of an instance was done.
func (e *engine) doneIn(in *instance, i int) bool {
	for _, a := range in.args {
		if a.chunk == i && a.key == e.k.Locative && e.headClass(i)&knowledge.ClassEvent != 0 {
			return true
		}
	}
	return false
}

// attended adds whoever attends or hosts the meeting, told by the relative clause behind it, to the draft of the meeting (बैठक
// हुई, जिसमें चीन ने हिस्सा लिया; जिसकी मेजबानी रूस ने की).
func (e *engine) attended(in *instance, x *filled, spec *knowledge.EventSpec) bool {
	cl := &e.d.Clauses[in.clause]
	if spec.Type != "CONSULT" || in.chunk != doc.None || cl.Kind != doc.Relative || cl.Parent == doc.None || !e.ofForum(cl) {
		return false
	}
	for i := len(e.drafts) - 1; i >= max(0, len(e.drafts)-withinSentence); i-- {
		o := &e.drafts[i]
		if o.clause != cl.Parent || o.spec.Type != "CONSULT" || e.visit(o.spec) {
			continue
		}
		for _, p := range append(slices.Clone(x.actors), x.recipients...) {
			if e.known([]party{p}) {
				o.actors = e.addParties(o.actors, p)
			}
		}
		o.evidence = append(o.evidence, in.span)
		e.traceOne(cl.Sentence, x.frame, in.span, "joins the meeting before it")
		return true
	}
	return false
}

// ofForum says whether the relative clause cl describes a meeting.
func (e *engine) ofForum(cl *doc.Clause) bool {
	return cl.Head != doc.None && e.headClass(cl.Head)&knowledge.ClassEvent != 0
}

// mediated makes a mediator, told by his own phrase, the actor of the talks between the others (ओमान की मध्यस्थता में अमेरिका और
// ईरान के बीच बातचीत).
func (e *engine) mediated(in *instance, x *filled, spec **knowledge.EventSpec) {
	if (*spec).Type != "CONSULT" || e.sided(*spec) || len(x.actors) < 2 {
		return
	}
	for _, a := range in.args {
		if e.function(a.key) != "mediation" {
			continue
		}
		m := e.parties(a.chunk, true)
		if !e.known(m) {
			return
		}
		x.actors, x.recipients = m, e.without(x.actors, m)
		*spec = &knowledge.EventSpec{Type: "CONSULT", Modes: []string{"third-party"}, Contexts: (*spec).Contexts, CAMEO: "045"}
		return
	}
}
