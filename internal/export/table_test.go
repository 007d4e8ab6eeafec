package export_test

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"varta/record"
)

// The headers as the data sets have them; GDELT's files have none, so its columns are checked by their place.
const (
	icewsHeader   = "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude"
	polecatHeader = "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version"
)

// rows reads a table strictly: as many cells in each row, no quoting by mistake.
func rows(t *testing.T, content string, comma rune, columns int) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(content))
	r.Comma, r.FieldsPerRecord = comma, columns
	out, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestGDELT(t *testing.T) {
	content, tally := write(t, "gdelt", source(meeting(), summit()))
	got := rows(t, content, '\t', 61)
	// Two for the meeting, two for the planned one, six for three parties, one arrest; the denied attack is no event.
	if len(got) != 11 || tally.Rows != 11 || tally.Left["denied"] != 1 {
		t.Fatalf("%d rows, tally %+v", len(got), tally)
	}
	for i, want := range map[int]string{
		1: "20240304", 2: "202403", 3: "2024", 4: "2024.1753", 5: "RUSGOV", 6: "SERGEY LAVROV", 7: "RUS", 12: "GOV", 15: "INDGOV", 17: "IND",
		25: "1", 26: "040", 27: "040", 28: "04", 29: "1", 30: "1.0", 31: "2", 32: "1", 33: "1", 34: "", 35: "0", 51: "4",
		52: "New Delhi, India", 53: "IN", 54: "IN00", 56: "28.63576", 57: "77.22445", 59: "20240305000000",
	} {
		if got[0][i] != want {
			t.Errorf("column %d is %q, want %q", i+1, got[0][i], want)
		}
	}
	if planned := got[2]; planned[26] != "036" || planned[27] != "036" || planned[28] != "03" || planned[1] != "20240306" {
		t.Errorf("the planned meeting is %q", planned[26:30])
	}
	if arrest := got[10]; arrest[5] != "MIL" || arrest[15] != "CVL" || arrest[1] != "" || arrest[26] != "173" || arrest[29] != "4" {
		t.Errorf("the arrest is %q", arrest)
	}
	unique(t, got, 0)
	for _, r := range got {
		if _, err := strconv.ParseInt(r[0], 10, 64); err != nil {
			t.Error(err)
		}
	}
}

// TestVisits has the row of the guest and that of the host, as GDELT and ICEWS have them.
func TestVisits(t *testing.T) {
	for _, code := range []string{"042", "043"} { // of a report that tells of the guest, and of one that tells of the host
		r := again("2024-03-04")
		e := &r.Events[0]
		e.CAMEO, e.Actors, e.Recipients = code, e.Actors[:1], e.Actors[1:]
		visits(t, r)
	}
}

func visits(t *testing.T, r *record.Record) {
	t.Helper()
	for format, at := range map[string][3]int{"gdelt": {5, 15, 26}, "icews": {4, 10, 6}} {
		content, _ := write(t, format, source(r))
		got := rows(t, content, '\t', 0)
		got = got[len(got)-2:]
		var rows []string
		for _, row := range got {
			rows = append(rows, row[at[0]]+" "+row[at[1]]+" "+row[at[2]])
		}
		want := map[string]string{"gdelt": "RUSGOV INDGOV 042, INDGOV RUSGOV 043", "icews": "Russia India 042, India Russia 043"}[format]
		if s := strings.Join(rows, ", "); s != want || got[0][0] == got[1][0] {
			t.Errorf("%s: %s, want %s", format, s, want)
		}
	}
}

// TestParties has who else was there: some of whom nothing is known are no row; a region stands for its state, and
// organisations have the codes that GDELT lists.
func TestParties(t *testing.T) {
	for _, tt := range []struct {
		actors []record.Party
		want   string
	}{
		{[]record.Party{{Code: "IND", ID: "IND", Sector: "GOV"}, {Code: record.Unknown, Text: "कुछ मेहमान"}}, "INDGOV INDIA > "},
		{[]record.Party{{Code: "IND", ID: "IND", Sector: "GOV"}, {Code: record.Unknown}, {Code: "CHN", ID: "CHN"}}, "INDGOV INDIA > CHN CHINA, CHN CHINA > INDGOV INDIA"},
		{[]record.Party{{Code: "IND", ID: "IN.33", Name: "Goa"}, {Code: "ASEAN", Name: "ASEAN"}}, "IND INDIA > IGOASN ASEAN, IGOASN ASEAN > IND INDIA"},
		{[]record.Party{{Code: "EU", Name: "EU"}, {Code: "UN", Name: "UN"}}, "IGOEUREEC EU > IGOUNO UN, IGOUNO UN > IGOEUREEC EU"},
	} {
		r := again("2024-03-04")
		r.Events[0].Actors = tt.actors
		content, _ := write(t, "gdelt", source(r))
		var got []string
		for _, row := range rows(t, content, '\t', 61) {
			got = append(got, row[5]+" "+row[6]+" > "+strings.TrimSpace(row[15]+" "+row[16]))
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s, want %s", s, tt.want)
		}
	}
}

