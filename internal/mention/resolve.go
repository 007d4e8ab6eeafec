package mention

import (
	"slices"
	"sort"
	"strings"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Resolve gives titles alone, pronouns and descriptions the entity that the report settles.
func Resolve(d *doc.Document, k *knowledge.Base) {
	r := resolver{d: d, k: k, home: doc.None, speaker: doc.None, press: doc.None, voices: map[int]bool{}}
	r.index()
	r.setHome()
	r.setPress()
	for i := range d.Chunks {
		r.chunk(i)
	}
	r.nameHolders()
	if len(r.added) > 0 {
		d.Mentions = append(d.Mentions, r.added...)
		sort.SliceStable(d.Mentions, func(i, j int) bool { return d.Mentions[i].Start < d.Mentions[j].Start })
	}
}

// resolver walks over the chunks in the order of the text and keeps who was spoken of.
type resolver struct {
	d  *doc.Document
	k  *knowledge.Base
	at []int // mention that holds the head of each chunk, None without one
	// home is the state of the dateline; speaker the subject of the last clause of speech or act.
	home    int
	speaker int
	// press is the state whose officials the newspapers of the language name without it, when the report speaks of it.
	press int
	// recent are entities in the order in which they were last spoken of, the last one last.
	recent []recent
	// voices are the spokespersons: none of "both leaders".
	voices map[int]bool
	// list are the members of the last list of three or more.
	list  []int
	added []doc.Mention
}

// reach is how many of them a pronoun or description looks back over.
const reach = 100

type recent struct {
	entity  int
	chunk   int
	subject bool
}

func (r *resolver) index() {
	d := r.d
	r.at = make([]int, len(d.Chunks))
	m := 0
	for i := range d.Chunks {
		r.at[i] = doc.None
		for m < len(d.Mentions) && d.Mentions[m].Tokens.Last <= d.Chunks[i].Tokens.First {
			m++
		}
		for j := m; j < len(d.Mentions) && d.Mentions[j].Tokens.First < d.Chunks[i].Tokens.Last; j++ {
			if d.Mentions[j].Tokens.Has(d.Chunks[i].Head) {
				r.at[i] = j
			}
		}
	}
}

// chunk resolves what chunk i leaves open, and remembers whom it speaks of.
func (r *resolver) chunk(i int) {
	d := r.d
	c := &d.Chunks[i]
	if c.Kind != doc.NP || c.Clause == doc.None {
		return
	}
	if r.both(i) || r.allOf(i) {
		return
	}
	if m := r.at[i]; m != doc.None {
		mn := &d.Mentions[m]
		if mn.Entity == doc.None && (mn.Type == doc.Office || mn.Type == doc.Body) {
			r.title(i, mn)
		}
		if mn.Type == doc.Person && mn.Office != doc.None && d.Entities[mn.Entity].Code == unknown {
			r.titled(i, mn)
		}
		r.remember(i, mn.Entity, mn.Entities)
		r.noteList(i)
		return
	}
	t := &d.Tokens[c.Head]
	cues := r.k.CuesOf(t)
	pronoun := isPronoun(t) && c.Head == c.Tokens.First
	switch {
	case cues&knowledge.CueThere != 0 && c.Marker == r.k.Genitive && c.Head == c.Tokens.First:
		if e := r.there(); e != doc.None {
			r.refer(i, r.countries([]int{e}))
		}
	case pronoun && cues&knowledge.CueReflexive != 0:
		r.refer(i, r.subjectOf(i))
	case pronoun && cues&knowledge.CueFirst != 0:
		r.refer(i, r.utterer(i))
	case pronoun && cues&knowledge.CueProximal != 0 && (c.Marker == 0 || c.Marker == r.k.Locative) && !r.honorific(i):
		if e := r.lastTopic(i); e != doc.None && (c.Marker != 0 || r.isSubject(i)) {
			r.refer(i, []int{e}) // else an act or fact: यह तीन साल में सबसे बड़ी अदला-बदली होगी
		}
	case pronoun && cues&(knowledge.CueThird|knowledge.CueReciprocal) == 0 && t.A().Feats.Person == 0: // सबसे, कोई, कुछ
	case pronoun && cues&(knowledge.CueRelative|knowledge.CueQuestion) == 0:
		r.refer(i, r.pronoun(i))
	default:
		r.description(i)
	}
}

// isPronoun says whether a token can be a pronoun; standing alone, a determiner is one (वह, दोनों).
func isPronoun(t *doc.Token) bool {
	for i := range t.Analyses {
		if t.Analyses[i].UPOS == doc.PRON {
			return true
		}
	}
	return false
}

func (r *resolver) remember(i, entity int, more []int) {
	subject := r.isSubject(i) || r.heard(i)
	if entity == doc.None {
		return
	}
	if r.speaksFor(i) {
		r.voices[entity] = true
	}
	if len(more) == 0 {
		r.recent = append(r.recent, recent{entity, i, subject})
	}
	for _, e := range more {
		r.recent = append(r.recent, recent{e, i, subject})
	}
	if subject {
		r.speaker = entity
	}
}

// heard says whether chunk i is whose words the subject of a main clause is: it tells that they speak (जेलेंस्की का बयान सामने आया है).
func (r *resolver) heard(i int) bool {
	d := r.d
	c, cl := &d.Chunks[i], &d.Clauses[d.Chunks[i].Clause]
	if cl.Subject == doc.None || c.Of != cl.Subject || c.Marker != r.k.Genitive || cl.Kind != doc.Main && cl.Parent != doc.None {
		return false
	}
	s := &d.Chunks[cl.Subject]
	return slices.ContainsFunc(d.Tokens[s.Tokens.First:s.Head+1], func(t doc.Token) bool { return t.A().Class&knowledge.ClassComm != 0 })
}

func (r *resolver) isSubject(i int) bool {
	cl := &r.d.Clauses[r.d.Chunks[i].Clause]
	return cl.Subject == i
}

// refer enters a mention for chunk i that means the given entities.
func (r *resolver) refer(i int, entities []int) {
	d := r.d
	c := &d.Chunks[i]
	if len(entities) == 0 {
		d.Note("reference-open", d.Tokens[c.Head].Span)
		return
	}
	if d.Tokens[c.Head].A().Class&knowledge.ClassStateNoun != 0 {
		entities = r.countries(entities)
	}
	tokens := doc.Range{First: c.Tokens.First, Last: c.Head + 1}
	m := doc.Mention{Span: d.SpanOf(tokens), Tokens: tokens, Type: doc.Description, Entity: entities[0], Row: doc.None, Office: doc.None, Rule: "reference"}
	if len(entities) > 1 {
		m.Entities = entities
	}
	r.added = append(r.added, m)
	r.remember(i, m.Entity, m.Entities)
}

// entitiesOf are the entities that chunk i has been found to mean.
func (r *resolver) entitiesOf(i int) []int {
	if i == doc.None {
		return nil
	}
	if m := r.at[i]; m != doc.None {
		mn := &r.d.Mentions[m]
		if len(mn.Entities) > 0 {
			return mn.Entities
		}
		if mn.Entity != doc.None {
			return []int{mn.Entity}
		}
		return nil
	}
	for n := len(r.added) - 1; n >= 0 && n > len(r.added)-40; n-- {
		if a := &r.added[n]; a.Tokens.Has(r.d.Chunks[i].Head) {
			if len(a.Entities) > 0 {
				return a.Entities
			}
			return []int{a.Entity}
		}
	}
	return nil
}

// subjectOf is the subject of the clause of chunk i, or of those above it.
func (r *resolver) subjectOf(i int) []int {
	c := r.d.Chunks[i].Clause
	for depth := 0; depth < 5 && c != doc.None; depth++ {
		cl := &r.d.Clauses[c]
		if cl.Subject != doc.None && cl.Subject != i {
			if cl.Subject > i {
				return r.late(cl.Subject)
			}
			if e := r.entitiesOf(cl.Subject); len(e) > 0 {
				return e
			}
		}
		c = cl.Parent
	}
	return nil
}

// late is the entity of a subject that follows what refers to it.
func (r *resolver) late(i int) []int {
	if m := r.at[i]; m != doc.None && r.d.Mentions[m].Entity != doc.None {
		return []int{r.d.Mentions[m].Entity}
	}
	return nil
}

// title gives a title or body without an owner the entity that the report has spoken of before: the same office or
// body, else the one of the state that the passage is about, else of the dateline.
func (r *resolver) title(i int, m *doc.Mention) {
	d := r.d
	if m.Type == doc.Office && (r.k.Items[m.Row].Sub != "office" || r.plural(m) && len(r.ownersOf(i)) == 0) {
		it := &r.k.Items[m.Row]
		switch {
		case r.isSubject(i) && it.Scope == "any" && it.Sector == "GOV" && it.Rank == "" && !r.owned(i):
			r.official(i, m) // अधिकारियों ने बताया
		case it.Sub == "office" && !r.owned(i):
			if host := r.hostOf(i); host != doc.None && d.Entities[host].Code != unknown {
				m.Entity = r.entityOf(m, host) // भारत में मंत्रियों से मुलाकात की
			}
		}
		return
	}
	if owners := r.ownersOf(i); len(owners) > 0 {
		for _, o := range owners {
			m.Entities = append(m.Entities, r.entityOf(m, o))
		}
		m.Entity = m.Entities[0]
		return
	}
	if i > 0 && d.Chunks[i-1].Of == i && d.Chunks[i-1].Marker == r.k.Genitive && r.at[i-1] == doc.None && d.Tokens[d.Chunks[i-1].Head].A().Class&knowledge.ClassStateNoun != 0 {
		return // दस देशों के नेता
	}
	if r.ofOther(i) {
		d.Note("owner-open", m.Span)
		return
	}
	if m.Type == doc.Office && r.k.Items[m.Row].Scope == "state" {
		if o := r.shared(i, m.Row); o != doc.None {
			m.Entity = r.entityOf(m, o)
			return
		}
	}
	state := doc.None
	if m.Type == doc.Body && r.isSubject(i) {
		state = r.hostOf(i) // अमेरिका ने निंदा की। म्यांमार में सेना ने …
	}
	if e := r.sameOffice(m, d.Chunks[i].Marker == r.k.Ergative); state == doc.None && e != doc.None {
		m.Entity = e
		return
	}
	if state == doc.None {
		state = r.stateAt(i, m)
	}
	if state == doc.None {
		state = r.atHome(m)
	}
	if state != doc.None && d.Entities[state].Code != unknown {
		m.Entity = r.entityOf(m, state)
	} else {
		d.Note("owner-open", m.Span)
	}
}

// entityOf makes the entity of a title or body that owner owns.
func (r *resolver) entityOf(m *doc.Mention, owner int) int {
	d := r.d
	e := doc.Entity{Type: m.Type, Name: d.Quote(m.Span), Code: d.Entities[owner].Code}
	if m.Row != doc.None {
		it := &r.k.Items[m.Row]
		e.English, e.Sector = it.English, it.Sector
		if m.Type == doc.Office {
			e.Office = it.English
		}
	}
	d.Entities = append(d.Entities, e)
	return len(d.Entities) - 1
}

// ownersOf are the entities that a genitive pronoun, description or part of a state before chunk i means (दोनों देशों की
// सेनाएं, उनके विदेश मंत्री, टेक्सास राज्य के गवर्नर).
func (r *resolver) ownersOf(i int) []int {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if r.d.Chunks[j].Of != i {
			continue
		}
		var out []int
		whose := append(r.listBefore(j), r.entitiesOf(j)...)
		if m := r.placeAt(j); len(whose) == 0 && m != doc.None && r.d.Tokens[r.d.Chunks[j].Head].A().Class&knowledge.ClassPlace != 0 {
			whose = append(whose, r.d.Mentions[m].Entity)
		}
		for _, e := range whose {
			if r.d.Entities[e].Code != unknown {
				out = append(out, e)
			}
		}
		return out
	}
	return nil
}

