package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// expected gives the infinitives that a noun of expectation governs what stands before them in clause c, which has no use
// for it: between whom, where, when and with whom something may happen (दोनों देशों के बीच सोमवार को | समझौता होने की भी उम्मीद
// है). What is left of an agent, of whoever has the expectation and of an unmarked party stays where it is.
func (b *clauser) expected(c int, inner []int) {
	for n, x := range inner {
		if !b.hoped(c, x) {
			continue
		}
		for n > 0 && b.joined(inner[n-1], inner[n]) {
			n--
		}
		b.widen(c, inner[n])
	}
}

// joined says whether a coordinator joins the bare infinitive of clause y to that of clause x (भारत आने और प्रधानमंत्री से मिलने की).
func (b *clauser) joined(y, x int) bool {
	d, p := b.d, b.d.Clauses[y].Predicate
	if v := &d.Chunks[p]; v.Verb.Form != doc.Infinitive || v.Marker != 0 || p+2 != d.Clauses[x].Chunks.First || d.Chunks[p+1].Kind != doc.Conj {
		return false
	}
	return b.k.CuesOf(&d.Tokens[d.Chunks[p+1].Head])&knowledge.CueAnd != 0
}

// hoped says whether clause x is an infinitive in the genitive right before an unmarked noun of expectation in clause c.
func (b *clauser) hoped(c, x int) bool {
	d, p := b.d, b.d.Clauses[x].Predicate
	if v := &d.Chunks[p]; v.Verb.Form != doc.Infinitive || v.Marker != b.k.Genitive {
		return false
	}
	n := p + 1
	for n < b.r.Last && d.Chunks[n].Kind == doc.Adv {
		n++
	}
	if n >= b.r.Last || d.Chunks[n].Kind != doc.NP || d.Chunks[n].Clause != c || d.Chunks[n].Marker != 0 {
		return false
	}
	cues := b.k.CuesOf(&d.Tokens[d.Chunks[n].Head])
	return cues&knowledge.CuePossible != 0 || cues&knowledge.CuePlanned != 0 && b.copula(c)
}

// copula says whether clause c has only the copula for a verb (मिलने का कार्यक्रम है, but मिलने का फैसला किया).
func (b *clauser) copula(c int) bool {
	p := b.d.Clauses[c].Predicate
	return p != doc.None && b.d.Tokens[b.d.Chunks[p].Verb.Main].A().UPOS == doc.AUX
}

// widen moves to clause x, chunk by chunk to the left, what clause c has right before it.
func (b *clauser) widen(c, x int) {
	d, cl := b.d, &b.d.Clauses[x]
	first := cl.Chunks.First
	for i := first - 1; i >= d.Clauses[c].Chunks.First; i-- {
		ch := &d.Chunks[i]
		switch {
		case ch.Clause != c && ch.Clause != x:
			if k := d.Clauses[ch.Clause].Kind; k != doc.Adnominal && !(k == doc.Adverbial && d.Clauses[ch.Clause].Predicate < d.Clauses[x].Predicate) {
				return
			}
			continue // समरकंद में होने वाली बैठक में; उनके इस्लामाबाद आकर नेताओं से मिलने की
		case ch.Kind == doc.Adv, ch.Kind == doc.TimeX, b.attached(ch, x) && ch.Kind == doc.NP:
		case ch.Kind == doc.NP && b.circumstance(i, c):
		case (ch.Kind == doc.Conj || ch.Kind == doc.Mark) && b.insideList(i, x):
		case ch.Kind == doc.Mark && quote(d, ch):
		default:
			return
		}
		ch.Clause = x
		cl.Chunks.First = i
		cl.Tokens.First = ch.Tokens.First
	}
}

// circumstance says whether nominal chunk i of clause c tells of what is expected rather than of who expects it: it has the
// marker of another role than agent or dative, or names nobody; a place right behind an agent is where he speaks.
func (b *clauser) circumstance(i, c int) bool {
	ch := &b.d.Chunks[i]
	switch {
	case b.isRelative(ch), ch.Marker == b.k.Ergative, ch.Marker == b.k.Dative:
		return false
	case ch.Marker == 0:
		return !b.somebody(ch) && !b.party(ch)
	}
	switch b.k.Markers[ch.Marker].Function {
	case "source", "according": // सूत्रों के मुताबिक
		return false
	}
	return !(ch.Marker == b.k.Locative && b.behindAgent(i, b.d.Clauses[c].Chunks.First))
}
