package export

import "varta/record"

// intents are the CAMEO codes of an intention, by the code of the act that is intended: what is planned is in CAMEO an
// act of its own. The longest key that begins a code holds.
var intents = []struct{ act, intent string }{
	{"04", "036"}, {"045", "039"}, {"05", "032"},
	{"06", "031"}, {"061", "0311"}, {"062", "0312"}, {"063", "0313"}, {"064", "0314"},
	{"07", "033"}, {"071", "0331"}, {"072", "0332"}, {"073", "0333"}, {"074", "0334"},
	{"08", "035"}, {"081", "0351"}, {"082", "0352"}, {"084", "0353"}, {"085", "0354"}, {"086", "0355"}, {"087", "0356"},
}

// intent is the code of the intention to do what code says, empty where CAMEO has none.
func intent(code string) string {
	best, length := "", 0
	for _, i := range intents {
		if len(i.act) > length && len(code) >= len(i.act) && code[:len(i.act)] == i.act {
			best, length = i.intent, len(i.act)
		}
	}
	return best
}

// planned rewrites what is planned as PLOVER and CAMEO ask: an intended meeting, support, cooperation or aid is AGREE, an
// intended retreat CONCEDE. Agreements and concessions are intentions already. ok is false for other types: an announced
// protest or attack has no type of its own.
func (j *job) planned(a record.Act) (record.Act, bool) {
	switch a.Type {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID":
		a.Type = "AGREE"
	case "RETREAT":
		a.Type = "CONCEDE"
	case "AGREE", "CONCEDE":
		return a, true
	default:
		return a, false
	}
	t := j.codes.Types[a.Type]
	a.Modes, a.Quad, a.Score = nil, t.Quad, t.Score
	if code := intent(a.CAMEO); code != "" {
		a.CAMEO = code
	}
	return a, true
}

// settled is an act as a format writes it that has no word for its status: what happened, and what is planned where that
// is an act of its own. The others are left out and counted: as a row they would claim what no report says.
func (j *job) settled(t Told) (Told, bool) {
	switch t.Act.Status {
	case record.Happened:
		return t, true
	case record.Planned:
		if a, ok := j.planned(*t.Act); ok {
			return Told{&a, t.Reports}, true
		}
	}
	j.leave(t.Act.Status)
	return t, false
}
