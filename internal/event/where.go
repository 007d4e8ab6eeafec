package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// where finds the place of an event: a place with the locative in its words or clause, in what hangs on its clause, or
// in the clauses above it; and what it must have been near, by its arguments.
func (e *engine) where(dr *draft, in *instance) {
	dr.around = e.around(in, dr)
	d := e.d
	if dr.place != doc.None && e.placeOfTopic(dr, in) {
		dr.place = doc.None
	}
	if dr.place != doc.None {
		if d.Mentions[dr.place].Type == doc.State {
			if m := e.placeWithin(in.clause, in, nil); m != doc.None && d.Mentions[m].Type == doc.Place && e.inState(m, dr.place) {
				dr.place = m
			}
		}
		return
	}
	if in.chunk != doc.None {
		dr.place = e.venue(in.chunk)
	} else {
		dr.place = e.placeWith(dr, in)
	}
	c := in.clause
	if e.levelled(in, dr) {
		if in.chunk == doc.None {
			dr.place = e.placeWithin(c, in, dr)
		}
		return
	}
	for depth := 0; c != doc.None && depth < 3 && dr.place == doc.None; depth++ {
		cl := &d.Clauses[c]
		dr.place = e.placeWithin(c, in, dr)
		if dr.place == doc.None {
			dr.place = e.goneTo(c)
		}
		if dr.place == doc.None && e.toAttend(c) {
			dr.place = e.goal(cl.Parent)
		}
		if dr.place == doc.None && !dr.frame.Attends {
			dr.place = e.pointedAt(c)
		}
		if cl.Predicate != doc.None && d.Chunks[cl.Predicate].Verb.Form == doc.Finite && (cl.Kind != doc.Coordinate || cl.Subject != doc.None) {
			return
		}
		if cl.Kind == doc.Adnominal && e.visit(dr.spec) {
			return // भारत पहुंचे मंत्री ने काहिरा में …: he who came did something else there
		}
		c = cl.Parent
	}
}

// placeWithin is the place told in clause c, or in the words of a bare noun; a place in the state told before it is the
// one (इराक में सामर्रा शहर के निकट). What draft dr, if given, speaks of may have a place of its own.
func (e *engine) placeWithin(c int, in *instance, dr *draft) int {
	d, cl := e.d, &e.d.Clauses[c]
	done := dr != nil && material(dr.spec)
	out := doc.None
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		ch := &d.Chunks[i]
		inside := in != nil && in.chunk != doc.None && in.span.Covers(d.SpanOf(ch.Tokens))
		if ch.Clause != c && !inside || e.titleOf(ch, cl) {
			continue
		}
		m := e.located(i, done)
		if m == doc.None || dr != nil && e.ofTopic(i, m, dr) || e.ofTime(i) {
			continue
		}
		if out == doc.None {
			out = m
		}
		if d.Mentions[out].Type != doc.State {
			return out
		}
		if d.Mentions[m].Type == doc.Place && e.inState(m, out) {
			return m
		}
	}
	return out
}

// ofTime says whether the place at chunk i is that of what the act came before or after, or was about, right behind it
// (बांग्लादेश में सरकार के गठन के बाद, यूक्रेन में युद्धविराम के मुद्दे पर), unless people meet there.
func (e *engine) ofTime(i int) bool {
	d := e.d
	if d.Chunks[i].Marker != e.k.Locative {
		return false
	}
	for j := i + 1; j < len(d.Chunks) && j <= i+4; j++ {
		c := &d.Chunks[j]
		switch {
		case c.Kind != doc.NP || c.Clause != d.Chunks[i].Clause:
			return false
		case c.Marker == e.k.Genitive || c.Of != doc.None || e.function(c.Marker) == "place": // अफगानिस्तान में ठिकानों पर हमले के बाद
		default:
			f := e.function(c.Marker)
			before := f == "time" && e.k.CuesOf(&d.Tokens[c.Tokens.Last-1])&knowledge.CueDuring == 0
			return (before || f == "other") && e.headClass(j)&knowledge.ClassEvent != 0 && !e.meeting(j)
		}
	}
	return false
}

