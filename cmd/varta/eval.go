package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"varta"
	"varta/internal/eval"
	"varta/internal/ingest"
	"varta/record"
)

type evalFlags struct {
	gold, acts   string
	pred, lang   string
	byType, json bool
	errors, top  int
	coverage     bool
	ner          bool
	mentions     bool
	names        string
}

func (a *app) evalCommand() *cobra.Command {
	var f evalFlags
	cmd := &cobra.Command{
		Use:   "eval --gold PATH | eval --acts FILE | eval --ner FILE ... | eval --coverage FILE|DIR ... | eval --names own|cities|states FILE ...",
		Short: "Score reading or merging against gold, or names across scripts; list what the reader does not cover",
		Long: "With --gold reads the gold's own reports, each with its date of publication, and prints precision, recall and F1\n" +
			"as the reference scorer does. Gold is a folder of ID.json files with the reports in ../texts/ID.txt, one such\n" +
			"file with report.txt beside it, or JSON Lines with \"text\". --pred scores records that were made before.\n" +
			"With --mentions the names that the reports mention are scored too, where the gold lists them.\n\n" +
			"With --acts merges the reports of FILE's folder and prints how many pairs of tellings of one act come together,\n" +
			"once from the events of the gold and once from events as they are read.\n\n" +
			"With --ner reads sentences with marked names (a token and its tag a line, as in IL-NER, HiNER and CoNLL, or CoNLL-U)\n" +
			"and scores the names of the records, and those of the tagger alone: a name is right when its words and type are.\n\n" +
			"With --coverage reads sentences (plain, one a line; tagged, one token a line; or CoNLL-U) and lists the most\n" +
			"frequent predicates of those that name two parties and of which nothing was coded.\n\n" +
			"With --names reads pairs of names, TSV with a Latin name and the same name in the other script (and for places a\n" +
			"state's two letters, a region, latitude, longitude), and tells how often the right one comes first among the\n" +
			"Latin names of the file, the cities of 100,000 people of the gazetteer, or the states." + exitHelp,
		Example: "  varta eval --gold gold/ --by-type\n  varta eval --gold gold.jsonl --pred records.jsonl --errors 20\n  varta eval --acts testdata/acts/acts.json\n  varta eval --ner Hindi-test.txt\n  varta eval --coverage sentences.txt\n  varta eval --names cities pairs.tsv",
		RunE:    failing(func(cmd *cobra.Command, args []string) error { return a.eval(cmd.Context(), args, f) }),
	}
	cmd.Flags().StringVar(&f.gold, "gold", "", "gold to score against")
	cmd.Flags().StringVar(&f.acts, "acts", "", "gold to score merging against")
	cmd.Flags().StringVar(&f.pred, "pred", "", "records to score; the reader makes them without it")
	cmd.Flags().StringVar(&f.lang, "lang", "", "only gold of this language")
	cmd.Flags().BoolVar(&f.byType, "by-type", false, "figures for each event type too")
	cmd.Flags().BoolVar(&f.json, "json", false, "figures as JSON")
	cmd.Flags().IntVar(&f.errors, "errors", 0, "list so many errors first")
	cmd.Flags().BoolVar(&f.coverage, "coverage", false, "list predicates that the tables do not cover")
	cmd.Flags().BoolVar(&f.ner, "ner", false, "score names in tagged sentences")
	cmd.Flags().BoolVar(&f.mentions, "mentions", false, "figures for mentions too")
	cmd.Flags().IntVar(&f.top, "top", 100, "how many predicates --coverage lists")
	cmd.Flags().StringVar(&f.names, "names", "", "score names across scripts among these candidates: own, cities or states")
	return cmd
}

