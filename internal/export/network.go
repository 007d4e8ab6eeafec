package export

import (
	"cmp"
	"slices"
	"strings"

	"varta/record"
)

// network is who met whom. It is kept in memory: its people and, for every pair, the days on which they met.
type network struct {
	nodes map[string]*node
	edges map[[2]string]*edge
}

type node struct{ id, label, kind, code, office string }

type edge struct {
	source, target string
	spells         []spell
}

// spell is a meeting: its days and its act.
type spell struct{ start, end, act string }

// gather goes through the acts and keeps the meetings: consultations that took place, but for those by telephone.
func (j *job) gather() (*network, error) {
	n := &network{nodes: map[string]*node{}, edges: map[[2]string]*edge{}}
	err := j.eachMeeting(func(t Told) error {
		switch {
		case slices.Contains(t.Act.Modes, "phone"):
			j.leave(noMeeting)
		case t.Act.Status != record.Happened:
			j.leave(t.Act.Status)
		default:
			j.tally.Rows++
			j.meet(n, t)
		}
		return nil
	})
	return n, err
}

// meet adds the parties of a meeting, each with each.
func (j *job) meet(n *network, t Told) {
	var met []string
	for _, side := range [][]record.Actor{t.Act.Actors, t.Act.Recipients} {
		for i := range side {
			if v := j.node(&side[i]); v != nil && !slices.Contains(met, v.id) {
				n.nodes[v.id] = v
				met = append(met, v.id)
			}
		}
	}
	slices.Sort(met)
	for i, a := range met {
		for _, b := range met[i+1:] {
			e := n.edges[[2]string{a, b}]
			if e == nil {
				e = &edge{source: a, target: b}
				n.edges[[2]string{a, b}] = e
			}
			e.spells = append(e.spells, spell{t.date(), t.until(), t.Act.ID})
		}
	}
}

// node is a party in the network, nil when nothing says who it is. Without an entry in the registry it is the holder of
// an office of a state ("foreign minister of CHN"), else the state.
func (j *job) node(a *record.Actor) *node {
	code := known(a.Code)
	switch {
	case a.ID != "" && !place(a):
		return &node{string(a.ID), j.label(a), j.kindOf(a), code, string(a.Office)}
	case code == "":
		return nil
	case a.Office != "":
		return &node{code + "/" + string(a.Office), string(a.Office) + " of " + j.nameOf(code), "office", code, string(a.Office)}
	}
	return &node{code, j.nameOf(code), j.kindOf(&record.Actor{Code: code}), code, ""}
}

// kindOf is person, state, organisation, group or, for a ministry, a force or the like, body.
func (j *job) kindOf(a *record.Actor) string {
	if kind, _, ok := strings.Cut(string(a.ID), ":"); ok {
		return kind
	}
	if a.ID != "" && string(a.ID) != a.Code {
		return "body"
	}
	switch _, organisation := j.codes.Organisations[a.Code]; {
	case organisation:
		return "organisation"
	case j.codes.States[a.Code].Name != "":
		return "state"
	}
	return "group"
}

// sorted are the nodes and edges in the order of their IDs, the spells of an edge in that of time.
func (n *network) sorted() ([]*node, []*edge) {
	var nodes []*node
	for _, v := range n.nodes {
		nodes = append(nodes, v)
	}
	slices.SortFunc(nodes, func(a, b *node) int { return cmp.Compare(a.id, b.id) })
	var edges []*edge
	for _, e := range n.edges {
		slices.SortFunc(e.spells, func(a, b spell) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.act, b.act))
		})
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(a, b *edge) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target))
	})
	return nodes, edges
}

// meetings are the days of the spells.
func (e *edge) meetings() string {
	var out []string
	for _, s := range e.spells {
		out = append(out, s.start)
	}
	return strings.Join(out, " ")
}

// acts are the IDs of the meetings.
func (e *edge) acts() string {
	var out []string
	for _, s := range e.spells {
		out = append(out, s.act)
	}
	return strings.Join(out, " ")
}
