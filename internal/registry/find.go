package registry

import (
	"strings"

	"varta/internal/doc"
	"varta/internal/knowledge"
)

// Named is what a name of the tables means.
type Named struct {
	Kind string // person, state, organisation, group, place or body
	ID   string // as records have it
	Code string // state or organisation, empty where the name alone does not tell
	Name string // in English
	// Lat and Lon are those of a place that has them.
	Lat, Lon float64
	HasPoint bool
}

// Find tells what a text names as a whole, in either script: a code, an id, or any name of the tables. A text that names
// several lists them all. The error is an *UnknownError with names that are near.
func (r *Registry) Find(text string) ([]Named, error) {
	text = strings.TrimSpace(text)
	var out []Named
	seen := map[int32]bool{}
	add := func(n int32) {
		if it := &r.k.Items[n]; !seen[n] && findable[it.Kind] {
			seen[n] = true
			out = append(out, namedOf(it))
		}
	}
	for i := range r.k.Items {
		if r.k.Items[i].ID == text {
			add(int32(i))
		}
	}
	if len(out) > 0 {
		return out, nil // an id or a code means nothing else
	}
	for i := range r.k.Items {
		if it := &r.k.Items[i]; it.Kind == doc.Place && strings.EqualFold(it.English, text) {
			add(int32(i))
		}
	}
	if words := r.words(text); len(words) > 0 {
		if names, n := r.nameAt(words); n == len(words) {
			for _, x := range names {
				add(x.Item)
			}
		}
	}
	if len(out) == 0 {
		return nil, &UnknownError{text, r.near(text), "no name in the tables"}
	}
	return out, nil
}

// findable are the kinds of items that records refer to.
var findable = map[doc.MentionType]bool{
	doc.Person: true, doc.State: true, doc.Organisation: true, doc.Group: true, doc.Place: true, doc.Body: true,
}

func namedOf(it *knowledge.Item) Named {
	return Named{it.Kind.String(), it.ID, it.Code, it.English, it.Lat, it.Lon, it.HasPoint}
}
