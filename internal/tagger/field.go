package tagger

import "math"

// field is a linear-chain conditional random field in training, by gradients that are scaled with what a weight has
// been moved before (AdaGrad).
type field struct {
	bits          uint
	rate          float64
	weights, past []float64 // labels a row
	trans, ways   [labels * labels]float64
	// Of the sentence that is learned: weights, and logarithms of sums over all paths up to a token and behind it.
	emit, ahead, behind []float64
}

// never is the weight of what cannot be.
const never = -1e4

func newField(bits uint, rate float64) *field {
	f := &field{bits: bits, rate: rate, weights: make([]float64, labels<<bits)}
	if rate == 0 {
		return f // a mean of others
	}
	f.past = make([]float64, labels<<bits)
	for a := range labels {
		for b := range labels {
			if !follows(a, b) {
				f.trans[a*labels+b] = never
			}
		}
	}
	return f
}

func (f *field) add(o *field) {
	for i, w := range o.weights {
		f.weights[i] += w
	}
	for i, w := range o.trans {
		f.trans[i] += w
	}
}

func (f *field) scale(x float64) {
	for i := range f.weights {
		f.weights[i] *= x
	}
	for i := range f.trans {
		f.trans[i] *= x
	}
}

// row is where the weights of a feature begin.
func (f *field) row(h uint64) int { return row(h, 64-f.bits) * labels }

// learn moves the weights towards one example; it returns how unlikely its labels were.
func (f *field) learn(e *example) float64 {
	n := len(e.want)
	if n == 0 {
		return 0
	}
	f.read(e)
	total := f.sums(n)
	loss := total
	for i := range n {
		y := int(e.want[i])
		loss -= f.emit[i*labels+y]
		if i > 0 {
			loss -= f.trans[int(e.want[i-1])*labels+y]
		}
	}
	var ways [labels * labels]float64
	for i := 1; i < n; i++ {
		f.expect(i, total, &ways)
		ways[int(e.want[i-1])*labels+int(e.want[i])]++
	}
	for i := range n {
		f.moveToken(e, i, total)
	}
	for j, g := range ways {
		if follows(j/labels, j%labels) {
			f.ways[j] += g * g
			f.trans[j] += f.rate * g / (math.Sqrt(f.ways[j]) + calm)
		}
	}
	return loss
}

// read fills emit with the weights of each token's features.
func (f *field) read(e *example) {
	n := len(e.want) * labels
	for _, s := range []*[]float64{&f.emit, &f.ahead, &f.behind} {
		if cap(*s) < n {
			*s = make([]float64, 2*n)
		}
		*s = (*s)[:n]
		clear(*s)
	}
	for i, h := range e.features {
		out := f.emit[i*labels : (i+1)*labels]
		for _, x := range h {
			for l, w := range f.weights[f.row(x):][:labels] {
				out[l] += w
			}
		}
		for l := 1; l < labels; l++ {
			if i == 0 || i == len(e.want)-1 {
				out[l] = never
			}
		}
	}
}

// sums runs forward and backward over n tokens; it returns the logarithm of the sum over all paths.
func (f *field) sums(n int) float64 {
	var x [labels]float64
	copy(f.ahead, f.emit[:labels])
	for i := 1; i < n; i++ {
		for b := range labels {
			for a := range labels {
				x[a] = f.ahead[(i-1)*labels+a] + f.trans[a*labels+b]
			}
			f.ahead[i*labels+b] = logSum(&x) + f.emit[i*labels+b]
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range labels {
			for b := range labels {
				x[b] = f.trans[a*labels+b] + f.emit[(i+1)*labels+b] + f.behind[(i+1)*labels+b]
			}
			f.behind[i*labels+a] = logSum(&x)
		}
	}
	copy(x[:], f.ahead[(n-1)*labels:])
	return logSum(&x)
}

// expect subtracts how likely each step to token i is.
func (f *field) expect(i int, total float64, ways *[labels * labels]float64) {
	for a := range labels {
		for b := range labels {
			if follows(a, b) {
				ways[a*labels+b] -= math.Exp(f.ahead[(i-1)*labels+a] + f.trans[a*labels+b] + f.emit[i*labels+b] + f.behind[i*labels+b] - total)
			}
		}
	}
}

// Weights that were never moved move by no more than rate/calm; each pulls back to 0 by decay.
const (
	calm  = 0.1
	decay = 1e-5
)

// moveToken moves the weights of the features of token i.
func (f *field) moveToken(e *example, i int, total float64) {
	var off [labels]float64
	for l := range off {
		off[l] = -math.Exp(f.ahead[i*labels+l] + f.behind[i*labels+l] - total)
	}
	off[e.want[i]]++
	for _, h := range e.features[i] {
		r := f.row(h)
		for l, g := range off {
			g -= decay * f.weights[r+l]
			if math.Abs(g) > 1e-6 {
				f.past[r+l] += g * g
				f.weights[r+l] += f.rate * g / (math.Sqrt(f.past[r+l]) + calm)
			}
		}
	}
}

func logSum(x *[labels]float64) float64 {
	top := x[0]
	for _, v := range x[1:] {
		top = max(top, v)
	}
	s := 0.0
	for _, v := range x {
		s += math.Exp(v - top)
	}
	return top + math.Log(s)
}
