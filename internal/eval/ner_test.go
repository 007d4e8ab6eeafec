package eval_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"varta/internal/doc"
	"varta/internal/eval"
)

func tagged(t *testing.T, name, content string) ([]eval.Tagged, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return eval.LoadTagged(path)
}

// IL-NER, HiNER and CoNLL-U differ in tags and form; the names are the same.
func TestLoadTagged(t *testing.T) {
	for name, content := range map[string]string{
		"a.txt":    "अनिल\tB-NEP\nभारद्वाज\tI-NEP\nदिल्ली\tB-NEL\n2021\tB-NETI\n\nठीक\tO\n",
		"b.conll":  "अनिल B-PERSON\nभारद्वाज I-PERSON\nदिल्ली B-LOCATION\n2021 O\n\n\nठीक O",
		"c.conllu": "# text = अनिल भारद्वाज, दिल्ली\n1\tअनिल\t_\tPROPN\t_\t_\t_\t_\t_\t_\n2\tभारद्वाज\t_\tNOUN\t_\t_\t_\t_\t_\tProper=True\n3\t,\t_\tPUNCT\t_\t_\t_\t_\t_\t_\n4\tदिल्ली\t_\tPROPN\t_\t_\t_\t_\t_\t_\n\n# text = ठीक\n1\tठीक\t_\tADJ\t_\t_\t_\t_\t_\t_\n",
	} {
		s, err := tagged(t, name, content)
		if err != nil || len(s) != 2 || len(s[1].Names) != 0 {
			t.Fatalf("%s: %v %v", name, s, err)
		}
		var got []string
		for _, n := range s[0].Names {
			got = append(got, s[0].Text[n.Start:n.End])
		}
		if strings.Join(got, "|") != "अनिल भारद्वाज|दिल्ली" {
			t.Errorf("%s: %q", name, got)
		}
	}
	if _, err := tagged(t, "empty.txt", "\n"); !errors.Is(err, eval.ErrNotTagged) {
		t.Error(err)
	}
}

// A name is right when words and type are; one that ends inside a word goes to its end.
func TestNER(t *testing.T) {
	s, err := tagged(t, "a.txt", "अनिल-सेठ\tB-NEP\nदिल्ली\tB-NEL\nमें\tO\n")
	if err != nil {
		t.Fatal(err)
	}
	n := eval.NewNER(eval.Options{})
	n.Add(&s[0], []eval.Name{{Span: doc.Span{Start: 0, End: 12}, Type: doc.Person}, {Span: s[0].Words[1], Type: doc.Organisation}})
	var b strings.Builder
	n.Table(&b, "record", true)
	for _, want := range []string{"person        1.000  1.000  1.000     1     0     0", "place         0.000  0.000  0.000     0     0     1", "all           0.500  0.500  0.500     1     1     1"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
}

// Adjectives of states count as the state, titles and descriptions not at all.
func TestCompareMentions(t *testing.T) {
	gold := []*eval.Document{{ID: "a", Mentions: []eval.Mention{{Start: 0, End: 5, Type: "state", Code: "RUS"}, {Start: 6, End: 9, Type: "person", Code: "RUS"}}}}
	pred := []*eval.Document{{ID: "a", Mentions: []eval.Mention{{Start: 0, End: 5, Type: "nationals", Code: "RUS"}, {Start: 6, End: 9, Type: "place", Code: "CHN"}, {Start: 10, End: 12, Type: "office"}, {Start: 20, End: 25, Type: "body"}}}}
	s := eval.CompareMentions(gold, pred, eval.Options{})
	if s.Spans != (eval.Tally{TP: 2, FP: 1}) || s.Typed != (eval.Tally{TP: 1, FP: 2, FN: 1}) {
		t.Errorf("%+v", s)
	}
	var b strings.Builder
	if s.Table(&b); !strings.Contains(b.String(), "people 1/2 0.500") {
		t.Error(b.String())
	}
}
