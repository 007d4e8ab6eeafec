// Package mention writes Mentions and Entities: who and what a report names. It runs twice.
//
// Find, before syntax, reads Tokens: names of the registry, longest first; people behind a title (रक्षा मंत्री विक्टर
// ख्रेनिन) and runs of unknown words; titles, bodies and people nouns with the state or organisation that owns them
// (रूस के विदेश मंत्री, रूसी सेना, फलस्तीनी कामगार).
//
// Resolve, after syntax, reads Chunks and Clauses too: short names, titles alone, pronouns and descriptions (उन्होंने,
// दोनों देश, इस समूह, अपने समकक्ष) get the entity that the report settles, or a note.
//
//	रूस के रक्षा मंत्री सर्गेई शोइगू ने कहा कि वह … → सर्गेई शोइगू: person, RUS, defence minister; वह: the same
package mention
