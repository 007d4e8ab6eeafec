package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"varta"
	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// queryFlags are what commands that ask the archive have in common.
type queryFlags struct {
	archive.Question
	store, format string
	explain       bool
	pair          string
}

const queryHelp = "\n\nParties and places are named in Hindi or English, or by code (IND, SCO, person:rajnath-singh); of several parties\n" +
	"all must take part. Prints a table on a terminal, JSON Lines elsewhere. --explain shows the SQL instead. When an\n" +
	"answer has more, the cursor of the next page is told on standard error."

// filters registers the flags that narrow what is asked for: those that say something of its kind, so that none is passed
// over in silence.
func (f *queryFlags) filters(cmd *cobra.Command) {
	fs := cmd.Flags()
	archiveFlag(cmd, &f.store)
	fs.StringArrayVar(&f.Parties, "party", nil, "who takes part: a name or code; may be given more than once")
	if f.Of == store.Entities {
		f.told(fs)
		fs.StringVar(&f.Name, "name", "", "part of the English name")
		return
	}
	fs.StringVar(&f.pair, "pair", "", "two parties: IND,PAK")
	fs.StringVar(&f.Since, "since", "", "first day, month or year")
	fs.StringVar(&f.Until, "until", "", "last day, month or year")
	fs.StringVar(&f.Text, "text", "", `words of a report; those in "quotation marks" side by side`)
	switch f.Of {
	case store.Acts, store.Events:
		f.happening(cmd)
		f.told(fs)
	case store.Statements:
		f.setting(fs)
		fs.StringVar(&f.About, "about", "", "whom it is about")
	}
}

// happening registers what narrows acts and events alone.
func (f *queryFlags) happening(cmd *cobra.Command) {
	fs := cmd.Flags()
	f.setting(fs)
	fs.StringSliceVar(&f.Modes, "mode", nil, "modes: visit, phone, arrest …")
	fs.StringSliceVar(&f.Statuses, "status", nil, strings.Join(record.Statuses(), ", "))
	offer(cmd, "status", record.Statuses())
	fs.Float64Var(&f.Radius, "radius", 0, "km around the place")
}

func (f *queryFlags) setting(fs *pflag.FlagSet) {
	fs.StringSliceVar(&f.Topics, "topic", nil, "topics: terrorism, trade …")
	fs.StringVar(&f.Place, "place", "", "state or place where it took place")
}

func (f *queryFlags) told(fs *pflag.FlagSet) {
	fs.IntVar(&f.MinReports, "min-reports", 0, "least number of reports that tell it")
}

// types registers the flag that chooses among the types of what is asked for, where it has some.
func (f *queryFlags) types(cmd *cobra.Command) {
	help := map[store.Kind]string{
		store.Acts:     "types: CONSULT, ACCUSE …",
		store.Events:   "types: CONSULT, ACCUSE …",
		store.Facts:    "kinds: " + strings.Join(record.FactKinds(), ", "),
		store.Entities: "types: person, state, organisation …",
	}[f.Of]
	if help != "" {
		cmd.Flags().StringSliceVar(&f.Types, "type", nil, help)
	}
}

// answers registers the flags of how an answer is given.
func (f *queryFlags) answers(cmd *cobra.Command, sort string, limit int) {
	fs := cmd.Flags()
	fs.StringVar(&f.Sort, "sort", sort, strings.Join(store.Sorts(f.Of), ", ")+"; - before it for the other direction")
	offer(cmd, "sort", store.Sorts(f.Of))
	fs.IntVar(&f.Limit, "limit", limit, "most rows; 0 for all")
	fs.StringVar(&f.Cursor, "cursor", "", "go on where an answer ended")
	f.printing(cmd)
}

func (f *queryFlags) printing(cmd *cobra.Command) {
	rowsFormats().flag(cmd, &f.format)
	cmd.Flags().BoolVar(&f.explain, "explain", false, "print the SQL and its arguments instead of the answer")
}

