package mention

import (
	"slices"
	"sort"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// pronoun finds whom a third person pronoun means: inside reported speech the speaker, when the pronoun is its
// subject; else the last subject that fits in kind, else the last mention that does.
func (r *resolver) pronoun(i int) []int {
	d := r.d
	c := d.Chunks[i].Clause
	cl := &d.Clauses[c]
	if r.k.CuesOf(&d.Tokens[d.Chunks[i].Head])&knowledge.CueReciprocal != 0 {
		return r.eachOther(cl)
	}
	person := r.honorific(i)
	if e, ok := r.spokenTo(i, person); ok {
		return e
	}
	person = person || r.honoured(i)
	if e := r.accused(i, person); e != nil {
		return e
	}
	if cl.Subject == i && cl.Parent != doc.None && (cl.Kind == doc.Complement || cl.Kind == doc.Adverbial) {
		p := cl.Parent
		if d.Chunks[i].Marker != r.k.Dative {
			p = r.reporting(p)
		}
		s := d.Clauses[p].Subject
		if cl.Kind == doc.Complement {
			s = r.voiceAt(p)
		}
		if e := r.entitiesOf(s); len(e) == 1 {
			if o := r.spokenFor(s, e[0]); o != doc.None && (person || r.k.CuesOf(&d.Tokens[d.Chunks[i].Head])&knowledge.CueThird != 0) {
				return []int{o}
			}
			if all := r.listOf(s); person && len(all) > 1 {
				return all // रूस और यूक्रेन ने कहा कि उन्होंने …
			}
			return e
		}
	}
	if cl.Subject == i {
		if e := r.accordingTo(i); len(e) > 0 {
			return e
		}
	}
	if d.Chunks[i].Marker != 0 && r.k.Markers[d.Chunks[i].Marker].Function == "between" && person {
		return r.lastTwo(true) // उनके बीच बातचीत हुई
	}
	if r.k.CuesOf(&d.Tokens[d.Chunks[i].Head])&knowledge.CueProximal != 0 && !person {
		if d.Chunks[i].Marker == r.k.Dative && cl.Subject != doc.None && cl.Subject != i {
			return nil // उन्होंने इसे उल्लंघन बताया: what was told
		}
		if e := r.lastTopic(i); e != doc.None {
			return []int{e}
		}
		if of := d.Chunks[i].Of; of != doc.None && d.Tokens[d.Chunks[of].Head].A().Class&(knowledge.ClassFacility|knowledge.ClassOfficial|knowledge.ClassRole) != 0 {
			if e := r.lastBody(knowledge.ClassBody); e != doc.None {
				return []int{e} // इसका मुख्यालय, इसके महासचिव
			}
		}
		if d.Chunks[i].Marker != r.k.Ergative {
			return nil // an act or a thing: इससे बंदियों की रिहाई होगी
		}
	}
	if e := r.atHand(i, person); e != nil {
		return e
	}
	if e, ok := r.object(i); ok && !person {
		return e
	}
	if r.openPeople(i, person) || !person && r.besideThing(i) {
		return nil
	}
	return r.lastSpokenOf(i, person)
}

// spokenTo are those to whom what chunk i is the subject of is said, when it tells what they are to do, or what is expected of them. It
// reports whether it is told to somebody: people whom nobody knows are none.
func (r *resolver) spokenTo(i int, person bool) ([]int, bool) {
	d := r.d
	c := d.Chunks[i].Clause
	cl := &d.Clauses[c]
	if cl.Subject != i || cl.Kind != doc.Complement || cl.Parent == doc.None || cl.Predicate == doc.None {
		return nil, false
	}
	subjunct := d.Chunks[cl.Predicate].Verb.Subjunct
	if subjunct || d.Chunks[i].Marker == r.k.Dative || r.conditional(c) {
		if e := r.addressee(cl.Parent); len(e) > 0 {
			return e, true
		}
		if subjunct && person && r.unknownAddressee(cl.Parent) {
			return nil, true // संघर्षरत पक्षों से कहा कि वे …
		}
	}
	e := r.expected(cl.Parent)
	return e, e != nil
}

// atHand are those whom the sentence of a pronoun in chunk i, or the one before, leaves no doubt about: whose words it stands in, who
// stands beside what it owns, the two who met, people that have been spoken of, whom somebody has just met; for what is no person its own.
func (r *resolver) atHand(i int, person bool) []int {
	if c := r.d.Chunks[i].Clause; r.d.Clauses[c].Subject == i {
		if e := r.reported(c, person); e != doc.None {
			return []int{e}
		}
	}
	if e := r.besideOne(i, person); e != nil {
		return e
	}
	if !person {
		return r.ownOf(i)
	}
	if r.d.Clauses[r.d.Chunks[i].Clause].Subject == i {
		if two := r.whoMet(i); two != nil {
			return two
		}
	}
	for _, e := range [...]int{r.people(i), r.justMet(i)} {
		if e != doc.None {
			return []int{e}
		}
	}
	return nil
}

// expected are those of whom the passive clause c, which names nobody who acts, says what is expected or was told (मंत्रियों से अपेक्षा की
// जाती है कि वे …).
func (r *resolver) expected(c int) []int {
	d := r.d
	up := &d.Clauses[c]
	if up.Predicate == doc.None || !d.Chunks[up.Predicate].Verb.Passive || len(r.entitiesOf(up.Subject)) > 0 {
		return nil
	}
	for j := up.Predicate - 1; j >= up.Chunks.First; j-- {
		ch := &d.Chunks[j]
		if ch.Kind != doc.NP || ch.Clause != c || ch.Marker != r.k.Dative && r.k.Markers[ch.Marker].Function != "source" {
			continue
		}
		if all := r.listEnding(j); len(all) > 0 {
			return all
		}
		return r.entitiesOf(j)
	}
	return nil
}

// besideOne is who stands right before a list's "and" when the pronoun in chunk i owns what follows it (नेतन्याहू और उनकी सरकार).
func (r *resolver) besideOne(i int, person bool) []int {
	d := r.d
	of := d.Chunks[i].Of
	if i < 2 || of == doc.None || d.Chunks[i-1].Kind != doc.Conj || r.k.CuesOf(&d.Tokens[d.Chunks[i-1].Head])&knowledge.CueAnd == 0 || d.Chunks[i-2].Marker != 0 {
		return nil
	}
	if e := r.entitiesOf(i - 2); len(e) == 1 && r.fits(&recent{entity: e[0]}, person) {
		return e
	}
	return nil
}

// eachOther are those of whom the reciprocal pronoun of a clause speaks: the several that its subject means, nobody without them.
func (r *resolver) eachOther(cl *doc.Clause) []int {
	for depth := 0; cl.Subject == doc.None && cl.Parent != doc.None && depth < 3; depth++ {
		cl = &r.d.Clauses[cl.Parent]
	}
	if all := r.listOf(cl.Subject); len(all) > 1 {
		return all
	}
	return nil
}

// lastSpokenOf is the last subject that a pronoun in chunk i can mean: that of the main clause before those of what is said
// in it, then any, then whoever else was spoken of. A plural pronoun means all that a list or both of them were.
func (r *resolver) lastSpokenOf(i int, person bool) []int {
	d := r.d
	c := d.Chunks[i].Clause
	cl := &d.Clauses[c]
	own := r.ownSubject(c, i)
	if of := d.Chunks[i].Of; own != doc.None && person && of != doc.None && r.k.Markers[d.Chunks[of].Marker].Function == "according" && r.fits(&recent{entity: own}, true) {
		return []int{own} // मंत्री, उनके सलाहकार के अनुसार, लौट रही हैं
	}
	if e := r.acrossFrom(i, own, person); e != doc.None {
		return []int{e}
	}
	if !person && r.oblique(i) {
		if e := r.besides(i, own); e != doc.None {
			return []int{e}
		}
		if e := r.power(i, own); e != doc.None {
			return []int{e}
		}
	}
	inside := r.embedded(c)
	for _, rank := range []int{mainSubject, anySubject, anybody} {
		for n := len(r.recent) - 1; n >= 0 && n > len(r.recent)-30; n-- {
			x := &r.recent[n]
			if d.Chunks[x.chunk].Clause == c || r.sameOne(x.entity, own) || !r.fits(x, person) || rank < anybody && !x.subject {
				continue
			}
			if rank == mainSubject && (inside || r.embedded(d.Chunks[x.chunk].Clause) || r.sentence(n) < cl.Sentence-2) {
				continue
			}
			if person && rank < anybody {
				return r.together(x)
			}
			return []int{x.entity}
		}
	}
	return nil
}

// ownSubject is the subject of clause c, which a pronoun in chunk i of it does not mean (that is अपना): its own, or that of the
// clause whose subject it shares (उन्होंने उन्हें भारत आने का न्योता दिया).
func (r *resolver) ownSubject(c, i int) int {
	if v := r.d.Clauses[c].Predicate; v != doc.None && r.d.Chunks[i].Of == v-1 && r.d.Tokens[r.d.Chunks[v].Verb.Main].A().UPOS == doc.AUX {
		return doc.None // और उनका कहना था
	}
	for depth := 0; c != doc.None && depth < 3; depth++ {
		cl := &r.d.Clauses[c]
		if cl.Subject == i {
			return doc.None
		}
		if e := r.entitiesOf(r.described(cl)); len(e) > 0 {
			return e[0]
		}
		finite := cl.Predicate != doc.None && r.d.Chunks[cl.Predicate].Verb.Form == doc.Finite
		if cl.Subject != doc.None || (finite || r.d.Chunks[i].Marker == r.k.Genitive) && cl.Kind != doc.Coordinate {
			return doc.None
		}
		c = cl.Parent
	}
	return doc.None
}

// described is the subject of clause cl; of a relative pronoun the nominal for which it stands, or of which a copula says that (आबे उनके
// मित्र हैं, जिन्होंने उन्हें … : आबे).
func (r *resolver) described(cl *doc.Clause) int {
	d, s := r.d, cl.Subject
	if s == doc.None || cl.Head == doc.None || r.k.CuesOf(&d.Tokens[d.Chunks[s].Head])&knowledge.CueRelative == 0 {
		return s
	}
	if p := d.Chunks[cl.Head].Clause; p != doc.None && r.at[cl.Head] == doc.None && d.Clauses[p].Predicate == cl.Head+1 && d.Clauses[p].Subject != doc.None {
		return d.Clauses[p].Subject
	}
	return cl.Head
}

// sameOne says whether two entities may be one: the same, or an official by title alone and somebody else of his state.
func (r *resolver) sameOne(a, b int) bool {
	if a == b || b == doc.None {
		return a == b
	}
	x, y := &r.d.Entities[a], &r.d.Entities[b]
	return x.Code == y.Code && x.Code != unknown && (x.Type == doc.Person && y.Type == doc.Office || x.Type == doc.Office && y.Type == doc.Person)
}

// oblique says whether a pronoun is a singular one with a marker (उससे, उसने): people of rank are spoken of in the plural.
func (r *resolver) oblique(i int) bool {
	c := &r.d.Chunks[i]
	return c.Marker != 0 && c.Marker != r.k.Genitive && r.d.Tokens[c.Head].A().Feats.Case == doc.Acc
}

// power is the state, organisation or group that was the subject last, in the sentence of chunk i or the one before, and is
// not the subject of its own clause.
func (r *resolver) power(i, own int) int {
	c := r.d.Chunks[i].Clause
	found, inside := doc.None, r.embedded(c)
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) >= r.d.Clauses[c].Sentence-1; n-- {
		x := &r.recent[n]
		if !x.subject || x.entity == own || r.d.Chunks[x.chunk].Clause == c || !r.acts(x.entity) {
			continue
		}
		if inside || !r.embedded(r.d.Chunks[x.chunk].Clause) {
			return x.entity // ईरान ने चेतावनी दी कि अगर इजराइल ने …। उसने अमेरिका को भी आगाह किया
		}
		if found == doc.None {
			found = x.entity
		}
	}
	return found
}

