package event

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// write merges the drafts and speeches and writes them into the document.
func (e *engine) write() {
	merged := slices.DeleteFunc(e.merged(), e.domestic)
	e.forums(merged)
	e.promised(merged)
	e.inherit(merged)
	for i, dr := range merged {
		dr.id = "e" + strconv.Itoa(i+1)
	}
	for _, dr := range merged {
		e.d.Events = append(e.d.Events, e.event(dr))
	}
	for i := range e.speeches {
		e.d.Statements = append(e.d.Statements, e.statement(i, &e.speeches[i]))
	}
	for i := range e.d.Facts {
		e.d.Facts[i].ID = "f" + strconv.Itoa(i+1)
	}
}

// merged joins the tellings of one act: same type, sides and status, and dates that do not conflict.
func (e *engine) merged() []*draft {
	sort.SliceStable(e.drafts, func(i, j int) bool { return e.drafts[i].evidence[0].Start < e.drafts[j].evidence[0].Start })
	e.nameSummits()
	e.titleStatus()
	byKey := map[string][]*draft{}
	var out, summits []*draft
	for i := range e.drafts {
		dr := &e.drafts[i]
		if dr.dropped {
			continue
		}
		if (e.multilateral(dr) || e.manyAt(dr)) && e.joinSummit(tail(summits, 50), dr) {
			continue
		}
		if e.toldAgain(out, byKey, dr) || e.onVisit(out, dr) {
			continue
		}
		key := e.key(dr)
		byKey[key] = append(byKey[key], dr)
		out = append(out, dr)
		if e.multilateral(dr) {
			summits = append(summits, dr)
		}
	}
	return out
}

// toldAgain says whether a draft tells an act again that is there already, and joins it to that one.
func (e *engine) toldAgain(out []*draft, byKey map[string][]*draft, dr *draft) bool {
	key := e.key(dr)
	for _, o := range tail(byKey[key], 50) {
		if (e.sameDate(dr, o) || e.oneJourney(o, dr)) && e.samePlace(dr, o) && e.sameAct(dr, o) {
			e.join(o, dr)
			return true
		}
	}
	for _, same := range []func([]*draft, map[string][]*draft, *draft) *draft{e.bothAgain, e.disputed, e.toldAsFact, e.firedAt, e.firedBefore, e.joinPartial, e.ofOtherStatus, e.otherType, e.toldInside, e.thisMeeting} {
		o := same(out, byKey, dr)
		if o == nil {
			continue
		}
		e.join(o, dr)
		for _, k := range []string{key, e.key(o)} { // it may have both sides now, or be called by both types
			if !slices.Contains(tail(byKey[k], 50), o) {
				byKey[k] = append(byKey[k], o)
			}
		}
		return true
	}
	return false
}

// titleStatus gives a meeting that a headline tells without a verb the status of the first telling of it in the report (रक्षा
// मंत्रियों की वार्ता मंगलवार को).
func (e *engine) titleStatus() {
	for i := range e.drafts {
		t := &e.drafts[i]
		if !t.titled || t.dropped || t.spec.Type != "CONSULT" || e.d.Clauses[t.clause].Predicate != doc.None {
			continue
		}
		for j := i + 1; j < len(e.drafts); j++ {
			o := &e.drafts[j]
			if !o.titled && o.spec.Type == t.spec.Type && e.visit(o.spec) == e.visit(t.spec) && e.codes(o.actors) == e.codes(t.actors) && e.codes(o.recipients) == e.codes(t.recipients) {
				t.status = o.status
				if o.date != doc.None && o.status != record.Happened {
					t.date = o.date // a weekday without a verb looks back
				}
				break
			}
		}
	}
}

