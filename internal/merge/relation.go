package merge

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"varta/record"
)

// Stated is a fact of a report.
type Stated struct {
	Report    string
	Published string
	record.Fact
}

// RelationID is the ID of the relation that a fact is about: the same kind, the same two ends, the same office.
func RelationID(f *record.Fact) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{f.Kind, end(f.Subject), end(f.Object), string(f.Office)}, "\n")))
	return "rel:" + hex.EncodeToString(sum[:6])
}

// end is who or what stands at an end of a fact: by the registry, by its code, or by its words.
func end(p record.Party) string {
	switch {
	case p.ID != "":
		return string(p.ID)
	case p.Name != "" || p.Code == record.Unknown || p.Code == "" || p.Office != "":
		return p.Code + " " + cmp.Or(string(p.Name), plain(p.Text))
	}
	return p.Code
}

// plain is a name without the signs in which its spellings differ.
func plain(text string) string {
	var out []string
	for w := range bare(text) {
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// Relations are the timelines that facts make, in any order: of each relation its terms in order of time.
func Relations(facts []Stated) []record.Relation {
	facts = ordered(facts, func(a, b *Stated) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Report, b.Report), cmp.Compare(a.ID, b.ID))
	})
	at := map[string]int{}
	var out []record.Relation
	var of [][]Stated
	for _, f := range facts {
		id := RelationID(&f.Fact)
		i, ok := at[id]
		if !ok {
			i = len(out)
			at[id] = i
			out = append(out, record.Relation{ID: id, Kind: f.Kind, Subject: actor(f.Subject), Object: actor(f.Object), Office: f.Office})
			of = append(of, nil)
		}
		of[i] = append(of[i], f)
	}
	for i := range out {
		out[i].Terms = terms(of[i])
	}
	return ordered(out, func(a, b *record.Relation) int { return cmp.Compare(a.ID, b.ID) })
}

// ordered is a copy of list in order. Pointers are moved about, for the values are large.
func ordered[T any](list []T, compare func(a, b *T) int) []T {
	order := make([]*T, len(list))
	for i := range list {
		order[i] = &list[i]
	}
	slices.SortStableFunc(order, compare)
	out := make([]T, len(list))
	for i, x := range order {
		out[i] = *x
	}
	return out
}

func actor(p record.Party) record.Actor {
	return record.Actor{ID: p.ID, Name: p.Name, Code: p.Code, Sector: p.Sector, Office: p.Office, Wikidata: p.Wikidata}
}

// terms puts facts of one relation together that give the same time, one more exactly than the other. What contradicts
// stands beside; what gives no time joins the only term there is.
func terms(facts []Stated) []record.Term {
	exact := ordered(facts, func(a, b *Stated) int {
		return cmp.Or(cmp.Compare(len(b.Since)+len(b.Until), len(a.Since)+len(a.Until)), cmp.Compare(a.Since, b.Since), cmp.Compare(a.Until, b.Until))
	})
	var out []record.Term
	for _, f := range exact {
		source := record.Source{Report: f.Report, Fact: f.ID, Evidence: f.Evidence}
		i := slices.IndexFunc(out, func(t record.Term) bool { return fits(t.Since, f.Since) && fits(t.Until, f.Until) })
		if f.Since == "" && f.Until == "" && len(out) > 1 {
			i = slices.IndexFunc(out, func(t record.Term) bool { return t.Since == "" && t.Until == "" })
		}
		if i < 0 {
			out = append(out, record.Term{Since: f.Since, Until: f.Until, Sources: []record.Source{source}})
			continue
		}
		out[i].Sources = append(out[i].Sources, source)
		out[i].Since, out[i].Until = longer(out[i].Since, f.Since), longer(out[i].Until, f.Until)
	}
	slices.SortStableFunc(out, func(a, b record.Term) int {
		return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.Until, b.Until))
	})
	return out
}

// fits says whether one date is the other, given more exactly, or is not given.
func fits(a, b record.Null) bool {
	return strings.HasPrefix(string(a), string(b)) || strings.HasPrefix(string(b), string(a))
}

func longer(a, b record.Null) record.Null {
	if len(b) > len(a) {
		return b
	}
	return a
}
