package archive_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"varta"
	"varta/data"
	"varta/internal/archive"
	"varta/internal/ingest"
	"varta/internal/store"
)

// each runs a test on both databases.
func each(t *testing.T, f func(t *testing.T, where string)) {
	t.Run("sqlite", func(t *testing.T) { f(t, filepath.Join(t.TempDir(), "varta.db")) })
	t.Run("postgres", func(t *testing.T) { f(t, postgres(t)) })
}

func openAt(t *testing.T, where, tables string) *archive.Archive {
	t.Helper()
	a, err := archive.Open(t.Context(), where, archive.Options{Tables: varta.Options{Data: tables}})
	check(t, err)
	t.Cleanup(func() { check(t, a.Close()) })
	return a
}

const shipped = "../../testdata/reports"

func addFiles(t *testing.T, a *archive.Archive, published string, paths ...string) archive.Sum {
	t.Helper()
	source := ingest.Source{Client: ingest.NewClient("test", false)}
	sum, err := a.Add(t.Context(), source.Items(t.Context(), paths), archive.AddOptions{Published: published}, func(o archive.Outcome) {
		if o.Err != nil {
			t.Errorf("%s: %v", o.Name, o.Err)
		}
	})
	check(t, err)
	return sum
}

// sound fails when varta check would.
func sound(t *testing.T, a *archive.Archive) archive.Checked {
	t.Helper()
	c, err := a.Check(t.Context(), func(problem string) { t.Error(problem) })
	check(t, err)
	return c
}

// dump is all records and acts of an archive, in an order that does not depend on that of arrival.
func dump(t *testing.T, a *archive.Archive) string {
	t.Helper()
	var lines []string
	for rec, err := range a.Records(t.Context(), "") {
		check(t, err)
		line, err := rec.Line()
		check(t, err)
		lines = append(lines, string(line))
	}
	for act, err := range a.Acts(t.Context(), "") {
		check(t, err)
		line, err := json.Marshal(act)
		check(t, err)
		lines = append(lines, string(line)+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

func count(t *testing.T, a *archive.Archive, query string) int {
	t.Helper()
	rows, err := a.Query(t.Context(), "SELECT count(*) FROM ("+query+") q")
	check(t, err)
	defer rows.Close()
	var n int
	for rows.Next() {
		check(t, rows.Scan(&n))
	}
	check(t, rows.Err())
	return n
}

func TestAdd(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		a := openAt(t, where, "")
		if sum := addFiles(t, a, "2022-09-14", shipped); sum.Added != 4 || sum.Known != 0 {
			t.Errorf("first: %+v", sum)
		}
		if sum := addFiles(t, a, "", shipped, shipped); sum.Added != 0 || sum.Known != 8 {
			t.Errorf("again: %+v", sum)
		}
		if c := sound(t, a); c.Reports != 4 || c.Events == 0 || c.Acts == 0 {
			t.Errorf("checked %+v", c)
		}
		for _, view := range []string{"v_reports", "v_events", "v_acts", "v_tellings", "v_parties", "v_history", "v_statements", "v_facts",
			"v_relations", "v_people", "v_entities"} {
			if n := count(t, a, "SELECT * FROM "+view); n == 0 {
				t.Errorf("%s is empty", view)
			}
		}
	})
}

// TestBroken holds that a report that breaks the program is skipped and named, and the others are kept. A link that nobody
// is there to follow breaks it as a mistake in the reader would.
func TestBroken(t *testing.T) {
	text := func(s string) ingest.Item { return ingest.Item{Name: s, Form: ingest.Text, Bytes: []byte(s)} }
	items := []ingest.Item{text("भारत ने चीन से बातचीत की।"), {Name: "feed.xml, entry 2", Form: ingest.Link, Known: ingest.Report{URL: "https://example.org/2"}},
		text("रूस ने यूक्रेन पर हमला किया।")}
	a := openAt(t, filepath.Join(t.TempDir(), "varta.db"), "")
	var skipped []archive.Outcome
	sum, err := a.Add(t.Context(), slices.Values(items), archive.AddOptions{}, func(o archive.Outcome) {
		if o.Kind == archive.Skipped {
			skipped = append(skipped, o)
		}
	})
	check(t, err)
	if sum.Added != 2 || sum.Skipped != 1 {
		t.Errorf("%+v", sum)
	}
	if len(skipped) != 1 || skipped[0].Name != items[1].Name || !errors.Is(skipped[0].Err, varta.ErrBroken) || !strings.Contains(skipped[0].Err.Error(), "fetch.go:") {
		t.Errorf("skipped %+v", skipped)
	}
	sound(t, a)
}

// TestSame holds that both databases give the same acts, however the reports came.
func TestSame(t *testing.T) {
	files, err := filepath.Glob(shipped + "/*.txt")
	check(t, err)
	one := openAt(t, filepath.Join(t.TempDir(), "varta.db"), "")
	addFiles(t, one, "2022-09-14", files...)
	each(t, func(t *testing.T, where string) {
		other := openAt(t, where, "")
		for _, f := range slices.Backward(files) {
			addFiles(t, other, "2022-09-14", f)
		}
		if dump(t, one) != dump(t, other) {
			t.Error("the same reports in another order make another archive")
		}
	})
}

// TestIDs holds that two reports of one id are both kept, under ids of their own.
func TestIDs(t *testing.T) {
	dir := t.TempDir()
	var paths []string
	for i, text := range []string{"भारत ने चीन से बातचीत की।", "रूस ने यूक्रेन पर हमला किया।"} {
		p := filepath.Join(dir, fmt.Sprint(i), "report.txt")
		check(t, errors.Join(os.MkdirAll(filepath.Dir(p), 0o700), os.WriteFile(p, []byte(text), 0o600)))
		paths = append(paths, p)
	}
	a := openAt(t, filepath.Join(dir, "varta.db"), "")
	addFiles(t, a, "", paths...)
	if n := count(t, a, "SELECT id FROM reports WHERE id LIKE 'report%'"); n != 2 {
		t.Errorf("%d reports, want 2", n)
	}
	sound(t, a)
}

// tables writes a copy of the tables with a file left out.
func tables(t *testing.T, without string) string {
	t.Helper()
	dir := t.TempDir()
	check(t, fs.WalkDir(data.FS, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || p == without {
			return err
		}
		b, err := fs.ReadFile(data.FS, p)
		to := filepath.Join(dir, p)
		return errors.Join(err, os.MkdirAll(filepath.Dir(to), 0o700), os.WriteFile(to, b, 0o600))
	}))
	return dir
}

