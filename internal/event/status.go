package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// status is what the grammar says of an act: whether it happened, is planned, possible, denied or alleged; ok is false
// where the clause tells no act of its own: wished, conditional, obliged, or the content of a promise or demand.
func (e *engine) status(c int) (status string, ok bool) {
	d, cl := e.d, &e.d.Clauses[c]
	if cl.Predicate == doc.None {
		return record.Happened, true
	}
	v := &d.Chunks[cl.Predicate].Verb
	switch v.Form {
	case doc.Finite:
		status, ok = e.finiteStatus(c, v)
	case doc.Infinitive:
		status, ok = e.infinitiveStatus(c)
		if v.Negated && ok {
			return record.Denied, status != record.Alleged // मदद न देने का फैसला, but मदद न देने का आरोप
		}
		return status, ok
	case doc.Participle:
		status, ok = record.Happened, !e.leftUndone(c)
	case doc.Agentive:
		status, ok = e.agentiveStatus(c)
	default:
		status, ok = e.parentStatus(c)
	}
	return e.governed(c, status, ok)
}

func (e *engine) finiteStatus(c int, v *doc.Verb) (string, bool) {
	switch {
	case v.Scheduled && !v.Negated && !e.conditional(c):
		return record.Planned, !e.hostile(c) // उनकी क्षमता को नष्ट करना है: an aim
	case v.Obligation && !had(v) || v.Desire || e.calledNeeded(c) || e.conditional(c) && !e.threatening(c) || e.asks(c) || e.cueInClause(c, knowledge.CuePurpose):
		return "", false
	case v.Negated:
		return record.Denied, true
	case v.Possible || e.cueInClause(c, knowledge.CuePossible) || e.saidToBe(c, knowledge.CuePossible), e.expected(c) && (v.Subjunct || v.Tense == doc.Fut):
		return record.Possible, true
	case v.Subjunct:
		return "", false
	case v.Tense == doc.Fut, e.announces(c), e.saidToBe(c, knowledge.CuePlanned) && e.tellsMeeting(c):
		return record.Planned, true
	}
	return record.Happened, true
}

// had says whether a verb of obligation tells what was done in the end (हटना पड़ा), not what is or was to be done.
func had(v *doc.Verb) bool { return v.Perfective && v.Tense == doc.Past }

// announces says whether the predicate of a clause is an infinitive with the word that announces it (शुल्क लगाने की बात
// कही): the act lies ahead.
func (e *engine) announces(c int) bool {
	cl := &e.d.Clauses[c]
	for i := cl.Host.First; i < cl.Host.Last; i++ {
		if e.d.Tokens[i].A().Feats.VerbForm == doc.Inf {
			noun, verb := &e.d.Tokens[cl.Host.Last-1], &e.d.Chunks[cl.Predicate].Verb
			return e.plans(noun, verb) && e.lies(c)
		}
	}
	return false
}

// plans says whether a noun, alone or with its verb, tells what is to come (फैसला; बात कही).
func (e *engine) plans(noun *doc.Token, v *doc.Verb) bool {
	cues, _ := e.k.CueAt(func(i int) int32 { return [...]int32{noun.Word, v.Lemma}[i] }, 2)
	return (cues|e.k.CuesOf(noun))&knowledge.CuePlanned != 0
}

// expected says whether a clause is what is said to be possible (संभव है कि वार्ता रद्द हो; हो सकता है कि …; संभावना
// जताई जा रही है कि …).
func (e *engine) expected(c int) bool {
	cl := &e.d.Clauses[c]
	if cl.Kind != doc.Complement || cl.Parent == doc.None {
		return false
	}
	p := &e.d.Clauses[cl.Parent]
	if p.Predicate == doc.None || p.Subject != doc.None && e.k.Markers[e.d.Chunks[p.Subject].Marker].Function == "ergative" {
		return false
	}
	v := &e.d.Chunks[p.Predicate]
	switch {
	case !e.copular(p) && !v.Verb.Passive:
		return false
	case v.Verb.Possible:
		return true
	}
	h := p.Predicate - 1
	return h >= p.Chunks.First && e.d.Chunks[h].Kind == doc.NP && e.d.Chunks[h].Marker == 0 && !v.Verb.Negated && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[h].Head])&knowledge.CuePossible != 0
}

