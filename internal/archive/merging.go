package archive

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"

	"varta/internal/merge"
	"varta/internal/store"
	"varta/record"
)

// told is an event that is to be placed. event is nil when the store has it.
type told struct {
	n int64
	*merge.Telling
	line     []byte // the telling as it is kept
	event    *record.Event
	occasion int64
}

// tellings are the events of a record that is new, as merging sees them, numbered from 0.
func tellings(rec *record.Record) ([]told, error) {
	at := map[string]int64{}
	for i, e := range rec.Events {
		at[e.ID] = int64(i) + 1
	}
	var out []told
	list := merge.Tellings(rec)
	for i := range list {
		t := &list[i]
		t.Prepare()
		line, err := json.Marshal(t)
		if err != nil {
			return nil, fmt.Errorf("encode %s: %w", t.ID(), err)
		}
		out = append(out, told{int64(i), t, line, &rec.Events[i], at[t.Occasion]})
	}
	return out, nil
}

// ofReport gives the events of a record the numbers of report n.
func ofReport(n int64, events []told) []told {
	for i := range events {
		t := &events[i]
		t.n = store.Number(n, int(t.n))
		if t.occasion > 0 {
			t.occasion = store.Number(n, int(t.occasion)-1)
		}
	}
	return events
}

// dropped is what was known of events whose record is dropped, or that are to be placed again: how they were placed,
// and the events that told the same acts, which are there no more.
type dropped struct {
	events []int64
	placed []merge.Placed
	stale  []int64
}

// unplace drops the acts of events, and how they were placed.
func unplace(tx *store.Tx, events []int64) (dropped, error) {
	d := dropped{events: events}
	x := newIndex(tx)
	sketches, err := tx.Sketches(events)
	if err != nil {
		return d, err
	}
	if d.placed, err = x.placed(sketches); err != nil {
		return d, err
	}
	if d.stale, err = tx.DropActs(events); err != nil {
		return d, err
	}
	for i, s := range sketches {
		d.stale = append(d.stale, s.Lead)
		if err := tx.DropSketch(s.N, cells(d.placed[i].Telling)); err != nil {
			return d, err
		}
	}
	return d, nil
}

// merge places events that are new, and makes the acts that this changes.
func (b *board) merge(fresh []told) error {
	m, err := newMerging(b.index, fresh)
	if err != nil {
		return err
	}
	changes, err := b.Update(b.index, pointers(fresh), m.overrides)
	if err != nil {
		return fmt.Errorf("merge: %w", err)
	}
	return m.change(changes, nil)
}

// mergeAgain is merge after others were dropped.
func (b *board) mergeAgain(fresh []told, old dropped) error {
	b.Board = merge.NewBoard() // of what was led by what is dropped it knows too much
	b.index.forget(old.events)
	m, err := newMerging(b.index, fresh)
	if err != nil {
		return err
	}
	changes, err := merge.Update(m.index, pointers(fresh), old.placed, m.overrides)
	if err != nil {
		return fmt.Errorf("merge: %w", err)
	}
	return m.change(changes, old.stale)
}

func pointers(fresh []told) []*merge.Telling {
	out := make([]*merge.Telling, len(fresh))
	for i := range fresh {
		out[i] = fresh[i].Telling
	}
	return out
}

// change keeps what was placed, and makes the acts anew that this changes, and those of events that are stale.
func (m *merging) change(placed []merge.Change, stale []int64) error {
	slices.SortStableFunc(placed, func(a, b merge.Change) int { return cmp.Compare(len(a.Was), len(b.Was)) }) // what is new goes first, in few statements
	for _, p := range placed {
		if err := m.put(p); err != nil {
			return err
		}
	}
	return m.remake(stale)
}

// merging is one change of the acts of an archive.
type merging struct {
	tx        *store.Tx
	index     *index
	fresh     map[int64]*told
	overrides *merge.Overrides
	lead      map[int64]int64 // of events that were placed
	changed   map[int64]bool  // leads of acts that are no longer what they were
}

func newMerging(x *index, fresh []told) (*merging, error) {
	m := &merging{tx: x.tx, index: x, fresh: map[int64]*told{}, lead: map[int64]int64{}, changed: map[int64]bool{}}
	for i := range fresh {
		m.index.know(fresh[i].n, fresh[i].Telling)
		m.fresh[fresh[i].n] = &fresh[i]
	}
	var err error
	m.overrides, err = m.index.overrides()
	return m, err
}

// put keeps a telling where it was placed.
func (m *merging) put(c merge.Change) error {
	n, lead := m.index.numbers[c.ID()], m.index.numbers[c.Lead]
	m.changed[lead], m.lead[n] = true, lead
	if m.fresh[n] == nil {
		m.changed[m.index.numbers[c.Was]] = true
		return m.tx.SetLead(n, lead)
	}
	line := m.fresh[n].line
	if line == nil {
		var err error
		if line, err = json.Marshal(c.Telling); err != nil {
			return fmt.Errorf("encode %s: %w", c.ID(), err)
		}
	}
	return errors.Join(m.tx.PutSketch(store.Sketch{N: n, Lead: lead, JSON: line}), m.tx.File(n, cells(c.Telling)))
}

