package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

const unknown = record.Unknown

// members are the chunks of the list that ends at or begins with chunk i: every chunk whose Coord leads to the same
// last conjunct.
func (e *engine) members(i int) []int {
	last := e.last(i)
	out := []int{last}
	for j := last - 1; j >= 0 && j >= last-60 && e.d.Chunks[j].Kind != doc.VG; j-- {
		if e.d.Chunks[j].Coord != doc.None && e.last(j) == last {
			out = append(out, j)
		}
	}
	for a, b := 0, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

// last is the last conjunct of the list that chunk i belongs to.
func (e *engine) last(i int) int {
	for e.d.Chunks[i].Coord != doc.None {
		i = e.d.Chunks[i].Coord
	}
	return i
}

// parties are those that the list of chunk i names. With loose, a nominal that names nobody stands for its owner: the
// decision of a state, its ships, a town in it.
func (e *engine) parties(i int, loose bool) []party {
	var out []party
	for _, j := range e.members(i) {
		out = e.addParties(out, e.chunkParties(j, loose)...)
	}
	return out
}

func (e *engine) chunkParties(i int, loose bool) []party {
	c := &e.d.Chunks[i]
	if h := e.relativeTo(i); h != doc.None {
		return e.namedBefore(h, i)
	}
	if e.mention[i] == doc.None && c.Marker == e.k.Locative && e.isRelative(i) {
		return nil // बैठक, जिसमें
	}
	if m := e.mention[i]; m != doc.None {
		mn := &e.d.Mentions[m]
		if e.reporter(mn) {
			return nil
		}
		if mn.Type != doc.Place || loose || e.actsForState(i, mn) {
			return e.mentionParties(m)
		}
		return nil
	}
	if p := e.quoted(i); p != nil {
		return p
	}
	if m := e.named(i); loose && m != doc.None && e.headClass(i)&(knowledge.ClassPlace|knowledge.ClassFacility) != 0 {
		return e.mentionParties(m) // गोमा शहर पर, बुशहर परमाणु संयंत्र पर
	}
	if (loose || c.Marker == e.k.Ergative) && e.d.Tokens[c.Head].A().Class&knowledge.ClassGroup == 0 {
		if p := e.owner(i); len(p) > 0 {
			return p
		}
	}
	if e.d.Tokens[c.Head].A().Class&knowledge.ClassGroup != 0 {
		if p := e.owner(i); len(p) > 0 && p[0].entity != doc.None && e.d.Entities[p[0].entity].Type != doc.State {
			return p
		}
		return []party{{doc.None, e.nominalSpan(i)}}
	}
	if a := e.d.Tokens[c.Head].A(); a.Class&(knowledge.ClassHuman|knowledge.ClassForce|knowledge.ClassWeapon|knowledge.ClassVehicle) != 0 || a.UPOS == doc.PRON {
		if p := e.owner(i); len(p) > 0 {
			return p
		}
		if a.Class&knowledge.ClassHuman == 0 && a.UPOS != doc.PRON || a.UPOS == doc.PRON && a.Feats.Number != doc.Plur && e.k.CuesOf(&e.d.Tokens[c.Head])&knowledge.CueProximal != 0 {
			return nil // इसकी: of what was told
		}
		if loose && a.UPOS == doc.PRON && a.Feats.Person == 0 && a.Feats.Case == doc.Nom && c.Marker == 0 {
			return nil // कोई भी बातचीत: no object, which would have its marker
		}
		if p := e.sameNationals(i); len(p) > 0 {
			return p
		}
		return []party{{doc.None, e.d.SpanOf(doc.Range{First: c.Tokens.First, Last: c.Head + 1})}}
	}
	return nil
}

// nationalsReach is how many chunks a bare noun of people looks back over.
const nationalsReach = 80

// sameNationals is the state of the people whom the noun of chunk i named before with their state, when all of them were of one
// (21 भारतीय मछुआरों को पकड़ा … मछुआरों को रिहा किया).
func (e *engine) sameNationals(i int) []party {
	d := e.d
	a := d.Tokens[d.Chunks[i].Head].A()
	if a.UPOS != doc.NOUN || a.Feats.Number != doc.Plur || a.Class&(knowledge.ClassOfficial|knowledge.ClassRole) != 0 {
		return nil
	}
	var found []party
	for j := i - 1; j >= 0 && j >= i-nationalsReach; j-- {
		c := &d.Chunks[j]
		if c.Kind != doc.NP || d.Tokens[c.Head].A().Lemma != a.Lemma {
			continue
		}
		p := e.owner(j)
		if m := e.mention[j]; m != doc.None {
			p = e.mentionParties(m)
		}
		switch {
		case len(p) == 0:
		case len(p) > 1 || e.code(p[0]) == "" || found != nil && e.code(found[0]) != e.code(p[0]):
			return nil
		case found == nil:
			found = p
		}
	}
	return found
}

// reporter says whether a mention is a news agency, broadcaster or paper by name: it tells of acts.
func (e *engine) reporter(mn *doc.Mention) bool {
	return mn.Type == doc.Body && mn.Row != doc.None && e.k.Items[mn.Row].Code != "" && mn.Entity != doc.None && e.d.Entities[mn.Entity].Sector == press
}

// quoted are those whom the noun right before chunk i, a name in quotation marks, means (सेना की टुकड़ी ‘विशेष दल’ ने).
func (e *engine) quoted(i int) []party {
	if i < 2 || e.d.Chunks[i-1].Kind != doc.Mark || !knowledge.Quotes(&e.d.Tokens[e.d.Chunks[i-1].Tokens.First]) {
		return nil
	}
	if b := &e.d.Chunks[i-2]; b.Kind == doc.NP && b.Marker == 0 && b.Coord == doc.None && e.mention[i-2] != doc.None && e.headClass(i-2)&knowledge.ClassHuman != 0 {
		return e.mentionParties(e.mention[i-2])
	}
	return nil
}

// relativeTo is the nominal that the relative pronoun at chunk i stands for, when it names or means somebody (तालिबान, जिस पर
// प्रतिबंध लगे हैं), None elsewhere.
func (e *engine) relativeTo(i int) int {
	if h := e.headOf(i); h != doc.None && e.mention[h] != doc.None {
		return h
	}
	return doc.None
}

// namedBefore are the parties that the members of the list of chunk h before chunk i name themselves.
func (e *engine) namedBefore(h, i int) []party {
	var out []party
	for _, j := range e.members(h) {
		if m := e.mention[j]; m != doc.None && j < i {
			out = e.addParties(out, e.mentionParties(m)...)
		}
	}
	return out
}

// actsForState says whether a place is a capital that stands for its government: it bears no marker of place.
func (e *engine) actsForState(i int, m *doc.Mention) bool {
	switch e.k.Markers[e.d.Chunks[e.last(i)].Marker].Function {
	case "place", "near", "locative":
		return false
	}
	return m.Row != doc.None && e.k.Items[m.Row].Capital
}

func (e *engine) mentionParties(m int) []party {
	mn := &e.d.Mentions[m]
	if len(mn.Entities) == 0 {
		return []party{{mn.Entity, mn.Span}}
	}
	var out []party
	for _, n := range mn.Entities {
		out = append(out, party{n, mn.Span})
	}
	return out
}

// placed are the classes of what a place owns: its people, buildings and forces, not the acts and things named after it.
const placed = knowledge.ClassHuman | knowledge.ClassPlace | knowledge.ClassFacility | knowledge.ClassForce | knowledge.ClassVehicle

// extent says whether chunk i is a number of units, which owns nothing.
func (e *engine) extent(i int) bool {
	c := &e.d.Chunks[i]
	return e.mention[i] == doc.None && e.headClass(i) == 0 && c.Head > c.Tokens.First && e.d.Tokens[c.Tokens.First].A().UPOS == doc.NUM
}

// hyphened says whether mentions m and m+1 are adjectives of two states joined by a hyphen (अमेरिकी-इजराइली हमले).
func (e *engine) hyphened(m int) bool {
	if m+1 >= len(e.d.Mentions) {
		return false
	}
	a, b := &e.d.Mentions[m], &e.d.Mentions[m+1]
	return a.Type == doc.Nationals && b.Type == doc.Nationals && b.Tokens.First == a.Tokens.Last+1 && e.d.Tokens[a.Tokens.Last].Norm == "-"
}

// owner are the parties to which a nominal belongs: a state adjective inside it, or its genitive.
func (e *engine) owner(i int) []party {
	d := e.d
	c := &d.Chunks[i]
	if e.k.CuesOf(&d.Tokens[c.Head])&knowledge.CueAlly != 0 {
		return nil // अमेरिका के सहयोगी are others
	}
	lead := e.lead(i)
	for m := e.firstMention(d.Chunks[lead].Tokens.First); m < len(d.Mentions) && d.Mentions[m].Tokens.First < c.Head; m++ {
		if mn := &d.Mentions[m]; mn.Type != doc.Office && mn.Type != doc.Place && mn.Entity != doc.None {
			p := e.mentionParties(m)
			for ; e.hyphened(m); m++ {
				p = e.addParties(p, e.mentionParties(m+1)...)
			}
			return p
		}
	}
	if e.class(i)&(knowledge.ClassEvent|knowledge.ClassAid) == knowledge.ClassEvent { // केन्या द्वारा | सूडान की मदद: the helped
		for j := i - 1; j >= 0 && j >= i-3 && d.Chunks[j].Kind == doc.NP; j-- {
			if e.function(d.Chunks[j].Marker) == "agent" {
				return e.parties(j, true) // सेना द्वारा संघर्षविराम का उल्लंघन
			}
		}
	}
	if p := e.genitiveState(i); p != nil {
		return p
	}
	extent := doc.None
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		g := &d.Chunks[j]
		if (g.Of == i || g.Of == lead || extent != doc.None && g.Of == extent) && g.Kind == doc.NP {
			if e.extent(j) {
				extent = j // रूस के हजार वर्ग किलोमीटर के क्षेत्र पर
				continue
			}
			if e.k.CuesOf(&d.Tokens[g.Head])&knowledge.CueOrigin != 0 {
				return nil // अल्बानियाई मूल के लोग act for no state
			}
			if m := e.mention[j]; m != doc.None && d.Mentions[m].Type == doc.Place && e.class(i)&placed == 0 {
				return nil
			}
			if e.k.CuesOf(&d.Tokens[g.Head])&knowledge.CueReflexive != 0 {
				if p := e.describedBy(i); len(p) > 0 {
					return p // ईरान से लगी अपनी सीमाएं
				}
			}
			if g.Marker == 0 && j > 0 && d.Chunks[j-1].Of == i && d.Chunks[j-1].Marker == e.k.Genitive && d.Chunks[j-1].Kind == doc.NP {
				continue // मोदी के | यूक्रेन | दौरे
			}
			return e.parties(j, true)
		}
	}
	if j := i - 1; j >= 0 && d.Chunks[j].Kind == doc.VG && d.Chunks[j].Verb.Form == doc.Infinitive && d.Chunks[j].Marker == e.k.Genitive && d.Chunks[j].Clause != doc.None && e.k.CuesOf(&d.Tokens[c.Head])&knowledge.CuePlanned != 0 {
		if p := e.ownerBefore(d.Chunks[j].Clause); p != nil {
			return p
		}
	}
	return e.describedBy(i)
}

