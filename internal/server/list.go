package server

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// pageSize is how many rows a page shows; an API answer has up to maxRows.
const (
	pageSize = 50
	maxRows  = 1000
)

// asked reads a question from the query of an address: the same names everywhere, in pages and in the API.
func asked(of store.Kind, v url.Values) (archive.Question, error) {
	q := archive.Question{
		Of: of, Parties: filled(v["party"]), Types: filled(v["type"]), Modes: filled(v["mode"]), Statuses: filled(v["status"]), Topics: filled(v["topic"]),
		Since: v.Get("since"), Until: v.Get("until"), Place: v.Get("place"), Text: v.Get("text"), Speaker: v.Get("speaker"), About: v.Get("about"),
		Name: v.Get("name"), Sort: v.Get("sort"), Cursor: v.Get("cursor"), Limit: pageSize,
	}
	for _, n := range []struct {
		name string
		to   *int
	}{{"min_reports", &q.MinReports}, {"limit", &q.Limit}} {
		if s := v.Get(n.name); s != "" {
			x, err := strconv.Atoi(s)
			if err != nil || x < 1 {
				return q, badQuestion(n.name + " must be a number from 1")
			}
			*n.to = min(x, maxRows)
		}
	}
	if s := v.Get("radius"); s != "" {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil || x < 0 {
			return q, badQuestion("radius must be a number of km")
		}
		q.Radius = x
	}
	return q, nil
}

// filled are the values that are not empty, as a form sends them, with lists taken apart at commas.
func filled(values []string) []string {
	var out []string
	for _, v := range values {
		for part := range strings.SplitSeq(v, ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// badQuestion is an error of how something was asked.
type badQuestion string

func (b badQuestion) Error() string { return string(b) }

// mistaken says whether an error is one of the question, not of the archive.
func mistaken(err error) bool {
	_, bad := errors.AsType[badQuestion](err)
	return bad || errors.Is(err, archive.ErrQuestion) || errors.Is(err, store.ErrCursor)
}

// view is what the pages that list something have in common.
type view struct {
	Path    string
	Values  url.Values
	Asked   archive.Question
	Problem string
	Next    string // the address of the next page
}

// values are those of the view in a map of their own, without some.
func (v view) values(without ...string) url.Values {
	q := url.Values{}
	maps.Copy(q, v.Values)
	for _, name := range without {
		q.Del(name)
	}
	return q
}

// between are the values of the view with other ends of its time.
func (v view) between(since, until string) url.Values {
	q := v.values("cursor")
	q.Set("since", since)
	q.Set("until", until)
	return q
}

// With is the address of the view with another value for one name; the page begins anew.
func (v view) With(name, value string) string {
	q := v.values("cursor", name)
	if value != "" {
		q.Set(name, value)
	}
	return address(v.Path, q)
}

// Narrow is the address of the view with one more condition: a further party, another value of the rest.
func (v view) Narrow(facet, key string) string {
	switch facet {
	case "party":
		return v.With("party", strings.Join(append(filled(v.Values["party"]), key), ","))
	case "year":
		return address(v.Path, v.between(key, key))
	}
	return v.With(facet, key)
}

// At is the same filters on another page.
func (v view) At(path string) string {
	return address(path, v.values("cursor", "sort", "limit"))
}

// Get is a value as the form shows it.
func (v view) Get(name string) string { return strings.Join(v.Values[name], ", ") }

func address(path string, q url.Values) string {
	for k, list := range q {
		if len(filled(list)) == 0 {
			q.Del(k)
		}
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// look resolves the question of a page. A question that cannot be asked leaves a problem on the page.
func (s *Server) look(of store.Kind, r *http.Request) (view, store.Query, error) {
	v := view{Path: r.URL.Path, Values: r.URL.Query()}
	var err error
	if v.Asked, err = asked(of, v.Values); err != nil {
		return v, store.Query{}, err
	}
	q, err := s.Archive.Resolve(v.Asked)
	return v, q, err
}

// list shows a page of a list: the rows, or what was wrong with the question.
func list[T any](s *Server, w http.ResponseWriter, r *http.Request, of store.Kind, name, title string, find func(store.Query) (store.Page[T], error),
	more func(*listView[T], store.Query) error) {
	v, q, err := s.look(of, r)
	data := listView[T]{view: v}
	if err == nil {
		var found store.Page[T]
		if found, err = find(q); err == nil {
			data.Items = found.Items
			if found.Next != "" {
				data.Next = v.With("cursor", found.Next)
			}
			if more != nil {
				err = more(&data, q)
			}
		}
	}
	status := http.StatusOK
	switch {
	case err == nil:
	case mistaken(err):
		data.Problem, status = sentenceOf(err), http.StatusBadRequest
	default:
		s.failWith(w, r, err)
		return
	}
	s.show(w, r, status, name, page{Title: title, Here: name, Data: data})
}

// sentenceOf is an error as a page says it.
func sentenceOf(err error) string {
	text := strings.TrimPrefix(err.Error(), archive.ErrQuestion.Error()+": ")
	first, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[n:] + "."
}

// listView is a view with its rows.
type listView[T any] struct {
	view
	Items  []T
	Facets []facet
}

func (s *Server) reportsPage(w http.ResponseWriter, r *http.Request) {
	list(s, w, r, store.Reports, "reports", "Reports", func(q store.Query) (store.Page[store.FoundReport], error) {
		return s.Archive.FindReports(r.Context(), q)
	}, nil)
}

func (s *Server) actsPage(w http.ResponseWriter, r *http.Request) {
	list(s, w, r, store.Acts, "acts", "Acts", func(q store.Query) (store.Page[record.Act], error) {
		return s.Archive.FindActs(r.Context(), q)
	}, func(v *listView[record.Act], q store.Query) (err error) {
		v.Facets, err = s.facets(r.Context(), q)
		return err
	})
}

func (s *Server) entitiesPage(w http.ResponseWriter, r *http.Request) {
	list(s, w, r, store.Entities, "entities", "Who", func(q store.Query) (store.Page[store.FoundEntity], error) {
		return s.entities(r.Context(), q)
	}, nil)
}

func (s *Server) entities(ctx context.Context, q store.Query) (store.Page[store.FoundEntity], error) {
	if q.Sort == "" {
		q.Sort = "mentions"
	}
	return lasting(ctx, s, "entities", q, func(ctx context.Context) (store.Page[store.FoundEntity], error) { return s.findEntities(ctx, q) })
}

// findEntities finds whom reports name; of whom no report tells a full name the tables do.
func (s *Server) findEntities(ctx context.Context, q store.Query) (store.Page[store.FoundEntity], error) {
	found, err := s.Archive.FindEntities(ctx, q)
	if err != nil {
		return found, err
	}
	codes, err := s.Archive.Codes()
	for i := range found.Items {
		if e := &found.Items[i]; e.Name == "" {
			e.Name = record.Null(fullName(codes, e.ID))
		}
	}
	return found, err
}
