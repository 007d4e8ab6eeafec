package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"varta/internal/doc"
	"varta/record"
)

// MentionScore counts the mentions of names: the same bytes, then the same type too; and of those whose gold has a code,
// how many have that code.
type MentionScore struct {
	Spans, Typed Tally
	byType       map[string]*mentionRow
}

type mentionRow struct {
	spans        Tally
	coded, right int
}

// mentionTypes are the types of gold that the types of records count as: an adjective of a state mentions the state, a
// ministry is an organisation. Titles, pronouns and descriptions are no names and are left out.
var mentionTypes = map[string]string{
	doc.Person.String(): "person", doc.State.String(): "state", doc.Nationals.String(): "state", doc.Place.String(): "place",
	doc.Organisation.String(): "organisation", doc.Body.String(): "organisation", doc.Group.String(): "group",
}

// CompareMentions scores the mentions of the documents whose gold has any.
func CompareMentions(gold, pred []*Document, o Options) *MentionScore {
	byID := map[string]*Document{}
	for _, p := range pred {
		byID[p.ID] = p
	}
	s := &MentionScore{byType: map[string]*mentionRow{}}
	left := o.Limit
	for _, g := range InLang(gold, o.Lang) {
		if p := byID[g.ID]; p != nil && len(g.Mentions) > 0 {
			for _, e := range s.add(g, p) {
				if left > 0 {
					fmt.Fprintln(o.List, e)
					left--
				}
			}
		}
	}
	return s
}

// add scores one document; it returns its errors.
func (s *MentionScore) add(g, p *Document) []string {
	found := map[doc.Span][]Mention{}
	for _, m := range p.Mentions {
		if m.Type = mentionTypes[m.Type]; m.Type != "" {
			found[m.span()] = append(found[m.span()], m)
		}
	}
	var errs []string
	for _, m := range g.Mentions {
		hits := found[m.span()]
		delete(found, m.span())
		if e := s.gold(m, hits); e != "" {
			errs = append(errs, fmt.Sprintf("%s %s %d %s %s %s", e, g.ID, m.Start, m.Text, m.Type, m.Code))
		}
	}
	for _, hits := range found {
		s.Spans.FP++
		s.Typed.FP++
		s.of(hits[0].Type).spans.FP++
		errs = append(errs, fmt.Sprintf("extra %s %d %s %s %s", g.ID, hits[0].Start, hits[0].Text, hits[0].Type, hits[0].Code))
	}
	slices.Sort(errs)
	return errs
}

// gold scores one mention of gold; it returns what is wrong with the hits, the mentions that were found for it.
func (s *MentionScore) gold(m Mention, hits []Mention) string {
	row := s.of(m.Type)
	if len(hits) == 0 {
		s.Spans.FN++
		s.Typed.FN++
		row.spans.FN++
		return "miss"
	}
	s.Spans.TP++
	row.spans.TP++
	wrong := ""
	if hits[0].Type == m.Type {
		s.Typed.TP++
	} else {
		s.Typed.FN++
		s.Typed.FP++
		wrong = "type"
	}
	if m.Code == "" || m.Code == record.Unknown {
		return wrong
	}
	row.coded++
	if slices.ContainsFunc(hits, func(h Mention) bool { return h.Code == m.Code }) {
		row.right++
		return wrong
	}
	return "code"
}

func (m Mention) span() doc.Span { return doc.Span{Start: m.Start, End: m.End} }

func (s *MentionScore) of(typ string) *mentionRow {
	if s.byType[typ] == nil {
		s.byType[typ] = &mentionRow{}
	}
	return s.byType[typ]
}

// Table writes the figures.
func (s *MentionScore) Table(w io.Writer) {
	fmt.Fprintf(w, "%-12s%7s%7s%7s%6s%6s%6s\n", "mentions", "P", "R", "F1", "tp", "fp", "fn")
	named{"detect", s.Spans}.write(w, "  ")
	named{"type", s.Typed}.write(w, "  ")
	right, coded := 0, 0
	for _, t := range slices.Sorted(maps.Keys(s.byType)) {
		row := s.byType[t]
		named{t, row.spans}.write(w, "  ")
		if t == "state" || t == "organisation" || t == "person" {
			right, coded = right+row.right, coded+row.coded
		}
	}
	fmt.Fprintf(w, "  code of found states, organisations and people %d/%d", right, coded)
	if coded > 0 {
		fmt.Fprintf(w, " %.3f", float64(right)/float64(coded))
	}
	fmt.Fprintln(w)
}
