package varta_test

import (
	"context"
	"strings"
	"testing"

	"varta"
)

func TestStudy(t *testing.T) {
	reader, err := varta.Open(varta.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := "रूस के विदेश मंत्री ने सोमवार को चीन के विदेश मंत्री से मुलाकात की। मौसम अच्छा था।"
	report := varta.Report{ID: "a", Text: text, Published: "2024-03-04"}
	rec, study, err := reader.Study(context.Background(), report)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := reader.Read(context.Background(), report)
	if err != nil || len(plain.Events) != len(rec.Events) || len(rec.Events) != 1 {
		t.Fatalf("%d events of a study, %d of a reading, %v", len(rec.Events), len(plain.Events), err)
	}
	if len(study.Sentences) != 2 {
		t.Fatalf("%d sentences", len(study.Sentences))
	}
	met := study.Sentences[0]
	if fired := tried(met, rec.Events[0].Rule); fired == "" {
		t.Errorf("rule %s of the event is not among those tried: %+v", rec.Events[0].Rule, met.Tried)
	}
	for _, w := range met.Words {
		if text[w.Start:w.End] == "मंत्री" && w.UPOS != "NOUN" {
			t.Errorf("मंत्री is %s", w.UPOS)
		}
	}
	if !strings.Contains(marker(text, met, "चीन"), "का") {
		t.Errorf("marker of चीन: %q", marker(text, met, "चीन"))
	}
}

func tried(s varta.Sentence, rule string) string {
	for _, x := range s.Tried {
		if x.Rule == rule {
			return x.Text
		}
	}
	return ""
}

func marker(text string, s varta.Sentence, word string) string {
	for _, w := range s.Words {
		if text[w.Start:w.End] == word {
			return w.Marker
		}
	}
	return ""
}
