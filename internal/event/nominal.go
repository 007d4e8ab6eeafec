package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// nominal codes a bare host noun, the head of chunk i (X और Y के बीच बातचीत, अमेरिकी हमले).
func (e *engine) nominal(i int) {
	d := e.d
	c := &d.Chunks[i]
	if c.Clause == doc.None {
		return
	}
	frames, host := e.k.MatchNominal(d, c.Head, e.hostFrom(i))
	if len(frames) == 0 || e.compared(host.Last) {
		return
	}
	in := instance{clause: c.Clause, chunk: i}
	first := e.nominalArgs(&in, host)
	in.span = d.SpanOf(doc.Range{First: first, Last: c.Head + 1})
	best, ok := e.bestFrame(&in, frames)
	if !ok {
		return
	}
	if !e.enough(&best) {
		e.traceOne(d.Clauses[in.clause].Sentence, best.frame, in.span, "not filled: the bare noun lacks a party")
		return
	}
	status, told := e.nominalStatus(i)
	if !told || e.stillGoesOn(i, &best) || best.frame.Event.Type == "AID" && e.talkedOf(i) {
		return
	}
	if status == record.Happened && best.frame.Event.Type == "CONSULT" && e.stillAhead(i) {
		status = record.Planned
	}
	if best.taken != "" && status == record.Happened {
		status = best.taken // इस वार्ता को रद्द करने का कारण: the talks to come
	}
	e.emit(&in, best, status)
}

// talkedOf says whether noun i is what people meet to talk of (सहायता पर चर्चा करेंगे).
func (e *engine) talkedOf(i int) bool {
	f := e.function(e.d.Chunks[i].Marker)
	return (f == "place" || f == "other") && e.tellsMeeting(e.d.Chunks[i].Clause)
}

// stillGoesOn says whether a bare noun tells fighting of several that goes on (दोनों देशों के बीच जारी जंग).
func (e *engine) stillGoesOn(i int, x *filled) bool {
	c := &e.d.Chunks[i]
	for t := c.Tokens.First; t < c.Head; t++ {
		if e.k.CuesOf(&e.d.Tokens[t])&knowledge.CueInceptive != 0 {
			return x.frame.Event.Type == "ASSAULT" && len(x.recipients) == 0 && e.several(x)
		}
	}
	return false
}

// hostFrom is the first token that the host noun of chunk i may take in: a marked nominal right before it may be part of it
// (टेलीफोन पर | बातचीत).
func (e *engine) hostFrom(i int) int {
	if i > 0 {
		if p := &e.d.Chunks[i-1]; p.Kind == doc.NP && p.Marker != 0 && p.Clause == e.d.Chunks[i].Clause && e.mention[i-1] == doc.None {
			return p.Tokens.First
		}
	}
	return e.d.Chunks[i].Tokens.First
}

// compared says whether what the noun before token t names is only what something is like (जंग जैसे हालात).
func (e *engine) compared(t int) bool {
	return t < len(e.d.Tokens) && e.k.CuesOf(&e.d.Tokens[t])&knowledge.CueSimile != 0
}

// nominalArgs collects what the noun of an instance governs: state adjectives in its chunk, its genitives, and the
// marked nominals right before these. It returns the first token of them all.
func (e *engine) nominalArgs(in *instance, host doc.Range) int {
	d := e.d
	first, lead := host.First, e.lead(in.chunk)
	for m := e.firstMention(d.Chunks[lead].Tokens.First); m < len(d.Mentions) && d.Mentions[m].Tokens.Last <= host.First; m++ {
		if d.Mentions[m].Type == doc.Nationals {
			in.args = append(in.args, arg{chunk: in.chunk, key: e.k.Genitive, parties: e.mentionParties(m)})
			first = min(first, d.Mentions[m].Tokens.First)
		}
	}
	sentence := d.Clauses[in.clause].Sentence
	for j := in.chunk - 1; j >= 0 && d.Chunks[j].Tokens.First >= d.Sentences[sentence].Tokens.First; j-- {
		if host.Has(d.Chunks[j].Head) {
			continue
		}
		g := &d.Chunks[j]
		switch {
		case e.otherAct(in.chunk, j), e.function(g.Marker) == "between" && (e.pair(in.chunk) || e.spokenOfPair(in, j) || e.betweenWhomElse(in.chunk)):
			return first
		case g.Kind == doc.NP && (g.Marker != 0 && g.Marker != e.k.Ergative || g.Of == in.chunk || g.Coord != doc.None):
			if owns := g.Of == in.chunk || g.Of == lead; g.Coord == doc.None && (g.Of == doc.None || owns) {
				key := g.Marker
				if owns {
					key = e.k.Genitive
				}
				in.args = append(in.args, arg{chunk: j, key: key, beside: owns && g.Marker == 0})
			}
		case g.Kind == doc.TimeX, g.Kind == doc.Adv, g.Kind == doc.VG && e.describes(g, in.chunk):
			continue
		case g.Kind == doc.NP && g.Of != doc.None && g.Of < in.chunk && d.Chunks[g.Of].Of == in.chunk:
			continue // मंत्री के साथ | प्रतिनिधि | स्तर की बातचीत
		case (g.Kind == doc.Mark || g.Kind == doc.Conj) && j > 0 && d.Chunks[j-1].Coord != doc.None:
			continue
		default:
			return first
		}
		first = min(first, g.Tokens.First)
		if e.isAbout(in.chunk, j) {
			return first
		}
	}
	return first
}

