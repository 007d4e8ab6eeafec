package event

import (
	"slices"
	"sort"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// forums links statements and acts to the meetings of many at which they took place; who speaks at one that took place
// attended it.
func (e *engine) forums(merged []*draft) {
	var summits []*draft
	for _, dr := range merged {
		if e.multilateral(dr) {
			summits = append(summits, dr)
		}
	}
	if len(summits) == 0 {
		return
	}
	for i := range e.speeches {
		s := &e.speeches[i]
		s.forum = e.forumOf(s.clause, summits)
		if s.forum != nil {
			s.date, s.place = orElse(s.date, s.forum.date), orElse(s.place, s.forum.place)
		}
		if s.forum != nil && s.forum.status == record.Happened {
			s.forum.actors = e.addParties(s.forum.actors, s.speaker)
		}
	}
	for _, dr := range merged {
		if !e.multilateral(dr) && !dr.nominal {
			dr.occasion = e.forumOf(dr.clause, summits)
		}
		if o := dr.occasion; o != nil && o.status == dr.status && !e.visit(dr.spec) {
			dr.date, dr.place = orElse(dr.date, o.date), orElse(dr.place, o.place)
		}
	}
}

// orElse is a layer index, or another where there is none: what is said or done at a meeting has its date and place.
func orElse(i, other int) int {
	if i == doc.None {
		return other
	}
	return i
}

// forumOf is the meeting of many that an argument of clause c, or of the participles that hang on it, names as its
// place, time or audience (बैठक में कहा; सम्मेलन से इतर; सम्मेलन को संबोधित करते हुए).
func (e *engine) forumOf(c int, summits []*draft) *draft {
	d := e.d
	r := d.Sentences[d.Clauses[c].Sentence].Tokens
	for x := c; x >= 0 && d.Clauses[x].Sentence == d.Clauses[c].Sentence; x-- {
		cl := &d.Clauses[x]
		if x != c && (cl.Parent != c || cl.Kind != doc.Adverbial) {
			continue
		}
		for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
			ch := &d.Chunks[i]
			if ch.Clause != x || ch.Kind != doc.NP || !r.Has(ch.Head) {
				continue
			}
			if s := e.summitAt(i, summits); s != nil {
				return s
			}
		}
	}
	return nil
}

// summitAt is the meeting of many that chunk i names.
func (e *engine) summitAt(i int, summits []*draft) *draft {
	ch := &e.d.Chunks[i]
	function := e.function(ch.Marker)
	switch {
	case function == "presence":
		return e.inPresence(i, summits)
	case ch.Marker != e.k.Locative && ch.Marker != e.k.Dative && function != "time" && function != "beside":
		return nil
	case e.d.Tokens[ch.Head].A().Class&knowledge.ClassForum == 0:
		return nil
	}
	span := e.d.SpanOf(doc.Range{First: ch.Head, Last: ch.Head + 1})
	summits = tail(summits, 50)
	for _, s := range summits {
		for _, t := range s.evidence {
			if t.Covers(span) {
				return s
			}
		}
	}
	owners := e.parties(i, true)
	if len(owners) == 0 && len(summits) == 1 && e.calls(summits[0], ch.Head) {
		return summits[0]
	}
	sentence := e.d.Clauses[ch.Clause].Sentence
	for n := len(summits) - 1; n >= 0; n-- {
		s := summits[n]
		switch {
		case len(owners) == 0 && s.sentence <= sentence && sentence-s.sentence <= nearby && !e.meetingBetween(s, i):
			return s
		case len(owners) > 0 && e.organisation(s) != "" && e.code(owners[0]) == e.organisation(s):
			return s
		}
	}
	return nil
}

// calls says whether a telling of a meeting uses the noun of token t.
func (e *engine) calls(s *draft, t int) bool {
	lemma := e.d.Tokens[t].A().LemmaID
	for _, span := range s.evidence {
		r := e.d.TokensOf(span)
		for i := r.First; i < r.Last; i++ {
			if lemma >= 0 && e.d.Tokens[i].A().LemmaID == lemma {
				return true
			}
		}
	}
	return false
}