// acrossFrom is whom the verb before the one beside the pronoun in chunk i has taken, when both have one subject, own, which the pronoun
// does not mean (कतर से संबंध तोड़ लिए और उसके विमानों को रोक दिया).
func (r *resolver) acrossFrom(i, own int, person bool) int {
	d := r.d
	cl := &d.Clauses[d.Chunks[i].Clause]
	if own == doc.None || cl.Kind != doc.Coordinate || cl.Subject != doc.None || cl.Parent == doc.None {
		return doc.None
	}
	up := &d.Clauses[cl.Parent]
	for j := up.Chunks.Last - 1; j >= up.Chunks.First; j-- {
		ch := &d.Chunks[j]
		if ch.Kind != doc.NP || ch.Clause != cl.Parent || j == up.Subject || ch.Marker == 0 || ch.Marker == r.k.Ergative || ch.Of != doc.None && ch.Marker != r.k.Genitive {
			continue
		}
		if e := r.entitiesOf(j); len(e) == 1 && !r.sameOne(e[0], own) && r.fits(&recent{entity: e[0]}, person) && (person || r.acts(e[0])) {
			return e[0]
		}
	}
	return doc.None
}

// besides is the state, organisation or group that is the last object in the sentence of chunk i before it, when the pronoun is
// an object too: of two verbs, for none has two (घाना को संकट से उबारने के लिए बैंक उसे कर्ज देगा).
func (r *resolver) besides(i, own int) int {
	d := r.d
	c := d.Chunks[i].Clause
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) == d.Clauses[c].Sentence && d.Chunks[i].Marker == r.k.Dative; n-- {
		if x := &r.recent[n]; x.entity != own && d.Chunks[x.chunk].Marker == r.k.Dative && r.acts(x.entity) {
			return x.entity
		}
	}
	return doc.None
}

