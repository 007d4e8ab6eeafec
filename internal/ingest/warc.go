package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// warc yields the pages of a web archive (ISO 28500): the records of type response or resource that hold HTML or text.
func (w *walk) warc(name string, br *bufio.Reader) bool {
	for n := 1; ; n++ {
		head, err := warcHead(br)
		if err == io.EOF {
			return true
		}
		if err != nil {
			return w.yield(failed(name, fmt.Errorf("record %d of the web archive: %w", n, cutOff(err))))
		}
		size, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			return w.yield(failed(name, fmt.Errorf("record %d of the web archive has no length", n)))
		}
		block, err := warcBlock(br, head, size)
		if err != nil {
			return w.yield(failed(name, fmt.Errorf("record %d of the web archive: %w", n, cutOff(err))))
		}
		if item, ok := warcItem(name, n, head, block); ok {
			if item.Form == Page {
				item.Form = w.pageForm()
			}
			if !w.yield(item) {
				return false
			}
		}
	}
}

// warcBlock reads the block of a record, and passes over that of one which holds no page.
func warcBlock(br *bufio.Reader, head textproto.MIMEHeader, size int64) ([]byte, error) {
	kind := head.Get("WARC-Type")
	if kind != "response" && kind != "resource" || size > maxPage {
		n, err := io.CopyN(io.Discard, br, size)
		if n < size {
			err = cutShort(err)
		}
		return nil, err
	}
	block := make([]byte, size)
	_, err := io.ReadFull(br, block)
	return block, cutShort(err)
}

// warcHead reads the lines before a record; io.EOF is the end of the archive.
func warcHead(br *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		line, err := br.ReadString('\n')
		if text := strings.TrimSpace(line); text == "" && err == nil {
			continue
		} else if !strings.HasPrefix(text, "WARC/") {
			if err == nil {
				err = errors.New("it does not begin with WARC/")
			}
			if text == "" {
				return nil, err
			}
			return nil, cutShort(err)
		}
		if err != nil {
			return nil, cutShort(err)
		}
		head, err := textproto.NewReader(br).ReadMIMEHeader()
		return head, cutShort(err)
	}
}

// cutShort is the error of a stream that ends where it may not.
func cutShort(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// warcItem is the page of a record, if it holds one.
func warcItem(name string, n int, head textproto.MIMEHeader, block []byte) (Item, bool) {
	address := strings.Trim(head.Get("WARC-Target-URI"), "<>")
	item := Item{Name: fmt.Sprintf("%s:%d", name, n), MIME: head.Get("Content-Type"), Known: Report{URL: address, ID: AddressID(address)}}
	if len(block) == 0 {
		return item, false
	}
	var body io.Reader = bytes.NewReader(block)
	if head.Get("WARC-Type") == "response" {
		res, err := http.ReadResponse(bufio.NewReader(body), nil)
		if err != nil || res.StatusCode != http.StatusOK {
			return item, false // an image of a failure, not a report
		}
		item.MIME = res.Header.Get("Content-Type")
		if body, err = decoded(res.Header.Get("Content-Encoding"), res.Body); err != nil {
			item.Err = err
			return item, true
		}
	}
	form, ok := formOf(item.MIME)
	if !ok {
		return item, false
	}
	item.Form = form
	if item.Bytes, item.Err = readAll(body, maxPage); item.Err != nil {
		item.Err = cutOff(item.Err)
	}
	return item, true
}

// formOf says what to do with a MIME type.
func formOf(mime string) (Form, bool) {
	mime, _, _ = strings.Cut(strings.ToLower(mime), ";")
	switch strings.TrimSpace(mime) {
	case "text/html", "application/xhtml+xml":
		return Page, true
	case "text/plain":
		return Text, true
	}
	return Text, false
}
