package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"varta/internal/export"
	"varta/internal/store"
	"varta/record"
)

// column is a column of an answer.
type column[T any] struct {
	name string
	cell func(*T) string
}

// show prints the rows of an answer.
func show[T any](a *app, format string, columns []column[T], items []T) error {
	w := bufio.NewWriter(a.out)
	var err error
	switch format {
	case "table":
		w.WriteString(tableOf(columns, items))
	case "csv":
		err = writeCSV(w, columns, items)
	default:
		err = writeLines(w, items)
	}
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		return fmt.Errorf("write answer: %w", err)
	}
	return nil
}

// list prints a page of an answer, and tells the cursor of the next.
func list[T any](a *app, f *queryFlags, columns []column[T]) func(store.Page[T], error) error {
	return func(p store.Page[T], err error) error {
		if err != nil {
			return err
		}
		if err := show(a, f.format, columns, p.Items); err != nil {
			return err
		}
		if p.Next != "" {
			fmt.Fprintln(a.err, "varta: more with --cursor", p.Next)
		}
		return nil
	}
}

// widest is the number of characters that a cell of a table has at most; whole texts are in CSV and JSON Lines.
const widest = 60

func tableOf[T any](cols []column[T], items []T) string {
	rows := [][]string{make([]string, len(cols))}
	for i, c := range cols {
		rows[0][i] = strings.ToUpper(c.name)
	}
	for i := range items {
		r := make([]string, len(cols))
		for j, c := range cols {
			r[j] = clip(c.cell(&items[i]), widest)
		}
		rows = append(rows, r)
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

// oneLine leaves out what a terminal would obey: reports come from anywhere.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

func writeCSV[T any](out *bufio.Writer, cols []column[T], items []T) error {
	w := csv.NewWriter(out)
	cells := make([]string, len(cols))
	for i, c := range cols {
		cells[i] = c.name
	}
	if err := w.Write(cells); err != nil {
		return err
	}
	for i := range items {
		for j, c := range cols {
			cells[j] = export.Harmless(c.cell(&items[i]))
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

func writeLines[T any](w *bufio.Writer, items []T) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range items {
		if err := e.Encode(&items[i]); err != nil {
			return err
		}
	}
	return nil
}

func actColumns() []column[record.Act] {
	return []column[record.Act]{
		{"date", func(x *record.Act) string { return when(x.Date) }},
		{"type", func(x *record.Act) string { return kindOf(x.Type, x.Modes) }},
		{"status", func(x *record.Act) string { return x.Status }},
		{"who", func(x *record.Act) string { return actorNames(x.Actors) }},
		{"whom", func(x *record.Act) string { return actorNames(x.Recipients) }},
		{"place", func(x *record.Act) string { return whereOf(x.Place) }},
		{"reports", func(x *record.Act) string { return strconv.Itoa(reportCount(x)) }},
		{"act", func(x *record.Act) string { return x.ID }},
	}
}

// metColumns have the others of a meeting.
func metColumns(who store.Party) []column[record.Act] {
	return []column[record.Act]{
		{"date", func(x *record.Act) string { return when(x.Date) }},
		{"met", func(x *record.Act) string {
			var others []record.Actor
			for _, a := range slices.Concat(x.Actors, x.Recipients) {
				if who.Entity != "" && string(a.ID) != who.Entity || who.Entity == "" && a.Code != who.Code {
					others = append(others, a)
				}
			}
			return actorNames(others)
		}},
		{"place", func(x *record.Act) string { return whereOf(x.Place) }},
		{"reports", func(x *record.Act) string { return strconv.Itoa(reportCount(x)) }},
		{"act", func(x *record.Act) string { return x.ID }},
	}
}

func eventColumns() []column[store.FoundEvent] {
	return []column[store.FoundEvent]{
		{"date", func(x *store.FoundEvent) string { return dateOf(x.Event.Date) }},
		{"type", func(x *store.FoundEvent) string { return kindOf(x.Event.Type, x.Event.Modes) }},
		{"status", func(x *store.FoundEvent) string { return x.Event.Status }},
		{"who", func(x *store.FoundEvent) string { return partyNames(x.Event.Actors) }},
		{"whom", func(x *store.FoundEvent) string { return partyNames(x.Event.Recipients) }},
		{"published", func(x *store.FoundEvent) string { return string(x.Published) }},
		{"report", func(x *store.FoundEvent) string { return x.Report + " " + x.Event.ID }},
		{"act", func(x *store.FoundEvent) string { return string(x.Act) }},
		{"quote", func(x *store.FoundEvent) string { return quoteOf(x.Event.Evidence) }},
	}
}

func statementColumns() []column[store.FoundStatement] {
	return []column[store.FoundStatement]{
		{"date", func(x *store.FoundStatement) string {
			if x.Statement.Date != nil {
				return x.Statement.Date.Value
			}
			return string(x.Published)
		}},
		{"speaker", func(x *store.FoundStatement) string { return partyNames([]record.Party{x.Statement.Speaker}) }},
		{"about", func(x *store.FoundStatement) string { return strings.Join(x.Statement.About, " ") }},
		{"said", func(x *store.FoundStatement) string { return x.Content }},
		{"report", func(x *store.FoundStatement) string { return x.Report + " " + x.Statement.ID }},
	}
}

func factColumns() []column[store.FoundFact] {
	return []column[store.FoundFact]{
		{"kind", func(x *store.FoundFact) string { return x.Fact.Kind }},
		{"subject", func(x *store.FoundFact) string { return partyNames([]record.Party{x.Fact.Subject}) }},
		{"object", func(x *store.FoundFact) string { return partyNames([]record.Party{x.Fact.Object}) }},
		{"office", func(x *store.FoundFact) string { return string(x.Fact.Office) }},
		{"since", func(x *store.FoundFact) string { return string(x.Fact.Since) }},
		{"until", func(x *store.FoundFact) string { return string(x.Fact.Until) }},
		{"published", func(x *store.FoundFact) string { return string(x.Published) }},
		{"report", func(x *store.FoundFact) string { return x.Report + " " + x.Fact.ID }},
	}
}

func entityColumns() []column[store.FoundEntity] {
	return []column[store.FoundEntity]{
		{"id", func(x *store.FoundEntity) string { return x.ID }},
		{"name", func(x *store.FoundEntity) string { return string(x.Name) }},
		{"type", func(x *store.FoundEntity) string { return x.Type }},
		{"code", func(x *store.FoundEntity) string { return x.Code }},
		{"reports", func(x *store.FoundEntity) string { return strconv.Itoa(x.Reports) }},
		{"mentions", func(x *store.FoundEntity) string { return strconv.Itoa(x.Mentions) }},
	}
}

func reportColumns() []column[store.FoundReport] {
	return []column[store.FoundReport]{
		{"published", func(x *store.FoundReport) string { return string(x.Published) }},
		{"id", func(x *store.FoundReport) string { return x.ID }},
		{"publisher", func(x *store.FoundReport) string { return string(x.Publisher) }},
		{"title", func(x *store.FoundReport) string { return string(x.Title) }},
		{"events", func(x *store.FoundReport) string { return strconv.Itoa(x.Events) }},
		{"statements", func(x *store.FoundReport) string { return strconv.Itoa(x.Statements) }},
		{"facts", func(x *store.FoundReport) string { return strconv.Itoa(x.Facts) }},
		{"copy_of", func(x *store.FoundReport) string { return string(x.CopyOf) }},
		{"url", func(x *store.FoundReport) string { return string(x.URL) }},
	}
}

func countColumns() []column[counted] {
	return []column[counted]{
		{"by", func(x *counted) string { return x.By }},
		{"key", func(x *counted) string { return x.Key }},
		{"acts", func(x *counted) string { return strconv.Itoa(x.Acts) }},
		{"reports", func(x *counted) string { return strconv.Itoa(x.Reports) }},
	}
}

func kindOf(typ string, modes []string) string {
	return strings.TrimSpace(typ + " " + strings.Join(modes, ","))
}

func when(d *record.When) string {
	if d == nil {
		return ""
	}
	if d.Until != "" {
		return d.Value + "/" + string(d.Until)
	}
	return d.Value
}

func dateOf(d *record.Date) string {
	if d == nil {
		return ""
	}
	return when(&record.When{Value: d.Value, Until: d.Until})
}

func whereOf(p *record.Where) string {
	if p == nil {
		return ""
	}
	return strings.TrimSpace(string(p.Name) + " " + p.Code)
}

// actorNames are the names of parties with their codes: "Sergey Lavrov RUS, IND".
func actorNames(actors []record.Actor) string {
	var out []string
	for _, a := range actors {
		out = append(out, nameCode(string(a.Name), string(a.ID), a.Code))
	}
	return strings.Join(out, ", ")
}

func partyNames(parties []record.Party) string {
	var out []string
	for _, p := range parties {
		out = append(out, nameCode(string(p.Name), string(p.ID), p.Code))
	}
	return strings.Join(out, ", ")
}

// nameCode is the code alone for a state or organisation itself.
func nameCode(name, id, code string) string {
	if name == "" || id == code {
		return code
	}
	return name + " " + code
}

func quoteOf(evidence []record.Evidence) string {
	if len(evidence) == 0 {
		return ""
	}
	return evidence[0].Quote
}

func reportCount(x *record.Act) int {
	seen := map[string]bool{}
	for _, t := range x.Tellings {
		seen[t.Report] = true
	}
	return len(seen)
}
