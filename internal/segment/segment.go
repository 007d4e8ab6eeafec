package segment

import (
	"strings"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Run cuts the text of d into tokens and sentences.
func Run(d *doc.Document, k *knowledge.Base) {
	tokens(d, k)
	sentences(d, k)
	dateline(d, k)
}

func tokens(d *doc.Document, k *knowledge.Base) {
	pieces := joinCompounds(d.Text, doc.Scan(d.Text, make([]doc.Piece, 0, len(d.Text)/12+8)), k)
	pieces = cutVisarga(d.Text, pieces, k)
	d.Tokens = doc.Room(d.Tokens, len(pieces))[:len(pieces)]
	clear(d.Tokens)
	var buf [256]byte
	quotes := quoteState{}
	for i, p := range pieces {
		t := &d.Tokens[i]
		t.Span, t.Kind, t.Space = p.Span, p.Kind, p.Space
		t.Word, t.Norm = k.Lookup(d.Text[p.Start:p.End], buf[:])
		if t.Norm == "" {
			t.Norm = d.Text[p.Start:p.End] // a soft hyphen alone
		}
		if t.Word >= 0 {
			t.Analyses = k.Entry(t.Word).Analyses
		}
		if p.Space && i > 0 && newline(d.Text[pieces[i-1].End:p.Start]) {
			quotes.open = false
		}
		if t.Kind == doc.Punct {
			quotes.mark(t, p.Space)
		}
		t.Quoted = quotes.open
	}
	joinReciprocals(d, k)
}

// joinReciprocals makes one token of a reciprocal pronoun that is written as two words and has a postposition behind it, as if it
// had its hyphen (एक दूसरे पर, but not एक दूसरे देश ने).
func joinReciprocals(d *doc.Document, k *knowledge.Base) {
	n := 0
	for i := 0; i < len(d.Tokens); i++ {
		d.Tokens[n] = d.Tokens[i]
		if t := &d.Tokens[n]; i+2 < len(d.Tokens) && t.Word >= 0 && k.Entry(t.Word).Starts&knowledge.StartsCue != 0 && reciprocal(d.Tokens[i:i+3], k) {
			var buf [64]byte
			if id, norm := k.Lookup(t.Norm+"-"+d.Tokens[i+1].Norm, buf[:]); id >= 0 {
				t.Word, t.Norm, t.Analyses = id, norm, k.Entry(id).Analyses
				t.End = d.Tokens[i+1].End
				i++
			}
		}
		n++
	}
	d.Tokens = d.Tokens[:n]
}

// reciprocal says whether the first two of three tokens are a reciprocal pronoun and the third a postposition.
func reciprocal(t []doc.Token, k *knowledge.Base) bool {
	cues, n := k.CueAt(func(i int) int32 { return t[i].Word }, 2)
	if n != 2 || cues&knowledge.CueReciprocal == 0 {
		return false
	}
	m, _ := k.MarkerAt(func(int) int32 { return t[2].Word }, 1)
	return m != 0
}

// visarga is often typed for the colon that it looks like (नई दिल्लीः …).
const visarga = "\u0903"

// cutVisarga makes a visarga at the end of a word that the language does not know a mark of its own.
func cutVisarga(text string, p []doc.Piece, k *knowledge.Base) []doc.Piece {
	var buf [256]byte
	var out []doc.Piece
	kept := 0
	for i := range p {
		w := text[p[i].Start:p[i].End]
		if p[i].Kind != doc.Word || len(w) <= len(visarga) || !strings.HasSuffix(w, visarga) {
			continue
		}
		if id, _ := k.Lookup(w, buf[:]); id >= 0 {
			continue // अतः
		}
		mark := doc.Piece{Span: doc.Span{Start: p[i].End - len(visarga), End: p[i].End}, Kind: doc.Punct}
		p[i].End = mark.Start
		out = append(append(out, p[kept:i+1]...), mark)
		kept = i + 1
	}
	if kept == 0 {
		return p
	}
	return append(out, p[kept:]...)
}

// joinCompounds makes one piece of each word of the lexicon that has a hyphen.
func joinCompounds(text string, p []doc.Piece, k *knowledge.Base) []doc.Piece {
	n := 0
	for i := 0; i < len(p); i++ {
		p[n] = p[i]
		if i+2 < len(p) && p[i+1].End-p[i+1].Start == 1 && k.Compound(text, p[i:i+3]) {
			p[n].End = p[i+2].End
			i += 2
		}
		n++
	}
	return p[:n]
}

// quoteState follows quotation marks: single ones, which also serve as apostrophes, count only at the edge of a word.
type quoteState struct{ open bool }

func (q *quoteState) mark(t *doc.Token, space bool) {
	switch strings.TrimRight(t.Norm, "'‘’“”\"`") {
	case "":
	default:
		return
	}
	switch t.Norm[0] {
	case '"':
		q.open = !q.open
	case '\'', '`':
		if len(t.Norm) > 1 || space || q.open {
			q.open = !q.open
		}
	default: // ‘ ’ “ ”
		q.open = strings.HasPrefix(t.Norm, "‘") || strings.HasPrefix(t.Norm, "“")
	}
}

// longest is the number of tokens at which a sentence without a stop is cut: a list or a text without punctuation.
const longest = 400

// longestTitle is the number of tokens that a headline of several sentences may have.
const longestTitle = 40

func sentences(d *doc.Document, k *knowledge.Base) {
	first, paragraph := 0, 0
	end := func(last int) {
		if last > first {
			d.Sentences = append(d.Sentences, doc.Sentence{Tokens: doc.Range{First: first, Last: last}, Paragraph: paragraph})
			first = last
		}
	}
	for i := range d.Tokens {
		if i > 0 && d.Tokens[i].Space && newline(d.Text[d.Tokens[i-1].End:d.Tokens[i].Start]) {
			title := paragraph == 0 && !stop(d, k, i-1) && (first == 0 || i <= longestTitle)
			end(i)
			for s := 0; title && s < len(d.Sentences); s++ {
				d.Sentences[s].Title = true // देश की खबरें | भारत और चीन की वार्ता कल
			}
			paragraph++
		}
		if i-first >= longest {
			d.Note("long-sentence", d.SpanOf(doc.Range{First: first, Last: i}))
			end(i)
		}
		if i >= first && stop(d, k, i) {
			last := i + 1
			for last < len(d.Tokens) && closing(d, last) {
				last++
			}
			if !attributed(d, k, first, last) {
				end(last)
			}
		}
	}
	end(len(d.Tokens))
}

func newline(gap string) bool { return strings.IndexByte(gap, '\n') >= 0 }

// closing says whether token i is a closing mark that belongs to the stop before it.
func closing(d *doc.Document, i int) bool {
	t := &d.Tokens[i]
	if t.Space || t.Kind != doc.Punct {
		return false
	}
	switch t.Norm[0] {
	case '"', '\'', ')', ']', '.', '!', '?':
		return true
	}
	return strings.HasPrefix(t.Norm, "’") || strings.HasPrefix(t.Norm, "”") || strings.HasPrefix(t.Norm, danda)
}

const danda = "\u0964"

// stop says whether token i ends a sentence.
func stop(d *doc.Document, k *knowledge.Base, i int) bool {
	t := &d.Tokens[i]
	if t.Kind != doc.Punct {
		return false
	}
	switch t.Norm {
	case danda, "\u0965", "?", "!", "|":
		return true
	case ".":
		return fullStop(d, k, i)
	}
	return false
}

// fullStop tells a stop from the point of an abbreviation or initial.
func fullStop(d *doc.Document, k *knowledge.Base, i int) bool {
	if i == 0 || d.Tokens[i].Space {
		return i > 0
	}
	prev := &d.Tokens[i-1]
	if prev.Kind == doc.Punct {
		return true
	}
	if k.Abbreviation(prev.Norm) != "" || prev.Kind == doc.Latin && prev.Len() <= 2 {
		return false
	}
	return prev.Kind != doc.Number || i+1 == len(d.Tokens) || d.Tokens[i+1].Space
}