// remake makes the acts anew whose leads have changed, and those of events that are given. An act of several leads
// changes with each of them, so dropping one may bring up others.
func (m *merging) remake(stale []int64) error {
	var members []int64
	for {
		if err := m.leadsOf(stale); err != nil {
			return err
		}
		if err := m.joined(); err != nil {
			return err
		}
		var err error
		if members, err = m.tx.Led(slices.Sorted(maps.Keys(m.changed))); err != nil {
			return err
		}
		old := slices.DeleteFunc(slices.Clone(members), func(n int64) bool { return m.fresh[n] != nil })
		told, err := m.tx.DropActs(old)
		if err != nil {
			return err
		}
		stale = slices.DeleteFunc(told, func(n int64) bool { _, in := slices.BinarySearch(members, n); return in })
		if len(stale) == 0 {
			break
		}
	}
	loaded, err := m.load(members)
	if err != nil {
		return fmt.Errorf("load events: %w", err)
	}
	return m.makeActs(loaded)
}

// load gives events with their places: those at hand, and others from the store.
func (m *merging) load(members []int64) ([]store.Telling, error) {
	kept := slices.DeleteFunc(slices.Clone(members), func(n int64) bool { return m.fresh[n] != nil && m.fresh[n].event != nil })
	loaded, err := m.tx.Tellings(kept)
	if err != nil || len(kept) == len(members) {
		return loaded, err
	}
	for _, n := range members {
		if t := m.fresh[n]; t != nil && t.event != nil {
			loaded = append(loaded, store.Telling{Sketch: store.Sketch{N: n, Lead: m.lead[n]}, Event: *t.event, OccasionN: t.occasion})
		}
	}
	sort.Slice(loaded, func(i, j int) bool { return loaded[i].N < loaded[j].N })
	return loaded, nil
}

// leadsOf marks the leads of events as changed.
func (m *merging) leadsOf(events []int64) error {
	sketches, err := m.tx.Sketches(sortedOnce(events))
	for _, s := range sketches {
		m.changed[s.Lead] = true
	}
	return err
}

// joined marks what users joined with an act that has changed.
func (m *merging) joined() error {
	if len(m.overrides.Joined) == 0 {
		return nil
	}
	lead, err := m.leads()
	if err != nil {
		return err
	}
	for grown := true; grown; {
		grown = false
		for _, p := range m.overrides.Joined {
			a, b := lead[p[0]], lead[p[1]]
			if a != 0 && b != 0 && m.changed[a] != m.changed[b] {
				m.changed[a], m.changed[b], grown = true, true, true
			}
		}
	}
	return nil
}

// leads are the leads of the tellings that users joined with others.
func (m *merging) leads() (map[string]int64, error) {
	out := map[string]int64{}
	for _, p := range m.overrides.Joined {
		for _, id := range p {
			s, err := m.tx.Sketches([]int64{m.index.numbers[id]})
			if err != nil {
				return nil, err
			}
			if len(s) > 0 {
				out[id] = s[0].Lead
			}
		}
	}
	return out, nil
}

// makeActs makes the acts of events that are complete: each with all that its act has.
func (m *merging) makeActs(loaded []store.Telling) error {
	sketches, members := make([]store.Sketch, len(loaded)), make([]int64, len(loaded))
	for i := range loaded {
		sketches[i], members[i] = loaded[i].Sketch, loaded[i].N
	}
	if err := m.index.need(members); err != nil {
		return err
	}
	placed, err := m.index.placed(sketches)
	if err != nil {
		return err
	}
	byLead := map[string][]int{}
	for i, p := range placed {
		byLead[p.Lead] = append(byLead[p.Lead], i)
	}
	for _, group := range merge.Groups(placed, m.overrides) {
		var members []merge.Told
		events := map[string]*store.Telling{}
		for _, lead := range group {
			for _, i := range byLead[lead] {
				members = append(members, merge.Told{Telling: *placed[i].Telling, Event: loaded[i].Event})
				events[placed[i].Report+"/"+placed[i].Event] = &loaded[i]
			}
		}
		act := merge.Act(members)
		if err := m.putAct(&act, events); err != nil {
			return err
		}
	}
	return nil
}

// putAct keeps an act with the events of its tellings. Its occasion is that of the first of them that has one, unless
// it is told as the act itself.
func (m *merging) putAct(act *record.Act, events map[string]*store.Telling) error {
	numbers := make([]int64, len(act.Tellings))
	for i, t := range act.Tellings {
		numbers[i] = events[t.Report+"/"+t.Event].N
	}
	var occasion int64
	for _, t := range act.Tellings {
		if o := events[t.Report+"/"+t.Event].OccasionN; occasion == 0 && !slices.Contains(numbers, o) {
			occasion = o
		}
	}
	return m.tx.PutAct(act, numbers, occasion)
}

func sortedOnce(list []int64) []int64 {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}
