package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// verbal codes the predicate of clause c.
func (e *engine) verbal(c int) {
	d, cl := e.d, &e.d.Clauses[c]
	if cl.Predicate == doc.None || len(cl.Frames) == 0 || cl.Host.Len() > 0 && e.compared(cl.Host.Last) {
		e.obligation(c)
		return
	}
	in := instance{clause: c, chunk: doc.None, args: e.verbArgs(c), passive: e.passive(c)}
	in.subject = e.subjectParties(c, 0)
	e.ownCraft(&in)
	if who := e.charged(c); who != nil {
		in.subject, in.passive = who, false // मारे जाने का आरोप लगाया: it was the accused who did it
	}
	announced := in.passive && len(in.subject) == 0 && e.announced(c)
	if announced {
		in.subject, in.passive = e.speakerOf(c), false
	}
	in.span = e.clauseSpan(c)
	best, ok := e.bestFrame(&in, cl.Frames)
	if !ok {
		best, ok = e.shorterFrame(&in)
	}
	if n := best.frame; ok && announced && !e.threatening(c) && !byDecree[n.Event.Type] && (n.Negated == nil || !byDecree[n.Negated.Type] || !d.Chunks[cl.Predicate].Verb.Negated) {
		if !e.known(e.without(best.actors, in.subject)) {
			best.actors = nil // who tells that hostages will be freed need not hold them
		}
	}
	if ok {
		e.markCause(&best)
		e.undone(&in, &best)
		e.authority(&in, &best)
		e.continued(&in, &best)
		e.antecedent(&in, &best)
	}
	if !ok {
		e.obligation(c)
		return
	}
	if v := &d.Chunks[cl.Predicate].Verb; (v.Obligation && !v.Scheduled && !had(v) || v.Subjunct && e.asked(c)) && !e.consequence(c, &best) {
		e.obligation(c)
		return
	}
	if v := &d.Chunks[cl.Predicate].Verb; v.Permits && v.Negated {
		e.traceOne(cl.Sentence, best.frame, in.span, "tells no act of its own: others are not let do it")
		return
	}
	if e.usual(c) {
		return // अक्सर आरोप लगाता है
	}
	if e.lasts(c, &best) || e.assures(c, &best) || e.foretold(&in, &best) && !best.voiced {
		e.markHost(cl)
		e.traceOne(cl.Sentence, best.frame, in.span, "tells no act: a lasting state, or what may come of itself")
		return
	}
	status, told := e.actStatus(c, &best)
	if !told || best.frame.Charge && status != record.Happened {
		e.markHost(cl)
		e.traceOne(cl.Sentence, best.frame, in.span, "tells no act: wished, conditional or the content of another act")
		return
	}
	if status == record.Planned && best.frame.Event.Type == "ASSAULT" && cl.Kind == doc.Adnominal && !e.known(best.actors) {
		return // इलाके में होने वाले हमले: such as there are
	}
	e.markHost(cl)
	e.accuser(&in, &best, status)
	e.absorb(&in, &best)
	e.callOff(&in, &best)
	if e.claims(&in, &best) {
		return
	}
	e.emit(&in, best, status)
}

// actStatus is the status of clause c for an act: what a side claims of another is alleged, a claim of one's own deeds is not, and a
// consequence threatened has been threatened.
func (e *engine) actStatus(c int, x *filled) (string, bool) {
	status, told := e.status(c)
	switch {
	case e.consequence(c, x):
		return record.Happened, true
	case status == record.Happened && e.claimed(c, x):
		status = record.Alleged
	case status == record.Alleged && e.ownClaim(c, x):
		status = record.Happened
	}
	return status, told
}

// shorterFrame is the best frame of a shorter predicate inside the one that the clause has, whose frames are not filled; the
// clause keeps its host.
func (e *engine) shorterFrame(in *instance) (filled, bool) {
	cl := &e.d.Clauses[in.clause]
	if cl.Host.Len() < 2 {
		return filled{}, false
	}
	frames, hosts := e.k.Shorter(e.d, e.d.Chunks[cl.Predicate].Verb.Lemma, cl.Host, cl.Part)
	whole, args := cl.Host, in.args
	for i := range frames {
		cl.Host = hosts[i]
		in.args = e.verbArgs(in.clause)
		best, ok := e.bestFrame(in, frames[i])
		if cl.Host = whole; ok {
			cl.Frames = append(slices.Clone(frames[i]), cl.Frames...)
			return best, true
		}
	}
	in.args = args
	return filled{}, false
}

