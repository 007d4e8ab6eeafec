package server

import (
	"context"
	"net/http"
	"net/url"
	"sort"
	"strings"

	"varta/internal/store"
	"varta/record"
)

// quads are the classes of PLOVER in the order in which charts stack them.
var quads = [...]int{1, 2, 3, 4}

// column is a stretch of time in a timeline.
type column struct {
	Key    string // a year, month or day
	ByQuad [5]int // how many acts, by class
	Total  int
}

// timelineView is the density of acts over time, and the acts where there are few enough for a list.
type timelineView struct {
	view
	By      string // year, month or day: what a column is
	Columns []column
	Most    int
	Acts    []record.Act
	Undated int
	Before  before
}

// before is what lies so far back that the rest would have no room beside it.
type before struct {
	Since, Until string
	Acts         int
	URL          string
}

// mostMonths is how many columns of months a timeline shows before it counts by year; a click on a year shows months.
const mostMonths = 72

func (s *Server) timelinePage(w http.ResponseWriter, r *http.Request) {
	chart(s, w, r, "timeline", "Timeline", s.timeline)
}

func (s *Server) timeline(ctx context.Context, v view, q store.Query) (any, error) {
	out := timelineView{view: v, By: "month"}
	all, err := s.overview(ctx, q)
	if err != nil {
		return nil, err
	}
	columns := all.Months.Columns
	out.Undated = all.Months.Undated
	switch n := len(columns); {
	case n > 1 && months(columns[0].Key, columns[n-1].Key) > mostMonths:
		out.By = "year"
		columns = years(columns)
	case n > 0 && months(columns[0].Key, columns[n-1].Key) == 1:
		out.By = "day"
		byDay, err := s.days(ctx, q)
		if err != nil {
			return nil, err
		}
		columns = byDay.Columns
	}
	columns, out.Before = recent(columns)
	out.Before.URL = address("/timeline", v.between(out.Before.Since, out.Before.Until))
	out.Columns = gapless(columns)
	for _, c := range out.Columns {
		out.Most = max(out.Most, c.Total)
	}
	q.Limit = pageSize
	found, err := s.Archive.FindActs(ctx, q)
	out.Acts = found.Items
	if found.Next != "" {
		out.Next = v.At("/acts")
	}
	return out, err
}

// density is how many acts there are in each stretch of time, and how many have no date.
type density struct {
	Columns []column
	Undated int
}

// days counts acts by day and class.
func (s *Server) days(ctx context.Context, q store.Query) (density, error) {
	codes, err := s.Archive.Codes()
	if err != nil {
		return density{}, err
	}
	q.Limit, q.Cursor, q.Sort = 0, "", ""
	return remembered(ctx, s.memo, "days", q, func(ctx context.Context) (density, error) {
		counts, err := s.Archive.Tally(ctx, q, "day type")
		return densityOf(counts["day type"], codes), err
	})
}

// densityOf takes counts whose keys are a stretch of time and a type.
func densityOf(counts []store.Count, codes *record.Codes) (out density) {
	at := map[string]*column{}
	for _, x := range counts {
		key, typ, _ := strings.Cut(x.Key, " ")
		if key == "" {
			out.Undated += x.Acts
			continue
		}
		if at[key] == nil {
			at[key] = &column{Key: key}
		}
		at[key].ByQuad[codes.Types[typ].Quad] += x.Acts
		at[key].Total += x.Acts
	}
	for _, c := range at {
		out.Columns = append(out.Columns, *c)
	}
	sort.Slice(out.Columns, func(i, j int) bool { return out.Columns[i].Key < out.Columns[j].Key })
	return out
}

// mapView is where acts took place.
type mapView struct {
	view
	Sites []site
}

// site is a place with the address of its acts.
type site struct {
	Name string  `json:"name"`
	Code string  `json:"code"`
	Lat  float64 `json:"lat"`
	Lon  float64 `json:"lon"`
	Acts int     `json:"acts"`
	URL  string  `json:"url"`
}

// mostSites is how many places a map shows, the busiest.
const mostSites = 400

func (s *Server) mapPage(w http.ResponseWriter, r *http.Request) {
	chart(s, w, r, "map", "Map", s.sites)
}

func (s *Server) sites(ctx context.Context, v view, q store.Query) (any, error) {
	q.Limit = mostSites
	found, err := lasting(ctx, s, "sites", q, func(ctx context.Context) ([]store.Site, error) { return s.Archive.Sites(ctx, q) })
	out := mapView{view: v, Sites: make([]site, len(found))}
	at := view{Path: "/acts", Values: v.Values}
	for i, x := range found {
		out.Sites[i] = site{string(x.Name), x.Code, x.Lat, x.Lon, x.Acts, at.With("place", string(x.Name))}
	}
	return out, err
}