// sameAct says whether two tellings of one type and the same sides can be of one act: the words agree, or a title tells
// one of them; meetings are one where the same people meet in the same way; several charges of one speech are one.
func (e *engine) sameAct(a, b *draft) bool {
	if a.titled || b.titled {
		return a.spec.Type != "CONSULT" || e.samePeople(a, b) // राष्ट्रपति से मुलाकात … रक्षा मंत्री से भी मुलाकात
	}
	if a.spec.Type == "CONSULT" {
		if otherMinisters(a, b) {
			return false
		}
		later, first := a, b
		if a.evidence[0].Start < b.evidence[0].Start {
			later, first = b, a
		}
		called := slices.Contains(later.spec.Modes, "phone") && !slices.Contains(first.spec.Modes, "phone") && !(later.nominal && later.sentence-first.last <= 1) // फोन पर बातचीत में
		return (e.samePeople(a, b) || a.frame.Attends || b.frame.Attends) && !called                                                                              // बैठक में जयशंकर भी मौजूद थे
	}
	if !e.samePeople(a, b) && (a.date == doc.None) != (b.date == doc.None) {
		return false // बीते सप्ताह खामनेई ने भी इनकार किया था
	}
	if a.frame == b.frame || a.spec.Type == "ACCUSE" || a.spec.Type == "PROTEST" {
		return true
	}
	near := b.sentence-a.sentence <= 1 && a.sentence-b.sentence <= 1
	sided := e.known(a.recipients) && e.known(b.recipients) && e.known(a.actors) && e.known(b.actors)
	same := slices.Equal(a.spec.Modes, b.spec.Modes)
	open := same || len(a.spec.Modes) == 0 || len(b.spec.Modes) == 0 // of deeds the modes are means, of words what they are about
	return near && (same || open && e.k.Types[a.spec.Type].Quad == materialConflict) || sided && open
}

// longBefore says whether a tells of an act of weeks ago and b, without a time of its own, goes on with the news (पिछले साल
// हुई मुलाकात के बाद … दोनों ने विचार साझा किए).
func (e *engine) longBefore(a, b *draft) bool {
	if a.date == doc.None || b.date != doc.None || e.d.Published.Year == 0 || !e.goesOn(b) {
		return false
	}
	x := &e.d.Timexes[a.date]
	last := max(x.Value, x.Until)
	since := e.d.Published.Time().Add(-news).Format(time.DateOnly)
	return last != "" && len(last) <= len(since) && last < since[:len(last)]
}

// news is for how long what was done is news.
const news = 31 * 24 * time.Hour

// samePeople says whether no side of two acts has two people of different names and offices.
func (e *engine) samePeople(a, b *draft) bool {
	for _, p := range a.actors {
		for _, q := range b.actors {
			if e.code(p) == "" || e.code(p) != e.code(q) || p.entity == q.entity {
				continue
			}
			if x, y := &e.d.Entities[p.entity], &e.d.Entities[q.entity]; x.Type == doc.Person && y.Type == doc.Person && (x.Office != y.Office && x.Office != "" && y.Office != "" || apartNames(x.Name, y.Name)) || e.otherOffice(p, q) {
				return false
			}
		}
	}
	return true
}

// otherOffice says whether two of a state, each by title or name, hold different offices that one holds at a time (राष्ट्रपतियों की बैठक
// … विदेश मंत्री री ने मुलाकात की).
func (e *engine) otherOffice(p, q party) bool {
	a, b := e.soleOffice(p), e.soleOffice(q)
	return a != "" && b != "" && a != b
}

// soleOffice is the office, which one holds at a time, by whose title or holder's name a party is told; empty for whom a pronoun or a
// vague title means (दोनों नेता).
func (e *engine) soleOffice(p party) string {
	m := e.firstMention(e.d.TokensOf(p.span).First)
	if m == len(e.d.Mentions) || e.d.Mentions[m].Span != p.span {
		return ""
	}
	switch mn := &e.d.Mentions[m]; {
	case mn.Type == doc.Person:
		return e.k.SoleOffice(e.d.Entities[p.entity].Office)
	case mn.Type == doc.Office && mn.Row != doc.None:
		return e.k.SoleOffice(e.k.Items[mn.Row].English)
	}
	return ""
}

// apartNames says whether two names, of two words at least, have no word in common: no spelling of one is the other.
func apartNames(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 2 || len(y) < 2 {
		return false
	}
	return !slices.ContainsFunc(x, func(w string) bool { return slices.Contains(y, w) })
}

