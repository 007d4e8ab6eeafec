package record

import (
	"maps"
	"slices"
)

// Codes says how other schemes write what a record names by its code. It is read from the tables of the world.
type Codes struct {
	States        map[string]StateCodes
	Organisations map[string]BodyCodes // international organisations
	Groups        map[string]BodyCodes // armed and other groups that are no state
	CAMEO         map[string]CAMEOCode
	Types         map[string]TypeCode // event types of PLOVER
	Topics        []string            // what talks and statements may be about
}

// StateCodes are the codes of a state or territory; what a scheme does not list is empty.
type StateCodes struct{ Name, ISO2, COW, CAMEO, FIPS string }

// BodyCodes describe an organisation or group. Kind is that of its table: igo, alliance, rebel …; State is the state of
// a group.
type BodyCodes struct{ Name, Kind, State, Wikidata string }

// CAMEOCode is a row of the CAMEO code book with its scores on the scale of Goldstein, nil where a source has none.
type CAMEOCode struct {
	Name         string
	ICEWS, GDELT *float64
}

// TypeCode is the class, the score and the code of an event type without a mode, and the modes that it has.
type TypeCode struct {
	Quad  int
	Score float64
	CAMEO string // of an act without a mode
	Modes []string
}

// Modes are those of all types.
func (c *Codes) Modes() []string {
	all := map[string]bool{}
	for _, t := range c.Types {
		for _, m := range t.Modes {
			all[m] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
