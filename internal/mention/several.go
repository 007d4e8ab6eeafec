package mention

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// both resolves "both leaders", "both countries": it reports whether chunk i is such a phrase without owners of its own.
func (r *resolver) both(i int) bool {
	d := r.d
	c := &d.Chunks[i]
	if r.k.CuesOf(&d.Tokens[c.Tokens.First])&knowledge.CueBoth == 0 {
		return false
	}
	a := d.Tokens[c.Head].A()
	if c.Head != c.Tokens.First && a.Class&(knowledge.ClassHuman|knowledge.ClassStateNoun|knowledge.ClassBody) == 0 && a.Class != 0 {
		return false
	}
	if m := r.at[i]; m != doc.None {
		if len(d.Mentions[m].Entities) > 0 || d.Mentions[m].Type != doc.Office && d.Mentions[m].Type != doc.Body {
			return false
		}
		if two := r.lastTwo(true); two != nil {
			r.settle(i, two)
		}
		return true
	}
	two := r.lastTwo(a.Class&knowledge.ClassHuman != 0)
	if a.Class&knowledge.ClassStateNoun != 0 {
		two = r.lastStates()
	}
	if c.Head == c.Tokens.First && i > 0 {
		k := i - 1
		if k > 0 && d.Chunks[k].Kind == doc.Mark {
			k-- // रूस और यूक्रेन, दोनों का
		}
		if l := r.listEnding(k); len(l) == 2 {
			two = l
		}
	}
	if two == nil {
		two = r.ahead(i)
	}
	if two != nil {
		r.refer(i, two)
		return true
	}
	return false
}

// whoMet are the two between whom there was what the sentence of the pronoun at chunk i, or the one before, tells, when nobody acts
// in it (रूस और मिस्र के राष्ट्रपतियों के बीच मुलाकात हुई, जिसमें वे … पर सहमत हुए), nil without them.
func (r *resolver) whoMet(i int) []int {
	d := r.d
	own := d.Chunks[i].Clause
	if slices.ContainsFunc(d.Clauses[own].Frames, func(n int32) bool { return r.k.Frames[n].Say && r.k.Frames[n].Event == nil }) {
		return nil // उन्होंने कहा: one of them, or who spoke before
	}
	s := d.Clauses[own].Sentence
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) >= s-1; n-- {
		x := &r.recent[n]
		c := &d.Chunks[x.chunk]
		switch {
		case c.Clause == own:
		case r.sentence(n) < s && (r.embedded(own) || r.embedded(c.Clause)), x.subject && r.fits(x, true):
			return nil
		case r.k.Markers[c.Marker].Function == "between":
			two := r.listEnding(x.chunk)
			if len(two) == 0 {
				two = r.entitiesOf(x.chunk)
			}
			if len(two) == 2 && d.Entities[two[0]].Code != d.Entities[two[1]].Code {
				return two
			}
			return nil
		}
	}
	return nil
}

