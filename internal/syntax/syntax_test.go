package syntax_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/pipeline"
)

var load = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(os.DirFS("../../data"), "hi") })

func run(t testing.TB, text string) (*doc.Document, *knowledge.Base) {
	t.Helper()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text, Published: doc.Date{Year: 2024, Month: 3, Day: 4}}
	pipeline.New(k).Run(d)
	if err := doc.Check(d); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return d, k
}

func quote(d *doc.Document, c *doc.Chunk) string { return d.Quote(d.SpanOf(c.Tokens)) }

// TestChunks looks for chunks in a sentence, each with its marker behind a slash.
func TestChunks(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"भारत ने चीन से बातचीत की।", []string{"भारत ने/ने", "चीन से/से", "बातचीत", "की"}},
		{"रूस के विदेश मंत्री ने चीन के साथ बैठक की।", []string{"रूस के/का", "विदेश मंत्री ने/ने", "चीन के साथ/के साथ", "बैठक", "की"}},
		{"संयुक्त राष्ट्र ने इजराइल के खिलाफ प्रस्ताव पारित किया।", []string{"संयुक्त राष्ट्र ने/ने", "इजराइल के खिलाफ/के खिलाफ"}},
		{"प्रधानमंत्री सोमवार को दिल्ली में मिलेंगे।", []string{"सोमवार को/को", "दिल्ली में/में", "मिलेंगे"}},
		{"सेना ने हमला कर दिया है।", []string{"कर दिया है"}},
		{"दोनों देशों के बीच समझौता हुआ।", []string{"दोनों देशों के बीच/के बीच", "समझौता", "हुआ"}},
		{"मोदी ने उनके साथ बैठक की।", []string{"उनके साथ/के साथ"}},
		{"वह उससे अलग हो गया।", []string{"उससे/से"}},
		{"दोनों देश सीमा पर तनाव कम करेंगे।", []string{"दोनों देश", "सीमा पर/पर"}},
		{"अमेरिकी बचाव दल तुर्की पहुंचा।", []string{"अमेरिकी बचाव दल", "तुर्की"}},
		{"मिशन का बीड़ा केन्या ने उठाया।", []string{"बीड़ा", "केन्या ने/ने"}},
		{"रूसी मिसाइल यूक्रेन में गिरी।", []string{"रूसी मिसाइल", "यूक्रेन में/में"}},
		{"दो फलस्तीनी आत्मघाती हमलावर मारे गए।", []string{"दो फलस्तीनी आत्मघाती हमलावर"}},
		{"नाटो का सदस्य नॉर्वे सहमत है।", []string{"सदस्य नॉर्वे"}},
		{"यह वार्ता ओमानी मेजबान द्वारा आयोजित की जा रही है।", []string{"यह वार्ता", "ओमानी मेजबान द्वारा/द्वारा"}},
		{"दल का नेतृत्व विदेश मंत्री अब्बास अराक्ची करेंगे।", []string{"नेतृत्व", "विदेश मंत्री अब्बास अराक्ची"}},
		{"हमले में कम से कम तीन सैनिक मारे गए।", []string{"कम से कम", "तीन सैनिक"}},
		{"वह राष्ट्रपति रामनाथ कोविंद व उप राष्ट्रपति से मिलेंगे।", []string{"वह", "राष्ट्रपति रामनाथ कोविंद"}},
		{"नेपाल के विदेश मंत्री जयशंकर के साथ बैठक करेंगे।", []string{"विदेश मंत्री", "जयशंकर के साथ/के साथ"}},
		{"श्रीलंका के पूर्व राष्ट्रपति ने कहा।", []string{"श्रीलंका के/का", "पूर्व राष्ट्रपति ने/ने"}},
		{"वे एक बार फिर मिले।", []string{"वे", "एक बार फिर"}},
		{"उन्होंने ट्वीट कर कहा।", []string{"ट्वीट", "कर", "कहा"}},
		{"भारत समझौते से अलग हो गया।", []string{"समझौते से/से", "अलग"}},
		{"वे बातचीत के लिए बैठे।", []string{"बातचीत के लिए/के लिए"}},
		{"मोदी भाग लेने गए हैं।", []string{"लेने", "गए हैं"}},
		{"मोदी भाग लेने जा रहे हैं।", []string{"लेने जा रहे हैं"}},
	} {
		d, k := run(t, tt.text)
		var got []string
		for i := range d.Chunks {
			s := quote(d, &d.Chunks[i])
			if m := d.Chunks[i].Marker; m != 0 {
				s += "/" + k.Markers[m].Name
			}
			got = append(got, s)
		}
		for _, w := range tt.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no chunk %q in %q", tt.text, w, got)
			}
		}
	}
}

