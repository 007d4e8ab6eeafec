package mention

import (
	"sort"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// maxModifiers is the number of adjectives and numerals that may stand between an owner and what it owns.
const maxModifiers = 5

// owners are the entities to which a title, body or people noun belongs: a state adjective or name right before it,
// or a genitive (रूस के नए विदेश मंत्री, रूस और चीन के राष्ट्रपति, विदेश मंत्रालय के प्रवक्ता). Several are returned for
// a list, when the noun may be plural.
func (f *finder) owners(m *doc.Mention) []int {
	i := m.Tokens.First
	n := sort.Search(len(f.d.Mentions), func(x int) bool { return f.d.Mentions[x].Tokens.Last > i })
	pointed, own := false, false
	for step := 0; step <= maxModifiers && i > f.sentence; step++ {
		if n > 0 && f.d.Mentions[n-1].Tokens.Last == i {
			o := &f.d.Mentions[n-1]
			if pointed {
				return nil // न्यूजीलैंड इस गठबंधन के सदस्य हैं
			}
			if beside := i == m.Tokens.First && o.Type == doc.Place && m.Type == doc.Body && m.Row != doc.None && f.hasCode(o); o.Entity != doc.None && (owning(o.Type) || beside) && f.d.Entities[o.Entity].Code != "" && !f.affairs(o.Tokens.Last) {
				if state := f.accredited(n-1, m); state != doc.None {
					return []int{state}
				}
				return []int{o.Entity}
			}
			if o.Type != doc.Office && o.Type != doc.Nationals && !f.affairs(o.Tokens.Last) {
				return nil
			}
			i, n = o.Tokens.First, n-1
			continue
		}
		t := &f.d.Tokens[i-1]
		a := t.A()
		pointed = pointed || f.k.CuesOf(t)&(knowledge.CueDeixis|knowledge.CueProximal) != 0
		switch {
		case f.k.CuesOf(t)&knowledge.CueAllied != 0 && m.Type == doc.Person:
			return nil // चीन समर्थक मुइज्जू
		case a.UPOS == doc.ADP && f.k.CuesOf(t)&knowledge.CueGenitive != 0:
			if own && (n == 0 || !owning(f.d.Mentions[n-1].Type)) {
				return nil // जयशंकर के अपने समकक्ष, but फ्रांस के अपने समकक्ष
			}
			return f.genitiveOwners(n, i-1, m)
		case a.UPOS == doc.ADP && m.Type == doc.Office && f.marked(i-1, f.k.Locative):
			return f.ministry(n, i-1)
		case a.UPOS == doc.ADP && f.k.CuesOf(t)&knowledge.CueAgentive != 0 && i-1 > f.sentence && f.d.Tokens[i-2].A().UPOS == doc.NOUN:
			i -= 2 // अमेरिका की अगुवाई वाला गठबंधन
		case f.k.CuesOf(t)&knowledge.CueReflexive != 0 && f.k.CuesOf(&f.d.Tokens[m.Tokens.First])&knowledge.CueCounterpart != 0:
			own = true
			i--
		case f.k.CuesOf(t)&knowledge.CueAnd != 0 && step > 0 && i-2 >= f.sentence && f.d.Tokens[i-2].A().UPOS == doc.ADJ && f.d.Tokens[i].A().UPOS == doc.ADJ:
			i-- // चीन की मौजूदा और पिछली सरकारें
		case a.UPOS == doc.ADJ, a.UPOS == doc.NUM, a.UPOS == doc.DET, t.Norm == "-", a.UPOS == doc.NOUN && a.Class&knowledge.ClassHuman == 0 && step < 2:
			i--
		default:
			return nil
		}
	}
	return nil
}

// accredited is the state that stands with the genitive before the organisation of mention n, at which the envoy m is its own
// (रूस के संयुक्त राष्ट्र दूत); None for whom an organisation has itself.
func (f *finder) accredited(n int, m *doc.Mention) int {
	o := &f.d.Mentions[n]
	if n == 0 || o.Type != doc.Organisation || m.Type != doc.Office || f.k.Items[m.Row].Scope == "org" {
		return doc.None
	}
	g, s := o.Tokens.First-1, &f.d.Mentions[n-1]
	if s.Tokens.Last != g || s.Type != doc.State || f.k.CuesOf(&f.d.Tokens[g])&knowledge.CueGenitive == 0 {
		return doc.None
	}
	return s.Entity
}

// affairs says whether token i is the noun of what an office deals with: the state before it is not its own (चीन की राज्य परिषद
// का ताइवान मामला कार्यालय).
func (f *finder) affairs(i int) bool {
	return i < f.end && f.k.CuesOf(&f.d.Tokens[i])&knowledge.CueOccurrence != 0
}

// ministry is the ministry of a state before the locative at token g, of which a title behind it is one (नेपाल के विदेश मंत्रालय में
// सचिव); mention n-1 must end there.
func (f *finder) ministry(n, g int) []int {
	if n == 0 || f.d.Mentions[n-1].Tokens.Last != g {
		return nil
	}
	o := &f.d.Mentions[n-1]
	if o.Type != doc.Body || o.Row == doc.None || f.k.Items[o.Row].Sub != "ministry" || o.Entity == doc.None || !f.hasCode(o) {
		return nil
	}
	return []int{o.Entity}
}

// owning says whether a mention right before a noun can own it without a genitive.
func owning(t doc.MentionType) bool {
	switch t {
	case doc.State, doc.Nationals, doc.Organisation, doc.Group:
		return true
	}
	return false
}

// genitiveOwners are the owners before the genitive at token g; mention n-1 must end there.
func (f *finder) genitiveOwners(n, g int, m *doc.Mention) []int {
	if n > 0 && f.d.Mentions[n-1].Type == doc.Organisation && f.d.Tokens[g-1].A().Class&knowledge.ClassStateNoun != 0 {
		g-- // एससीओ देशों के विदेश मंत्री
	}
	if n == 0 || f.d.Mentions[n-1].Tokens.Last != f.bracketBefore(n, g) {
		return nil
	}
	o := &f.d.Mentions[n-1]
	if o.Entity == doc.None || !f.hasCode(o) || o.Type == doc.Place && m.Type != doc.Body || f.elsewhere(o, m) {
		return nil
	}
	out := []int{o.Entity}
	if !owning(o.Type) || f.singular(m) {
		return out
	}
	for n--; n > 0; n-- {
		p := &f.d.Mentions[n-1]
		if !f.joined(p.Tokens.Last, f.d.Mentions[n].Tokens.First) {
			break
		}
		if p.Type == doc.Place && (p.Entity == doc.None || !f.hasCode(p)) {
			continue // a state in a spelling that no table has
		}
		if !owning(p.Type) || p.Entity == doc.None {
			break
		}
		out = append(out, p.Entity)
	}
	return out
}

// elsewhere says whether a person stands before the title of somebody of another state, whom the registry knows by the
// name behind it (देउबा की प्रधानमंत्री नरेंद्र मोदी से मुलाकात): the genitive belongs to what follows.
func (f *finder) elsewhere(o, m *doc.Mention) bool {
	i := m.Tokens.Last
	if o.Type != doc.Person || m.Type != doc.Office || i >= f.end || f.d.Tokens[i].Word < 0 {
		return false
	}
	names, _ := f.k.NameAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, f.end-i, nil)
	for _, c := range names {
		it := &f.k.Items[c.Item]
		if it.Kind == doc.Person && c.How != knowledge.BySurname && it.On(f.date).Code != f.d.Entities[o.Entity].Code {
			return true
		}
	}
	return false
}

