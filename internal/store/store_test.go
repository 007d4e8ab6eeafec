package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"varta/internal/store"
	"varta/record"
)

// each runs a test on both databases. PostgreSQL needs VARTA_TEST_POSTGRES, the address of a database in which the
// tests may make schemas of their own.
func each(t *testing.T, f func(t *testing.T, where string)) {
	t.Run("sqlite", func(t *testing.T) { f(t, filepath.Join(t.TempDir(), "varta.db")) })
	t.Run("postgres", func(t *testing.T) { f(t, postgres(t)) })
}

func postgres(t *testing.T) string {
	t.Helper()
	server := os.Getenv("VARTA_TEST_POSTGRES")
	if server == "" {
		t.Skip("VARTA_TEST_POSTGRES names no server")
	}
	db, err := sql.Open("postgres", server)
	check(t, err)
	schema := fmt.Sprintf("varta_test_%d_%d", os.Getpid(), time.Now().UnixNano())
	_, err = db.Exec("CREATE SCHEMA " + schema)
	check(t, err)
	t.Cleanup(func() {
		_, err := db.Exec("DROP SCHEMA " + schema + " CASCADE")
		check(t, errors.Join(err, db.Close()))
	})
	u, err := url.Parse(server)
	check(t, err)
	q := u.Query()
	q.Set("search_path", schema)
	u.RawQuery = q.Encode()
	return u.String()
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, where string, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), where, o)
	check(t, err)
	t.Cleanup(func() { check(t, s.Close()) })
	return s
}

const text = "भारत ने चीन से बात की। रूस ने कहा।"

// report is report i, all with the same record but for the id.
func report(i int) (store.Report, *record.Record) {
	id := fmt.Sprintf("r%d", i)
	rec := &record.Record{ID: id, Schema: record.Schema, Version: "1", DataVersion: "d1",
		Report: record.Report{Lang: "hi", Published: "2022-09-15", SHA256: "s" + id, Bytes: len(text), Text: text,
			Dateline: &record.Dateline{Text: "दिल्ली", Code: "IND"}},
		Events: []record.Event{{ID: "e1", Type: "CONSULT", Modes: []string{"meet", "visit"}, CAMEO: "040", Quad: 1, Score: 1, Status: record.Happened,
			Actors: []record.Party{{Text: "भारत", Start: 0, End: 12, ID: "IND", Name: "India", Code: "IND"},
				{Text: "चीन", Start: 20, End: 29, ID: "CHN", Name: "China", Code: "CHN"}},
			Date:     &record.Date{Value: "2022-09", Precision: "month"},
			Evidence: []record.Evidence{{Start: 0, End: 12, Quote: "भारत"}}, Rule: "x", Confidence: 0.9}},
		Statements: []record.Statement{{ID: "s1", Speaker: record.Party{Text: "रूस", Code: "RUS"}, About: []string{"IND"},
			Content: record.Span{Start: 0, End: 12}}},
	}
	return store.Report{ID: id, Lang: "hi", Published: "2022-09-15", Added: time.Unix(0, 0), Text: text, SHA256: "s" + id, Folded: "f" + id,
		Words: "भारत ने चीन से बात की रूस ने कहा", URL: "https://example.org/" + id, Sketch: []int64{-1, int64(i)}}, rec
}

func add(t *testing.T, s *store.Store, numbers ...int) {
	t.Helper()
	check(t, s.Write(t.Context(), func(tx *store.Tx) error {
		for _, i := range numbers {
			r, rec := report(i)
			n, err := tx.AddReport(r)
			if err != nil {
				return err
			}
			if err := tx.PutRecord(n, rec, 0, func(*record.Fact) string { return "" }); err != nil {
				return err
			}
		}
		return nil
	}))
}

func count(t *testing.T, s *store.Store, query string, args ...any) int {
	t.Helper()
	rows, err := s.Query(t.Context(), query, args...)
	check(t, err)
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	check(t, rows.Err())
	return n
}

// TestRecords holds that a record comes back byte by byte.
func TestRecords(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s := open(t, where, store.Options{})
		add(t, s, 1, 2)
		add(t, s, 3)
		i := 0
		for got, err := range s.Records(t.Context(), "") {
			check(t, err)
			i++
			_, rec := report(i)
			want, err := rec.Line()
			check(t, err)
			line, err := got.Line()
			check(t, err)
			if string(line) != string(want) {
				t.Errorf("record %d:\n%s\nwant:\n%s", i, line, want)
			}
		}
		if i != 3 {
			t.Errorf("%d records", i)
		}
		if _, err := s.Record(t.Context(), "nobody"); !errors.Is(err, store.ErrUnknown) {
			t.Errorf("record of an unknown report: %v", err)
		}
	})
}

