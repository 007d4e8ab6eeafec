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
		if !verbal(t) {
			planned = planned || r.k.CuesOf(t)&(knowledge.CuePlanned|knowledge.CuePossible) != 0
			j++
			continue
		}
		g := r.group(j)
		if g.tense != noTense {
			return g.tense
		}
		if g.present {
			if g.progressive && at == knowledge.FromWord {
				return past
			}
			if g.progressive || g.able || planned || at == knowledge.AtWord && g.copula {
				return future
			}
		}
		j = g.last
	}
	return noTense
}

func verbal(t *doc.Token) bool {
	u := t.A().UPOS
	return u == doc.VERB || u == doc.AUX
}

// verbGroup is a run of verbs, with particles between them.
type verbGroup struct {
	last                               int
	tense                              tense
	present, progressive, copula, able bool
}

// group reads the verb group at token j.
func (r *reader) group(j int) verbGroup {
	g := verbGroup{last: j, copula: true}
	var perfect, infinitive, fut, was, subj bool
	for g.last < r.end {
		t := &r.tokens[g.last]
		cues := r.k.CuesOf(t)
		if !verbal(t) && !(infinitive && cues&knowledge.CueAgentive != 0) {
			if cues&(knowledge.CueNegation|knowledge.CueFocus) != 0 && g.last > j {
				g.last++
				continue
			}
			break
		}
		f := t.A().Feats
		kind := r.t.Word(t.Word).Kind
		switch {
		case infinitive && (cues&knowledge.CueAgentive != 0 || kind == knowledge.AboutTo):
			fut = true
		case f.Tense == doc.Fut:
			fut = true
		case f.Tense == doc.Pres:
			g.present = true
			fut = fut || infinitive
		case f.Tense == doc.Past:
			was = true
		case kind == knowledge.Progressive && g.last > j:
			g.progressive = true
		case f.VerbForm == doc.Inf:
			infinitive = true
		case f.Aspect == doc.Perf:
			perfect = true
		case f.Mood == doc.Subj:
			subj = true
		}
		if cues&knowledge.CueModalCan != 0 {
			g.able = true
		}
		if f.Tense != doc.Pres {
			g.copula = false
		}
		g.last++
	}
	if g.last == j {
		g.last++
	}
	g.tense = tenseOf(fut, perfect, was, subj && !infinitive)
	return g
}

func tenseOf(fut, perfect, was, subj bool) tense {
	switch {
	case fut:
		return future
	case perfect || was:
		return past
	case subj:
		return future
	}
	return noTense
}
