package varta

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"varta/internal/doc"
	"varta/record"
)

// open opens the built-in tables once for all tests.
var open = sync.OnceValues(func() (*Reader, error) { return Open(Options{}) })

func reader(t testing.TB) *Reader {
	t.Helper()
	r, err := open()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// reports are the texts that ship with the project.
func reports(t testing.TB) []Report {
	t.Helper()
	return reportsIn(t, "testdata/reports")
}

func reportsIn(t testing.TB, dir string) []Report {
	t.Helper()
	files, err := filepath.Glob(dir + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	var out []Report
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, Report{ID: strings.TrimSuffix(filepath.Base(f), ".txt"), Text: string(b), Published: "2024-03-04"})
	}
	return out
}

func TestOpenErrors(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	bad := t.TempDir()
	if err := os.WriteFile(filepath.Join(bad, "languages.tsv"), []byte("a\tb\tc\td\te\tf\tg\nhi\tHindi\tDeva\t\t\t\t\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, data, says string
		want             error
	}{
		{"missing", filepath.Join(file, "x"), "open data", nil},
		{"a file", file, "is not a folder", nil},
		{"without tables", t.TempDir(), "languages.tsv", ErrBadData},
		{"unknown script", bad, "languages.tsv:2:1: unknown-script: Deva", ErrBadData},
	} {
		_, err := Open(Options{Data: tt.data})
		if err == nil || !strings.Contains(err.Error(), tt.says) || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.says)
		}
	}
}

func TestOpenFolder(t *testing.T) {
	r, err := Open(Options{Data: "data"})
	if err != nil {
		t.Fatal(err)
	}
	if r.DataVersion() != reader(t).DataVersion() {
		t.Errorf("data version %s of the folder, %s of the built-in tables", r.DataVersion(), reader(t).DataVersion())
	}
}

func TestReadErrors(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	stop()
	const good = "भारत ने चीन से बातचीत की।"
	for _, tt := range []struct {
		name   string
		ctx    context.Context
		report Report
		want   error
	}{
		{"stopped", stopped, Report{Text: good}, context.Canceled},
		{"empty", t.Context(), Report{}, ErrEmpty},
		{"not UTF-8", t.Context(), Report{Text: "भारत\xff"}, ErrNotUTF8},
		{"NUL", t.Context(), Report{Text: "भारत\x00"}, ErrNUL},
		{"page", t.Context(), Report{Text: "<html>भारत"}, ErrHTML},
		{"English", t.Context(), Report{Text: "The minister said that"}, ErrUnsupportedLanguage},
		{"named Marathi", t.Context(), Report{Text: good, Lang: "mr"}, ErrUnsupportedLanguage},
		{"date", t.Context(), Report{Text: good, Published: "28.7.2021"}, ErrBadDate},
		{"date that is none", t.Context(), Report{Text: good, Published: "2021-02-30"}, ErrBadDate},
		{"time", t.Context(), Report{Text: good, Published: "2021-07-28T10:00:00Z"}, nil},
		{"named Hindi", t.Context(), Report{Text: "G20", Lang: "hi"}, nil},
	} {
		if _, err := reader(t).Read(tt.ctx, tt.report); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
}

// TestReadIsStable reads every report many times at once: the records are the same, byte for byte, and verify.
func TestReadIsStable(t *testing.T) {
	r := reader(t)
	var wg sync.WaitGroup
	for _, report := range reports(t) {
		want := line(t, r, report)
		for range 8 {
			wg.Go(func() {
				if got := line(t, r, report); got != want {
					t.Errorf("%s: got\n%s\nwant\n%s", report.ID, got, want)
				}
			})
		}
	}
	wg.Wait()
	other, err := Open(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, report := range reports(t) {
		if got, want := line(t, other, report), line(t, r, report); got != want {
			t.Errorf("%s: a second reader differs: got\n%s\nwant\n%s", report.ID, got, want)
		}
	}
}

func line(t testing.TB, r *Reader, report Report) string {
	rec, err := r.Read(context.Background(), report)
	if err != nil {
		t.Error(err)
		return ""
	}
	if err := record.Verify(rec, report.Text); err != nil {
		t.Errorf("%s: %v", report.ID, err)
	}
	b, err := rec.Line()
	if err != nil {
		t.Error(err)
	}
	return string(b)
}

// A name stands in the record as the text has it, with the state that owns a body; what common nouns describe is no name.
func TestMentionsOfRecord(t *testing.T) {
	for text, want := range map[string][]string{
		"भारत सरकार ने यह बात मॉस्को में कही।":            {"body IND भारत सरकार", "place RUS मॉस्को"},
		"तमिलनाडु कृषि विश्वविद्यालय ने रिपोर्ट जारी की।": {"body --- तमिलनाडु कृषि विश्वविद्यालय"},
		"सेना उत्तरी सीरिया और दक्षिण गुजरात में है।":     {"description IND सेना", "state SYR उत्तरी सीरिया", "place IND दक्षिण गुजरात"},
		"केदारनाथ में बारिश हुई।":                         {"place IND केदारनाथ"},
		"नेपाल की सेना और राज्य सरकारों ने कहा।":          {"state NPL नेपाल", "description NPL सेना", "description NPL राज्य सरकारों"},
	} {
		rec, err := reader(t).Read(context.Background(), Report{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range rec.Mentions {
			got = append(got, m.Type+" "+m.Code+" "+m.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestExplain(t *testing.T) {
	for _, report := range reports(t) {
		var b strings.Builder
		if err := reader(t).Explain(t.Context(), &b, report); err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{report.ID + ": ", "tokens", "chunks", "clauses", "mentions", "rules"} {
			if !strings.Contains(b.String(), s) {
				t.Errorf("%s: explanation lacks %q", report.ID, s)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, r := range reports(f) {
		f.Add(r.Text)
	}
	f.Add("(जी.एन.एस) ता.28 “रूस–चीन” ने 1,00,000.50 रु. कि कि कि जो वह।।")
	f.Add("0\u00ad")
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		report := Report{ID: "fuzz", Text: text, Published: "2024-03-04", Lang: "hi"}
		d, err := r.annotate(context.Background(), report, true)
		if err != nil {
			return
		}
		if err := doc.Check(d); err != nil {
			t.Fatal(err)
		}
		if err := record.Verify(r.record(d, report), text); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	r := reader(b)
	all := reports(b)
	n := 0
	for _, report := range all {
		n += len(report.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, report := range all {
			if _, err := r.Read(context.Background(), report); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
