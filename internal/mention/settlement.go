package mention

import (
	"math"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// How near a spelling of the gazetteer must be, in bits a sound: where the text says the state or that it is a town, where
// only a marker of place follows, and where any other marker does.
const (
	looseSpelling  = 1.5
	strictSpelling = 1.15
	exactSpelling  = 0.9
)

// maxSettlement is how many words the name of a town has that no table has.
const maxSettlement = 3

// site is a run of unknown words where the name of a place stands, and what the text says of it.
type site struct {
	tokens doc.Range
	code   string // the state that is said beside it
	town   bool   // a word for a town stands beside it, or it is where the report comes from
	weak   bool   // nothing says that it is a place
}

// settlement enters a town that only the gazetteer has, when the words from token i stand where a place does (अबादान में,
// शहर अबादान, अबादान (ईरान)) and state or size leave no doubt which one they mean. It returns the token behind it, i for none.
func (f *finder) settlement(i int) int {
	if !f.unlisted(i) || f.titled(i) {
		return i
	}
	last := i + 1
	for last < i+maxSettlement && f.unlisted(last) {
		last++
	}
	s, ok := f.site(doc.Range{First: i, Last: last})
	if !ok {
		return i
	}
	found, some := f.locate(s)
	if found == nil {
		if some && !s.weak && s.tokens.Len() == 1 {
			f.d.Note("place-open", f.d.SpanOf(s.tokens))
		}
		return i
	}
	f.addSettlement(s, found)
	return last
}

// unlisted says whether token i is a word that may be the name of a town: none of the language, and no name of a table.
func (f *finder) unlisted(i int) bool {
	if i >= f.end {
		return false
	}
	t := &f.d.Tokens[i]
	if t.Kind != doc.Word || t.Word >= 0 && (t.A().UPOS != doc.PROPN || f.listed(i)) {
		return false
	}
	switch t.A().UPOS {
	case doc.PROPN, doc.NOUN, doc.ADJ:
		return t.A().Feats.Number != doc.Plur && !f.k.InMarker(t.Word)
	}
	return false
}

// site reads what stands around a run of words; it reports whether a place stands there.
func (f *finder) site(r doc.Range) (site, bool) {
	s := site{tokens: r, code: f.stateBeside(r)}
	before := r.First > f.sentence && f.d.Tokens[r.First-1].A().Class&knowledge.ClassTown != 0
	behind := r.Last < f.end && f.d.Tokens[r.Last].A().Class&knowledge.ClassTown != 0
	dateline := f.d.Dateline.Place != doc.Span{} && f.d.Dateline.Place.Covers(f.d.SpanOf(r))
	s.town = before || behind || dateline
	s.weak = !s.town && !f.locative(r.Last) && !f.goneTo(r) && (s.code == "" || !f.bracketed(r.Last))
	return s, !s.weak || f.thing(r) && !f.somebody(r)
}

// somebody says whether the tagger reads a person's name at a run of words.
func (f *finder) somebody(r doc.Range) bool {
	t := f.tagOver(r.First)
	return t != nil && t.Type == doc.Person && t.Margin >= sure
}

// goneTo says whether a run of words stands before a verb whose object is where somebody goes, told before it (जयशंकर बुधवार को
// दुशान्बे पहुंचे).
func (f *finder) goneTo(r doc.Range) bool {
	if r.Last >= f.end || f.spokenOf(r.Last-1) {
		return false
	}
	v := f.d.Tokens[r.Last].A()
	if v.UPOS != doc.VERB || v.LemmaID < 0 {
		return false
	}
	frames, _ := f.k.Match(f.d, v.LemmaID, r.Last, r.Last, nil)
	goes := false
	for _, n := range frames {
		s, ok := f.k.Frames[n].Role(knowledge.K2, false)
		goes = goes || ok && s.Role == knowledge.Destination
	}
	for m := len(f.d.Mentions) - 1; goes && m >= 0 && f.d.Mentions[m].Tokens.First >= f.sentence; m-- {
		if t := f.d.Mentions[m].Type; t == doc.Person || t == doc.Office {
			return true
		}
	}
	return false
}

// thing says whether a run of words may be a place where only a marker follows that people have too (कंधार से): nothing
// else makes it a person's name, who does not act.
func (f *finder) thing(r doc.Range) bool {
	if f.marker(r.Last) == 0 || f.ergative(r.Last) || f.spokenOf(r.Last-1) {
		return false
	}
	p := f.previous(r.First)
	return (p == nil || p.Type != doc.Person && p.Type != doc.Office) && (r.First == f.sentence || !f.nameWord(r.First-1))
}

// marker is the marker at token i, 0 for none.
func (f *finder) marker(i int) uint8 {
	if i >= f.end || f.d.Tokens[i].Word < 0 {
		return 0
	}
	m, _ := f.k.MarkerAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, min(3, f.end-i))
	return m
}

// locative says whether the marker of a place stands at token i.
func (f *finder) locative(i int) bool { return f.marker(i) == f.k.Locative }

// bracketed says whether a bracket with one word or more opens at token i.
func (f *finder) bracketed(i int) bool {
	return i+2 < f.end && f.d.Tokens[i].Norm == "("
}

