package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// instance is a predicate in its place: a clause with a verb, or a bare host noun.
type instance struct {
	clause  int
	chunk   int // host noun of a nominal instance, None for a clause
	args    []arg
	subject []party
	passive bool
	span    doc.Span
}

// arg is a chunk with the key under which a frame may take it; parties, when not nil, are those of a state adjective
// inside a chunk and stand for the chunk's own.
// beside marks a name right before the host, its object or genitive (भारत यात्रा).
type arg struct {
	chunk   int
	key     uint8
	beside  bool
	parties []party
}

// filled are the roles of a frame for one instance.
type filled struct {
	frame      *knowledge.Frame
	actors     []party
	recipients []party
	addressees []party
	place      int    // mention
	inner      *draft // the same act told by a participle: its date and place
	voiced     bool   // a side of the fighting says that it will go on
	two        bool   // the meeting that is taken up is one of two sides
	taken      string // status of the act that is taken up, empty without one
	cause      int    // chunk of the act in which harm was done
	score      int
	has        [knowledge.NumRoles]bool // by role: an argument stood there, known or not
	why        string                   // why the frame does not apply, empty when it does
}

// verbArgs are the arguments of clause c.
func (e *engine) verbArgs(c int) []arg {
	d, cl := e.d, &e.d.Clauses[c]
	passive := e.passive(c)
	var out []arg
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		ch := &d.Chunks[i]
		if ch.Clause != c || ch.Kind != doc.NP || ch.Coord != doc.None || e.hostChunk(cl, i) || e.nounTakes(cl, i) || e.notThis(i) || e.cataphor(c, i) || passive && e.innerAgent(c, i) {
			continue
		}
		a := arg{chunk: i, key: ch.Marker}
		switch {
		case e.last(max(cl.Subject, 0)) == i && cl.Subject != doc.None:
			a.key = knowledge.K1
			if passive && e.k.Markers[ch.Marker].Function != "agent" && !e.besideObject(cl, i) {
				a.key = knowledge.K2
			}
		case ch.Of != doc.None && e.hostChunk(cl, ch.Of):
			a.key, a.beside = e.k.Genitive, ch.Marker == 0
		case ch.Of != doc.None && (ch.Marker != 0 || e.k.CuesOf(&d.Tokens[d.Chunks[ch.Of].Tokens.First])&knowledge.CueAllied != 0):
			continue
		case ch.Of != doc.None && d.Chunks[ch.Of].Marker != e.k.Genitive && d.Chunks[ch.Of].Clause == c:
			continue // यूक्रेन संकट के लिए
		case ch.Marker == 0 && e.headClass(i)&knowledge.ClassTime != 0 && e.mention[i] == doc.None:
			continue // यात्रा के दूसरे दिन
		case ch.Marker == 0:
			a.key = knowledge.K2
		case e.function(ch.Marker) == "include":
			a.key = e.alsoKey(cl, c, i)
		}
		out = append(out, a)
	}
	out = e.hostNationals(out, cl)
	if i := e.agentBefore(c); passive && i != doc.None {
		out = append(out, arg{chunk: i, key: d.Chunks[i].Marker})
	}
	if cl.Kind == doc.Adnominal && cl.Head != doc.None {
		out = e.adnominalArgs(out, c, passive)
	}
	return e.sharedObject(out, cl)
}

// besideObject says whether chunk i is the owner of what the passive clause cl tells of another, its object with a marker: its doer
// (विमान को वायुसेना के मार गिराए जाने, but सैनिकों के मारे जाने).
func (e *engine) besideObject(cl *doc.Clause, i int) bool {
	if e.d.Chunks[i].Marker != e.k.Genitive {
		return false
	}
	for j := cl.Chunks.First; j < cl.Predicate; j++ {
		if g := &e.d.Chunks[j]; j != i && g.Kind == doc.NP && g.Marker == e.k.Dative && g.Clause == e.d.Chunks[i].Clause {
			return true
		}
	}
	return false
}

// sharedObject adds to the arguments of a conjunctive the marked nominal right before it that the main verb has taken:
// both have it (बाइडन को फोन कर बधाई दी).
func (e *engine) sharedObject(out []arg, cl *doc.Clause) []arg {
	d := e.d
	if cl.Predicate != doc.None && d.Chunks[cl.Predicate].Verb.Form == doc.Finite {
		return e.objectBefore(out, cl)
	}
	if cl.Predicate == doc.None || cl.Parent == doc.None || d.Chunks[cl.Predicate].Verb.Form != doc.Conjunctive {
		return out
	}
	i := cl.Chunks.First - 1
	for i > 0 && (d.Chunks[i].Kind == doc.TimeX || d.Chunks[i].Kind == doc.Adv) {
		i--
	}
	if i < 0 || d.Chunks[i].Clause != cl.Parent || d.Chunks[i].Kind != doc.NP || d.Chunks[i].Marker != e.k.Dative {
		return out
	}
	for _, a := range out {
		if a.key == e.k.Dative {
			return out
		}
	}
	return append(out, arg{chunk: i, key: e.k.Dative})
}