// meeting says whether chunk i is a noun of meeting (बैठक, मुलाकात).
func (e *engine) meeting(i int) bool {
	c := &e.d.Chunks[i]
	frames, _ := e.k.MatchNominal(e.d, c.Head, c.Tokens.First)
	for _, n := range frames {
		if f := e.k.Frames[n]; f.Event != nil && f.Event.Type == "CONSULT" {
			return true
		}
	}
	return e.headClass(i)&knowledge.ClassForum != 0
}

// titleOf says whether a chunk of clause cl stands in quotation marks of its own: a name is no place (सम्मेलन ‘वॉयस ऑफ ग्लोबल
// साउथ’ में).
func (e *engine) titleOf(ch *doc.Chunk, cl *doc.Clause) bool {
	return e.d.Tokens[ch.Head].Quoted && cl.Predicate != doc.None && !e.d.Tokens[e.d.Chunks[cl.Predicate].Head].Quoted
}

// pointedAt is the place that an adverb of clause c means: here is the place of the dateline.
func (e *engine) pointedAt(c int) int {
	d, cl := e.d, &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if d.Chunks[i].Clause != c {
			continue
		}
		if g := &d.Chunks[i]; e.k.CuesOf(&d.Tokens[g.Head])&knowledge.CueThere != 0 && g.Kind == doc.Adv {
			return e.lastPlace(cl.Tokens.First, cl.Sentence)
		}
		for t := d.Chunks[i].Tokens.First; t < d.Chunks[i].Tokens.Last; t++ {
			if e.k.CuesOf(&d.Tokens[t])&knowledge.CueHere == 0 || d.Tokens[t].A().UPOS != doc.ADV || t+1 < len(d.Tokens) && d.Tokens[t+1].A().UPOS == doc.ADP {
				continue // यहां तक कि, यहां के लोग, उनके यहां
			}
			return e.dateline()
		}
	}
	return doc.None
}

// lastPlace is the place told last before token i of sentence s, in it or the two before: a town rather than a state.
func (e *engine) lastPlace(i, s int) int {
	state := doc.None
	for m := e.firstMention(i) - 1; m >= 0 && e.d.SentenceOf(e.d.Mentions[m].Tokens.First) >= s-2; m-- {
		switch e.d.Mentions[m].Type {
		case doc.Place:
			return m
		case doc.State:
			if state == doc.None {
				state = m
			}
		}
	}
	return state
}

// dateline is the mention of the place of the dateline, or of the one that stands alone where the report begins
// (इस्लामाबाद। …; नई दिल्ली: …).
func (e *engine) dateline() int {
	d, p := e.d, e.d.Dateline.Place
	for m := range d.Mentions {
		mn := &d.Mentions[m]
		if p != (doc.Span{}) && p.Covers(mn.Span) && e.isPlace(m) {
			return m
		}
		s := d.SentenceOf(mn.Tokens.First)
		if d.Sentences[s].Title {
			continue // यरुशलम: मतदान का क्या मतलब है
		}
		if s > 2 || mn.Start >= p.End && p != (doc.Span{}) {
			break
		}
		r := d.Sentences[s].Tokens
		if p == (doc.Span{}) && mn.Type == doc.Place && mn.Tokens.First == r.First && (mn.Tokens.Last == r.Last || e.opens(mn.Tokens.Last)) {
			return m
		}
	}
	return doc.None
}

// opens says whether the mark at token i parts a dateline from the report: a full stop, colon or spaced dash.
func (e *engine) opens(i int) bool {
	if i+1 >= len(e.d.Tokens) {
		return false
	}
	switch t := &e.d.Tokens[i]; t.Norm {
	case ":", "\u0964":
		return true
	case "-", "–", "—":
		return t.Space || e.d.Tokens[i+1].Space
	}
	return false
}

