package mention

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// titled gives somebody whom no table has the state or organisation that his title alone leaves open: that of the body
// before it, found meanwhile (विदेश मंत्रालय की प्रवक्ता …), else, for an office of state, that of who had the office before, of the
// host, of the dateline.
func (r *resolver) titled(i int, m *doc.Mention) {
	d := r.d
	title := doc.Mention{Type: doc.Office, Row: m.Office, Span: m.Span}
	state := doc.None
	if owners := r.ownersOf(i); len(owners) == 1 {
		state = owners[0]
	} else if u := r.union(&title); u != doc.None && len(owners) == 0 && !r.owned(i) {
		state = u
	} else if it := &r.k.Items[m.Office]; len(owners) == 0 && !r.owned(i) && it.Scope == "state" && (it.Single || it.Parent != "") {
		if state = r.shared(i, m.Office); state != doc.None {
			r.assign(m, state)
			return
		}
		if state = r.sameOffice(&doc.Mention{Row: m.Office}, false); state == doc.None {
			state = r.stateAt(i, &title)
		}
		if state != doc.None && r.met(i, d.Entities[state].Code) {
			if r.home == doc.None || d.Entities[r.home].Code == d.Entities[state].Code {
				return
			}
			state = r.home // who is met where the report is written
		}
	}
	if state != doc.None {
		r.assign(m, state)
	}
}

// assign gives somebody behind a title the state or organisation of an entity, unless it is open or another has the office; he may be
// known by the sound of his name there.
func (r *resolver) assign(m *doc.Mention, state int) {
	d := r.d
	if d.Entities[state].Code == unknown || r.taken(m, d.Entities[state].Code) {
		return
	}
	e := &d.Entities[m.Entity]
	e.Code = d.Entities[state].Code
	if row := r.k.HolderNamed(d.Quote(m.Span), r.k.Items[m.Office].ID, e.Code); row != doc.None {
		it := &r.k.Items[row]
		m.Row, m.Rule = row, "sound"
		e.ID, e.English, e.Wikidata = it.ID, it.English, it.Wikidata
	}
}

// shared is who stands before a title at chunk i in one list with it, behind another title with an owner, which both share (नेपाल के
// विदेश मंत्री … और रक्षा मंत्री …).
func (r *resolver) shared(i, office int) int {
	d := r.d
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		if d.Chunks[j].Coord != i || r.at[j] == doc.None {
			continue
		}
		p := &d.Mentions[r.at[j]]
		other := p.Office
		if p.Entity == doc.None || other == doc.None || other == office || r.k.Items[other].Scope != "state" {
			return doc.None
		}
		named := j > 0 && d.Chunks[j-1].Of == j && d.Chunks[j-1].Marker == r.k.Genitive && r.at[j-1] != doc.None
		if named || r.adjective(r.at[j]) {
			return p.Entity
		}
		return doc.None
	}
	return doc.None
}

// adjective says whether the adjective or name of a state stands right before the titles that end at mention n (रूसी विदेश मंत्री
// लावरोव).
func (r *resolver) adjective(n int) bool {
	for ; n > 0 && r.d.Mentions[n-1].Tokens.Last == r.d.Mentions[n].Tokens.First; n-- {
		if t := r.d.Mentions[n-1].Type; t != doc.Office {
			return t == doc.Nationals || t == doc.State || t == doc.Organisation
		}
	}
	return false
}

// met says whether chunk i is somebody whom the subject of its clause, who acts for a state, meets: he is of another one, which
// the report may tell elsewhere (विदेश मंत्री नेपाल पहुंचे। वह राष्ट्रपति से मिलेंगे; उनका राष्ट्रपति से मिलने का कार्यक्रम है).
func (r *resolver) met(i int, code string) bool {
	if r.isSubject(i) {
		return false
	}
	s := r.subjectOf(i)
	return len(s) > 0 && r.d.Entities[s[0]].Code == code || len(s) == 0 && r.meets(i)
}

// meets says whether the clause of chunk i tells a meeting with whom it means.
func (r *resolver) meets(i int) bool {
	last := i
	for depth := 0; r.d.Chunks[last].Coord != doc.None && depth < 10; depth++ {
		last = r.d.Chunks[last].Coord
	}
	if f := r.k.Markers[r.d.Chunks[last].Marker].Function; f != "source" && f != "comitative" {
		return false
	}
	for _, n := range r.d.Clauses[r.d.Chunks[last].Clause].Frames {
		if f := r.k.Frames[n]; f.Event != nil && f.Event.Type == "CONSULT" {
			return true
		}
	}
	return false
}

// taken says whether somebody else in the report holds the office of m for a state, which only one can.
func (r *resolver) taken(m *doc.Mention, code string) bool {
	it := &r.k.Items[m.Office]
	for i := range r.d.Entities {
		if e := &r.d.Entities[i]; it.Single && i != m.Entity && e.Type == doc.Person && e.Code == code && e.Office == it.English {
			return true
		}
	}
	return false
}

// owned says whether a genitive stands before chunk i.
func (r *resolver) owned(i int) bool {
	return i > 0 && r.d.Chunks[i-1].Of == i && r.d.Chunks[i-1].Marker == r.k.Genitive
}

// reported is the owner of what a relative clause describes, whom a pronoun in it means, one of rank a person (मुनीर की टिप्पणी,
// जिसमें उन्होंने दावा किया; पाकिस्तान के दावे, जिनमें उसने …): None when nobody owns it.
func (r *resolver) reported(c int, person bool) int {
	d, cl := r.d, &r.d.Clauses[c]
	if cl.Kind != doc.Relative || cl.Head == doc.None {
		return doc.None
	}
	for j := cl.Head; j >= 0 && j > cl.Head-4; j-- {
		if d.Tokens[d.Chunks[j].Head].A().Class&(knowledge.ClassDocument|knowledge.ClassEvent) == 0 {
			continue
		}
		for g := j - 1; g >= 0 && g > j-4; g-- {
			if e := r.entitiesOf(g); d.Chunks[g].Of == j && len(e) == 1 && r.fits(&recent{entity: e[0]}, person) {
				return e[0]
			}
		}
		return doc.None
	}
	return doc.None
}
