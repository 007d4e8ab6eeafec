package merge

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"varta/record"
)

// memory is an index of all that was placed.
type memory struct {
	placed map[string]Placed
	board  *Board // what is remembered of the updates before, nil for nothing
}

func newMemory() *memory { return &memory{placed: map[string]Placed{}} }

func (m *memory) Filed(cells []Cell) ([]Placed, error) {
	var out []Placed
	for _, p := range m.placed {
		if len(common(Cells(Keys(p.Telling)), cells)) > 0 {
			out = append(out, p)
		}
	}
	return out, nil
}

func (m *memory) update(t *testing.T, added, removed []Telling, o *Overrides) {
	t.Helper()
	var was []Placed
	for _, x := range removed {
		was = append(was, m.placed[x.ID()])
	}
	changed, err := m.change(pointers(added), was, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range removed {
		delete(m.placed, x.ID())
	}
	for _, p := range changed {
		if had := m.placed[p.ID()].Lead; had != p.Was && len(removed) == 0 {
			t.Fatalf("%s was led by %q, not by %q", p.ID(), had, p.Was)
		}
		m.placed[p.ID()] = p.Placed
	}
}

func (m *memory) change(added []*Telling, removed []Placed, o *Overrides) ([]Change, error) {
	if len(removed) > 0 {
		m.board = nil
		return Update(m, added, removed, o)
	}
	if m.board == nil {
		m.board = NewBoard()
	}
	return m.board.Update(m, added, o)
}

func pointers(list []Telling) []*Telling {
	out := make([]*Telling, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// random makes tellings of few parties in few weeks, so that many of them match.
func random(r *rand.Rand, n int) []Telling {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	var out []Telling
	for i := range n {
		t := Telling{Report: fmt.Sprintf("r%03d", i/2), Event: fmt.Sprint("e", i), Start: i % 2 * 100,
			Published: Day(19000 + r.IntN(30)), Type: pick("CONSULT", "CONSULT", "AGREE", "SUPPORT", "ASSAULT"),
			Status: pick(record.Happened, record.Happened, record.Planned, record.Possible, record.Denied)}
		for _, code := range []string{"IND", "RUS", "CHN"} {
			if r.IntN(3) > 0 {
				t.Actors = append(t.Actors, Party{Code: code, Name: pick("", "", "person:"+code+"1", "person:"+code+"2")})
			}
		}
		if r.IntN(4) == 0 {
			t.Actors, t.Bodies = append(t.Actors, Party{Code: "SCO"}), []string{"SCO"}
		}
		if r.IntN(3) > 0 {
			d := t.Published + Day(r.IntN(9)) - 4
			t.Date = Period{d, d + Day(r.IntN(2)), Exact}
		} else if r.IntN(4) == 0 {
			t.Date = span("2022")
		}
		switch r.IntN(6) {
		case 0, 1:
			t.Place = &Place{Name: pick("Samarkand", "Tashkent"), Code: "UZB"}
		case 2:
			t.Place = &Place{Name: "Delhi", Code: "IND", Far: r.IntN(2) == 0}
		}
		if t.Type == "CONSULT" && r.IntN(4) == 0 {
			t.Modes = []string{"multilateral"}
		}
		for w := range uint16(6) {
			if r.IntN(3) == 0 {
				t.Words = append(t.Words, w)
			}
		}
		out = append(out, t)
	}
	return out
}

func leadsOf(placed []Placed) map[string]string {
	out := map[string]string{}
	for _, p := range placed {
		out[p.ID()] = p.Lead
	}
	return out
}

func overrides(r *rand.Rand, all []Telling) *Overrides {
	o := &Overrides{}
	for range r.IntN(3) {
		o.Split = append(o.Split, [2]string{all[r.IntN(len(all))].ID(), all[r.IntN(len(all))].ID()})
	}
	return o
}

// TestAnyOrder: whatever the order in which reports come, in batches of whatever size, and whatever came and went
// meanwhile, the acts are those of all reports at once.
func TestAnyOrder(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 1))
		all := random(r, 10+r.IntN(80))
		o := overrides(r, all)
		want := leadsOf(Assign(all, o))
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := leadsOf(Assign(all, o)); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("seed %d: another order gives other acts", seed)
		}
		m := newMemory()
		var gone []Telling
		for rest := all; len(rest) > 0; {
			n := min(1+r.IntN(12), len(rest))
			added := slices.Clone(rest[:n])
			if len(gone) == 0 && r.IntN(3) == 0 { // what is removed again in the next batch
				for _, x := range random(r, 6) {
					x.Report = fmt.Sprint("gone", len(rest), x.Report)
					gone = append(gone, x)
				}
				m.update(t, append(added, gone...), nil, o)
			} else {
				m.update(t, added, gone, o)
				gone = nil
			}
			rest = rest[n:]
		}
		m.update(t, nil, gone, o)
		got := map[string]string{}
		for id, p := range m.placed {
			got[id] = p.Lead
		}
		for id, lead := range want {
			if got[id] != lead {
				t.Fatalf("seed %d: %s goes with %s in batches and with %s at once", seed, id, got[id], lead)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("seed %d: %d tellings placed, want %d", seed, len(got), len(want))
		}
	}
}