// betweenWhomElse says whether noun i only tells on what occasion the act was done that its clause tells, between those who stand
// before it (दोनों के बीच जी-20 सम्मेलन के दौरान बैठक हुई).
func (e *engine) betweenWhomElse(i int) bool {
	c := &e.d.Chunks[i]
	if e.function(c.Marker) != "time" {
		return false
	}
	cl := &e.d.Clauses[c.Clause]
	h := e.hostAt(cl)
	if h == doc.None || h <= i {
		return false
	}
	return slices.ContainsFunc(cl.Frames, func(n int32) bool {
		f := e.k.Frames[n]
		return f.Event != nil && f.Event.Type == "CONSULT" && slices.ContainsFunc(f.Roles, func(s knowledge.Slot) bool { return e.function(s.Key) == "between" })
	})
}

// lead is the chunk at which a list of weapons begins that tells by what act i was done (रूसी ड्रोन और मिसाइल हमले), or i: what
// stands before the list belongs to the act.
func (e *engine) lead(i int) int {
	first := i
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch c := &e.d.Chunks[j]; {
		case c.Kind == doc.Mark, c.Kind == doc.Conj:
		case c.Kind == doc.NP && c.Marker == 0 && c.Coord != doc.None && e.last(j) == i && e.mention[j] == doc.None && e.headClass(j)&(knowledge.ClassWeapon|knowledge.ClassVehicle) != 0 && e.headClass(i)&knowledge.ClassEvent != 0:
			first = j
		default:
			return first
		}
	}
	return first
}

// isAbout says whether chunk j is the act that noun i, a charge, is about: what stands before it belongs to the act (भारत की ओर
// से | मिसाइल हमलों के पाकिस्तान के आरोप).
func (e *engine) isAbout(i, j int) bool {
	if g := &e.d.Chunks[j]; g.Of != i || g.Marker != e.k.Genitive || e.mention[j] != doc.None || e.headClass(j)&knowledge.ClassEvent == 0 {
		return false
	}
	frames, _ := e.k.MatchNominal(e.d, e.d.Chunks[i].Head, e.d.Chunks[i].Tokens.First)
	return slices.ContainsFunc(frames, func(n int32) bool { f := e.k.Frames[n]; return f.Event != nil && f.Event.Type == "ACCUSE" })
}

// blamed takes as recipient of a charge whoever did the act that it is about (भारत की ओर से हमलों के पाकिस्तान के आरोप).
func (e *engine) blamed(x *filled, in *instance) {
	if in.chunk == doc.None || x.frame.Event.Type != "ACCUSE" || e.known(x.recipients) {
		return
	}
	if c := in.chunk + 1; c < len(e.d.Chunks) && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[c].Head])&knowledge.CueThat != 0 && e.d.Chunks[c].Clause != doc.None {
		e.give(x, knowledge.Recipient, e.subjectParties(e.d.Chunks[c].Clause, 0)) // ट्रंप का यह आरोप कि चीन …
	}
	for _, a := range in.args {
		if e.isAbout(in.chunk, a.chunk) {
			e.give(x, knowledge.Recipient, e.owner(a.chunk))
		}
	}
}