// acts says whether an entity is a state, organisation, group or body rather than a person.
func (r *resolver) acts(entity int) bool {
	switch r.d.Entities[entity].Type {
	case doc.State, doc.Organisation, doc.Group, doc.Body:
		return true
	}
	return false
}

// ownOf is the state or organisation that says what a singular possessive in chunk i stands in, when no other has been named
// there but the one that acts itself (ईरान का कहना है कि यह हमला उसके दूतावास पर हुए हमले का जवाब है).
func (r *resolver) ownOf(i int) []int {
	d := r.d
	c := d.Chunks[i].Clause
	who := r.utterer(i)
	if len(who) != 1 || !r.acts(who[0]) || d.Chunks[i].Marker != r.k.Genitive {
		return nil
	}
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) == d.Clauses[c].Sentence; n-- {
		x := &r.recent[n]
		if r.acts(x.entity) && d.Entities[x.entity].Code != d.Entities[who[0]].Code && x.chunk != d.Clauses[c].Subject {
			return nil
		}
	}
	return who
}

// justMet is the person whom the subject of the clause of chunk i met or called in the conjunctive before it (राजदूत ने मंत्री से
// मिलकर उन्हें न्योता दिया).
func (r *resolver) justMet(i int) int {
	d := r.d
	c := d.Chunks[i].Clause
	if d.Clauses[c].Subject == i {
		return doc.None
	}
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) == d.Clauses[c].Sentence; n-- {
		x := &r.recent[n]
		cl := &d.Clauses[d.Chunks[x.chunk].Clause]
		if cl.Kind == doc.Adverbial && cl.Parent == c && !x.subject && r.fits(x, true) && d.Chunks[cl.Predicate].Verb.Form == doc.Conjunctive {
			return x.entity
		}
	}
	return doc.None
}

