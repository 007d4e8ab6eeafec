package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// whereDone lets a place stand for a side that is not told: harm is done, and aid given, to the state of the place (ठिकानों
// पर … in Jericho), and the state where it is done arrests, or its people protest.
func (e *engine) whereDone(in *instance, x *filled) {
	if in.chunk != doc.None {
		return
	}
	cl := &e.d.Clauses[in.clause]
	typ := x.frame.Event.Type
	open := !e.known(x.recipients) && e.known(x.actors)
	if m := e.pointedAt(in.clause); open && typ == "AID" && m != doc.None {
		x.recipients = e.without(e.mentionParties(m), x.actors) // भारत ने वहां राहत सामग्री भेजी
		return
	}
	if x.frame.Future != nil && x.frame.Future.Type == "THREATEN" {
		return // काबुल में हुए हमले का बदला लिया: not on Kabul
	}
	harm := open && (typ == "ASSAULT" || typ == "AID" && x.has[knowledge.Recipient])
	arrest := (typ == "COERCE" || slices.Contains(x.frame.Event.Modes, "convict")) && len(x.actors) == 0 && in.passive && e.known(x.recipients)
	protest := typ == "PROTEST" && !e.known(x.actors) && len(x.actors) > 0
	if !harm && !arrest && !protest {
		return
	}
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		ch := &e.d.Chunks[i]
		if ch.Marker != e.k.Locative || ch.Clause != in.clause && !(harm && e.d.Clauses[ch.Clause].Kind == doc.Adnominal) {
			continue // काबुल में हुए धमाके की जिम्मेदारी ली
		}
		m := e.mention[i]
		if m == doc.None {
			m = e.liesIn(i)
		}
		if m == doc.None || !e.isPlace(m) {
			continue
		}
		for _, p := range e.mentionParties(m) {
			if harm && !e.isIn(p, x.actors) {
				x.recipients = e.addParties(x.recipients, p)
			} else if (arrest || protest) && !e.isIn(p, x.recipients) {
				x.actors = e.addParties(x.actors, p)
			}
		}
		return
	}
	if m := e.goneTo(in.clause); harm && m != doc.None {
		x.recipients = e.without(e.mentionParties(m), x.actors) // रूस में घुसकर हमला किया
	}
}

// acrossBorder takes as recipient of violence or deployment at a border of two, which names nobody, the other one (भारत-पाक सीमा पर
// पाकिस्तानी रेंजर्स ने गोलीबारी की).
func (e *engine) acrossBorder(in *instance, x *filled) {
	typ := x.frame.Event.Type
	if in.chunk != doc.None || typ != "ASSAULT" && typ != "MOBILIZE" || e.known(e.without(x.recipients, x.actors)) || len(x.actors) == 0 {
		return
	}
	for _, a := range in.args {
		if f := e.function(a.key); f != "place" && f != "locative" && f != "near" || e.mention[a.chunk] != doc.None || e.headClass(a.chunk)&knowledge.ClassPlace == 0 {
			continue
		}
		both := e.owner(a.chunk)
		if i := a.chunk - 1; i >= 0 && len(both) == 1 && e.mention[i] != doc.None && e.d.Tokens[e.d.Chunks[i].Tokens.Last-1].Norm == "-" {
			both = e.addParties(e.parties(i, true), both...) // भारत- | पाक सीमा
		}
		if len(both) == 2 && e.isIn(both[0], x.actors) != e.isIn(both[1], x.actors) {
			x.recipients = e.without(both, x.actors)
			return
		}
	}
}

// aimed takes as recipient of a hostile act whom the converb beside its verb aims it at (ईरान को निशाना बनाते हुए प्रतिबंध
// लगाए), rather than the state of the place where it is done.
func (e *engine) aimed(in *instance, x *filled) {
	if in.chunk != doc.None || e.known(x.recipients) && !(x.has[knowledge.Destination] && !x.has[knowledge.Recipient]) || e.k.Types[x.frame.Event.Type].Quad != materialConflict && x.frame.Event.Type != "SANCTION" {
		return
	}
	for i := len(e.drafts) - 1; i >= max(0, len(e.drafts)-withinSentence); i-- {
		o := &e.drafts[i]
		if e.aims(in, o) {
			x.recipients = e.without(o.recipients, x.actors)
			return
		}
	}
	if e.known(x.recipients) {
		return
	}
	for c := in.clause - 1; c >= 0 && e.d.Clauses[c].Sentence == e.d.Clauses[in.clause].Sentence; c-- {
		if cl := &e.d.Clauses[c]; cl.Kind == doc.Adverbial && cl.Parent == in.clause && e.hostile(c) {
			x.recipients = e.without(e.targets(c), x.actors)
			return
		}
	}
}

