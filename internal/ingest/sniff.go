package ingest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
)

// kind is what a file or a stream holds.
type kind int

const (
	plain kind = iota
	object
	objects // JSON Lines
	list    // a JSON array of objects
	table   // CSV
	page
	feed
	warc
	gzipped
	zipped
	tarred
)

// headSize is how much of a stream its kind is told from.
const headSize = 8192

// kindOf tells what a stream holds from its first bytes.
func kindOf(head []byte) kind {
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return gzipped
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return zipped
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return tarred
	case bytes.HasPrefix(head, []byte("WARC/")):
		return warc
	}
	head = bytes.TrimSpace(bytes.TrimPrefix(head, byteOrderMark))
	switch {
	case len(head) == 0:
		return plain
	case head[0] == '{':
		return jsonKind(head)
	case head[0] == '[' && bytes.HasPrefix(bytes.TrimSpace(head[1:]), []byte("{")):
		return list
	case head[0] == '<' && isFeed(head):
		return feed
	case isHTML(head):
		return page
	case isTable(head):
		return table
	}
	return plain
}

// jsonKind tells a line that is an object from an object over several lines, and both from a text in braces.
func jsonKind(head []byte) kind {
	line, _, cut := bytes.Cut(head, []byte("\n"))
	switch {
	case json.Valid(line) && cut:
		return objects
	case !bytes.HasPrefix(bytes.TrimSpace(head[1:]), []byte(`"`)):
		return plain
	case cut && len(bytes.TrimSpace(line)) == 1:
		return object
	}
	return objects
}

var feedStarts = []string{"<rss", "<feed", "<rdf:rdf", "<channel"}

// isFeed looks for the root of RSS or Atom.
func isFeed(head []byte) bool {
	low := strings.ToLower(string(head))
	at := -1
	for _, s := range feedStarts {
		if i := strings.Index(low, s); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	page := strings.Index(low, "<html")
	return at >= 0 && (page < 0 || at < page)
}

// isTable looks for a row of names, one of them that of the text.
func isTable(head []byte) bool {
	line, _, more := bytes.Cut(head, []byte("\n"))
	if !more || len(line) > 1000 {
		return false
	}
	cells := cellsOf(string(line), separator(string(line)))
	names := known(cells)
	return slices.Contains(names, "text") && (len(names) > 1 || len(cells) == 1)
}

// separators are what sets the cells of a table apart.
var separators = [...]rune{',', ';', '\t', '|'}

// separator is the one with which a row of names has most columns that are known.
func separator(line string) rune {
	best, most := ',', 0
	for _, s := range separators {
		if n := len(known(cellsOf(line, s))); n > most {
			best, most = s, n
		}
	}
	return best
}

func cellsOf(line string, separator rune) []string {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.LazyQuotes = separator, true
	row, err := r.Read()
	if err != nil {
		return nil
	}
	return row
}

// known keeps the names of columns that mean something.
func known(names []string) []string {
	var out []string
	for _, n := range names {
		if f := fieldOf(n); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// fieldOf is the field of a report that a column's name means.
func fieldOf(name string) string {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "id":
		return "id"
	case "text", "body", "content", "article":
		return "text"
	case "title", "headline":
		return "title"
	case "url", "link":
		return "url"
	case "publisher", "source":
		return "publisher"
	case "published", "date", "publication_date":
		return "published"
	case "lang", "language":
		return "lang"
	}
	return ""
}
