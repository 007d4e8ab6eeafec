package timex

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Run finds and resolves the expressions of time of d.
func Run(d *doc.Document, k *knowledge.Base) {
	if k.Time == nil {
		return
	}
	r := reader{d: d, k: k, cursor: cursor{tokens: d.Tokens, t: k.Time}}
	r.base = r.publication()
	for s := range d.Sentences {
		r.sentence(s)
	}
}

// reader goes through the sentences with what it remembers of the dates before.
type reader struct {
	cursor
	d    *doc.Document
	k    *knowledge.Base
	base doc.Date // of publication; Year 0 when unknown
	n    int      // the sentence

	last    remembered // the last day that the text settled
	story   remembered // the last written date of another year
	timeDay doc.Date   // the last day of this sentence, which a time of day belongs to
}

// remembered is a date with the sentence that it stands in.
type remembered struct {
	date     doc.Date
	sentence int
}

// publication is the date of publication, or that of the dateline where it names the year.
func (r *reader) publication() doc.Date {
	if r.d.Published.Year != 0 {
		return r.d.Published
	}
	line := r.d.Dateline.Date
	for s := range r.d.Sentences {
		t := r.d.Sentences[s].Tokens
		r.start, r.end = t.First, t.Last
		for i := t.First; i < t.Last && line.Len() > 0 && r.tokens[i].Start <= line.Start; i++ {
			if r.tokens[i].Start < line.Start {
				continue
			}
			if e, ok := r.date(i); ok && !e.ranged && e.from.year != 0 {
				return doc.Date{Year: e.from.year, Month: e.from.month, Day: e.from.day}
			}
		}
	}
	return doc.Date{}
}

func (r *reader) sentence(s int) {
	t := r.d.Sentences[s].Tokens
	r.n, r.start, r.end, r.timeDay = s, t.First, t.Last, doc.Date{}
	for i := t.First; i < t.Last; {
		if r.tokens[i].Kind != doc.Number && r.t.Word(r.tokens[i].Word).Flags&knowledge.TimeOpens == 0 {
			i++
			continue
		}
		e, ok := r.parse(i)
		if !ok || e.last <= i {
			i++
			continue
		}
		if e.shape != nothing {
			r.emit(&e)
		}
		i = e.last
	}
}

// emit adds the timex of an expression and remembers its date.
func (r *reader) emit(e *expr) {
	v := r.resolve(e)
	rng := doc.Range{First: e.first, Last: e.last}
	x := doc.Timex{Span: r.d.SpanOf(rng), Tokens: rng, Type: typeOf(e), Past: e.past, Future: e.future}
	if e.shape == duration || e.shape == set {
		x.Value = period(e)
	} else {
		x.Value = format(v.from)
	}
	if v.to.Year != 0 && x.Value != "" {
		x.Until = format(v.to)
	}
	head := r.d.Sentences[r.n].Dateline
	x.Anchor = !head && anchors(e, x.Value) && !r.compared(e.last) && !r.lifespan(e)
	r.d.Timexes = append(r.d.Timexes, x)
	if v.open && !head {
		r.d.Note("date-unresolved", x.Span)
	}
	if x.Anchor {
		r.remember(e, v)
	}
}

func typeOf(e *expr) doc.TimexType {
	switch {
	case e.shape == clock || e.timed:
		return doc.TimexTime
	case e.shape == duration:
		return doc.TimexDuration
	case e.shape == set:
		return doc.TimexSet
	}
	return doc.TimexDate
}

// anchors says whether an expression dates the clause that it stands in.
func anchors(e *expr, value string) bool {
	switch e.shape {
	case duration, set, decade:
		return false
	case vague:
		return e.past
	case clock:
		return value != ""
	}
	return true
}

// compared says whether the words behind an expression make it something to compare with.
func (r *reader) compared(i int) bool {
	j := r.skip(i, knowledge.GenitiveWord)
	return j > i && r.kind(j) == knowledge.Compared
}

// lifespan says whether an expression is a range of years in brackets, which dates a person or a reign.
func (r *reader) lifespan(e *expr) bool {
	return e.ranged && e.from.month == 0 && e.from.weekday == 0 && r.mark(e.first-1, '(') && r.mark(e.last, ')')
}

// remember keeps the date for the expressions that follow.
func (r *reader) remember(e *expr, v value) {
	end := v.from
	if v.to.Year != 0 {
		end = v.to
	}
	if end.Day != 0 && (e.oneDay() || e.shape == clock) {
		r.last, r.timeDay = remembered{end, r.n}, v.from
	}
	named := e.shape == calendar && (e.from.year != 0 || e.of == knowledge.Year || v.told) || e.whole(knowledge.Year)
	if named && v.from.Year != 0 && v.from.Year != r.base.Year {
		r.story = remembered{v.from, r.n}
	}
}
