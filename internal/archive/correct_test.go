package archive_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"varta"
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

func mend(e *record.Event, changes map[string]string) archive.Mend {
	return archive.Mend{Item: e.ID, Start: e.Evidence[0].Start, Changes: changes}
}

// correct keeps corrections of report r5.
func correct(t *testing.T, a *archive.Archive, mends ...archive.Mend) error {
	t.Helper()
	_, err := a.Correct(t.Context(), "r5", "uma", mends...)
	return err
}

// Corrections change record and acts, and hold when the report is read anew.
func TestCorrect(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	e := eventOf(t, a, "r5", "COERCE")
	check(t, correct(t, a, mend(e, map[string]string{archive.Type: "ASSAULT", archive.Status: "alleged", archive.Recipients: "", archive.Day: "2024-03-04"})))
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

// asRead is the record of r5 as the reader writes it.
func asRead(t *testing.T, a *archive.Archive) *record.Record {
	t.Helper()
	rec, err := a.Record(t.Context(), "r5")
	check(t, err)
	reader, err := varta.Open(varta.Options{})
	check(t, err)
	read, err := reader.Read(t.Context(), varta.Report{ID: rec.ID, Text: rec.Report.Text, Published: string(rec.Report.Published), Lang: rec.Report.Lang})
	check(t, err)
	return read
}

// What is rejected is neither in the record nor among the acts; another verdict brings it back.
func TestReject(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	e := eventOf(t, a, "r5", "COERCE")
	check(t, correct(t, a, mend(e, map[string]string{archive.Verdict: archive.Reject})))
	if got := eventOf(t, a, "r5", "COERCE"); got != nil {
		t.Errorf("still there: %+v", got)
	}
	c, err := a.CorrectionsOf(t.Context(), "r5", asRead(t, a))
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
		"a verdict":                 {archive.Verdict: "perhaps"},
		"a field":                   {"size": "2"},
		"half a letter":             {archive.Words: "मछुआर"},
		"a span outside":            {archive.Span: "5-100000"},
		"a span that cuts a letter": {archive.Span: fmt.Sprintf("%d-%d", e.Evidence[0].Start, e.Evidence[0].Start+3)},
		"a code that nobody has":    {archive.Actors: "QQQ=श्रीलंका की नौसेना"},
		"nothing":                   {archive.Status: e.Status},
	} {
		if err := correct(t, a, mend(e, changes)); !errors.Is(err, archive.ErrQuestion) {
			t.Errorf("%s: %v", name, err)
		}
	}
	moved := mend(e, map[string]string{archive.Status: "denied"})
	moved.Start++
	if err := correct(t, a, moved); !errors.Is(err, archive.ErrQuestion) {
		t.Errorf("another item: %v", err)
	}
	check(t, correct(t, a, mend(e, map[string]string{archive.Recipients: "LKA IND", archive.Words: "21 भारतीय मछुआरों को गिरफ्तार किया"})))
	got := eventOf(t, a, "r5", "COERCE")
	if len(got.Recipients) != 2 || got.Recipients[0].Text == "" || got.Evidence[0].Quote != "21 भारतीय मछुआरों को गिरफ्तार किया" {
		t.Errorf("%+v", got)
	}
}

