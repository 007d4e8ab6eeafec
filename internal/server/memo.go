package server

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"varta/internal/store"
)

// memo keeps counts over many acts: they take long, change slowly and are asked again with each page. Who asks for what is
// being counted for the first time waits for it; what is old is counted anew, and given all the same if that takes longer
// than a moment.
type memo struct {
	mu   sync.Mutex
	kept map[string]*counted
}

// counted is a value that is there once ready is closed.
type counted struct {
	ready   chan struct{}
	at      time.Time
	took    time.Duration
	renewed bool // it is being counted anew
	changed bool // something has changed since
	value   any
	err     error
}

// A count that is older than freshness is counted anew, for which who asks waits a moment; where something has changed it is
// after restFor times as long as it took. Of more than mostKept all go.
const (
	restFor   = 20
	freshness = time.Minute
	moment    = 200 * time.Millisecond
	mostKept  = 2000
)

func newMemo() *memo { return &memo{kept: map[string]*counted{}} }

// age makes all old, for something was changed here: what took long to count after a while, so that who corrects one record
// after the other does not keep the machine counting.
func (m *memo) age() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range m.kept {
		if left := restFor*c.took - freshness; !c.changed && left < 0 {
			c.at, c.changed = c.at.Add(left), true
		}
	}
}

// take is the entry of a key, and one to be filled by the caller if there is none or it has grown old.
func (m *memo) take(key string, now time.Time) (kept, fill *counted) {
	m.mu.Lock()
	defer m.mu.Unlock()
	kept = m.kept[key]
	if kept != nil && (kept.renewed || now.Sub(kept.at) < freshness) {
		return kept, nil
	}
	fill = &counted{ready: make(chan struct{}), at: now}
	if kept != nil {
		kept.renewed = true
		return kept, fill
	}
	if len(m.kept) >= mostKept {
		clear(m.kept)
	}
	m.kept[key] = fill
	return fill, fill
}

// put keeps what was counted; what came to nothing is forgotten.
func (m *memo) put(key string, c *counted, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c.took = took
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
		go run()
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

// warm counts what the pages show to who has asked for nothing in particular, so that the first visitor does not wait.
func (s *Server) warm(ctx context.Context) {
	question, err := asked(store.Acts, nil)
	if err != nil || s.Archive == nil {
		return
	}
	q, err := s.Archive.Resolve(question)
	if err == nil {
		_, err = s.facets(ctx, q)
	}
	for _, make := range []func(context.Context, view, store.Query) (any, error){s.timeline, s.sites, s.network} {
		if err == nil {
			_, err = make(ctx, view{}, q)
		}
	}
	if err != nil && ctx.Err() == nil {
		s.Log.Warn("nothing was counted ahead", "error", err)
	}
}
