package knowledge

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"varta/internal/doc"
)

// Item is a row of the registry: a state, organisation, group, office, body, person or place.
type Item struct {
	Kind     doc.MentionType
	Sub      string // kind column: igo, ministry, rank, prefix, city …
	ID       string
	Code     string // state or organisation; empty where the context decides (विदेश मंत्रालय)
	English  string
	Aliases  string // further English names and adjectives, parted by bars
	Hindi    string
	Sector   string
	Wikidata string
	Parent   string // organisation above it; of a group: the state in which it is at home
	Lat, Lon float64
	HasPoint bool
	GeoNames int
	Size     int // population of a place
	Capital  bool
	Terms    []Term // of a person
	Members  []Member
	Chairs   []Member // whose turn it was to preside, in the order of time
	Scope    string
	SameAs   string // of an office: the one that it is in its state (secretary of state: foreign minister)
	Single   bool   // of an office: one person holds it at a time
	Head     bool   // of an office: whoever holds it leads an organisation or state
	Rank     string // of an office: the higher, the likelier is its holder meant by a last name alone
}

// Term is a person's term of office; Since and Until are ISO years, months or days, empty when open. At is where an envoy
// is sent.
type Term struct {
	Office, Code, At, Since, Until string
	Likely                         bool   // the row is not sure of its dates
	Rank                           string // that of the office
	Line                           int32  // in people.tsv
}

// Member is a membership or a chairmanship of an organisation.
type Member struct {
	Code, Since, Until string
	Likely             bool
	Line               int32 // in members.tsv or chairs.tsv
}

// How a name denotes its item.
type How uint8

// Ways of naming.
const (
	ByName How = iota
	ByAcronym
	ByAdjective
	ByPeople
	BySurname
)

// Name is one reading of a name: an item and the way it is named.
type Name struct {
	Item int32
	How  How
}

// itemKey tells items apart.
type itemKey struct {
	kind doc.MentionType
	id   string
}

// worldTables are the files of data/world.
type worldTables struct {
	states, organisations, groups, offices, bodies, places, people, members, chairs *table
}

func readWorld(fsys fs.FS, dir string, p *problems) *worldTables {
	return &worldTables{
		states:        readTable(fsys, dir+"/states.tsv", p, "code", "en", "hi", "adjectives", "people", "capital"),
		organisations: readTable(fsys, dir+"/organisations.tsv", p, "code", "en", "hi", "acronyms", "kind"),
		groups:        readTable(fsys, dir+"/groups.tsv", p, "code", "en", "hi", "kind"),
		offices:       readTable(fsys, dir+"/offices.tsv", p, "id", "en", "hi", "kind", "sector"),
		bodies:        readTable(fsys, dir+"/bodies.tsv", p, "id", "en", "hi", "code", "kind", "sector"),
		places:        readTable(fsys, dir+"/places.tsv", p, "id", "en", "hi", "code", "lat", "lon"),
		people:        readTable(fsys, dir+"/people.tsv", p, "id", "en", "hi", "state", "office", "since", "until"),
		members:       readTable(fsys, dir+"/members.tsv", p, "org", "member", "since", "until"),
		chairs:        readTable(fsys, dir+"/chairs.tsv", p, "org", "chair", "since", "until"),
	}
}

// loadWorld enters the rows of data/world: every name in folded spelling goes into one trie.
func (k *Base) loadWorld(w *worldTables, p *problems) {
	n := 0
	for _, t := range []*table{w.states, w.states, w.organisations, w.groups, w.offices, w.bodies, w.places, w.people} {
		n += len(t.rows) // the states twice, for their capitals
	}
	k.names = newTrie(8 * n)
	k.byID = make(map[itemKey]int32, n)
	k.familyFirst = map[string]bool{}
	k.Items = make([]Item, 0, n)
	k.loadStates(w.states, p)
	k.loadOrganisations(w.organisations, p)
	k.loadMembers(w.members, "member", func(it *Item) *[]Member { return &it.Members })
	k.loadMembers(w.chairs, "chair", func(it *Item) *[]Member { return &it.Chairs })
	k.loadSimple(w.groups, doc.Group, p)
	k.loadSimple(w.offices, doc.Office, p)
	k.loadSimple(w.bodies, doc.Body, p)
	c := capitalsOf(w.states)
	k.loadPlaces(w.places, c, p)
	k.loadCapitals(w.states, c, p)
	k.loadPeople(w.people, p)
	k.checkWorld(w, p)
}

func (k *Base) addItem(it Item, r *row, p *problems) int32 {
	n := int32(len(k.Items))
	key := itemKey{it.Kind, it.ID}
	if _, dup := k.byID[key]; dup {
		p.add(r.t.file, r.line, 1, "duplicate-id", "%s", it.ID)
	}
	k.byID[key] = n
	k.Items = append(k.Items, it)
	return n
}

// partOf tells of what kind of name the words of a row are parts.
func partOf(kind doc.MentionType) Starts {
	switch kind {
	case doc.Person:
		return PartOfPerson
	case doc.State, doc.Place:
		return PartOfPlace
	case doc.Organisation, doc.Group, doc.Body:
		return PartOfBody
	}
	return 0
}

