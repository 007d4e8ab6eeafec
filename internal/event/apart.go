package event

import (
	"math"

	"varta/internal/doc"
)

// samePlace says whether two tellings do not name places in different states, nor, of attacks, towns far from one another.
func (e *engine) samePlace(a, b *draft) bool {
	if a.spec.Type == "ASSAULT" && b.spec.Type == "ASSAULT" && e.farApart(e.placeOf(a), e.placeOf(b)) {
		return false // खारकीव पर हमला … ओडेसा पर भी हमला
	}
	if a.place == doc.None || b.place == doc.None {
		return true
	}
	x, y := e.d.Mentions[a.place].Entity, e.d.Mentions[b.place].Entity
	return x == doc.None || y == doc.None || e.d.Entities[x].Code == e.d.Entities[y].Code
}

// farApart says whether two mentions are of towns that lie far from one another.
func (e *engine) farApart(m, n int) bool {
	if m == doc.None || n == doc.None || e.wide(m) || e.wide(n) {
		return false
	}
	lat, lon, ok := e.point(m)
	lat2, lon2, ok2 := e.point(n)
	if !ok || !ok2 {
		return false
	}
	north, east := lat-lat2, (lon-lon2)*math.Cos(lat*math.Pi/180)
	return math.Hypot(north, east)*kmADegree > outskirts
}

const (
	kmADegree = 111.0 // of latitude
	outskirts = 50.0  // km within which what was hit may be told by the name of the next town
)

// point is where the town of mention m lies.
func (e *engine) point(m int) (lat, lon float64, ok bool) {
	mn := &e.d.Mentions[m]
	if mn.Entity != doc.None {
		if p := e.d.Entities[mn.Entity].Point; p != nil {
			return p.Lat, p.Lon, true
		}
	}
	if mn.Row == doc.None || !e.k.Items[mn.Row].HasPoint {
		return 0, 0, false
	}
	it := &e.k.Items[mn.Row]
	return it.Lat, it.Lon, true
}
