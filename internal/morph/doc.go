// Package morph reads Tokens and selects, for each, one of the analyses that the vocabulary lists, or guesses one
// from the ending. It writes Token.Analyses, Best and Guess.
//
// Selection looks one token to the left, which is already settled, and one to the right, which is not:
//
//	निंदा की है  → की VERB (a noun before it, an auxiliary behind)
//	चीन की निंदा → की ADP
//	रोक दिया     → रोक VERB (a stem before an auxiliary verb)
//	रोक लगाई     → रोक NOUN
package morph
