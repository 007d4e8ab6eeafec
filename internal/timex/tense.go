package timex

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// tense is the direction in which a verb points.
type tense uint8

const (
	noTense tense = iota
	past
	future
)

// tenseAfter is the tense of the first verb group behind token i that has one: the clause that an expression dates
// ends with its verb, and a participle that stands nearer is what it dates.
func (r *reader) tenseAfter(i int) tense {
	at := r.kind(i)
	planned := false
	for j := i; j < r.end; {
		t := &r.tokens[j]
		if !verbal(t) || r.compound(j) || r.genitive(j) {
			planned = planned || r.k.CuesOf(t)&(knowledge.CuePlanned|knowledge.CuePossible) != 0
			j++
			continue
		}
		g := r.group(j)
		if g.tense == noTense && g.present {
			g.tense = g.presentTense(at, planned)
		}
		if g.tense != noTense {
			return g.tense
		}
		j = g.last
	}
	return noTense
}

// presentTense is the direction of a present behind a date with the marker at: going on since, or about to be.
func (g *verbGroup) presentTense(at knowledge.TimeKind, planned bool) tense {
	switch {
	case g.progressive && at == knowledge.FromWord:
		return past
	case g.progressive, g.able, planned, g.copula && at == knowledge.AtWord:
		return future
	}
	return noTense
}

// compound says whether token j is the second half of a word with a hyphen.
func (r *reader) compound(j int) bool { return r.dash(j-1) && !r.tokens[j].Space }

func verbal(t *doc.Token) bool {
	u := t.A().UPOS
	return u == doc.VERB || u == doc.AUX
}

// genitive says whether token j, read as a verb, is rather the postposition of the noun behind it.
func (r *reader) genitive(j int) bool {
	if r.t.Word(r.tokens[j].Word).Kind != knowledge.GenitiveWord || j+1 >= r.end {
		return false
	}
	switch r.tokens[j+1].A().UPOS {
	case doc.NOUN, doc.PROPN, doc.ADJ, doc.NUM, doc.DET:
		return true
	}
	return false
}

// verbGroup is a run of verbs, with particles between them.
type verbGroup struct {
	last  int
	tense tense
	// What its forms are.
	fut, was, perfect, infinitive, subj, present, progressive, able bool
	copula                                                          bool // nothing but a present
}

// group reads the verb group at token j.
func (r *reader) group(j int) verbGroup {
	g := verbGroup{last: j, copula: true}
	for ; g.last < r.end; g.last++ {
		t := &r.tokens[g.last]
		cues := r.k.CuesOf(t)
		if verbal(t) && !r.genitive(g.last) || g.infinitive && cues&knowledge.CueAgentive != 0 {
			r.take(&g, t, cues)
		} else if g.last == j || cues&(knowledge.CueNegation|knowledge.CueFocus) == 0 {
			break
		}
	}
	return g.settle()
}

// take adds a verb to the group.
func (r *reader) take(g *verbGroup, t *doc.Token, cues knowledge.Cues) {
	f := t.A().Feats
	kind := r.t.Word(t.Word).Kind
	g.able = g.able || cues&knowledge.CueModalCan != 0
	g.copula = g.copula && f.Tense == doc.Pres
	switch {
	case f.Tense == doc.Fut, g.infinitive && (cues&knowledge.CueAgentive != 0 || kind == knowledge.AboutTo):
		g.fut = true
	case f.Tense == doc.Pres:
		g.present = true
		g.fut = g.fut || g.infinitive
	case f.Tense == doc.Past:
		g.was = true
	case kind == knowledge.Progressive && g.last > r.start && verbal(&r.tokens[g.last-1]):
		g.progressive = true
	case f.VerbForm == doc.Inf:
		g.infinitive = true
	case f.Aspect == doc.Perf:
		g.perfect = true
	case f.Mood == doc.Subj:
		g.subj = g.subj || r.clauseEnd(g.last+1)
	}
}

// settle tells the tense of the whole group.
func (g verbGroup) settle() verbGroup {
	switch {
	case g.fut:
		g.tense = future
	case g.perfect || g.was:
		g.tense = past
	case g.subj && !g.infinitive:
		g.tense = future
	}
	return g
}

// clauseEnd says whether a clause may end before token i.
func (r *reader) clauseEnd(i int) bool {
	if i >= r.end || r.tokens[i].Kind == doc.Punct {
		return true
	}
	u := r.tokens[i].A().UPOS
	return u == doc.SCONJ || u == doc.CCONJ
}
