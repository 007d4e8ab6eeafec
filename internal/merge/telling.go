package merge

import (
	"cmp"
	"hash/fnv"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"varta/record"
)

// Telling is the event of one report as merging sees it: what decides about its act, and no more, so that an archive
// can keep it beside the event and read many of them.
type Telling struct {
	Report     string   `json:"r"`
	Event      string   `json:"e"`
	Published  Day      `json:"p,omitempty"`
	Type       string   `json:"t"`
	Modes      []string `json:"m,omitempty"`
	Status     string   `json:"s"`
	Actors     []Party  `json:"a,omitempty"`
	Recipients []Party  `json:"b,omitempty"`
	// Bodies are the organisations among the parties.
	Bodies []string `json:"o,omitempty"`
	Date   Period   `json:"d,omitzero"`
	Place  *Place   `json:"l,omitempty"`
	// Drill says that it is an exercise of armies.
	Drill bool `json:"x,omitempty"`
	// Occasion is the event of the same report at which this one took place, and its setting.
	Occasion string   `json:"c,omitempty"`
	At       *Setting `json:"at,omitempty"`
	// Start is where the report tells the event first, Twin which one of the events of the type it is that start there.
	// Unlike the event's id they outlive most changes of the tables.
	Start int `json:"i"`
	Twin  int `json:"j,omitempty"`
	// Weight is how telling it is: see Before.
	Weight int `json:"k,omitempty"`
	// Words are the words of the evidence, bare of what inflects, as numbers.
	Words []uint16 `json:"w,omitempty"`

	made *made
}

// made is what is made of a telling once, however often it is looked at.
type made struct {
	id      string
	keys    []Key
	all     []string    // codes
	bySides [2][]string // of actors, of recipients
}

// Prepare makes comparisons of a telling fast. It must not be changed any more then.
func (t *Telling) Prepare() {
	if t.made == nil {
		t.made = &made{t.ID(), Keys(t), t.codes(), t.sided()}
	}
}

// codes are the known codes of all parties.
func (t *Telling) codes() []string {
	if t.made != nil {
		return t.made.all
	}
	return codes(t.Actors, t.Recipients)
}

// sided are the known codes of the actors, and those of the recipients.
func (t *Telling) sided() [2][]string {
	if t.made != nil {
		return t.made.bySides
	}
	return [2][]string{codes(t.Actors), codes(t.Recipients)}
}

// Party is somebody who takes part. Name is who it is by the registry, where that is more than its code.
type Party struct {
	Code   string `json:"code"`
	Name   string `json:"name,omitempty"`
	Office string `json:"office,omitempty"`
}

// person says whether somebody acts for a body: its secretary-general is not the body.
func (p Party) person() bool { return p.Name != "" || strings.Contains(p.Office, "secretary") }

// Place is where it took place.
type Place struct {
	Name string   `json:"name,omitempty"` // of a town or a region, else empty
	ID   int      `json:"id,omitempty"`   // GeoNames
	Wide bool     `json:"wide,omitempty"` // a region, a sea
	Far  bool     `json:"far,omitempty"`  // named elsewhere than in the evidence, in the dateline for one: a guess
	Code string   `json:"code"`
	Lat  *float64 `json:"lat,omitempty"`
	Lon  *float64 `json:"lon,omitempty"`
}

// Setting is what is known of an occasion.
type Setting struct {
	Codes []string `json:"codes,omitempty"`
	Date  Period   `json:"d,omitzero"`
	Place *Place   `json:"l,omitempty"`
}

// ID names a telling by its report and the place in it.
func (t *Telling) ID() string {
	if t.made != nil {
		return t.made.id
	}
	id := t.Report + "@" + strconv.Itoa(t.Start) + ":" + t.Type
	if t.Twin > 0 {
		id += "." + strconv.Itoa(t.Twin)
	}
	return id
}

// Tellings are the events of a record as merging sees them.
func Tellings(r *record.Record) []Telling {
	byID := map[record.Null]*record.Event{}
	for i := range r.Events {
		byID[record.Null(r.Events[i].ID)] = &r.Events[i]
	}
	bodies := map[string]bool{}
	for _, m := range r.Mentions {
		bodies[m.Code] = bodies[m.Code] || m.Type == "organisation"
	}
	out := make([]Telling, len(r.Events))
	for i := range r.Events {
		e := &r.Events[i]
		out[i] = Telling{
			Report: r.ID, Event: e.ID, Published: day(string(r.Report.Published)), Type: e.Type, Modes: sorted(e.Modes), Status: e.Status,
			Actors: parties(e.Actors), Recipients: parties(e.Recipients), Date: period(e.Date), Place: placeOf(e), Words: words(e),
			Drill: e.Type == "COOPERATE" && slices.Contains(e.Contexts, "military"),
		}
		out[i].Bodies = slices.DeleteFunc(codes(slices.DeleteFunc(slices.Concat(out[i].Actors, out[i].Recipients), Party.person)),
			func(c string) bool { return !bodies[c] })
		if len(e.Evidence) > 0 {
			out[i].Start = e.Evidence[0].Start
		}
		out[i].Weight = out[i].weight()
		for k := range out[:i] {
			if out[k].Type == e.Type && out[k].Start == out[i].Start {
				out[i].Twin++
			}
		}
		if o := byID[e.Occasion]; o != nil && o != e {
			out[i].Occasion = o.ID
			out[i].At = &Setting{codes(parties(o.Actors), parties(o.Recipients)), period(o.Date), place(o.Place)}
		}
	}
	return out
}

