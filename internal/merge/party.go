package merge

import (
	"slices"

	"varta/record"
)

// seat is a party of an act in the making.
type seat struct {
	code    string
	reports map[string]bool
	lead    bool // the most telling one names it
	actor   int  // tellings that have it as an actor, less those that have it as a recipient
	people  []*person
}

type person struct {
	record.Actor
	reports map[string]bool
	lead    bool
}

// parties are those that the leading telling names, and those that several reports do; of a meeting of many, all.
func (m *making) parties() (actors, recipients []record.Actor) {
	actors, recipients = []record.Actor{}, []record.Actor{}
	for _, s := range m.seats() {
		if !s.lead && len(s.reports) < 2 && !m.lead.many() {
			continue
		}
		if s.actor < 0 {
			recipients = append(recipients, s.occupants(m.lead.many())...)
		} else {
			actors = append(actors, s.occupants(m.lead.many())...)
		}
	}
	return actors, recipients
}

// seats gathers parties by code, in the order of the tellings. One without a code counts for nothing beside others.
func (m *making) seats() []*seat {
	byCode := map[string]*seat{}
	var out []*seat
	for i := range m.told {
		t := &m.told[i]
		for k, p := range slices.Concat(t.Event.Actors, t.Event.Recipients) {
			s := byCode[p.Code]
			if s == nil {
				s = &seat{code: p.Code, reports: map[string]bool{}}
				byCode[p.Code], out = s, append(out, s)
			}
			s.add(t, p, k < len(t.Event.Actors), i == 0)
		}
	}
	if len(out) > 1 {
		out = slices.DeleteFunc(out, func(s *seat) bool { return s.code == record.Unknown && !s.lead })
	}
	return out
}

func (s *seat) add(t *Told, p record.Party, actor, lead bool) {
	s.reports[t.Report] = true
	s.lead = s.lead || lead
	switch {
	case actor && lead:
		s.actor += 2
	case actor:
		s.actor++
	case lead:
		s.actor -= 2
	default:
		s.actor--
	}
	a := record.Actor{ID: p.ID, Name: p.Name, Code: p.Code, Sector: p.Sector, Office: p.Office, Wikidata: p.Wikidata}
	i := slices.IndexFunc(s.people, func(o *person) bool { return o.Actor == a || a.ID != "" && o.ID == a.ID })
	if i < 0 {
		s.people = append(s.people, &person{Actor: a, reports: map[string]bool{}})
		i = len(s.people) - 1
	}
	s.people[i].reports[t.Report] = true
	s.people[i].lead = s.people[i].lead || lead
}

// occupants are who acted for a code: persons known by name before all else, else an office, else the state itself.
func (s *seat) occupants(many bool) []record.Actor {
	var out []record.Actor
	for _, p := range s.people {
		if name(record.Party{ID: p.ID}) != "" && (many || p.lead || len(p.reports) > 1 || len(s.people) == 1) {
			out = append(out, p.Actor)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, p := range s.people {
		if name(record.Party{ID: p.ID}) != "" {
			return []record.Actor{p.Actor}
		}
	}
	for _, p := range s.people {
		if p.Office != "" {
			return []record.Actor{p.Actor}
		}
	}
	i := slices.IndexFunc(s.people, func(p *person) bool { return string(p.ID) == s.code })
	return []record.Actor{s.people[max(i, 0)].Actor}
}
