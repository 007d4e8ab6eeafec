package server

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"varta"
)

func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }

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
	answerJSON(w, failure{"about:blank", http.StatusText(status), status, detail})
}

// answerJSON writes the body; an error means that nobody listens any more.
func answerJSON(w http.ResponseWriter, v any) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(true)
	_ = e.Encode(v)
}

func (s *Server) apiUnknown(w http.ResponseWriter, _ *http.Request) {
	problem(w, http.StatusNotFound, "There is nothing at this address; /api/v1/openapi.json lists what there is.")
}

// apiRead reads a report without storing it.
func (s *Server) apiRead(w http.ResponseWriter, r *http.Request) {
	var report varta.Report
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&report); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			problem(w, http.StatusRequestEntityTooLarge, "A report may have 4 MiB.")
			return
		}
		problem(w, http.StatusBadRequest, "Send a JSON object with \"text\" and, if known, \"published\": "+err.Error())
		return
	}
	rec, err := s.Reader.Read(r.Context(), report)
	if err != nil {
		problem(w, http.StatusUnprocessableEntity, complaint(err))
		return
	}
	w.Header().Set("Content-Type", "application/json")
	answerJSON(w, rec)
}
