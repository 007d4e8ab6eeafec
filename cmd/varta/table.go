package main

import (
	"bytes"
	"fmt"
	"strings"

	"varta/record"
)

// ink colours words on a terminal; the zero value leaves them plain.
type ink struct{ on bool }

func (k ink) paint(code, s string) string {
	if !k.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (k ink) bold(s string) string { return k.paint("1", s) }
func (k ink) dim(s string) string  { return k.paint("2", s) }

// quadColours are those of the four kinds of events: verbal and material cooperation, verbal and material conflict.
var quadColours = [...]string{"0", "32", "36", "33", "31"}

func (k ink) quad(n int, s string) string {
	if n < 0 || n >= len(quadColours) {
		n = 0
	}
	return k.paint(quadColours[n], s)
}

// table prints a record for a reader at a terminal.
type table struct {
	ink
	bytes.Buffer
}

func writeTable(rec *record.Record, text string, colour bool) []byte {
	t := &table{ink: ink{colour}}
	t.head(rec, text)
	for i := range rec.Events {
		t.event(&rec.Events[i])
	}
	for i := range rec.Statements {
		t.statement(&rec.Statements[i])
	}
	for i := range rec.Facts {
		t.fact(&rec.Facts[i])
	}
	t.notes(rec)
	t.WriteString("\n")
	return t.Bytes()
}

func (t *table) head(rec *record.Record, text string) {
	parts := []string{t.bold(oneLine(rec.ID))}
	for _, s := range []record.Null{rec.Report.Published, rec.Report.Agency} {
		if s != "" {
			parts = append(parts, oneLine(string(s)))
		}
	}
	if d := rec.Report.Dateline; d != nil {
		parts = append(parts, oneLine(d.Text))
	}
	parts = append(parts, number(len(rec.Events), "event")+", "+number(len(rec.Statements), "statement")+", "+number(len(rec.Facts), "fact"))
	fmt.Fprintln(t, strings.Join(parts, " · "))
	title := string(rec.Report.Title)
	if title == "" {
		title, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
	}
	fmt.Fprintln(t, t.dim(clip(title, 100)))
}

func (t *table) event(e *record.Event) {
	kind := e.Type
	if len(e.Modes) > 0 {
		kind += " " + strings.Join(e.Modes, ",")
	}
	fmt.Fprintf(t, "\n%s %s  %s", t.dim(fmt.Sprintf("%-4s", e.ID)), t.quad(e.Quad, kind), e.Status)
	if e.Date != nil {
		fmt.Fprintf(t, "  %s", period(e.Date))
	}
	if e.Place != nil {
		fmt.Fprintf(t, "  @ %s", place(e.Place))
	}
	fmt.Fprintf(t, "\n     %s\n", t.sides(e.Actors, e.Recipients))
	if e.Speaker != nil {
		fmt.Fprintf(t, "     %s %s\n", t.dim("by the word of"), t.party(*e.Speaker))
	}
	t.evidence(e.Evidence, e.Rule)
}

func (t *table) statement(s *record.Statement) {
	fmt.Fprintf(t, "\n%s %s  %s", t.dim(fmt.Sprintf("%-4s", s.ID)), t.bold("said"), t.party(s.Speaker))
	if len(s.About) > 0 {
		fmt.Fprintf(t, "  %s %s", t.dim("about"), strings.Join(s.About, " "))
	}
	t.WriteString("\n")
	t.evidence(s.Evidence, s.Rule)
}

func (t *table) fact(f *record.Fact) {
	fmt.Fprintf(t, "\n%s %s  %s", t.dim(fmt.Sprintf("%-4s", f.ID)), t.bold(strings.ReplaceAll(f.Kind, "_", " ")), t.sides([]record.Party{f.Subject}, []record.Party{f.Object}))
	for _, s := range []record.Null{f.Office, f.Since, f.Until} {
		if s != "" {
			fmt.Fprintf(t, "  %s", s)
		}
	}
	t.WriteString("\n")
	t.evidence(f.Evidence, f.Rule)
}

func (t *table) sides(actors, recipients []record.Party) string {
	s := t.partyList(actors)
	if len(recipients) > 0 {
		s += " → " + t.partyList(recipients)
	}
	return s
}

func (t *table) partyList(parties []record.Party) string {
	out := make([]string, len(parties))
	for i, p := range parties {
		out[i] = t.party(p)
	}
	return strings.Join(out, ", ")
}

// party names a person by the registry too: the words of the report may be a pronoun or a short name.
func (t *table) party(p record.Party) string {
	name := ""
	if strings.HasPrefix(string(p.ID), "person:") && p.Name != "" {
		name = t.dim("("+string(p.Name)+")") + " "
	}
	return strings.TrimSpace(oneLine(p.Text) + " " + name + t.bold(p.Code))
}

func (t *table) evidence(quotes []record.Evidence, rule string) {
	for i, q := range quotes {
		tail := ""
		if i == len(quotes)-1 {
			tail = "  " + rule
		}
		fmt.Fprintf(t, "     “%s” %s\n", clip(q.Quote, 160), t.dim(fmt.Sprintf("%d–%d%s", q.Start, q.End, tail)))
	}
}

func (t *table) notes(rec *record.Record) {
	if len(rec.Notes) == 0 {
		return
	}
	fmt.Fprintf(t, "\n%s\n", t.dim("left open"))
	for _, n := range rec.Notes {
		fmt.Fprintf(t, "     %s  “%s” %s\n", n.Code, clip(n.Text, 80), t.dim(fmt.Sprintf("%d–%d", n.Start, n.End)))
	}
}

func period(d *record.Date) string {
	if d.Until != "" && string(d.Until) != d.Value {
		return d.Value + "/" + string(d.Until)
	}
	return d.Value
}

func place(p *record.Place) string {
	if p.Code == "" || p.Code == record.Unknown {
		return oneLine(p.Text)
	}
	return oneLine(p.Text) + " " + p.Code
}

func number(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// clip shortens a text to a number of letters, on one line.
func clip(s string, n int) string {
	s = oneLine(s)
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}
