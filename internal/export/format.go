package export

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"varta/record"
)

// Format is a form in which a source can be written.
type Format struct {
	Name  string
	Title string
	// Text says that the records must have the text of their reports, Texts that the reports of acts had better have it.
	Text, Texts bool
	Binary      bool // no text: nothing for a terminal
	// Passes is how often the source is gone through.
	Passes int
	file   func(*job) error         // writes one file
	folder func(*job, string) error // writes into a folder
}

// Formats lists all formats in the order in which help shows them.
func Formats() []Format {
	return []Format{
		{Name: "csv", Title: "acts as a table for people and spreadsheets", Passes: 1, file: writeActsCSV},
		{Name: "csv-statements", Title: "statements, the same way", Passes: 1, file: writeStatementsCSV},
		{Name: "csv-facts", Title: "facts, one row a term", Passes: 1, file: writeFactsCSV},
		{Name: "jsonl", Title: "acts as JSON Lines", Passes: 1, file: writeActsJSON},
		{Name: "jsonl-records", Title: "records as varta read prints them", Passes: 1, file: writeRecordsJSON},
		{Name: "jsonl-facts", Title: "facts as JSON Lines, with the reports that say so", Passes: 1, file: writeFactsJSON},
		{Name: "parquet", Title: "acts as Parquet; into a folder: a part a month (year=2024/month=03)", Binary: true, Passes: 1, file: writeParquet, folder: writeParquetFolder},
		{Name: "gdelt", Title: "GDELT 2.0 events, 61 columns", Passes: 1, file: writeGDELT},
		{Name: "gdelt-mentions", Title: "GDELT 2.0 mentions, 16 columns", Texts: true, Passes: 1, file: writeMentions},
		{Name: "icews", Title: "ICEWS coded events, 20 columns", Passes: 1, file: writeICEWS},
		{Name: "polecat", Title: "POLECAT, 40 columns", Passes: 1, file: writePOLECAT},
		{Name: "plover", Title: "PLOVER JSON Lines", Passes: 1, file: writePLOVER},
		{Name: "popolo", Title: "Popolo JSON: people, organisations, posts, memberships, events, speeches", Passes: 3, file: writePopolo},
		{Name: "ftm", Title: "FollowTheMoney entities, line by line", Passes: 3, file: writeFTM},
		{Name: "geojson", Title: "GeoJSON: acts that have a place", Passes: 1, file: writeGeoJSON},
		{Name: "gexf", Title: "GEXF 1.3 with spells: who met whom, when (Gephi)", Passes: 1, file: writeGEXF},
		{Name: "graphml", Title: "GraphML: who met whom", Passes: 1, file: writeGraphML},
		{Name: "annotation", Title: "W3C Web Annotations of the texts", Text: true, Passes: 1, file: writeAnnotations},
		{Name: "brat", Title: "brat standoff: a folder with text and annotations", Text: true, Passes: 1, folder: writeBrat},
	}
}

// Find returns a format by its name; the error lists all.
func Find(name string) (Format, error) {
	all := Formats()
	i := slices.IndexFunc(all, func(f Format) bool { return f.Name == name })
	if i < 0 {
		var names []string
		for _, f := range all {
			names = append(names, f.Name)
		}
		return Format{}, fmt.Errorf("no format %q; there are %s", name, strings.Join(names, ", "))
	}
	return all[i], nil
}

// File says whether the format can be written as one file, Folder whether it can be written into a folder.
func (f Format) File() bool   { return f.file != nil }
func (f Format) Folder() bool { return f.folder != nil }

// Tally says what came of an export: how many rows (or objects) were written, and how many acts were left out, by the
// reason: a status that the format cannot say, or that they have no place.
type Tally struct {
	Rows int
	Left map[string]int
}

// job is one export under way.
type job struct {
	Source
	codes   *record.Codes
	version string
	out     *bufio.Writer
	tally   Tally
	scratch bytes.Buffer // an element under way
}

// Write writes a source as one file. Version names the program in formats that say who wrote them.
func (f Format) Write(w io.Writer, s Source, codes *record.Codes, version string) (Tally, error) {
	j := newJob(s, codes, version)
	j.out = bufio.NewWriterSize(w, 1<<16)
	err := f.file(j)
	if err == nil {
		err = j.out.Flush()
	}
	if err != nil {
		return j.tally, fmt.Errorf("export %s: %w", f.Name, err)
	}
	return j.tally, nil
}

// WriteFolder writes a source into a folder, which must exist.
func (f Format) WriteFolder(dir string, s Source, codes *record.Codes, version string) (Tally, error) {
	j := newJob(s, codes, version)
	if err := f.folder(j, dir); err != nil {
		return j.tally, fmt.Errorf("export %s: %w", f.Name, err)
	}
	return j.tally, nil
}

func newJob(s Source, codes *record.Codes, version string) *job {
	return &job{Source: s, codes: codes, version: version, tally: Tally{Left: map[string]int{}}}
}

// leave counts an act that is not written.
func (j *job) leave(why string) { j.tally.Left[why]++ }

const noMeeting = "no meeting"

// eachMeeting goes through the consultations and counts the other acts as left out.
func (j *job) eachMeeting(do func(Told) error) error {
	others := 0
	for t, err := range j.Meetings(&others) {
		if err != nil {
			return err
		}
		if err := do(t); err != nil {
			return err
		}
	}
	if others > 0 {
		j.tally.Left[noMeeting] += others
	}
	return nil
}