// cause finds who did harm that is told without an agent: the owner of the act in which it was done (अमेरिकी हमले में
// कमांडर मारा गया). The noun of the act tells no event of its own then.
func (e *engine) cause(in *instance, x *filled) {
	if x.frame.Event.Type != "ASSAULT" || len(x.actors) > 0 || in.chunk != doc.None {
		return
	}
	for _, a := range in.args {
		if !e.wherein(a) || e.class(a.chunk)&knowledge.ClassEvent == 0 {
			continue
		}
		who := e.owner(a.chunk)
		if j := a.chunk - 1; len(who) == 0 && j >= 0 && e.function(e.d.Chunks[j].Marker) == "comitative" {
			who = e.parties(j, true) // चीनी सैनिकों के साथ झड़प में
		}
		if len(who) == 0 {
			who = e.fought(a.chunk)
		}
		if len(who) == 0 {
			who = e.attackers(in, a.chunk)
		}
		if e.known(who) && e.codes(who) == e.codes(x.recipients) && e.bareVictims(in, x) {
			x.recipients = nil // हमलों में 49 सैनिक मारे गए: not those of the attacker
		} else if e.known(who) && e.codes(who) == e.codes(x.recipients) && e.pronounVictims(in, x) {
			x.recipients = e.attacked(in) // विद्रोहियों पर हमला किया जिसमें उनके लड़ाके मारे गए: the rebels'
		}
		for _, p := range who {
			if !e.isIn(p, x.recipients) {
				x.actors = e.addParties(x.actors, p)
				x.cause = a.chunk
			}
		}
	}
}

// byDecree are the types of acts that whoever announces them in the passive does himself.
var byDecree = map[string]bool{"CONCEDE": true, "SANCTION": true, "COERCE": true, "REJECT": true, "MOBILIZE": true, "CONSULT": true, "AGREE": true}

// fought are the two between whom the fighting was that chunk i means, also by a participle before it (दोनों सेनाओं के बीच हुई गोलीबारी में).
func (e *engine) fought(i int) []party {
	if j := i - 1; j >= 0 && e.function(e.d.Chunks[j].Marker) == "between" {
		return e.parties(j, true)
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		g := &e.d.Chunks[j]
		if g.Kind != doc.VG || !e.describes(g, i) {
			continue
		}
		for _, a := range e.verbArgs(g.Clause) {
			if e.function(a.key) == "between" {
				return e.parties(a.chunk, true)
			}
		}
	}
	return nil
}

// markCause keeps the noun of the act that did the harm, and the participle that tells it, from being coded by themselves.
func (e *engine) markCause(x *filled) {
	if x.cause == doc.None {
		return
	}
	e.used[x.cause] = true
	for i := len(e.drafts) - 1; i >= 0 && i >= len(e.drafts)-withinSentence; i-- {
		o := &e.drafts[i]
		if cl := &e.d.Clauses[o.clause]; o.spec.Type == "ASSAULT" && cl.Kind == doc.Adnominal && cl.Predicate != doc.None && e.describes(&e.d.Chunks[cl.Predicate], x.cause) {
			o.dropped = true
			x.inner = &draft{date: o.date, place: o.place}
		}
	}
}

// authority takes the official who reports an official act without an agent as its actor (अधिकारी ने बताया कि उन्हें
// प्रत्यर्पित कर दिया गया).
func (e *engine) authority(in *instance, x *filled) {
	if _, acts := x.frame.Role(knowledge.K1, false); acts && !in.passive || len(x.actors) > 0 || !e.known(x.recipients) {
		return
	}
	if x.frame.Event.Type == "AID" {
		x.actors = e.without(e.giver(in), x.recipients)
	}
	if k := e.inAll(in.clause).Kind; k != doc.Complement && k != doc.Quotation || len(x.actors) > 0 {
		return
	}
	p := e.d.Clauses[in.clause].Parent
	if p == doc.None { // कि हमला किया गया: who says so is not there
		return
	}
	if how, ok := e.innerOf(p, in.clause); ok && how == knowledge.InnerAlleged {
		return // who claims that a ship was seized says that others did it
	}
	switch t := x.frame.Event.Type; {
	case t == "COERCE", t == "SANCTION", t == "COOPERATE", t == "ACCUSE" && slices.Contains(x.frame.Event.Contexts, "diplomatic"):
	default:
		return
	}
	for _, p := range e.speakerOf(in.clause) {
		if p.entity != doc.None && !e.isIn(p, x.recipients) && e.d.Entities[p.entity].Type != doc.Organisation {
			x.actors = e.addParties(x.actors, p)
		}
	}
}

