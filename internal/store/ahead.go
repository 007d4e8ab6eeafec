package store

import (
	"context"
	"iter"
	"runtime"
	"slices"
)

// ahead loads things by their keys, many at a time and a few parts ahead of who goes through them, and yields them in the
// order of the keys. What went away meanwhile is left out.
func ahead[K comparable, T any](ctx context.Context, keys []K, load func(context.Context, []K) (map[K]T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		for part := range loading(ctx, keys, load) {
			p := <-part
			if p.err != nil {
				var none T
				yield(none, p.err)
				return
			}
			for _, k := range p.keys {
				if v, ok := p.found[k]; ok && !yield(v, nil) {
					return
				}
			}
		}
	}
}

// part is what was loaded.
type part[K comparable, T any] struct {
	keys  []K
	found map[K]T
	err   error
}

// loading starts to load the parts one after the other; the room of the channel says how many are under way.
func loading[K comparable, T any](ctx context.Context, keys []K, load func(context.Context, []K) (map[K]T, error)) <-chan chan part[K, T] {
	parts := make(chan chan part[K, T], runtime.GOMAXPROCS(0))
	go func() {
		defer close(parts)
		for some := range slices.Chunk(keys, many) {
			done := make(chan part[K, T], 1)
			select {
			case parts <- done:
			case <-ctx.Done():
				return
			}
			go func() {
				found, err := load(ctx, some)
				done <- part[K, T]{some, found, err}
			}()
		}
	}()
	return parts
}
