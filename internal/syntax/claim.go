package syntax

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// nonfinite makes the clause of the non-finite verb group v: walking left, it claims the chunks that its frames
// license, down to chunk start.
func (b *clauser) nonfinite(start, v int) int {
	d := b.d
	for i := v - 1; i >= start; i-- {
		if d.Chunks[i].Kind == doc.VG {
			start = i + 1
			break
		}
	}
	c := b.add(v, v+1, v)
	cl := &d.Clauses[c]
	form := d.Chunks[v].Verb.Form
	switch form {
	case doc.Participle, doc.Agentive:
		cl.Kind = doc.Adnominal
		cl.Head = b.described(v)
	case doc.Infinitive:
		cl.Kind = doc.Complement
	default:
		cl.Kind = doc.Adverbial
	}
	b.predicate(c, start, v)
	if h := cl.Head; h != doc.None && cl.Host.Len() == 0 && !(len(cl.Frames) > 0 && b.body(h)) {
		b.hostBehind(c, h)
	}
	first := b.agent(c, start, b.claim(c, start, v))
	cl = &d.Clauses[c]
	cl.Chunks.First = first
	cl.Tokens.First = d.Chunks[first].Tokens.First
	return c
}

// body says whether the head of chunk i names an organisation or group: what was formed or founded is it, not what it owns
// (2001 में बने एससीओ के सदस्य).
func (b *clauser) body(i int) bool {
	h := b.d.Chunks[i].Head
	m := firstMention(b.d, h)
	return m < len(b.d.Mentions) && b.d.Mentions[m].Tokens.Has(h) && (b.d.Mentions[m].Type == doc.Organisation || b.d.Mentions[m].Type == doc.Group)
}

// hostBehind makes the noun that a participle describes its host, when both together are a predicate (लगाई गई रोक, किए
// गए हमले): the nearest of a chain of genitives that is one (हुए हमले की निंदा, होने वाली विदेश सचिव स्तर की वार्ता).
func (b *clauser) hostBehind(c, head int) {
	d := b.d
	cl := &d.Clauses[c]
	for {
		h := d.Chunks[head].Head
		if frames, host := b.k.Match(d, d.Chunks[cl.Predicate].Verb.Lemma, h+1, d.Chunks[head].Tokens.First, nil); host.Len() > 0 {
			if cl.Frames, cl.Host = frames, host; b.tellsAct(frames) {
				return
			}
		}
		of := d.Chunks[head].Of
		if of == doc.None || d.Chunks[head].Marker != b.k.Genitive && d.Chunks[head].Marker != 0 || b.agentBetween(head, of) {
			return
		}
		head = of
	}
}

// tellsAct says whether one of the frames codes an event.
func (b *clauser) tellsAct(frames []int32) bool {
	return slices.ContainsFunc(frames, func(n int32) bool { return b.k.Frames[n].Event != nil })
}

// agentBetween says whether who acts stands between two chunks: what is behind him is his, not what the participle
// describes (किए गए हमलों की अमेरिका ने निंदा की).
func (b *clauser) agentBetween(i, j int) bool {
	for n := i + 1; n < j; n++ {
		if b.d.Chunks[n].Marker == b.k.Ergative {
			return true
		}
	}
	return false
}

// described is the nominal that a participle stands before.
func (b *clauser) described(v int) int {
	for i := v + 1; i < b.r.Last && i <= v+3; i++ {
		if b.d.Chunks[i].Kind == doc.NP {
			return i
		}
	}
	return doc.None
}

