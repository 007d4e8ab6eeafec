package server

import (
	"html/template"
	"strconv"
	"strings"
)

// textHTML is the text of a report with its marks. It is written here, not by a template, which would take ten times as
// long for its thousands of words. Whatever comes from the report is escaped.
func textHTML(list []paragraph) template.HTML {
	var w htmlWriter
	for _, p := range list {
		open, shut := `<div class="para">`, "</div>\n"
		if p.Title {
			open, shut = `<h2 class="headline">`, "</h2>\n"
		}
		w.WriteString(open)
		for i := range p.Sentences {
			w.sentence(&p.Sentences[i])
		}
		w.WriteString(shut)
	}
	return template.HTML(w.String())
}

// htmlWriter writes HTML.
type htmlWriter struct{ strings.Builder }

// text writes what is no markup.
func (w *htmlWriter) text(s string) {
	if strings.ContainsAny(s, "<>&'\"\x00") {
		s = template.HTMLEscapeString(s)
	}
	w.WriteString(s)
}

// tag opens an element with attributes, names and values in turn.
func (w *htmlWriter) tag(name string, attributes ...string) {
	w.WriteByte('<')
	w.WriteString(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		w.WriteByte(' ')
		w.WriteString(attributes[i])
		w.WriteString(`="`)
		w.text(attributes[i+1])
		w.WriteByte('"')
	}
	w.WriteByte('>')
}

func (w *htmlWriter) sentence(s *sentence) {
	w.text(s.Lead)
	w.tag("span", "data-at", strconv.Itoa(s.Start))
	for i := range s.Runs {
		w.run(&s.Runs[i])
	}
	w.WriteString("</span>")
	if len(s.Tried) > 0 {
		w.why(s.Tried)
	}
}

func (w *htmlWriter) run(r *run) {
	if r.Class != "" {
		attributes := []string{"class", "run " + r.Class + " q" + strconv.Itoa(r.Quad)}
		if r.Records != "" {
			attributes = append(attributes, "data-records", r.Records)
		}
		w.tag("span", attributes...)
	}
	for _, p := range r.Pieces {
		if p.Says == "" {
			w.text(p.Text)
			continue
		}
		w.tag("span", "class", "w", "title", p.Says)
		w.text(p.Text)
		w.WriteString("</span>")
	}
	if r.Class != "" {
		w.WriteString("</span>")
	}
}

// why says which rules were tried on a sentence that gave nothing.
func (w *htmlWriter) why(tried []try) {
	w.WriteString(`<details class="why"><summary title="Nothing was coded here">∅<span class="hidden" lang="en"> why nothing was coded</span></summary><ul lang="en">`)
	for _, t := range tried {
		w.WriteString("<li><code>")
		w.text(t.Rule)
		w.WriteString(`</code> <q lang="hi">`)
		w.text(t.Words)
		w.WriteString("</q> ")
		w.text(t.Text)
		w.WriteString("</li>")
	}
	w.WriteString("</ul></details>")
}

// options are those of a form, one of them chosen.
func options(list []string, chosen string) template.HTML {
	var w htmlWriter
	for _, o := range list {
		w.WriteString("<option")
		if o == chosen {
			w.WriteString(" selected")
		}
		w.WriteByte('>')
		w.text(o)
		w.WriteString("</option>")
	}
	return template.HTML(w.String())
}
