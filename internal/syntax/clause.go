package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// clauses cuts the chunks r of sentence s into clauses.
func clauses(d *doc.Document, k *knowledge.Base, s int, r doc.Range) {
	b := clauser{d: d, k: k, sentence: s, r: r, first: len(d.Clauses), lastFinite: doc.None, within: doc.None}
	if d.Sentences[s].Dateline {
		return
	}
	start := r.First
	for i := r.First; i < r.Last; i++ {
		c := &d.Chunks[i]
		if c.Kind == doc.VG && c.Verb.Form == doc.Finite {
			last := b.tail(start, i)
			if p := b.inserted(start, last); p != doc.None {
				b.insert(p, last, i)
				i = last
				continue
			}
			start = b.heading(start, i)
			b.segment(start, last, i)
			start, i = last+1, last
		}
	}
	b.rest(start)
	b.settle()
	b.subjects()
	b.moods()
	b.neither()
}

// inserted is where a relative clause between commas begins that parts the nominals from chunk start on from their verb
// (मंत्री ने, जो दिल्ली में हैं, कहा); last is its last chunk. None where nothing stands before it or no verb follows.
func (b *clauser) inserted(start, last int) int {
	d := b.d
	if b.within != doc.None || last+2 >= b.r.Last || !b.comma(last+1) {
		return doc.None
	}
	words := false
	for i := start; i < last; i++ {
		switch c := &d.Chunks[i]; {
		case c.Kind == doc.VG && c.Verb.Form == doc.Conjunctive, c.Kind == doc.Conj && words:
			return doc.None
		case c.Kind == doc.NP && i > start && b.comma(i-1) && words && b.isRelative(c):
			if b.resumes(start, i, last+2) {
				return i - 1
			}
			return doc.None
		case c.Kind == doc.NP:
			words = words || c.Marker != 0 && c.Of == doc.None || c.Marker == 0 && c.Coord == doc.None && b.acts(c)
		}
	}
	return doc.None
}

// heading makes a clause of its own of what a title says in nouns alone, from chunk start on, before a comma and the agent of the verb v
// (महासभा में आज मतदान, ट्रंप ने दी धमकी); it returns where the clause of v begins.
func (b *clauser) heading(start, v int) int {
	d := b.d
	if !d.Sentences[b.sentence].Title {
		return start
	}
	for i := start; i+2 < v; i++ {
		switch c, next := &d.Chunks[i], &d.Chunks[i+1]; {
		case c.Kind == doc.VG, c.Kind == doc.Conj:
			return start
		case c.Kind == doc.NP && c.Marker == 0 && c.Coord == doc.None && d.Tokens[c.Head].A().UPOS == doc.NOUN && !b.somebody(c) && b.comma(i+1) && d.Chunks[i+2].Kind == doc.NP && d.Chunks[i+2].Marker == b.k.Ergative:
			h := b.add(start, i+1, doc.None)
			b.classify(h, start)
			for ; start <= i; start++ {
				d.Chunks[start].Clause = h
			}
			return i + 1
		case next.Kind == doc.NP && next.Marker == b.k.Ergative:
			return start
		}
	}
	return start
}

func (b *clauser) comma(i int) bool {
	return b.d.Chunks[i].Kind == doc.Mark && b.d.Tokens[b.d.Chunks[i].Head].Norm == ","
}

// resumes says whether what follows at chunk i can go on the clause of the nominals from start to p: a finite verb without a
// conjunction before it, and no second agent.
func (b *clauser) resumes(start, p, i int) bool {
	agent := false
	for j := start; j < p; j++ {
		agent = agent || b.d.Chunks[j].Kind == doc.NP && b.d.Chunks[j].Marker == b.k.Ergative
	}
	for ; i < b.r.Last; i++ {
		switch c := &b.d.Chunks[i]; c.Kind {
		case doc.VG:
			if c.Verb.Form == doc.Finite {
				return true
			}
		case doc.Conj:
			return false
		case doc.NP:
			if agent && c.Marker == b.k.Ergative || b.isRelative(c) {
				return false
			}
		}
	}
	return false
}