// TestReread: a report that is read again in other words is placed as if it had never been read before.
func TestReread(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 2))
		all := random(r, 60)
		m := newMemory()
		m.update(t, all, nil, nil)
		again := random(r, 60)
		m.update(t, again[:20], all[:20], nil)
		want := leadsOf(Assign(slices.Concat(again[:20], all[20:]), nil))
		for id, lead := range want {
			if m.placed[id].Lead != lead {
				t.Fatalf("seed %d: %s goes with %s, want %s", seed, id, m.placed[id].Lead, lead)
			}
		}
	}
}

// TestSymmetric: the two tellings may be given in either order.
func TestSymmetric(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	all := random(r, 150)
	for i := range all {
		for j := range all[:i] {
			v, w := Match(&all[i], &all[j]), Match(&all[j], &all[i])
			if v.Score != w.Score || v.Same() && v.Score != weigh(&all[i], &all[j]).score {
				t.Fatalf("%s and %s: %v, turned round %v", all[i].ID(), all[j].ID(), v.Score, w.Score)
			}
		}
	}
}

// TestOnly: a report without a date goes with the act of its parties that it can mean, and with none where it can mean two.
func TestOnly(t *testing.T) {
	const told = "2025-10-22 ACCUSE.disapprove happened QAT > IRN;;; हमले की कड़ी निंदा"
	for _, tt := range []struct {
		name  string
		dated []string
		want  string // the report with which it goes
	}{
		{"the only one", []string{"2025-10-11 ACCUSE happened QAT > IRN; 2025-10-10;; हमले की भर्त्सना"}, "r0"},
		{"one of two", []string{"2025-10-11 ACCUSE happened QAT > IRN; 2025-10-10;; हमले की भर्त्सना", "2025-10-15 ACCUSE happened QAT > IRN; 2025-10-14;; हमले की भर्त्सना"}, ""},
		{"the news, and an older one", []string{"2025-10-21 ACCUSE happened QAT > IRN; 2025-10-21;; हमले की भर्त्सना", "2025-10-15 ACCUSE happened QAT > IRN; 2025-10-14;; हमले की भर्त्सना"}, "r0"},
		{"of another party", []string{"2025-10-11 ACCUSE happened SAU > IRN; 2025-10-10;; हमले की भर्त्सना"}, ""},
		{"in words of its own", []string{"2025-10-11 ACCUSE happened QAT > IRN; 2025-10-10;; बयान को गलत बताया"}, ""},
		{"after the report", []string{"2025-10-25 ACCUSE happened QAT > IRN; 2025-10-24;; हमले की भर्त्सना"}, ""},
		{"months before", []string{"2025-06-25 ACCUSE happened QAT > IRN; 2025-06-24;; हमले की भर्त्सना"}, ""},
	} {
		var all []Telling
		for i, s := range append([]string{told}, tt.dated...) {
			published, rest, _ := strings.Cut(s, " ")
			report := fmt.Sprint("r", i-1)
			all = append(all, Tellings(event(report, published, rest))[0])
		}
		want := all[0].ID()
		for _, x := range all[1:] {
			if x.Report == tt.want {
				want = x.ID()
			}
		}
		if lead := leadsOf(Assign(all, nil))[all[0].ID()]; lead != want {
			t.Errorf("%s: it goes with %s, not %s", tt.name, lead, want)
		}
	}
}
