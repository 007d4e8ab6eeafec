package event

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// leftUndone says whether what the participle of clause c tells has not been done (बंधकों को रिहा किए बिना, बिना बातचीत किए).
func (e *engine) leftUndone(c int) bool {
	cl := &e.d.Clauses[c]
	first := cl.Chunks.First
	for _, i := range [...]int{cl.Predicate + 1, first, first - 1} {
		if i < 0 || i >= len(e.d.Chunks) || e.d.Chunks[i].Kind != doc.Adv {
			continue
		}
		if t := &e.d.Tokens[e.d.Chunks[i].Head]; t.A().UPOS == doc.ADP && e.k.CuesOf(t)&knowledge.CueNegation != 0 {
			return true
		}
	}
	return false
}
