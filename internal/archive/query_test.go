package archive_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"varta/internal/archive"
	"varta/internal/export"
	"varta/internal/ingest"
	"varta/internal/store"
)

// reports are short reports of one pair, one of them twice told.
var reports = []string{
	`{"id":"r1","published":"2021-07-29","url":"https://a.example/1","publisher":"अ","text":"रक्षा मंत्री राजनाथ सिंह ने बुधवार को दुशांबे में रूस के रक्षा मंत्री सर्गेई शोइगु से मुलाकात की।"}`,
	`{"id":"r2","published":"2021-07-29","url":"https://b.example/2","publisher":"ब","text":"भारत के रक्षा मंत्री राजनाथ सिंह ने दुशांबे में बुधवार को रूसी रक्षा मंत्री सर्गेई शोइगु के साथ बैठक की।"}`,
	`{"id":"r3","published":"2022-09-15","text":"प्रधानमंत्री नरेंद्र मोदी शुक्रवार को समरकंद में रूस के राष्ट्रपति व्लादिमीर पुतिन से मिलेंगे।"}`,
	`{"id":"r4","published":"2024-03-05","text":"पाकिस्तान ने भारत के आरोपों को खारिज किया। पाकिस्तान के प्रवक्ता ने कहा कि भारत बातचीत से भाग रहा है। रूस शंघाई सहयोग संगठन का सदस्य है।"}`,
	`{"id":"r5","published":"2024-03-06","text":"श्रीलंका की नौसेना ने मंगलवार को 21 भारतीय मछुआरों को गिरफ्तार किया। \"=1+1\"\tऔर <b>&"}`,
}

func filled(t *testing.T, where string) *archive.Archive {
	t.Helper()
	return filledWith(t, where, reports)
}

func filledWith(t *testing.T, where string, reports []string) *archive.Archive {
	t.Helper()
	a, err := archive.Open(t.Context(), where, archive.Options{})
	check(t, err)
	t.Cleanup(func() { check(t, a.Close()) })
	file := filepath.Join(t.TempDir(), "reports.jsonl")
	check(t, os.WriteFile(file, []byte(strings.Join(reports, "\n")+"\n"), 0o600))
	source := ingest.Source{}
	sum, err := a.Add(t.Context(), source.Items(t.Context(), []string{file}), archive.AddOptions{Workers: 2}, func(o archive.Outcome) { check(t, o.Err) })
	check(t, err)
	if sum.Added != len(reports) {
		t.Fatalf("%+v", sum)
	}
	return a
}

