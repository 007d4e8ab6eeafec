// Command reports writes any number of varied reports, for measuring an archive with: real ones, shortened, mixed, and
// with other states, people and places in them. Some are copies of others, some tell more about the same.
//
//	go run ./bench/reports -n 100000 testdata/reports > reports.jsonl
package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"varta/data"
)

func main() {
	n := flag.Int("n", 1000, "number of reports")
	first := flag.Int("first", 0, "number of the first one")
	days := flag.Int("days", 3650, "days over which 100,000 reports are published")
	flag.Parse()
	if err := run(*first, *n, *days, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

func run(first, n, days int, folders []string) error {
	names, err := loadNames()
	if err != nil {
		return err
	}
	var stories []story
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil {
			return err
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				return err
			}
			stories = append(stories, names.story(string(text)))
		}
	}
	if len(stories) == 0 {
		return fmt.Errorf("no .txt file in %q", folders)
	}
	w := bufio.NewWriter(os.Stdout)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for i := first; i < first+n; i++ {
		if err := out.Encode(make1(i, days, stories, names)); err != nil {
			return err
		}
	}
	return w.Flush()
}

type report struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

// Shares of reports, in hundredths.
const (
	copies  = 5  // of the report before, but for a few words
	follows = 25 // tell of the same days and people as one shortly before
)

// make1 makes report i, always the same.
func make1(i, days int, stories []story, names *names) report {
	kind := rand.New(rand.NewPCG(uint64(i), 1)).IntN(100)
	seed := i
	switch {
	case kind < copies:
		seed = i - 1
	case kind < copies+follows:
		seed = i - 1 - kind%20
	}
	cast := rand.New(rand.NewPCG(uint64(seed), 2)) // who takes part, and in which story
	cut := rand.New(rand.NewPCG(uint64(i), 3))     // how much of it is told
	if kind < copies {
		cut = rand.New(rand.NewPCG(uint64(seed), 3))
	}
	a, b := stories[cast.IntN(len(stories))], stories[cast.IntN(len(stories))]
	roles, shift := names.cast(cast), cast.IntN(60)
	paragraphs := append(a.some(cut, roles), b.some(cut, roles)...)
	for i, p := range paragraphs {
		paragraphs[i] = years.ReplaceAllStringFunc(p, func(y string) string { return earlier(y, shift) })
	}
	if kind < copies && len(paragraphs) > 2 {
		paragraphs = paragraphs[:len(paragraphs)-1]
	}
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, seed*days/100_000+(i-seed)/10)
	return report{ID: fmt.Sprintf("b%07d", i), Title: paragraphs[0], URL: fmt.Sprintf("https://example.org/%d", i), Publisher: fmt.Sprintf("paper %d", i%10),
		Published: day.Format(time.DateOnly), Text: strings.Join(paragraphs, "\n")}
}

var years = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// earlier moves a year back, so that not all reports tell of the same one.
func earlier(year string, by int) string {
	n, err := strconv.Atoi(year)
	if err != nil {
		return year
	}
	return strconv.Itoa(n - by)
}

// names are those of the registry, by kind.
type names struct {
	byKind [3][]string
	kindOf map[string]int
	sorted []string // longest first
}

func loadNames() (*names, error) {
	n := &names{kindOf: map[string]int{}}
	for kind, file := range []string{"states", "people", "places"} {
		f, err := data.FS.Open("world/" + file + ".tsv")
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r := csv.NewReader(f)
		r.Comma, r.LazyQuotes = '\t', true
		rows, err := r.ReadAll()
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", file, err)
		}
		column := 0
		for i, name := range rows[0] {
			if name == "hi" {
				column = i
			}
		}
		for _, row := range rows[1:] {
			name, _, _ := strings.Cut(row[column], "|")
			if utf8.RuneCountInString(name) > 2 {
				n.byKind[kind] = append(n.byKind[kind], name)
				n.kindOf[name] = kind
				n.sorted = append(n.sorted, name)
			}
		}
	}
	sort.SliceStable(n.sorted, func(i, j int) bool { return len(n.sorted[i]) > len(n.sorted[j]) })
	return n, nil
}

// story is a report as paragraphs of pieces.
type story struct{ paragraphs [][]piece }

// piece is text, or a name that may be another one.
type piece struct {
	text string
	name bool
}

func (n *names) story(text string) story {
	var s story
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			s.paragraphs = append(s.paragraphs, n.pieces(line))
		}
	}
	return s
}

func (n *names) pieces(line string) []piece {
	var out []piece
	start := 0
	for i := 0; i < len(line); {
		name := n.at(line, i)
		if name == "" {
			_, size := utf8.DecodeRuneInString(line[i:])
			i += size
			continue
		}
		out = append(out, piece{line[start:i], false}, piece{name, true})
		i += len(name)
		start = i
	}
	return append(out, piece{line[start:], false})
}

// at is the name that begins at a place of a line and ends with its word.
func (n *names) at(line string, i int) string {
	if before, _ := utf8.DecodeLastRuneInString(line[:i]); inWord(before) {
		return ""
	}
	for _, name := range n.sorted {
		if strings.HasPrefix(line[i:], name) {
			if after, _ := utf8.DecodeRuneInString(line[i+len(name):]); !inWord(after) {
				return name
			}
		}
	}
	return ""
}

func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// cast gives each name another one of its kind, the first ones of a list more often.
func (n *names) cast(r *rand.Rand) func(string) string {
	given := map[string]string{}
	return func(name string) string {
		if given[name] == "" {
			list := n.byKind[n.kindOf[name]]
			x := r.Float64()
			given[name] = list[int(x*x*float64(len(list)))]
		}
		return given[name]
	}
}

// some are the headline and some of the paragraphs, with other names.
func (s story) some(r *rand.Rand, roles func(string) string) []string {
	var out []string
	from := r.IntN(len(s.paragraphs))
	to := from + 1 + r.IntN(min(len(s.paragraphs)-from, 5))
	for i, p := range s.paragraphs {
		var b strings.Builder
		for _, x := range p {
			if x.name {
				x.text = roles(x.text) // of every paragraph, so that all reports of one seed agree
			}
			b.WriteString(x.text)
		}
		if i == 0 || from <= i && i < to {
			out = append(out, b.String())
		}
	}
	return out
}