// bracketBefore is the token where a mention must end to stand before token g, past a bracket (संगठन (एससीओ) की) or the comma that
// some put behind the last of a list (फ्रांस, जर्मनी, कनाडा, के नेता).
func (f *finder) bracketBefore(n, g int) int {
	if g > 0 && f.d.Tokens[g-1].Norm == "," {
		return g - 1
	}
	if g > 0 && f.d.Tokens[g-1].Norm == ")" {
		for i := g - 2; i > g-8 && i > f.sentence; i-- {
			if f.d.Tokens[i].Norm == "(" {
				if n > 0 && f.d.Mentions[n-1].Tokens.First > i {
					return f.d.Mentions[n-1].Tokens.Last
				}
				return i
			}
		}
	}
	return g
}

func (f *finder) hasCode(o *doc.Mention) bool {
	c := f.d.Entities[o.Entity].Code
	return c != "" && c != unknown
}

// joined says whether only commas, hyphens and coordinators stand between two tokens (भारत-पाकिस्तान के).
func (f *finder) joined(from, to int) bool {
	if from >= to {
		return false
	}
	for i := from; i < to; i++ {
		t := &f.d.Tokens[i]
		if t.Norm != "," && (t.Norm != "-" || t.Space) && f.k.CuesOf(t)&knowledge.CueAnd == 0 {
			return false
		}
	}
	return true
}

// singular says whether a title is followed by a person's name, so that it has one owner; a place may stand there all the
// same (रूस और यूक्रेन के वार्ताकार इस्तांबुल में मिले).
func (f *finder) singular(m *doc.Mention) bool {
	return m.Tokens.Last < f.end && f.nameWord(m.Tokens.Last) && !f.listed(m.Tokens.Last)
}