func parties(list []record.Party) []Party {
	var out []Party
	for _, p := range list {
		if x := (Party{p.Code, name(p), string(p.Office)}); !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// name tells persons apart; whatever else has a name is known by its code.
func name(p record.Party) string {
	if strings.HasPrefix(string(p.ID), "person:") {
		return string(p.ID)
	}
	return ""
}

// placeOf is the place of an event, and whether its own words name it.
func placeOf(e *record.Event) *Place {
	out := place(e.Place)
	if out != nil {
		out.Far = !slices.ContainsFunc(e.Evidence, func(q record.Evidence) bool { return q.Start <= e.Place.Start && e.Place.End <= q.End })
	}
	return out
}

func place(p *record.Place) *Place {
	if p == nil {
		return nil
	}
	out := &Place{Code: p.Code}
	switch p.Precision {
	case "state":
	case "city":
		out.Name, out.Lat, out.Lon = placeName(p), p.Lat, p.Lon
	default: // a region, a sea
		out.Name, out.Wide = placeName(p), true
	}
	if p.GeoNames != nil {
		out.ID = *p.GeoNames
	}
	return out
}

// placeName is a place's name or what the report calls it. A telling outlives its report in memory.
func placeName(p *record.Place) string { return cmp.Or(string(p.Name), strings.Clone(p.Text)) }

// codes are the known codes of parties, sorted.
func codes(lists ...[]Party) []string {
	var out []string
	for _, l := range lists {
		for _, p := range l {
			if p.Code != record.Unknown && p.Code != "" {
				out = append(out, p.Code)
			}
		}
	}
	return sorted(out)
}

func sorted(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

// shortest is how many letters a word has at least that says something of its own.
const shortest = 3

// words are the words of the evidence as numbers.
func words(e *record.Event) []uint16 {
	var out []uint16
	for w := range said(e) {
		out = append(out, hash(w))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// said are the words of the evidence without vowel signs, so that most inflected forms of a word fall together, each with
// how it is written. Words of the parties are left out: the parties are compared by who they are.
func said(e *record.Event) map[string]string {
	out := map[string]string{}
	for _, q := range e.Evidence {
		for w, written := range bare(q.Quote) {
			if out[w] == "" {
				out[w] = written
			}
		}
	}
	for _, p := range slices.Concat(e.Actors, e.Recipients) {
		for w := range bare(p.Text) {
			delete(out, w)
		}
	}
	return out
}

// Agreeing are the words of the evidence of one event that another one has too, as the first writes them.
func Agreeing(e, other *record.Event) []string {
	var out []string
	theirs := said(other)
	for w, written := range said(e) {
		if theirs[w] != "" {
			out = append(out, written)
		}
	}
	slices.Sort(out)
	return out
}

// bare yields the words of a text without signs, and as they are written; short ones are left out.
func bare(text string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for written := range strings.FieldsFuncSeq(norm.NFD.String(text), func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) }) {
			w := strings.Map(func(r rune) rune {
				if unicode.Is(unicode.M, r) {
					return -1
				}
				return r
			}, written)
			if utf8.RuneCountInString(w) >= shortest && !yield(w, written) {
				return
			}
		}
	}
}

func hash(word string) uint16 {
	h := fnv.New32a()
	h.Write([]byte(word))
	s := h.Sum32()
	return uint16(s ^ s>>16)
}

// Before is the order in which tellings are gone through, the most telling one first: what is dated to the day, has
// happened, names its place and its parties. It does not depend on when a report came.
func Before(a, b *Telling) int {
	return cmp.Or(
		cmp.Compare(b.weight(), a.weight()),
		cmp.Compare(a.Published, b.Published),
		cmp.Compare(a.Report, b.Report),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.Type, b.Type),
		cmp.Compare(a.Twin, b.Twin),
	)
}

func (t *Telling) weight() int {
	if t.Weight > 0 {
		return t.Weight
	}
	w := 12 * int(t.Date.Precision)
	switch t.Status {
	case record.Happened, record.Denied:
		w += 6
	case record.Planned, record.Alleged:
		w += 3
	}
	if t.Place != nil && t.Place.Name != "" {
		w += 4
	}
	return w + min(len(t.codes()), 3) + min(t.named(), 2)
}

// named is how many parties are known by name.
func (t *Telling) named() int {
	n := 0
	for _, p := range slices.Concat(t.Actors, t.Recipients) {
		if p.Name != "" {
			n++
		}
	}
	return n
}
