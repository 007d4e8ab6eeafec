package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"varta"
	"varta/internal/export"
	"varta/internal/store"
)

//go:embed openapi.json
var openAPI []byte

// jsonLines is the media type of an answer of a line each.
const jsonLines = "application/jsonl"

func isAPI(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/mcp"
}

// apiRoutes answers programs; openapi.json describes the same.
func (s *Server) apiRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/v1/openapi.json", func(w http.ResponseWriter, r *http.Request) { tell(w, r, json.RawMessage(openAPI)) })
	mux.HandleFunc("POST /api/v1/read", s.apiRead)
	mux.HandleFunc("GET /api/v1/who", s.apiWho)
	if s.Archive == nil {
		return
	}
	mux.HandleFunc("GET /api/v1/reports", found(s, store.Reports, s.Archive.FindReports))
	mux.HandleFunc("GET /api/v1/acts", found(s, store.Acts, s.Archive.FindActs))
	mux.HandleFunc("GET /api/v1/events", found(s, store.Events, s.Archive.FindEvents))
	mux.HandleFunc("GET /api/v1/statements", found(s, store.Statements, s.Archive.FindStatements))
	mux.HandleFunc("GET /api/v1/facts", found(s, store.Facts, s.Archive.FindFacts))
	mux.HandleFunc("GET /api/v1/entities", found(s, store.Entities, s.Archive.FindEntities))
	mux.HandleFunc("GET /api/v1/reports/{id}", s.apiReport)
	mux.HandleFunc("GET /api/v1/reports/{id}/gold", s.apiGold)
	mux.HandleFunc("GET /api/v1/reports/{id}/corrections", s.apiCorrections)
	mux.HandleFunc("POST /api/v1/reports/{id}/corrections", s.editing(s.apiCorrect))
	mux.HandleFunc("DELETE /api/v1/reports/{id}/corrections", s.editing(s.apiWithdraw))
	mux.HandleFunc("GET /api/v1/acts/{id}", s.apiAct)
	mux.HandleFunc("GET /api/v1/stats/{by}", s.apiStats)
	mux.HandleFunc("GET /api/v1/export/{format}", s.apiExport)
}

// failure is an error as RFC 9457 writes it.
type failure struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	write(w, failure{"about:blank", http.StatusText(status), status, detail})
}

// write encodes the body; an error means that nobody listens any more.
func write(w http.ResponseWriter, v any) { _ = json.NewEncoder(w).Encode(v) }

// tell answers with JSON and the tag of its content; who has the same already is told so.
func tell(w http.ResponseWriter, r *http.Request, v any) {
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(v); err != nil {
		panic(err) // the types of this package and of package record always have a form in JSON
	}
	sum := sha256.Sum256(b.Bytes())
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	w.Header().Set("Etag", tag)
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Content-Type", "application/json")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b.Bytes()))
}

func (s *Server) apiUnknown(w http.ResponseWriter, _ *http.Request) {
	problem(w, http.StatusNotFound, "There is nothing at this address; /api/v1/openapi.json lists what there is.")
}

// apiFail answers with what an error means for a program.
func (s *Server) apiFail(w http.ResponseWriter, r *http.Request, err error) {
	if mistaken(err) {
		problem(w, http.StatusBadRequest, sentenceOf(err))
		return
	}
	s.failWith(w, r, err)
}

// apiRead reads a report without storing it.
func (s *Server) apiRead(w http.ResponseWriter, r *http.Request) {
	var report varta.Report
	if !decoded(w, r, &report, "Send a JSON object with \"text\" and, if known, \"published\": ") {
		return
	}
	rec, err := s.Reader.Read(r.Context(), report)
	if err != nil {
		problem(w, http.StatusUnprocessableEntity, complaint(err))
		return
	}
	tell(w, r, rec)
}

// decoded reads the body of a request; where it can't, the answer has been given.
func decoded(w http.ResponseWriter, r *http.Request, v any, hint string) bool {
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	err := d.Decode(v)
	if err == nil {
		return true
	}
	problem(w, http.StatusBadRequest, hint+err.Error())
	return false
}

// answers is a page of an answer; Next is the cursor of the next one.
type answers[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty"`
}

// found answers a question in pages, or, asked for JSON Lines, in one stream without end of a page.
func found[T any](s *Server, of store.Kind, find func(context.Context, store.Query) (store.Page[T], error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, q, err := s.look(of, r)
		if err != nil {
			s.apiFail(w, r, err)
			return
		}
		if strings.Contains(r.Header.Get("Accept"), jsonLines) {
			stream(s, w, r, q, find)
			return
		}
		p, err := find(r.Context(), q)
		if err != nil {
			s.apiFail(w, r, err)
			return
		}
		if p.Items == nil {
			p.Items = []T{}
		}
		tell(w, r, answers[T]{p.Items, p.Next})
	}
}

