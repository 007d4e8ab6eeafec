package segment

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// maxDateline is the number of tokens within which a dateline must end.
const maxDateline = 16

// maxBefore is the number of sentences among which a dateline must be: a page puts its title and times before it.
const maxBefore = 8

// dateline finds the first sentence that begins with place, date and agency and cuts them off.
func dateline(d *doc.Document, k *knowledge.Base) {
	for i := 0; i < len(d.Sentences) && i < maxBefore; i++ {
		s := &d.Sentences[i]
		if i > 0 && s.Paragraph == d.Sentences[i-1].Paragraph {
			continue
		}
		if last, agency := opening(d, k, s, i < 3); last > 0 {
			cutDateline(d, i, last, agency)
			return
		}
	}
}

// opening finds a dateline at the start of sentence s: the token behind it, 0 when there is none, and the tokens of the agency.
// One without an agency must be early in the text; a line of its own that looks like a title begins with the agency.
func opening(d *doc.Document, k *knowledge.Base, s *doc.Sentence, early bool) (int, doc.Range) {
	if !s.Title {
		if last, agency := byline(d, k, s.Tokens); last > 0 {
			return last, agency
		}
	}
	if !early {
		return 0, doc.Range{}
	}
	if last, agency := led(d, k, s.Tokens); last > 0 || s.Title {
		return last, agency
	}
	return bare(d, k, s.Tokens), doc.Range{}
}

// byline finds a dateline at the start of r: the token behind it, 0 when there is none, and the tokens of the agency,
// which must come behind a mark within the first tokens, with nothing but names, numbers and marks before it.
func byline(d *doc.Document, k *knowledge.Base, r doc.Range) (int, doc.Range) {
	r.First = signed(d, r)
	for i := r.First; i < r.Last && i < r.First+maxDateline; i++ {
		if i > r.First && punct(d, i-1, ",(:/") {
			if a := agencies(d, k, i, r.Last); a.Len() > 0 {
				return closed(d, k, a.Last, r.Last), a
			}
		}
		if running(&d.Tokens[i]) {
			return 0, doc.Range{}
		}
	}
	return 0, doc.Range{}
}

// signed is the token behind the name of who writes, in brackets before the dateline ((ललित के झा) वाशिंगटन, …).
func signed(d *doc.Document, r doc.Range) int {
	if r.First < r.Last && punct(d, r.First, "(") {
		if i := bracket(d, r.First, r.Last); i+1 < r.Last {
			return i + 1
		}
	}
	return r.First
}

// led finds a dateline that begins with the agency (एजेंसी, काठमांडू।): a place of the tables behind it, and a mark that closes it.
func led(d *doc.Document, k *knowledge.Base, r doc.Range) (int, doc.Range) {
	a := agencies(d, k, r.First, r.Last)
	if a.Len() == 0 || a.Last+1 >= r.Last || !punct(d, a.Last, ",.") {
		return 0, doc.Range{}
	}
	first := a.Last + 1
	names, n := k.NameAt(func(j int) int32 { return d.Tokens[first+j].Word }, r.Last-first, nil)
	i := first + n
	if !slices.ContainsFunc(names, isSeat(k)) || i < r.Last && !punct(d, i, ":\u0903\u0964–—|") {
		return 0, doc.Range{}
	}
	return marks(d, i, r.Last), a
}

// isSeat says whether a name is one where reports are written: a place, or an organisation that has its seat there (संयुक्त राष्ट्र).
func isSeat(k *knowledge.Base) func(knowledge.Name) bool {
	return func(x knowledge.Name) bool {
		kind := k.Items[x.Item].Kind
		return kind == doc.Place || kind == doc.Organisation
	}
}

// bare finds a dateline without an agency at the start of r: a place of the tables, dates behind commas, and a mark that
// closes it (नई दिल्ली: …; इस्लामाबाद, 03 नवंबर। …). It returns the token behind it, 0 when there is none.
func bare(d *doc.Document, k *knowledge.Base, r doc.Range) int {
	names, n := k.NameAt(func(j int) int32 { return d.Tokens[r.First+j].Word }, r.Len(), nil)
	if !slices.ContainsFunc(names, func(x knowledge.Name) bool { return k.Items[x.Item].Kind == doc.Place }) {
		return 0
	}
	i := r.First + n
	for n > 0 && i+1 < r.Last && punct(d, i, "/") { // तेहरान/यरूशलम
		_, n = k.NameAt(func(j int) int32 { return d.Tokens[i+1+j].Word }, r.Last-i-1, nil)
		i += 1 + n
	}
	places := i
	for i < r.Last && punct(d, i, ",") {
		field := i + 1
		for i = field; i < r.Last && i < field+3 && d.Tokens[i].Kind != doc.Punct; {
			i++
		}
		if !hasNumber(d, field, i) {
			return 0
		}
	}
	if i > places && i < r.Last && punct(d, i, "(") {
		if i = bracket(d, i, r.Last); i+1 < r.Last && d.Tokens[i+1].A().UPOS == doc.ADP {
			return 0 // जिनेवा, 5 मई (सोमवार) को
		}
	}
	if i >= r.Last || !punct(d, i, ":\u0903\u0964–—|)") && !(punct(d, i, "-") && (d.Tokens[i].Space || i+1 < r.Last && d.Tokens[i+1].Space)) {
		return 0
	}
	return marks(d, i, r.Last)
}

