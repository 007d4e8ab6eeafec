package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// subjectParties are the parties of the subject of clause c, found through the clauses around it where its own is
// left out.
func (e *engine) subjectParties(c, depth int) []party {
	d, cl := e.d, &e.d.Clauses[c]
	if cl.Subject != doc.None {
		if e.k.CuesOf(&d.Tokens[d.Chunks[cl.Subject].Head])&knowledge.CueRelative != 0 && cl.Head != doc.None {
			return e.parties(e.calledSo(cl.Head), true)
		}
		return e.parties(cl.Subject, false)
	}
	if depth > 4 {
		return nil
	}
	if i := e.witnessed(c); i != doc.None {
		return e.parties(i, false)
	}
	if cl.Kind == doc.Adnominal {
		if v := &d.Chunks[cl.Predicate].Verb; cl.Head != doc.None && !v.Passive {
			p := e.parties(cl.Head, false)
			if len(p) == 0 && cl.Parent != doc.None && v.Form == doc.Agentive && e.headClass(cl.Head)&knowledge.ClassDocument != 0 && !e.hostile(c) && !e.rejects(cl.Parent) {
				return e.subjectParties(cl.Parent, depth+1) // मांग करने वाला प्रस्ताव पारित किया
			}
			return p
		}
		return nil
	}
	if p := e.decider(c); p != nil {
		return p
	}
	if p := e.doer(c); e.known(p) {
		return p
	}
	if c > 0 && d.Clauses[c-1].Sentence == cl.Sentence && d.Clauses[c-1].Subject != doc.None && d.Clauses[c-1].Predicate != doc.None && e.conjunct(&d.Clauses[c-1]) == c {
		return e.subjectParties(c-1, depth+1) // मंत्री के भारत आने और प्रधानमंत्री से मिलने की संभावना
	}
	if cl.Kind == doc.Relative || cl.Parent == doc.None || e.passive(c) {
		return nil
	}
	if e.joined(c) {
		return e.subjectParties(c-1, depth+1)
	}
	who := e.subjectParties(cl.Parent, depth+1)
	if h := e.hostAt(&d.Clauses[cl.Parent]); len(who) == 0 && h != doc.None && d.Chunks[h].Marker == 0 && e.headClass(h)&knowledge.ClassEvent != 0 && e.time(c) {
		return e.owner(h) // कजान में मिलने के बाद दोनों की यह पहली मुलाकात थी
	}
	return who
}

// joined says whether the quoted clause c is joined to the one before it, which has a subject (“कुछ देश आतंकियों को बढ़ावा देते हैं और पनाह
// देते हैं”).
func (e *engine) joined(c int) bool {
	cl := &e.d.Clauses[c]
	first := &e.d.Chunks[cl.Chunks.First]
	if cl.Kind != doc.Quotation || c == 0 || first.Kind != doc.Conj || e.k.CuesOf(&e.d.Tokens[first.Head])&knowledge.CueAnd == 0 {
		return false
	}
	before := &e.d.Clauses[c-1]
	return before.Kind == doc.Quotation && before.Sentence == cl.Sentence && before.Subject != doc.None
}

// time says whether the infinitive clause c tells when something else was (हमला करने के बाद, हमला करने के एक दिन बाद).
func (e *engine) time(c int) bool {
	v := e.d.Clauses[c].Predicate
	if v == doc.None || e.d.Chunks[v].Verb.Form != doc.Infinitive {
		return false
	}
	m := e.d.Chunks[v].Marker
	return e.function(m) == "time" || m == e.k.Genitive && v+1 < len(e.d.Chunks) && e.d.Chunks[v+1].Kind == doc.TimeX
}

// witnessed is the chunk of whoever is seen or heard doing what the imperfective clause c tells (सैनिकों को हमला करते हुए देखा गया), None
// for other clauses: a verb that tells no act of its own is one of perception.
func (e *engine) witnessed(c int) int {
	cl := &e.d.Clauses[c]
	if cl.Predicate == doc.None || e.d.Chunks[cl.Predicate].Verb.Form != doc.Imperfective || cl.Parent == doc.None || !e.passive(cl.Parent) || e.tellsAct(cl.Parent) {
		return doc.None
	}
	for i := cl.Chunks.First; i < cl.Predicate; i++ {
		if ch := &e.d.Chunks[i]; ch.Kind == doc.NP && ch.Marker == e.k.Dative && (ch.Clause == c || ch.Clause == cl.Parent) {
			return i
		}
	}
	return doc.None
}

