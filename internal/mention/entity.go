package mention

import (
	"slices"
	"sort"
	"strings"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/names"
	"varta/record"
)

const unknown = record.Unknown

// registry finds the entities of a report by key: "state:IND", a person's folded name, or a person's last name.
type registry struct {
	byKey     map[string]int
	bySurname map[string]int
	namesakes map[string][]int // all who were named in full with a last name
	full      map[int]string   // the name with which each was first named
}

func (r *registry) init() {
	r.byKey, r.bySurname, r.namesakes = map[string]int{}, map[string]int{}, map[string][]int{}
	r.full = map[int]string{}
}

// link gives a mention its entity, making it when it is new.
func (f *finder) link(m *doc.Mention) {
	switch m.Type {
	case doc.Person:
		f.linkPerson(m)
	case doc.Office:
		f.linkOffice(m)
	case doc.Body:
		f.linkBody(m)
	case doc.Nationals:
		m.Entity = f.itemEntity(m, doc.State)
	case doc.Organisation:
		if m.Row == doc.None {
			m.Entity = f.newOrganisation(m)
			return
		}
		m.Entity = f.itemEntity(m, m.Type)
	case doc.Place:
		if m.Row == doc.None {
			m.Entity = f.newPlace(m)
			return
		}
		m.Entity = f.itemEntity(m, m.Type)
	default:
		m.Entity = f.itemEntity(m, m.Type)
	}
}

func (f *finder) entity(key string, e doc.Entity) int {
	if n, ok := f.registry.byKey[key]; ok {
		return n
	}
	f.d.Entities = append(f.d.Entities, e)
	n := len(f.d.Entities) - 1
	f.registry.byKey[key] = n
	return n
}

// itemEntity is the entity of a registry row.
func (f *finder) itemEntity(m *doc.Mention, typ doc.MentionType) int {
	it := &f.k.Items[m.Row]
	e := doc.Entity{Type: typ, Name: f.d.Quote(m.Span), ID: it.ID, Code: it.Code, English: it.English, Sector: it.Sector, Wikidata: it.Wikidata}
	if e.Code == "" {
		e.Code = unknown
	}
	if it.Sub == "vessel" {
		return f.entity("vessel:"+f.nameKey(m.Tokens), e) // each ship is one of its own
	}
	return f.entity(typ.String()+":"+it.ID, e)
}

