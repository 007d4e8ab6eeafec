package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Run codes the events, statements and facts of d.
func Run(d *doc.Document, k *knowledge.Base) {
	e := &engine{d: d, k: k, used: make([]bool, len(d.Chunks))}
	e.index()
	c, i := 0, 0
	for s := range d.Sentences {
		for ; c < len(d.Clauses) && d.Clauses[c].Sentence == s; c++ {
			e.verbal(c)
		}
		for ; i < len(d.Chunks) && d.Chunks[i].Tokens.First < d.Sentences[s].Tokens.Last; i++ {
			if d.Chunks[i].Kind == doc.NP && !e.used[i] {
				e.nominal(i)
			}
		}
	}
	e.statements()
	e.facts()
	e.write()
}

// engine holds what the passes share.
type engine struct {
	d *doc.Document
	k *knowledge.Base
	// mention is the mention that holds the head of each chunk, None without one.
	mention []int
	// used marks chunks that host a predicate which a clause has coded.
	used     []bool
	drafts   []draft
	speeches []speech
}

// party is somebody in a role: an entity (None when open) and the span that names it.
type party struct {
	entity int
	span   doc.Span
}

// draft is an event before duplicates are merged.
type draft struct {
	frame      *knowledge.Frame
	spec       *knowledge.EventSpec
	status     string
	actors     []party
	recipients []party
	date       int     // timex, None without one
	place      int     // mention, None without one
	around     int     // mention of where it must have been, when no place is told: the goal of a journey, what was hit
	speaker    []party // who alone tells of it, at most one
	occasion   *draft  // meeting of many at which it took place
	ministers  string  // the office of those who meet, by the name of the meeting (रक्षा मंत्रियों की बैठक)
	id         string  // once written
	evidence   []doc.Span
	sentence   int
	last       int // sentence of the last telling
	clause     int
	nominal    bool
	back       bool // its noun points back at an act told before (इस बैठक में)
	bare       bool // it tells who takes part in "the meeting"
	titled     bool // the title tells it
	earlier    bool // its clause tells what came after it, whose day is another
	dropped    bool // a meeting that was called off
	open       bool // a bare noun of what others speak of (यात्रा को लेकर): whether it has been, other tellings say
	vague      bool // a meeting named as the aim of a journey or by the time before it: whether it has been, other tellings say
}

// index finds the mention of each chunk.
func (e *engine) index() {
	d := e.d
	e.mention = make([]int, len(d.Chunks))
	m := 0
	for i := range d.Chunks {
		e.mention[i] = doc.None
		c := &d.Chunks[i]
		for m < len(d.Mentions) && d.Mentions[m].Tokens.Last <= c.Tokens.First {
			m++
		}
		for j := m; j < len(d.Mentions) && d.Mentions[j].Tokens.First < c.Tokens.Last; j++ {
			if d.Mentions[j].Tokens.Has(c.Head) {
				e.mention[i] = j
			}
		}
	}
}

// code is the code of a party, empty when it is unknown.
func (e *engine) code(p party) string {
	if p.entity == doc.None {
		return ""
	}
	if c := e.d.Entities[p.entity].Code; c != unknown {
		return c
	}
	return ""
}

// known says whether one of the parties has a code.
func (e *engine) known(ps []party) bool {
	for _, p := range ps {
		if e.code(p) != "" {
			return true
		}
	}
	return false
}

// addParties joins parties, each code or open entity once.
func (e *engine) addParties(to []party, ps ...party) []party {
next:
	for _, p := range ps {
		for _, q := range to {
			if p.entity == q.entity && p.entity != doc.None || e.code(p) != "" && e.code(p) == e.code(q) {
				continue next
			}
		}
		to = append(to, p)
	}
	return to
}