// tellsAct says whether a frame of clause c codes an event.
func (e *engine) tellsAct(c int) bool {
	return slices.ContainsFunc(e.d.Clauses[c].Frames, func(n int32) bool { return e.k.Frames[n].Event != nil })
}

// rejects says whether clause c has a frame of refusal.
func (e *engine) rejects(c int) bool {
	for _, n := range e.d.Clauses[c].Frames {
		if f := e.k.Frames[n]; f.Event != nil && f.Event.Type == "REJECT" {
			return true
		}
	}
	return false
}

// decider are the owners of the decision or plan whose content the infinitive clause c is: they do it, whoever the subject
// around it is (यरुशलम को राजधानी मानने के अमेरिकी फैसले को महासभा ने ठुकरा दिया); empty where a reaction names a decision of nobody.
func (e *engine) decider(c int) []party {
	v := e.d.Clauses[c].Predicate
	if v == doc.None || e.d.Chunks[v].Verb.Form != doc.Infinitive {
		return nil
	}
	if x := e.conjunct(&e.d.Clauses[c]); x != doc.None {
		return e.decider(x) // निलंबित करने और संबंध घटाने के भारत के फैसले
	}
	if e.d.Chunks[v].Marker != e.k.Genitive {
		return nil
	}
	n := e.governor(v)
	if n == doc.None || e.k.CuesOf(&e.d.Tokens[e.d.Chunks[n].Head])&knowledge.CuePlanned == 0 {
		return nil
	}
	if p := e.owner(n); e.known(p) {
		return p
	}
	if p := e.ownerBefore(c); p != nil || e.d.Chunks[n].Marker != e.k.Genitive {
		return p
	}
	return []party{} // सीमाएं खोलने के फैसले का स्वागत किया: whose it is, is not said
}

// doer are those whom the infinitive clause c names as who does what it tells: its agent, also that of the infinitive inside
// it, or the owner before it (अमेरिका द्वारा, अमेरिका के | ताइवान को हथियार बेचने का विरोध; … बेचने की मंजूरी देने पर).
func (e *engine) doer(c int) []party {
	cl := &e.d.Clauses[c]
	if cl.Predicate == doc.None || e.d.Chunks[cl.Predicate].Verb.Form != doc.Infinitive {
		return nil
	}
	if i := e.agentIn(c); i != doc.None {
		return e.parties(i, true)
	}
	return e.ownerBefore(c)
}

// agentIn is the agent phrase of clause c, or of the infinitive inside it; None without one.
func (e *engine) agentIn(c int) int {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Predicate; i++ {
		if g := &e.d.Chunks[i]; g.Kind == doc.NP && e.function(g.Marker) == "agent" && (g.Clause == c || e.under(g.Clause, c)) {
			return i
		}
	}
	return doc.None
}

// opposed are the doers of what the host of an instance answers: whose act somebody opposes or condemns, told by the
// infinitive before the host.
func (e *engine) opposed(in *instance) []party {
	cl := &e.d.Clauses[in.clause]
	for c := in.clause - 1; c >= 0 && e.d.Clauses[c].Sentence == cl.Sentence; c-- {
		v := e.d.Clauses[c].Predicate
		if v == doc.None || !e.under(c, in.clause) || e.d.Chunks[v].Marker != e.k.Genitive || v+1 >= len(e.d.Chunks) {
			continue
		}
		if e.hostChunk(cl, v+1) || e.d.Chunks[v+1].Marker == e.k.Ergative && cl.Host.First > e.d.Chunks[v+1].Head {
			return e.doer(c) // बेचने का विरोध; बेचने का चीन ने किया विरोध
		}
	}
	return nil
}

