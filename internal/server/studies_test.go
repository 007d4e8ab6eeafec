package server

import (
	"errors"
	"strconv"
	"testing"

	"varta"
	"varta/record"
)

// A report that is opened again, corrected or not, is not read a second time; another text, date or language is.
func TestStudies(t *testing.T) {
	s, made := newStudies(), 0
	open := func(r varta.Report, sum string) {
		t.Helper()
		if _, err := s.of(r, sum, func() (studied, error) { made++; return studied{read: new(record.Record)}, nil }); err != nil {
			t.Fatal(err)
		}
	}
	r := varta.Report{ID: "r1", Published: "2024-03-04", Lang: "hi"}
	for range 3 {
		open(r, "a")
	}
	if made != 1 {
		t.Errorf("read %d times", made)
	}
	other := r
	other.Published = "2024-03-05"
	open(other, "a")
	open(r, "b")
	if made != 3 {
		t.Errorf("%d readings of three reports", made)
	}
	failing := errors.New("failing")
	if _, err := s.of(r, "c", func() (studied, error) { return studied{}, failing }); !errors.Is(err, failing) {
		t.Errorf("%v", err)
	}
	open(r, "c")
	for i := range 3 * mostStudies {
		open(r, strconv.Itoa(i))
	}
	if len(s.kept) > mostStudies {
		t.Errorf("%d are kept", len(s.kept))
	}
}
