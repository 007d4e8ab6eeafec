package export

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"varta/record"
)

// The classes of Popolo that the archive can fill.
type (
	popoloPerson struct {
		ID          string             `json:"id"`
		Name        string             `json:"name"`
		Identifiers []popoloIdentifier `json:"identifiers,omitempty"`
	}
	popoloOrganization struct {
		ID             string             `json:"id"`
		Name           string             `json:"name"`
		Classification string             `json:"classification"`
		Identifiers    []popoloIdentifier `json:"identifiers,omitempty"`
	}
	popoloPost struct {
		ID           string `json:"id"`
		Label        string `json:"label"`
		Role         string `json:"role"`
		Organization string `json:"organization_id"`
	}
	popoloMembership struct {
		ID           string        `json:"id"`
		Role         string        `json:"role"`
		Person       string        `json:"person_id,omitempty"`
		Member       *popoloMember `json:"member,omitempty"`
		Organization string        `json:"organization_id"`
		Post         string        `json:"post_id,omitempty"`
		Start        string        `json:"start_date,omitempty"`
		End          string        `json:"end_date,omitempty"`
		Sources      []popoloLink  `json:"sources"`
	}
	popoloMember struct {
		Type string `json:"@type"`
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	popoloEvent struct {
		ID             string         `json:"id"`
		Name           string         `json:"name"`
		Classification string         `json:"classification"`
		Status         string         `json:"status"`
		Start          string         `json:"start_date,omitempty"`
		End            string         `json:"end_date,omitempty"`
		Location       string         `json:"location,omitempty"`
		Attendees      []popoloMember `json:"attendees"`
		Parent         string         `json:"parent_id,omitempty"`
		Sources        []popoloLink   `json:"sources"`
	}
	popoloSpeech struct {
		ID          string       `json:"id"`
		Creator     string       `json:"creator_id,omitempty"`
		Role        string       `json:"role,omitempty"`
		Attribution string       `json:"attribution_text"`
		Audience    string       `json:"audience_id,omitempty"`
		Text        string       `json:"text"`
		Date        string       `json:"date,omitempty"`
		Type        string       `json:"type"`
		Event       string       `json:"event_id,omitempty"`
		Sources     []popoloLink `json:"sources"`
	}
	popoloIdentifier struct {
		Identifier string `json:"identifier"`
		Scheme     string `json:"scheme"`
	}
	popoloLink struct {
		URL  string `json:"url"`
		Note string `json:"note,omitempty"`
	}
)

// people are the persons, organisations and posts that the other parts of a Popolo file refer to.
type people struct {
	persons       map[string]popoloPerson
	organizations map[string]popoloOrganization
	posts         map[string]popoloPost
}

// popolo writes a Popolo file: what streams first, what was collected on the way last.
type popolo struct {
	*job
	people
}

func writePopolo(j *job) error {
	p := popolo{j, people{map[string]popoloPerson{}, map[string]popoloOrganization{}, map[string]popoloPost{}}}
	j.out.WriteString("{\n")
	steps := []struct {
		key   string
		write func(*listed) error
	}{
		{"events", p.events}, {"speeches", p.speeches}, {"memberships", p.memberships},
		{"persons", func(l *listed) error { return inOrder(l, p.persons) }},
		{"organizations", func(l *listed) error { return inOrder(l, p.organizations) }},
		{"posts", func(l *listed) error { return inOrder(l, p.posts) }},
	}
	for i, s := range steps {
		if i > 0 {
			j.out.WriteString(",\n")
		}
		j.out.WriteString(strconv.Quote(s.key) + ": [")
		if err := s.write(&listed{job: j}); err != nil {
			return err
		}
		j.out.WriteString("]")
	}
	_, err := j.out.WriteString("\n}\n")
	return err
}

// inOrder adds what was collected in the order of the IDs.
func inOrder[T any](l *listed, all map[string]T) error {
	for _, id := range slices.Sorted(maps.Keys(all)) {
		l.tally.Rows++
		if err := l.add(all[id]); err != nil {
			return err
		}
	}
	return nil
}

// person is the ID of a person of the registry, empty for others; it is kept for the list of persons.
func (p *popolo) person(a *record.Actor) string {
	id := string(a.ID)
	if !strings.HasPrefix(id, "person:") {
		return ""
	}
	v := popoloPerson{ID: id, Name: p.label(a)}
	if a.Wikidata != "" {
		v.Identifiers = []popoloIdentifier{{string(a.Wikidata), "wikidata"}}
	}
	p.persons[id] = v
	return id
}

// organization is the code of a state, organisation or group, empty for none.
func (p *popolo) organization(code string) string {
	if known(code) == "" {
		return ""
	}
	v := popoloOrganization{ID: code, Name: p.nameOf(code), Classification: "state"}
	if b, ok := p.body(code); ok {
		v.Classification = b.Kind
		if b.Wikidata != "" {
			v.Identifiers = []popoloIdentifier{{b.Wikidata, "wikidata"}}
		}
	}
	if s := p.codes.States[code]; s.ISO2 != "" {
		v.Identifiers = []popoloIdentifier{{code, "iso-3166-1-alpha-3"}, {s.ISO2, "iso-3166-1-alpha-2"}}
	}
	p.organizations[code] = v
	return code
}

// member is a party as Popolo embeds it, nil when nothing says who it is.
func (p *popolo) member(a *record.Actor) *popoloMember {
	if id := p.person(a); id != "" {
		return &popoloMember{"Person", id, p.label(a)}
	}
	if id := p.organization(a.Code); id != "" {
		return &popoloMember{"Organization", id, p.nameOf(id)}
	}
	return nil
}

// events are the meetings and visits, whatever their status, which is given.
func (p *popolo) events(l *listed) error {
	return p.eachMeeting(func(t Told) error {
		p.tally.Rows++
		return l.add(p.event(t))
	})
}

func (p *popolo) event(t Told) popoloEvent {
	e := popoloEvent{
		ID: t.Act.ID, Classification: "meeting", Status: t.Act.Status, Start: t.when().Value,
		End: string(t.when().Until), Location: p.fullName(t.where()), Attendees: []popoloMember{},
		Parent: string(t.Act.Occasion), Sources: p.links(t),
	}
	if slices.Contains(t.Act.Modes, "visit") {
		e.Classification = "visit"
	}
	var names []string
	for _, side := range [][]record.Actor{t.Act.Actors, t.Act.Recipients} {
		for i := range side {
			m := p.member(&side[i])
			if m != nil && !slices.Contains(e.Attendees, *m) {
				e.Attendees = append(e.Attendees, *m)
				names = append(names, m.Name)
			}
		}
	}
	e.Name = strings.ToUpper(e.Classification[:1]) + e.Classification[1:] + ": " + strings.Join(names, ", ")
	return e
}

// links are the words of the reports with their addresses.
func (p *popolo) links(t Told) []popoloLink {
	out := []popoloLink{}
	for i, l := range t.Act.Tellings {
		address := t.address(i)
		if r := t.report(i); r == nil || r.URL == "" {
			address = reportURN(l.Report)
		}
		for _, e := range l.Evidence {
			out = append(out, popoloLink{address, e.Quote})
		}
	}
	return out
}

func (p *popolo) speeches(l *listed) error {
	for r, err := range p.Said {
		if err != nil {
			return err
		}
		for i := range r.Record.Statements {
			p.tally.Rows++
			if err := l.add(p.speech(r, &r.Record.Statements[i])); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *popolo) speech(r Read, s *record.Statement) popoloSpeech {
	speaker := actor(s.Speaker)
	p.organization(speaker.Code)
	out := popoloSpeech{
		ID: r.Record.ID + "#" + s.ID, Creator: p.person(&speaker), Role: string(speaker.Office), Attribution: s.Speaker.Text,
		Type: "statement", Event: r.Acts[string(s.Forum)], Sources: []popoloLink{},
	}
	for i := range s.Addressees {
		a := actor(s.Addressees[i])
		if id := p.person(&a); id != "" && out.Audience == "" {
			out.Audience = id
		}
	}
	if s.Date != nil {
		out.Date = s.Date.Value
	}
	address := string(r.Record.Report.URL)
	if address == "" {
		address = reportURN(r.Record.ID)
	}
	var quotes []string
	for _, e := range s.Evidence {
		quotes = append(quotes, e.Quote)
		out.Sources = append(out.Sources, popoloLink{address, e.Quote})
	}
	out.Text = strings.Join(quotes, "\n")
	return out
}

func (p *popolo) memberships(l *listed) error {
	for k, err := range p.Relations {
		if err != nil {
			return err
		}
		for i := range k.Terms {
			m, ok := p.membership(k, i)
			if !ok {
				p.leave("fact that is no membership: " + k.Kind)
				continue
			}
			p.tally.Rows++
			if err := l.add(m); err != nil {
				return err
			}
		}
	}
	return nil
}

// membership is a term of an office, a membership or a chair; ok is false for other facts, and for those of which one
// side is not known.
func (p *popolo) membership(k Known, i int) (popoloMembership, bool) {
	t := k.Terms[i]
	m := popoloMembership{
		ID: k.ID + "/" + strconv.Itoa(i+1), Start: string(t.Since), End: string(t.Until), Sources: []popoloLink{},
	}
	switch k.Kind {
	case "holds_office":
		m.Role = string(k.Office)
	case "member_of":
		m.Role = "member"
	case "chairs":
		m.Role = "chair"
	default:
		return m, false
	}
	m.Organization = p.organization(k.Object.Code)
	member := p.member(&k.Subject)
	if m.Organization == "" || member == nil {
		return m, false
	}
	if member.Type == "Person" {
		m.Person = member.ID
	} else {
		m.Member = member
	}
	if k.Kind == "holds_office" && m.Role != "" {
		m.Post = p.post(m.Organization, m.Role)
	}
	for _, s := range t.Sources {
		for _, e := range s.Evidence {
			m.Sources = append(m.Sources, popoloLink{k.address(s.Report), e.Quote})
		}
	}
	return m, true
}

func (p *popolo) post(organization, role string) string {
	id := "post:" + organization + ":" + strings.ReplaceAll(role, " ", "-")
	p.posts[id] = popoloPost{id, role + ", " + p.nameOf(organization), role, organization}
	return id
}
