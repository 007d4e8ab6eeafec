package archive

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"varta/internal/store"
	"varta/record"
)

// addedMark begins the target of what a user added: the reader does not write it.
const addedMark = "added "

// Said is the type of a statement, where events and facts have theirs.
const Said = "said"

// editor stands where records have the rule that made them.
const editor = "editor"

func isAdded(target string) bool { return strings.HasPrefix(target, addedMark) }

// addition is what adds an item to a record: its type, then all else that is known of it.
func (a *Archive) addition(x *renewed, changes map[string]string) ([]store.Correction, error) {
	kind, err := a.kindOf(changes[Type])
	if err != nil {
		return nil, err
	}
	words, err := chosen(x.now.Report.Text, changes)
	if err != nil {
		return nil, err
	}
	name := addedMark + target(kind, changes[Type], []record.Evidence{words})
	for _, it := range x.targets {
		if it.target == name {
			return nil, wrong("a record of this type with these words has been added already: correct that one")
		}
	}
	out := []store.Correction{{Target: name, Field: Verdict, New: Accept}}
	for _, field := range []string{Status, Actors, Recipients, Office, Day, Until, Place} {
		if v := strings.TrimSpace(changes[field]); v != "" && (field != Status && field != Place || kind == "event") {
			out = append(out, store.Correction{Target: name, Field: field, New: record.Null(v)})
		}
	}
	if err := complete(kind, changes); err != nil {
		return nil, err
	}
	return out, nil
}

// complete says what an added record lacks: nobody acts without an actor.
func complete(kind string, changes map[string]string) error {
	switch {
	case strings.TrimSpace(changes[Actors]) == "":
		return wrong("nobody is named: a record needs an actor, a speaker or a subject")
	case kind == "fact" && strings.TrimSpace(changes[Recipients]) == "":
		return wrong("a fact needs its object too")
	}
	return nil
}

// kindOf is what an item of a type is.
func (a *Archive) kindOf(typ string) (string, error) {
	codes, err := a.Codes()
	if err != nil {
		return "", err
	}
	if _, ok := codes.Types[typ]; ok {
		return "event", nil
	}
	switch {
	case typ == Said:
		return "statement", nil
	case slices.Contains(record.FactKinds(), typ):
		return "fact", nil
	}
	return "", wrong("no type %q: want one of PLOVER's, %s, or a kind of fact: %s", typ, Said, strings.Join(record.FactKinds(), ", "))
}

// chosen is the passage that a new record stands on: a span, or words that stand in the report once.
func chosen(text string, changes map[string]string) (record.Evidence, error) {
	if changes[Span] != "" {
		return spanned(text, changes[Span])
	}
	found, words, err := passages(text, changes[Words])
	if err != nil {
		return record.Evidence{}, err
	}
	if len(found) > 1 {
		return record.Evidence{}, wrong("these words stand in the report %d times; give more of them: %q", len(found), words)
	}
	return record.Evidence{Start: found[0], End: found[0] + len(words), Quote: words}, nil
}

// addTo puts what a target names into a record, if it is one that was added, and returns its id there.
func (a *Archive) addTo(rec *record.Record, target string) (string, error) {
	if !isAdded(target) {
		return "", nil
	}
	parts := strings.Fields(target)
	if len(parts) != 4 {
		return "", fmt.Errorf("target %q: want kind, type and span", target)
	}
	words, err := spanned(rec.Report.Text, parts[3])
	if err != nil {
		return "", err
	}
	on := []record.Evidence{words}
	switch parts[1] {
	case "event":
		return a.addEvent(rec, parts[2], on)
	case "statement":
		id := nextID("s", len(rec.Statements), func(i int) string { return rec.Statements[i].ID })
		rec.Statements = append(rec.Statements, record.Statement{ID: id, Addressees: []record.Party{}, About: []string{}, Topics: []string{},
			Content: record.Span{Start: words.Start, End: words.End}, Evidence: on, Rule: editor})
		return id, nil
	}
	id := nextID("f", len(rec.Facts), func(i int) string { return rec.Facts[i].ID })
	rec.Facts = append(rec.Facts, record.Fact{ID: id, Kind: parts[2], Evidence: on, Rule: editor})
	return id, nil
}

func (a *Archive) addEvent(rec *record.Record, typ string, on []record.Evidence) (string, error) {
	e := record.Event{ID: nextID("e", len(rec.Events), func(i int) string { return rec.Events[i].ID }), Contexts: []string{}, Status: record.Happened,
		Actors: []record.Party{}, Recipients: []record.Party{}, Topics: []string{}, Evidence: on, Rule: editor, Confidence: 1}
	if err := a.retype(&e, typ); err != nil {
		return "", err
	}
	rec.Events = append(rec.Events, e)
	return e.ID, nil
}

// nextID follows the greatest number of the ids e1, e2 ….
func nextID(letter string, n int, id func(int) string) string {
	most := 0
	for i := range n {
		if x, err := strconv.Atoi(strings.TrimPrefix(id(i), letter)); err == nil {
			most = max(most, x)
		}
	}
	return letter + strconv.Itoa(most+1)
}

// supersede takes out what the reader has learnt to write itself: the same as what a user added.
func supersede(rec *record.Record, items map[string]item, id string) {
	mine := valuesOf(rec, id)
	if mine == nil {
		return
	}
	for other := range items {
		if theirs := valuesOf(rec, other); theirs != nil && other[0] == id[0] && !isAdded(items[other].target) && likewise(mine, theirs) {
			remove(rec, other, id)
		}
	}
}

// likewise says whether two items say the same of words that overlap.
func likewise(a, b map[string]string) bool {
	for _, field := range []string{Type, Status, Actors, Recipients, Office, Day} {
		if !slices.Equal(slices.Sorted(strings.FieldsSeq(a[field])), slices.Sorted(strings.FieldsSeq(b[field]))) {
			return false
		}
	}
	var s, t record.Span
	_, err := fmt.Sscanf(a[Span]+" "+b[Span], "%d-%d %d-%d", &s.Start, &s.End, &t.Start, &t.End)
	return err == nil && s.Start < t.End && t.Start < s.End
}
