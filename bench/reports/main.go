// Command reports writes any number of varied reports, for measuring an archive with: real ones, shortened, mixed, and
// with other states, people, places, bodies, groups, days and numbers in them. Some are copies of others, some tell more
// about the same.
//
//	go run ./bench/reports -n 100000 testdata/reports > reports.jsonl
package main

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"varta/data"
)

func main() {
	n := flag.Int("n", 1000, "number of reports")
	first := flag.Int("first", 0, "number of the first one")
	days := flag.Int("days", 3650, "days over which 100,000 reports are published")
	beside := flag.String("beside", "", "folder of texts about other things, of which every second report has some paragraphs")
	flag.Parse()
	if err := run(*first, *n, *days, flag.Args(), *beside); err != nil {
		log.Fatal(err)
	}
}

func run(first, n, days int, folders []string, beside string) error {
	names, err := loadNames()
	if err != nil {
		return err
	}
	m := maker{days: days, names: names}
	for _, folder := range folders {
		some, err := names.stories(folder)
		if err != nil {
			return err
		}
		m.stories = append(m.stories, some...)
	}
	if beside != "" {
		if m.beside, err = names.stories(beside); err != nil {
			return err
		}
	}
	w := bufio.NewWriter(os.Stdout)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for i := first; i < first+n; i++ {
		if err := out.Encode(m.report(i)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// stories are the texts of a folder.
func (n *names) stories(folder string) ([]story, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no .txt file in %s", folder)
	}
	out := make([]story, len(files))
	for i, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		out[i] = n.story(string(text))
	}
	return out, nil
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

type maker struct {
	days            int
	names           *names
	stories, beside []story
}

// report makes report i, always the same.
func (m *maker) report(i int) report {
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
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, seed*m.days/100_000+(i-seed)/10)
	roles, counts := m.names.cast(cast), numbers{year: day.Year(), more: cast.IntN(1000)}
	var paragraphs []string
	for range 2 {
		paragraphs = append(paragraphs, m.stories[cast.IntN(len(m.stories))].some(cut, roles, counts)...)
	}
	if len(m.beside) > 0 && cast.IntN(2) == 0 {
		paragraphs = append(paragraphs, m.beside[cast.IntN(len(m.beside))].some(cut, roles, counts)...)
	}
	if kind < copies && len(paragraphs) > 2 {
		paragraphs = paragraphs[:len(paragraphs)-1]
	}
	return report{ID: fmt.Sprintf("b%07d", i), Title: paragraphs[0], URL: fmt.Sprintf("https://example.org/%d", i), Publisher: fmt.Sprintf("paper %d", i%10),
		Published: day.Format(time.DateOnly), Text: strings.Join(paragraphs, "\n")}
}

// numbers makes other numbers of those of a story: years as long before the report as they were before the newest one
// of the story, other days, other amounts.
type numbers struct{ year, more int }

var digits = regexp.MustCompile(`\p{Nd}+`)

func (n numbers) in(text string, newest int) string {
	return digits.ReplaceAllStringFunc(text, func(s string) string {
		zero, v := '0', 0
		for _, r := range s {
			if r > 127 {
				zero = devanagariZero
			}
			if v = 10*v + int(r-zero); v > 9999 {
				return s
			}
		}
		switch {
		case isYear(v):
			v += n.year - newest
		case v > 0 && v <= 28:
			v = 1 + (v+n.more)%28
		case v > 31:
			v += (n.more + v) % v
		}
		return strings.Map(func(r rune) rune { return r - '0' + zero }, strconv.Itoa(v))
	})
}

const devanagariZero = '\u0966'

func isYear(n int) bool { return n >= 1900 && n < 2100 }

// names are those of the registry, by kind.
type names struct {
	byKind [6][]string
	kindOf map[string]int
	starts map[rune][]string // by their first letters, longest first
}

func loadNames() (*names, error) {
	n := &names{kindOf: map[string]int{}, starts: map[rune][]string{}}
	for kind, file := range []string{"states", "people", "places", "organisations", "groups"} {
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
			n.add(kind, name)
		}
	}
	if err := n.addMonths(); err != nil {
		return nil, err
	}
	for _, list := range n.starts {
		slices.SortStableFunc(list, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
	return n, nil
}

func (n *names) add(kind int, name string) {
	if _, known := n.kindOf[name]; known || utf8.RuneCountInString(name) < 3 {
		return
	}
	n.byKind[kind] = append(n.byKind[kind], name)
	n.kindOf[name] = kind
	first, _ := utf8.DecodeRuneInString(name)
	n.starts[first] = append(n.starts[first], name)
}

// months are a kind of names too.
const months = 5

func (n *names) addMonths() error {
	text, err := fs.ReadFile(data.FS, "hi/time.yaml")
	if err != nil {
		return err
	}
	var times struct{ Months [][]string }
	if err := yaml.Unmarshal(text, &times); err != nil {
		return fmt.Errorf("read months: %w", err)
	}
	for _, m := range times.Months {
		n.add(months, m[0])
	}
	return nil
}

// story is a report as paragraphs of pieces, with the latest year that it names.
type story struct {
	paragraphs [][]piece
	newest     int
}

// piece is text, or a name that may be another one.
type piece struct {
	text string
	name bool
}

func (n *names) story(text string) story {
	s := story{}
	for _, d := range digits.FindAllString(text, -1) {
		if y, err := strconv.Atoi(d); err == nil && isYear(y) && y < 2030 {
			s.newest = max(s.newest, y)
		}
	}
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
	first, _ := utf8.DecodeRuneInString(line[i:])
	for _, name := range n.starts[first] {
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
			kind := n.kindOf[name]
			list, x := n.byKind[kind], r.Float64()
			if kind != months {
				x *= x
			}
			given[name] = list[int(x*float64(len(list)))]
		}
		return given[name]
	}
}

// some are the headline and some of the paragraphs, with other names.
func (s story) some(r *rand.Rand, roles func(string) string, counts numbers) []string {
	var out []string
	from := r.IntN(len(s.paragraphs))
	to := from + 1 + r.IntN(min(len(s.paragraphs)-from, 5))
	for i, p := range s.paragraphs {
		var b strings.Builder
		for _, x := range p {
			if x.name {
				x.text = roles(x.text) // of every paragraph, so that all reports of one seed agree
			} else {
				x.text = counts.in(x.text, s.newest)
			}
			b.WriteString(x.text)
		}
		if i == 0 || from <= i && i < to {
			out = append(out, b.String())
		}
	}
	return out
}
