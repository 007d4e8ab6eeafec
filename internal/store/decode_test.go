package store

import (
	"encoding/json"
	"reflect"
	"testing"

	"varta/record"
)

// lines are acts as they are kept, and others that are not.
var lines = []string{
	`{"id":"act:0a","type":"CONSULT","modes":["visit"],"contexts":[],"cameo":"040","quad":1,"score":-2.5,"status":"happened","history":[{"status":"planned","report":"r","published":null}],` +
		`"actors":[{"id":"IND","name":"भारत \"x\"\n","code":"IND","sector":"GOV","office":null,"wikidata":null}],"recipients":[],"date":{"value":"2024-03","until":null,"precision":"month"},` +
		`"place":{"name":"New Delhi","code":"IND","lat":28.6,"lon":-77.2,"geonames":1261481,"precision":"city"},"occasion":null,"topics":["trade"],"confidence":0.9,"tellings":[]}`,
	`{"id":"a","date":null,"place":null,"modes":null,"tellings":null}`,
	`{"id":"a","tellings":[{"report":"r"}]}`,
	`{ "id" : "a", "later": {"x": [1, true]} }`,
	`{"id":"\u0915\ud83d\ude00","quad":1e0}`, `{"quad":"1"}`, `{"id":"a"`, `{"id":"a"}}`, `{"id":12}`, `{}`, `null`, ``, `[]`, `{"ID":"a"}`, "{\"id\":\"\xff\"}",
	`{"quad":1.5}`, `{"quad":-}`, `{"modes":["a",]}`, `{"id":"a",}`, `{"place":{"geonames":1.5}}`, `{"id":null}`, "{\"id\":\"a\nb\"}", `{"quad":01}`,
}

// FuzzDecodeAct compares with encoding/json: the same act, or an error as well.
func FuzzDecodeAct(f *testing.F) {
	for _, l := range lines {
		f.Add([]byte(l))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var got, want record.Act
		err, wantErr := decodeAct(line, &got), json.Unmarshal(line, &want)
		if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v %v, want %+v %v", line, got, err, want, wantErr)
		}
	})
}

func FuzzDecodeEvidence(f *testing.F) {
	for _, l := range []string{`[]`, `null`, `[{"start":0,"end":12,"quote":"भारत"},{"start":1,"end":2,"quote":"\""}]`, `[{"start":0.5}]`, `[1]`, ``, `{}`} {
		f.Add([]byte(l))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var want []record.Evidence
		got, err := decodeEvidence(line)
		wantErr := json.Unmarshal(line, &want)
		if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v %v, want %+v %v", line, got, err, want, wantErr)
		}
	})
}
