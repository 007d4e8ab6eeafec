package tagger_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/morph"
	"varta/internal/segment"
	"varta/internal/tagger"
)

var load = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(os.DirFS("../../data"), "hi") })

func read(t testing.TB, text string) (*doc.Document, *knowledge.Base) {
	t.Helper()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text}
	segment.Run(d, k)
	morph.Run(d, k)
	return d, k
}

func tags(d *doc.Document) []string {
	var out []string
	for _, x := range d.Tags {
		out = append(out, x.Type.String()+" "+d.Quote(d.SpanOf(x.Tokens)))
	}
	return out
}

// Names that no table has are told by what stands around them; a sentence of ordinary words has none.
func TestTags(t *testing.T) {
	for text, want := range map[string][]string{
		"डॉ. विजय भटकर ने कहा कि बैठक कल होगी।": {"person विजय भटकर"},
		"वे बोगोरो गांव में रहते थे।":           {"place बोगोरो"},
		"बैठक में कई लोगों ने अपनी बात रखी।":    nil,
		"": nil,
	} {
		d, k := read(t, text)
		tagger.Run(d, k)
		if err := doc.Check(d); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if got := tags(d); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// A trainer learns what its examples show, the same each time, and a language without a model has no tags.
func TestTrainer(t *testing.T) {
	train := func() []byte {
		tr := tagger.Trainer{Bits: 10, Rate: 0.2, Epochs: 8, MinCount: 1}
		for range 4 {
			for _, s := range []string{"झबरू ने कहा।", "फुलवा ने कहा।", "झबरू ने फुलवा से कहा।"} {
				d, k := read(t, s)
				var names []doc.Tag
				for i := range d.Tokens {
					if w := d.Tokens[i].Norm; w == "झबरू" || w == "फुलवा" {
						names = append(names, doc.Tag{Tokens: doc.Range{First: i, Last: i + 1}, Type: doc.Person})
					}
				}
				tr.Add(d, k, names)
			}
		}
		return tr.Train(func(int, float64) {})
	}
	model := train()
	if !bytes.Equal(model, train()) {
		t.Error("two trainings differ")
	}
	d, k := read(t, "टिंकूराम ने झबरू से कहा।")
	own := *k
	own.NameModel = model
	tagger.Run(d, &own)
	if got := strings.Join(tags(d), ", "); got != "person टिंकूराम, person झबरू" {
		t.Error(got)
	}
	d.Tags, own.NameModel = nil, nil
	if tagger.Run(d, &own); d.Tags != nil {
		t.Error("tags without a model")
	}
}

// A model that is cut short is none, and no text breaks the layer.
func TestOddInput(t *testing.T) {
	_, k := read(t, "")
	for _, s := range []string{"(", "- - -", ".", "और", "भारत", strings.Repeat("झबरू ", 1000), "ABC. क. ख", "\xff\xfe"} {
		d, _ := read(t, s)
		tagger.Run(d, k)
		if err := doc.Check(d); err != nil {
			t.Errorf("%.40q: %v", s, err)
		}
	}
	d, _ := read(t, "झबरू ने कहा।")
	own := *k
	own.NameModel = k.NameModel[:1000]
	if tagger.Run(d, &own); d.Tags != nil {
		t.Error("tags of a model that is cut short")
	}
}