// otherAct says whether chunk j is the place or time of an act of its own: what stands before it belongs to that one (दोनों
// के बीच बातचीत में | यूक्रेन में संघर्ष).
func (e *engine) otherAct(i, j int) bool {
	g := &e.d.Chunks[j]
	if g.Kind != doc.NP || g.Of == i || g.Marker != e.k.Locative && e.function(g.Marker) != "time" && e.function(g.Marker) != "other" { // वार्ता के बारे में विमर्श
		return false
	}
	return e.headClass(j)&(knowledge.ClassEvent|knowledge.ClassPlace) == knowledge.ClassEvent && e.mention[j] == doc.None
}

// pair says whether two names right before noun i tell between whom its act is (इज़रायल-ईरान युद्ध).
func (e *engine) pair(i int) bool {
	return i > 1 && e.d.Chunks[i-1].Of == i && e.d.Chunks[i-1].Marker == 0 && e.d.Chunks[i-2].Coord == i-1
}

// describes says whether a verb group is a participle that describes chunk i, or the phrase that i heads.
func (e *engine) describes(g *doc.Chunk, i int) bool {
	if g.Clause == doc.None || e.d.Clauses[g.Clause].Kind != doc.Adnominal {
		return false
	}
	h := e.d.Clauses[g.Clause].Head
	for h != doc.None && h < i && e.d.Chunks[h].Of != doc.None {
		h = e.d.Chunks[h].Of
	}
	return h == i
}

// answered fills the recipient of a demand or offer that somebody rejects or accepts: whoever answers it was asked
// (अमेरिका की मांग यमन ने ठुकरा दी).
func (e *engine) answered(x *filled, in *instance) {
	e.blamed(x, in)
	if !e.known(x.actors) || e.known(x.recipients) || in.chunk == doc.None && !e.chargeRejected(in, x) {
		return
	}
	if in.chunk == doc.None {
		e.give(x, knowledge.Recipient, e.subjectParties(e.d.Clauses[in.clause].Parent, 0))
		return
	}
	if len(x.frame.Needs) > 0 && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[in.chunk].Tokens.First])&(knowledge.CueThird|knowledge.CueDeixis) != 0 {
		return // वह चेतावनी, जिसमें …
	}
	switch x.frame.Event.Type {
	case "REQUEST", "AGREE", "THREATEN", "ACCUSE":
	default:
		return
	}
	for _, n := range e.d.Clauses[in.clause].Frames {
		if f := e.k.Frames[n]; f.Event != nil && (f.Event.Type == "REJECT" || f.Event.Type == "AGREE") {
			e.give(x, knowledge.Recipient, e.subjectParties(in.clause, 0))
			return
		}
	}
}

// chargeRejected says whether an instance is a charge, told by a participle, that the clause around it rejects (पाकिस्तान द्वारा
// लगाए गए आरोपों को भारत ने खारिज किया).
func (e *engine) chargeRejected(in *instance, x *filled) bool {
	cl := &e.d.Clauses[in.clause]
	return x.frame.Event.Type == "ACCUSE" && cl.Kind == doc.Adnominal && cl.Parent != doc.None && e.rejects(cl.Parent)
}

// share lets the subject of the clause take part in a nominal act that lacks a party.
func (e *engine) share(out *filled, in *instance) {
	if s := e.d.Clauses[in.clause].Subject; s != doc.None && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[s].Head])&knowledge.CueProximal != 0 {
		return // सम्मेलन में … के बाद यह पहली मुलाकात है
	}
	if e.shares(out, &e.d.Chunks[in.chunk]) {
		out.actors = e.addParties(out.actors, e.subjectParties(in.clause, 0)...)
		out.has[knowledge.Actor] = len(out.actors) > 0
	}
}

// shares says whether the subject of the clause takes part in a nominal act: a meeting or visit that lacks a party
// and stands as time, occasion or object.
func (e *engine) shares(x *filled, c *doc.Chunk) bool {
	if x.frame.Event == nil || x.frame.Event.Type != "CONSULT" {
		return false
	}
	if e.visit(x.frame.Event) {
		who := e.subjectParties(c.Clause, 0)
		return len(x.actors) == 0 && !slices.ContainsFunc(who, func(p party) bool { return !e.official(p) })
	}
	if e.d.Tokens[c.Head].A().Class&knowledge.ClassForum != 0 && len(x.actors)+len(x.recipients) > 0 && e.hasOrganisation(x) {
		return c.Marker == e.k.Locative
	}
	if e.d.Tokens[c.Head].A().Class&knowledge.ClassForum != 0 && c.Marker == e.k.Locative {
		return true
	}
	if len(x.actors)+len(x.recipients) == 0 {
		who := e.subjectParties(c.Clause, 0) // वार्ता के बाद दोनों नेताओं ने …
		return (c.Marker == e.k.Locative || e.function(c.Marker) == "time") && len(who) > 1 && e.known(who[:1]) && e.known(who[1:])
	}
	return len(x.actors)+len(x.recipients) == 1 && c.Marker != e.k.Genitive
}

