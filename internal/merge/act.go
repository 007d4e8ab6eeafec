package merge

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"varta/record"
)

// Told is a telling with its event.
type Told struct {
	Telling
	Event record.Event
}

// ActID is the ID of the act that a telling leads.
func ActID(lead string) string {
	sum := sha256.Sum256([]byte(lead))
	return "act:" + hex.EncodeToString(sum[:6])
}

// Act makes an act of its tellings, in any order. Its occasion is left to the caller, who knows the acts.
func Act(told []Told) record.Act {
	told = ordered(told, func(a, b *Told) int { return Before(&a.Telling, &b.Telling) })
	m := &making{told: told, lead: &told[0]}
	m.settled = slices.DeleteFunc(slices.Clone(told), func(t Told) bool { return t.ahead() })
	if len(m.settled) == 0 {
		m.settled = told
	}
	model := m.model()
	a := record.Act{
		ID: ActID(m.lead.ID()), Type: model.Type, Modes: m.modes(model), Contexts: m.union(func(e *record.Event) []string { return e.Contexts }),
		CAMEO: model.CAMEO, Quad: model.Quad, Score: model.Score, Topics: m.union(func(e *record.Event) []string { return e.Topics }),
		Date: m.date(), Place: m.place(), Tellings: m.tellings(),
	}
	a.Actors, a.Recipients = m.parties()
	a.Status, a.History = history(a.Tellings)
	for i := range told {
		a.Confidence = max(a.Confidence, told[i].Event.Confidence)
	}
	return a
}

type making struct {
	told    []Told
	settled []Told // those that tell what came of it, or all
	lead    *Told
}

// vote counts what tellings say, each report once. The first of the most frequent wins, in the order of the tellings.
func vote[T comparable](told []Told, says func(*Told) (T, bool)) (T, bool) {
	count, seen := map[T]int{}, map[string]map[T]bool{}
	var order []T
	for i := range told {
		v, ok := says(&told[i])
		if !ok || seen[told[i].Report][v] {
			continue
		}
		if seen[told[i].Report] == nil {
			seen[told[i].Report] = map[T]bool{}
		}
		seen[told[i].Report][v] = true
		if count[v]++; count[v] == 1 {
			order = append(order, v)
		}
	}
	var best T
	for _, v := range order {
		if count[v] > count[best] {
			best = v
		}
	}
	return best, len(order) > 0
}

// model is the event that the act is coded after: of the most frequent type, and in it of the most frequent code.
func (m *making) model() *record.Event {
	type code struct{ kind, cameo string }
	kind, _ := vote(m.settled, func(t *Told) (string, bool) { return t.Event.Type, true })
	best, _ := vote(m.settled, func(t *Told) (code, bool) { return code{kind, t.Event.CAMEO}, t.Event.Type == kind })
	for i := range m.settled {
		if e := &m.settled[i].Event; e.Type == best.kind && e.CAMEO == best.cameo {
			return e
		}
	}
	return &m.lead.Event
}

// modes are those of the model, or of the first telling that has any.
func (m *making) modes(model *record.Event) []string {
	if len(model.Modes) > 0 {
		return sorted(model.Modes)
	}
	for i := range m.told {
		if e := &m.told[i].Event; e.Type == model.Type && len(e.Modes) > 0 {
			return sorted(e.Modes)
		}
	}
	return []string{}
}

func (m *making) union(of func(*record.Event) []string) []string {
	all := map[string]bool{}
	for i := range m.told {
		for _, s := range of(&m.told[i].Event) {
			all[s] = true
		}
	}
	out := slices.AppendSeq([]string{}, maps.Keys(all))
	slices.Sort(out)
	return out
}

