// Package names brings the Devanagari and the Latin spelling of a name together. It reads nothing itself: package
// knowledge hands it the tables data/hi/translit.tsv (what each letter sounds like) and data/hi/spelling.tsv (how Latin
// names spell each sound, with a cost in bits).
//
// Three things come of it. Romanise writes a Devanagari name in Latin letters: the inherent vowel is left out at the end
// of a word and between two syllables that have vowels of their own (Ohala's rule of schwa deletion). A key is the row
// of consonant classes of a name, the same for all spellings in both scripts, in the tradition of Soundex and its kin:
// an Index finds candidates by it. A candidate's rank is the cost of its cheapest alignment with the name, a weighted
// edit distance between the units of one script and up to three letters of the other (Brill and Moore's channel model).
//
//	चिंगदाओ → key CNKT; Qingdao → keys KNKT, CNKT; cheapest alignment च=q ि=i ं=n ग=g द=d ा=a ओ=o
package names
