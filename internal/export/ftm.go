package export

import (
	"slices"
	"strconv"
	"strings"

	"varta/record"
)

// ftm writes entities, each one once, before those that refer to it.
type ftm struct {
	*job
	seen map[string]bool
	// The entity under way.
	list []ftmPair
	line []byte
}

func writeFTM(j *job) error {
	f := ftm{job: j, seen: map[string]bool{}}
	for _, step := range []func() error{f.articles, f.events, f.relations} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// add writes an entity unless it was written before; pairs are properties and their values, empty ones are left out.
func (f *ftm) add(id, schema string, pairs ...string) (string, error) {
	if f.seen[id] {
		return id, nil
	}
	f.seen[id] = true
	return id, f.put(id, schema, pairs...)
}

// ftmPair is a property and one of its values.
type ftmPair struct{ key, value string }

// put writes an entity that comes only once anyway: its properties in the order of their names, each with a list of strings.
func (f *ftm) put(id, schema string, pairs ...string) error {
	list := f.list[:0]
	for i := 0; i < len(pairs); i += 2 {
		if p := (ftmPair{pairs[i], pairs[i+1]}); p.value != "" && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	f.list = list
	slices.SortStableFunc(list, func(a, b ftmPair) int { return strings.Compare(a.key, b.key) })
	b := record.Quoted(append(f.line[:0], `{"id":`...), id)
	b = record.Quoted(append(b, `,"schema":`...), schema)
	b = append(b, `,"properties":{`...)
	for i, p := range list {
		switch {
		case i > 0 && list[i-1].key == p.key:
			b = append(b, ',')
		case i > 0:
			b = append(record.Quoted(append(b, `],`...), p.key), `:[`...)
		default:
			b = append(record.Quoted(b, p.key), `:[`...)
		}
		b = record.Quoted(b, p.value)
	}
	if len(list) > 0 {
		b = append(b, ']')
	}
	f.line = append(b, "}}\n"...)
	f.tally.Rows++
	_, err := f.out.Write(f.line)
	return err
}

// ftmID keeps to the letters that IDs of FollowTheMoney have.
func ftmID(kind, id string) string {
	return "varta-" + kind + "-" + strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.':
			return r
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		}
		return '-'
	}, id)
}

// articleID names the article of a report; IDs of reports may hold any letter, so that they are digested.
func articleID(report string) string { return "varta-report-" + digest(report) }

func (f *ftm) articles() error {
	for r, err := range f.Heads {
		if err != nil {
			return err
		}
		d := r.Record.Report
		title := string(d.Title)
		if title == "" {
			title = r.Record.ID
		}
		err := f.put(articleID(r.Record.ID), "Article", "fileName", r.Record.ID, "title", title, "name", title,
			"sourceUrl", string(d.URL), "publisher", string(d.Publisher), "publishedAt", string(d.Published),
			"language", languages[d.Lang], "author", string(d.Agency))
		if err != nil {
			return err
		}
	}
	return nil
}

// party writes who takes part, and returns the ID; empty when nothing says who it is.
func (f *ftm) party(a *record.Actor) (string, error) {
	if id := string(a.ID); strings.HasPrefix(id, "person:") {
		return f.add(ftmID("person", strings.TrimPrefix(id, "person:")), "Person", "name", f.label(a),
			"country", f.iso2(a.Code), "position", string(a.Office), "wikidataId", string(a.Wikidata))
	}
	return f.body(a.Code)
}

func (f *ftm) iso2(code string) string { return strings.ToLower(f.codes.States[code].ISO2) }

// body writes a state, organisation or group.
func (f *ftm) body(code string) (string, error) {
	if known(code) == "" {
		return "", nil
	}
	if _, ok := f.codes.States[code]; ok {
		return f.add(ftmID("state", code), "PublicBody", "name", f.nameOf(code), "country", f.iso2(code))
	}
	b, _ := f.job.body(code)
	return f.add(ftmID("body", code), "Organization", "name", f.nameOf(code), "country", f.iso2(b.State), "wikidataId", b.Wikidata)
}

func (f *ftm) events() error {
	for t, err := range f.Acts {
		if err != nil {
			return err
		}
		if err := f.event(t); err != nil {
			return err
		}
	}
	return nil
}

func (f *ftm) event(t Told) error {
	a, when := t.Act, t.when()
	var names, pairs []string
	for _, side := range [][]record.Actor{named(a.Actors), named(a.Recipients)} {
		for i := range side {
			id, err := f.party(&side[i])
			if err != nil {
				return err
			}
			pairs = append(pairs, "involved", id)
			names = append(names, f.label(&side[i]))
		}
	}
	pairs = append(pairs, "name", strings.TrimSuffix(a.Type+": "+strings.Join(slices.Compact(names), ", "), ": "),
		"startDate", when.Value, "endDate", string(when.Until), "location", f.fullName(t.where()),
		"country", f.iso2(t.where().Code), "keywords", a.Type, "keywords", a.CAMEO, "keywords", a.Status)
	for _, m := range a.Modes {
		pairs = append(pairs, "keywords", m)
	}
	for i, l := range a.Tellings {
		pairs = append(pairs, "proof", articleID(l.Report))
		if r := t.report(i); r != nil {
			pairs = append(pairs, "sourceUrl", string(r.URL), "publisher", string(r.Publisher))
		}
		for _, e := range l.Evidence {
			pairs = append(pairs, "summary", e.Quote)
		}
	}
	return f.put(ftmID("act", strings.TrimPrefix(a.ID, "act:")), "Event", pairs...)
}

func (f *ftm) relations() error {
	for k, err := range f.Relations {
		if err != nil {
			return err
		}
		for i := range k.Terms {
			if err := f.term(k, i); err != nil {
				return err
			}
		}
	}
	return nil
}

// term writes a term of an office as Occupancy of a Position, one of a membership or a chair as Membership.
func (f *ftm) term(k Known, i int) error {
	holder, err := f.party(&k.Subject)
	if err != nil {
		return err
	}
	body, err := f.body(k.Object.Code)
	if err != nil {
		return err
	}
	office := k.Kind == "holds_office" && k.Office != "" && strings.HasPrefix(string(k.Subject.ID), "person:")
	if holder == "" || body == "" || !office && k.Kind != "member_of" && k.Kind != "chairs" {
		f.leave("fact that is no membership: " + k.Kind)
		return nil
	}
	pairs := f.termPairs(k, k.Terms[i])
	id := ftmID("term", k.ID+"-"+strconv.Itoa(i+1))
	if !office {
		role := map[string]string{"member_of": "member", "chairs": "chair"}[k.Kind]
		return f.put(id, "Membership", append(pairs, "member", holder, "organization", body, "role", role)...)
	}
	post, err := f.add(ftmID("position", k.Object.Code+"-"+string(k.Office)), "Position",
		"name", string(k.Office)+", "+f.nameOf(k.Object.Code), "organization", body, "country", f.iso2(k.Object.Code))
	if err != nil {
		return err
	}
	return f.put(id, "Occupancy", append(pairs, "holder", holder, "post", post)...)
}

func (f *ftm) termPairs(k Known, t record.Term) []string {
	pairs := []string{"startDate", string(t.Since), "endDate", string(t.Until)}
	for _, s := range t.Sources {
		pairs = append(pairs, "sourceUrl", k.URLs[s.Report])
		for _, e := range s.Evidence {
			pairs = append(pairs, "summary", e.Quote)
		}
	}
	return pairs
}
