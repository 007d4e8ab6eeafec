package knowledge

import (
	"slices"

	"varta/internal/doc"
)

// capitals lead from the code of a state to the names of its capitals, and from these to their place items.
type capitals struct {
	names map[string][]string // by code
	items map[string]int32    // by code and name
}

func capitalsOf(states *table) *capitals {
	c := &capitals{names: make(map[string][]string, len(states.rows)), items: map[string]int32{}}
	for i := range states.rows {
		r := &states.rows[i]
		c.names[r.get("code")] = r.list("capital")
	}
	return c
}

// has says whether a place of a state, with these names, is a capital of it.
func (c *capitals) has(code string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(c.names[code], n) })
}

// note keeps the item of a capital.
func (c *capitals) note(code string, names []string, item int32) {
	for _, n := range names {
		c.items[code+" "+n] = item
	}
}

// loadCapitals enters the names of capitals that no row of places.tsv bears: they are other spellings of the capital named
// before them, or of the first one that has a row. A state none of whose capitals has a row gets a place without a point.
func (k *Base) loadCapitals(states *table, c *capitals, p *problems) {
	for i := range states.rows {
		r := &states.rows[i]
		code, names := r.get("code"), r.list("capital")
		item, found := int32(0), false
		for _, n := range names {
			if item, found = c.items[code+" "+n]; found {
				break
			}
		}
		for _, n := range names {
			if it, ok := c.items[code+" "+n]; ok {
				item = it
				continue
			}
			if !found {
				item, found = k.addItem(Item{Kind: doc.Place, Sub: "city", ID: "capital-" + code, Code: code, Hindi: n, Capital: true}, r, p), true
			}
			k.addName(n, item, ByName)
		}
	}
}
