package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Titles tell who says something without a verb of speech: by a noun for the words beside them (ईरान का दावा- …; ‘…’, ट्रंप का पलटवार), or by
// the name alone behind them (…: राष्ट्रपति जेलेंस्की).

// titleSpeech enters the statement of the title, or of the title of a passage, in sentence s when no verb of speech has told one.
func (e *engine) titleSpeech(s int) {
	r := e.chunksOf(s)
	if r.Len() < 3 || slices.ContainsFunc(e.speeches, func(o speech) bool { return o.sentence == s }) {
		return
	}
	who, content := e.signed(r)
	for i := r.First; i < r.Last && who == nil && e.d.Sentences[s].Title; i++ {
		who, content = e.noted(r, i)
	}
	for _, p := range who {
		e.speak(speech{speaker: p, date: doc.None, place: doc.None, evidence: []doc.Span{e.sentenceSpan(s)}, content: content, sentence: s, clause: e.d.Chunks[r.First].Clause, rule: "title"})
	}
}

// longestTitle is the number of tokens that the title of a passage may have.
const longestTitle = 25

// titleLine says whether sentence s is a title, or stands alone in its line without a mark that ends it.
func (e *engine) titleLine(s int) bool {
	d := e.d
	here := &d.Sentences[s]
	if here.Title || here.Dateline {
		return here.Title
	}
	alone := func(o int) bool { return o < 0 || o >= len(d.Sentences) || d.Sentences[o].Paragraph != here.Paragraph }
	return alone(s-1) && alone(s+1) && here.Tokens.Len() <= longestTitle && d.Tokens[here.Tokens.Last-1].Kind != doc.Punct
}

// chunksOf is the range of the chunks of sentence s.
func (e *engine) chunksOf(s int) doc.Range {
	t := e.d.Sentences[s].Tokens
	var r doc.Range
	for i := range e.d.Chunks {
		if c := &e.d.Chunks[i]; t.Has(c.Tokens.First) {
			if r.Last == 0 {
				r.First = i
			}
			r.Last = i + 1
		}
	}
	return r
}

// signed is somebody whose name alone stands behind a colon or dash at the end of the title r, and the words before it.
func (e *engine) signed(r doc.Range) ([]party, doc.Span) {
	last := r.Last - 1
	m := e.mention[last]
	if m == doc.None || e.d.Chunks[last].Marker != 0 || e.d.Chunks[last].Coord != doc.None || !e.mayHaveSaid(&e.d.Mentions[m]) {
		return nil, doc.Span{}
	}
	mark := last - 1
	for mark > r.First && e.d.Chunks[mark].Kind == doc.NP && e.d.Chunks[mark].Of == mark+1 {
		mark-- // बांग्लादेश के | विदेश सलाहकार
	}
	if !e.partedBy(mark, ":", "-", "–", "—") || !e.anyVerb(doc.Range{First: r.First, Last: mark}) {
		return nil, doc.Span{}
	}
	return e.mentionParties(m), e.spanOf(r.First, mark)
}

// noted is who owns the noun for words at chunk i of the title r, or gives them to hear with it, and the words: behind the mark that
// follows it, or the quotation with which the title begins.
func (e *engine) noted(r doc.Range, i int) ([]party, doc.Span) {
	d := e.d
	c := &d.Chunks[i]
	if c.Kind != doc.NP || c.Marker != 0 || e.k.CuesOf(&d.Tokens[c.Head])&knowledge.CueHeadline == 0 || d.Tokens[c.Head].Quoted {
		return nil, doc.Span{}
	}
	who := e.owner(i)
	if !e.known(who) {
		who = e.givenBy(r, i)
	}
	if !e.known(who) {
		return nil, doc.Span{}
	}
	if i+2 < r.Last && (e.partedBy(i+1, ":", "-", "–", "—") || e.partedBy(i+1, ",", ";") && e.quoteAt(i+2)) && e.anyVerb(doc.Range{First: i + 2, Last: r.Last}) {
		return who, e.spanOf(i+2, r.Last)
	}
	if q := e.quotation(d.SentenceOf(c.Head)); i == r.Last-1 && q != (doc.Span{}) && q.Start <= d.Tokens[d.Chunks[r.First].Tokens.Last].Start {
		return who, q
	}
	return nil, doc.Span{}
}

