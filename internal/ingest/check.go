package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"
)

// MaxBytes is the size up to which a report is read.
const MaxBytes = 64 << 20

// Errors of bytes that are not the text of a report.
var (
	ErrEmpty    = errors.New("empty report")
	ErrTooLarge = errors.New("report too large")
	ErrUTF16    = errors.New("UTF-16 text")
	ErrNotUTF8  = errors.New("not UTF-8")
	ErrNUL      = errors.New("NUL byte")
	ErrHTML     = errors.New("HTML page")
	ErrDocument = errors.New("not a text")
)

var byteOrderMark = []byte("\ufeff")

// Check says whether bytes are the text of a report: UTF-8 without NUL bytes or markup, not empty, not too large.
func Check(b []byte) error {
	switch {
	case len(b) > MaxBytes:
		return fmt.Errorf("%w: %d bytes, at most %d are read", ErrTooLarge, len(b), MaxBytes)
	case len(bytes.TrimSpace(bytes.TrimPrefix(b, byteOrderMark))) == 0:
		return ErrEmpty
	case document(b) != "":
		return fmt.Errorf("%w: %s: give the text of the report alone", ErrDocument, document(b))
	case isUTF16(b):
		return fmt.Errorf("%w: convert it first, for example with iconv -f UTF-16 -t UTF-8", ErrUTF16)
	}
	if i := bytes.IndexByte(b, 0); i >= 0 {
		return fmt.Errorf("%w at byte %d: not a text file", ErrNUL, i)
	}
	if i := invalidAt(b); i >= 0 {
		return fmt.Errorf("%w: byte 0x%02x at offset %d", ErrNotUTF8, b[i], i)
	}
	if isHTML(b) {
		return fmt.Errorf("%w: give the text of the report alone", ErrHTML)
	}
	return nil
}

// documents are files that people take for texts, by what they begin with.
var documents = [...]struct{ start, name string }{
	{"%PDF-", "a PDF document"}, {"{\\rtf", "an RTF document"}, {"\xd0\xcf\x11\xe0", "an Office document"},
	{"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"GIF8", "an image"}, {"RIFF", "an image or a sound"},
}

// document names what bytes are that are no text, if it is one of those.
func document(b []byte) string {
	for _, d := range documents {
		if bytes.HasPrefix(b, []byte(d.start)) {
			return d.name
		}
	}
	return ""
}

// isUTF16 finds a byte order mark, or the zero and Devanagari high bytes that fill every second byte without one.
func isUTF16(b []byte) bool {
	if bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff}) {
		return true
	}
	head := b[:min(len(b), 1024)&^1]
	var high [2]int
	for i, c := range head {
		if c == 0 || c == 0x09 {
			high[i&1]++
		}
	}
	half := len(head) / 2
	return half >= 4 && bytes.IndexByte(head, 0) >= 0 && max(high[0], high[1]) > half*3/4 && min(high[0], high[1]) < half/2
}

// invalidAt is the offset of the first byte that is not UTF-8, -1 when all are.
func invalidAt(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

var pageStarts = [][]byte{[]byte("<!doctype html"), []byte("<html"), []byte("<?xml"), []byte("<head"), []byte("<body")}

// isHTML looks for the start of a page, or for closing tags all over the first bytes.
func isHTML(b []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(b[:min(len(b), 4096)], byteOrderMark))
	if bytes.IndexByte(head, '<') < 0 {
		return false
	}
	head = bytes.ToLower(head)
	for _, s := range pageStarts {
		if bytes.HasPrefix(head, s) || bytes.Contains(head, s) && bytes.Count(head, []byte("</")) > 0 {
			return true
		}
	}
	return bytes.HasPrefix(head, []byte("<")) && bytes.Count(head, []byte("</")) >= 2 || bytes.Count(head, []byte("</")) >= 8
}