// TestAllOrNothing holds that a batch that fails leaves nothing, and that writing goes on after it.
func TestAllOrNothing(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s := open(t, where, store.Options{})
		add(t, s, 1)
		stop := errors.New("stop")
		err := s.Write(t.Context(), func(tx *store.Tx) error {
			r, rec := report(2)
			n, err := tx.AddReport(r)
			check(t, errors.Join(err, tx.PutRecord(n, rec, 0, func(*record.Fact) string { return "" })))
			return stop
		})
		if !errors.Is(err, stop) {
			t.Errorf("got %v", err)
		}
		add(t, s, 3)
		if n := count(t, s, "SELECT 1 FROM v_reports"); n != 2 {
			t.Errorf("%d reports, want 2", n)
		}
		if n := count(t, s, "SELECT 1 FROM v_events"); n != 2 {
			t.Errorf("%d events, want 2", n)
		}
	})
}

// TestReadsBesideWriter holds that a query sees the state before a batch until it is whole.
func TestReadsBesideWriter(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s := open(t, where, store.Options{})
		check(t, s.Write(t.Context(), func(tx *store.Tx) error {
			r, _ := report(1)
			_, err := tx.AddReport(r)
			if n := count(t, s, "SELECT 1 FROM reports"); n != 0 {
				t.Errorf("%d reports before the end of the batch", n)
			}
			return err
		}))
		if n := count(t, s, "SELECT 1 FROM reports"); n != 1 {
			t.Errorf("%d reports after the batch", n)
		}
	})
}

// TestTwoWriters holds that a second program waits, and says so when it waits in vain.
func TestTwoWriters(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		one := open(t, where, store.Options{})
		two := open(t, where, store.Options{Wait: 50 * time.Millisecond})
		check(t, one.Write(t.Context(), func(*store.Tx) error {
			err := two.Write(t.Context(), func(*store.Tx) error { return nil })
			if !errors.Is(err, store.ErrLocked) {
				t.Errorf("the second writer got %v", err)
			}
			return nil
		}))
		add(t, two, 1)
		add(t, one, 2)
		if n := count(t, two, "SELECT 1 FROM reports"); n != 2 {
			t.Errorf("%d reports, want 2", n)
		}
	})
}

// TestOpenBeside holds that an archive is made also while another program is busy with the same new file.
func TestOpenBeside(t *testing.T) {
	where := filepath.Join(t.TempDir(), "varta.db")
	other, err := sql.Open("sqlite", where+"?_pragma=busy_timeout(5000)&_txlock=exclusive")
	check(t, err)
	begun, stop, stopped := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		for i := 0; ; i++ {
			tx, err := other.Begin()
			if i == 0 {
				close(begun)
			}
			if err == nil {
				err = tx.Commit()
			}
			select {
			case <-stop:
				stopped <- err
				return
			default:
			}
			if err != nil {
				stopped <- err
				return
			}
		}
	}()
	<-begun
	s := open(t, where, store.Options{})
	close(stop)
	check(t, errors.Join(<-stopped, other.Close()))
	add(t, s, 1)
	if n := count(t, s, "SELECT 1 FROM reports"); n != 1 {
		t.Errorf("%d reports, want 1", n)
	}
}

// TestTurns holds that who writes without a pause lets others write who wait.
func TestTurns(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		busy, other := open(t, where, store.Options{}), open(t, where, store.Options{})
		stop, stopped := make(chan struct{}), make(chan error)
		go func() {
			for i := 0; ; i++ {
				select {
				case <-stop:
					stopped <- nil
					return
				default:
				}
				if err := busy.Write(context.Background(), func(tx *store.Tx) error { return tx.SetMeta("n", strconv.Itoa(i)) }); err != nil {
					stopped <- err
					return
				}
			}
		}()
		for i := range 3 {
			add(t, other, i)
		}
		close(stop)
		check(t, <-stopped)
		if n := count(t, busy, "SELECT 1 FROM reports"); n != 3 {
			t.Errorf("%d reports, want 3", n)
		}
	})
}

// TestSameSchema holds that both databases have the same tables and views with the same columns.
func TestSameSchema(t *testing.T) {
	lite := open(t, filepath.Join(t.TempDir(), "varta.db"), store.Options{})
	server := open(t, postgres(t), store.Options{})
	a := columns(t, lite, "SELECT m.name || '.' || p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type IN ('table', 'view') ORDER BY 1")
	b := columns(t, server, "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1")
	for c := range a {
		if !b[c] {
			t.Errorf("%s is in SQLite alone", c)
		}
	}
	for c := range b {
		if !a[c] {
			t.Errorf("%s is in PostgreSQL alone", c)
		}
	}
}

