package morph

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Run analyses the tokens of d.
func Run(d *doc.Document, k *knowledge.Base) {
	var guesses []doc.Analysis
	for s := range d.Sentences {
		r := d.Sentences[s].Tokens
		for i := r.First; i < r.Last; i++ {
			t := &d.Tokens[i]
			switch {
			case initial(d, k, r, i), hyphened(d, r, i):
				t.Analyses, t.Best = properNoun, 0
			case len(t.Analyses) > 1:
				select1(d, k, r, i)
			case len(t.Analyses) == 0:
				guesses = guess(t, k, guesses)
			}
		}
	}
}

// initial says whether token i is the initial of a name: a letter that may be a word as well (पी, के) before a point that
// ends no sentence.
func initial(d *doc.Document, k *knowledge.Base, r doc.Range, i int) bool {
	if i+2 >= r.Last || d.Tokens[i+1].Norm != "." || d.Tokens[i+1].Space {
		return false
	}
	return k.Abbreviation(d.Tokens[i].Norm) == "initial"
}

// hyphened says whether token i, a pronoun elsewhere, is the second half of a name (जोंग-उन, not अपने-अपने).
func hyphened(d *doc.Document, r doc.Range, i int) bool {
	t := &d.Tokens[i]
	if i-2 < r.First || t.Space || d.Tokens[i-1].Space || d.Tokens[i-1].Norm != "-" || len(t.Analyses) == 0 {
		return false
	}
	return (t.A().UPOS == doc.PRON || t.A().UPOS == doc.DET) && d.Tokens[i-2].A().UPOS == doc.PROPN
}

// Analyses of what needs no lexicon.
var (
	properNoun = []doc.Analysis{{UPOS: doc.PROPN, LemmaID: doc.None}}
	number     = []doc.Analysis{{UPOS: doc.NUM, LemmaID: doc.None}}
	mark       = []doc.Analysis{{UPOS: doc.PUNCT, LemmaID: doc.None}}
)

// guess analyses a word that the lexicon lacks; new analyses are cut from the arena.
func guess(t *doc.Token, k *knowledge.Base, arena []doc.Analysis) []doc.Analysis {
	switch {
	case t.Kind == doc.Number:
		t.Analyses = number
	case t.Kind == doc.Punct:
		t.Analyses = mark
	case t.Kind == doc.Latin || t.Word >= 0:
		t.Analyses = properNoun
	default:
		arena = append(arena, k.Guess(t.Norm))
		t.Analyses = arena[len(arena)-1 : len(arena) : len(arena)]
		t.Guess = true
	}
	return arena
}

// select1 picks the analysis of token i with the highest score.
func select1(d *doc.Document, k *knowledge.Base, r doc.Range, i int) {
	c := contextOf(d, k, r, i)
	t := &d.Tokens[i]
	best := -1000
	for j := range t.Analyses {
		if s := c.score(&t.Analyses[j]); s > best {
			best, t.Best = s, int8(j)
		}
	}
}

// context is what the neighbours of a token tell.
type context struct {
	prev        doc.UPOS
	prevForm    uint8 // VerbForm
	prevPerf    bool  // a perfective verb before, which a passive follows
	prevClosed  bool  // the start, or a mark, conjunction or finite verb before
	nextNominal bool  // a noun, adjective, number or name may follow
	nextAux     bool  // an auxiliary or auxiliary verb may follow
	nextEnd     bool  // the end, a mark or a conjunction follows
	nextADP     bool
	nextLight   bool // an auxiliary verb, which follows a stem but no finite form
	nextCopula  bool // a form that can follow a perfective participle: है, गया
	marker      bool // the word alone is a marker, not just part of a compound one
	compounded  bool // the word lies inside a compound marker that begins before it
	former      bool // पूर्व before a title, behind no event or time: former, not before
	nextNoun    bool
	nextVerb    bool // a full verb must follow
	nextPassive bool // the verb of passives follows
	prevGen     bool // the marker of the genitive before, behind which no clause ends in a verb
	prevCase    bool // a case marker before, behind which no genitive can stand
	predicated  bool // an adjective before, of which the word as a verb makes a predicate: it owns nothing
	nextStem    bool // the stem of a progressive follows (हो रही), which no perfective precedes
	degree      bool // the word may be an adverb, and an adjective may follow
	next        *doc.Token
	norm        string
	k           *knowledge.Base
}

