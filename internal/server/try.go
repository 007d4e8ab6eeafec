package server

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"varta"
	"varta/record"
)

// reading is a report with its record, laid out for the reader's page.
type reading struct {
	Text, Published string
	Record          *record.Record
	Paragraphs      []paragraph
	Problem         string
}

// tryPage shows the form, and with a text what the reader makes of it. Nothing is stored.
func (s *Server) tryPage(w http.ResponseWriter, r *http.Request) {
	in := reading{}
	status := http.StatusOK
	if r.Method == http.MethodPost {
		if !s.parsed(w, r) {
			return
		}
		in.Text, in.Published = r.PostFormValue("text"), r.PostFormValue("published")
		if file := dropped(r); file != "" {
			in.Text = file
		}
		status = s.study(r, &in)
	}
	s.show(w, r, status, "try", page{Title: "Try", Here: "try", Data: in})
}

// parsed reads the form of a request; where it can't, the answer has been given.
func (s *Server) parsed(w http.ResponseWriter, r *http.Request) bool {
	err := r.ParseForm()
	if err == nil {
		err = r.ParseMultipartForm(maxBody)
	}
	if err == nil || errors.Is(err, http.ErrNotMultipart) {
		return true
	}
	s.fail(w, r, http.StatusBadRequest, "The form is broken: "+err.Error())
	return false
}

// dropped is the text of a file that came with the form. The browser's line ends are those of the file.
func dropped(r *http.Request) string {
	f, _, err := r.FormFile("file")
	if err != nil {
		return ""
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxBody))
	if err != nil {
		return ""
	}
	return string(b)
}

func (s *Server) study(r *http.Request, in *reading) int {
	in.Text = strings.ReplaceAll(in.Text, "\r\n", "\n")
	rec, study, err := s.Reader.Study(r.Context(), varta.Report{ID: "report", Text: in.Text, Published: in.Published})
	if err != nil {
		in.Problem = complaint(err)
		return http.StatusUnprocessableEntity
	}
	in.Record, in.Paragraphs = rec, paragraphs(in.Text, study, rec)
	return http.StatusOK
}

// complaint says in a sentence why a text was not read and what helps.
func complaint(err error) string {
	for _, c := range []struct {
		err  error
		says string
	}{
		{varta.ErrEmpty, "There is no text. Paste a report or drop a file."},
		{varta.ErrHTML, "This is a web page, not a text. Paste the words of the article alone."},
		{varta.ErrUnsupportedLanguage, "The report is in a language that Varta does not read."},
		{varta.ErrBadDate, "The date of publication must be like 2021-07-28."},
	} {
		if errors.Is(err, c.err) {
			return fmt.Sprintf("%s (%v)", c.says, err)
		}
	}
	return err.Error()
}