// tail are the last n: what is told again stands near, and long reports are read in linear time.
func tail[T any](s []T, n int) []T { return s[max(0, len(s)-n):] }

// manyAt says whether a draft tells who takes part in a meeting that it points back at, more than two of them.
func (e *engine) manyAt(dr *draft) bool {
	return dr.back && dr.spec.Type == "CONSULT" && !e.visit(dr.spec) && len(e.addParties(nil, dr.actors...)) > 2
}

// joinSummit adds a telling of a meeting of many to the one that the report has told before: the same organisation,
// or none named, and the same status; whoever is named anywhere attends.
func (e *engine) joinSummit(summits []*draft, dr *draft) bool {
	org := e.organisation(dr)
	if org == "" && dr.back {
		summits = slices.Clone(summits)
		slices.Reverse(summits) // इस बैठक में: in the one told last
	}
	for _, o := range summits {
		if o.status != dr.status && !o.vague && !dr.vague && !o.open && !dr.open || !e.sameDate(o, dr) {
			continue
		}
		if other := e.organisation(o); (org == other && org != "" || (org == "" || other == "") && dr.sentence-o.last <= nearby && e.mayBeOne(o, dr)) && e.samePlace(o, dr) && !otherMinisters(o, dr) {
			if (o.vague || o.open) && !dr.vague && !dr.open {
				o.status, o.vague, o.open = dr.status, false, false
			} else if o.vague && dr.status == record.Planned {
				o.status = dr.status // सम्मेलन से पहले … अगले हफ्ते होने वाले सम्मेलन के लिए
			}
			o.actors = e.addParties(o.actors, dr.actors...)
			e.join(o, dr)
			return true
		}
	}
	return false
}

// mayBeOne says whether two tellings of meetings, one without an organisation, can be of one: the one without speaks
// of one meeting and names at most one side, or one that the other has too.
func (e *engine) mayBeOne(a, b *draft) bool {
	for _, x := range [][2]*draft{{a, b}, {b, a}} {
		if e.organisation(x[0]) != "" {
			continue
		}
		own := e.addParties(nil, x[0].actors...)
		several := len(own) > 1 || len(own) == 1 && e.k.Item(doc.Organisation, e.code(own[0])) != nil
		shared := slices.ContainsFunc(x[0].actors, func(p party) bool { return e.isIn(p, x[1].actors) })
		if e.meetings(x[0]) || several && !shared && !((x[0].back || x[0].bare) && e.membersOf(own, e.organisation(x[1]))) {
			return false
		}
	}
	return true
}

// membersOf says whether parties all belong to an organisation: when they take part in "this meeting", that of the
// organisation is meant.
func (e *engine) membersOf(ps []party, org string) bool {
	it := e.k.Item(doc.Organisation, org)
	return it != nil && !slices.ContainsFunc(ps, func(p party) bool {
		return !slices.ContainsFunc(it.Members, func(m knowledge.Member) bool { return m.Code == e.code(p) })
	})
}

// nearby is the number of sentences within which a meeting without a name is the one named before.
const nearby = 4

// multilateral says whether a draft is a meeting of many: the frame says so, or an organisation takes part.
func (e *engine) multilateral(dr *draft) bool {
	return dr.spec.Type == "CONSULT" && (slices.Contains(dr.spec.Modes, "multilateral") || !e.sided(dr.spec) && e.organisation(dr) != "")
}

// organisation is the code of the first organisation among the actors.
func (e *engine) organisation(dr *draft) string {
	for _, p := range dr.actors {
		c := e.code(p)
		if c == "" || e.k.Item(doc.Organisation, c) == nil {
			continue
		}
		if t := e.d.Entities[p.entity].Type; t == doc.Organisation || t == doc.Body || e.severalOf(p) { // no secretary general
			return c
		}
	}
	return ""
}

// key is what two tellings of one act have in common.
func (e *engine) key(dr *draft) string {
	a, r := e.codes(dr.actors), e.codes(dr.recipients)
	visit := ""
	if e.visit(dr.spec) {
		visit = "v"
	}
	return dr.spec.Type + visit + "|" + a + "|" + r + "|" + dr.status
}

