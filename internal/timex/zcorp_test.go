package timex_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/morph"
	"varta/internal/segment"
	"varta/internal/timex"
)

func TestZCorp(t *testing.T) {
	s := os.Getenv("TXCORP")
	if s == "" {
		t.Skip()
	}
	k, err := knowledge.Load(os.DirFS("/tmp/txd/data"), "hi")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Open(s)
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		d := doc.Document{Text: sc.Text(), Published: doc.Date{Year: 2021, Month: 7, Day: 28}}
		segment.Run(&d, k)
		morph.Run(&d, k)
		timex.Run(&d, k)
		if err := doc.Check(&d); err != nil {
			t.Error(err)
		}
		used := make([]bool, len(d.Tokens))
		for _, x := range d.Timexes {
			for i := x.Tokens.First; i < x.Tokens.Last; i++ {
				used[i] = true
			}
			a, b := max(0, x.Start-75), min(len(d.Text), x.End+110)
			note := ""
			for _, n := range d.Notes {
				if n.Span == x.Span {
					note = "NOTE"
				}
			}
			fmt.Printf("%s\t%s\t%s..%s\ta=%v\t%s\t%s\n", x.Type, d.Quote(x.Span), x.Value, x.Until, x.Anchor, note, strings.ToValidUTF8(strings.ReplaceAll(d.Text[a:b], "\n", "¶"), ""))
		}
		for i := range d.Tokens {
			x := &d.Tokens[i]
			w := k.Time.Word(x.Word)
			if used[i] {
				continue
			}
			if x.Kind == doc.Number && len(x.Norm) == 4 && x.Norm[0] <= '2' && x.Norm[0] > '0' || w.Kind == knowledge.Weekday || w.Kind == knowledge.Month || w.Kind == knowledge.TimeUnit || w.Kind == knowledge.UnitMany {
				a, b := max(0, x.Start-75), min(len(d.Text), x.End+110)
				fmt.Printf("MISS\t%s\t\t\t\t%s\n", x.Norm, strings.ToValidUTF8(d.Text[a:b], ""))
			}
		}
	}
}
