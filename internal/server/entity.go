package server

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"varta"
	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// entityView is what the archive and the registry know of somebody.
type entityView struct {
	view
	ID, Name string
	Person   bool
	// Shared are the two that have the code, where it is asked for and not one of them.
	Shared  []string
	Terms   []tenure
	Members []tenure
	// Memberships are those of a state or organisation in others.
	Memberships []tenure
	Chairs      []tenure
	Acts        []record.Act
	Statements  []store.FoundStatement
	About       []store.FoundStatement
	Facts       []store.FoundFact
	Met         []named
}

func (s *Server) entityPage(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if to := s.actsAt(id); to != "" {
		http.Redirect(w, r, to, http.StatusSeeOther)
		return
	}
	v, err := remembered(r.Context(), s.memo, "entity "+id, store.Query{}, func(ctx context.Context) (entityView, error) { return s.entity(ctx, id) })
	switch {
	case err == nil:
		s.show(w, r, http.StatusOK, "entity", page{Title: v.Name, Here: "entities", Data: v})
	case mistaken(err):
		s.fail(w, r, http.StatusNotFound, "Nobody of that name or code is in the tables.")
	default:
		s.failWith(w, r, err)
	}
}

// actsAt is the address of the acts at a place, by its number in GeoNames: a place does nothing itself. By its name, where
// that means no other one.
func (s *Server) actsAt(id string) string {
	if strings.Trim(id, "0123456789") != "" {
		return ""
	}
	found, err := s.Reader.Registry().Find(id)
	if err != nil || len(found) != 1 || found[0].Kind != "place" {
		return ""
	}
	place := found[0].Name
	if q, err := s.Archive.Resolve(archive.Question{Of: store.Acts, Place: place}); err != nil || q.Place != place {
		place = id
	}
	return address("/acts", url.Values{"place": {place}})
}

// few is how many rows of each kind the page of an entity shows.
const few = 20

func (s *Server) entity(ctx context.Context, id string) (entityView, error) {
	q, err := s.Archive.Resolve(archive.Question{Of: store.Acts, Parties: []string{id}, Limit: few})
	if err != nil {
		return entityView{}, err
	}
	who := q.Parties[0]
	out := entityView{view: view{Path: "/entities/" + id, Values: url.Values{"party": {id}}}, ID: cmp.Or(who.Code, who.Entity)}
	out.Person = strings.HasPrefix(out.ID, "person:")
	if err := s.call(ctx, &out, who); err != nil {
		return out, err
	}
	s.registered(&out, who)
	return out, together(
		func() error {
			acts, err := s.Archive.FindActs(ctx, q)
			out.Acts = acts.Items
			return err
		},
		func() (err error) {
			out.Statements, err = s.statements(ctx, archive.Question{Speaker: id})
			return err
		},
		func() (err error) {
			out.About, err = s.statements(ctx, archive.Question{About: id})
			return err
		},
		func() error {
			facts, err := s.Archive.FindFacts(ctx, q)
			out.Facts = facts.Items
			return err
		},
		func() error {
			met, err := s.met(ctx, q, out.Terms)
			out.Met = s.partners(met)
			return err
		})
}

// call names an entity. Of two that share a code each has its own name, the code both.
func (s *Server) call(ctx context.Context, v *entityView, who store.Party) error {
	state, organisation, err := s.Archive.Shared(who.Code)
	switch {
	case err != nil:
		return err
	case who.Named != "":
		v.Name = organisation
	case who.Without != "":
		v.Name = state
	case state != "":
		v.Shared = []string{state, organisation}
		v.Name = state + ", " + organisation
	default:
		v.Name, err = s.named(ctx, v.ID)
	}
	return err
}

// together does things side by side.
func together(list ...func() error) error {
	errs := make([]error, len(list))
	var wait sync.WaitGroup
	for i, do := range list {
		wait.Go(func() { errs[i] = do() })
	}
	wait.Wait()
	return errors.Join(errs...)
}

// named is a count with a name for its key.
type named struct {
	store.Count
	Name string
}

func (s *Server) partners(list []store.Count) []named {
	codes, err := s.Archive.Codes()
	if err != nil {
		return nil // the archive has told it already
	}
	out := make([]named, len(list))
	for i, c := range list {
		out[i] = named{c, fullName(codes, c.Key)}
	}
	return out
}

// met are those with whom somebody met most, other than those for whom it acts. Of whom meets often the count of all pairs has
// enough.
func (s *Server) met(ctx context.Context, q store.Query, terms []tenure) ([]store.Count, error) {
	var out []store.Count
	who := q.Parties[0]
	id := cmp.Or(who.Code, who.Entity)
	pairs := s.allPairs()
	if who.Named != "" || who.Without != "" {
		pairs = nil // which are of codes
	}
	for _, p := range pairs {
		a, b, _ := strings.Cut(p.Key, " ")
		if b == id {
			a, b = b, a
		}
		if a == id && len(out) < few {
			p.Key = b
			out = append(out, p)
		}
	}
	if len(out) == few {
		return out, nil
	}
	q.Types = []string{meeting}
	counts, err := s.stats(ctx, q, "party")
	return slices.DeleteFunc(slices.Clone(counts), func(c store.Count) bool {
		return c.Key == id || slices.ContainsFunc(terms, func(t tenure) bool { return t.Code == c.Key })
	}), err
}

func (s *Server) statements(ctx context.Context, q archive.Question) ([]store.FoundStatement, error) {
	q.Of, q.Limit, q.Sort = store.Statements, few, "published"
	asked, err := s.Archive.Resolve(q)
	if err != nil {
		return nil, err
	}
	found, err := s.Archive.FindStatements(ctx, asked)
	return found.Items, err
}

// named is the name of an entity as reports or tables give it.
func (s *Server) named(ctx context.Context, id string) (string, error) {
	codes, err := s.Archive.Codes()
	if err != nil {
		return "", err
	}
	if name := fullName(codes, id); name != id {
		return name, nil
	}
	if terms := s.Reader.Registry().Offices(id, ""); len(terms) > 0 {
		return terms[0].Name, nil
	}
	name, err := s.Archive.Name(ctx, id)
	if name == "" {
		name = id
	}
	return name, err
}

// tenure is a term as a page shows it, with the names of both sides.
type tenure struct {
	varta.Tenure
	Of string
}

// registered adds what the tables know: the offices of a person, the members and chairs of an organisation, the
// memberships of a state.
func (s *Server) registered(v *entityView, who store.Party) {
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
	if who.Without == "" {
		v.Members, v.Chairs = terms(r.Members(v.ID, "")), terms(r.Chair(v.ID, ""))
	}
	if who.Named == "" {
		v.Memberships = terms(r.Memberships(v.ID, ""))
	}
}
