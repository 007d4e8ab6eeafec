package archive_test

import (
	"errors"
	"path/filepath"
	"testing"

	"varta/internal/archive"
	"varta/record"
)

// eventOf is the event of a type in a report.
func eventOf(t *testing.T, a *archive.Archive, report, typ string) *record.Event {
	t.Helper()
	rec, err := a.Record(t.Context(), report)
	check(t, err)
	for i := range rec.Events {
		if rec.Events[i].Type == typ {
			return &rec.Events[i]
		}
	}
	return nil
}

func mend(e *record.Event, report string, changes map[string]string) archive.Mend {
	return archive.Mend{Report: report, Item: e.ID, Start: e.Evidence[0].Start, Changes: changes, Author: "uma"}
}

// Corrections change record and acts, and hold when the report is read anew.
func TestCorrect(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	e := eventOf(t, a, "r5", "COERCE")
	check(t, a.Correct(t.Context(), mend(e, "r5", map[string]string{archive.Type: "ASSAULT", archive.Status: "alleged", archive.Recipients: "", archive.Day: "2024-03-04"})))
	for range 2 {
		got := eventOf(t, a, "r5", "ASSAULT")
		if got == nil || got.Status != "alleged" || len(got.Recipients) != 0 || got.Date == nil || got.Date.Value != "2024-03-04" || got.Quad != 4 || got.CAMEO != "180" {
			t.Fatalf("%+v", got)
		}
		q, err := a.Resolve(archive.Question{Of: "acts", Types: []string{"ASSAULT"}})
		check(t, err)
		if acts, err := a.FindActs(t.Context(), q); err != nil || len(acts.Items) != 1 || acts.Items[0].Status != "alleged" {
			t.Errorf("%+v %v", acts, err)
		}
		_, err = a.Reread(t.Context(), archive.RereadOptions{All: true}, func(int, int) {})
		check(t, err)
	}
	checked, err := a.Check(t.Context(), func(problem string) { t.Error(problem) })
	if err != nil || checked.Reports == 0 {
		t.Error(checked, err)
	}
}

// What is rejected is neither in the record nor among the acts; another verdict brings it back.
func TestReject(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	e := eventOf(t, a, "r5", "COERCE")
	check(t, a.Correct(t.Context(), mend(e, "r5", map[string]string{archive.Verdict: archive.Reject})))
	if got := eventOf(t, a, "r5", "COERCE"); got != nil {
		t.Errorf("still there: %+v", got)
	}
	c, err := a.CorrectionsOf(t.Context(), "r5")
	if err != nil || len(c.All) != 1 || c.All[0].Author != "uma" || c.All[0].New != archive.Reject || len(c.Left) != 0 {
		t.Fatalf("%+v %v", c, err)
	}
	check(t, a.Withdraw(t.Context(), "r5", c.All[0].Target))
	if got := eventOf(t, a, "r5", "COERCE"); got == nil {
		t.Error("not there again")
	}
}

// A mention of the report becomes a party, a passage of it the evidence; nothing else does.
func TestCorrectFromTheReport(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	e := eventOf(t, a, "r5", "COERCE")
	for name, changes := range map[string]map[string]string{
		"a party that is not named": {archive.Actors: "CHN"},
		"words that are not there":  {archive.Words: "चीन की नौसेना"},
		"no words":                  {archive.Words: " "},
		"a status":                  {archive.Status: "certain"},
		"a type":                    {archive.Type: "MEET"},
		"a date":                    {archive.Day: "yesterday"},
		"nothing":                   {archive.Status: e.Status},
	} {
		if err := a.Correct(t.Context(), mend(e, "r5", changes)); !errors.Is(err, archive.ErrQuestion) {
			t.Errorf("%s: %v", name, err)
		}
	}
	moved := mend(e, "r5", map[string]string{archive.Status: "denied"})
	moved.Start++
	if err := a.Correct(t.Context(), moved); !errors.Is(err, archive.ErrQuestion) {
		t.Errorf("another item: %v", err)
	}
	check(t, a.Correct(t.Context(), mend(e, "r5", map[string]string{archive.Recipients: "LKA IND", archive.Words: "21 भारतीय मछुआरों को गिरफ्तार किया"})))
	got := eventOf(t, a, "r5", "COERCE")
	if len(got.Recipients) != 2 || got.Recipients[0].Text == "" || got.Evidence[0].Quote != "21 भारतीय मछुआरों को गिरफ्तार किया" {
		t.Errorf("%+v", got)
	}
}
