package event

import (
	"slices"
	"time"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// toldAsFact is the act, told before as one that happened, that dr tells again in the same words as a charge (हमला किया … हमला करने का आरोप लगाया).
func (e *engine) toldAsFact(_ []*draft, byKey map[string][]*draft, dr *draft) *draft {
	if dr.status != record.Alleged || !e.known(dr.actors) || !e.known(dr.recipients) {
		return nil
	}
	fact := *dr
	fact.status = record.Happened
	for _, o := range tail(byKey[e.key(&fact)], 50) {
		if o.frame == dr.frame && e.sameDate(o, dr) && e.samePlace(o, dr) {
			return o
		}
	}
	return nil
}

// firedAt is the attack of which dr tells again that the weapon was fired, without saying at whom (इजराइल पर मिसाइलें दागीं … मिसाइलें
// दागकर गलती की), nil where it is a test.
func (e *engine) firedAt(out []*draft, _ map[string][]*draft, dr *draft) *draft {
	if dr.spec.Type != "MOBILIZE" || dr.status != record.Happened || e.known(dr.recipients) || !slices.Contains(dr.spec.Modes, "weapons") {
		return nil
	}
	r := e.d.TokensOf(dr.evidence[0])
	for i := len(out) - 1; i >= 0 && i >= len(out)-20; i-- {
		o := out[i]
		if o.spec.Type != "ASSAULT" || o.status != dr.status || dr.sentence-o.last > nearby || e.codes(o.actors) != e.codes(dr.actors) || !e.sameDate(o, dr) {
			continue
		}
		for t := r.First; t < r.Last; t++ {
			if e.d.Tokens[t].A().Class&knowledge.ClassWeapon != 0 && e.calls(o, t) {
				return o
			}
		}
	}
	return nil
}

// firedBefore is the telling that a weapon was fired, at nobody, before dr tells the attack that it was; it becomes the attack.
func (e *engine) firedBefore(out []*draft, _ map[string][]*draft, dr *draft) *draft {
	if dr.spec.Type != "ASSAULT" || dr.status != record.Happened || !e.known(dr.actors) || !e.known(dr.recipients) {
		return nil
	}
	for i := len(out) - 1; i >= 0 && i >= len(out)-20; i-- {
		o := out[i]
		if e.firedAt([]*draft{dr}, nil, o) != dr || dr.sentence-o.last > nearby {
			continue
		}
		o.spec, o.frame, o.recipients, o.place, o.around = dr.spec, dr.frame, dr.recipients, orElse(o.place, dr.place), orElse(o.around, dr.around)
		return o
	}
	return nil
}

// disputed is the act that one side alleges and the other denies, the telling of the one where dr is that of the other: what it is
// stays alleged.
func (e *engine) disputed(_ []*draft, byKey map[string][]*draft, dr *draft) *draft {
	if dr.status != record.Denied && dr.status != record.Alleged || e.k.Types[dr.spec.Type].Quad != materialConflict {
		return nil
	}
	other := *dr
	if other.status = record.Alleged; dr.status == record.Alleged {
		other.status = record.Denied
	}
	for _, o := range tail(byKey[e.key(&other)], 50) {
		if e.sameDate(o, dr) && e.samePlace(o, dr) {
			o.status = record.Alleged
			return o
		}
	}
	return nil
}

// goesBack says whether what was done to people, told with one side, goes back, within a few sentences, to what is told with both.
func (e *engine) goesBack(o, dr *draft) bool {
	if e.k.Types[o.spec.Type].Quad != materialConflict || o.spec.Type != "ASSAULT" && !slices.Equal(o.spec.Modes, dr.spec.Modes) || dr.sentence-o.last > nearby {
		return false
	}
	return e.known(o.actors) && e.known(o.recipients) || e.known(dr.actors) && e.known(dr.recipients)
}

// oneJourney says whether two tellings of a visit by and to the same sides, on days of one week, tell of one: it begins on one day and
// ends on another.
func (e *engine) oneJourney(a, b *draft) bool {
	if !e.visit(a.spec) || !e.visit(b.spec) || a.date == doc.None || b.date == doc.None {
		return false
	}
	x, err := time.Parse(time.DateOnly, e.d.Timexes[a.date].Value)
	y, err2 := time.Parse(time.DateOnly, e.d.Timexes[b.date].Value)
	return err == nil && err2 == nil && y.Sub(x).Abs() <= 7*24*time.Hour
}

// ofOtherStatus is the act to come of which dr, a bare noun, speaks without saying whether it has been, or the meeting to come of which
// dr tells what may be spoken of there.
func (e *engine) ofOtherStatus(_ []*draft, byKey map[string][]*draft, dr *draft) *draft {
	statuses := []string{record.Planned, record.Possible}
	switch {
	case dr.status == record.Possible && dr.spec.Type == "CONSULT":
		statuses = statuses[:1] // वे मिलेंगे … इस बैठक में चर्चा हो सकती है
	case dr.status == record.Planned && dr.spec.Type == "CONSULT" && dr.back:
		statuses = statuses[1:] // बैठक हो सकती है। यह बैठक सम्मेलन के दौरान होगी
	case !dr.open:
		return nil
	}
	for _, status := range statuses {
		other := *dr
		other.status = status
		for _, o := range tail(byKey[e.key(&other)], 50) {
			if e.sameAct(o, dr) && e.samePlace(o, dr) && (dr.date == doc.None || e.sameDate(o, dr)) {
				return o
			}
		}
	}
	return nil
}

// joinPartial adds to the act that has both sides a telling that leaves out one: same type and status, the side that is told the
// same. It returns that act, nil without one.
func (e *engine) joinPartial(out []*draft, _ map[string][]*draft, dr *draft) *draft {
	for i := len(out) - 1; i >= 0 && i >= len(out)-20; i-- {
		o := out[i]
		if o.spec.Type != dr.spec.Type || o.status != dr.status || e.visit(o.spec) != e.visit(dr.spec) || !e.sameDate(o, dr) || o.spec.Type == "CONSULT" || !e.samePlace(o, dr) || !e.sameAct(o, dr) && !e.goesBack(o, dr) && !e.sameWords(o, dr) {
			continue
		}
		a, b := e.codes(o.actors), e.codes(dr.actors)
		x, y := e.codes(o.recipients), e.codes(dr.recipients)
		if a == b && a != "" && (x == "" || y == "") || x == y && x != "" && (a == "" || b == "") {
			if a == "" {
				o.actors = dr.actors // whom nobody knows is the one named there
			}
			if x == "" && y != "" {
				o.recipients = e.without(dr.recipients, o.actors)
			}
			return o
		}
	}
	return nil
}

// sameWords says whether two tellings have two words of content in common, besides names and the words that all acts of their
// types are told by (तनाव कम करने की अपील की … तनाव कम करने का आह्वान किया).
func (e *engine) sameWords(a, b *draft) bool {
	r, seen := e.d.TokensOf(b.evidence[0]), map[int32]bool{}
	for i := e.chunkOf(r.First, b.sentence); i != doc.None && i < len(e.d.Chunks) && e.d.Chunks[i].Head < r.Last; i++ {
		c := &e.d.Chunks[i]
		x := e.d.Tokens[c.Head].A()
		if c.Kind != doc.NP || e.mention[i] != doc.None || e.k.CuesOf(&e.d.Tokens[c.Head]) != 0 || x.LemmaID < 0 || x.UPOS != doc.NOUN && x.UPOS != doc.ADJ || x.Class&(knowledge.ClassHuman|knowledge.ClassStateNoun|knowledge.ClassTime) != 0 {
			continue
		}
		if !seen[x.LemmaID] && e.calls(a, c.Head) {
			seen[x.LemmaID] = true
		}
	}
	return len(seen) > 1
}

// otherType is the act right before a draft of another type that tells the same: the promise whose content the draft is, the attack
// or help with which troops enter a country, the visit of him whom a pronoun means, or what several did and a noun names one of. Nil without one.
func (e *engine) otherType(out []*draft, _ map[string][]*draft, dr *draft) *draft {
	for i := len(out) - 1; i >= 0 && i >= len(out)-20; i-- {
		o := out[i]
		switch {
		case e.promisedBy(o, dr):
			o.recipients = e.addParties(o.recipients, e.without(dr.recipients, o.actors)...)
			return o
		case e.movement(o, dr):
			if o.spec.Type == "MOBILIZE" {
				o.frame, o.spec = dr.frame, dr.spec
			}
			return o
		case e.theirVisit(o, dr), e.mediatedTalks(o, dr):
			return o
		case e.freed(o, dr):
			if o.spec.Type == "AID" {
				o.frame, o.spec, o.actors = dr.frame, dr.spec, dr.actors
			}
			return o
		case e.oneOfThem(o, dr):
			o.actors = e.addParties(o.actors, dr.actors...)
			return o
		}
	}
	return nil
}

// promisedBy says whether dr is what the clause before it in the sentence promises without a conjunction (वादा किया, जमीन लौटा देंगे).
func (e *engine) promisedBy(o, dr *draft) bool {
	return o.spec.Type == "AGREE" && o.frame.Inner == knowledge.InnerContent && o.status == record.Happened && dr.status == record.Planned && !o.nominal &&
		e.d.Clauses[dr.clause].Parent == o.clause && e.d.Clauses[dr.clause].Kind == doc.Coordinate && !e.conjoins(dr.clause) &&
		(len(dr.actors) == 0 || slices.ContainsFunc(dr.actors, func(p party) bool { return e.isIn(p, o.actors) }))
}

// conjoins says whether clause c begins with a conjunction.
func (e *engine) conjoins(c int) bool {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if ch := &e.d.Chunks[i]; ch.Clause == c && ch.Kind != doc.Mark {
			return ch.Kind == doc.Conj
		}
	}
	return false
}

