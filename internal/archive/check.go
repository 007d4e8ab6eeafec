package archive

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"varta/internal/merge"
	"varta/record"
)

// Checked counts what was looked at.
type Checked struct{ Reports, Events, Acts int }

// Check proves that an archive is sound: every quote of every record is what its report has there, every act is what
// its tellings make, and the tables agree. It calls tell for everything that is not.
func (a *Archive) Check(ctx context.Context, tell func(problem string)) (Checked, error) {
	var c Checked
	if err := a.Store.Check(ctx, tell); err != nil {
		return c, err
	}
	tell = sparing(tell)
	for rec, err := range a.Records(ctx, "") {
		if err != nil {
			return c, err
		}
		c.Reports++
		c.Events += len(rec.Events)
		if err := record.Verify(rec, rec.Report.Text); err != nil {
			tell(rec.ID + ": " + strings.ReplaceAll(err.Error(), "\n", "\n"+rec.ID+": "))
		}
	}
	filed := 0
	for act, err := range a.Acts(ctx, "") {
		if err != nil {
			return c, err
		}
		c.Acts++
		n, err := a.checkAct(ctx, act, tell)
		if err != nil {
			return c, err
		}
		filed += n
	}
	if err := a.checkCells(ctx, filed, tell); err != nil {
		return c, err
	}
	return c, ctx.Err()
}

// checkCells counts where events are filed, if this version of the program has filed them.
func (a *Archive) checkCells(ctx context.Context, want int, tell func(string)) error {
	rows, err := a.Query(ctx, "SELECT (SELECT count(*) FROM event_cells) FROM meta WHERE name = ? AND value = ?", filing, merge.Filing)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var have int
		if err := rows.Scan(&have); err != nil {
			return err
		}
		if have != want {
			tell(fmt.Sprintf("events are filed in %d cells, not in %d", have, want))
		}
	}
	return rows.Err()
}

// sparing tells of so many problems and no more: one fault can spoil everything.
func sparing(tell func(string)) func(string) {
	left := 100
	return func(problem string) {
		if left--; left >= 0 {
			tell(problem)
		} else if left == -1 {
			tell("and more, which are not named")
		}
	}
}

// checkAct makes an act again from its tellings, and counts in how many cells they are filed.
func (a *Archive) checkAct(ctx context.Context, act *record.Act, tell func(string)) (filed int, err error) {
	loaded, err := a.TellingsOf(ctx, act.ID)
	if err != nil {
		return 0, err
	}
	members := make([]merge.Told, len(loaded))
	for i := range loaded {
		if err := json.Unmarshal(loaded[i].JSON, &members[i].Telling); err != nil {
			return 0, fmt.Errorf("event %d: %w", loaded[i].N, err)
		}
		filed += len(cells(&members[i].Telling))
		members[i].Event = loaded[i].Event
	}
	again := merge.Act(members)
	again.Occasion = act.Occasion
	want, err := json.Marshal(again)
	if err != nil {
		return filed, err
	}
	have, err := json.Marshal(act)
	if err == nil && string(want) != string(have) {
		tell(act.ID + ": its tellings make another act of it")
	}
	return filed, err
}
