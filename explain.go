package varta

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Explain writes what each stage of the reader made of a report, sentence by sentence, and which case frames were
// tried, which fired and why others did not. It is for people: its form may change.
func (r *Reader) Explain(ctx context.Context, w io.Writer, report Report) error {
	d, err := r.annotate(ctx, report, true)
	if err != nil {
		return err
	}
	e := &explanation{d: d, k: r.engines[d.Lang].knowledge}
	e.head()
	for i := range d.Sentences {
		e.sentence(i)
	}
	e.notes()
	if _, err := io.WriteString(w, e.String()); err != nil {
		return fmt.Errorf("write explanation: %w", err)
	}
	return nil
}

type explanation struct {
	strings.Builder
	d *doc.Document
	k *knowledge.Base
}

func (e *explanation) line(format string, args ...any) {
	e.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

func (e *explanation) head() {
	e.line("%s: %d bytes, %d sentences, published %s", e.d.ID, len(e.d.Text), len(e.d.Sentences), cmp.Or(e.d.Published.ISO(), "not given"))
	if n := e.d.Dateline; n.Span.Len() > 0 {
		e.line("dateline %q: place %q, date %q, agency %q", e.d.Quote(n.Span), e.d.Quote(n.Place), e.d.Quote(n.Date), n.Agency)
	}
}

func (e *explanation) sentence(i int) {
	s := e.d.Sentences[i]
	span := e.d.SpanOf(s.Tokens)
	kind := ""
	if s.Title {
		kind = " headline"
	}
	e.line("\n[%d] %d..%d%s  %s", i, span.Start, span.End, kind, strings.Join(strings.Fields(e.d.Quote(span)), " "))
	e.tokens(s.Tokens)
	e.chunks(s.Tokens)
	e.clauses(i)
	e.mentions(s.Tokens)
	e.timexes(s.Tokens)
	e.trace(i)
}

func (e *explanation) tokens(r doc.Range) {
	e.line("  tokens")
	for i := r.First; i < r.Last; i++ {
		t := &e.d.Tokens[i]
		a := t.A()
		guess := ""
		if t.Guess {
			guess = "(guess)"
		}
		e.line("    %4d  %s  %s  %-5s  %s %s", i, pad(e.d.Quote(t.Span), 16), pad(a.Lemma, 16), a.UPOS, a.Feats, guess)
	}
}

func (e *explanation) chunks(r doc.Range) {
	e.line("  chunks")
	for i, c := range e.d.Chunks {
		if !r.Has(c.Tokens.First) {
			continue
		}
		var more []string
		if c.Marker != 0 && int(c.Marker) < len(e.k.Markers) {
			more = append(more, "marker "+e.k.Markers[c.Marker].Name)
		}
		for _, link := range []struct {
			name string
			to   int
		}{{"of", c.Of}, {"and", c.Coord}, {"clause", c.Clause}} {
			if link.to != doc.None {
				more = append(more, fmt.Sprintf("%s %d", link.name, link.to))
			}
		}
		if c.Kind == doc.VG {
			more = append(more, verb(c.Verb)...)
		}
		e.line("    %4d  %-3s  %s  %s", i, c.Kind, pad("["+e.d.Quote(e.d.SpanOf(c.Tokens))+"]", 32), strings.Join(more, ", "))
	}
}

func verb(v doc.Verb) []string {
	out := []string{v.Form.String()}
	for _, f := range []struct {
		name string
		set  bool
	}{
		{"past", v.Tense == doc.Past}, {"present", v.Tense == doc.Pres}, {"future", v.Tense == doc.Fut},
		{"negated", v.Negated}, {"passive", v.Passive}, {"possible", v.Possible}, {"obligation", v.Obligation},
		{"desire", v.Desire}, {"perfective", v.Perfective}, {"subjunctive", v.Subjunct},
	} {
		if f.set {
			out = append(out, f.name)
		}
	}
	return out
}

func (e *explanation) clauses(sentence int) {
	e.line("  clauses")
	for i, c := range e.d.Clauses {
		if c.Sentence != sentence {
			continue
		}
		predicate, parent := "no predicate", ""
		if c.Predicate != doc.None {
			predicate = fmt.Sprintf("predicate %d [%s]", c.Predicate, e.d.Quote(e.d.SpanOf(e.d.Chunks[c.Predicate].Tokens)))
		}
		if c.Parent != doc.None {
			parent = fmt.Sprintf(", under clause %d", c.Parent)
		}
		e.line("    %4d  %-5s  tokens %d..%d, %s%s", i, c.Kind, c.Tokens.First, c.Tokens.Last, predicate, parent)
	}
}

func (e *explanation) mentions(r doc.Range) {
	e.line("  mentions")
	for i, m := range e.d.Mentions {
		if !r.Has(m.Tokens.First) {
			continue
		}
		entities := m.Entities
		if len(entities) == 0 && m.Entity != doc.None {
			entities = []int{m.Entity}
		}
		means := "left open"
		for n, x := range entities {
			if n == 0 {
				means = "="
			}
			means += fmt.Sprintf(" %s (%s %s)", e.d.Entities[x].Name, known(e.d.Entities[x].Code), e.d.Entities[x].ID)
		}
		e.line("    %4d  %-12s  %s  %s  %s", i, m.Type, pad(e.d.Quote(m.Span), 24), means, m.Rule)
	}
}

func (e *explanation) timexes(r doc.Range) {
	for i, t := range e.d.Timexes {
		if !r.Has(t.Tokens.First) {
			continue
		}
		value := t.Value
		if t.Until != "" {
			value += "/" + t.Until
		}
		if value == "" {
			value = "unresolved"
		}
		e.line("  time  %d  %s  %s  %s", i, t.Type, e.d.Quote(t.Span), value)
	}
}

func (e *explanation) trace(sentence int) {
	e.line("  rules")
	for _, t := range e.d.Trace {
		if t.Sentence == sentence {
			e.line("    %-8s  %-20s  “%s”  %s", t.Stage, t.Rule, e.d.Quote(t.Span), t.Text)
		}
	}
}

func (e *explanation) notes() {
	for i, n := range e.d.Notes {
		if i == 0 {
			e.line("\nleft open")
		}
		e.line("  %s  %d..%d  “%s”", n.Code, n.Span.Start, n.Span.End, e.d.Quote(n.Span))
	}
}

// pad fills a word to a number of columns; marks that combine with a letter take none.
func pad(s string, n int) string {
	width := utf8.RuneCountInString(s)
	for _, r := range s {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			width--
		}
	}
	return s + strings.Repeat(" ", max(0, n-width))
}