// listBefore are the states told beside the organisation whose member states chunk j means (रूस, चीन और संगठन के अन्य सदस्य
// देशों के मंत्री).
func (r *resolver) listBefore(j int) []int {
	if j == 0 || r.d.Chunks[j-1].Of != j || !r.memberState(&r.d.Chunks[j]) {
		return nil
	}
	var out []int
	for k, next := j-2, j-1; k >= 0 && k >= j-30; k-- {
		if r.d.Chunks[k].Coord == next {
			out, next = append(r.entitiesOf(k), out...), k
		}
	}
	return out
}

// plural says whether a title means several people; one that only a name implies has no words.
func (r *resolver) plural(m *doc.Mention) bool {
	return m.Tokens.Len() > 0 && r.d.Tokens[m.Tokens.Last-1].A().Feats.Number == doc.Plur
}

// placeAt is the mention that heads chunk j, or else the first place named inside it (बाम शहर में).
func (r *resolver) placeAt(j int) int {
	if r.at[j] != doc.None {
		return r.at[j]
	}
	c := &r.d.Chunks[j]
	m := sort.Search(len(r.d.Mentions), func(x int) bool { return r.d.Mentions[x].Tokens.Last > c.Tokens.First })
	if m < len(r.d.Mentions) && r.d.Mentions[m].Tokens.First < c.Head && r.d.Mentions[m].Type == doc.Place {
		return m
	}
	return doc.None
}