// The ranks of candidates for a pronoun.
const (
	mainSubject = iota
	anySubject
	anybody
)

// together are all whom the subject x names beside it: the members of its list, or those that a description means.
func (r *resolver) together(x *recent) []int {
	if all := r.listOf(r.d.Clauses[r.d.Chunks[x.chunk].Clause].Subject); len(all) > 1 && slices.Contains(all, x.entity) {
		return all
	}
	return []int{x.entity}
}

// embedded says whether clause c is part of what another says, or describes a nominal.
func (r *resolver) embedded(c int) bool {
	for depth := 0; depth < 6 && c != doc.None; depth++ {
		switch cl := &r.d.Clauses[c]; {
		case cl.Kind == doc.Relative && (cl.Parent == doc.None && cl.Head == doc.None || r.tellsOn(cl)):
			c = cl.Parent
		case cl.Kind == doc.Complement, cl.Kind == doc.Quotation, cl.Kind == doc.Relative, cl.Kind == doc.Adnominal:
			return true
		default:
			c = cl.Parent
		}
	}
	return false
}

// tellsOn says whether a relative clause only goes on with what has been told (यह तीसरा दौरा है, जिस पर मंत्री ने कहा …): somebody who is
// named speaks in it.
func (r *resolver) tellsOn(cl *doc.Clause) bool {
	if cl.Subject == doc.None || r.at[cl.Subject] == doc.None {
		return false
	}
	return slices.ContainsFunc(cl.Frames, func(n int32) bool { f := r.k.Frames[n]; return f.Say && f.Event == nil })
}

