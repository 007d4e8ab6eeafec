package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Headlines put the verb before its subject or host: बोले मोदी, “…”; भारत ने पाकिस्तान को दी चेतावनी, कहा- …

// longestTail is the number of tokens that may stand behind the verb of an inverted clause.
const longestTail = 14

// inverted says whether a perfective of one word, or of a stem and an auxiliary verb (दे डाली, कर लिया), that ends before token last is
// finite although a nominal follows it: that nominal ends at a mark, and is who spoke, or the host of a verb whose agent stands before it.
func (g *group) inverted(last int) bool {
	c := g.c
	if last != g.first+1 && (last != g.first+2 || c.d.Tokens[g.first].A().Feats.VerbForm != doc.Conv) || g.feats.Aspect != doc.Perf {
		return false
	}
	h := c.tail(last)
	if h == doc.None {
		return false
	}
	if c.spoken(g.verb.Lemma) {
		m := firstMention(c.d, h)
		return m < len(c.d.Mentions) && c.d.Mentions[m].Tokens.Has(h) && !c.agentBefore(g.first, true)
	}
	if !c.agentBefore(g.first, false) {
		return false
	}
	_, host := c.k.Match(c.d, g.verb.Lemma, h+1, last, nil)
	return host.Len() > 0
}

// tail is the last token of the nominal that begins at token i, None unless a mark of the clause or its end is behind it.
func (c *chunker) tail(i int) int {
	for j := i; j < c.end && j < i+longestTail; {
		if m := firstMention(c.d, j); m < len(c.d.Mentions) && c.d.Mentions[m].Tokens.First == j {
			j = c.d.Mentions[m].Tokens.Last
			continue
		}
		switch a := c.d.Tokens[j].A(); a.UPOS {
		case doc.VERB:
			if a.Feats.VerbForm != doc.Inf || j == i || j+1 == c.end {
				return doc.None
			}
			_, n := c.markerAt(j + 1)
			if n == 0 {
				return doc.None
			}
			j += n // दी चीन को शुल्क लगाने की धमकी
		case doc.NOUN, doc.ADJ, doc.NUM, doc.PROPN:
		case doc.ADP:
			m, n := c.markerAt(j)
			if n == 0 || m == c.k.Ergative {
				return doc.None
			}
			j += n // … ने की फ्रांस के राष्ट्रपति से मुलाकात
			continue
		case doc.PUNCT:
			if last := c.quotedNominal(j); last > j {
				j = last // … ने की ‘डिफेंस मीट’ की अध्यक्षता
				continue
			}
			if j == i || j < c.end-1 && !clauseMark(&c.d.Tokens[j]) || c.d.Tokens[j-1].A().UPOS == doc.ADP {
				return doc.None
			}
			return j - 1
		default:
			return doc.None
		}
		if j++; j == c.end {
			return j - 1
		}
	}
	return doc.None
}

// quotedNominal is the token behind the quoted words that open at token i, when a postposition follows them; i elsewhere.
func (c *chunker) quotedNominal(i int) int {
	if !quoteMark(&c.d.Tokens[i]) {
		return i
	}
	for j := i + 2; j+1 < c.end && j < i+longestTail; j++ {
		if c.d.Tokens[j].Kind == doc.Punct && quoteMark(&c.d.Tokens[j]) {
			if _, n := c.markerAt(j + 1); n > 0 {
				return j + 1
			}
			return i
		}
	}
	return i
}

// clauseMark says whether a mark can end a clause or open what is said in it.
func clauseMark(t *doc.Token) bool {
	switch t.Norm {
	case ",", ";", ":", "-", "–", "—", ":-":
		return true
	}
	return quoteMark(t)
}

// spoken says whether a verb by itself quotes (बोल, कह, पूछ).
func (c *chunker) spoken(lemma int32) bool {
	return lemma >= 0 && c.k.Entry(lemma).Cues&knowledge.CueQuoteVerb != 0
}

// agentBefore says whether an ergative nominal, or with any an unmarked one, stands before token i in its clause.
func (c *chunker) agentBefore(i int, any bool) bool {
	first := c.d.Sentences[c.d.SentenceOf(i)].Tokens.First
	for j := len(c.d.Chunks) - 2; j >= 0 && c.d.Chunks[j].Tokens.First >= first; j-- { // the last is the verb itself
		switch ch := &c.d.Chunks[j]; ch.Kind {
		case doc.NP:
			if ch.Marker == c.k.Ergative || any && ch.Marker == 0 && c.d.Chunks[j+1].Kind != doc.NP { // भारत दौरे पर बोले पुतिन
				return true
			}
		case doc.VG:
			if ch.Verb.Form == doc.Finite {
				return false
			}
		case doc.Conj:
			return false
		}
	}
	return false
}