// sameOffice is the last entity that holds the office, or is the body, of a mention; who acts may be named by the end of his
// title alone.
func (r *resolver) sameOffice(m *doc.Mention, acts bool) int {
	d := r.d
	name := ""
	if m.Row != doc.None {
		name = r.k.Items[m.Row].English
	}
	found := doc.None
	for n := len(r.recent) - 1; n >= 0 && n > len(r.recent)-reach; n-- {
		x := &r.recent[n]
		e := &d.Entities[x.entity]
		same := e.Office == name || e.Type == doc.Body && (e.English == name || r.shortBody(m, x)) || e.Type == doc.Organisation && r.tribunal(m, e) || acts && x.subject && r.shortFor(m, x)
		if e.Code == unknown || name == "" || !same || r.several(x) && !r.plural(m) {
			continue
		}
		if x.subject && !r.embedded(d.Chunks[x.chunk].Clause) {
			return x.entity // whom the report is about, rather than whom he met
		}
		if found == doc.None {
			found = x.entity
		}
	}
	return found
}

// several says whether what was spoken of by title alone were several people (एससीओ के रक्षा मंत्रियों की बैठक में).
func (r *resolver) several(x *recent) bool {
	at := r.at[x.chunk]
	return at != doc.None && r.d.Mentions[at].Type == doc.Office && r.plural(&r.d.Mentions[at])
}