// aimedPast says whether frame f takes, behind an argument with the marker of a place, another as the one against whom the act is
// done: what the first names is part of why (यूक्रेन पर हमले में भूमिका के लिए बेलारूस के खिलाफ प्रतिबंध).
func (e *engine) aimedPast(in *instance, f *knowledge.Frame, a arg, nominal bool) bool {
	if e.function(a.key) != "place" {
		return false
	}
	for _, b := range in.args {
		if s, ok := e.slot(f, b, nominal); ok && b.chunk > a.chunk && b.key != a.key && s.Role == knowledge.Recipient && e.function(b.key) == "other" && e.known(e.parties(b.chunk, true)) {
			return true
		}
	}
	return false
}

// ofWhatWasTold says whether words are told of "this" with the genitive: of what happened, not of whom the pronoun could mean (इसकी
// निंदा की).
func (e *engine) ofWhatWasTold(f *knowledge.Frame, a arg) bool {
	if a.key != e.k.Genitive || f.Event == nil {
		return false
	}
	switch f.Event.Type {
	case "ACCUSE", "REJECT", "SUPPORT":
	default:
		return false
	}
	c := &e.d.Chunks[a.chunk]
	t := &e.d.Tokens[c.Head]
	return c.Head == c.Tokens.First && e.k.CuesOf(t)&knowledge.CueProximal != 0 && t.A().Feats.Number != doc.Plur
}

// targets are the parties that the object of clause c, with its marker, names.
func (e *engine) targets(c int) []party {
	for _, a := range e.verbArgs(c) {
		if a.key == e.k.Dative {
			return e.parties(a.chunk, true)
		}
	}
	return nil
}

// aims says whether draft o is told by a converb under the clause of an instance and hostile.
func (e *engine) aims(in *instance, o *draft) bool {
	cl := &e.d.Clauses[o.clause]
	return !o.nominal && cl.Kind == doc.Adverbial && cl.Parent == in.clause && e.known(o.recipients) && (o.spec.Type == "ASSAULT" || o.spec.Type == "SANCTION")
}

// answers lets whoever was asked or offered something be the one who accepts or rejects it in the relative clause (X ने Y को
// न्योता दिया, जिसे उन्होंने स्वीकार कर लिया: Y).
func (e *engine) answers(in *instance, x *filled) bool {
	cl := &e.d.Clauses[in.clause]
	if cl.Kind != doc.Relative || cl.Parent == doc.None || x.frame.Event.Type != "AGREE" && x.frame.Event.Type != "REJECT" {
		return false
	}
	for i := len(e.drafts) - 1; i >= max(0, len(e.drafts)-withinSentence); i-- {
		o := &e.drafts[i]
		if o.clause != cl.Parent || o.spec.Type != "REQUEST" && o.spec.Type != "AGREE" || !e.known(o.recipients) {
			continue
		}
		if e.codes(o.actors) == e.codes(x.actors) {
			x.actors, x.recipients = o.recipients, o.actors
			return true
		}
	}
	return false
}

// doers are the actors of the act that clause c tells.
func (e *engine) doers(c int) []party {
	for i := len(e.drafts) - 1; i >= max(0, len(e.drafts)-withinSentence); i-- {
		if o := &e.drafts[i]; o.clause == c {
			return o.actors
		}
	}
	return nil
}

// raised are the owners of the demand or statement on which somebody refuses to act (मांग पर जवाब देने से इनकार).
func (e *engine) raised(in *instance) []party {
	for _, a := range in.args {
		if e.function(a.key) == "place" && e.mention[a.chunk] == doc.None && e.headClass(a.chunk)&(knowledge.ClassEvent|knowledge.ClassComm|knowledge.ClassDocument) != 0 {
			return e.owner(a.chunk)
		}
	}
	return nil
}

// partnersOf are those with whom somebody refuses to deal (इजराइल के साथ संघर्षविराम का प्रस्ताव ठुकरा दिया).
func (e *engine) partnersOf(in *instance) []party {
	for _, a := range in.args {
		if e.function(a.key) == "comitative" && e.mention[a.chunk] != doc.None {
			return e.parties(a.chunk, true)
		}
	}
	return nil
}

