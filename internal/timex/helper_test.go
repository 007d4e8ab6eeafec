package timex_test

import (
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/timex"
)

// knowledgeFS is a copy of the data that a test may change.
func knowledgeFS(t testing.TB) fstest.MapFS {
	m := fstest.MapFS{}
	data := os.DirFS("../../data")
	err := fs.WalkDir(data, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(data, path)
		m[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var base struct {
	sync.Once
	*knowledge.Base
}

func load(t testing.TB) *knowledge.Base {
	base.Do(func() {
		k, err := knowledge.Load(knowledgeFS(t), "hi")
		if err != nil {
			t.Fatal(err)
		}
		base.Base = k
	})
	return base.Base
}

// document cuts a text into tokens and sentences: a danda or question mark ends a sentence, a new line a paragraph.
func document(k *knowledge.Base, published, text string) *doc.Document {
	d := &doc.Document{Text: text}
	if published != "" {
		d.Published = doc.Date{Year: number(published[:4]), Month: number(published[5:7]), Day: number(published[8:])}
	}
	first, paragraph := 0, 0
	end := func() {
		if n := len(d.Tokens); n > first {
			d.Sentences = append(d.Sentences, doc.Sentence{Tokens: doc.Range{First: first, Last: n}, Paragraph: paragraph})
			first = n
		}
	}
	pieces := doc.Scan(text, nil)
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if i+2 < len(pieces) && k.Compound(text, pieces[i:i+3]) {
			p.End = pieces[i+2].End
			i += 2
		}
		if n := len(d.Tokens); n > 0 && strings.Contains(text[d.Tokens[n-1].End:p.Start], "\n") {
			end()
			paragraph++
		}
		t := doc.Token{Span: p.Span, Kind: p.Kind, Space: p.Space}
		t.Word, t.Norm = k.Lookup(text[p.Start:p.End], nil)
		if t.Word >= 0 {
			t.Analyses = k.Entry(t.Word).Analyses
		}
		d.Tokens = append(d.Tokens, t)
		if t.Norm == "।" || t.Norm == "?" {
			end()
		}
	}
	end()
	for i := range d.Tokens {
		choose(d, i)
	}
	return d
}

// choose takes a verb at the end or before an auxiliary, and something else elsewhere.
func choose(d *doc.Document, i int) {
	t := &d.Tokens[i]
	verb := i+1 == len(d.Tokens) || d.Tokens[i+1].Kind == doc.Punct
	for j := range d.Tokens[min(i+1, len(d.Tokens)-1)].Analyses {
		verb = verb || d.Tokens[i+1].Analyses[j].UPOS == doc.AUX
	}
	score := func(a *doc.Analysis) int {
		s := 0
		if (a.UPOS == doc.VERB || a.UPOS == doc.AUX) == verb {
			s += 4
		}
		if a.Feats.Aspect == doc.Perf || a.Feats.Tense != 0 {
			s += 2
		}
		if a.UPOS == doc.AUX {
			s++
		}
		return s
	}
	for j := range t.Analyses {
		if score(&t.Analyses[j]) > score(t.A()) {
			t.Best = int8(j)
		}
	}
}

func number(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}

// show writes the timexes of a text as [words]=value..until, with a suffix: ! for one that dates no clause, ? for a note.
func show(t testing.TB, published, text string) string {
	k := load(t)
	d := document(k, published, text)
	timex.Run(d, k)
	if err := doc.Check(d); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, x := range d.Timexes {
		s := "[" + d.Quote(x.Span) + "]=" + x.Value
		if x.Until != "" {
			s += ".." + x.Until
		}
		if !x.Anchor {
			s += "!"
		}
		for _, n := range d.Notes {
			if n.Span == x.Span {
				s += "?"
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}
