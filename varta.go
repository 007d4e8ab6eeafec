// Package varta reads Hindi news reports and returns what they say of diplomacy: who did what to whom, when and
// where, who said what, and the facts in passing, each with the words that support it.
//
//	reader, err := varta.Open(varta.Options{})
//	rec, err := reader.Read(ctx, varta.Report{Text: text, Published: "2021-07-28"})
//
// A [Reader] knows language and world from tables, those built into the program or a linguist's own; it is safe for
// concurrent use. The same report and the same tables give the same record, byte for byte.
package varta

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"

	"varta/data"
	"varta/internal/broken"
	"varta/internal/doc"
	"varta/internal/ingest"
	"varta/internal/knowledge"
	"varta/internal/pipeline"
	"varta/internal/registry"
	"varta/record"
)

// Version is the version of the program.
const Version = "0.1.0"

// Errors of a report that is not read. They are wrapped with the details; test with [errors.Is].
var (
	ErrEmpty               = ingest.ErrEmpty
	ErrTooLarge            = ingest.ErrTooLarge
	ErrUTF16               = ingest.ErrUTF16
	ErrNotUTF8             = ingest.ErrNotUTF8
	ErrNUL                 = ingest.ErrNUL
	ErrHTML                = ingest.ErrHTML
	ErrUnsupportedLanguage = errors.New("unsupported language")
	ErrBadDate             = registry.ErrDate // of the registry too
)

// ErrBroken is wrapped by the error of Read for a report on which this program itself fails.
var ErrBroken = broken.Err

// ErrBadData is wrapped by the error of Open when the tables are not valid; the error lists every problem, one a line.
var ErrBadData = errors.New("data invalid")

// Options say where the tables are.
type Options struct {
	// Data is a folder laid out like data/ of this project; empty for the tables built into the program.
	Data string
}

// Report is a report to be read. Text alone is needed.
type Report struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Publisher string `json:"publisher"`
	// Published is the ISO date (or time) of publication, against which "on Monday" is resolved.
	Published string `json:"published"`
	// Lang is the ISO 639 code of the language; it is told from the text when empty.
	Lang string `json:"lang"`
}

// Reader reads reports.
type Reader struct {
	languages *ingest.Languages
	engines   map[string]engine // by language
	version   string
	registry  func() *Registry
	documents sync.Pool // of empty *doc.Document, with the memory of earlier ones
}

// engine reads one language.
type engine struct {
	knowledge *knowledge.Base
	pipeline  *pipeline.Pipeline
}

// Open loads the tables and returns a reader.
func Open(o Options) (*Reader, error) {
	fsys, err := o.files()
	if err != nil {
		return nil, err
	}
	languages, err := ingest.LoadLanguages(fsys)
	if err != nil {
		return nil, o.bad(err)
	}
	r := &Reader{languages: languages, engines: map[string]engine{}}
	r.documents.New = func() any { return new(doc.Document) }
	for _, lang := range ingest.Tables(fsys) {
		k, err := knowledge.Load(fsys, lang)
		if err != nil {
			return nil, o.bad(err)
		}
		r.engines[lang] = engine{k, pipeline.New(k)}
		r.version = k.Version
		r.registry = sync.OnceValue(func() *Registry { return registry.New(k) }) // reading does without
	}
	if len(r.engines) == 0 {
		return nil, o.bad(errors.New("no tables of a language: a folder such as hi, with lexicon.tsv"))
	}
	return r, nil
}

