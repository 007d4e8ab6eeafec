// Package doc holds the Document: the text of a report and the layers that the annotators write over it. It knows
// no language and does no I/O. Text never changes; a normalised form lives on the token, so every span of every
// layer is evidence. Layers are flat slices that refer to each other by index, in the order of the text.
//
// For "भारत ने चीन से बात की।" the layers hold one Sentence, seven Tokens, the Chunks [भारत ने] [चीन से] [बात] [की],
// one Clause whose Predicate is the chunk की, and the Mentions भारत and चीन.
package doc

import (
	"slices"
	"sort"

	"varta/record"
)

// Span is a half-open range of bytes in Document.Text.
type Span struct{ Start, End int }

// Len is the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps says whether two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Covers says whether o lies inside s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Range is a half-open range of indexes into a layer.
type Range struct{ First, Last int }

// Len is the number of elements.
func (r Range) Len() int { return r.Last - r.First }

// Has says whether index i lies in r.
func (r Range) Has(i int) bool { return r.First <= i && i < r.Last }

// None is the index of nothing.
const None = -1

// Document is a report under analysis.
type Document struct {
	ID        string
	Text      string
	Lang      string
	Published Date
	Dateline  Dateline

	Sentences []Sentence
	Tokens    []Token
	Timexes   []Timex
	Tags      []Tag
	Mentions  []Mention
	Entities  []Entity
	Chunks    []Chunk
	Clauses   []Clause

	Events     []record.Event
	Statements []record.Statement
	Facts      []record.Fact
	Notes      []Note
	// Trace is filled when Explain is set: what was tried, what fired, and why not.
	Explain bool
	Trace   []Trace
}

// Reset empties d for another report, whose layers take the memory of the flat ones; what a record takes over, such as
// events, is let go.
func (d *Document) Reset() {
	*d = Document{
		Sentences: d.Sentences[:0], Tokens: d.Tokens[:0], Timexes: d.Timexes[:0], Tags: d.Tags[:0],
		Mentions: d.Mentions[:0], Chunks: d.Chunks[:0], Clauses: d.Clauses[:0],
	}
}

// Room is an empty layer for about n elements, in the memory of an old one if that is large enough.
func Room[T any](layer []T, n int) []T { return slices.Grow(layer[:0], n) }

// Dateline is the head of a report that names place, date and agency.
type Dateline struct {
	Span   Span // empty when there is none
	Place  Span
	Date   Span
	Agency string
}

// Sentence is a run of tokens. Title marks a headline: a first line without a full stop. Dateline marks the place,
// date and agency before the first sentence, cut off as a sentence of its own.
type Sentence struct {
	Tokens   Range
	Title    bool
	Dateline bool
	// Paragraph counts the lines of the text.
	Paragraph int
}

// Token is a word, number or mark of punctuation. Norm is the spelling folded to one form; Word is its number in
// the vocabulary of the knowledge base, None when it is unknown. Lemma, UPOS, Feats and Class are those of the
// analysis that the context selects from Analyses.
type Token struct {
	Span
	Norm     string
	Word     int32
	Kind     TokenKind
	Space    bool // white space or the start of the text comes before it
	Quoted   bool // inside quotation marks
	Guess    bool // the analysis is a guess from the ending
	Best     int8 // index into Analyses of the selected one
	Analyses []Analysis
}

// TokenKind tells words from numbers and marks.
type TokenKind uint8

// Kinds of tokens.
const (
	Word TokenKind = iota
	Number
	Punct
	Latin
)

// A returns the selected analysis.
func (t *Token) A() *Analysis {
	if len(t.Analyses) == 0 {
		return &noAnalysis
	}
	return &t.Analyses[t.Best]
}

var noAnalysis = Analysis{UPOS: X, LemmaID: None}

// Analysis is one reading of a word form.
type Analysis struct {
	Lemma   string
	LemmaID int32
	UPOS    UPOS
	Feats   Feats
	Class   uint64 // bits of semantic classes, see package knowledge
	Marker  uint8  // case marker fused into the form (उसने), a number of package knowledge; 0 none
}

// TokensOf are the tokens that begin inside s.
func (d *Document) TokensOf(s Span) Range {
	at := func(end int) int {
		return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Start >= end })
	}
	return Range{First: at(s.Start), Last: at(s.End)}
}

// Note says what an annotator left open.
type Note struct {
	Code string
	Span Span
}

// Trace is one line of an explanation.
type Trace struct {
	Sentence int
	Stage    string
	Rule     string
	Span     Span
	Text     string
}

// Quote is the text of a span.
func (d *Document) Quote(s Span) string { return d.Text[s.Start:s.End] }

// SpanOf is the span of a range of tokens.
func (d *Document) SpanOf(r Range) Span {
	if r.First >= r.Last {
		return Span{}
	}
	return Span{d.Tokens[r.First].Start, d.Tokens[r.Last-1].End}
}

// Note records that something was left open.
func (d *Document) Note(code string, s Span) { d.Notes = append(d.Notes, Note{code, s}) }

// Tracef adds a line to the trace when an explanation is wanted.
func (d *Document) Tracef(sentence int, stage, rule string, s Span, text string) {
	if d.Explain {
		d.Trace = append(d.Trace, Trace{sentence, stage, rule, s, text})
	}
}

// SentenceOf is the index of the sentence that holds token i, by binary search.
func (d *Document) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Sentences[m].Tokens.Last <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
