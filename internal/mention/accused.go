package mention

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// accused is who is blamed by the clause that tells the charge whose subject, or the owner of it, chunk i is (अमेरिका ने चीन पर
// आरोप लगाया कि वह …).
func (r *resolver) accused(i int, person bool) []int {
	d := r.d
	c := d.Chunks[i].Clause
	if s := d.Clauses[c].Subject; s != i && (s == doc.None || d.Chunks[i].Of != s) {
		return nil
	}
	for depth := 0; depth < 3 && d.Clauses[c].Kind == doc.Coordinate && d.Clauses[c].Parent != doc.None; depth++ {
		c = d.Clauses[c].Parent
	}
	if d.Clauses[c].Kind != doc.Complement || d.Clauses[c].Parent == doc.None {
		return nil
	}
	up := &d.Clauses[d.Clauses[c].Parent]
	for j := up.Chunks.First; j < up.Chunks.Last; j++ {
		if d.Chunks[j].Clause != d.Clauses[c].Parent || j == up.Subject || d.Chunks[j].Kind != doc.NP || !r.blamed(up, d.Chunks[j].Marker) {
			continue
		}
		if e := r.entitiesOf(j); len(e) == 1 && r.fits(&recent{entity: e[0]}, person) {
			return e
		}
	}
	return nil
}

// blamed says whether a frame of clause cl makes what has a marker the target of an accusation.
func (r *resolver) blamed(cl *doc.Clause, marker uint8) bool {
	for _, n := range cl.Frames {
		f := r.k.Frames[n]
		if s, ok := f.Role(marker, false); ok && marker != 0 && f.Event != nil && f.Event.Type == "ACCUSE" && s.Role == knowledge.Recipient {
			return true
		}
	}
	return false
}

// warned is whom the participle before clause c warns or asks (अमेरिका को चेतावनी देते हुए कहा कि यदि उसने …).
func (r *resolver) warned(c int) []int {
	d := r.d
	for x := c - 1; x >= 0 && d.Clauses[x].Sentence == d.Clauses[c].Sentence; x-- {
		cl := &d.Clauses[x]
		if cl.Kind != doc.Adverbial || cl.Parent != c {
			continue
		}
		for j := cl.Chunks.First; j < cl.Chunks.Last; j++ {
			if d.Chunks[j].Clause == x && d.Chunks[j].Kind == doc.NP && j != cl.Subject && r.wordsTo(cl, d.Chunks[j].Marker) {
				if e := r.entitiesOf(j); len(e) > 0 {
					return e
				}
			}
		}
	}
	return nil
}

// wordsTo says whether a frame of clause cl makes what has a marker the one who is warned or asked.
func (r *resolver) wordsTo(cl *doc.Clause, marker uint8) bool {
	for _, n := range cl.Frames {
		f := r.k.Frames[n]
		if s, ok := f.Role(marker, false); ok && marker != 0 && f.Event != nil && (f.Event.Type == "THREATEN" || f.Event.Type == "REQUEST") && s.Role == knowledge.Recipient {
			return true
		}
	}
	return false
}
