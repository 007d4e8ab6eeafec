package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// classOf are the classes that a mention has by its type, as nouns have theirs by the lexicon.
var classOf = [...]knowledge.Class{
	doc.Person:       knowledge.ClassHuman | knowledge.ClassRole | knowledge.ClassOfficial,
	doc.State:        knowledge.ClassStateNoun | knowledge.ClassPlace,
	doc.Organisation: knowledge.ClassBody,
	doc.Group:        knowledge.ClassGroup | knowledge.ClassHuman,
	doc.Place:        knowledge.ClassPlace,
	doc.Office:       knowledge.ClassHuman | knowledge.ClassRole | knowledge.ClassOfficial,
	doc.Body:         knowledge.ClassHuman | knowledge.ClassOfficial | knowledge.ClassBody,
	doc.Description:  knowledge.ClassHuman,
	doc.Nationals:    knowledge.ClassHuman | knowledge.ClassCivilian | knowledge.ClassPeople,
}

// class are the semantic classes of the head of a chunk.
func (e *engine) class(i int) knowledge.Class {
	var c knowledge.Class
	t := &e.d.Tokens[e.d.Chunks[i].Head]
	if e.anything(i) {
		if h := e.antecedentOf(i); h != doc.None {
			return e.class(h) // काहिरा, जहां … : no troops
		}
		if m := e.mention[i]; m != doc.None && e.d.Mentions[m].Entity != doc.None && e.d.Entities[e.d.Mentions[m].Entity].Type == doc.Person {
			return ^knowledge.ClassForce // वे मनीला पहुंचे: no troops
		}
		return ^knowledge.Class(0)
	}
	for j := range t.Analyses {
		if t.Analyses[j].UPOS == doc.NOUN {
			c |= t.Analyses[j].Class
		}
	}
	if m := e.mention[i]; m != doc.None {
		c |= classOf[e.d.Mentions[m].Type]
		if n := e.d.Mentions[m].Entity; n != doc.None && e.k.Item(doc.Group, e.d.Entities[n].Code) != nil {
			c |= knowledge.ClassGroup // a person of one
		}
	}
	if h := e.d.Chunks[i].Head; c&knowledge.ClassBody != 0 && h > e.d.Chunks[i].Tokens.First {
		for j := range e.d.Tokens[h-1].Analyses {
			c |= e.d.Tokens[h-1].Analyses[j].Class & knowledge.ClassGroup // आतंकी संगठन
		}
	}
	return c
}

// antecedentOf is the chunk that the relative pronoun at chunk i means, None for other chunks.
func (e *engine) antecedentOf(i int) int {
	c := e.d.Chunks[i].Clause
	if c == doc.None || e.d.Clauses[c].Kind != doc.Relative || !e.isRelative(i) {
		return doc.None
	}
	if h := e.d.Clauses[c].Head; h != doc.None && h < i && !e.anything(h) {
		return h
	}
	return doc.None
}

// classes are the semantic classes of the members of the list of chunk i.
func (e *engine) classes(i int) knowledge.Class {
	var c knowledge.Class
	for _, j := range e.members(i) {
		c |= e.class(j)
	}
	return c
}

// fitsOther says whether the class that a frame asks of argument a is that of another one with the same marker, or of the
// object with its marker (शहर में … हमले में; बंद पड़े संयंत्र से निरीक्षकों को).
func (e *engine) fitsOther(in *instance, f *knowledge.Frame, a arg, nominal bool) bool {
	for _, b := range in.args {
		if b.chunk == a.chunk || a.key != b.key && !(a.key == knowledge.K2 && b.key == e.k.Dative) {
			continue
		}
		if s, ok := e.slot(f, b, nominal); ok && s.With != 0 && e.classes(b.chunk)&s.With != 0 {
			return true
		}
	}
	return false
}

// anything says whether a chunk is a pronoun, which may mean anything.
func (e *engine) anything(i int) bool {
	if m := e.mention[i]; m != doc.None && e.d.Mentions[m].Rule != "reference" {
		return false
	}
	c := &e.d.Chunks[i]
	u := e.d.Tokens[c.Head].A().UPOS
	return u == doc.PRON || u == doc.DET && c.Head == c.Tokens.First
}

// slot is the slot of f that takes argument a: its marker's, or K2 for a dative or unmarked one; an agent phrase is K1. A state
// or place that owns a bare visit is where it goes (फ्रांस की यात्रा), since a state pays none.
func (e *engine) slot(f *knowledge.Frame, a arg, nominal bool) (knowledge.Slot, bool) {
	if a.beside {
		if s, ok := f.Role(knowledge.K2, nominal); ok {
			return s, true
		}
	}
	if s, ok := e.between(f); ok && !nominal && e.among(f, a) {
		return s, true
	}
	if s, ok := f.Role(a.key, nominal); ok {
		if nominal && s.Role == knowledge.Actor && a.key == e.k.Genitive && e.visit(f.Event) && e.isPlace(e.mention[a.chunk]) {
			s.Role = knowledge.Destination
		}
		return s, true
	}
	switch {
	case a.key == e.k.Dative || a.key == 0:
		return f.Role(knowledge.K2, nominal)
	case e.function(a.key) == "agent":
		if s, ok := f.Role(knowledge.K1, nominal); ok {
			return s, true
		}
		return knowledge.Slot{Key: knowledge.K1, Role: knowledge.Actor}, nominal && !e.passive(e.d.Chunks[a.chunk].Clause) // चीन द्वारा युद्ध में दिया गया समर्थन
	}
	return knowledge.Slot{}, false
}
