// Package event reads all other layers and writes Events, Statements and Facts.
//
// Each clause whose predicate has case frames, and each bare noun that hosts one (X और Y के बीच बातचीत), is an
// instance. Its arguments fill the roles of the frame by their markers; a role that the clause leaves empty is filled
// through the clauses around it: the subject of a participle or of a second conjunct, the antecedent of a relative
// pronoun, the parties inside an infinitive or a complement. The frame with the most roles filled is coded. Status
// comes from tense, modality, negation and from what governs the clause; tellings of one act become one event.
//
//	भारत ने चीन से सैनिक हटाने की मांग की।
//	मांग कर: {k1: actor, से: recipient} → REQUEST, actor IND, recipient CHN
//
// The literature followed: Schrodt's TABARI and PETRARCH (verb patterns and actor dictionaries), Halterman et al.,
// "PLOVER and POLECAT" (types, modes, contexts), and the Paninian case frames of Begum et al., "Dependency annotation
// scheme for Indian languages".
package event