// ahead are the two sides that only the rest of the sentence names (दोनों देशों के मंत्री मिलेंगे, हालांकि न भारत ने और न पाकिस्तान ने
// पुष्टि की), nil when there are not just two.
func (r *resolver) ahead(i int) []int {
	d := r.d
	last := d.Sentences[d.Clauses[d.Chunks[i].Clause].Sentence].Tokens.Last
	var out []int
	for j := i + 1; j < len(d.Chunks) && j < i+40 && d.Chunks[j].Tokens.First < last; j++ {
		m := r.at[j]
		if m == doc.None || d.Mentions[m].Entity == doc.None || d.Mentions[m].Type != doc.State {
			continue
		}
		e := d.Mentions[m].Entity
		if len(out) == 2 && !slices.Contains(out, e) {
			return nil
		}
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// listEnding are the entities of the list whose last member is chunk i, nil without one.
func (r *resolver) listEnding(i int) []int {
	var out []int
	for j := i - 1; j >= 0 && j > i-12; j-- {
		if r.d.Chunks[j].Coord != i {
			continue
		}
		if out == nil {
			out = r.entitiesOf(i)
		}
		out = append(slices.Clone(r.entitiesOf(j)), out...)
		i = j
	}
	return out
}

// goesOn is the state that acted in the sentence before and of whose doings the body of chunk i speaks: its own (भारत ने … का
// आह्वान किया। विदेश मंत्रालय ने कहा कि भारत …).
func (r *resolver) goesOn(i int) int {
	d := r.d
	c := d.Chunks[i].Clause
	if m := r.at[i]; m == doc.None || d.Mentions[m].Type != doc.Body || !r.isSubject(i) {
		return doc.None
	}
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) >= d.Clauses[c].Sentence-1; n-- {
		x := &r.recent[n]
		if !x.subject || r.embedded(d.Chunks[x.chunk].Clause) {
			continue
		}
		if d.Entities[x.entity].Type == doc.State && r.saysOf(c, x.entity) {
			return x.entity
		}
		return doc.None
	}
	return doc.None
}

// maxSaid is the number of clauses over which what is said is looked for around the clause of speech.
const maxSaid = 12

// saysOf says whether an entity is the subject of what is said in clause c.
func (r *resolver) saysOf(c, entity int) bool {
	d := r.d
	for k := max(0, c-maxSaid); k < len(d.Clauses) && k <= c+maxSaid; k++ {
		if s := d.Clauses[k].Subject; d.Clauses[k].Parent == c && d.Clauses[k].Kind == doc.Complement && s != doc.None && r.at[s] != doc.None && d.Mentions[r.at[s]].Entity == entity {
			return true
		}
	}
	return false
}

// listOf are the entities of the list that chunk i opens.
func (r *resolver) listOf(i int) []int {
	out := slices.Clone(r.entitiesOf(i))
	for n := 0; i != doc.None && r.d.Chunks[i].Coord != doc.None && n < 12; n++ {
		i = r.d.Chunks[i].Coord
		out = append(out, r.entitiesOf(i)...)
	}
	return out
}

// coordinated are the two entities of different codes that recent first to last name in a list of two (ओमान ने अमेरिका और
// ईरान के बीच …: not Oman), people alone or not.
func (r *resolver) coordinated(first, last int, people bool) []int {
	for b := last; b > first; b-- {
		for a := b - 1; a >= first; a-- {
			x, y := &r.recent[a], &r.recent[b]
			if r.d.Chunks[x.chunk].Coord != y.chunk || r.d.Chunks[y.chunk].Coord != doc.None || r.continues(x.chunk) {
				continue
			}
			if two := r.pair(a, a, people); len(two) == 1 {
				if other := r.pair(b, b, people); len(other) == 1 && r.d.Entities[two[0]].Code != r.d.Entities[other[0]].Code {
					return []int{two[0], other[0]}
				}
			}
		}
	}
	return nil
}

// continues says whether chunk i is a later member of a list.
func (r *resolver) continues(i int) bool {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		if r.d.Chunks[j].Coord == i {
			return true
		}
	}
	return false
}

// allOf resolves "all four states", "these three countries": the members of the last list of three or more.
func (r *resolver) allOf(i int) bool {
	d := r.d
	c := &d.Chunks[i]
	all := false
	for t := c.Tokens.First; t < c.Head || t == c.Tokens.First; t++ {
		all = all || r.k.CuesOf(&d.Tokens[t])&knowledge.CueAllOf != 0
	}
	a := d.Tokens[c.Head].A()
	if !all || len(r.list) < 3 || c.Head != c.Tokens.First && a.Class&(knowledge.ClassStateNoun|knowledge.ClassHuman) == 0 || r.at[i] != doc.None && !r.openOffice(i) {
		return false
	}
	if r.at[i] != doc.None {
		r.settle(i, r.list) // सभी मंत्रियों ने
	} else {
		r.refer(i, r.list)
	}
	return true
}