// giver are the states that own what is given (भारत की राहत सामग्री नेपाल को सौंपी गई).
func (e *engine) giver(in *instance) []party {
	cl := &e.d.Clauses[in.clause]
	for i := cl.Chunks.First; i < cl.Predicate; i++ {
		if e.d.Chunks[i].Clause == in.clause && e.hostChunk(cl, i) {
			return e.owner(i)
		}
	}
	return nil
}

// antecedent finds whose act a reaction answers: of a rejection, whoever last accused or asked the one who rejects; of
// any reaction that names the act by a pronoun (इस आरोप की निंदा की), the actor of the last act told.
func (e *engine) antecedent(in *instance, x *filled) {
	switch x.frame.Event.Type {
	case "REJECT", "ACCUSE", "SUPPORT", "AGREE":
	default:
		return
	}
	if e.answers(in, x) {
		return
	}
	if x.frame.Event.Type == "REJECT" && e.known(x.actors) {
		x.recipients = e.without(x.recipients, x.actors) // सभी अपीलों को नजरअंदाज किया: not his own
	}
	if cl := &e.d.Clauses[in.clause]; x.frame.Event.Type == "ACCUSE" && cl.Kind == doc.Relative && e.ofForum(cl) && !e.known(x.recipients) {
		if x.recipients = e.without(e.doers(cl.Parent), x.actors); e.known(x.recipients) {
			return // अभ्यास शुरू किया, जिसकी चीन ने निंदा की
		}
	}
	if cl := &e.d.Clauses[in.clause]; x.frame.Event.Type == "ACCUSE" && cl.Kind == doc.Relative && cl.Parent != doc.None && e.known(x.actors) && !e.known(x.recipients) {
		x.recipients = e.without(e.subjectParties(cl.Parent, 0), x.actors) // रोक लगा दी है, जिसकी निंदा की गई
	}
	if x.frame.Event.Type == "ACCUSE" && e.known(x.actors) && !e.known(x.recipients) {
		if who := e.toldBefore(in, x); who != nil {
			x.recipients = who
		}
	}
	refusal := e.refusal(in, x)
	back := e.pointsBack(in, refusal)
	if !e.known(x.actors) || e.known(x.recipients) && !(back && refusal) {
		return
	}
	if refusal {
		if asker := e.asker(in, x); asker != nil {
			x.recipients = asker
			return
		}
		if !e.known(x.recipients) {
			x.recipients = e.without(e.raised(in), x.actors)
		}
		if !e.known(x.recipients) {
			x.recipients = e.without(e.partnersOf(in), x.actors)
		}
	}
	if !back || e.known(x.recipients) || x.frame.Event.Type == "SUPPORT" && e.pointsAtEvent(in) {
		return
	}
	s := e.d.Clauses[in.clause].Sentence
	reach := 1
	if x.frame.Event.Type == "ACCUSE" {
		reach = 2
	}
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence >= s-reach; i-- {
		if o := &e.drafts[i]; o.spec.Type != "CONSULT" && (o.spec.Type != "SUPPORT" || x.frame.Event.Type == "ACCUSE") && e.known(o.actors) && !e.isIn(o.actors[0], x.actors) {
			x.recipients = o.actors
			return
		}
	}
}

// refusal says whether an instance tells a rejection, by its frame or by the negation of consent (इस पर राजी नहीं हुआ).
func (e *engine) refusal(in *instance, x *filled) bool {
	if x.frame.Event.Type == "REJECT" {
		return true
	}
	n := x.frame.Negated
	return n != nil && n.Type == "REJECT" && in.chunk == doc.None && e.d.Chunks[e.d.Clauses[in.clause].Predicate].Verb.Negated
}