// tail is the last chunk of the clause of the finite verb v, which begins at chunk start: v itself, or the nominal
// behind an inverted verb.
func (b *clauser) tail(start, v int) int {
	d := b.d
	j := v + 1
	for ; j < b.r.Last && (d.Chunks[j].Kind == doc.NP && d.Chunks[j].Marker != b.k.Ergative || b.noun(&d.Chunks[j]) && j > v+1 || b.ofQuoted(j, v)); j++ {
	}
	for d.Chunks[j-1].Kind == doc.Mark {
		j-- // 'दे रही हैं इस्तीफा'
	}
	last := j - 1
	if last == v || j < b.r.Last && !(d.Chunks[j].Kind == doc.Mark && (j == b.r.Last-1 || clauseMark(&d.Tokens[d.Chunks[j].Head]))) || d.Chunks[last].Marker != 0 {
		return v
	}
	if _, host := b.hostAt(v, last); host.Len() > 0 {
		return last
	}
	lemma := d.Chunks[v].Verb.Lemma
	if lemma < 0 || b.k.Entry(lemma).Cues&knowledge.CueQuoteVerb == 0 || !b.party(&d.Chunks[last]) {
		return v
	}
	for i := start; i < v; i++ {
		if ch := &d.Chunks[i]; ch.Kind == doc.NP && ch.Of == doc.None && (ch.Marker == b.k.Ergative || ch.Marker == 0 && ch.Coord == doc.None && b.somebody(ch)) {
			return v
		}
	}
	return last
}

// ofQuoted says whether chunk j, behind the verb v that quotes nothing, is a mark of a quoted name or the postposition behind it
// (… ने की | ‘ | डिफेंस मीट | ’ | की | अध्यक्षता).
func (b *clauser) ofQuoted(j, v int) bool {
	c := &b.d.Chunks[j]
	if l := b.d.Chunks[v].Verb.Lemma; l < 0 || b.k.Entry(l).Cues&knowledge.CueQuoteVerb != 0 {
		return false
	}
	if c.Kind == doc.Adv {
		return j > v+2 && b.d.Chunks[j-1].Kind == doc.Mark && b.d.Tokens[c.Head].A().UPOS == doc.ADP
	}
	return c.Kind == doc.Mark && quote(b.d, c)
}

// noun says whether a chunk is an infinitive with a marker, which stands for a noun.
func (b *clauser) noun(c *doc.Chunk) bool {
	return c.Kind == doc.VG && c.Verb.Form == doc.Infinitive && c.Marker != 0
}

// hostAt matches the noun that heads chunk i, behind the verb v, as the host of v.
func (b *clauser) hostAt(v, i int) ([]int32, doc.Range) {
	ch := &b.d.Chunks[i]
	return b.k.Match(b.d, b.d.Chunks[v].Verb.Lemma, ch.Head+1, ch.Tokens.First, nil)
}

// inverted gives clause c, which has no host before its verb, the host at chunk i behind it.
func (b *clauser) inverted(c, i int) {
	cl := &b.d.Clauses[c]
	if cl.Host.Len() > 0 || cl.Predicate == doc.None || b.d.Chunks[i].Marker != 0 || b.d.Chunks[i].Kind != doc.NP {
		return
	}
	if frames, host := b.hostAt(cl.Predicate, i); host.Len() > 0 {
		cl.Frames, cl.Host = frames, host
	}
}

// trailing makes what stands before the last clause c of a sentence its quotation when that clause, parted by a comma,
// only names who said it (रूस ने हमला किया, कीव के अधिकारियों ने बताया।).
func (b *clauser) trailing(c int) {
	d := b.d
	if c <= b.first {
		return
	}
	cl := &d.Clauses[c]
	if cl.Kind != doc.Coordinate || cl.Parent == doc.None || cl.Predicate == doc.None || !b.onlySays(cl, c) {
		return
	}
	root := cl.Parent
	for d.Clauses[root].Parent != doc.None && d.Clauses[root].Parent >= b.first {
		root = d.Clauses[root].Parent
	}
	d.Clauses[root].Kind, d.Clauses[root].Parent = doc.Quotation, c
	cl.Kind, cl.Parent = doc.Main, doc.None
}

// onlySays says whether clause c has, behind its comma, an agent and a verb of quoting, and no object of that verb.
func (b *clauser) onlySays(cl *doc.Clause, c int) bool {
	d := b.d
	if m := &d.Chunks[cl.Chunks.First]; m.Kind != doc.Mark || d.Tokens[m.Head].Norm != "," || d.Chunks[cl.Predicate].Verb.Form != doc.Finite || d.Chunks[cl.Predicate].Verb.Negated {
		return false
	}
	lemma := d.Chunks[cl.Predicate].Verb.Lemma
	if lemma < 0 || b.k.Entry(lemma).Cues&knowledge.CueQuoteVerb == 0 {
		return false
	}
	agent := false
	for i := cl.Chunks.First + 1; i < cl.Chunks.Last; i++ {
		switch ch := &d.Chunks[i]; ch.Kind {
		case doc.NP:
			agent = agent || ch.Marker == b.k.Ergative
			if ch.Marker == 0 && ch.Coord == doc.None && ch.Of == doc.None || ch.Clause != c {
				return false
			}
		case doc.VG:
			if i != cl.Predicate {
				return false
			}
		case doc.Conj:
			if ch.Coord == doc.None && !b.insideList(i, c) {
				return false
			}
		}
	}
	return agent
}
