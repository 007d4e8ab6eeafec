package server

import (
	"errors"
	"net/http"
	"strings"
	"sync"

	"varta"
	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// reportView is a stored report, with its record and the acts that others tell too.
type reportView struct {
	Record     *record.Record
	Paragraphs []paragraph
	Told       map[string]archive.Told
	Origin     archive.Origin
	// Corrections are what editors said of the record.
	Corrections archive.Corrections
}

// reportPage shows a report with its words marked.
func (s *Server) reportPage(w http.ResponseWriter, r *http.Request) {
	v, err := s.reportView(r)
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	title := string(v.Record.Report.Title)
	if title == "" {
		title = v.Record.ID
	}
	s.show(w, r, http.StatusOK, "report", page{Title: title, Here: "reports", Data: v})
}

func (s *Server) reportView(r *http.Request) (reportView, error) {
	ctx, id := r.Context(), r.PathValue("id")
	rec, err := s.Archive.Record(ctx, id)
	if err != nil {
		return reportView{}, err
	}
	v := reportView{Record: rec}
	if v.Told, err = s.Archive.Told(ctx, id); err != nil {
		return v, err
	}
	if v.Origin, err = s.Archive.Origin(ctx, id); err != nil {
		return v, err
	}
	// The words are analysed anew; the marks are those of the record that is stored.
	in := varta.Report{ID: id, Text: rec.Report.Text, Published: string(rec.Report.Published), Lang: rec.Report.Lang}
	x, err := s.studies.of(in, rec.Report.SHA256, func() (studied, error) {
		read, study, err := s.Reader.Study(ctx, in)
		return studied{read, study}, err
	})
	if err != nil {
		return v, err
	}
	if v.Corrections, err = s.Archive.CorrectionsOf(ctx, id, x.read); err != nil {
		return v, err
	}
	v.Paragraphs = paragraphs(rec.Report.Text, x.study, rec)
	return v, nil
}

// studied is what the reader makes of a report.
type studied struct {
	read  *record.Record
	study *varta.Study
}

// studies keeps the last of them, for an editor opens a report again after each correction. They never grow old: a reader
// always makes the same of the same text.
type studies struct {
	mu   sync.Mutex
	kept map[string]studied
}

// Of more than mostStudies all go; what a longer text than mostStudied makes is not kept.
const (
	mostStudies = 100
	mostStudied = 32 << 10
)

func newStudies() *studies { return &studies{kept: map[string]studied{}} }

// of is what was made of a report, by the sum of its text, or what make makes of it now.
func (s *studies) of(r varta.Report, sum string, make func() (studied, error)) (studied, error) {
	key := strings.Join([]string{r.ID, r.Published, r.Lang, sum}, "\n")
	s.mu.Lock()
	x, ok := s.kept[key]
	s.mu.Unlock()
	if ok {
		return x, nil
	}
	x, err := make()
	if err != nil || len(r.Text) > mostStudied {
		return x, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.kept) >= mostStudies {
		clear(s.kept)
	}
	s.kept[key] = x
	return x, nil
}

// failWith answers with what an error of the archive means for who asked.
func (s *Server) failWith(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, store.ErrUnknown):
		s.fail(w, r, http.StatusNotFound, "This is not in the archive. An act gets another address when a report that tells it earlier is added.")
	case errors.Is(err, store.ErrLocked):
		s.fail(w, r, http.StatusServiceUnavailable, "Another program writes to the archive; try again in a moment.")
	case r.Context().Err() != nil:
		s.fail(w, r, http.StatusServiceUnavailable, "The answer took too long, or the server is ending.")
	default:
		s.Log.Error("a request failed", "path", r.URL.Path, "error", err)
		s.fail(w, r, http.StatusInternalServerError, "Something went wrong here; the log of the server says what.")
	}
}