// asker is whoever last accused, asked, threatened or offered something to the actors of a rejection.
func (e *engine) asker(in *instance, x *filled) []party {
	for i := len(e.drafts) - 1; i >= 0 && i >= len(e.drafts)-12; i-- {
		o := &e.drafts[i]
		switch o.spec.Type {
		case "ACCUSE", "REQUEST", "THREATEN", "AGREE":
			if e.known(o.actors) && e.isIn(x.actors[0], o.recipients) {
				return o.actors
			}
		}
	}
	return nil
}

// pointsAtEvent says whether what an instance points back at is a meeting or agreement, of many: who welcomes it supports none
// of them alone (इस मुलाकात का स्वागत किया).
func (e *engine) pointsAtEvent(in *instance) bool {
	for _, a := range in.args {
		c := &e.d.Chunks[a.chunk]
		if c.Head > c.Tokens.First && e.k.CuesOf(&e.d.Tokens[c.Tokens.First])&(knowledge.CueDeixis|knowledge.CueThird|knowledge.CueProximal) != 0 && e.headClass(a.chunk)&(knowledge.ClassEvent|knowledge.ClassDocument) != 0 {
			return true
		}
	}
	return false
}

// pointsBack says whether an argument of an instance is a demonstrative, or a noun with one; a plural pronoun alone mostly
// means people, and counts where plural says so.
func (e *engine) pointsBack(in *instance, plural bool) bool {
	for _, a := range in.args {
		switch e.function(a.key) {
		case "locative", "time":
			continue
		}
		if a.key == knowledge.K1 {
			continue
		}
		c := &e.d.Chunks[a.chunk]
		if !plural && c.Head == c.Tokens.First && e.d.Tokens[c.Head].A().Feats.Number == doc.Plur && (e.mention[a.chunk] != doc.None || a.key == e.k.Dative) {
			continue // उन्हें बधाई दी: people
		}
		cues := e.k.CuesOf(&e.d.Tokens[c.Tokens.First])
		if cues&(knowledge.CueDeixis|knowledge.CueThird) != 0 && cues&knowledge.CueReflexive == 0 {
			return true
		}
	}
	return false
}

// hostPointsBack says whether the host of the verb has a demonstrative (यह बात मंत्री ने कही).
func (e *engine) hostPointsBack(in *instance) bool {
	cl := &e.d.Clauses[in.clause]
	for i := cl.Chunks.First; in.chunk == doc.None && i < cl.Chunks.Last; i++ {
		if e.hostChunk(cl, i) {
			return e.k.CuesOf(&e.d.Tokens[e.d.Chunks[i].Tokens.First])&knowledge.CueThird != 0
		}
	}
	return false
}

// charged are the accused of the charge whose content the infinitive clause c is: they are its subject (ईरान पर मिसाइलें
// देने का आरोप).
func (e *engine) charged(c int) []party {
	cl := &e.d.Clauses[c]
	if cl.Parent == doc.None || e.d.Chunks[cl.Predicate].Verb.Form != doc.Infinitive {
		return nil
	}
	for _, n := range e.d.Clauses[cl.Parent].Frames {
		f := e.k.Frames[n]
		if f.Event == nil || f.Inner != knowledge.InnerAlleged {
			continue
		}
		in := instance{clause: cl.Parent, chunk: doc.None, args: e.verbArgs(cl.Parent), passive: e.passive(cl.Parent)}
		var out []party
		for _, a := range in.args {
			if s, ok := e.slot(f, a, false); ok && s.Role == knowledge.Recipient {
				out = e.addParties(out, e.parties(a.chunk, true)...)
			}
		}
		if len(out) == 0 {
			var x filled
			e.before(&x, &in, f)
			out = x.recipients
		}
		if others := e.without(out, e.subjectParties(cl.Parent, 0)); len(others) > 0 {
			out = others // काबुल पर पाकिस्तानी धरती पर हमलों का
		}
		return out
	}
	return nil
}

// announced says whether a passive without agent tells what its speaker will do or not do (उन्होंने कहा कि प्रतिबंध नहीं
// हटाए जाएंगे).
func (e *engine) announced(c int) bool {
	for _, a := range e.verbArgs(c) {
		if a.key == knowledge.K1 {
			return false
		}
	}
	v := &e.d.Chunks[e.d.Clauses[c].Predicate].Verb
	kind := e.inAll(c).Kind
	return v.Form == doc.Finite && v.Tense == doc.Fut && (kind == doc.Complement || kind == doc.Quotation)
}

