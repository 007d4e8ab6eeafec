package names

import (
	"cmp"
	"slices"
)

// postings lead from keys to numbers of words: two rows of equal length, sorted by key.
type postings struct {
	keys []key
	ids  []int32
}

type posting struct {
	key key
	id  int32
}

// collect sorts postings and drops those that occur twice.
func collect(all []posting) postings {
	slices.SortFunc(all, func(a, b posting) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.id, b.id)) })
	all = slices.Compact(all)
	p := postings{make([]key, len(all)), make([]int32, len(all))}
	for i, x := range all {
		p.keys[i], p.ids[i] = x.key, x.id
	}
	return p
}

// find are the numbers under a key.
func (p *postings) find(k key) []int32 {
	lo, ok := slices.BinarySearch(p.keys, k)
	if !ok {
		return nil
	}
	hi := lo
	for hi < len(p.keys) && p.keys[hi] == k {
		hi++
	}
	return p.ids[lo:hi]
}