// objectBefore adds to the arguments of a finite verb without an object that of the converb right before its host, whose object it
// shares (मांगों को अनुचित बताकर खारिज कर दिया).
func (e *engine) objectBefore(out []arg, cl *doc.Clause) []arg {
	d := e.d
	i := e.hostAt(cl)
	if i == doc.None || i == 0 || d.Chunks[i-1].Kind != doc.VG || d.Chunks[i-1].Clause == doc.None || d.Chunks[i-1].Verb.Form != doc.Conjunctive {
		return out
	}
	for _, a := range out {
		if a.key == e.k.Dative || a.key == knowledge.K2 {
			return out
		}
	}
	x := &d.Clauses[d.Chunks[i-1].Clause]
	for j := x.Chunks.First; j < x.Chunks.Last; j++ {
		if c := &d.Chunks[j]; c.Kind == doc.NP && c.Marker == e.k.Dative && c.Clause == d.Chunks[i-1].Clause {
			return append(out, arg{chunk: j, key: e.k.Dative})
		}
	}
	return out
}

// hostNationals adds the state adjectives before the host noun of a clause (अमेरिकी हवाई हमले हुए), which stand for a
// genitive.
func (e *engine) hostNationals(out []arg, cl *doc.Clause) []arg {
	if cl.Host.Len() == 0 {
		return out
	}
	i := e.hostAt(cl)
	if i == doc.None {
		return out
	}
	first := e.d.Chunks[i].Tokens.First
	for m := e.firstMention(first); m < len(e.d.Mentions) && e.d.Mentions[m].Tokens.Last <= cl.Host.First; m++ {
		if t := e.d.Mentions[m].Type; (t == doc.Nationals || t == doc.Organisation || t == doc.State) && e.d.Mentions[m].Tokens.First >= first { // नाटो | शांति सैनिकों का जत्था
			out = append(out, arg{chunk: i, key: e.k.Genitive, parties: e.mentionParties(m)})
		}
	}
	return out
}

// hostAt is the chunk of the host noun of a clause: one of its own, or what a participle describes (हुए रूसी हमले).
func (e *engine) hostAt(cl *doc.Clause) int {
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if e.hostChunk(cl, i) {
			return i
		}
	}
	for i := cl.Head; i != doc.None && cl.Kind == doc.Adnominal; i = e.d.Chunks[i].Of {
		if e.hostChunk(cl, i) {
			return i
		}
	}
	return doc.None
}

// adnominalArgs adds what a participle has outside its clause: as object of a passive the nominal that it describes
// (बंधक बनाए गए पर्यवेक्षक); when that is its host (लगाई गई रोक), the genitives of the host.
func (e *engine) adnominalArgs(out []arg, c int, passive bool) []arg {
	d, cl := e.d, &e.d.Clauses[c]
	if !e.hostChunk(cl, cl.Head) && (cl.Host.Len() == 0 || cl.Host.First < d.Chunks[cl.Predicate].Tokens.First) {
		if passive {
			out = append(out, arg{chunk: e.last(cl.Head), key: knowledge.K2})
		}
		return out
	}
	for i := cl.Chunks.First - 1; i >= 0 && i >= cl.Chunks.First-6; i-- {
		if g := &d.Chunks[i]; g.Of != doc.None && g.Coord == doc.None && e.hostChunk(cl, g.Of) && g.Clause != c {
			out = append(out, arg{chunk: i, key: e.k.Genitive})
		}
	}
	return out
}

func (e *engine) passive(c int) bool {
	p := e.d.Clauses[c].Predicate
	return p != doc.None && e.d.Chunks[p].Verb.Passive
}

// hostChunk says whether chunk i holds the host noun of a clause; one whose marker alone is part of the host holds an
// argument (मालदीव से बाहर ले जाएगा).
func (e *engine) hostChunk(cl *doc.Clause, i int) bool {
	if cl.Host.Len() == 0 {
		return false
	}
	c := doc.Range{First: e.d.Chunks[i].Tokens.First, Last: e.d.Chunks[i].Head + 1}
	return c.Has(cl.Host.Last-1) || c.Has(cl.Host.First) || cl.Part.Has(e.d.Chunks[i].Head)
}

