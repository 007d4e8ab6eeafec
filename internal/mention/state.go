package mention

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// setHome finds the state of the dateline.
func (r *resolver) setHome() {
	p := r.d.Dateline.Place
	if p == (doc.Span{}) {
		return
	}
	for m := range r.d.Mentions {
		mn := &r.d.Mentions[m]
		if mn.Start >= p.End {
			return
		}
		if p.Covers(mn.Span) && mn.Entity != doc.None {
			r.home = mn.Entity
			return
		}
	}
}

// setPress finds the state that stands without a name behind the titles of the language's newspapers.
func (r *resolver) setPress() {
	for m := range r.d.Mentions {
		mn := &r.d.Mentions[m]
		if (mn.Type == doc.State || mn.Type == doc.Nationals) && r.k.CuesOf(&r.d.Tokens[mn.Tokens.First])&knowledge.CuePress != 0 {
			r.press = mn.Entity
			return
		}
	}
}

// stateAt is the state for which somebody acts whose title, mention m at chunk i, names none.
func (r *resolver) stateAt(i int, m *doc.Mention) int {
	if state := r.union(m); state != doc.None {
		return state
	}
	if state := r.hostOf(i); state != doc.None {
		return state
	}
	if state := r.goesOn(i); state != doc.None {
		return state
	}
	if r.home != doc.None && r.d.Chunks[i].Marker == r.k.Ergative {
		return r.home // who acts or speaks without a state is of that of the dateline
	}
	if state := r.topic(m); state != doc.None {
		return state
	}
	if r.home == doc.None {
		return r.toldLater(m)
	}
	return r.home
}

// union is the state of the press where a title opens with the word that newspapers keep for its ministers (केंद्रीय कृषि मंत्री),
// wherever the report comes from.
func (r *resolver) union(m *doc.Mention) int {
	if m.Type != doc.Office || m.Row == doc.None || r.k.Items[m.Row].Scope != "state" {
		return doc.None
	}
	first := r.d.TokensOf(m.Span).First
	for i := first; i >= 0 && i > first-maxTitle; i-- {
		t := &r.d.Tokens[i]
		switch u := t.A().UPOS; {
		case u == doc.ADJ && r.k.CuesOf(t)&knowledge.CuePress != 0 && i+1 < len(r.d.Tokens) && r.d.Tokens[i+1].A().Class&knowledge.ClassBody == 0:
			if r.press == doc.None {
				r.press = r.enter(r.k.PressState())
			}
			return r.press
		case i < first && u != doc.NOUN && u != doc.ADJ:
			return doc.None
		}
	}
	return doc.None
}

// maxTitle is how many words a title may have.
const maxTitle = 5

// hostOf is the state of a place in the clause of chunk i, where an official without a state receives somebody
// (मापुतो में राष्ट्रपति से).
func (r *resolver) hostOf(i int) int {
	d := r.d
	if m := r.at[i]; r.isSubject(i) && d.Mentions[m].Type == doc.Body {
		if j := i - 1; j >= 0 && r.at[j] != doc.None && d.Mentions[r.at[j]].Type == doc.State && d.Chunks[j].Clause == d.Chunks[i].Clause && d.Chunks[j].Marker == r.k.Locative {
			return d.Mentions[r.at[j]].Entity // श्रीलंका में सेना ने
		}
		return r.placeIn(d.Chunks[i].Clause, i) // कोलंबो में विदेश मंत्रालय ने
	} else if r.isSubject(i) {
		return doc.None
	}
	for j := i - 1; j >= 0 && d.Chunks[j].Clause == d.Chunks[i].Clause; j-- {
		if m := r.placeAt(j); m != doc.None && d.Chunks[j].Marker == r.k.Locative && (d.Mentions[m].Type == doc.Place || d.Mentions[m].Type == doc.State) {
			return d.Mentions[m].Entity
		}
	}
	return doc.None
}

// topic is the state that the passage before chunk i is about: that of the last subject with a code. No armed group has the
// titles and bodies of a state; whose soldiers follow upon one stays open.
func (r *resolver) topic(m *doc.Mention) int {
	ofState := r.ofState(m)
	for n := len(r.recent) - 1; n >= 0 && n > len(r.recent)-20; n-- {
		x := &r.recent[n]
		e := &r.d.Entities[x.entity]
		switch {
		case !x.subject || e.Code == unknown || e.Type == doc.Organisation || e.Type == doc.Place:
		case !ofState || r.k.Item(doc.Group, e.Code) == nil:
			return x.entity
		case r.k.Items[m.Row].Sub == "force":
			return doc.None
		}
	}
	return doc.None
}

