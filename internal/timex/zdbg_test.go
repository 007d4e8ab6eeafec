package timex_test

import (
	"fmt"
	"os"
	"testing"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/morph"
	"varta/internal/segment"
)

func TestZDbg(t *testing.T) {
	s := os.Getenv("TXS")
	if s == "" {
		t.Skip()
	}
	k, err := knowledge.Load(os.DirFS("/tmp/txd/data"), "hi")
	if err != nil {
		t.Fatal(err)
	}
	d := doc.Document{Text: s}
	segment.Run(&d, k)
	morph.Run(&d, k)
	for i := range d.Tokens {
		x := &d.Tokens[i]
		fmt.Println(x.Norm, x.A().UPOS, x.A().Feats, x.A().Lemma, k.Time.Word(x.Word), k.CuesOf(x))
	}
}