// calledNeeded says whether the copula of a clause says of the act that it is needed (सेना की वापसी अनिवार्य थी).
func (e *engine) calledNeeded(c int) bool {
	h := e.complementAdjective(c)
	return h != nil && e.k.CuesOf(h)&knowledge.CueModalMust != 0
}

// complementAdjective is the adjective that the copula of clause c predicates, nil without one.
func (e *engine) complementAdjective(c int) *doc.Token {
	cl := &e.d.Clauses[c]
	i := cl.Predicate - 1
	if i < cl.Chunks.First || e.d.Tokens[e.d.Chunks[cl.Predicate].Verb.Main].A().UPOS != doc.AUX {
		return nil
	}
	if h := &e.d.Tokens[e.d.Chunks[i].Head]; e.d.Chunks[i].Marker == 0 && h.A().UPOS == doc.ADJ {
		return h
	}
	return nil
}

// mediates says whether a clause has a frame of mediation, which is done by trying.
func (e *engine) mediates(c int) bool {
	return slices.ContainsFunc(e.d.Clauses[c].Frames, func(n int32) bool {
		f := e.k.Frames[n]
		return f.Event != nil && slices.Contains(f.Event.Modes, "third-party")
	})
}

// tellsMeeting says whether a clause has a frame of a meeting.
func (e *engine) tellsMeeting(c int) bool {
	return slices.ContainsFunc(e.d.Clauses[c].Frames, func(n int32) bool {
		f := e.k.Frames[n]
		return f.Event != nil && f.Event.Type == "CONSULT"
	})
}

// saidToBe says whether the copula of a clause says of the act that it is what a cue tells: possible (मुलाकात संभव है) or planned
// (वार्ता प्रस्तावित है).
func (e *engine) saidToBe(c int, cue knowledge.Cues) bool {
	h := e.complementAdjective(c)
	return h != nil && e.k.CuesOf(h)&cue != 0
}

// copular says whether a clause has the bare copula as predicate.
func (e *engine) copular(cl *doc.Clause) bool {
	for _, a := range e.d.Tokens[e.d.Chunks[cl.Predicate].Verb.Main].Analyses {
		if a.UPOS == doc.AUX {
			return cl.Host.Len() == 0
		}
	}
	return false
}

// whether says whether a clause is what somebody is asked: it begins with the particle of questions (पूछा गया कि क्या वह जाएंगे).
func (e *engine) whether(c int) bool {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if ch := &e.d.Chunks[i]; ch.Clause == c && ch.Kind != doc.Conj {
			t := &e.d.Tokens[ch.Tokens.First]
			return cl.Kind == doc.Complement && ch.Tokens.Len() == 1 && ch.Marker == 0 && e.k.CuesOf(t)&knowledge.CueQuestion != 0
		}
	}
	return false
}

// asks says whether a clause is a question: the mark behind its verb is one.
func (e *engine) asks(c int) bool {
	if e.whether(c) {
		return true
	}
	v := &e.d.Chunks[e.d.Clauses[c].Predicate]
	last := e.d.Sentences[e.d.Clauses[c].Sentence].Tokens.Last
	for i := v.Tokens.Last; i < last && e.d.Tokens[i].Kind == doc.Punct; i++ {
		if e.d.Tokens[i].Norm == "?" {
			return true
		}
	}
	return false
}

