package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"codeberg.org/readeck/go-readability/v2/render"
)

// maxFeed is the size up to which a feed is read.
const maxFeed = 16 << 20

// feed yields the entries of RSS or Atom with the text that the feed itself has.
func (w *walk) feed(name string, r io.Reader) bool {
	if !w.pages {
		return w.whole(name, r, Text)
	}
	b, err := readAll(r, maxFeed)
	if err != nil {
		return w.yield(failed(name, cutOff(err)))
	}
	items, _, err := Entries(name, b)
	if err != nil {
		return w.yield(failed(name, err))
	}
	for _, i := range items {
		if !w.yield(i) {
			return false
		}
	}
	return true
}

var errNoText = errors.New("the feed has no text of this entry; varta feed reads the page that it leads to")

// Entries are the entries of a feed and its title. An entry has the text that the feed gives, which is often no more
// than the first sentence; its address leads to the whole.
func Entries(name string, b []byte) (items []Item, title string, err error) {
	f, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err != nil {
		return nil, "", fmt.Errorf("read feed: %w", err)
	}
	if len(f.Items) == 0 {
		return nil, f.Title, errors.New("the feed has no entries")
	}
	for n, e := range f.Items {
		k := Report{Title: oneLine(bareText(e.Title)), URL: e.Link, Publisher: oneLine(f.Title), ID: AddressID(e.Link)}
		if k.Published = dayOf(e.Published); k.Published == "" && e.PublishedParsed != nil {
			k.Published = e.PublishedParsed.Format(time.DateOnly)
		}
		if k.ID == "" {
			k.ID = fmt.Sprintf("%s-%d", idOf(name), n+1)
		}
		text := e.Content
		if len(text) < len(e.Description) {
			text = e.Description
		}
		text = bareText(text)
		i := Item{Name: fmt.Sprintf("%s:%d", name, n+1), Known: k, Bytes: []byte(paragraphs(k.Title, text))}
		if strings.TrimSpace(text) == "" {
			i.Err = errNoText
		}
		items = append(items, i)
	}
	return items, oneLine(f.Title), nil
}

// bareText is the text of a piece of HTML.
func bareText(s string) string {
	doc, err := html.Parse(bytes.NewReader([]byte(s)))
	if err != nil {
		return s
	}
	return render.InnerText(doc)
}
