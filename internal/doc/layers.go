package doc

// Date is a calendar date; Month and Day are 0 where unknown, Year is 0 for no date.
type Date struct{ Year, Month, Day int }

// Timex is an expression of time. Value is its TIMEX3 value ("2021-07-28", "2021-07", "2021", "P3D", ""), Until the
// last day of a range; Value is empty when the text and the date of publication do not settle it.
type Timex struct {
	Span
	Tokens Range
	Type   TimexType
	Value  string
	Until  string
	// Anchor is true for an expression that dates the clause it stands in (सोमवार को), false for others (तीन दिवसीय).
	Anchor bool
	// Past and Future are set where the expression itself says so (पिछले, अगले).
	Past, Future bool
}

// TimexType is the TIMEX3 type.
type TimexType uint8

// Types of time expressions.
const (
	TimexDate TimexType = iota
	TimexTime
	TimexDuration
	TimexSet
)

// String is the name in TIMEX3.
func (t TimexType) String() string { return [...]string{"DATE", "TIME", "DURATION", "SET"}[t] }

// MentionType is what a mention names.
type MentionType uint8

// Types of mentions.
const (
	NoType MentionType = iota
	Person
	State
	Organisation
	Group
	Place
	Office      // a title without a name: विदेश मंत्री
	Body        // a ministry, army or parliament: रक्षा मंत्रालय
	Description // a pronoun or description: उन्होंने, इस समूह, दोनों देश
	Nationals   // an adjective or people noun of a state: रूसी
)

var mentionNames = [...]string{"", "person", "state", "organisation", "group", "place", "office", "body", "description", "nationals"}

// String is the name in the record.
func (t MentionType) String() string { return mentionNames[t] }

// Tag is a run of tokens that reads like the name of a person, place or organisation. Margin is by how much that reading
// beats none, as a logarithm of odds.
type Tag struct {
	Tokens Range
	Type   MentionType
	Margin float32
}

// Mention is a run of tokens that names or means an entity. Entity is an index, None where it is left open; a
// description may mean several (दोनों देश): Entities lists them.
type Mention struct {
	Span
	Tokens   Range
	Type     MentionType
	Entity   int
	Entities []int
	// Row is the number of the registry row that the name denotes, None without one.
	Row int
	// Office is the number of the office in the registry that a title names, None without one.
	Office int
	Rule   string
	// Whole is the name that ends with the mention and begins before it: with the state that owns a body (भारत सरकार), with
	// a title that has become part of somebody's name (लॉर्ड मैकाले). It is empty where the mention is the whole name.
	Whole Range
	// Common says that words of the language describe a body rather than name it (सेना, राज्य सरकार).
	Common bool
}

// Entity is somebody or something that the report speaks of.
type Entity struct {
	Type     MentionType
	Name     string // as first named in full
	ID       string
	Code     string // the state or organisation; record.Unknown when the report does not settle it
	English  string
	Sector   string
	Office   string
	Wikidata string
	Point    *Point // of a place that no row of the registry has
}

// Point is where a place of the gazetteer lies.
type Point struct {
	Lat, Lon float64
	GeoNames int
}

// ChunkKind is the kind of a chunk.
type ChunkKind uint8

// Kinds of chunks.
const (
	NP    ChunkKind = iota // nominal with its marker
	VG                     // verb group
	TimeX                  // time expression
	Adv                    // adverb, particle
	Conj                   // coordinator, subordinator, complementizer, relative
	Mark                   // punctuation
)

// String is a short name.
func (k ChunkKind) String() string { return [...]string{"NP", "VG", "TX", "ADV", "CJ", "PU"}[k] }

// Chunk is a minimal phrase. Marker is the number of its case marker or postposition in the knowledge base, 0 for
// none. Of is the chunk that a genitive modifies; Coord the next conjunct of a list, the last of which bears the
// marker of all; both None without one.
type Chunk struct {
	Tokens Range
	Head   int // token
	Kind   ChunkKind
	Marker uint8
	Of     int
	Coord  int
	Clause int
	Verb   Verb
}

// Verb is what a verb group tells.
type Verb struct {
	Lemma      int32 // of the main verb
	Main       int   // its token
	Form       VerbForm
	Tense      uint8 // Past, Pres, Fut
	Negated    bool
	Passive    bool
	Possible   bool // may, can
	Obligation bool // should, must
	Scheduled  bool // is to: an infinitive with the present copula
	Desire     bool // wants to, about to
	Permits    bool // lets another do it
	Perfective bool
	// Progressive is set for an act under way, or near at hand with a verb of motion (जा रहे हैं).
	Progressive bool
	Subjunct    bool
	Marker      uint8 // the marker after an infinitive
}

// VerbForm is the form of a verb group.
type VerbForm uint8

// Forms of verb groups.
const (
	Finite       VerbForm = iota
	Infinitive            // करने + marker
	Conjunctive           // करके, मिलकर
	Imperfective          // करते हुए
	Participle            // किए गए, हुई, करने वाले before a noun
	Agentive              // करने वाला
)

// String is a short name.
func (f VerbForm) String() string {
	return [...]string{"fin", "inf", "conv", "impf", "part", "agt"}[f]
}

// ClauseKind says how a clause hangs on its parent.
type ClauseKind uint8

// Kinds of clauses.
const (
	Main ClauseKind = iota
	Complement
	Quotation
	Relative
	Adverbial
	Adnominal
	Coordinate
)

// String is a short name.
func (k ClauseKind) String() string {
	return [...]string{"main", "comp", "quote", "rel", "advcl", "acl", "conj"}[k]
}

// Clause is a predicate with its arguments: chunks of the clause are those whose Clause is its index. Frames are the
// numbers of the case frames whose predicate it has, and Host the tokens of the noun that makes the predicate with a
// light verb. Subject is the chunk of its karta (the agent of a passive), and Head the chunk that an adnominal or
// relative clause describes; both None where there is none.
type Clause struct {
	Tokens    Range
	Chunks    Range
	Predicate int // chunk, None for a nominal fragment
	Kind      ClauseKind
	Parent    int
	Head      int
	Subject   int
	Sentence  int
	Frames    []int32
	Host      Range
	// Part are tokens that belong to the predicate too, right before its verb, when the host stands away from them
	// (प्रतिबंध … खत्म किए).
	Part Range
}