// givenBy is the agent between the quotation of a title and chunk i at its end (‘…’, मेलोनी ने दिया बड़ा बयान).
func (e *engine) givenBy(r doc.Range, i int) []party {
	for j := i - 1; j > r.First && j >= i-3; j-- {
		if c := &e.d.Chunks[j]; c.Kind == doc.NP && c.Marker == e.k.Ergative && !e.d.Tokens[c.Head].Quoted {
			return e.parties(j, false)
		}
	}
	return nil
}

// mayHaveSaid says whether a mention is somebody or a body that can have said something.
func (e *engine) mayHaveSaid(m *doc.Mention) bool {
	switch m.Type {
	case doc.Person, doc.Office, doc.Body, doc.Organisation, doc.State:
		return true
	}
	return false
}

// partedBy says whether chunk i is one of the marks that part words from who said them.
func (e *engine) partedBy(i int, marks ...string) bool {
	if i >= len(e.d.Chunks) || e.d.Chunks[i].Kind != doc.Mark {
		return false
	}
	for _, m := range marks {
		if e.d.Tokens[e.d.Chunks[i].Head].Norm == m {
			return true
		}
	}
	return false
}

// quoteAt says whether a quotation, or a verb that quotes, stands at chunk i.
func (e *engine) quoteAt(i int) bool {
	c := &e.d.Chunks[i]
	if c.Kind == doc.VG {
		return c.Verb.Lemma >= 0 && e.k.Entry(c.Verb.Lemma).Cues&knowledge.CueQuoteVerb != 0
	}
	return e.d.Tokens[c.Head].Quoted || c.Kind == doc.Mark && knowledge.Quotes(&e.d.Tokens[c.Head])
}

// anyVerb says whether a verb stands among chunks.
func (e *engine) anyVerb(r doc.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if e.d.Chunks[i].Kind == doc.VG {
			return true
		}
	}
	return false
}

// spanOf is the span of the chunks from first to before last.
func (e *engine) spanOf(first, last int) doc.Span {
	return e.d.SpanOf(doc.Range{First: e.d.Chunks[first].Tokens.First, Last: e.d.Chunks[last-1].Tokens.Last})
}

// repeated says whether a speech of the title is told again by the same speaker in the report: half of what it is about. The report's
// statement takes the title as evidence.
func (e *engine) repeated(s speech) bool {
	if !e.d.Sentences[s.sentence].Title {
		return false
	}
	words := e.wordsOf(s.content)
	for i := range e.speeches {
		o := &e.speeches[i]
		if o.sentence == s.sentence || e.code(o.speaker) != e.code(s.speaker) {
			continue
		}
		same, told := 0, e.wordsOf(o.content)
		for w := range words {
			if told[w] {
				same++
			}
		}
		if 2*same >= len(words) {
			o.evidence = append(o.evidence, s.evidence...)
			return true
		}
	}
	return false
}

// wordsOf are the lemmas of a span that name or tell something.
func (e *engine) wordsOf(s doc.Span) map[string]bool {
	r := e.d.TokensOf(s)
	out := map[string]bool{}
	for i := r.First; i < r.Last; i++ {
		switch a := e.d.Tokens[i].A(); a.UPOS {
		case doc.NOUN, doc.PROPN, doc.ADJ, doc.NUM, doc.VERB:
			w := a.Lemma
			if w == "" {
				w = e.d.Tokens[i].Norm
			}
			out[w] = true
		}
	}
	return out
}