// What the reader missed is added, becomes an act, can be corrected like the rest and holds when the report is read anew.
func TestAddMissed(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	rec, err := a.Record(t.Context(), "r5")
	check(t, err)
	whole := strings.Split(rec.Report.Text, "।")[0]
	ids, err := a.Correct(t.Context(), "r5", "uma", archive.Mend{Note: "missed", Changes: map[string]string{archive.Type: "THREATEN", archive.Status: "alleged",
		archive.Actors: "LKA=" + strings.Fields(whole)[0], archive.Recipients: "IND", archive.Day: "2024-03", archive.Span: fmt.Sprintf("0-%d", len(whole))}})
	check(t, err)
	for range 2 {
		e := eventOf(t, a, "r5", "THREATEN")
		if e == nil || e.ID != ids[0] || e.Status != "alleged" || record.CodesOf(e.Actors) != "LKA" || record.CodesOf(e.Recipients) != "IND" || e.Date == nil ||
			e.Date.Precision != "month" || e.Evidence[0].Quote != whole || e.Quad != 3 || e.CAMEO == "" {
			t.Fatalf("%+v", e)
		}
		q, err := a.Resolve(archive.Question{Of: "acts", Types: []string{"THREATEN"}})
		check(t, err)
		if acts, err := a.FindActs(t.Context(), q); err != nil || len(acts.Items) != 1 {
			t.Errorf("%+v %v", acts, err)
		}
		_, err = a.Reread(t.Context(), archive.RereadOptions{All: true}, func(int, int) {})
		check(t, err)
	}
	gold, err := a.Gold(t.Context(), "r5")
	check(t, err)
	for _, g := range gold.Events {
		if g.Optional == (g.Type == "THREATEN") {
			t.Errorf("gold: %+v", g)
		}
	}
	check(t, correct(t, a, mend(eventOf(t, a, "r5", "THREATEN"), map[string]string{archive.Type: "REQUEST"})))
	c, err := a.CorrectionsOf(t.Context(), "r5", asRead(t, a))
	if err != nil || len(c.Left) != 0 || c.All[0].Author != "uma" || c.All[0].Note != "missed" {
		t.Fatalf("%+v %v", c, err)
	}
	if eventOf(t, a, "r5", "REQUEST") == nil || eventOf(t, a, "r5", "THREATEN") != nil {
		t.Error("what was added cannot be corrected")
	}
	check(t, a.Withdraw(t.Context(), "r5", c.All[0].Target))
	if eventOf(t, a, "r5", "REQUEST") != nil {
		t.Error("what was added and withdrawn is still there")
	}
	problems(t, a)
}

func problems(t *testing.T, a *archive.Archive) {
	t.Helper()
	if _, err := a.Check(t.Context(), func(problem string) { t.Error(problem) }); err != nil {
		t.Error(err)
	}
}

// Statements and facts are added like events; what lacks a side, a date or its words is not.
func TestAddKinds(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	quote := "मछुआरों को गिरफ्तार किया"
	for name, changes := range map[string]map[string]string{
		"no type":           {archive.Actors: "LKA", archive.Words: quote},
		"no words":          {archive.Type: "ACCUSE", archive.Actors: "LKA"},
		"no actor":          {archive.Type: "ACCUSE", archive.Words: quote},
		"no object":         {archive.Type: "member_of", archive.Actors: "LKA", archive.Words: quote},
		"two speakers":      {archive.Type: archive.Said, archive.Actors: "LKA IND", archive.Words: quote},
		"unknown about":     {archive.Type: archive.Said, archive.Actors: "LKA", archive.Recipients: "QQQ", archive.Words: quote},
		"words that repeat": {archive.Type: "ACCUSE", archive.Actors: "LKA", archive.Words: "को"},
		"who is not named":  {archive.Type: "ACCUSE", archive.Actors: "CHN", archive.Words: quote},
	} {
		if err := correct(t, a, archive.Mend{Changes: changes}); !errors.Is(err, archive.ErrQuestion) {
			t.Errorf("%s: %v", name, err)
		}
	}
	check(t, correct(t, a,
		archive.Mend{Changes: map[string]string{archive.Type: archive.Said, archive.Actors: "LKA", archive.Recipients: "IND", archive.Words: quote}},
		archive.Mend{Changes: map[string]string{archive.Type: "holds_office", archive.Actors: "LKA", archive.Recipients: "---=मछुआरों", archive.Office: "skipper",
			archive.Day: "2020", archive.Words: quote}}))
	rec, err := a.Record(t.Context(), "r5")
	check(t, err)
	said := slices.IndexFunc(rec.Statements, func(s record.Statement) bool { return s.Speaker.Code == "LKA" && s.Evidence[0].Quote == quote })
	held := slices.IndexFunc(rec.Facts, func(f record.Fact) bool {
		return f.Object.Text == "मछुआरों" && f.Office == "skipper" && f.Since == "2020"
	})
	if said < 0 || held < 0 || !slices.Equal(rec.Statements[said].About, []string{"IND"}) {
		t.Errorf("%+v\n%+v", rec.Statements, rec.Facts)
	}
	problems(t, a)
}

