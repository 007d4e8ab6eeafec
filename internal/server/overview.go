package server

import (
	"context"

	"varta"
	"varta/internal/store"
	"varta/record"
)

// overview is what pages show beside a list of acts: how many there are of each kind, and in each month.
type overview struct {
	Counts map[string][]store.Count
	Months density
}

// groups are what an overview counts.
var groups = [...]string{"type", "status", "party", "place", "year", "month type"}

// mostCounts is how many values of a facet a page shows.
const mostCounts = 12

// overview counts the acts that a question asks for.
func (s *Server) overview(ctx context.Context, q store.Query) (overview, error) {
	q.Limit, q.Cursor, q.Sort = mostCounts, "", ""
	return lasting(ctx, s, "overview", q, func(ctx context.Context) (overview, error) {
		codes, err := s.Archive.Codes()
		if err != nil {
			return overview{}, err
		}
		counts, err := s.Archive.Tally(ctx, q, groups[:]...)
		return overviewOf(counts, codes), err
	})
}

func overviewOf(counts map[string][]store.Count, codes *record.Codes) overview {
	months := densityOf(counts["month type"], codes)
	delete(counts, "month type")
	return overview{counts, months}
}

// frequentParty is in how many acts a party takes part that is counted ahead; fewer take no time.
const frequentParty = 500

// overviews counts the same for each frequent party in one pass, and keeps it in the archive.
func (s *Server) overviews(ctx context.Context) error {
	codes, err := s.Archive.Codes()
	if err != nil {
		return err
	}
	q := store.Query{Of: store.Acts, Limit: mostCounts}
	state := s.state()
	all, err := keyOf(varta.Version+" overviews", q)
	if err != nil {
		return err
	}
	if kept, err := s.Archive.Kept(ctx, all, state); err != nil || kept != nil {
		return err
	}
	parties, err := s.Archive.TallyParties(ctx, q, frequentParty, groups[:]...)
	if err != nil {
		return err
	}
	counts := map[string]any{all: len(parties)}
	for code, of := range parties {
		q.Parties = []store.Party{{Code: code}}
		name, err := keyOf(varta.Version+" overview", q)
		if err != nil {
			return err
		}
		counts[name] = overviewOf(of, codes)
	}
	s.keep(ctx, state, counts)
	return nil
}

// facet counts acts by one of their properties; a click narrows the list to one.
type facet struct {
	Label, Name string
	Counts      []named
}

func (s *Server) facets(ctx context.Context, q store.Query) ([]facet, error) {
	all, err := s.overview(ctx, q)
	if err != nil {
		return nil, err
	}
	codes, err := s.Archive.Codes()
	if err != nil {
		return nil, err
	}
	out := []facet{{Label: "Type", Name: "type"}, {Label: "Status", Name: "status"}, {Label: "Party", Name: "party"}, {Label: "Place", Name: "place"}, {Label: "Year", Name: "year"}}
	for i := range out {
		for _, c := range all.Counts[out[i].Name] {
			if c.Key != "" && c.Key != record.Unknown {
				out[i].Counts = append(out[i].Counts, named{c, nameOf(codes, c.Key)})
			}
		}
	}
	return out, nil
}
