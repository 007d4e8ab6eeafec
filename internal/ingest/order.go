package ingest

import (
	"context"
	"iter"
)

// InOrder applies f to everything in a sequence with several workers and yields the results in the order of the
// sequence. What is read ahead is bounded by the number of workers.
func InOrder[A, B any](ctx context.Context, in iter.Seq[A], workers int, f func(context.Context, A) B) iter.Seq[B] {
	type job struct {
		arg    A
		result chan B
	}
	return func(yield func(B) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		jobs, queue := make(chan job), make(chan job, workers)
		for range workers {
			go func() {
				for j := range jobs {
					j.result <- f(ctx, j.arg)
				}
			}()
		}
		go func() {
			defer close(queue)
			defer close(jobs)
			for a := range in {
				j := job{a, make(chan B, 1)}
				select {
				case queue <- j:
				case <-ctx.Done():
					return
				}
				select {
				case jobs <- j:
				case <-ctx.Done():
					close(j.result)
					return
				}
			}
		}()
		for j := range queue {
			if r, ok := <-j.result; !ok || !yield(r) {
				return
			}
		}
	}
}
