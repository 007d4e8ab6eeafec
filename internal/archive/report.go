package archive

import (
	"context"

	"varta/record"
)

// Told says to which act an event of a report belongs and how many reports tell that act.
type Told struct {
	Act     string
	Reports int
}

// Told gives for each event of a report, by its id, the act that it tells.
func (a *Archive) Told(ctx context.Context, report string) (map[string]Told, error) {
	rows, err := a.Query(ctx, "SELECT e.id, x.id, x.reports FROM reports r JOIN events e ON e.report = r.n JOIN tellings t ON t.event = e.n "+
		"JOIN acts x ON x.n = t.act WHERE r.id = ?", report)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]Told{}
	for rows.Next() {
		var event string
		var told Told
		if err := rows.Scan(&event, &told.Act, &told.Reports); err != nil {
			return nil, err
		}
		out[event] = told
	}
	return out, rows.Err()
}

// Origin is where a report came from and which other reports have nearly the same words.
type Origin struct {
	Source, Added string
	Copies        []record.Null
}

// Origin tells it of one report, by its id.
func (a *Archive) Origin(ctx context.Context, report string) (Origin, error) {
	rows, err := a.Query(ctx, "SELECT coalesce(r.source, ''), r.added, coalesce(c.id, '') FROM reports r LEFT JOIN reports c ON c.n <> r.n AND "+
		"(c.copy_of = coalesce(r.copy_of, r.n) OR c.n = r.copy_of) WHERE r.id = ? ORDER BY c.n", report)
	if err != nil {
		return Origin{}, err
	}
	defer rows.Close()
	var out Origin
	for rows.Next() {
		var other record.Null
		if err := rows.Scan(&out.Source, &out.Added, &other); err != nil {
			return Origin{}, err
		}
		if other != "" {
			out.Copies = append(out.Copies, other)
		}
	}
	return out, rows.Err()
}
