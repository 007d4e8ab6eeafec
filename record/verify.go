package record

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
)

// Verify says whether every quote of a record is what the text of its report has at that place. It returns all
// differences, joined.
func Verify(r *Record, text string) error {
	v := &verifier{text: text}
	if sum := sha256.Sum256([]byte(text)); r.Report.SHA256 != "" && r.Report.SHA256 != hex.EncodeToString(sum[:]) {
		v.errs = append(v.errs, fmt.Errorf("report: sha256 differs: this is another text"))
	}
	for _, e := range r.Events {
		v.quotes(e.ID, e.Evidence)
		v.parties(e.ID, append(e.Actors[:len(e.Actors):len(e.Actors)], e.Recipients...))
		if e.Date != nil {
			v.quote(e.ID+" date", e.Date.Start, e.Date.End, e.Date.Text)
		}
		if e.Place != nil {
			v.quote(e.ID+" place", e.Place.Start, e.Place.End, e.Place.Text)
		}
	}
	for _, s := range r.Statements {
		v.quotes(s.ID, s.Evidence)
		v.span(s.ID+" content", s.Content.Start, s.Content.End)
		v.parties(s.ID, append(s.Addressees[:len(s.Addressees):len(s.Addressees)], s.Speaker))
	}
	for _, f := range r.Facts {
		v.quotes(f.ID, f.Evidence)
		v.parties(f.ID, []Party{f.Subject, f.Object})
	}
	for _, m := range r.Mentions {
		v.quote("mention", m.Start, m.End, m.Text)
	}
	for _, n := range r.Notes {
		v.quote("note "+n.Code, n.Start, n.End, n.Text)
	}
	return errors.Join(v.errs...)
}

type verifier struct {
	text string
	errs []error
}

func (v *verifier) span(what string, start, end int) bool {
	if start < 0 || end < start || end > len(v.text) {
		v.errs = append(v.errs, fmt.Errorf("%s: %d..%d lies outside the text of %d bytes", what, start, end, len(v.text)))
		return false
	}
	return true
}

func (v *verifier) quote(what string, start, end int, quote string) {
	if v.span(what, start, end) && v.text[start:end] != quote {
		v.errs = append(v.errs, fmt.Errorf("%s: %d..%d reads %q, not %q", what, start, end, v.text[start:end], quote))
	}
}

func (v *verifier) quotes(id string, evidence []Evidence) {
	for _, e := range evidence {
		v.quote(id, e.Start, e.End, e.Quote)
	}
}

// parties checks where the parties stand; their text may be the name that a pronoun there means.
func (v *verifier) parties(id string, parties []Party) {
	for _, p := range parties {
		v.span(id+" party "+p.Text, p.Start, p.End)
	}
}
