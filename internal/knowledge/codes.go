package knowledge

import (
	"io/fs"
	"maps"
	"slices"
	"strconv"

	"varta/record"
)

// LoadCodes reads how other schemes write states, organisations, groups and events. Exports need no more of the tables,
// so this is apart from [Load].
func LoadCodes(fsys fs.FS) (*record.Codes, error) {
	var p problems
	c := &record.Codes{
		States: map[string]record.StateCodes{}, CAMEO: map[string]record.CAMEOCode{}, Types: map[string]record.TypeCode{},
	}
	for r := range readTable(fsys, "world/states.tsv", &p, "code", "iso2", "cow", "cameo", "fips", "en").all() {
		c.States[r.get("code")] = record.StateCodes{
			Name: r.get("en"), ISO2: r.get("iso2"), COW: r.get("cow"), CAMEO: r.get("cameo"), FIPS: r.get("fips"),
		}
	}
	c.Organisations = bodyCodes(readTable(fsys, "world/organisations.tsv", &p, "code", "en", "kind"))
	c.Groups = bodyCodes(readTable(fsys, "world/groups.tsv", &p, "code", "en", "kind", "state"))
	for r := range readTable(fsys, "world/cameo.tsv", &p, "code", "name", "score_icews", "score_gdelt").all() {
		c.CAMEO[r.get("code")] = record.CAMEOCode{
			Name: r.get("name"), ICEWS: r.score("score_icews", &p), GDELT: r.score("score_gdelt", &p),
		}
	}
	for name, t := range readPlover(fsys, "world/plover.yaml", &p).Types {
		c.Types[name] = record.TypeCode{Quad: t.Quad, Score: t.Score, CAMEO: t.CAMEO, Modes: slices.Sorted(maps.Keys(t.Modes))}
	}
	for r := range readTable(fsys, "world/topics.tsv", &p, "id").all() {
		c.Topics = append(c.Topics, r.get("id"))
	}
	return c, p.err()
}

func bodyCodes(t *table) map[string]record.BodyCodes {
	out := make(map[string]record.BodyCodes, len(t.rows))
	for r := range t.all() {
		out[r.get("code")] = record.BodyCodes{
			Name: r.get("en"), Kind: r.get("kind"), State: r.get("state"), Wikidata: r.get("wikidata"),
		}
	}
	return out
}

// score is the number in a cell, nil when it is empty.
func (r *row) score(col string, p *problems) *float64 {
	if r.get(col) == "" {
		return nil
	}
	v, err := strconv.ParseFloat(r.get(col), 64)
	if err != nil {
		r.problem(p, col, "bad-number", "%s", r.get(col))
	}
	return &v
}