func (e *engine) codes(ps []party) string {
	var out []string
	for _, p := range ps {
		if c := e.code(p); c != "" {
			out = append(out, c)
		}
	}
	sort.Strings(out)
	return strings.Join(out, ",")
}

func (e *engine) sameDate(a, b *draft) bool {
	a.last = max(a.last, b.last)
	if e.d.Sentences[a.sentence].Title && !e.d.Sentences[b.sentence].Title {
		a.sentence, a.clause, a.nominal = b.sentence, b.clause, b.nominal // the report tells it more fully than its title
	}
	if a.date == doc.None || b.date == doc.None {
		return a.titled || b.titled || !e.longBefore(a, b) && !e.longBefore(b, a)
	}
	x, y := &e.d.Timexes[a.date], &e.d.Timexes[b.date]
	return strings.HasPrefix(x.Value, y.Value) || strings.HasPrefix(y.Value, x.Value) || within(x, y) || within(y, x)
}

// within says whether the stretch of days y holds the day or stretch x (22 से 23 अक्टूबर … अगले सप्ताह).
func within(x, y *doc.Timex) bool {
	return y.Until != "" && len(x.Value) == len(y.Value) && y.Value <= x.Value && max(x.Value, x.Until) <= y.Until
}

// join adds telling b to act a.
func (e *engine) join(a, b *draft) {
	if a.titled && !b.titled && a.spec.Type == "CONSULT" && e.codes(a.actors) == e.codes(b.actors) {
		a.titled = false
		if e.persons(b.actors) >= e.persons(a.actors) {
			a.actors = b.actors // now it is known who met: who meets others is another act
		}
	}
	e.name(a.actors, b.actors)
	e.name(a.recipients, b.recipients)
	for _, s := range b.evidence {
		covered := false
		for _, t := range tail(a.evidence, 8) { // evidence comes in the order of the text
			covered = covered || t.Overlaps(s)
		}
		if !covered {
			a.evidence = append(a.evidence, s)
		}
	}
	if a.date == doc.None || b.date != doc.None && e.moreExact(b.date, a.date) {
		a.date = b.date
	}
	if a.place == doc.None {
		a.place = b.place
	}
	if a.ministers == "" {
		a.ministers = b.ministers
	}
	if a.around == doc.None {
		a.around = b.around
	}
}

// persons is the number of parties who are people of a name.
func (e *engine) persons(ps []party) int {
	n := 0
	for _, p := range ps {
		if p.entity != doc.None && e.d.Entities[p.entity].Type == doc.Person {
			n++
		}
	}
	return n
}

// moreExact says whether time x is more exact than time y: a day than a month, some days of a week than the week.
func (e *engine) moreExact(x, y int) bool {
	a, b := &e.d.Timexes[x], &e.d.Timexes[y]
	return len(a.Value) > len(b.Value) || within(a, b) && !within(b, a)
}

// name puts persons in the place of titles without a name, where another telling of the act names one for a state.
func (e *engine) name(titles, told []party) {
	for i, t := range titles {
		if t.entity == doc.None || e.d.Entities[t.entity].Type != doc.Office {
			continue
		}
		same := func(p party) bool {
			return p.entity != doc.None && e.d.Entities[p.entity].Code == e.d.Entities[t.entity].Code
		}
		n := slices.IndexFunc(told, same)
		if n >= 0 && e.d.Entities[told[n].entity].Type == doc.Person && !slices.ContainsFunc(told[n+1:], same) {
			titles[i] = told[n]
		}
	}
}

// statement writes speech number i.
func (e *engine) statement(i int, s *speech) record.Statement {
	out := record.Statement{ID: "s" + strconv.Itoa(i+1), Speaker: e.party(s.speaker), About: e.about(s),
		Topics: e.k.Topics(e.d, e.d.TokensOf(s.content)), Content: record.Span{Start: s.content.Start, End: s.content.End},
		Evidence: e.quotes(s.evidence), Rule: s.rule}
	for _, p := range s.to {
		out.Addressees = append(out.Addressees, e.party(p))
	}
	if s.forum != nil {
		out.Forum = record.Null(s.forum.id)
	}
	if s.date != doc.None {
		out.Date = e.date(s.date)
	}
	if s.place != doc.None {
		out.Place = e.placeRecord(s.place)
	}
	return out
}

