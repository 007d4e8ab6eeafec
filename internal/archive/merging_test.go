package archive_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"varta/internal/archive"
	"varta/internal/ingest"
	"varta/internal/store"
	"varta/record"
)

// goldReports are those of testdata/acts, as lines of JSON.
func goldReports(t *testing.T) []ingest.Item {
	t.Helper()
	files, err := filepath.Glob("../../testdata/acts/gold/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var out []ingest.Item
	for _, f := range files {
		var gold struct{ ID, Published, Text string }
		b, err := os.ReadFile(f)
		if err == nil {
			err = json.Unmarshal(b, &gold)
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile("../../testdata/acts/texts/" + gold.ID + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, item(t, gold.ID, gold.Published, string(text)))
	}
	return out
}

func item(t *testing.T, id, published, text string) ingest.Item {
	t.Helper()
	b, err := json.Marshal(ingest.Report{ID: id, Published: published, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return ingest.Item{Name: id, Form: ingest.JSON, Bytes: b}
}

func add(t *testing.T, a *archive.Archive, items ...ingest.Item) {
	t.Helper()
	sum, err := a.Add(t.Context(), slices.Values(items), archive.AddOptions{}, func(archive.Outcome) {})
	if err != nil || sum.Added != len(items) {
		t.Fatalf("%d of %d reports added: %v", sum.Added, len(items), err)
	}
}

// acts are the acts of an archive as JSON, by ID.
func acts(t *testing.T, a *archive.Archive) map[string]string {
	t.Helper()
	out := map[string]string{}
	for act, err := range a.Acts(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(act)
		if err != nil {
			t.Fatal(err)
		}
		out[act.ID] = string(b)
	}
	return out
}

// TestBatches: the order in which reports are added, and with which others, does not matter.
func TestBatches(t *testing.T) {
	all := goldReports(t)
	once := openAt(t, filepath.Join(t.TempDir(), "once.db"), "")
	add(t, once, all...)
	want := acts(t, once)
	r := rand.New(rand.NewPCG(1, 2))
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	each(t, func(t *testing.T, where string) {
		parts := openAt(t, where, "")
		for batch := range slices.Chunk(all, 13) {
			add(t, parts, batch...)
		}
		got := acts(t, parts)
		for id, act := range want {
			if got[id] != act {
				t.Errorf("in batches %s is\n%s\nwant\n%s", id, got[id], act)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%d acts in batches, %d at once", len(got), len(want))
		}
	})
}

// TestTwoArchives: two programs that add in turns make the acts that one makes.
func TestTwoArchives(t *testing.T) {
	all := goldReports(t)
	once := openAt(t, filepath.Join(t.TempDir(), "once.db"), "")
	add(t, once, all...)
	each(t, func(t *testing.T, where string) {
		both := []*archive.Archive{openAt(t, where, ""), openAt(t, where, "")}
		i := 0
		for batch := range slices.Chunk(all, 11) {
			add(t, both[i%2], batch...)
			i++
		}
		if dump(t, both[0]) != dump(t, once) {
			t.Error("two make other acts than one")
		}
	})
}

// TestFiledOtherwise: an archive that was filled before events were filed in cells goes on as if they always had been.
func TestFiledOtherwise(t *testing.T) {
	all := goldReports(t)
	once := openAt(t, filepath.Join(t.TempDir(), "once.db"), "")
	add(t, once, all...)
	each(t, func(t *testing.T, where string) {
		a, err := archive.Open(t.Context(), where, archive.Options{})
		check(t, err)
		add(t, a, all[:40]...)
		check(t, a.Write(t.Context(), func(tx *store.Tx) error {
			for _, s := range []string{"DROP TABLE event_cells", "CREATE TABLE event_keys (key BIGINT, event BIGINT)", "CREATE TABLE lead_keys (key BIGINT, event BIGINT)",
				"INSERT INTO event_keys SELECT 1, event FROM merging", "DELETE FROM meta", "DELETE FROM schema_version WHERE version_id >= 4"} {
				if err := tx.Exec(s); err != nil {
					return err
				}
			}
			return nil
		}))
		check(t, a.Close())
		a = openAt(t, where, "")
		sound(t, a)
		add(t, a, all[40:]...)
		sound(t, a)
		if dump(t, a) != dump(t, once) {
			t.Error("it makes other acts")
		}
	})
}

// find is the act that a report tells; the report must tell one only.
func find(t *testing.T, a *archive.Archive, report string) *record.Act {
	t.Helper()
	for act, err := range a.Acts(t.Context(), "a.n IN (SELECT t.act FROM tellings t JOIN reports r ON r.n = t.report WHERE r.id = ?)", report) {
		if err != nil {
			t.Fatal(err)
		}
		return act
	}
	t.Fatalf("%s tells no act", report)
	return nil
}

func told(act *record.Act) string {
	var out []string
	for _, x := range act.Tellings {
		out = append(out, x.Report)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func talks(t *testing.T, ids ...string) []ingest.Item {
	t.Helper()
	var out []ingest.Item
	for _, id := range ids {
		out = append(out, item(t, id, "2024-03-05", fmt.Sprintf("भारत ने सोमवार को चीन से बातचीत की। यह %s है।", id)))
	}
	return out
}

// TestSplitAndJoin: what users decide holds for reports that come later and when reports are read anew, and the
// reverse undoes it.
func TestSplitAndJoin(t *testing.T) {
	each(t, func(t *testing.T, where string) { splitAndJoin(t, openAt(t, where, "")) })
}

func splitAndJoin(t *testing.T, a *archive.Archive) {
	add(t, a, talks(t, "one", "two", "three")...)
	whole := find(t, a, "one")
	if told(whole) != "one three two" {
		t.Fatalf("one act of %s", told(whole))
	}
	after, err := a.Split(t.Context(), whole.ID, []string{"one", "two"})
	if err != nil || len(after) != 2 {
		t.Fatal(after, err)
	}
	add(t, a, talks(t, "four", "five")...)
	if _, err := a.Reread(t.Context(), archive.RereadOptions{All: true}, func(_, _ int) {}); err != nil {
		t.Fatal(err)
	}
	if got := told(find(t, a, "one")); !strings.Contains(got, "one") || !strings.Contains(got, "two") || strings.Contains(got, "three") {
		t.Errorf("after split and add: %s", got)
	}
	if after, err = a.Join(t.Context(), find(t, a, "one").ID, find(t, a, "three").ID); err != nil || len(after) != 1 {
		t.Fatal(after, err)
	}
	if got := told(find(t, a, "three")); got != "five four one three two" {
		t.Errorf("joined again: %s", got)
	}
	add(t, a, item(t, "other", "2024-03-05", "रूस ने सोमवार को जापान की निंदा की।"))
	if after, err = a.Join(t.Context(), find(t, a, "one").ID, find(t, a, "other").ID); err != nil || len(after) != 1 {
		t.Fatal(after, err)
	}
	add(t, a, talks(t, "six")...)
	if got := told(find(t, a, "other")); got != "five four one other six three two" {
		t.Errorf("joined with another: %s", got)
	}
	if after, err = a.Split(t.Context(), find(t, a, "other").ID, []string{"other"}); err != nil || len(after) != 2 {
		t.Fatal(after, err)
	}
	if got := told(find(t, a, "six")); got != "five four one six three two" {
		t.Errorf("split again: %s", got)
	}
}

// TestSplitLead: an act that loses the telling which held it together stays one.
func TestSplitLead(t *testing.T) {
	a := openAt(t, filepath.Join(t.TempDir(), "varta.db"), "")
	add(t, a, item(t, "lead", "2024-03-05", "नरेंद्र मोदी ने सोमवार को व्लादिमीर पुतिन से बातचीत की।"),
		item(t, "before", "2024-02-20", "प्रधानमंत्री नरेंद्र मोदी रूस के राष्ट्रपति व्लादिमीर पुतिन से बातचीत करेंगे।"),
		item(t, "after", "2024-03-12", "नरेंद्र मोदी ने व्लादिमीर पुतिन से बातचीत की थी।"))
	whole := find(t, a, "lead")
	if told(whole) != "after before lead" {
		t.Fatalf("one act of %s", told(whole))
	}
	after, err := a.Split(t.Context(), whole.ID, []string{"lead"})
	if err != nil || len(after) != 2 || told(find(t, a, "after")) != "after before" {
		t.Errorf("%v, %v: %s", after, err, told(find(t, a, "after")))
	}
	if after, err = a.Join(t.Context(), after[0], after[1]); err != nil || len(after) != 1 {
		t.Errorf("joined again: %v, %v", after, err)
	}
	sound(t, a)
}

func TestSplitWrongly(t *testing.T) {
	a := openAt(t, filepath.Join(t.TempDir(), "varta.db"), "")
	add(t, a, talks(t, "one", "two")...)
	act := find(t, a, "one").ID
	for _, tt := range []struct {
		act     string
		reports []string
		says    string
	}{
		{"act:000000000000", []string{"one"}, "there is no act act:000000000000"},
		{act, []string{"three"}, "report three does not tell it"},
		{act, []string{"one", "two"}, "no other report tells it"},
	} {
		if _, err := a.Split(t.Context(), tt.act, tt.reports); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("split %s %v: %v, want %q", tt.act, tt.reports, err, tt.says)
		}
	}
	if _, err := a.Join(t.Context(), act, act); err == nil || !strings.Contains(err.Error(), "one act already") {
		t.Errorf("join with itself: %v", err)
	}
}
