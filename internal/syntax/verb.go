package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// verb cuts a verb group at token i: the main verb and all that follows it as auxiliary, negation or particle.
func (c *chunker) verb(i int) int {
	g := group{c: c, first: i, verb: doc.Verb{Lemma: c.d.Tokens[i].A().LemmaID, Main: i}}
	last := g.read(i)
	n := len(c.d.Chunks)
	c.add(doc.Range{First: i, Last: last}, doc.VG)
	g.negationBefore(n)
	c.d.Chunks[n].Verb = g.finish(last)
	if f := g.verb.Form; f == doc.Infinitive || f == doc.Participle {
		return c.marker(last)
	}
	return last
}

// group reads the tokens of a verb group.
type group struct {
	c        *chunker
	first    int
	verb     doc.Verb
	feats    doc.Feats // of the last verb form
	main     doc.Feats // of the main verb
	aux      bool      // a finite auxiliary has been read
	link     bool      // हुआ after a participle
	agentive bool      // वाला
	mustInf  bool      // an infinitive before हो, पड़, चाहिए
	going    bool      // an infinitive before जा: about to
}

func (g *group) read(i int) int {
	d, k := g.c.d, g.c.k
	g.main = d.Tokens[i].A().Feats
	g.feats = g.main
	g.aux = d.Tokens[i].A().UPOS == doc.AUX && g.feats.VerbForm == doc.Fin
	last := i + 1
	for j := i + 1; j < g.c.end; j++ {
		t := &d.Tokens[j]
		cues := k.CuesOf(t)
		switch {
		case cues&knowledge.CueNegation != 0 && g.auxAhead(j+1):
			g.verb.Negated = true
			continue
		case cues&knowledge.CueFocus != 0 && t.A().UPOS == doc.PART && g.auxAhead(j+1):
			continue
		case g.compound(j):
		case !g.take(t, cues):
			return last
		}
		last = j + 1
	}
	return last
}

// compound takes a second full verb behind a stem with which it makes a predicate (मार गिराया): it becomes the main one.
// A light verb before a full one has its own noun (ट्वीट कर कहा, but बाहर ले जाएगा).
func (g *group) compound(j int) bool {
	a := g.c.d.Tokens[j].A()
	if g.feats.VerbForm != doc.Conv || j != g.first+1 || a.UPOS != doc.VERB || !g.c.k.IsCompound(g.verb.Lemma, a.LemmaID) {
		return false
	}
	light := g.c.k.CuesOf(&g.c.d.Tokens[g.first])&knowledge.CueLight != 0 && g.c.k.CuesOf(&g.c.d.Tokens[j])&knowledge.CueAux == 0
	if light && !g.c.k.EndsPredicate(g.c.d, a.LemmaID, g.first, g.first) {
		return false
	}
	g.verb.Lemma, g.verb.Main = a.LemmaID, j
	g.main, g.feats = a.Feats, a.Feats
	return true
}

func (g *group) auxAhead(j int) bool {
	if j >= g.c.end {
		return false
	}
	t := &g.c.d.Tokens[j]
	h := *g
	return h.take(t, g.c.k.CuesOf(t))
}

// take reads one more verb form when it can follow the last one.
func (g *group) take(t *doc.Token, cues knowledge.Cues) bool {
	a := t.A()
	f := a.Feats
	if cues&knowledge.CueAgentive != 0 && g.feats.VerbForm == doc.Inf {
		g.agentive = true
		g.feats = doc.Feats{VerbForm: doc.Part, Number: f.Number, Gender: f.Gender}
		return true
	}
	if a.UPOS != doc.VERB && a.UPOS != doc.AUX || cues&(knowledge.CueAux|knowledge.CueModalCan|knowledge.CueModalMust|knowledge.CueModalWant) == 0 && a.UPOS != doc.AUX {
		return false
	}
	if !g.follows(t, cues, f) {
		return false
	}
	g.note(cues, f, a)
	return true
}

