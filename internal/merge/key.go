package merge

import (
	"hash/fnv"
	"slices"
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

// Key is what a telling is compared by: only tellings that share one are. Its upper bits are a stretch of time, so that
// what is told in one month stands together in an archive, the lower ones say who took part in what family of acts.
type Key uint64

// stretch is the number of days that one key covers.
const stretch = 16

// Bits of a key, and the times of those that have no stretch: years are their own numbers, and stretches, counted from
// 1970, lie above them.
const (
	whoBits  = 48
	timeless = 0
	epoch    = 1 << 14
)

// most is the number of parties of which each pair is a key; of a larger meeting each party is.
const most = 3

// Keys are those of a telling, in order. There are few, and each is of a short time, so that what shares one does not
// grow with an archive.
func Keys(t *Telling) []Key {
	if t.made != nil {
		return t.made.keys
	}
	pairs, singles := t.who()
	times := t.stretches()
	out := make([]Key, 0, (len(pairs)+len(singles))*len(times))
	add := func(list []string) {
		for _, who := range list {
			h := fnv.New64a()
			h.Write([]byte(family(t)))
			h.Write([]byte{' '})
			h.Write([]byte(who))
			low := h.Sum64() >> (64 - whoBits)
			for _, at := range times {
				out = append(out, Key(uint64(uint16(at))<<whoBits|low))
			}
		}
	}
	add(pairs)
	if t.Date.Precision == Exact || len(pairs) == 0 || t.many() {
		add(singles)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// who names the parties together and alone. Two parties that meet are known by both; who did something to somebody may
// be told without the one or the other. A meeting of many of which a report names two may be any meeting of these, or of
// more.
func (t *Telling) who() (pairs, singles []string) {
	all := t.codes()
	if len(all) > 1 && len(all) <= most && (!t.many() || t.pair()) {
		for i, a := range all {
			for _, b := range all[i+1:] {
				pairs = append(pairs, a+"+"+b)
			}
		}
	}
	if t.Type == "CONSULT" && len(pairs) > 0 && !t.many() {
		return pairs, nil
	}
	return pairs, all
}

// stretches are the times in which the event may lie, with the days that a plan may slip. What is dated to the year in
// which it is told may be dated to the day by others: about then it is looked for.
func (t *Telling) stretches() []int {
	w := t.window()
	switch {
	case w == Period{}:
		return []int{timeless}
	case t.Date.Precision == Year:
		return append(numbered(t.about()), t.Date.From.time().Year())
	}
	return numbered(w)
}

// numbered are the stretches of a time.
func numbered(w Period) []int {
	if w == (Period{}) {
		return nil
	}
	first, last := epoch+int((w.From-slip)/stretch), epoch+int((w.Until+slip)/stretch)
	out := make([]int, 0, last-first+1)
	for at := first; at <= last; at++ {
		out = append(out, at)
	}
	return out
}

// Cell is where an archive files tellings: a key of a longer stretch of time, so that a telling stands in few. Tellings
// that share a key share its cell.
type Cell int64

// Filing numbers the ways in which tellings were filed: where it has changed, an archive files all of them anew.
const Filing = "2"

// Cell is that of a key: two stretches make one.
func (k Key) Cell() Cell {
	if at := k >> whoBits; at > epoch/2 {
		return Cell(k &^ (1 << whoBits))
	}
	return Cell(k)
}

// Cells are those of keys, in order.
func Cells(keys []Key) []Cell {
	out := make([]Cell, len(keys))
	for i, k := range keys {
		out[i] = k.Cell()
	}
	slices.Sort(out)
	return slices.Compact(out)
}
