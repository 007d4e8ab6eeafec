package registry

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"varta/internal/doc"
	"varta/record"
)

// UnknownError is the error of a question that names nobody whom the tables have.
type UnknownError struct {
	Name string
	// Near are names that the tables have, the nearest first.
	Near []string
	Why  string
}

func (e *UnknownError) Error() string {
	s := fmt.Sprintf("%q: %s", e.Name, e.Why)
	if len(e.Near) > 0 {
		s += "; near: " + strings.Join(e.Near, ", ")
	}
	return s
}

// ErrDate is what the error of a question about a date is that is none.
var ErrDate = errors.New("not an ISO date")

// checkDate refuses what is neither empty nor a date: dates are compared as text.
func checkDate(date string) error {
	if _, _, ok := record.Days(date); date != "" && !ok {
		return fmt.Errorf("%w: %q, want a day, month or year: 2021-07-28, 2021-07 or 2021", ErrDate, date)
	}
	return nil
}

// Ask answers who holds or held an office ("Russian defence minister", "SCO chair") or what somebody is or was
// ("राजनाथ सिंह"), at a date or, for an empty date, ever. A name that is spelt in another way than in the tables counts when
// only one can be meant. The error is an *UnknownError, or [ErrDate].
func (r *Registry) Ask(text, date string) ([]Tenure, error) {
	if err := checkDate(date); err != nil {
		return nil, err
	}
	q := r.parse(text)
	if q.unknown != "" {
		part := q.unknown
		if len(q.offices)+len(q.owners) == 0 {
			part = text
		}
		it := r.meant(part)
		if it == nil {
			return nil, &UnknownError{part, r.near(part), "no name or title in the tables"}
		}
		text = strings.Replace(text, part, it.English, 1)
		q = r.parse(text)
	}
	switch {
	case q.unknown != "":
		return nil, &UnknownError{q.unknown, r.near(q.unknown), "no name or title in the tables"}
	case len(q.people) > 0 && (len(q.offices) == 0 || len(q.owners) == 0 || !r.ambiguous(q)):
		return r.askPerson(text, q, date)
	case q.titles > 1:
		return nil, &UnknownError{Name: text, Why: "more than one title: ask for one"}
	case len(q.offices) > 0:
		return r.askTitle(text, q, date)
	case len(q.owners) > 0:
		return nil, &UnknownError{Name: text, Why: "say which office: a title, or \"chair\"; varta members lists who belongs"}
	}
	return nil, &UnknownError{text, r.near(text), "no name or title in the tables"}
}

// ambiguous says whether the people of a question may be its title alone (शाह, a king or a last name).
func (r *Registry) ambiguous(q question) bool {
	return slices.ContainsFunc(q.people, func(n int32) bool {
		hi := strings.Fields(r.k.Items[n].Hindi)
		return slices.ContainsFunc(q.offices, func(o string) bool {
			return len(hi) > 0 && r.k.Item(doc.Office, o) != nil && strings.Contains(r.k.Item(doc.Office, o).Hindi, hi[len(hi)-1])
		})
	})
}

func (r *Registry) askPerson(text string, q question, date string) ([]Tenure, error) {
	var out []Tenure
	for i, n := range q.people {
		if slices.Contains(q.people[:i], n) {
			continue
		}
		for _, t := range r.Offices(r.k.Items[n].ID, date) {
			if len(q.owners) == 0 || slices.Contains(q.owners, t.Code) {
				out = append(out, t)
			}
		}
	}
	if len(out) == 0 {
		return nil, &UnknownError{Name: text, Why: "in no office that the tables have" + on(date)}
	}
	return out, nil
}

func on(date string) string {
	if date == "" {
		return ""
	}
	return " on " + date
}

func (r *Registry) askTitle(text string, q question, date string) ([]Tenure, error) {
	owners, sent := q.split(r)
	for _, owners := range [][]string{owners, r.parts(owners, r.own(q.offices))} {
		if out := r.holdersOf(q.offices, owners, sent, date); len(out) > 0 {
			return out, nil
		}
	}
	if len(owners) > 0 {
		return nil, &UnknownError{Name: text, Why: "the tables have nobody in that office" + on(date)}
	}
	for _, owners := range [][]string{r.within(text), r.few(q.offices, date)} {
		if out := r.holdersOf(q.offices, owners, sent, date); len(out) > 0 {
			return out, nil
		}
	}
	return nil, &UnknownError{Name: text, Why: "say whose office: a state or an organisation with the title"}
}

func (r *Registry) holdersOf(offices, owners, sent []string, date string) []Tenure {
	var out []Tenure
	for _, code := range owners {
		for _, t := range r.holders(offices, code, date) {
			if len(sent) == 0 || slices.Contains(sent, string(t.At)) {
				out = append(out, t)
			}
		}
	}
	return out
}

// split parts the states of an envoy's title: in English the one that sends comes first (Indian ambassador to China), else
// a marker of place tells where the envoy is.
func (q *question) split(r *Registry) (owners, sent []string) {
	if !slices.ContainsFunc(q.offices, func(o string) bool { return r.sent[r.office(o)] }) || len(q.owners) < 2 {
		return q.owners, nil
	}
	if len(q.sent) == 0 {
		return q.owners[:1], q.owners[1:]
	}
	for _, c := range q.owners {
		if !slices.Contains(q.sent, c) {
			owners = append(owners, c)
		}
	}
	return owners, q.sent
}

