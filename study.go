package varta

import (
	"context"
	"strings"

	"varta/internal/doc"
	"varta/record"
)

// Study is what the reader made of a report on the way to its record, for pages that show a word's analysis and why
// a sentence gave nothing. Offsets are bytes of the text, half-open, as in the record.
type Study struct {
	Sentences []Sentence `json:"sentences"`
}

// Sentence is a sentence with its words and with what the rules made of it.
type Sentence struct {
	Start int  `json:"start"`
	End   int  `json:"end"`
	Title bool `json:"title"`
	// Words are in the order of the text.
	Words []Word `json:"words"`
	// Tried are the rules whose words the sentence has, in the order in which they were tried.
	Tried []Try `json:"tried"`
}

// Word is a token with the analysis that was chosen for it and the chunk in which it stands.
type Word struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Lemma  string `json:"lemma"`
	UPOS   string `json:"upos"`
	Feats  string `json:"feats"`
	Marker string `json:"marker"` // the case marker or postposition of its chunk
}

// Try is a rule that was tried, the words that called it up and what became of it.
type Try struct {
	Rule  string `json:"rule"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Study reads a report and returns its record, the same that Read gives, together with the steps that led to it.
func (r *Reader) Study(ctx context.Context, report Report) (*record.Record, *Study, error) {
	d, err := r.annotate(ctx, report, true)
	if err != nil {
		return nil, nil, err
	}
	out := &Study{Sentences: make([]Sentence, len(d.Sentences))}
	markers := r.markers(d)
	for i, s := range d.Sentences {
		span := d.SpanOf(s.Tokens)
		out.Sentences[i] = Sentence{Start: span.Start, End: span.End, Title: s.Title, Words: words(d, s.Tokens, markers)}
	}
	for _, t := range d.Trace {
		s := &out.Sentences[t.Sentence]
		s.Tried = append(s.Tried, Try{Rule: t.Rule, Start: t.Span.Start, End: t.Span.End, Text: t.Text})
	}
	return r.record(d, report), out, nil
}

func words(d *doc.Document, tokens doc.Range, markers []string) []Word {
	out := make([]Word, 0, tokens.Last-tokens.First)
	for i := tokens.First; i < tokens.Last; i++ {
		t := &d.Tokens[i]
		a := t.A()
		out = append(out, Word{Start: t.Start, End: t.End, Lemma: a.Lemma, UPOS: a.UPOS.String(), Feats: strings.TrimSpace(a.Feats.String()), Marker: markers[i]})
	}
	return out
}

// markers names for each token the marker of its chunk.
func (r *Reader) markers(d *doc.Document) []string {
	out := make([]string, len(d.Tokens))
	known := r.engines[d.Lang].knowledge.Markers
	for _, c := range d.Chunks {
		if c.Marker == 0 || int(c.Marker) >= len(known) {
			continue
		}
		for i := c.Tokens.First; i < c.Tokens.Last; i++ {
			out[i] = known[c.Marker].Name
		}
	}
	return out
}