// bracket is the mark that closes the short bracket at token i, the end when none does.
func bracket(d *doc.Document, i, end int) int {
	for j := i + 1; j < end && j < i+7; j++ {
		if punct(d, j, ")") {
			return j
		}
	}
	return end
}

// agencies are the tokens of one agency or several from token i (प्रेट्र / एएनआई), with a word behind (भाषा संवाददाता).
func agencies(d *doc.Document, k *knowledge.Base, i, end int) doc.Range {
	a := doc.Range{First: i, Last: i}
	for n := agency(d, k, i, end); n > 0; n = agency(d, k, a.Last+1, end) {
		for a.Last = i + n; a.Last < end && a.Last < i+4 && d.Tokens[a.Last].Kind != doc.Punct; {
			a.Last++
		}
		if a.Last+1 >= end || !punct(d, a.Last, "/,") {
			break
		}
		i = a.Last + 1
	}
	return a
}

// agency is the number of tokens of an agency's name at token i: a word, a phrase, or initials (जी.एन.एस).
func agency(d *doc.Document, k *knowledge.Base, i, end int) int {
	if i >= end {
		return 0
	}
	if c, n := k.CueAt(func(j int) int32 { return d.Tokens[i+j].Word }, end-i); c&knowledge.CueAgency != 0 {
		return n
	}
	if k.CuesOf(&d.Tokens[i])&knowledge.CueAgency != 0 {
		return 1
	}
	name, n := "", 0
	for j := i; j < end && j < i+8 && (d.Tokens[j].Kind == doc.Word || d.Tokens[j].Norm == ".") && (j == i || !d.Tokens[j].Space); j++ {
		if name += d.Tokens[j].Norm; j > i && k.Abbreviation(name) == "org" {
			n = j + 1 - i
		}
	}
	return n
}

// closed is the token behind the marks that close a dateline at token i, 0 when none does; a date may stand between
// them (ता.28).
func closed(d *doc.Document, k *knowledge.Base, i, end int) int {
	if i >= end || !punct(d, i, ")\u0964:.-–—") {
		return 0
	}
	i = marks(d, i, end)
	j := i
	if j < end && punct(d, j, ",") {
		j++
	}
	if j+2 < end && k.Time.Word(d.Tokens[j].Word).Kind == knowledge.DateWord {
		j = marks(d, j+1, end)
		if j < end && d.Tokens[j].Kind == doc.Number {
			i = marks(d, j+1, end)
		}
	}
	return i
}

// marks is the token behind the marks at token i.
func marks(d *doc.Document, i, end int) int {
	for i < end && punct(d, i, ")-–—:\u0903\u0964.|") {
		i++
	}
	return i
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

func cutDateline(d *doc.Document, i, last int, agency doc.Range) {
	s := d.Sentences[i]
	head := doc.Sentence{Tokens: doc.Range{First: s.Tokens.First, Last: last}, Dateline: true, Paragraph: s.Paragraph}
	if last < s.Tokens.Last {
		rest := s
		rest.Tokens.First = last
		d.Sentences = append(d.Sentences[:i+1], append([]doc.Sentence{rest}, d.Sentences[i+1:]...)...)
	}
	d.Sentences[i] = head
	describe(d, head.Tokens, agency)
}

// describe fills the Dateline: the words before the first mark or number are the place, what holds a number the date.
func describe(d *doc.Document, r, agency doc.Range) {
	d.Dateline.Span = d.SpanOf(r)
	d.Dateline.Agency = d.Quote(d.SpanOf(agency))
	first := signed(d, r)
	field := first
	for i := first; i <= r.Last; i++ {
		if i < r.Last && d.Tokens[i].Kind != doc.Punct {
			continue
		}
		if i > field && !agency.Has(field) {
			from := field
			if d.Dateline.Place == (doc.Span{}) && (field == first || agency.Has(first)) {
				for from < i && !hasNumber(d, from, from+1) {
					from++ // नयी दिल्ली 05 मई (वार्ता)
				}
				d.Dateline.Place = d.SpanOf(doc.Range{First: field, Last: from})
			}
			if from < i && hasNumber(d, from, i) {
				d.Dateline.Date = d.SpanOf(doc.Range{First: from, Last: i})
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