// addName enters a name under every inflected form of its last word.
func (k *Base) addName(name string, item int32, how How) {
	words := k.vocab.ids(name)
	if len(words) == 0 {
		return
	}
	last := len(words) - 1
	value := item<<3 | int32(how)
	node := int32(0)
	for _, w := range words[:last] {
		node = k.names.grow(node, w)
	}
	part := partOf(k.Items[item].Kind)
	for _, w := range words {
		k.vocab.entries[w].Starts |= part
	}
	place := part == PartOfPlace
	k.opens(words[0], place)
	k.names.set(k.names.grow(node, words[last]), value)
	for _, f := range k.formsOf(words[last]) {
		if last == 0 {
			k.opens(f, place)
		}
		k.names.set(k.names.grow(node, f), value)
	}
}

// opens marks a word with which a name begins.
func (k *Base) opens(word int32, place bool) {
	e := &k.vocab.entries[word]
	e.Starts |= StartsName
	e.Place = e.Place || place
}

// NameAt finds the longest name that begins at token word numbers w(0), w(1) …; it returns its readings and length.
func (k *Base) NameAt(w func(i int) int32, n int, found []Name) ([]Name, int) {
	node, length, at := int32(0), 0, int32(0)
	for i := range n {
		x := w(i)
		if x < 0 {
			break
		}
		if node = k.names.step(node, x); node == 0 {
			break
		}
		if len(k.names.value[node]) > 0 {
			at, length = node, i+1
		}
	}
	for _, v := range k.names.value[at] {
		found = append(found, Name{v >> 3, How(v & 7)})
	}
	return found, length
}

// Item finds a row by kind and id, nil when there is none.
func (k *Base) Item(kind doc.MentionType, id string) *Item {
	if n, ok := k.byID[itemKey{kind, id}]; ok {
		return &k.Items[n]
	}
	return nil
}

func (k *Base) loadStates(t *table, p *problems) {
	for i := range t.rows {
		r := &t.rows[i]
		hi := r.list("hi")
		code := r.get("code")
		if r.get("names") == "family-first" {
			k.familyFirst[code] = true
		}
		if next := r.get("successor"); next != "" {
			code = next // a former state acts under the code of the state that succeeded it
		}
		n := k.addItem(Item{Kind: doc.State, ID: r.get("code"), Code: code, English: r.get("en"), Aliases: r.get("en_variants") + "|" + r.get("en_adjectives"), Hindi: first(hi), Wikidata: r.get("wikidata"), Sector: "GOV", Sub: sovereignty(r)}, r, p)
		for _, h := range hi {
			k.addName(h, n, ByName)
			k.preferName(h)
		}
		for _, c := range []struct {
			col string
			how How
		}{{"adjectives", ByAdjective}, {"people", ByPeople}} {
			for _, h := range r.list(c.col) {
				k.addName(h, n, c.how)
				k.addPlurals(h, n)
			}
		}
	}
}

// sovereignty is "territory" for what the Correlates of War project lists as no state, empty for a state.
func sovereignty(r *row) string {
	if r.get("cow") == "" && r.get("successor") == "" {
		return "territory"
	}
	return ""
}

// addPlurals enters the plural of a people noun: its paradigm is told by its ending, in paradigms.yaml.
func (k *Base) addPlurals(name string, item int32) {
	for _, par := range k.peopleParadigms {
		if !strings.HasSuffix(name, par.Strip) {
			continue
		}
		stem := strings.TrimSuffix(name, par.Strip)
		for _, f := range par.Forms {
			k.addName(stem+f.Suffix, item, ByPeople)
		}
		return
	}
}

// first is the first of a list, the zero value of an empty one.
func first[T any](s []T) T {
	if len(s) == 0 {
		var zero T
		return zero
	}
	return s[0]
}

func (k *Base) loadOrganisations(t *table, p *problems) {
	for i := range t.rows {
		r := &t.rows[i]
		hi := r.list("hi")
		it := Item{Kind: doc.Organisation, Sub: r.get("kind"), ID: r.get("code"), Code: r.get("code"), English: r.get("en"), Aliases: r.get("en_variants") + "|" + r.get("acronyms"), Hindi: first(hi), Parent: r.get("parent"), Sector: "IGO", Wikidata: r.get("wikidata")}
		n := k.addItem(it, r, p)
		for _, h := range hi {
			k.addName(h, n, ByName)
		}
		for _, h := range r.list("acronyms") {
			k.addName(h, n, ByAcronym)
		}
		k.addName(r.get("en"), n, ByName)
	}
}