// movement says whether one of two tellings is that troops went into a state, and the other that the same side attacked it, or helped it
// with troops.
func (e *engine) movement(a, b *draft) bool {
	if b.spec.Type == "MOBILIZE" {
		a, b = b, a
	}
	if a.spec.Type != "MOBILIZE" || b.spec.Type != "ASSAULT" && (b.spec.Type != "AID" || !slices.Contains(b.spec.Contexts, "military")) || a.status != b.status || !e.known(a.recipients) || !e.sameDate(a, b) {
		return false
	}
	s, ok := a.frame.Role(e.k.Locative, false)
	return ok && s.Role == knowledge.Destination && e.codes(a.actors) == e.codes(b.actors) && e.codes(a.recipients) == e.codes(b.recipients)
}

// onVisit joins the visit that one clause names by a noun to the talks on it that the clause tells, or the talks to the visit (रूस
// यात्रा के दौरान पुतिन से मुलाकात की): they are one act unless each has a verb.
func (e *engine) onVisit(out []*draft, dr *draft) bool {
	for _, o := range tail(out, withinSentence) {
		if o.spec.Type != "CONSULT" || dr.spec.Type != "CONSULT" || o.status != dr.status || e.visit(o.spec) == e.visit(dr.spec) || !e.purposeOf(o, dr) && (o.clause != dr.clause || !o.nominal && !dr.nominal) {
			continue
		}
		if e.codes(e.addParties(slices.Clone(o.actors), o.recipients...)) == e.codes(e.addParties(slices.Clone(dr.actors), dr.recipients...)) {
			e.join(o, dr)
			return true
		}
	}
	return false
}

