package mention

import "varta/internal/doc"

// utterer is who speaks in clause of chunk i: the subject of the speech clause above.
func (r *resolver) utterer(i int) []int {
	c := r.d.Chunks[i].Clause
	for depth := 0; depth < 6 && c != doc.None; depth++ {
		cl := &r.d.Clauses[c]
		if cl.Kind == doc.Complement || cl.Kind == doc.Quotation {
			if cl.Parent != doc.None {
				return r.voice(cl.Parent)
			}
		}
		c = cl.Parent
	}
	if r.d.Tokens[r.d.Chunks[i].Head].Quoted && r.speaker != doc.None {
		return []int{r.speaker}
	}
	return nil
}

// voice is who speaks in clause c.
func (r *resolver) voice(c int) []int {
	return r.entitiesOf(r.voiceAt(c))
}

// voiceAt is the chunk of who speaks in clause c: its subject, or the owner of the word for speech (ईरान का कहना है), None
// where neither names anybody.
func (r *resolver) voiceAt(c int) int {
	d, cl := r.d, &r.d.Clauses[c]
	if len(r.entitiesOf(cl.Subject)) > 0 {
		return cl.Subject
	}
	if i := cl.Predicate - 2; i >= cl.Chunks.First && d.Chunks[i].Of == i+1 && d.Chunks[i].Marker == r.k.Genitive && d.Chunks[i+1].Marker == 0 {
		return i
	}
	return doc.None
}

// accordingTo are those whose word stands before the pronoun in chunk i, its subject, in its clause: they tell of themselves (सेना के
// मुताबिक उसने …), news agencies and papers of others.
func (r *resolver) accordingTo(i int) []int {
	d := r.d
	c := d.Chunks[i].Clause
	for j := i - 1; j >= d.Clauses[c].Chunks.First; j-- {
		if g := &d.Chunks[j]; g.Clause != c || r.k.Markers[g.Marker].Function != "according" {
			continue
		}
		e := r.entitiesOf(j)
		if len(e) == 1 && (d.Entities[e[0]].Sector == "JRN" || !r.fits(&recent{entity: e[0]}, false)) {
			return nil
		}
		return e
	}
	return nil
}