// name is the folded spelling of a mention, its key.
func (f *finder) nameKey(r doc.Range) string {
	if r.Len() == 1 {
		return f.d.Tokens[r.First].Norm
	}
	var b strings.Builder
	for i := r.First; i < r.Last; i++ {
		if f.d.Tokens[i].Kind != doc.Punct {
			b.WriteString(f.d.Tokens[i].Norm)
			b.WriteByte(' ')
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// linkPerson gives a person mention its entity: by full name, by a name that the report has given in full before, by
// the registry; and takes office and state from the title before it.
func (f *finder) linkPerson(m *doc.Mention) {
	key := f.nameKey(m.Tokens)
	last := f.d.Tokens[lastWord(f.d, m.Tokens)].Norm
	title := f.title(m)
	if f.beside(m, title) {
		title.office, title.owner = doc.None, doc.None
	}
	n, ok := f.registry.byKey["person:"+key]
	if !ok && (f.short(m) || m.Rule == "surname") {
		n, ok = f.namesake(last, title)
	} else if !ok && m.Row == doc.None {
		n, ok = f.lastNames(last, key)
	}
	if !ok && m.Row != doc.None && m.Rule == "name" {
		n, ok = f.registry.byKey["row:"+f.k.Items[m.Row].ID] // another spelling of one name
	}
	if ok && title.owner != doc.None && f.conflict(n, title) {
		ok = false
	}
	if !ok {
		n = f.newPerson(m, title)
	}
	if id := f.d.Entities[n].ID; id != "" {
		f.registry.byKey["row:"+id] = n
	}
	f.registry.byKey["person:"+key] = n
	if _, named := f.registry.full[n]; !named {
		f.registry.full[n] = key
	}
	f.introduce(last, n, title)
	if first := &f.d.Tokens[m.Tokens.First]; m.Tokens.Len() > 1 && first.A().UPOS == doc.PROPN {
		if _, taken := f.registry.bySurname[first.Norm]; !taken {
			f.registry.bySurname[first.Norm] = n // किम जोंग उन is किम for short
		}
	}
	f.innerNames(m, n)
	m.Entity = n
	f.applyTitle(n, title)
	m.Office = title.office
}

// namesake is whoever a last name means: of several who were named in full, the one of the title (राष्ट्रपति ट्रंप after
// Donald and Melania Trump).
func (f *finder) namesake(last string, t title) (int, bool) {
	n, ok := f.registry.bySurname[last]
	if ok && t.office != doc.None {
		office := f.k.Items[t.office].English
		for _, x := range f.registry.namesakes[last] {
			if f.d.Entities[x].Office == office && (t.owner == doc.None || !f.conflict(x, t)) {
				return x, true
			}
		}
	}
	return n, ok
}

// lastNames is whoever was named with further names before those of key, or without these (यो जोंग after किम यो जोंग, and the other way
// round).
func (f *finder) lastNames(last, key string) (int, bool) {
	for _, x := range f.registry.namesakes[last] {
		full := f.registry.full[x]
		if strings.HasSuffix(full, " "+key) || strings.Contains(full, " ") && strings.HasSuffix(key, " "+full) {
			return x, true
		}
	}
	return 0, false
}

// innerNames makes somebody named in full the one whom his inner names mean, unless they are another's (राणा for आरजू राणा
// देउबा).
func (f *finder) innerNames(m *doc.Mention, n int) {
	if f.d.Entities[n].Office == "" {
		return
	}
	for i := m.Tokens.First + 1; i < m.Tokens.Last-1; i++ {
		t := &f.d.Tokens[i]
		if t.Kind != doc.Word || t.A().UPOS != doc.PROPN || f.k.CuesOf(t)&knowledge.CueNameParticle != 0 || len([]rune(t.Norm)) < 3 {
			continue
		}
		if _, taken := f.registry.bySurname[t.Norm]; !taken {
			f.registry.bySurname[t.Norm] = n
		}
	}
}

// introduce makes somebody the one whom his last name means from here on, but for one without an office after one who
// holds one (डोनाल्ड ट्रंप और मेलानिया ट्रंप).
func (f *finder) introduce(last string, n int, t title) {
	now, ok := f.registry.bySurname[last]
	if ok && now != n && t.office == doc.None && f.d.Entities[n].Office == "" && f.d.Entities[now].Office != "" {
		return
	}
	f.registry.bySurname[last] = n
	if !slices.Contains(f.registry.namesakes[last], n) {
		f.registry.namesakes[last] = append(f.registry.namesakes[last], n)
	}
}

// beside says whether a title before somebody whom the registry knows is another one's: he holds the same office of
// another state (नेपाल के विदेश मंत्री जयशंकर के साथ बैठक करेंगे).
func (f *finder) beside(m *doc.Mention, t title) bool {
	if m.Row == doc.None || m.Rule != "name" || t.office == doc.None || t.owner == doc.None {
		return false
	}
	it := &f.k.Items[m.Row]
	term, code := it.On(f.date), f.d.Entities[t.owner].Code
	return f.holds(it) && code != unknown && term.Code != "" && !f.oneSide(term.Code, code) && term.Office == f.k.Items[t.office].ID
}

// short says whether a name is one word, but for a particle before it (अल-थानी).
func (f *finder) short(m *doc.Mention) bool {
	return m.Tokens.Len() == 1 || m.Tokens.Len() <= 3 && f.k.CuesOf(&f.d.Tokens[m.Tokens.First])&knowledge.CueNameParticle != 0
}

func lastWord(d *doc.Document, r doc.Range) int {
	for i := r.Last - 1; i > r.First; i-- {
		if d.Tokens[i].Kind != doc.Punct {
			return i
		}
	}
	return r.First
}

// title is what stands before a name: an office and its owner.
type title struct {
	office int // registry row
	owner  int // entity
	former bool
}

// conflict says whether a person cannot be the one that a title speaks of: another state.
func (f *finder) conflict(n int, t title) bool {
	c := f.d.Entities[n].Code
	return c != unknown && !f.oneSide(c, f.d.Entities[t.owner].Code)
}

// oneSide says whether two codes are one, or those of a state and a group of it (तालिबान के विदेश मंत्री: Afghanistan's).
func (f *finder) oneSide(a, b string) bool {
	return a == b || f.stateOf(a) == b || f.stateOf(b) == a
}

// stateOf is the state in which a group is at home, empty for other codes.
func (f *finder) stateOf(code string) string {
	if g := f.k.Item(doc.Group, code); g != nil {
		return g.Parent
	}
	return ""
}

// title reads the titles before a person mention, nearest first: the office is the first that is one.
func (f *finder) title(m *doc.Mention) title {
	out := title{office: doc.None, owner: doc.None}
	at := m.Tokens.First
	for n := f.index(m) - 1; n >= 0; n-- {
		t := &f.d.Mentions[n]
		if t.Tokens.Last != at || t.Type != doc.Office && !(t.Type == doc.Body && t.Rule == "owned-noun") {
			break
		}
		at = t.Tokens.First
		if t.Type == doc.Office {
			it := &f.k.Items[t.Row]
			out.former = out.former || it.Sub == "prefix" && f.k.CuesOf(&f.d.Tokens[t.Tokens.First])&knowledge.CueFormer != 0
			if out.office == doc.None && it.Sub == "office" {
				out.office = t.Row
			}
		}
		if t.Entity != doc.None && f.d.Entities[t.Entity].Code != unknown {
			out.owner = t.Entity
		}
	}
	if out.owner == doc.None && at == m.Tokens.First {
		if p := f.previousOwner(at); p != doc.None {
			out.owner = p
		}
	}
	return out
}

// index is the place of a mention in its layer.
func (f *finder) index(m *doc.Mention) int {
	return sort.Search(len(f.d.Mentions), func(i int) bool { return f.d.Mentions[i].Start >= m.Start })
}

// previousOwner is the state whose adjective or genitive stands right before a name (चीन के झांग मिंग).
func (f *finder) previousOwner(at int) int {
	probe := doc.Mention{Tokens: doc.Range{First: at, Last: at}, Type: doc.Person}
	o := f.owners(&probe)
	if len(o) == 1 && (f.d.Entities[o[0]].Type == doc.State || f.d.Entities[o[0]].Type == doc.Group) {
		return o[0]
	}
	return doc.None
}

// newPerson makes an entity from the registry row, or from the title alone.
func (f *finder) newPerson(m *doc.Mention, t title) int {
	e := doc.Entity{Type: doc.Person, Name: f.d.Quote(m.Span), Code: unknown}
	if m.Rule == "surname" {
		m.Row, e.Code = f.whom(m, t)
	}
	if m.Row == doc.None && e.Code == unknown {
		f.soundsLike(m, t)
	}
	if m.Row != doc.None {
		it := &f.k.Items[m.Row]
		term := it.On(f.date)
		e.ID, e.English, e.Code, e.Wikidata, e.Sector = it.ID, it.English, term.Code, it.Wikidata, it.Sector
		if o := f.k.Item(doc.Office, term.Office); o != nil && f.holds(it) {
			e.Office = o.English
		}
	}
	if e.English == "" && f.k.Script != nil && names.Devanagari(e.Name) {
		e.English = f.k.Script.Romanise(e.Name)
	}
	f.d.Entities = append(f.d.Entities, e)
	return len(f.d.Entities) - 1
}

// soundsLike gives a person whose name no table has in this spelling the row of the one who holds or held the title before
// it and whose Latin name sounds like it (रूसी रक्षा मंत्री शोगू); without a title, who acts for the state and has such a full
// name; without a state, the one of all holders of the office (राष्ट्रपति बूतेफ्लीका).
func (f *finder) soundsLike(m *doc.Mention, t title) {
	office := ""
	if t.owner == doc.None {
		if t.office != doc.None && !t.former {
			if row := f.k.OfficerNamed(f.d.Quote(m.Span), f.k.Items[t.office].ID, f.date); row != doc.None {
				m.Row, m.Rule = row, "sound"
			}
		}
		return
	}
	if t.office != doc.None {
		office = f.k.Items[t.office].ID
	}
	row := f.k.HolderNamed(f.d.Quote(m.Span), office, f.d.Entities[t.owner].Code)
	if row != doc.None && (office != "" || f.holds(&f.k.Items[row])) {
		m.Row, m.Rule = row, "sound"
	}
}

// whom finds the registry row that a last name alone means, and its code: the only one in office, else the only one of
// the states that the report names, else the one of highest rank (किम: the leader, not a minister). Where several of one
// state and rank remain, their code alone is settled.
func (f *finder) whom(m *doc.Mention, t title) (row int, code string) {
	f.names, _ = f.k.NameAt(func(j int) int32 { return f.d.Tokens[m.Tokens.First+j].Word }, 1, f.names[:0])
	var all, now []int
	for _, c := range f.names {
		if c.How != knowledge.BySurname || t.owner != doc.None && !f.k.Items[c.Item].ActedFor(f.d.Entities[t.owner].Code) {
			continue
		}
		all = append(all, int(c.Item))
		if f.holds(&f.k.Items[c.Item]) {
			now = append(now, int(c.Item))
		}
	}
	for _, rows := range [][]int{now, f.ofNamedStates(now), f.highest(f.ofNamedStates(now)), f.highest(now), f.ofNamedStates(all), all} {
		if _, code, ok := f.agreed(rows); ok {
			row, _, _ = f.agreed(f.highest(rows))
			return row, code
		}
	}
	return doc.None, unknown
}

// highest are the rows whose office at the date has the highest rank of all.
func (f *finder) highest(rows []int) []int {
	var out []int
	best := ""
	for _, r := range rows {
		rank := f.k.Items[r].On(f.date).Rank
		if rank > best {
			best, out = rank, out[:0]
		}
		if rank == best {
			out = append(out, r)
		}
	}
	return out
}

// agreed says whether all rows act for one state; the row is that of the only one, or None.
func (f *finder) agreed(rows []int) (row int, code string, ok bool) {
	for i, r := range rows {
		c := f.k.Items[r].On(f.date).Code
		if i > 0 && c != code {
			return doc.None, unknown, false
		}
		row, code = r, c
	}
	if len(rows) > 1 {
		row = doc.None
	}
	return row, code, len(rows) > 0
}

// ofNamedStates are the rows of those who act for a state or organisation that the report names.
func (f *finder) ofNamedStates(rows []int) []int {
	var out []int
	for _, r := range rows {
		code := f.k.Items[r].On(f.date).Code
		for i := range f.d.Entities {
			if e := &f.d.Entities[i]; e.Code == code && (e.Type == doc.State || e.Type == doc.Organisation) {
				out = append(out, r)
				break
			}
		}
	}
	return out
}

// applyTitle lets the text overrule the registry on a person's state and office.
func (f *finder) applyTitle(n int, t title) {
	e := &f.d.Entities[n]
	if t.former && e.ID != "" && e.Code != unknown && t.owner != doc.None && f.d.Entities[t.owner].Code != e.Code {
		return // पुर्तगाल के पूर्व प्रधानमंत्री गुतारेस act for the UN
	}
	if t.owner != doc.None && f.d.Entities[t.owner].Code != unknown {
		e.Code = f.d.Entities[t.owner].Code
	}
	if t.office != doc.None {
		it := &f.k.Items[t.office]
		e.Office, e.Sector = it.English, it.Sector
		if t.former {
			e.Office = "former " + e.Office
		}
	}
}

// linkOffice gives a title the entity that its owner and office make; without an owner it stays open until Resolve.
func (f *finder) linkOffice(m *doc.Mention) {
	m.Office = m.Row
	it := &f.k.Items[m.Row]
	owners := f.owners(m)
	if len(owners) == 0 && it.Code != "" {
		e := doc.Entity{Type: doc.Office, Name: f.d.Quote(m.Span), Code: it.Code, English: it.English, Sector: it.Sector, Office: it.English}
		m.Entity = f.entity("office:"+it.ID+":"+it.Code, e) // पोप: the title tells its state
		return
	}
	if len(owners) == 0 {
		return
	}
	f.titleEntities(m, owners, it)
}

// rebel is PLOVER's sector of rebels.
const rebel = "REB"

// titleEntities makes an entity for each owner.
func (f *finder) titleEntities(m *doc.Mention, owners []int, it *knowledge.Item) {
	for _, o := range owners {
		code := f.d.Entities[o].Code
		if it.Sector == rebel && f.sovereign(o) {
			code = unknown // विद्रोही नेता of a state do not act for it
		}
		e := doc.Entity{Type: doc.Office, Name: f.d.Quote(m.Span), Code: code, English: it.English, Sector: it.Sector, Office: it.English}
		m.Entities = append(m.Entities, f.entity("office:"+it.ID+":"+code, e))
	}
	m.Entity = m.Entities[0]
	if len(m.Entities) == 1 {
		m.Entities = nil
	}
}

// backed says whether the owner of a body only stands behind it (अमेरिका समर्थित सेना, ईरान समर्थित सशस्त्र समूह).
func (f *finder) backed(m *doc.Mention) bool {
	for i := m.Tokens.First; i > f.sentence && i > m.Tokens.First-3; i-- {
		t := &f.d.Tokens[i-1]
		if f.k.CuesOf(t)&knowledge.CueAllied != 0 {
			return true
		}
		if u := t.A().UPOS; u != doc.ADJ && u != doc.NOUN {
			return false
		}
	}
	return false
}

// linkBody gives a body its entity: that of its own code, else of its owners.
func (f *finder) linkBody(m *doc.Mention) {
	it := &knowledge.Item{ID: f.nameKey(m.Tokens)}
	if m.Row != doc.None {
		it = &f.k.Items[m.Row]
	}
	owners := f.owners(m)
	if it.Code != "" && (len(owners) == 0 || !f.lent(it)) {
		m.Entity = f.itemEntity(m, doc.Body)
		return
	}
	for _, o := range owners {
		code := f.d.Entities[o].Code
		if f.rebels(m) && f.sovereign(o) || f.backed(m) {
			code = unknown // rebels of a state do not act for it, armed groups of a people without one (फलस्तीनी गुट) do
		}
		e := doc.Entity{Type: doc.Body, Name: f.d.Quote(m.Span), Code: code, English: it.English, Sector: it.Sector}
		m.Entities = append(m.Entities, f.entity("body:"+it.ID+":"+code, e))
	}
	if len(m.Entities) > 0 {
		m.Entity = m.Entities[0]
	}
	if len(m.Entities) == 1 {
		m.Entities = nil
	}
}

// lent says whether a body is a force of an organisation: the troops are those of the states that lend them (केन्या के
// शांति सैनिक).
func (f *finder) lent(it *knowledge.Item) bool {
	return it.Sub == "force" && f.k.Item(doc.Organisation, it.Code) != nil
}

// rebels says whether a noun means fighters or rebels.
func (f *finder) rebels(m *doc.Mention) bool {
	return f.d.Tokens[m.Tokens.Last-1].A().Class&knowledge.ClassGroup != 0
}

// sovereign says whether an entity is a state of its own.
func (f *finder) sovereign(n int) bool {
	e := &f.d.Entities[n]
	if e.Type != doc.State {
		return false
	}
	it := f.k.Item(doc.State, e.ID)
	return it == nil || it.Sub != "territory"
}

// newOrganisation makes an entity for an organisation that no table has; its code is its acronym when it gives one.
func (f *finder) newOrganisation(m *doc.Mention) int {
	e := doc.Entity{Type: doc.Organisation, Name: f.d.Quote(m.Span), Code: unknown}
	return f.entity("organisation:"+f.nameKey(m.Tokens), e)
}