// insert makes the clause of the chunks from p to last, of which v is the finite verb, inside the one in work.
func (b *clauser) insert(p, last, v int) {
	outer := b.lastFinite
	b.segment(p, last, v)
	b.within, b.relative = b.lastFinite, doc.Range{First: p, Last: last + 1}
	b.lastFinite = outer
}

// embrace hangs the relative clause inside clause c on it.
func (b *clauser) embrace(c int) {
	if b.within == doc.None || b.within == c {
		return
	}
	b.d.Clauses[b.within].Parent, b.d.Clauses[b.within].Kind = c, doc.Relative
	b.within, b.relative = doc.None, doc.Range{}
}

// clauser builds the clauses of one sentence.
type clauser struct {
	d          *doc.Document
	k          *knowledge.Base
	sentence   int
	r          doc.Range
	first      int       // the sentence's first clause
	lastFinite int       // clause of the last finite verb
	finite     int       // chunk of the finite verb of the segment in work
	relative   doc.Range // chunks of the relative clause inside the segment in work
	within     int       // that clause
}

// segment makes the clauses of the chunks from start to end, of which v is the finite verb.
func (b *clauser) segment(start, end, v int) {
	d := b.d
	b.finite = v
	var inner []int
	for i := start; i <= end; i++ {
		if d.Chunks[i].Kind == doc.VG && i != v && !b.relative.Has(i) {
			inner = append(inner, b.nonfinite(start, i))
		}
	}
	c := b.add(start, end+1, v)
	b.classify(c, start)
	b.lastFinite = c
	b.embrace(c)
	b.predicate(c, start, v)
	b.inverted(c, end)
	for i := start; i <= end; i++ {
		if d.Chunks[i].Clause == doc.None {
			d.Chunks[i].Clause = c
		}
	}
	b.reclaim(c, inner)
	b.expected(c, inner)
	for n, x := range inner {
		d.Clauses[x].Parent = c
		if n+1 < len(inner) && b.governs(x, inner[n+1]) {
			d.Clauses[x].Parent = inner[n+1]
		}
	}
}

// governs says whether the later of two non-finite clauses takes the earlier as its argument: only what touches or is inside it.
func (b *clauser) governs(x, y int) bool {
	if b.d.Clauses[y].Chunks.First < b.d.Clauses[x].Chunks.First {
		return true
	}
	px, fy := b.d.Clauses[x].Predicate, b.d.Clauses[y].Chunks.First
	return px+1 >= fy && b.d.Clauses[x].Kind != doc.Adverbial || px+1 == b.d.Clauses[y].Predicate
}

func (b *clauser) add(first, last, v int) int {
	d := b.d
	d.Clauses = append(d.Clauses, doc.Clause{Chunks: doc.Range{First: first, Last: last}, Predicate: v, Parent: doc.None, Head: doc.None, Subject: doc.None, Sentence: b.sentence,
		Tokens: doc.Range{First: d.Chunks[first].Tokens.First, Last: d.Chunks[last-1].Tokens.Last}})
	return len(d.Clauses) - 1
}

// rest handles what follows the last finite verb: nominals that belong to it, or a fragment.
func (b *clauser) rest(start int) {
	d := b.d
	if start >= b.r.Last {
		return
	}
	verb := false
	words := false
	joined := b.lastFinite != doc.None
	for i := start; i < b.r.Last; i++ {
		switch d.Chunks[i].Kind {
		case doc.VG:
			verb = true
		case doc.NP, doc.TimeX:
			words = true
		case doc.Conj:
			joined = joined && words
		case doc.Mark:
			joined = joined && (words || quote(d, &d.Chunks[i]))
		}
	}
	switch {
	case joined && !verb || b.lastFinite != doc.None && !words && !verb:
		for i := start; i < b.r.Last; i++ {
			d.Chunks[i].Clause = b.lastFinite
		}
		d.Clauses[b.lastFinite].Chunks.Last = b.r.Last
		d.Clauses[b.lastFinite].Tokens.Last = d.Chunks[b.r.Last-1].Tokens.Last
	case verb:
		b.fragmentWithVerb(start)
	default:
		b.segmentless(start)
	}
}