// loadSimple reads groups, offices and bodies, whose rows differ in few columns.
func (k *Base) loadSimple(t *table, kind doc.MentionType, p *problems) {
	for i := range t.rows {
		r := &t.rows[i]
		hi := r.list("hi")
		it := Item{Kind: kind, Sub: r.get("kind"), Code: r.get("code"), English: r.get("en"), Aliases: r.get("en_variants") + "|" + r.get("asked"), Hindi: first(hi), Sector: r.get("sector"), Scope: r.get("scope"), SameAs: r.get("same_as"), Single: r.get("single") != "", Head: r.get("single") == "head", Rank: r.get("rank")}
		it.ID = r.get("id")
		if it.ID == "" {
			it.ID = it.Code
		}
		if kind == doc.Group {
			it.Parent = r.get("state")
		}
		n := k.addItem(it, r, p)
		for _, h := range hi {
			k.addName(h, n, ByName)
			if kind == doc.Group {
				k.addPlurals(h, n)
			}
		}
	}
}

// preferName lets the one word that names a state win over ordinary words that look the same (कतर, a stem "to cut").
func (k *Base) preferName(name string) {
	words := k.vocab.ids(name)
	if len(words) != 1 || len(k.vocab.entries[words[0]].Analyses) == 0 {
		return
	}
	e := &k.vocab.entries[words[0]]
	e.Analyses = []doc.Analysis{{Lemma: e.Text, LemmaID: words[0], UPOS: doc.PROPN}}
}

func (k *Base) loadPlaces(t *table, c *capitals, p *problems) {
	for i := range t.rows {
		r := &t.rows[i]
		hi := r.list("hi")
		it := Item{Kind: doc.Place, Sub: r.get("kind"), ID: r.get("id"), Code: r.get("code"), English: r.get("en"), Hindi: first(hi)}
		it.Lat, it.Lon, it.HasPoint = point(r)
		it.GeoNames, _ = strconv.Atoi(r.get("id"))
		it.Size, _ = strconv.Atoi(r.get("population"))
		it.Capital = (it.Sub == "city" || it.Sub == "") && c.has(it.Code, hi)
		n := k.addItem(it, r, p)
		if it.Capital {
			c.note(it.Code, hi, n)
		}
		for _, h := range hi {
			k.addName(h, n, ByName)
		}
	}
}

func point(r *row) (lat, lon float64, ok bool) { return coordinates(r.get("lat"), r.get("lon")) }

func coordinates(north, east string) (lat, lon float64, ok bool) {
	lat, err1 := strconv.ParseFloat(north, 64)
	lon, err2 := strconv.ParseFloat(east, 64)
	return lat, lon, err1 == nil && err2 == nil
}

// loadPeople reads one row a term; the rows of one person share their id and names.
func (k *Base) loadPeople(t *table, p *problems) {
	for i := range t.rows {
		r := &t.rows[i]
		id, hi := r.get("id"), r.list("hi")
		n, ok := k.byID[itemKey{doc.Person, id}]
		if !ok {
			n = k.addItem(Item{Kind: doc.Person, ID: id, English: r.get("en"), Aliases: r.get("en_variants"), Hindi: first(hi), Wikidata: r.get("wikidata"), Code: r.get("state"), Sector: "GOV"}, r, p)
		}
		t := Term{Office: r.get("office"), Code: r.get("state"), At: r.get("at"), Since: r.get("since"), Until: r.get("until"), Likely: r.get("certainty") == "likely", Line: int32(r.line)}
		if o := k.Item(doc.Office, t.Office); o != nil {
			t.Rank = o.Rank
		}
		k.Items[n].Terms = append(k.Items[n].Terms, t)
		if len(k.Items[n].Terms) > 1 {
			continue // the names are those of the first row
		}
		for _, h := range hi {
			k.addName(h, n, ByName)
			if strings.Contains(h, "-") {
				k.addName(strings.ReplaceAll(h, "-", " "), n, ByName)
			}
			k.addSurname(h, n, k.familyFirst[r.get("state")])
		}
	}
}

// addSurname enters the last word of a person's name, the first where states.tsv says that the family name comes first
// (शी चिनफिंग), unless it is an ordinary word of the language (बारे in के बारे में).
func (k *Base) addSurname(name string, item int32, familyFirst bool) {
	words := k.vocab.ids(name)
	if len(words) < 2 {
		return
	}
	last := words[len(words)-1]
	if familyFirst {
		last = words[0]
	}
	if len(k.vocab.entries[last].Analyses) > 0 || k.inMarker[last] || len(k.vocab.entries[last].Text) < 6 {
		return
	}
	k.vocab.entries[last].Starts |= StartsName
	k.names.add([]int32{last}, item<<3|int32(BySurname))
}

// ActedFor says whether a person ever held an office of a state, organisation or group.
func (it *Item) ActedFor(code string) bool {
	return slices.ContainsFunc(it.Terms, func(t Term) bool { return t.Code == code })
}

// On is the person's term at a date (ISO, may be empty for unknown): of those that cover it the one of highest rank, else
// the last one that began before it, else the first.
func (it *Item) On(date string) Term {
	if len(it.Terms) == 0 {
		return Term{Code: it.Code}
	}
	best, covers := it.Terms[0], false
	for _, t := range it.Terms {
		switch {
		case date != "" && Overlap(t.Since, t.Until, date, date):
			if !covers || t.Rank > best.Rank {
				best, covers = t, true
			}
		case !covers && (date == "" || t.Since == "" || t.Since <= date):
			best = t
		}
	}
	return best
}