// claim marks the chunks that clause c takes, and returns the first of them.
func (b *clauser) claim(c, start, v int) int {
	d := b.d
	cl := &d.Clauses[c]
	d.Chunks[v].Clause = c
	form := d.Chunks[v].Verb.Form
	first, taken := v, 0
	for i := v - 1; i >= start; i-- {
		ch := &d.Chunks[i]
		if ch.Clause != doc.None {
			break
		}
		host := cl.Host.Has(ch.Head) || cl.Part.Has(ch.Head)
		switch {
		case ch.Kind == doc.Adv, ch.Kind == doc.Mark && quote(d, ch), b.manner(ch):
		case host, b.attached(ch, c) && (ch.Marker != 0 || ch.Coord != doc.None || b.nominalBefore(start, i) || form == doc.Infinitive && b.nominalBefore(v+1, b.finite)): // यूक्रेन युद्ध शुरू होने के बाद मोदी …
		case b.stationed(start, i, c), form == doc.Infinitive && b.insideOwned(start, i, c):
		case ch.Kind == doc.TimeX:
			if (form == doc.Participle || form == doc.Agentive) && first < v && b.behindAgent(i, start) {
				return first // X ने शुक्रवार को Y में हुए हमले की निंदा की
			}
			if form != doc.Participle && form != doc.Agentive && form != doc.Conjunctive && form != doc.Imperfective || ch.Marker == b.k.Genitive {
				return first
			}
		case ch.Kind != doc.NP, ch.Marker == b.k.Ergative, b.isRelative(ch), b.obligedPronoun(ch):
			if !b.insideList(i, c) {
				return first
			}
		case !b.licensed(cl, ch, form, taken) && !(form == doc.Infinitive && taken == 0 && b.sent(cl, ch) && b.nominalBefore(start, i)):
			return first
		default:
			taken++
		}
		ch.Clause = c
		first = i
	}
	return first
}

// manner says whether a chunk tells how something is done (औपचारिक रूप से, पूरी तरह से): it goes with whatever verb follows.
func (b *clauser) manner(ch *doc.Chunk) bool {
	if ch.Kind != doc.NP || b.d.Tokens[ch.Head].A().Class&knowledge.ClassManner == 0 || ch.Of != doc.None || ch.Coord != doc.None {
		return false
	}
	f := b.k.Markers[ch.Marker].Function
	return f == "source" || f == "place"
}

// insideOwned says whether the nominal at chunk i stands between an owner and what clause c has taken of his (भारत के | रूस से | तेल
// खरीदने के कारण).
func (b *clauser) insideOwned(start, i, c int) bool {
	d := b.d
	if d.Chunks[i].Kind != doc.NP || d.Chunks[i].Marker == 0 || d.Chunks[i].Marker == b.k.Ergative {
		return false
	}
	for j := i - 1; j >= start && j >= i-3; j-- {
		if g := &d.Chunks[j]; g.Kind == doc.NP && g.Marker == b.k.Genitive && g.Of > i && d.Chunks[g.Of].Clause == c {
			return true
		}
	}
	return false
}

// stationed says whether chunk i is an adjective with its place before it that describes what clause c has taken (कनाडा में तैनात
// अपने राजनयिकों को वापस बुलाने).
func (b *clauser) stationed(start, i, c int) bool {
	d := b.d
	ch := &d.Chunks[i]
	if ch.Kind != doc.NP || ch.Marker != 0 || d.Tokens[ch.Head].A().UPOS != doc.ADJ || ch.Tokens.Len() != 1 || i == start || i+1 >= len(d.Chunks) {
		return false
	}
	place, of := &d.Chunks[i-1], &d.Chunks[i+1]
	return place.Kind == doc.NP && place.Marker == b.k.Locative && place.Clause == doc.None && of.Kind == doc.NP && of.Clause == c
}

// obligedPronoun says whether a chunk is a pronoun in the dative beside a finite verb of obligation: who has to do it (उसे
// जांच कर रहे निरीक्षकों के साथ सहयोग करना होगा).
func (b *clauser) obligedPronoun(ch *doc.Chunk) bool {
	return ch.Marker == b.k.Dative && b.d.Chunks[b.finite].Verb.Obligation && b.d.Tokens[ch.Head].A().UPOS == doc.PRON
}

// behindAgent says whether chunk i stands right behind an agent.
func (b *clauser) behindAgent(i, start int) bool {
	return i > start && b.d.Chunks[i-1].Kind == doc.NP && b.d.Chunks[i-1].Marker == b.k.Ergative
}

