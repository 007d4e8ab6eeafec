package event

import (
	"sort"
	"strings"
	"time"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// when finds the date of an event: the time expression of its words or clause, of the clauses above it, or the only
// one of the sentence, if that dates neither what is said elsewhere in it nor another act that describes a noun.
func (e *engine) when(dr *draft, in *instance) {
	if in.chunk != doc.None {
		if t, n := e.timexes(in.span); n > 0 {
			dr.date = t
			return
		}
		if t := e.timeBefore(in.chunk); t != doc.None {
			dr.date = t
			return
		}
		if e.function(e.d.Chunks[in.chunk].Marker) == "other" {
			return // वार्ता के बारे में विचार के लिए सोमवार को रूस जाएंगे: the talks have another day
		}
		if e.d.Chunks[in.chunk].Marker == 0 && e.apartInTime(in.chunk) {
			return // शिखर वार्ता 2024 से पहले शुक्रवार को कहा
		}
		if dr.earlier = e.rejected(in) || e.levelled(in, dr); dr.earlier {
			return
		}
	} else if t := e.toldWith(dr, in); t != doc.None {
		dr.date = t
		return
	}
	c := in.clause
	for depth := 0; c != doc.None && depth < 3; depth++ {
		if t := e.timexIn(c, in); t != doc.None {
			dr.date = t
			return
		}
		cl := &e.d.Clauses[c]
		if depth == 0 && (e.foregone(c, dr) || e.levelled(in, dr) || e.toAttend(c) && e.arrived(cl.Parent)) {
			return
		}
		finite := cl.Predicate != doc.None && e.d.Chunks[cl.Predicate].Verb.Form == doc.Finite
		if finite && cl.Kind != doc.Adverbial && (cl.Kind != doc.Coordinate || cl.Subject != doc.None) {
			break
		}
		c = cl.Parent
	}
	if t, n := e.timexes(e.d.SpanOf(e.d.Sentences[dr.sentence].Tokens)); n == 1 && e.dates(t, dr, in) {
		dr.date = t
	}
}

// rejected says whether a bare act is what its clause rejects (कनाडा के आरोपों को मंगलवार को खारिज कर दिया): that was before.
func (e *engine) rejected(in *instance) bool {
	if m := e.d.Chunks[in.chunk].Marker; m != 0 && m != e.k.Dative && m != e.k.Genitive {
		return false
	}
	for c, depth := in.clause, 0; c != doc.None && depth < 2; c, depth = e.d.Clauses[c].Parent, depth+1 { // बेतुका बताकर खारिज किया
		for _, n := range e.d.Clauses[c].Frames {
			if f := e.k.Frames[n]; f.Event != nil && f.Event.Type == "REJECT" {
				return true
			}
		}
	}
	return false
}

// levelled says whether a charge is told by a participle that describes its noun (भारत की ओर से लगाए गए आरोपों पर … ने विरोध
// जताया): what its clause tells came after it, at a place of its own.
func (e *engine) levelled(in *instance, dr *draft) bool {
	if dr.spec.Type != "ACCUSE" {
		return false
	}
	if in.chunk == doc.None {
		cl := &e.d.Clauses[in.clause]
		return cl.Kind == doc.Adnominal && cl.Host.Len() > 0 && e.d.Chunks[cl.Predicate].Verb.Perfective
	}
	g := &e.d.Chunks[max(0, in.chunk-1)]
	return g.Kind == doc.VG && g.Verb.Perfective && e.describes(g, in.chunk)
}

// foregone says whether clause c tells as an infinitive what happened before the act whose noun it belongs to (राजधानी
// मानने के फैसले को … ने गुरुवार को ठुकरा दिया): that act has another day.
func (e *engine) foregone(c int, dr *draft) bool {
	p := e.d.Clauses[c].Predicate
	if p == doc.None || dr.status != record.Happened {
		return false
	}
	v := &e.d.Chunks[p]
	return v.Verb.Form == doc.Infinitive && v.Marker == e.k.Genitive
}

// arrived says whether clause c tells a journey that is over: what it was for is another day (सम्मेलन में भाग लेने के लिए बुधवार को अस्ताना पहुंचे).
func (e *engine) arrived(c int) bool {
	p := e.d.Clauses[c].Predicate
	return p != doc.None && e.d.Chunks[p].Verb.Perfective
}

// timeBefore is the time expression of the participle that describes the phrase of chunk i (दिसंबर में होने वाली उनकी भारत
// यात्रा).
func (e *engine) timeBefore(i int) int {
	if g := e.describer(i); g != doc.None {
		return e.timexIn(e.d.Chunks[g].Clause, nil)
	}
	return doc.None
}

// describer is the participle that describes the phrase of chunk i, None without one.
func (e *engine) describer(i int) int {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		switch g := &e.d.Chunks[j]; {
		case g.Kind == doc.VG && e.describes(g, i):
			return j
		case g.Kind != doc.NP || g.Of == doc.None:
			return doc.None
		}
	}
	return doc.None
}

