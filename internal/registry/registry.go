package registry

import (
	"cmp"
	"slices"
	"sync"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/names"
	"varta/record"
)

// Tenure says who was what of whom, from when to when.
type Tenure struct {
	// ID is a person's id, or the code of a state that presides or is a member.
	ID     string `json:"id"`
	Name   string `json:"name"`
	NameHi string `json:"name_hi"`
	// Office is the English title, "chair" or "member"; OfficeID its row in offices.tsv.
	Office   string `json:"office"`
	OfficeID string `json:"office_id"`
	// Code is the state or organisation whose office it is, At where an envoy is sent.
	Code      string      `json:"code"`
	At        record.Null `json:"at"`
	Since     record.Null `json:"since"`
	Until     record.Null `json:"until"`
	Certainty string      `json:"certainty"`
}

// covers says whether the tenure has a day in common with a date, empty for any.
func (t *Tenure) covers(date string) bool {
	return date == "" || knowledge.Overlap(string(t.Since), string(t.Until), date, date)
}

// Registry answers questions. It is read-only after New and safe for concurrent use.
type Registry struct {
	k        *knowledge.Base
	byOffice map[post][]Tenure // in the order of time
	byPerson map[string][]Tenure
	sent     map[string]bool // offices of envoys, whose rows say where they are sent
	names    phrases
	index    func() *names.Index // made when a name is first not found
}

// post is an office of a state or organisation. Offices that are one and the same (secretary of state, foreign minister)
// share it.
type post struct{ office, code string }

// New indexes the tables.
func New(k *knowledge.Base) *Registry {
	r := &Registry{k: k, byOffice: map[post][]Tenure{}, byPerson: map[string][]Tenure{}, sent: map[string]bool{}}
	for i := range k.Items {
		if k.Items[i].Kind == doc.Person {
			r.addPerson(&k.Items[i])
		}
	}
	for p, list := range r.byOffice {
		slices.SortStableFunc(list, func(a, b Tenure) int { return cmp.Compare(a.Since, b.Since) })
		if o := k.Item(doc.Office, p.office); o != nil && o.Single {
			closeTerms(list)
		}
		for _, t := range list {
			r.byPerson[t.ID] = append(r.byPerson[t.ID], t)
		}
	}
	for _, list := range r.byPerson {
		slices.SortStableFunc(list, func(a, b Tenure) int {
			return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.OfficeID, b.OfficeID))
		})
	}
	r.names = namesOf(k)
	r.index = sync.OnceValue(r.spellings)
	return r
}

func (r *Registry) addPerson(it *knowledge.Item) {
	for _, t := range it.Terms {
		p := post{r.office(t.Office), t.Code}
		r.byOffice[p] = append(r.byOffice[p], Tenure{
			ID: it.ID, Name: it.English, NameHi: it.Hindi, Office: r.title(t.Office), OfficeID: t.Office, Code: t.Code, At: record.Null(t.At),
			Since: record.Null(t.Since), Until: record.Null(t.Until), Certainty: certainty(t.Likely),
		})
		if t.At != "" {
			r.sent[p.office] = true
		}
	}
}

// closeTerms ends a term without an end where the next one begins that somebody else has.
func closeTerms(list []Tenure) {
	for i := range list {
		for j := i + 1; j < len(list) && list[i].Until == ""; j++ {
			if list[j].ID != list[i].ID && list[j].At == list[i].At && list[j].Since > list[i].Since {
				list[i].Until, list[i].Certainty = list[j].Since, certainty(true)
			}
		}
	}
}

func certainty(likely bool) string {
	if likely {
		return "likely"
	}
	return "sure"
}

// office is the one that an office is the same as.
func (r *Registry) office(id string) string {
	if o := r.k.Item(doc.Office, id); o != nil && o.SameAs != "" {
		return o.SameAs
	}
	return id
}

func (r *Registry) title(id string) string {
	if o := r.k.Item(doc.Office, id); o != nil {
		return o.English
	}
	return id
}

// Holders are those who held an office (an id of offices.tsv) of a state or organisation at a date, all that are known
// for an empty date, the last to take office last.
func (r *Registry) Holders(office, code, date string) []Tenure {
	return at(r.byOffice[post{r.office(office), code}], date)
}

// Offices are those that a person (an id of people.tsv) held at a date.
func (r *Registry) Offices(person, date string) []Tenure { return at(r.byPerson[person], date) }

// Members are those of an organisation at a date.
func (r *Registry) Members(org, date string) []Tenure {
	it := r.k.Item(doc.Organisation, org)
	if it == nil {
		return nil
	}
	return at(r.tenures(it, "member", it.Members), date)
}

// Memberships are the organisations of which a state, or another, was a member at a date.
func (r *Registry) Memberships(code, date string) []Tenure {
	var out []Tenure
	for i := range r.k.Items {
		org := &r.k.Items[i]
		if org.Kind != doc.Organisation {
			continue
		}
		for _, m := range org.Members {
			if m.Code == code {
				out = append(out, r.tenures(org, "member", []knowledge.Member{m})...)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Tenure) int { return cmp.Compare(a.Since, b.Since) })
	return at(out, date)
}

// Chair is who presided over an organisation at a date.
func (r *Registry) Chair(org, date string) []Tenure {
	it := r.k.Item(doc.Organisation, org)
	if it == nil {
		return nil
	}
	list := r.tenures(it, "chair", it.Chairs)
	closeTerms(list)
	return at(list, date)
}

func (r *Registry) tenures(org *knowledge.Item, office string, members []knowledge.Member) []Tenure {
	out := make([]Tenure, 0, len(members))
	for _, m := range members {
		t := Tenure{ID: m.Code, Name: m.Code, Office: office, OfficeID: office, Code: org.ID, Since: record.Null(m.Since), Until: record.Null(m.Until), Certainty: certainty(m.Likely)}
		for _, kind := range []doc.MentionType{doc.State, doc.Organisation, doc.Group} {
			if it := r.k.Item(kind, m.Code); it != nil {
				t.Name, t.NameHi = it.English, it.Hindi
				break
			}
		}
		out = append(out, t)
	}
	return out
}

// at keeps the tenures that cover a date.
func at(list []Tenure, date string) []Tenure {
	var out []Tenure
	for i := range list {
		if list[i].covers(date) {
			out = append(out, list[i])
		}
	}
	return out
}