// openOffice says whether chunk i means holders of an office whose owner the report does not tell (सभी मंत्री, but सभी पत्रकार,
// मंत्रालय के सभी अधिकारी).
func (r *resolver) openOffice(i int) bool {
	m := &r.d.Mentions[r.at[i]]
	if m.Type != doc.Office || m.Entity != doc.None || m.Row == doc.None || r.k.Items[m.Row].Sub != "office" {
		return false
	}
	return i == 0 || r.d.Chunks[i-1].Of != i
}

// settle gives the open title or body that chunk i means its entities.
func (r *resolver) settle(i int, entities []int) {
	m := &r.d.Mentions[r.at[i]]
	m.Entity, m.Entities = entities[0], entities
	r.remember(i, entities[0], entities)
}

// noteList keeps the members of a list of three or more states when chunk i ends it.
func (r *resolver) noteList(i int) {
	d := r.d
	if d.Chunks[i].Coord != doc.None {
		return
	}
	var out []int
	last := i
	for j := i; j >= 0 && j > i-40; j-- {
		if d.Chunks[j].Coord == last || j == i {
			if m := r.at[j]; m != doc.None && d.Mentions[m].Entity != doc.None && d.Entities[d.Mentions[m].Entity].Code != unknown {
				out = append([]int{d.Mentions[m].Entity}, out...)
			}
			last = j
		}
	}
	if len(out) >= 3 {
		r.list = out
	}
}

// lastTwo are the two entities of different codes that the text last put side by side in one sentence: people where
// leaders are meant and two are at hand.
func (r *resolver) lastTwo(people bool) []int {
	oldest := max(0, len(r.recent)-reach)
	for n := len(r.recent) - 1; n >= oldest; {
		s := r.sentence(n)
		first := n
		for first > oldest && r.sentence(first-1) == s {
			first--
		}
		for _, want := range []bool{true, false} {
			two := r.coordinated(max(first, n-12), n, want)
			if two == nil {
				two = r.pair(first, n, want)
			}
			if len(two) == 2 && (want || !people || len(r.pair(oldest, n, true)) < 2) {
				return two
			}
		}
		n = first - 1
	}
	return nil
}

func (r *resolver) sentence(n int) int {
	return r.d.Clauses[r.d.Chunks[r.recent[n].chunk].Clause].Sentence
}

// pair are the first two entities of different codes among recent first to last, people alone or states and people: those of whom somebody
// tells rather than he and one of them.
func (r *resolver) pair(first, last int, people bool) []int {
	for n := first; n <= last; n++ {
		if !r.tellsOf(&r.recent[n]) {
			continue
		}
		if out := r.pairFrom(first, last, people, r.recent[n].chunk); len(out) == 2 {
			return out
		}
	}
	return r.pairFrom(first, last, people, doc.None)
}

// tellsOf says whether what was spoken of is the subject of a plain verb of speech, outside of what another says.
func (r *resolver) tellsOf(x *recent) bool {
	c := r.d.Chunks[x.chunk].Clause
	return x.subject && !r.embedded(c) && slices.ContainsFunc(r.d.Clauses[c].Frames, func(n int32) bool { return r.k.Frames[n].Say && r.k.Frames[n].Event == nil })
}

// pairFrom is that pair; with the chunk of a speaker, of those alone who stand in what he says.
func (r *resolver) pairFrom(first, last int, people bool, speaker int) []int {
	var out []int
	for n := first; n <= last && len(out) < 2; n++ {
		e := r.recent[n].entity
		if speaker != doc.None && (r.recent[n].chunk == speaker || !r.embedded(r.d.Chunks[r.recent[n].chunk].Clause)) {
			continue
		}
		x := &r.d.Entities[e]
		fits := x.Type == doc.Person || x.Type == doc.Office || !people && (x.Type == doc.State || x.Type == doc.Group || x.Type == doc.Body)
		if x.Code == unknown || !fits || r.voices[e] || r.inQuote(&r.recent[n]) || r.scene(&r.recent[n]) || r.ofBody(&r.recent[n]) || len(out) == 1 && r.d.Entities[out[0]].Code == x.Code {
			continue
		}
		out = append(out, e)
	}
	return out
}

