package server

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"
)

// policy lets a page load what this server serves and nothing else, and run no script that stands in a page.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secured wraps all routes: outermost the log, then headers that hold for every answer, then who may ask.
func (s *Server) secured(next http.Handler) http.Handler {
	crossOrigin := http.NewCrossOriginProtection()
	crossOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, http.StatusForbidden, "This request came from a page of another site; open the form here and send it again.")
	}))
	return s.logged(headers(s.addressed(s.recovered(s.authorised(crossOrigin.Handler(s.received(s.once(gzhttp.GzipHandler(s.counted(s.queued(next)))))))))))
}

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// mostBodies is how many requests that send something are served at once; each may hold maxBody.
const mostBodies = 64

// received waits for the whole body of a request before it lets it go on, so that who sends slowly keeps nobody waiting but
// itself, and refuses one that is too large.
func (s *Server) received(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength == 0 {
			next.ServeHTTP(w, r)
			return
		}
		if !s.bodies.take(r.Context()) {
			s.busy(w, r)
			return
		}
		defer s.bodies.free()
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		_, tooLarge := errors.AsType[*http.MaxBytesError](err)
		switch {
		case err == nil:
			r.Body = io.NopCloser(bytes.NewReader(body))
			next.ServeHTTP(w, r)
		case tooLarge:
			s.fail(w, r, http.StatusRequestEntityTooLarge, "A report may have 4 MiB. Add larger files with varta add.")
		case errors.Is(err, os.ErrDeadlineExceeded):
			s.fail(w, r, http.StatusRequestTimeout, "What was sent did not arrive in time.")
		default:
			s.fail(w, r, http.StatusBadRequest, "What was sent did not arrive whole.")
		}
	})
}

func (s *Server) busy(w http.ResponseWriter, r *http.Request) {
	s.fail(w, r, http.StatusServiceUnavailable, "The server is busy; try again in a moment.")
}

// addressed refuses a request that names another host than those of the server.
func (s *Server) addressed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if h, _, err := net.SplitHostPort(host); err == nil {
			host = h
		}
		if len(s.Hosts) > 0 && !slices.Contains(s.Hosts, strings.Trim(host, "[]")) {
			s.fail(w, r, http.StatusMisdirectedRequest, "This server does not answer under that name; use the address that it printed at its start.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// recovered answers a request whose handler panicked, and says so in the log.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p) // cuts the connection: the answer is not whole
				}
				s.Log.Error("a request failed", "path", r.URL.Path, "panic", p)
				s.fail(w, r, http.StatusInternalServerError, "Something went wrong here; the log of the server says what.")
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// counted keeps the time of a request for the metrics. It stands next to the routes, which write down their pattern.
func (s *Server) counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		a := &answer{ResponseWriter: w}
		next.ServeHTTP(a, r)
		s.meters.seen(r, a.code(), time.Since(start))
	})
}

// slots are how many requests do something at the same time; others wait for one of them.
type slots chan struct{}

func newSlots(n int) slots { return make(slots, n) }

// take waits for a slot; it gives up with the request.
func (s slots) take(ctx context.Context) bool {
	select {
	case s <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (s slots) free() { <-s }

// queued lets so many requests at the archive at once as the machine can serve: more would make each slower, and each needs
// memory. Exports and streams have slots of their own, so that no page waits for them.
func (s *Server) queued(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if open(r.URL.Path) || r.URL.Path == "/mcp" { // an assistant may keep its connection
			next.ServeHTTP(w, r)
			return
		}
		q := s.brief
		if strings.HasPrefix(r.URL.Path, "/api/v1/export/") || strings.Contains(r.Header.Get("Accept"), jsonLines) {
			q = s.long
		}
		if !q.take(r.Context()) {
			s.busy(w, r)
			return
		}
		defer q.free()
		next.ServeHTTP(w, r)
	})
}

// answer remembers the status and the size of what was written.
type answer struct {
	http.ResponseWriter
	status, bytes int
}

func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(b []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	n, err := a.ResponseWriter.Write(b)
	a.bytes += n
	return n, err
}

// code is the status that the client sees: a stream of no rows has written none, and is 200.
func (a *answer) code() int { return cmp.Or(a.status, http.StatusOK) }

// Unwrap lets http.ResponseController reach the connection.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// logged writes a line a request, without the query, which may hold what somebody searched for.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		a := &answer{ResponseWriter: w}
		next.ServeHTTP(a, r)
		s.Log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("method", r.Method), slog.String("path", r.URL.Path),
			slog.Int("status", a.code()), slog.Int("bytes", a.bytes), slog.Duration("took", time.Since(start)))
	})
}
