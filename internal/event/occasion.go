package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// takeUp gives an instance the sides that it leaves out from the act that it points back at: those of a meeting told
// before (यह वार्ता रोम में होगी; बैठक में कतर के मंत्री भी शामिल हुए; ओमान मध्यस्थता कर रहा है), or of an attack (उस हमले की
// जिम्मेदारी ली).
func (e *engine) takeUp(in *instance, x *filled) {
	spec := x.frame.Event
	switch {
	case spec.Type == "ASSAULT" && !e.known(x.recipients) && e.known(x.actors) && e.hostIs(in, pointing):
		e.takeAttack(in, x)
	case spec.Type == "REJECT" && slices.Contains(spec.Modes, "meet") && !e.known(x.recipients) && e.hostIs(in, pointing):
		if m, _ := e.lastMeeting(in, x.actors); len(x.actors) == 0 || e.isIn(x.actors[0], m) {
			x.recipients = e.without(m, x.actors)
		}
	case spec.Type == "REJECT" && slices.Contains(spec.Modes, "meet") && !e.known(x.recipients) && !e.known(x.actors):
		if o := e.toldOff(in); o != nil {
			x.recipients = o.actors
		}
	case slices.Contains(spec.Modes, "third-party"):
		if m, _ := e.lastMeeting(in, nil); !e.known(x.recipients) && e.known(x.actors) && !e.isIn(x.actors[0], m) {
			x.recipients = m
		}
	case (spec.Type == "SUPPORT" || spec.Type == "REQUEST") && !x.has[knowledge.Recipient] && !e.known(x.recipients) && e.toSomebody(x.frame):
		x.recipients = e.metBefore(in, x)
	case spec.Type == "CONSULT" && !e.visit(spec) && !slices.Contains(spec.Modes, "phone"):
		e.takeMeeting(in, x)
	}
}

// callOff drops the meeting that an instance calls off, told by the participle that describes it (15 जनवरी को होने वाली वार्ता
// रद्द कर दी): its sides are those of the refusal where that names none.
func (e *engine) callOff(in *instance, x *filled) {
	if x.frame.Event.Type != "REJECT" || !slices.Contains(x.frame.Event.Modes, "meet") {
		return
	}
	if o := e.toldOff(in); o != nil {
		o.dropped = true
		if !e.known(x.recipients) {
			x.recipients = e.without(o.actors, x.actors)
		}
	}
}

// toldOff is the meeting that a participle tells of the host of an instance.
func (e *engine) toldOff(in *instance) *draft {
	if in.chunk != doc.None {
		return nil
	}
	cl := &e.d.Clauses[in.clause]
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence == cl.Sentence; i-- {
		o := &e.drafts[i]
		if oc := &e.d.Clauses[o.clause]; o.spec.Type == "CONSULT" && oc.Kind == doc.Adnominal && in.span.Overlaps(o.evidence[0]) {
			return o
		}
	}
	return nil
}

// toSomebody says whether a frame takes the one to whom words are said, with the dative or the marker of a source.
func (e *engine) toSomebody(f *knowledge.Frame) bool {
	for i := range f.Roles {
		if s := &f.Roles[i]; s.Role == knowledge.Recipient && (s.Key == e.k.Dative || s.Key == knowledge.K2 || e.function(s.Key) == "source") {
			return true
		}
	}
	return false
}

// metBefore is the one whom the subject of an instance met or called in the clause that it goes on from: what he says
// there is said to him (ट्रंप को फोन किया और बधाई दी; उनसे मिलकर धन्यवाद दिया).
func (e *engine) metBefore(in *instance, x *filled) []party {
	if in.chunk != doc.None || !e.known(x.actors) {
		return nil
	}
	cl := &e.d.Clauses[in.clause]
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence == cl.Sentence; i-- {
		o := &e.drafts[i]
		oc := &e.d.Clauses[o.clause]
		before := cl.Kind == doc.Coordinate && cl.Subject == doc.None && cl.Parent == o.clause || oc.Kind == doc.Adverbial && oc.Parent == in.clause
		if o.spec.Type != "CONSULT" || o.nominal || e.visit(o.spec) || !before || !e.isIn(x.actors[0], o.actors) {
			continue
		}
		if other := e.without(o.actors, x.actors); len(other) > 0 {
			return other
		}
	}
	return nil
}

