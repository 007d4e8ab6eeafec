package event

import (
	"slices"

	"varta/internal/knowledge"
	"varta/record"
)

// toldAsFact is the act, told before as one that happened, that dr tells again in the same words as a charge (हमला किया … हमला करने का आरोप लगाया).
func (e *engine) toldAsFact(byKey map[string][]*draft, dr *draft) *draft {
	if dr.status != record.Alleged || !e.known(dr.actors) || !e.known(dr.recipients) {
		return nil
	}
	fact := *dr
	fact.status = record.Happened
	for _, o := range tail(byKey[e.key(&fact)], 50) {
		if o.frame == dr.frame && e.sameDate(o, dr) && e.samePlace(o, dr) {
			return o
		}
	}
	return nil
}

// firedAt is the attack of which dr tells again that the weapon was fired, without saying at whom (इजराइल पर मिसाइलें दागीं … मिसाइलें
// दागकर गलती की), nil where it is a test.
func (e *engine) firedAt(out []*draft, dr *draft) *draft {
	if dr.spec.Type != "MOBILIZE" || dr.status != record.Happened || e.known(dr.recipients) || !slices.Contains(dr.spec.Modes, "weapons") {
		return nil
	}
	r := e.d.TokensOf(dr.evidence[0])
	for i := len(out) - 1; i >= 0 && i >= len(out)-20; i-- {
		o := out[i]
		if o.spec.Type != "ASSAULT" || o.status != dr.status || dr.sentence-o.last > nearby || e.codes(o.actors) != e.codes(dr.actors) || !e.sameDate(o, dr) {
			continue
		}
		for t := r.First; t < r.Last; t++ {
			if e.d.Tokens[t].A().Class&knowledge.ClassWeapon != 0 && e.calls(o, t) {
				return o
			}
		}
	}
	return nil
}

// disputed is the act that one side alleges and the other denies, the telling of the one where dr is that of the other: what it is
// stays alleged.
func (e *engine) disputed(byKey map[string][]*draft, dr *draft) *draft {
	if dr.status != record.Denied && dr.status != record.Alleged || e.k.Types[dr.spec.Type].Quad != materialConflict {
		return nil
	}
	other := *dr
	if other.status = record.Alleged; dr.status == record.Alleged {
		other.status = record.Denied
	}
	for _, o := range tail(byKey[e.key(&other)], 50) {
		if e.sameDate(o, dr) && e.samePlace(o, dr) {
			o.status = record.Alleged
			return o
		}
	}
	return nil
}

// goesBack says whether violence told with one side goes back, a few sentences later, to what was told with both.
func (e *engine) goesBack(o, dr *draft) bool {
	return dr.spec.Type == "ASSAULT" && dr.sentence-o.last <= nearby && e.known(o.actors) && e.known(o.recipients)
}
