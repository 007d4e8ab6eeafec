package server

import (
	"net/http"
	"strings"

	"varta/internal/merge"
	"varta/record"
)

// actView is an act with the reports that tell it and the acts that took place at it.
type actView struct {
	Act    *record.Act
	Titles map[string]string // of the reports, by their ids
	Beside []*record.Act
	// Reasons say why tellings are of this act: see why.
	Reasons map[[2]string][]merge.Reason
}

// Several says whether more than one report tells the act.
func (v actView) Several() bool { return reportsOf(v.Act) > 1 }

// why are the reasons for which the event of a report is of the act; those that were joined by hand have none.
func why(reasons map[[2]string][]merge.Reason, report, event string) []merge.Reason {
	return reasons[[2]string{report, event}]
}

func (s *Server) actPage(w http.ResponseWriter, r *http.Request) {
	ctx, id := r.Context(), r.PathValue("id")
	v := actView{}
	var err error
	if v.Act, err = s.Archive.Act(ctx, id); err == nil {
		v.Titles, err = s.Archive.Titles(ctx, v.Act)
	}
	if err == nil {
		v.Beside, err = s.Archive.Beside(ctx, id)
	}
	if err == nil && v.Several() {
		v.Reasons, err = s.reasons(r, id)
	}
	if err != nil {
		s.failWith(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "act", page{Title: actTitle(v.Act), Here: "acts", Data: v})
}

func (s *Server) reasons(r *http.Request, id string) (map[[2]string][]merge.Reason, error) {
	explained, err := s.Archive.Explain(r.Context(), id)
	if err != nil {
		return nil, err
	}
	out := map[[2]string][]merge.Reason{}
	for _, m := range explained.Members {
		if !m.Leads {
			out[[2]string{m.Report, m.Event.ID}] = m.Verdict.Reasons
		}
	}
	return out, nil
}

// actTitle names an act in a line: CONSULT: Rajnath Singh (IND), TJK.
func actTitle(a *record.Act) string {
	names := actorNames(a.Actors)
	if len(a.Recipients) > 0 {
		names += " → " + actorNames(a.Recipients)
	}
	return a.Type + ": " + names
}

// mostNames is how many parties a title names.
const mostNames = 4

func actorNames(actors []record.Actor) string {
	var names []string
	for _, a := range actors {
		name := a.Code
		if a.Name != "" && string(a.Name) != a.Code {
			name = string(a.Name)
		}
		names = append(names, name)
	}
	if len(names) > mostNames {
		names = append(names[:mostNames-1], "…")
	}
	return strings.Join(names, ", ")
}
