package knowledge

import "varta/internal/doc"

// Post is an office of a state or organisation; offices that are the same under two names share one.
type Post struct{ Office, Code string }

// tenure is a term of a person, by the numbers of both.
type tenure struct{ item, term int32 }

// SameOffice is the office that an office is, under another name (secretary of state: foreign minister).
func (k *Base) SameOffice(id string) string {
	if o := k.Item(doc.Office, id); o != nil && o.SameAs != "" {
		return o.SameAs
	}
	return id
}

// SoleOffice is the office of an English name, under the one of its names that all share, that one person of a state holds at a time;
// empty for others.
func (k *Base) SoleOffice(english string) string { return k.soleOffices()[english] }

// indexSoleOffices lists these offices by their English names.
func (k *Base) indexSoleOffices() map[string]string {
	out := make(map[string]string, 128)
	for i := range k.Items {
		if it := &k.Items[i]; it.Kind == doc.Office && it.Single {
			out[it.English] = k.SameOffice(it.ID)
		}
	}
	return out
}

// PressState is the state whose officials the newspapers of the language name without it, nil where the tables tell none.
func (k *Base) PressState() *Item {
	for i := range k.Items {
		if it := &k.Items[i]; it.Kind == doc.State {
			if w := k.Word(it.Hindi); w >= 0 && k.Entry(w).Cues&CuePress != 0 {
				return it
			}
		}
	}
	return nil
}

// indexHolders lists the terms of every office that one person holds at a time.
func (k *Base) indexHolders() map[Post][]tenure {
	out := make(map[Post][]tenure, 1024)
	k.eachHolder(func(p Post, t tenure) { out[p] = append(out[p], t) })
	return out
}

// indexOfficers lists the same terms by the office alone, in the order of the table.
func (k *Base) indexOfficers() map[string][]tenure {
	out := make(map[string][]tenure, 256)
	k.eachHolder(func(p Post, t tenure) { out[p.Office] = append(out[p.Office], t) })
	return out
}

func (k *Base) eachHolder(do func(Post, tenure)) {
	for i := range k.Items {
		for j, t := range k.Items[i].Terms {
			id := k.SameOffice(t.Office)
			if o := k.Item(doc.Office, id); o != nil && o.Single && t.At == "" {
				do(Post{id, t.Code}, tenure{int32(i), int32(j)})
			}
		}
	}
}

// indexPeople lists the persons of every state and organisation.
func (k *Base) indexPeople() map[string][]int32 {
	out := make(map[string][]int32, 256)
	for i := range k.Items {
		if it := &k.Items[i]; it.Kind == doc.Person {
			out[it.Code] = append(out[it.Code], int32(i))
		}
	}
	return out
}

// Holder is the only one who held an office of a state or organisation on a day, with the term; nil where the tables have
// nobody, or several, as on the day when one followed another.
func (k *Base) Holder(office, code, day string) (*Item, Term) {
	var who *Item
	var term Term
	for _, h := range k.holders()[Post{k.SameOffice(office), code}] {
		it := &k.Items[h.item]
		t := it.Terms[h.term]
		if !Overlap(t.Since, t.Until, day, day) {
			continue
		}
		if who != nil && who != it {
			return nil, Term{}
		}
		who, term = it, t
	}
	return who, term
}
