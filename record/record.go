package record

import "strings"

// Schema names the version of the JSON form.
const Schema = "varta/1"

// Statuses of an event.
const (
	Happened = "happened"
	Planned  = "planned"
	Possible = "possible"
	Denied   = "denied"
	Alleged  = "alleged"
)

// Statuses are all of them.
func Statuses() []string { return []string{Happened, Planned, Possible, Denied, Alleged} }

// FactKinds are the kinds of facts that a record may hold.
func FactKinds() []string {
	return []string{"holds_office", "member_of", "chairs", "founded", "located_in", "capital_of", "party_to", "succeeds", "described_as"}
}

// Unknown is the code of a party that no registry and no word of the report settles.
const Unknown = "---"

// Record is what one report says.
type Record struct {
	ID          string      `json:"id"`
	Schema      string      `json:"schema"`
	Version     string      `json:"version"`
	DataVersion string      `json:"data_version"`
	Report      Report      `json:"report"`
	Events      []Event     `json:"events"`
	Statements  []Statement `json:"statements"`
	Facts       []Fact      `json:"facts"`
	Mentions    []Mention   `json:"mentions"`
	Notes       []Note      `json:"notes"`
}

// Report describes the report that was read. Published is an ISO date.
type Report struct {
	Title     Null      `json:"title"`
	URL       Null      `json:"url"`
	Publisher Null      `json:"publisher"`
	Agency    Null      `json:"agency"`
	Dateline  *Dateline `json:"dateline"`
	Lang      string    `json:"lang"`
	Published Null      `json:"published"`
	SHA256    string    `json:"sha256"`
	Bytes     int       `json:"bytes"`
	Text      string    `json:"text,omitempty"`
}

// Dateline is the place (and the state that it lies in) from which the report was filed.
type Dateline struct {
	Text string `json:"text"`
	Code string `json:"code"`
}

// Event is one act, however often the report tells it: each telling is one span of evidence.
type Event struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Modes      []string `json:"modes"`
	Contexts   []string `json:"contexts"`
	CAMEO      string   `json:"cameo"`
	Quad       int      `json:"quad"`
	Score      float64  `json:"score"`
	Status     string   `json:"status"`
	Actors     []Party  `json:"actors"`
	Recipients []Party  `json:"recipients"`
	Date       *Date    `json:"date"`
	Place      *Place   `json:"place"`
	// Speaker is set where the act is known from somebody's words alone.
	Speaker    *Party     `json:"speaker"`
	Occasion   Null       `json:"occasion"`
	Topics     []string   `json:"topics"`
	Evidence   []Evidence `json:"evidence"`
	Rule       string     `json:"rule"`
	Confidence float64    `json:"confidence"`
}

// Party is somebody who acts, is acted upon or speaks: Code is the state or organisation that they act for.
type Party struct {
	Text     string `json:"text"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	ID       Null   `json:"id"`
	Name     Null   `json:"name"`
	Code     string `json:"code"`
	Sector   Null   `json:"sector"`
	Office   Null   `json:"office"`
	Wikidata Null   `json:"wikidata"`
}

// CodesOf are the codes of parties, set apart by spaces.
func CodesOf(parties []Party) string {
	out := make([]string, len(parties))
	for i, p := range parties {
		out[i] = p.Code
	}
	return strings.Join(out, " ")
}

// Date is a day, month or year in ISO form; Until closes a range and is inclusive.
type Date struct {
	Value     string `json:"value"`
	Until     Null   `json:"until"`
	Precision string `json:"precision"`
	Text      string `json:"text"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// Place is where an act took place; Code is the state that it lies in.
type Place struct {
	Text      string   `json:"text"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Name      Null     `json:"name"`
	Code      string   `json:"code"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
	GeoNames  *int     `json:"geonames"`
	Precision string   `json:"precision"`
}

// Evidence is a span of the report; Quote equals its bytes.
type Evidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// Span is a span without its words.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Statement is a public utterance under one attribution. About lists the codes that its content names.
type Statement struct {
	ID         string     `json:"id"`
	Speaker    Party      `json:"speaker"`
	Addressees []Party    `json:"addressees"`
	About      []string   `json:"about"`
	Topics     []string   `json:"topics"`
	Content    Span       `json:"content"`
	Forum      Null       `json:"forum"`
	Date       *Date      `json:"date"`
	Place      *Place     `json:"place"`
	Evidence   []Evidence `json:"evidence"`
	Rule       string     `json:"rule"`
}

// Fact is a lasting relation. Since and Until are ISO years, months or days.
type Fact struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`
	Subject  Party      `json:"subject"`
	Object   Party      `json:"object"`
	Office   Null       `json:"office"`
	Since    Null       `json:"since"`
	Until    Null       `json:"until"`
	Evidence []Evidence `json:"evidence"`
	Rule     string     `json:"rule"`
}

// Mention is a place in the text that names or means somebody or something.
type Mention struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	ID    Null   `json:"id"`
	Code  string `json:"code"`
}

// Note says what the reader left open, and where.
type Note struct {
	Code  string `json:"code"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}
