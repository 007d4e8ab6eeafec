package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// fill gives every field of a value something; what is a list gets n elements, what may be missing is missing for none.
func fill(v reflect.Value, n int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(v.Index(i), n)
		}
	case reflect.Pointer:
		if n > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), n)
		}
	case reflect.String:
		if n > 0 {
			v.SetString([]string{"विदेश मंत्री", "“कहा”\u2028\x7f\t\\", "a\xff<b>&", "\ufffd"}[n%4])
		}
	case reflect.Int:
		v.SetInt(int64(-n))
	case reflect.Float64:
		v.SetFloat([]float64{0, 0.85, 1e-9, 3e21, 38.54}[n])
	}
}

// TestLine: a line is what encoding/json makes of the record, whatever fields it has.
func TestLine(t *testing.T) {
	for n := range 5 {
		var r Record
		fill(reflect.ValueOf(&r).Elem(), n)
		got, err := r.Line()
		if err != nil {
			t.Fatal(err)
		}
		want, err := marshal(&r)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want)+"\n" {
			t.Errorf("%d:\n%s\nis not\n%s", n, got, want)
		}
		if !json.Valid(got) {
			t.Errorf("%d: no JSON: %s", n, got)
		}
	}
}

// TestLean: a lean line is the line where nothing is missing, and has no null where something is; it reads as it was.
func TestLean(t *testing.T) {
	for n := range 5 {
		lean(t, n, Record{})
		lean(t, n, Event{})
		lean(t, n, Statement{})
		lean(t, n, Fact{})
		lean(t, n, Act{})
		lean(t, n, []Evidence{})
	}
}

func lean[T Record | Event | Statement | Fact | Act | []Evidence](t *testing.T, n int, v T) {
	t.Helper()
	fill(reflect.ValueOf(&v).Elem(), n)
	got, err := Lean(&v)
	if err != nil {
		t.Fatal(err)
	}
	want, err := marshal(&v)
	if err != nil {
		t.Fatal(err)
	}
	if n > 0 && got != string(want) {
		t.Errorf("%T %d:\n%s\nis not\n%s", v, n, got, want)
	}
	if strings.Contains(got, "null") {
		t.Errorf("%T %d has a null: %s", v, n, got)
	}
	var again, meant T
	if err := errors.Join(json.Unmarshal([]byte(got), &again), json.Unmarshal(want, &meant)); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again, meant) {
		t.Errorf("%T %d: read again it is %+v, not %+v", v, n, again, meant)
	}
}

// FuzzQuoted compares with encoding/json.
func FuzzQuoted(f *testing.F) {
	for _, s := range []string{"", "भारत", `"a"`, "a\tb\n", "\u2028", "\x7f", "\xff", "a<b>&c", `\`, "\ufffd", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(s); err != nil {
			t.Fatal(err)
		}
		if got := string(Quoted(nil, s)) + "\n"; got != want.String() {
			t.Errorf("%q: %s, want %s", s, got, want.String())
		}
	})
}