// date is the most exact that is told, and of these the most frequent. What was planned counts where nothing else does;
// but a meeting of many or a visit lasts as long as any report says.
func (m *making) date() *record.When {
	for _, told := range [][]Told{m.settled, m.told} {
		for p := Exact; p > Undated; p-- {
			if d, ok := vote(told, func(t *Told) (record.When, bool) { return dated(t), t.Date.Precision == p }); ok {
				return m.whole(d)
			}
		}
	}
	return nil
}

// longest is the number of days from which on a time is when something will be, rather than how long.
const longest = 5

func (m *making) whole(d record.When) *record.When {
	if !m.lead.many() && !m.lead.visit() {
		return &d
	}
	best := period(&record.Date{Value: d.Value, Until: d.Until})
	for i := range m.told {
		p := m.told[i].Date
		if m.told[i].ahead() && p.From != best.From && m.lead.visit() {
			continue // it took place on other days than planned
		}
		if p.Precision == Exact && p.From <= best.From && p.Until >= best.Until && p.Until-p.From < longest && p != best {
			best, d = p, dated(&m.told[i])
		}
	}
	return &d
}

func dated(t *Told) record.When {
	d := t.Event.Date
	if d == nil {
		return record.When{}
	}
	return record.When{Value: d.Value, Until: d.Until, Precision: d.Precision}
}

// placed are the tellings that have a place: what a report says with other words than those of the act, in its dateline for
// one, does not count where others name another state with it, or a spot that no table knows.
func (m *making) placed() []Told {
	named := map[string]bool{}
	for i := range m.told {
		if p := m.told[i].Place; p != nil && !p.Far {
			named[p.Code] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(m.told), func(t Told) bool {
		return t.Place == nil || t.Place.Far && len(named) > 0 && !named[t.Place.Code]
	})
}

// place is the most exact that is told, and of these the most frequent.
func (m *making) place() *record.Where {
	placed := m.placed()
	for _, exact := range []func(*Place) bool{
		func(p *Place) bool { return p.Name != "" && !p.Wide },
		func(p *Place) bool { return p.Name != "" },
		func(*Place) bool { return true },
	} {
		best, ok := vote(placed, func(t *Told) (Place, bool) {
			if !exact(t.Place) {
				return Place{}, false
			}
			return Place{Name: t.Place.Name, Code: t.Place.Code, ID: t.Place.ID}, true
		})
		if !ok {
			continue
		}
		for i := range placed {
			if t := &placed[i]; t.Place.Name == best.Name && t.Place.Code == best.Code && t.Place.ID == best.ID {
				p := t.Event.Place
				return &record.Where{Name: cmp.Or(p.Name, record.Null(p.Text)), Code: p.Code, Lat: p.Lat, Lon: p.Lon, GeoNames: p.GeoNames, Precision: p.Precision}
			}
		}
	}
	return nil
}

// tellings are in the order in which the reports were published.
func (m *making) tellings() []record.Telling {
	told := ordered(m.told, func(a, b *Told) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Start, b.Start), Before(&a.Telling, &b.Telling))
	})
	out := make([]record.Telling, len(told))
	for i, t := range told {
		out[i] = record.Telling{Report: t.Report, Event: t.Telling.Event, Status: t.Status, Evidence: t.Event.Evidence}
		if t.Published != 0 {
			out[i].Published = record.Null(t.Published.String())
		}
	}
	return out
}

// history is the status of an act and how it came to that, from its tellings in order. What happened or did not settles
// it; a plan that is told later is an older one.
func history(tellings []record.Telling) (string, []record.Turn) {
	var out []record.Turn
	rank := map[string]int{record.Possible: 1, record.Planned: 1, record.Alleged: 2, record.Happened: 3, record.Denied: 3}
	for _, t := range tellings {
		if n := len(out); n > 0 && (out[n-1].Status == t.Status || rank[t.Status] < rank[out[n-1].Status]) {
			continue
		}
		out = append(out, record.Turn{Status: t.Status, Report: t.Report, Published: t.Published})
	}
	return out[len(out)-1].Status, out
}
