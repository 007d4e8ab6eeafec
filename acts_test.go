package varta_test

import (
	"testing"

	"varta"
	"varta/internal/eval"
	"varta/record"
)

// TestNearMisses: acts that look alike are kept apart, whether their events are those of the gold or those that are read.
func TestNearMisses(t *testing.T) {
	reader, err := varta.Open(varta.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for path, least := range map[string]int{"testdata/acts/acts.json": 15, "testdata/retold/acts.json": 10} {
		nearMisses(t, reader, path, least)
	}
}

func nearMisses(t *testing.T, reader *varta.Reader, path string, least int) {
	acts, err := eval.LoadActs(path)
	if err != nil {
		t.Fatal(err)
	}
	var recs []*record.Record
	for _, g := range acts.Documents {
		text, err := g.Report()
		if err != nil {
			t.Fatal(err)
		}
		rec, err := reader.Read(t.Context(), varta.Report{ID: g.ID, Text: text, Published: g.Published})
		if err != nil {
			t.Fatal(err)
		}
		recs = append(recs, rec)
	}
	read, err := acts.Read(recs)
	if err != nil {
		t.Fatal(err)
	}
	for name, m := range map[string]*eval.Merging{"gold": acts.Gold(recs), "as read": read} {
		if m.Near < least {
			t.Errorf("%s, %s: %d near-misses are looked at", path, name, m.Near)
		}
		for _, pair := range m.Merged {
			t.Errorf("%s, %s: %s are one act", path, name, pair)
		}
	}
}
