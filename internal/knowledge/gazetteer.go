package knowledge

import (
	"cmp"
	"errors"
	"io/fs"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"varta/internal/doc"
	"varta/internal/names"
)

// Settlement is a row of the gazetteer: a town that no row of places.tsv need name.
type Settlement struct {
	GeoNames   int
	Names      []string // Latin, the English one first
	Own        []string // in the script of the language
	Code       string
	Region     string
	Lat, Lon   float64
	HasPoint   bool
	Population int // 0 where it is not known
	Kind       string
}

// Found is a settlement whose name spells what was looked for: Score is 1 for the usual spelling and less for others, Bits
// is what spelling and rarity cost.
type Found struct {
	Settlement
	Score, Bits float64
}

const gazetteerFile, gazetteerIndex = "world/gazetteer.tsv", "world/gazetteer.idx"

// The columns of gazetteer.tsv that are read without its header.
const (
	gazID = iota
	gazLatin
	gazOwn
	gazCode
	gazRegion
	gazLat
	gazLon
	gazPopulation
	gazKind
	gazColumns = iota + 1 // and the source
)

// gazIndexed are the columns that the index is made of.
var gazIndexed = names.Columns{Latin: gazLatin, Own: gazOwn, Code: gazCode, Size: gazPopulation}

// gazetteer is read when it is first asked: most reports need no more than places.tsv.
type gazetteer struct {
	once  sync.Once
	text  string
	index *names.Compiled
	codes map[uint32]string // of states, by their numbers in the index
}

func (k *Base) openGazetteer() *gazetteer {
	g := k.gazetteer
	g.once.Do(func() {
		if k.Script == nil {
			return
		}
		text, err := readText(k.fsys, gazetteerFile)
		if err != nil {
			return // a folder of tables without it
		}
		b, _ := fs.ReadFile(k.fsys, gazetteerIndex)
		index, err := names.Decode(b, text)
		if errors.Is(err, names.ErrStale) {
			index = names.CompileTable(k.Script, text, gazIndexed) // a table that was edited since
		}
		g.text, g.index, g.codes = text, index, k.codeNumbers()
	})
	return g
}

// codeNumbers are the codes of states by the numbers that indexes have for them.
func (k *Base) codeNumbers() map[uint32]string {
	out := map[uint32]string{}
	for i := range k.Items {
		if it := &k.Items[i]; it.Kind == doc.State {
			out[names.CodeNumber(it.Code)] = it.Code
		}
	}
	return out
}

// Settlements ranks the settlements that a name in either script spells at no more than so many bits a sound, the
// likeliest first; with near also those whose spelling leaves a consonant out. Only those that keep accepts count; nil
// accepts all. Most names that are alike by sound are of places that a report cannot mean, so keep is asked before a row is
// read: the population that it is given is rounded down to a thousand.
func (k *Base) Settlements(name string, bitsPerUnit float64, near bool, keep func(code string, population int) bool) []Found {
	g := k.openGazetteer()
	if g.index == nil {
		return nil
	}
	q := k.queries.Get().(*names.Query)
	defer k.queries.Put(q)
	if !q.Set(name) {
		return nil
	}
	var out []Found
	limit := bitsPerUnit * float64(q.Units())
	for _, row := range q.Rows(g.index, near) {
		if keep != nil && !keep(g.codes[row.CodeNumber()], row.Size()) {
			continue
		}
		var cells [gazColumns]string
		if !cut(g.text[row.At:], cells[:]) {
			continue
		}
		if bits, ok := cost(q, k.Script, name, cells[gazLatin], cells[gazOwn], limit); ok {
			s := settlement(&cells)
			out = append(out, Found{s, q.Score(bits), bits + Rarity(s.Population)})
		}
	}
	return rank(out)
}

func rank(found []Found) []Found {
	slices.SortStableFunc(found, func(a, b Found) int {
		return cmp.Or(cmp.Compare(a.Bits, b.Bits), cmp.Compare(a.GeoNames, b.GeoNames))
	})
	return found
}

// cut splits the first line of text at its tabs; it reports whether there are as many cells as wanted.
func cut(text string, cells []string) bool {
	line, _, _ := strings.Cut(text, "\n")
	for i := range cells {
		cell, rest, more := strings.Cut(line, "\t")
		if cells[i] = cell; more == (i == len(cells)-1) {
			return false
		}
		line = rest
	}
	return true
}

