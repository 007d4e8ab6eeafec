package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"varta/data"
	"varta/internal/doc"
	"varta/internal/ingest"
	"varta/internal/knowledge"
	"varta/internal/pipeline"
	"varta/internal/registry"
)

func (a *app) lintCommand() *cobra.Command {
	var warn bool
	c := &cobra.Command{
		Use:   "lint",
		Short: "Check the tables and run their examples",
		Long: "Reads all tables, reports every error with its place, then runs the examples and counter-examples of the case\n" +
			"frames through the reader. With --data it checks a linguist's own copy; no rebuild is needed. Offices of states for\n" +
			"which no holder is known between two others are counted; --gaps lists them. They are no errors." + exitHelp,
		Example: "  varta lint\n  varta lint --data data/",
		Args:    words(0, 0),
		RunE:    failing(func(*cobra.Command, []string) error { return a.lint(warn) }),
	}
	c.Flags().BoolVar(&warn, "gaps", false, "list the offices without a holder between two others")
	return c
}

func (a *app) lint(listGaps bool) error {
	bases, err := a.tables()
	if err != nil {
		return err
	}
	n := 0
	pending := make([]int, len(bases))
	for i, b := range bases {
		var found []error
		found, pending[i] = b.Lint(b.read)
		for _, p := range found {
			fmt.Fprintln(a.out, a.placed(p))
		}
		n += len(found)
	}
	world, gaps := registry.Check(bases[0].Base) // the tables of the world are the same for every language
	for _, p := range world {
		fmt.Fprintln(a.out, a.placed(p))
	}
	n += len(world)
	if listGaps {
		for _, p := range gaps {
			fmt.Fprintln(a.out, a.placed(p))
		}
	}
	if n > 0 {
		return &exit{exitData, fmt.Errorf("%d problems", n)}
	}
	for i, b := range bases {
		fmt.Fprintf(a.out, "%s: data %s, %d frames: no problems, %d examples pending, %d gaps\n", b.lang, b.Version, len(b.Frames), pending[i], len(gaps))
	}
	return nil
}

// placed writes problems, one a line, with the folder of the tables before the name of the file.
func (a *app) placed(problems error) string {
	if a.data == "" {
		return problems.Error()
	}
	lines := strings.Split(problems.Error(), "\n")
	for i, l := range lines {
		lines[i] = filepath.Clean(a.data) + "/" + l
	}
	return strings.Join(lines, "\n")
}

// base is the knowledge of one language with the annotators that run on it.
type base struct {
	*knowledge.Base
	lang string
	*pipeline.Pipeline
}

// read annotates an example.
func (b base) read(text string, published doc.Date) *doc.Document {
	d := &doc.Document{ID: "example", Text: text, Lang: b.lang, Published: published}
	b.Run(d)
	return d
}

// tables loads the knowledge of every language and prints what is wrong with it.
func (a *app) tables() ([]base, error) {
	var fsys fs.FS = data.FS
	if a.data != "" {
		if _, err := os.Stat(a.data); err != nil {
			return nil, fmt.Errorf("open data: %w", err)
		}
		fsys = os.DirFS(a.data)
	}
	_, err := ingest.LoadLanguages(fsys)
	errs := []error{err}
	var out []base
	for _, lang := range ingest.Tables(fsys) {
		k, err := knowledge.Load(fsys, lang)
		errs = append(errs, err)
		if err == nil {
			out = append(out, base{k, lang, pipeline.New(k)})
		}
	}
	if err := errors.Join(errs...); err != nil {
		fmt.Fprintln(a.out, a.placed(err))
		return nil, &exit{exitData, errors.New("the tables have errors")}
	}
	if len(out) == 0 {
		return nil, &exit{exitData, errors.New("the folder holds no tables")}
	}
	return out, nil
}
