package archive

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"varta/internal/merge"
	"varta/record"
)

// Reasons is an act with why its tellings are together.
type Reasons struct {
	Act     record.Act
	Members []Member
}

// Member is a telling of an act: of each but those that lead, the comparison with the one that it goes with. An act of
// several leads was joined by a user.
type Member struct {
	merge.Told
	Leads   bool
	Verdict merge.Verdict
	Words   []string // of the evidence that agree
}

// Explain says why the reports of an act were brought together.
func (a *Archive) Explain(ctx context.Context, id string) (*Reasons, error) {
	out := &Reasons{}
	for act, err := range a.Acts(ctx, "a.id = ?", id) {
		if err != nil {
			return nil, err
		}
		out.Act = *act
	}
	if out.Act.ID == "" {
		return nil, wrong("there is no act %s", id)
	}
	loaded, err := a.TellingsOf(ctx, id)
	if err != nil {
		return nil, err
	}
	byNumber, events := map[int64]*merge.Telling{}, map[int64]*record.Event{}
	for i, l := range loaded {
		t := new(merge.Telling)
		if err := json.Unmarshal(l.JSON, t); err != nil {
			return nil, fmt.Errorf("decode sketch of event %d: %w", l.N, err)
		}
		byNumber[l.N], events[l.N] = t, &loaded[i].Event
	}
	for _, l := range loaded {
		m := Member{Told: merge.Told{Telling: *byNumber[l.N], Event: l.Event}, Leads: l.Lead == l.N}
		if lead := byNumber[l.Lead]; lead != nil && !m.Leads {
			m.Verdict, m.Words = merge.Match(lead, &m.Telling), merge.Agreeing(&m.Event, events[l.Lead])
			if !m.Verdict.Same() {
				m.Verdict.Reasons = append(m.Verdict.Reasons, merge.Sole())
			}
		}
		out.Members = append(out.Members, m)
	}
	slices.SortFunc(out.Members, func(a, b Member) int { return merge.Before(&a.Telling, &b.Telling) })
	return out, nil
}
