package server

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// pages are the parsed templates by name: each is the layout with the body of one page.
type pages map[string]*template.Template

// page is what a template is given.
type page struct {
	Title string
	Here  string // the entry of the navigation that is lit
	User  user
	Data  any
}

func parsePages(f fs.FS, more template.FuncMap) (pages, error) {
	layout, err := template.New("layout.html").Funcs(functions).Funcs(more).ParseFS(f, "templates/layout.html", "templates/parts.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(f, "templates/*.html")
	if err != nil {
		return nil, err
	}
	out := pages{}
	for _, name := range names {
		base := strings.TrimSuffix(path.Base(name), ".html")
		if base == "layout" || base == "parts" {
			continue
		}
		t, err := template.Must(layout.Clone()).ParseFS(f, name)
		if err != nil {
			return nil, err
		}
		out[base] = t
	}
	return out, nil
}

// functions are what templates call. Plain text that they return is escaped by the template; those that return HTML have
// escaped it themselves.
var functions = template.FuncMap{
	"join":       func(list []string) string { return strings.Join(list, ", ") },
	"quad":       quadName,
	"when":       when,
	"days":       days,
	"why":        why,
	"codes":      record.CodesOf,
	"target":     func(id string, e []record.Evidence) string { return id + " " + strconv.Itoa(e[0].Start) },
	"span":       func(e []record.Evidence) string { return fmt.Sprintf("%d-%d", e[0].Start, e[0].End) },
	"passage":    passage,
	"placed":     archive.Placed,
	"mentioned":  mentioned,
	"factKinds":  record.FactKinds,
	"text":       textHTML,
	"minute":     func(t string) string { return strings.Replace(t[:min(len(t), len("2006-01-02T15:04"))], "T", " ", 1) },
	"options":    options,
	"timeline":   timelineSVG,
	"reportRows": reportRows,
	"actRows":    actRows,
	"columnRows": columnRows,
	"siteRows":   siteRows,
	"actors":     actorsHTML,
	"where":      whereHTML,
	"quads":      func() []int { return quads[:] },
	"types":      func() []string { return types },
	"statuses":   record.Statuses,
	"kinds":      func() []string { return []string{"person", "state", "organisation", "group", "place"} },
	"turn":       turn,
	"sorted":     sorted,
	"pointers": func(list []record.Act) []*record.Act {
		out := make([]*record.Act, len(list))
		for i := range list {
			out[i] = &list[i]
		}
		return out
	},
	"cards": func(rec *record.Record, told map[string]archive.Told, edit bool) cards { return cards{rec, told, edit} },
}

// types are those of PLOVER, as the forms offer them.
var types = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
	"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}

// turn is an order, or its reverse where it holds already.
func turn(now, name string) string {
	if now == name || now == "" && name == store.First(store.Reports) {
		return "-" + name
	}
	return name
}

// sorted links the orders of a list of acts; the one that holds is no link.
func sorted(v listView[record.Act]) template.HTML {
	var out []string
	for _, name := range store.Sorts(store.Acts) {
		label := template.HTMLEscapeString(name)
		if v.Asked.Sort == name || v.Asked.Sort == "" && name == store.First(store.Acts) {
			out = append(out, "<strong>"+label+"</strong>")
			continue
		}
		out = append(out, `<a href="`+template.HTMLEscapeString(v.With("sort", name))+`">`+label+"</a>")
	}
	return template.HTML(strings.Join(out, ", "))
}

// cards are the records of a report, with the acts that its events tell.
type cards struct {
	Record *record.Record
	Told   map[string]archive.Told
	Edit   bool // whether each is shown with the form that corrects it
}

// mentioned are the codes of whom a report mentions.
func mentioned(rec *record.Record) []string {
	var out []string
	for _, m := range rec.Mentions {
		if m.Code != "" && m.Code != record.Unknown {
			out = append(out, m.Code)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// passage is the value of a correction as a person reads it: of a span its words.
func passage(field string, value record.Null, text string) string {
	var start, end int
	if field == archive.Span {
		if _, err := fmt.Sscanf(string(value), "%d-%d", &start, &end); err == nil && 0 <= start && start < end && end <= len(text) {
			return text[start:end]
		}
	}
	return string(value)
}

// entry is a page of the navigation.
type entry struct{ Name, Path, Label string }

// navigation is what the head of each page links; without an archive there is only the page that reads.
func (s *Server) navigation() []entry {
	all := []entry{{"try", "/", "Try"}}
	if s.Archive != nil {
		all = append(all, entry{"reports", "/reports", "Reports"}, entry{"acts", "/acts", "Acts"}, entry{"timeline", "/timeline", "Timeline"},
			entry{"map", "/map", "Map"}, entry{"network", "/network", "Network"}, entry{"entities", "/entities", "Who"})
	}
	return all
}

// entityOf is the address of a party: its own where the registry knows it, else that of whom it acts for.
func entityOf(a record.Actor) string {
	if a.ID != "" {
		return string(a.ID)
	}
	return a.Code
}

// reportsOf counts the reports that tell an act.
func reportsOf(a *record.Act) int {
	seen := map[string]bool{}
	for _, t := range a.Tellings {
		seen[t.Report] = true
	}
	return len(seen)
}

func days(d *record.When) string {
	if d == nil {
		return ""
	}
	return span(d.Value, string(d.Until))
}

func span(value, until string) string {
	if until != "" && until != value {
		return value + " – " + until
	}
	return value
}

// quadName is the class of PLOVER's quadrants, which gives an event its colour and, in words, its label.
func quadName(quad int) string {
	names := []string{"", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}
	if quad < 0 || quad >= len(names) {
		return ""
	}
	return names[quad]
}

func when(d *record.Date) string {
	if d == nil {
		return ""
	}
	return span(d.Value, string(d.Until))
}

// show writes a page whole or not at all: a template that fails half way leaves no half page behind.
func (s *Server) show(w http.ResponseWriter, r *http.Request, status int, name string, p page) {
	var b bytes.Buffer
	p.User = userOf(r)
	if err := s.pages[name].Execute(&b, p); err != nil {
		s.Log.Error("a page failed", "page", name, "path", r.URL.Path, "error", err)
		http.Error(w, "This page could not be made; the log of the server says why.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if _, err := b.WriteTo(w); err != nil {
		s.Log.Debug("the browser went away", "path", r.URL.Path, "error", err)
	}
}

// fail answers with an error in the form that the asker reads: a problem for programs, a page for people.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, status int, detail string) {
	if isAPI(r) {
		problem(w, status, detail)
		return
	}
	s.show(w, r, status, "error", page{Title: fmt.Sprintf("%d %s", status, http.StatusText(status)), Data: detail})
}

func (s *Server) unknown(w http.ResponseWriter, r *http.Request) {
	s.fail(w, r, http.StatusNotFound, "There is no page at this address.")
}
