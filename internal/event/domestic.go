package event

import (
	"varta/internal/doc"
)

// aside is the number of sentences around an act in which somebody else must be spoken of for it to be no affair of one state.
const aside = 2

// worldly are the types of acts that are told for their own sake: violence, forces and arms, what is given up, measures, meetings.
var worldly = map[string]bool{"ASSAULT": true, "MOBILIZE": true, "RETREAT": true, "CONCEDE": true, "SANCTION": true, "CONSULT": true}

// domestic says whether a draft tells an act within one state: no other state, organisation or group takes part in it or is
// spoken of near it (पुलिस ने जांच शुरू कर दी; प्रधानमंत्री ने रेल मंत्री को बधाई दी). A text of one or two sentences does not
// tell what surrounds it.
func (e *engine) domestic(dr *draft) bool {
	if worldly[dr.spec.Type] || len(e.d.Sentences) <= aside {
		return false
	}
	code, one := e.oneState(dr)
	if !one {
		return false
	}
	d := e.d
	first, last := d.Sentences[max(0, dr.sentence-aside)].Tokens.First, d.Sentences[min(len(d.Sentences)-1, dr.last+aside)].Tokens.Last
	for m := e.firstMention(first); m < len(d.Mentions) && d.Mentions[m].Tokens.First < last; m++ {
		for _, p := range e.mentionParties(m) {
			if c := e.code(p); c != "" && c != code {
				return false
			}
		}
	}
	e.traceOne(dr.sentence, dr.frame, dr.evidence[0], "left out: an act within one state")
	return true
}

// oneState is the code of the state that every known party of a draft acts for, empty when none is known; ok is false when there
// are several, or one is an organisation or group.
func (e *engine) oneState(dr *draft) (code string, ok bool) {
	for _, ps := range [][]party{dr.actors, dr.recipients} {
		for _, p := range ps {
			switch c := e.code(p); {
			case c == "":
			case code != "" && c != code, e.k.Item(doc.State, c) == nil:
				return "", false
			default:
				code = c
			}
		}
	}
	return code, true
}
