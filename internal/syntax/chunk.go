package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Run writes the chunks and clauses of d.
func Run(d *doc.Document, k *knowledge.Base) {
	d.Chunks = doc.Room(d.Chunks, len(d.Tokens)*2/3+4) // a few texts have more
	d.Clauses = doc.Room(d.Clauses, len(d.Tokens)/8+4)
	c := chunker{d: d, k: k}
	for s := range d.Sentences {
		first := len(d.Chunks)
		c.sentence(s)
		r := doc.Range{First: first, Last: len(d.Chunks)}
		link(d, k, r)
		clauses(d, k, s, r)
	}
}

// chunker walks over the tokens of a sentence; timex and mention are the next ones of their layers.
type chunker struct {
	d              *doc.Document
	k              *knowledge.Base
	end            int
	timex, mention int
}

func (c *chunker) sentence(s int) {
	r := c.d.Sentences[s].Tokens
	c.end = r.Last
	if c.d.Sentences[s].Dateline {
		c.add(doc.Range{First: r.First, Last: r.Last}, doc.Mark)
		return
	}
	for i := r.First; i < r.Last; {
		i = c.chunk(i)
	}
}

// chunk cuts one chunk at token i and returns the token behind it.
func (c *chunker) chunk(i int) int {
	if t := c.timexAt(i); t != nil {
		c.add(t.Tokens, doc.TimeX)
		return c.marker(t.Tokens.Last)
	}
	t := &c.d.Tokens[i]
	if t.Kind == doc.Punct {
		return c.add(doc.Range{First: i, Last: i + 1}, doc.Mark)
	}
	if n := c.discourseAt(i); n > 0 {
		return c.add(doc.Range{First: i, Last: i + n}, doc.Adv)
	}
	if m, n := c.markerAt(i); n > 0 && t.A().UPOS != doc.VERB {
		return c.stray(i, m, n)
	}
	if c.mentionAt(i) != nil {
		return c.nominal(i)
	}
	switch t.A().UPOS {
	case doc.CCONJ, doc.SCONJ:
		if c.degree(i) || c.topic(i) {
			return c.add(doc.Range{First: i, Last: i + 1}, doc.Adv)
		}
		return c.add(doc.Range{First: i, Last: i + 1}, doc.Conj)
	case doc.PART, doc.INTJ, doc.ADV:
		return c.adverb(i)
	case doc.VERB, doc.AUX:
		return c.verb(i)
	case doc.ADP:
		return c.add(doc.Range{First: i, Last: i + 1}, doc.Adv)
	}
	return c.nominal(i)
}

// discourseAt is the length of a discourse phrase (इससे पहले, इस बीच) at token i, 0 without one.
func (c *chunker) discourseAt(i int) int {
	t := &c.d.Tokens[i]
	if t.Word < 0 || c.k.Entry(t.Word).Starts&knowledge.StartsCue == 0 {
		return 0
	}
	cues, n := c.k.CueAt(func(j int) int32 { return c.d.Tokens[i+j].Word }, c.end-i)
	if cues&knowledge.CueDiscourse == 0 {
		return 0
	}
	return n
}

// topic says whether a conjunction that may be a particle opens the sentence, so that it joins nothing (तो उन्होंने कहा कि …).
func (c *chunker) topic(i int) bool {
	return c.k.CuesOf(&c.d.Tokens[i])&knowledge.CueFocus != 0 && i == c.d.Sentences[c.d.SentenceOf(i)].Tokens.First
}

// degree says whether a coordinator is an adverb of degree (को और मजबूत करने): between a marker and the adjective of
// a verb.
func (c *chunker) degree(i int) bool {
	d := c.d
	return i > 0 && i+2 < c.end && d.Tokens[i-1].A().UPOS == doc.ADP && d.Tokens[i+1].A().UPOS == doc.ADJ && d.Tokens[i+2].A().UPOS == doc.VERB
}

