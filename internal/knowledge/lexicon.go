package knowledge

import (
	"io/fs"
	"strings"

	"go.yaml.in/yaml/v3"

	"varta/internal/doc"
)

// paradigm is an inflection class: a form is the lemma less strip plus suffix.
type paradigm struct {
	ID     string    `yaml:"id"`
	POS    string    `yaml:"pos"`
	Strip  string    `yaml:"strip"`
	Forms  []form    `yaml:"forms"`
	Source yaml.Node `yaml:"source"`
}

type form struct {
	Suffix string `yaml:"suffix"`
	Feats  string `yaml:"feats"`

	feats  doc.Feats
	marker string
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
		if out[x.ID] != nil {
			p.add(file, x.Source.Line, 1, "duplicate-id", "%s", x.ID)
		}
		out[x.ID] = x
		for i := range x.Forms {
			if bad := x.Forms[i].parse(); bad != "" {
				p.add(file, x.Source.Line, 1, "unknown-feature", "%s in paradigm %s", bad, x.ID)
			}
		}
	}
	return out
}

// ignored are features that no rule asks for.
var ignored = map[string]bool{"Aspect=Prosp": true, "Number[psor]": true, "PronType": true, "Reflex": true, "Voice": true, "NumType": true, "Polarity": true, "Poss": true, "Foreign": true, "Gender[psor]": true, "Person[psor]": true}

// parse reads the features; it returns the first that is unknown.
func (f *form) parse() string {
	for kv := range strings.SplitSeq(f.Feats, "|") {
		k, v, _ := strings.Cut(kv, "=")
		switch {
		case kv == "" || ignored[k] || ignored[kv]:
		case k == "CaseMarker":
			f.marker = v
		case !f.feats.Set(k, v):
			return kv
		}
	}
	return ""
}

func (k *Base) loadLexicon(fsys fs.FS, file string, paradigms map[string]*paradigm, p *problems) {
	t := readTable(fsys, file, p, "lemma", "pos", "paradigm", "gender", "class", "variants")
	for i := range t.rows {
		r := &t.rows[i]
		upos, ok := doc.ParseUPOS(r.get("pos"))
		if !ok {
			p.add(file, r.line, 1, "unknown-pos", "%s", r.get("pos"))
			continue
		}
		a := doc.Analysis{UPOS: upos, Class: k.classes(r, p)}
		if g := r.get("gender"); g == "m" {
			a.Feats.Gender = doc.Masc
		} else if g == "f" {
			a.Feats.Gender = doc.Fem
		}
		a.LemmaID = k.vocab.id(r.get("lemma"))
		a.Lemma = k.vocab.entries[a.LemmaID].Text
		par := paradigms[r.get("paradigm")]
		if par == nil && r.get("paradigm") != "-" {
			p.add(file, r.line, 1, "unknown-paradigm", "%s", r.get("paradigm"))
			continue
		}
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
			p.add(r.t.file, r.line, 1, "unknown-class", "%s", n)
		}
		c |= b
	}
	return c
}

// inflect adds every form of a lemma, or the lemma alone when it does not inflect.
func (k *Base) inflect(lemma string, a doc.Analysis, par *paradigm) {
	if par == nil {
		k.vocab.addAnalysis(k.vocab.id(lemma), a)
		return
	}
	stem := strings.TrimSuffix(lemma, par.Strip)
	for i := range par.Forms {
		f := &par.Forms[i]
		b := a
		b.Feats = merge(a.Feats, f.feats)
		b.Marker = k.markerIDs[k.norm.String(f.marker)]
		k.vocab.addAnalysis(k.vocab.id(stem+f.Suffix), b)
	}
}

// merge lays the features of a form over those of its lemma.
func merge(lemma, form doc.Feats) doc.Feats {
	if form.Gender == 0 {
		form.Gender = lemma.Gender
	}
	return form
}

// forms are all inflected forms of the last word of a name, when the lexicon knows it; else the word alone.
func (k *Base) forms(word string) []int32 {
	id := k.vocab.id(word)
	if f := k.formsOf[id]; len(f) > 0 {
		return f
	}
	return []int32{id}
}

// indexForms turns the analyses round: from a nominal lemma to its forms.
func (k *Base) indexForms() {
	k.formsOf = map[int32][]int32{}
	for w := range k.vocab.entries {
		for i := range k.vocab.entries[w].Analyses {
			a := &k.vocab.entries[w].Analyses[i]
			if a.UPOS == doc.NOUN || a.UPOS == doc.PROPN {
				k.formsOf[a.LemmaID] = append(k.formsOf[a.LemmaID], int32(w))
			}
		}
	}
}
