package tagger

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Run tags the names of d.
func Run(d *doc.Document, k *knowledge.Base) {
	t := tagger{d: d, k: k, model: open(k.NameModel)}
	if t.model.rows == nil {
		return
	}
	for s := range d.Sentences {
		t.sentence(d.Sentences[s].Tokens)
	}
}

// tagger walks over the sentences of a document.
type tagger struct {
	d     *doc.Document
	k     *knowledge.Base
	model model
	// Of the sentence: the attributes of its tokens, and up to which place they are filled in.
	attr   []attribute
	filled int
	names  []knowledge.Name
	// Of the run of open tokens that is decoded: the weights of its tokens, the best label before each, and its labels.
	weight [][labels]int32
	back   [][labels]uint8
	best   []uint8
}

// sentence tags the names of a sentence; what lies between its runs is outside.
func (t *tagger) sentence(s doc.Range) {
	r := t.run(s, s.First)
	if r.Len() == 0 {
		return
	}
	for t.open(s); r.Len() > 0; r = t.run(s, r.Last) {
		if r.Len() == 1 && t.alone(r) {
			continue
		}
		t.look(s, r)
		t.decode(r.First-s.First, r.Len())
		t.write(r.First)
	}
}

// run finds the next run of tokens that may hold a name, from token i on: nominals and what joins them, one of which is
// no word of the language or is what bodies are called by.
func (t *tagger) run(s doc.Range, i int) doc.Range {
	for i < s.Last {
		first, found := i, false
		for ; i < s.Last; i++ {
			open, likely := t.opens(i)
			if !open && !(i > first && t.goesOn(i)) {
				break
			}
			found = found || likely
		}
		if found {
			return doc.Range{First: first, Last: i}
		}
		i++
	}
	return doc.Range{}
}

// alone says whether the only token of a run needs no weighing: a noun of the language is no name (सरकार ने), and the name of
// a state or place that the tables have and nothing stands beside is one (काबुल में).
func (t *tagger) alone(r doc.Range) bool {
	x := &t.d.Tokens[r.First]
	if x.Word < 0 {
		return false
	}
	if x.A().UPOS == doc.NOUN {
		return !x.Guess
	}
	t.names, _ = t.k.NameAt(func(int) int32 { return x.Word }, 1, t.names[:0])
	for _, n := range t.names {
		if k := t.k.Items[n.Item].Kind; n.How != knowledge.ByName || k != doc.State && k != doc.Place {
			return false
		}
	}
	if len(t.names) == 0 {
		return false
	}
	t.d.Tags = append(t.d.Tags, doc.Tag{Tokens: r, Type: doc.Place, Margin: certain})
	return true
}

// certain is the margin of a name that needs no weighing.
const certain = 8

// goesOn says whether token i may be part of a person's name behind a word of it although it is no noun: last names look
// like verbs (शर्मा), and names have particles (बिन).
func (t *tagger) goesOn(i int) bool {
	x, p := &t.d.Tokens[i], &t.d.Tokens[i-1]
	if x.Word < 0 || t.k.Entry(x.Word).Starts&knowledge.PartOfPerson == 0 {
		return false
	}
	u := x.A().UPOS
	return (u == doc.VERB || u == doc.PART) && (p.A().UPOS == doc.PROPN || p.Norm == ".")
}

// opens says whether token i may be part of a name, as no verb, postposition or pronoun may, and whether that is likely.
func (t *tagger) opens(i int) (open, likely bool) {
	x := &t.d.Tokens[i]
	a := x.A()
	switch a.UPOS {
	case doc.PROPN:
		return true, true
	case doc.NOUN:
		return true, a.Class&knowledge.ClassBody != 0
	case doc.ADJ, doc.NUM, doc.CCONJ:
		return true, x.Guess
	case doc.PUNCT:
		return x.Norm == "-" || x.Norm == "." || x.Norm == "(" || x.Norm == ")", false
	}
	return false, false
}

// decode finds the best labels of the run of n tokens from token first of the sentence on.
func (t *tagger) decode(first, n int) {
	var h hashes
	t.weight, t.back = t.weight[:0], t.back[:0]
	var score [labels]int32
	for l := range score {
		score[l] = -1 << 20
	}
	score[outside] = 0
	for i := range n {
		var w [labels]int32
		t.model.emit(h[:t.features(first+i, &h)], &w)
		t.weight = append(t.weight, w)
		t.back = append(t.back, [labels]uint8{})
		score = t.step(&score, &w, &t.back[i])
	}
	label := uint8(outside)
	for l := range score {
		if score[l]+t.model.trans[l*labels] > score[label]+t.model.trans[int(label)*labels] {
			label = uint8(l)
		}
	}
	if cap(t.best) < n {
		t.best = make([]uint8, n, 2*n)
	}
	t.best = t.best[:n]
	for i := n - 1; i >= 0; i-- {
		t.best[i] = label
		label = t.back[i][label]
	}
}

// step carries the scores over one token; back gets the best label before it for each label.
func (t *tagger) step(score, w *[labels]int32, back *[labels]uint8) [labels]int32 {
	var next [labels]int32
	for b := range labels {
		from := 0
		if b != outside && b%2 == 0 {
			from = b - 1
		}
		best, at := int32(-1<<30), 0
		for a := from; a < labels && (from == 0 || a <= b); a++ {
			if s := score[a] + t.model.trans[a*labels+b]; s > best {
				best, at = s, a
			}
		}
		next[b], back[b] = best+w[b], uint8(at)
	}
	return next
}

// write enters the names of the decoded run, which begins at token first.
func (t *tagger) write(first int) {
	for i := 0; i < len(t.best); {
		if t.best[i] == outside {
			i++
			continue
		}
		from := i
		for i++; i < len(t.best) && t.best[i] != outside && t.best[i]%2 == 0; i++ {
		}
		tokens := doc.Range{First: first + from, Last: first + i}
		t.d.Tags = append(t.d.Tags, doc.Tag{Tokens: tokens, Type: types[(t.best[from]-1)/2], Margin: t.margin(from, i)})
	}
}

// margin is by how much the name from token i to n of the run beats reading no name there, in logarithms of odds.
func (t *tagger) margin(i, n int) float32 {
	tr := func(a, b uint8) int32 { return t.model.trans[int(a)*labels+int(b)] }
	before, after := uint8(outside), uint8(outside)
	if i > 0 {
		before = t.best[i-1]
	}
	if n < len(t.best) {
		after = t.best[n]
	}
	sum := int32(0)
	last := before
	for j := i; j < n; j++ {
		sum += t.weight[j][t.best[j]] - t.weight[j][outside] + tr(last, t.best[j]) - tr(outside, outside)
		last = t.best[j]
	}
	sum += tr(last, after) - tr(before, outside) + tr(outside, outside) - tr(outside, after)
	return float32(sum) / steps
}