// fragmentWithVerb treats the last non-finite verb of a fragment as its predicate: headlines end in participles.
func (b *clauser) fragmentWithVerb(start int) {
	for i := b.r.Last - 1; i >= start; i-- {
		if b.d.Chunks[i].Kind == doc.VG {
			b.segment(start, i, i)
			for j := i + 1; j < b.r.Last; j++ {
				b.d.Chunks[j].Clause = b.lastFinite
			}
			b.d.Clauses[b.lastFinite].Chunks.Last = b.r.Last
			b.d.Clauses[b.lastFinite].Tokens.Last = b.d.Chunks[b.r.Last-1].Tokens.Last
			return
		}
	}
}

// segmentless makes a clause without a verb.
func (b *clauser) segmentless(start int) {
	c := b.add(start, b.r.Last, doc.None)
	b.classify(c, start)
	for i := start; i < b.r.Last; i++ {
		b.d.Chunks[i].Clause = c
	}
}

// classify says how clause c, which begins at chunk start, hangs on the one before it.
func (b *clauser) classify(c, start int) {
	cl := &b.d.Clauses[c]
	cl.Parent = b.lastFinite
	if b.lastFinite != doc.None {
		cl.Kind = doc.Coordinate
	}
	for i := start; i < cl.Chunks.Last; i++ {
		ch := &b.d.Chunks[i]
		if b.relative.Has(i) {
			continue
		}
		if ch.Kind == doc.VG {
			break
		}
		cues := b.k.CuesOf(&b.d.Tokens[ch.Tokens.First])
		switch {
		case cues&knowledge.CueThat != 0 && ch.Kind == doc.Conj && b.ratherThan(i):
			return
		case cues&knowledge.CueThat != 0 && ch.Kind == doc.Conj:
			cl.Kind = doc.Complement
			return
		case cues&knowledge.CueRelative != 0 && i > start && b.d.Chunks[i-1].Coord > i: // जापान जैसे देशों ने
			continue
		case cues&knowledge.CueRelative != 0 && (ch.Kind == doc.NP || ch.Kind == doc.Conj):
			cl.Kind = doc.Relative
			cl.Head = b.antecedent(i)
			return
		case ch.Kind == doc.Conj && cues&knowledge.CueSubord != 0 && b.contrasts(i):
			ch.Kind = doc.Adv
			return
		case ch.Kind == doc.Conj && cues&knowledge.CueSubord != 0:
			if cues&knowledge.CueIf == 0 || !b.quoted(cl, start) {
				cl.Kind = doc.Adverbial
			}
			return
		case ch.Kind == doc.NP && i > start+2:
			b.reported(cl, start)
			return
		}
	}
	b.reported(cl, start)
}

// contrasts says whether the conjunction at chunk i only sets one clause beside another (एक तरफ ईरान का कहना है कि …, तो वहीं अमेरिका का
// कहना है कि …): a word for "meanwhile" stands behind it.
func (b *clauser) contrasts(i int) bool {
	if b.k.CuesOf(&b.d.Tokens[b.d.Chunks[i].Head])&knowledge.CueFocus == 0 || i+1 >= b.r.Last || b.d.Chunks[i+1].Kind != doc.Adv {
		return false
	}
	first := b.d.Chunks[i+1].Tokens.First
	cues, _ := b.k.CueAt(func(j int) int32 { return b.d.Tokens[first+j].Word }, b.d.Chunks[b.r.Last-1].Tokens.Last-first)
	return (cues|b.k.CuesOf(&b.d.Tokens[first]))&knowledge.CueDiscourse != 0
}