// TestGenitives follows what each genitive hangs on.
func TestGenitives(t *testing.T) {
	for _, tt := range []struct{ text, from, to string }{
		{"रूस के विदेश मंत्री ने कहा।", "रूस के", "विदेश मंत्री ने"},
		{"बेलारूस के रक्षा मंत्री लेफ्टिनेंट जनरल विक्टर ख्रेनिन ने कहा।", "बेलारूस के", "रक्षा मंत्री लेफ्टिनेंट जनरल विक्टर ख्रेनिन ने"},
		{"भारत के प्रधानमंत्री की यात्रा सफल रही।", "प्रधानमंत्री की", "यात्रा"},
		{"चीन की सेना की टुकड़ी लौट गई।", "चीन की", "सेना की"},
		{"भारत ने चीन की निंदा की।", "चीन की", "निंदा"},
		{"अमेरिका की राजदूत निकी ने कहा।", "अमेरिका की", "राजदूत निकी ने"},
		{"देउबा की प्रधानमंत्री मोदी से वार्ता होगी।", "देउबा की", "वार्ता"},
		{"उनका भीड़ ने स्वागत किया।", "उनका", "स्वागत"},
	} {
		d, _ := run(t, tt.text)
		got := ""
		for i := range d.Chunks {
			if c := &d.Chunks[i]; quote(d, c) == tt.from && c.Of != doc.None {
				got = quote(d, &d.Chunks[c.Of])
			}
		}
		if got != tt.to {
			t.Errorf("%s: %q hangs on %q, want %q", tt.text, tt.from, got, tt.to)
		}
	}
}

func TestLists(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"रूस, चीन और उज्बेकिस्तान के राष्ट्रपतियों ने मुलाकात की।", "रूस चीन उज्बेकिस्तान"},
		{"भारत और नेपाल ने समझौता किया।", "भारत नेपाल"},
		{"सेनाएं ‘धर्म गार्जियन’ अभ्यास करेंगी।", "सेनाएं"},
		{"अमेरिका, ब्रिटेन, फ्रांस तथा जर्मनी ने निंदा की।", "अमेरिका ब्रिटेन फ्रांस जर्मनी"},
		{"अमेरिका और हमारा गठबंधन यूक्रेन के साथ है।", "अमेरिका गठबंधन"},
		{"जयशंकर और भारत में रूस के राजदूत ने बैठक की।", "जयशंकर राजदूत"},
	} {
		d, _ := run(t, tt.text)
		var got []string
		for i := 0; i != doc.None; i = d.Chunks[i].Coord {
			got = append(got, d.Quote(d.Tokens[d.Chunks[i].Head].Span))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: list %q, want %q", tt.text, s, tt.want)
		}
	}
}

