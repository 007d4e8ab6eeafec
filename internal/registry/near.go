package registry

import (
	"slices"
	"strings"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/names"
)

// maxNear is how many names are proposed for one that the tables lack.
const maxNear = 5

// What a last name alone costs beforehand, in bits, when spellings are compared; how good the spelling must be to stand for
// a name of the tables, and how much better than that of any other.
const (
	lastNameBits = 3
	goodScore    = 0.75
	clearBits    = 5
)

// spellings are the English names of who and what can be asked for, to be found by names in either script that are spelt
// in another way.
func (r *Registry) spellings() *names.Index {
	b := names.NewBuilder(r.k.Script)
	for i := range r.k.Items {
		it := &r.k.Items[i]
		if !slices.Contains([]doc.MentionType{doc.Person, doc.State, doc.Organisation, doc.Group}, it.Kind) {
			continue
		}
		b.Add(i, it.English, 0)
		for a := range strings.SplitSeq(it.Aliases, "|") {
			if a != "" && a[0] < 0x80 {
				b.Add(i, a, 0)
			}
		}
		if w := strings.Fields(it.English); it.Kind == doc.Person && len(w) > 1 {
			b.Add(i, w[len(w)-1], lastNameBits)
		}
	}
	return b.Build()
}

// near are the names that spell a text in another way, the nearest first; of some kinds of items, or of any.
func (r *Registry) near(text string, of ...doc.MentionType) []string {
	var out []string
	for _, m := range r.index().Find(text, 4*maxNear) {
		it := &r.k.Items[m.Item]
		if len(out) < maxNear && m.Score > 0.2 && (len(of) == 0 || slices.Contains(of, it.Kind)) && !slices.Contains(out, it.English) {
			out = append(out, it.English)
		}
	}
	return out
}

// meant is the item that a name spelt in another way can only mean (शोगू, Sergei Lavrov), nil when that is not clear.
func (r *Registry) meant(text string) *knowledge.Item {
	found := r.index().Find(text, 2)
	if len(found) == 0 || found[0].Score < goodScore || len(found) > 1 && found[1].Bits < found[0].Bits+clearBits {
		return nil
	}
	return &r.k.Items[found[0].Item]
}