// ratherThan says whether a negation before the conjunction at chunk i makes it "rather than" (न कि): what follows is no
// complement.
func (b *clauser) ratherThan(i int) bool {
	t := b.d.Chunks[i].Tokens.First
	return t > 0 && b.k.CuesOf(&b.d.Tokens[t-1])&knowledge.CueNegation != 0 && b.d.Tokens[t-1].A().UPOS == doc.PART
}

// reported makes a clause that a mark alone parts from a verb of quoting before it, or nothing, the complement of that verb
// (बोले मोदी, भारत शांति चाहता है; कहा- वह जाएंगे; उन्होंने कहा हम जाएंगे).
func (b *clauser) reported(cl *doc.Clause, start int) {
	if start+1 < b.r.Last && b.d.Chunks[start].Kind == doc.Mark && b.d.Chunks[start+1].Kind == doc.Conj {
		return
	}
	b.quoted(cl, start)
}

// quoted does so also for what a conjunction opens (कहा, अगर … तो …), and reports whether it has.
func (b *clauser) quoted(cl *doc.Clause, start int) bool {
	if b.lastFinite == doc.None || cl.Kind != doc.Coordinate {
		return false
	}
	d := b.d
	m, say := &d.Chunks[start], &d.Clauses[b.lastFinite]
	bare := m.Kind != doc.Mark && m.Kind != doc.Conj && start == say.Predicate+1
	if !bare && (m.Kind != doc.Mark || !clauseMark(&d.Tokens[m.Head])) || say.Kind == doc.Complement || say.Kind == doc.Quotation {
		return false
	}
	for _, n := range say.Frames {
		if f := b.k.Frames[n]; f.Say && f.Event == nil && !d.Chunks[say.Predicate].Verb.Negated {
			cl.Kind = doc.Complement
			return true
		}
	}
	return false
}

// antecedent is the nominal before a relative pronoun: the one that a demonstrative points forward with (वह चेतावनी ठुकरा दी,
// जिसमें …), else the nearest.
func (b *clauser) antecedent(i int) int {
	for j := i - 1; j >= b.r.First && j >= i-maxForward; j-- {
		c := &b.d.Chunks[j]
		if c.Kind == doc.Conj && b.k.CuesOf(&b.d.Tokens[c.Head])&knowledge.CueThat != 0 {
			break
		}
		cues := b.k.CuesOf(&b.d.Tokens[c.Tokens.First])
		if c.Kind == doc.NP && c.Head > c.Tokens.First && cues&(knowledge.CueThird|knowledge.CueDeixis) != 0 && cues&knowledge.CueProximal == 0 && !b.near(c) {
			return j
		}
	}
	if j := b.eventBefore(i); j != doc.None {
		return j
	}
	acts := b.d.Chunks[i].Marker == b.k.Ergative // ईरान से बात की, जिसने … means somebody
	for j := i - 1; j >= b.r.First && j >= i-6; j-- {
		if c := &b.d.Chunks[j]; c.Kind == doc.NP && (!acts || b.somebody(c)) {
			return j
		}
	}
	return doc.None
}

// eventBefore is the meeting or act right before the relative pronoun at chunk i in a locative or genitive when the nearest
// nominal is but its place or time (बैठक दिल्ली में हुई, जिसमें …).
func (b *clauser) eventBefore(i int) int {
	m := b.d.Chunks[i].Marker
	if m != b.k.Locative && m != b.k.Genitive {
		return doc.None
	}
	for j := i - 1; j >= b.r.First && j >= i-maxForward; j-- {
		c := &b.d.Chunks[j]
		switch {
		case c.Kind == doc.Conj:
			return doc.None
		case c.Kind == doc.NP && c.Marker == 0 && b.d.Tokens[c.Head].A().Class&knowledge.ClassEvent != 0:
			return j
		case c.Kind == doc.NP && c.Marker != b.k.Locative && (c.Marker != 0 || b.d.Tokens[c.Head].A().UPOS != doc.ADJ):
			return doc.None
		}
	}
	return doc.None
}

