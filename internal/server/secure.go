package server

import (
	"crypto/sha256"
	"crypto/subtle"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// policy lets a page load what this server serves and nothing else, and run no script that stands in a page.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// cookie holds the token of a browser that has logged in.
const cookie = "varta-token"

// secured wraps all routes: outermost the log, then headers that hold for every answer, then who may ask.
func (s *Server) secured(next http.Handler) http.Handler {
	crossOrigin := http.NewCrossOriginProtection()
	crossOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, http.StatusForbidden, "This request came from a page of another site; open the form here and send it again.")
	}))
	return s.logged(headers(s.addressed(s.recovered(s.authorised(crossOrigin.Handler(limited(next)))))))
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

// limited caps the body; a handler that reads past the cap gets an error.
func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
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

// open are the paths that need no token: the page that asks for it, what that page looks like, and the health check.
func open(path string) bool {
	return path == "/login" || path == "/healthz" || strings.HasPrefix(path, "/assets/")
}

func (s *Server) authorised(next http.Handler) http.Handler {
	if s.Token == "" {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case open(r.URL.Path) || s.knows(r):
			next.ServeHTTP(w, r)
		case isAPI(r):
			w.Header().Set("WWW-Authenticate", "Bearer")
			s.fail(w, r, http.StatusUnauthorized, "Send the server's token as \"Authorization: Bearer TOKEN\".")
		default:
			http.Redirect(w, r, "/login", http.StatusSeeOther)
		}
	})
}

// knows says whether a request carries the token.
func (s *Server) knows(r *http.Request) bool {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if c, err := r.Cookie(cookie); !ok && err == nil {
		token = c.Value
	}
	return s.tokenIs(token)
}

// tokenIs compares in constant time, whatever the lengths.
func (s *Server) tokenIs(token string) bool {
	a, b := sha256.Sum256([]byte(token)), sha256.Sum256([]byte(s.Token))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// login takes the token of a form and keeps it in a cookie that scripts and other sites don't see.
func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost && s.tokenIs(r.PostFormValue("token")) {
		http.SetCookie(w, &http.Cookie{Name: cookie, Value: s.Token, Path: "/", HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteStrictMode})
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	status := http.StatusOK
	if r.Method == http.MethodPost {
		status = http.StatusUnauthorized
	}
	s.show(w, r, status, "login", page{Title: "Log in", Data: status != http.StatusOK})
}

// recovered answers a request whose handler panicked, and says so in the log.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				s.Log.Error("a request failed", "path", r.URL.Path, "panic", p)
				s.fail(w, r, http.StatusInternalServerError, "Something went wrong here; the log of the server says what.")
			}
		}()
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

// Unwrap lets http.ResponseController reach the connection.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// logged writes a line a request, without the query, which may hold what somebody searched for.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		a := &answer{ResponseWriter: w}
		next.ServeHTTP(a, r)
		s.Log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("method", r.Method), slog.String("path", r.URL.Path),
			slog.Int("status", a.status), slog.Int("bytes", a.bytes), slog.Duration("took", time.Since(start)))
	})
}
