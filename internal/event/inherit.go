package event

import (
	"slices"
	"sort"
	"time"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// inherit gives acts that tell no date or place of their own those of what they belong to: the meeting at or after which
// they were done, the act that one of their sides did right before, the dateline.
func (e *engine) inherit(acts []*draft) {
	acts = slices.Clone(acts)
	sort.SliceStable(acts, func(i, j int) bool { return acts[i].clause < acts[j].clause })
	for _, dr := range acts {
		if e.placeOf(dr) == doc.None && e.inPerson(dr) {
			dr.place = e.datelineOf(acts, dr)
		}
	}
	for i, dr := range acts {
		if dr.status != record.Happened || e.visit(dr.spec) {
			continue
		}
		if m := e.meetingOf(acts[:i], dr); m != nil {
			dr.date, dr.place = orElse(dr.date, m.date), orElse(dr.place, e.placeOf(m))
		}
		if dr.date == doc.None && !dr.earlier {
			dr.date = e.runningDate(acts[:i], dr)
		}
	}
}

// meetingOf is the meeting that an act names as its place or time (इस बैठक में दोनों ने प्रतिबद्धता जताई; वार्ता के बाद साझा
// बयान पर हस्ताक्षर किए), or at which, told right before, all who do it together met.
func (e *engine) meetingOf(before []*draft, dr *draft) *draft {
	if dr.nominal {
		return nil
	}
	together := dr.spec.Type != "CONSULT" && len(dr.actors) > 1
	for i := len(before) - 1; i >= 0 && i >= len(before)-8; i-- {
		m := before[i]
		if m.spec.Type != "CONSULT" || m.status != record.Happened || e.visit(m.spec) {
			continue
		}
		if e.names(dr, m) {
			return m
		}
		if together && dr.sentence-m.last <= 1 && dr.sentence >= m.sentence && !slices.ContainsFunc(dr.actors, func(p party) bool { return !e.isIn(p, m.actors) }) {
			return m
		}
	}
	return nil
}

// names says whether the clause of an act has, with the marker of a place or time, the noun by which a meeting is told.
func (e *engine) names(dr, m *draft) bool {
	cl := &e.d.Clauses[dr.clause]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		c := &e.d.Chunks[i]
		if c.Clause != dr.clause || c.Kind != doc.NP || e.headClass(i)&knowledge.ClassEvent == 0 || c.Marker != e.k.Locative && e.function(c.Marker) != "time" {
			continue
		}
		head := e.d.Tokens[c.Head].Span
		if slices.ContainsFunc(m.evidence, func(s doc.Span) bool { return s.Covers(head) }) {
			return true
		}
		points := e.k.CuesOf(&e.d.Tokens[c.Tokens.First])&(knowledge.CueDeixis|knowledge.CueProximal) != 0
		if points && dr.sentence-m.last <= running && e.calls(m, c.Head) {
			return true // इस बैठक में
		}
	}
	return false
}

// running is the number of sentences over which a report goes on with the acts of one day.
const running = 2

// runningDate is the day of the act told right before by one of the same sides, when the sentence has no time of its own and
// its verb does not go back to an earlier past (किया था).
func (e *engine) runningDate(before []*draft, dr *draft) int {
	if !e.goesOn(dr) {
		return doc.None
	}
	for i := len(before) - 1; i >= 0 && i >= len(before)-6; i-- {
		o := before[i]
		if o.status != record.Happened || o.date == doc.None || o.nominal || dr.sentence-o.last > running || !e.newsDay(o.date) {
			continue
		}
		if e.past(o.clause) || e.reported(o.clause) {
			continue
		}
		if slices.ContainsFunc(dr.actors, func(p party) bool { return e.isIn(p, o.actors) || e.isIn(p, o.recipients) }) {
			return o.date
		}
	}
	return doc.None
}

// newsDay says whether a time expression is one of the last days before the report: background goes from day to day.
func (e *engine) newsDay(t int) bool {
	day, err := time.Parse(time.DateOnly, e.d.Timexes[t].Value)
	if err != nil || e.d.Published.Year == 0 {
		return false
	}
	ago := e.d.Published.Time().Sub(day)
	return ago >= 0 && ago <= 3*24*time.Hour
}

// goesOn says whether an act is told by the main verb of a sentence without a time, in the simple past.
func (e *engine) goesOn(dr *draft) bool {
	cl := &e.d.Clauses[dr.clause]
	if dr.nominal || cl.Predicate == doc.None || e.reported(dr.clause) || e.past(dr.clause) {
		return false
	}
	v := &e.d.Chunks[cl.Predicate].Verb
	if v.Tense == doc.Pres && e.goesBackInTime(cl) {
		return false // इससे पहले मुलाकात कर चुके हैं
	}
	if v.Form != doc.Finite && v.Form != doc.Conjunctive && v.Form != doc.Imperfective || v.Form == doc.Finite && !v.Perfective {
		return false
	}
	s := e.d.SpanOf(e.d.Sentences[dr.sentence].Tokens)
	t := sort.Search(len(e.d.Timexes), func(t int) bool { return e.d.Timexes[t].Start >= s.Start })
	for ; t < len(e.d.Timexes) && e.d.Timexes[t].Start < s.End; t++ {
		if e.d.Timexes[t].Anchor {
			return false
		}
	}
	return true
}

