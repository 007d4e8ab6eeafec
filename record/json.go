package record

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// Null is a string that is null in JSON when it is empty.
type Null string

// MarshalJSON writes null for the empty string.
func (n Null) MarshalJSON() ([]byte, error) {
	if n == "" {
		return []byte("null"), nil
	}
	return Quoted(nil, string(n)), nil
}

// UnmarshalJSON reads null as the empty string.
func (n *Null) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*n = ""
		return nil
	}
	// Most strings stand as they are: archives read millions of them.
	if len(b) >= 2 && b[0] == '"' && bytes.IndexByte(b, '\\') < 0 && utf8.Valid(b) {
		*n = Null(b[1 : len(b)-1])
		return nil
	}
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*n = ""
	if s != nil {
		*n = Null(*s)
	}
	return nil
}

// Fill replaces nil lists by empty ones, which is how JSON has them. The records of a reader are filled.
func (r *Record) Fill() {
	r.Events, r.Statements, r.Facts = list(r.Events), list(r.Statements), list(r.Facts)
	r.Mentions, r.Notes = list(r.Mentions), list(r.Notes)
	for i := range r.Events {
		e := &r.Events[i]
		e.Modes, e.Contexts, e.Topics = list(e.Modes), list(e.Contexts), list(e.Topics)
		e.Actors, e.Recipients, e.Evidence = list(e.Actors), list(e.Recipients), list(e.Evidence)
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		s.Addressees, s.About, s.Topics, s.Evidence = list(s.Addressees), list(s.About), list(s.Topics), list(s.Evidence)
	}
	for i := range r.Facts {
		r.Facts[i].Evidence = list(r.Facts[i].Evidence)
	}
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// marshal is json.Marshal without HTML escapes: quotes must read as the report has them.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