// purposeOf says whether an infinitive tells the talks for which the visit around it is made (से मुलाकात करने ओमान गए).
func (e *engine) purposeOf(o, dr *draft) bool {
	talks, visit := dr, o
	if e.visit(dr.spec) {
		talks, visit = o, dr
	}
	return !talks.nominal && !visit.nominal && e.d.Clauses[talks.clause].Parent == visit.clause && e.toAttend(talks.clause)
}

// oneOfThem says whether dr, a bare noun, names one of several who did to the same side what o tells (ब्रिटेन की अपील).
func (e *engine) oneOfThem(o, dr *draft) bool {
	one, many := dr, o
	if !one.nominal {
		one, many = o, dr
	}
	return one.nominal && !many.nominal && one.spec.Type == many.spec.Type && one.spec.Type != "CONSULT" && one.status == many.status && e.known(one.actors) && len(one.actors) < len(many.actors) &&
		e.known(one.recipients) && e.codes(one.recipients) == e.codes(many.recipients) && !slices.ContainsFunc(one.actors, func(p party) bool { return !e.isIn(p, many.actors) })
}

// theirVisit says whether dr, a bare noun whose visitor only a pronoun means, is the visit told before of somebody else whom its
// sentence speaks of.
func (e *engine) theirVisit(o, dr *draft) bool {
	if !dr.nominal || !e.visit(dr.spec) || !e.visit(o.spec) || e.codes(o.recipients) != e.codes(dr.recipients) || e.codes(o.actors) == e.codes(dr.actors) || len(o.actors) != 1 || len(dr.actors) != 1 {
		return false
	}
	r := e.d.Sentences[dr.sentence].Tokens
	visitor := false
	for m := e.firstMention(r.First); m < len(e.d.Mentions) && e.d.Mentions[m].Tokens.First < r.Last; m++ {
		mn := &e.d.Mentions[m]
		visitor = visitor || mn.Entity != doc.None && mn.Entity == o.actors[0].entity
	}
	return visitor && e.pronoun(dr.actors[0])
}

