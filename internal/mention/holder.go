package mention

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// nameHolders gives titles the person who holds the office on the day of the report (ईरानी राष्ट्रपति, संयुक्त राष्ट्र महासचिव),
// and a counterpart the office of whom it is the counterpart. A title that the report gives to somebody else (उपराष्ट्रपति
// हैरिस, पूर्व राष्ट्रपति) means nobody for sure in the whole report.
func (r *resolver) nameHolders() {
	day := r.d.Published.ISO()
	if day == "" {
		return
	}
	for i, m := range r.at {
		if m != doc.None && r.d.Mentions[m].Type == doc.Office && r.k.CuesOf(&r.d.Tokens[r.d.Chunks[i].Head])&knowledge.CueCounterpart != 0 {
			r.counterpart(i, &r.d.Mentions[m], day)
		}
	}
	other := map[int]bool{} // entities of titles that somebody else has
	for pass := range 2 {
		for i := range r.d.Mentions {
			r.holder(i, day, pass == 0, other)
		}
	}
}

// holder looks who holds the office of title mention i. The first pass notes which titles the report gives to somebody
// else, the second one names the holders.
func (r *resolver) holder(i int, day string, first bool, other map[int]bool) {
	d := r.d
	m := &d.Mentions[i]
	if m.Type != doc.Office || m.Row == doc.None || m.Entity == doc.None || len(m.Entities) > 0 || other[m.Entity] {
		return
	}
	e, o := &d.Entities[m.Entity], &r.k.Items[m.Row]
	if e.Type != doc.Office || e.ID != "" || e.Code == unknown || o.Sub != "office" {
		return
	}
	who, _ := r.k.Holder(o.ID, e.Code, day)
	switch {
	case who == nil || r.plural(m) || r.qualified(i):
		other[m.Entity] = true
	case r.named(i) != doc.None: // the name says who it is
		other[m.Entity] = other[m.Entity] || d.Entities[r.named(i)].ID != who.ID
	case !first:
		e.ID, e.English, e.Wikidata = who.ID, who.English, who.Wikidata
	}
}

// qualified says whether a word before title mention i, or before the names between, says that it was or will be
// somebody's (पूर्व अमेरिकी विदेश मंत्री, मनोनीत राष्ट्रपति).
func (r *resolver) qualified(i int) bool {
	for ; i > 0; i-- {
		p := &r.d.Mentions[i-1]
		if p.Tokens.Last != r.d.Mentions[i].Tokens.First {
			break
		}
		if p.Type == doc.Office && p.Row != doc.None && r.k.Items[p.Row].Sub == "prefix" {
			return true
		}
	}
	first := r.d.Mentions[i].Tokens.First
	return first > 0 && r.k.CuesOf(&r.d.Tokens[first-1])&knowledge.CueFormer != 0
}

// named is the person before whose name title mention i stands, None when it stands alone.
func (r *resolver) named(i int) int {
	if i+1 == len(r.d.Mentions) {
		return doc.None
	}
	n := &r.d.Mentions[i+1]
	if n.Tokens.First != r.d.Mentions[i].Tokens.Last || n.Type != doc.Person {
		return doc.None
	}
	return n.Entity
}

// counterpart gives the counterpart in chunk i the office of the subject of its clause, and who holds it.
func (r *resolver) counterpart(i int, m *doc.Mention, day string) {
	d := r.d
	subject := r.subjectOf(i)
	if m.Entity == doc.None || len(m.Entities) > 0 || len(subject) != 1 || d.Entities[m.Entity].Code == unknown {
		return
	}
	it := r.k.Item(doc.Person, d.Entities[subject[0]].ID)
	if it == nil {
		return
	}
	t := it.On(day)
	if !knowledge.Overlap(t.Since, t.Until, day, day) {
		return
	}
	e := &d.Entities[m.Entity]
	if who, term := r.k.Holder(t.Office, e.Code, day); who != nil {
		e.ID, e.English, e.Wikidata = who.ID, who.English, who.Wikidata
		e.Office = r.k.Item(doc.Office, term.Office).English
	}
}

// spokenFor is the official of whom a spokesperson speaks, who is entity e and the subject at chunk s: the last subject
// before that acts for the same state and is no spokesperson himself (अराघची दिल्ली पहुंचे। प्रवक्ता ने बताया कि वह …), None
// when he speaks of himself for all that the report tells.
func (r *resolver) spokenFor(s, e int) int {
	if !r.speaksFor(s) {
		return doc.None
	}
	code := r.d.Entities[e].Code
	for n := len(r.recent) - 1; n >= 0 && n > len(r.recent)-30; n-- {
		x := &r.recent[n]
		if o := &r.d.Entities[x.entity]; x.subject && o.Code == code && code != unknown && x.entity != e && (o.Type == doc.Person || o.Type == doc.Office) && !r.speaksFor(x.chunk) {
			return x.entity
		}
	}
	return doc.None
}

// speaksFor says whether chunk i is a spokesperson, by title alone or with a name.
func (r *resolver) speaksFor(i int) bool {
	c := &r.d.Chunks[i]
	for t := c.Tokens.First; t < c.Tokens.Last; t++ {
		if r.d.Tokens[t].A().Class&knowledge.ClassSpokesman != 0 {
			return true
		}
	}
	return false
}
