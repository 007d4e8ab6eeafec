package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Which settlements the gazetteer takes: towns of so many people, parts of towns of so many, every seat of a
// first-level region.
const (
	town    = 5000
	quarter = 100000
)

// gazetteer writes world/gazetteer.tsv in dir from the packages in from.
func gazetteer(dir, from string) error {
	b, err := os.ReadFile(filepath.Join(from, citiesFile))
	if err != nil {
		return err
	}
	all, err := settlements(b)
	if err != nil {
		return err
	}
	g := &sources{}
	if g.regions, err = regions(filepath.Join(from, regionsFile)); err != nil {
		return err
	}
	if g.en, err = labels(filepath.Join(from, fmt.Sprintf(labelsFile, "en"))); err != nil {
		return err
	}
	if g.hi, err = labels(filepath.Join(from, fmt.Sprintf(labelsFile, "hi"))); err != nil {
		return err
	}
	if g.codes, err = codes(filepath.Join(dir, "world", "states.tsv")); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "world", "gazetteer.tsv"), g.table(all), 0o644)
}

// sources is what the rows are made of beside the settlements.
type sources struct{ regions, en, hi, codes map[string]string }

func (g *sources) table(all []settlement) []byte {
	var rows []string
	for i := range all {
		if c := &all[i]; wanted(c) && g.codes[c.country] != "" {
			rows = append(rows, g.row(c))
		}
	}
	slices.SortFunc(rows, func(a, b string) int {
		x, _, _ := strings.Cut(a, "\t")
		y, _, _ := strings.Cut(b, "\t")
		return cmp.Compare(x, y)
	})
	return []byte("id\ten\thi\tcode\tregion\tlat\tlon\tpopulation\tkind\tsource\n" + strings.Join(rows, "\n") + "\n")
}

func wanted(c *settlement) bool {
	switch c.kind {
	case "PPLX", "PPLCH", "PPLH", "PPLQ", "PPLW": // parts of towns, and places that are no more
		return c.kind == "PPLX" && c.population >= quarter
	case "PPLA", "PPLC":
		return true
	}
	return c.population >= town
}

func (g *sources) row(c *settlement) string {
	id := strconv.FormatInt(c.id, 10)
	source := "GeoNames"
	names := []string{c.name}
	if en := clean(g.en[id]); en != "" && en != c.name {
		names = []string{en, c.name}
	}
	return strings.Join([]string{id, strings.Join(names, "|"), clean(g.hi[id]), g.codes[c.country], g.regions[c.country+"."+c.region],
		degrees(c.lat), degrees(c.lon), population(c.population), kindOf(c), source}, "\t")
}

// degrees writes a coordinate to a hundred metres; a town is larger.
func degrees(d float64) string { return strconv.FormatFloat(math.Round(d*1000)/1000, 'f', -1, 64) }

// clean takes out what would break a row.
func clean(name string) string {
	return strings.NewReplacer("\t", " ", "\n", " ", "|", " ").Replace(name)
}

func population(n uint64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatUint(n, 10)
}

func kindOf(c *settlement) string {
	switch c.kind {
	case "PPLC":
		return "capital"
	case "PPLA":
		return "seat"
	case "PPLX":
		return "quarter"
	}
	return "town"
}

// regions are the names of first-level regions by country and code.
func regions(path string) (map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var list []struct{ Code, Name string }
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	out := map[string]string{}
	for _, r := range list {
		out[r.Code] = clean(r.Name)
	}
	return out, nil
}

// codes are the codes of states by their ISO 3166-1 alpha-2 codes.
func codes(path string) (map[string]string, error) {
	rows, err := table(path)
	out := map[string]string{}
	for _, r := range rows {
		if r["iso2"] != "" && r["successor"] == "" {
			out[r["iso2"]] = r["code"]
		}
	}
	return out, err
}