// fill gives the arguments of an instance their roles in frame f.
func (e *engine) fill(in *instance, f *knowledge.Frame) filled {
	out := filled{frame: f, place: doc.None, cause: doc.None}
	nominal, stated := in.chunk != doc.None, false
	for _, a := range in.args {
		s, ok := e.slot(f, a, nominal)
		if !ok || e.nounsAgent(in, a) || e.topicsPair(in, f, a) || s.Role == knowledge.Recipient && e.outOf(a) && e.byPeople(f) {
			continue
		}
		stated = stated || s.Key == knowledge.K1
		if s.With != 0 && e.classes(a.chunk)&s.With == 0 || e.excluded(a.chunk, s) {
			if e.fitsOther(in, f, a, nominal) {
				continue
			}
			out.why = "class of " + e.d.Quote(e.nominalSpan(a.chunk))
			return out
		}
		if s.Role == knowledge.Recipient && (a.key == e.k.Locative || e.aimedPast(in, f, a, nominal) || e.ofWhatWasTold(f, a)) {
			continue
		}
		if a.key == knowledge.K1 && s.Role == knowledge.Actor && e.byPeople(f) && (e.thing(a.chunk) || e.visit(f.Event) && e.saying(a.chunk)) {
			out.why = "only people do this"
			return out
		}
		if s.With != 0 && !e.anything(a.chunk) {
			out.score++
		}
		e.assign(&out, s.Role, a)
	}
	for i := range f.Roles {
		if s := &f.Roles[i]; s.With != 0 && !nominal && !e.present(in, f, s.Key) && !e.leftOut(in, s) {
			out.why = "no argument for " + s.Role.String()
			return out
		}
	}
	if s, ok := f.Role(knowledge.K1, nominal); ok && !stated && s.Role == knowledge.Actor && !in.passive {
		out.actors = e.addParties(out.actors, in.subject...)
		out.has[knowledge.Actor] = out.has[knowledge.Actor] || len(in.subject) > 0
	}
	if e.others(in) {
		out.why = "another would do it"
		return out
	}
	if f.Attends && e.belongs(in) {
		out.why = "tells what belongs to it"
		return out
	}
	if f.Charge {
		e.charge(&out, in)
	}
	e.complement(&out, in, f)
	if nominal {
		e.share(&out, in)
	}
	e.measured(&out, in)
	e.whereHit(&out, in, f, nominal)
	out.score += 2*len(out.actors) + 2*len(e.without(out.recipients, out.actors))
	return out
}

// outOf says whether an argument is a town out of which somebody comes or is brought (सूमी शहर से नागरिकों को निकालने का वादा): nobody
// to whom words are said.
func (e *engine) outOf(a arg) bool {
	m := e.mention[a.chunk]
	return e.function(a.key) == "source" && e.headClass(a.chunk)&(knowledge.ClassPlace|knowledge.ClassHuman|knowledge.ClassStateNoun) == knowledge.ClassPlace && (m == doc.None || e.d.Mentions[m].Type == doc.Place && !e.actsForState(a.chunk, &e.d.Mentions[m]))
}

// excluded says whether the head of chunk i, when it names no state, organisation or group itself, has a class that slot s does not
// take.
func (e *engine) excluded(i int, s knowledge.Slot) bool {
	if e.headClass(i)&s.Without == 0 {
		return false
	}
	if m := e.mention[i]; m != doc.None {
		switch e.d.Mentions[m].Type {
		case doc.State, doc.Organisation, doc.Group, doc.Nationals:
			return false // यूरोपीय समुदाय के साथ
		}
	}
	return true
}

// byPeople says whether an act is one of words or a meeting, which no ship or aircraft does (चीन का जहाज श्रीलंका गया is no
// visit).
func (e *engine) byPeople(f *knowledge.Frame) bool {
	return f.Event != nil && e.k.Types[f.Event.Type].Quad == 1
}

// thing says whether a chunk means a vehicle, a ship by its name, or a weapon.
func (e *engine) thing(i int) bool {
	if m := e.mention[i]; m != doc.None && e.d.Mentions[m].Type == doc.Body && e.d.Mentions[m].Row != doc.None && e.k.Items[e.d.Mentions[m].Row].Sub == "vessel" {
		return true
	}
	c := e.d.Tokens[e.d.Chunks[i].Head].A().Class
	return c&(knowledge.ClassWeapon|knowledge.ClassVehicle) != 0 && c&(knowledge.ClassHuman|knowledge.ClassBody) == 0
}

