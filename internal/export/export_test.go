package export_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"varta/internal/export"
	"varta/internal/knowledge"
	"varta/record"
)

// hostile is what breaks tables and markup: it stands in names, quotes and addresses of the reports here.
const hostile = "=SUM(A1)\t\"<b>&amp;'\r\nदूसरी पंक्ति\u2028 😀"

// text builds a report and finds spans in it.
type text string

func (t text) span(words string) (start, end int) {
	start = strings.Index(string(t), words)
	if start < 0 {
		panic("the text has no " + words)
	}
	return start, start + len(words)
}

func (t text) evidence(words string) []record.Evidence {
	start, end := t.span(words)
	return []record.Evidence{{Start: start, End: end, Quote: words}}
}

func (t text) party(words, id, name, code, sector, office string) record.Party {
	start, end := t.span(words)
	return record.Party{
		Text: words, Start: start, End: end, ID: record.Null(id), Name: record.Null(name), Code: code,
		Sector: record.Null(sector), Office: record.Null(office),
	}
}

func (t text) record(id, url, published string) *record.Record {
	sum := sha256.Sum256([]byte(t))
	return &record.Record{
		ID: id, Schema: record.Schema, Version: "0.1.0", DataVersion: "x",
		Report: record.Report{
			URL: record.Null(url), Publisher: "दैनिक", Lang: "hi", Published: record.Null(published),
			SHA256: hex.EncodeToString(sum[:]), Bytes: len(t), Text: string(t),
		},
	}
}

// meeting has a visit with a place, a planned meeting, a denied attack, a statement, two facts and a mention.
func meeting() *record.Record {
	t := text("😀 दिल्ली।\nसर्गेई लावरोव ने सोमवार को नई दिल्ली में एस जयशंकर से मुलाकात की।\nदोनों बुधवार को मिलेंगे।\n" +
		"पाकिस्तान ने हमले से इनकार किया। रूस एससीओ का सदस्य है।\n" + hostile)
	r := t.record("meeting", "https://www.example.in/a?b=1&c=\"2\"", "2024-03-05")
	lavrov := t.party("सर्गेई लावरोव", "person:sergey-lavrov", "Sergey Lavrov", "RUS", "GOV", "foreign minister")
	jaishankar := t.party("एस जयशंकर", "person:s-jaishankar", hostile, "IND", "GOV", "foreign minister")
	lat, lon, n := 28.63576, 77.22445, 1261481
	start, end := t.span("सोमवार")
	monday := &record.Date{Value: "2024-03-04", Precision: "day", Text: "सोमवार", Start: start, End: end}
	start, end = t.span("नई दिल्ली")
	delhi := &record.Place{Text: "नई दिल्ली", Start: start, End: end, Name: "New Delhi", Code: "IND", Lat: &lat, Lon: &lon, GeoNames: &n, Precision: "city"}
	start, end = t.span("बुधवार")
	wednesday := &record.Date{Value: "2024-03-06", Until: "2024-03-07", Precision: "day", Text: "बुधवार", Start: start, End: end}
	unknown := t.party("दोनों", "", "", record.Unknown, "", "")
	r.Events = []record.Event{
		{ID: "e1", Type: "CONSULT", CAMEO: "040", Quad: 1, Score: 2.5, Status: record.Happened, Actors: []record.Party{lavrov, jaishankar},
			Date: monday, Place: delhi, Evidence: append(t.evidence("सर्गेई लावरोव ने सोमवार को नई दिल्ली में एस जयशंकर से मुलाकात की"), t.evidence(hostile)...),
			Confidence: 0.9, Topics: []string{"trade"}, Contexts: []string{"diplomatic"}},
		{ID: "e2", Type: "CONSULT", CAMEO: "040", Quad: 1, Score: 2.5, Status: record.Planned, Actors: []record.Party{lavrov, jaishankar},
			Date: wednesday, Evidence: t.evidence("दोनों बुधवार को मिलेंगे"), Confidence: 0.9, Occasion: "e1"},
		{ID: "e3", Type: "ASSAULT", Modes: []string{"aerial"}, CAMEO: "195", Quad: 4, Score: -9.5, Status: record.Denied,
			Actors: []record.Party{t.party("पाकिस्तान", "PAK", "Pakistan", "PAK", "GOV", "")}, Recipients: []record.Party{unknown},
			Evidence: t.evidence("पाकिस्तान ने हमले से इनकार किया"), Confidence: 0.8},
	}
	r.Statements = []record.Statement{{ID: "s1", Speaker: lavrov, About: []string{"IND"}, Forum: "e1", Topics: []string{"trade"},
		Addressees: []record.Party{jaishankar}, Evidence: t.evidence(hostile)}}
	r.Facts = []record.Fact{
		{ID: "f1", Kind: "holds_office", Subject: lavrov, Object: t.party("रूस", "RUS", "Russia", "RUS", "", ""), Office: "foreign minister",
			Since: "2004-03", Evidence: t.evidence("सर्गेई लावरोव")},
		{ID: "f2", Kind: "member_of", Subject: t.party("रूस", "RUS", "Russia", "RUS", "", ""), Object: t.party("एससीओ", "SCO", hostile, "SCO", "", ""),
			Evidence: t.evidence("रूस एससीओ का सदस्य है")},
	}
	start, end = t.span("सर्गेई लावरोव")
	r.Mentions = []record.Mention{{Text: "सर्गेई लावरोव", Start: start, End: end, Type: "person", ID: "person:sergey-lavrov", Code: "RUS"}}
	return r
}

