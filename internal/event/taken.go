package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// nounTakes says whether chunk i belongs to the noun of an act right behind it that tells when another was done
// (अमेरिका के साथ वार्ता से पहले ओमानी समकक्ष से बैठक की).
func (e *engine) nounTakes(cl *doc.Clause, i int) bool {
	if e.betweenOf(cl, i) {
		return true
	}
	if e.function(e.d.Chunks[i].Marker) == "between" && e.datesAct(cl, i) {
		return true
	}
	if n := i + 1; n < cl.Chunks.Last && e.function(e.d.Chunks[i].Marker) == "agent" && e.d.Chunks[n].Kind == doc.NP && e.function(e.d.Chunks[n].Marker) == "according" {
		return true // मंत्रालय की ओर से जारी बयान के मुताबिक
	}
	return e.takenBy(cl, i, i+1) || e.takenBy(cl, i, e.pastAdnominal(i+1)) || e.takenBy(cl, i, e.headed(cl, i+1)) || e.warAgainst(cl, i)
}

// betweenOf says whether chunk i tells between whom that is which the noun behind it names, a noun that owns another or stands between
// itself (सदस्यों के बीच संपर्कों के सबूत; दोनों के बीच जारी तनाव के बीच मंत्री ने …); an amount is between nobody.
func (e *engine) betweenOf(cl *doc.Clause, i int) bool {
	n := i + 1
	if n >= cl.Chunks.Last || e.function(e.d.Chunks[i].Marker) != "between" {
		return false
	}
	c := &e.d.Chunks[n]
	if c.Kind != doc.NP || e.hostChunk(cl, n) || e.mention[n] != doc.None {
		return false
	}
	if c.Marker == e.k.Genitive && c.Of != doc.None && e.hostChunk(cl, c.Of) && e.headClass(c.Of)&knowledge.ClassDocument != 0 && e.headClass(n)&knowledge.ClassEvent == 0 {
		return false // दोनों के बीच शांति का समझौता
	}
	return c.Marker == e.k.Genitive && e.headClass(n)&knowledge.ClassMoney == 0 || e.function(c.Marker) == "between" && e.headClass(n)&knowledge.ClassHuman == 0
}

// warAgainst says whether chunk i belongs to the noun of a war behind it where the clause only tells how things are (माली के खिलाफ
// जंग में टोगो नाइजर के साथ है).
func (e *engine) warAgainst(cl *doc.Clause, i int) bool {
	n := i + 1
	return n < cl.Chunks.Last && cl.Predicate != doc.None && e.d.Chunks[n].Kind == doc.NP && e.d.Chunks[n].Marker == e.k.Locative && e.headClass(n)&knowledge.ClassConflict != 0 && e.copular(cl)
}

// notThis says whether chunk i names what is ruled out (कतर नहीं, ओमान जाएंगे).
func (e *engine) notThis(i int) bool {
	return i+2 < len(e.d.Chunks) && e.d.Chunks[i+1].Kind == doc.Adv && e.d.Chunks[i+2].Kind == doc.Mark && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[i+1].Head])&knowledge.CueNegation != 0
}

// cataphor says whether chunk i, an unmarked pronoun, stands for the content behind the verb of clause c (यह धमकी दी कि …).
func (e *engine) cataphor(c, i int) bool {
	ch := &e.d.Chunks[i]
	return i+1 < len(e.d.Chunks) && ch.Marker == 0 && ch.Tokens.Len() == 1 && e.mention[i] == doc.None && e.k.CuesOf(&e.d.Tokens[ch.Head])&knowledge.CueProximal != 0 && e.hostChunk(&e.d.Clauses[c], i+1) && e.child(c, doc.Complement, doc.Quotation) != doc.None
}

// innerAgent says whether chunk i, an agent phrase in the passive clause c, belongs to the infinitive behind it (टोगो द्वारा मुद्दा
// उठाए जाने के बाद नाविकों को रिहा किया गया; उनके द्वारा झंडा उतारने की घटना पर राजदूत को तलब किया गया).
func (e *engine) innerAgent(c, i int) bool {
	if e.function(e.d.Chunks[i].Marker) != "agent" {
		return false
	}
	for j := i + 1; j < e.d.Clauses[c].Predicate; j++ {
		if g := &e.d.Chunks[j]; g.Kind == doc.VG {
			return g.Verb.Form == doc.Infinitive && (g.Verb.Passive || g.Marker == e.k.Genitive || e.function(g.Marker) == "time") && g.Clause != doc.None && e.d.Clauses[g.Clause].Parent == c
		}
	}
	return false
}

// agentBefore is the agent phrase of the infinitive clause c that stands before it in the passive clause around it, None without one.
func (e *engine) agentBefore(c int) int {
	cl := &e.d.Clauses[c]
	if cl.Parent == doc.None || cl.Predicate == doc.None || e.d.Chunks[cl.Predicate].Verb.Form != doc.Infinitive || !e.passive(cl.Parent) {
		return doc.None
	}
	for i := cl.Chunks.First - 1; i >= 0 && i >= cl.Chunks.First-4 && e.d.Chunks[i].Clause == cl.Parent; i-- {
		if e.d.Chunks[i].Kind == doc.NP && e.innerAgent(cl.Parent, i) {
			return i
		}
	}
	return doc.None
}

// takenBy says whether chunk i is an argument of the noun of an act, chunk n, that tells when another was done.
func (e *engine) takenBy(cl *doc.Clause, i, n int) bool {
	if n >= cl.Chunks.Last || e.d.Chunks[i].Marker == 0 || e.d.Chunks[n].Kind != doc.NP || e.function(e.d.Chunks[n].Marker) != "time" || e.hostChunk(cl, n) {
		return false
	}
	frames, _ := e.k.MatchNominal(e.d, e.d.Chunks[n].Head, e.d.Chunks[n].Tokens.First)
	for _, f := range frames {
		if _, ok := e.k.Frames[f].Role(e.d.Chunks[i].Marker, true); ok {
			return true
		}
	}
	return false
}

// pastAdnominal is chunk i, or the one behind the participle clause that begins there and describes it (पुतिन के साथ | दिल्ली में
// होने वाली | बैठक से पहले).
func (e *engine) pastAdnominal(i int) int {
	for n := 0; n < 5 && i+1 < len(e.d.Chunks); n++ {
		c := e.d.Chunks[i].Clause
		if c == doc.None || e.d.Clauses[c].Kind != doc.Adnominal {
			break
		}
		i++
	}
	return i
}

// headed is the noun of the phrase that chunk i opens (प्रतिनिधि | स्तर की | बातचीत).
func (e *engine) headed(cl *doc.Clause, i int) int {
	for i < cl.Chunks.Last && e.mention[i] == doc.None && e.d.Chunks[i].Of != doc.None {
		i = e.d.Chunks[i].Of
	}
	return i
}

// datesAct says whether the noun of an act behind chunk i, with nothing but adverbials between them, tells when another was done
// (दोनों के बीच फोन पर बातचीत के एक हफ्ते बाद).
func (e *engine) datesAct(cl *doc.Clause, i int) bool {
	for n := i + 1; n+1 < cl.Chunks.Last && n <= i+3; n++ {
		c := &e.d.Chunks[n]
		if c.Kind == doc.NP && c.Marker == e.k.Genitive {
			return e.d.Chunks[n+1].Kind == doc.TimeX && e.class(n)&knowledge.ClassEvent != 0 && !e.hostChunk(cl, n)
		}
		if c.Kind == doc.VG || c.Kind == doc.NP && (c.Marker == 0 || e.mention[n] != doc.None) {
			return false
		}
	}
	return false
}
