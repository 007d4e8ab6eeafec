package server

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"varta"
	"varta/internal/archive"
	"varta/internal/store"
)

// unchanged is the state of an archive to which nobody adds.
func unchanged() string { return "" }

// What is there is given until the archive changes; then it is counted anew, by one alone.
func TestMemo(t *testing.T) {
	state := "1"
	m := newMemo(func() string { return state })
	now := time.Now()
	first, fill := m.take("a", now)
	if fill == nil || first != fill {
		t.Fatal("the first to ask does not count")
	}
	if _, again := m.take("a", now); again != nil {
		t.Error("counted by two")
	}
	m.put("a", fill, 0)
	if _, again := m.take("a", now.Add(24*time.Hour)); again != nil {
		t.Error("counted anew though nothing has changed")
	}
	state = "2"
	old, anew := m.take("a", now.Add(time.Second))
	if old != first || anew == nil || anew == first {
		t.Error("what is old is not given while it is counted anew")
	}
	if _, third := m.take("a", now.Add(2*mostRest)); third != nil {
		t.Error("counted anew by two")
	}
}

// An error is told to who asked and not kept.
func TestMemoErrors(t *testing.T) {
	m := newMemo(unchanged)
	failing := errors.New("failing")
	if _, err := remembered(t.Context(), m, "n", store.Query{}, func(context.Context) (int, error) { return 0, failing }); !errors.Is(err, failing) {
		t.Errorf("%v", err)
	}
	n, err := remembered(t.Context(), m, "n", store.Query{}, func(context.Context) (int, error) { return 7, nil })
	if n != 7 || err != nil {
		t.Errorf("%d %v", n, err)
	}
	n, err = remembered(t.Context(), m, "n", store.Query{}, func(context.Context) (int, error) { return 8, nil })
	if n != 7 || err != nil {
		t.Errorf("counted again: %d %v", n, err)
	}
}

// Who only looks whether something was counted neither counts nor waits.
func TestPeek(t *testing.T) {
	m := newMemo(unchanged)
	if _, ok := m.peek("n"); ok {
		t.Error("there is what nobody counted")
	}
	_, fill := m.take("n", time.Now())
	if _, ok := m.peek("n"); ok {
		t.Error("there is what is being counted")
	}
	fill.value = 7
	close(fill.ready)
	if v, ok := m.peek("n"); !ok || v != 7 {
		t.Errorf("%v %v", v, ok)
	}
}

// What is counted at the start is what the page of somebody looks for; who starts again finds it in the archive, as long as
// nothing has changed.
func TestWarm(t *testing.T) {
	reader, err := varta.Open(varta.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := archive.Open(t.Context(), filepath.Join(t.TempDir(), "varta.db"), archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	start := func() *Server {
		s, err := New(Config{Reader: reader, Archive: a, Log: slog.New(slog.DiscardHandler)})
		if err != nil {
			t.Fatal(err)
		}
		s.warm(t.Context())
		return s
	}
	s := start()
	key, err := keyOf("pairs", ofPairs(store.Query{Of: store.Acts}))
	if _, ok := s.memo.peek(key); !ok || err != nil {
		t.Errorf("not counted: %s %v", key, err)
	}
	rows, err := a.Query(t.Context(), "SELECT name, state FROM counts")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names := map[string]string{}
	for rows.Next() {
		var name, state string
		if err := rows.Scan(&name, &state); err != nil {
			t.Fatal(err)
		}
		names[name] = state
	}
	if len(names) != 5 {
		t.Errorf("kept: %v", names)
	}
	for name, state := range names {
		if !strings.HasPrefix(name, varta.Version+" pairs ") {
			continue
		}
		if err := a.Keep(t.Context(), state, map[string][]byte{name: []byte(`[{"key": "IND LKA", "acts": 7}]`)}); err != nil {
			t.Fatal(err)
		}
	}
	if pairs := start().allPairs(); len(pairs) != 1 || pairs[0].Acts != 7 {
		t.Errorf("what was kept is not taken: %v", pairs)
	}
	if err := a.Write(t.Context(), func(*store.Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if pairs := start().allPairs(); len(pairs) != 0 {
		t.Errorf("what was kept of an older archive is taken: %v", pairs)
	}
}

// The page of a party takes what was counted of it ahead.
func TestOverviewOfParty(t *testing.T) {
	a, err := archive.Open(t.Context(), filepath.Join(t.TempDir(), "varta.db"), archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	s, err := New(Config{Archive: a, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	name, err := keyOf(varta.Version+" overview", store.Query{Of: store.Acts, Parties: []store.Party{{Code: "IND"}}, Limit: mostCounts})
	if err != nil {
		t.Fatal(err)
	}
	s.keep(t.Context(), s.state(), map[string]any{name: overview{Counts: map[string][]store.Count{"type": {{Key: "AID", Acts: 3}}}}})
	q, err := a.Resolve(archive.Question{Of: store.Acts, Parties: []string{"IND"}, Sort: "date", Limit: pageSize})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.overview(t.Context(), q); err != nil || len(got.Counts["type"]) != 1 || got.Counts["type"][0].Acts != 3 {
		t.Errorf("%+v %v", got, err)
	}
}

// After a change what took long to count is left for a while, what took none is counted anew at once.
func TestRest(t *testing.T) {
	state := "1"
	m := newMemo(func() string { return state })
	now := time.Now()
	for key, took := range map[string]time.Duration{"quick": 0, "slow": time.Second, "slowest": time.Hour} {
		_, fill := m.take(key, now)
		m.put(key, fill, took)
	}
	state = "2"
	for _, c := range []struct {
		key   string
		after time.Duration
		anew  bool
	}{{"slow", 10 * time.Second, false}, {"quick", 0, true}, {"slow", 21 * time.Second, true}, {"slowest", 2 * mostRest, true}} {
		if _, fill := m.take(c.key, now.Add(c.after)); (fill != nil) != c.anew {
			t.Errorf("%s after %s: counted anew %v", c.key, c.after, fill != nil)
		}
	}
}