// cueInClause looks for a cue on the conjunctions, adverbs and unmarked nominals of a clause.
func (e *engine) cueInClause(c int, cue knowledge.Cues) bool {
	cl := &e.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		ch := &e.d.Chunks[i]
		if ch.Clause != c || ch.Kind != doc.Conj && ch.Kind != doc.Adv {
			continue
		}
		has := e.k.CuesOf(&e.d.Tokens[ch.Head])
		if ch.Kind == doc.Conj {
			has |= e.phrase(ch.Head) // जब तक
		}
		if ch.Kind == doc.Adv {
			has &^= knowledge.CueIf // तो as a particle
		}
		if has&cue != 0 {
			return true
		}
	}
	return false
}

// phrase are the cues of the words from token i on.
func (e *engine) phrase(i int) knowledge.Cues {
	cues, _ := e.k.CueAt(func(n int) int32 { return e.d.Tokens[i+n].Word }, min(3, len(e.d.Tokens)-i))
	return cues
}

func (e *engine) parentStatus(c int) (string, bool) {
	p := e.d.Clauses[c].Parent
	if p == doc.None {
		return record.Happened, true
	}
	s, ok := e.status(p)
	if s == record.Possible && e.witnessed(c) != doc.None {
		return record.Happened, true // हमला करते हुए देखा जा सकता है
	}
	if s == record.Denied {
		s = record.Happened
	}
	return s, ok
}

// agentiveStatus: an act that is about to be (होने वाली बैठक), else what those did whom the clause describes (हमला करने
// वाले).
func (e *engine) agentiveStatus(c int) (string, bool) {
	cl := &e.d.Clauses[c]
	if cl.Host.Len() == 0 && len(cl.Frames) == 0 || cl.Host.Len() > 0 && cl.Host.First >= e.d.Chunks[cl.Predicate].Tokens.Last {
		return record.Planned, true
	}
	return record.Happened, true
}

// infinitiveStatus: what governs the infinitive decides.
func (e *engine) infinitiveStatus(c int) (string, bool) {
	d, cl := e.d, &e.d.Clauses[c]
	v := &d.Chunks[cl.Predicate]
	if x := e.conjunct(cl); x != doc.None {
		return e.infinitiveStatus(x) // कैदियों को रिहा करने और मदद देने पर सहमत हुए
	}
	if n := e.governor(cl.Predicate); n != doc.None {
		if d.Chunks[n].Kind == doc.TimeX {
			return e.parentStatus(c) // मार गिराए जाने के एक दिन बाद
		}
		cues := e.k.CuesOf(&d.Tokens[d.Chunks[n].Head])
		neg := d.Chunks[n].Marker == 0 && cl.Parent != doc.None && d.Clauses[cl.Parent].Predicate != doc.None && d.Chunks[d.Clauses[cl.Parent].Predicate].Verb.Negated
		switch {
		case cues&(knowledge.CuePossible|knowledge.CuePlanned) != 0 && neg:
			return record.Denied, true
		case cues&knowledge.CuePossible != 0:
			return record.Possible, true
		case cues&knowledge.CueDecision != 0 && !e.governs(cl.Parent, n) && !e.lies(c):
			return record.Happened, true // राजधानी मानने के फैसले की निंदा
		case cues&knowledge.CuePlanned != 0 && !e.governs(cl.Parent, n):
			return record.Planned, true
		case e.decided(cl.Parent, c, n):
			return record.Planned, !e.together(cl.Parent) || e.decidesHarm(cl.Parent, c)
		case cues&knowledge.CueOccurrence != 0:
			return record.Happened, true // मारे जाने की घटना
		case cues&knowledge.CueAttempted != 0 && (e.hostile(c) || e.mediates(c)):
			return e.parentStatus(c) // घुसपैठ करने की कोशिश की; मध्यस्थता करने की कोशिश कर रहा है
		case cues&knowledge.CueAttempted != 0:
			return "", false // नाविकों को मुक्त कराने का प्रयास कर रहे हैं
		}
	}
	if cl.Parent == doc.None {
		return "", false
	}
	f := e.function(v.Marker)
	if f == "include" || f == "comitative" || f == "time" {
		s, ok := e.parentStatus(c) // मुलाकात करने के अलावा
		if p := e.d.Clauses[cl.Parent].Predicate; f == "time" && s == record.Possible && p != doc.None && d.Chunks[p].Verb.Tense != doc.Fut && !d.Chunks[p].Verb.Possible {
			s = record.Happened // सैनिक भेजने के बाद आशंका बढ़ गई
		}
		return s, ok
	}
	if e.toAttend(c) {
		s, ok := e.parentStatus(c) // सम्मेलन में भाग लेने के लिए जाएंगे
		if g := &d.Chunks[d.Clauses[cl.Parent].Predicate].Verb; s == record.Happened && g.Progressive && g.Tense == doc.Pres {
			s = record.Planned // सम्मेलन में भाग लेने जा रहे हैं
		}
		return s, ok
	}
	if v.Marker == 0 && e.phase(cl.Parent) {
		return e.parentStatus(c) // रॉकेट दागना जारी रखा
	}
	if v.Marker != 0 && v.Tokens.Last == d.Chunks[d.Clauses[cl.Parent].Predicate].Tokens.First && e.weighs(cl.Parent) {
		return record.Possible, true // लगाने पर विचार कर रहा है
	}
	if in, found := e.innerOf(cl.Parent, c); found {
		switch in {
		case knowledge.InnerAlleged:
			return record.Alleged, true
		case knowledge.InnerContent:
			return "", false
		}
		return e.parentStatus(c)
	}
	if v.Marker == 0 && e.d.Tokens[v.Head].A().Feats.Case == doc.Acc {
		return e.parentStatus(c) // सैनिकों को मारने लगे
	}
	return "", false // रिहाई सुनिश्चित करने के लिए संपर्क में है: an aim
}