func (a *app) queryCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "query acts|events|statements|facts|entities|reports",
		Short: "Ask the archive",
		Long: "Lists what the archive has: acts (merged from all reports), events (what single reports say), statements, facts,\n" +
			"entities or reports." + queryHelp + archiveHelp + exitHelp,
		Example: "  varta query acts --pair IND,PAK --since 2024 --type ACCUSE,THREATEN\n" +
			"  varta query acts --place Dushanbe --radius 100 --min-reports 2\n" +
			"  varta query reports --text BRICS --sort -published\n" +
			"  varta query acts --party RUS --limit 0 --format csv > russia.csv",
		Args: cobra.NoArgs,
		RunE: failing(func(*cobra.Command, []string) error { return usage("say what: %s", kindList()) }),
	}
	for _, k := range store.Kinds() {
		f := &queryFlags{}
		f.Of = k
		sub := &cobra.Command{
			Use:     string(k),
			Short:   "List " + string(k) + ", sorted by " + strings.Join(store.Sorts(k), ", "),
			Long:    "Lists " + string(k) + ". They are sorted by " + strings.Join(store.Sorts(k), ", ") + "." + queryHelp + archiveHelp + exitHelp,
			Example: "  varta query " + string(k) + " --party IND --limit 10",
			Args:    words(0, 0),
			RunE:    failing(func(cmd *cobra.Command, _ []string) error { return a.query(cmd.Context(), f) }),
		}
		f.filters(sub)
		f.types(sub)
		f.answers(sub, "", 50)
		if k == store.Statements {
			sub.Flags().StringVar(&f.Speaker, "speaker", "", "who says it")
		}
		cmd.AddCommand(sub)
	}
	return cmd
}

func kindList() string {
	var out []string
	for _, k := range store.Kinds() {
		out = append(out, string(k))
	}
	return strings.Join(out, ", ")
}

// ask opens the archive and resolves the question for a function that answers it.
func (a *app) ask(ctx context.Context, f *queryFlags, answer func(*archive.Archive, store.Query) error) error {
	if err := f.bothParties(); err != nil {
		return err
	}
	return a.withArchive(ctx, f.store, store.Options{Existing: true}, func(x *archive.Archive) error {
		q, err := x.Resolve(f.Question)
		if err != nil {
			return questionError(err)
		}
		return answer(x, q)
	})
}

// askRows asks for an answer in rows.
func (a *app) askRows(ctx context.Context, f *queryFlags, answer func(*archive.Archive, store.Query) error) (err error) {
	if f.format, err = a.formatOf(f.format, rowsFormats()); err != nil {
		return err
	}
	return a.ask(ctx, f, answer)
}

// bothParties adds the two of a pair to the parties.
func (f *queryFlags) bothParties() error {
	if f.pair == "" {
		return nil
	}
	one, other, ok := strings.Cut(f.pair, ",")
	if !ok || one == "" || other == "" || strings.Contains(other, ",") {
		return usage("--pair %q: want two parties, IND,PAK", f.pair)
	}
	f.Parties = append(f.Parties, one, other)
	return nil
}

// questionError makes a question that cannot be asked a usage error; a name that the tables lack is none.
func questionError(err error) error {
	if _, unknown := errors.AsType[*varta.UnknownNameError](err); !unknown && errors.Is(err, archive.ErrQuestion) {
		return usage("%w", err)
	}
	return err
}

// showSQL prints a statement and its arguments.
func (a *app) showSQL(text string, args []any, err error) error {
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, text)
	for i, arg := range args {
		fmt.Fprintf(a.out, "-- %d: %v\n", i+1, arg)
	}
	return nil
}

func (a *app) query(ctx context.Context, f *queryFlags) error {
	return a.askRows(ctx, f, func(x *archive.Archive, q store.Query) error {
		if f.explain {
			return a.showSQL(x.QuerySQL(ctx, q))
		}
		switch q.Of {
		case store.Events:
			return list(a, f, eventColumns())(x.FindEvents(ctx, q))
		case store.Statements:
			return list(a, f, statementColumns())(x.FindStatements(ctx, q))
		case store.Facts:
			return list(a, f, factColumns())(x.FindFacts(ctx, q))
		case store.Entities:
			return list(a, f, entityColumns())(x.FindEntities(ctx, q))
		case store.Reports:
			return list(a, f, reportColumns())(x.FindReports(ctx, q))
		}
		return list(a, f, actColumns())(x.FindActs(ctx, q))
	})
}

// oldestFirst is the order of what tells a story.
const oldestFirst = "-date"

func (a *app) timelineCommand() *cobra.Command {
	f := &queryFlags{}
	f.Of = store.Acts
	cmd := &cobra.Command{
		Use:     "timeline PARTY...",
		Short:   "Tell what parties did with each other, in the order of time",
		Long:    "Lists the acts in which all of the parties take part, the oldest first." + queryHelp + archiveHelp + exitHelp,
		Example: "  varta timeline IND RUS --since 2021\n  varta timeline India Pakistan --type ACCUSE",
		Args:    words(1, anyNumber),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			f.Parties = append(f.Parties, args...)
			return a.query(cmd.Context(), f)
		}),
	}
	f.filters(cmd)
	f.types(cmd)
	f.answers(cmd, oldestFirst, 0)
	return cmd
}

