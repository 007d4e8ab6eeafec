package eval

import (
	"io"
	"slices"
)

// Tally counts hits, false alarms and misses.
type Tally struct{ TP, FP, FN int }

// Row is precision, recall and F1.
func (t Tally) Row() (p, r, f float64) {
	if t.TP+t.FP > 0 {
		p = float64(t.TP) / float64(t.TP+t.FP)
	}
	if t.TP+t.FN > 0 {
		r = float64(t.TP) / float64(t.TP+t.FN)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// Score is the outcome of a comparison.
type Score struct {
	Detect, Parties, Roles, Full, Statements, Facts Tally
	ByType                                          map[string]*Tally
	DateRight, DateAll, PlaceRight, PlaceAll        int
	Documents, Missing                              int
}

// Options say what Compare looks at: only gold of one language, and how many errors it lists to Errors.
type Options struct {
	Lang  string
	Limit int
	List  io.Writer
}

// InLang keeps the documents of one language; those that name none count as any.
func InLang(docs []*Document, lang string) []*Document {
	if lang == "" {
		return docs
	}
	var out []*Document
	for _, d := range docs {
		if d.Lang == nil || *d.Lang == lang {
			out = append(out, d)
		}
	}
	return out
}

// Compare scores predictions against gold.
func Compare(gold, pred []*Document, o Options) *Score {
	byID := map[string]*Document{}
	for _, p := range pred {
		byID[p.ID] = p
	}
	s := &Score{ByType: map[string]*Tally{}}
	errs := &errorList{w: o.List, left: o.Limit}
	for _, g := range InLang(gold, o.Lang) {
		s.Documents++
		p, ok := byID[g.ID]
		if !ok {
			s.Missing++
			p = &Document{}
		}
		if g.Domestic {
			continue
		}
		c := align(g, p)
		c.score(s)
		c.list(errs)
		rest(&s.Statements, pointers(g.Statements), pointers(p.Statements), sameSpeaker)
		rest(&s.Facts, pointers(g.Facts), pointers(p.Facts), sameFact)
	}
	return s
}

// alignment is one document's events with their matches. free gold and neutral predictions count neither way.
type alignment struct {
	id                  string
	gold, pred          []*Event
	pairs               []pair
	hitGold, hitPred    map[int]bool
	freeGold, freeEvent map[int]bool
}

func align(g, p *Document) *alignment {
	c := &alignment{id: g.ID, gold: pointers(g.Events), pred: pointers(p.Events),
		hitGold: map[int]bool{}, hitPred: map[int]bool{}, freeGold: map[int]bool{}, freeEvent: map[int]bool{}}
	c.pairs = match(c.gold, c.pred, sameType, preferEvent)
	for i, e := range c.gold {
		c.freeGold[i] = e.Optional || len(e.parties()) == 0
	}
	for _, x := range c.pairs {
		c.hitGold[x.i], c.hitPred[x.j] = true, true
		if c.freeGold[x.i] {
			c.freeEvent[x.j] = true
		}
	}
	for j, e := range c.pred {
		if !c.hitPred[j] {
			c.freeEvent[j] = c.neutral(e)
		}
	}
	return c
}

// neutral says whether an unmatched prediction touches free gold only, or is of one party in words that gold leaves out.
func (c *alignment) neutral(e *Event) bool {
	free := func(i int) bool { return c.freeGold[i] }
	counted := func(i int) bool { return !c.freeGold[i] }
	if touches(e, c.gold, free) && !touches(e, c.gold, counted) {
		return true
	}
	return len(e.parties()) == 1 && !touches(e, c.gold, func(int) bool { return true })
}

func (c *alignment) score(s *Score) {
	s.Detect.events(c, func(_, _ *Event) bool { return true })
	s.Parties.events(c, sameParties)
	s.Roles.events(c, sameRoles)
	s.Full.events(c, sameAll)
	for i, e := range c.gold {
		switch {
		case c.freeGold[i]:
		case c.hitGold[i]:
			s.of(e.Type).TP++
		default:
			s.of(e.Type).FN++
		}
	}
	for j, e := range c.pred {
		if !c.hitPred[j] && !c.freeEvent[j] {
			s.of(e.Type).FP++
		}
	}
	for _, x := range c.pairs {
		s.circumstances(c.gold[x.i], c.pred[x.j])
	}
}

func (s *Score) of(kind string) *Tally {
	if kind == "" {
		kind = "?"
	}
	if s.ByType[kind] == nil {
		s.ByType[kind] = &Tally{}
	}
	return s.ByType[kind]
}

func (s *Score) circumstances(g, p *Event) {
	if g.Date != "" {
		s.DateAll++
		if g.Date == p.Date {
			s.DateRight++
		}
	}
	if c := g.Place.Code; c != "" && c != "---" {
		s.PlaceAll++
		if p.Place.Code == c || p.Place.Code == "" && p.Place.Country == c {
			s.PlaceRight++
		}
	}
}

func (t *Tally) events(c *alignment, ok func(g, p *Event) bool) {
	good := 0
	for _, x := range c.pairs {
		if !c.freeGold[x.i] && ok(c.gold[x.i], c.pred[x.j]) {
			good++
		}
	}
	t.TP += good
	t.FN += counted(c.freeGold, len(c.gold)) - good
	t.FP += counted(c.freeEvent, len(c.pred)) - good
}

func counted(free map[int]bool, n int) int {
	for _, f := range free {
		if f {
			n--
		}
	}
	return n
}

// rest scores statements or facts: a prediction that overlaps optional gold counts neither way.
func rest[T scored](t *Tally, gold, pred []T, same func(g, p T) bool) {
	pairs := match(gold, pred, same, func(_, _ T) int { return 0 })
	used, tp, all := map[int]bool{}, 0, 0
	for _, x := range pairs {
		used[x.j] = true
		if !gold[x.i].optional() {
			tp++
		}
	}
	for _, g := range gold {
		if !g.optional() {
			all++
		}
	}
	t.TP += tp
	t.FN += all - tp
	for j, p := range pred {
		if !used[j] && !slices.ContainsFunc(gold, func(g T) bool { return g.optional() && overlap(g.spans(), p.spans()) > 0 }) {
			t.FP++
		}
	}
}
