package main

import (
	"fmt"
	"path/filepath"

	"varta/internal/eval"
	"varta/internal/knowledge"
)

// evalNames scores the look-up of names of one script among those of the other.
func (a *app) evalNames(candidates string, files []string, errors int) error {
	score := map[string]func(*knowledge.Base, []eval.NamePair) *eval.NameScore{
		"own": eval.OwnNames, "cities": eval.CityNames, "states": eval.StateNames,
	}[candidates]
	if score == nil {
		return usage("--names is own, cities or states, not %q", candidates)
	}
	bases, err := a.tables()
	if err != nil {
		return err
	}
	var scores []*eval.NameScore
	var shown []string
	for _, file := range files {
		pairs, err := eval.NamePairs(file)
		if err != nil {
			return err
		}
		for _, b := range bases {
			if b.Script != nil {
				scores, shown = append(scores, score(b.Base, pairs)), append(shown, filepath.Base(file))
			}
		}
	}
	for _, s := range scores {
		for _, name := range s.Missed[:min(errors, len(s.Missed))] {
			fmt.Fprintln(a.out, name)
		}
	}
	eval.NameTable(a.out, shown, scores)
	return nil
}
