package knowledge

import (
	"strconv"
	"strings"

	"varta/internal/names"
)

// Where ranks all places whose name, or some words of it, a name in either script spells at no more than so many bits a
// sound: those of places.tsv and of the gazetteer, each once. It compares with every place of the world, which takes tens
// of milliseconds: for questions, not for reading.
func (k *Base) Where(name string, bitsPerUnit float64) []Found {
	g := k.openGazetteer()
	if k.Script == nil {
		return nil
	}
	q := names.NewQuery(k.Script)
	if !q.Set(name) {
		return nil
	}
	limit := bitsPerUnit * float64(q.Units())
	folded := k.norm.String(name)
	var out []Found
	add := func(s Settlement, latin, own string) {
		bits, ok := cost(q, k.Script, folded, latin, own, limit)
		if !ok {
			bits, ok = partCost(q, latin, limit)
		}
		if ok {
			out = append(out, Found{s, q.Score(bits), bits + Rarity(s.Population)})
		}
	}
	kept := k.keptPlaces()
	for line := range strings.Lines(g.text) {
		var cells [gazColumns]string
		if !cut(line, cells[:]) || cells[gazID] == "id" {
			continue
		}
		own := cells[gazOwn]
		r := kept[cells[gazID]]
		if r != nil {
			cells[gazOwn] = r.get("hi")
			own = k.norm.String(cells[gazOwn])
			delete(kept, cells[gazID])
		}
		add(settlement(&cells), cells[gazLatin], own)
	}
	for _, r := range kept {
		add(placeOf(r), r.get("en"), k.norm.String(r.get("hi")))
	}
	return rank(out)
}

// partCost is that of the cheapest of several names of which only some words are said.
func partCost(q *names.Query, latin string, limit float64) (float64, bool) {
	best, found := limit, false
	for n := range strings.SplitSeq(latin, "|") {
		if bits, ok := q.CostOfPart(n, best); ok {
			best, found = bits, true
		}
	}
	return best, found
}

// keptPlaces are the rows of places.tsv by their ids.
func (k *Base) keptPlaces() map[string]*row {
	var p problems
	t := readTable(k.fsys, "world/places.tsv", &p, "id", "en", "hi", "code")
	out := make(map[string]*row, len(t.rows))
	for i := range t.rows {
		out[t.rows[i].get("id")] = &t.rows[i]
	}
	return out
}

func placeOf(r *row) Settlement {
	s := Settlement{Names: []string{r.get("en")}, Own: r.list("hi"), Code: r.get("code"), Kind: r.get("kind")}
	s.Lat, s.Lon, s.HasPoint = point(r)
	s.GeoNames, _ = strconv.Atoi(r.get("id"))
	s.Population, _ = strconv.Atoi(r.get("population"))
	return s
}

// StateCodes are the codes of states by their ISO 3166-1 alpha-2 codes.
func (k *Base) StateCodes() map[string]string {
	var p problems
	t := readTable(k.fsys, "world/states.tsv", &p, "code", "iso2")
	out := make(map[string]string, len(t.rows))
	for i := range t.rows {
		if r := &t.rows[i]; r.get("iso2") != "" && r.get("successor") == "" {
			out[r.get("iso2")] = r.get("code")
		}
	}
	return out
}

// Named are the readings of a whole name that the tables have in this spelling.
func (k *Base) Named(name string) []Name {
	words := strings.Fields(name)
	found, n := k.NameAt(func(i int) int32 { return k.Word(words[i]) }, len(words), nil)
	if n < len(words) {
		return nil
	}
	return found
}