func contextOf(d *doc.Document, k *knowledge.Base, r doc.Range, i int) context {
	c := context{prevClosed: true, nextEnd: true, k: k, norm: d.Tokens[i].Norm}
	if w := d.Tokens[i].Word; w >= 0 {
		m, _ := k.MarkerAt(func(int) int32 { return w }, 1)
		c.marker = m != 0
		for j := max(r.First, i-3); j < i && !c.compounded; j++ {
			_, n := k.MarkerAt(func(x int) int32 { return d.Tokens[j+x].Word }, min(4, r.Last-j))
			if m := d.Tokens[j].A().Marker; m != 0 { // उनके साथ
				_, n = k.MarkerBehind(m, func(x int) int32 { return d.Tokens[j+1+x].Word }, min(3, r.Last-j-1))
				n++
			}
			c.compounded = j+n > i
		}
	}
	if c.compounded && i+1 < r.Last && k.CuesOf(&d.Tokens[i])&knowledge.CueFormer != 0 && human(&d.Tokens[i+1]) {
		c.former = i-2 < r.First || d.Tokens[i-2].A().Class&(knowledge.ClassEvent|knowledge.ClassTime) == 0
	}
	if p := before(d, r.First, i); p >= r.First {
		a := d.Tokens[p].A()
		c.prev, c.prevForm = a.UPOS, a.Feats.VerbForm
		c.prevCase = caseMarker(&d.Tokens[i-1], k) || i-2 >= r.First && comitative(&d.Tokens[i-2], &d.Tokens[i-1], k)
		c.prevGen = p == i-1 && a.UPOS == doc.ADP && k.CuesOf(&d.Tokens[p])&knowledge.CueGenitive != 0
		c.prevPerf = a.UPOS == doc.VERB && a.Feats.Aspect == doc.Perf
		c.predicated = p == i-1 && a.UPOS == doc.ADJ && !mayBe(&d.Tokens[p], doc.NOUN) && predicates(&d.Tokens[i], a, k)
		switch a.UPOS {
		case doc.PUNCT, doc.CCONJ, doc.SCONJ, doc.ADP, doc.AUX:
		case doc.VERB:
			c.prevClosed = a.Feats.VerbForm != doc.Inf && a.Feats.VerbForm != doc.Part || direct(a) && mayBe(&d.Tokens[i], doc.CCONJ)
		default:
			c.prevClosed = false
		}
	}
	if i+1 < r.Last {
		c.lookAt(&d.Tokens[i+1], k)
		c.degree = mayBe(&d.Tokens[i], doc.ADV) && mayBe(&d.Tokens[i+1], doc.ADJ)
	}
	if i+2 < r.Last && k.CuesOf(&d.Tokens[i+2])&knowledge.CueProgressive != 0 {
		for j := range d.Tokens[i+1].Analyses {
			a := &d.Tokens[i+1].Analyses[j]
			c.nextStem = c.nextStem || a.Feats.VerbForm == doc.Conv && a.LemmaID >= 0 && k.Entry(a.LemmaID).Cues&knowledge.CuePassive == 0
		}
	}
	return c
}

// before is the token that token i continues: the one before it, past a bracket or the mark that closes a quotation
// (संगठन (एससीओ) की बैठक, ‘उकसावे’ की निंदा).
func before(d *doc.Document, first, i int) int {
	p := i - 1
	if p <= first || d.Tokens[p].Kind != doc.Punct {
		return p
	}
	if d.Tokens[p].Norm == ")" {
		for j := p - 1; j > first && j > p-8; j-- {
			if d.Tokens[j].Norm == "(" {
				return j - 1
			}
		}
		return p
	}
	if d.Tokens[p-1].Quoted && !d.Tokens[i].Quoted && d.Tokens[p-1].Kind != doc.Punct {
		return p - 1
	}
	return p
}

// caseMarker says whether a token is the marker of a case other than the genitive (ने, को, से, में, पर).
func caseMarker(t *doc.Token, k *knowledge.Base) bool {
	if t.A().UPOS != doc.ADP {
		return false
	}
	switch m, _ := k.MarkerAt(func(int) int32 { return t.Word }, 1); k.Markers[m].Function {
	case "ergative", "dative", "locative", "source", "place":
		return true
	}
	return false
}

// comitative says whether two tokens are the postposition of company (मंत्रियों के साथ | की द्विपक्षीय बैठक).
func comitative(a, b *doc.Token, k *knowledge.Base) bool {
	m, n := k.MarkerAt(func(i int) int32 { return [...]int32{a.Word, b.Word}[i] }, 2)
	return n == 2 && k.Markers[m].Function == "comitative"
}

// direct says whether a perfective has the ending that no postposition follows (संघर्ष विराम घोषित किया पर: but).
func direct(a *doc.Analysis) bool {
	return a.Feats.Aspect == doc.Perf && a.Feats.Gender == doc.Masc && a.Feats.Number == doc.Sing && a.Feats.Case == doc.Nom
}