// A code that a state and an organisation share is asked for as a whole; their names tell the two apart.
func TestSharedCode(t *testing.T) {
	a := filledWith(t, filepath.Join(t.TempDir(), "varta.db"), []string{
		`{"id":"n1","published":"2024-03-05","text":"नामीबिया के राष्ट्रपति ने भारत का दौरा किया। नामीबिया ने कहा कि भारत मदद कर रहा है। नामीबिया अफ्रीकी संघ का सदस्य है।"}`,
		`{"id":"n2","published":"2024-03-06","text":"गुटनिरपेक्ष आंदोलन ने इस्राइल की निंदा की। गुटनिरपेक्ष आंदोलन ने कहा कि इस्राइल हमले कर रहा है। भारत गुटनिरपेक्ष आंदोलन का सदस्य है।"}`,
	})
	for name, want := range map[string]string{"Namibia": "n1", "गुटनिरपेक्ष आंदोलन": "n2", "NAM": "n1 n2"} {
		of := func(kind store.Kind) store.Query {
			q, err := a.Resolve(archive.Question{Of: kind, Parties: []string{name}})
			check(t, err)
			return q
		}
		reports := map[store.Kind][]string{}
		acts, err := a.FindActs(t.Context(), of(store.Acts))
		check(t, err)
		for _, x := range acts.Items {
			reports[store.Acts] = append(reports[store.Acts], x.Tellings[0].Report)
		}
		said, err := a.FindStatements(t.Context(), of(store.Statements))
		check(t, err)
		for _, x := range said.Items {
			reports[store.Statements] = append(reports[store.Statements], x.Report)
		}
		facts, err := a.FindFacts(t.Context(), of(store.Facts))
		check(t, err)
		for _, x := range facts.Items {
			reports[store.Facts] = append(reports[store.Facts], x.Report)
		}
		for _, kind := range []store.Kind{store.Acts, store.Statements, store.Facts} {
			slices.Sort(reports[kind])
			if got := strings.Join(slices.Compact(reports[kind]), " "); got != want {
				t.Errorf("%s of %s: %q, want %q", kind, name, got, want)
			}
		}
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestQuestions(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	for _, c := range []struct {
		name string
		q    archive.Question
		want string // types and days of the acts
	}{
		{"a pair in either script, told twice", archive.Question{Parties: []string{"भारत", "Russia"}, Until: "2021"}, "CONSULT 2021-07-28"},
		{"people by last name", archive.Question{Parties: []string{"Putin", "मोदी"}}, "CONSULT 2022-09-16"},
		{"a place", archive.Question{Place: "Dushanbe"}, "CONSULT 2021-07-28"},
		{"a state", archive.Question{Place: "ताजिकिस्तान"}, "CONSULT 2021-07-28"},
		{"around a place", archive.Question{Place: "दुशांबे", Radius: 250, Sort: "-date"}, "CONSULT 2021-07-28, CONSULT 2022-09-16"},
		{"words, spelt in another way", archive.Question{Text: "राजनाथ"}, "CONSULT 2021-07-28"},
		{"side by side", archive.Question{Text: `"सर्गेई राजनाथ"`}, ""},
		{"several reports", archive.Question{MinReports: 2}, "CONSULT 2021-07-28"},
		{"a month", archive.Question{Since: "2022-09", Until: "2022-09"}, "CONSULT 2022-09-16"},
		{"a status", archive.Question{Statuses: []string{"planned"}, Types: []string{"consult"}}, "CONSULT 2022-09-16"},
	} {
		c.q.Of = store.Acts
		q, err := a.Resolve(c.q)
		check(t, err)
		page, err := a.FindActs(t.Context(), q)
		check(t, err)
		var got []string
		for _, x := range page.Items {
			got = append(got, x.Type+" "+x.Date.Value)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

func TestWrongQuestions(t *testing.T) {
	a := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	for want, q := range map[string]archive.Question{
		"near: Russia":                       {Parties: []string{"Rusia"}},
		`since "yesterday" is no date`:       {Since: "yesterday"},
		"until 2020 is before since 2021":    {Since: "2021", Until: "2020"},
		"a radius needs a place":             {Radius: 10},
		"India is a state: a radius needs":   {Place: "India", Radius: 10},
		`no type "MEET"; there are ACCUSE, `: {Types: []string{"meet"}},
		`no status "done"; there are happen`: {Statuses: []string{"done"}},
		"acts are sorted by confidence, ":    {Sort: "size"},
		"numbers are not below zero":         {Limit: -1},
	} {
		q.Of = store.Acts
		if _, err := a.Resolve(q); !errors.Is(err, archive.ErrQuestion) || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %s", q, err, want)
		}
	}
}

// TestSameExports writes every format from an archive in SQLite and one in PostgreSQL.
func TestSameExports(t *testing.T) {
	lite := filled(t, filepath.Join(t.TempDir(), "varta.db"))
	post := filled(t, postgres(t))
	for _, f := range export.Formats() {
		for name, q := range map[string]store.Query{"all": {Sort: "-date"}, "some": {Sort: "-date", Parties: []store.Party{{Code: "IND"}}, Phrases: [][]string{{"राजनाथ"}}}} {
			one, other := exported(t, lite, f, q), exported(t, post, f, q)
			if one != other || one == "" {
				t.Errorf("%s, %s: %d and %d bytes differ", f.Name, name, len(one), len(other))
			}
		}
	}
}

// exported is all that a format writes, as one text.
func exported(t *testing.T, a *archive.Archive, f export.Format, q store.Query) string {
	t.Helper()
	codes, err := a.Codes()
	check(t, err)
	s := a.Source(t.Context(), q, f.Text || f.Texts)
	if f.File() {
		var b bytes.Buffer
		_, err = f.Write(&b, s, codes, "0")
		check(t, err)
		return b.String()
	}
	dir := t.TempDir()
	_, err = f.WriteFolder(dir, s, codes, "0")
	check(t, err)
	var b strings.Builder
	check(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		b.WriteString(strings.TrimPrefix(path, dir) + "\n" + string(content))
		return err
	}))
	return b.String()
}

// postgres is a schema of its own on the server that VARTA_TEST_POSTGRES names.
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

// TestMeetings: asking for meetings alone finds those that are among all acts, and counts the others, whatever is asked.
func TestMeetings(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		a := filled(t, where)
		for _, q := range []store.Query{{}, {Sort: "date"}, {Limit: 2, Sort: "date"}, {Types: []string{"REJECT"}}, {Of: store.Acts, Since: "2022", Until: "2022"}} {
			q.Of = store.Acts
			s := a.Source(t.Context(), q, false)
			var want, got, others int
			wanted := map[string]bool{}
			for told, err := range export.MeetingsOf(s.Acts, &want) {
				check(t, err)
				wanted[told.Act.ID] = true
			}
			for told, err := range s.Meetings(&others) {
				check(t, err)
				if got++; !wanted[told.Act.ID] {
					t.Errorf("%+v: %s is no meeting that was asked for", q, told.Act.ID)
				}
			}
			if got != len(wanted) || others != want {
				t.Errorf("%+v: %d meetings and %d others, want %d and %d", q, got, others, len(wanted), want)
			}
		}
	})
}
