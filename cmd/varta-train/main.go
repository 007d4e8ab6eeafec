// Varta-train makes data/hi/names.model, the model of the tagger of names, from sentences annotated by hand. The same
// sentences and tables make the same file.
//
//	go run ./cmd/varta-train --out data/hi/names.model Hindi-train.txt
//
// Sentences are one token and its tag a line, an empty line between them. docs/accuracy.md has the figures of the model
// that ships; varta eval --ner measures one.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"varta/internal/doc"
	"varta/internal/eval"
	"varta/internal/knowledge"
	"varta/internal/morph"
	"varta/internal/segment"
	"varta/internal/tagger"
	"varta/internal/timex"
)

func main() {
	err := run(os.Args[1:], os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "varta-train:", err)
		os.Exit(1)
	}
}

func run(args []string, log io.Writer) error {
	flags := flag.NewFlagSet("varta-train", flag.ContinueOnError)
	tables := flags.String("data", "data", "folder of the tables")
	lang := flags.String("lang", "hi", "language of the sentences")
	out := flags.String("out", "names.model", "file to write")
	t := tagger.Trainer{}
	flags.UintVar(&t.Bits, "bits", 17, "logarithm of the number of rows of weights")
	flags.IntVar(&t.Epochs, "epochs", 8, "passes over the sentences")
	flags.Float64Var(&t.Rate, "rate", 0.1, "learning rate")
	flags.IntVar(&t.MinCount, "min", 2, "leave out features that fewer tokens have")
	flags.Float64Var(&t.Unknown, "unknown", 0.05, "share of other words that are masked as unknown in the second copy")
	flags.Float64Var(&t.Masked, "masked", 0.6, "share of words of names that are")
	flags.Float64Var(&t.Bias, "bias", 1.5, "what to add to the weight of names at the end")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("give files of tagged sentences")
	}
	k, err := knowledge.Load(os.DirFS(*tables), *lang)
	if err != nil {
		return fmt.Errorf("load tables: %w", err)
	}
	for _, path := range flags.Args() {
		if err := add(&t, k, path); err != nil {
			return err
		}
	}
	model := t.Train(func(epoch int, loss float64) { fmt.Fprintf(log, "epoch %d: loss %.0f\n", epoch, loss) })
	if err := os.WriteFile(*out, model, 0o644); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	fmt.Fprintf(log, "%s: %d bytes\n", *out, len(model))
	return nil
}

// add reads a file of examples, each sentence as the reader would.
func add(t *tagger.Trainer, k *knowledge.Base, path string) error {
	sentences, err := eval.LoadTagged(path)
	if err != nil {
		return err
	}
	for _, s := range sentences {
		d := &doc.Document{Text: s.Text}
		segment.Run(d, k)
		morph.Run(d, k)
		timex.Run(d, k)
		var names []doc.Tag
		for _, n := range s.Names {
			if r := d.TokensOf(n.Span); r.Len() > 0 {
				names = append(names, doc.Tag{Tokens: r, Type: n.Type})
			}
		}
		t.Add(d, k, names)
	}
	return nil
}