func TestMentions(t *testing.T) {
	content, _ := write(t, "gdelt-mentions", source(meeting(), summit()))
	events, _ := write(t, "gdelt", source(meeting(), summit()))
	known := map[string]bool{}
	for _, r := range rows(t, events, '\t', 61) {
		known[r[0]] = true
	}
	got := rows(t, content, '\t', 16)
	if want := 2*2 + 2 + 6 + 1; len(got) != want {
		t.Fatalf("%d rows, want %d", len(got), want)
	}
	for _, r := range got {
		if !known[r[0]] {
			t.Errorf("%s is no event", r[0])
		}
	}
	// The words begin after an emoji, a space, seven code points, a danda and a line end.
	if first := got[0]; first[3] != "1" || first[6] != "2" || first[9] != "10" || first[11] != "90" || first[14] != "srclc:hin" {
		t.Errorf("the first mention is %q", first)
	}
	if cited := got[len(got)-1]; cited[3] != "2" || cited[5] != "dir/summit" || cited[6] != "2" || cited[2] != "" {
		t.Errorf("the last mention is %q", cited)
	}
}

func TestICEWS(t *testing.T) {
	content, _ := write(t, "icews", source(meeting(), summit()))
	got := rows(t, content, '\t', 20)
	if strings.Join(got[0], ",") != icewsHeader {
		t.Errorf("the header is %q", got[0])
	}
	if r := got[1]; r[1] != "2024-03-04" || r[2] != "Sergey Lavrov" || r[3] != "Government" || r[4] != "Russia" || r[6] != "040" ||
		r[5] != "Consult" || r[7] != "1" || r[10] != "India" || r[14] != "New Delhi" || r[17] != "India" {
		t.Errorf("the meeting is %q", r)
	}
	unique(t, got, 0)
}

func TestPOLECAT(t *testing.T) {
	content, _ := write(t, "polecat", source(meeting(), summit()))
	got := rows(t, content, '\t', 40)
	if strings.Join(got[0], ",") != polecatHeader {
		t.Errorf("the header is %q", got[0])
	}
	if r := got[1]; r[2] != "CONSULT" || r[3] != "None" || r[5] != "VERBAL COOPERATION" || r[8] != "RUS; IND" || r[9] != "365; 750" ||
		r[15] != "None" || r[30] != "1261481" || r[38] != "hi" {
		t.Errorf("the meeting is %q", r)
	}
	if r := got[2]; r[2] != "AGREE" || r[5] != "VERBAL COOPERATION" {
		t.Errorf("the planned meeting is %q", r)
	}
	if r := got[4]; r[1] != "None" || r[8] != "None" || r[10] != "MIL" {
		t.Errorf("the arrest is %q", r)
	}
	unique(t, got, 0)
}

func unique(t *testing.T, rows [][]string, column int) {
	t.Helper()
	var ids []string
	for _, r := range rows {
		ids = append(ids, r[column])
	}
	slices.Sort(ids)
	if len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("ids come twice: %v", ids)
	}
}

// TestSpreadsheets reads the CSV back: line ends survive inside quotes, formulas are words.
func TestSpreadsheets(t *testing.T) {
	acts, _ := write(t, "csv", source(meeting(), summit()))
	got := rows(t, acts, ',', 0)
	if len(got) != 6 {
		t.Fatalf("%d rows", len(got))
	}
	cell := func(row int, name string) string { return got[row][slices.Index(got[0], name)] }
	if cell(1, "actors") != "RUS; IND" || cell(1, "cameo") != "040" || cell(3, "score") != "-9.5" || cell(3, "status") != "denied" {
		t.Errorf("acts: %q", got[1:4])
	}
	statements, _ := write(t, "csv-statements", source(meeting()))
	if s := rows(t, statements, ',', 0); s[1][len(s[1])-1] != "'"+strings.ReplaceAll(hostile, "\r\n", "\n") || !strings.HasPrefix(s[1][10], "act:") {
		t.Errorf("statement: %q", s[1])
	}
	facts, _ := write(t, "csv-facts", source(meeting()))
	if f := rows(t, facts, ',', 0); len(f) != 3 || f[1][1] != "holds_office" || f[1][9] != "2004-03" || !strings.HasPrefix(f[2][7], "'=") {
		t.Errorf("facts: %q", f)
	}
}
