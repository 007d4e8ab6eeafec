package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// speech is a statement before it is written.
type speech struct {
	speaker  party
	to       []party
	forum    *draft // meeting of many at which it was said
	date     int    // timex, None without one
	place    int    // mention, None without one
	evidence []doc.Span
	content  doc.Span
	sentence int
	clause   int
	rule     string
}

// statements finds who said what: clauses of speech with a complement, a quotation or a summary (यह जानकारी दी), and
// phrases of attribution (के मुताबिक).
func (e *engine) statements() {
	for c := range e.d.Clauses {
		e.speechClause(c)
	}
	for i := range e.d.Chunks {
		e.attribution(i)
	}
	for s := range e.d.Sentences {
		if e.titleLine(s) {
			e.titleSpeech(s)
		}
	}
	e.speeches = slices.DeleteFunc(slices.Clone(e.speeches), e.repeated)
}

// speechClause enters the statement of clause c: of its frames of speech, the first that finds a speaker.
func (e *engine) speechClause(c int) {
	d, cl := e.d, &e.d.Clauses[c]
	if cl.Predicate == doc.None || !e.says(c) {
		return
	}
	v := &d.Chunks[cl.Predicate].Verb
	if v.Negated || v.Form == doc.Participle || v.Form == doc.Agentive || v.Form == doc.Infinitive {
		return
	}
	if status, told := e.status(c); !told || status == record.Alleged || status == record.Planned {
		return
	}
	in := instance{clause: c, chunk: doc.None, span: e.clauseSpan(c), args: e.verbArgs(c), passive: e.passive(c), subject: e.subjectParties(c, 0)}
	for _, n := range cl.Frames {
		f := e.k.Frames[n]
		if !f.Say {
			continue
		}
		content := e.contentOf(&in, f)
		if content == (doc.Span{}) {
			continue
		}
		x := e.fill(&in, f)
		if all := e.speakTogether(&in); !e.known(x.actors) && len(all) > 0 {
			x.actors = all
		}
		date, place := e.timexIn(c, &in), e.placeIn(c)
		for _, p := range x.actors {
			e.speak(speech{speaker: p, to: e.without(x.addressees, x.actors), date: date, place: place, evidence: []doc.Span{e.sentenceSpan(cl.Sentence)}, content: content, sentence: cl.Sentence, clause: c, rule: f.ID})
		}
		if len(x.actors) > 0 {
			return
		}
	}
}

// speakTogether are those who speak together for a clause of speech whose words name nobody: the leaders or the joint statement of
// a meeting told before.
func (e *engine) speakTogether(in *instance) []party {
	if e.d.Clauses[in.clause].Subject != doc.None {
		return e.leadersOf(in)
	}
	return e.jointly(in)
}

// contentOf is the span of what a clause of speech reports: its complement or quotation, else itself when it points at
// what the text has just told (यह जानकारी दी). An act that may also be speech (मांग खारिज की) is so only with the former.
func (e *engine) contentOf(in *instance, f *knowledge.Frame) doc.Span {
	d, c, act := e.d, in.clause, f.Event != nil
	cl := &d.Clauses[c]
	if x := e.child(c, doc.Complement, doc.Quotation); x != doc.None {
		s := e.clauseSpan(x)
		for y := x + 1; y < len(d.Clauses) && d.Clauses[y].Sentence == cl.Sentence; y++ {
			if d.Clauses[y].Tokens.First >= d.Clauses[x].Tokens.Last {
				s.End = d.SpanOf(d.Clauses[y].Tokens).End
			}
		}
		return s
	}
	if q := e.quotation(cl.Sentence); q != (doc.Span{}) {
		return q
	}
	if q := e.quotedWords(c); q != (doc.Span{}) && (act || slices.ContainsFunc(in.args, func(a arg) bool { return a.key == e.k.Dative })) {
		return q
	}
	if e.wordOf(c) || !act && (e.pointsBack(in, false) || e.hostPointsBack(in) || e.characterises(in, f)) {
		return e.clauseSpan(c)
	}
	return doc.Span{}
}

// wordOf says whether clause c tells in one noun that belongs to its word for speech what was said (मदद की बात कही, मदद देने की बात कही).
func (e *engine) wordOf(c int) bool {
	cl := &e.d.Clauses[c]
	h := cl.Predicate - 1
	if cl.Host.Len() == 0 || h < 1 || !e.hostChunk(cl, h) || e.headClass(h)&knowledge.ClassComm == 0 || !e.quoteVerb(cl) {
		return false
	}
	g := &e.d.Chunks[h-1]
	return g.Marker == e.k.Genitive && (g.Kind == doc.VG || g.Kind == doc.NP && g.Of == h)
}

