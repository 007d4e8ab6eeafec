package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"

	"varta/internal/store"
	"varta/record"
)

// Merger is how events become acts. All three are pure functions.
//
// Keys of an event: only events that share one are compared, so that the cost of a report does not grow with the
// archive; a key that grows without bound breaks this. Same compares two events, in either order, and says why they
// tell one act. Acts makes the acts of a cluster, all events that links join directly or through each other; it may
// split it, and names the tellings of each act by report and event. It is given the tellings in the order of their
// numbers, which depends on the order of arrival, and must not depend on it itself.
type Merger struct {
	Keys     func(store.Telling) []string
	Same     func(a, b *store.Telling) (why string, ok bool)
	Acts     func(cluster []store.Telling, links []store.Link) []record.Act
	Relation func(*record.Fact) string
}

// apart keeps every event as an act of its own.
func apart() Merger {
	return Merger{
		Keys:     func(store.Telling) []string { return nil },
		Same:     func(a, b *store.Telling) (string, bool) { return "", false },
		Relation: func(f *record.Fact) string { return string(f.Kind) + " " + f.Subject.Code + " " + f.Object.Code },
		Acts: func(cluster []store.Telling, _ []store.Link) []record.Act {
			var out []record.Act
			for i := range cluster {
				out = append(out, alone(&cluster[i]))
			}
			return out
		},
	}
}

func alone(t *store.Telling) record.Act {
	e := &t.Event
	sum := sha256.Sum256([]byte(t.Report + "\n" + e.ID))
	a := record.Act{ID: "act:" + hex.EncodeToString(sum[:6]), Type: e.Type, Modes: e.Modes, Contexts: e.Contexts, CAMEO: e.CAMEO, Quad: e.Quad,
		Score: e.Score, Status: e.Status, Topics: e.Topics, Confidence: e.Confidence, Actors: actors(e.Actors), Recipients: actors(e.Recipients),
		History:  []record.Turn{{Status: e.Status, Report: t.Report, Published: record.Null(t.Published)}},
		Tellings: []record.Telling{{Report: t.Report, Event: e.ID, Published: record.Null(t.Published), Status: e.Status, Evidence: e.Evidence}}}
	if d := e.Date; d != nil {
		a.Date = &record.When{Value: d.Value, Until: d.Until, Precision: d.Precision}
	}
	if p := e.Place; p != nil {
		a.Place = &record.Where{Name: p.Name, Code: p.Code, Lat: p.Lat, Lon: p.Lon, GeoNames: p.GeoNames, Precision: p.Precision}
	}
	return a
}

func actors(parties []record.Party) []record.Actor {
	out := make([]record.Actor, len(parties))
	for i, p := range parties {
		out[i] = record.Actor{ID: p.ID, Name: p.Name, Code: p.Code, Sector: p.Sector, Office: p.Office, Wikidata: p.Wikidata}
	}
	return out
}

// merge brings the acts up to date after events are new. Their keys and links are written, and every cluster that they
// are in, or were, is made into acts again. changed are events whose links were dropped.
func (a *Archive) merge(tx *store.Tx, fresh []store.Telling, changed []int64) error {
	known, err := a.link(tx, fresh)
	if err != nil {
		return err
	}
	for i := range fresh {
		changed = append(changed, fresh[i].N)
	}
	for len(changed) > 0 {
		events, links, err := closure(tx, changed)
		if err != nil {
			return err
		}
		told, err := tx.DropActs(events)
		if err != nil {
			return err
		}
		if err := a.makeActs(tx, events, links, known); err != nil {
			return err
		}
		changed = slices.DeleteFunc(told, func(n int64) bool { _, done := slices.BinarySearch(events, n); return done })
	}
	return nil
}

// link writes the keys of new events and their links to the events that share one. It returns all that it looked at.
func (a *Archive) link(tx *store.Tx, fresh []store.Telling) (map[int64]*store.Telling, error) {
	known := map[int64]*store.Telling{}
	keys := make([][]int64, len(fresh))
	all := map[int64]bool{}
	for i := range fresh {
		known[fresh[i].N] = &fresh[i]
		keys[i] = hashed(a.merger.Keys(fresh[i]))
		if err := tx.PutKeys(fresh[i].N, keys[i]); err != nil {
			return nil, fmt.Errorf("keys of event %d: %w", fresh[i].N, err)
		}
		for _, k := range keys[i] {
			all[k] = true
		}
	}
	sharing, err := tx.Sharing(slices.Sorted(maps.Keys(all)))
	if err != nil {
		return nil, err
	}
	wanted := map[int64]bool{}
	for _, events := range sharing {
		for _, n := range events {
			wanted[n] = true
		}
	}
	if err := load(tx, known, slices.Sorted(maps.Keys(wanted))); err != nil {
		return nil, err
	}
	var links []store.Link
	for i := range fresh {
		links = append(links, a.linksOf(&fresh[i], keys[i], sharing, known)...)
	}
	return known, tx.PutLinks(links)
}