// ownerBefore are those who stand with the genitive before the infinitive clause c and own what it tells or the noun behind it
// (अमेरिका के यरुशलम को राजधानी मानने के फैसले), not what stands before its verb (रूस के राष्ट्रपति से मिलने).
func (e *engine) ownerBefore(c int) []party {
	d, v := e.d, e.d.Clauses[c].Predicate
	first := d.Clauses[c].Chunks.First
	for first < v && d.Chunks[first].Clause != c {
		first++
	}
	i, hit := first, false
	for ; i < v && (d.Chunks[i].Kind == doc.TimeX || e.beforeOwner(i) || d.Chunks[i].Of == i+1 && d.Chunks[i].Marker == e.k.Genitive && e.beforeOwner(i+1) && !e.goneInto(i)); i++ { // ब्रिक्स में ईरान के शामिल होने
		hit = hit || d.Chunks[i].Kind == doc.NP && d.Chunks[i].Marker != e.k.Locative && d.Chunks[i].Marker != e.k.Genitive // सैनिकों पर हमास के हमला करने
	}
	i = e.last(i)
	if g := &d.Chunks[i]; g.Kind != doc.NP || g.Marker != e.k.Genitive || g.Of == i+1 && d.Chunks[i+1].Clause == c && !(hit && e.strikes(c, i+1) || !hit && e.goneInto(i)) {
		if i = first - 1; i < 0 || d.Chunks[i].Kind != doc.NP || d.Chunks[i].Marker != e.k.Genitive {
			return nil
		}
	}
	if p := e.parties(i, true); e.known(p) {
		return p
	}
	return nil
}

// strikes says whether chunk i is the unmarked host of the hostile act that clause c tells.
func (e *engine) strikes(c, i int) bool {
	return e.d.Chunks[i].Marker == 0 && e.hostile(c) && e.hostChunk(&e.d.Clauses[c], i)
}

// beforeOwner says whether chunk i may stand before the owner of an act: its place, or whom it hit (ड्रोन को नौसेना के मार गिराने).
func (e *engine) beforeOwner(i int) bool {
	c := &e.d.Chunks[i]
	return c.Kind == doc.NP && (c.Marker == e.k.Locative || c.Marker == e.k.Dative || e.function(c.Marker) == "place")
}

// goneInto says whether chunk i need not be the owner of what stands behind it: a place or organisation with a name, a place
// behind people or vehicles (चीनी नौकाओं के जलक्षेत्र में घुसने; but पाकिस्तान की जमीन पर), what another state has (तुर्की के रूसी विमान को), or the host of a verb that asks for no
// owner (ईरान के शामिल होने).
func (e *engine) goneInto(i int) bool {
	if m := e.mention[i+1]; m != doc.None && e.d.Mentions[m].Type == doc.Organisation {
		return true
	}
	if cl := &e.d.Clauses[e.d.Chunks[i].Clause]; e.hostChunk(cl, i+1) {
		return !slices.ContainsFunc(cl.Frames, func(n int32) bool {
			s, ok := e.k.Frames[n].Role(e.k.Genitive, false)
			return ok && (s.Role != knowledge.Actor && s.Role != knowledge.Topic || !e.hostile(e.d.Chunks[i].Clause))
		})
	}
	if e.ofAnother(i) {
		return true
	}
	if e.isPlace(e.mention[i+1]) {
		return true
	}
	return e.headClass(i+1)&knowledge.ClassPlace != 0 && !e.isPlace(e.mention[i]) && e.d.Chunks[i+1].Marker != e.k.Dative // विद्रोहियों के ठिकानों को
}

// ofAnother says whether what stands behind chunk i has an adjective of another state than that of i.
func (e *engine) ofAnother(i int) bool {
	m := e.firstMention(e.d.Chunks[i+1].Tokens.First)
	if m >= len(e.d.Mentions) || e.d.Mentions[m].Type != doc.Nationals || !e.d.Chunks[i+1].Tokens.Has(e.d.Mentions[m].Tokens.First) || e.mention[i] == doc.None {
		return false
	}
	return len(e.without(e.mentionParties(m), e.mentionParties(e.mention[i]))) > 0
}

// function is the function of a marker, empty for the keys that are none.
func (e *engine) function(key uint8) string {
	if int(key) >= len(e.k.Markers) {
		return ""
	}
	return e.k.Markers[key].Function
}

