package knowledge

import "slices"

// trie maps sequences of word numbers to lists of values. Its edges lie in one table with open addressing, at most
// three quarters full, which is smaller and faster than a map: a text asks it at every word.
type trie struct {
	edges []edge
	used  int
	shift uint
	value [][]int32
	stock []int32
	inner []uint64 // a bit a node: whether an edge leaves it, for most end a phrase
}

// edge leads from a node by a word to a node; 0, the root, to which nothing leads, marks a free place.
type edge struct{ node, word, next int32 }

// newTrie makes room for about n nodes.
func newTrie(n int) *trie {
	t := &trie{value: make([][]int32, 1, n+1)}
	bits := uint(4)
	for 3<<bits < 4*n {
		bits++
	}
	t.resize(bits)
	return t
}

func (t *trie) resize(bits uint) {
	old := t.edges
	t.edges, t.shift = make([]edge, 1<<bits), 64-bits
	for _, e := range old {
		if e.next != 0 {
			*t.place(e.node, e.word) = e
		}
	}
}

// place is where the edge lies or would lie.
func (t *trie) place(node, word int32) *edge {
	key := uint64(uint32(node))<<32 | uint64(uint32(word))
	for i := key * 0x9E3779B97F4A7C15 >> t.shift; ; i++ {
		e := &t.edges[i&uint64(len(t.edges)-1)]
		if e.next == 0 || e.node == node && e.word == word {
			return e
		}
	}
}

// step is the node behind a word, 0 when there is none.
func (t *trie) step(node, word int32) int32 {
	if i := int(node) >> 6; i >= len(t.inner) || t.inner[i]>>(node&63)&1 == 0 {
		return 0
	}
	return t.place(node, word).next
}

// grow is the node behind a word, made when there is none.
func (t *trie) grow(node, word int32) int32 {
	e := t.place(node, word)
	if e.next != 0 {
		return e.next
	}
	n := int32(len(t.value))
	*e = edge{node, word, n}
	for int(node)>>6 >= len(t.inner) {
		t.inner = append(t.inner, 0)
	}
	t.inner[node>>6] |= 1 << (node & 63)
	t.value = append(t.value, nil)
	if t.used++; 4*t.used > 3*len(t.edges) {
		t.resize(64 - t.shift + 1)
	}
	return n
}

func (t *trie) add(words []int32, value int32) {
	node := int32(0)
	for _, w := range words {
		node = t.grow(node, w)
	}
	t.set(node, value)
}

// back is the node behind words, the last of them first.
func (t *trie) back(node int32, words []int32) int32 {
	for i := len(words) - 1; i >= 0; i-- {
		node = t.grow(node, words[i])
	}
	return node
}

// set adds a value to a node, once.
func (t *trie) set(node, value int32) {
	old := t.value[node]
	if slices.Contains(old, value) {
		return
	}
	if old == nil {
		if len(t.stock) == 0 {
			t.stock = make([]int32, 4096)
		}
		old, t.stock = t.stock[:0:1], t.stock[1:]
	}
	t.value[node] = append(old, value)
}
