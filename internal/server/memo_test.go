package server

import (
	"context"
	"errors"
	"testing"
	"time"

	"varta/internal/store"
)

// What is there is given at once; what has grown old is counted anew, by one alone.
func TestMemo(t *testing.T) {
	m := newMemo()
	now := time.Now()
	first, fill := m.take("a", now)
	if fill == nil || first != fill {
		t.Fatal("the first to ask does not count")
	}
	if _, again := m.take("a", now.Add(freshness/2)); again != nil {
		t.Error("counted anew while fresh")
	}
	old, anew := m.take("a", now.Add(2*freshness))
	if old != first || anew == nil || anew == first {
		t.Error("what is old is not given while it is counted anew")
	}
	if _, third := m.take("a", now.Add(3*freshness)); third != nil {
		t.Error("counted anew by two")
	}
}

// An error is told to who asked and not kept.
func TestMemoErrors(t *testing.T) {
	m := newMemo()
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
