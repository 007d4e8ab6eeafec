package registry

import (
	"math"
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// Place is what a name may mean on the map.
type Place struct {
	Name   string      `json:"name"`
	NameHi record.Null `json:"name_hi"`
	// Code and State are the state or territory, Region its first-level part.
	Code       string      `json:"code"`
	State      record.Null `json:"state"`
	Region     record.Null `json:"region"`
	Lat        *float64    `json:"lat"`
	Lon        *float64    `json:"lon"`
	Population *int        `json:"population"`
	Kind       string      `json:"kind"`
	GeoNames   *int        `json:"geonames"`
	// Score is 1 for the usual spelling of the name and falls to 0 where the two have nothing in common.
	Score float64 `json:"score"`
}

// How far a spelling may be off, in bits a sound: looked for, and good enough to be an answer. A spelling within fitting is
// also dropped where another is better by more than clear.
const (
	proposed = 2.5
	fitting  = 1.5
	clear    = 0.3
)

// Where ranks the places that a name in either script may mean, at most limit of them: the better spelling first, of
// equals the larger place. With a code only those of that state count. The error is an *UnknownError.
func (r *Registry) Where(name, code string, limit int) ([]Place, error) {
	found := slices.DeleteFunc(r.k.Where(name, proposed), func(f knowledge.Found) bool { return code != "" && f.Code != code })
	best := 0.0
	for i := range found {
		best = max(best, found[i].Score)
	}
	if best < 1-fitting/4 {
		return nil, &UnknownError{name, nearPlaces(found), "no place in the tables"}
	}
	var out []Place
	for i := range found {
		if f := &found[i]; f.Score >= max(best-clear, 1-fitting/4) && len(out) < limit {
			out = append(out, r.place(f))
		}
	}
	return out, nil
}

// nearPlaces are the names of the first few.
func nearPlaces(found []knowledge.Found) []string {
	var out []string
	for i := range found {
		if n := found[i].Names[0]; len(out) < maxNear && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func (r *Registry) place(f *knowledge.Found) Place {
	p := Place{Name: f.Names[0], Code: f.Code, Region: record.Null(f.Region), Kind: f.Kind, Score: math.Round(f.Score*100) / 100}
	if len(f.Own) > 0 {
		p.NameHi = record.Null(f.Own[0])
	}
	if s := r.k.Item(doc.State, f.Code); s != nil {
		p.State = record.Null(s.English)
	}
	if f.HasPoint {
		p.Lat, p.Lon = &f.Lat, &f.Lon
	}
	if f.Population > 0 {
		p.Population = &f.Population
	}
	if f.GeoNames > 0 {
		p.GeoNames = &f.GeoNames
	}
	return p
}
