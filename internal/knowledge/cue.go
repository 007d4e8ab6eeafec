package knowledge

import "io/fs"

// Cues is a set of kinds of cue words, one bit each.
type Cues uint64

// The kinds of cues that the engine asks for.
const (
	CueNegation Cues = 1 << iota
	CuePossible
	CuePlanned
	CueAlleged
	CueLight       // verb stems that make a predicate of a noun: मुलाकात कर
	CueAux         // verbs that follow a main verb: कर दिया
	CueModalCan    // सक
	CueModalMust   // चाहिए
	CueModalWant   // चाह
	CuePassive     // जा after a perfective participle
	CueThat        // कि
	CueRelative    // जो
	CueAnd         // और, या
	CueBut         // लेकिन
	CueSubord      // यदि, जब, क्योंकि, ताकि
	CueReciprocal  // एक-दूसरे
	CueReflexive   // अपना
	CueBoth        // दोनों
	CueAllOf       // सभी
	CueCounterpart // समकक्ष
	CueFocus       // भी, ही
	CueThird       // वह
	CueFirst       // मैं, हम
	CueFormer      // पूर्व
	CueAgentive    // वाला
	CueLink        // हुआ after a participle
	CueHonorific   // श्री, जी
	CueAgency      // भाषा, प्रेट्र in a dateline
	CueAttempted   // कोशिश
	CueListTail    // समेत, आदि
	CueQuoteVerb
	CueAttribution // के मुताबिक
	CueQuestion
	CueIf           // यदि
	CueDeixis       // इस, उस before a noun
	CueGenitive     // का
	CueInceptive    // लग, दे after an infinitive; शुरू, जारी behind one
	CueDiscourse    // इससे पहले
	CueMember       // सदस्य देश
	CueProgressive  // रह
	CueNameParticle // बिन, अल, दे: inside a name
	CueCapital      // राजधानी
	CueLocated      // स्थित
	CueProximal     // यह: what was just spoken of
	CueOccurrence   // घटना, मामला: what it governs happened
	CueDistributive // अलग-अलग, या
	CueOrigin       // मूल: of the descent, not of the state
	CueAllied       // समर्थक, समर्थित: behind a name, not owned by it
	CueDuring       // दौरान: ends a postposition of an event that is not over yet where its clause lies ahead
	CuePurpose      // ताकि: what is aimed at
	CueDecision     // फैसला: a plan that is an act where words are
	CueHere         // यहां: the place of the dateline
	CueThere        // वहां: the place just spoken of
	CueBefore       // पहले: ends a postposition of what had not begun yet
	CueMore         // ज्यादा, करीब: beside a numeral
	CueAlly         // सहयोगी: of a state, not acting for it
	CueAnswer       // जवाबी, पलटवार: an act that answers another
	CueSimile       // जैसा: what it stands behind is only compared
	CueChair        // अध्यक्षता
	CueJoint        // संयुक्त: of several together
	CuePress        // भारत: whose officials newspapers name without it
	CueHeadline     // दावा: a title names the words behind or before it with it
	CueUsual        // अक्सर: what is done again and again
)

// cueNames maps "kind" or "kind=value" of cues.tsv, the more exact first, to bits; none for kinds that the engine does not ask for.
var cueNames = map[string]Cues{
	"negation": CueNegation, "possible": CuePossible, "planned=decision": CuePlanned | CueDecision, "planned": CuePlanned, "alleged": CueAlleged, "light_verb": CueLight,
	"aux_verb": CueAux, "aux_passive": CuePassive | CueAux, "modal_possible": CueModalCan, "modal_obligation": CueModalMust,
	"modal_desire": CueModalWant, "complementizer": CueThat, "relative": CueRelative, "coordinator=and": CueAnd,
	"coordinator=but": CueBut, "coordinator=that is": 0, "causal": CueSubord, "conditional": CueSubord | CueIf,
	"temporal": CueSubord, "purpose=so that": CueSubord | CuePurpose, "purpose": CueSubord, "concessive": CueSubord, "reciprocal": CueReciprocal, "reflexive": CueReflexive,
	"both": CueBoth, "all_of": CueAllOf, "counterpart": CueCounterpart, "host": 0, "focus": CueFocus,
	"pronoun=third": CueThird, "pronoun=first": CueFirst, "former": CueFormer, "acting": 0, "prospective": CueAgentive,
	"participial_link": CueLink, "apposition": 0, "deictic_state": 0, "honorific": CueHonorific,
	"agency_byline": CueAgency, "cancelled": 0, "attempted": CueAttempted, "list_tail": CueListTail,
	"mutual_adjective": 0, "quote_verb": CueQuoteVerb, "quote_noun": 0, "visitor": 0,
	"attribution": CueAttribution, "question": CueQuestion, "demonstrative": CueDeixis, "genitive": CueGenitive,
	"aux_inceptive": CueInceptive | CueAux, "modal_permissive": CueInceptive, "member": CueMember, "distributive": CueDistributive,
	"occurrence": CueOccurrence, "capital": CueCapital, "located": CueLocated, "proximal": CueProximal,
	"name_particle": CueNameParticle, "coordinator=or": CueAnd | CueDistributive, "aux_progressive": CueProgressive | CueAux,
	"origin": CueOrigin, "allied": CueAllied, "during": CueDuring, "discourse": CueDiscourse, "quantity": CueMore, "phase": CueInceptive, "here": CueHere, "there": CueThere, "ally": CueAlly, "before": CueBefore, "answering": CueAnswer, "simile": CueSimile, "chair": CueChair, "press": CuePress, "joint": CueJoint, "headline_noun": CueHeadline, "usual": CueUsual,
}

// loadCues reads cues.tsv: single words mark their entries (and so, by its lemma, every form), phrases go into a trie.
func (k *Base) loadCues(fsys fs.FS, file string, p *problems) {
	t := readTable(fsys, file, p, "cue", "kind", "value")
	k.cues = newTrie(len(t.rows))
	for i := range t.rows {
		r := &t.rows[i]
		c, ok := cueNames[r.get("kind")+"="+r.get("value")]
		if !ok {
			c, ok = cueNames[r.get("kind")]
		}
		if !ok {
			r.problem(p, "kind", "unknown-cue-kind", "%s", r.get("kind"))
			continue
		}
		words := k.vocab.ids(r.get("cue"))
		switch len(words) {
		case 0:
			r.problem(p, "cue", "empty-cell", "cue")
		case 1:
			k.vocab.entries[words[0]].Cues |= c
		default:
			k.vocab.entries[words[0]].Starts |= StartsCue
			k.cues.add(words, int32(len(k.phraseCues)))
			k.phraseCues = append(k.phraseCues, c)
		}
	}
}

// CueAt finds the longest phrase of cues.tsv that begins at word numbers w(0), w(1) …; it returns its cues and length.
func (k *Base) CueAt(w func(i int) int32, n int) (Cues, int) {
	node, best, length := int32(0), Cues(0), 0
	for i := range n {
		x := w(i)
		if x < 0 {
			break
		}
		if node = k.cues.step(node, x); node == 0 {
			break
		}
		if v := k.cues.value[node]; len(v) > 0 {
			best, length = k.phraseCues[v[0]], i+1
		}
	}
	return best, length
}
