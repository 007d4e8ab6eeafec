// Command gen makes the generated tables: hi/spelling.tsv, learned from the names of world/, world/gazetteer.tsv, taken
// from packages that carry GeoNames, its index, and the archive of large tables that the program carries. Run it in the
// folder data, by go generate.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"varta/internal/names"
)

func main() {
	from := flag.String("from", "", "folder with the unpacked packages; fetched into a temporary one without it")
	only := flag.Bool("pack", false, "make only the index of the gazetteer and packed.zip, from the tables as they are")
	flag.Parse()
	var err error
	if *only {
		err = compile(".")
	} else {
		err = generate(".", *from)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func generate(dir, from string) error {
	if from == "" {
		tmp, err := os.MkdirTemp("", "packages")
		if err != nil {
			return err
		}
		defer os.RemoveAll(tmp)
		if err := fetch(tmp); err != nil {
			return err
		}
		from = tmp
	}
	if err := spelling(dir); err != nil {
		return err
	}
	if err := gazetteer(dir, from); err != nil {
		return err
	}
	return compile(dir)
}

// compile makes what the program reads instead of, or beside, the large tables.
func compile(dir string) error {
	if err := index(dir); err != nil {
		return err
	}
	return pack(dir)
}

// index compiles world/gazetteer.idx, in which the reader finds the rows of the gazetteer by the sound of their names.
func index(dir string) error {
	s, _, err := script(dir)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(filepath.Join(dir, "world", "gazetteer.tsv"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "world", "gazetteer.idx"), names.CompileTable(s, string(text), names.Columns{Latin: 1, Own: 2, Code: 3, Size: 7}).Bytes(), 0o644)
}

// table is a TSV file as maps from column to cell.
func table(path string) ([]map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	cols := strings.Split(lines[0], "\t")
	var out []map[string]string
	for _, l := range lines[1:] {
		row := map[string]string{}
		for i, c := range strings.Split(l, "\t") {
			row[cols[i]] = c
		}
		out = append(out, row)
	}
	return out, nil
}

// script reads hi/translit.tsv, without costs, and the usual romanisation of each unit.
func script(dir string) (*names.Script, map[string]string, error) {
	rows, err := table(filepath.Join(dir, "hi", "translit.tsv"))
	if err != nil {
		return nil, nil, err
	}
	usual := map[string]string{"a": "a", "-": ""}
	t := names.NewTables()
	for _, r := range rows {
		l := names.Letter{Forms: strings.Split(r["letters"], "|"), Kind: r["kind"], Unit: r["unit"], Latin: r["latin"], Sound: strings.Split(r["sound"], "|")}
		if err := t.Letter(l); err != nil {
			return nil, nil, fmt.Errorf("translit.tsv: %w", err)
		}
		if l.Unit != "" {
			usual[l.Unit] = l.Latin
		}
	}
	return t.Script(), usual, nil
}

// spelling learns data/hi/spelling.tsv from the names of the world tables.
func spelling(dir string) error {
	s, usual, err := script(dir)
	if err != nil {
		return err
	}
	var pairs []pair
	folder := names.NewFolder()
	for _, file := range []string{"people.tsv", "places.tsv", "states.tsv"} {
		rows, err := table(filepath.Join(dir, "world", file))
		if err != nil {
			return err
		}
		seen := map[string]bool{}
		for _, r := range rows {
			for _, hi := range strings.Split(r["hi"], "|") {
				if !seen[r["en"]+hi] {
					seen[r["en"]+hi] = true
					pairs = append(pairs, pairsOf(s, folder, hi, r["en"])...)
				}
			}
		}
	}
	rows := learn(pairs, usual)
	var b strings.Builder
	b.WriteString("unit\tlatin\tcost\tsource\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "%s\t%s\t%d\tlearned from world/\n", r.Unit, r.Latin, r.Cost)
	}
	fmt.Fprintf(os.Stderr, "%d pairs, %d rows\n", len(pairs), len(rows))
	return os.WriteFile(filepath.Join(dir, "hi", "spelling.tsv"), []byte(b.String()), 0o644)
}

// pairsOf pairs the words of a name, or the whole name where the scripts do not agree on the number of words.
func pairsOf(s *names.Script, f *names.Folder, hi, en string) []pair {
	h := strings.FieldsFunc(hi, func(r rune) bool { return strings.ContainsRune(" -", r) })
	l := strings.Fields(string(f.Words(en, nil)))
	if len(h) != len(l) {
		h, l = []string{strings.Join(h, "")}, []string{strings.Join(l, "")}
	}
	var out []pair
	for i := range h {
		var u []string
		for _, x := range s.Units(h[i], nil) {
			u = append(u, s.UnitName(x))
		}
		if len(u) > 0 && len(u) < 30 && l[i] != "" {
			out = append(out, pair{u, l[i]})
		}
	}
	return out
}
