package export_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"varta/internal/export"
	"varta/record"
)

// FuzzCells puts any words where reports have names, addresses and quotes, and reads every table back strictly.
func FuzzCells(f *testing.F) {
	for _, s := range []string{hostile, "", "a\tb", "\"", "=1+1", "\\", "\x00\x7f", "é\u0301", "]]>", "\xff"} {
		f.Add(s)
	}
	c := codes(f)
	if c == nil {
		f.Fatal("no codes")
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := summit()
		r.Report.URL, r.Report.Publisher, r.Report.Title = record.Null(s), record.Null(s), record.Null(s)
		for i := range r.Events {
			e := &r.Events[i]
			e.Actors[0].Name, e.Actors[0].ID, e.Actors[0].Office, e.Actors[0].Code = record.Null(s), record.Null("person:"+s), record.Null(s), "RUS"
			e.Evidence[0].Quote = s
		}
		for name, columns := range map[string]int{"gdelt": 61, "gdelt-mentions": 16, "icews": 20, "polecat": 40} {
			content, _ := write(t, name, source(r))
			reader := csv.NewReader(strings.NewReader(content))
			reader.Comma, reader.FieldsPerRecord = '\t', columns
			if _, err := reader.ReadAll(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		content, _ := write(t, "csv", source(r))
		if _, err := csv.NewReader(strings.NewReader(content)).ReadAll(); err != nil {
			t.Error(err)
		}
		for _, name := range []string{"gexf", "graphml"} {
			content, _ := write(t, name, source(r))
			d := xml.NewDecoder(strings.NewReader(content))
			for {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
		}
	})
}

// FuzzRecords writes any record in every format: a record that does not fit its text is an error, not a crash.
func FuzzRecords(f *testing.F) {
	for _, r := range []*record.Record{meeting(), summit(), {}} {
		line, err := r.Line()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(line)
	}
	c := codes(f)
	f.Fuzz(func(t *testing.T, line []byte) {
		var r record.Record
		if json.Unmarshal(line, &r) != nil {
			return
		}
		for _, format := range export.Formats() {
			if format.File() {
				_, _ = format.Write(io.Discard, source(&r), c, "0")
			}
		}
	})
}
