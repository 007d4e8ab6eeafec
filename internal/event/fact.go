package event

import (
	"slices"
	"strings"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// facts finds lasting relations: those that frames state, and offices told by apposition (रूस के रक्षा मंत्री सर्गेई
// शोइगू).
func (e *engine) facts() {
	for c := range e.d.Clauses {
		cl := &e.d.Clauses[c]
		if cl.Predicate == doc.None {
			continue
		}
		for _, n := range cl.Frames {
			if f := e.k.Frames[n]; f.Fact != nil {
				e.frameFact(c, f)
			}
		}
	}
	e.appositions()
	e.placements()
}

// frameFact states the fact of frame f in clause c, once for each pair of subject and object.
func (e *engine) frameFact(c int, f *knowledge.Frame) {
	status, ok := e.status(c)
	if !ok || status == record.Denied || status == record.Possible || f.Fact.Ends && status == record.Planned {
		return
	}
	in := instance{clause: c, chunk: doc.None, args: e.throughMembers(e.verbArgs(c)), passive: e.passive(c)}
	if f.Fact.Kind == "described_as" && !in.passive {
		return // who holds a view tells no fact
	}
	if f.Fact.ObjectKey == knowledge.K1 && e.d.Clauses[c].Host.Len() == 0 && (e.d.Clauses[c].Kind != doc.Adnominal || e.timexIn(c, &in) == doc.None) {
		return // 2001 में बने संगठन
	}
	for _, a := range in.args {
		if s, ok := e.slot(f, a, false); ok && s.With != 0 && (e.class(a.chunk)&s.With == 0 || e.anything(a.chunk)) {
			return
		}
	}
	subjects := e.factParties(&in, f.Fact.SubjectKey)
	objects := e.factParties(&in, f.Fact.ObjectKey)
	if f.Fact.Kind == "described_as" {
		objects = e.description(&in, f.Fact.ObjectKey)
	}
	if f.Fact.ObjectKey == knowledge.K1 && len(objects) == 0 {
		objects = e.subjectParties(c, 0)
	}
	if f.Fact.Kind == "chairs" && len(objects) == 0 {
		objects = e.lastBody(c)
	}
	if f.Fact.SubjectKey == knowledge.K1 && len(subjects) == 0 {
		subjects = e.subjectParties(c, 0)
	}
	if len(objects) == 0 || len(subjects) == 0 && f.Fact.Kind != "founded" {
		return
	}
	if len(subjects) == 0 {
		subjects = []party{{entity: doc.None}}
	}
	since, until := "", ""
	if t := e.timexIn(c, &in); t != doc.None {
		since, until = e.d.Timexes[t].Value, e.d.Timexes[t].Until
	}
	if f.Fact.Ends {
		since, until = "", since
	}
	office := f.Fact.Office
	if f.Fact.Kind == "holds_office" {
		office = e.hostOffice(c)
		e.predecessor(c, &in, subjects, office, since)
	}
	if h := e.d.Clauses[c].Host; f.Fact.Kind == "located_in" && h.Len() > 0 {
		for i := range subjects {
			subjects[i].span = e.throughHost(subjects[i].span, h) // नाटो का मुख्यालय
		}
	}
	for _, s := range subjects {
		for _, o := range objects {
			if !e.likely(f.Fact.Kind, s, o) {
				continue
			}
			e.state(record.Fact{Kind: f.Fact.Kind, Subject: e.actingFor(f.Fact.Kind, s, o), Object: e.party(o), Office: record.Null(office),
				Since: record.Null(since), Until: record.Null(until), Evidence: e.quotes([]doc.Span{e.clauseSpan(c)}), Rule: f.ID})
		}
	}
}

// state enters a fact, or what tells it again as evidence: of the same two with codes, and of a time that is no other.
func (e *engine) state(f record.Fact) {
	for i := range e.d.Facts {
		o := &e.d.Facts[i]
		same := o.Kind == f.Kind && o.Subject.Code == f.Subject.Code && o.Object.Code == f.Object.Code && o.Office == f.Office && o.Until == f.Until
		if !same || f.Kind != "chairs" && f.Kind != "member_of" && f.Kind != "founded" || f.Subject.Code == unknown || f.Object.Code == unknown {
			continue
		}
		if !strings.HasPrefix(string(o.Since), string(f.Since)) && !strings.HasPrefix(string(f.Since), string(o.Since)) {
			continue
		}
		if len(f.Since) > len(o.Since) {
			o.Since = f.Since
		}
		if !slices.Contains(o.Evidence, f.Evidence[0]) {
			o.Evidence = append(o.Evidence, f.Evidence...)
		}
		return
	}
	e.d.Facts = append(e.d.Facts, f)
}

// predecessor states whom somebody follows in an office that a clause tells (सुनक की जगह प्रधानमंत्री का पद संभाला).
func (e *engine) predecessor(c int, in *instance, subjects []party, office, since string) {
	for _, a := range in.args {
		m := e.mention[a.chunk]
		if e.function(a.key) != "except" || m == doc.None || e.d.Mentions[m].Type != doc.Person {
			continue
		}
		for _, s := range subjects {
			if o := e.mentionParties(m)[0]; s.entity != o.entity {
				e.state(record.Fact{Kind: "succeeds", Subject: e.party(s), Object: e.party(o), Office: record.Null(office), Since: record.Null(since),
					Evidence: e.quotes([]doc.Span{e.clauseSpan(c)}), Rule: "predecessor"})
			}
		}
	}
}

// actingFor is the subject of a fact; who holds an office of an organisation acts for it, wherever he comes from (चीन के झांग
// मिंग इसके महासचिव हैं).
func (e *engine) actingFor(kind string, s, o party) record.Party {
	out := e.party(s)
	if kind == "holds_office" && o.entity != doc.None && e.d.Entities[o.entity].Type == doc.Organisation {
		out.Code = e.d.Entities[o.entity].Code
	}
	return out
}

// throughHost is a span on to the end of the host noun, if only the genitive stands between them.
func (e *engine) throughHost(s doc.Span, host doc.Range) doc.Span {
	if gap := host.First - e.d.TokensOf(s).Last; gap == 0 || gap == 1 {
		s.End = e.d.SpanOf(host).End
	}
	return s
}

// hostOffice is the English name of the office that the host noun of clause c names, "" without one.
func (e *engine) hostOffice(c int) string {
	h := e.d.Clauses[c].Host
	if h.Len() == 0 {
		return ""
	}
	m := e.firstMention(h.First)
	for name := ""; ; m++ {
		if m >= len(e.d.Mentions) || e.d.Mentions[m].Tokens.First >= h.Last {
			return name
		}
		if o := e.d.Mentions[m].Office; o != doc.None && e.d.Mentions[m].Type == doc.Office {
			name = e.k.Items[o].English
		}
	}
}

// throughMembers puts the body for a relative pronoun among arguments that means its members, or what it is said to be (संगठन के दस
// सदस्य हैं, जिनमें रूस और चीन शामिल हैं; संगठन दस देशों का समूह है, जिसमें …).
func (e *engine) throughMembers(args []arg) []arg {
	for k := range args {
		h := e.headOf(args[k].chunk)
		if h == doc.None {
			continue
		}
		if body := e.bodyOf(h); body != doc.None {
			args = slices.Clone(args)
			args[k].chunk = body
		}
	}
	return args
}

// bodyOf is the chunk of the organisation whose members chunk h means (सदस्य, सदस्य | देश), or which it is itself by a noun (संगठन); None
// for other nominals.
func (e *engine) bodyOf(h int) int {
	d := e.d
	if m := e.mention[h]; m != doc.None && d.Mentions[m].Type == doc.Body && e.headClass(h)&knowledge.ClassBody != 0 {
		return h
	}
	if h = e.memberWord(h); h == doc.None {
		return doc.None
	}
	for g := h - 1; g >= 0 && g >= h-3; g-- {
		if c := &d.Chunks[g]; e.mention[g] != doc.None && (c.Of == h || c.Marker == e.k.Locative && c.Clause == d.Chunks[h].Clause) {
			return g
		}
	}
	return doc.None
}

// memberWord is the chunk of the word for a member that chunk h is or goes on (सदस्य, सदस्य | देश); None for other nominals.
func (e *engine) memberWord(h int) int {
	d := e.d
	if e.headClass(h)&knowledge.ClassStateNoun != 0 && d.Chunks[h].Head > d.Chunks[h].Tokens.First && e.k.CuesOf(&d.Tokens[d.Chunks[h].Head-1])&knowledge.CueMember != 0 {
		return h
	}
	if h > 0 && e.headClass(h)&knowledge.ClassStateNoun != 0 && d.Chunks[h-1].Tokens.Last == d.Chunks[h].Tokens.First {
		h--
	}
	if e.k.CuesOf(&d.Tokens[d.Chunks[h].Head])&knowledge.CueMember == 0 {
		return doc.None
	}
	return h
}

// likely says whether two parties can stand in a relation: one of them is known, and a state is no member of itself.
func (e *engine) likely(kind string, s, o party) bool {
	a, b := e.code(s), e.code(o)
	switch kind {
	case "located_in", "capital_of", "succeeds", "holds_office":
		return a != "" || b != ""
	case "party_to":
		return a != "" && b == ""
	case "described_as":
		return a != ""
	case "founded":
		return b != "" && (a != b || s.entity != doc.None && e.d.Entities[s.entity].Type == doc.Person)
	}
	if kind == "member_of" && s.entity != doc.None {
		if t := e.d.Entities[s.entity].Type; t == doc.Person || t == doc.Office {
			return false // who joins the session of a body
		}
	}
	return a != "" && b != "" && a != b
}

// factParties are the parties of the arguments under key; a place counts as itself, and a document or other nominal
// that names nobody as its words.
func (e *engine) factParties(in *instance, key uint8) []party {
	var out []party
	for _, a := range in.args {
		if a.key != key {
			continue
		}
		for _, j := range e.members(a.chunk) {
			if m := e.mention[j]; m != doc.None {
				out = append(out, e.mentionParties(m)...)
			} else if e.class(j)&knowledge.ClassDocument != 0 {
				out = append(out, party{doc.None, e.nominalSpan(j)})
			}
		}
	}
	return out
}

// description is the nominal under key as its words, with the genitives before it (नाटो के जवाब के तौर पर).
func (e *engine) description(in *instance, key uint8) []party {
	for _, a := range in.args {
		if a.key == key {
			first := a.chunk
			for first > 0 && e.d.Chunks[first-1].Of == first {
				first--
			}
			return []party{{doc.None, doc.Span{Start: e.nominalSpan(first).Start, End: e.nominalSpan(a.chunk).End}}}
		}
	}
	return nil
}

// nominalSpan is the span of a nominal without its marker.
func (e *engine) nominalSpan(i int) doc.Span {
	c := &e.d.Chunks[i]
	return e.d.SpanOf(doc.Range{First: c.Tokens.First, Last: c.Head + 1})
}

// appositions states the office of each person whom a title names, once for each person and office.
func (e *engine) appositions() {
	d := e.d
	type held struct {
		person int
		office string
	}
	at, offices := map[held]int{}, map[int][]string{} // and the offices of each person
	for m := range d.Mentions {
		mn := &d.Mentions[m]
		if mn.Type != doc.Person || mn.Entity == doc.None {
			continue
		}
		office := e.officeOf(m)
		span, object := e.titleSpan(m, office)
		if office == "" || object.Code == unknown {
			continue
		}
		key := held{mn.Entity, office}
		for _, full := range offices[mn.Entity] {
			if strings.HasSuffix(full, " "+office) && !strings.Contains(office, " ") {
				key.office = full // मंत्री for विदेश मंत्री
				break
			}
		}
		if n, ok := at[key]; ok {
			d.Facts[n].Evidence = append(d.Facts[n].Evidence, e.quotes([]doc.Span{span})...)
			continue
		}
		at[key] = len(d.Facts)
		offices[mn.Entity] = append(offices[mn.Entity], office)
		d.Facts = append(d.Facts, record.Fact{Kind: "holds_office", Subject: e.party(party{mn.Entity, mn.Span}), Object: object,
			Office: record.Null(office), Evidence: e.quotes([]doc.Span{span}), Rule: "apposition"})
	}
}

// officeOf is the English name of the office that the title before person mention m names; a counterpart holds the office
// of the subject of the clause (अपने रूसी समकक्ष).
func (e *engine) officeOf(m int) string {
	d := e.d
	mn := &d.Mentions[m]
	if mn.Office != doc.None {
		name := e.k.Items[mn.Office].English
		if e.former(m) {
			name = "former " + name
		}
		return name
	}
	if m == 0 || d.Mentions[m-1].Tokens.Last != mn.Tokens.First || e.k.CuesOf(&d.Tokens[d.Mentions[m-1].Tokens.Last-1])&knowledge.CueCounterpart == 0 {
		return ""
	}
	for n := m - 2; n >= 0 && n >= m-8; n-- {
		if p := d.Mentions[n].Entity; p != doc.None && d.Entities[p].Office != "" && (d.Mentions[n].Type == doc.Person || d.Mentions[n].Type == doc.Office) && p != mn.Entity {
			return d.Entities[p].Office
		}
	}
	return ""
}

// former says whether the title before person mention m is one of former days.
func (e *engine) former(m int) bool {
	for n := m - 1; n >= 0 && n >= m-3 && e.d.Mentions[n].Tokens.Last == e.d.Mentions[n+1].Tokens.First; n-- {
		if r := e.d.Mentions[n].Row; r != doc.None && e.k.Items[r].Sub == "prefix" && e.k.CuesOf(&e.d.Tokens[e.d.Mentions[n].Tokens.First])&knowledge.CueFormer != 0 {
			return true
		}
	}
	return false
}

// titleSpan is the span of a person's title, owner and name, and the state or organisation that the title serves: its
// owner, else that of the person.
func (e *engine) titleSpan(m int, office string) (doc.Span, record.Party) {
	d := e.d
	span := d.Mentions[m].Span
	object := record.Party{Text: d.Quote(span), Start: span.Start, End: span.End, Code: d.Entities[d.Mentions[m].Entity].Code}
	former := strings.HasPrefix(office, "former ")
	first := d.Mentions[m].Tokens.First
	for n := m - 1; n >= 0 && n >= m-5; n-- {
		t := &d.Mentions[n]
		gap := first - t.Tokens.Last
		owner := t.Entity != doc.None && t.Type != doc.Office && t.Type != doc.Person && n < m-1 && gap <= 4
		switch {
		case t.Type == doc.Office && gap == 0:
			object = record.Party{Text: d.Quote(t.Span), Start: t.Start, End: t.End, Code: object.Code}
		case owner && (d.Entities[t.Entity].Code == object.Code || former):
			object = record.Party{Text: d.Quote(t.Span), Start: t.Start, End: t.End, Code: d.Entities[t.Entity].Code}
			span.Start = t.Start
			return span, object
		default:
			return span, object
		}
		first = t.Tokens.First
		span.Start = t.Start
	}
	return span, object
}