// shortFor says whether a title is the last word of the one that somebody was spoken of with (मंत्री for विदेश मंत्री).
func (r *resolver) shortFor(m *doc.Mention, x *recent) bool {
	at := r.at[x.chunk]
	if at == doc.None || m.Row == doc.None {
		return false
	}
	full := r.d.Mentions[at].Office
	return full != doc.None && strings.HasSuffix(r.k.Items[full].Hindi, " "+r.k.Items[m.Row].Hindi)
}

// shortBody says whether a body is the last word of the one that was spoken of (मंत्रालय for विदेश मंत्रालय).
func (r *resolver) shortBody(m *doc.Mention, x *recent) bool {
	at := r.at[x.chunk]
	if m.Type != doc.Body || m.Row == doc.None || at == doc.None || r.d.Mentions[at].Row == doc.None || r.d.Mentions[at].Type != doc.Body {
		return false
	}
	return strings.HasSuffix(r.k.Items[r.d.Mentions[at].Row].Hindi, " "+r.k.Items[m.Row].Hindi)
}

// tribunal says whether a court without an owner may be the organisation of an entity (अदालत for अंतरराष्ट्रीय न्यायालय).
func (r *resolver) tribunal(m *doc.Mention, e *doc.Entity) bool {
	it := r.k.Item(doc.Organisation, e.Code)
	return it != nil && it.Sub == "court" && m.Type == doc.Body && m.Row != doc.None && r.k.Items[m.Row].Sub == "court"
}