// maxForward is the number of chunks that may stand between a nominal and the relative clause that its demonstrative announces.
const maxForward = 10

// near says whether the demonstrative of a chunk points at what is near (इस मांग), and so back.
func (b *clauser) near(c *doc.Chunk) bool {
	for _, a := range b.d.Tokens[c.Tokens.First].Analyses {
		if a.LemmaID >= 0 && b.k.Entry(a.LemmaID).Cues&knowledge.CueProximal != 0 {
			return true
		}
	}
	return false
}

// predicate finds the frames of a clause and its host noun.
func (b *clauser) predicate(c, start, v int) {
	d := b.d
	var heads [12]int
	apart := heads[:0]
	vg := &d.Chunks[v]
	copula, placed := d.Tokens[vg.Verb.Main].A().UPOS == doc.AUX, false
	for i := v - 1; i >= start && len(apart) < cap(apart); i-- {
		ch := &d.Chunks[i]
		if ch.Kind != doc.NP || ch.Clause != doc.None || ch.Coord != doc.None && ch.Marker != b.listMarker(i) {
			continue
		}
		if copula && placed && ch.Marker == 0 && d.Tokens[ch.Head].A().Class&(knowledge.ClassOfficial|knowledge.ClassFacility) == knowledge.ClassOfficial {
			continue // केन्या के राष्ट्रपति मस्कट में थे: he was there, not president
		}
		placed = placed || ch.Marker == b.k.Locative
		apart = append(apart, ch.Tokens.Last-1)
	}
	cl := &d.Clauses[c]
	cl.Frames, cl.Host = b.k.Match(d, vg.Verb.Lemma, vg.Verb.Main, d.Chunks[start].Tokens.First, apart)
	if f, host, part := b.k.MatchParted(d, vg.Verb.Lemma, vg.Verb.Main, d.Chunks[start].Tokens.First, apart); host.Len()+part.Len() > cl.Host.Len() {
		cl.Frames, cl.Host, cl.Part = f, host, part
	}
	if b.actsInstead(cl, v) {
		cl.Frames, cl.Host = b.k.Match(d, vg.Verb.Lemma, vg.Verb.Main, d.Chunks[start].Tokens.First, nil)
	}
	b.hostBefore(c)
	if cl.Host.Len() == 0 && vg.Verb.Main > vg.Tokens.First {
		cl.Frames = nil // दूतावास ले जाएगा: not what the second verb means alone
	}
	if vg.Verb.Obligation && v > start && d.Chunks[v-1].Marker == b.k.Genitive {
		vg.Verb.Obligation = false // उनका कहना है: the infinitive is a noun
	}
}

// actsInstead says whether the host of a clause is a title that another bare noun parts from the verb v: somebody of that title
// acts, and the noun is the object (मंत्री योजना बना रहे हैं, but मंत्री बनाए गए).
func (b *clauser) actsInstead(cl *doc.Clause, v int) bool {
	d := b.d
	if cl.Host.Len() == 0 || cl.Part.Len() > 0 || d.Tokens[cl.Host.Last-1].A().Class&knowledge.ClassRole == 0 {
		return false
	}
	n := &d.Chunks[v-1]
	return n.Kind == doc.NP && n.Marker == 0 && n.Head >= cl.Host.Last && d.Tokens[n.Head].A().UPOS == doc.NOUN && d.Tokens[n.Head].A().Class&knowledge.ClassTime == 0
}

