package record

import (
	"bytes"
	"encoding/json"
	"reflect"
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
