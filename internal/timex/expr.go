package timex

import "varta/internal/knowledge"

// shape is the kind of an expression before it is resolved.
type shape uint8

const (
	nothing   shape = iota // an idiom: its tokens are no expression of time
	calendar               // from, to: as much of a date as is written
	relative               // quarters of a unit away from the publication
	anaphoric              // quarters of a unit away from the last date of the text
	event                  // away from an event that is not dated here
	deictic                // quarters of a day away, in the direction that the tense tells
	duration
	set
	clock // a time of day
	weekend
	decade
	vague // no value is meant
)

// direction is what an expression says of itself.
type direction int8

const (
	undirected direction = iota
	previous
	next
	this
	that
)

// point is a date as far as it is written; zero fields are not.
type point struct{ year, month, day, weekday int }

// expr is an expression of time as it is written. Tokens first to last-1 are its own.
type expr struct {
	first, last int
	shape       shape
	dir         direction
	from, to    point
	ranged      bool // to closes a range
	// of is the unit whose span the date lies in, quarters of it away (पिछले साल अक्टूबर); NoUnit when nothing is said.
	of       knowledge.Unit
	unit     knowledge.Unit
	quarters int // signed
	timed    bool
	rough    bool // about, some, or a part of it
	loose    bool // away from the publication when the text has no date before
	past     bool
	future   bool
}

// dated says whether the expression is a calendar date that other words may continue.
func (e *expr) dated() bool { return e.shape == calendar && !e.timed }

// yearOnly says whether a year is all that is known.
func (e *expr) yearOnly() bool {
	return e.dated() && !e.ranged && e.from.year != 0 && e.from.month == 0 && e.from.weekday == 0
}

// monthOnly says whether a month ends the date.
func (e *expr) monthOnly() bool {
	return e.dated() && !e.ranged && e.from.month != 0 && e.from.day == 0
}

// oneDay says whether the expression denotes one day or a range of days.
func (e *expr) oneDay() bool {
	switch e.shape {
	case calendar:
		return e.from.day != 0 || e.from.weekday != 0
	case deictic:
		return true
	case relative, anaphoric:
		return e.unit == knowledge.Day
	}
	return false
}

// whole says whether the expression is the year, month or week of unit u, named relative to another time.
func (e *expr) whole(u knowledge.Unit) bool {
	return (e.shape == relative || e.shape == anaphoric) && e.unit == u && e.dir != undirected
}
