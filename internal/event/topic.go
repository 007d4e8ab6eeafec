package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// ofTopic says whether chunk i, which names place m, tells where the conflict is that an act of words is about, not where
// the words were said (यूक्रेन में संघर्ष पर चर्चा की): a state or region of nobody who takes part, right before such a noun
// that has no name of its own, in the role of the topic. Towns are where people meet (दोहा में युद्धविराम पर), and a conflict
// with a name is somewhere else (सऊदी अरब में यूक्रेन युद्ध पर).
func (e *engine) ofTopic(i, m int, dr *draft) bool {
	d := e.d
	if d.Chunks[i].Marker != e.k.Locative || i+1 >= len(d.Chunks) || !e.wide(m) {
		return false
	}
	t := &d.Chunks[i+1]
	if t.Kind != doc.NP || t.Clause != d.Chunks[i].Clause || t.Marker == 0 {
		return false
	}
	if t.Marker == e.k.Genitive && t.Of != doc.None && t.Of > i+1 && t.Of <= i+3 && d.Chunks[t.Of].Marker != 0 && e.mention[i+1] == doc.None {
		t = &d.Chunks[t.Of] // कनाडा में चरमपंथियों की गतिविधियों पर
	} else if e.headClass(i+1)&knowledge.ClassConflict == 0 {
		return false
	}
	if s, ok := dr.frame.Role(t.Marker, dr.nominal); !ok || s.Role != knowledge.Topic {
		return false
	}
	n := e.firstMention(t.Tokens.First)
	return (n >= len(d.Mentions) || d.Mentions[n].Tokens.First >= t.Tokens.Last) && !e.takesPart(m, dr)
}

// placeOfTopic says whether the place that the frame of a draft has taken is that of its topic, or of what came before it.
func (e *engine) placeOfTopic(dr *draft, in *instance) bool {
	for _, a := range in.args {
		if e.mention[a.chunk] == dr.place {
			return e.ofTopic(a.chunk, dr.place, dr) || e.ofTime(a.chunk)
		}
	}
	return false
}

// wide says whether mention m is a state or region rather than a town.
func (e *engine) wide(m int) bool {
	mn := &e.d.Mentions[m]
	return mn.Type == doc.State || mn.Type == doc.Place && mn.Row != doc.None && e.k.Items[mn.Row].Sub == "region"
}

// takesPart says whether the state of place m acts in a draft, is acted on, or is that of the dateline.
func (e *engine) takesPart(m int, dr *draft) bool {
	p := party{entity: e.d.Mentions[m].Entity}
	if e.isIn(p, dr.actors) || e.isIn(p, dr.recipients) {
		return true
	}
	home := e.dateline()
	return home != doc.None && e.isIn(p, []party{{entity: e.d.Mentions[home].Entity}})
}
