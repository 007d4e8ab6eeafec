package segment

import (
	"varta/internal/doc"
	"varta/internal/knowledge"
)

// longestAttribution is the number of tokens within which the clause that attributes a quotation must end.
const longestAttribution = 30

// attributed says whether a clause of speech that names who spoke follows at token i, right behind the quotation that
// a stop and a closing mark end: both are one sentence (“क्या दुनिया सो रही है?” राजदूत ने सवाल किया।), unless the sentence
// names the speaker before the quotation.
func attributed(d *doc.Document, k *knowledge.Base, first, i int) bool {
	if i >= len(d.Tokens) || !d.Tokens[first].Quoted || d.Tokens[i].Kind == doc.Punct || !closesQuote(d, i-1) || newline(d.Text[d.Tokens[i-1].End:d.Tokens[i].Start]) {
		return false
	}
	last := i
	for ; last < len(d.Tokens) && last < i+longestAttribution; last++ {
		t := &d.Tokens[last]
		if last > i && t.Space && newline(d.Text[d.Tokens[last-1].End:t.Start]) || stop(d, k, last) {
			return spoken(d, k, i, last)
		}
		if t.Quoted || t.Kind == doc.Punct || k.CuesOf(t)&knowledge.CueThat != 0 {
			return false // it goes on to quote or report by itself
		}
	}
	return false
}

// closesQuote says whether token i is a quotation mark that closes.
func closesQuote(d *doc.Document, i int) bool {
	if i < 1 || d.Tokens[i].Kind != doc.Punct || d.Tokens[i].Quoted {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if d.Tokens[j].Quoted {
			return true
		}
	}
	return false
}

// spoken says whether the tokens from first to last end in a verb of quoting (कहा, सवाल किया), auxiliaries aside.
func spoken(d *doc.Document, k *knowledge.Base, first, last int) bool {
	i := last - 1
	for i > first && auxiliary(&d.Tokens[i]) {
		i--
	}
	if i <= first {
		return false
	}
	t, before := &d.Tokens[i], &d.Tokens[i-1]
	for j := range t.Analyses {
		lemma := t.Analyses[j].LemmaID
		if t.Analyses[j].UPOS != doc.VERB || lemma < 0 {
			continue
		}
		if k.Entry(lemma).Cues&knowledge.CueQuoteVerb != 0 {
			return true
		}
		if cues, n := k.CueAt(func(x int) int32 { return [...]int32{before.Word, lemma}[x] }, 2); n == 2 && cues&knowledge.CueQuoteVerb != 0 {
			return true
		}
	}
	return false
}

// auxiliary says whether a token can be a finite auxiliary.
func auxiliary(t *doc.Token) bool {
	for i := range t.Analyses {
		if t.Analyses[i].UPOS == doc.AUX && t.Analyses[i].Feats.VerbForm == doc.Fin {
			return true
		}
	}
	return false
}
