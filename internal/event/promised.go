package event

import (
	"varta/internal/doc"
	"varta/record"
)

// promised gives a promise that names nobody to whom it is made the other side of the meeting or visit at which it is made (मोदी के
// साथ बैठक में राष्ट्रपति ने भरोसा दिया कि …).
func (e *engine) promised(acts []*draft) {
	for _, dr := range acts {
		if dr.spec.Type != "AGREE" || dr.status != record.Happened || dr.nominal || len(dr.recipients) > 0 || len(dr.actors) != 1 || !e.known(dr.actors) {
			continue
		}
		if other := e.otherAt(acts, dr); other.entity != doc.None {
			dr.recipients = []party{other}
		}
	}
}

// otherAt is the other one of the two who met when the act dr was done, of no entity where its clause names no meeting of two.
func (e *engine) otherAt(acts []*draft, dr *draft) party {
	for _, m := range acts {
		if m.spec.Type != "CONSULT" || m.status != record.Happened || !e.names(dr, m) {
			continue
		}
		sides := e.addParties(e.addParties(nil, m.actors...), m.recipients...)
		if other := e.without(sides, dr.actors); len(sides) == 2 && len(other) == 1 && e.known(other) && e.organisation(m) == "" {
			return other[0]
		}
	}
	return party{entity: doc.None}
}