// conjunct is the clause of the next infinitive with a marker, which a coordinator joins to the infinitive of cl, None without one.
func (e *engine) conjunct(cl *doc.Clause) int {
	d, v := e.d, cl.Predicate
	if d.Chunks[v].Marker != 0 || v+1 >= len(d.Chunks) || d.Chunks[v+1].Kind != doc.Conj || e.k.CuesOf(&d.Tokens[d.Chunks[v+1].Head])&knowledge.CueAnd == 0 {
		return doc.None
	}
	for i := v + 2; i < len(d.Chunks) && d.Chunks[i].Tokens.First < d.Sentences[cl.Sentence].Tokens.Last; i++ {
		if g := &d.Chunks[i]; g.Kind == doc.VG {
			if g.Verb.Form != doc.Infinitive {
				return doc.None
			}
			if g.Marker != 0 {
				return g.Clause
			}
		}
	}
	return doc.None
}

// toAttend says whether the infinitive clause c tells what somebody travels for.
func (e *engine) toAttend(c int) bool {
	cl := &e.d.Clauses[c]
	if cl.Predicate == doc.None {
		return false
	}
	v := &e.d.Chunks[cl.Predicate]
	if v.Verb.Form != doc.Infinitive || cl.Parent == doc.None || !e.travels(cl.Parent) {
		return false
	}
	return e.function(v.Marker) == "purpose" || v.Marker == 0 && e.d.Tokens[v.Head].A().Feats.Case != doc.Nom
}

// phase says whether the predicate of clause c tells that something begins or goes on.
func (e *engine) phase(c int) bool {
	cl := &e.d.Clauses[c]
	for i := cl.Predicate - 1; i >= cl.Chunks.First && i >= cl.Predicate-2; i-- {
		if e.d.Chunks[i].Clause == c && e.k.CuesOf(&e.d.Tokens[e.d.Chunks[i].Head])&knowledge.CueInceptive != 0 {
			return true
		}
	}
	return false
}

// weighs says whether the verb group of clause c begins with a word that makes what it governs possible (विचार कर).
func (e *engine) weighs(c int) bool {
	p := e.d.Clauses[c].Predicate
	if p == doc.None || e.d.Chunks[p].Verb.Negated {
		return false
	}
	t := &e.d.Tokens[e.d.Chunks[p].Tokens.First]
	return e.d.Chunks[p].Tokens.Len() > 1 && e.k.CuesOf(t)&knowledge.CuePossible != 0
}

