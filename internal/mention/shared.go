package mention

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// sharedReach is how many mentions back two states are looked for that are called by their first words alone.
const sharedReach = 100

// shared enters the first of two states that share the last word of their name (उत्तर और दक्षिण कोरिया), or both where the report has
// named them in full and the word is left out (उत्तर और दक्षिण के बीच). It returns the token behind what it entered, i for nothing.
func (f *finder) shared(i int) int {
	if i+2 >= f.end || f.k.CuesOf(&f.d.Tokens[i+1])&knowledge.CueAnd == 0 || !f.startsName(i) || !f.startsName(i+2) {
		return i
	}
	n := f.stateLength(i+2, i+2)
	switch {
	case n > 1:
		row := f.stateAt(i, i+2, n)
		if row == doc.None {
			return i
		}
		f.add(doc.Mention{Tokens: doc.Range{First: i, Last: i + 1}, Type: doc.State, Row: row, Entity: doc.None, Office: doc.None, Rule: "name"})
		return i + 1
	case n == 0 && f.stateLength(i, i) == 0:
		a, b := f.calledBefore(i), f.calledBefore(i+2)
		if a == doc.None || b == doc.None || a == b {
			return i
		}
		f.add(doc.Mention{Tokens: doc.Range{First: i, Last: i + 1}, Type: doc.State, Row: a, Entity: doc.None, Office: doc.None, Rule: "name"})
		f.add(doc.Mention{Tokens: doc.Range{First: i + 2, Last: i + 3}, Type: doc.State, Row: b, Entity: doc.None, Office: doc.None, Rule: "name"})
		return i + 3
	}
	return i
}

func (f *finder) startsName(i int) bool {
	t := &f.d.Tokens[i]
	return t.Word >= 0 && f.k.Entry(t.Word).Starts&knowledge.StartsName != 0
}

// stateLength is the number of tokens of the name that token first and those behind token rest make, 0 for none.
func (f *finder) stateLength(first, rest int) int {
	_, n := f.k.NameAt(f.wordsFrom(first, rest), f.end-rest, nil)
	return n
}

// stateAt is the row of the state whose name of n words token first and those behind token rest make, None for none.
func (f *finder) stateAt(first, rest, n int) int {
	names, m := f.k.NameAt(f.wordsFrom(first, rest), n, nil)
	for _, c := range names {
		if m == n && f.k.Items[c.Item].Kind == doc.State && c.How == knowledge.ByName {
			return int(c.Item)
		}
	}
	return doc.None
}

// wordsFrom reads the word of token first, then those behind token rest.
func (f *finder) wordsFrom(first, rest int) func(int) int32 {
	return func(j int) int32 {
		if j == 0 {
			return f.d.Tokens[first].Word
		}
		return f.d.Tokens[rest+j].Word
	}
}

// calledBefore is the row of the state, named before by several words, that token i alone begins; None for none.
func (f *finder) calledBefore(i int) int {
	for m := len(f.d.Mentions) - 1; m >= 0 && m >= len(f.d.Mentions)-sharedReach; m-- {
		if mn := &f.d.Mentions[m]; mn.Type == doc.State && mn.Row != doc.None && mn.Tokens.Len() > 1 && f.d.Tokens[mn.Tokens.First].Word == f.d.Tokens[i].Word {
			return mn.Row
		}
	}
	return doc.None
}