// goesBackInTime says whether an adverb of clause cl tells that its act came before what has just been told (इससे पहले).
func (e *engine) goesBackInTime(cl *doc.Clause) bool {
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if c := &e.d.Chunks[i]; c.Kind == doc.Adv && c.Tokens.Len() > 1 && e.endsBefore(c) {
			return true
		}
	}
	return false
}

// past says whether the finite verb of clause c, or of the one that it hangs on, is a pluperfect.
func (e *engine) past(c int) bool {
	for depth := 0; c != doc.None && depth < 4; depth++ {
		cl := &e.d.Clauses[c]
		if cl.Predicate == doc.None {
			return false
		}
		if v := &e.d.Chunks[cl.Predicate]; v.Verb.Form == doc.Finite {
			last := e.d.Tokens[v.Tokens.Last-1].A()
			return v.Tokens.Len() > 1 && last.UPOS == doc.AUX && last.Feats.Tense == doc.Past
		}
		c = cl.Parent
	}
	return false
}

// reported says whether clause c is part of what somebody says.
func (e *engine) reported(c int) bool {
	for depth := 0; c != doc.None && depth < 6; depth++ {
		cl := &e.d.Clauses[c]
		if cl.Kind == doc.Quotation || cl.Kind == doc.Complement && cl.Predicate != doc.None && e.d.Chunks[cl.Predicate].Verb.Form == doc.Finite {
			return true
		}
		c = cl.Parent
	}
	return false
}

// inPerson says whether an act is a meeting face to face that has taken place.
func (e *engine) inPerson(dr *draft) bool {
	return dr.spec.Type == "CONSULT" && dr.status == record.Happened && !e.sided(dr.spec) && !slices.Contains(dr.spec.Modes, "phone") && !e.past(dr.clause)
}

// datelineOf is the place of the dateline when a meeting must have been there: in the state of one of its sides, or where the
// report tells that somebody has come or many meet, or in a town that is the seat of no government.
func (e *engine) datelineOf(acts []*draft, dr *draft) int {
	m := e.dateline()
	if m == doc.None || e.d.Mentions[m].Entity == doc.None || e.abroadIn(dr, m) {
		return doc.None
	}
	here := party{e.d.Mentions[m].Entity, e.d.Mentions[m].Span}
	if slices.ContainsFunc(acts, func(o *draft) bool { return e.awayFrom(o, here, dr) || e.metAway(o, here, dr) }) {
		return doc.None
	}
	if row := e.d.Mentions[m].Row; row != doc.None && !e.k.Items[row].Capital || e.isIn(here, dr.actors) {
		return m
	}
	for _, o := range acts {
		if e.visit(o.spec) && o.status == record.Happened && e.isIn(here, o.recipients) && slices.ContainsFunc(o.actors, func(p party) bool { return e.isIn(p, dr.actors) }) {
			return m
		}
	}
	return doc.None
}

// awayFrom says whether visit o takes somebody from the state of the dateline to another side of a meeting: the report is
// written at home.
func (e *engine) awayFrom(o *draft, here party, dr *draft) bool {
	return e.visit(o.spec) && o.status == record.Happened && e.isIn(here, o.actors) && e.isIn(here, dr.actors) &&
		slices.ContainsFunc(o.recipients, func(p party) bool { return !e.isIn(p, []party{here}) && e.isIn(p, dr.actors) })
}

// metAway says whether one of those who meet has met somebody in another state than that of the dateline right before: he is
// there yet (दिल्ली: … ने बाली में … से मुलाकात की। उन्होंने … से भी मुलाकात की).
func (e *engine) metAway(o *draft, here party, dr *draft) bool {
	m := e.placeOf(o)
	if o.spec.Type != "CONSULT" || o.status != record.Happened || m == doc.None || o.sentence >= dr.last || dr.last-o.last > nearby {
		return false
	}
	there := e.d.Mentions[m].Entity
	return there != doc.None && e.d.Entities[there].Code != e.code(here) && slices.ContainsFunc(o.actors, func(p party) bool { return e.isIn(p, dr.actors) })
}

// abroadIn says whether the sentence of a meeting names a place in another state than the dateline does.
func (e *engine) abroadIn(dr *draft, dateline int) bool {
	r := e.d.Sentences[dr.sentence].Tokens
	for m := e.firstMention(r.First); m < len(e.d.Mentions) && e.d.Mentions[m].Tokens.First < r.Last; m++ {
		if x := &e.d.Mentions[m]; x.Type == doc.Place && x.Entity != doc.None && !e.inState(m, dateline) {
			return true
		}
	}
	return false
}