// inState says whether place m lies in the state that mention s names.
func (e *engine) inState(m, s int) bool {
	x, y := e.d.Mentions[m].Entity, e.d.Mentions[s].Entity
	return x != doc.None && y != doc.None && e.d.Entities[x].Code == e.d.Entities[y].Code
}

// placeOf is the mention of the place of an act: the one told of it, the one that it must have been near, or that of the
// meeting at which it took place.
func (e *engine) placeOf(dr *draft) int {
	switch {
	case dr.place != doc.None:
		return dr.place
	case dr.around != doc.None:
		return dr.around
	case dr.occasion != nil:
		return dr.occasion.place
	}
	return doc.None
}

// located is the mention of the place that chunk i tells with the locative: a place or state, a place or facility in one
// (पश्चिमी तट के एक शिविर में, बाम शहर में), or the place of the meeting, or for a material act of the operation, in which it
// was done.
func (e *engine) located(i int, done bool) int {
	ch := &e.d.Chunks[i]
	if ch.Kind != doc.NP {
		return doc.None
	}
	switch function := e.function(ch.Marker); {
	case ch.Marker == e.k.Locative && (e.headClass(i)&knowledge.ClassEvent == 0 || e.headClass(i)&(knowledge.ClassPlace|knowledge.ClassFacility) != 0):
		return e.placeAt(i)
	case ch.Marker == e.k.Locative, function == "time", function == "beside":
		if e.endsBefore(ch) || !done && e.headClass(i)&knowledge.ClassForum == 0 {
			return doc.None // कंधार में हुए विस्फोट में मौत से इनकार: not denied in Kandahar
		}
		return e.venue(i)
	case function == "near":
		return e.liesIn(i)
	}
	return doc.None
}

// placeAt is the place that chunk i is or lies in; the house of a government is one too (व्हाइट हाउस में).
func (e *engine) placeAt(i int) int {
	m := e.mention[i]
	if e.isPlace(m) {
		return m
	}
	if m != doc.None && e.d.Mentions[m].Type == doc.Body && e.d.Mentions[m].Row != doc.None && e.d.Chunks[i].Marker == e.k.Locative {
		if it := &e.k.Items[e.d.Mentions[m].Row]; it.Sub == "metonym" && it.Code != "" {
			return m
		}
	}
	return e.liesIn(i)
}

// liesIn is the place in which the thing that chunk i means lies: the place named in it, or that of its genitive.
func (e *engine) liesIn(i int) int {
	if m := e.mention[i]; m != doc.None && e.d.Mentions[m].Type == doc.Place {
		return m
	}
	class := e.headClass(i)
	if class&(knowledge.ClassPlace|knowledge.ClassFacility) == 0 {
		return doc.None
	}
	if m := e.named(i); m != doc.None && e.d.Mentions[m].Type == doc.Place {
		return m // बाम शहर में
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		g := &e.d.Chunks[j]
		if g.Of != i || g.Kind != doc.NP {
			continue
		}
		m := e.mention[j]
		if m != doc.None && e.d.Mentions[m].Type == doc.State && class&knowledge.ClassPlace != 0 && class&knowledge.ClassFacility == 0 {
			return m // ईरान के एक शहर में; an embassy of Iran lies elsewhere
		}
		return e.liesIn(j)
	}
	return doc.None
}

// venue is the place of the meeting or operation that chunk i names: in its name (अस्ताना सम्मेलन में), or told by the
// participle that describes it (ब्रसेल्स में हुई बैठक में).
func (e *engine) venue(i int) int {
	d := e.d
	if e.headClass(i)&knowledge.ClassEvent == 0 {
		return doc.None
	}
	if m := e.named(i); m != doc.None && d.Mentions[m].Type == doc.Place && e.headClass(i)&knowledge.ClassForum != 0 {
		return m
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		g := &d.Chunks[j]
		switch {
		case g.Of == i && g.Marker == 0 && g.Kind == doc.NP && e.mention[j] != doc.None && d.Mentions[e.mention[j]].Type == doc.Place && e.headClass(i)&knowledge.ClassForum != 0:
			return e.mention[j]
		case g.Kind == doc.VG && e.describes(g, i):
			if m := e.placeWithin(g.Clause, nil, nil); m != doc.None {
				return m
			}
			return e.pointedAt(g.Clause) // यहां आयोजित बैठक
		}
	}
	return doc.None
}

