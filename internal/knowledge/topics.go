package knowledge

import (
	"slices"
	"strings"

	"varta/internal/doc"
)

// loadTopics enters the terms of each topic.
func (k *Base) loadTopics(t *table) {
	k.topics = newTrie(8 * len(t.rows))
	for i := range t.rows {
		r := &t.rows[i]
		n := int32(len(k.topicIDs))
		k.topicIDs = append(k.topicIDs, r.get("id"))
		for _, term := range strings.Split(r.get("hi"), "|") {
			if words := k.vocab.ids(term); len(words) > 0 {
				k.topics.add(words, n)
			}
		}
	}
}

// Topics are the ids of the topics that the tokens of r name, each once, in order of the text. A term matches in any
// inflected form; the longest one at a token counts.
func (k *Base) Topics(d *doc.Document, r doc.Range) []string {
	var out []string
	for i := r.First; i < r.Last; {
		values, last := k.topicAt(d, i, r.Last)
		for _, v := range values {
			if id := k.topicIDs[v]; !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		i = max(last, i+1)
	}
	return out
}

func (k *Base) topicAt(d *doc.Document, i, end int) (values []int32, last int) {
	node := int32(0)
	for ; i < end; i++ {
		t := &d.Tokens[i]
		next := int32(0)
		if t.Word >= 0 {
			next = k.topics.step(node, t.Word)
		}
		if l := t.A().LemmaID; next == 0 && l >= 0 {
			next = k.topics.step(node, l)
		}
		if node = next; node == 0 {
			break
		}
		if v := k.topics.value[node]; len(v) > 0 {
			values, last = v, i+1
		}
	}
	return values, last
}
