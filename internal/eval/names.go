package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"time"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/names"
)

// NamePair is a name in both scripts. A place has the state's ISO 3166-1 alpha-2 code, and maybe coordinates.
type NamePair struct {
	Own, Latin, State string
	Lat, Lon          float64
	HasPoint          bool
}

// NamePairs reads pairs of names: a TSV file of Latin name, name in the other script and, for places, a column of no
// account before them being absent, state, region, latitude and longitude; or a JSON array of objects with
// hindi_long_name, english_name and slug. Names that have no Latin spelling are left out, the same pair counts once.
func NamePairs(path string) ([]NamePair, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all []NamePair
	if strings.HasSuffix(path, ".json") {
		all, err = jsonPairs(b)
	} else {
		all, err = tsvPairs(string(b))
	}
	if err != nil {
		return nil, fmt.Errorf("read names %s: %w", path, err)
	}
	seen := map[NamePair]bool{}
	var out []NamePair
	for _, p := range all {
		if !seen[p] && names.Devanagari(p.Own) && p.Latin != "" && !names.Devanagari(p.Latin) {
			seen[p] = true
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("read names %s: %w", path, errors.New("no pairs of names"))
	}
	return out, nil
}

func jsonPairs(b []byte) ([]NamePair, error) {
	var list []struct {
		Own   string `json:"hindi_long_name"`
		Latin string `json:"english_name"`
		Slug  string `json:"slug"`
	}
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, err
	}
	var out []NamePair
	for _, p := range list {
		if names.Devanagari(p.Latin) {
			p.Latin = strings.ReplaceAll(p.Slug, "-", " ")
		}
		out = append(out, NamePair{Own: p.Own, Latin: p.Latin})
	}
	return out, nil
}

func tsvPairs(text string) ([]NamePair, error) {
	var out []NamePair
	for line := range strings.Lines(text) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(c) < 2 {
			return nil, fmt.Errorf("line %d: a Latin name, a tab and the name in the other script", len(out)+1)
		}
		p := NamePair{Latin: c[0], Own: c[1]}
		if !names.Devanagari(p.Own) && len(c) > 2 && names.Devanagari(c[2]) {
			return nil, fmt.Errorf("line %d: the second cell is in no other script", len(out)+1)
		}
		if len(c) > 5 {
			p.State = c[2]
			lat, err1 := strconv.ParseFloat(c[4], 64)
			lon, err2 := strconv.ParseFloat(c[5], 64)
			p.Lat, p.Lon, p.HasPoint = lat, lon, err1 == nil && err2 == nil
		}
		out = append(out, p)
	}
	return out, nil
}

// question is a name and the item that it means.
type question struct {
	own  string
	item int
}

// NameScore is how often the right name was ranked first, and among the first five: of the names with even numbers,
// which may have been looked at while the tables were made, and of the others.
type NameScore struct {
	Table      string
	Candidates int
	Asked      [2]int
	First      [2]int
	Five       [2]int
	Time       time.Duration
	// Missed are the names with even numbers whose right one did not come first.
	Missed []string
}

// OwnNames scores the look-up of each name among the Latin names of all pairs.
func OwnNames(k *knowledge.Base, pairs []NamePair) *NameScore {
	b := names.NewBuilder(k.Script)
	items := map[string]int{}
	var asked []question
	for _, p := range pairs {
		n, ok := items[p.Latin]
		if !ok {
			n = len(items)
			items[p.Latin] = n
			b.Add(n, p.Latin, 0)
		}
		asked = append(asked, question{p.Own, n})
	}
	return ask("names of the file", len(items), asked, five(b.Build()))
}

func five(ix *names.Index) func(string) []names.Match {
	return func(name string) []names.Match { return ix.Find(name, 5) }
}

// city is how large a city of CityNames is at least; near how far, in kilometres, the pair's coordinates may be from it.
const (
	city = 100000
	near = 5
)

