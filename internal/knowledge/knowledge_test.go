package knowledge

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"varta/internal/doc"
)

func load(t testing.TB) *Base {
	t.Helper()
	k, err := Load(base(t), "hi")
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestNorm(t *testing.T) {
	k, err := Load(os.DirFS("../../data"), "hi")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ a, b string }{
		{"मुलाक़ात", "मुलाकात"},
		{"मुलाक\u093cात", "मुलाकात"},
		{"मन्त्री", "मंत्री"},
		{"सम्बन्ध", "संबंध"},
		{"पहुँचे", "पहुंचे"},
		{"क्\u200dया", "क्या"},
		{"२८", "28"},
	} {
		if got, want := k.norm.String(tt.a), k.norm.String(tt.b); got != want {
			t.Errorf("%s folds to %q, %s to %q", tt.a, got, tt.b, want)
		}
	}
}

func TestInflect(t *testing.T) {
	k := load(t)
	for _, tt := range []struct {
		word, lemma string
		upos        doc.UPOS
	}{
		{"मंत्रियों", "मंत्री", doc.NOUN}, {"मुलाक़ात", "मुलाकात", doc.NOUN}, {"करेंगे", "कर", doc.VERB}, {"उसने", "वह", doc.PRON},
	} {
		w := k.Word(tt.word)
		if w == doc.None {
			t.Errorf("%s is unknown", tt.word)
			continue
		}
		if a := k.Entry(w).Analyses[0]; a.Lemma != tt.lemma || a.UPOS != tt.upos {
			t.Errorf("%s: got %s %v, want %s %v", tt.word, a.Lemma, a.UPOS, tt.lemma, tt.upos)
		}
	}
	if got, want := k.Entry(k.Word("उसने")).Analyses[0].Marker, k.Ergative; got != want {
		t.Errorf("marker in उसने: got %d, want %d", got, want)
	}
	if a := k.Guess("खिलाड़ियों"); a.UPOS != doc.NOUN || a.Lemma != "खिलाड़िय" {
		t.Errorf("guess: got %s %v", a.Lemma, a.UPOS)
	}
}

func TestNames(t *testing.T) {
	k := load(t)
	for _, tt := range []struct {
		name, id string
		how      How
	}{
		{"सोवियत संघ", "SUN", ByName}, {"एससीओ", "SCO", ByAcronym}, {"रूसी", "RUS", ByAdjective}, {"रूसियों", "RUS", ByPeople},
		{"मॉस्को", "capital-RUS", ByName}, {"विदेश मंत्रियों", "foreign-minister", ByName}, {"पेत्रोव", "person:a-petrov", BySurname},
	} {
		words := strings.Fields(tt.name)
		found, n := k.NameAt(func(i int) int32 { return k.Word(words[i]) }, len(words), nil)
		if n != len(words) || len(found) == 0 || k.Items[found[0].Item].ID != tt.id || found[0].How != tt.how {
			t.Errorf("%s: got %v of %d words", tt.name, found, n)
		}
	}
	if it := k.Item(doc.State, "SUN"); it == nil || it.Code != "RUS" {
		t.Errorf("the Soviet Union acts as %+v", it)
	}
}

// A capital is the place of its row, under the spellings of the row of its state too.
func TestCapitals(t *testing.T) {
	k, err := Load(os.DirFS("../../data"), "hi")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{"दुशांबे": 1221874, "नई दिल्ली": 1261481, "सैन जोसे": 3621849, "त्रिपोली": 2210247} {
		words := strings.Fields(name)
		found, _ := k.NameAt(func(i int) int32 { return k.Word(words[i]) }, len(words), nil)
		ok := false
		for _, f := range found {
			it := &k.Items[f.Item]
			ok = ok || it.GeoNames == want && it.Capital && it.HasPoint
		}
		if !ok {
			t.Errorf("%s is no capital with GeoNames number %d", name, want)
		}
	}
}

func TestTermOn(t *testing.T) {
	it := load(t).Item(doc.Person, "person:a-petrov")
	for date, want := range map[string]string{"2005-01-01": "RUS", "2020-01-01": "CHN", "2010-06-01": "RUS", "": "CHN", "1999-01-01": "RUS"} {
		if got := it.On(date).Code; got != want {
			t.Errorf("on %q: got %s, want %s", date, got, want)
		}
	}
}

func TestMarkersAndCues(t *testing.T) {
	k := load(t)
	at := func(words ...string) func(int) int32 { return func(i int) int32 { return k.Word(words[i]) } }
	if m, n := k.MarkerAt(at("के", "साथ"), 2); k.Markers[m].Name != "के साथ" || n != 2 {
		t.Errorf("got marker %q of %d words", k.Markers[m].Name, n)
	}
	if m, n := k.MarkerAt(at("की", "मदद"), 2); m != k.Genitive || n != 1 {
		t.Errorf("got marker %q of %d words", k.Markers[m].Name, n)
	}
	if c, n := k.CueAt(at("के", "मुताबिक"), 2); c != CueAttribution || n != 2 {
		t.Errorf("got cues %b of %d words", c, n)
	}
}