// inAll is clause c, or the one that it goes on from (… नहीं दी जाएगी और मदद रोक दी जाएगी; अगर … तो जवाब दिया जाएगा).
func (e *engine) inAll(c int) *doc.Clause {
	cl := &e.d.Clauses[c]
	for (cl.Kind == doc.Coordinate || cl.Kind == doc.Adverbial) && cl.Parent != doc.None {
		cl = &e.d.Clauses[cl.Parent]
	}
	return cl
}

// refuses says whether a negated future or infinitive tells a refusal: one party will not, or decides not to, do what would help or
// meet another.
func (e *engine) refuses(in *instance, x *filled, status string) bool {
	q := e.k.Types[x.frame.Event.Type].Quad
	if status != record.Denied || in.chunk != doc.None || q != 1 && q != 2 {
		return false
	}
	v := &e.d.Chunks[e.d.Clauses[in.clause].Predicate].Verb
	return (v.Form == doc.Finite && v.Tense == doc.Fut || v.Form == doc.Infinitive) && len(x.actors) == 1 && e.known(x.recipients)
}

// markHost keeps the host noun of a coded clause from being coded again by itself.
func (e *engine) markHost(cl *doc.Clause) {
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if e.hostChunk(cl, i) {
			e.used[i] = true
		}
	}
	for h := cl.Head; h != doc.None && cl.Kind == doc.Adnominal; h = e.d.Chunks[h].Of {
		if e.hostChunk(cl, h) {
			e.used[h] = true
		}
	}
}

// bestFrame is the event frame that fills most roles, among those whose needs are met.
func (e *engine) bestFrame(in *instance, frames []int32) (filled, bool) {
	best, found := filled{score: -1}, false
	for _, n := range frames {
		f := e.k.Frames[n]
		if f.Event == nil {
			continue
		}
		x := e.fill(in, f)
		if x.why == "" {
			e.cause(in, &x)
			e.threat(in, &x)
			e.unsaid(in, &x)
			e.aimed(in, &x)
			e.acrossBorder(in, &x)
			e.ownLosses(in, &x)
			e.conjoined(in, &x)
			e.inPassing(in, &x)
			e.intruders(in, &x)
			e.theirs(in, &x)
			e.answersFire(in, &x)
			e.whereDone(in, &x)
			e.leaders(in, &x)
			e.takeUp(in, &x)
			e.hither(in, &x)
			e.hosted(in, &x)
			e.withSpeaker(in, &x)
			e.partners(in, &x)
		}
		if x.why == "" {
			e.answered(&x, in)
			e.written(in, &x)
			x.why = e.needs(in, &x)
		}
		switch {
		case x.why != "" && !e.d.Explain: // most frames: no text is made of it
		case x.why != "":
			e.traceOne(e.d.Clauses[in.clause].Sentence, f, in.span, "not filled: "+x.why)
		case x.score > best.score:
			best, found = x, true
		}
	}
	return best, found
}

// clauseSpan is the evidence of a clause: its chunks without the conjunctions and marks at its edges.
func (e *engine) clauseSpan(c int) doc.Span {
	d, cl := e.d, &e.d.Clauses[c]
	first, last := doc.None, doc.None
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		switch d.Chunks[i].Kind {
		case doc.Mark, doc.Conj:
			continue
		}
		if first == doc.None {
			first = i
		}
		last = i
	}
	if first == doc.None {
		return d.SpanOf(cl.Tokens)
	}
	if cl.Kind == doc.Adnominal && cl.Host.Last > d.Chunks[last].Tokens.Last {
		return d.SpanOf(doc.Range{First: d.Chunks[first].Tokens.First, Last: cl.Host.Last}) // दिल्ली में हुई बैठक
	}
	return d.SpanOf(doc.Range{First: d.Chunks[first].Tokens.First, Last: d.Chunks[last].Tokens.Last})
}

func (e *engine) chunkAt(cl *doc.Clause, token int) int {
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if e.d.Chunks[i].Tokens.Has(token) {
			return i
		}
	}
	return doc.None
}

func (e *engine) traceOne(sentence int, f *knowledge.Frame, s doc.Span, text string) {
	e.d.Tracef(sentence, "frame", f.ID, s, text)
}