// toldWith is the time told by a participle in front of what an act is done with: when the paper that somebody signs came about (शनिवार को
// हुए समझौते पर … ने हस्ताक्षर किए), when the meeting is in which somebody takes part (22 से 23 अक्टूबर तक होने वाले सम्मेलन में भाग लेंगे), when
// the attack was that did harm (सोमवार को हुए हमले में सैनिक मारे गए).
func (e *engine) toldWith(dr *draft, in *instance) int {
	if h := e.d.Clauses[in.clause].Host; dr.spec.Type == "CONSULT" && h.Len() > 0 {
		if i := e.chunkAt(&e.d.Clauses[in.clause], h.First); i != doc.None && e.headClass(i)&knowledge.ClassForum != 0 {
			return e.timeBefore(i)
		}
	}
	for _, a := range in.args {
		if !e.doneWith(dr, a) {
			continue
		}
		if t := e.timeBefore(a.chunk); t != doc.None {
			return t
		}
	}
	return doc.None
}

// placeWith is the place told by a participle in front of what an act is done with (कतर में हुए समझौते पर हस्ताक्षर किए).
func (e *engine) placeWith(dr *draft, in *instance) int {
	for _, a := range in.args {
		if !e.doneWith(dr, a) {
			continue
		}
		if g := e.describer(a.chunk); g != doc.None {
			return e.placeWithin(e.d.Chunks[g].Clause, nil, nil)
		}
	}
	return doc.None
}

// doneWith says whether an argument is what an act is done with or at, so that both have one day: a paper that is signed, a meeting, an attack
// that did harm.
func (e *engine) doneWith(dr *draft, a arg) bool {
	switch typ := dr.spec.Type; {
	case typ == "SUPPORT" || typ == "AGREE":
		return e.class(a.chunk)&knowledge.ClassDocument != 0 && !e.anything(a.chunk)
	case typ == "ASSAULT" || typ == "CONSULT" && !e.sided(dr.spec):
		return a.key == e.k.Locative && e.headClass(a.chunk)&(knowledge.ClassForum|knowledge.ClassEvent) != 0
	}
	return false
}

// dates says whether time expression t, elsewhere in the sentence, can date the act of an instance: its clause and that of
// the act are parts of one statement. Words are dated by the speech that they stand in when the speaker does them himself.
func (e *engine) dates(t int, dr *draft, in *instance) bool {
	n := e.chunkOf(e.d.Timexes[t].Tokens.First, dr.sentence)
	if n == doc.None {
		return true
	}
	if e.ofPaper(n) || e.bounds(n) || e.datesInner(n, t) {
		return false
	}
	at := e.d.Chunks[n].Clause
	if at == doc.None || e.d.Clauses[at].Predicate == doc.None {
		return true
	}
	if at != in.clause && e.apartInTime(e.d.Clauses[at].Predicate) {
		return false // 2017 में संबंध टूटने के बाद
	}
	q := e.k.Types[dr.spec.Type].Quad
	deed := q == 2 || q == materialConflict
	from, to := e.sphere(in.clause, in.chunk == doc.None), e.sphere(at, true)
	if !deed && in.chunk == doc.None && in.clause == from && e.d.Clauses[from].Kind == doc.Relative && e.d.Clauses[from].Parent != doc.None {
		from = e.sphere(e.d.Clauses[from].Parent, true) // बैठक हुई, जिसमें … पर सहमति जताई
	}
	if from == to {
		// what a later conjunct dates is not yet what the first tells
		return at <= in.clause || e.d.Clauses[at].Kind != doc.Coordinate || e.d.Chunks[e.d.Clauses[at].Predicate].Verb.Form != doc.Finite
	}
	if deed || dr.spec.Type == "CONSULT" || dr.status == record.Planned || dr.status == record.Possible || len(dr.speaker) == 0 || !e.isIn(dr.speaker[0], dr.actors) {
		return false
	}
	up := e.d.Clauses[from].Parent
	return up != doc.None && e.sphere(up, true) == to
}