// material says whether acts of a type are deeds, not words.
func material(s *knowledge.EventSpec) bool {
	switch s.Type {
	case "ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "AID":
		return true
	}
	return false
}

// goneTo is the place to which somebody goes first, told by a converb before the verb of clause c (काबुल जाकर भेंट की, रूस में घुसकर
// हमला किया).
func (e *engine) goneTo(c int) int {
	d := e.d
	for x := c - 1; x >= 0 && d.Clauses[x].Sentence == d.Clauses[c].Sentence; x-- {
		cl := &d.Clauses[x]
		if cl.Parent != c || cl.Kind != doc.Adverbial {
			continue
		}
		for _, n := range cl.Frames {
			f := e.k.Frames[n]
			if s, ok := f.Role(e.k.Locative, false); f.Event == nil || !e.visit(f.Event) && !(ok && (s.Role == knowledge.Recipient || s.Role == knowledge.Destination)) {
				continue
			}
			for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
				if ch := &d.Chunks[i]; ch.Clause == x && (ch.Marker == 0 || ch.Marker == e.k.Locative) && ch.Of == doc.None && e.isPlace(e.mention[i]) {
					return e.mention[i]
				}
			}
		}
	}
	return doc.None
}

// goal is the town to which somebody travels in clause c: what he attends is there (सम्मेलन में भाग लेने समरकंद जाएंगे).
func (e *engine) goal(c int) int {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if ch := &e.d.Chunks[i]; ch.Clause == c && (ch.Marker == 0 || ch.Marker == e.k.Locative) && ch.Of == doc.None && e.mention[i] != doc.None && e.d.Mentions[e.mention[i]].Type == doc.Place {
			return e.mention[i]
		}
	}
	return doc.None
}

// around is the mention of where an act must have been by its arguments: the goal of a journey or of troops, the place
// or state that was hit, the one that was left.
func (e *engine) around(in *instance, dr *draft) int {
	for _, a := range in.args {
		s, ok := e.slot(dr.frame, a, in.chunk != doc.None)
		if !ok && dr.spec.Type == "ASSAULT" && e.function(a.key) == "place" {
			if m := e.liesIn(a.chunk); m != doc.None {
				return m // गांव पर हुए हमले में मारे गए
			}
		}
		if !ok || a.parties != nil || len(e.members(a.chunk)) > 1 {
			continue // मॉरिटानिया और सेनेगल की यात्रा is nowhere alone
		}
		m := doc.None
		function := e.function(a.key)
		switch {
		case s.Role == knowledge.Destination, dr.spec.Type == "RETREAT" && function == "source",
			s.Role == knowledge.Recipient && dr.spec.Type == "ASSAULT" && function == "place":
			m = e.placeAt(a.chunk)
		case s.Role == knowledge.Recipient && (dr.spec.Type == "COERCE" || dr.spec.Type == "MOBILIZE") && function == "place":
			m = e.liesIn(a.chunk) // the state under a ban is no place of it
		}
		if m != doc.None {
			return m
		}
	}
	return doc.None
}

func (e *engine) isPlace(m int) bool {
	return m != doc.None && (e.d.Mentions[m].Type == doc.Place || e.d.Mentions[m].Type == doc.State)
}

// headClass are the classes of the head noun of chunk i.
func (e *engine) headClass(i int) knowledge.Class {
	return e.d.Tokens[e.d.Chunks[i].Head].A().Class
}
