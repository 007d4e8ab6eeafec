package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// emit makes the draft of an event.
func (e *engine) emit(in *instance, x filled, status string) {
	f, spec := x.frame, x.frame.Event
	switch {
	case status == record.Denied && f.Negated != nil:
		spec, status = f.Negated, record.Happened
	case e.refuses(in, &x, status):
		spec, status = &knowledge.EventSpec{Type: "REJECT", CAMEO: "120"}, record.Happened
	case status == record.Planned && f.Future != nil:
		spec, status = f.Future, record.Happened
	}
	if status == record.Happened && e.visit(spec) && e.underWay(in) && !e.returns(f) {
		status = record.Planned
	}
	if status == record.Planned && spec.Type == "CONCEDE" && (e.speakerOf(in.clause) != nil || e.d.Sentences[e.d.Clauses[in.clause].Sentence].Title) {
		status = record.Happened // an easing announced is the concession
	}
	if x.voiced || e.threatens(in.clause, spec, status) {
		spec, status = &knowledge.EventSpec{Type: "THREATEN", CAMEO: "130"}, record.Happened
	}
	if x.two && len(x.actors) == 2 {
		spec = &knowledge.EventSpec{Type: spec.Type, Contexts: spec.Contexts, CAMEO: spec.CAMEO}
	}
	if spec.Type == "CONSULT" && !e.sided(spec) {
		x.actors, x.recipients = e.addParties(x.actors, x.recipients...), nil
	}
	if e.attended(in, &x, spec) {
		return
	}
	if (spec.Type == "ACCUSE" || spec.Type == "THREATEN") && len(x.actors) == 1 && len(x.recipients) > 0 && e.pronoun(x.actors[0]) && len(e.without(x.recipients, x.actors)) == 0 {
		e.traceOne(e.d.Clauses[in.clause].Sentence, f, in.span, "left out: the pronoun means somebody else")
		return // यह उसकी रणनीति है, जिसके तहत वह भारत पर आरोप लगाता है, says India
	}
	if spec.Type == "ASSAULT" && !e.notHimself(in, &x) {
		e.traceOne(e.d.Clauses[in.clause].Sentence, f, in.span, "left out: the pronoun means somebody else")
		return
	}
	e.mediated(in, &x, &spec)
	if e.visit(spec) && !e.abroad(&x) {
		e.traceOne(e.d.Clauses[in.clause].Sentence, f, in.span, "the visitor is at home, or a place")
		return
	}
	if others := e.apart(in, &x, spec); len(others) > 1 {
		headline := e.headlineOf(&x, status)
		for _, o := range others {
			y := x
			y.actors = e.addParties(e.without(x.actors, others), o)
			e.emitOne(in, y, spec, status)
			if dr := &e.drafts[len(e.drafts)-1]; headline != nil {
				dr.evidence = append([]doc.Span{*headline}, dr.evidence...)
			}
			if t := e.dateBefore(in, o); t != doc.None {
				e.drafts[len(e.drafts)-1].date = t
			}
		}
		return
	}
	e.emitOne(in, x, spec, status)
}

// headlineOf is where the title told all the meetings of x as one act: each of them is told there; the act of the title is dropped.
func (e *engine) headlineOf(x *filled, status string) *doc.Span {
	for i := range e.drafts {
		o := &e.drafts[i]
		if !o.titled {
			break
		}
		if o.spec.Type == "CONSULT" && !e.sided(o.spec) && !o.dropped && o.status == status && e.codes(o.actors) == e.codes(x.actors) {
			o.dropped = true
			return &o.evidence[0]
		}
	}
	return nil
}

// apart are the parties whom somebody met one by one: अलग-अलग मुलाकात, X या Y के साथ, X से और Y से भेंट.
func (e *engine) apart(in *instance, x *filled, spec *knowledge.EventSpec) []party {
	if spec.Type != "CONSULT" || e.sided(spec) || in.chunk != doc.None {
		return nil
	}
	var others []party
	var key uint8
	split := e.cueInClause(in.clause, knowledge.CueDistributive) || e.hostSays(in.clause, knowledge.CueDistributive) || e.oneByOne(in.clause)
	for _, a := range in.args {
		if a.key == knowledge.K1 || a.key == e.k.Genitive || e.function(a.key) == "locative" {
			continue
		}
		if s, ok := e.slot(x.frame, a, false); !ok || s.Role != knowledge.Actor && s.Role != knowledge.Recipient {
			continue
		}
		split = split || key == a.key
		key = a.key
		others = e.addParties(others, e.parties(a.chunk, true)...)
	}
	if !split || len(e.without(x.actors, others)) != 1 {
		return nil
	}
	return others
}