func (c *chunker) add(r doc.Range, kind doc.ChunkKind) int {
	c.d.Chunks = append(c.d.Chunks, doc.Chunk{Tokens: r, Head: r.First, Kind: kind, Of: doc.None, Coord: doc.None, Clause: doc.None})
	return r.Last
}

func (c *chunker) adverb(i int) int {
	if i+1 < c.end && c.d.Tokens[i].A().UPOS == doc.ADV {
		if m, n := c.markerAt(i + 1); m == c.k.Genitive && n == 1 {
			c.add(doc.Range{First: i, Last: i + 1}, doc.NP) // वहां के विद्रोही
			return c.marker(i + 1)
		}
	}
	kind, cues := doc.Adv, c.k.CuesOf(&c.d.Tokens[i])
	if particle := c.d.Tokens[i].A().UPOS == doc.PART && cues&knowledge.CueFocus != 0; !particle && cues&(knowledge.CueSubord|knowledge.CueRelative|knowledge.CueBut) != 0 { // but: अमेरिका ने तो कहा
		kind = doc.Conj
	}
	return c.add(doc.Range{First: i, Last: i + 1}, kind)
}

// timexAt is the time expression that begins at token i.
func (c *chunker) timexAt(i int) *doc.Timex {
	for c.timex < len(c.d.Timexes) && c.d.Timexes[c.timex].Tokens.First < i {
		c.timex++
	}
	if c.timex < len(c.d.Timexes) && c.d.Timexes[c.timex].Tokens.First == i && c.d.Timexes[c.timex].Tokens.Last <= c.end {
		return &c.d.Timexes[c.timex]
	}
	return nil
}

// mentionAt is the mention that begins at token i.
func (c *chunker) mentionAt(i int) *doc.Mention {
	for c.mention < len(c.d.Mentions) && c.d.Mentions[c.mention].Tokens.First < i {
		c.mention++
	}
	if c.mention < len(c.d.Mentions) && c.d.Mentions[c.mention].Tokens.First == i && c.d.Mentions[c.mention].Tokens.Last <= c.end {
		return &c.d.Mentions[c.mention]
	}
	return nil
}

func (c *chunker) markerAt(i int) (uint8, int) {
	t := &c.d.Tokens[i]
	if t.Word < 0 || c.k.Entry(t.Word).Starts&knowledge.StartsMarker == 0 {
		return 0, 0
	}
	word := func(j int) int32 { return c.d.Tokens[i+j].Word }
	m, n := c.k.MarkerAt(word, c.end-i)
	if n > 1 && i+n < c.end && c.k.CuesOf(&c.d.Tokens[i+n-1])&knowledge.CueMore != 0 && c.d.Tokens[i+n].A().UPOS == doc.NUM {
		return c.k.MarkerAt(word, n-1) // रूस के करीब 16 सलाहकार
	}
	if n > 1 && (c.former(i+n-1) || c.opensTitle(i+n-1) || i+n < c.end && (c.partsMarker(i, n) || m != c.k.Genitive && c.ordinal(i+n-1))) {
		return c.k.MarkerAt(word, 1)
	}
	return m, n
}

// former says whether token i means a former holder of an office (श्रीलंका के पूर्व राष्ट्रपति), not before.
func (c *chunker) former(i int) bool {
	return c.d.Tokens[i].A().UPOS == doc.ADJ && c.k.CuesOf(&c.d.Tokens[i])&knowledge.CueFormer != 0
}

// opensTitle says whether an office begins at token i (मंत्रालय के | अतिरिक्त सचिव, not besides).
func (c *chunker) opensTitle(i int) bool {
	m := firstMention(c.d, i)
	return m < len(c.d.Mentions) && c.d.Mentions[m].Tokens.First == i && c.d.Mentions[m].Type == doc.Office && c.d.Mentions[m].Tokens.Len() > 1
}

// ordinal says whether token i, the last of a postposition, counts the noun of time behind it (यात्रा के पहले दिन, not
// before it).
func (c *chunker) ordinal(i int) bool {
	a := c.d.Tokens[i+1].A()
	if a.UPOS != doc.NOUN || a.Class&knowledge.ClassTime == 0 {
		return false
	}
	for n := range c.d.Tokens[i].Analyses {
		if c.d.Tokens[i].Analyses[n].UPOS == doc.ADJ {
			return true
		}
	}
	return false
}