func (e *engine) event(dr *draft) record.Event {
	t := e.k.Types[dr.spec.Type]
	ev := record.Event{ID: dr.id, Type: dr.spec.Type, Modes: dr.spec.Modes, Contexts: dr.spec.Contexts, CAMEO: dr.spec.CAMEO,
		Quad: t.Quad, Score: e.k.Score(dr.spec.Type, dr.spec.Modes), Status: dr.status, Evidence: e.quotes(dr.evidence), Rule: dr.frame.ID,
		Topics: e.k.Topics(e.d, e.d.TokensOf(dr.evidence[0])), Confidence: confidence(dr)}
	if dr.occasion != nil {
		ev.Occasion = record.Null(dr.occasion.id)
	}
	for _, p := range dr.speaker {
		who := e.party(p)
		ev.Speaker = &who
	}
	for _, p := range dr.actors {
		ev.Actors = append(ev.Actors, e.party(p))
	}
	for _, p := range dr.recipients {
		ev.Recipients = append(ev.Recipients, e.party(p))
	}
	if dr.date != doc.None {
		ev.Date = e.date(dr.date)
	}
	if m := e.placeOf(dr); m != doc.None {
		ev.Place = e.placeRecord(m)
	}
	return ev
}

// confidence is a coarse rank, not a probability: a clause with both sides 0.9, with one 0.8, a bare noun 0.7.
func confidence(dr *draft) float64 {
	switch {
	case dr.nominal:
		return 0.7
	case len(dr.recipients) == 0 && len(dr.actors) < 2:
		return 0.8
	}
	return 0.9
}

func (e *engine) quotes(spans []doc.Span) []record.Evidence {
	var out []record.Evidence
	for _, s := range spans {
		out = append(out, record.Evidence{Start: s.Start, End: s.End, Quote: e.d.Quote(s)})
	}
	return out
}

func (e *engine) party(p party) record.Party {
	out := record.Party{Text: e.d.Quote(p.span), Start: p.span.Start, End: p.span.End, Code: unknown}
	if p.entity == doc.None {
		return out
	}
	n := &e.d.Entities[p.entity]
	out.ID, out.Name, out.Code, out.Sector = record.Null(n.ID), record.Null(n.English), n.Code, record.Null(n.Sector)
	out.Office, out.Wikidata = record.Null(n.Office), record.Null(n.Wikidata)
	return out
}

func (e *engine) date(t int) *record.Date {
	x := &e.d.Timexes[t]
	precision := map[int]string{4: "year", 7: "month", 10: "day"}[len(x.Value)]
	return &record.Date{Value: x.Value, Until: record.Null(x.Until), Precision: precision, Text: e.d.Quote(x.Span), Start: x.Start, End: x.End}
}

func (e *engine) placeRecord(m int) *record.Place {
	mn := &e.d.Mentions[m]
	p := &record.Place{Text: e.d.Quote(mn.Span), Start: mn.Start, End: mn.End, Code: unknown, Precision: mn.Type.String()}
	if mn.Entity != doc.None {
		p.Code = e.d.Entities[mn.Entity].Code
		p.Name = record.Null(e.d.Entities[mn.Entity].English)
		if x := e.d.Entities[mn.Entity].Point; x != nil {
			p.Lat, p.Lon, p.GeoNames, p.Precision = &x.Lat, &x.Lon, &x.GeoNames, "city"
		}
	}
	if mn.Row != doc.None {
		it := &e.k.Items[mn.Row]
		if it.Kind == doc.Place && it.Sub != "" {
			p.Precision = it.Sub
		}
		if it.HasPoint {
			lat, lon := it.Lat, it.Lon
			p.Lat, p.Lon = &lat, &lon
		}
		if it.GeoNames != 0 {
			g := it.GeoNames
			p.GeoNames = &g
		}
	}
	return p
}