// impossible says whether an act that has happened lies ahead of the day of the report by the date that was found for it (2026 में
// होने वाले सम्मेलन में आने का न्योता दिया).
func (e *engine) impossible(dr *draft) bool {
	day := e.d.Published.ISO()
	if dr.date == doc.None || day == "" || dr.status != record.Happened {
		return false
	}
	v := e.d.Timexes[dr.date].Value
	return v > day && !strings.HasPrefix(v, day)
}

// sphere is the topmost clause of the statement that clause c is part of; with acl, a participle that describes a nominal
// is one of its own.
func (e *engine) sphere(c int, acl bool) int {
	for depth := 0; depth < 8; depth++ {
		cl := &e.d.Clauses[c]
		finite := cl.Predicate != doc.None && e.d.Chunks[cl.Predicate].Verb.Form == doc.Finite
		switch {
		case cl.Parent == doc.None, finite && (cl.Kind == doc.Complement || cl.Kind == doc.Quotation || cl.Kind == doc.Relative && !e.cueInClause(c, knowledge.CueSubord)), acl && cl.Kind == doc.Adnominal:
			return c
		}
		c = cl.Parent
	}
	return c
}

// chunkOf is the chunk that holds a token of sentence s.
func (e *engine) chunkOf(token, s int) int {
	n := sort.Search(len(e.d.Chunks), func(i int) bool { return e.d.Chunks[i].Tokens.Last > token })
	if n == len(e.d.Chunks) || e.d.Chunks[n].Tokens.First >= e.d.Sentences[s].Tokens.Last {
		return doc.None
	}
	return n
}

// timexes are the resolved anchoring time expressions inside a span: the first one and their number.
func (e *engine) timexes(s doc.Span) (first, n int) {
	d := e.d
	first = doc.None
	from := sort.Search(len(d.Timexes), func(t int) bool { return d.Timexes[t].Start >= s.Start })
	for t := from; t < len(d.Timexes) && d.Timexes[t].End <= s.End; t++ {
		if d.Timexes[t].Anchor && d.Timexes[t].Value != "" {
			if first == doc.None {
				first = t
			}
			n++
		}
	}
	return first, n
}

// ofPaper says whether time chunk i dates the paper that it modifies (1960 की संधि), not what is done with it.
func (e *engine) ofPaper(i int) bool {
	of := e.d.Chunks[i].Of
	return of != doc.None && e.d.Chunks[i].Marker == e.k.Genitive && e.headClass(of)&knowledge.ClassDocument != 0
}

// bounds says whether time chunk i tells only after or before which day something is done (तीन नवंबर के बाद), or since which year.
func (e *engine) bounds(i int) bool {
	return e.d.Chunks[i].Kind == doc.TimeX && (e.apartInTime(i) || e.yearSince(i))
}

// yearSince says whether time chunk i tells only since which year something goes on (पिछले साल से लगातार मिसाइलें दागी हैं).
func (e *engine) yearSince(i int) bool {
	if e.function(e.d.Chunks[i].Marker) != "source" {
		return false
	}
	t, n := e.timexes(e.d.SpanOf(e.d.Chunks[i].Tokens))
	return n == 1 && len(e.d.Timexes[t].Value) == len("2006")
}

