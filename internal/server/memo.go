package server

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"varta/internal/store"
)

// memo keeps counts over many acts for a while: they take long, change slowly and are asked again with each page. Who asks
// for what is being counted waits for it.
type memo struct {
	mu    sync.Mutex
	kept  map[string]*counted
	fresh time.Duration
}

// counted is a value that is there once ready is closed.
type counted struct {
	ready chan struct{}
	at    time.Time
	value any
	err   error
}

// A count is a minute old at most; of more than mostKept the old ones go.
const (
	freshness = time.Minute
	mostKept  = 2000
)

func newMemo() *memo { return &memo{kept: map[string]*counted{}, fresh: freshness} }

// clear forgets all: something was changed here.
func (m *memo) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.kept)
}

// take is the entry of a key, and whether the caller has to fill it.
func (m *memo) take(key string, now time.Time) (*counted, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c := m.kept[key]; c != nil && now.Sub(c.at) < m.fresh {
		return c, false
	}
	if len(m.kept) >= mostKept {
		for k, c := range m.kept {
			if now.Sub(c.at) >= m.fresh {
				delete(m.kept, k)
			}
		}
		if len(m.kept) >= mostKept {
			clear(m.kept)
		}
	}
	c := &counted{ready: make(chan struct{}), at: now}
	m.kept[key] = c
	return c, true
}

// drop forgets an entry that came to nothing.
func (m *memo) drop(key string, c *counted) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept[key] == c {
		delete(m.kept, key)
	}
}

// remembered is what count gives for a query, or gave a short while ago. What is counted does not end with the request
// that asked first, for others wait for it.
func remembered[T any](ctx context.Context, m *memo, what string, q store.Query, count func(context.Context) (T, error)) (T, error) {
	var none T
	b, err := json.Marshal(q)
	if err != nil {
		return none, err
	}
	key := what + " " + string(b)
	c, mine := m.take(key, time.Now())
	if mine {
		c.value, c.err = count(context.WithoutCancel(ctx))
		if c.err != nil {
			m.drop(key, c)
		}
		close(c.ready)
	}
	select {
	case <-c.ready:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	if c.err != nil {
		return none, c.err
	}
	return c.value.(T), nil
}

// stats counts acts, or tells what it counted a short while ago.
func (s *Server) stats(ctx context.Context, q store.Query, by string) ([]store.Count, error) {
	return remembered(ctx, s.memo, "stats "+by, q, func(ctx context.Context) ([]store.Count, error) { return s.Archive.Stats(ctx, q, by) })
}