// saying says whether the head of chunk i means what is said or done, which comes from nowhere (यह बयान यात्रा के बाद आया).
func (e *engine) saying(i int) bool {
	const people = knowledge.ClassHuman | knowledge.ClassBody | knowledge.ClassGroup
	return e.mention[i] == doc.None && e.headClass(i)&people == 0 && e.headClass(i)&(knowledge.ClassComm|knowledge.ClassEvent|knowledge.ClassDocument|knowledge.ClassAbstract) != 0
}

// whereHit takes the state of a place as recipient where a frame says so and nobody else is one (यूक्रेन में बमबारी).
func (e *engine) whereHit(out *filled, in *instance, f *knowledge.Frame, nominal bool) {
	if s, ok := f.Role(e.k.Locative, nominal); !ok || s.Role != knowledge.Recipient || e.known(out.recipients) {
		return
	}
	for _, a := range in.args {
		if s, ok := e.slot(f, a, nominal); ok && a.key == e.k.Locative && (s.With == 0 || e.class(a.chunk)&s.With != 0) {
			e.give(out, knowledge.Recipient, e.parties(a.chunk, true))
		}
	}
}

// leftOut says whether the subject that a clause leaves out are two people by name or office, where slot s asks for such (कजान में मिलने
// के बाद).
func (e *engine) leftOut(in *instance, s *knowledge.Slot) bool {
	return s.Key == knowledge.K1 && s.With&classOf[doc.Person] != 0 && len(in.subject) > 1 && !slices.ContainsFunc(in.subject, func(p party) bool { return !e.official(p) })
}

// present says whether an argument stands under key.
func (e *engine) present(in *instance, f *knowledge.Frame, key uint8) bool {
	for _, a := range in.args {
		if s, ok := e.slot(f, a, false); ok && (s.Key == key || key == knowledge.K2 && s.Key == e.k.Dative && e.oneRole(f)) {
			return true
		}
	}
	return false
}

// oneRole says whether a frame gives its object the same role with the marker of the dative as without: मदद उसे दी has both.
func (e *engine) oneRole(f *knowledge.Frame) bool {
	k2, _ := f.Role(knowledge.K2, false)
	dative, _ := f.Role(e.k.Dative, false)
	return k2.Role == dative.Role
}

// assign puts the parties of a chunk into a role.
func (e *engine) assign(out *filled, r knowledge.Role, a arg) {
	out.has[r] = true
	if a.parties != nil {
		e.give(out, r, a.parties)
		return
	}
	chunk := a.chunk
	switch r {
	case knowledge.Actor:
		out.actors = e.addParties(out.actors, e.parties(chunk, false)...)
	case knowledge.Recipient:
		ps := e.parties(chunk, true)
		if of := e.d.Chunks[chunk].Of; a.beside && of != doc.None {
			if owner := e.genitiveState(of); owner != nil {
				ps = owner // स्वीडन की नाटो सदस्यता पर आपत्ति
			}
		}
		out.recipients = e.addParties(out.recipients, ps...)
	case knowledge.Addressee:
		out.addressees = e.addParties(out.addressees, e.parties(chunk, false)...)
	case knowledge.Destination:
		e.destination(out, chunk)
	case knowledge.PlaceRole:
		if m := e.placeAt(chunk); m != doc.None && out.place == doc.None {
			out.place = m
		}
	}
}

// destination makes the place of a visit and, as recipient, the state that it lies in.
func (e *engine) destination(out *filled, chunk int) {
	for _, j := range e.members(chunk) {
		m := e.mention[j]
		if m == doc.None {
			m = e.named(j) // खेरसॉन शहर से
		}
		if m == doc.None {
			for _, p := range e.owner(j) {
				if e.class(j)&placed != 0 || p.entity != doc.None && e.d.Entities[p.entity].Type != doc.Organisation {
					out.recipients = e.addParties(out.recipients, p) // what a state holds, not the summit of a body
				}
			}
			continue
		}
		mn := &e.d.Mentions[m]
		if mn.Type == doc.Place && out.place == doc.None {
			out.place = m
		}
		switch mn.Type {
		case doc.Place, doc.State, doc.Description:
			out.recipients = e.addParties(out.recipients, e.mentionParties(m)...)
		}
	}
}

func (e *engine) give(out *filled, r knowledge.Role, ps []party) {
	var others []party
	for _, p := range ps {
		if !e.isIn(p, out.actors) {
			others = append(others, p)
		}
	}
	switch r {
	case knowledge.Recipient, knowledge.Destination:
		out.recipients = e.addParties(out.recipients, others...)
	case knowledge.Actor:
		out.actors = e.addParties(out.actors, ps...)
	}
	out.has[r] = out.has[r] || len(ps) > 0
}

