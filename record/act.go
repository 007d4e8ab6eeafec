package record

// Act is one act of the world as several reports tell it: their events, merged. It is written in the same terms as an
// [Event], without the words of any one report, which stand in its tellings.
type Act struct {
	// ID is "act:" and twelve hexadecimal digits derived from the tellings; it does not depend on the order in which
	// the reports came.
	ID       string   `json:"id"`
	Type     string   `json:"type"`
	Modes    []string `json:"modes"`
	Contexts []string `json:"contexts"`
	CAMEO    string   `json:"cameo"`
	Quad     int      `json:"quad"`
	Score    float64  `json:"score"`
	// Status is what the latest report that settles it says; History is how it came to that.
	Status     string    `json:"status"`
	History    []Turn    `json:"history"`
	Actors     []Actor   `json:"actors"`
	Recipients []Actor   `json:"recipients"`
	Date       *When     `json:"date"`
	Place      *Where    `json:"place"`
	Occasion   Null      `json:"occasion"` // the ID of the act at which this one took place
	Topics     []string  `json:"topics"`
	Confidence float64   `json:"confidence"`
	Tellings   []Telling `json:"tellings"`
}

// Turn is a status and the first report that gave it.
type Turn struct {
	Status    string `json:"status"`
	Report    string `json:"report"`
	Published Null   `json:"published"`
}

// Actor is a party of an act: see [Party].
type Actor struct {
	ID       Null   `json:"id"`
	Name     Null   `json:"name"`
	Code     string `json:"code"`
	Sector   Null   `json:"sector"`
	Office   Null   `json:"office"`
	Wikidata Null   `json:"wikidata"`
}

// When is the date of an act: see [Date].
type When struct {
	Value     string `json:"value"`
	Until     Null   `json:"until"`
	Precision string `json:"precision"`
}

// Where is the place of an act: see [Place].
type Where struct {
	Name      Null     `json:"name"`
	Code      string   `json:"code"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
	GeoNames  *int     `json:"geonames"`
	Precision string   `json:"precision"`
}

// Telling is the event of one report that tells an act. Report is the ID of the record, Event that of the event in it.
type Telling struct {
	Report    string     `json:"report"`
	Event     string     `json:"event"`
	Published Null       `json:"published"`
	Status    string     `json:"status"`
	Evidence  []Evidence `json:"evidence"`
}

// Relation is a lasting relation as the facts of all reports give it: a membership, a chair, an office. Its terms are
// in order of time; terms that contradict each other stand side by side, each with the reports that say so.
type Relation struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Subject Actor  `json:"subject"`
	Object  Actor  `json:"object"`
	Office  Null   `json:"office"`
	Terms   []Term `json:"terms"`
}

// Term is a stretch of time in which a relation held. Since and Until are ISO years, months or days.
type Term struct {
	Since   Null     `json:"since"`
	Until   Null     `json:"until"`
	Sources []Source `json:"sources"`
}

// Source is the fact of one report. Report is the ID of the record, Fact that of the fact in it.
type Source struct {
	Report   string     `json:"report"`
	Fact     string     `json:"fact"`
	Evidence []Evidence `json:"evidence"`
}
