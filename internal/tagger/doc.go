// Package tagger writes Tags: runs of tokens that read like the name of a person, place or organisation, whether or not
// a table has it. It reads Tokens and Sentences and the tables' names, and decides by a conditional random field that was
// trained on sentences annotated by hand: [Trainer] makes the model, data/hi/names.model holds it, cmd/varta-train is
// the command. Without a model there are no tags.
//
//	डर्बी के पास बर्नस्टोन में → डर्बी: place, बर्नस्टोन: place
//
// After Lafferty, McCallum and Pereira (2001); the features follow Ratinov and Roth (2009): the words around, endings, parts
// of speech, lists of names, and of what names a word is a part. Weights lie in a table of hashed features (Weinberger and others, 2009), one byte each.
package tagger