// description resolves a common noun that points back: both leaders, both countries, this group, his country.
func (r *resolver) description(i int) {
	d := r.d
	c := &d.Chunks[i]
	a := d.Tokens[c.Head].A()
	if a.UPOS != doc.NOUN && a.UPOS != doc.DET && a.UPOS != doc.NUM && a.UPOS != doc.PRON {
		return
	}
	first := r.k.CuesOf(&d.Tokens[c.Tokens.First])
	for t := c.Tokens.First + 1; t < c.Head; t++ {
		first |= r.k.CuesOf(&d.Tokens[t]) & (knowledge.CueDeixis | knowledge.CueProximal) // आठ सदस्यों वाले इस संगठन में
	}
	switch {
	case r.memberState(c) && a.Class&knowledge.ClassStateNoun != 0:
		if e := r.lastBody(knowledge.ClassBody); e != doc.None {
			r.refer(i, []int{e})
		}
	case a.Class&knowledge.ClassBody != 0 && a.UPOS == doc.NOUN && first&(knowledge.CueDeixis|knowledge.CueThird) == 0:
		e := r.namedAs(d.Tokens[c.Head].A().Lemma)
		if e == doc.None && r.isSubject(i) {
			e = r.ownBody(i)
		}
		if e != doc.None && c.Head == c.Tokens.First {
			r.refer(i, []int{e})
		}
	case first&(knowledge.CueDeixis|knowledge.CueThird) != 0 && a.Class&(knowledge.ClassBody|knowledge.ClassStateNoun) != 0:
		if a.Class&knowledge.ClassStateNoun != 0 && d.Tokens[c.Tokens.First].A().Feats.Number == doc.Plur {
			r.refer(i, r.these(i))
		} else if e := r.lastBody(a.Class); e != doc.None {
			r.refer(i, []int{e})
		}
	case a.Class&knowledge.ClassStateNoun != 0:
		r.ownState(i)
	case a.Class&knowledge.ClassOfficial != 0 && r.isSubject(i):
		r.official(i, nil)
	}
}

// personal says whether chunk j is a pronoun of the third person in the plural, as of somebody of rank.
func (r *resolver) personal(j int) bool {
	t := &r.d.Tokens[r.d.Chunks[j].Head]
	return isPronoun(t) && r.k.CuesOf(t)&knowledge.CueReflexive == 0 && r.honorific(j)
}

// ownBody is the organisation for which whoever speaks of a body by its kind alone acts (महासचिव ने कहा कि गठबंधन …).
func (r *resolver) ownBody(i int) int {
	if e := r.utterer(i); len(e) == 1 {
		o := &r.d.Entities[e[0]]
		if it := r.k.Item(doc.Organisation, o.Code); it != nil && o.Type != doc.State {
			return e[0]
		}
	}
	return doc.None
}

