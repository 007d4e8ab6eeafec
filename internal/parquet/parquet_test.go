package parquet_test

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	reader "github.com/parquet-go/parquet-go"

	"varta/internal/parquet"
)

// row has every kind of column; the library that reads it wants to be told of nulls and lists.
type row struct {
	ID     string   `parquet:"id"`
	Type   string   `parquet:"type,dict"`
	Score  float64  `parquet:"score"`
	Number int64    `parquet:"number"`
	Day    *int32   `parquet:"day,optional,date"`
	Place  *string  `parquet:"place,optional,dict"`
	Modes  []string `parquet:"modes,list"`
	Tells  []tell   `parquet:"tells,list"`
}

type tell struct {
	Report string   `parquet:"report"`
	URL    *string  `parquet:"url,optional"`
	Quotes []string `parquet:"quotes,list"`
}

// rows are n rows in which each list is empty, short and long, and each null there and not there.
func rows(n int) []row {
	var out []row
	for i := range n {
		r := row{ID: fmt.Sprint("act:", i), Type: []string{"CONSULT", "भेंट", ""}[i%3], Score: float64(i) / 4, Number: int64(i) << 33}
		if i%4 > 0 {
			day, place := int32(i-5), fmt.Sprint("जगह ", i%7)
			r.Day, r.Place = &day, &place
		}
		for j := range i % 3 {
			r.Modes = append(r.Modes, fmt.Sprint("mode ", j))
		}
		for j := range i % 5 {
			t := tell{Report: fmt.Sprint("r", j)}
			if j%2 == 1 {
				t.URL = &r.ID
			}
			for q := range (i + j) % 3 {
				t.Quotes = append(t.Quotes, strings.Repeat("उद्धरण ", q*i%90))
			}
			r.Tells = append(r.Tells, t)
		}
		out = append(out, r)
	}
	return out
}

func write(t *testing.T, group int, rows []row) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := parquet.NewWriter[row](&b, "row", group)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRead has parquet-go read what was written: in one group and page, in groups, in columns of several pages.
func TestRead(t *testing.T) {
	for _, tt := range []struct{ rows, group int }{{0, 10}, {1, 10}, {100, 1000}, {100, 7}, {9000, 1 << 20}} {
		want := rows(tt.rows)
		b := write(t, tt.group, want)
		f, err := reader.OpenFile(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		if groups := (tt.rows + tt.group - 1) / tt.group; len(f.RowGroups()) != groups {
			t.Errorf("%d rows are in %d groups, want %d", tt.rows, len(f.RowGroups()), groups)
		}
		got := make([]row, tt.rows)
		r := reader.NewGenericReader[row](f)
		if n, err := r.Read(got); n != tt.rows || err != nil && err != io.EOF {
			t.Fatal(n, err)
		}
		for i := range got {
			if g, w := fmt.Sprintf("%+v", flat(got[i])), fmt.Sprintf("%+v", flat(want[i])); g != w {
				t.Fatalf("row %d of %d is %s, want %s", i, tt.rows, g, w)
			}
		}
	}
}

// flat follows pointers, so that rows can be compared as text.
func flat(r row) []any {
	out := []any{r.ID, r.Type, r.Score, r.Number, deref(r.Day), deref(r.Place), r.Modes}
	for _, t := range r.Tells {
		out = append(out, t.Report, deref(t.URL), t.Quotes)
	}
	return out
}

func deref(p any) any {
	if v := reflect.ValueOf(p); !v.IsNil() {
		return v.Elem().Interface()
	}
	return nil
}

// TestRange: a reader can pass over groups whose days or names cannot be those asked for, but values cut short would lie.
func TestRange(t *testing.T) {
	b := write(t, 100, rows(100))
	f, err := reader.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range f.Metadata().RowGroups[0].Columns {
		s := c.MetaData.Statistics
		switch c.MetaData.PathInSchema[0] {
		case "day":
			if s.NullCount != 25 || s.MinValue[0] != 0xfc || s.MaxValue[0] != 94 {
				t.Errorf("days: %+v", s)
			}
		case "type":
			if string(s.MaxValue) != "भेंट" || s.NullCount != 0 {
				t.Errorf("types: %+v", s)
			}
		}
		if strings.Join(c.MetaData.PathInSchema, ".") == "tells.list.element.quotes.list.element" && s.MaxValue != nil {
			t.Errorf("quotes: %+v", s)
		}
	}
	if !bytes.Equal(b, write(t, 100, rows(100))) {
		t.Error("the same rows make another file")
	}
}