// agent is where clause c begins when the agent phrase of its verb is among the nominals from chunk start to first, which
// its verb then takes all (ट्रंप द्वारा तस्करी के जवाब में शुल्क लगाने की घोषणा): only a passive verb behind has one of its own.
func (b *clauser) agent(c, start, first int) int {
	d := b.d
	if d.Chunks[b.finite].Verb.Passive || d.Chunks[d.Clauses[c].Predicate].Verb.Form == doc.Agentive {
		return first
	}
	for i := first - 1; i >= start; i-- {
		ch := &d.Chunks[i]
		if ch.Clause != doc.None || ch.Kind != doc.NP && ch.Kind != doc.TimeX && ch.Kind != doc.Adv || ch.Marker == b.k.Ergative || b.isRelative(ch) {
			return first
		}
		if ch.Kind != doc.NP || b.k.Markers[ch.Marker].Function != "agent" || ch.Of != doc.None {
			continue
		}
		for i > start && d.Chunks[i-1].Clause == doc.None && d.Chunks[i-1].Of == i {
			i--
		}
		for j := i; j < first; j++ {
			d.Chunks[j].Clause = c
		}
		return i
	}
	return first
}

// attached says whether a chunk modifies, or is listed with, one that clause c has.
func (b *clauser) attached(ch *doc.Chunk, c int) bool {
	d := b.d
	return ch.Of != doc.None && ch.Of < len(d.Chunks) && d.Chunks[ch.Of].Clause == c || ch.Coord != doc.None && d.Chunks[ch.Coord].Clause == c
}

// nominalBefore says whether an unmarked or ergative nominal stands between chunks start and i, so that a name right
// before a noun need not be the subject (मोदी भारत यात्रा पर जाने …, but तालिबान हथियार छोड़ने को तैयार है).
func (b *clauser) nominalBefore(start, i int) bool {
	for j := start; j < i; j++ {
		ch := &b.d.Chunks[j]
		if ch.Kind == doc.NP && ch.Clause == doc.None && (ch.Marker == b.k.Ergative || ch.Marker == 0 && b.somebody(ch)) {
			return true
		}
	}
	return false
}

// insideList says whether chunk i is the comma or conjunction of a list whose next member clause c has.
func (b *clauser) insideList(i, c int) bool {
	for j := i - 1; j >= b.r.First; j-- {
		ch := &b.d.Chunks[j]
		if ch.Kind == doc.NP {
			return ch.Coord != doc.None && b.d.Chunks[ch.Coord].Clause == c
		}
		if ch.Kind != doc.Mark && ch.Kind != doc.Conj {
			return false
		}
	}
	return false
}

func (b *clauser) isRelative(ch *doc.Chunk) bool {
	return b.k.CuesOf(&b.d.Tokens[ch.Tokens.First])&knowledge.CueRelative != 0
}

// licensed says whether the verb of a clause may take a chunk: its frames name the marker; an unmarked nominal next to
// a verb without a host is its object; and a participle takes what stands before it, for it has no other place.
func (b *clauser) licensed(cl *doc.Clause, ch *doc.Chunk, form doc.VerbForm, taken int) bool {
	if ch.Marker == 0 && b.d.Tokens[ch.Head].A().UPOS == doc.PRON && b.k.CuesOf(&b.d.Tokens[ch.Head])&knowledge.CueFirst != 0 {
		return false // हम … हुए हमले की निंदा करते हैं
	}
	if ch.Marker == 0 && b.pronounAlone(ch) && b.d.Tokens[ch.Head].A().Feats.Number == doc.Plur {
		return false // वे … कर रहे प्रदर्शनकारियों के साथ हैं: the subject of the clause around
	}
	if ch.Marker == 0 && form == doc.Participle && b.pronounAlone(ch) && b.d.Tokens[ch.Head].A().Feats.Case != doc.Acc {
		return false // वह … छीने गए हथियार लौटा देगा
	}
	if form == doc.Infinitive && b.actsFirst(cl, ch) {
		return false // वह सम्मेलन में भाग लेने ओमान जा रहे हैं
	}
	if ch.Marker == 0 && form != doc.Participle && b.acts(ch) {
		return form == doc.Infinitive && b.becomes(cl, ch) // a person as object has the marker of the dative
	}
	key := ch.Marker
	if key == 0 || key == b.k.Dative {
		key = knowledge.K2
	}
	for _, f := range cl.Frames {
		if _, ok := b.k.Frames[f].Role(key, false); ok && (ch.Marker != 0 || taken == 0) {
			return true
		}
		if _, ok := b.k.Frames[f].Role(ch.Marker, false); ok && ch.Marker != 0 {
			return true
		}
	}
	if ch.Marker == 0 {
		return taken == 0 && cl.Host.Len() == 0 && (len(cl.Frames) > 0 || !b.party(ch)) || form == doc.Participle && !b.party(ch)
	}
	if ch.Marker == b.k.Genitive {
		return form == doc.Infinitive && ch.Of == doc.None // its subject
	}
	switch form {
	case doc.Participle, doc.Agentive, doc.Conjunctive, doc.Imperfective:
		return true
	}
	return taken == 0 && len(cl.Frames) == 0
}