// official gives officials without an owner, of mention m or a noun alone, who speak or act in a place those of its state
// (सैन्य सूत्रों ने यरुशलम में बताया), or those of the state of the dateline.
func (r *resolver) official(i int, m *doc.Mention) {
	d := r.d
	c := &d.Chunks[i]
	if i > 0 && d.Chunks[i-1].Of == i {
		return
	}
	state := r.placeIn(c.Clause, i)
	if state == doc.None && c.Marker == r.k.Ergative {
		state = r.home // who tells without a state is of that of the dateline
	}
	if state == doc.None || d.Entities[state].Code == unknown {
		return
	}
	if m != nil {
		m.Entity = r.entityOf(m, state)
		return
	}
	tokens := doc.Range{First: c.Tokens.First, Last: c.Head + 1}
	d.Entities = append(d.Entities, doc.Entity{Type: doc.Body, Name: d.Quote(d.SpanOf(tokens)), Code: d.Entities[state].Code})
	r.refer(i, []int{len(d.Entities) - 1})
}

// these are the organisation of whose states the report speaks, the members of the last list of three or more, else the last two (इन
// देशों ने).
func (r *resolver) these(i int) []int {
	if org := r.statesOf(i); org != doc.None {
		return []int{org}
	}
	if len(r.list) > 0 {
		return r.list
	}
	return r.lastTwo(false)
}

// statesOf is the organisation of which the sentence of chunk i, or the one before, names the states (ब्रिक्स देशों की … इन देशों को).
func (r *resolver) statesOf(i int) int {
	d := r.d
	s := d.Clauses[d.Chunks[i].Clause].Sentence
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) >= s-1; n-- {
		x := &r.recent[n]
		c, e := &d.Chunks[x.chunk], &d.Entities[x.entity]
		if d.Tokens[c.Head].A().Class&knowledge.ClassStateNoun == 0 {
			continue
		}
		if r.k.Item(doc.Organisation, e.Code) != nil {
			return x.entity
		}
		return doc.None // those are others
	}
	return doc.None
}

// memberState says whether a chunk is "member states".
func (r *resolver) memberState(c *doc.Chunk) bool {
	for i := c.Tokens.First; i < c.Head; i++ {
		if r.k.CuesOf(&r.d.Tokens[i])&knowledge.CueMember != 0 {
			return true
		}
	}
	return false
}

// namedAs is the last organisation whose full name ends in a word (संगठन for शंघाई सहयोग संगठन, परिषद for सुरक्षा परिषद).
func (r *resolver) namedAs(lemma string) int {
	for n := len(r.recent) - 1; n >= 0 && n > len(r.recent)-60; n-- {
		e := &r.d.Entities[r.recent[n].entity]
		if e.Type != doc.Organisation && e.Type != doc.Group {
			continue
		}
		if it := r.k.Item(e.Type, e.ID); it != nil && strings.HasSuffix(it.Hindi, lemma) {
			return r.recent[n].entity
		}
	}
	return doc.None
}

// lastBody is the last organisation or group, or the last state, that was spoken of.
func (r *resolver) lastBody(class knowledge.Class) int {
	for n := len(r.recent) - 1; n >= 0 && n > len(r.recent)-reach; n-- {
		e := &r.d.Entities[r.recent[n].entity]
		switch {
		case class&knowledge.ClassStateNoun != 0 && e.Type == doc.State:
			return r.recent[n].entity
		case class&knowledge.ClassBody != 0 && (e.Type == doc.Organisation || e.Type == doc.Group):
			return r.recent[n].entity
		}
	}
	return doc.None
}

// ownState resolves "his country", "our country": the state of whoever the possessive means.
func (r *resolver) ownState(i int) {
	d := r.d
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if d.Chunks[j].Of == i {
			if e := r.utterer(i); len(e) == 1 && d.Entities[e[0]].Code != unknown && r.isSubject(i) && r.personal(j) {
				r.refer(i, e) // मंत्री ने कहा कि … तो उनका देश सेना बुला लेगा
				return
			}
			if e := r.entitiesOf(j); len(e) == 1 && d.Entities[e[0]].Code != unknown && r.at[j] == doc.None {
				r.refer(i, e)
			}
			return
		}
	}
}
