package timex_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/morph"
	"varta/internal/segment"
	"varta/internal/timex"
)

type gdoc struct {
	ID, Lang, Text string
	Published      *string
	Events         []struct {
		Type, Status string
		Date         *string
		Evidence     []struct {
			Start, End int
			Quote      string
		}
	}
}

func TestZGold(t *testing.T) {
	dir := os.Getenv("TXDATA")
	if dir == "" {
		t.Skip()
	}
	k, err := knowledge.Load(os.DirFS(dir), "hi")
	if err != nil {
		t.Fatal(err)
	}
	var docs []gdoc
	for _, f := range []string{"gsr-hi-a.jsonl", "gsr-hi-b.jsonl"} {
		b, _ := os.ReadFile("/work/shared/gold/" + f)
		for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			var g gdoc
			if err := json.Unmarshal([]byte(l), &g); err != nil {
				t.Fatal(err)
			}
			docs = append(docs, g)
		}
	}
	for _, s := range []string{"own", "ntrex"} {
		fs, _ := filepath.Glob("/work/shared/gold/" + s + "/gold/*.json")
		for _, f := range fs {
			if strings.Contains(f, "-en-") {
				continue
			}
			var g gdoc
			b, _ := os.ReadFile(f)
			if err := json.Unmarshal(b, &g); err != nil {
				t.Fatal(err)
			}
			b, _ = os.ReadFile("/work/shared/gold/" + s + "/texts/" + strings.TrimSuffix(filepath.Base(f), ".json") + ".txt")
			g.Text = string(b)
			docs = append(docs, g)
		}
	}
	hit, all, anyHit := 0, 0, 0
	spurious := map[string]int{}
	for _, g := range docs {
		d := doc.Document{Text: g.Text}
		if g.Published != nil {
			fmt.Sscanf(*g.Published, "%d-%d-%d", &d.Published.Year, &d.Published.Month, &d.Published.Day)
		}
		segment.Run(&d, k)
		morph.Run(&d, k)
		timex.Run(&d, k)
		if err := doc.Check(&d); err != nil {
			t.Error(err)
		}
		if os.Getenv("TXDUMP") != "" {
			for _, x := range d.Timexes {
				a, b := max(0, x.Start-60), min(len(d.Text), x.End+90)
				fmt.Printf("%s %s %q %s..%s a=%v | %s\n", g.ID, x.Type, d.Quote(x.Span), x.Value, x.Until, x.Anchor, strings.ToValidUTF8(strings.ReplaceAll(d.Text[a:b], "\n", "¶"), ""))
			}
		}
		for _, e := range g.Events {
			if e.Date == nil {
				continue
			}
			all++
			ok := false
			var seen []string
			for _, v := range e.Evidence {
				for _, x := range d.Timexes {
					s := d.SentenceOf(x.Tokens.First)
					r := d.SpanOf(d.Sentences[s].Tokens)
					var nxt doc.Span
					if s+1 < len(d.Sentences) {
						nxt = d.SpanOf(d.Sentences[s+1].Tokens)
					}
					ev := doc.Span{Start: v.Start, End: v.End}
					if r.Overlaps(ev) || nxt.Overlaps(ev) {
						seen = append(seen, fmt.Sprintf("%s=%s", d.Quote(x.Span), x.Value))
						ok = ok || x.Value == *e.Date
					}
				}
			}
			if ok {
				hit++
			}
			doc := ok
			for _, x := range d.Timexes {
				doc = doc || x.Value == *e.Date
			}
			if doc {
				anyHit++
			}
			if !ok {
				fmt.Println("MISS", g.ID, doc, e.Type, e.Status, *e.Date, seen, e.Evidence[0].Quote)
			}
		}
	}
	fmt.Println("hit", hit, "in document", anyHit, "of", all, spurious)
}