// inQuote says whether somebody is only a pronoun in the words of another (‘‘हम उसकी घोषणा करेंगे’’).
func (r *resolver) inQuote(x *recent) bool {
	c := &r.d.Chunks[x.chunk]
	return r.d.Tokens[c.Head].Quoted && r.d.Tokens[c.Head].A().UPOS == doc.PRON
}

// scene says whether a state is but where something took place: with the locative, or before a town in it (थाईलैंड के बैंकॉक में).
func (r *resolver) scene(x *recent) bool {
	c := &r.d.Chunks[x.chunk]
	if r.d.Entities[x.entity].Type != doc.State {
		return false
	}
	if c.Marker == r.k.Genitive && c.Of != doc.None {
		m := r.at[c.Of]
		return m != doc.None && r.d.Mentions[m].Type == doc.Place
	}
	return c.Marker == r.k.Locative
}

// lastStates are the two that "both countries" means: a pair that was last meant or named together, of states and those who
// act for them, else what both leaders would mean.
func (r *resolver) lastStates() []int {
	oldest := max(0, len(r.recent)-reach)
	for n := len(r.recent) - 1; n > oldest; n-- {
		x, y := &r.recent[n-1], &r.recent[n]
		a, b := r.d.Entities[x.entity].Code, r.d.Entities[y.entity].Code
		if a == b || a == unknown || b == unknown || !r.state(x) || !r.state(y) {
			continue
		}
		if x.chunk == y.chunk && (n < 2 || r.recent[n-2].chunk != x.chunk) {
			return []int{x.entity, y.entity}
		}
		if r.d.Chunks[x.chunk].Coord == y.chunk && r.d.Chunks[y.chunk].Coord == doc.None && !r.continues(x.chunk) {
			return []int{x.entity, y.entity}
		}
		if two := r.pair(r.sentenceStart(n, oldest), n, false); r.sentenceStart(n, oldest) == n-1 && len(two) == 2 {
			return two
		}
	}
	return r.lastTwo(false)
}

// countries are the states of entities: their country is not who acts for it (मोदी और हसीना की वार्ता में दोनों देशों ने …).
func (r *resolver) countries(entities []int) []int {
	out := slices.Clone(entities)
	for i, n := range out {
		e := &r.d.Entities[n]
		it := r.k.Item(doc.State, e.Code)
		if e.Type == doc.State || it == nil {
			continue
		}
		out[i] = slices.IndexFunc(r.d.Entities, func(o doc.Entity) bool { return o.Type == doc.State && o.ID == it.ID })
		if out[i] < 0 {
			out[i] = r.enter(it)
		}
	}
	return out
}

// enter makes the entity of a state that the report does not name; None for no state.
func (r *resolver) enter(it *knowledge.Item) int {
	if it == nil {
		return doc.None
	}
	r.d.Entities = append(r.d.Entities, doc.Entity{Type: doc.State, Name: it.Hindi, ID: it.ID, Code: it.Code, English: it.English, Sector: it.Sector, Wikidata: it.Wikidata})
	return len(r.d.Entities) - 1
}

// sentenceStart is the first recent of the sentence of recent n.
func (r *resolver) sentenceStart(n, oldest int) int {
	for s := r.sentence(n); n > oldest && r.sentence(n-1) == s; n-- {
	}
	return n
}

// state says whether somebody is a state or acts for one.
func (r *resolver) state(x *recent) bool {
	e := &r.d.Entities[x.entity]
	return e.Type != doc.Organisation && e.Type != doc.Group && e.Type != doc.Place && r.k.Item(doc.Organisation, e.Code) == nil
}

// ofBody says whether a title in the plural is that of those who meet in an organisation (जी-20 के विदेश मंत्री): many, and
// none of "both leaders".
func (r *resolver) ofBody(x *recent) bool {
	e := &r.d.Entities[x.entity]
	return e.Type == doc.Office && r.k.Item(doc.Organisation, e.Code) != nil && r.d.Tokens[r.d.Chunks[x.chunk].Head].A().Feats.Number == doc.Plur
}
