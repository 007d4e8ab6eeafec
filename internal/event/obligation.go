package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// obligation codes what a speaker says that somebody should or must do: a request of the speaker to whoever is
// obliged (बड़े देशों को अपनी भूमिका निभानी चाहिए). The frame is the one that the data marks as that of obligations.
func (e *engine) obligation(c int) {
	d, cl := e.d, &e.d.Clauses[c]
	if cl.Predicate == doc.None || e.k.Obligation == nil {
		return
	}
	v := &d.Chunks[cl.Predicate].Verb
	if v.Form != doc.Finite || !v.Obligation && !e.asked(c) || v.Negated && v.Tense == doc.Past || v.Progressive || cl.Kind == doc.Relative { // जिन चुनौतियों का सामना करना पड़ रहा है
		return
	}
	if e.conditional(c) || e.cueInClause(c, knowledge.CuePossible) {
		return
	}
	speaker := e.speakerOf(c)
	if !e.known(speaker) {
		return
	}
	var obliged []party
	for _, a := range e.verbArgs(c) {
		if a.key == knowledge.K1 || a.key == e.k.Dative {
			obliged = e.addParties(obliged, e.parties(a.chunk, false)...)
			break
		}
	}
	if !e.known(obliged) && v.Subjunct {
		obliged = e.addParties(obliged, e.subjectParties(c, 0)...)
	}
	if len(obliged) == 0 || !e.known(obliged) && !v.Subjunct {
		obliged = e.addParties(e.spokenTo(c), obliged...)
	}
	if s := cl.Subject; len(obliged) == 0 && s != doc.None && e.anything(s) {
		obliged = []party{{doc.None, e.d.SpanOf(d.Chunks[s].Tokens)}} // पक्षों से कहा कि वे …
	}
	if obliged = e.without(obliged, speaker); !e.known(obliged) && !(len(obliged) > 0 && e.asked(c)) {
		return
	}
	in := instance{clause: c, chunk: doc.None, span: e.clauseSpan(c)}
	e.emit(&in, filled{frame: e.k.Obligation, actors: speaker, recipients: obliged, place: doc.None}, record.Happened)
}

// asked says whether a clause is what somebody is told to do: a subjunctive under plain speech to an addressee (तालिबान
// से कहा कि वह वादा निभाए).
func (e *engine) asked(c int) bool {
	cl := &e.d.Clauses[c]
	if cl.Kind != doc.Complement || cl.Parent == doc.None || !e.d.Chunks[cl.Predicate].Verb.Subjunct {
		return false
	}
	for _, n := range e.d.Clauses[cl.Parent].Frames {
		if f := e.k.Frames[n]; f.Say && f.Event == nil {
			return true
		}
	}
	return false
}

// speakerOf is whoever utters clause c: the subject of the speech clause above it.
func (e *engine) speakerOf(c int) []party {
	for depth := 0; depth < 6; depth++ {
		cl := &e.d.Clauses[c]
		if cl.Parent == doc.None {
			return nil
		}
		if (cl.Kind == doc.Complement || cl.Kind == doc.Quotation) && e.says(cl.Parent) {
			return e.sayer(cl.Parent)
		}
		c = cl.Parent
	}
	return nil
}

// sayer is who speaks in clause c: whom its frame of speech makes the speaker (ईरान का कहना है कि …), else the subject that the
// clause leaves out.
func (e *engine) sayer(c int) []party {
	if who := e.inSpeech(c, knowledge.Actor); e.known(who) {
		return who
	}
	return e.subjectParties(c, 0)
}

// spokenTo is whoever is told what clause c says (मोदी ने पुतिन से कहा कि युद्ध रुकना चाहिए).
func (e *engine) spokenTo(c int) []party {
	cl := &e.d.Clauses[c]
	if cl.Kind != doc.Complement && cl.Kind != doc.Quotation || cl.Parent == doc.None {
		return nil
	}
	return e.inSpeech(cl.Parent, knowledge.Addressee)
}

// inSpeech are those to whom a frame of speech of clause c gives a role.
func (e *engine) inSpeech(c int, role knowledge.Role) []party {
	for _, n := range e.d.Clauses[c].Frames {
		f := e.k.Frames[n]
		if !f.Say {
			continue
		}
		for _, a := range e.verbArgs(c) {
			if s, ok := e.slot(f, a, false); ok && s.Role == role {
				return e.parties(a.chunk, false)
			}
		}
	}
	return nil
}

// says says whether a clause has a frame of speech.
func (e *engine) says(c int) bool {
	for _, n := range e.d.Clauses[c].Frames {
		if e.k.Frames[n].Say {
			return true
		}
	}
	return false
}
