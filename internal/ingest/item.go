package ingest

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Report is a report with what is known of it. It has the fields of varta.Report.
type Report struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	Lang      string `json:"lang"`
}

// Form says what the bytes of an item are.
type Form int

// Forms of an item.
const (
	Text Form = iota
	JSON      // an object with a text
	Page      // HTML, an article among other things
	Link      // nothing yet: the page is at the report's address
)

// Item is one report as it was found. Err says why there are no bytes.
type Item struct {
	Name  string // where it was found: the file, with the line in it
	Form  Form
	Bytes []byte
	// Known is what the place where it was found tells of it; the bytes may tell more.
	Known Report
	// MIME is the type that a server gave a page, with its character set.
	MIME string
	Err  error
}

// Report takes the report out of the bytes. What they say themselves goes before what is known from elsewhere.
func (i *Item) Report() (Report, error) {
	if i.Err != nil {
		return i.Known, i.Err
	}
	switch i.Form {
	case JSON:
		return i.object()
	case Page:
		found, err := article(i.Bytes, i.MIME, i.Known.URL)
		return found.or(i.Known), err
	case Link:
		return i.Known, errors.New("its page was not fetched")
	}
	return Report{Text: string(i.Bytes)}.or(i.Known), nil
}

func (i *Item) object() (Report, error) {
	if !utf8.Valid(i.Bytes) {
		return i.Known, Check(i.Bytes)
	}
	var r Report
	if err := json.Unmarshal(i.Bytes, &r); err != nil {
		return i.Known, fmt.Errorf("not a JSON object with a text: %w", err)
	}
	return r.or(i.Known), nil
}

// or fills what is empty from another report.
func (r Report) or(o Report) Report {
	for _, f := range []struct {
		to   *string
		from string
	}{{&r.ID, o.ID}, {&r.Text, o.Text}, {&r.Title, o.Title}, {&r.URL, o.URL}, {&r.Publisher, o.Publisher}, {&r.Published, o.Published}, {&r.Lang, o.Lang}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	return r
}
