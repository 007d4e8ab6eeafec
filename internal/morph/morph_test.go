package morph_test

import (
	"os"
	"strings"
	"sync"
	"testing"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/morph"
	"varta/internal/segment"
)

var load = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(os.DirFS("../../data"), "hi") })

func run(t testing.TB, text string) *doc.Document {
	t.Helper()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text}
	segment.Run(d, k)
	morph.Run(d, k)
	if err := doc.Check(d); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return d
}

// TestSelect marks the token in question with a star in front.
func TestSelect(t *testing.T) {
	for _, tt := range []struct {
		text, lemma string
		upos        doc.UPOS
	}{
		{"भारत ने प्रस्ताव स्वीकार किया *पर चीन ने विरोध किया।", "पर", doc.CCONJ},
		{"चीन के विरोध किए जाने *पर भारत ने जवाब दिया।", "पर", doc.ADP},
		// का, के, की as genitive or verb
		{"चीन *की निंदा हुई।", "का", doc.ADP},
		{"भारत ने निंदा *की।", "कर", doc.VERB},
		{"भारत ने निंदा *की है।", "कर", doc.VERB},
		{"रूस *के राष्ट्रपति ने कहा।", "का", doc.ADP},
		{"भारत ने चीन से सैनिक हटाने *की मांग की।", "का", doc.ADP},
		{"भारत ने चीन से सैनिक हटाने की मांग *की।", "कर", doc.VERB},
		{"भारत ने रूस की मदद *की और चीन की निंदा की।", "कर", doc.VERB},
		{"भारत ने रूस की मदद *की जिसमें चीन भी था।", "कर", doc.VERB},
		{"भारत ने सेना *की जिन चौकियों की बात की, वे बंद हैं।", "का", doc.ADP},
		// पर, से, को, में
		{"भारत *पर हमला हुआ।", "पर", doc.ADP},
		{"चीन *से बातचीत हुई।", "से", doc.ADP},
		{"नेपाल *को मदद मिली।", "को", doc.ADP},
		{"दिल्ली *में बैठक हुई।", "में", doc.ADP},
		// stems that are nouns as well
		{"सरकार ने आयात *रोक दिया।", "रोक", doc.VERB},
		{"सरकार ने आयात पर *रोक लगाई।", "रोक", doc.NOUN},
		{"दोनों देशों ने *मांग की।", "मांग", doc.NOUN},
		// initials that are words as well
		{"भारत के राजदूत *पी. कुमारन ने कहा।", "", doc.PROPN},
		{"डॉ. *के. एंटनी ने कहा।", "", doc.PROPN},
		// main verbs, light verbs, auxiliaries
		{"मंत्री ने *कहा कि बात होगी।", "कह", doc.VERB},
		{"सेना ने हमला *कर दिया।", "कर", doc.VERB},
		{"पेरू ने स्पेन को पत्र *लिखा है।", "लिख", doc.VERB},
		{"नया पुल *बना है।", "बन", doc.VERB},
		{"सैनिक *मारे गए।", "मार", doc.VERB},
		{"मंत्री चीन *जाएंगे।", "जा", doc.VERB},
		{"पुतिन के चुने *जाने पर बधाई दी।", "जा", doc.VERB},
		{"मोदी ने पुतिन से *की बात, चीन पर चर्चा।", "कर", doc.VERB},
		{"मोदी ने पुतिन *से की बात, चीन पर चर्चा।", "से", doc.ADP},
		{"हमले को *सही ठहराने का कारण नहीं है।", "सही", doc.ADJ},
		{"ऐसी *घटना कम होती है।", "घटना", doc.NOUN},
		{"दी जा रही *धमकी पर अमल हुआ।", "धमकी", doc.NOUN},
		{"दुनिया *सो रही है।", "सो", doc.VERB},
		{"मंत्रियों *की हो रही बैठक टली।", "का", doc.ADP},
		{"भारत ने उनके *लिए भोज दिया।", "लिए", doc.ADP},
		{"भारत ने हथियार *लिए।", "ले", doc.VERB},
		{"भीड़ पर *पानी की बौछार हुई।", "पानी", doc.NOUN},
		{"बांध में *पानी भरने का काम हुआ।", "पानी", doc.NOUN},
		{"सेना देश में *कहीं न कहीं हमले करती है।", "कहीं", doc.ADV},
		{"मंत्री ने ये बातें *कहीं।", "कह", doc.VERB},
		{"अमेरिका ने *तो साफ कहा है।", "तो", doc.PART},
		// nouns and adjectives in their forms
		{"*मंत्रियों ने बैठक की।", "मंत्री", doc.NOUN},
		{"*हमलों में लोग मरे।", "हमला", doc.NOUN},
		{"*बड़ी बैठक हुई।", "बड़ा", doc.ADJ},
		// pronouns with a marker inside
		{"*उन्होंने इनकार किया।", "वह", doc.PRON},
		{"*उसने इनकार किया।", "वह", doc.PRON},
		{"किम जॉन-*उन के बीच बात हुई।", "", doc.PROPN},
		{"दोनों अपने-*अपने देश लौटे।", "अपना", doc.PRON},
	} {
		before, after, _ := strings.Cut(tt.text, "*")
		d := run(t, before+after)
		for i := range d.Tokens {
			x := &d.Tokens[i]
			if x.Start != len(before) {
				continue
			}
			if a := x.A(); a.UPOS != tt.upos || fold(t, a.Lemma) != fold(t, tt.lemma) {
				t.Errorf("%s: got %s %v, want %s %v", tt.text, a.Lemma, a.UPOS, tt.lemma, tt.upos)
			}
		}
	}
}

func fold(t testing.TB, word string) string {
	if word == "" {
		return ""
	}
	return run(t, word).Tokens[0].Norm
}

func TestFeatures(t *testing.T) {
	for _, tt := range []struct {
		text string
		ok   func(doc.Feats) bool
	}{
		{"मिलेंगे", func(f doc.Feats) bool { return f.Tense == doc.Fut && f.VerbForm == doc.Fin }},
		{"किया", func(f doc.Feats) bool { return f.Aspect == doc.Perf }},
		{"करता", func(f doc.Feats) bool { return f.Aspect == doc.Imperf }},
		{"करने", func(f doc.Feats) bool { return f.VerbForm == doc.Inf }},
		{"देशों", func(f doc.Feats) bool { return f.Number == doc.Plur && f.Case == doc.Acc }},
		{"बैठकें", func(f doc.Feats) bool { return f.Number == doc.Plur && f.Gender == doc.Fem }},
	} {
		if f := run(t, tt.text).Tokens[0].A().Feats; !tt.ok(f) {
			t.Errorf("%s: %+v", tt.text, f)
		}
	}
}

// Words that no table has are guessed from their ending, as names when no ending fits.
func TestGuess(t *testing.T) {
	for text, want := range map[string]doc.UPOS{"ख्रूशेचविनों ने कहा।": doc.NOUN, "ज़्लाटन ने कहा।": doc.PROPN, "Xyz ने कहा।": doc.PROPN} {
		x := run(t, text).Tokens[0]
		if x.A().UPOS != want {
			t.Errorf("%s: got %v, want %v", text, x.A().UPOS, want)
		}
	}
}