func (a *app) metCommand() *cobra.Command {
	f := &queryFlags{}
	f.Of = store.Acts
	cmd := &cobra.Command{
		Use:   "met NAME",
		Short: "Tell whom somebody met, when and where",
		Long: "Lists the meetings and visits that took place in which a person, state or organisation took part, the oldest\n" +
			"first. --status planned lists those that were to come." + queryHelp + archiveHelp + exitHelp,
		Example: "  varta met \"Rajnath Singh\"\n  varta met Shoigu --since 2021",
		Args:    words(1, anyNumber),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			f.Parties = append(f.Parties, strings.Join(args, " "))
			f.Types = []string{"CONSULT"}
			if len(f.Statuses) == 0 {
				f.Statuses = []string{record.Happened}
			}
			return a.met(cmd.Context(), f)
		}),
	}
	f.filters(cmd)
	f.answers(cmd, oldestFirst, 0)
	return cmd
}

func (a *app) met(ctx context.Context, f *queryFlags) error {
	return a.askRows(ctx, f, func(x *archive.Archive, q store.Query) error {
		if f.explain {
			return a.showSQL(x.QuerySQL(ctx, q))
		}
		return list(a, f, metColumns(q.Parties[len(q.Parties)-1]))(x.FindActs(ctx, q))
	})
}

func (a *app) saidCommand() *cobra.Command {
	f := &queryFlags{}
	f.Of = store.Statements
	cmd := &cobra.Command{
		Use:     "said NAME",
		Short:   "Tell what somebody said, about whom",
		Long:    "Lists the statements of a person or of all who speak for a state or organisation, the oldest first." + queryHelp + archiveHelp + exitHelp,
		Example: "  varta said PAK --about IND\n  varta said \"Sergey Lavrov\" --topic terrorism",
		Args:    words(1, anyNumber),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			f.Speaker = strings.Join(args, " ")
			return a.query(cmd.Context(), f)
		}),
	}
	f.filters(cmd)
	f.answers(cmd, oldestFirst, 0)
	return cmd
}

func (a *app) statsCommand() *cobra.Command {
	f := &queryFlags{}
	f.Of = store.Acts
	var by []string
	cmd := &cobra.Command{
		Use:     "stats",
		Short:   "Count the acts of the archive by month, type and pair",
		Long:    "Counts acts, and the reports that tell them, by " + strings.Join(store.Groups(), ", ") + "." + queryHelp + archiveHelp + exitHelp,
		Example: "  varta stats --party IND --since 2024\n  varta stats --by pair --type ACCUSE --limit 10",
		Args:    words(0, 0),
		RunE:    failing(func(cmd *cobra.Command, _ []string) error { return a.stats(cmd.Context(), f, by) }),
	}
	f.filters(cmd)
	f.types(cmd)
	cmd.Flags().StringSliceVar(&by, "by", []string{"month", "type", "pair"}, "what to count by: "+strings.Join(store.Groups(), ", "))
	offer(cmd, "by", store.Groups())
	cmd.Flags().IntVar(&f.Limit, "limit", 20, "most rows of each but months and years; 0 for all")
	f.printing(cmd)
	return cmd
}

func (a *app) stats(ctx context.Context, f *queryFlags, by []string) error {
	for _, b := range by {
		if !slices.Contains(store.Groups(), b) {
			return usage("--by %q: acts are counted by %s", b, strings.Join(store.Groups(), ", "))
		}
	}
	return a.askRows(ctx, f, func(x *archive.Archive, q store.Query) error {
		var all []counted
		for _, b := range by {
			if f.explain {
				if err := a.showSQL(x.StatsSQL(q, b)); err != nil {
					return err
				}
				continue
			}
			counts, err := x.Stats(ctx, q, b)
			if err != nil {
				return err
			}
			for _, c := range counts {
				all = append(all, counted{b, c})
			}
		}
		if f.explain {
			return nil
		}
		return list(a, f, countColumns())(store.Page[counted]{Items: all}, nil)
	})
}

// counted is a row of stats.
type counted struct {
	By string `json:"by"`
	store.Count
}