// follows says whether a verb form can stand behind the last one.
func (g *group) follows(t *doc.Token, cues knowledge.Cues, f doc.Feats) bool {
	link := cues&knowledge.CueLink != 0
	switch {
	case g.aux && g.feats.VerbForm == doc.Fin:
		return false
	case g.agentive:
		return g.c.copula(t)
	case g.feats.VerbForm == doc.Conv:
		return true
	case g.feats.VerbForm == doc.Inf:
		if cues&knowledge.CuePassive != 0 {
			return f.VerbForm == doc.Conv // करने जा रहे हैं; मिलने गए are two verbs
		}
		return cues&(knowledge.CueModalMust|knowledge.CueModalWant|knowledge.CueInceptive|knowledge.CueModalCan) != 0 || g.c.copula(t)
	case g.feats.Aspect == doc.Imperf:
		return link || g.c.copula(t) || cues&knowledge.CueAux != 0
	case g.feats.Aspect == doc.Perf:
		if f.VerbForm == doc.Inf && cues&knowledge.CueModalMust != 0 {
			return true // हत्या से जुड़े होने का आरोप
		}
		return link || g.c.copula(t) || cues&(knowledge.CuePassive|knowledge.CueModalWant) != 0 || f.VerbForm == doc.Fin && t.A().UPOS == doc.AUX
	}
	return false
}

// copula says whether a form belongs to the copula, the lemma of the finite auxiliary.
func (c *chunker) copula(t *doc.Token) bool {
	for i := range t.Analyses {
		if a := &t.Analyses[i]; a.UPOS == doc.AUX && a.Feats.VerbForm == doc.Fin {
			return true
		}
	}
	return t.A().UPOS == doc.AUX
}

func (g *group) note(cues knowledge.Cues, f doc.Feats, a *doc.Analysis) {
	v := &g.verb
	wasInf := g.feats.VerbForm == doc.Inf
	switch {
	case cues&knowledge.CueLink != 0 && (g.feats.Aspect != 0) && f.Aspect == doc.Perf:
		g.link = true
	case cues&knowledge.CueProgressive != 0:
		v.Progressive = true
	case cues&knowledge.CueModalCan != 0:
		v.Possible = true
	case cues&knowledge.CuePassive != 0 && g.feats.Aspect == doc.Perf:
		v.Passive = true
	case cues&knowledge.CuePassive != 0 && wasInf:
		g.going = true
	case cues&knowledge.CueModalWant != 0:
		v.Desire = true
	case cues&knowledge.CueInceptive != 0 && cues&knowledge.CueLight != 0 && wasInf:
		v.Permits = true // दे, not लग
	case cues&knowledge.CueModalMust != 0 && wasInf:
		g.mustInf = true
		v.Scheduled = a.UPOS == doc.AUX && f.Tense == doc.Pres && f.Number != 0
	}
	if a.UPOS == doc.AUX && f.VerbForm == doc.Fin {
		g.aux = true
	}
	v.Perfective = v.Perfective || f.Aspect == doc.Perf && cues&knowledge.CueProgressive == 0 // टाल दिया था
	if f != (doc.Feats{}) {
		g.feats = f
	}
}

// negationBefore marks the group when a negation stands right before it.
func (g *group) negationBefore(n int) {
	c := g.c
	for i := g.first - 1; i >= 0 && i >= g.first-2; i-- {
		t := &c.d.Tokens[i]
		cues := c.k.CuesOf(t)
		if cues&knowledge.CueNegation != 0 {
			g.verb.Negated = true
		}
		if cues&(knowledge.CueNegation|knowledge.CueFocus) == 0 {
			return
		}
	}
}

