package server

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"varta"
	"varta/internal/store"
)

// memo keeps counts over many acts: they take long, change slowly and are asked again with each page. Who asks for what is
// being counted for the first time waits for it; what has changed is counted anew, and given as it was if that takes longer
// than a moment.
type memo struct {
	state func() string // of the archive: another one after each change
	turn  sync.Mutex    // held by who counts anew what can be given as it was: one at a time, so that readers have the rest of the machine
	mu    sync.Mutex
	kept  map[string]*counted
}

// counted is a value that is there once ready is closed.
type counted struct {
	ready chan struct{}
	state string // of the archive when counting began
	at    time.Time
	took  time.Duration
	busy  bool // it is being counted, or counted anew
	value any
	err   error
}

// What took long rests restFor times as long before it is counted anew, but no longer than mostRest: an archive to which
// something is added all the time keeps the machine counting otherwise. Of more than mostKept all go.
const (
	restFor  = 20
	mostRest = time.Minute
	moment   = 200 * time.Millisecond
	mostKept = 500
)

func newMemo(state func() string) *memo { return &memo{state: state, kept: map[string]*counted{}} }

// rest is how long a value is given whatever has changed.
func (c *counted) rest() time.Duration { return min(restFor*c.took, mostRest) }

// take is the entry of a key, and one to be filled by the caller if there is none or the archive has changed.
func (m *memo) take(key string, now time.Time) (kept, fill *counted) {
	state := m.state()
	m.mu.Lock()
	defer m.mu.Unlock()
	kept = m.kept[key]
	if kept != nil && (kept.busy || kept.state == state || now.Sub(kept.at) < kept.rest()) {
		return kept, nil
	}
	fill = &counted{ready: make(chan struct{}), state: state, at: now}
	if kept != nil {
		kept.busy = true
		return kept, fill
	}
	if len(m.kept) >= mostKept {
		clear(m.kept)
	}
	fill.busy = true
	m.kept[key] = fill
	return fill, fill
}

// put keeps what was counted; what came to nothing is forgotten.
func (m *memo) put(key string, c *counted, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c.took, c.busy = took, false
	if c.err == nil {
		m.kept[key] = c
	} else {
		delete(m.kept, key)
	}
}

// within waits for a value, but not long.
func (c *counted) within(d time.Duration) bool {
	select {
	case <-c.ready:
		return true
	case <-time.After(d):
		return false
	}
}

// remembered is what count gives for a query, or gave a while ago. What is counted does not end with the request that asked
// first, for others wait for it.
func remembered[T any](ctx context.Context, m *memo, what string, q store.Query, count func(context.Context) (T, error)) (T, error) {
	var none T
	key, err := keyOf(what, q)
	if err != nil {
		return none, err
	}
	kept, fill := m.take(key, time.Now())
	run := func() {
		start := time.Now()
		fill.value, fill.err = count(context.WithoutCancel(ctx))
		m.put(key, fill, time.Since(start))
		close(fill.ready)
	}
	switch fill {
	case nil:
	case kept:
		run()
	default:
		go func() {
			m.turn.Lock()
			defer m.turn.Unlock()
			run()
		}()
		if fill.within(moment) && fill.err == nil {
			kept = fill
		}
	}
	select {
	case <-kept.ready:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	if kept.err != nil {
		return none, kept.err
	}
	return kept.value.(T), nil
}

func keyOf(what string, q store.Query) (string, error) {
	b, err := json.Marshal(q)
	return what + " " + string(b), err
}

// peek is what was counted for a key, if it is there by now; nobody waits for it.
func (m *memo) peek(key string) (value any, ok bool) {
	m.mu.Lock()
	c := m.kept[key]
	m.mu.Unlock()
	if c == nil {
		return nil, false
	}
	select {
	case <-c.ready:
		return c.value, c.err == nil
	default:
		return nil, false
	}
}

// stats counts acts, or tells what it counted a while ago.
func (s *Server) stats(ctx context.Context, q store.Query, by string) ([]store.Count, error) {
	return remembered(ctx, s.memo, "stats "+by, q, func(ctx context.Context) ([]store.Count, error) { return s.Archive.Stats(ctx, q, by) })
}

// lasting is what count gives for a query, as [remembered] does. Of the whole archive it is kept in the archive too, so that
// nobody counts it again after a restart; of a party that is frequent it may be there.
func lasting[T any](ctx context.Context, s *Server, what string, q store.Query, count func(context.Context) (T, error)) (T, error) {
	whole := q.Everything()
	if !whole && !ofOne(q) {
		return remembered(ctx, s.memo, what, q, count)
	}
	return remembered(ctx, s.memo, what, q, func(ctx context.Context) (T, error) {
		var out T
		name, err := keyOf(varta.Version+" "+what, q)
		if err != nil {
			return out, err
		}
		state := s.state()
		if kept, err := s.Archive.Kept(ctx, name, state); err == nil && kept != nil && json.Unmarshal(kept, &out) == nil {
			return out, nil
		}
		if out, err = count(ctx); err == nil && whole {
			s.keep(ctx, state, map[string]any{name: out})
		}
		return out, err
	})
}

// ofOne says whether a query asks for all of one party.
func ofOne(q store.Query) bool {
	one := len(q.Parties) == 1
	q.Parties = nil
	return one && q.Everything()
}

// keep keeps counts by their names in the archive, if it may be written.
func (s *Server) keep(ctx context.Context, state string, counts map[string]any) {
	values := map[string][]byte{}
	for name, of := range counts {
		b, err := json.Marshal(of)
		if err != nil {
			s.Log.Error("a count has no form in JSON", "count", name, "error", err)
			return
		}
		values[name] = b
	}
	if err := s.Archive.Keep(ctx, state, values); err != nil {
		s.Log.Debug("counts were not kept", "error", err)
	}
}

// warm counts what the pages show to who has asked for nothing in particular, one after the other, so that the first visitor
// does not wait; then the same of each party that is frequent.
func (s *Server) warm(ctx context.Context) {
	if s.Archive == nil {
		return
	}
	q, err := s.everything(store.Acts)
	for _, make := range []func(context.Context, view, store.Query) (any, error){s.timeline, s.sites, s.network} {
		if err == nil {
			_, err = make(ctx, view{}, q)
		}
	}
	if err == nil {
		_, err = s.entities(ctx, store.Query{Of: store.Entities, Limit: pageSize})
	}
	if err == nil {
		err = s.overviews(ctx)
	}
	if err != nil && ctx.Err() == nil {
		s.Log.Warn("nothing was counted ahead", "error", err)
	}
}

// everything is the query of who has asked for nothing in particular.
func (s *Server) everything(of store.Kind) (store.Query, error) {
	question, err := asked(of, nil)
	if err != nil {
		return store.Query{}, err
	}
	return s.Archive.Resolve(question)
}