// governor is the noun or time expression that an infinitive with a marker hangs on (पहुंचने की उम्मीद, लगाने पर विचार).
func (e *engine) governor(v int) int {
	m := e.d.Chunks[v].Marker
	switch f := e.function(m); {
	case m == 0, f == "time", f == "purpose", f == "include", f == "comitative", f == "except", f == "manner", f == "cause": // मुलाकात करने के अलावा
		return doc.None
	}
	for i := v + 1; i < len(e.d.Chunks) && i <= v+4; i++ {
		switch c := &e.d.Chunks[i]; {
		case c.Kind == doc.TimeX && m == e.k.Genitive:
			if a := e.d.Tokens[e.d.Chunks[v].Tokens.Last-1].A(); a.Feats.Case != doc.Nom || a.Feats.Number != doc.Sing {
				return i
			} // टैंक दिए जाने का महीनों पहले | अनुरोध किया
		case c.Kind == doc.NP && c.Marker == e.k.Genitive && c.Of != doc.None && c.Of <= v+4 && e.k.CuesOf(&e.d.Tokens[c.Head])&governing == 0:
			i = c.Of - 1
		case c.Kind == doc.NP:
			return i
		case c.Kind != doc.Adv:
			return doc.None
		}
	}
	return doc.None
}

// governing are the cues of the nouns that say what becomes of the infinitive before them (फैसले का बचाव).
const governing = knowledge.CuePlanned | knowledge.CuePossible | knowledge.CueAttempted

// decided says whether the host noun n of clause p announces the act of its infinitive c as one to come (भेजने का फैसला
// किया, काम करने की बात कही): p tells speech, no act that makes a mere content of the infinitive.
func (e *engine) decided(p, c, n int) bool {
	if !e.governs(p, n) {
		return false
	}
	if !e.plans(&e.d.Tokens[e.d.Chunks[n].Head], &e.d.Chunks[e.d.Clauses[p].Predicate].Verb) {
		return false
	}
	in, found := e.innerOf(p, c)
	return found && in == knowledge.InnerShare && e.lies(c)
}

// lies says whether the act of clause c is a deed or meeting, which an announcement leaves to come; support,
// consent or sanctions are given by announcing them.
func (e *engine) lies(c int) bool {
	if slices.ContainsFunc(e.d.Clauses[c].Frames, func(n int32) bool { f := e.k.Frames[n]; return f.Event != nil && f.Event.Type == "SANCTION" }) {
		return false // also what might be a ban at home
	}
	for _, n := range e.d.Clauses[c].Frames {
		if f := e.k.Frames[n]; f.Event != nil {
			switch q := e.k.Types[f.Event.Type].Quad; {
			case q == 2, q == materialConflict, f.Event.Type == "CONSULT":
				return true
			}
		}
	}
	return false
}

// hostile says whether the frames of clause c tell material conflict, of which an attempt is an act already.
func (e *engine) hostile(c int) bool {
	for _, n := range e.d.Clauses[c].Frames {
		if f := e.k.Frames[n]; f.Event != nil && (e.k.Types[f.Event.Type].Quad == materialConflict || f.Event.Type == "SANCTION") {
			return true
		}
	}
	return false
}

// together says whether several subjects make the decision of clause p an agreement of theirs, whose content the act is.
func (e *engine) together(p int) bool {
	for _, n := range e.d.Clauses[p].Frames {
		if f := e.k.Frames[n]; f.Event != nil && f.Inner == knowledge.InnerContent {
			return e.several(&filled{actors: e.subjectParties(p, 0)})
		}
	}
	return false
}

// decidesHarm says whether clause p tells that one organisation alone decides on the hostile act of its infinitive c: no agreement
// (यूरोपीय संघ ने संपत्ति जब्त करने का फैसला किया).
func (e *engine) decidesHarm(p, c int) bool {
	who := e.subjectParties(p, 0)
	return len(who) == 1 && !e.severalOf(who[0]) && e.hostile(c)
}

