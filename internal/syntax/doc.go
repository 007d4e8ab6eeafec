// Package syntax reads Tokens, Timexes and Mentions and writes Chunks and Clauses.
//
// A chunk is a nominal with its case marker, a verb group, a time expression, an adverb, a conjunction or a mark.
// Genitives point at the chunk that they modify, conjuncts at the next of their list. A clause is a verb group with
// the chunks that it governs: a non-finite group takes what its case frame licenses from the chunks before it, and
// leaves the rest to the finite verb of the sentence.
//
//	[भारत ने]1 [चीन से]2 [[सैनिक]3 [हटाने की]]4 [मांग]5 [की]6 →
//	clause A: मांग की (1, 2, 5), clause B inside it: हटाने (3)
//
// Chunking follows the tradition of the Hindi treebanks (Bharati, Sangal and Sharma, "Anncorra"), k1 being the karta
// and k2 the karma.
package syntax
