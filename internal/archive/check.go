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
	for act, err := range a.Acts(ctx, "") {
		if err != nil {
			return c, err
		}
		c.Acts++
		if err := a.checkAct(ctx, act, tell); err != nil {
			return c, err
		}
	}
	return c, ctx.Err()
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

// checkAct makes an act again from its tellings.
func (a *Archive) checkAct(ctx context.Context, act *record.Act, tell func(string)) error {
	loaded, err := a.TellingsOf(ctx, act.ID)
	if err != nil {
		return err
	}
	members := make([]merge.Told, len(loaded))
	for i := range loaded {
		if err := json.Unmarshal(loaded[i].JSON, &members[i].Telling); err != nil {
			return fmt.Errorf("event %d: %w", loaded[i].N, err)
		}
		members[i].Event = loaded[i].Event
	}
	again := merge.Act(members)
	again.Occasion = act.Occasion
	want, err := json.Marshal(again)
	if err != nil {
		return err
	}
	have, err := json.Marshal(act)
	if err == nil && string(want) != string(have) {
		tell(act.ID + ": its tellings make another act of it")
	}
	return err
}
