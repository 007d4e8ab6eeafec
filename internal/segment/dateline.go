package segment

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// maxDateline is the number of tokens within which a dateline must end.
const maxDateline = 16

// dateline finds the first sentence that begins with place, date and agency and cuts them off.
func dateline(d *doc.Document, k *knowledge.Base) {
	for i := 0; i < len(d.Sentences) && i < 3; i++ {
		if d.Sentences[i].Title || i > 0 && d.Sentences[i].Paragraph == d.Sentences[i-1].Paragraph {
			continue
		}
		if last := byline(d, k, d.Sentences[i].Tokens); last > 0 {
			cutDateline(d, i, last)
			return
		}
	}
}

// byline is the token behind a dateline at the start of r, 0 when there is none. The line must name an agency within
// the first tokens, with nothing but names, numbers and marks before it.
func byline(d *doc.Document, k *knowledge.Base, r doc.Range) int {
	for i := r.First; i < r.Last && i < r.First+maxDateline; i++ {
		t := &d.Tokens[i]
		if i > r.First && k.CuesOf(t)&knowledge.CueAgency != 0 && punct(d, i-1, ",(:/") && i+1 < len(d.Tokens) {
			last := i + 1
			for last < r.Last && last < i+4 && d.Tokens[last].Kind != doc.Punct {
				last++ // a second word of the agency
			}
			if last < r.Last && punct(d, last, ")\u0964:.-–—") {
				last++
				for last < r.Last && punct(d, last, "-–—:\u0964.") {
					last++
				}
				return last
			}
			return 0
		}
		if running(t) {
			return 0
		}
	}
	return 0
}

// running says whether a token can only be running text: a postposition or verb.
func running(t *doc.Token) bool {
	for i := range t.Analyses {
		switch t.Analyses[i].UPOS {
		case doc.ADP, doc.AUX, doc.PRON, doc.SCONJ:
			return true
		}
	}
	return false
}

func punct(d *doc.Document, i int, set string) bool {
	if d.Tokens[i].Kind != doc.Punct {
		return false
	}
	for _, r := range set {
		if d.Tokens[i].Norm == string(r) {
			return true
		}
	}
	return false
}

func cutDateline(d *doc.Document, i, last int) {
	s := d.Sentences[i]
	head := doc.Sentence{Tokens: doc.Range{First: s.Tokens.First, Last: last}, Dateline: true, Paragraph: s.Paragraph}
	if last < s.Tokens.Last {
		rest := s
		rest.Tokens.First = last
		d.Sentences = append(d.Sentences[:i+1], append([]doc.Sentence{rest}, d.Sentences[i+1:]...)...)
	}
	d.Sentences[i] = head
	describe(d, head.Tokens)
}

// describe fills the Dateline: the words before the first mark are the place, what holds a number the date, the last
// words the agency.
func describe(d *doc.Document, r doc.Range) {
	d.Dateline.Span = d.SpanOf(r)
	field := r.First
	for i := r.First; i < r.Last; i++ {
		if d.Tokens[i].Kind != doc.Punct {
			continue
		}
		if i > field {
			span := d.SpanOf(doc.Range{First: field, Last: i})
			switch {
			case d.Dateline.Place == doc.Span{} && field == r.First:
				d.Dateline.Place = span
			case hasNumber(d, field, i):
				d.Dateline.Date = span
			default:
				d.Dateline.Agency = d.Quote(span)
			}
		}
		field = i + 1
	}
}

func hasNumber(d *doc.Document, first, last int) bool {
	for i := first; i < last; i++ {
		if d.Tokens[i].Kind == doc.Number {
			return true
		}
		for _, a := range d.Tokens[i].Analyses {
			if a.UPOS == doc.NUM {
				return true
			}
		}
	}
	return false
}
