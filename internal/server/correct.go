package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"varta/internal/archive"
)

// correct takes what an editor says of events, statements or facts of a report: of one, of several the same, or of one
// that the reader missed.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) {
	if !s.parsed(w, r) {
		return
	}
	id := r.PathValue("id")
	mends, err := mendsOf(r.PostForm)
	if err != nil {
		s.fail(w, r, http.StatusBadRequest, err.Error())
		return
	}
	items, err := s.Archive.Correct(r.Context(), id, author(r), mends...)
	to := "/reports/" + url.PathEscape(id)
	if len(items) > 0 {
		to += "#" + url.PathEscape(items[0])
	}
	s.changed(w, r, err, to)
}

// mendsOf reads a form. Its items are ids, each with the place of its words; without any a record is added, unless the form
// is the one that judges those that are ticked.
func mendsOf(form url.Values) ([]archive.Mend, error) {
	mend := archive.Mend{Changes: map[string]string{}, Note: form.Get("note")}
	for _, field := range archive.Fields() {
		if v, ok := form[field]; ok {
			mend.Changes[field] = strings.ReplaceAll(v[0], "\r\n", "\n")
		}
	}
	if len(form["item"]) == 0 {
		if mend.Changes[archive.Type] == "" {
			return nil, badQuestion("Tick the records first that are to be accepted or rejected.")
		}
		return []archive.Mend{mend}, nil
	}
	out := make([]archive.Mend, len(form["item"]))
	for i, item := range form["item"] {
		name, place, _ := strings.Cut(item, " ")
		start, err := strconv.Atoi(place)
		if err != nil {
			return nil, badQuestion("The form is broken; open the report again.")
		}
		out[i] = mend
		out[i].Item, out[i].Start = name, start
	}
	return out, nil
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
		http.Redirect(w, r, to, http.StatusSeeOther)
	case mistaken(err):
		s.fail(w, r, http.StatusBadRequest, sentenceOf(err))
	default:
		s.failWith(w, r, err)
	}
}