func TestFrames(t *testing.T) {
	k := load(t)
	f := k.Frames[0]
	if s, ok := f.Role(k.Marker("के साथ"), false); !ok || s.Role != Actor {
		t.Errorf("के साथ: got %v", s)
	}
	if s, ok := f.Role(k.Genitive, true); !ok || s.Role != Actor {
		t.Errorf("का of the noun: got %v", s)
	}
	if s, ok := k.Frames[1].Role(KThat, false); !ok || s.Role != Topic {
		t.Errorf("कि: got %v", s)
	}
	if k.Frames[1].Inner != InnerAlleged || k.Frames[1].Fact.ObjectKey != k.Dative {
		t.Errorf("got %+v", k.Frames[1])
	}
	if got := k.Score("CONSULT", []string{"visit"}); got != 4 {
		t.Errorf("score of a visit: got %v", got)
	}
	if !k.IsCompound(k.Word("मदद"), k.Word("कर")) || k.IsCompound(k.Word("मंत्री"), k.Word("कर")) {
		t.Error("मदद कर is a compound, मंत्री कर is none")
	}
}

// Match finds the longest host, over particles and apart from its verb.
func TestMatch(t *testing.T) {
	k := load(t)
	for _, tt := range []struct {
		text  string
		apart []int
		want  string
	}{
		{"मुलाकात की", nil, "xx.meet.01"},
		{"मुलाकात नहीं की", nil, "xx.meet.01"},
		{"मदद की", nil, "xx.aid.01"},
		{"मंत्री की", nil, ""},
		{"मुलाकात मंत्री को की", []int{0}, "xx.meet.01"},
	} {
		d := &doc.Document{Text: tt.text}
		for _, w := range strings.Fields(tt.text) {
			id := k.Word(w)
			d.Tokens = append(d.Tokens, doc.Token{Norm: w, Word: id, Analyses: k.Entry(id).Analyses})
		}
		verb := len(d.Tokens) - 1
		frames, _ := k.Match(d, k.Word("कर"), verb, 0, tt.apart)
		got := ""
		for _, n := range frames {
			got += k.Frames[n].ID
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestTrie(t *testing.T) {
	for _, room := range []int{0, 1000} {
		tr := newTrie(room)
		for a := range int32(50) {
			for b := range int32(50) {
				tr.add([]int32{a, b, a + b}, a*b)
				tr.add([]int32{a, b, a + b}, a*b)
			}
		}
		for a := range int32(50) {
			for b := range int32(50) {
				n := tr.step(tr.step(tr.step(0, a), b), a+b)
				if n == 0 || !slices.Equal(tr.value[n], []int32{a * b}) {
					t.Fatalf("%d %d: node %d holds %v", a, b, n, tr.value[n])
				}
			}
		}
		if tr.step(0, 50) != 0 || tr.step(tr.step(0, 1), 50) != 0 {
			t.Error("a word that was not added has a node")
		}
	}
}

func TestWithoutExamples(t *testing.T) {
	const text = "# head\n- id: a\n  say: true\n  examples:\n    - {text: x}\n# note\n\n    - {text: y}\n  not: [z]\n  source: s\n- id: b\n  examples:\n  - {text: x}\n  source: s\n"
	const want = "# head\n- id: a\n  say: true\n\n\n\n\n\n\n  source: s\n- id: b\n\n\n  source: s\n"
	if got := string(withoutExamples([]byte(text))); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

// The tables of the project are sorted and in UTF-8, with line feeds and no blanks at the edges of cells.
func TestTables(t *testing.T) {
	files := os.DirFS("../../data")
	for _, pattern := range []string{"*.tsv", "hi/*.tsv", "world/*.tsv"} {
		names, _ := fs.Glob(files, pattern)
		for _, name := range names {
			b, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			if !utf8.Valid(b) || bytes.ContainsRune(b, '\r') || !bytes.HasSuffix(b, []byte("\n")) {
				t.Errorf("%s: not UTF-8 with line feeds", name)
			}
			lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
			for i := 2; i < len(lines); i++ {
				a, _, _ := strings.Cut(lines[i-1], "\t")
				b, _, _ := strings.Cut(lines[i], "\t")
				if a > b {
					t.Errorf("%s:%d: %s after %s", name, i+1, b, a)
				}
				if strings.Contains(lines[i], " \t") || strings.Contains(lines[i], "\t ") {
					t.Errorf("%s:%d: blank at the edge of a cell", name, i+1)
				}
			}
		}
	}
}

// FuzzLoad puts any bytes in the place of a file: Load reports, it does not panic, and what it accepts can be linted.
func FuzzLoad(f *testing.F) {
	m := base(f)
	var names []string
	for name, file := range m {
		names = append(names, name)
		f.Add(name, file.Data)
	}
	slices.Sort(names)
	f.Add("hi/frames/meet.yaml", []byte("- id: a\n  predicate: [\"\"]\n  roles: {k1: [a]}\n- &a {id: *a}\n"))
	f.Add("hi/lexicon.tsv", []byte("lemma\tpos\n\t\t\n\xff"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !slices.Contains(names, name) {
			return
		}
		m := base(t)
		m[name] = &fstest.MapFile{Data: data}
		_ = lint(m)
	})
}

func BenchmarkLoad(b *testing.B) {
	files := os.DirFS("../../data")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(files, "hi"); err != nil {
			b.Fatal(err)
		}
	}
}
