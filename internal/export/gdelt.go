package export

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"strings"

	"varta/record"
)

// pairRow is a row of dyadic event data: one pair of one act.
type pairRow struct {
	*job
	Told
	dyad
	number int // of the pair in the act
	code   string
	day    string // the date of the act
}

// pairs calls each for every pair of every act that can be said without a status.
func (j *job) pairs(each func(*pairRow) error) error {
	for t, err := range j.Acts {
		if err != nil {
			return err
		}
		t, ok := j.settled(t)
		if !ok {
			continue
		}
		day := t.date()
		for i, d := range dyads(t.Act) {
			r := &pairRow{job: j, Told: t, dyad: d.dyad, number: i, code: d.code, day: day}
			if err := each(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// pairBits leave room for 16,384 pairs of an act below its 48 bits.
const pairBits = 14

// id is a whole number below 2^62 made of the ID of the act and the number of the pair, so it is as unique as these are.
func (r *pairRow) id() string {
	digits := strings.TrimPrefix(r.Act.ID, "act:")
	n, err := strconv.ParseUint(digits, 16, 48)
	if err != nil {
		sum := sha256.Sum256([]byte(r.Act.ID))
		n = binary.BigEndian.Uint64(sum[:]) >> 16
	}
	return strconv.FormatUint(n<<pairBits|uint64(r.number), 10)
}

// base and root are the levels of a CAMEO code above it.
func base(code string) string { return code[:min(3, len(code))] }
func root(code string) string { return code[:min(2, len(code))] }

// quadClass is GDELT's class of a CAMEO root. It is not that of PLOVER: an investigation is material cooperation, a
// protest verbal conflict here.
func quadClass(code string) string {
	switch r := root(code); {
	case r == "":
		return ""
	case r <= "05":
		return "1"
	case r <= "09":
		return "2"
	case r <= "14":
		return "3"
	}
	return "4"
}

func writeGDELT(j *job) error {
	t := &tabbed[gdeltRow]{job: j, columns: gdeltColumns()}
	return j.pairs(func(r *pairRow) error { return t.row(&gdeltRow{r, j.cameo(r.from), j.cameo(r.to)}) })
}

// gdeltRow is a pair with both actors in CAMEO's terms.
type gdeltRow struct {
	*pairRow
	actor1, actor2 cameoActor
}

// gdeltColumns are the 61 columns of GDELT 2.0 events, in their order. The file has no header; empty is null.
func gdeltColumns() []column[gdeltRow] {
	columns := []column[gdeltRow]{
		{"GLOBALEVENTID", func(r *gdeltRow) string { return r.id() }},
		{"SQLDATE", func(r *gdeltRow) string { return compact(r.day) }},
		{"MonthYear", func(r *gdeltRow) string { return compact(r.day)[:min(6, len(r.day))] }},
		{"Year", func(r *gdeltRow) string { return r.day[:min(4, len(r.day))] }},
		{"FractionDate", func(r *gdeltRow) string { return fraction(r.day) }},
	}
	columns = append(columns, actorColumns("Actor1", func(r *gdeltRow) cameoActor { return r.actor1 })...)
	columns = append(columns, actorColumns("Actor2", func(r *gdeltRow) cameoActor { return r.actor2 })...)
	columns = append(columns,
		column[gdeltRow]{"IsRootEvent", func(r *gdeltRow) string { return r.leads() }},
		column[gdeltRow]{"EventCode", func(r *gdeltRow) string { return r.code }},
		column[gdeltRow]{"EventBaseCode", func(r *gdeltRow) string { return base(r.code) }},
		column[gdeltRow]{"EventRootCode", func(r *gdeltRow) string { return root(r.code) }},
		column[gdeltRow]{"QuadClass", func(r *gdeltRow) string { return quadClass(r.code) }},
		column[gdeltRow]{"GoldsteinScale", func(r *gdeltRow) string { return r.goldstein() }},
		column[gdeltRow]{"NumMentions", func(r *gdeltRow) string { return strconv.Itoa(r.mentions()) }},
		column[gdeltRow]{"NumSources", func(r *gdeltRow) string { return strconv.Itoa(len(r.sources())) }},
		column[gdeltRow]{"NumArticles", func(r *gdeltRow) string { return strconv.Itoa(r.articles()) }},
		column[gdeltRow]{"AvgTone", nothing[gdeltRow]},
	)
	columns = append(columns, geoColumns("Actor1Geo", func(*gdeltRow) record.Where { return record.Where{} })...)
	columns = append(columns, geoColumns("Actor2Geo", func(*gdeltRow) record.Where { return record.Where{} })...)
	columns = append(columns, geoColumns("ActionGeo", func(r *gdeltRow) record.Where { return r.where() })...)
	return append(columns,
		column[gdeltRow]{"DATEADDED", func(r *gdeltRow) string { return midnight(r.published()) }},
		column[gdeltRow]{"SOURCEURL", func(r *gdeltRow) string { return r.address(0) }},
	)
}

func nothing[R any](*R) string { return "" }

// midnight is a day as GDELT writes a time.
func midnight(iso string) string {
	if d := compact(iso); d != "" {
		return d + "000000"
	}
	return ""
}

// leadBytes is how far the lead of a report reaches: a headline and a first paragraph of some sixty words of Hindi.
const leadBytes = 1000

// leads is 1 when a report tells the act in its lead, which is what GDELT takes for the sign of a root event.
func (r *pairRow) leads() string {
	for _, t := range r.Act.Tellings {
		for _, e := range t.Evidence {
			if e.Start < leadBytes {
				return "1"
			}
		}
	}
	return "0"
}

func (r *pairRow) goldstein() string {
	if s := r.codes.CAMEO[r.code].GDELT; s != nil {
		return strconv.FormatFloat(*s, 'f', 1, 64)
	}
	return ""
}

// actorColumns are the ten columns of an actor.
func actorColumns(prefix string, who func(*gdeltRow) cameoActor) []column[gdeltRow] {
	cell := func(f func(cameoActor) string) func(*gdeltRow) string {
		return func(r *gdeltRow) string { return f(who(r)) }
	}
	return []column[gdeltRow]{
		{prefix + "Code", cell(func(a cameoActor) string { return a.code() })},
		{prefix + "Name", cell(func(a cameoActor) string { return a.name })},
		{prefix + "CountryCode", cell(func(a cameoActor) string { return a.country })},
		{prefix + "KnownGroupCode", cell(func(a cameoActor) string { return a.group })},
		{prefix + "EthnicCode", nothing[gdeltRow]},
		{prefix + "Religion1Code", nothing[gdeltRow]},
		{prefix + "Religion2Code", nothing[gdeltRow]},
		{prefix + "Type1Code", cell(func(a cameoActor) string { return a.kind })},
		{prefix + "Type2Code", nothing[gdeltRow]},
		{prefix + "Type3Code", nothing[gdeltRow]},
	}
}

// geoColumns are the eight columns of a place.
func geoColumns(prefix string, at func(*gdeltRow) record.Where) []column[gdeltRow] {
	cell := func(f func(*job, record.Where) string) func(*gdeltRow) string {
		return func(r *gdeltRow) string { return f(r.job, at(r)) }
	}
	fips := cell(func(j *job, w record.Where) string { return j.codes.States[w.Code].FIPS })
	return []column[gdeltRow]{
		{prefix + "_Type", cell(func(_ *job, w record.Where) string { return geoType(w) })},
		{prefix + "_FullName", cell((*job).fullName)},
		{prefix + "_CountryCode", fips},
		{prefix + "_ADM1Code", func(r *gdeltRow) string {
			if code := fips(r); code != "" && at(r).Precision != "state" {
				return code + "00" // somewhere in the country
			}
			return fips(r)
		}},
		{prefix + "_ADM2Code", nothing[gdeltRow]},
		{prefix + "_Lat", cell(func(_ *job, w record.Where) string { return decimal(w.Lat) })},
		{prefix + "_Long", cell(func(_ *job, w record.Where) string { return decimal(w.Lon) })},
		{prefix + "_FeatureID", func(r *gdeltRow) string {
			if at(r).Precision == "state" {
				return fips(r)
			}
			return ""
		}},
	}
}

// geoType is GDELT's kind of a place: 0 none, 1 country, 2 state of the USA, 3 city there, 4 city or landmark elsewhere,
// 5 province elsewhere.
func geoType(w record.Where) string {
	usa := w.Code == "USA"
	switch {
	case w.Precision == "":
		return "0"
	case w.Precision == "state":
		return "1"
	case w.Precision == "region" && usa:
		return "2"
	case w.Precision == "region":
		return "5"
	case usa:
		return "3"
	}
	return "4"
}

// fullName is "Dushanbe, Tajikistan".
func (j *job) fullName(w record.Where) string {
	state := j.nameOf(w.Code)
	if w.Name == "" || string(w.Name) == state || state == "" {
		return string(w.Name) + strings.Repeat(state, 1-min(1, len(w.Name)))
	}
	return string(w.Name) + ", " + state
}