// stateBeside is the code of the state that owns a run of words (ईरान के अबादान, ईरानी शहर अबादान) or stands in brackets behind
// it, empty for none.
func (f *finder) stateBeside(r doc.Range) string {
	probe := doc.Mention{Tokens: r, Type: doc.Place}
	if o := f.owners(&probe); len(o) == 1 && f.d.Entities[o[0]].Type == doc.State {
		return f.d.Entities[o[0]].Code
	}
	if !f.bracketed(r.Last) {
		return ""
	}
	at := r.Last + 1
	names, n := f.k.NameAt(func(j int) int32 { return f.d.Tokens[at+j].Word }, f.end-at, nil)
	for _, c := range names {
		if it := &f.k.Items[c.Item]; it.Kind == doc.State && at+n < f.end && f.d.Tokens[at+n].Norm == ")" {
			return it.Code
		}
	}
	return ""
}

// locate is the settlement that a site means, nil where none or several may be meant; some says whether the gazetteer has
// any of that name. Each name is looked up once a report.
func (f *finder) locate(s site) (found *knowledge.Found, some bool) {
	name := f.d.Quote(f.d.SpanOf(s.tokens))
	key := name + "\t" + s.code
	if r, ok := f.located[key]; ok && r.town == s.town && r.weak == s.weak {
		return r.found, r.some
	}
	limit := strictSpelling
	switch {
	case s.weak:
		limit = exactSpelling
	case s.code != "" || s.town:
		limit = looseSpelling
	}
	states := f.namedStates()
	list := f.k.Settlements(name, limit, false, func(code string, population int) bool {
		switch {
		case s.weak:
			return population >= citySize && (states[code] || code == s.code)
		case s.code != "":
			return code == s.code
		case states[code]:
			return s.town || population >= townSize
		}
		return population >= largeSize
	})
	if s.code != "" {
		found = onlyOne(list)
	} else {
		found = onlyHere(list, states, s.town)
	}
	if f.located == nil {
		f.located = map[string]location{}
	}
	f.located[key] = location{found, len(list) > 0, s.town, s.weak}
	return found, len(list) > 0
}

// location is what locate has found for a name.
type location struct {
	found            *knowledge.Found
	some, town, weak bool
}

// Which settlements count where the text does not say the state: towns of so many people in states that the report names,
// there cities of so many where nothing says that it is a place, cities of so many elsewhere; and how many bits better than all others one must be.
const (
	townSize  = 20000
	citySize  = 150000
	largeSize = 400000
	ahead     = 2.5
)

// onlyOne is the first of a ranked list if no other comes near it.
func onlyOne(list []knowledge.Found) *knowledge.Found {
	if len(list) == 0 {
		return nil
	}
	for i := range list[1:] {
		if x := &list[i+1]; x.Bits < list[0].Bits+ahead && !samePlace(&x.Settlement, &list[0].Settlement) {
			return nil
		}
	}
	return &list[0]
}

// onlyHere is the only one that the states named in a report allow: the best of all if it lies in one of them, or is
// a large city that leaves no doubt.
func onlyHere(list []knowledge.Found, states map[string]bool, town bool) *knowledge.Found {
	best := onlyOne(list)
	if best == nil || states[best.Code] || town && best.Population >= largeSize {
		return best
	}
	if best.Score >= 1-strictSpelling/4 && best.Population >= 2*largeSize && len(list) == 1 {
		return best
	}
	return nil
}

// samePlace says whether two rows are one town: the gazetteer has some twice, as town and as seat.
func samePlace(a, b *knowledge.Settlement) bool {
	const degree, near = 111, 30 // kilometres
	return a.Code == b.Code && degree*math.Hypot(a.Lat-b.Lat, (a.Lon-b.Lon)*math.Cos(a.Lat*math.Pi/180)) < near
}

// namedStates are the states that the report names, by themselves, by their people or by their towns.
func (f *finder) namedStates() map[string]bool {
	if f.states != nil {
		return f.states
	}
	f.states = map[string]bool{}
	for i := range f.d.Tokens {
		w := f.d.Tokens[i].Word
		if w < 0 || !f.k.Entry(w).Place {
			continue
		}
		f.names, _ = f.k.NameAt(func(j int) int32 { return f.d.Tokens[i+j].Word }, len(f.d.Tokens)-i, f.names[:0])
		for _, c := range f.names {
			if it := &f.k.Items[c.Item]; it.Kind == doc.State || it.Kind == doc.Place && f.d.Tokens[i].A().UPOS == doc.PROPN {
				f.states[it.Code] = true
				break
			}
		}
	}
	return f.states
}

// addSettlement enters a place of the gazetteer; one that places.tsv has under another spelling is that row.
func (f *finder) addSettlement(s site, found *knowledge.Found) {
	m := doc.Mention{Tokens: s.tokens, Span: f.d.SpanOf(s.tokens), Type: doc.Place, Row: f.k.Place(found.GeoNames), Entity: doc.None, Office: doc.None, Rule: "gazetteer"}
	f.d.Mentions = append(f.d.Mentions, m)
	n := len(f.d.Mentions) - 1
	if m.Row != doc.None {
		f.link(&f.d.Mentions[n])
		return
	}
	e := doc.Entity{Type: doc.Place, Name: f.d.Quote(m.Span), Code: found.Code, English: found.Names[0],
		Point: &doc.Point{Lat: found.Lat, Lon: found.Lon, GeoNames: found.GeoNames}}
	f.d.Mentions[n].Entity = f.entity("gazetteer:"+f.nameKey(s.tokens)+found.Code, e)
}
