package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"varta/internal/archive"
	"varta/internal/merge"
	"varta/internal/store"
	"varta/record"
)

func (a *app) splitCommand() *cobra.Command {
	var where string
	c := &cobra.Command{
		Use:   "split ACT REPORT...",
		Short: "Take reports out of an act that they do not tell",
		Long: "Takes what reports tell of an act out of it: it becomes an act of its own, and stays one when reports are read\n" +
			"anew. What was joined by hand comes apart again. Prints the acts that come of it, the rest of the old one first." +
			archiveHelp + exitHelp,
		Example: "  varta split act:4c9d1f20a7b3 delhi-3 delhi-7",
		Args:    words(2, anyNumber),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			return a.regroup(cmd.Context(), where, func(x *archive.Archive) ([]string, error) { return x.Split(cmd.Context(), args[0], args[1:]) })
		}),
	}
	archiveFlag(c, &where)
	return c
}

func (a *app) joinCommand() *cobra.Command {
	var where string
	c := &cobra.Command{
		Use:   "join ACT ACT",
		Short: "Make one act of two",
		Long: "Makes one act of two that reports tell in words too different to be brought together. It stays one when reports\n" +
			"are read anew. What was split by hand comes together again. Prints the act that comes of it." + archiveHelp + exitHelp,
		Example: "  varta join act:4c9d1f20a7b3 act:0be2fd9c1177",
		Args:    words(2, 2),
		RunE: failing(func(cmd *cobra.Command, args []string) error {
			return a.regroup(cmd.Context(), where, func(x *archive.Archive) ([]string, error) { return x.Join(cmd.Context(), args[0], args[1]) })
		}),
	}
	archiveFlag(c, &where)
	return c
}

// regroup changes acts and prints the IDs of those that come of it.
func (a *app) regroup(ctx context.Context, where string, change func(*archive.Archive) ([]string, error)) error {
	return a.withArchive(ctx, where, store.Options{Existing: true}, func(x *archive.Archive) error {
		acts, err := change(x)
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, strings.Join(acts, "\n"))
		return nil
	})
}

func actFormats() formats { return formats{"table", "jsonl"} }

// explainActs shows why the reports of acts were brought together.
func (a *app) explainActs(ctx context.Context, ids []string, where, format string) (err error) {
	if format, err = a.formatOf(format, actFormats()); err != nil {
		return err
	}
	return a.withArchive(ctx, where, store.Options{Existing: true}, func(x *archive.Archive) error {
		for _, id := range ids {
			r, err := x.Explain(ctx, id)
			if err != nil {
				return err
			}
			out, err := a.explanation(r, format)
			if err != nil {
				return err
			}
			if _, err := a.out.Write(out); err != nil {
				return fmt.Errorf("write explanation: %w", err)
			}
		}
		return nil
	})
}

func (a *app) explanation(r *archive.Reasons, format string) ([]byte, error) {
	if format == "table" {
		t := &table{ink: ink{a.colour()}}
		t.act(&r.Act)
		for i := range r.Members {
			t.member(&r.Members[i])
		}
		t.WriteString("\n")
		return t.Bytes(), nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(reasoning(r))
	return b.Bytes(), err
}

// toldJSON is a telling of an act in the explanation of it.
type toldJSON struct {
	Report    string            `json:"report"`
	Event     string            `json:"event"`
	Published record.Null       `json:"published"`
	Status    string            `json:"status"`
	Leads     bool              `json:"leads"`
	Score     float64           `json:"score"`
	Reasons   []merge.Reason    `json:"reasons"`
	Words     []string          `json:"words"`
	Evidence  []record.Evidence `json:"evidence"`
}

func reasoning(r *archive.Reasons) any {
	out := struct {
		Act      string     `json:"act"`
		Enough   float64    `json:"enough"`
		Tellings []toldJSON `json:"tellings"`
	}{r.Act.ID, merge.Enough, nil}
	for _, m := range r.Members {
		t := toldJSON{Report: m.Report, Event: m.Telling.Event, Status: m.Status, Leads: m.Leads, Score: m.Verdict.Score,
			Reasons: append([]merge.Reason{}, m.Verdict.Reasons...), Words: append([]string{}, m.Words...), Evidence: m.Event.Evidence}
		if m.Published != 0 {
			t.Published = record.Null(m.Published.String())
		}
		out.Tellings = append(out.Tellings, t)
	}
	return out
}

func (t *table) act(a *record.Act) {
	kind := a.Type
	if len(a.Modes) > 0 {
		kind += " " + strings.Join(a.Modes, ",")
	}
	fmt.Fprintf(t, "%s %s  %s", t.bold(a.ID), t.quad(a.Quad, kind), a.Status)
	if d := a.Date; d != nil {
		fmt.Fprintf(t, "  %s", period(&record.Date{Value: d.Value, Until: d.Until}))
	}
	if p := a.Place; p != nil {
		fmt.Fprintf(t, "  @ %s", place(&record.Place{Text: cmp.Or(string(p.Name), p.Code), Code: p.Code}))
	}
	sides := t.actorList(a.Actors)
	if len(a.Recipients) > 0 {
		sides += " → " + t.actorList(a.Recipients)
	}
	fmt.Fprintf(t, "\n  %s\n", sides)
	for _, h := range a.History {
		fmt.Fprintf(t, "  %s %s\n", h.Status, t.dim(string(h.Published)+" "+h.Report))
	}
}

func (t *table) actorList(actors []record.Actor) string {
	var out []string
	for _, p := range actors {
		out = append(out, strings.TrimSpace(cmp.Or(string(p.Name), string(p.Office))+" "+t.bold(p.Code)))
	}
	return strings.Join(out, ", ")
}

func (t *table) member(m *archive.Member) {
	how := "leads"
	if !m.Leads {
		how = fmt.Sprintf("%.1f, %.1f is enough", m.Verdict.Score, m.Verdict.Needed())
	}
	fmt.Fprintf(t, "\n%s  %s  %s  %s\n", t.bold(m.Report+" "+m.Telling.Event), m.Published, m.Status, t.dim(how))
	for _, q := range m.Event.Evidence {
		fmt.Fprintf(t, "  “%s”\n", clip(q.Quote, 160))
	}
	for _, r := range m.Verdict.Reasons {
		if r.What == "words" && len(m.Words) > 0 {
			r.Detail = strings.Join(m.Words, ", ")
		}
		fmt.Fprintf(t, "  %+5.1f %s: %s\n", r.Weight, r.What, r.Detail)
	}
}