// oneByOne says whether an unmarked word right before the verb of clause c says that acts are several (अलग-अलग मिलेंगे).
func (e *engine) oneByOne(c int) bool {
	i := e.d.Clauses[c].Predicate - 1
	return i >= 0 && e.d.Chunks[i].Clause == c && e.d.Chunks[i].Marker == 0 && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[i].Tokens.First])&knowledge.CueDistributive != 0
}

// dateBefore is the time expression right before the argument that names a party (रविवार को किम से और सोमवार को ट्रंप से).
func (e *engine) dateBefore(in *instance, p party) int {
	for _, a := range in.args {
		if i := e.members(a.chunk)[0]; i > 0 && e.d.Chunks[i-1].Kind == doc.TimeX && e.isIn(p, e.parties(a.chunk, true)) {
			if t, n := e.timexes(e.d.SpanOf(e.d.Chunks[i-1].Tokens)); n > 0 {
				return t
			}
		}
	}
	return doc.None
}

// hostSays says whether a cue stands in the chunk of the host noun of clause c.
func (e *engine) hostSays(c int, cue knowledge.Cues) bool {
	h := e.d.Clauses[c].Host
	if h.Len() == 0 {
		return false
	}
	i := e.chunkAt(&e.d.Clauses[c], h.First)
	return i != doc.None && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[i].Tokens.First])&cue != 0
}

// emitOne enters one draft.
func (e *engine) emitOne(in *instance, x filled, spec *knowledge.EventSpec, status string) {
	f := x.frame
	dr := draft{frame: f, spec: spec, status: status, actors: x.actors, recipients: e.without(x.recipients, x.actors), place: x.place, around: doc.None, date: doc.None,
		speaker: e.teller(in), evidence: []doc.Span{in.span}, sentence: e.d.Clauses[in.clause].Sentence, last: e.d.Clauses[in.clause].Sentence, clause: in.clause, nominal: in.chunk != doc.None, back: e.hostIs(in, pointing), bare: f.Attends && e.hostIs(in, bare), vague: e.vague(in), open: status == record.Happened && e.spokenOf(in), titled: e.d.Sentences[e.d.Clauses[in.clause].Sentence].Title}
	if spec.Type == "CONSULT" {
		dr.ministers = e.ministers(in)
	}
	if f.Charge || f.Obligation {
		dr.speaker = nil // whose words they are acts by them
	}
	if dr.vague && in.chunk == doc.None && status == record.Happened && e.organisation(&dr) != "" {
		dr.status = record.Planned // सम्मेलन में भाग लेने के लिए पहुंचे
	}
	e.when(&dr, in)
	if e.impossible(&dr) && (dr.nominal && dr.spec.Type == "CONSULT" && !e.visit(dr.spec) || e.arranged(in)) {
		dr.status = record.Planned // 31 अगस्त से होने वाले सम्मेलन
	} else if e.impossible(&dr) {
		dr.date = doc.None
	}
	e.where(&dr, in)
	if x.inner != nil {
		dr.date, dr.place = orElse(dr.date, x.inner.date), orElse(dr.place, x.inner.place)
	}
	e.traceOne(dr.sentence, f, in.span, "fired: "+spec.Type+" "+status)
	e.drafts = append(e.drafts, dr)
}

// vague says whether an instance names a meeting only as the aim of a journey, or by what came before it.
func (e *engine) vague(in *instance) bool {
	if in.chunk == doc.None {
		return e.toAttend(in.clause)
	}
	c := &e.d.Chunks[in.chunk]
	if p := e.d.Clauses[in.clause].Predicate; p != doc.None && e.d.Chunks[p].Verb.Form == doc.Infinitive {
		c = &e.d.Chunks[p] // सम्मेलन शुरू होने से पहले
	}
	return e.endsBefore(c) || e.stillAhead(in.chunk) || c.Marker == 0 && e.apartInTime(in.chunk) || e.function(c.Marker) == "purpose" || e.toAttend(in.clause)
}