func (o Options) files() (fs.FS, error) {
	if o.Data == "" {
		return data.FS, nil
	}
	info, err := os.Stat(o.Data)
	if err != nil {
		return nil, fmt.Errorf("open data: %w", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("open data: %s is not a folder", o.Data)
	}
	return os.DirFS(o.Data), nil
}

// bad is the error of tables that are not valid.
func (o Options) bad(err error) error {
	where := ""
	if o.Data != "" {
		where = " in " + o.Data
	}
	return fmt.Errorf("%w%s:\n%w", ErrBadData, where, err)
}

// Registry answers who held which office, who belonged to what and who presided, at a date, and where a place is. Ask,
// MembersOf and Where take questions in words and give an [UnknownNameError] where the tables have no such name.
type Registry = registry.Registry

// Named is what a name of the tables means: see [Registry].Find.
type Named = registry.Named

// Tenure says who was what of whom, from when to when.
type Tenure = registry.Tenure

// KnownPlace is a place that a name may mean.
type KnownPlace = registry.Place

// UnknownNameError is the error of a question about what the tables do not have, with the names that are near.
type UnknownNameError = registry.UnknownError

// Registry is that of the reader's tables.
func (r *Reader) Registry() *Registry { return r.registry() }

// DataVersion names the content of the tables.
func (r *Reader) DataVersion() string { return r.version }

// Read returns the record of a report. Odd text is no error but a note in the record; the errors are those of this
// package for what is not the text of a report in a supported language.
func (r *Reader) Read(ctx context.Context, report Report) (*record.Record, error) {
	d := r.documents.Get().(*doc.Document)
	var out *record.Record
	err := broken.Do(func() error {
		if err := r.fill(ctx, report, d); err != nil {
			return err
		}
		out = r.record(d, report)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(d.Text) < reused {
		d.Reset()
		r.documents.Put(d)
	}
	return out, nil
}

// reused is the length of a report, in bytes, from which on its document is not kept for the next one.
const reused = 1 << 20

// annotate is the document of a report with all its layers.
func (r *Reader) annotate(ctx context.Context, report Report, explain bool) (*doc.Document, error) {
	d := &doc.Document{Explain: explain}
	if err := r.fill(ctx, report, d); err != nil {
		return nil, err
	}
	return d, nil
}

// fill makes an empty document that of a report.
func (r *Reader) fill(ctx context.Context, report Report, d *doc.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := ingest.Check([]byte(report.Text)); err != nil {
		return err
	}
	published, err := parseDate(report.Published)
	if err != nil {
		return err
	}
	lang, err := r.language(report)
	if err != nil {
		return err
	}
	d.ID, d.Text, d.Lang, d.Published = report.ID, report.Text, lang, published
	r.engines[lang].pipeline.Run(d)
	return nil
}

func (r *Reader) language(report Report) (string, error) {
	lang := r.languages.Named(report.Lang)
	if report.Lang == "" {
		lang = r.languages.Detect(report.Text)
	}
	if _, ok := r.engines[lang.Code]; !ok {
		return "", fmt.Errorf("%w: %s (%s)", ErrUnsupportedLanguage, lang.Name, lang.Code)
	}
	return lang.Code, nil
}

// CheckDate says whether a date of publication is one that Read takes: empty, or an ISO date, or a time that starts
// with one.
func CheckDate(s string) error {
	_, err := parseDate(s)
	return err
}

// parseDate reads an ISO date, alone or at the head of a time.
func parseDate(s string) (doc.Date, error) {
	if s == "" {
		return doc.Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	if err != nil || len(s) > len(time.DateOnly) && s[len(time.DateOnly)] != 'T' && s[len(time.DateOnly)] != ' ' {
		return doc.Date{}, fmt.Errorf("%w: published %q, want 2021-07-28", ErrBadDate, s)
	}
	return doc.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, nil
}

func (r *Reader) record(d *doc.Document, report Report) *record.Record {
	sum := sha256.Sum256([]byte(d.Text))
	out := &record.Record{
		ID: d.ID, Schema: record.Schema, Version: Version, DataVersion: r.version,
		Report: record.Report{
			Title: title(d, report), URL: record.Null(report.URL), Publisher: record.Null(report.Publisher),
			Agency: record.Null(d.Dateline.Agency), Dateline: dateline(d), Lang: d.Lang,
			Published: record.Null(report.Published[:min(len(report.Published), len(time.DateOnly))]),
			SHA256:    hex.EncodeToString(sum[:]), Bytes: len(d.Text),
		},
		Events: d.Events, Statements: d.Statements, Facts: d.Facts, Mentions: mentions(d),
	}
	for _, n := range d.Notes {
		out.Notes = append(out.Notes, record.Note{Code: n.Code, Start: n.Span.Start, End: n.Span.End, Text: d.Quote(n.Span)})
	}
	out.Fill()
	return out
}

// title is the one that came with the report, else the headline that its text begins with.
func title(d *doc.Document, report Report) record.Null {
	if report.Title == "" && len(d.Sentences) > 0 && d.Sentences[0].Title {
		return record.Null(strings.TrimSpace(d.Quote(d.SpanOf(d.Sentences[0].Tokens))))
	}
	return record.Null(report.Title)
}

// dateline takes the code of the place from the mention that lies in it.
func dateline(d *doc.Document) *record.Dateline {
	if d.Dateline.Place.Len() == 0 {
		return nil
	}
	out := &record.Dateline{Text: d.Quote(d.Dateline.Place), Code: record.Unknown}
	for _, m := range d.Mentions {
		if m.Overlaps(d.Dateline.Place) && m.Entity != doc.None {
			out.Code = known(d.Entities[m.Entity].Code)
			break
		}
	}
	return out
}

// mentions lists each mention once for everybody that it means, once without an id where that is left open.
func mentions(d *doc.Document) []record.Mention {
	out := make([]record.Mention, 0, len(d.Mentions))
	for _, m := range d.Mentions {
		span := m.Span
		if m.Whole.Len() > 0 {
			span = d.SpanOf(m.Whole)
			out = before(out, span.Start)
		}
		row := record.Mention{Text: d.Quote(span), Start: span.Start, End: span.End, Type: kind(&m).String(), Code: record.Unknown}
		entities := m.Entities
		if len(entities) == 0 && m.Entity != doc.None {
			entities = []int{m.Entity}
		}
		if len(entities) == 0 {
			out = append(out, row)
		}
		for _, e := range entities {
			row.ID, row.Code = record.Null(d.Entities[e].ID), known(d.Entities[e].Code)
			out = append(out, row)
		}
	}
	return out
}

// before are the mentions that begin before a place in the text.
func before(all []record.Mention, start int) []record.Mention {
	for len(all) > 0 && all[len(all)-1].Start >= start {
		all = all[:len(all)-1]
	}
	return all
}

// kind is the type of a mention in the record: a body that common nouns alone mean (सेना, राज्य सरकार) is described, not named.
func kind(m *doc.Mention) doc.MentionType {
	if m.Common {
		return doc.Description
	}
	return m.Type
}

func known(code string) string {
	if code == "" {
		return record.Unknown
	}
	return code
}
