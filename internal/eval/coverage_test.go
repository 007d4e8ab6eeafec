package eval

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"varta/internal/doc"
	"varta/record"
)

// sentence is a document with two parties and one predicate of two words, [host verb].
func sentence(host, verb string, codes ...string) *doc.Document {
	d := &doc.Document{Text: host + " " + verb}
	for i, w := range []string{host, verb} {
		start := i * (len(host) + 1)
		d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: start, End: start + len(w)}, Norm: w, Analyses: []doc.Analysis{{Lemma: w}}})
	}
	d.Chunks = []doc.Chunk{{Tokens: doc.Range{Last: 1}, Kind: doc.NP}, {Tokens: doc.Range{First: 1, Last: 2}, Head: 1, Kind: doc.VG}}
	d.Clauses = []doc.Clause{{Tokens: doc.Range{Last: 2}, Predicate: 1, Parent: doc.None}}
	for i, c := range codes {
		d.Entities = append(d.Entities, doc.Entity{Code: c})
		d.Mentions = append(d.Mentions, doc.Mention{Type: doc.State, Entity: i})
	}
	return d
}

func TestCoverage(t *testing.T) {
	c := NewCoverage()
	for range 3 {
		c.Add(sentence("talks", "do", "IND", "CHN"))
	}
	c.Add(sentence("aid", "give", "IND", "NPL"))
	c.Add(sentence("aid", "give", "IND", "IND"))
	c.Add(sentence("aid", "give", "IND", record.Unknown))
	coded := sentence("visit", "do", "IND", "CHN")
	coded.Events = []record.Event{{}}
	c.Add(coded)
	want := "sentences 7\nnaming two parties 5\n  with a predicate 5\n  with a predicate and nothing coded 4 (80.0 %)\n    3  talks do\ttalks do\n"
	if got := c.Table(1); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSentences(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"plain.txt":   "one two\n\n three \n",
		"tagged.txt":  "a\tO\nb\tB-NEP\n\n\nc\tI-NEP\n",
		"more.conll":  "d O\ne B-LOC\n",
		"x.conllu":    "# sent_id = 1\n# text = f g\n1\tf\tf\tX\n\n# text = h\n",
		"ignored.tsv": "no\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	seq, failure := Sentences([]string{dir})
	got := slices.Collect(seq)
	if err := failure(); err != nil {
		t.Fatal(err)
	}
	if want := []string{"d e", "one two", "three", "a b", "c", "f g", "h"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	seq, failure = Sentences([]string{filepath.Join(dir, "none")})
	if got := slices.Collect(seq); len(got) > 0 || failure() == nil || !strings.Contains(failure().Error(), "none") {
		t.Errorf("missing file: got %q, %v", got, failure())
	}
}