// What a user added gives way to nothing and stands once when the reader writes it too.
func TestAddedTwice(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	before := eventOf(t, a, "r5", "COERCE")
	values := map[string]string{archive.Type: "COERCE", archive.Actors: record.CodesOf(before.Actors), archive.Recipients: record.CodesOf(before.Recipients),
		archive.Words: before.Evidence[0].Quote}
	if before.Date != nil {
		values[archive.Day] = before.Date.Value
	}
	check(t, correct(t, a, archive.Mend{Changes: values}))
	rec, err := a.Record(t.Context(), "r5")
	check(t, err)
	var rules []string
	for _, e := range rec.Events {
		if e.Type == "COERCE" {
			rules = append(rules, e.Rule)
		}
	}
	if !slices.Equal(rules, []string{"editor"}) {
		t.Errorf("rules %v", rules)
	}
	if err := correct(t, a, archive.Mend{Changes: values}); !errors.Is(err, archive.ErrQuestion) {
		t.Errorf("added again: %v", err)
	}
	problems(t, a)
}

// Several records are judged at once, or none of them.
func TestCorrectSeveral(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	rec, err := a.Record(t.Context(), "r5")
	check(t, err)
	var all []archive.Mend
	for i := range rec.Events {
		all = append(all, mend(&rec.Events[i], map[string]string{archive.Verdict: archive.Reject}))
	}
	broken := append(slices.Clone(all), archive.Mend{Item: "e99"})
	if err := correct(t, a, broken...); !errors.Is(err, archive.ErrQuestion) {
		t.Errorf("with one that is not there: %v", err)
	}
	if now, err := a.Record(t.Context(), "r5"); err != nil || len(now.Events) != len(rec.Events) {
		t.Errorf("%d events of %d, %v", len(now.Events), len(rec.Events), err)
	}
	check(t, correct(t, a, all...))
	if now, err := a.Record(t.Context(), "r5"); err != nil || len(now.Events) != 0 {
		t.Errorf("%d events left, %v", len(now.Events), err)
	}
	problems(t, a)
}

// A place is words of the report, which the tables or a code put on the map; a date may have an end.
func TestCorrectPlaceAndPeriod(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	e := eventOf(t, a, "r5", "COERCE")
	for name, changes := range map[string]map[string]string{
		"a place that is not in the report": {archive.Place: "दुशांबे"},
		"words that are no place":           {archive.Place: "गिरफ्तार"},
		"a code that nobody has":            {archive.Place: "QQQ=श्रीलंका"},
		"an end before the beginning":       {archive.Day: "2024-03-04", archive.Until: "2024-03-01"},
		"an end that is no date":            {archive.Day: "2024-03-04", archive.Until: "later"},
	} {
		if err := correct(t, a, mend(e, changes)); !errors.Is(err, archive.ErrQuestion) {
			t.Errorf("%s: %v", name, err)
		}
	}
	check(t, correct(t, a, mend(e, map[string]string{archive.Place: "श्रीलंका", archive.Day: "2024-02-26", archive.Until: "2024-03-01"})))
	for range 2 {
		got := eventOf(t, a, "r5", "COERCE")
		if got.Date == nil || got.Date.Value != "2024-02-26" || got.Date.Until != "2024-03-01" {
			t.Fatalf("%+v", got.Date)
		}
		if p := got.Place; p == nil || p.Text != "श्रीलंका" || p.Code != "LKA" || p.Name != "Sri Lanka" || p.Precision != "state" {
			t.Fatalf("%+v", p)
		}
		_, err := a.Reread(t.Context(), archive.RereadOptions{All: true}, func(int, int) {})
		check(t, err)
	}
	e = eventOf(t, a, "r5", "COERCE")
	check(t, correct(t, a, mend(e, map[string]string{archive.Place: "IND=मछुआरों", archive.Day: "2024-03-02"})))
	got := eventOf(t, a, "r5", "COERCE")
	if got.Date.Value != "2024-03-02" || got.Date.Until != "" {
		t.Errorf("an end that lies before the new beginning: %+v", got.Date)
	}
	if p := got.Place; p.Text != "मछुआरों" || p.Code != "IND" || p.Name != "" {
		t.Errorf("%+v", p)
	}
	check(t, correct(t, a, mend(got, map[string]string{archive.Place: ""})))
	if got := eventOf(t, a, "r5", "COERCE"); got.Place != nil {
		t.Errorf("still somewhere: %+v", got.Place)
	}
}
