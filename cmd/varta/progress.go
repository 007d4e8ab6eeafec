package main

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"varta/internal/ingest"
)

// progress shows on a terminal how far a long run is, how fast it goes and how long it will take.
type progress struct {
	out   io.Writer // nil where nobody looks
	files *ingest.Progress
	total atomic.Int64 // reports, where their number is known
	done  atomic.Int64
	start time.Time
	mu    sync.Mutex
	shown bool
	stop  chan struct{}
}

const showEvery = 250 * time.Millisecond

// newProgress begins to show; it shows nothing unless standard error is a terminal.
func (a *app) newProgress(files *ingest.Progress) *progress {
	p := &progress{files: files, start: time.Now(), stop: make(chan struct{})}
	if terminal(a.err) {
		p.out = a.err
		go p.run()
	}
	return p
}

func (p *progress) run() {
	tick := time.NewTicker(showEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			p.mu.Lock()
			fmt.Fprintf(p.out, "\r\x1b[K%s", p.line(time.Since(p.start)))
			p.shown = true
			p.mu.Unlock()
		case <-p.stop:
			return
		}
	}
}

// line is what is shown: 1200 reports, 410/s, 37 %, 2m10s left.
func (p *progress) line(passed time.Duration) string {
	n := p.done.Load()
	s := fmt.Sprintf("%s, %.0f/s", number(int(n), "report"), float64(n)/passed.Seconds())
	done, total := n, p.total.Load()
	if p.files != nil {
		done, total = p.files.Done.Load(), p.files.Total.Load()
	}
	if total == 0 || done == 0 {
		return s
	}
	part := min(float64(done)/float64(total), 1)
	left := time.Duration(float64(passed) * (1 - part) / part).Round(time.Second)
	return fmt.Sprintf("%s, %.0f %%, %s left", s, 100*part, left)
}

// print writes a line of its own above what is shown.
func (p *progress) print(f func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
	f()
}

func (p *progress) wipe() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}

// close ends it and wipes the line.
func (p *progress) close() {
	close(p.stop)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
}