// ofState says whether a title or body is one that only a state has.
func (r *resolver) ofState(m *doc.Mention) bool {
	if m.Row == doc.None {
		return false
	}
	it := &r.k.Items[m.Row]
	if m.Type == doc.Office {
		return it.Scope == "state"
	}
	switch it.Sub {
	case "ministry", "parliament", "force", "court", "agency":
		return true
	}
	return false
}

// opening is the last sentence with which a report opens, a title counted.
const opening = 2

// atHome is the state of the press for a title, or a body that governs, with which a report opens: nobody who acts for a
// state has been its subject yet.
func (r *resolver) atHome(m *doc.Mention) int {
	if !r.ofState(m) || m.Type == doc.Body && r.k.Items[m.Row].Sub != "ministry" && r.k.Items[m.Row].Sub != "agency" {
		return doc.None
	}
	for n := range r.recent {
		if x := &r.recent[n]; x.subject && r.d.Entities[x.entity].Code != unknown {
			return doc.None
		}
	}
	if r.d.SentenceOf(m.Tokens.First) > opening {
		return doc.None
	}
	return r.press
}

// toldLater is who has the office or body of mention m where the report tells for the first time whose it is, further on, by an
// owner or a name (प्रधानमंत्री ने जापान के प्रधानमंत्री से बात की। प्रधानमंत्री नरेंद्र मोदी …).
func (r *resolver) toldLater(m *doc.Mention) int {
	if !r.ofState(m) || r.k.Items[m.Row].Sub == "force" || r.k.Items[m.Row].Sub == "court" {
		return doc.None
	}
	end := r.d.Sentences[r.d.SentenceOf(r.d.TokensOf(m.Span).First)].Tokens.Last
	for n := range r.d.Mentions {
		o := &r.d.Mentions[n]
		if o.Tokens.First < end || o.Type != m.Type || o.Row != m.Row {
			continue
		}
		if o.Entity != doc.None {
			return o.Entity
		}
		if p := r.behind(n); p != nil && p.Office == o.Row && p.Entity != doc.None && r.d.Entities[p.Entity].Code != unknown {
			return p.Entity
		}
	}
	return doc.None
}

// placeIn is the state of the first place with the locative near chunk i of clause c.
func (r *resolver) placeIn(c, i int) int {
	d := r.d
	for j := max(0, i-2); j < len(d.Chunks) && j <= i+3; j++ {
		if m := r.at[j]; m != doc.None && d.Chunks[j].Clause == c && d.Chunks[j].Marker == r.k.Locative && d.Mentions[m].Type == doc.Place {
			return d.Mentions[m].Entity
		}
	}
	return doc.None
}

// ofOther says whether a title at chunk i belongs to a body of which the report names no owner: nothing says whose it is (एक कंपनी
// के प्रवक्ता).
func (r *resolver) ofOther(i int) bool {
	if i == 0 {
		return false
	}
	g := &r.d.Chunks[i-1]
	return g.Of == i && g.Marker == r.k.Genitive && r.at[i-1] == doc.None && r.d.Tokens[g.Head].A().Class&knowledge.ClassBody != 0
}

// there is the place that somebody was last said to be in or to go to (मोदी जापान पहुंचे। वहां के प्रधानमंत्री ने …).
func (r *resolver) there() int {
	for n := len(r.recent) - 1; n >= 0 && n > len(r.recent)-20; n-- {
		x := &r.recent[n]
		t, m := r.d.Entities[x.entity].Type, r.d.Chunks[x.chunk].Marker
		if (t == doc.Place || t == doc.State) && !x.subject && (m == r.k.Locative || m == 0 && r.d.Chunks[x.chunk].Of == doc.None) {
			return x.entity
		}
	}
	return doc.None
}

// behind is the person before whose name title mention n stands, past further titles (प्रधानमंत्री श्री …), nil without one.
func (r *resolver) behind(n int) *doc.Mention {
	for ; n+1 < len(r.d.Mentions) && r.d.Mentions[n].Type == doc.Office && r.d.Mentions[n+1].Tokens.First == r.d.Mentions[n].Tokens.Last; n++ {
		if r.d.Mentions[n+1].Type == doc.Person {
			return &r.d.Mentions[n+1]
		}
	}
	return nil
}
