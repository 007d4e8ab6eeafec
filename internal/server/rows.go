package server

import (
	"cmp"
	"html/template"
	"net/url"
	"strconv"

	"varta/internal/store"
	"varta/record"
)

// The rows of long tables are written here, not by templates, which look up and escape each cell by itself: half the time of
// a page of fifty acts went there.

// actRows are the rows of a table of acts.
func actRows(list []*record.Act) template.HTML {
	var w htmlWriter
	for _, a := range list {
		w.act(a)
	}
	return template.HTML(w.String())
}

func (w *htmlWriter) act(a *record.Act) {
	w.tag("tr", "class", "q"+strconv.Itoa(a.Quad))
	w.element("td", "date", days(a.Date))
	w.WriteString(`<td class="kind">`)
	w.tag("a", "class", "type", "href", "/acts/"+url.PathEscape(a.ID))
	w.text(a.Type)
	w.WriteString("</a>")
	for _, m := range a.Modes {
		w.WriteByte(' ')
		w.element("span", "mode", m)
	}
	w.WriteString(`</td><td class="wide">`)
	w.actors(a.Actors)
	if len(a.Recipients) > 0 {
		w.WriteString(` <span class="to" aria-label="to">→</span> `)
		w.actors(a.Recipients)
	}
	w.WriteString(`</td><td class="where">`)
	w.where(a.Place)
	w.WriteString("</td><td>")
	w.element("span", "status s-"+a.Status, a.Status)
	w.WriteString("</td>")
	w.number(reportsOf(a), " report", " reports")
	w.WriteString("</tr>\n")
}

// element is one that has a class and text.
func (w *htmlWriter) element(name, class, text string) {
	w.tag(name, "class", class)
	w.text(text)
	w.WriteString("</" + name + ">")
}

// number is a cell with a number, and what it counts where there is no head above it.
func (w *htmlWriter) number(n int, one, several string) {
	unit := several
	if n == 1 {
		unit = one
	}
	w.WriteString(`<td class="number">`)
	w.WriteString(strconv.Itoa(n))
	if unit != "" {
		w.element("span", "unit", unit)
	}
	w.WriteString("</td>")
}

func (w *htmlWriter) actors(list []record.Actor) {
	for i, a := range list {
		if i > 0 {
			w.WriteString(", ")
		}
		w.actor(a)
	}
}

// actor names a party, with a link to what is known of it.
func (w *htmlWriter) actor(a record.Actor) {
	w.WriteString(`<span class="who">`)
	switch {
	case a.ID == "" && a.Code == record.Unknown: // there is no page of nobody
		w.text(string(a.Name))
		w.WriteByte(' ')
		w.element("span", "code", a.Code)
	case a.Name != "":
		w.tag("a", "href", "/entities/"+url.PathEscape(entityOf(a)))
		w.text(string(a.Name))
		w.WriteString("</a> ")
		w.element("span", "code", a.Code)
	default:
		w.tag("a", "href", "/entities/"+url.PathEscape(a.Code))
		w.element("span", "code", a.Code)
		w.WriteString("</a>")
	}
	if a.Office != "" && a.Office != a.Name {
		w.WriteByte(' ')
		w.element("span", "name", string(a.Office))
	}
	w.WriteString("</span>")
}

func (w *htmlWriter) where(p *record.Where) {
	switch {
	case p == nil:
		return
	case p.Name != "":
		w.text(string(p.Name))
	case p.Code == record.Unknown:
		w.WriteString("in no table")
	}
	if p.Code != record.Unknown {
		w.WriteByte(' ')
		w.element("span", "code", p.Code)
	}
}

// actorsHTML are the parties of one side of an act.
func actorsHTML(list []record.Actor) template.HTML {
	var w htmlWriter
	w.actors(list)
	return template.HTML(w.String())
}

// whereHTML is the place of an act.
func whereHTML(p *record.Where) template.HTML {
	var w htmlWriter
	w.where(p)
	return template.HTML(w.String())
}

// reportRows are those of a table of reports.
func reportRows(list []store.FoundReport) template.HTML {
	var w htmlWriter
	for i := range list {
		w.report(&list[i])
	}
	return template.HTML(w.String())
}

func (w *htmlWriter) report(r *store.FoundReport) {
	w.WriteString("<tr>")
	w.element("td", "date", string(r.Published))
	w.WriteString(`<td class="wide">`)
	w.tag("a", "href", "/reports/"+url.PathEscape(r.ID), "lang", "hi")
	w.text(cmp.Or(string(r.Title), r.ID))
	w.WriteString("</a>")
	if r.CopyOf != "" {
		w.WriteString(` <span class="meta">nearly the same as `)
		w.tag("a", "href", "/reports/"+url.PathEscape(string(r.CopyOf)))
		w.text(string(r.CopyOf))
		w.WriteString("</a></span>")
	}
	w.WriteString("</td><td>")
	w.text(string(cmp.Or(r.Publisher, r.Agency)))
	w.WriteString("</td>")
	w.number(r.Events, " event", " events")
	w.number(r.Statements, " statement", " statements")
	w.number(r.Facts, " fact", " facts")
	w.WriteString("</tr>\n")
}

// columnRows are the columns of a timeline as the rows of a table.
func columnRows(list []column) template.HTML {
	var w htmlWriter
	for _, c := range list {
		w.WriteString(`<tr><th scope="row">`)
		w.text(c.Key)
		w.WriteString("</th>")
		for _, quad := range quads {
			w.number(c.ByQuad[quad], "", "")
		}
		w.number(c.Total, "", "")
		w.WriteString("</tr>")
	}
	return template.HTML(w.String())
}

// siteRows are the places of a map.
func siteRows(list []site) template.HTML {
	var w htmlWriter
	for _, s := range list {
		w.WriteString("<tr><td>")
		w.tag("a", "href", s.URL)
		w.text(s.Name)
		w.WriteString("</a></td>")
		w.element("td", "code", s.Code)
		w.number(s.Acts, "", "")
		w.WriteString("</tr>")
	}
	return template.HTML(w.String())
}