// genitiveState is the state that owns a nominal with the name of an organisation right before it, which only describes it
// (भारत की ब्रिक्स अध्यक्षता).
func (e *engine) genitiveState(i int) []party {
	d := e.d
	j := i - 1
	if j < 1 || d.Chunks[j].Of != i || d.Chunks[j].Marker != 0 || e.mention[j] == doc.None || d.Mentions[e.mention[j]].Type != doc.Organisation {
		return nil
	}
	if g := &d.Chunks[j-1]; g.Kind == doc.NP && g.Marker == e.k.Genitive && (g.Of == i || g.Of == j) && e.mention[j-1] != doc.None && d.Mentions[e.mention[j-1]].Type == doc.State {
		return e.parties(j-1, true)
	}
	return nil
}

// describedBy are the parties inside the participle that describes a nominal (सीरिया पर लगे प्रतिबंध).
func (e *engine) describedBy(i int) []party {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		g := &e.d.Chunks[j]
		if g.Kind == doc.VG && g.Clause != doc.None && e.d.Clauses[g.Clause].Kind == doc.Adnominal && e.d.Clauses[g.Clause].Head == i {
			return e.governedBy(g.Clause, i)
		}
	}
	return nil
}

// governedBy are the parties that the arguments of clause c name, but for its subject, place, time and chunk i itself.
func (e *engine) governedBy(c, i int) []party {
	var out []party
	args := e.verbArgs(c)
	for _, a := range args {
		if a.key == knowledge.K1 && e.passive(c) {
			return e.parties(a.chunk, true) // the changes that Israel proposed are Israel's
		}
	}
	frames, _ := e.k.MatchNominal(e.d, e.d.Chunks[i].Head, e.d.Chunks[i].Tokens.First)
	for _, n := range append(frames, e.d.Clauses[c].Frames...) {
		if f := e.k.Frames[n]; f.Event != nil && f.Event.Type == "ASSAULT" {
			return nil // दूतावास पर हुए हमले की निंदा means who attacked, not whom
		}
	}
	for _, a := range args {
		switch f := e.function(a.key); {
		case a.chunk == e.last(i), a.key == knowledge.K1, f == "locative", f == "time":
		default:
			out = e.addParties(out, e.parties(a.chunk, true)...)
		}
	}
	return out
}

// firstMention is the first mention that ends behind token i, by binary search.
func (e *engine) firstMention(i int) int {
	lo, hi := 0, len(e.d.Mentions)
	for lo < hi {
		if m := (lo + hi) / 2; e.d.Mentions[m].Tokens.Last <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