// characterises says whether an instance tells what somebody called something (स्थिति को बेहद कठिन बताया): what he called it, without a marker,
// stands before the verb, which agrees with nothing.
func (e *engine) characterises(in *instance, f *knowledge.Frame) bool {
	cl := &e.d.Clauses[in.clause]
	v := cl.Predicate
	x := e.d.Tokens[e.d.Chunks[v].Verb.Main].A().Feats
	if s, ok := f.Role(e.k.Dative, false); !ok || s.Role != knowledge.Addressee {
		return false // माना: what one thinks
	}
	if cl.Host.Len() > 0 || !e.quoteVerb(cl) || x.Aspect != doc.Perf || x.Gender != doc.Masc || x.Number != doc.Sing || e.d.Chunks[v-1].Kind != doc.NP || e.d.Chunks[v-1].Marker != 0 {
		return false
	}
	named, object := false, false
	for _, a := range in.args {
		named = named || a.chunk == v-1 && a.key == knowledge.K2 && e.headClass(v-1)&(knowledge.ClassComm|knowledge.ClassDocument) == 0
		object = object || a.key == e.k.Dative
	}
	return named && object
}

// quoteVerb says whether the verb of a clause quotes by itself.
func (e *engine) quoteVerb(cl *doc.Clause) bool {
	lemma := e.d.Chunks[cl.Predicate].Verb.Lemma
	return lemma >= 0 && cl.Predicate > 0 && e.k.Entry(lemma).Cues&knowledge.CueQuoteVerb != 0
}

// quotedWords are the words of the speaker that clause c has in quotes, by which it calls something (आरोपों को ‘बेतुका’ कहा): no
// name, nor what something is called (‘एकता’ समझौता).
func (e *engine) quotedWords(c int) doc.Span {
	d, cl := e.d, &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		ch := &d.Chunks[i]
		if ch.Kind != doc.NP && ch.Kind != doc.Adv || !d.Tokens[ch.Head].Quoted || e.properName(i) || !e.part(ch.Clause, c) {
			continue
		}
		if ch.Marker == 0 && ch.Of != doc.None && !d.Tokens[d.Chunks[ch.Of].Head].Quoted {
			continue
		}
		first, last := ch.Head, ch.Head+1
		for first > cl.Tokens.First && d.Tokens[first-1].Quoted {
			first--
		}
		for last < cl.Tokens.Last && d.Tokens[last].Quoted {
			last++
		}
		return d.SpanOf(doc.Range{First: first, Last: last})
	}
	return doc.Span{}
}

// properName says whether chunk i is headed by a name, rather than a word for what somebody is.
func (e *engine) properName(i int) bool {
	m := e.mention[i]
	return m != doc.None && e.d.Mentions[m].Type != doc.Office && e.d.Mentions[m].Type != doc.Body
}

// part says whether clause x is clause c or an infinitive in it.
func (e *engine) part(x, c int) bool {
	if x == c || x == doc.None {
		return x == c
	}
	cl := &e.d.Clauses[x]
	return cl.Parent == c && cl.Predicate != doc.None && e.d.Chunks[cl.Predicate].Verb.Form == doc.Infinitive
}

// quotation is the span of the quoted tokens of a sentence, when a finite verb is among them.
func (e *engine) quotation(s int) doc.Span {
	d := e.d
	r := d.Sentences[s].Tokens
	first, last, finite := doc.None, doc.None, false
	for i := r.First; i < r.Last; i++ {
		if t := &d.Tokens[i]; t.Quoted && t.Kind != doc.Punct {
			if first == doc.None {
				first = i
			}
			last = i
			f := t.A().Feats
			finite = finite || f.VerbForm == doc.Fin || t.A().UPOS == doc.VERB && f.VerbForm == doc.Part
		}
	}
	if first == doc.None || last-first < 3 || !finite {
		return doc.Span{}
	}
	return d.SpanOf(doc.Range{First: first, Last: last + 1})
}

// sentenceSpan is a sentence without the mark that ends it.
func (e *engine) sentenceSpan(s int) doc.Span {
	r := e.d.Sentences[s].Tokens
	for r.Last > r.First+1 && e.d.Tokens[r.Last-1].Kind == doc.Punct {
		r.Last--
	}
	return e.d.SpanOf(r)
}

