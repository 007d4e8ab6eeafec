package varta

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"varta/internal/doc"
	"varta/record"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// published are the dates of the reports, as README.md in testdata/reports and testdata/whole gives them.
var published = map[string]string{"samarkand": "2022-09-17", "doha": "2020-02-29", "visa": "2023-09-22", "colombo": "2024-03-04",
	"muscat": "2024-05-14", "astana": "2024-07-03", "border": "2025-07-26", "veto": "2024-11-21"}

// TestGolden compares every layer of the shipped reports with testdata/golden, a section a layer; go test -update .
// rewrites them.
func TestGolden(t *testing.T) {
	for _, report := range append(reports(t), reportsIn(t, "testdata/whole")...) {
		report.Published = published[report.ID]
		d, err := reader(t).annotate(context.Background(), report, false)
		if err != nil {
			t.Fatal(err)
		}
		if err := doc.Check(d); err != nil {
			t.Errorf("%s: %v", report.ID, err)
		}
		file := filepath.Join("testdata", "golden", report.ID+".txtar")
		got := layers(d)
		if *update {
			if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, report.ID, got, txtar.Parse(b))
	}
}

// compare reports the first line in which each section differs.
func compare(t *testing.T, id string, got, want *txtar.Archive) {
	if len(got.Files) != len(want.Files) {
		t.Fatalf("%s: %d sections, want %d", id, len(got.Files), len(want.Files))
	}
	for i := range got.Files {
		a, b := bytes.Split(got.Files[i].Data, []byte("\n")), bytes.Split(want.Files[i].Data, []byte("\n"))
		for j := range max(len(a), len(b)) {
			x, y := "", ""
			if j < len(a) {
				x = string(a[j])
			}
			if j < len(b) {
				y = string(b[j])
			}
			if x != y {
				t.Errorf("%s, %s, line %d: got\n%s\nwant\n%s", id, got.Files[i].Name, j+1, x, y)
				break
			}
		}
	}
}

// layers writes a document as sections.
func layers(d *doc.Document) *txtar.Archive {
	a := &txtar.Archive{Comment: []byte("Layers of the report " + d.ID + ".txt; go test -update . rewrites this file.\n")}
	section := func(name string, n int, line func(i int) string) {
		var b strings.Builder
		for i := range n {
			if s := line(i); s != "" {
				b.WriteString(strings.TrimRight(s, " ") + "\n")
			}
		}
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(b.String())})
	}
	section("sentences", len(d.Sentences), func(i int) string { return one(d, d.SpanOf(d.Sentences[i].Tokens)) })
	section("tokens", len(d.Tokens), func(i int) string { return tokenLine(&d.Tokens[i]) })
	section("chunks", len(d.Chunks), func(i int) string {
		c := &d.Chunks[i]
		return fmt.Sprintf("%d %v %s of %d, with %d, clause %d", i, c.Kind, one(d, d.SpanOf(c.Tokens)), c.Of, c.Coord, c.Clause)
	})
	section("clauses", len(d.Clauses), func(i int) string {
		c := &d.Clauses[i]
		return fmt.Sprintf("%d %v under %d: predicate %d, subject %d", i, c.Kind, c.Parent, c.Predicate, c.Subject)
	})
	section("mentions", len(d.Mentions), func(i int) string { return mentionLine(d, &d.Mentions[i]) })
	section("times", len(d.Timexes), func(i int) string {
		x := &d.Timexes[i]
		return fmt.Sprintf("%s %v %s %s", one(d, x.Span), x.Type, x.Value, x.Until)
	})
	section("events", len(d.Events), func(i int) string {
		e := &d.Events[i]
		return fmt.Sprintf("%s %v %s: %s > %s by %s: %s", e.Type, e.Modes, e.Status, parties(e.Actors), parties(e.Recipients), e.Rule, e.Evidence[0].Quote)
	})
	section("statements", len(d.Statements), func(i int) string {
		s := &d.Statements[i]
		return fmt.Sprintf("%s: %s", s.Speaker.Code, one(d, doc.Span{Start: s.Content.Start, End: s.Content.End}))
	})
	section("facts", len(d.Facts), func(i int) string {
		f := &d.Facts[i]
		return fmt.Sprintf("%s %s %s %s %s", f.Kind, f.Subject.Code, f.Object.Code, f.Office, f.Since)
	})
	return a
}

func one(d *doc.Document, s doc.Span) string { return strings.Join(strings.Fields(d.Quote(s)), " ") }

func tokenLine(t *doc.Token) string {
	if t.Kind == doc.Punct {
		return ""
	}
	return fmt.Sprintf("%s %s %v", t.Norm, t.A().Lemma, t.A().UPOS)
}

func mentionLine(d *doc.Document, m *doc.Mention) string {
	s := fmt.Sprintf("%s %v", one(d, m.Span), m.Type)
	if m.Entity == doc.None {
		return s + " open"
	}
	e := &d.Entities[m.Entity]
	return s + " " + e.Code + " " + e.ID
}

func parties(ps []record.Party) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Text+" "+p.Code)
	}
	return strings.Join(out, ", ")
}