// mayBe says whether some reading of a token is of a part of speech.
func mayBe(t *doc.Token, pos doc.UPOS) bool {
	return slices.ContainsFunc(t.Analyses, func(a doc.Analysis) bool { return a.UPOS == pos })
}

// predicates says whether a perfective reading of a token makes a predicate with the word before it.
func predicates(t *doc.Token, before *doc.Analysis, k *knowledge.Base) bool {
	return slices.ContainsFunc(t.Analyses, func(a doc.Analysis) bool {
		return a.UPOS == doc.VERB && a.Feats.Aspect == doc.Perf && k.IsCompound(before.LemmaID, a.LemmaID)
	})
}

// human says whether some reading of a token is a noun of people.
func human(t *doc.Token) bool {
	for i := range t.Analyses {
		if t.Analyses[i].UPOS == doc.NOUN && t.Analyses[i].Class&knowledge.ClassHuman != 0 {
			return true
		}
	}
	return false
}

func (c *context) lookAt(t *doc.Token, k *knowledge.Base) {
	c.next = t
	c.nextEnd = t.Kind == doc.Punct
	c.nextNominal = t.Kind != doc.Punct && len(t.Analyses) == 0
	c.nextNoun = c.nextNominal
	c.nextVerb = len(t.Analyses) > 0
	for i := range t.Analyses {
		a := &t.Analyses[i]
		c.nextVerb = c.nextVerb && a.UPOS == doc.VERB
		switch a.UPOS {
		case doc.NOUN, doc.PROPN, doc.NUM:
			c.nextNominal, c.nextNoun = true, true
		case doc.ADJ, doc.DET:
			c.nextNominal = true
		case doc.ADP:
			c.nextADP = true
		case doc.AUX:
			c.nextAux = true
			if a.Feats.VerbForm == doc.Fin {
				c.nextCopula = true
			} else {
				c.nextLight = true // सकता, रहा, चुका
			}
		case doc.VERB:
			if a.LemmaID >= 0 && k.Entry(a.LemmaID).Cues&(knowledge.CueAux|knowledge.CueModalCan) != 0 {
				c.nextAux, c.nextLight = true, true
				c.nextPassive = c.nextPassive || k.Entry(a.LemmaID).Cues&knowledge.CuePassive != 0
				c.nextCopula = c.nextCopula || k.Entry(a.LemmaID).Cues&knowledge.CuePassive != 0
			}
		case doc.CCONJ, doc.SCONJ:
			c.nextEnd = true
		}
	}
	c.nextEnd = c.nextEnd || !c.nextNominal && k.CuesOf(t)&knowledge.CueRelative != 0 // गोलीबारी की जिसमें तीन मारे गए
}

// base ranks the parts of speech of an ambiguous word where the context says nothing.
var base = [...]int{doc.ADP: 50, doc.SCONJ: 50, doc.AUX: 48, doc.CCONJ: 45, doc.PART: 45, doc.PRON: 40, doc.DET: 38, doc.NUM: 40,
	doc.NOUN: 30, doc.VERB: 28, doc.ADJ: 27, doc.ADV: 26, doc.PROPN: 20, doc.INTJ: 1, doc.X: 0, doc.PUNCT: 60, doc.SYM: 60}

func (c *context) score(a *doc.Analysis) int {
	s := base[a.UPOS]
	switch a.UPOS {
	case doc.ADP:
		if c.former {
			s -= 40 // श्रीलंका के पूर्व राष्ट्रपति
		}
		if !c.marker && !c.compounded {
			s -= 30 // के अतिरिक्त, but चार हजार अतिरिक्त सैनिक
		}
		if c.prevClosed && c.prev != doc.ADP {
			s -= 40
		}
		if c.nextEnd || c.nextAux && !c.nextNominal {
			s -= 12
		}
		if c.prevCase && a.LemmaID >= 0 && c.k.Entry(a.LemmaID).Cues&knowledge.CueGenitive != 0 {
			s -= 30 // पुतिन से की बात
		}
		if c.predicated {
			s -= 30 // पेश की योजना
		}
	case doc.PRON:
		if c.degree && a.Marker != 0 {
			s -= 20 // सबसे बड़े देश का
		}
	case doc.SCONJ:
		if c.prevCase {
			s -= 20 // अमेरिका ने तो कहा: a clause ends with its verb
		}
	case doc.PART:
		if c.marker {
			s -= 10 // पुतिन से की: no particle of likeness
		}
	case doc.DET:
		if c.nextNominal && !c.nextADP {
			s += 5
		}
	case doc.NOUN:
		if c.compound(a) {
			s += 14
		}
		if c.prev == doc.DET {
			s += 4 // ऐसी घटना
		}
	case doc.ADJ:
		if c.nextNoun && !c.nextADP {
			s += 5
		}
	case doc.ADV:
		if c.prev == doc.ADP && c.nextNominal {
			s += 4
		}
	case doc.CCONJ:
		if c.prev == doc.ADP && !c.nextNominal {
			s -= 5
		}
		if c.nextLight && !c.nextNominal {
			s -= 30 // सो रही है
		}
	case doc.VERB, doc.AUX:
		s += c.scoreVerb(a)
		if c.prev == doc.VERB && c.prevForm == doc.Conv {
			s += 25 // behind a stem only a verb can stand
		}
	}
	return s
}