// attribution enters the statement of a phrase such as "रूसी विदेश मंत्रालय के मुताबिक".
func (e *engine) attribution(i int) {
	d := e.d
	c := &d.Chunks[i]
	if c.Kind != doc.NP || c.Clause == doc.None || c.Coord != doc.None || e.k.Markers[c.Marker].Function != "according" {
		return
	}
	s := d.Clauses[c.Clause].Sentence
	if e.k.CuesOf(&d.Tokens[c.Head])&knowledge.CueFirst != 0 {
		return // मेरे हिसाब से
	}
	from := e.parties(i, true)
	if i > 0 && !e.known(from) && e.d.Chunks[i-1].Clause == c.Clause && e.function(e.d.Chunks[i-1].Marker) == "agent" && e.class(i)&(knowledge.ClassDocument|knowledge.ClassComm) != 0 {
		from = e.parties(i-1, true) // दूतावास की ओर से जारी बयान के अनुसार
	}
	for _, p := range from {
		e.speak(speech{speaker: p, date: doc.None, place: doc.None, evidence: []doc.Span{e.sentenceSpan(s)}, content: e.sentenceSpan(s), sentence: s, clause: c.Clause, rule: "attribution"})
	}
}

// speak adds a statement unless nobody knows its speaker or the same speaker has one in the same sentence.
func (e *engine) speak(s speech) {
	if e.code(s.speaker) == "" && !e.armed(s.speaker) || e.private(s.speaker) {
		return
	}
	for i := len(e.speeches) - 1; i >= 0 && e.speeches[i].sentence == s.sentence; i-- {
		if e.code(e.speeches[i].speaker) == e.code(s.speaker) {
			return
		}
	}
	if o := e.summedUp(&s); o != nil {
		o.evidence = append(o.evidence, s.evidence...)
		return
	}
	for i := len(e.speeches) - 1; i >= max(0, len(e.speeches)-50); i-- {
		if o := &e.speeches[i]; e.code(o.speaker) == e.code(s.speaker) && e.d.Quote(o.content) == e.d.Quote(s.content) {
			o.evidence = append(o.evidence, s.evidence...) // told in the summary and again in the report
			return
		}
	}
	e.speeches = append(e.speeches, s)
}

// summedUp is the statement right before that one without words of its own sums up, by somebody of the same side (अमेरिका ने कहा कि
// …। यह बात प्रवक्ता ने कही).
func (e *engine) summedUp(s *speech) *speech {
	if n := len(e.speeches) - 1; n >= 0 && s.content == e.clauseSpan(s.clause) && s.rule != "attribution" {
		if o := &e.speeches[n]; o.sentence == s.sentence-1 && e.code(o.speaker) == e.code(s.speaker) {
			return o
		}
	}
	return nil
}

// armed says whether a speaker without a code is one of those who fight in a state (आइवरी कोस्ट के विद्रोहियों).
func (e *engine) armed(p party) bool {
	if p.entity == doc.None {
		return false
	}
	t := &e.d.Tokens[e.d.TokensOf(p.span).Last-1]
	return e.d.Entities[p.entity].Sector == rebel || t.A().Class&knowledge.ClassGroup != 0 && t.A().Feats.Number == doc.Plur
}

// rebel is PLOVER's sector of rebels.
const rebel = "REB"

// officials are the classes of those who speak for a state or body.
const officials = knowledge.ClassOfficial | knowledge.ClassForce | knowledge.ClassBody | knowledge.ClassGroup

// private says whether somebody of a state speaks for himself (जापानी कार निर्माता), or the press tells.
func (e *engine) private(p party) bool {
	if e.d.Entities[p.entity].Sector == press {
		return true
	}
	m := e.firstMention(e.d.TokensOf(p.span).First)
	if m == len(e.d.Mentions) || e.d.Mentions[m].Span != p.span || e.d.Mentions[m].Rule != "owned-noun" {
		return false
	}
	c := e.d.Tokens[e.d.Mentions[m].Tokens.Last-1].A().Class
	return c&officials == 0 || c&knowledge.ClassBody != 0 && c&(knowledge.ClassComm|knowledge.ClassDocument) != 0 // अफगानी मीडिया, a newspaper
}

// press is PLOVER's sector of journalists and their agencies.
const press = "JRN"

// placeIn is the first place with the locative in clause c.
func (e *engine) placeIn(c int) int {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if e.d.Chunks[i].Clause == c {
			if m := e.located(i, false); m != doc.None {
				return m
			}
		}
	}
	return doc.None
}

// about are the codes that the content of a statement names, in order of the text.
func (e *engine) about(s *speech) []string {
	var out []string
	d := e.d
	r := d.Sentences[s.sentence].Tokens
	for m := e.firstMention(r.First); m < len(d.Mentions) && d.Mentions[m].Tokens.First < r.Last; m++ {
		mn := &d.Mentions[m]
		if mn.Span.Overlaps(s.speaker.span) || !mn.Span.Overlaps(s.content) {
			continue
		}
		for _, p := range e.mentionParties(m) {
			if c := e.code(p); c != "" && !has(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
