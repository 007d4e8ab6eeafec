package knowledge

import "varta/internal/doc"

// loadMembers reads members.tsv or chairs.tsv, one row a period, into the list of the organisation that each row names.
func (k *Base) loadMembers(t *table, who string, list func(*Item) *[]Member) {
	for i := range t.rows {
		r := &t.rows[i]
		if it := k.Item(doc.Organisation, r.get("org")); it != nil {
			l := list(it)
			*l = append(*l, Member{r.get(who), r.get("since"), r.get("until"), r.get("certainty") == "likely", int32(r.line)})
		}
	}
}