func (c *context) scoreVerb(a *doc.Analysis) int {
	s := 0
	f := a.Feats
	switch {
	case f.Mood == doc.Imp || f.Person == doc.SecondP:
		s -= 20
	case f.VerbForm == doc.Fin && c.nextLight && f.Aspect == 0:
		s -= 25
	case f.VerbForm == doc.Conv:
		if c.next != nil && c.k.CuesOf(c.next)&knowledge.CueLink != 0 {
			s -= 20 // लगा हुआ है: the perfective of लग
		} else if a.Lemma != c.norm {
			s -= 8 // लड़ाके मारे गए: no converb where a noun may stand
		} else if c.nextPassive {
			s += 9 // पकड़ा गया: rather a perfective, where the form may be one
		} else if c.nextLight || c.compound(a) {
			s += 15
		} else {
			s -= 12
		}
	case f.Mood == doc.Subj:
		s -= 3
	case f.VerbForm == doc.Inf && (f.Gender == doc.Fem || f.Number == doc.Sing && f.Case == doc.Nom) && c.nextADP:
		s -= 20 // before a postposition an infinitive ends in -ने: पानी की बौछार, घटना के बाद
	case f.VerbForm == doc.Inf && f.Gender == doc.Fem && c.nextVerb && !c.nextAux && !c.nextLight:
		s -= 20 // पानी भरने: in this form only an auxiliary follows (भरनी होगी)
	case f.VerbForm == doc.Inf:
		s += 4
	}
	if c.prevPerf && a.LemmaID >= 0 && c.k.Entry(a.LemmaID).Cues&knowledge.CuePassive != 0 {
		s += 12 // चुने जाने पर: not the perfective of a verb that looks the same
	}
	if f.Aspect == doc.Perf && c.nextVerb && !c.nextAux {
		s -= 8 // सही ठहराने का: an adjective, not the perfective of सह
	}
	if f.Aspect == doc.Perf && f.Gender == doc.Fem && f.Number == doc.Plur && !c.nextEnd && !c.nextAux && !c.nextVerb {
		s -= 20 // कहीं न कहीं: in this form it is finite, no adjective
	}
	if f.Aspect == doc.Perf && c.nextStem {
		s -= 30 // मंत्रियों की हो रही बैठक
	}
	if f.Aspect == doc.Perf || f.VerbForm == doc.Fin {
		end := c.nextEnd && !c.nextADP
		if nominal(c.prev) && !c.prevGen && (end || c.nextCopula && f.Aspect == doc.Perf) || c.prev == doc.PRON && c.nextPassive && f.Aspect == doc.Perf { // उसे दिए जाने का
			s += 14
		} else if a.UPOS == doc.VERB && end && !c.prevGen && !(c.prevPerf && a.LemmaID >= 0 && c.k.Entry(a.LemmaID).Cues&knowledge.CueAux == 0) { // हमले की धमकी, दे डाली धमकी: no verb
			s += 6
		}
	}
	if f.Mood == doc.Cnd && c.nextCopula {
		s -= 30 // होती है
	}
	return s
}

// compound says whether a stem or noun makes a predicate with the verb behind it (मार गिराया, धमकी दी).
func (c *context) compound(stem *doc.Analysis) bool {
	if c.next == nil {
		return false
	}
	for i := range c.next.Analyses {
		if a := &c.next.Analyses[i]; (a.UPOS == doc.VERB || a.UPOS == doc.AUX) && c.k.IsCompound(stem.LemmaID, a.LemmaID) {
			return true
		}
	}
	return false
}

func nominal(u doc.UPOS) bool {
	return u == doc.NOUN || u == doc.ADJ || u == doc.DET || u == doc.PROPN || u == doc.PART || u == doc.ADP // अदला-बदली पूरी की
}
