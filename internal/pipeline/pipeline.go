// Package pipeline runs the annotators in their order: the only package that knows it.
package pipeline

import (
	"varta/internal/doc"
	"varta/internal/event"
	"varta/internal/knowledge"
	"varta/internal/mention"
	"varta/internal/morph"
	"varta/internal/segment"
	"varta/internal/syntax"
	"varta/internal/tagger"
	"varta/internal/timex"
)

// Pipeline annotates documents. It is safe for concurrent use.
type Pipeline struct{ k *knowledge.Base }

// New makes the pipeline of one knowledge base.
func New(k *knowledge.Base) *Pipeline { return &Pipeline{k} }

// Run fills every layer of d from its text. Names and times come before syntax, which treats them as units; what
// stands for a name (a title, a pronoun) comes after, for it needs clauses and subjects.
func (p *Pipeline) Run(d *doc.Document) {
	steps := []func(*doc.Document, *knowledge.Base){
		segment.Run, morph.Run, timex.Run, tagger.Run, mention.Find, syntax.Run, mention.Resolve, event.Run,
	}
	for _, step := range steps {
		step(d, p.k)
	}
}
