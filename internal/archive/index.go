package archive

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"varta/internal/merge"
	"varta/internal/store"
)

// index is what merging asks of the store. It remembers the tellings that it has seen.
type index struct {
	tx      *store.Tx
	known   map[int64]*merge.Telling
	numbers map[string]int64
}

func newIndex(tx *store.Tx) *index {
	return &index{tx: tx, known: map[int64]*merge.Telling{}, numbers: map[string]int64{}}
}

func (x *index) know(n int64, t *merge.Telling) {
	x.known[n], x.numbers[t.ID()] = t, n
}

// forget drops what is known of events that are dropped.
func (x *index) forget(events []int64) {
	for _, n := range events {
		if t := x.known[n]; t != nil {
			delete(x.known, n)
			delete(x.numbers, t.ID())
		}
	}
}

// Filed implements [merge.Index].
func (x *index) Filed(cells []merge.Cell) ([]merge.Placed, error) {
	sketches, err := x.tx.Filed(numbered(cells))
	if err != nil {
		return nil, err
	}
	return x.placed(sketches)
}

func (x *index) telling(s store.Sketch) (*merge.Telling, error) {
	if t, ok := x.known[s.N]; ok {
		return t, nil
	}
	t := new(merge.Telling)
	if err := json.Unmarshal(s.JSON, t); err != nil {
		return t, fmt.Errorf("decode sketch of event %d: %w", s.N, err)
	}
	t.Prepare()
	x.know(s.N, t)
	return t, nil
}

// need makes the tellings of events known.
func (x *index) need(events []int64) error {
	var missing []int64
	for _, n := range events {
		if x.known[n] == nil {
			missing = append(missing, n)
		}
	}
	sketches, err := x.tx.Sketches(sortedOnce(missing))
	if err != nil {
		return err
	}
	for _, s := range sketches {
		if _, err := x.telling(s); err != nil {
			return err
		}
	}
	return nil
}

// placed says by which tellings others are led.
func (x *index) placed(sketches []store.Sketch) ([]merge.Placed, error) {
	out := make([]merge.Placed, len(sketches))
	var err error
	var leads []int64
	for i, s := range sketches {
		if out[i].Telling, err = x.telling(s); err != nil {
			return nil, err
		}
	}
	for _, s := range sketches {
		leads = append(leads, s.Lead)
	}
	if err := x.need(leads); err != nil {
		return nil, err
	}
	for i, s := range sketches {
		lead, ok := x.known[s.Lead]
		if !ok {
			return nil, fmt.Errorf("event %d goes with event %d, which is not there", s.N, s.Lead)
		}
		out[i].Lead = lead.ID()
	}
	return out, nil
}

// overrides are what users decided, about tellings that are there. A telling whose report was read anew may stand
// somewhat elsewhere: the nearest one of its type is meant.
func (x *index) overrides() (*merge.Overrides, error) {
	kept, err := x.tx.Overrides()
	if err != nil {
		return nil, err
	}
	out := &merge.Overrides{}
	for _, k := range kept {
		a, err := x.find(k.A)
		if err != nil {
			return nil, err
		}
		b, err := x.find(k.B)
		switch {
		case err != nil:
			return nil, err
		case a == "" || b == "":
		case k.Kind == split:
			out.Split = append(out.Split, [2]string{a, b})
		case k.Kind == join:
			out.Joined = append(out.Joined, [2]string{a, b})
		}
	}
	return out, nil
}

// find is the telling that an ID means, empty when there is none.
func (x *index) find(id string) (string, error) {
	if _, ok := x.numbers[id]; ok {
		return id, nil
	}
	report, _, _ := strings.Cut(id, "@")
	numbers, err := x.tx.ReportNumbers([]string{report})
	if err != nil {
		return "", err
	}
	events, err := x.tx.EventsOf(numbers[report])
	if err != nil {
		return "", err
	}
	sketches, err := x.tx.Sketches(events)
	if err != nil {
		return "", err
	}
	for _, s := range sketches {
		if _, err := x.telling(s); err != nil {
			return "", err
		}
	}
	return x.nearest(id), nil
}

// nearest is the telling of the report and type of an ID that stands nearest to it.
func (x *index) nearest(id string) string {
	if _, ok := x.numbers[id]; ok {
		return id
	}
	report, rest, _ := strings.Cut(id, "@")
	place, kind, _ := strings.Cut(rest, ":")
	kind, _, _ = strings.Cut(kind, ".")
	start, err := strconv.Atoi(place)
	if err != nil {
		return ""
	}
	best, least, first := "", 1<<30, int64(0)
	for n, t := range x.known {
		if t.Report != report || t.Type != kind {
			continue
		}
		if d := max(t.Start-start, start-t.Start); d < least || d == least && n < first {
			best, least, first = t.ID(), d, n
		}
	}
	return best
}
