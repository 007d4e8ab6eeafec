package archive

import (
	"context"
	"fmt"

	"varta/internal/store"
	"varta/record"
)

// Act is the act with an id.
func (a *Archive) Act(ctx context.Context, id string) (*record.Act, error) {
	for act, err := range a.Acts(ctx, "a.id = ?", id) {
		return act, err
	}
	return nil, fmt.Errorf("act %s: %w", id, store.ErrUnknown)
}

// Beside are the acts that took place at an act: the meetings at a summit.
func (a *Archive) Beside(ctx context.Context, id string) ([]*record.Act, error) {
	var out []*record.Act
	for act, err := range a.Acts(ctx, "a.occasion IN (SELECT t.event FROM tellings t JOIN acts x ON x.n = t.act WHERE x.id = ?)", id) {
		if err != nil {
			return nil, err
		}
		out = append(out, act)
	}
	return out, nil
}

// Titles are the titles of the reports that tell an act, by the reports' ids.
func (a *Archive) Titles(ctx context.Context, act *record.Act) (map[string]string, error) {
	rows, err := a.Query(ctx, "SELECT DISTINCT r.id, coalesce(r.title, '') FROM acts a JOIN tellings t ON t.act = a.n JOIN reports r ON r.n = t.report WHERE a.id = ?", act.ID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var id, title string
		if err := rows.Scan(&id, &title); err != nil {
			return nil, err
		}
		out[id] = title
	}
	return out, rows.Err()
}