// datesInner says whether time chunk i, which begins its clause, dates what the words right behind it tell, and not the clause:
// what was done long before (2017 में संबंध टूटने के बाद यह पहली यात्रा है; a day dates both), or what lies ahead of an act that
// has been done (जनवरी में बीजिंग आने का न्योता दिया).
func (e *engine) datesInner(i, t int) bool {
	if i+1 >= len(e.d.Chunks) {
		return false
	}
	c := e.d.Chunks[e.pastObject(i+1)].Clause
	if c == doc.None || c == e.d.Chunks[i].Clause || e.d.Clauses[c].Predicate == doc.None {
		return false
	}
	p := e.d.Clauses[c].Predicate
	if e.d.Chunks[p].Verb.Form == doc.Infinitive && e.d.Chunks[p].Marker == e.k.Genitive {
		return e.ahead(t) && e.done(e.d.Chunks[i].Clause)
	}
	return len(e.d.Timexes[t].Value) < len(time.DateOnly) && e.apartInTime(p)
}

// pastObject is chunk i, or the one behind it where i is a bare noun before the host of an infinitive (सितंबर में | पदभार | ग्रहण करने के बाद).
func (e *engine) pastObject(i int) int {
	c := &e.d.Chunks[i]
	if n := i + 1; n < len(e.d.Chunks) && c.Kind == doc.NP && c.Marker == 0 && c.Of == doc.None && e.mention[i] == doc.None && e.d.Chunks[n].Clause != c.Clause {
		return n
	}
	return i
}

// ahead says whether a time lies behind the day of the report.
func (e *engine) ahead(t int) bool {
	today := e.d.Published.ISO()
	return today != "" && e.d.Timexes[t].Value > today
}

// done says whether the verb of a clause tells a completed act.
func (e *engine) done(c int) bool {
	return c != doc.None && e.d.Clauses[c].Predicate != doc.None && e.d.Chunks[e.d.Clauses[c].Predicate].Verb.Perfective
}

// apartInTime says whether the marker of chunk i tells that something is done before or after what it stands behind.
func (e *engine) apartInTime(i int) bool {
	c := &e.d.Chunks[i]
	if n := i + 1; c.Marker == 0 && e.headClass(i)&knowledge.ClassForum != 0 && n < len(e.d.Chunks) && e.d.Chunks[n].Kind == doc.TimeX && e.endsBefore(&e.d.Chunks[n]) {
		return true // शिखर वार्ता 2024 से पहले
	}
	if e.function(c.Marker) != "time" {
		return false
	}
	return e.endsBefore(c) || e.k.CuesOf(&e.d.Tokens[c.Tokens.Last-1])&knowledge.CueDuring == 0
}

// endsBefore says whether the marker of a chunk tells that what it stands behind had not begun yet (बैठक से पहले).
func (e *engine) endsBefore(c *doc.Chunk) bool {
	return e.k.CuesOf(&e.d.Tokens[c.Tokens.Last-1])&knowledge.CueBefore != 0
}

// timexIn is the resolved anchoring time expression of clause c, the most exact one (करीब आठ माह पहले 12 जून 2018 को).
func (e *engine) timexIn(c int, in *instance) int {
	d, cl := e.d, &e.d.Clauses[c]
	best := doc.None
	from := sort.Search(len(d.Timexes), func(t int) bool { return d.Timexes[t].Tokens.First >= cl.Tokens.First })
	for t := from; t < len(d.Timexes) && d.Timexes[t].Tokens.First < cl.Tokens.Last; t++ {
		x := &d.Timexes[t]
		if !x.Anchor || x.Value == "" || best != doc.None && len(x.Value) <= len(d.Timexes[best].Value) {
			continue
		}
		if ch := e.chunkAt(cl, x.Tokens.First); ch != doc.None && d.Chunks[ch].Clause == c && !e.ofPaper(ch) && !e.bounds(ch) && !e.datesInner(ch, t) {
			best = t
		}
	}
	if before := from - 1; best == doc.None && before >= 0 && d.Timexes[before].Value != "" && cl.Chunks.First > 0 {
		if i := cl.Chunks.First - 1; d.Chunks[i].Tokens.First == d.Timexes[before].Tokens.First && e.datesInner(i, before) {
			return before
		}
	}
	return best
}
