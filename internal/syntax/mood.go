package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// moods reads as subjunctive the verbs whose form may also be perfective (हटे, हटाए): after subjects are known, their
// agreement and what the clause hangs on tell.
func (b *clauser) moods() {
	for c := b.first; c < len(b.d.Clauses); c++ {
		if cl := &b.d.Clauses[c]; cl.Predicate != doc.None && b.mayWish(cl) && (b.disagrees(cl) || b.wished(cl)) {
			v := &b.d.Chunks[cl.Predicate].Verb
			v.Subjunct, v.Perfective, v.Tense = true, false, 0
		}
	}
}

// neither negates the verbs of clauses in which a negation of two words stands, away from the verb (न ही सेना की वापसी की मांग
// मानी).
func (b *clauser) neither() {
	for c := b.first; c < len(b.d.Clauses); c++ {
		cl := &b.d.Clauses[c]
		for i := cl.Chunks.First; cl.Predicate != doc.None && i < cl.Predicate; i++ {
			if ch := &b.d.Chunks[i]; ch.Clause == c && ch.Kind == doc.Adv && b.negates(ch.Head) {
				b.d.Chunks[cl.Predicate].Verb.Negated = true
			}
		}
	}
}

// negates says whether a negation of two words begins at token i.
func (b *clauser) negates(i int) bool {
	if b.k.CuesOf(&b.d.Tokens[i])&knowledge.CueNegation == 0 || i+1 >= len(b.d.Tokens) {
		return false
	}
	cues, n := b.k.CueAt(func(x int) int32 { return b.d.Tokens[i+x].Word }, 2)
	return n == 2 && cues&knowledge.CueNegation != 0
}

// mayWish says whether clause cl has no agent, and its verb is one word that is both perfective and subjunctive.
func (b *clauser) mayWish(cl *doc.Clause) bool {
	vg := &b.d.Chunks[cl.Predicate]
	if vg.Verb.Form != doc.Finite || !vg.Verb.Perfective || vg.Tokens.Len() != 1 {
		return false
	}
	if cl.Subject != doc.None && b.listMarker(cl.Subject) == b.k.Ergative {
		return false
	}
	t := &b.d.Tokens[vg.Verb.Main]
	for i := range t.Analyses {
		if a := &t.Analyses[i]; a.LemmaID == vg.Verb.Lemma && a.Feats.Mood == doc.Subj {
			return true
		}
	}
	return false
}

// disagrees says whether the subject cannot be that of a perfective in the masculine plural: a feminine noun (चीन की
// सेना पीछे हटे) or, behind a conjunction, one state or organisation.
func (b *clauser) disagrees(cl *doc.Clause) bool {
	if cl.Subject == doc.None || b.d.Chunks[cl.Subject].Marker != 0 || b.d.Chunks[cl.Subject].Coord != doc.None {
		return false
	}
	if b.d.Tokens[b.d.Chunks[cl.Predicate].Verb.Main].A().Feats.Gender != doc.Masc {
		return false
	}
	h := b.d.Chunks[cl.Subject].Head
	if m := firstMention(b.d, h); m < len(b.d.Mentions) && b.d.Mentions[m].Tokens.Has(h) {
		t := b.d.Mentions[m].Type
		if t == doc.State || t == doc.Organisation {
			return (cl.Kind == doc.Complement || cl.Kind == doc.Adverbial) && !b.goes(cl)
		}
	}
	a := b.d.Tokens[h].A()
	return a.UPOS == doc.NOUN && a.Feats.Gender == doc.Fem && a.Class&(knowledge.ClassHuman|knowledge.ClassBody|knowledge.ClassForce) != 0
}

// goes says whether a clause has a frame of journeys: a bare name before its verb is where somebody went, not who.
func (b *clauser) goes(cl *doc.Clause) bool {
	for _, n := range cl.Frames {
		for _, s := range b.k.Frames[n].Roles {
			if s.Role == knowledge.Destination {
				return true
			}
		}
	}
	return false
}

// wished says whether a clause is what its parent asks for (मांग की कि …), or tells somebody to do (उससे कहा कि वह सेना
// हटाए).
func (b *clauser) wished(cl *doc.Clause) bool {
	if cl.Kind != doc.Complement || cl.Parent == doc.None || cl.Subject == doc.None {
		return false
	}
	for _, n := range b.d.Clauses[cl.Parent].Frames {
		f := b.k.Frames[n]
		if f.Event != nil && f.Event.Type == "REQUEST" || f.Say && f.Event == nil && b.addressed(cl.Parent) {
			return true
		}
	}
	return false
}

// addressed says whether a clause of speech names whom it is said to.
func (b *clauser) addressed(c int) bool {
	cl := &b.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if ch := &b.d.Chunks[i]; ch.Clause == c && ch.Kind == doc.NP && b.k.Markers[ch.Marker].Function == "source" && b.somebody(ch) {
			return true
		}
	}
	return false
}