// CityNames scores the look-up among all cities of the gazetteer with 100,000 people or more. Asked are those that are
// the nearest, of the same state, to the coordinates of a pair whose Latin name is one of the city's.
func CityNames(k *knowledge.Base, pairs []NamePair) *NameScore {
	b := names.NewBuilder(k.Script)
	var cities []knowledge.Settlement
	for s := range k.Gazetteer() {
		if s.Population >= city {
			for _, n := range s.Names {
				b.Add(len(cities), n, knowledge.Rarity(s.Population))
			}
			cities = append(cities, s)
		}
	}
	var asked []question
	f, codes := names.NewFolder(), k.StateCodes()
	for i := range cities {
		if p := nearest(codes, &cities[i], pairs); p != nil && sameName(f, &cities[i], p.Latin) {
			asked = append(asked, question{p.Own, i})
		}
	}
	return ask("cities of the gazetteer", len(cities), asked, five(b.Build()))
}

// nearest is the pair of the same state nearest to a city, nil when none is near.
func nearest(codes map[string]string, c *knowledge.Settlement, pairs []NamePair) *NamePair {
	var best *NamePair
	least := float64(near)
	for i := range pairs {
		p := &pairs[i]
		if !p.HasPoint || math.Abs(p.Lat-c.Lat) > 0.1 {
			continue
		}
		const degree = 111.2 // kilometres
		if d := degree * math.Hypot(p.Lat-c.Lat, (p.Lon-c.Lon)*math.Cos(c.Lat*math.Pi/180)); d < least && codes[p.State] == c.Code {
			best, least = p, d
		}
	}
	return best
}

func sameName(f *names.Folder, c *knowledge.Settlement, latin string) bool {
	want := string(f.Words(latin, nil))
	for _, n := range c.Names {
		if string(f.Words(n, nil)) == want {
			return true
		}
	}
	return false
}

// StateNames scores the look-up of states as reports have them looked up: the name itself in states.tsv, else the one that
// sounds like it among their names in both scripts. Asked are the pairs of a state that the tables have.
func StateNames(k *knowledge.Base, pairs []NamePair) *NameScore {
	b := names.NewBuilder(k.Script)
	items := map[string]int{}
	for i := range k.Items {
		if it := &k.Items[i]; it.Kind == doc.State && it.ID == it.Code {
			items[it.ID] = i
			b.Add(i, it.English, 0)
			for alias := range strings.SplitSeq(it.Aliases, "|") {
				b.Add(i, alias, 0.5)
			}
			b.Add(i, k.Script.Romanise(it.Hindi), 1)
		}
	}
	ix := b.Build()
	var asked []question
	codes := k.StateCodes()
	for _, p := range pairs {
		if n, ok := items[codes[p.State]]; ok {
			asked = append(asked, question{p.Own, n})
		}
	}
	return ask("states", len(items), asked, func(name string) []names.Match {
		for _, n := range k.Named(name) {
			if k.Items[n.Item].Kind == doc.State {
				return []names.Match{{Item: int(n.Item), Score: 1}}
			}
		}
		return ix.Find(name, 5)
	})
}

func ask(table string, candidates int, asked []question, find func(string) []names.Match) *NameScore {
	s := &NameScore{Table: table, Candidates: candidates}
	begin := time.Now()
	for i, q := range asked {
		half := i % 2
		s.Asked[half]++
		first := s.First[half]
		for rank, m := range find(q.own) {
			if m.Item == q.item {
				s.Five[half]++
				if rank == 0 {
					s.First[half]++
				}
			}
		}
		if half == 0 && s.First[half] == first {
			s.Missed = append(s.Missed, q.own)
		}
	}
	s.Time = time.Since(begin)
	return s
}

// NameTable writes scores under each other.
func NameTable(w io.Writer, files []string, scores []*NameScore) {
	fmt.Fprintf(w, "%-28s %-24s %6s %6s %7s %7s %7s %7s %9s\n", "file", "candidates", "of", "asked", "first", "even", "odd", "of five", "a second")
	for i, s := range scores {
		all := s.Asked[0] + s.Asked[1]
		fmt.Fprintf(w, "%-28s %-24s %6d %6d %7.4f %7.4f %7.4f %7.4f %9.0f\n", files[i], s.Table, s.Candidates, all, portion(s.First[0]+s.First[1], all),
			portion(s.First[0], s.Asked[0]), portion(s.First[1], s.Asked[1]), portion(s.Five[0]+s.Five[1], all), float64(all)/s.Time.Seconds())
	}
}

func portion(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
