package export_test

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// object is a JSON object as the validator reads it.
type object = map[string]any

// valid checks documents against a schema of testdata and returns them.
func valid(t *testing.T, schema string, documents ...string) []object {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("testdata/" + schema + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var out []object
	for _, d := range documents {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(d))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%v\n%s", err, d)
		}
		out = append(out, v.(object))
	}
	return out
}

func lines(content string) []string { return strings.Split(strings.TrimSuffix(content, "\n"), "\n") }

// at is the value at a path of keys; a list stands for its first element.
func at(v any, path ...string) any {
	for _, key := range path {
		if l, ok := v.([]any); ok {
			v = l[0]
		}
		v = v.(object)[key]
	}
	return v
}

func TestPLOVER(t *testing.T) {
	content, _ := write(t, "plover", source(meeting(), summit()))
	got := valid(t, "plover", lines(content)...)
	if len(got) != 5 {
		t.Fatalf("%d lines", len(got))
	}
	met, planned, denied := got[0], got[1], got[2]
	if met["event"].([]any)[0] != "CONSULT" || at(met, "event_loc", "city") != "New Delhi" || at(met, "actor", "code") != "RUS" ||
		at(met, "text_info", "text_story").([]any)[1] != hostile || at(met, "cite_info", "language") != "hi" {
		t.Errorf("the meeting is %v", met)
	}
	if planned["event"].([]any)[0] != "AGREE" || planned["date"] != "2024-03-06" || planned["enddate"] != "2024-03-07" || planned["context"] != nil {
		t.Errorf("the planned meeting is %v", planned)
	}
	if denied["context"].([]any)[0] != "negation" || denied["comment"] != "status: denied" || denied["event"].([]any)[0] != "ASSAULT" {
		t.Errorf("the denied attack is %v", denied)
	}
}

func TestPopolo(t *testing.T) {
	content, _ := write(t, "popolo", source(meeting(), summit()))
	got := valid(t, "popolo", content)[0]
	known := map[any]bool{"": true, nil: true}
	for _, class := range []string{"persons", "organizations", "posts", "events"} {
		for _, v := range got[class].([]any) {
			known[at(v, "id")] = true
		}
	}
	refer := func(class string, keys ...string) {
		for _, v := range got[class].([]any) {
			for _, k := range keys {
				if !known[at(v, k)] {
					t.Errorf("%s: %s %v is not in the file", class, k, at(v, k))
				}
			}
		}
	}
	refer("memberships", "person_id", "organization_id", "post_id")
	refer("posts", "organization_id")
	refer("speeches", "creator_id", "audience_id", "event_id")
	refer("events", "parent_id")
	if n := len(got["memberships"].([]any)); n != 2 {
		t.Errorf("%d memberships", n)
	}
	if m := got["memberships"].([]any)[0]; at(m, "post_id") != "post:RUS:foreign-minister" || at(m, "start_date") != "2004-03" {
		t.Errorf("the office is %v", m)
	}
	if s := got["speeches"].([]any)[0]; at(s, "text") != hostile || at(s, "event_id") == nil || at(s, "sources", "url") != "https://www.example.in/a?b=1&c=\"2\"" {
		t.Errorf("the speech is %v", s)
	}
}

func TestFTM(t *testing.T) {
	content, _ := write(t, "ftm", source(meeting(), summit()))
	got := valid(t, "ftm", lines(content)...)
	schema := map[any]any{}
	for _, e := range got {
		if schema[e["id"]] != nil {
			t.Errorf("%v comes twice", e["id"])
		}
		schema[e["id"]] = e["schema"]
	}
	ranges := map[string]string{"involved": "Person PublicBody Organization", "proof": "Article", "member": "Person PublicBody Organization",
		"organization": "PublicBody Organization", "holder": "Person", "post": "Position"}
	for _, e := range got {
		for property, want := range ranges {
			for _, id := range list(e["properties"].(object)[property]) {
				if name, _ := schema[id].(string); !strings.Contains(want, name) || name == "" {
					t.Errorf("%v: %s is %v, a %q", e["id"], property, id, name)
				}
			}
		}
	}
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}
