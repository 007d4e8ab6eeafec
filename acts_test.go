package varta_test

import (
	"testing"

	"varta"
	"varta/internal/eval"
	"varta/record"
)

// TestNearMisses: acts that look alike are kept apart, whether their events are those of the gold or those that are read.
func TestNearMisses(t *testing.T) {
	acts, err := eval.LoadActs("testdata/acts/acts.json")
	if err != nil {
		t.Fatal(err)
	}
	reader, err := varta.Open(varta.Options{})
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
		if m.Near < 15 {
			t.Errorf("%s: %d near-misses are looked at", name, m.Near)
		}
		for _, pair := range m.Merged {
			t.Errorf("%s: %s are one act", name, pair)
		}
	}
}
