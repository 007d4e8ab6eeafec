package tagger

import (
	"math/rand/v2"
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Trainer learns the weights of a model from examples. The same examples in the same order make the same model.
type Trainer struct {
	Bits     uint    // logarithm of the number of rows
	Rate     float64 // of learning
	Epochs   int
	MinCount int     // features seen less often are left out
	Unknown  float64 // of how many words that are no name a second copy of the examples makes unknown ones
	Masked   float64 // the same of words that are part of a name
	Bias     float64 // added to names at the end: what is found more often, at the price of being right less often

	examples []example
}

// example is a run of tokens as training sees it.
type example struct {
	features [][]uint64 // a token
	want     []uint8
}

// Add takes the sentences of d, in which names are gold, as an example, twice: as they are, and with some words masked so
// that the model learns to tell names that it has never seen by what stands around them.
func (t *Trainer) Add(d *doc.Document, k *knowledge.Base, names []doc.Tag) {
	want := make([]uint8, len(d.Tokens))
	for _, n := range names {
		for i := n.Tokens.First; i < n.Tokens.Last; i++ {
			want[i] = label(n.Type, i == n.Tokens.First)
		}
	}
	rng := rand.New(rand.NewPCG(7, uint64(len(t.examples))))
	for _, s := range d.Sentences {
		g := tagger{d: d, k: k}
		g.open(s.Tokens)
		for r := g.run(s.Tokens, s.Tokens.First); r.Len() > 0; r = g.run(s.Tokens, r.Last) {
			g.look(s.Tokens, r)
			at := r.First - s.Tokens.First
			t.examples = append(t.examples, g.example(at, want[r.First:r.Last]))
			as := slices.Clone(g.attr)
			g.mask(at, r, want[r.First:r.Last], t, rng)
			t.examples = append(t.examples, g.example(at, want[r.First:r.Last]))
			g.attr = as
		}
	}
}

func label(typ doc.MentionType, begin bool) uint8 {
	for n, x := range types {
		if x == typ && begin {
			return uint8(2*n + 1)
		} else if x == typ {
			return uint8(2*n + 2)
		}
	}
	return outside
}

// example takes the features of the run from token first of the sentence on, between two tokens outside without any.
func (t *tagger) example(first int, want []uint8) example {
	e := example{want: make([]uint8, len(want)+2), features: make([][]uint64, len(want)+2)}
	copy(e.want[1:], want)
	if e.want[1]%2 == 0 && e.want[1] != outside {
		e.want[1]-- // a name that begins before the run
	}
	var h hashes
	for i := range want {
		n := t.features(first+i, &h)
		e.features[i+1] = slices.Clone(h[:n])
	}
	return e
}

// mask makes unknown words of some nouns, adjectives and names of a run, which begins at token first of the sentence.
func (t *tagger) mask(first int, r doc.Range, want []uint8, o *Trainer, rng *rand.Rand) {
	for i := range want {
		a, x := &t.attr[first+i+margin], &t.d.Tokens[r.First+i]
		share := o.Unknown
		if want[i] != outside {
			share = o.Masked
		}
		if x.Kind != doc.Word || !a.nominal() || rng.Float64() >= share {
			continue
		}
		g := t.k.Guess(x.Norm)
		a.word, a.list, a.parts, a.class, a.upos = rng.Uint64(), 0, 0, 0, uint8(g.UPOS)
		if g.UPOS == doc.NOUN {
			a.class = otherNoun
		}
		a.shape = a.shape&^(unknownWord|tableWord) | unknownWord
	}
	link(t.attr[:t.filled], 0)
}

// Train learns, and returns the model as Run reads it. After each epoch progress gets the loss.
func (t *Trainer) Train(progress func(epoch int, loss float64)) []byte {
	t.dropRare()
	f := newField(t.Bits, t.Rate)
	mean := newField(t.Bits, 0)
	rng := rand.New(rand.NewPCG(1, 2))
	for epoch := range t.Epochs {
		loss := 0.0
		for _, n := range rng.Perm(len(t.examples)) {
			loss += f.learn(&t.examples[n])
		}
		if epoch > 0 || t.Epochs == 1 {
			mean.add(f) // the first is far off still
		}
		progress(epoch+1, loss)
	}
	mean.scale(1 / float64(max(t.Epochs-1, 1)))
	for b := 1; b < labels; b += 2 {
		for a := range labels {
			if a != b && a != b+1 {
				mean.trans[a*labels+b] += t.Bias
			}
		}
	}
	return store(t.Bits, mean.weights, &mean.trans)
}

// dropRare leaves out features that too few tokens have.
func (t *Trainer) dropRare() {
	count := map[uint64]int{}
	for i := range t.examples {
		for _, h := range t.examples[i].features {
			for _, x := range h {
				count[x]++
			}
		}
	}
	for i := range t.examples {
		for j, h := range t.examples[i].features {
			kept := h[:0]
			for _, x := range h {
				if count[x] >= t.MinCount {
					kept = append(kept, x)
				}
			}
			t.examples[i].features[j] = kept
		}
	}
}