func (a *app) eval(ctx context.Context, args []string, f evalFlags) error {
	switch {
	case f.coverage && len(args) > 0 && f.gold == "":
		return a.coverage(ctx, args, f.lang, f.top)
	case f.ner && len(args) > 0 && f.gold == "" && f.acts == "" && f.names == "" && !f.coverage:
		return a.ner(ctx, args, f.lang, f.errors)
	case f.acts != "" && !f.ner && f.gold == "" && !f.coverage && len(args) == 0:
		return a.evalActs(ctx, f)
	case f.names != "" && f.gold == "" && !f.ner && !f.coverage && len(args) > 0:
		return a.evalNames(f.names, args, f.errors)
	case f.coverage || f.ner || f.names != "" || f.gold == "" || f.acts != "":
		return usage("give one of --gold PATH, --acts FILE, and --ner, --coverage or --names with files")
	case len(args) > 0:
		return usage("unexpected %q: only --ner, --coverage and --names take files", args[0])
	}
	gold, err := eval.Load(f.gold)
	if err != nil {
		return err
	}
	pred, err := a.predictions(ctx, eval.InLang(gold, f.lang), f.pred)
	if err != nil {
		return err
	}
	s := eval.Compare(gold, pred, eval.Options{Lang: f.lang, Limit: f.errors, List: a.out})
	if f.json {
		return s.JSON(a.out)
	}
	s.Table(a.out, f.byType)
	if f.mentions {
		eval.CompareMentions(gold, pred, eval.Options{Lang: f.lang, Limit: f.errors, List: a.out}).Table(a.out)
	}
	return nil
}

func (a *app) predictions(ctx context.Context, gold []*eval.Document, path string) ([]*eval.Document, error) {
	if path != "" {
		return eval.Load(path)
	}
	reader, err := a.open()
	if err != nil {
		return nil, err
	}
	type outcome struct {
		d   *eval.Document
		err error
	}
	var out []*eval.Document
	for r := range ingest.InOrder(ctx, slices.Values(gold), runtime.GOMAXPROCS(0), func(ctx context.Context, g *eval.Document) outcome {
		d, err := predict(ctx, reader, g)
		if err != nil {
			err = fmt.Errorf("%s: %w", g.ID, err)
		}
		return outcome{d, err}
	}) {
		if r.err != nil {
			fmt.Fprintln(a.err, "varta:", r.err)
			continue
		}
		out = append(out, r.d)
	}
	return out, ending(ctx, 0)
}

func predict(ctx context.Context, reader *varta.Reader, g *eval.Document) (*eval.Document, error) {
	rec, err := readGold(ctx, reader, g)
	if err != nil {
		return nil, err
	}
	return eval.FromRecord(rec)
}

// readGold reads the report of a gold document.
func readGold(ctx context.Context, reader *varta.Reader, g *eval.Document) (*record.Record, error) {
	text, err := g.Report()
	if err != nil {
		return nil, err
	}
	report := varta.Report{ID: g.ID, Text: text, Published: g.Published}
	if g.Lang != nil {
		report.Lang = *g.Lang
	}
	return reader.Read(ctx, report)
}

// evalActs scores merging.
func (a *app) evalActs(ctx context.Context, f evalFlags) error {
	acts, err := eval.LoadActs(f.acts)
	if err != nil {
		return err
	}
	reader, err := a.open()
	if err != nil {
		return err
	}
	var recs []*record.Record
	for _, g := range acts.Documents {
		rec, err := readGold(ctx, reader, g)
		if err != nil {
			return fmt.Errorf("%s: %w", g.ID, err)
		}
		recs = append(recs, rec)
	}
	gold := acts.Gold(recs)
	read, err := acts.Read(recs)
	if err != nil {
		return err
	}
	if f.json {
		gold.Errors, read.Errors = nil, nil
		return eval.MergingJSON(a.out, map[string]*eval.Merging{"gold": gold, "read": read})
	}
	for _, m := range []*eval.Merging{gold, read} {
		for _, e := range m.Errors[:min(f.errors, len(m.Errors))] {
			fmt.Fprintln(a.out, e)
		}
	}
	eval.MergingHead(a.out)
	gold.Table(a.out, "gold")
	read.Table(a.out, "as read")
	return nil
}