// official says whether a party is a person of name or office, rather than a team or tourists.
func (e *engine) official(p party) bool {
	return p.entity != doc.None && (e.d.Entities[p.entity].Type == doc.Person || e.d.Entities[p.entity].Type == doc.Office)
}

func (e *engine) hasOrganisation(x *filled) bool {
	for _, p := range append(slices.Clone(x.actors), x.recipients...) {
		if p.entity != doc.None && e.d.Entities[p.entity].Type == doc.Organisation {
			return true
		}
	}
	return false
}

// enough says whether a nominal act names both its sides; a meeting needs two parties or an organisation.
func (e *engine) enough(x *filled) bool {
	if x.frame.Event.Type != "CONSULT" || e.visit(x.frame.Event) {
		return e.known(x.actors) && (e.known(x.recipients) || len(x.actors) > 1)
	}
	n := 0
	for _, p := range e.addParties(nil, append(slices.Clone(x.actors), x.recipients...)...) {
		switch {
		case e.code(p) == "":
		case e.d.Entities[p.entity].Type == doc.Organisation:
			n += 2
		default:
			n++
			if e.severalOf(p) {
				n++
			}
		}
	}
	return n >= 2
}

// phase are the classes of a noun for a part of an act, which happens as the act does (दौर, शुरुआत).
const phase = knowledge.ClassTime | knowledge.ClassEvent

// nominalStatus takes status from what describes or governs the noun.
func (e *engine) nominalStatus(i int) (string, bool) {
	d := e.d
	c := &d.Chunks[i]
	for j := i - 1; j >= 0 && j > i-6; j-- {
		if g := &d.Chunks[j]; g.Kind == doc.VG && e.describes(g, i) {
			if g.Verb.Form != doc.Agentive {
				return record.Happened, true
			}
			if e.k.CuesOf(&d.Tokens[c.Tokens.First])&knowledge.CueProximal != 0 && c.Marker == e.k.Locative {
				return e.status(c.Clause) // दो घंटे तक चलने वाली इस वार्ता में … पर हस्ताक्षर किए
			}
			return record.Planned, true
		}
	}
	if c.Of != doc.None && c.Marker == e.k.Genitive {
		of := &d.Chunks[c.Of]
		none := of.Marker == 0 && of.Clause != doc.None && d.Clauses[of.Clause].Predicate != doc.None && d.Chunks[d.Clauses[of.Clause].Predicate].Verb.Negated
		switch cues := e.k.CuesOf(&d.Tokens[of.Head]); {
		case none && cues&(knowledge.CuePossible|knowledge.CuePlanned) != 0:
			return record.Denied, true // बैठक का कोई कार्यक्रम नहीं है
		case of.Clause != doc.None && of.Clause == c.Clause && e.held(c.Clause, c.Of):
			return e.status(c.Clause) // संवाद की सह-अध्यक्षता करेंगे
		case e.headClass(c.Of)&phase == phase && of.Marker == 0 && of.Clause != doc.None && d.Clauses[of.Clause].Predicate != doc.None:
			return e.status(of.Clause) // वार्ता का अगला दौर शनिवार को होगा
		case cues&knowledge.CuePossible != 0:
			return record.Possible, true
		case cues&knowledge.CueAlleged != 0:
			return record.Alleged, true // मिसाइल हमलों के आरोपों को
		case cues&knowledge.CuePlanned != 0:
			return record.Planned, true
		}
	}
	cl := &d.Clauses[c.Clause]
	if e.k.CuesOf(&d.Tokens[c.Tokens.Last-1])&knowledge.CueDuring != 0 {
		if status, ok := e.status(c.Clause); ok && status == record.Planned {
			return status, true // सम्मेलन के दौरान बातचीत करेंगे
		}
		if e.habitual(c.Clause) {
			return "", false // बातचीत के दौरान हर बार मुद्दा उठाते हैं
		}
	}
	if e.function(c.Marker) == "purpose" && cl.Predicate != doc.None {
		return record.Planned, e.travels(c.Clause)
	}
	if e.function(c.Marker) == "instrument" && cl.Predicate != doc.None {
		status, ok := e.status(c.Clause) // मतभेद बातचीत के जरिये सुलझाए जा सकते हैं
		return status, ok && status == record.Happened && !e.habitual(c.Clause)
	}
	if cl.Predicate != doc.None && d.Chunks[cl.Predicate].Verb.Form == doc.Infinitive && e.phase(c.Clause) {
		return e.status(c.Clause) // वार्ता फिर से शुरू करने को तैयार है
	}
	if e.function(c.Marker) == "other" && e.eager(c.Clause) {
		return record.Planned, true // मुलाकात को लेकर उत्सुक हैं
	}
	if cl.Predicate == doc.None || c.Marker != 0 && c.Marker != e.k.Locative && c.Marker != e.k.Dative {
		return record.Happened, true
	}
	status, ok := e.status(c.Clause)
	if c.Marker != 0 && (status == record.Denied || !ok) {
		if v := &d.Chunks[cl.Predicate].Verb; v.Form == doc.Finite && v.Tense == doc.Fut {
			return record.Planned, true // सम्मेलन में नहीं बुलाएगा
		}
		return record.Happened, true
	}
	return status, ok
}