// takeMeeting adds the sides of the last meeting to a telling of it that names no two: it points back, or somebody attends
// what has no name of its own. Who is only said to be present is at a meeting when one has been told.
func (e *engine) takeMeeting(in *instance, x *filled) {
	present := x.frame.Attends && !e.namesForum(in, x.frame)
	back := e.hostIs(in, pointing)
	if !present && (e.several(x) && !(x.frame.Attends && back) || x.frame.Attends && e.hasOrganisation(x)) {
		return
	}
	if back || x.frame.Attends && (e.hostIs(in, bare) || e.there(in.clause)) {
		if m, status := e.lastMeeting(in, nil); len(m) > 0 && (len(x.actors) == 0 || x.frame.Attends || back || e.isIn(x.actors[0], m)) {
			x.two = len(m) == 2 && !e.hasOrganisation(&filled{actors: m})
			x.actors = e.addParties(x.actors, m...)
			x.has[knowledge.Actor], x.taken = true, status
			return
		}
	}
	if present {
		x.why = "no meeting told"
	}
	if len(x.actors) == 0 && in.chunk != doc.None && slices.Contains(x.frame.Event.Modes, "multilateral") && e.venue(in.chunk) != doc.None {
		if org, ok := e.reportedBody(); ok {
			x.actors = []party{org} // बिश्केक में हुए शिखर सम्मेलन के बाद
		}
	}
}

// namesForum says whether a frame takes a forum, in its host (बैठक में पहुंचे) or as an argument.
func (e *engine) namesForum(in *instance, f *knowledge.Frame) bool {
	if _, ok := f.Role(e.k.Locative, in.chunk != doc.None); ok || in.chunk != doc.None {
		return true
	}
	h := e.d.Clauses[in.clause].Host
	return h.Len() > 0 && e.d.Tokens[h.First].A().Class&knowledge.ClassForum != 0
}

// What a chunk that names a meeting or act may be.
const (
	pointing = iota // it opens with a demonstrative
	bare            // it is one word without an owner or description
)

// hostIs says whether the noun of an instance, its host or that of a forum among its arguments, is pointing or bare.
func (e *engine) hostIs(in *instance, what int) bool {
	d := e.d
	is := func(i int) bool {
		c := &d.Chunks[i]
		if what == pointing {
			return c.Head > c.Tokens.First && e.k.CuesOf(&d.Tokens[c.Tokens.First])&(knowledge.CueDeixis|knowledge.CueThird|knowledge.CueProximal) != 0
		}
		return c.Head == c.Tokens.First && e.headClass(i)&knowledge.ClassForum != 0 && len(e.owner(i)) == 0
	}
	if in.chunk != doc.None {
		return is(in.chunk)
	}
	cl := &d.Clauses[in.clause]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if d.Chunks[i].Kind == doc.NP && d.Chunks[i].Clause == in.clause && (e.hostChunk(cl, i) || d.Chunks[i].Marker != 0 && e.headClass(i)&knowledge.ClassForum != 0) && is(i) {
			return true
		}
	}
	return false
}

// there says whether clause c has a word for the place or time just spoken of (वहां, इस मौके पर).
func (e *engine) there(c int) bool {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if ch := &e.d.Chunks[i]; ch.Clause == c && e.k.CuesOf(&e.d.Tokens[ch.Tokens.First])&(knowledge.CueThere|knowledge.CueDeixis|knowledge.CueProximal) != 0 && ch.Kind == doc.Adv {
			return true
		}
	}
	return false
}

