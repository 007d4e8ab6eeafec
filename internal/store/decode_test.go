package store

import (
	"encoding/json"
	"reflect"
	"slices"
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
// FuzzX
func FuzzDecodeAct(f *testing.F) {
	for _, l := range lines {
		f.Add([]byte(l))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var got, want record.Act
		err, wantErr := decodeAct(string(line), &got), json.Unmarshal(line, &want)
		if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v %v, want %+v %v", line, got, err, want, wantErr)
		}
	})
}

// FuzzDecodeParts does so for what records are made of.
func FuzzDecodeParts(f *testing.F) {
	for _, l := range slices.Concat(lines, []string{
		`{"id":"r","schema":"varta/1","version":"1","data_version":"x","report":{"title":"शीर्षक","dateline":{"text":"दिल्ली","code":"IND"},"lang":"hi","sha256":"0","bytes":3},` +
			`"events":[],"statements":[],"facts":[],"mentions":[{"text":"भारत","start":0,"end":12,"type":"state","id":"IND","code":"IND"}],"notes":[{"code":"date-unresolved","start":1,"end":2,"text":"कल"}]}`,
		`{"id":"e1","type":"CONSULT","actors":[{"text":"वह","start":0,"end":6,"id":"person:x","code":"IND","wikidata":"Q1"}],"date":{"value":"2024","precision":"year","text":"2024","start":0,"end":4},` +
			`"place":{"text":"दिल्ली","start":0,"end":18,"code":"IND","lat":28.6,"lon":77.2,"geonames":1261481,"precision":"city"},"speaker":{"text":"","code":"---"},"occasion":"e2","evidence":[],"rule":"x","confidence":0.5}`,
		`{"id":"s1","speaker":{"text":"वह","code":"IND"},"addressees":[],"about":["PAK"],"content":{"start":1,"end":2},"forum":"e1","date":null,"place":null,"evidence":[{"start":1,"end":2,"quote":"अ"}]}`,
		`{"id":"f1","kind":"member_of","subject":{"text":"भारत","code":"IND"},"object":{"code":"SCO"},"office":null,"since":"2017","until":null,"evidence":null}`,
		`{"report":{"dateline":null}}`, `{"content":{"start":"1"}}`, `{"events":[{}]}`, `{"mentions":[{"start":1.5}]}`,
	}) {
		f.Add([]byte(l))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		same(t, line, (*lineReader).record)
		same(t, line, (*lineReader).event)
		same(t, line, (*lineReader).statement)
		same(t, line, (*lineReader).fact)
	})
}

func same[T any](t *testing.T, line []byte, read func(*lineReader, *T)) {
	var got, want T
	err, wantErr := decodeLine(string(line), &got, read), json.Unmarshal(line, &want)
	if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
		t.Errorf("%q: %+v %v, want %+v %v", line, got, err, want, wantErr)
	}
}

func FuzzDecodeEvidence(f *testing.F) {
	for _, l := range []string{`[]`, `null`, `[{"start":0,"end":12,"quote":"भारत"},{"start":1,"end":2,"quote":"\""}]`, `[{"start":0.5}]`, `[1]`, ``, `{}`} {
		f.Add([]byte(l))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var want []record.Evidence
		got, err := decodeEvidence(string(line))
		wantErr := json.Unmarshal(line, &want)
		if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v %v, want %+v %v", line, got, err, want, wantErr)
		}
	})
}
