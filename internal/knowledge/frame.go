package knowledge

// Role is what a case frame makes of an argument.
type Role uint8

// The roles that a frame may name.
const (
	NoRole Role = iota
	Actor
	Recipient
	Destination
	Origin
	PlaceRole
	Topic
	Addressee
	Nothing
	NumRoles
)

var roleNames = map[string]Role{"actor": Actor, "recipient": Recipient, "destination": Destination, "origin": Origin,
	"place": PlaceRole, "topic": Topic, "addressee": Addressee, "none": Nothing}

// String is the name in the data.
func (r Role) String() string {
	for n, x := range roleNames {
		if x == r {
			return n
		}
	}
	return ""
}

// Slot gives the role of the argument with a marker (or K1, K2, KThat, KInf); With, unless 0, are the classes one of
// which its head must have, Without those that it may not have.
type Slot struct {
	Key     uint8
	Role    Role
	With    Class
	Without Class
}

// EventSpec is what a frame codes.
type EventSpec struct {
	Type            string
	Modes, Contexts []string
	CAMEO           string
}

// FactSpec is the fact that a frame states; Subject and Object name the slots that fill it.
type FactSpec struct {
	Kind                  string
	Subject, Object       string
	Office                string
	SubjectKey, ObjectKey uint8
	Ends                  bool // tells that it is over: its time is the end
}

// Inner says what becomes of an act inside the complement of a frame.
type Inner uint8

// Treatments of the act inside a complement.
const (
	InnerContent Inner = iota // not coded: promised, asked, refused, threatened
	InnerAlleged              // coded as alleged
	InnerShare                // coded as it stands
)

var innerNames = map[string]Inner{"": InnerContent, "content": InnerContent, "alleged": InnerAlleged, "share": InnerShare}

// Frame is a case frame: predicates and the roles of their arguments.
type Frame struct {
	ID         string
	Roles      []Slot
	Nominal    []Slot
	Event      *EventSpec
	Negated    *EventSpec
	Future     *EventSpec
	Fact       *FactSpec
	Say        bool
	Obligation bool
	Charge     bool // misconduct: the actor is who says in plain words that the recipient does it
	Attends    bool // tells who is at a meeting that others hold
	Claims     bool // tells who did an act that may have been told before
	Needs      []Role
	Inner      Inner
	File       string
	Line       int
}

// Role is the role that the frame gives to an argument under key; nominal selects the use of the host noun alone.
func (f *Frame) Role(key uint8, nominal bool) (Slot, bool) {
	slots := f.Roles
	if nominal {
		slots = f.Nominal
	}
	for _, s := range slots {
		if s.Key == key {
			return s, true
		}
	}
	return Slot{}, false
}
