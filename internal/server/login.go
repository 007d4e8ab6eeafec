package server

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// user is who asks. Where the server asks for no login everybody is an editor without a name.
type user struct {
	Name string
	Role Role
}

// MayEdit is asked by the pages.
func (u user) MayEdit() bool { return u.Role == EditorRole }

// Logged says whether there was a login that can be ended.
func (u user) Logged() bool { return u.Name != "" }

// tokenUser is the name under which the bearer of the server's token corrects records.
const tokenUser = "token"

// cookie holds the session of a browser that has logged in.
const cookie = "varta-session"

// A session ends sessionTime after its login, or with the server.
const sessionTime = 12 * time.Hour

// sessions are the logins that hold, by a number that cannot be guessed.
type sessions struct {
	sync.Mutex
	open  map[string]session
	tries *rate.Limiter // of logins by all, so that nobody tries passwords by the thousand
}

type session struct {
	user
	until time.Time
}

func newSessions() *sessions {
	return &sessions{open: map[string]session{}, tries: rate.NewLimiter(rate.Every(time.Second), 10)}
}

func (s *sessions) add(u user, now time.Time) string {
	s.Lock()
	defer s.Unlock()
	for id, x := range s.open {
		if now.After(x.until) {
			delete(s.open, id)
		}
	}
	id := rand.Text()
	s.open[id] = session{u, now.Add(sessionTime)}
	return id
}

func (s *sessions) find(id string, now time.Time) (user, bool) {
	s.Lock()
	defer s.Unlock()
	x, ok := s.open[id]
	return x.user, ok && now.Before(x.until)
}

func (s *sessions) end(id string) {
	s.Lock()
	defer s.Unlock()
	delete(s.open, id)
}

// guarded says whether the server asks who somebody is.
func (s *Server) guarded() bool { return s.Token != "" || len(s.Users) > 0 }

// open are the paths that need no login: the page that asks for it, what that page looks like, and the health check.
func open(path string) bool {
	return path == "/login" || path == "/healthz" || strings.HasPrefix(path, "/assets/")
}

type userKey struct{}

// userOf is who asks; the zero user may do nothing but log in.
func userOf(r *http.Request) user {
	u, _ := r.Context().Value(userKey{}).(user)
	return u
}

func (s *Server) authorised(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok := s.identify(r)
		switch {
		case ok:
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, u)))
		case open(r.URL.Path):
			next.ServeHTTP(w, r)
		case isAPI(r):
			w.Header().Set("WWW-Authenticate", "Bearer")
			s.fail(w, r, http.StatusUnauthorized, "Send the server's token as \"Authorization: Bearer TOKEN\".")
		default:
			http.Redirect(w, r, "/login", http.StatusSeeOther)
		}
	})
}

func (s *Server) identify(r *http.Request) (user, bool) {
	if !s.guarded() {
		return user{Role: EditorRole}, true
	}
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return user{tokenUser, EditorRole}, s.tokenIs(token)
	}
	c, err := r.Cookie(cookie)
	if err != nil {
		return user{}, false
	}
	return s.sessions.find(c.Value, time.Now())
}

// tokenIs compares in constant time, whatever the lengths. A server without a token knows none.
func (s *Server) tokenIs(token string) bool {
	a, b := sha256.Sum256([]byte(token)), sha256.Sum256([]byte(s.Token))
	return s.Token != "" && subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// editing lets only editors through.
func (s *Server) editing(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !userOf(r).MayEdit() {
			s.fail(w, r, http.StatusForbidden, "Only editors may change records; you are logged in as a reader.")
			return
		}
		next(w, r)
	}
}

// loginForm is what the page of the login shows.
type loginForm struct {
	Users, Token bool
	Problem      string
}

// login takes a token, or a name and a password, and keeps a session in a cookie that neither scripts nor other sites see.
func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	f := loginForm{Users: len(s.Users) > 0, Token: s.Token != ""}
	status := http.StatusOK
	if r.Method == http.MethodPost {
		if !s.sessions.tries.Allow() {
			s.fail(w, r, http.StatusTooManyRequests, "Too many logins at once; wait a minute and try again.")
			return
		}
		if u, ok := s.admitted(r); ok {
			http.SetCookie(w, &http.Cookie{Name: cookie, Value: s.sessions.add(u, time.Now()), Path: "/", HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteStrictMode})
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		f.Problem, status = "This is not known here. Check the spelling and try again.", http.StatusUnauthorized
	}
	s.show(w, r, status, "login", page{Title: "Log in", Data: f})
}

func (s *Server) admitted(r *http.Request) (user, bool) {
	if token := r.PostFormValue("token"); token != "" {
		return user{tokenUser, EditorRole}, s.tokenIs(token)
	}
	u := user{Name: r.PostFormValue("name")}
	u.Role = s.Users.role(u.Name, r.PostFormValue("password"))
	return u, u.Role != ""
}

func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie(cookie); err == nil {
		s.sessions.end(c.Value)
	}
	http.SetCookie(w, &http.Cookie{Name: cookie, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}
