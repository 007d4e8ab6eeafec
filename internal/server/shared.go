package server

import (
	"bytes"
	"context"
	"maps"
	"net/http"
	"strings"
	"sync"
	"time"
)

// shared gives one answer to all who ask for the same page while it is being made: a link that many follow at once is work
// for one. Nothing is kept when it has been given.
type shared struct {
	mu    sync.Mutex
	calls map[string]*call
}

// call is an answer that is there once ready is closed.
type call struct {
	ready chan struct{}
	page  recorded
	route string
	whole bool // it did not fail half way
}

func newShared() *shared { return &shared{calls: map[string]*call{}} }

// shares says whether the answer to a request is the same for all of one role: a list or a chart, not what editors have just
// changed, nor what is streamed.
func shares(r *http.Request) bool {
	if r.Method != http.MethodGet {
		return false
	}
	switch path := r.URL.Path; path {
	case "/reports", "/acts", "/timeline", "/map", "/network", "/entities":
		return true
	default:
		return strings.HasPrefix(path, "/entities/")
	}
}

// once lets the first of those who ask for the same go on, and gives the others what it was given. The answer is made to its
// end even if the first goes away.
func (s *Server) once(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !shares(r) {
			next.ServeHTTP(w, r)
			return
		}
		u, start := userOf(r), time.Now()
		key := strings.Join([]string{r.Host, r.URL.RequestURI(), u.Name, string(u.Role), r.Header.Get("Accept-Encoding")}, "\n")
		c, first := s.shared.take(key)
		if first {
			s.make(c, key, next, r)
		}
		select {
		case <-c.ready:
		case <-r.Context().Done():
			s.busy(w, r)
			return
		}
		switch {
		case !c.whole:
			next.ServeHTTP(w, r)
			return
		case !first:
			r.Pattern = c.route
			s.meters.seen(r, c.page.status, time.Since(start))
		}
		c.page.give(w)
	})
}

// make makes the answer of a call.
func (s *Server) make(c *call, key string, next http.Handler, r *http.Request) {
	defer s.shared.put(key, c)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), s.patience.answer)
	defer cancel()
	r = r.WithContext(ctx)
	next.ServeHTTP(&c.page, r)
	c.route, c.whole = r.Pattern, true
}

// take is the call under a key, and whether the caller is to make its answer.
func (s *shared) take(key string) (c *call, first bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c = s.calls[key]
	if c == nil {
		c = &call{ready: make(chan struct{}), page: recorded{header: http.Header{}}}
		s.calls[key] = c
		return c, true
	}
	return c, false
}

// put says that the answer is there; who asks from now on asks anew.
func (s *shared) put(key string, c *call) {
	s.mu.Lock()
	delete(s.calls, key)
	s.mu.Unlock()
	close(c.ready)
}

// recorded is an answer that is not given yet.
type recorded struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements [http.ResponseWriter].
func (p *recorded) Header() http.Header { return p.header }

// WriteHeader implements [http.ResponseWriter].
func (p *recorded) WriteHeader(status int) {
	if p.status == 0 {
		p.status = status
	}
}

// Write implements [http.ResponseWriter].
func (p *recorded) Write(b []byte) (int, error) {
	p.WriteHeader(http.StatusOK)
	return p.body.Write(b)
}

func (p *recorded) give(w http.ResponseWriter) {
	maps.Copy(w.Header(), p.header)
	w.WriteHeader(p.status)
	_, _ = w.Write(p.body.Bytes()) // an error means that nobody listens any more
}