// alsoKey is the key of the nominal that chunk i of clause c, besides which it stands, takes part with: the next one with a
// word for "also" behind it (भारत के अलावा जापान ने भी पक्ष में वोट दिया).
func (e *engine) alsoKey(cl *doc.Clause, c, i int) uint8 {
	d := e.d
	for j := i + 1; j < cl.Chunks.Last; j++ {
		ch := &d.Chunks[j]
		if ch.Clause != c || ch.Kind == doc.VG {
			break
		}
		if ch.Kind != doc.NP || ch.Coord != doc.None || ch.Of != doc.None {
			continue
		}
		last := d.Chunks[i].Tokens.Last - 1 // कंपनियों समेत कई अन्य पर
		if t := ch.Tokens.Last; e.k.CuesOf(&d.Tokens[last])&knowledge.CueListTail == 0 && (t >= len(d.Tokens) || e.k.CuesOf(&d.Tokens[t])&knowledge.CueFocus == 0) {
			break
		}
		if cl.Subject != doc.None && e.last(cl.Subject) == j {
			return knowledge.K1
		}
		return ch.Marker
	}
	return d.Chunks[i].Marker
}

// nounsAgent says whether an argument is an agent phrase in a clause whose verb is active and has a subject, or shares that of
// another: it belongs to a noun (भारत चीन द्वारा सैनिकों की वापसी पर जोर देगा; नौसेना द्वारा गिरफ्तारी पर चिंता जताते हुए मंत्री ने …).
func (e *engine) nounsAgent(in *instance, a arg) bool {
	if in.chunk != doc.None || in.passive || a.key == knowledge.K1 || e.function(a.key) != "agent" {
		return false
	}
	cl := &e.d.Clauses[in.clause]
	switch e.d.Chunks[cl.Predicate].Verb.Form {
	case doc.Finite:
		return cl.Subject != doc.None || cl.Kind == doc.Coordinate
	case doc.Conjunctive, doc.Imperfective:
		return cl.Kind == doc.Adverbial
	}
	return false
}

// topicsPair says whether an argument names the two between whom that lies of which others, the subject, speak (विदेश मंत्रियों ने
// रूस और यूक्रेन के बीच युद्ध पर चर्चा की): they take no part.
func (e *engine) topicsPair(in *instance, f *knowledge.Frame, a arg) bool {
	if in.chunk != doc.None || e.function(a.key) != "between" || !e.known(in.subject) {
		return false
	}
	s, ok := f.Role(knowledge.K1, false)
	return ok && s.Role == knowledge.Actor && e.beforeTopic(in.clause, a.chunk)
}

// spokenOfPair says the same of chunk j and a bare noun that is the host of a verb with a subject.
func (e *engine) spokenOfPair(in *instance, j int) bool {
	c := e.d.Chunks[in.chunk].Clause
	return e.hostChunk(&e.d.Clauses[c], in.chunk) && e.known(e.subjectParties(c, 0)) && e.beforeTopic(c, j)
}

// beforeTopic says whether what stands behind chunk i in clause c is the topic of its verb, which no name is.
func (e *engine) beforeTopic(c, i int) bool {
	cl := &e.d.Clauses[c]
	n := e.pastAdnominal(i + 1)
	for n < cl.Chunks.Last && e.d.Chunks[n].Marker == e.k.Genitive && e.d.Chunks[n].Of != doc.None && !e.hostChunk(cl, n) {
		n = e.d.Chunks[n].Of // ट्रंप और किम के बीच शिखर सम्मेलन की योजना पर
	}
	if n >= cl.Chunks.Last || e.hostChunk(cl, n) || e.d.Chunks[n].Kind != doc.NP || e.mention[n] != doc.None {
		return false
	}
	what := e.function(e.d.Chunks[n].Marker)
	return what == "place" || what == "other"
}

// others says whether the infinitive in the host of an instance has an agent of its own: another would do what is told
// (ईरान ने अमेरिका द्वारा हमला करने की बात कही).
func (e *engine) others(in *instance) bool {
	cl := &e.d.Clauses[in.clause]
	if in.chunk != doc.None || in.passive || cl.Host.Len() == 0 {
		return false
	}
	x := e.d.Chunks[e.chunkOf(cl.Host.First, cl.Sentence)].Clause
	return x != doc.None && x != in.clause && e.d.Clauses[x].Kind == doc.Complement && e.agentIn(x) != doc.None
}