// networkView is who met whom.
type networkView struct {
	view
	Graph graph
}

type graph struct {
	Nodes []node `json:"nodes"`
	Links []link `json:"links"`
}

type node struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Acts  int    `json:"acts"`
	URL   string `json:"url"`
}

type link struct {
	Source string `json:"source"`
	Target string `json:"target"`
	Label  string `json:"-"`
	Acts   int    `json:"acts"`
	URL    string `json:"url"`
}

// mostLinks is how many pairs a network shows, those with the most acts, and mostPairs how many are counted: the pages of
// those who met take them too.
const (
	mostLinks = 150
	mostPairs = 1000
)

// meeting is the type of meetings, visits and calls.
const meeting = "CONSULT"

// pairs counts the acts of two, or their meetings if no types are asked for.
func (s *Server) pairs(ctx context.Context, q store.Query) ([]store.Count, error) {
	q = ofPairs(q)
	return lasting(ctx, s, "pairs", q, func(ctx context.Context) ([]store.Count, error) {
		if len(q.Types) == 0 {
			q.Types = []string{meeting}
		}
		return s.Archive.Stats(ctx, q, "pair")
	})
}

// ofPairs is the query under which pairs are remembered.
func ofPairs(q store.Query) store.Query {
	q.Limit, q.Cursor, q.Sort = mostPairs, "", ""
	return q
}

// allPairs are the meetings of the whole archive, if they have been counted by now.
func (s *Server) allPairs() []store.Count {
	key, err := keyOf("pairs", ofPairs(store.Query{Of: store.Acts}))
	if err != nil {
		return nil
	}
	v, _ := s.memo.peek(key)
	list, _ := v.([]store.Count)
	return list
}

func (s *Server) networkPage(w http.ResponseWriter, r *http.Request) {
	chart(s, w, r, "network", "Network", s.network)
}

// network is of meetings, visits and calls unless other types are asked for.
func (s *Server) network(ctx context.Context, v view, q store.Query) (any, error) {
	pairs, err := s.pairs(ctx, q)
	if err != nil {
		return nil, err
	}
	pairs = pairs[:min(len(pairs), mostLinks)]
	if len(q.Types) == 0 {
		q.Types = []string{meeting}
	}
	codes, err := s.Archive.Codes()
	if err != nil {
		return nil, err
	}
	out := networkView{view: v}
	acts := map[string]int{}
	for _, p := range pairs {
		a, b, _ := strings.Cut(p.Key, " ")
		at := address("/acts", url.Values{"party": {a, b}, "type": q.Types, "since": {v.Asked.Since}, "until": {v.Asked.Until}})
		out.Graph.Links = append(out.Graph.Links, link{a, b, nameOf(codes, a) + " – " + nameOf(codes, b), p.Acts, at})
		acts[a] += p.Acts
		acts[b] += p.Acts
	}
	for code, n := range acts {
		out.Graph.Nodes = append(out.Graph.Nodes, node{code, nameOf(codes, code), n, "/entities/" + url.PathEscape(code)})
	}
	sort.Slice(out.Graph.Nodes, func(i, j int) bool { return out.Graph.Nodes[i].ID < out.Graph.Nodes[j].ID })
	return out, nil
}

// fullName is the English name of a code, also where that of an organisation says less to many than its acronym.
func fullName(codes *record.Codes, code string) string {
	if name := nameOf(codes, code); name != code {
		return name
	}
	if name := codes.Organisations[code].Name; name != "" {
		return name
	}
	return code
}

// nameOf is the English name of the state or group of a code, and the acronym of an organisation.
func nameOf(codes *record.Codes, code string) string {
	for _, name := range []string{codes.States[code].Name, codes.Groups[code].Name} {
		if name != "" {
			return name
		}
	}
	return code
}

// chart shows a page about the acts that a question asks for.
func chart(s *Server, w http.ResponseWriter, r *http.Request, name, title string, make func(context.Context, view, store.Query) (any, error)) {
	v, q, err := s.look(store.Acts, r)
	var data any = v
	status := http.StatusOK
	if err == nil {
		data, err = make(r.Context(), v, q)
	}
	switch {
	case err == nil:
	case mistaken(err):
		v.Problem, status = sentenceOf(err), http.StatusBadRequest
		data, name = v, "question"
	default:
		s.failWith(w, r, err)
		return
	}
	s.show(w, r, status, name, page{Title: title, Here: strings.ToLower(title), Data: data})
}