// actsFirst says whether a chunk is a pronoun in the nominative that something else parts from the infinitive of a clause: it is no
// object of it, which would stand beside it (वह करने की …).
func (b *clauser) actsFirst(cl *doc.Clause, ch *doc.Chunk) bool {
	if ch.Marker != 0 || !b.pronounAlone(ch) || b.d.Tokens[ch.Head].A().Feats.Case == doc.Acc {
		return false
	}
	next := b.d.Chunks[cl.Predicate].Tokens.First
	if cl.Host.Len() > 0 {
		next = min(next, cl.Host.First)
	}
	return ch.Tokens.Last < next
}

// acts says whether the head of a chunk names a person, title or body.
func (b *clauser) acts(ch *doc.Chunk) bool {
	m := firstMention(b.d, ch.Head)
	return m < len(b.d.Mentions) && b.d.Mentions[m].Tokens.Has(ch.Head) && likeness(b.d.Mentions[m].Type) == actor && b.d.Mentions[m].Rule != "owned-noun"
}

// sent says whether a chunk means troops without an owner right before the verb of a clause that takes an object: they are
// given or moved (फ्रांस सैनिक देने को तैयार है).
func (b *clauser) sent(cl *doc.Clause, ch *doc.Chunk) bool {
	if ch.Marker != 0 || b.d.Tokens[ch.Head].A().Class&knowledge.ClassForce == 0 || cl.Host.Len() > 0 {
		return false
	}
	for _, f := range cl.Frames {
		if _, ok := b.k.Frames[f].Role(knowledge.K2, false); ok {
			return true
		}
	}
	return false
}

// becomes says whether a title alone right before the verb of a clause is what somebody becomes (पीएम बनने के बाद).
func (b *clauser) becomes(cl *doc.Clause, ch *doc.Chunk) bool {
	m := firstMention(b.d, ch.Head)
	return b.d.Mentions[m].Type == doc.Office && ch.Tokens.Last == b.d.Chunks[cl.Predicate].Tokens.First && cl.Host.Len() == 0
}

// party says whether the head of a chunk names somebody.
func (b *clauser) party(ch *doc.Chunk) bool {
	m := firstMention(b.d, ch.Head)
	return m < len(b.d.Mentions) && b.d.Mentions[m].Tokens.Has(ch.Head)
}

// reclaim gives the finite clause c what its frame needs and an inner clause has taken: a nominal that names somebody
// under a marker that c's frame makes a party (अमेरिका पर … का आरोप लगाया), with all that stands before it.
func (b *clauser) reclaim(c int, inner []int) {
	for _, n := range b.d.Clauses[c].Frames {
		for _, s := range b.k.Frames[n].Roles {
			key := s.Key
			if e := b.k.Frames[n].Event; key == b.k.Locative && e != nil && e.Type == "ASSAULT" {
				b.occasion(c, inner)
			}
			if key == knowledge.K2 {
				key = b.k.Dative
			}
			if s.Role != knowledge.Recipient || int(key) >= len(b.k.Markers) || key == b.k.Genitive || key == b.k.Locative || b.has(c, key) || b.aimed(c, b.k.Frames[n], key) {
				continue
			}
			for _, x := range inner {
				if b.takeBack(c, x, key) {
					break
				}
			}
		}
	}
}

// aimed says whether a source would be a second recipient of clause c, beside somebody on whom its act falls (रूस से तेल आयात
// करने को लेकर भारत पर शुल्क लगाया).
func (b *clauser) aimed(c int, f *knowledge.Frame, key uint8) bool {
	if b.k.Markers[key].Function != "source" {
		return false
	}
	return slices.ContainsFunc(f.Roles, func(s knowledge.Slot) bool {
		return s.Role == knowledge.Recipient && int(s.Key) < len(b.k.Markers) && b.k.Markers[s.Key].Function == "place" && b.has(c, s.Key)
	})
}