// besideThing says whether a pronoun that owns the second of two things means the first (आतंकवाद और उसके रूपों की निंदा).
func (r *resolver) besideThing(i int) bool {
	d := r.d
	if i < 2 || d.Chunks[i].Of == doc.None || d.Chunks[i-1].Kind != doc.Conj || r.k.CuesOf(&d.Tokens[d.Chunks[i-1].Head])&knowledge.CueAnd == 0 {
		return false
	}
	c := &d.Chunks[i-2]
	a := d.Tokens[c.Head].A()
	return c.Kind == doc.NP && r.at[i-2] == doc.None && a.UPOS == doc.NOUN && a.Class&(knowledge.ClassHuman|knowledge.ClassBody|knowledge.ClassStateNoun|knowledge.ClassForce|knowledge.ClassPlace) == 0
}

// object is whose the object of another clause before the pronoun in chunk i, in its sentence, is: a singular one in an oblique case
// goes on with a vehicle or somebody without a name (जहाज को अगवा करने के बाद उसे छोड़ दिया). It reports whether there is one.
func (r *resolver) object(i int) ([]int, bool) {
	d := r.d
	c := d.Chunks[i].Clause
	if !r.oblique(i) || d.Chunks[i].Marker == r.k.Ergative {
		return nil, false
	}
	for j := i - 1; j >= 0 && d.Chunks[j].Tokens.First >= d.Sentences[d.Clauses[c].Sentence].Tokens.First; j-- {
		ch := &d.Chunks[j]
		if ch.Kind != doc.NP || ch.Marker != r.k.Dative || ch.Clause == c {
			continue
		}
		a := d.Tokens[ch.Head].A()
		if r.at[j] != doc.None || a.UPOS != doc.NOUN || a.Feats.Number == doc.Plur || a.Class&(knowledge.ClassVehicle|knowledge.ClassWeapon|knowledge.ClassFacility|knowledge.ClassHuman) == 0 {
			return nil, false
		}
		return r.holderOf(j), true
	}
	return nil, false
}

// holderOf is the state named inside chunk j, or by the genitive before it.
func (r *resolver) holderOf(j int) []int {
	c := &r.d.Chunks[j]
	for m := sort.Search(len(r.d.Mentions), func(x int) bool { return r.d.Mentions[x].Tokens.Last > c.Tokens.First }); m < len(r.d.Mentions) && r.d.Mentions[m].Tokens.First < c.Head; m++ {
		if mn := &r.d.Mentions[m]; mn.Entity != doc.None && (mn.Type == doc.Nationals || mn.Type == doc.State) {
			return []int{mn.Entity}
		}
	}
	return r.ownersOf(j)
}

// openPeople says whether a plural pronoun of chunk i takes up people whom nobody knows: the subject of the main clause in
// the sentence before (प्रदर्शनकारियों ने … किया। वे …), or of the clause that its relative clause goes on with.
func (r *resolver) openPeople(i int, person bool) bool {
	d := r.d
	c := d.Chunks[i].Clause
	if cl := &d.Clauses[c]; person && cl.Kind == doc.Relative && cl.Parent != doc.None && r.unnamedPeople(cl.Parent) {
		return true
	}
	if !person || r.embedded(c) {
		return false
	}
	s := d.Clauses[c].Sentence
	for c--; c >= 0 && d.Clauses[c].Sentence >= s-1; c-- {
		if cl := &d.Clauses[c]; cl.Subject != doc.None && cl.Sentence == s-1 && !r.embedded(c) {
			return r.unnamedPeople(c)
		}
	}
	return false
}

// unnamedPeople says whether the subject of clause c is several people whom nobody knows.
func (r *resolver) unnamedPeople(c int) bool {
	s := r.d.Clauses[c].Subject
	if s == doc.None {
		return false
	}
	a := r.d.Tokens[r.d.Chunks[s].Head].A()
	return a.UPOS == doc.NOUN && a.Class&knowledge.ClassHuman != 0 && a.Feats.Number == doc.Plur && len(r.listOf(s)) == 0
}

// lastTopic is what the sentence before chunk i speaks of when that is an organisation or group: a proximal pronoun
// (इसका मुख्यालय) goes on with it.
func (r *resolver) lastTopic(i int) int {
	s := r.d.Clauses[r.d.Chunks[i].Clause].Sentence
	best := doc.None
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) >= s-1; n-- {
		if t := r.d.Entities[r.recent[n].entity].Type; t == doc.Organisation || t == doc.Group {
			best = r.recent[n].entity
		}
	}
	return best
}