// lastMeeting are the sides of the meeting of several that was told last before an instance, nearby: of one that the noun of
// the instance calls so, however far it lies back in half a page, else of any that is no summit to come beside what has been.
// With of it is the last one that lies ahead of these among others, if there is one.
func (e *engine) lastMeeting(in *instance, of []party) (sides []party, status string) {
	s, noun := e.d.Clauses[in.clause].Sentence, e.meetingNoun(in)
	planned := false
	if in.chunk == doc.None {
		status, _ := e.status(in.clause)
		planned = status != record.Happened
	}
	var other *draft
	for i := len(e.drafts) - 1; i >= 0 && i >= len(e.drafts)-40; i-- {
		o := &e.drafts[i]
		if s-o.sentence > 2*nearby {
			break
		}
		if o.frame.Event.Type != "CONSULT" || e.sided(o.frame.Event) || slices.Contains(o.spec.Modes, "phone") || o.evidence[0].Start >= in.span.Start || o.evidence[0].Covers(in.span) {
			continue
		}
		sides := e.addParties(slices.Clone(o.actors), o.recipients...)
		if len(sides) < 2 && e.organisation(o) == "" || of != nil && (o.status == record.Happened || !e.isIn(of[0], sides)) {
			continue
		}
		if of != nil || noun != doc.None && e.calls(o, noun) {
			return sides, o.status
		}
		if other == nil && s-o.sentence <= nearby && (o.status != record.Happened) == planned {
			other = o
		}
	}
	if of != nil {
		return e.lastMeeting(in, nil)
	}
	if other == nil {
		return nil, ""
	}
	return e.addParties(slices.Clone(other.actors), other.recipients...), other.status
}

// meetingNoun is the token of the noun of a meeting among the host and arguments of an instance, None without one.
func (e *engine) meetingNoun(in *instance) int {
	d := e.d
	if in.chunk != doc.None {
		return d.Chunks[in.chunk].Head
	}
	cl := &d.Clauses[in.clause]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if c := &d.Chunks[i]; c.Kind == doc.NP && c.Clause == in.clause && e.headClass(i)&knowledge.ClassEvent != 0 {
			return c.Head
		}
	}
	return doc.None
}

// takeAttack takes whom the last attack told before hit.
func (e *engine) takeAttack(in *instance, x *filled) {
	s := e.d.Clauses[in.clause].Sentence
	for i := len(e.drafts) - 1; i >= 0 && e.drafts[i].sentence >= s-nearby; i-- {
		if o := &e.drafts[i]; o.spec.Type == "ASSAULT" && e.known(o.recipients) && !e.isIn(x.actors[0], o.recipients) {
			x.recipients = o.recipients
			return
		}
	}
}

// belongs says whether a present copula tells what something that a pronoun stands for takes in (सूची जारी हुई। उसमें मंत्री भी शामिल
// हैं): nobody attends that.
func (e *engine) belongs(in *instance) bool {
	if in.chunk != doc.None {
		return false
	}
	p := &e.d.Chunks[e.d.Clauses[in.clause].Predicate]
	if p.Tokens.Len() != 1 || p.Verb.Tense != doc.Pres || e.d.Tokens[p.Head].A().UPOS != doc.AUX {
		return false
	}
	return slices.ContainsFunc(in.args, func(a arg) bool {
		c := &e.d.Chunks[a.chunk]
		return a.key == e.k.Locative && c.Head == c.Tokens.First && e.d.Tokens[c.Head].A().UPOS == doc.PRON && !e.isRelative(a.chunk)
	})
}

// ministers is the office of those who meet, by the name of the meeting in the words of an instance (रक्षा मंत्रियों की बैठक में),
// empty where it names none.
func (e *engine) ministers(in *instance) string {
	d := e.d
	words := d.Clauses[in.clause].Chunks
	if in.chunk != doc.None {
		words = doc.Range{First: max(0, in.chunk-4), Last: in.chunk}
	}
	for i := words.First; i < words.Last; i++ {
		c, m := &d.Chunks[i], e.mention[i]
		if m == doc.None || d.Mentions[m].Type != doc.Office || c.Marker != e.k.Genitive || c.Of == doc.None || e.headClass(c.Of)&knowledge.ClassForum == 0 {
			continue
		}
		if row := d.Mentions[m].Row; row != doc.None && d.Tokens[c.Head].A().Feats.Number == doc.Plur {
			return e.k.Items[row].English
		}
	}
	return ""
}

// otherMinisters says whether two meetings are by their names of holders of different offices.
func otherMinisters(a, b *draft) bool {
	return a.ministers != "" && b.ministers != "" && a.ministers != b.ministers
}
