package event

import (
	"slices"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

// presidency reads which state chairs which organisation from the noun or the postposition, chunk i (भारत की ब्रिक्स अध्यक्षता;
// भारत की अध्यक्षता में जी20 का सम्मेलन हुआ).
func (e *engine) presidency(i int) relation {
	c := &e.d.Chunks[i]
	state, org := doc.None, doc.None
	switch {
	case e.function(c.Marker) == "chair" && e.chaired(c):
		state, org = e.firstOf(i, doc.State), e.presided(i)
	case e.k.CuesOf(&e.d.Tokens[c.Head])&knowledge.CueChair != 0:
		state, org = e.firstOf(i, doc.State), e.firstOf(i, doc.Organisation)
		if org == doc.None && state != doc.None && !e.chairs(e.d.Entities[e.d.Mentions[state].Entity].Code) {
			org = e.bodyBefore(i)
		}
	}
	if state == doc.None || org == doc.None {
		return relation{}
	}
	return relation{kind: "chairs", subject: e.mentionParties(state)[0], object: e.mentionParties(org)[0]}
}

// firstOf is the first mention of a type inside chunk i or among what it is said to be of, None without one.
func (e *engine) firstOf(i int, t doc.MentionType) int {
	first := i
	for first > 0 && first > i-3 && e.d.Chunks[first-1].Of == first {
		first--
	}
	for m := e.firstMention(e.d.Chunks[first].Tokens.First); m < len(e.d.Mentions) && e.d.Mentions[m].Tokens.Last <= e.d.Chunks[i].Head+1; m++ {
		if mn := &e.d.Mentions[m]; mn.Type == t && mn.Entity != doc.None {
			return m
		}
	}
	return doc.None
}

// presided is the organisation whose meeting is told in the sentence of chunk i, behind it or else right before it.
func (e *engine) presided(i int) int {
	s := e.d.SentenceOf(e.d.Chunks[i].Head)
	for _, j := range []int{i + 1, i + 2, i + 3, i + 4, i + 5, i + 6, i - 1} {
		if j < 0 || j >= len(e.d.Chunks) || e.d.SentenceOf(e.d.Chunks[j].Head) != s || e.d.Chunks[j].Kind != doc.NP || e.headClass(j)&knowledge.ClassForum == 0 {
			continue
		}
		return e.firstOf(j, doc.Organisation)
	}
	return doc.None
}

// chaired says whether the postposition of a chunk holds the noun (की अध्यक्षता में, but not के नेतृत्व में).
func (e *engine) chaired(c *doc.Chunk) bool {
	for t := c.Head + 1; t < c.Tokens.Last; t++ {
		if e.k.CuesOf(&e.d.Tokens[t])&knowledge.CueChair != 0 {
			return true
		}
	}
	return false
}

// chairs says whether a state has been told to chair an organisation.
func (e *engine) chairs(code string) bool {
	return slices.ContainsFunc(e.d.Facts, func(f record.Fact) bool { return f.Kind == "chairs" && f.Subject.Code == code })
}

// bodyBefore is the organisation that the sentence of chunk i has spoken of last before it.
func (e *engine) bodyBefore(i int) int {
	first := e.d.Sentences[e.d.SentenceOf(e.d.Chunks[i].Head)].Tokens.First
	for m := e.firstMention(e.d.Chunks[i].Tokens.First) - 1; m >= 0 && e.d.Mentions[m].Tokens.First >= first; m-- {
		if e.d.Mentions[m].Type == doc.Organisation {
			return m
		}
	}
	return doc.None
}

// lastBody is the organisation spoken of last before clause c in its sentence or the one before.
func (e *engine) lastBody(c int) []party {
	cl := &e.d.Clauses[c]
	for m := e.firstMention(cl.Tokens.First) - 1; m >= 0; m-- {
		mn := &e.d.Mentions[m]
		if cl.Sentence-e.d.SentenceOf(mn.Tokens.First) > 1 {
			break
		}
		if mn.Entity != doc.None && e.d.Entities[mn.Entity].Type == doc.Organisation {
			return e.mentionParties(m)
		}
	}
	return nil
}
