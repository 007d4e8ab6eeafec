package merge

import (
	"slices"
	"strings"
)

func common[T comparable](a, b []T) []T {
	var out []T
	for _, x := range a {
		if slices.Contains(b, x) && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

func join(list []string) string { return strings.Join(list, " ") }

// many says whether an event is a meeting of many: of three or more, or of an organisation.
func (t *Telling) many() bool {
	return t.Type == "CONSULT" && !t.visit() && !slices.Contains(t.Modes, "third-party") &&
		(len(t.Bodies) > 0 || t.multilateral() || len(t.codes()) > 2)
}

// pair says whether an event is of two alone, though it may be called a summit.
func (t *Telling) pair() bool { return len(t.Bodies) == 0 && len(t.codes()) == 2 }

func (t *Telling) multilateral() bool { return slices.Contains(t.Modes, "multilateral") }

// round says whether an event is talks with several, which may be one after the other: not what a meeting of an
// organisation is told as.
func (t *Telling) round() bool { return len(t.Bodies) == 0 && !t.multilateral() }

// deed says whether the act is one of hands, which a state does whoever orders it.
func (t *Telling) deed() bool {
	switch t.Type {
	case "ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "RETREAT", "AID":
		return true
	}
	return false
}

// verbal says whether the act is one of words, of which a party may do several on one day.
func (t *Telling) verbal() bool {
	switch t.Type {
	case "CONSULT", "COOPERATE", "PROTEST":
		return false
	}
	return !t.deed()
}

func (t *Telling) visit() bool { return slices.Contains(t.Modes, "visit") }

// directed says whether it matters who did it to whom.
func (t *Telling) directed() bool { return len(t.Recipients) > 0 }

func (m *matching) sides() {
	a, b := m.a.codes(), m.b.codes()
	shared := common(a, b)
	switch {
	case len(shared) == 0:
		m.contradict("parties", "no party in common")
	case !m.turned():
		m.weighSides(a, b, shared)
	}
}

// turned finds that others did it, or to others. A meeting without a host has no sides.
func (m *matching) turned() bool {
	if m.a.Type == "CONSULT" && m.a.directed() != m.b.directed() {
		return false
	}
	a, b := m.a.sided(), m.b.sided()
	for i, p := range a {
		q := b[i]
		if len(p) > 0 && len(q) > 0 && len(common(p, q)) == 0 {
			m.contradict("parties", m.join(p)+" is not "+m.join(q))
			return true
		}
	}
	return false
}

func (m *matching) weighSides(a, b, shared []string) {
	many := m.a.many() || m.b.many()
	switch {
	case m.a.many() != m.b.many() && !(slices.Equal(a, b) && m.a.pair()):
		m.contradict("parties", "one is a meeting of many")
	case slices.Equal(a, b) && len(a) > 1 && m.a.Type != "CONSULT" && m.a.directed() != m.b.directed():
		m.add(1.7, "parties", "the same, but not with the same parts: "+m.join(shared))
	case slices.Equal(a, b) && len(a) > 1:
		m.add(3, "parties", "the same: "+m.join(shared))
	case slices.Equal(a, b) && len(m.a.Bodies) > 0:
		m.add(2.6, "parties", "the same: "+m.join(shared))
	case slices.Equal(a, b):
		m.add(2.2, "parties", "the same: "+m.join(shared))
	case many:
		m.weighMany(a, b, shared)
	case m.a.Type == "CONSULT":
		m.contradict("parties", m.join(a)+" are not "+m.join(b))
	case len(shared) > 1 || len(common(m.a.Bodies, m.b.Bodies)) > 0:
		m.add(2.2, "parties", "in common: "+m.join(shared))
	case min(len(a), len(b)) == 1 && max(len(a), len(b)) == 2:
		m.add(1.4, "parties", "one names only "+m.join(shared))
	default:
		m.add(0.5, "parties", "in common: "+m.join(shared))
	}
}

// weighMany compares meetings of which reports name now these, now those: the organisation tells them apart, or else
// most of the names.
func (m *matching) weighMany(a, b, shared []string) {
	short := min(len(a), len(b))
	switch {
	case len(common(m.a.Bodies, m.b.Bodies)) > 0:
		m.add(2.5, "parties", "in common: "+m.join(shared))
	case len(m.a.Bodies) > 0 && len(m.b.Bodies) > 0:
		m.contradict("parties", m.join(m.a.Bodies)+" is not "+m.join(m.b.Bodies))
	case m.a.round() != m.b.round():
		m.contradict("parties", "talks with several are not a meeting of all of them")
	case len(shared) == short && short > 1, len(shared) > 2:
		m.add(2, "parties", "in common: "+m.join(shared))
	default:
		m.add(0.8, "parties", "in common: "+m.join(shared))
	}
}

// people compares who acted for a party that both name.
func (m *matching) people() {
	var same []string
	other := ""
	for _, code := range common(m.a.codes(), m.b.codes()) {
		p, q := m.a.persons(code), m.b.persons(code)
		switch {
		case len(common(p, q)) > 0:
			same = append(same, common(p, q)[0])
		case len(p) > 0 && len(q) > 0:
			other = m.join(p) + " is not " + m.join(q)
		case m.offices(code) && (!m.a.many() || slices.Contains(m.a.Bodies, code)):
			other = code + ": another office"
		}
	}
	m.add(0.7*float64(min(len(same), 2)), "people", m.join(same))
	if other == "" {
		return
	}
	switch {
	case m.a.deed() || m.a.Type == "COOPERATE":
	case m.a.Type == "AGREE":
		m.add(-1, "people", other)
	case m.a.Type == "CONSULT":
		if m.a.many() && m.b.many() && len(same) > 0 {
			m.add(-0.5, "people", other)
			return
		}
		m.contradict("people", other)
	default:
		m.contradict("people", other)
	}
}

// persons are the names of those who act for a code.
func (t *Telling) persons(code string) []string {
	var out []string
	for _, side := range [...][]Party{t.Actors, t.Recipients} {
		for i := range side {
			if side[i].Code == code && side[i].Name != "" {
				out = append(out, side[i].Name)
			}
		}
	}
	return out
}

// offices says whether both name a high office of a party, and never the same: a foreign minister is no prime minister.
// What many hold (commander, official) tells nobody apart.
func (m *matching) offices(code string) bool {
	p, q := m.a.held(code), m.b.held(code)
	return len(p) > 0 && len(q) > 0 && len(common(p, q)) == 0
}

// high are words of offices that one person holds at a time.
var high = []string{"minister", "president", "secretary", "adviser", "chief", "king", "emir", "chancellor"}

func (t *Telling) held(code string) []string {
	var out []string
	for _, side := range [...][]Party{t.Actors, t.Recipients} {
		for i := range side {
			p := &side[i]
			if p.Code == code && p.Office != "" && slices.ContainsFunc(high, func(w string) bool { return strings.Contains(p.Office, w) }) {
				out = append(out, p.Office)
			}
		}
	}
	return out
}