// TestReread holds that a reread with other tables makes the archive that these tables would have made, and that one
// which is broken off goes on.
func TestReread(t *testing.T) {
	fewer := tables(t, "hi/frames/consult.yaml")
	want := openAt(t, filepath.Join(t.TempDir(), "varta.db"), fewer)
	addFiles(t, want, "2022-09-14", shipped)
	each(t, func(t *testing.T, where string) {
		full := openAt(t, where, "")
		addFiles(t, full, "2022-09-14", shipped)
		before := dump(t, full)
		reread(t, openAt(t, where, fewer), func(d archive.Difference) bool { return d.Reports == 4 && d.Changed > 0 && d.Removed["CONSULT"] > 0 })
		sound(t, full)
		if dump(t, full) != dump(t, want) {
			t.Error("a reread makes another archive than adding")
		}
		reread(t, full, func(d archive.Difference) bool { return d.Reports == 4 && d.Added["CONSULT"] > 0 })
		sound(t, full)
		if dump(t, full) != before {
			t.Error("a reread with the first tables makes another archive than before")
		}
		reread(t, full, func(d archive.Difference) bool { return d.Reports == 0 })
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := full.Reread(ctx, archive.RereadOptions{All: true}, func(int, int) {}); !errors.Is(err, context.Canceled) {
			t.Errorf("broken off: %v", err)
		}
		if d, err := full.Reread(t.Context(), archive.RereadOptions{All: true}, func(int, int) {}); err != nil || d.Reports != 4 || d.Changed != 0 {
			t.Errorf("all: %+v %v", d, err)
		}
		if dump(t, full) != before {
			t.Error("reading all again makes another archive")
		}
	})
}

func reread(t *testing.T, a *archive.Archive, right func(archive.Difference) bool) {
	t.Helper()
	d, err := a.Reread(t.Context(), archive.RereadOptions{}, func(int, int) {})
	check(t, err)
	if !right(d) {
		t.Errorf("reread: %+v", d)
	}
}

// TestCheck holds that whatever is spoilt is found.
func TestCheck(t *testing.T) {
	for _, tt := range []struct{ spoil, says string }{
		{"UPDATE events SET evidence = replace(evidence, 'quote\":\"', 'quote\":\"x') WHERE n = (SELECT min(n) FROM events)", "reads"},
		{"UPDATE acts SET json = replace(json, 'happened', 'denied') WHERE n = (SELECT min(n) FROM acts WHERE status = 'happened')", "its tellings make another act of it"},
		{"DELETE FROM report_words WHERE rowid = 1", "report colombo cannot be found by its words"},
		{"DELETE FROM tellings WHERE event = (SELECT min(event) FROM tellings)", "tells no act"},
		{"UPDATE acts SET reports = 9 WHERE n = (SELECT min(n) FROM acts)", "counts its reports wrongly"},
		{"PRAGMA foreign_keys = 0; DELETE FROM records WHERE report = 2", "has no record"},
		{"UPDATE reports SET text = text || 'x' WHERE n = 1", "sha256 differs"},
		{"PRAGMA foreign_keys = 0; DELETE FROM reports WHERE n = 1", "that is not there"},
	} {
		where := filepath.Join(t.TempDir(), "varta.db")
		a := openAt(t, where, "")
		addFiles(t, a, "2022-09-14", shipped)
		db, err := sql.Open("sqlite", where)
		check(t, err)
		_, err = db.Exec(tt.spoil)
		check(t, errors.Join(err, db.Close()))
		var found []string
		_, err = a.Check(t.Context(), func(problem string) { found = append(found, problem) })
		check(t, err)
		if !strings.Contains(strings.Join(found, "\n"), tt.says) {
			t.Errorf("%s: found %q, want %q", tt.spoil, found, tt.says)
		}
	}
}

// TestFull holds that a full disk is named, that nothing of the batch is kept, and that adding goes on when there is room.
func TestFull(t *testing.T) {
	where := filepath.Join(t.TempDir(), "varta.db")
	small, err := archive.Open(t.Context(), where, archive.Options{Store: store.Options{MaxPages: 80}})
	check(t, err)
	source := ingest.Source{}
	_, err = small.Add(t.Context(), source.Items(t.Context(), []string{shipped}), archive.AddOptions{}, func(archive.Outcome) {})
	if !errors.Is(err, store.ErrFull) || !strings.Contains(err.Error(), where) {
		t.Errorf("got %v", err)
	}
	check(t, small.Close())
	a := openAt(t, where, "")
	if c := sound(t, a); c.Reports != 0 {
		t.Errorf("%d reports", c.Reports)
	}
	addFiles(t, a, "", shipped)
	if c := sound(t, a); c.Reports != 4 {
		t.Errorf("%d reports", c.Reports)
	}
}