func columns(t *testing.T, s *store.Store, query string) map[string]bool {
	t.Helper()
	rows, err := s.Query(t.Context(), query)
	check(t, err)
	defer rows.Close()
	out := map[string]bool{}
	for rows.Next() {
		var c string
		check(t, rows.Scan(&c))
		if table, _, _ := strings.Cut(c, "."); strings.HasPrefix(table, "report_words") || strings.HasPrefix(table, "sqlite_") {
			continue // the search has its own shape in each
		}
		out[c] = true
	}
	check(t, rows.Err())
	return out
}

// TestOpen holds that what is no archive is refused with the reason, and left as it is.
func TestOpen(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "page.html")
	check(t, os.WriteFile(page, []byte(strings.Repeat("<html>", 2000)), 0o600))
	for _, tt := range []struct {
		where, says string
		o           store.Options
	}{
		{dir, "it is a folder", store.Options{}},
		{filepath.Join(dir, "none.db"), "there is none", store.Options{Existing: true}},
		{page, "not an archive", store.Options{}},
		{filepath.Join(dir, "no", "such", "folder.db"), "there is no folder", store.Options{}},
		{"mysql://host/database", "a file or postgres://", store.Options{}},
	} {
		s, err := store.Open(context.Background(), tt.where, tt.o)
		if err == nil {
			s.Close()
		}
		if err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v does not say %q", tt.where, err, tt.says)
		}
	}
	b, err := os.ReadFile(page)
	check(t, err)
	if string(b) != strings.Repeat("<html>", 2000) {
		t.Error("a file that is no archive was changed")
	}
}

// TestAwaited holds that who writes is told when another program waits.
func TestAwaited(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		one, two := open(t, where, store.Options{}), open(t, where, store.Options{})
		done := make(chan error, 1)
		check(t, one.Write(t.Context(), func(tx *store.Tx) error {
			awaited, err := tx.Awaited()
			if err != nil || awaited {
				return fmt.Errorf("awaited by nobody: %v, %w", awaited, err)
			}
			go func() { done <- two.Write(t.Context(), func(*store.Tx) error { return nil }) }()
			for !awaited && err == nil && len(done) == 0 {
				awaited, err = tx.Awaited()
			}
			return err
		}))
		check(t, <-done)
	})
}

// Whoever changes an archive, another program too, changes its state; who only reads does not.
func TestState(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s, other := open(t, where, store.Options{}), open(t, where, store.Options{})
		var seen []string
		for _, step := range []func() error{
			func() error { return nil },
			func() error { _, err := s.FindActs(t.Context(), store.Query{Limit: 1}); return err },
			func() error { return s.Write(t.Context(), note) },
			func() error { return other.Write(t.Context(), note) },
			func() error { return other.Keep(t.Context(), "2", map[string][]byte{"n": []byte("7")}) },
		} {
			check(t, step())
			state, err := s.State(t.Context())
			check(t, err)
			seen = append(seen, state)
		}
		if seen[0] != seen[1] || seen[1] == seen[2] || seen[2] == seen[3] || seen[3] != seen[4] {
			t.Errorf("states: %v", seen)
		}
	})
}

// What was counted is there as long as the archive has not changed, and is not kept when it has changed meanwhile.
func TestKeep(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s := open(t, where, store.Options{})
		check(t, s.Write(t.Context(), note))
		state, err := s.State(t.Context())
		check(t, err)
		kept := func(state, want string) {
			t.Helper()
			if got, err := s.Kept(t.Context(), "n", state); err != nil || string(got) != want {
				t.Errorf("kept of %s: %q %v, want %q", state, got, err, want)
			}
		}
		kept(state, "")
		check(t, s.Keep(t.Context(), state, map[string][]byte{"n": []byte("7")}))
		check(t, s.Keep(t.Context(), state, map[string][]byte{"n": []byte("8")}))
		kept(state, "8")
		check(t, s.Write(t.Context(), note))
		now, err := s.State(t.Context())
		check(t, err)
		kept(now, "")
		check(t, s.Keep(t.Context(), state, map[string][]byte{"n": []byte("9")}))
		kept(now, "")
		kept(state, "8")
	})
}

// note changes an archive.
func note(tx *store.Tx) error {
	return tx.Exec("INSERT INTO overrides(n, kind, a, b, made) SELECT count(*) + 1, 'split', 'a', CAST(count(*) AS text), '' FROM overrides")
}