// freed says whether one of two tellings is that people were released and the other, which names nobody who did it, that they were
// rescued (मुक्त कर दिए गए … मुक्त करा लिए गए).
func (e *engine) freed(a, b *draft) bool {
	if a.spec.Type != "AID" {
		a, b = b, a
	}
	return a.spec.Type == "AID" && b.spec.Type == "RETREAT" && slices.Contains(b.spec.Modes, "release") && a.status == b.status && !e.known(a.actors) && e.known(a.recipients) &&
		e.codes(a.recipients) == e.codes(b.recipients) && e.sameDate(a, b)
}

// mediatedTalks says whether dr, a noun or one that points back, tells the talks between those between whom o mediates, told nearby.
func (e *engine) mediatedTalks(o, dr *draft) bool {
	if o.spec.Type != "CONSULT" || !slices.Contains(o.spec.Modes, "third-party") || dr.spec.Type != "CONSULT" || e.sided(dr.spec) || !dr.nominal && !dr.back || dr.status != o.status || dr.sentence-o.last > nearby || len(o.recipients) < 2 {
		return false
	}
	all := e.addParties(slices.Clone(o.recipients), o.actors...)
	return e.known(o.recipients[1:]) && !slices.ContainsFunc(o.recipients, func(p party) bool { return !e.isIn(p, dr.actors) }) &&
		!slices.ContainsFunc(dr.actors, func(p party) bool { return !e.isIn(p, all) })
}

// bothAgain is the meeting of two, told last and nearby, whose sides dr names only as both (विदेश सचिव ने कहा कि दोनों नेताओं ने चर्चा की): who
// these are is a guess where officials have spoken in between.
func (e *engine) bothAgain(_ []*draft, byKey map[string][]*draft, dr *draft) *draft {
	if dr.spec.Type != "CONSULT" || e.visit(dr.spec) || len(dr.actors) != 2 || dr.actors[0].span != dr.actors[1].span {
		return nil
	}
	same := byKey[e.key(dr)]
	for i := len(same) - 1; i >= 0; i-- {
		if o := same[i]; dr.sentence-o.last <= 2*nearby && e.sameDate(o, dr) && e.samePlace(o, dr) {
			return o
		}
	}
	return nil
}

// toldInside is the meeting of which a telling holds the one word that dr is, and whose sides all of dr's are (बैठक में चीन और भारत ने भाग
// लिया: the meeting is no second one).
func (e *engine) toldInside(out []*draft, _ map[string][]*draft, dr *draft) *draft {
	if !dr.nominal || e.d.TokensOf(dr.evidence[0]).Len() > 1 || dr.spec.Type != "CONSULT" || e.visit(dr.spec) {
		return nil
	}
	for _, o := range tail(out, 20) {
		if o.spec.Type != "CONSULT" || e.visit(o.spec) || slices.ContainsFunc(dr.actors, func(p party) bool { return !e.isIn(p, o.actors) }) {
			continue
		}
		if slices.ContainsFunc(tail(o.evidence, 8), func(s doc.Span) bool { return s.Covers(dr.evidence[0]) }) {
			return o
		}
	}
	return nil
}

// thisMeeting is the meeting told last, nearby, that a noun alone points back at (इस बातचीत में), by whichever of those who met
// the clause tells what was said there.
func (e *engine) thisMeeting(out []*draft, _ map[string][]*draft, dr *draft) *draft {
	if !dr.back || !dr.nominal || dr.spec.Type != "CONSULT" || e.visit(dr.spec) {
		return nil
	}
	for i := len(out) - 1; i >= 0 && i >= len(out)-20; i-- {
		o := out[i]
		if o.spec.Type != "CONSULT" || e.visit(o.spec) || o.status != dr.status || dr.sentence-o.last > nearby {
			continue
		}
		if !slices.ContainsFunc(o.actors, func(p party) bool { return !e.isIn(p, dr.actors) }) {
			return o
		}
	}
	return nil
}
