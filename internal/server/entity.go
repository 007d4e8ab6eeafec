package server

import "varta"

// tenure is a term as a page shows it, with the names of both sides.
type tenure struct {
	varta.Tenure
	Of string
}

// registered adds what the tables know: the offices of a person, the members and chairs of an organisation, the
// memberships of a state.
func (s *Server) registered(v *entityView) {
	r := s.Reader.Registry()
	codes, err := s.Archive.Codes()
	if err != nil {
		return // the archive has told it already
	}
	terms := func(list []varta.Tenure) []tenure {
		out := make([]tenure, len(list))
		for i, t := range list {
			of := codes.Organisations[t.Code].Name
			if of == "" {
				of = nameOf(codes, t.Code)
			}
			out[i] = tenure{t, of}
		}
		return out
	}
	if v.Person {
		v.Terms = terms(r.Offices(v.ID, ""))
		return
	}
	v.Members, v.Chairs = terms(r.Members(v.ID, "")), terms(r.Chair(v.ID, ""))
}