// stillAhead says whether the act of noun i, of which no participle says that it has been, is only named as what comes before a meeting or act
// that its clause announces (मुलाकात के बाद दोनों नेता बयान जारी करेंगे).
func (e *engine) stillAhead(i int) bool {
	c := &e.d.Chunks[i]
	if e.function(c.Marker) != "time" || e.endsBefore(c) || i > 0 && (e.d.Chunks[i-1].Kind == doc.TimeX || e.d.Chunks[i-1].Kind == doc.VG) {
		return false
	}
	status, ok := e.status(c.Clause)
	return ok && status == record.Planned
}

// eager says whether the copula of clause c says of somebody that he is ready for, or looks forward to, what is to come.
func (e *engine) eager(c int) bool {
	if e.d.Clauses[c].Predicate == doc.None {
		return false
	}
	h := e.complementAdjective(c)
	return h != nil && e.k.CuesOf(h)&(knowledge.CuePlanned|knowledge.CuePossible) != 0
}

// habitual says whether clause c tells what somebody does again and again.
func (e *engine) habitual(c int) bool {
	p := e.d.Clauses[c].Predicate
	if p == doc.None {
		return false
	}
	v := &e.d.Chunks[p].Verb
	return v.Form == doc.Finite && v.Tense == doc.Pres && !v.Perfective && !v.Progressive && !v.Passive && e.d.Tokens[v.Main].A().UPOS == doc.VERB && e.d.Tokens[v.Main].A().Feats.VerbForm == doc.Part
}

// usual says whether clause c tells what somebody does again and again, and an adverb says so (अक्सर, नियमित रूप से).
func (e *engine) usual(c int) bool {
	if !e.habitual(c) {
		return false
	}
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Predicate; i++ {
		ch := &e.d.Chunks[i]
		if ch.Clause == c && (ch.Kind == doc.Adv || ch.Kind == doc.NP && ch.Marker != 0) && e.k.CuesOf(&e.d.Tokens[ch.Tokens.First])&knowledge.CueUsual != 0 {
			return true
		}
	}
	return false
}

// held says whether the host of clause c, chunk h, is what somebody does at a meeting or for it (की मेजबानी करेंगे).
func (e *engine) held(c, h int) bool {
	cl := &e.d.Clauses[c]
	if cl.Predicate == doc.None || !e.hostChunk(cl, h) {
		return false
	}
	for _, n := range cl.Frames {
		if f := e.k.Frames[n]; f.Event != nil && f.Event.Type == "CONSULT" {
			return true
		}
	}
	return false
}

// travels says whether clause c tells a visit: the talks for which somebody comes are to come, those for which somebody
// is ready are none yet.
func (e *engine) travels(c int) bool {
	for _, n := range e.d.Clauses[c].Frames {
		if f := e.k.Frames[n]; f.Event != nil && e.visit(f.Event) {
			return true
		}
	}
	return false
}
