package ingest

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// table yields the rows of a table whose first row names its columns.
func (w *walk) table(name string, br *bufio.Reader) bool {
	if b, _ := br.Peek(len(byteOrderMark)); bytes.Equal(b, byteOrderMark) {
		br.Discard(len(byteOrderMark))
	}
	head, _ := br.Peek(headSize)
	line, _, _ := bytes.Cut(head, []byte("\n"))
	r := csv.NewReader(br)
	r.Comma, r.ReuseRecord, r.FieldsPerRecord = separator(string(line)), true, 0
	names, err := r.Read()
	if err != nil {
		return w.yield(failed(name, fmt.Errorf("its row of names: %w", err)))
	}
	fields := make([]string, len(names))
	for i, n := range names {
		fields[i] = fieldOf(n)
	}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return true
		}
		at := rowLine(r, err)
		item := Item{Name: fmt.Sprintf("%s:%d", name, at), Known: Report{ID: fmt.Sprintf("%s-%d", idOf(name), at)}}
		if err != nil {
			item.Err = fmt.Errorf("not a row of the table: %w", err)
		} else {
			item.Known, item.Bytes = rowReport(fields, cells).or(item.Known), nil
			item.Bytes, item.Known.Text = []byte(item.Known.Text), ""
		}
		if !w.yield(item) {
			return false
		}
		if _, ok := errors.AsType[*csv.ParseError](err); err != nil && !ok {
			return true // the stream is at its end
		}
	}
}

// rowLine is the line on which the row begins that was read last.
func rowLine(r *csv.Reader, err error) int {
	if e, ok := errors.AsType[*csv.ParseError](err); ok {
		return e.StartLine
	}
	if err != nil {
		return 0
	}
	line, _ := r.FieldPos(0)
	return line
}

func rowReport(fields, cells []string) Report {
	var r Report
	to := map[string]*string{"id": &r.ID, "text": &r.Text, "title": &r.Title, "url": &r.URL, "publisher": &r.Publisher, "published": &r.Published, "lang": &r.Lang}
	for i, f := range fields {
		if p := to[f]; p != nil && *p == "" {
			*p = cells[i]
		}
	}
	return r
}

// list yields the objects of a JSON array.
func (w *walk) list(name string, r io.Reader) bool {
	d := json.NewDecoder(r)
	if _, err := d.Token(); err != nil {
		return w.yield(failed(name, err))
	}
	for n := 1; d.More(); n++ {
		item := Item{Name: fmt.Sprintf("%s:[%d]", name, n), Known: Report{ID: fmt.Sprintf("%s-%d", idOf(name), n)}, Form: JSON}
		var object json.RawMessage
		if err := d.Decode(&object); err != nil {
			item.Err = fmt.Errorf("not a JSON array of objects: %w", err)
			return w.yield(item)
		}
		item.Bytes = object
		if !w.yield(item) {
			return false
		}
	}
	return true
}
