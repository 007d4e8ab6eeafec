package knowledge

import (
	"math"
	"strings"

	"varta/internal/doc"
	"varta/internal/names"
)

// How near the spelling of a person's name must be, in bits a sound: of somebody in that office, of anybody of the state;
// and how many bits better than anybody else's.
const (
	soundsAlike = 1.7
	soundsSame  = 1.0
	soundsAhead = 3
	// officerUnits is how many sounds a name must have to mean somebody whose state is not told.
	officerUnits = 8
)

// HolderNamed is the person (a row of Items) who at some time held an office of a state or organisation and whose name, or
// last name, sounds like name, which no table has in that spelling; with an empty office anybody of the state with such a
// full name. None where nobody or several may be meant.
func (k *Base) HolderNamed(name, office, code string) int {
	if k.Script == nil || code == "" {
		return doc.None
	}
	q := k.queries.Get().(*names.Query)
	defer k.queries.Put(q)
	if !q.Set(name) || q.Units() < 4 {
		return doc.None
	}
	best := closest{row: doc.None, bits: math.Inf(1), second: math.Inf(1)}
	full := strings.ContainsAny(strings.TrimSpace(name), " -")
	if office != "" {
		for _, h := range k.holders()[Post{k.SameOffice(office), code}] {
			best.see(int(h.item), k.nameCost(q, &k.Items[h.item], full, soundsAlike))
		}
	} else if full {
		for _, i := range k.people()[code] {
			best.see(int(i), k.nameCost(q, &k.Items[i], true, soundsSame))
		}
	}
	if best.second-best.bits < soundsAhead {
		return doc.None
	}
	return best.row
}

// OfficerNamed is the person who holds an office of some state on a day (empty: who ever held it) and whose full name sounds
// like name, which no table has in that spelling; None where nobody or several may be meant.
func (k *Base) OfficerNamed(name, office, day string) int {
	if k.Script == nil || !strings.ContainsAny(strings.TrimSpace(name), " -") {
		return doc.None
	}
	q := k.queries.Get().(*names.Query)
	defer k.queries.Put(q)
	if !q.Set(name) || q.Units() < officerUnits {
		return doc.None
	}
	limit := soundsAlike
	if day == "" {
		limit = soundsSame // of all who ever held it, more sound alike
	}
	best := closest{row: doc.None, bits: math.Inf(1), second: math.Inf(1)}
	for _, h := range k.officers()[k.SameOffice(office)] {
		it := &k.Items[h.item]
		if t := &it.Terms[h.term]; day == "" || Overlap(t.Since, t.Until, day, day) {
			best.see(int(h.item), k.nameCost(q, it, true, limit))
		}
	}
	if best.second-best.bits < soundsAhead {
		return doc.None
	}
	return best.row
}

// closest is the row with the cheapest name, and what the next one costs.
type closest struct {
	row          int
	bits, second float64
}

func (c *closest) see(row int, bits float64) {
	switch {
	case row == c.row:
		c.bits = min(c.bits, bits)
	case bits < c.bits:
		c.row, c.bits, c.second = row, bits, c.bits
	case bits < c.second:
		c.second = bits
	}
}

// nameCost is what it costs to spell a person's full name, or last name, as the query; infinite when that is more
// than so many bits a sound.
func (k *Base) nameCost(q *names.Query, it *Item, full bool, bitsPerUnit float64) float64 {
	latin := it.English
	if words := strings.Fields(latin); !full && len(words) > 1 {
		latin = words[len(words)-1]
		if k.familyFirst[it.Code] {
			latin = words[0]
		}
	}
	if bits, ok := q.Cost(latin, bitsPerUnit*float64(q.Units())); ok {
		return bits
	}
	return math.Inf(1)
}