// own are the codes of offices that only one state or organisation has (पोप). Where the titles of a state alone are also
// those of many (रक्षा मंत्री, secretary of defense), the owner is open.
func (r *Registry) own(offices []string) []string {
	var own, scopes []string
	open := false
	for _, o := range offices {
		switch it := r.k.Item(doc.Office, o); {
		case it.Code != "":
			own = append(own, it.Code)
		case isCode(it.Scope):
			scopes = append(scopes, it.Scope)
		default:
			open = true
		}
	}
	if len(own) == 0 && !open {
		own = scopes
	}
	slices.Sort(own)
	return slices.Compact(own)
}

// parts are those of some codes that are parts of the owners (the UN's high commissioner is the UNHCR's); all where no owner
// is named.
func (r *Registry) parts(owners, codes []string) []string {
	if len(owners) == 0 {
		return codes
	}
	var out []string
	for _, c := range codes {
		if it := r.k.Item(doc.Organisation, c); it != nil && slices.Contains(owners, it.Parent) {
			out = append(out, c)
		}
	}
	return out
}

// within are the owners that words inside a title name (लोकसभा अध्यक्ष, White House press secretary).
func (r *Registry) within(text string) []string {
	words := r.words(text)
	for i := range words {
		for n := len(words) - i; n > 0; n-- {
			names, m := r.nameAt(words[i : i+n])
			if code := owner(r.k, names); m == n && code != "" {
				return []string{code}
			}
		}
	}
	return nil
}

// few are the states and organisations of which the tables have holders of an office at a date, if they are not many
// (चीफ ऑफ डिफेंस स्टाफ).
func (r *Registry) few(offices []string, date string) []string {
	var out []string
	for p, list := range r.byOffice {
		if slices.ContainsFunc(offices, func(o string) bool { return r.office(o) == p.office }) && len(at(list, date)) > 0 {
			out = append(out, p.code)
		}
	}
	if len(out) > 3 {
		return nil
	}
	slices.Sort(out)
	return out
}

// holders are those of any reading of a title that the owner can have. Where there are none, its head is meant (the chief of
// the IAEA, its director general; the leader of Saudi Arabia, its king).
func (r *Registry) holders(offices []string, code, date string) []Tenure {
	var out []Tenure
	var seen []string
	for _, o := range r.readings(offices, code) {
		if o == "chair" || o == "president" {
			out = append(out, r.Chair(code, date)...)
		}
		if id := r.office(o); !slices.Contains(seen, id) {
			seen = append(seen, id)
			out = append(out, r.Holders(id, code, date)...)
		}
	}
	switch {
	case len(out) > 0:
	case slices.Contains(seen, "leader") || r.k.Item(doc.State, code) == nil && (slices.Contains(seen, "chair") || slices.Contains(seen, "president")):
		return r.heads(code, date)
	case slices.Contains(seen, "president"): // a state without one may have a leader of another title
		out = append(r.Holders("leader", code, date), r.Holders("chair", code, date)...)
	}
	return out
}

// heads are those who lead a state or organisation, whatever their title.
func (r *Registry) heads(code, date string) []Tenure {
	state := r.k.Item(doc.State, code) != nil
	var out []Tenure
	for p := range r.byOffice {
		if o := r.k.Item(doc.Office, p.office); p.code == code && o != nil && o.Head && (!state || o.Rank == "3") {
			out = append(out, r.Holders(p.office, code, date)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Tenure) int { return strings.Compare(string(a.Since)+a.ID, string(b.Since)+b.ID) })
	return out
}

// readings are the offices that a title means for an owner: those that it alone has, else those that many have.
func (r *Registry) readings(offices []string, code string) []string {
	var own, any []string
	for _, o := range offices {
		switch scope := r.k.Item(doc.Office, o).Scope; {
		case scope == code:
			own = append(own, o)
		case !isCode(scope):
			any = append(any, o)
		}
	}
	if len(own) > 0 {
		return own
	}
	return any
}

// Organisation is the code of the organisation that a text names.
func (r *Registry) Organisation(text string) (string, error) {
	words := r.words(text)
	for i := range words {
		names, _ := r.nameAt(words[i:])
		for _, n := range names {
			if it := &r.k.Items[n.Item]; it.Kind == doc.Organisation {
				return it.ID, nil
			}
		}
	}
	return "", &UnknownError{text, r.near(text, doc.Organisation), "no organisation in the tables"}
}

// MembersOf are the members at a date of the organisation that a text names. The error is an *UnknownError, or [ErrDate].
func (r *Registry) MembersOf(text, date string) ([]Tenure, error) {
	if err := checkDate(date); err != nil {
		return nil, err
	}
	org, err := r.Organisation(text)
	if err != nil {
		return nil, err
	}
	m := r.Members(org, date)
	if len(m) == 0 {
		return nil, &UnknownError{Name: r.k.Item(doc.Organisation, org).English, Why: "the tables have no members of it" + on(date)}
	}
	return m, nil
}