// unsaid finds who does what is told in the passive without an agent: whoever sends people out of his state (ईरान से
// निरीक्षक निकाल दिए गए), or owns the aircraft or troops by which it is done (हेलीकॉप्टरों के जरिए निकाला गया).
func (e *engine) unsaid(in *instance, x *filled) {
	if !in.passive || len(x.actors) > 0 || in.chunk != doc.None {
		return
	}
	if cl := &e.d.Clauses[in.clause]; cl.Kind == doc.Coordinate && cl.Parent != doc.None {
		for i := len(e.drafts) - 1; i >= max(0, len(e.drafts)-withinSentence); i-- {
			if o := &e.drafts[i]; o.clause == cl.Parent && o.spec.Type == x.frame.Event.Type {
				x.actors = e.without(o.actors, x.recipients) // राजदूत वापस बुला सकता है और बस सेवा रोकी जा सकती है
				return
			}
		}
		if o := e.draftOf(cl.Parent); o != nil && o.spec.Type == "MOBILIZE" && x.frame.Event.Type == "COERCE" && e.known(o.actors) {
			x.actors = e.without(o.actors, x.recipients) // सेना को अलर्ट पर रखा है और सीमा बंद कर दी गई है
			return
		}
		if o := e.draftOf(cl.Parent); o != nil && x.frame.Event.Type == "MOBILIZE" && e.turnsAgainst(o.spec.Type) && e.known(o.actors) {
			x.actors = o.actors // घेराबंदी कर दी है और हमले की तैयारी की जा रही है
			if !e.known(x.recipients) {
				x.recipients = o.recipients
			}
			return
		}
	}
	switch x.frame.Event.Type {
	case "MOBILIZE":
		x.actors = e.ownForce(in)
		return
	case "ACCUSE":
		x.actors = e.without(e.ministry(in), x.recipients)
		return
	case "REQUEST":
		if i := e.agentIn(in.clause); i != doc.None {
			x.actors = e.without(e.parties(i, true), x.recipients) // की ओर से | सेना हटाने की मांग की गई
		}
		return
	}
	modes := x.frame.Event.Modes
	expels := slices.Contains(modes, "expel") || slices.Contains(modes, "deport")
	for _, a := range in.args {
		switch m := e.mention[a.chunk]; {
		case expels && e.function(a.key) == "source" && m != doc.None && e.d.Mentions[m].Type == doc.State:
			x.actors = e.without(e.parties(a.chunk, false), x.recipients)
		case material(x.frame.Event) && e.function(a.key) == "instrument" && e.headClass(a.chunk)&(knowledge.ClassVehicle|knowledge.ClassForce) != 0:
			x.actors = e.without(e.parties(a.chunk, true), x.recipients)
		default:
			continue
		}
		return
	}
}

// ownForce are the owners of the troops that a passive moves or warns: their state does it (भारतीय सेना को अलर्ट पर रखा गया).
func (e *engine) ownForce(in *instance) []party {
	for _, a := range in.args {
		if a.key != knowledge.K2 && a.key != e.k.Dative && a.key != e.k.Genitive || e.headClass(a.chunk)&knowledge.ClassForce == 0 {
			continue
		}
		if who := e.owner(a.chunk); e.known(who) {
			return who
		}
	}
	return nil
}

// ministry are those whose ministry is the place of an act told in the passive (राजदूत को विदेश मंत्रालय में तलब किया गया).
func (e *engine) ministry(in *instance) []party {
	for _, a := range in.args {
		if m := e.mention[a.chunk]; a.key == e.k.Locative && m != doc.None && e.d.Mentions[m].Row != doc.None && e.d.Mentions[m].Type == doc.Body && e.k.Items[e.d.Mentions[m].Row].Sub == "ministry" {
			return e.mentionParties(m)
		}
	}
	return nil
}

// threatened takes the state of a place inside the infinitive of a threat as the one threatened (इजराइल में गतिविधियां
// शुरू करने की धमकी).
func (e *engine) threatened(out *filled, top int) {
	for c := top - 1; c >= 0 && e.d.Clauses[c].Sentence == e.d.Clauses[top].Sentence; c-- {
		if !e.under(c, top) || !e.inContent(c, top) {
			continue
		}
		for _, a := range e.verbArgs(c) {
			if a.key == e.k.Locative {
				e.give(out, knowledge.Recipient, e.parties(a.chunk, true))
			}
		}
	}
	for _, a := range e.verbArgs(top) {
		if m := e.mention[a.chunk]; a.key == e.k.Locative && m != doc.None && e.d.Mentions[m].Type == doc.State && !e.known(out.recipients) {
			e.give(out, knowledge.Recipient, e.parties(a.chunk, true))
		}
	}
}

