package merge

import (
	"container/heap"
	"slices"
)

// Index is what an update asks of an archive.
type Index interface {
	// Filed are all tellings that are filed in one of the cells.
	Filed(cells []Cell) ([]Placed, error)
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
func Update(ix Index, added []*Telling, removed []Placed, o *Overrides) ([]Change, error) {
	u := &update{Board: NewBoard(), ix: ix, o: o}
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
	return u.run(added)
}

// Update is [Update] of an archive that loses nothing. What it has looked at it remembers for the next update: news comes
// in order of time, and what is near some reports is near the next ones too. So nobody else may change the archive in
// between; after an error the board is of no use any more.
func (b *Board) Update(ix Index, added []*Telling, o *Overrides) ([]Change, error) {
	u := &update{Board: b, ix: ix, o: o}
	return u.run(added)
}

// Board is the part of an archive that updates have looked at.
type Board struct {
	byID  map[string]*node
	byKey map[Key][]*node
	cells map[Cell]bool // all that is filed in them is here
	turn  int
}

// NewBoard is an empty one.
func NewBoard() *Board {
	return &Board{byID: map[string]*node{}, byKey: map[Key][]*node{}, cells: map[Cell]bool{}}
}

// Size is the number of tellings on a board.
func (b *Board) Size() int { return len(b.byID) }

type node struct {
	Placed
	id     string
	keys   []Key
	old    string // its lead before the update
	gone   bool
	queued bool
	turn   int // when it was last met
}

func (n *node) leading() bool { return !n.gone && n.Lead == n.id }

// update is one change of a board.
type update struct {
	*Board
	ix    Index
	o     *Overrides
	queue []*node
	met   []*node    // of near
	leads []*Telling // of place
}

// put takes a telling up, unless it is there.
func (u *update) put(p Placed) *node {
	p.Prepare()
	id := p.ID()
	if n := u.byID[id]; n != nil && !n.gone {
		return n
	}
	n := &node{Placed: p, id: id, keys: Keys(p.Telling), old: p.Lead}
	if old := u.byID[id]; old != nil && p.Lead != "" {
		return old // removed in this update; the archive does not know yet
	}
	u.byID[id] = n
	for _, k := range n.keys {
		u.byKey[k] = append(u.byKey[k], n)
	}
	return n
}

// run places what is added. The most telling ones are looked at first: whether a telling leads depends on those before it
// alone, so each is looked at once.
func (u *update) run(added []*Telling) ([]Change, error) {
	var keys []Key
	for _, t := range added {
		t.Prepare()
		keys = append(keys, Keys(t)...)
	}
	for _, n := range u.queue {
		keys = append(keys, n.keys...)
	}
	if err := u.load(keys); err != nil {
		return nil, err
	}
	for _, t := range added {
		u.enqueue(u.put(Placed{Telling: t}))
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
			n.old = n.Lead
		}
	}
	return out, nil
}

func (u *update) place(n *node) error {
	if err := u.load(n.keys); err != nil {
		return err
	}
	led := n.leading()
	u.leads = u.leads[:0]
	for _, other := range u.near(n) {
		if other.leading() {
			u.leads = append(u.leads, other.Telling)
		}
	}
	n.Lead = n.id
	if best := u.o.best(n.Telling, u.leads); best != nil {
		n.Lead = best.ID()
	}
	if n.leading() == led {
		return nil
	}
	return u.disturb(n)
}

// matters says whether it makes a difference for a telling after it that it leads.
func (t *Telling) matters(after *Telling) bool {
	s := weigh(t, after).score
	return s >= Enough || s > 0 && t.answers(after)
}

// disturb queues the tellings after one that began or ceased to lead, if they match it or may mean it.
func (u *update) disturb(n *node) error {
	if err := u.load(n.keys); err != nil {
		return err
	}
	for _, other := range u.near(n) {
		if !other.queued && Before(n.Telling, other.Telling) < 0 && !u.o.barred(n.id, other.id) && n.matters(other.Telling) {
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

// near are the tellings that share a key with one, and are still there. The list lasts until the next one.
func (u *update) near(n *node) []*node {
	u.met = u.met[:0]
	u.turn++
	n.turn = u.turn
	for _, k := range n.keys {
		for _, other := range u.byKey[k] {
			if other.turn != u.turn && !other.gone {
				other.turn = u.turn
				u.met = append(u.met, other)
			}
		}
	}
	return u.met
}

// load loads all that is filed where keys are.
func (u *update) load(keys []Key) error {
	var missing []Cell
	for _, k := range keys {
		if c := k.Cell(); !u.cells[c] {
			u.cells[c] = true
			missing = append(missing, c)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	all, err := u.ix.Filed(missing)
	if err != nil {
		return err
	}
	for _, p := range all {
		u.put(p)
	}
	return nil
}

// The queue is a heap.

func (u *update) Len() int           { return len(u.queue) }
func (u *update) Less(i, j int) bool { return Before(u.queue[i].Telling, u.queue[j].Telling) < 0 }
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
