package merge

import (
	"fmt"
	"strings"
)

// family gathers the types that reports take for one another.
func family(t *Telling) string {
	switch t.Type {
	case "AGREE", "SUPPORT", "CONCEDE", "RETREAT":
		return "accord"
	case "SANCTION", "COERCE":
		return "pressure"
	case "COOPERATE", "MOBILIZE":
		return "exercise"
	}
	return strings.ToLower(t.Type)
}

// stretch is the number of days that one key covers.
const stretch = 16

// most is the number of parties of which each pair is a key; of a larger meeting each party is.
const most = 3

// Keys are what a telling is filed under: only tellings that share a key are compared. There are few, and each is of a
// short time, so that what is filed under one does not grow with an archive.
func Keys(t *Telling) []string {
	pairs, singles := t.who()
	var out []string
	add := func(who, when []string) {
		for _, a := range who {
			for _, b := range when {
				out = append(out, family(t)+" "+a+" "+b)
			}
		}
	}
	when := t.stretches()
	add(pairs, when)
	if t.Date.Precision == Exact || len(pairs) == 0 {
		add(singles, when)
	}
	return sorted(out)
}

// who names the parties together and alone. Two parties that meet are known by both; who did something to somebody may
// be told without the one or the other.
func (t *Telling) who() (pairs, singles []string) {
	all := codes(t.Actors, t.Recipients)
	if len(all) > 1 && len(all) <= most && !t.many() {
		for i, a := range all {
			for _, b := range all[i+1:] {
				pairs = append(pairs, a+"+"+b)
			}
		}
	}
	if t.Type == "CONSULT" && len(pairs) > 0 {
		return pairs, nil
	}
	return pairs, all
}

// stretches are the times in which the event may lie, with the days that a plan may slip.
func (t *Telling) stretches() []string {
	w := t.window()
	switch {
	case w == Period{}:
		return []string{"-"}
	case t.Date.Precision == Year:
		return []string{fmt.Sprint(t.Date.From.String()[:4])}
	}
	first, last := (w.From-slip)/stretch, (w.Until+slip)/stretch
	out := make([]string, 0, last-first+1)
	for i := first; i <= last; i++ {
		out = append(out, fmt.Sprint(int(i)))
	}
	return out
}
