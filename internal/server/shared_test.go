package server

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// served is a server whose pages are made by a handler, as far as sharing goes.
func served(t *testing.T, next http.HandlerFunc) http.Handler {
	t.Helper()
	s, err := New(Config{Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return s.once(next)
}

func asking(h http.Handler, path string) *http.Response {
	rec := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	h.ServeHTTP(rec, r)
	return rec.Result()
}

// Who asks for what is being made waits for it; who asks for something else, or later, does not.
func TestShared(t *testing.T) {
	s := newShared()
	one, first := s.take("a")
	if again, second := s.take("a"); !first || second || again != one {
		t.Error("made by two")
	}
	if _, other := s.take("b"); !other {
		t.Error("something else is waited for")
	}
	s.put("a", one)
	if later, anew := s.take("a"); !anew || later == one {
		t.Error("kept when it had been given")
	}
}

// Answers come whole to all who ask at once, each with what it asked for.
func TestSharedAnswers(t *testing.T) {
	h := served(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Page", r.URL.RawQuery)
		w.WriteHeader(http.StatusTeapot)
		io.WriteString(w, "page "+r.URL.RawQuery)
	})
	var wait sync.WaitGroup
	for i := range 60 {
		want := string(rune('a' + i%3))
		wait.Go(func() {
			got := asking(h, "/acts?"+want)
			if b, err := io.ReadAll(got.Body); err != nil || string(b) != "page "+want || got.StatusCode != http.StatusTeapot || got.Header.Get("X-Page") != want {
				t.Errorf("%s: %d %q %v", want, got.StatusCode, b, err)
			}
		})
	}
	wait.Wait()
}

// A page that fails is not given to others, and the server goes on.
func TestSharedFailure(t *testing.T) {
	fail := true
	h := served(t, func(w http.ResponseWriter, _ *http.Request) {
		if fail {
			panic("failing")
		}
		io.WriteString(w, "page")
	})
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the failure went unheard")
			}
		}()
		asking(h, "/acts")
	}()
	fail = false
	if got := asking(h, "/acts"); got.StatusCode != http.StatusOK {
		t.Errorf("after a failure: %d", got.StatusCode)
	}
}