// partsMarker says whether the words of a postposition behind its first belong to the predicate of the verb behind them
// (संगठन से अलग हो गया), so that only the first is a marker; an adjective may be part of a longer predicate (खुद को संधि से
// अलग कर लिया).
func (c *chunker) partsMarker(i, n int) bool {
	v := c.d.Tokens[i+n].A()
	if v.UPOS != doc.VERB && v.UPOS != doc.AUX {
		return false
	}
	last := &c.d.Tokens[i+n-1]
	if v.Feats.VerbForm == doc.Conv && i+n+1 < c.end {
		if w := c.d.Tokens[i+n+1].A(); w.UPOS == doc.VERB && c.k.IsCompound(v.LemmaID, w.LemmaID) && c.k.EndsPredicate(c.d, w.LemmaID, i+n, i+1) {
			return !c.k.EndsPredicate(c.d, w.LemmaID, i+n, i+n) // सूडान से बाहर ले जाया गया
		}
	}
	if c.k.EndsPredicate(c.d, v.LemmaID, i+n-1, i+1) {
		return true
	}
	for j := range last.Analyses {
		if last.Analyses[j].UPOS == doc.ADJ {
			return c.k.IsCompound(last.A().LemmaID, v.LemmaID)
		}
	}
	return false
}

// marker extends the last chunk by the postposition that begins at token i, when there is one; particles may stand
// between (रूस ने ही; पुतिन भी).
func (c *chunker) marker(i int) int {
	if i >= c.end || c.d.Tokens[i].A().UPOS == doc.VERB {
		return i
	}
	m, n := c.markerAt(i)
	if n == 0 {
		return i
	}
	last := &c.d.Chunks[len(c.d.Chunks)-1]
	last.Marker = m
	last.Tokens.Last = i + n
	return i + n
}

// opening is the chunk that opens the short bracket which chunk j closes, None when it closes none.
func (c *chunker) opening(j int) int {
	if c.d.Tokens[c.d.Chunks[j].Head].Norm != ")" {
		return doc.None
	}
	for i := j - 1; i >= 0 && i >= j-4; i-- {
		if c.d.Tokens[c.d.Chunks[i].Head].Norm == "(" {
			return i
		}
	}
	return doc.None
}

// stray handles a postposition that does not follow its nominal: particles (भारत ही का), a gloss (गिराए जाने (IAF) के बाद), quotation marks (‘उकसावे’ की)
// or a comma by mistake (जर्मनी, कनाडा, के नेता) part them. The nominal gets the marker; the postposition itself stays a chunk of its own.
func (c *chunker) stray(i int, m uint8, n int) int {
	first := c.d.Sentences[c.d.SentenceOf(i)].Tokens.First
	if i > first && c.d.Tokens[i-1].A().UPOS == doc.ADV {
		return c.add(doc.Range{First: i, Last: i + n}, doc.Adv) // बातचीत फिर से शुरू की
	}
	for j := len(c.d.Chunks) - 1; j >= 0 && c.d.Chunks[j].Tokens.First >= first; j-- {
		ch := &c.d.Chunks[j]
		if open := c.opening(j); open != doc.None {
			j = open
			continue
		}
		if ch.Kind == doc.Adv && i-ch.Tokens.First <= 3 || ch.Kind == doc.Mark && (quote(c.d, ch) || c.d.Tokens[ch.Head].Norm == ",") {
			continue
		}
		if ch.Marker == 0 && (ch.Kind == doc.NP || ch.Kind == doc.TimeX || ch.Kind == doc.VG && ch.Verb.Form == doc.Infinitive) && j < len(c.d.Chunks)-1 {
			ch.Marker = m
		}
		break
	}
	return c.add(doc.Range{First: i, Last: i + n}, doc.Adv)
}
