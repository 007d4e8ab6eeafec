package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
)

func TestVerify(t *testing.T) {
	const text = "भारत ने कहा"
	sum := sha256.Sum256([]byte(text))
	good := func() *Record {
		return &Record{
			Report: Report{SHA256: hex.EncodeToString(sum[:])},
			Events: []Event{{ID: "e1", Actors: []Party{{Text: "मोदी", Start: 0, End: 12}}, Evidence: []Evidence{{0, 12, "भारत"}},
				Date: &Date{Text: "ने", Start: 13, End: 19}, Place: &Place{Text: "भारत", Start: 0, End: 12}}},
			Statements: []Statement{{ID: "s1", Speaker: Party{Start: 0, End: 12}, Content: Span{20, 29}, Evidence: []Evidence{{20, 29, "कहा"}}}},
			Facts:      []Fact{{ID: "f1", Evidence: []Evidence{{13, 19, "ने"}}}},
			Mentions:   []Mention{{Text: "भारत", Start: 0, End: 12}},
			Notes:      []Note{{Code: "n", Start: 13, End: 19, Text: "ने"}},
		}
	}
	for _, tt := range []struct {
		name  string
		spoil func(*Record)
		says  []string
	}{
		{"good", func(*Record) {}, nil},
		{"another text", func(r *Record) { r.Report.SHA256 = "00" }, []string{"sha256"}},
		{"quote", func(r *Record) { r.Events[0].Evidence[0].Quote = "चीन" }, []string{`e1: 0..12 reads "भारत", not "चीन"`}},
		{"outside", func(r *Record) { r.Statements[0].Content.End = 99 }, []string{"s1 content: 20..99 lies outside the text of 29 bytes"}},
		{"turned round", func(r *Record) { r.Mentions[0].Start = 13 }, []string{"mention: 13..12 lies outside"}},
		{"several", func(r *Record) { r.Events[0].Date.Text, r.Events[0].Place.Text, r.Notes[0].Text = "", "", "" }, []string{"e1 date", "e1 place", "note n"}},
		{"party", func(r *Record) { r.Events[0].Actors[0].End = 100; r.Facts[0].Object.Start = -1 }, []string{"e1 party", "f1 party"}},
	} {
		r := good()
		tt.spoil(r)
		err := Verify(r, text)
		if (err == nil) != (tt.says == nil) {
			t.Errorf("%s: got %v", tt.name, err)
		}
		for _, s := range tt.says {
			if err != nil && !strings.Contains(err.Error(), s) {
				t.Errorf("%s: %v does not say %q", tt.name, err, s)
			}
		}
	}
}

func TestNull(t *testing.T) {
	for in, want := range map[string]Null{`null`: "", `""`: "", `"a"`: "a", `"भारत"`: "भारत", `"a\"b\n"`: "a\"b\n", `"\u0915"`: "क", "\"\xff\"": "\ufffd"} {
		var n Null
		if err := json.Unmarshal([]byte(in), &n); err != nil || n != want {
			t.Errorf("%s: %q %v", in, n, err)
		}
	}
	var n Null
	if err := json.Unmarshal([]byte(`12`), &n); err == nil {
		t.Error("a number is no string")
	}
}
