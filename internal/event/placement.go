package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// placements states where places lie, when the report says it in passing: a capital (ताजिकिस्तान की राजधानी दुशांबे),
// a town (ईरान के बाम शहर), the seat of an organisation (वियना स्थित आईएईए), a member (नाटो का सदस्य नॉर्वे). Each is
// stated once.
func (e *engine) placements() {
	seen := map[string]bool{}
	for i := range e.d.Chunks {
		c := &e.d.Chunks[i]
		if c.Kind != doc.NP || c.Of == doc.None || e.mention[i] == doc.None {
			continue
		}
		kind, subject, object := e.placement(i, c.Of)
		if kind == "" {
			continue
		}
		f := record.Fact{Kind: kind, Subject: e.party(subject), Object: e.party(object), Rule: "placement",
			Evidence: e.quotes([]doc.Span{{Start: min(subject.span.Start, object.span.Start), End: max(subject.span.End, object.span.End)}})}
		if key := kind + f.Subject.Text + f.Object.Code; !seen[key] {
			seen[key] = true
			e.d.Facts = append(e.d.Facts, f)
		}
	}
}

// placement reads the relation between a name, chunk i, and the chunk that it modifies.
func (e *engine) placement(i, of int) (kind string, subject, object party) {
	d := e.d
	owner := e.mentionParties(e.mention[i])[0]
	ownerType := d.Mentions[e.mention[i]].Type
	cues, class := e.words(of)
	if d.Chunks[i].Marker == 0 {
		if ownerType == doc.Place && cues&knowledge.CueLocated != 0 && e.mention[of] != doc.None && d.Mentions[e.mention[of]].Type == doc.Organisation {
			return "located_in", e.mentionParties(e.mention[of])[0], owner
		}
		return "", subject, object
	}
	named := e.named(of)
	if d.Chunks[i].Marker != e.k.Genitive || named == doc.None || cues&knowledge.CueAgentive != 0 { // रूस के कब्जे वाला क्रीमिया
		return "", subject, object
	}
	it := party{d.Mentions[named].Entity, d.Mentions[named].Span}
	switch t := d.Mentions[named].Type; {
	case t == doc.Place && ownerType == doc.State && cues&knowledge.CueCapital != 0:
		return "capital_of", it, owner
	case t == doc.Place && (ownerType == doc.State || ownerType == doc.Place && class&knowledge.ClassPlace != 0) && it.entity != owner.entity && e.code(it) == e.code(owner):
		return "located_in", it, owner
	case t == doc.State && ownerType == doc.Organisation && cues&knowledge.CueMember != 0:
		return "member_of", it, owner
	}
	return "", subject, object
}

// words are the cues and classes of the words of chunk i.
func (e *engine) words(i int) (knowledge.Cues, knowledge.Class) {
	var cues knowledge.Cues
	var class knowledge.Class
	for t := e.d.Chunks[i].Tokens.First; t < e.d.Chunks[i].Tokens.Last; t++ {
		cues |= e.k.CuesOf(&e.d.Tokens[t])
		class |= e.d.Tokens[t].A().Class
	}
	return cues, class
}

// named is the mention inside chunk i, None without one.
func (e *engine) named(i int) int {
	c := &e.d.Chunks[i]
	for m := e.firstMention(c.Tokens.First); m < len(e.d.Mentions) && e.d.Mentions[m].Tokens.First < c.Tokens.Last; m++ {
		if t := e.d.Mentions[m].Type; (t == doc.Place || t == doc.State) && e.d.Mentions[m].Entity != doc.None {
			return m
		}
	}
	return doc.None
}