// meetingBetween says whether a meeting of two was told after s and before chunk i: "the meeting" is that one then.
func (e *engine) meetingBetween(s *draft, i int) bool {
	at := e.d.Tokens[e.d.Chunks[i].Head].Start
	n := sort.Search(len(e.drafts), func(n int) bool { return e.drafts[n].evidence[0].Start >= at })
	for n--; n >= 0 && e.drafts[n].evidence[0].Start > s.evidence[0].Start; n-- {
		if dr := &e.drafts[n]; dr.evidence[0].End < at && dr.spec.Type == "CONSULT" && !e.multilateral(dr) && !e.visit(dr.spec) {
			return true
		}
	}
	return false
}

// inPresence takes those in whose presence somebody speaks as attending the meeting of the organisation among them (चीन, रूस
// और एससीओ के अन्य सदस्य देशों के मंत्रियों की मौजूदगी में).
func (e *engine) inPresence(i int, summits []*draft) *draft {
	there := e.parties(i, true)
	for j := i - 1; j >= 0 && j > i-20; j-- { // the list may end inside the genitives
		g := &e.d.Chunks[j]
		if g.Kind == doc.NP && (g.Of != doc.None || g.Coord != doc.None) {
			there = e.addParties(there, e.chunkParties(j, false)...)
		} else if g.Kind != doc.Mark && g.Kind != doc.Conj {
			break
		}
	}
	for _, s := range summits {
		org := e.organisation(s)
		for _, p := range there {
			if org != "" && e.code(p) == org {
				s.actors = e.addParties(s.actors, there...)
				return s
			}
		}
	}
	sentence := e.d.Clauses[e.d.Chunks[i].Clause].Sentence
	for n := len(summits) - 1; n >= 0; n-- {
		if s := summits[n]; s.status == record.Happened && e.organisation(s) != "" && s.sentence <= sentence && sentence-s.last <= nearby && e.known(there) {
			s.actors = e.addParties(s.actors, there...)
			return s
		}
	}
	return nil
}

// nameSummits gives the summits that the report does not name the organisation that it speaks of, when that is one with
// members and they are who is told to attend (the summit in a report on the SCO).
func (e *engine) nameSummits() {
	org, ok := e.reportedBody()
	if !ok {
		return
	}
	members := e.k.Item(doc.Organisation, e.d.Entities[org.entity].ID).Members
	for i := range e.drafts {
		dr := &e.drafts[i]
		if dr.spec.Type != "CONSULT" || !slices.Contains(dr.spec.Modes, "multilateral") || e.organisation(dr) != "" || len(dr.actors) > 1 || e.meetings(dr) {
			continue
		}
		if len(dr.actors) == 0 || slices.ContainsFunc(members, func(m knowledge.Member) bool { return m.Code == e.code(dr.actors[0]) }) {
			dr.actors = e.addParties(dr.actors, org)
		}
	}
}

// meetings says whether the words of a draft speak of meetings in the plural.
func (e *engine) meetings(dr *draft) bool {
	r := e.d.TokensOf(dr.evidence[0])
	for i := r.First; i < r.Last; i++ {
		if a := e.d.Tokens[i].A(); a.Class&knowledge.ClassForum != 0 && a.Feats.Number == doc.Plur {
			return true
		}
	}
	return false
}

// reportedBody is the organisation with members that the report names most often, at least three times and more often
// than all others together.
func (e *engine) reportedBody() (party, bool) {
	times, all := map[int]int{}, 0
	best := party{entity: doc.None}
	for m := range e.d.Mentions {
		mn := &e.d.Mentions[m]
		if mn.Type != doc.Organisation || mn.Entity == doc.None {
			continue
		}
		it := e.k.Item(doc.Organisation, e.d.Entities[mn.Entity].ID)
		if it == nil || len(it.Members) == 0 {
			continue
		}
		times[mn.Entity]++
		all++
		if best.entity == doc.None || times[mn.Entity] > times[best.entity] {
			best = party{mn.Entity, mn.Span}
		}
	}
	return best, all >= 3 && 2*times[best.entity] > all
}