// charge makes whoever says in plain words what an instance tells the actor of a charge against its subject (कहा कि पाकिस्तान
// आतंकियों को पनाह देता है); what is said under another charge is part of that one.
func (e *engine) charge(out *filled, in *instance) {
	e.give(out, knowledge.Recipient, in.subject)
	for c, depth := in.clause, 0; c != doc.None && depth < 4; c, depth = e.d.Clauses[c].Parent, depth+1 {
		cl := &e.d.Clauses[c]
		if cl.Kind != doc.Complement && cl.Kind != doc.Quotation || cl.Parent == doc.None {
			continue
		}
		if who := e.subjectParties(cl.Parent, 0); e.plainSpeech(cl.Parent) && e.known(who) {
			e.give(out, knowledge.Actor, who)
			out.recipients = e.without(out.recipients, out.actors)
		}
		return
	}
}

// plainSpeech says whether a clause tells that somebody speaks, and no act beside.
func (e *engine) plainSpeech(c int) bool {
	return e.says(c) && !slices.ContainsFunc(e.d.Clauses[c].Frames, func(n int32) bool { return e.k.Frames[n].Event != nil })
}

// accused finds whom a charge or threat means when its complement c has no such subject: the owner of its subject (ईरान
// का कार्यक्रम खतरा है), else the first other party that it names.
func (e *engine) accused(out *filled, f *knowledge.Frame, c int) {
	if f.Event == nil || f.Event.Type != "ACCUSE" && f.Event.Type != "THREATEN" || e.known(out.recipients) {
		return
	}
	d := e.d
	if s := d.Clauses[c].Subject; s != doc.None {
		e.give(out, knowledge.Recipient, e.parties(s, true))
	}
	if f.Event.Type == "ACCUSE" && !e.known(out.recipients) {
		e.give(out, knowledge.Recipient, e.without(e.pointedAct(c), out.actors))
	}
	last := d.Clauses[c].Chunks.Last
	for x := c + 1; f.Event.Type == "THREATEN" && x < len(d.Clauses) && d.Clauses[x].Sentence == d.Clauses[c].Sentence; x++ {
		last = max(last, d.Clauses[x].Chunks.Last) // यदि … तो वह इजराइल को …
	}
	for _, scene := range []bool{false, true} { // सीरिया में रूस …: Russia
		for i := d.Clauses[c].Chunks.First; i < last && !e.known(out.recipients); i++ {
			if m := e.mention[i]; m != doc.None && (d.Chunks[i].Marker == e.k.Locative) == scene && d.Chunks[i].Kind == doc.NP && d.Mentions[m].Type != doc.Place && d.Mentions[m].Type != doc.Organisation {
				e.give(out, knowledge.Recipient, e.mentionParties(m))
			}
		}
	}
}

// ownMatter says whether an argument of an instance is owned by a reflexive (अपने फैसले का बचाव किया).
func (e *engine) ownMatter(in *instance) bool {
	for _, a := range in.args {
		if g := a.chunk - 1; g >= 0 && e.d.Chunks[g].Of == a.chunk && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[g].Head])&knowledge.CueReflexive != 0 {
			return true
		}
	}
	return false
}

// pointedAct are those who did the hostile act told before that a noun of clause c points back at (यह टक्कर जानबूझकर मारी गई).
func (e *engine) pointedAct(c int) []party {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		ch := &e.d.Chunks[i]
		if ch.Kind != doc.NP || ch.Head == ch.Tokens.First || e.k.CuesOf(&e.d.Tokens[ch.Tokens.First])&(knowledge.CueProximal|knowledge.CueDeixis) == 0 {
			continue
		}
		for n := len(e.drafts) - 1; n >= max(0, len(e.drafts)-retold); n-- {
			if o := &e.drafts[n]; !o.dropped && e.k.Types[o.spec.Type].Quad == materialConflict && e.calls(o, ch.Head) {
				return o.actors
			}
		}
	}
	return nil
}