// stream writes all answers, a line each. An error on the way cuts the answer off, so that nobody takes it for whole.
func stream[T any](s *Server, w http.ResponseWriter, r *http.Request, q store.Query, find func(context.Context, store.Query) (store.Page[T], error)) {
	q.Limit = maxRows
	for first := true; ; first = false {
		p, err := find(r.Context(), q)
		switch {
		case err != nil && first:
			s.apiFail(w, r, err)
			return
		case err != nil:
			s.Log.Error("a stream ended early", "path", r.URL.Path, "error", err)
			panic(http.ErrAbortHandler)
		}
		if first {
			w.Header().Set("Content-Type", jsonLines)
		}
		for _, x := range p.Items {
			write(w, x)
		}
		if q.Cursor = p.Next; q.Cursor == "" {
			return
		}
	}
}

func (s *Server) apiReport(w http.ResponseWriter, r *http.Request) {
	rec, err := s.Archive.Record(r.Context(), r.PathValue("id"))
	if err != nil {
		s.apiFail(w, r, err)
		return
	}
	tell(w, r, rec)
}

// apiGold is a corrected report as gold for measuring readers.
func (s *Server) apiGold(w http.ResponseWriter, r *http.Request) {
	gold, err := s.Archive.Gold(r.Context(), r.PathValue("id"))
	if err != nil {
		s.apiFail(w, r, err)
		return
	}
	tell(w, r, gold)
}

func (s *Server) apiAct(w http.ResponseWriter, r *http.Request) {
	act, err := s.Archive.Act(r.Context(), r.PathValue("id"))
	if err != nil {
		s.apiFail(w, r, err)
		return
	}
	tell(w, r, act)
}

func (s *Server) apiStats(w http.ResponseWriter, r *http.Request) {
	_, q, err := s.look(store.Acts, r)
	by := r.PathValue("by")
	if err == nil && !slices.Contains(store.Groups(), by) {
		err = badQuestion("acts are counted by " + strings.Join(store.Groups(), ", "))
	}
	var counts []store.Count
	if err == nil {
		counts, err = s.stats(r.Context(), q, by)
	}
	if err != nil {
		s.apiFail(w, r, err)
		return
	}
	tell(w, r, answers[store.Count]{Items: append([]store.Count{}, counts...)})
}

// apiWho answers who holds an office, or what somebody is: varta who.
func (s *Server) apiWho(w http.ResponseWriter, r *http.Request) {
	name, on := r.URL.Query().Get("name"), r.URL.Query().Get("on")
	if name == "" {
		problem(w, http.StatusBadRequest, "Say whom: name=Russian defence minister, and on=2021-07-28 for a date.")
		return
	}
	terms, err := s.Reader.Registry().Ask(name, on)
	if errors.Is(err, varta.ErrBadDate) {
		problem(w, http.StatusBadRequest, sentenceOf(err))
		return
	}
	if err != nil {
		problem(w, http.StatusNotFound, err.Error())
		return
	}
	tell(w, r, answers[varta.Tenure]{Items: terms})
}

// apiExport streams acts in one of the formats that are files.
func (s *Server) apiExport(w http.ResponseWriter, r *http.Request) {
	f, err := export.Find(r.PathValue("format"))
	if err != nil || !f.File() {
		problem(w, http.StatusNotFound, "There is no such format of one file; varta export --help lists them.")
		return
	}
	_, q, err := s.look(store.Acts, r)
	if err != nil {
		s.apiFail(w, r, err)
		return
	}
	codes, err := s.Archive.Codes()
	if err != nil {
		s.apiFail(w, r, err)
		return
	}
	q.Limit, q.Cursor = 0, ""
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", `attachment; filename="varta-`+f.Name+extension(f.Name)+`"`)
	if _, err := f.Write(w, s.Archive.Source(r.Context(), q, f.Text), codes, varta.Version); err != nil {
		s.Log.Error("an export ended early", "path", r.URL.Path, "error", err)
		panic(http.ErrAbortHandler)
	}
}

// extension is what the file of a format is named like.
func extension(format string) string {
	family, _, _ := strings.Cut(format, "-")
	switch family {
	case "csv", "parquet", "geojson", "gexf", "graphml":
		return "." + family
	case "jsonl", "plover", "ftm":
		return ".jsonl"
	case "popolo", "annotation":
		return ".json"
	}
	return ".tsv"
}
