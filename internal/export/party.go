package export

import (
	"slices"
	"strings"

	"varta/record"
)

// known is a code, empty when it is unknown.
func known(code string) string {
	if code == record.Unknown {
		return ""
	}
	return code
}

// nameOf is the English name of a code, the code itself where the tables have none.
func (j *job) nameOf(code string) string {
	if s, ok := j.codes.States[code]; ok {
		return s.Name
	}
	if b, ok := j.body(code); ok {
		return b.Name
	}
	return known(code)
}

// body is the organisation or group of a code.
func (j *job) body(code string) (record.BodyCodes, bool) {
	if b, ok := j.codes.Organisations[code]; ok {
		return b, true
	}
	b, ok := j.codes.Groups[code]
	return b, ok
}

// place says whether a party is a place that stands for its state ("Delhi protested", "Goa was visited"): its ID is a number
// of GeoNames, the code of a region in its state (IN.33) or that of a spot (place:chushul).
func place(a *record.Actor) bool {
	id := string(a.ID)
	if id == "" {
		return false
	}
	_, rest, ok := strings.Cut(id, ".")
	return digits(id) || ok && digits(rest) && len(id)-len(rest) == len("IN.") || strings.HasPrefix(id, "place:")
}

func digits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// label is how a party is called: by its own name, unless it is a place that stands for its state.
func (j *job) label(a *record.Actor) string {
	if a.Name != "" && !place(a) {
		return string(a.Name)
	}
	return j.nameOf(a.Code)
}

// key tells parties of an act apart as event data does: by whom they act for and in which role. Two ministers of one
// government are one actor there.
func key(a *record.Actor) string {
	if a.Code != record.Unknown {
		return a.Code + "\t" + string(a.Sector)
	}
	return "\t" + string(a.ID) + "\t" + string(a.Name)
}

// named leaves out parties of whom nothing is known beside others of whom something is: "some guests" are no row and no
// element of a list.
func named(parties []record.Actor) []record.Actor {
	nobody := func(a record.Actor) bool {
		return known(a.Code) == "" && a.ID == "" && a.Name == "" && a.Sector == "" && a.Office == ""
	}
	if !slices.ContainsFunc(parties, nobody) {
		return parties
	}
	return slices.DeleteFunc(slices.Clone(parties), nobody)
}

// distinct keeps the first party of each key.
func distinct(parties []record.Actor) []*record.Actor {
	var out []*record.Actor
	for i := range parties {
		p := &parties[i]
		if !slices.ContainsFunc(out, func(o *record.Actor) bool { return key(o) == key(p) }) {
			out = append(out, p)
		}
	}
	return out
}

// dyad is a pair of which the first acts towards the second; either may be nil.
type dyad struct{ from, to *record.Actor }

// coded is a dyad with the CAMEO code of what the first does to the second.
type coded struct {
	dyad
	code string
}

// Codes of a visit: who goes, and who receives him. The actors of an act are the guests, whoever the report speaks of.
const guest, hosting = "042", "043"

// dyads expands an act into the pairs that dyadic event data counts. Parties of a mutual act without a recipient face
// each other in both directions, visitor and host with a code each; other acts without a recipient have no target.
func dyads(a *record.Act) []coded {
	sources, targets := distinct(named(a.Actors)), distinct(named(a.Recipients))
	visit := a.CAMEO == guest || a.CAMEO == hosting
	if len(targets) == 0 && len(sources) > 1 && mutual(a) {
		return facing(sources, a.CAMEO)
	}
	if len(sources) == 0 {
		sources = []*record.Actor{nil}
	}
	if len(targets) == 0 {
		targets = []*record.Actor{nil}
	}
	out := make([]coded, 0, len(sources)*len(targets))
	for _, s := range sources {
		for _, t := range targets {
			switch {
			case visit && s != nil && t != nil:
				out = append(out, coded{dyad{s, t}, guest}, coded{dyad{t, s}, hosting})
			default:
				out = append(out, coded{dyad{s, t}, a.CAMEO})
			}
		}
	}
	return out
}

func facing(parties []*record.Actor, code string) []coded {
	out := make([]coded, 0, len(parties)*(len(parties)-1))
	for _, s := range parties {
		for _, t := range parties {
			if s != t {
				out = append(out, coded{dyad{s, t}, code})
			}
		}
	}
	return out
}

// signed is the CAMEO code of a formal agreement: SUPPORT in PLOVER, and mutual.
const signed = "057"

// mutual says whether all actors of an act do it to each other.
func mutual(a *record.Act) bool {
	return a.Type == "CONSULT" || a.Type == "AGREE" || a.Type == "COOPERATE" || a.CAMEO == signed
}

// join writes a list in one cell.
func join[T any](list []T, each func(*T) string) string {
	cells := make([]string, len(list))
	for i := range list {
		cells[i] = each(&list[i])
	}
	return strings.Join(cells, "; ")
}

// codesOf are the codes of parties that are known, each once.
func codesOf(parties []record.Actor) []string {
	out := []string{}
	for _, p := range parties {
		if c := known(p.Code); c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}