// summit is a report without address, date or anything else that may be missing.
func summit() *record.Record {
	t := text("चीन, अमेरिका और भारत ने बातचीत की। सेना ने प्रदर्शनकारियों को गिरफ्तार किया।")
	r := t.record("dir/summit", "", "")
	r.Report.Publisher, r.Report.Lang = "", ""
	r.Events = []record.Event{
		{ID: "e1", Type: "CONSULT", CAMEO: "040", Quad: 1, Score: 2.5, Status: record.Happened, Actors: []record.Party{
			t.party("चीन", "CHN", "China", "CHN", "GOV", ""), t.party("अमेरिका", "USA", "United States", "USA", "GOV", ""),
			t.party("भारत", "IND", "India", "IND", "GOV", "")}, Evidence: t.evidence("चीन, अमेरिका और भारत ने बातचीत की")},
		{ID: "e2", Type: "COERCE", Modes: []string{"arrest"}, CAMEO: "173", Quad: 4, Score: -7, Status: record.Happened,
			Actors:     []record.Party{t.party("सेना", "", "army", record.Unknown, "MIL", "")},
			Recipients: []record.Party{t.party("प्रदर्शनकारियों", "", "", record.Unknown, "CVL", "")},
			Evidence:   t.evidence("सेना ने प्रदर्शनकारियों को गिरफ्तार किया")},
	}
	return r
}

func source(records ...*record.Record) export.Source {
	return export.Alone(func(yield func(*record.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	})
}

// tables are loaded once: fuzzing asks for them all the time.
var tables = sync.OnceValues(func() (*record.Codes, error) { return knowledge.LoadCodes(os.DirFS("../../data")) })

func codes(t testing.TB) *record.Codes {
	t.Helper()
	c, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// write is what a format makes of a source, with its tally.
func write(t testing.TB, name string, s export.Source) (string, export.Tally) {
	t.Helper()
	f, err := export.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	tally, err := f.Write(&b, s, codes(t), "0.1.0")
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), tally
}

func writeFolder(t *testing.T, name string, s export.Source) string {
	t.Helper()
	f, err := export.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := f.WriteFolder(dir, s, codes(t), "0.1.0"); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestSameBytes writes everything twice: neither the order of a map nor the time may show.
func TestSameBytes(t *testing.T) {
	s := source(meeting(), summit())
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			if f.File() {
				a, _ := write(t, f.Name, s)
				if b, _ := write(t, f.Name, s); a != b {
					t.Error("the second writing differs")
				}
			}
			if f.Folder() {
				if a, b := tree(t, writeFolder(t, f.Name, s)), tree(t, writeFolder(t, f.Name, s)); a != b {
					t.Error("the second folder differs")
				}
			}
		})
	}
}

// TestNothing writes an empty archive: files stay valid, without an error.
func TestNothing(t *testing.T) {
	for _, f := range export.Formats() {
		if f.File() {
			write(t, f.Name, source())
		}
		if f.Folder() {
			writeFolder(t, f.Name, source())
		}
	}
}

// TestBrokenSource expects the error of a source, not half a file taken for a whole one.
func TestBrokenSource(t *testing.T) {
	broken := export.Alone(func(yield func(*record.Record, error) bool) { yield(nil, os.ErrClosed) })
	for _, f := range export.Formats() {
		if !f.File() {
			continue
		}
		if _, err := f.Write(&bytes.Buffer{}, broken, codes(t), ""); err == nil {
			t.Errorf("%s: no error", f.Name)
		}
	}
}

func tree(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	for path, content := range files(t, dir) {
		b.WriteString(path + "\n" + content + "\n")
	}
	return b.String()
}

// files are the files below a folder with their content, in order.
func files(t *testing.T, dir string) iter.Seq2[string, string] {
	t.Helper()
	return func(yield func(string, string) bool) {
		stop := false
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || stop {
				return err
			}
			content, err := os.ReadFile(path)
			if err == nil {
				name, _ := filepath.Rel(dir, path)
				stop = !yield(filepath.ToSlash(name), string(content))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
