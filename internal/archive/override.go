package archive

import (
	"context"
	"errors"
	"slices"
	"time"

	"varta/internal/merge"
	"varta/internal/store"
)

// Kinds of overrides.
const (
	split = "split"
	join  = "join"
)

// Split takes the tellings of reports out of an act, which makes them one of their own, or undoes a join. It returns
// the acts that come of it, the rest first.
func (a *Archive) Split(ctx context.Context, act string, reports []string) ([]string, error) {
	var out []string
	err := a.Write(ctx, func(tx *store.Tx) error {
		members, err := membersOf(tx, act)
		if err != nil {
			return err
		}
		var rest, taken []merge.Placed
		for _, p := range members {
			if slices.Contains(reports, p.Report) {
				taken = append(taken, p)
			} else {
				rest = append(rest, p)
			}
		}
		for _, r := range reports {
			if !slices.ContainsFunc(taken, func(p merge.Placed) bool { return p.Report == r }) {
				return wrong("split %s: report %s does not tell it", act, r)
			}
		}
		if len(rest) == 0 {
			return wrong("split %s: no other report tells it", act)
		}
		if _, err = a.decide(tx, join, rest, taken); err != nil {
			return err
		}
		if together, err := meet(tx, rest, taken); err != nil {
			return err
		} else if together {
			if err := put(tx, split, taken, rest); err != nil {
				return err
			}
			if _, err := a.again(tx, rest, taken); err != nil {
				return err
			}
		}
		if err := errors.Join(hold(tx, rest), hold(tx, taken)); err != nil {
			return err
		}
		out, err = a.again(tx, rest, taken)
		return err
	})
	return out, err
}

// meet says whether one of some and one of others tell the same act.
func meet(tx *store.Tx, some, others []merge.Placed) (bool, error) {
	a, err := actsOf(tx, some)
	if err != nil {
		return false, err
	}
	b, err := actsOf(tx, others)
	return slices.ContainsFunc(a, func(id string) bool { return slices.Contains(b, id) }), err
}

// hold joins the acts that only some tellings tell: what was told of one act stays one, even if it was the telling taken
// out of it that held it together.
func hold(tx *store.Tx, placed []merge.Placed) error {
	acts, err := actsOf(tx, placed)
	if err != nil {
		return err
	}
	var first []merge.Placed
	for _, id := range acts {
		members, err := membersOf(tx, id)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(members, func(m merge.Placed) bool {
			return !slices.ContainsFunc(placed, func(p merge.Placed) bool { return p.ID() == m.ID() })
		}) {
			first = append(first, members[0])
		}
	}
	return chain(tx, first)
}

// actsOf are the acts that tellings tell.
func actsOf(tx *store.Tx, placed []merge.Placed) ([]string, error) {
	events, err := numbersOf(tx, placed)
	if err != nil {
		return nil, err
	}
	return tx.ActsOf(events)
}

func numbersOf(tx *store.Tx, placed []merge.Placed) ([]int64, error) {
	x := newIndex(tx)
	out := make([]int64, len(placed))
	for i, p := range placed {
		if _, err := x.find(p.ID()); err != nil {
			return nil, err
		}
		out[i] = x.numbers[p.ID()]
	}
	return out, nil
}

// Join makes one act of two, or undoes a split.
func (a *Archive) Join(ctx context.Context, one, other string) ([]string, error) {
	var out []string
	err := a.Write(ctx, func(tx *store.Tx) error {
		first, err := membersOf(tx, one)
		if err != nil {
			return err
		}
		second, err := membersOf(tx, other)
		if err != nil {
			return err
		}
		if one == other {
			return wrong("join %s: it is one act already", one)
		}
		if out, err = a.decide(tx, split, first, second); err != nil || len(out) == 1 {
			return err
		}
		if err := put(tx, join, first[:1], second[:1]); err != nil {
			return err
		}
		out, err = a.again(tx, first, second)
		return err
	})
	return out, err
}

// decide drops what was decided against the other way, and merges again.
func (a *Archive) decide(tx *store.Tx, against string, some, others []merge.Placed) ([]string, error) {
	for _, p := range some {
		for _, q := range others {
			if err := tx.DropOverride(against, p.ID(), q.ID()); err != nil {
				return nil, err
			}
		}
	}
	return a.again(tx, some, others)
}

func put(tx *store.Tx, kind string, some, others []merge.Placed) error {
	made := time.Now().UTC().Format(time.RFC3339)
	for _, p := range some {
		for _, q := range others {
			if err := tx.PutOverride(store.Override{Kind: kind, A: p.ID(), B: q.ID()}, made); err != nil {
				return err
			}
		}
	}
	return nil
}

// chain joins tellings to each other.
func chain(tx *store.Tx, placed []merge.Placed) error {
	for i := 1; i < len(placed); i++ {
		if err := put(tx, join, placed[i-1:i], placed[i:i+1]); err != nil {
			return err
		}
	}
	return nil
}

// again places tellings anew, and says which acts tell them then.
func (a *Archive) again(tx *store.Tx, some, others []merge.Placed) ([]string, error) {
	all := slices.Concat(some, others)
	events, err := numbersOf(tx, all)
	if err != nil {
		return nil, err
	}
	old, err := unplace(tx, sortedOnce(events))
	if err != nil {
		return nil, err
	}
	fresh := make([]told, len(all))
	for i, p := range all {
		fresh[i] = told{n: events[i], Telling: p.Telling}
	}
	b, err := a.take(tx)
	if err != nil {
		return nil, err
	}
	if err := b.mergeAgain(fresh, old); err != nil {
		return nil, err
	}
	return tx.ActsOf(events)
}

// membersOf are the tellings of an act, the leading one first.
func membersOf(tx *store.Tx, act string) ([]merge.Placed, error) {
	events, err := tx.EventsOfAct(act)
	if err != nil {
		return nil, err
	}
	if len(events) == 0 {
		return nil, wrong("there is no act %s", act)
	}
	sketches, err := tx.Sketches(sortedOnce(events))
	if err != nil {
		return nil, err
	}
	placed, err := newIndex(tx).placed(sketches)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(placed, func(a, b merge.Placed) int { return merge.Before(a.Telling, b.Telling) })
	return placed, nil
}
