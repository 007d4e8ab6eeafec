package merge

import (
	"container/heap"
	"slices"
)

// Index is what Update asks of an archive.
type Index interface {
	// Leads are the tellings that lead an act and are filed under one of the keys.
	Leads(keys []string) ([]Telling, error)
	// Filed are all tellings that are filed under one of the keys.
	Filed(keys []string) ([]Placed, error)
}

// Change is a telling with its new lead and the one that it had, empty for none.
type Change struct {
	Placed
	Was string
}

// Update places tellings that are new to an archive, after others that were removed, and says which tellings, new and
// old, have a new lead. An archive that is updated again and again has the leads that Assign gives to all its tellings.
//
// The index is that of the archive as it was, with what is removed or without it, and without what is added. A telling
// that is told anew, or about which users decided anew, is removed and added.
func Update(ix Index, added []Telling, removed []Placed, o *Overrides) ([]Change, error) {
	u := &update{ix: ix, o: o, byID: map[string]*node{}, byKey: map[string][]*node{}, leads: map[string]bool{}, filed: map[string]bool{}}
	for _, p := range removed {
		u.put(p).gone = true
	}
	for _, p := range removed {
		if p.Lead != p.ID() {
			continue
		}
		if err := u.disturb(u.byID[p.ID()]); err != nil {
			return nil, err
		}
	}
	for i := range added {
		u.enqueue(u.put(Placed{Telling: added[i]}))
	}
	return u.run()
}

// update is the part of an archive that an update looks at.
type update struct {
	ix           Index
	o            *Overrides
	byID         map[string]*node
	byKey        map[string][]*node
	leads, filed map[string]bool // keys of which leads, and of which all tellings are loaded
	queue        []*node
}

type node struct {
	Placed
	id     string
	keys   []string
	old    string // its lead before the update
	gone   bool
	queued bool
}

func (n *node) leading() bool { return !n.gone && n.Lead == n.id }

// put takes a telling up, unless it is there.
func (u *update) put(p Placed) *node {
	id := p.ID()
	if n := u.byID[id]; n != nil && !n.gone {
		return n
	}
	n := &node{Placed: p, id: id, keys: Keys(&p.Telling), old: p.Lead}
	if old := u.byID[id]; old != nil && p.Lead != "" {
		return old // removed in this update; the archive does not know yet
	}
	u.byID[id] = n
	for _, k := range n.keys {
		u.byKey[k] = append(u.byKey[k], n)
	}
	return n
}

// run looks at what is queued, the most telling ones first. Whether a telling leads depends on those before it alone,
// so each is looked at once.
func (u *update) run() ([]Change, error) {
	if err := u.loadQueued(); err != nil {
		return nil, err
	}
	var out []Change
	for len(u.queue) > 0 {
		n := heap.Pop(u).(*node)
		if n.gone {
			continue
		}
		if err := u.place(n); err != nil {
			return nil, err
		}
		if n.Lead != n.old {
			out = append(out, Change{n.Placed, n.old})
		}
	}
	return out, nil
}

// loadQueued loads what the queue needs at once. Most of it will lead an act, and ask for all that is near.
func (u *update) loadQueued() error {
	var keys []string
	for _, n := range u.queue {
		keys = append(keys, n.keys...)
	}
	return u.load(keys)
}

func (u *update) place(n *node) error {
	if err := u.loadKeys(n.keys); err != nil {
		return err
	}
	led := n.leading()
	var leads []*Telling
	for _, other := range u.near(n) {
		if other.leading() && other != n {
			leads = append(leads, &other.Telling)
		}
	}
	n.Lead = n.id
	if best := u.o.best(&n.Telling, leads); best != nil {
		n.Lead = best.ID()
	}
	if n.leading() == led {
		return nil
	}
	return u.disturb(n)
}

// disturb queues the tellings after one that began or ceased to lead, if they match it.
func (u *update) disturb(n *node) error {
	if err := u.load(n.keys); err != nil {
		return err
	}
	for _, other := range u.near(n) {
		if Before(&n.Telling, &other.Telling) < 0 && !u.o.barred(n.ID(), other.ID()) && score(&n.Telling, &other.Telling) >= Enough {
			u.enqueue(other)
		}
	}
	return nil
}

func (u *update) enqueue(n *node) {
	if !n.queued {
		n.queued = true
		heap.Push(u, n)
	}
}

// near are the tellings that share a key with one, and are still there.
func (u *update) near(n *node) []*node {
	var out []*node
	seen := map[*node]bool{n: true}
	for _, k := range n.keys {
		for _, other := range u.byKey[k] {
			if !seen[other] && !other.gone {
				seen[other] = true
				out = append(out, other)
			}
		}
	}
	return out
}

// loadKeys loads the leads that are filed under keys.
func (u *update) loadKeys(keys []string) error {
	missing := unseen(keys, u.leads)
	if len(missing) == 0 {
		return nil
	}
	leads, err := u.ix.Leads(missing)
	if err != nil {
		return err
	}
	for _, t := range leads {
		u.put(Placed{t, t.ID()})
	}
	return nil
}

// load loads all that is filed under keys.
func (u *update) load(keys []string) error {
	missing := unseen(keys, u.filed)
	if len(missing) == 0 {
		return nil
	}
	for _, k := range missing {
		u.leads[k] = true
	}
	all, err := u.ix.Filed(missing)
	if err != nil {
		return err
	}
	for _, p := range all {
		u.put(p)
	}
	return nil
}

// unseen are the keys that are not in a set, which they enter.
func unseen(keys []string, seen map[string]bool) []string {
	var out []string
	for _, k := range keys {
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// The queue is a heap.

func (u *update) Len() int           { return len(u.queue) }
func (u *update) Less(i, j int) bool { return Before(&u.queue[i].Telling, &u.queue[j].Telling) < 0 }
func (u *update) Swap(i, j int)      { u.queue[i], u.queue[j] = u.queue[j], u.queue[i] }

// Push adds one at the end.
func (u *update) Push(x any) {
	u.queue = append(u.queue, x.(*node))
}

// Pop takes the last one.
func (u *update) Pop() any {
	n := u.queue[len(u.queue)-1]
	u.queue = u.queue[:len(u.queue)-1]
	n.queued = false
	return n
}
