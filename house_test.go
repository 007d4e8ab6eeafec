package varta

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// levels says which of the project's packages each may import. A package that is not listed is an error: say where it
// stands. The annotators never import each other; only pipeline knows their order.
var levels = map[string][]string{
	"varta/record":   nil,
	"varta/data":     nil,
	"varta/data/gen": {"varta/internal/names"},

	"varta/internal/doc":       {"varta/record"},
	"varta/internal/knowledge": {"varta/internal/doc", "varta/internal/names", "varta/record"},
	"varta/internal/ingest":    {"varta/internal/doc", "varta/record"},
	"varta/internal/merge":     {"varta/internal/doc", "varta/record"},
	"varta/internal/store":     {"varta/internal/doc", "varta/record"},
	"varta/internal/export":    {"varta/internal/doc", "varta/internal/parquet", "varta/record"},
	"varta/internal/parquet":   nil,
	"varta/internal/names":     nil,
	"varta/internal/broken":    nil,

	"varta/internal/segment": annotator,
	"varta/internal/morph":   annotator,
	"varta/internal/syntax":  annotator,
	"varta/internal/mention": annotator,
	"varta/internal/timex":   annotator,
	"varta/internal/tagger":  annotator,
	"varta/internal/event":   annotator,

	"varta/internal/registry": annotator,

	"varta/internal/pipeline": append(slices.Clone(annotator), "varta/internal/segment", "varta/internal/morph", "varta/internal/tagger",
		"varta/internal/syntax", "varta/internal/mention", "varta/internal/timex", "varta/internal/event"),
	"varta": append(slices.Clone(annotator), "varta/data", "varta/internal/broken", "varta/internal/ingest", "varta/internal/pipeline", "varta/internal/registry"),

	"varta/internal/eval": append(slices.Clone(annotator), "varta/internal/ingest", "varta/internal/merge", "varta/internal/pipeline"),
	"varta/internal/archive": {"varta", "varta/record", "varta/internal/broken", "varta/internal/ingest", "varta/internal/merge", "varta/internal/store",
		"varta/internal/export"},
	"varta/internal/mcp": {"varta", "varta/record", "varta/internal/archive", "varta/internal/store"},
	"varta/internal/server": {"varta/internal/mcp", "varta", "varta/record", "varta/internal/archive", "varta/internal/store", "varta/internal/export",
		"varta/internal/merge"},
	"varta/bench/reports":   {"varta/data"},
	"varta/bench/curve":     {"varta/internal/archive", "varta/internal/store"},
	"varta/cmd/varta":       {"*"},
	"varta/cmd/varta-train": {"*"},
	"varta/bench/archive":   {"varta/internal/archive", "varta/internal/export", "varta/internal/store", "varta/record"},
}

var annotator = []string{"varta/internal/doc", "varta/internal/knowledge", "varta/internal/names", "varta/record"}

const module = "varta"

// source is a parsed Go file.
type source struct {
	path string
	file *ast.File
	set  *token.FileSet
}

func (s source) pkg() string { return path.Join(module, path.Dir(filepath.ToSlash(s.path))) }

func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

// at is the place of a node for a message.
func (s source) at(n ast.Node) string { return s.set.Position(n.Pos()).String() }

// lines is how many lines a node takes.
func (s source) lines(n ast.Node) int {
	return s.set.Position(n.End()).Line - s.set.Position(n.Pos()).Line + 1
}

func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() && p != "." && strings.HasPrefix(e.Name(), ".") {
			return orElse(err, fs.SkipDir)
		}
		if e.IsDir() || filepath.Ext(p) != ".go" {
			return nil
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, p, nil, parser.ParseComments)
		out = append(out, source{p, f, set})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func orElse(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

func TestImportOrder(t *testing.T) {
	for _, s := range sources(t) {
		if s.test() {
			continue
		}
		allowed, ok := levels[s.pkg()]
		if !ok {
			t.Errorf("%s: package %s has no place in the table of levels", s.path, s.pkg())
			continue
		}
		for _, i := range s.file.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			ours := p == module || strings.HasPrefix(p, module+"/")
			if ours && !slices.Contains(allowed, p) && !slices.Contains(allowed, "*") {
				t.Errorf("%s: %s may not import %s", s.at(i), s.pkg(), p)
			}
			if s.pkg() == "varta/record" && strings.Contains(p, ".") {
				t.Errorf("%s: record imports the standard library only, not %s", s.at(i), p)
			}
		}
	}
}

// TestNoLanguageInCode looks for letters of other scripts than Latin in literals: words of a language are data.
func TestNoLanguageInCode(t *testing.T) {
	for _, s := range sources(t) {
		if s.test() {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			l, ok := n.(*ast.BasicLit)
			if !ok || l.Kind != token.STRING && l.Kind != token.CHAR {
				return true
			}
			text, err := strconv.Unquote(l.Value)
			if err != nil {
				t.Errorf("%s: %v", s.at(l), err)
			}
			letters := 0
			for _, r := range text {
				if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Common, r) {
					letters++
				}
			}
			if letters > 0 {
				t.Errorf("%s: words belong into data/, not into code: %s", s.at(l), l.Value)
			}
			return true
		})
	}
}

// TestDependencies looks for modules that the program is linked with in the page that names their licences.
func TestDependencies(t *testing.T) {
	page, err := os.ReadFile("docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	linked, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/varta").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range strings.Fields(string(linked)) {
		host, name, _ := strings.Cut(m, "/")
		if i := strings.LastIndex(name, "/v"); i > 0 {
			name = name[:i]
		}
		if base := path.Base(name); host == "modernc.org" || base == "goxpp" { // named by their last word
			name = base
		}
		if m != module && !strings.Contains(string(page), name) {
			t.Errorf("docs/dependencies.md has no licence of %s", m)
		}
	}
}

// TestSizes holds functions to 80 lines and files to 600; tables of tests may be longer.
func TestSizes(t *testing.T) {
	for _, s := range sources(t) {
		if n := s.lines(s.file); n > 600 {
			t.Errorf("%s: %d lines", s.path, n)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && !s.test() && s.lines(f) > 80 {
				t.Errorf("%s: function %s has %d lines", s.at(f), f.Name.Name, s.lines(f))
			}
			if ok && f.Name.Name == "init" && f.Recv == nil {
				t.Errorf("%s: no init functions", s.at(f))
			}
		}
	}
}
