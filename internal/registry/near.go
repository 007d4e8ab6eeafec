package registry

import (
	"cmp"
	"slices"
	"strings"

	"varta/internal/doc"
)

// maxNear is how many names are proposed for one that the tables lack.
const maxNear = 5

// longestName is how many letters a name has at most: the time that looking for near ones takes grows with them.
const longestName = 80

// near are the names, of items of some kinds, that differ from a text in few letters, the nearest first.
func (r *Registry) near(text string, of ...doc.MentionType) []string {
	if len(of) == 0 {
		of = kinds
	}
	words, _ := r.names.words(text)
	want := []rune(strings.Join(words, " "))
	if len(want) == 0 || len(want) > longestName {
		return nil
	}
	type candidate struct {
		name  string
		score int
	}
	var found []candidate
	for i := range r.k.Items {
		it := &r.k.Items[i]
		if !named(it, of) {
			continue
		}
		for _, name := range []string{it.English, it.Hindi, it.ID} {
			w, _ := r.names.words(name)
			if n := distance(want, w); n <= 1+len(want)/4 {
				found = append(found, candidate{it.English, n})
				break
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.score, b.score) })
	var out []string
	for _, c := range found {
		if len(out) < maxNear && !slices.Contains(out, c.name) {
			out = append(out, c.name)
		}
	}
	return out
}

// distance is how many letters must be changed to make the whole name, or its last word, of a wanted one.
func distance(want []rune, words []string) int {
	if len(words) == 0 {
		return len(want)
	}
	whole := edits(want, []rune(strings.Join(words, " ")))
	if len(words) == 1 {
		return whole
	}
	return min(whole, edits(want, []rune(words[len(words)-1])))
}

// edits is the Levenshtein distance.
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