// cost is that of the cheapest of a row's names, nothing for a name that is the very one. Alternatives in a cell are
// parted by bars.
func cost(q *names.Query, s *names.Script, name, latin, own string, limit float64) (float64, bool) {
	best, ok := math.Inf(1), false
	for n := range strings.SplitSeq(latin, "|") {
		if bits, within := q.Cost(n, limit); within {
			best, ok = min(best, bits), true
		}
	}
	for n := range strings.SplitSeq(own, "|") {
		if n == "" {
			continue
		}
		if n == name {
			return 0, true
		}
		if bits, within := q.Cost(s.Romanise(n), limit); within {
			best, ok = min(best, bits), true
		}
	}
	return best, ok
}

// Rarity is what a settlement of so many people costs beforehand, in bits: a quarter for each time that it is half as
// large as the largest.
func Rarity(population int) float64 {
	return 0.25 * math.Log2(3e7/float64(max(1000, population)))
}

// Gazetteer yields every row of the gazetteer.
func (k *Base) Gazetteer() iter.Seq[Settlement] {
	return func(yield func(Settlement) bool) {
		for line := range strings.Lines(k.openGazetteer().text) {
			var cells [gazColumns]string
			if cut(line, cells[:]) && cells[gazID] != "id" && !yield(settlement(&cells)) {
				return
			}
		}
	}
}

func settlement(cells *[gazColumns]string) Settlement {
	s := Settlement{Names: strings.Split(cells[gazLatin], "|"), Code: cells[gazCode], Region: cells[gazRegion], Kind: cells[gazKind]}
	s.GeoNames, _ = strconv.Atoi(cells[gazID])
	s.Population, _ = strconv.Atoi(cells[gazPopulation])
	s.Lat, s.Lon, s.HasPoint = coordinates(cells[gazLat], cells[gazLon])
	if cells[gazOwn] != "" {
		s.Own = strings.Split(cells[gazOwn], "|")
	}
	return s
}

// Place is the row of places.tsv with a GeoNames number, None without one.
func (k *Base) Place(geonames int) int {
	if n, ok := k.byID[itemKey{doc.Place, strconv.Itoa(geonames)}]; ok {
		return int(n)
	}
	return doc.None
}

// checkGazetteer verifies what the reader takes on trust: rows in order, once each, coordinates on the globe, codes of
// states, an index that fits.
func (k *Base) checkGazetteer(p *problems) {
	if _, err := fs.Stat(k.fsys, gazetteerFile); err != nil {
		return
	}
	t := readTable(k.fsys, gazetteerFile, p, "id", "en", "hi", "code", "region", "lat", "lon", "population", "kind", "source")
	last := ""
	for i := range t.rows {
		r := &t.rows[i]
		id := r.get("id")
		switch {
		case id == last:
			r.problem(p, "id", "duplicate-id", "%s", id)
		case id < last:
			r.problem(p, "id", "unsorted", "%s behind %s", id, last)
		}
		last = id
		if k.Item(doc.State, r.get("code")) == nil {
			r.problem(p, "code", "unknown-code", "%s", r.get("code"))
		}
		k.checkPoint(r, p)
		for _, col := range []string{"id", "population"} {
			if n, err := strconv.Atoi(r.get(col)); r.get(col) != "" && (err != nil || n <= 0) {
				r.problem(p, col, "bad-number", "%s", r.get(col))
			}
		}
	}
	k.checkIndex(p)
}

// checkPlaces verifies the coordinates of the places kept by hand; a row may lack both.
func (k *Base) checkPlaces(p *problems) {
	t := readTable(k.fsys, "world/places.tsv", p, "lat", "lon")
	for i := range t.rows {
		if r := &t.rows[i]; r.get("lat") != "" || r.get("lon") != "" {
			k.checkPoint(r, p)
		}
	}
}

// checkPoint verifies that a row's coordinates lie on the globe.
func (k *Base) checkPoint(r *row, p *problems) {
	lat, lon, ok := point(r)
	if !ok || math.Abs(lat) > 90 {
		r.problem(p, "lat", "bad-number", "%s is no latitude", r.get("lat"))
	} else if math.Abs(lon) > 180 {
		r.problem(p, "lon", "bad-number", "%s is no longitude", r.get("lon"))
	}
}

// checkIndex verifies that the compiled index was made of the table and the letters as they are.
func (k *Base) checkIndex(p *problems) {
	text, err1 := readText(k.fsys, gazetteerFile)
	b, err2 := fs.ReadFile(k.fsys, gazetteerIndex)
	if err := errors.Join(err1, err2); err != nil || k.Script == nil {
		return
	}
	if fresh := names.CompileTable(k.Script, text, gazIndexed); string(fresh.Bytes()) != string(b) {
		p.add(gazetteerIndex, 0, 0, "stale-index", "made of other tables; run go generate ./data")
	}
}