// TestClauses looks for clauses by their verb group: kind, form of the verb, and the verb of the parent.
func TestClauses(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"भारत ने कहा कि चीन सैनिक हटाएगा।", []string{"कहा main fin", "हटाएगा comp fin < कहा"}},
		{"भारत ने चीन से सैनिक हटाने की मांग की।", []string{"हटाने की comp inf < की", "की main fin"}},
		{"रूस पहुंचकर मंत्री ने बैठक की।", []string{"पहुंचकर advcl conv < की", "की main fin"}},
		{"अमेरिका द्वारा लगाए गए प्रतिबंध गलत हैं।", []string{"लगाए गए acl part < हैं"}},
		{"बोले इजराइल के प्रधानमंत्री, “हम हमास को खत्म कर देंगे।”", []string{"बोले main fin", "कर देंगे quote fin < बोले"}},
		{"रूहानी ने कहा भारत और ईरान पुराने दोस्त हैं।", []string{"कहा main fin", "हैं comp fin < कहा"}},
		{"रूस का कहा हुआ सच है।", []string{"कहा हुआ acl part < है"}},
		{"भारत दौरे पर बोले पुतिन- रूस भारत के साथ खड़ा है", []string{"बोले main fin", "है comp fin < बोले"}},
		{"भारत ने चीन को दी चेतावनी, कहा- सेना हटाए", []string{"दी main fin", "कहा conj fin < दी", "हटाए comp fin < कहा"}},
		{"मोदी ने चीन से आए मेहमान, अधिकारी और सैनिक देखे।", []string{"आए acl part < देखे"}},
		{"“क्या दुनिया सो रही है?” राजदूत ने सवाल किया।", []string{"सो रही है quote fin < किया", "किया main fin"}},
		{"रूस ने कीव पर हमला किया, यूक्रेन के अधिकारियों ने बताया।", []string{"किया quote fin < बताया", "बताया main fin"}},
		{"मोदी दिल्ली में चल रहे जी-20 सम्मेलन में शामिल हुए।", []string{"चल रहे acl part < हुए"}},
		{"मोदी दिल्ली में होने जा रहे 13वें सम्मेलन में भाग लेंगे।", []string{"होने जा रहे acl agt < लेंगे"}},
		{"ऐसी घटना विरले ही होती है।", []string{"होती है main fin"}},
		{"भारत ने मदद भेजी और नेपाल ने आभार जताया।", []string{"भेजी main fin", "जताया conj fin < भेजी"}},
	} {
		d, _ := run(t, tt.text)
		var got []string
		for i := range d.Clauses {
			c := &d.Clauses[i]
			if c.Predicate == doc.None {
				continue
			}
			p := &d.Chunks[c.Predicate]
			s := fmt.Sprintf("%s %s %s", quote(d, p), c.Kind, p.Verb.Form)
			if c.Parent != doc.None && d.Clauses[c.Parent].Predicate != doc.None {
				s += " < " + quote(d, &d.Chunks[d.Clauses[c.Parent].Predicate])
			}
			got = append(got, s)
		}
		for _, w := range tt.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no clause %q in %q", tt.text, w, got)
			}
		}
	}
}

func TestSubjects(t *testing.T) {
	for _, tt := range []struct{ text, verb, want string }{
		{"भारत ने चीन से बातचीत की।", "की", "भारत"},
		{"चीन से भारत ने बातचीत की।", "की", "भारत"},
		{"अमेरिका द्वारा ईरान पर प्रतिबंध लगाए गए।", "लगाए गए", "अमेरिका"},
		{"मंत्री सोमवार को चीन जाएंगे।", "जाएंगे", "मंत्री"},
		{"बोले मोदी, भारत शांति चाहता है।", "बोले", "मोदी"},
		{"वे शुक्रवार को माले पहुंचे।", "पहुंचे", "वे"},
		{"तालिबान का शिष्टमंडल बातचीत के लिए मॉस्को पहुंचा।", "पहुंचा", "शिष्टमंडल"},
		{"भारतीय विमान काबुल पहुंचा।", "पहुंचा", "विमान"},
	} {
		d, _ := run(t, tt.text)
		got := ""
		for i := range d.Clauses {
			c := &d.Clauses[i]
			if c.Predicate != doc.None && quote(d, &d.Chunks[c.Predicate]) == tt.verb && c.Subject != doc.None {
				got = d.Quote(d.Tokens[d.Chunks[c.Subject].Head].Span)
			}
		}
		if got != tt.want {
			t.Errorf("%s: subject of %s is %q, want %q", tt.text, tt.verb, got, tt.want)
		}
	}
}

func TestVerbs(t *testing.T) {
	for _, tt := range []struct {
		text, verb string
		ok         func(doc.Verb) bool
	}{
		{"मंत्री मिलेंगे।", "future", func(v doc.Verb) bool { return v.Tense == doc.Fut }},
		{"मंत्री नहीं मिले।", "negated", func(v doc.Verb) bool { return v.Negated }},
		{"मंत्री मिल सकते हैं।", "possible", func(v doc.Verb) bool { return v.Possible }},
		{"भारत को मदद करनी चाहिए।", "obligation", func(v doc.Verb) bool { return v.Obligation }},
		{"सैनिक मारे गए।", "passive", func(v doc.Verb) bool { return v.Passive }},
		{"भारत चाहता है कि चीन की सेना हटे।", "subjunctive", func(v doc.Verb) bool { return v.Subjunct && !v.Perfective }},
		{"मंत्री चीन गए।", "perfective", func(v doc.Verb) bool { return v.Perfective && !v.Passive && !v.Negated }},
	} {
		d, _ := run(t, tt.text)
		ok := false
		for i := range d.Chunks {
			ok = ok || d.Chunks[i].Kind == doc.VG && tt.ok(d.Chunks[i].Verb)
		}
		if !ok {
			t.Errorf("%s: no %s verb", tt.text, tt.verb)
		}
	}
}