// spokenOf says whether an instance is a bare noun as the topic of something or with the marker of the genitive.
func (e *engine) spokenOf(in *instance) bool {
	if in.chunk == doc.None {
		return false
	}
	c := &e.d.Chunks[in.chunk]
	for j := in.chunk - 1; j >= 0 && j > in.chunk-4; j-- {
		if g := &e.d.Chunks[j]; g.Kind == doc.VG && e.describes(g, in.chunk) {
			return false // बीते साल हुई यात्रा को लेकर
		}
	}
	f := e.function(c.Marker)
	return c.Marker == e.k.Genitive || f == "other" || f == "place"
}

// pronoun says whether a party is named by a pronoun alone.
func (e *engine) pronoun(p party) bool {
	m := e.firstMention(e.d.TokensOf(p.span).First)
	return m < len(e.d.Mentions) && e.d.Mentions[m].Span == p.span && e.d.Mentions[m].Rule == "reference"
}

// teller is whoever alone tells of the act of an instance: the speaker of the clause that it stands in.
func (e *engine) teller(in *instance) []party {
	if who := e.speakerOf(in.clause); len(who) == 1 && e.known(who) {
		return who
	}
	return nil
}

func (e *engine) visit(s *knowledge.EventSpec) bool {
	for _, m := range s.Modes {
		if m == "visit" {
			return true
		}
	}
	return false
}

// threatens says whether an announced hostile act hangs on a condition (यदि … नहीं किया तो सेना वापस बुला लेंगे): it is a
// threat.
func (e *engine) threatens(c int, s *knowledge.EventSpec, status string) bool {
	if status != record.Planned && status != record.Possible || e.k.Types[s.Type].Quad != materialConflict {
		return false
	}
	return e.condition(c) != doc.None
}

// materialConflict is the quad class of hostile acts.
const materialConflict = 4

// underWay says whether the verb of an instance is a present progressive: a journey told so is still to come.
func (e *engine) underWay(in *instance) bool {
	p := e.d.Clauses[in.clause].Predicate
	return in.chunk == doc.None && p != doc.None && e.d.Chunks[p].Verb.Progressive && (e.d.Chunks[p].Verb.Tense == doc.Pres || e.d.Chunks[p].Verb.Form == doc.Participle)
}

// arranged says whether the verb of an instance is a present, which with a day to come tells what has been arranged (अगले सप्ताह सम्मेलन की
// मेजबानी कर रहा है).
func (e *engine) arranged(in *instance) bool {
	p := e.d.Clauses[in.clause].Predicate
	if in.chunk != doc.None || p == doc.None {
		return false
	}
	v := &e.d.Chunks[p].Verb
	return v.Form == doc.Finite && v.Tense == doc.Pres && !v.Perfective
}

// returns says whether a frame tells of a journey by its end (चीन से लौट रहे हैं): the visit has been.
func (e *engine) returns(f *knowledge.Frame) bool {
	return slices.ContainsFunc(f.Roles, func(s knowledge.Slot) bool {
		return s.Role == knowledge.Destination && e.function(s.Key) == "source"
	})
}

// sided says whether a consultation has two sides: visitor and host, mediator and parties.
func (e *engine) sided(s *knowledge.EventSpec) bool {
	for _, m := range s.Modes {
		if m == "third-party" {
			return true
		}
	}
	return e.visit(s)
}

// abroad says whether a visit leads to a state other than the visitor's, who is no place.
func (e *engine) abroad(x *filled) bool {
	for _, a := range x.actors {
		if a.entity != doc.None && e.d.Entities[a.entity].Type == doc.Place {
			continue
		}
		for _, r := range x.recipients {
			if c, v := e.code(r), e.code(a); c != "" && v != "" && c != v {
				return true
			}
		}
	}
	return false
}

// without drops the recipients that are actors too.
func (e *engine) without(ps, actors []party) []party {
	var out []party
	for _, p := range ps {
		if !e.isIn(p, actors) {
			out = append(out, p)
		}
	}
	return out
}
