package main

import (
	"strings"
	"testing"

	"varta/record"
)

func TestWriteTable(t *testing.T) {
	rec := &record.Record{
		ID:     "r1",
		Report: record.Report{Published: "2024-03-04", Agency: "PTI", Dateline: &record.Dateline{Text: "नई दिल्ली", Code: "IND"}},
		Events: []record.Event{{
			ID: "e1", Type: "CONSULT", Modes: []string{"visit"}, Status: "planned", Quad: 1,
			Actors: []record.Party{{Text: "मंत्री", Code: "LKA"}}, Recipients: []record.Party{{Text: "भारत", Code: "IND"}},
			Date: &record.Date{Value: "2024-03-04", Until: "2024-03-06"}, Place: &record.Place{Text: "दिल्ली", Code: "IND"},
			Speaker: &record.Party{Text: "प्रवक्ता", Code: "IND"}, Evidence: []record.Evidence{{Start: 1, End: 9, Quote: "यात्रा\nपर"}}, Rule: "hi.visit.01",
		}},
		Statements: []record.Statement{{ID: "s1", Speaker: record.Party{Text: "प्रवक्ता", Code: "IND"}, About: []string{"LKA"}}},
		Facts:      []record.Fact{{ID: "f1", Kind: "member_of", Subject: record.Party{Text: "भारत", Code: "IND"}, Object: record.Party{Text: "एससीओ", Code: "SCO"}, Since: "2017"}},
		Notes:      []record.Note{{Code: "date-unresolved", Text: "बुधवार", Start: 3, End: 21}},
	}
	got := string(writeTable(rec, "शीर्षक\nबाकी", false))
	for _, want := range []string{
		"r1 · 2024-03-04 · PTI · नई दिल्ली · 1 event, 1 statement, 1 fact\nशीर्षक\n",
		"e1   CONSULT visit  planned  2024-03-04/2024-03-06  @ दिल्ली IND\n     मंत्री LKA → भारत IND\n     by the word of प्रवक्ता IND\n     “यात्रा पर” 1–9  hi.visit.01\n",
		"s1   said  प्रवक्ता IND  about LKA\n",
		"f1   member of  भारत IND → एससीओ SCO  2017\n",
		"left open\n     date-unresolved  “बुधवार” 3–21\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the table lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "\x1b") {
		t.Error("colour where none is wanted")
	}
	if !strings.Contains(string(writeTable(rec, "", true)), "\x1b[32mCONSULT visit\x1b[0m") {
		t.Error("no colour")
	}
}

func TestClip(t *testing.T) {
	for _, tt := range []struct {
		text string
		n    int
		want string
	}{{"", 3, ""}, {"भारत", 4, "भारत"}, {"भारत", 3, "भार…"}, {" a \n b ", 9, "a b"}, {"a\x1b[31mb", 9, "a [31mb"}} {
		if got := clip(tt.text, tt.n); got != tt.want {
			t.Errorf("clip(%q, %d) = %q, want %q", tt.text, tt.n, got, tt.want)
		}
	}
}
