package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"varta/record"
)

// Document is gold or prediction of one report: the fields of a record that are scored.
type Document struct {
	ID         string      `json:"id"`
	Outer      outer       `json:"document"`
	Lang       *string     `json:"lang"`
	Published  string      `json:"published"`
	Text       string      `json:"text"`
	Domestic   bool        `json:"domestic"`
	Events     []Event     `json:"events"`
	Statements []Statement `json:"statements"`
	Facts      []Fact      `json:"facts"`
	Mentions   []Mention   `json:"mentions"`
	path       string
}

type outer struct {
	ID string `json:"id"`
}

// Mention is a name of gold or prediction.
type Mention struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Code  string `json:"code"`
}

// Event is an act of gold or prediction.
type Event struct {
	Key        string   `json:"key"` // of the act, where gold for merging has it
	Type       string   `json:"type"`
	AltTypes   []string `json:"alt_types"`
	Modes      []string `json:"modes"`
	Status     string   `json:"status"`
	Actors     []Party  `json:"actors"`
	Recipients []Party  `json:"recipients"`
	Date       date     `json:"date"`
	Place      Party    `json:"place"`
	Evidence   []Quote  `json:"evidence"`
	Optional   bool     `json:"optional"`
	Rule       string   `json:"rule"`
}

// Statement is an utterance of gold or prediction.
type Statement struct {
	Speaker  Party   `json:"speaker"`
	Evidence []Quote `json:"evidence"`
	Optional bool    `json:"optional"`
}

// Fact is a lasting relation of gold or prediction.
type Fact struct {
	Kind     string  `json:"kind"`
	Subject  Party   `json:"subject"`
	Object   Party   `json:"object"`
	Evidence []Quote `json:"evidence"`
	Optional bool    `json:"optional"`
}

// Party is who takes part; older predictions say country or organization for code.
type Party struct {
	Text         string `json:"text"`
	Code         string `json:"code"`
	Country      string `json:"country"`
	Organization string `json:"organization"`
}

// Quote is a span of evidence.
type Quote struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// date is an ISO date, written as a string (gold) or as an object with a value (record).
type date string

// UnmarshalJSON reads both forms.
func (d *date) UnmarshalJSON(b []byte) error {
	var o *struct {
		Value string `json:"value"`
	}
	if bytes.HasPrefix(b, []byte("{")) {
		if err := json.Unmarshal(b, &o); err != nil {
			return err
		}
		*d = date(o.Value)
		return nil
	}
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s != nil {
		*d = date(*s)
	}
	return nil
}

// Load reads gold or predictions: a folder of ID.json files (or one that holds such a folder named gold), one such
// file, or JSON Lines. A later document replaces an earlier one of the same id in its place.
func Load(path string) ([]*Document, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("load documents: %w", err)
	}
	if info.IsDir() {
		return loadFolder(path)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("load documents: %w", err)
	}
	if strings.HasSuffix(path, ".json") {
		d, err := decode(b, path)
		return []*Document{d}, err
	}
	return loadLines(b, path)
}

func loadFolder(path string) ([]*Document, error) {
	if sub, err := os.Stat(filepath.Join(path, "gold")); err == nil && sub.IsDir() {
		path = filepath.Join(path, "gold")
	}
	files, err := filepath.Glob(filepath.Join(path, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("load documents: %w", err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("load documents: %s holds no .json file", path)
	}
	slices.Sort(files)
	var docs []*Document
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, fmt.Errorf("load documents: %w", err)
		}
		d, err := decode(b, f)
		if err != nil {
			return nil, err
		}
		docs = put(docs, d)
	}
	return docs, nil
}

func loadLines(b []byte, path string) ([]*Document, error) {
	var docs []*Document
	n := 0
	for line := range bytes.Lines(b) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		d, err := decode(line, path)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		docs = put(docs, d)
	}
	return docs, nil
}

func decode(b []byte, path string) (*Document, error) {
	d := &Document{path: path}
	if err := json.Unmarshal(b, d); err != nil {
		return nil, fmt.Errorf("load document %s: %w", path, err)
	}
	if d.ID == "" {
		d.ID = d.Outer.ID
	}
	if d.ID == "" {
		d.ID = strings.TrimSuffix(filepath.Base(path), ".json")
	}
	return d, nil
}

// FromRecord is the prediction that a record makes: what it prints is what is scored.
func FromRecord(r *record.Record) (*Document, error) {
	line, err := r.Line()
	if err != nil {
		return nil, err
	}
	return decode(line, r.ID)
}

func put(docs []*Document, d *Document) []*Document {
	if i := slices.IndexFunc(docs, func(o *Document) bool { return o.ID == d.ID }); i >= 0 {
		docs[i] = d
		return docs
	}
	return append(docs, d)
}

// ErrNoText is returned for a gold document whose report is not found.
var ErrNoText = errors.New("no text beside the gold")

// Report returns the text of a gold document: its own, or the file that lies beside it or in a sister folder texts.
func (d *Document) Report() (string, error) {
	if d.Text != "" {
		return d.Text, nil
	}
	dir := filepath.Dir(d.path)
	for _, p := range []string{
		filepath.Join(dir, "..", "texts", d.ID+".txt"), filepath.Join(dir, "texts", d.ID+".txt"),
		filepath.Join(dir, d.ID+".txt"), filepath.Join(dir, "report.txt"),
	} {
		if b, err := os.ReadFile(p); err == nil {
			return string(b), nil
		}
	}
	return "", fmt.Errorf("read report of %s: %w", d.path, ErrNoText)
}
