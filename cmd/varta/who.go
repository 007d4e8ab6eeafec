package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"varta"
)

const onHelp = "ISO date, month or year: 2021-07-28, 2021-07, 2021"

func (a *app) whoCommand() *cobra.Command {
	var on string
	c := &cobra.Command{
		Use:   "who NAME|TITLE...",
		Short: "Tell who holds or held an office, or which offices somebody held",
		Long: "Asks the tables who held an office of a state or organisation, who presided over an organisation, or which\n" +
			"offices a person held. Names and titles may be in Hindi or English. Without --on all that is known is listed in\n" +
			"the order of time. A term marked likely has dates that are not sure. Prints a table on a terminal, JSON Lines\n" +
			"elsewhere; a name that the tables lack is exit code 1, with names that are near." + exitHelp,
		Example: "  varta who Russian defence minister --on 2021-07-28\n  varta who SCO chair --on 2021-07\n  varta who Shoigu",
		Args:    cobra.MinimumNArgs(1),
		RunE: failing(func(_ *cobra.Command, args []string) error {
			return a.answer(on, func(r *varta.Registry) ([]varta.Tenure, error) { return r.Ask(strings.Join(args, " "), on) })
		}),
	}
	c.Flags().StringVar(&on, "on", "", onHelp)
	return c
}

func (a *app) membersCommand() *cobra.Command {
	var on string
	c := &cobra.Command{
		Use:   "members ORGANISATION...",
		Short: "List the members of an organisation",
		Long: "Lists who belongs or belonged to an organisation, with the dates that are known. The name or acronym may be in\n" +
			"Hindi or English. Prints a table on a terminal, JSON Lines elsewhere; an organisation that the tables lack is\n" +
			"exit code 1, with names that are near." + exitHelp,
		Example: "  varta members SCO --on 2016\n  varta members Security Council --on 2021-08",
		Args:    cobra.MinimumNArgs(1),
		RunE: failing(func(_ *cobra.Command, args []string) error {
			return a.answer(on, func(r *varta.Registry) ([]varta.Tenure, error) { return r.MembersOf(strings.Join(args, " "), on) })
		}),
	}
	c.Flags().StringVar(&on, "on", "", onHelp)
	return c
}

// answer asks the registry and prints what it says.
func (a *app) answer(on string, ask func(*varta.Registry) ([]varta.Tenure, error)) error {
	if !isDate(on) {
		return usage("--on %q is no date, want %s", on, onHelp)
	}
	r, err := a.open()
	if err != nil {
		return err
	}
	list, err := ask(r.Registry())
	if err != nil {
		return err
	}
	w := bufio.NewWriter(a.out)
	if terminal(a.out) {
		w.WriteString(tenureTable(list))
	} else if err := tenureLines(w, list); err != nil {
		return err
	}
	return w.Flush()
}

// isDate says whether a text is empty or an ISO date, month or year.
func isDate(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return s == ""
}

func tenureLines(w *bufio.Writer, list []varta.Tenure) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range list {
		if err := enc.Encode(&list[i]); err != nil {
			return fmt.Errorf("write answer: %w", err)
		}
	}
	return nil
}

// tenureTable sets the answers in columns.
func tenureTable(list []varta.Tenure) string {
	rows := [][]string{{"NAME", "HINDI", "OFFICE", "OF", "AT", "SINCE", "UNTIL", ""}}
	for _, t := range list {
		note := ""
		if t.Certainty != "sure" {
			note = t.Certainty
		}
		rows = append(rows, []string{t.Name, t.NameHi, t.Office, t.Code, string(t.At), string(t.Since), string(t.Until), note})
	}
	return columns(rows)
}

// columns sets cells under each other; columns that are empty but for their heading are left out.
func columns(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for i, r := range rows {
		for j, c := range r {
			if i > 0 && c != "" {
				widths[j] = max(widths[j], width(c), width(rows[0][j]))
			}
		}
	}
	var b strings.Builder
	for _, r := range rows {
		var line strings.Builder
		for j, c := range r {
			if widths[j] > 0 {
				line.WriteString(c + strings.Repeat(" ", widths[j]-width(c)+2))
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

// width is how many cells of a terminal a text takes: signs above and below letters take none.
func width(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if unicode.In(r, unicode.Mn, unicode.Cf) {
			n--
		}
	}
	return n
}
