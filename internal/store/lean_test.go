package store

import "testing"

func TestLean(t *testing.T) {
	for in, want := range map[string]string{
		`{"a":null}`:       `{}`,
		`{"a":null,"b":1}`: `{"b":1}`,
		`{"a":1,"b":null}`: `{"a":1}`,
		`{"a":[],"b":{"c":null,"d":null},"e":[1]}`: `{"a":[],"b":{},"e":[1]}`,
		`{"a":"x\":null,\"y","b":null}`:            `{"a":"x\":null,\"y"}`,
		`{"a":"\",\"b\":[]"}`:                      `{"a":"\",\"b\":[]"}`,
		`[{"a":null},{"b":"null"},null]`:           `[{},{"b":"null"},null]`,
		`{"a":1,"b":[],"c":null,"d":{"e":"भारत"}}`: `{"a":1,"b":[],"d":{"e":"भारत"}}`,
	} {
		if got := lean(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
