package server

import (
	"net/http"
	"net/url"
	"strconv"

	"varta/internal/archive"
)

// correct takes what an editor says of an event, a statement or a fact of a report.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) {
	if !s.parsed(w, r) {
		return
	}
	id := r.PathValue("id")
	start, err := strconv.Atoi(r.PostFormValue("start"))
	if err != nil {
		s.fail(w, r, http.StatusBadRequest, "The form is broken; open the report again.")
		return
	}
	m := archive.Mend{Report: id, Item: r.PostFormValue("item"), Start: start, Changes: map[string]string{}, Note: r.PostFormValue("note"), Author: author(r)}
	for _, field := range []string{archive.Verdict, archive.Type, archive.Status, archive.Actors, archive.Recipients, archive.Day, archive.Words} {
		if v, ok := r.PostForm[field]; ok {
			m.Changes[field] = v[0]
		}
	}
	s.changed(w, r, s.Archive.Correct(r.Context(), m), "/reports/"+url.PathEscape(id)+"#"+url.PathEscape(m.Item))
}

// author is the name under which a change is kept.
func author(r *http.Request) string {
	if name := userOf(r).Name; name != "" {
		return name
	}
	return "editor"
}

// withdraw forgets what was said of one target.
func (s *Server) withdraw(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	s.changed(w, r, s.Archive.Withdraw(r.Context(), id, r.PostFormValue("target")), "/reports/"+url.PathEscape(id))
}

func (s *Server) split(w http.ResponseWriter, r *http.Request) {
	acts, err := s.Archive.Split(r.Context(), r.PathValue("id"), []string{r.PostFormValue("report")})
	s.changed(w, r, err, actPath(acts))
}

func (s *Server) join(w http.ResponseWriter, r *http.Request) {
	acts, err := s.Archive.Join(r.Context(), r.PathValue("id"), r.PostFormValue("other"))
	s.changed(w, r, err, actPath(acts))
}

func actPath(acts []string) string {
	if len(acts) == 0 {
		return "/acts"
	}
	return "/acts/" + url.PathEscape(acts[0])
}

// changed goes on to what was changed, or says why it was not.
func (s *Server) changed(w http.ResponseWriter, r *http.Request, err error, to string) {
	switch {
	case err == nil:
		s.memo.clear()
		http.Redirect(w, r, to, http.StatusSeeOther)
	case mistaken(err):
		s.fail(w, r, http.StatusBadRequest, sentenceOf(err))
	default:
		s.failWith(w, r, err)
	}
}
