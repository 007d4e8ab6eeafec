package merge

import (
	"slices"
)

// Placed is a telling with the ID of the one that leads its act: itself, or a more telling one that it goes with.
type Placed struct {
	*Telling
	Lead string
}

// Overrides are what users decided about pairs of tellings, by their IDs.
type Overrides struct {
	// Joined tellings belong to one act.
	Joined [][2]string
	// Split tellings do not: the first of a pair leads an act of its own, or goes with another one.
	Split [][2]string
}

// barred says whether a user took the two apart.
func (o *Overrides) barred(a, b string) bool {
	return o != nil && (slices.Contains(o.Split, [2]string{a, b}) || slices.Contains(o.Split, [2]string{b, a}))
}

// alone says whether a user took a telling out of an act.
func (o *Overrides) alone(id string) bool {
	return o != nil && slices.ContainsFunc(o.Split, func(p [2]string) bool { return p[0] == id })
}

// best is the lead with which a telling goes: of those before it, the one that it matches best, and the first of
// equals; else the only one that it can mean. It returns nil for a telling that leads.
func (o *Overrides) best(t *Telling, leads []*Telling) *Telling {
	var best *Telling
	var sole meant
	top := 0.0
	if o.alone(t.ID()) {
		return nil
	}
	for _, l := range leads {
		if Before(l, t) >= 0 || o.barred(l.ID(), t.ID()) {
			continue
		}
		s := weigh(l, t)
		if s.score >= Enough && (s.score > top || s.score == top && Before(l, best) < 0) {
			best, top = l, s.score
		}
		if s.score > 0 && l.answers(t) {
			sole.add(l, t, s)
		}
	}
	if best == nil {
		return sole.only(t)
	}
	return best
}

// meant are the acts that a report without a date may mean.
type meant struct {
	acts, late int // late ones are of the last days
	act, last  *Telling
	ofAct      weighed
	ofLast     weighed
}

func (m *meant) add(l, t *Telling, s weighed) {
	m.acts++
	m.act, m.ofAct = l, s
	if gap := t.Published - l.Date.Until; !t.ahead() && gap <= news {
		m.late++
		m.last, m.ofLast = l, s
	}
}

// news is the number of days for which an act is news.
const news = 2

// only is the one that is meant: what is news, or else all there is. A report that tells of another such act means that.
func (m *meant) only(t *Telling) *Telling {
	act, s := m.act, m.ofAct
	if m.late == 1 {
		act, s = m.last, m.ofLast
	}
	if act == nil || m.late > 1 || m.late == 0 && m.acts != 1 || !s.likely(act.assembly(t)) || act.Report == t.Report {
		return nil
	}
	return act
}

// answers says whether an act that is dated to the day is one that a report without a date may mean: the same did it.
// "कतर ने हमले की निंदा की थी" a week later is the condemnation of that week, if there is but one.
func (l *Telling) answers(t *Telling) bool {
	return t.Date.Precision == Undated && t.Published != 0 && l.Date.Precision == Exact && l.Type == t.Type &&
		l.directed() == t.directed() && (l.assembly(t) || (len(t.codes()) > 1 || len(t.Bodies) > 0) && slices.Equal(l.codes(), t.codes()))
}

// assembly says whether both are meetings of the same organisations, whoever else is named.
func (l *Telling) assembly(t *Telling) bool {
	return l.many() && t.many() && len(t.Bodies) > 0 && slices.Equal(l.Bodies, t.Bodies)
}

// Assign says which tellings lead an act and with which lead the others go. The most telling ones are looked at first:
// one that matches no lead becomes one. All members of an act match its lead, so acts do not drift from one telling to
// the next; and the order of looking depends on the tellings alone, so does the result.
func Assign(tellings []Telling, o *Overrides) []Placed {
	order := make([]*Telling, len(tellings))
	for i := range tellings {
		order[i] = &tellings[i]
	}
	slices.SortFunc(order, Before)
	out := make([]Placed, len(order))
	leads := map[Key][]*Telling{}
	for i, t := range order {
		keys := Keys(t)
		lead := o.best(t, filed(leads, keys))
		if lead == nil {
			lead = t
			for _, k := range keys {
				leads[k] = append(leads[k], t)
			}
		}
		out[i] = Placed{t, lead.ID()}
	}
	return out
}

func filed(leads map[Key][]*Telling, keys []Key) []*Telling {
	var out []*Telling
	seen := map[*Telling]bool{}
	for _, k := range keys {
		for _, t := range leads[k] {
			if !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// Groups are the leads that make one act each: what users joined makes one of several. Each group is in order.
func Groups(placed []Placed, o *Overrides) [][]string {
	lead, byID := map[string]string{}, map[string]*Telling{}
	for i := range placed {
		lead[placed[i].ID()], byID[placed[i].ID()] = placed[i].Lead, placed[i].Telling
	}
	root := map[string]string{}
	var find func(string) string
	find = func(l string) string {
		if r, ok := root[l]; ok && r != l {
			return find(r)
		}
		return l
	}
	if o != nil {
		for _, p := range o.Joined {
			if a, b := lead[p[0]], lead[p[1]]; a != "" && b != "" && find(a) != find(b) {
				root[find(a)] = find(b)
			}
		}
	}
	groups := map[string][]string{}
	for _, p := range placed {
		if p.Lead == p.ID() {
			groups[find(p.Lead)] = append(groups[find(p.Lead)], p.Lead)
		}
	}
	out := make([][]string, 0, len(groups))
	for _, g := range groups {
		slices.SortFunc(g, func(a, b string) int { return Before(byID[a], byID[b]) })
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b []string) int { return Before(byID[a[0]], byID[b[0]]) })
	return out
}