// infinitiveHarm says whether one organisation alone decides on a hostile act in an infinitive under clause p.
func (e *engine) infinitiveHarm(p int) bool {
	for c := p - 1; c >= 0 && e.d.Clauses[c].Sentence == e.d.Clauses[p].Sentence; c-- {
		if cl := &e.d.Clauses[c]; cl.Parent == p && cl.Predicate != doc.None && e.d.Chunks[cl.Predicate].Verb.Form == doc.Infinitive && e.decidesHarm(p, c) {
			return true
		}
	}
	return false
}

// governs says whether the host of clause p is the noun chunk n, so that its frame speaks for the infinitive.
func (e *engine) governs(p, n int) bool {
	return p != doc.None && len(e.d.Clauses[p].Frames) > 0 && e.hostChunk(&e.d.Clauses[p], n)
}

// innerOf says what the frames of clause p make of the act in its complement c.
func (e *engine) innerOf(p, c int) (knowledge.Inner, bool) {
	best, found := knowledge.InnerContent, false
	if cl := &e.d.Clauses[p]; cl.Predicate != doc.None && e.copular(cl) {
		return best, false // खबर है कि …
	}
	for _, n := range e.d.Clauses[p].Frames {
		f := e.k.Frames[n]
		finite := e.d.Chunks[e.d.Clauses[c].Predicate].Verb.Form == doc.Finite
		if f.Event == nil && (!f.Say || !finite && e.addressee(p)) {
			continue // इजराइल को अभियान रोकने का आदेश दिया: Israel would do it
		}
		switch {
		case f.Event == nil && finite:
			return knowledge.InnerShare, true
		case finite && !f.Say && !e.ofContent(f):
			continue // सामने आया है कि …
		}
		if !found || f.Inner > best {
			best, found = f.Inner, true
		}
	}
	return best, found
}

// addressee says whether clause p tells a demand or order to somebody, who stands in it with the dative.
func (e *engine) addressee(p int) bool {
	cl := &e.d.Clauses[p]
	if !slices.ContainsFunc(cl.Frames, func(n int32) bool { f := e.k.Frames[n]; return f.Event != nil && f.Event.Type == "REQUEST" }) {
		return false
	}
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if c := &e.d.Chunks[i]; c.Clause == p && c.Kind == doc.NP && c.Marker == e.k.Dative && e.known(e.parties(i, true)) {
			return true
		}
	}
	return false
}

// ofContent says whether an act of words has its finite complement as content; deeds and meetings have none.
func (e *engine) ofContent(f *knowledge.Frame) bool {
	q := e.k.Types[f.Event.Type].Quad
	return q == 1 && f.Event.Type != "CONSULT" || q == 3 || f.Inner != knowledge.InnerContent
}

// governed lets the clause above a complement or quotation speak: a charge makes the act alleged, a promise or demand
// leaves no act, plain speech leaves it as it stands.
func (e *engine) governed(c int, status string, ok bool) (string, bool) {
	d := e.d
	for depth := 0; ok && depth < 6; depth++ {
		cl := &d.Clauses[c]
		if cl.Parent == doc.None {
			break
		}
		finite := cl.Predicate != doc.None && d.Chunks[cl.Predicate].Verb.Form == doc.Finite
		if (cl.Kind == doc.Complement || cl.Kind == doc.Quotation) && finite {
			switch in, found := e.innerOf(cl.Parent, c); {
			case found && in == knowledge.InnerAlleged && status == record.Happened:
				return record.Alleged, true
			case found && in == knowledge.InnerContent && cl.Kind == doc.Complement && !(status != record.Happened && e.expected(c)):
				return "", false
			}
		}
		if cl.Kind == doc.Main || e.rejoins(c) {
			break
		}
		c = cl.Parent
	}
	return status, ok
}