// conditional says whether clause c has a conditional conjunction.
func (r *resolver) conditional(c int) bool {
	cl := &r.d.Clauses[c]
	for j := cl.Chunks.First; j < cl.Chunks.Last; j++ {
		if ch := &r.d.Chunks[j]; ch.Kind == doc.Conj && r.k.CuesOf(&r.d.Tokens[ch.Head])&knowledge.CueIf != 0 {
			return true
		}
	}
	return false
}

// addressee is whom clause c speaks to or asks: the last nominal that names somebody before its verb, other than the
// subject.
func (r *resolver) addressee(c int) []int {
	cl := &r.d.Clauses[c]
	for j := cl.Chunks.Last - 1; j >= cl.Chunks.First; j-- {
		if ch := &r.d.Chunks[j]; ch.Kind == doc.NP && ch.Clause == c && j != cl.Subject && (ch.Of == doc.None || ch.Of != cl.Subject) && ch.Marker != 0 && ch.Marker != r.k.Locative {
			if e := r.entitiesOf(j); len(e) > 0 {
				return e
			}
		}
	}
	return r.warned(c)
}

// reporting is the clause of speech around a condition that is said (चीन ने कहा कि अगर अमेरिका ने … तो वह …: China), else
// clause c itself.
func (r *resolver) reporting(c int) int {
	if cl := &r.d.Clauses[c]; cl.Kind == doc.Complement && cl.Parent != doc.None && r.conditional(c) {
		return cl.Parent
	}
	return c
}

// unknownAddressee says whether clause c speaks to several people whom nobody knows.
func (r *resolver) unknownAddressee(c int) bool {
	cl := &r.d.Clauses[c]
	for j := cl.Chunks.First; j < cl.Chunks.Last; j++ {
		ch := &r.d.Chunks[j]
		if ch.Kind != doc.NP || ch.Clause != c || j == cl.Subject || r.k.Markers[ch.Marker].Function != "source" && ch.Marker != r.k.Dative {
			continue
		}
		if a := r.d.Tokens[ch.Head].A(); a.UPOS == doc.NOUN && a.Feats.Number == doc.Plur && a.Class&(knowledge.ClassHuman|knowledge.ClassBody) != 0 {
			return true
		}
	}
	return false
}

// honoured says whether the verb of a singular pronoun, its subject, is plural, as for people of rank (वह पद छोड़ देंगे).
func (r *resolver) honoured(i int) bool {
	d := r.d
	cl := &d.Clauses[d.Chunks[i].Clause]
	if cl.Subject != i || d.Chunks[i].Marker != 0 || cl.Predicate == doc.None || d.Chunks[cl.Predicate].Verb.Form != doc.Finite {
		return false
	}
	return d.Tokens[d.Chunks[cl.Predicate].Tokens.Last-1].A().Feats.Number == doc.Plur
}

// honorific says whether a pronoun is plural, as people of rank are spoken of.
func (r *resolver) honorific(i int) bool {
	return r.d.Tokens[r.d.Chunks[i].Head].A().Feats.Number == doc.Plur
}

// fits says whether what was spoken of can be meant: a plural pronoun means a person.
func (r *resolver) fits(x *recent, person bool) bool {
	switch r.d.Entities[x.entity].Type {
	case doc.Person, doc.Office:
		return true
	case doc.State, doc.Organisation, doc.Group, doc.Body:
		return !person
	}
	return false
}

// people finds whom a plural pronoun of chunk i means when its sentence has spoken of people before (विद्रोहियों ने … उनकी
// मांगें): their last mention, None without one or when a person was the subject since.
func (r *resolver) people(i int) int {
	s := r.d.Clauses[r.d.Chunks[i].Clause].Sentence
	for n := len(r.recent) - 1; n >= 0 && r.sentence(n) == s; n-- {
		x := &r.recent[n]
		if !x.subject || r.d.Chunks[x.chunk].Clause == r.d.Chunks[i].Clause {
			continue
		}
		switch t := r.d.Entities[x.entity].Type; t {
		case doc.Group:
			return x.entity
		case doc.Body:
			if a := r.d.Tokens[r.d.Chunks[x.chunk].Head].A(); a.Class&knowledge.ClassHuman != 0 && a.Feats.Number == doc.Plur {
				return x.entity
			}
		}
		return doc.None
	}
	return doc.None
}