// linksOf compares a new event with the older ones of its keys.
func (a *Archive) linksOf(t *store.Telling, keys []int64, sharing map[int64][]int64, known map[int64]*store.Telling) []store.Link {
	var out []store.Link
	seen := map[int64]bool{}
	for _, k := range keys {
		for _, n := range sharing[k] {
			other := known[n]
			if seen[n] || n == t.N || n > t.N && other.Fresh {
				continue
			}
			seen[n] = true
			if why, ok := a.merger.Same(other, t); ok {
				out = append(out, store.Link{A: min(n, t.N), B: max(n, t.N), Why: why})
			}
		}
	}
	return out
}

func hashed(keys []string) []int64 {
	out := make([]int64, len(keys))
	for i, k := range keys {
		h := fnv.New64a()
		h.Write([]byte(k))
		out[i] = int64(h.Sum64())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// load adds the tellings that are not known yet.
func load(tx *store.Tx, known map[int64]*store.Telling, numbers []int64) error {
	missing := slices.DeleteFunc(slices.Clone(numbers), func(n int64) bool { return known[n] != nil })
	loaded, err := tx.Tellings(missing)
	if err != nil {
		return fmt.Errorf("load events: %w", err)
	}
	for i := range loaded {
		known[loaded[i].N] = &loaded[i]
	}
	return nil
}

// closure follows links from events to all that they are joined with.
func closure(tx *store.Tx, events []int64) ([]int64, []store.Link, error) {
	in := map[int64]bool{}
	links := map[[2]int64]store.Link{}
	for front := events; len(front) > 0; {
		for _, n := range front {
			in[n] = true
		}
		found, err := tx.Links(front)
		if err != nil {
			return nil, nil, err
		}
		front = nil
		for _, l := range found {
			links[[2]int64{l.A, l.B}] = l
			for _, n := range []int64{l.A, l.B} {
				if !in[n] {
					in[n] = true
					front = append(front, n)
				}
			}
		}
	}
	ordered := slices.SortedFunc(maps.Values(links), func(x, y store.Link) int { return slices.Compare([]int64{x.A, x.B}, []int64{y.A, y.B}) })
	return slices.Sorted(maps.Keys(in)), ordered, nil
}

// makeActs makes the acts of each cluster of events.
func (a *Archive) makeActs(tx *store.Tx, events []int64, links []store.Link, known map[int64]*store.Telling) error {
	if err := load(tx, known, events); err != nil {
		return err
	}
	for _, c := range clusters(events, links) {
		tellings := make([]store.Telling, len(c.events))
		for i, n := range c.events {
			tellings[i] = *known[n]
		}
		for _, act := range a.merger.Acts(tellings, c.links) {
			if err := putAct(tx, &act, tellings); err != nil {
				return err
			}
		}
	}
	return nil
}

// putAct finds the events of an act's tellings. Its occasion is that of the first of them that has one.
func putAct(tx *store.Tx, act *record.Act, tellings []store.Telling) error {
	numbers := make([]int64, len(act.Tellings))
	var occasion int64
	for i, t := range act.Tellings {
		k := slices.IndexFunc(tellings, func(x store.Telling) bool { return x.Report == t.Report && x.Event.ID == t.Event })
		if k < 0 {
			return fmt.Errorf("%s: telling %s %s is not of its cluster", act.ID, t.Report, t.Event)
		}
		numbers[i] = tellings[k].N
		if occasion == 0 {
			occasion = tellings[k].OccasionN
		}
	}
	return tx.PutAct(act, numbers, occasion)
}

type cluster struct {
	events []int64
	links  []store.Link
}

// clusters are the events that links join, in the order of their first events.
func clusters(events []int64, links []store.Link) []cluster {
	root := map[int64]int64{}
	for _, n := range events {
		root[n] = n
	}
	find := func(n int64) int64 {
		for root[n] != n {
			root[n] = root[root[n]]
			n = root[n]
		}
		return n
	}
	for _, l := range links {
		x, y := find(l.A), find(l.B)
		root[max(x, y)] = min(x, y)
	}
	at := map[int64]int{}
	var out []cluster
	for _, n := range events {
		r := find(n)
		if _, ok := at[r]; !ok {
			at[r] = len(out)
			out = append(out, cluster{})
		}
		out[at[r]].events = append(out[at[r]].events, n)
	}
	for _, l := range links {
		c := &out[at[find(l.A)]]
		c.links = append(c.links, l)
	}
	return out
}