// hostBefore makes the noun for which a relative pronoun stands as object the host of its clause, when both together are a
// predicate (न्योता दिया, जिसे उन्होंने स्वीकार कर लिया).
func (b *clauser) hostBefore(c int) {
	d, cl := b.d, &b.d.Clauses[c]
	if cl.Kind != doc.Relative || cl.Head == doc.None || cl.Head >= cl.Chunks.First+2 {
		return
	}
	i := cl.Chunks.First
	for i < cl.Predicate && !b.isRelative(&d.Chunks[i]) {
		i++
	}
	if m := d.Chunks[i].Marker; i == cl.Predicate || d.Chunks[i].Kind != doc.NP || m != 0 && m != b.k.Dative {
		return // जंग के बीच जहां …: where
	}
	h, vg := &d.Chunks[cl.Head], &d.Chunks[cl.Predicate]
	if f, host, part := b.k.MatchParted(d, vg.Verb.Lemma, vg.Verb.Main, h.Tokens.First, []int{h.Head}); host.Len() > 0 {
		cl.Frames, cl.Host, cl.Part = f, host, part
	} else if f, host := b.k.Match(d, vg.Verb.Lemma, h.Head+1, h.Tokens.First, nil); host.Len() > 0 && cl.Host.Len() == 0 {
		cl.Frames, cl.Host = f, host
	}
}

// settle gives quotations and relative clauses before their head a parent, and drops cycles.
func (b *clauser) settle() {
	d := b.d
	for c := b.first; c < len(d.Clauses); c++ {
		cl := &d.Clauses[c]
		if cl.Predicate == doc.None {
			continue
		}
		if d.Tokens[d.Chunks[cl.Predicate].Head].Quoted && !b.inQuotation(cl) {
			if p := b.outside(c); p != doc.None {
				cl.Kind, cl.Parent = doc.Quotation, p
			}
		}
	}
	for c := b.first; c < len(d.Clauses); c++ {
		if cl := &d.Clauses[c]; cl.Kind == doc.Coordinate {
			b.unquote(cl)
		}
	}
	b.uncycle()
	b.trailing(len(d.Clauses) - 1)
}

// inQuotation says whether a clause without a finite verb hangs on one of the same quotation.
func (b *clauser) inQuotation(cl *doc.Clause) bool {
	d := b.d
	if cl.Parent == doc.None || d.Chunks[cl.Predicate].Verb.Form == doc.Finite {
		return false
	}
	p := d.Clauses[cl.Parent].Predicate
	return p != doc.None && d.Tokens[d.Chunks[p].Head].Quoted
}

// uncycle lets no clause hang on itself: a quotation that its own complement surrounds is the main clause.
func (b *clauser) uncycle() {
	d := b.d
	for c := b.first; c < len(d.Clauses); c++ {
		p := d.Clauses[c].Parent
		for n := b.first; n < len(d.Clauses) && p != doc.None && p != c; n++ {
			p = d.Clauses[p].Parent
		}
		if p == c {
			d.Clauses[c].Kind, d.Clauses[c].Parent = doc.Main, doc.None
		}
	}
}

// unquote joins a clause that follows a quotation (“…,” मंत्री ने कहा) to the last clause outside of it.
func (b *clauser) unquote(cl *doc.Clause) {
	for p := cl.Parent; p != doc.None && b.d.Clauses[p].Kind == doc.Quotation; {
		for p--; p >= b.first && (b.d.Clauses[p].Predicate == doc.None || b.d.Chunks[b.d.Clauses[p].Predicate].Verb.Form != doc.Finite); p-- {
		}
		if cl.Parent = p; p < b.first {
			cl.Kind, cl.Parent = doc.Main, doc.None
			return
		}
	}
}

// outside is the finite clause of the sentence outside quotation marks that is nearest to clause c.
func (b *clauser) outside(c int) int {
	d := b.d
	best := doc.None
	for x := b.first; x < len(d.Clauses); x++ {
		p := d.Clauses[x].Predicate
		if x == c || p == doc.None || d.Chunks[p].Verb.Form != doc.Finite || d.Tokens[d.Chunks[p].Head].Quoted {
			continue
		}
		if best == doc.None || x < c {
			best = x
		}
	}
	return best
}
