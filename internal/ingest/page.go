package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// ErrNoArticle is that of a page that holds no article: a front page, a video, a wall.
var ErrNoArticle = errors.New("no article on the page")

// shortest is the number of bytes below which what is found on a page is no article.
const shortest = 200

// maxElements bounds the work on one page.
const maxElements = 100_000

// article finds the report on a page: headline and text, a paragraph a line.
func article(b []byte, mime, address string) (Report, error) {
	r, err := charset.NewReader(bytes.NewReader(b), mime)
	if err != nil {
		return Report{}, fmt.Errorf("characters of the page: %w", err)
	}
	doc, err := html.Parse(r)
	if err != nil {
		return Report{}, fmt.Errorf("parse the page: %w", err)
	}
	meta := headOf(doc)
	if address == "" {
		address = meta.canonical
	}
	at, err := url.Parse(address)
	if err != nil || !at.IsAbs() {
		at, address = &url.URL{Scheme: "http", Host: "localhost"}, ""
	}
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	found, err := p.ParseAndMutate(doc, at)
	if err != nil || found.Node == nil {
		return Report{}, errors.Join(ErrNoArticle, err)
	}
	var text strings.Builder
	if err := found.RenderText(&text); err != nil {
		return Report{}, errors.Join(ErrNoArticle, err)
	}
	out := Report{Title: oneLine(found.Title()), URL: address, Publisher: found.SiteName(), Published: meta.published(found, address)}
	out.Text = paragraphs(out.Title, text.String())
	if len(out.Text)-len(out.Title) < shortest {
		return out, ErrNoArticle
	}
	return out, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// paragraphs puts the headline on the first line, if the text does not begin with it, and each paragraph on one more.
func paragraphs(title, text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = oneLine(line); line != "" {
			lines = append(lines, line)
		}
	}
	if title != "" && (len(lines) == 0 || lines[0] != title) {
		lines = append([]string{title}, lines...)
	}
	return strings.Join(lines, "\n")
}

// pageHead is what the head of a page says, and the first time element.
type pageHead struct {
	dates     map[string]string
	canonical string
}

// dateNames are where pages say when they were published, the best first.
var dateNames = [...]string{"article:published_time", "datepublished", "og:published_time", "publish-date", "pubdate", "publication_date",
	"dc.date.issued", "dc.date", "date", "time"}

func headOf(doc *html.Node) pageHead {
	h := pageHead{dates: map[string]string{}}
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "meta":
			name := strings.ToLower(attribute(n, "property") + attribute(n, "name"))
			if name == "" {
				name = strings.ToLower(attribute(n, "itemprop"))
			}
			if _, ok := h.dates[name]; !ok {
				h.dates[name] = attribute(n, "content")
			}
		case n.Data == "time":
			if _, ok := h.dates["time"]; !ok {
				h.dates["time"] = attribute(n, "datetime")
			}
		case n.Data == "link" && attribute(n, "rel") == "canonical":
			h.canonical = attribute(n, "href")
		}
	}
	return h
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

var (
	isoDate  = regexp.MustCompile(`^\s*(\d{4}-\d{2}-\d{2})(?:$|[T\s])`)
	pathDate = regexp.MustCompile(`/(20\d\d)/(\d\d)/(\d\d)/`)
)

// published is the day on which a page says that it was published, in its own time zone; empty when it does not.
func (h pageHead) published(a readability.Article, address string) string {
	for _, name := range dateNames {
		if d := dayOf(h.dates[name]); d != "" {
			return d
		}
	}
	if t, err := a.PublishedTime(); err == nil {
		return t.Format(time.DateOnly)
	}
	if m := pathDate.FindStringSubmatch(address); m != nil {
		return dayOf(strings.Join(m[1:], "-"))
	}
	return ""
}

// dayOf is the day of an ISO time or of one of HTTP's; empty for anything else.
func dayOf(s string) string {
	if m := isoDate.FindStringSubmatch(s); m != nil {
		if _, err := time.Parse(time.DateOnly, m[1]); err == nil {
			return m[1]
		}
	}
	for _, layout := range []string{time.RFC1123, time.RFC1123Z, time.RFC850} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
