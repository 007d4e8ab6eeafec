package eval

import (
	"cmp"
	"slices"

	"varta/record"
)

// code is the code of a party, record.Unknown without one.
func (p Party) code() string { return cmp.Or(p.Code, p.Country, p.Organization, record.Unknown) }

// codes is the sorted set of known codes.
func codes(lists ...[]Party) []string {
	out := []string{}
	for _, l := range lists {
		for _, p := range l {
			if c := p.code(); c != record.Unknown {
				out = append(out, c)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (e *Event) parties() []string { return codes(e.Actors, e.Recipients) }

// overlap is the largest number of bytes that two lists of spans share.
func overlap(a, b []Quote) int {
	best := 0
	for i, x := range a {
		for j, y := range b {
			o := min(x.End, y.End) - max(x.Start, y.Start)
			if i+j == 0 || o > best {
				best = o
			}
		}
	}
	return best
}

// share is the best overlap as a share of the union. A span that swallows the gold one eight times over, and is
// longer than 400 bytes, is no evidence.
func share(gold, pred []Quote) float64 {
	best := 0.0
	for _, g := range gold {
		for _, p := range pred {
			o := min(g.End, p.End) - max(g.Start, p.Start)
			if o > 0 && (p.End-p.Start <= 400 || p.End-p.Start <= 8*(g.End-g.Start)) {
				best = max(best, float64(o)/float64(max(g.End, p.End)-min(g.Start, p.Start)))
			}
		}
	}
	return best
}

// pair links gold i with prediction j.
type pair struct{ i, j int }

type candidate struct {
	pair
	optional bool
	prefer   int
	share    float64
}

func (c candidate) compare(o candidate) int {
	optional := 0
	if c.optional != o.optional {
		optional = 1
		if o.optional {
			optional = -1
		}
	}
	return cmp.Or(optional, cmp.Compare(o.prefer, c.prefer), cmp.Compare(o.share, c.share), cmp.Compare(c.i, o.i), cmp.Compare(c.j, o.j))
}

// scored is what events, statements and facts have in common.
type scored interface {
	spans() []Quote
	optional() bool
}

func (e *Event) spans() []Quote     { return e.Evidence }
func (e *Event) optional() bool     { return e.Optional }
func (s *Statement) spans() []Quote { return s.Evidence }
func (s *Statement) optional() bool { return s.Optional }
func (f *Fact) spans() []Quote      { return f.Evidence }
func (f *Fact) optional() bool      { return f.Optional }

// match pairs gold with predictions one to one, greedily: gold that counts before optional gold, then what prefer
// ranks higher, then the larger share.
func match[T scored](gold, pred []T, same func(g, p T) bool, prefer func(g, p T) int) []pair {
	var all []candidate
	for i, g := range gold {
		for j, p := range pred {
			if o := share(g.spans(), p.spans()); o > 0 && same(g, p) {
				all = append(all, candidate{pair{i, j}, g.optional(), prefer(g, p), o})
			}
		}
	}
	slices.SortFunc(all, candidate.compare)
	left, right := map[int]bool{}, map[int]bool{}
	var out []pair
	for _, c := range all {
		if !left[c.i] && !right[c.j] {
			left[c.i], right[c.j] = true, true
			out = append(out, c.pair)
		}
	}
	return out
}

func pointers[T any](s []T) []*T {
	out := make([]*T, len(s))
	for i := range s {
		out[i] = &s[i]
	}
	return out
}

func sameType(g, p *Event) bool {
	return p.Type == g.Type || slices.Contains(g.AltTypes, p.Type)
}

func sameParties(g, p *Event) bool { return slices.Equal(g.parties(), p.parties()) }

func sameRoles(g, p *Event) bool {
	if !sameParties(g, p) {
		return false
	}
	if g.Type == "CONSULT" && !slices.Contains(g.Modes, "visit") {
		return true
	}
	return slices.Equal(codes(g.Actors), codes(p.Actors))
}

func (e *Event) status() string {
	if e.Status == "" || e.Status == "reported" {
		return record.Happened
	}
	return e.Status
}

func sameAll(g, p *Event) bool { return sameParties(g, p) && g.status() == p.status() }

// preferEvent takes the candidate with the right parties, then the one with the type itself.
func preferEvent(g, p *Event) int {
	n := 0
	if sameParties(g, p) {
		n += 2
	}
	if g.Type == p.Type {
		n++
	}
	return n
}

func sameSpeaker(g, p *Statement) bool {
	return slices.Equal(codes([]Party{g.Speaker}), codes([]Party{p.Speaker}))
}

func touches(e *Event, gold []*Event, keep func(i int) bool) bool {
	for i, g := range gold {
		if keep(i) && overlap(g.Evidence, e.Evidence) > 0 {
			return true
		}
	}
	return false
}
