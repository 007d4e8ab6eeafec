package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// leaders gives an act of words by "the leaders", "all the ministers" or "the members", whose the report does not say, to
// the meeting told right before (शंघाई सहयोग संगठन का शिखर सम्मेलन हुआ। नेताओं ने घोषणापत्र पर हस्ताक्षर किए): to the organisation
// that met, else to the sides. Without such a meeting they stay open.
func (e *engine) leaders(in *instance, x *filled) {
	if in.chunk != doc.None || x.frame.Event == nil || e.known(x.actors) || !slices.Contains([]string{"SUPPORT", "AGREE", "REQUEST"}, x.frame.Event.Type) {
		return
	}
	if s := e.d.Clauses[in.clause].Subject; s == doc.None || !e.allOffice(s) || !e.isActor(in, x.frame, s) {
		return
	}
	ps := e.leadersOf(in)
	if len(ps) == 0 {
		return
	}
	x.actors, x.has[knowledge.Actor] = ps, true
}

// leadersOf are those who met last, for "the leaders" who are the subject of an instance.
func (e *engine) leadersOf(in *instance) []party {
	s := e.d.Clauses[in.clause].Subject
	if s == doc.None || !e.allOffice(s) {
		return nil
	}
	span := e.nominalSpan(s)
	var out []party
	for _, p := range e.metLast(in) {
		out = e.addParties(out, party{p.entity, span})
	}
	if len(out) == 0 {
		e.noteOpen(span)
	}
	return out
}

// jointly are those who met last, for the joint statement in which an instance is said (संयुक्त बयान में कहा गया).
func (e *engine) jointly(in *instance) []party {
	cl := &e.d.Clauses[in.clause]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		c := &e.d.Chunks[i]
		if c.Clause != in.clause || c.Kind != doc.NP || c.Marker != e.k.Locative || e.headClass(i)&(knowledge.ClassDocument|knowledge.ClassComm) == 0 || len(e.owner(i)) > 0 {
			continue
		}
		if e.k.CuesOf(&e.d.Tokens[c.Tokens.First])&knowledge.CueJoint == 0 {
			continue
		}
		var out []party
		for _, p := range e.metLast(in) {
			out = e.addParties(out, party{p.entity, e.nominalSpan(i)})
		}
		return out
	}
	return nil
}

// isActor says whether the subject at chunk s acts by frame f.
func (e *engine) isActor(in *instance, f *knowledge.Frame, s int) bool {
	r, ok := f.Role(knowledge.K1, false)
	return ok && r.Role == knowledge.Actor && !in.passive && e.d.Chunks[s].Clause == in.clause
}

// allOffice says whether chunk i means holders of an office or members in the plural without an owner, a number or a
// description that would make them some of all (कई नेता, विपक्षी नेता).
func (e *engine) allOffice(i int) bool {
	d, c := e.d, &e.d.Chunks[i]
	h := &d.Tokens[c.Head]
	if h.A().Feats.Number != doc.Plur || c.Coord != doc.None || len(e.owner(i)) > 0 {
		return false
	}
	first := c.Head
	if m := e.mention[i]; m != doc.None {
		if mn := &d.Mentions[m]; mn.Entity != doc.None || len(mn.Entities) > 0 || !e.inOffice(mn) {
			return false
		}
		first = d.Mentions[m].Tokens.First
	} else if e.k.CuesOf(h)&knowledge.CueMember == 0 {
		return false
	}
	for t := c.Tokens.First; t < first; t++ {
		if e.k.CuesOf(&d.Tokens[t])&knowledge.CueAllOf == 0 {
			return false
		}
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if d.Chunks[j].Of == i || d.Chunks[j].Coord == i {
			return false
		}
	}
	return true
}

// inOffice says whether a mention is an office of government, or one of no sector (नेता), not of a party or an army.
func (e *engine) inOffice(m *doc.Mention) bool {
	if m.Type != doc.Office || m.Row == doc.None {
		return false
	}
	it := &e.k.Items[m.Row]
	return it.Sub == "office" && (it.Sector == "GOV" || it.Sector == "")
}

// metLast is the organisation of the meeting told last before an instance, nearby, or its sides: of one that has been, or
// for what lies ahead as well of one to come.
func (e *engine) metLast(in *instance) []party {
	sentence := e.d.Clauses[in.clause].Sentence
	status, _ := e.status(in.clause)
	for i := len(e.drafts) - 1; i >= 0 && sentence-e.drafts[i].sentence <= nearby; i-- {
		o := &e.drafts[i]
		if o.spec.Type != "CONSULT" || e.sided(o.spec) || slices.Contains(o.spec.Modes, "phone") || o.evidence[0].Start >= in.span.Start {
			continue
		}
		code := e.organisation(o)
		if code == "" && len(o.actors) < 2 {
			continue
		}
		if o.status != record.Happened && o.status != status {
			return nil
		}
		for _, p := range o.actors {
			if code != "" && e.code(p) == code {
				return []party{p}
			}
		}
		return o.actors
	}
	return nil
}

// noteOpen notes once that the report does not settle whom a span means; the frames of a clause ask one after the other.
func (e *engine) noteOpen(span doc.Span) {
	if n := len(e.d.Notes); n == 0 || e.d.Notes[n-1].Span != span {
		e.d.Note("owner-open", span)
	}
}
