package knowledge

import (
	"slices"
	"strings"

	"varta/internal/doc"
)

// Match finds the frames of the predicate whose verb group begins at token first, with main verb lemma: the host's
// words are looked for backwards from there, no further than token left; apart are the last tokens of the unmarked
// phrases before it, nearest first, for a host that does not stand next to its verb (मुलाकात शुक्रवार को की). It
// returns the frames and the tokens of the host, empty for a bare verb; a longer host wins over a shorter one.
func (k *Base) Match(d *doc.Document, lemma int32, first, left int, apart []int) ([]int32, doc.Range) {
	node := k.verbs.step(0, lemma)
	if node == 0 {
		return nil, doc.Range{}
	}
	if f, h := k.matchHost(d, node, first-1, left); f != nil {
		return f, h
	}
	if i := k.skipBack(d, first-1, left); i < first-1 {
		if f, h := k.matchHost(d, node, i, left); f != nil {
			return f, h
		}
	}
	for _, i := range apart {
		if f, h := k.matchHost(d, node, i, left); f != nil {
			return f, h
		}
	}
	return k.verbs.value[node], doc.Range{First: first, Last: first}
}

// MatchParted finds the frames of a predicate whose host stands apart from the words right before its verb (प्रतिबंध अमेरिका
// ने खत्म किए): these words, part, are followed first, then the host that ends at one of the tokens of apart. Nothing is
// found unless both are there.
func (k *Base) MatchParted(d *doc.Document, lemma int32, first, left int, apart []int) (frames []int32, host, part doc.Range) {
	node := k.verbs.step(0, lemma)
	for i := k.skipBack(d, first-1, left); i >= left && i >= first-maxPart && node != 0; i-- {
		if node = k.stepToken(node, &d.Tokens[i]); node == 0 {
			break
		}
		if u := d.Tokens[i].A().UPOS; u == doc.ADP || u == doc.NOUN {
			continue // a noun makes one word with the host: सेना अभ्यास
		}
		for _, a := range apart {
			if a >= i-1 {
				continue
			}
			if f, h := k.matchHost(d, node, a, left); f != nil {
				return f, h, doc.Range{First: i, Last: first}
			}
		}
	}
	return nil, host, part
}

// Shorter finds the frames of the predicates inside one that was matched, the longest host first: its host less words at the
// front that a postposition parts from the rest, last the bare verb where the host is a marked nominal (समझौते पर चर्चा के लिए
// रियाद पहुंचे) (हमले की धमकी दी: धमकी दी; व्यापार युद्ध छेड़ा is no war), or the infinitive that
// it governs (छोड़ने के लिए कहा: के लिए कहा).
func (k *Base) Shorter(d *doc.Document, lemma int32, host, part doc.Range) (frames [][]int32, hosts []doc.Range) {
	node := k.verbs.step(0, lemma)
	for i := part.Last - 1; i >= part.First && node != 0; i-- {
		node = k.stepToken(node, &d.Tokens[i])
	}
	for i := host.Last - 1; i > host.First && node != 0; i-- {
		if node = k.stepToken(node, &d.Tokens[i]); node == 0 {
			break
		}
		if f := k.verbs.value[node]; len(f) > 0 && (d.Tokens[i].A().UPOS != doc.ADP && d.Tokens[i-1].A().UPOS == doc.ADP || d.Tokens[i].A().UPOS == doc.ADP && afterInfinitive(d, i)) {
			frames, hosts = append(frames, f), append(hosts, doc.Range{First: i, Last: host.Last})
		}
	}
	slices.Reverse(frames)
	slices.Reverse(hosts)
	if bare := k.verbs.step(0, lemma); bare != 0 && part.Len() == 0 && host.Len() > 0 && d.Tokens[host.Last-1].A().UPOS == doc.ADP && len(k.verbs.value[bare]) > 0 {
		frames, hosts = append(frames, k.verbs.value[bare]), append(hosts, doc.Range{First: host.Last, Last: host.Last})
	}
	return frames, hosts
}

// maxPart is the number of words between a host and its verb that may belong to the predicate (वापस, पर रोक).
const maxPart = 3

// matchHost follows the host's words backwards from token at, past particles that are none of them (हमले भी किए, but खुद
// को अलग कर लिया); the longest match counts.
func (k *Base) matchHost(d *doc.Document, node int32, at, left int) ([]int32, doc.Range) {
	var frames []int32
	host := doc.Range{First: at + 1, Last: at + 1}
	for i := at; i >= left; i-- {
		if node = k.stepToken(node, &d.Tokens[i]); node == 0 {
			break
		}
		if f := k.verbs.value[node]; len(f) > 0 && (d.Tokens[i].A().UPOS != doc.ADP || i > left && afterInfinitive(d, i) || k.onlyPart(&d.Tokens[i])) {
			frames, host.First = f, i
		}
		if i > left && k.focus(&d.Tokens[i-1]) && k.stepToken(node, &d.Tokens[i-1]) == 0 {
			i--
		}
		if d.Tokens[i].A().UPOS == doc.ADP {
			i = quotedName(d, i, left)
		}
	}
	return frames, host
}

