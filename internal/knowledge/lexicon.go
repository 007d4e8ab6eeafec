package knowledge

import (
	"io/fs"
	"strings"

	"varta/internal/doc"
)

// paradigm is an inflection class: a form is the lemma less strip plus suffix.
type paradigm struct {
	ID     word   `yaml:"id"`
	POS    string `yaml:"pos"`
	Strip  string `yaml:"strip"`
	Forms  []form `yaml:"forms"`
	Source string `yaml:"source"`
}

type form struct {
	Suffix string `yaml:"suffix"`
	Feats  word   `yaml:"feats"`

	feats    doc.Feats
	marker   word
	markerID uint8
}

// ending is a suffix with what it tells of a word that no lexicon has.
type ending struct {
	suffix string
	upos   doc.UPOS
	feats  doc.Feats
	strip  string
}

func loadParadigms(fsys fs.FS, file string, p *problems) map[string]*paradigm {
	var list []*paradigm
	decodeYAML(fsys, file, p, &list)
	out := make(map[string]*paradigm, len(list))
	for _, x := range list {
		if x == nil || x.ID.text == "" {
			p.add(file, 0, 0, "missing-id", "a paradigm needs an id")
			continue
		}
		if out[x.ID.text] != nil {
			p.at(file, x.ID, "duplicate-id", "%s", x.ID.text)
		}
		if x.Source == "" {
			p.at(file, x.ID, "no-source", "every paradigm needs a source")
		}
		out[x.ID.text] = x
		for i := range x.Forms {
			if bad := x.Forms[i].parse(); bad != "" {
				p.at(file, x.Forms[i].Feats, "unknown-feature", "%s in paradigm %s", bad, x.ID.text)
			}
		}
	}
	return out
}

// ignored are features that no rule asks for.
var ignored = map[string]bool{"Aspect=Prosp": true, "Number[psor]": true, "PronType": true, "Reflex": true, "Voice": true, "NumType": true, "Polarity": true, "Poss": true, "Foreign": true, "Gender[psor]": true, "Person[psor]": true}

// parse reads the features; it returns the first that is unknown.
func (f *form) parse() string {
	for kv := range strings.SplitSeq(f.Feats.text, "|") {
		k, v, _ := strings.Cut(kv, "=")
		switch {
		case k == "Number[psor]" && f.feats.Set("Number", v): // whom a possessive means counts: उनका
		case kv == "" || ignored[k] || ignored[kv]:
		case k == "CaseMarker":
			f.marker = word{v, f.Feats.line, f.Feats.col}
		case !f.feats.Set(k, v):
			return kv
		}
	}
	return ""
}

func (k *Base) loadLexicon(t *table, paradigms map[string]*paradigm, p *problems) {
	for i := range t.rows {
		r := &t.rows[i]
		upos, ok := doc.ParseUPOS(r.get("pos"))
		if !ok {
			r.problem(p, "pos", "unknown-pos", "%s", r.get("pos"))
			continue
		}
		par := paradigms[r.get("paradigm")]
		if par == nil && r.get("paradigm") != "-" {
			r.problem(p, "paradigm", "unknown-paradigm", "%s", r.get("paradigm"))
			continue
		}
		a := doc.Analysis{UPOS: upos, Class: k.classes(r, p)}
		switch r.get("gender") {
		case "m":
			a.Feats.Gender = doc.Masc
		case "f":
			a.Feats.Gender = doc.Fem
		}
		a.LemmaID = k.vocab.id(r.get("lemma"))
		a.Lemma = k.vocab.entries[a.LemmaID].Text
		k.inflect(r.get("lemma"), a, par)
		for _, v := range r.list("variants") {
			k.inflect(v, a, par)
		}
	}
}

func (k *Base) classes(r *row, p *problems) Class {
	var c Class
	for _, n := range r.list("class") {
		b, ok := classNames[n]
		if !ok {
			r.problem(p, "class", "unknown-class", "%s", n)
		}
		c |= b
	}
	return c
}

// inflect adds every form of a lemma, or the lemma alone when it does not inflect. Forms that look the same stand
// together in the paradigms, so the number of the last one is kept.
func (k *Base) inflect(lemma string, a doc.Analysis, par *paradigm) {
	if par == nil {
		k.vocab.addAnalysis(k.vocab.id(lemma), a)
		return
	}
	stem := strings.TrimSuffix(lemma, par.Strip)
	last, id := "", int32(doc.None)
	for i := range par.Forms {
		f := &par.Forms[i]
		if id == doc.None || f.Suffix != last {
			last, id = f.Suffix, k.vocab.formID(stem, f.Suffix)
		}
		b := a
		b.Feats = merge(a.Feats, f.feats)
		b.Marker = f.markerID
		k.vocab.addAnalysis(id, b)
	}
}

// merge lays the features of a form over those of its lemma.
func merge(lemma, form doc.Feats) doc.Feats {
	if form.Gender == 0 {
		form.Gender = lemma.Gender
	}
	return form
}

// resolveMarkers finds the markers that are fused into forms (उसने) once markers and paradigms are both read.
func (k *Base) resolveMarkers(file string, paradigms map[string]*paradigm, p *problems) {
	for _, id := range sorted(paradigms) {
		forms := paradigms[id].Forms
		for i := range forms {
			f := &forms[i]
			if f.marker.text == "" {
				continue
			}
			if f.markerID = k.Marker(f.marker.text); f.markerID == NoMarker {
				p.at(file, f.marker, "unknown-marker", "%s in paradigm %s", f.marker.text, id)
			}
		}
	}
}

// indexForms turns the analyses round: from a nominal lemma to its forms, those of lemma n from formAt[n] on.
func (k *Base) indexForms() {
	n := len(k.vocab.entries)
	k.formAt = make([]int32, n+1)
	for w := range k.vocab.entries {
		for i := range k.vocab.entries[w].Analyses {
			if a := &k.vocab.entries[w].Analyses[i]; nominal(a) {
				k.formAt[a.LemmaID]++
			}
		}
	}
	sum := int32(0)
	for i, c := range k.formAt {
		sum += c
		k.formAt[i] = sum
	}
	k.forms = make([]int32, sum)
	for w := n - 1; w >= 0; w-- {
		for i := range k.vocab.entries[w].Analyses {
			if a := &k.vocab.entries[w].Analyses[i]; nominal(a) {
				k.formAt[a.LemmaID]--
				k.forms[k.formAt[a.LemmaID]] = int32(w)
			}
		}
	}
}

func nominal(a *doc.Analysis) bool { return a.UPOS == doc.NOUN || a.UPOS == doc.PROPN }

// formsOf are all forms of a noun that the lexicon knows.
func (k *Base) formsOf(lemma int32) []int32 {
	if int(lemma)+1 >= len(k.formAt) {
		return nil
	}
	return k.forms[k.formAt[lemma]:k.formAt[lemma+1]]
}
