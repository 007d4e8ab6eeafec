package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"varta/data"
	"varta/internal/store"
)

// kills is how often each of adding, rereading and migrating is killed: VARTA_KILLS, or a few times.
func kills(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("VARTA_KILLS"))
	if err != nil {
		return 1
	}
	return n
}

// many writes reports enough for several transactions, of the acts of testdata told again and again on other days.
func many(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/acts/texts/*.txt")
	must(t, err)
	var b bytes.Buffer
	for i := range 1200 {
		text, err := os.ReadFile(files[i%len(files)])
		must(t, err)
		year := 2000 + i/len(files)
		line, err := json.Marshal(map[string]string{"id": fmt.Sprint("r", i), "published": fmt.Sprintf("%d-06-15", year), "text": fmt.Sprintf("%s %d", text, i)})
		must(t, err)
		b.Write(append(line, '\n'))
	}
	file := filepath.Join(dir, "reports.jsonl")
	must(t, os.WriteFile(file, b.Bytes(), 0o600))
	return file
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// whole runs varta to its end, and says how long that took.
func whole(t *testing.T, args ...string) time.Duration {
	t.Helper()
	start := time.Now()
	out, err := exec.Command("varta", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("varta %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return time.Since(start)
}

// killed runs varta and kills it at a random moment, as a power cut would, if it lasts so long.
func killed(t *testing.T, lasts time.Duration, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), rand.N(lasts))
	defer cancel()
	_ = exec.CommandContext(ctx, "varta", args...).Run() // which kills by SIGKILL
}

// contents are all records and acts.
func contents(t *testing.T, where string) string {
	t.Helper()
	s, err := store.Open(t.Context(), where, store.Options{})
	must(t, err)
	defer s.Close()
	var b strings.Builder
	for rec, err := range s.Records(t.Context(), "") {
		must(t, err)
		line, err := rec.Line()
		must(t, err)
		b.Write(line)
	}
	for act, err := range s.Acts(t.Context(), "") {
		must(t, err)
		line, err := json.Marshal(act)
		must(t, err)
		b.Write(line)
	}
	return b.String()
}

func same(t *testing.T, what, where, want string) {
	t.Helper()
	whole(t, "check", "--store", where)
	if got := contents(t, where); got != want {
		t.Errorf("%s: %d bytes of records and acts, want %d", what, len(got), len(want))
	}
}

// TestKilled holds that nothing is lost and nothing is there twice, whenever varta is killed: what is called again goes
// on, and comes to the archive that it would have made without.
func TestKilled(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("takes long")
	}
	dir := t.TempDir()
	reports, first := many(t, dir), filepath.Join(dir, "first.db")
	lasts := whole(t, "add", "--store", first, reports)
	added := contents(t, first)
	t.Run("add", func(t *testing.T) {
		for i := range kills(t) {
			where := filepath.Join(t.TempDir(), "varta.db")
			for range 3 {
				killed(t, lasts, "add", "--store", where, reports)
			}
			whole(t, "add", "--store", where, reports)
			same(t, fmt.Sprint("round ", i), where, added)
		}
	})
	tables := fewerTables(t)
	then := copyOf(t, first)
	lasts = whole(t, "reread", "--store", then, "--data", tables)
	renewed := contents(t, then)
	if renewed == added {
		t.Fatal("the other tables make no difference")
	}
	t.Run("reread", func(t *testing.T) {
		for i := range kills(t) {
			where := copyOf(t, first)
			for range 3 {
				killed(t, lasts, "reread", "--store", where, "--data", tables)
			}
			whole(t, "reread", "--store", where, "--data", tables)
			same(t, fmt.Sprint("round ", i), where, renewed)
		}
	})
	t.Run("migration", func(t *testing.T) {
		old := filepath.Join(dir, "old.db")
		must(t, os.Rename(copyOf(t, first), old))
		outdate(t, old)
		lasts := whole(t, "check", "--store", copyOf(t, old))
		for i := range kills(t) {
			where := copyOf(t, old)
			for range 3 {
				killed(t, lasts/4, "check", "--store", where)
			}
			same(t, fmt.Sprint("round ", i), where, added)
		}
	})
}

// fewerTables are the tables without a file.
func fewerTables(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	must(t, os.CopyFS(dir, data.FS))
	must(t, os.Remove(filepath.Join(dir, "hi", "frames", "consult.yaml")))
	return dir
}

// copyOf copies an archive that nobody has open.
func copyOf(t *testing.T, archive string) string {
	t.Helper()
	b, err := os.ReadFile(archive)
	must(t, err)
	to := filepath.Join(t.TempDir(), "varta.db")
	must(t, os.WriteFile(to, b, fs.FileMode(0o600)))
	return to
}

// outdate takes an archive back to its first schema.
func outdate(t *testing.T, where string) {
	t.Helper()
	s, err := store.Open(t.Context(), where, store.Options{})
	must(t, err)
	rows, err := s.Query(t.Context(), "SELECT name FROM sqlite_master WHERE type = 'view' UNION ALL SELECT '' WHERE 0")
	must(t, err)
	var drop []string
	for rows.Next() {
		var name string
		must(t, rows.Scan(&name))
		drop = append(drop, "DROP VIEW "+name)
	}
	must(t, rows.Err())
	drop = append(drop, "DROP INDEX acts_occasion", "DROP TABLE event_cells", "DELETE FROM meta",
		"CREATE TABLE event_keys (key BIGINT NOT NULL, event BIGINT NOT NULL REFERENCES events(n), PRIMARY KEY (key, event)) WITHOUT ROWID",
		"CREATE TABLE lead_keys (key BIGINT NOT NULL, event BIGINT NOT NULL REFERENCES events(n), PRIMARY KEY (key, event)) WITHOUT ROWID",
		"DELETE FROM schema_version WHERE version_id > 1")
	must(t, s.Write(t.Context(), func(tx *store.Tx) error {
		for _, d := range drop {
			if err := tx.Exec(d); err != nil {
				return err
			}
		}
		return nil
	}))
	must(t, s.Close())
}