// quotedName is the first token of the name in quotation marks that ends before token i, the marker of the noun that it
// stands behind (अभ्यास ‘युद्ध अभ्यास’ में भाग लिया), or i without one.
func quotedName(d *doc.Document, i, left int) int {
	if i-3 < left || !Quotes(&d.Tokens[i-1]) {
		return i
	}
	for j := i - 2; j > left && j >= i-8; j-- {
		if !Quotes(&d.Tokens[j]) {
			continue
		}
		if j < i-2 && d.Tokens[j-1].A().UPOS == doc.NOUN {
			return j
		}
		return i
	}
	return i
}

// Quotes says whether a token is a quotation mark.
func Quotes(t *doc.Token) bool {
	return t.Kind == doc.Punct && strings.ContainsAny(t.Norm, "'\"`‘’“”")
}

// onlyPart says whether a word read as a postposition is none by itself, but an adverb (बाहर ले गया).
func (k *Base) onlyPart(t *doc.Token) bool {
	if t.Word < 0 {
		return false
	}
	_, n := k.MarkerAt(func(int) int32 { return t.Word }, 1)
	return n == 0
}

// afterInfinitive says whether the marker that token i begins governs an infinitive (सौंपने को कहा): a predicate that
// begins with a marker is none elsewhere (सोमवार को कहा).
func afterInfinitive(d *doc.Document, i int) bool {
	return d.Tokens[i-1].A().Feats.VerbForm == doc.Inf
}

// stepToken follows the edge of a token's lemma, of its form, or of another of its lemmas; a postposition (के लिए) is no
// form of a verb.
func (k *Base) stepToken(node int32, t *doc.Token) int32 {
	if l := t.A().LemmaID; l >= 0 {
		if n := k.verbs.step(node, l); n != 0 {
			return n
		}
	}
	if t.Word >= 0 {
		if n := k.verbs.step(node, t.Word); n != 0 {
			return n
		}
	}
	for i := range t.Analyses {
		if l := t.Analyses[i].LemmaID; l >= 0 && (t.A().UPOS != doc.ADP || t.Analyses[i].UPOS != doc.VERB) {
			if n := k.verbs.step(node, l); n != 0 {
				return n
			}
		}
	}
	return 0
}

// skipBack passes over particles and negations before a verb.
func (k *Base) skipBack(d *doc.Document, i, left int) int {
	for i >= left && k.focus(&d.Tokens[i]) {
		i--
	}
	return i
}

func (k *Base) focus(t *doc.Token) bool { return k.CuesOf(t)&(CueFocus|CueNegation) != 0 }

// MatchNominal finds the frames of a bare host noun that ends at token last, no further back than token left.
func (k *Base) MatchNominal(d *doc.Document, last, left int) ([]int32, doc.Range) {
	var frames []int32
	host := doc.Range{First: last + 1, Last: last + 1}
	node := int32(0)
	for i := last; i >= left; i-- {
		t := &d.Tokens[i]
		next := int32(0)
		if l := t.A().LemmaID; l >= 0 {
			next = k.hosts.step(node, l)
		}
		if next == 0 && t.Word >= 0 {
			next = k.hosts.step(node, t.Word)
		}
		if node = next; node == 0 {
			break
		}
		if f := k.hosts.value[node]; len(f) > 0 {
			frames, host.First = f, i
		}
	}
	return frames, host
}

// IsCompound says whether some frame's predicate ends in verb with stem right before it.
func (k *Base) IsCompound(stem, verb int32) bool {
	if stem < 0 || verb < 0 {
		return false
	}
	node := k.verbs.step(0, verb)
	return node != 0 && k.verbs.step(node, stem) != 0
}

// EndsPredicate says whether a verb and some tokens right before it, no further back than token left, are the whole
// predicate of a frame (की मांग पर अड़ गए: मांग पर अड़). A longer predicate does not count: in its middle may stand a
// marker (बातचीत के लिए बैठे).
func (k *Base) EndsPredicate(d *doc.Document, verb int32, last, left int) bool {
	if verb < 0 {
		return false
	}
	node := k.verbs.step(0, verb)
	for i := last; i >= left && node != 0; i-- {
		if node = k.stepToken(node, &d.Tokens[i]); node != 0 && len(k.verbs.value[node]) > 0 {
			return true
		}
	}
	return false
}

// IsPredicate says whether a verb alone is the predicate of some frame: a verb that is none (कर) needs a host.
func (k *Base) IsPredicate(verb int32) bool {
	node := k.verbs.step(0, verb)
	return node != 0 && len(k.verbs.value[node]) > 0
}
