package server

import (
	"net/http"

	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// wishes are what a program sends to correct a report.
type wishes struct {
	Corrections []archive.Mend `json:"corrections"`
}

// outcome is the record of a report after corrections, with the items that they were of.
type outcome struct {
	Items  []string       `json:"items"`
	Record *record.Record `json:"record"`
}

func (s *Server) apiCorrections(w http.ResponseWriter, r *http.Request) {
	list, err := s.Archive.Corrections(r.Context(), r.PathValue("id"))
	if err != nil {
		s.apiFail(w, r, err)
		return
	}
	tell(w, r, answers[store.Correction]{Items: append([]store.Correction{}, list...)})
}

// apiCorrect corrects records of a report and adds such as the reader missed: all of what is sent, or nothing.
func (s *Server) apiCorrect(w http.ResponseWriter, r *http.Request) {
	var in wishes
	if !decoded(w, r, &in, "Send {\"corrections\": [{\"item\": \"e1\", \"start\": 0, \"changes\": {\"status\": \"denied\"}}]}: ") {
		return
	}
	id := r.PathValue("id")
	items, err := s.Archive.Correct(r.Context(), id, author(r), in.Corrections...)
	s.apiChanged(w, r, id, items, err)
}

func (s *Server) apiWithdraw(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	s.apiChanged(w, r, id, []string{}, s.Archive.Withdraw(r.Context(), id, r.URL.Query().Get("target")))
}

// apiChanged answers with what became of a record.
func (s *Server) apiChanged(w http.ResponseWriter, r *http.Request, id string, items []string, err error) {
	var rec *record.Record
	if err == nil {
		rec, err = s.Archive.Record(r.Context(), id)
	}
	if err != nil {
		s.apiFail(w, r, err)
		return
	}
	tell(w, r, outcome{items, rec})
}
