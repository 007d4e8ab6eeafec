package ingest

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	var want []int
	for i := range 200 {
		want = append(want, i*i)
	}
	for _, workers := range []int{1, 2, 16} {
		var running, most atomic.Int32
		got := slices.Collect(InOrder(t.Context(), count(200), workers, func(_ context.Context, i int) int {
			most.Store(max(most.Load(), running.Add(1)))
			time.Sleep(time.Duration(i%7) * 10 * time.Microsecond)
			running.Add(-1)
			return i * i
		}))
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: got %v", workers, got)
		}
		if int(most.Load()) > workers {
			t.Errorf("%d workers: %d at the same time", workers, most.Load())
		}
	}
}

func TestInOrderStops(t *testing.T) {
	square := func(_ context.Context, i int) int { return i * i }
	n := 0
	for range InOrder(t.Context(), count(1<<30), 4, square) {
		if n++; n == 10 {
			break
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	for range InOrder(ctx, count(1<<30), 4, square) {
		if n++; n == 20 {
			stop()
		}
	}
	if n < 20 {
		t.Errorf("stopped after %d", n)
	}
}