// occasion gives clause c the act in which something was done when a participle inside it has taken it with the place where
// somebody is (हमले में शिविर में रह रहे लोगों की मौत).
func (b *clauser) occasion(c int, inner []int) {
	d := b.d
	for _, x := range inner {
		cl := &d.Clauses[x]
		if cl.Kind != doc.Adnominal {
			continue
		}
		for i := cl.Chunks.First; i < cl.Predicate; i++ {
			ch := &d.Chunks[i]
			if ch.Clause != x || ch.Kind != doc.NP || ch.Marker != b.k.Locative || d.Tokens[ch.Head].A().Class&knowledge.ClassEvent == 0 {
				continue
			}
			b.move(c, x, i)
			return
		}
	}
}

// move gives clause c all chunks of clause x up to chunk i.
func (b *clauser) move(c, x, i int) {
	d := b.d
	cl := &d.Clauses[x]
	for j := cl.Chunks.First; j <= i; j++ {
		if d.Chunks[j].Clause == x {
			d.Chunks[j].Clause = c
		}
	}
	cl.Chunks.First = i + 1
	cl.Tokens.First = d.Chunks[i+1].Tokens.First
}

// takeBack moves the first party under a marker from clause x to clause c; what stands behind an agent of x is part of what
// he did (भारत द्वारा पाकिस्तान पर हमला करने की बात कही).
func (b *clauser) takeBack(c, x int, key uint8) bool {
	d := b.d
	cl := &d.Clauses[x]
	if key == b.k.Dative && cl.Kind == doc.Adverbial && d.Chunks[cl.Predicate].Verb.Form == doc.Imperfective {
		return false // महासभा को संबोधित करते हुए … से हटने को कहा: the object of the converb
	}
	if b.dates(x) && b.takes(x, key) {
		return false // यूक्रेन पर हमला करने के बाद प्रतिबंध लगाए
	}
	for i := cl.Chunks.First; i < cl.Predicate; i++ {
		ch := &d.Chunks[i]
		if ch.Clause == x && ch.Kind == doc.NP && ch.Marker != key && b.k.Markers[ch.Marker].Function == "agent" && !d.Chunks[b.finite].Verb.Passive {
			return false
		}
		if ch.Clause != x || ch.Marker != key || ch.Kind != doc.NP || !b.party(ch) || b.insideOwned(cl.Chunks.First, i, x) {
			continue
		}
		if cl.Kind == doc.Adnominal && i+1 == cl.Predicate && b.d.Mentions[firstMention(b.d, d.Chunks[i].Head)].Type == doc.Place {
			continue // शहर अबादान पर हुए हमले का बदला लेने की धमकी दी: what was done there
		}
		if v := &d.Chunks[cl.Predicate].Verb; v.Passive && v.Form == doc.Infinitive && i+1 == cl.Predicate {
			continue // राजनयिकों को निकाले जाने के विरोध में … को निकलने का आदेश दिया: who was expelled before
		}
		b.move(c, x, i)
		return true
	}
	return false
}

// dates says whether the infinitive clause x tells when something else was (करने के बाद, करने के एक दिन बाद).
func (b *clauser) dates(x int) bool {
	p := b.d.Clauses[x].Predicate
	c := &b.d.Chunks[p]
	return c.Verb.Form == doc.Infinitive && (b.k.Markers[c.Marker].Function == "time" || c.Marker == b.k.Genitive && p+1 < b.r.Last && b.d.Chunks[p+1].Kind == doc.TimeX)
}

// takes says whether a frame of clause x makes a recipient of a marker.
func (b *clauser) takes(x int, key uint8) bool {
	return slices.ContainsFunc(b.d.Clauses[x].Frames, func(n int32) bool {
		s, ok := b.k.Frames[n].Role(key, false)
		return ok && s.Role == knowledge.Recipient
	})
}

// has says whether clause c has a nominal under a marker.
func (b *clauser) has(c int, marker uint8) bool {
	cl := &b.d.Clauses[c]
	for i := cl.Chunks.First; i < cl.Chunks.Last; i++ {
		if ch := &b.d.Chunks[i]; ch.Clause == c && ch.Kind == doc.NP && ch.Marker == marker {
			return true
		}
	}
	return false
}