// finish settles the form of the group from its last verb form and from what follows it.
func (g *group) finish(last int) doc.Verb {
	v := &g.verb
	f := g.feats
	v.Tense, v.Perfective, v.Subjunct = f.Tense, v.Perfective || g.main.Aspect == doc.Perf || f.Aspect == doc.Perf, f.Mood == doc.Subj || f.Mood == doc.Imp
	v.Obligation = g.mustInf
	bare := f.Aspect == doc.Imperf && v.Negated && !g.link // जब तक वह नहीं मानता तब तक: a negation drops the auxiliary
	switch {
	case g.agentive && !g.aux, g.going && !g.aux && g.adnominal(last):
		v.Form, v.Tense = doc.Agentive, doc.Fut
	case g.agentive || g.going:
		v.Form, v.Tense = doc.Finite, doc.Fut
	case g.link && g.main.Aspect == doc.Imperf && !g.aux:
		v.Form = doc.Imperfective
	case f.VerbForm == doc.Conv:
		v.Form = doc.Conjunctive
	case f.VerbForm == doc.Inf:
		v.Form = doc.Infinitive
	case f.Aspect != 0 && !g.aux && !bare && g.adnominal(last):
		v.Form = doc.Participle
	case f.Aspect == doc.Imperf && !g.aux && !bare && !g.ends(last):
		v.Form = doc.Imperfective
	default:
		v.Form = doc.Finite
		switch {
		case v.Tense != 0 || f.Aspect != doc.Perf:
		case v.Progressive:
			v.Tense = doc.Pres // headlines leave the auxiliary out: चीन जा रहे प्रधानमंत्री
		default:
			v.Tense = doc.Past
		}
	}
	return *v
}

func (g *group) ends(last int) bool {
	return last >= g.c.end || g.c.d.Tokens[last].Kind == doc.Punct || g.c.d.Tokens[last].A().UPOS == doc.SCONJ || g.c.d.Tokens[last].A().UPOS == doc.CCONJ
}

// adnominal says whether a participle describes the nominal behind it: another verb must follow in the clause.
func (g *group) adnominal(last int) bool {
	if g.ends(last) || g.inverted(last) || g.tells() || g.answered(last) {
		return false
	}
	if m := firstMention(g.c.d, last); m < len(g.c.d.Mentions) && g.c.d.Mentions[m].Tokens.First == last {
		return g.verbAhead(last) // चल रहे जी-20 सम्मेलन में
	}
	switch g.c.d.Tokens[last].A().UPOS {
	case doc.NOUN, doc.ADJ, doc.NUM, doc.PROPN, doc.DET, doc.ADP:
	case doc.PRON:
		if g.c.k.CuesOf(&g.c.d.Tokens[last])&knowledge.CueReflexive == 0 {
			return false
		} // क़तर से लगी अपनी सीमा
	default:
		return g.link
	}
	return g.verbAhead(last)
}

// answered says whether the pronoun that a relative word before the group waits for stands right behind it: the group ends the
// relative clause (ईरान ने जो हमला किया वह विफल रहा).
func (g *group) answered(last int) bool {
	if g.c.k.CuesOf(&g.c.d.Tokens[last])&knowledge.CueThird == 0 {
		return false
	}
	for i := g.first - 1; i >= 0 && i >= g.first-15; i-- {
		switch t := &g.c.d.Tokens[i]; {
		case g.c.k.CuesOf(t)&knowledge.CueRelative != 0:
			return true
		case t.Kind == doc.Punct, t.A().UPOS == doc.VERB, t.A().UPOS == doc.SCONJ:
			return false
		}
	}
	return false
}

// tells says whether the group is a bare verb of quoting whose agent stands before it: what follows is said (उन्होंने कहा हम
// बात नहीं करेंगे).
func (g *group) tells() bool {
	f := g.feats
	return g.c.spoken(g.verb.Lemma) && f.Aspect == doc.Perf && f.Gender == doc.Masc && f.Number == doc.Sing && g.c.agentBefore(g.first, false)
}

// verbAhead says whether a verb follows before the next conjunction or the end of the sentence.
func (g *group) verbAhead(i int) bool {
	for ; i < g.c.end; i++ {
		switch a := g.c.d.Tokens[i].A(); a.UPOS {
		case doc.VERB, doc.AUX:
			return true
		case doc.SCONJ:
			return false
		}
	}
	return g.link
}
