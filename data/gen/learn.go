package main

import (
	"math"
	"slices"
	"sort"
	"strings"

	"varta/internal/names"
)

// pair is a name in both scripts: the units of one word and the letters of the other.
type pair struct {
	units []string
	latin string
}

// longest is how many letters a unit may be spelled with.
const longest = 3

// What a letter that stands for nothing costs at most: the learner finds a sound for every letter of the names that it
// has seen, and would not forgive one too many in others (शोगू, Shoigu).
const (
	strayVowel     = 6 * 16
	strayConsonant = 10 * 16
)

// model is what the learner thinks of the spelling of each unit, and of letters that stand for nothing.
type model struct {
	spell map[string]map[string]float64
	stray map[string]float64
}

// learn finds how Latin names spell the units, by expectation maximisation over all alignments of the pairs: the rows of
// spelling.tsv. Pairs that no alignment explains well, exonyms, drop out after the second round.
func learn(pairs []pair, usual map[string]string) []names.Spelling {
	m := begin(pairs, usual)
	for round := range 12 {
		counts := &model{map[string]map[string]float64{}, map[string]float64{}}
		kept := pairs[:0:0]
		for _, p := range pairs {
			bits := m.expect(p, counts)
			if round != 2 || bits <= 2.2*float64(len(p.units)) {
				kept = append(kept, p)
			}
		}
		pairs = kept
		m = counts.normal()
	}
	return m.rows()
}

// begin gives the usual romanisation of a unit most of its probability and lets each spelling with a vowel stand for a
// vowel, with a consonant for a consonant.
func begin(pairs []pair, usual map[string]string) *model {
	m := &model{map[string]map[string]float64{}, map[string]float64{}}
	for _, p := range pairs {
		for _, u := range p.units {
			if m.spell[u] == nil {
				m.spell[u] = map[string]float64{"": 0.02, usual[u]: 0.4}
			}
		}
		for j := range p.latin {
			for n := 1; n <= longest && j+n <= len(p.latin); n++ {
				g := p.latin[j : j+n]
				for _, u := range p.units {
					if _, ok := m.spell[u][g]; !ok {
						m.spell[u][g] = prior(usual[u], g)
					}
				}
			}
		}
	}
	for c := 'a'; c <= 'z'; c++ {
		m.stray[string(c)] = 0.01
	}
	return m
}

func vowelish(s string) bool { return s == "" || strings.ContainsAny(s[:1], "aeiouy") }

func prior(usual, g string) float64 {
	p := 0.002
	if vowelish(usual) == vowelish(g) {
		p = 0.02
	}
	if usual != "" && usual[0] == g[0] {
		p = 0.05
	}
	return p / float64(len(g))
}

// expect adds the expected uses of each spelling in a pair to counts and returns the pair's cost in bits.
func (m *model) expect(p pair, counts *model) float64 {
	f, b := m.forward(p), m.backward(p)
	n, l := len(p.units), len(p.latin)
	total := f[n][l]
	if total <= 0 {
		return math.Inf(1)
	}
	for i := 0; i <= n; i++ {
		for j := 0; j <= l; j++ {
			if j > 0 {
				c := p.latin[j-1 : j]
				counts.stray[c] += f[i][j-1] * m.stray[c] * b[i][j] / total
			}
			for k := 0; i > 0 && k <= longest && k <= j; k++ {
				u, g := p.units[i-1], p.latin[j-k:j]
				if e := f[i-1][j-k] * m.spell[u][g] * b[i][j] / total; e > 0 {
					if counts.spell[u] == nil {
						counts.spell[u] = map[string]float64{}
					}
					counts.spell[u][g] += e
				}
			}
		}
	}
	return -math.Log2(total)
}

func grid(n, l int) [][]float64 {
	g := make([][]float64, n+1)
	for i := range g {
		g[i] = make([]float64, l+1)
	}
	return g
}

func (m *model) forward(p pair) [][]float64 {
	f := grid(len(p.units), len(p.latin))
	f[0][0] = 1
	for i := range f {
		for j := range f[i] {
			if j > 0 {
				f[i][j] += f[i][j-1] * m.stray[p.latin[j-1:j]]
			}
			for k := 0; i > 0 && k <= longest && k <= j; k++ {
				f[i][j] += f[i-1][j-k] * m.spell[p.units[i-1]][p.latin[j-k:j]]
			}
		}
	}
	return f
}

func (m *model) backward(p pair) [][]float64 {
	n, l := len(p.units), len(p.latin)
	b := grid(n, l)
	b[n][l] = 1
	for i := n; i >= 0; i-- {
		for j := l; j >= 0; j-- {
			if j < l {
				b[i][j] += b[i][j+1] * m.stray[p.latin[j:j+1]]
			}
			for k := 0; i < n && k <= longest && j+k <= l; k++ {
				b[i][j] += b[i+1][j+k] * m.spell[p.units[i]][p.latin[j:j+k]]
			}
		}
	}
	return b
}

// normal turns counts into probabilities; rare uses share what is taken from the others.
func (m *model) normal() *model {
	units, strays := 0.0, 0.0
	for _, c := range m.spell {
		for _, x := range c {
			units += x
		}
	}
	out := &model{map[string]map[string]float64{}, map[string]float64{}}
	for u, c := range m.spell {
		sum := 2.0
		for _, x := range c {
			sum += x
		}
		out.spell[u] = map[string]float64{}
		for g, x := range c {
			if x > 0.02 {
				out.spell[u][g] = x / sum
			}
		}
	}
	for _, x := range m.stray {
		strays += x
	}
	for c := 'a'; c <= 'z'; c++ {
		out.stray[string(c)] = (m.stray[string(c)] + 0.5) / (units + strays)
	}
	return out
}

// rows are the spellings that are worth a row: neither rarer than one in two hundred nor seen less than one and a half
// times.
func (m *model) rows() []names.Spelling {
	var out []names.Spelling
	for u, c := range m.spell {
		for g, p := range c {
			if p >= 0.0015 {
				out = append(out, names.Spelling{Unit: u, Latin: g, Cost: bits(p)})
			}
		}
	}
	for c, p := range m.stray {
		most := strayConsonant
		if vowelish(c) {
			most = strayVowel
		}
		out = append(out, names.Spelling{Unit: "+", Latin: c, Cost: min(bits(p), most)})
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].Unit < out[j].Unit || out[i].Unit == out[j].Unit && out[i].Latin < out[j].Latin
	})
	return slices.Clip(out)
}

// bits is the cost of a probability in sixteenths of a bit.
func bits(p float64) int { return int(math.Round(-16 * math.Log2(p))) }