func (e *engine) isIn(p party, list []party) bool {
	for _, q := range list {
		if p.entity != doc.None && p.entity == q.entity || e.code(p) != "" && e.code(p) == e.code(q) {
			return true
		}
	}
	return false
}

// child is the first finite clause of a kind that hangs on clause c.
func (e *engine) child(c int, kinds ...doc.ClauseKind) int {
	s := e.d.Clauses[c].Sentence
	for x := c + 1; x < len(e.d.Clauses) && e.d.Clauses[x].Sentence == s; x++ {
		cl := &e.d.Clauses[x]
		if cl.Parent != c || cl.Predicate != doc.None && e.d.Chunks[cl.Predicate].Verb.Form != doc.Finite {
			continue
		}
		for _, k := range kinds {
			if cl.Kind == k {
				return x
			}
		}
	}
	return doc.None
}

// under says whether the non-finite clause c hangs, directly or through others, on clause top.
func (e *engine) under(c, top int) bool {
	for depth := 0; depth < 5 && c != doc.None; depth++ {
		cl := &e.d.Clauses[c]
		if cl.Predicate == doc.None || e.d.Chunks[cl.Predicate].Verb.Form == doc.Finite || e.d.Chunks[cl.Predicate].Verb.Form == doc.Conjunctive {
			return false
		}
		if cl.Parent == top {
			return true
		}
		c = cl.Parent
	}
	return false
}

// inContent says whether clause c is an infinitive or part of one under clause top, rather than a participle of one of the
// nominals of top itself (गाजा में बांटे गए पर्चों में हमले की धमकी दी).
func (e *engine) inContent(c, top int) bool {
	for c != doc.None && c != top {
		if e.d.Chunks[e.d.Clauses[c].Predicate].Verb.Form == doc.Infinitive {
			return true
		}
		c = e.d.Clauses[c].Parent
	}
	return false
}

// demanded is the clause of a complement that says what is to be done: the first subjunctive or obligation among it
// and its conjuncts, else itself.
func (e *engine) demanded(c int) int {
	d := e.d
	for x := c; x < len(d.Clauses) && d.Clauses[x].Sentence == d.Clauses[c].Sentence; x++ {
		if p := d.Clauses[x].Predicate; p != doc.None && (d.Chunks[p].Verb.Subjunct || d.Chunks[p].Verb.Obligation) && e.known(e.subjectParties(x, 0)) {
			return x
		}
	}
	return c
}

// askedParties are the parties inside the infinitive clause c of frame f; whose vehicle it is about is not asked (पोत को आने से रोकने का
// आग्रह).
func (e *engine) askedParties(c int, f *knowledge.Frame) []party {
	out := e.objectParties(c)
	if f.Event == nil || f.Event.Type != "REQUEST" {
		return out
	}
	for _, a := range e.verbArgs(c) {
		if e.thing(a.chunk) {
			out = e.without(out, e.parties(a.chunk, true))
		}
	}
	return out
}

// objectParties are the parties inside the infinitive clause c: those whom its own frame makes recipients, else those
// that its arguments other than subject, place and time name.
func (e *engine) objectParties(c int) []party {
	in := instance{clause: c, chunk: doc.None, args: e.verbArgs(c), passive: true}
	best := filled{score: -1}
	for _, n := range e.d.Clauses[c].Frames {
		if f := e.k.Frames[n]; f.Event != nil {
			if x := e.fill(&in, f); x.why == "" && x.score > best.score {
				best = x
			}
		}
	}
	if e.known(best.recipients) {
		return best.recipients
	}
	if e.known(best.actors) {
		return best.actors // whom to meet is told as a party of the meeting
	}
	var out []party
	for _, a := range in.args {
		switch f := e.function(a.key); {
		case f == "locative", f == "time", f == "place" && e.class(a.chunk)&knowledge.ClassPlace != 0, f == "near":
			continue // but: मांग पर जवाब देने से
		case f == "source" && e.class(a.chunk)&(knowledge.ClassPlace|knowledge.ClassStateNoun) == knowledge.ClassPlace:
			continue // सूमी शहर से नागरिकों को निकालने में सहयोग का आश्वासन
		}
		if a.key != knowledge.K1 {
			out = e.addParties(out, e.parties(a.chunk, true)...)
		}
	}
	if s := e.d.Clauses[c].Subject; !e.known(out) && s != doc.None {
		out = e.parties(s, true) // भारत का हाथ होने का आरोप
	}
	return out
}
