package syntax

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// What a pronoun or determiner at the start of a nominal does there.

// determines says whether a pronoun form stands before a noun, as a determiner (इस समूह).
func (c *chunker) determines(i int) bool {
	if c.d.Tokens[i].A().Marker != 0 || i+1 >= c.end || c.discourseAt(i+1) > 0 {
		return false
	}
	switch c.d.Tokens[i+1].A().UPOS {
	case doc.NOUN, doc.ADJ, doc.NUM, doc.DET, doc.PROPN:
		return c.k.CuesOf(&c.d.Tokens[i])&knowledge.CueFirst == 0 && !(c.d.Tokens[i].A().Feats.Case == doc.Nom && (c.oblique(i, i+1) || c.independent(i+1)))
	}
	return false
}

// stressed says whether token i is an indefinite determiner with a word of stress before its noun (किसी भी भारतीय सैनिक को).
func (c *chunker) stressed(i int) bool {
	if i+2 >= c.end || c.d.Tokens[i+1].A().UPOS != doc.PART || c.k.CuesOf(&c.d.Tokens[i+1])&knowledge.CueFocus == 0 {
		return false
	}
	const definite = knowledge.CueThird | knowledge.CueFirst | knowledge.CueDeixis | knowledge.CueReflexive | knowledge.CueRelative | knowledge.CueReciprocal | knowledge.CueBoth | knowledge.CueAllOf | knowledge.CueQuestion
	if a := c.d.Tokens[i].A(); a.Feats.Person != 0 || a.Marker != 0 || c.k.CuesOf(&c.d.Tokens[i])&definite != 0 {
		return false
	}
	switch c.d.Tokens[i+2].A().UPOS {
	case doc.NOUN, doc.ADJ, doc.PROPN:
		return c.timexAt(i+2) == nil
	}
	return false
}

// counted says whether a time is counted from what the pronoun at token i means, which takes no part then (इससे एक दिन पहले).
func (c *chunker) counted(i int) bool {
	m := c.d.Tokens[i].A().Marker
	return m != 0 && c.k.Markers[m].Function == "source" && c.k.CuesOf(&c.d.Tokens[i])&knowledge.CueProximal != 0 && i+1 < c.end && c.timexAt(i+1) != nil
}
