package event_test

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
	"varta/record"
)

var load = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(os.DirFS("../../data"), "hi") })

func run(t testing.TB, text string) *doc.Document {
	t.Helper()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text, Published: doc.Date{Year: 2024, Month: 3, Day: 6}}
	pipeline.New(k).Run(d)
	if err := doc.Check(d); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return d
}

func codes(ps []record.Party) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Code)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "+")
}

// event is an event in one line: type, status, actors > recipients.
func event(e record.Event) string {
	return fmt.Sprintf("%s %s %s>%s", e.Type, e.Status, codes(e.Actors), codes(e.Recipients))
}

// tells wants an act among those of a text.
func tells(t *testing.T, text, want string) {
	t.Helper()
	if got := told(t, text); !slices.Contains(got, want) {
		t.Errorf("%s: got %q, want %s", text, got, want)
	}
}

// tellsOnly wants one act of a text and no other.
func tellsOnly(t *testing.T, text, want string) {
	t.Helper()
	if got := told(t, text); len(got) != 1 || got[0] != want {
		t.Errorf("%s: got %q, want %s alone", text, got, want)
	}
}

func told(t *testing.T, text string) []string {
	t.Helper()
	var got []string
	for _, e := range run(t, text).Events {
		got = append(got, event(e))
	}
	return got
}

func TestEvents(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"सम्मेलन में मोदी का चीनी राष्ट्रपति ने स्वागत किया।", "CONSULT happened IND>CHN"},
		{"चीन के विदेश मंत्री ने कहा कि वह और अमेरिकी राजदूत जेनेवा में बातचीत करेंगे।", "CONSULT planned CHN+USA>"},
		{"रूस के संयुक्त राष्ट्र दूत ने जापान की निंदा की।", "ACCUSE happened RUS>JPN"},
		{"संयुक्त राष्ट्र के विशेष दूत ने जापान की निंदा की।", "ACCUSE happened UN>JPN"},
		{"देउबा की प्रधानमंत्री मोदी से वार्ता होगी।", "CONSULT planned IND+NPL>"},
		{"प्रधानमंत्री ने टोगो के प्रधानमंत्री से बात की। प्रधानमंत्री केपी शर्मा ओली ने धन्यवाद दिया।", "CONSULT happened NPL+TGO>"},
		{"जयशंकर ने फ्रांस और ओमान के अपने समकक्षों के साथ बैठक की।", "CONSULT happened FRA+IND+OMN>"},
		{"जयशंकर के चीन के विदेश मंत्री वांग यी के साथ वार्ता करने की संभावना है।", "CONSULT possible CHN+IND>"},
		{"जयशंकर के अपने समकक्ष वांग यी से मिलने की उम्मीद है।", "CONSULT possible CHN+IND>"},
		{"भारत और फ्रांस के बीच रक्षा समझौता होने की भी उम्मीद है।", "AGREE possible FRA+IND>"},
		{"अमेरिका ने रूस और यूक्रेन के बीच समझौता होने की उम्मीद जताई।", "AGREE possible RUS+UKR>"},
		{"भारत और चीन के विदेश मंत्रियों की बैठक मंगलवार को मॉस्को में होने की संभावना है।", "CONSULT possible CHN+IND>"},
		{"भारत और जापान की सेनाएं ‘धर्म गार्जियन’ अभ्यास करेंगी।", "COOPERATE planned IND+JPN>"},
		{"नरेंद्र मोदी व्लादिमीर पुतिन से बातचीत करेंगे।", "CONSULT planned IND+RUS>"},
		// status
		{"रूस के विदेश मंत्री ने चीन के विदेश मंत्री से मुलाकात की।", "CONSULT happened CHN+RUS>"},
		{"रूस के विदेश मंत्री चीन के विदेश मंत्री से मुलाकात करेंगे।", "CONSULT planned CHN+RUS>"},
		{"रूस के विदेश मंत्री चीन के विदेश मंत्री से मुलाकात कर सकते हैं।", "CONSULT possible CHN+RUS>"},
		{"रूस के विदेश मंत्री ने चीन के विदेश मंत्री से मुलाकात नहीं की।", "CONSULT denied CHN+RUS>"},
		{"भारत ने पाकिस्तान पर सीमा पर गोलीबारी करने का आरोप लगाया।", "ACCUSE happened IND>PAK"},
		{"भारत ने श्रीलंका को सहायता देने का फैसला किया।", "AID planned IND>LKA"},
		{"भारत और जापान ने मिलकर काम करने की बात कही।", "COOPERATE planned IND+JPN>"},
		{"मोदी ने पुतिन से मुलाकात करने के अलावा सम्मेलन में हिस्सा लिया।", "CONSULT happened IND+RUS>"},
		{"मोदी ने पुतिन को दोबारा चुने जाने पर बधाई दी।", "SUPPORT happened IND>RUS"},
		{"हो सकता है कि मोदी रूस के राष्ट्रपति से मिलें।", "CONSULT possible IND+RUS>"},
		{"उम्मीद है कि मोदी रूस के राष्ट्रपति से मिलेंगे।", "CONSULT possible IND+RUS>"},
		{"भारत और चीन के बीच होने वाली विदेश सचिव स्तर की वार्ता टली।", "CONSULT planned CHN+IND>"},
		{"अमेरिका द्वारा ईरान पर शुल्क लगाने की घोषणा के बाद चीन ने जापान को चेतावनी दी।", "THREATEN happened CHN>JPN"},
		{"रूस के नए हमलों में यूक्रेन में कई लोग मारे गए हैं।", "ASSAULT happened RUS>---+UKR"},
		{"हथियार छोड़ने को किम राजी, ट्रंप रोकेंगे सैन्य अभ्यास\nभारत चुप रहा।", "CONCEDE happened USA>"},
		{"मोदी ने बाइडन को फोन कर बधाई दी।", "CONSULT happened IND+USA>"},
		{"अमेरिका ने ईरान से कहा कि वह सेना हटाए।", "REQUEST happened USA>IRN"},
		// order of arguments, passives, bare nouns, participles
		{"चीन ने 31 अगस्त 2024 को तियानजिन में एससीओ शिखर सम्मेलन में भागीदारी के फैसले की सराहना की।", "CONSULT planned CHN+SCO>"},
		{"फ्रांस से पूछा गया कि क्या वह ईरान पर प्रतिबंध लगाएगा। भारत ने चीन की निंदा की।", "ACCUSE happened IND>CHN"},
		{"चीन की भारत ने निंदा की।", "ACCUSE happened IND>CHN"},
		{"अमेरिका ने ईरान पर प्रतिबंध लगाए।", "SANCTION happened USA>IRN"},
		{"अमेरिका द्वारा ईरान पर प्रतिबंध लगाए गए।", "SANCTION happened USA>IRN"},
		{"रूस और चीन के बीच बातचीत हुई।", "CONSULT happened CHN+RUS>"},
		{"भारत ने चीन से सैनिक हटाने की मांग की।", "REQUEST happened IND>CHN"},
		{"भारत ने नेपाल को मदद दी।", "AID happened IND>NPL"},
		{"इजराइल ने सीरिया पर हवाई हमला किया।", "ASSAULT happened ISR>SYR"},
		{"रूस ने यूक्रेन को हमले की धमकी दी।", "THREATEN happened RUS>UKR"},
		{"भारत और फ्रांस ने रक्षा समझौते पर हस्ताक्षर किए।", "SUPPORT happened FRA+IND>"},
		// lists of examples, companions
		{"जयशंकर ने चीन के विदेश मंत्री वांग यी समेत कई मंत्रियों से मुलाकात की।", "CONSULT happened ---+CHN+IND>"},
		{"भारत के अलावा ब्रिटेन और जापान जैसे अमेरिका के सहयोगियों ने भी प्रस्ताव के पक्ष में वोट दिया।", "SUPPORT happened ---+GBR+IND+JPN>"},
		// what is taken up from before
		{"ईरान और अमेरिका के बीच वार्ता मस्कट में हुई। यह वार्ता मंगलवार को रोम में होनी है।", "CONSULT planned IRN+USA>"},
		{"ईरान और अमेरिका के बीच वार्ता मस्कट में हुई। ओमान ने मध्यस्थता की।", "CONSULT happened OMN>IRN+USA"},
		{"रूस और चीन के राष्ट्रपतियों की शिखर बैठक मॉस्को में हुई। ईरान के विदेश मंत्री भी वहां मौजूद थे।", "CONSULT happened CHN+IRN+RUS>"},
		{"ट्रंप मंगलवार को किम से मुलाकात करेंगे। अमेरिकी राष्ट्रपति ने पहले यह मुलाकात रद्द कर दी थी।", "REJECT happened USA>PRK"},
		{"मोदी ने ट्रंप को फोन किया और बधाई दी।", "SUPPORT happened IND>USA"},
		{"शिखर वार्ता के बाद रूस और तुर्की ने बयान पर हस्ताक्षर किए।", "CONSULT happened RUS+TUR>"},
		{"मोदी और शरीफ की मुलाकात का कोई कार्यक्रम नहीं है।", "CONSULT denied IND+PAK>"},
		{"भारत और चीन के बीच सोमवार को होने वाली वार्ता रद्द कर दी गई।", "REJECT happened >CHN+IND"},
		{"रूस और यूक्रेन के सैनिकों के बीच हुई गोलीबारी में रूस के पांच सैनिक मारे गए।", "ASSAULT happened UKR>RUS"},
		{"यरुशलम को इजराइल की राजधानी मानने के अमेरिकी फैसले को महासभा ने ठुकरा दिया।", "SUPPORT happened USA>ISR"},
		{"मोदी ने ट्रंप से फोन पर की बात, दिया न्योता", "CONSULT happened IND+USA>"},
		// names with quotation marks, brackets and what they are
		{"सूडान में कैंपों पर 'रैपिड सपोर्ट फोर्स' के हमलों में 20 नागरिक मारे गए।", "ASSAULT happened RSF_SDN>---+SDN"},
		{"सूडान में अर्धसैनिक बल 'रैपिड सपोर्ट फोर्स' (आरएसएफ) ने सेना पर हमला किया।", "ASSAULT happened RSF_SDN>SDN"},
		{"सूडान में अर्धसैनिक बल रैपिड सपोर्ट फोर्स ने सेना पर हमला किया।", "ASSAULT happened RSF_SDN>SDN"},
		{"अमेरिका ने भारत पर टैरिफ भारत के रूस से तेल खरीदने के कारण लगाया।", "SANCTION happened USA>IND"},
		{"अमेरिका ने यह धमकी दी है कि अगर भारत ने विरोध किया तो टैरिफ बढ़ाया जाएगा।", "THREATEN happened USA>IND"},
		{"बैठक हुई, जिसमें भारत और चीन के विदेश मंत्री शामिल हुए।", "CONSULT happened CHN+IND>"},
		// what had to be done was done
		{"फ्रांसीसी सेना को माली से हटना पड़ा।", "RETREAT happened FRA>MLI"},
		{"अमेरिका को माफी मांगनी पड़ी।", "CONCEDE happened USA>"},
		{"मोदी ने ईरान पर अमेरिकी-इजराइली हमले की निंदा की।", "ACCUSE happened IND>ISR+USA"},
		{"पुतिन ने मोदी से मुलाकात की और उन्हें रूस आमंत्रित किया।", "REQUEST happened RUS>IND"},
		{"आसियान की घोषणा में आतंकवाद की निंदा की गई।", "ACCUSE happened ASEAN>"},
		{"एससीओ के विदेश मंत्रियों की बैठक हुई। विदेश मंत्री कोफी मेन्सा ने टोगो की निंदा की।", "ACCUSE happened --->TGO"},
		// what stands in a place
		{"इजराइल ने बुशहर परमाणु ऊर्जा संयंत्र पर हमला किया।", "ASSAULT happened ISR>IRN"},
		{"अमेरिका ने ईरान के नतांज परमाणु केंद्र पर हमला किया।", "ASSAULT happened USA>IRN"},
		// through clauses
		{"मोदी ने कहा, “पाकिस्तान आतंकवाद को बढ़ावा देता है और आतंकवादियों को संरक्षण देता है।”", "ACCUSE happened IND>PAK"},
		{"ईरान ने दावा किया कि अमेरिका ने नतांज पर हमला किया।", "ASSAULT alleged USA>IRN"},
		{"भारत ने रूस के प्रस्ताव का समर्थन किया और चीन की निंदा की।", "ACCUSE happened IND>CHN"},
		{"भारत के प्रधानमंत्री ने कहा कि वह चीन के राष्ट्रपति से मिलेंगे।", "CONSULT planned CHN+IND>"},
	} {
		tells(t, tt.text, tt.want)
	}
}

// Sentences that tell no act between parties.
func TestNoEvents(t *testing.T) {
	for _, text := range []string{"मंत्री की मुलाकात टल गई।", "किसानों ने फसल बेची।", "भारत में बारिश हुई।", "यदि चीन हमला करता तो युद्ध होता।", "मुख्यमंत्री ने किसानों से मुलाकात की।", "भारत का जहाज ईरान गया।", "आईएनएस विक्रांत श्रीलंका पहुंचा।", "चीन की सेना पीछे हटे।", "“क्या रूस चीन पर हमला करेगा?” मोदी ने पूछा।",
		"रूस और चीन के मतभेद बातचीत के जरिये सुलझाए जा सकते हैं।", "चीन ने जापान पर हमला किया तो युद्ध होगा।",
		"मंत्री ने कहा, “कुछ देश नीति बनाते हैं और आतंकवादियों को संरक्षण देते हैं।”", "भारत मछुआरों की रिहाई सुनिश्चित करने के लिए प्रयास में जुटा है।", "दोषियों की सूची जारी हुई। उसमें टोगो के विदेश मंत्री भी शामिल हैं।", "घाना टोगो के बंधकों को रिहा किए बिना खुश नहीं है।", "घाना ने कहा कि टोगो ने भारी कीमत चुकाई।"} {
		d := run(t, text)
		for _, e := range d.Events {
			t.Errorf("%s: got %s by %s", text, event(e), e.Rule)
		}
	}
}

func TestVisit(t *testing.T) {
	d := run(t, "रूस के राष्ट्रपति सोमवार को चीन की यात्रा पर बीजिंग पहुंचे।")
	for _, e := range d.Events {
		if slices.Contains(e.Modes, "visit") && codes(e.Actors) == "RUS" && codes(e.Recipients) == "CHN" && e.Date != nil && e.Date.Value == "2024-03-04" {
			return
		}
	}
	t.Errorf("got %+v", d.Events)
}

// What was decided on before is not dated by what came of the decision.
func TestForegone(t *testing.T) {
	d := run(t, "यरुशलम को इजरायल की राजधानी मानने के अमेरिकी फैसले को संयुक्त राष्ट्र महासभा ने सोमवार को ठुकरा दिया।")
	for _, e := range d.Events {
		if dated := e.Date != nil; dated != (e.Type == "REJECT") {
			t.Errorf("%s: date %+v", event(e), e.Date)
		}
	}
	if len(d.Events) != 2 {
		t.Errorf("got %+v", d.Events)
	}
}

// One act told twice is one event with two pieces of evidence.
func TestToldTwice(t *testing.T) {
	d := run(t, "रूस के विदेश मंत्री ने सोमवार को चीन के विदेश मंत्री से मुलाकात की। बारिश हो रही थी। रूस के विदेश मंत्री ने चीन के विदेश मंत्री से मुलाकात की थी।")
	if len(d.Events) != 1 || len(d.Events[0].Evidence) != 2 {
		t.Errorf("got %+v", d.Events)
	}
}

func TestStatements(t *testing.T) {
	for _, tt := range []struct{ text, speaker, content string }{
		{"रूस के विदेश मंत्री ने कहा कि बातचीत सफल रही।", "RUS", "बातचीत सफल रही"},
		{"चीन के विदेश मंत्रालय के प्रवक्ता ने बताया कि वार्ता जारी है।", "CHN", "वार्ता जारी है"},
		{"फ्रांस के राष्ट्रपति ने कहा, ‘‘हम शांति चाहते हैं।’’", "FRA", "हम शांति चाहते हैं"},
		{"फ्रांस के राष्ट्रपति ने कहा जर्मनी और फ्रांस मित्र हैं।", "FRA", "जर्मनी और फ्रांस मित्र हैं"},
		{"तो दूसरी तरफ ईरान ने दावा किया कि बातचीत सफल रही।", "IRN", "बातचीत सफल रही"},
		{"नेपाल के प्रधानमंत्री के मुताबिक बातचीत सफल रही।", "NPL", "बातचीत सफल रही"},
	} {
		d := run(t, tt.text)
		if len(d.Statements) != 1 {
			t.Errorf("%s: got %d statements", tt.text, len(d.Statements))
			continue
		}
		s := d.Statements[0]
		if got := d.Text[s.Content.Start:s.Content.End]; s.Speaker.Code != tt.speaker || !strings.Contains(got, tt.content) {
			t.Errorf("%s: %s said %q", tt.text, s.Speaker.Code, got)
		}
	}
}

func TestFacts(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"भारत और पाकिस्तान 2017 में एससीओ के सदस्य बने।", "member_of IND SCO 2017"},
		{"एससीओ की स्थापना 2001 में हुई थी।", "founded --- SCO 2001"},
		{"बेलारूस के रक्षा मंत्री विक्टर ख्रेनिन ने कहा कि बात होगी।", "holds_office BLR  "},
	} {
		d := run(t, tt.text)
		var got []string
		for _, f := range d.Facts {
			since := string(f.Since)
			object := f.Object.Code
			if f.Kind == "holds_office" {
				object = ""
			}
			got = append(got, fmt.Sprintf("%s %s %s %s", f.Kind, f.Subject.Code, object, since))
		}
		if !slices.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// An office told again by the end of its title is one fact with two pieces of evidence.
func TestOneOffice(t *testing.T) {
	d := run(t, "बेलारूस के रक्षा मंत्री विक्टर ख्रेनिन आए। मंत्री ख्रेनिन ने कहा कि बात होगी।")
	if len(d.Facts) != 1 || len(d.Facts[0].Evidence) != 2 {
		t.Errorf("got %d facts: %+v", len(d.Facts), d.Facts)
	}
}

// TestPlaces looks at where the first event took place.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"रूस के विदेश मंत्री ने दुशांबे में चीन के विदेश मंत्री से मुलाकात की।", "दुशांबे"},
		{"भारत के प्रधानमंत्री अगले महीने मिस्र का दौरा करेंगे।", "मिस्र"},
		{"इजराइली सेना ने गाजा के एक शिविर में फलस्तीनियों को गिरफ्तार किया।", "गाजा"},
		{"जापान के विदेश मंत्री ने जिनेवा में हुई बैठक में चीन की निंदा की।", "जिनेवा"},
		{"रूसी सेना ने खारकीव के एक अस्पताल पर हमला किया।", "खारकीव"},
		{"पुलिस ने लंदन के निकट ईरान के राजनयिक को गिरफ्तार किया।", "लंदन"},
		{"भारत के प्रधानमंत्री व्हाइट हाउस में अमेरिका के राष्ट्रपति से मिले।", "व्हाइट हाउस"},
		{"इराक में बसरा शहर के निकट तालिबान ने अमेरिकी सैनिकों पर हमला किया।", "बसरा"},
		{"भारत के विदेश सचिव ने काबुल जाकर अफगानिस्तान के राष्ट्रपति से भेंट की।", "काबुल"},
		{"दुशांबे, 28 जुलाई (भाषा) रूस के विदेश मंत्री ने यहां चीन के विदेश मंत्री से मुलाकात की।", "दुशांबे"},
		{"इस्लामाबाद। भारत के विदेश सचिव ने यहां नेपाल के विदेश सचिव से मुलाकात की।", "इस्लामाबाद"},
		{"भारत के विदेश सचिव ने यहां नेपाल के विदेश सचिव से मुलाकात की।", ""},
		{"अमेरिका ने ईरान पर प्रतिबंध लगाए।", ""},
		{"भारत और रूस के विदेश मंत्रियों ने यूक्रेन में संघर्ष पर चर्चा की।", ""},
		{"यूक्रेन और रूस के अधिकारियों ने यूक्रेन में संघर्ष पर चर्चा की।", "यूक्रेन"},
		{"भारत और रूस के विदेश मंत्रियों ने मॉस्को में युद्धविराम पर चर्चा की।", "मॉस्को"},
		{"भारत और रूस के विदेश मंत्रियों ने कनाडा में चरमपंथी तत्वों की गतिविधियों पर चर्चा की।", ""},
		{"भारत और रूस के विदेश मंत्रियों ने गाजा में जारी हिंसा को लेकर मॉस्को में बातचीत की।", "मॉस्को"},
		{"इजराइल और हमास के बीच दोहा में युद्धविराम पर बातचीत हुई।", "दोहा"},
		{"बांग्लादेश में सरकार के गठन के बाद भारत और चीन के विदेश मंत्रियों ने बातचीत की।", ""},
		{"मॉस्को में बैठक के बाद भारत और चीन के विदेश मंत्रियों ने बातचीत की।", "मॉस्को"},
		{"मोदी ने शिखर सम्मेलन ‘वॉयस ऑफ ग्लोबल साउथ’ में भाग लिया।", ""},
		{"अमेरिका और रूस के अधिकारियों ने सऊदी अरब में यूक्रेन युद्ध पर चर्चा की।", "सऊदी अरब"},
		{"अमेरिका और ईरान के अधिकारियों ने ओमान में परमाणु कार्यक्रम पर चर्चा की।", "ओमान"},
		{"भारत के प्रधानमंत्री ओमान और मिस्र का दौरा करेंगे।", ""},
		{"भारत के विदेश सचिव ने अमेरिका के दूतावास में चीन की निंदा की।", ""},
	} {
		d := run(t, tt.text)
		got := ""
		if len(d.Events) > 0 && d.Events[0].Place != nil {
			got = d.Events[0].Place.Text
		}
		if len(d.Events) == 0 || got != tt.want {
			t.Errorf("%s: %d events, at %q, want %q", tt.text, len(d.Events), got, tt.want)
		}
	}
}

// What a report takes up is one act, and what it tells of others is not.
func TestOneAct(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"मोदी ने पुतिन से मुलाकात की। दो घंटे तक चलने वाली इस वार्ता में दोनों देशों ने समझौते पर हस्ताक्षर किए।", []string{"CONSULT happened IND+RUS>", "SUPPORT happened IND+RUS>"}},
		{"ईरान के राष्ट्रपति रूहानी ने अमेरिका से बातचीत से इनकार किया। सोमवार को ईरान के विदेश मंत्री जरीफ ने भी अमेरिका से बातचीत से इनकार किया था।", []string{"REJECT happened IRN>USA", "REJECT happened IRN>USA"}},
		{"मोदी और पुतिन के बीच बातचीत में यूक्रेन में संघर्ष पर चर्चा हुई।", []string{"CONSULT happened IND+RUS>"}},
		{"भारत और चीन के बीच सोमवार को होने वाली वार्ता रद्द कर दी गई।", []string{"REJECT happened >CHN+IND"}},
		{"मोदी ने पुतिन से मुलाकात की। अमेरिका ने कहा कि मोदी ने पुतिन से फोन पर भी बात की है।", []string{"CONSULT happened IND+RUS>", "CONSULT happened IND+RUS>"}},
		{"मोदी एससीओ शिखर सम्मेलन में भाग लेने के लिए समरकंद जाएंगे। शरीफ भी सम्मेलन में हिस्सा लेंगे।", []string{"CONSULT planned IND+PAK+SCO>", "CONSULT planned IND>UZB"}},
		{"शंघाई सहयोग संगठन का शिखर सम्मेलन हुआ। नेताओं ने समरकंद घोषणापत्र पर हस्ताक्षर किए।", []string{"CONSULT happened SCO>", "SUPPORT happened SCO>"}},
		{"मोदी और पुतिन ने मुलाकात की। नेताओं ने समझौते पर हस्ताक्षर किए।", []string{"CONSULT happened IND+RUS>", "SUPPORT happened IND+RUS>"}},
		{"चीन, रूस और भारत के विदेश मंत्रियों की बैठक हुई। सभी मंत्रियों ने समझौते पर हस्ताक्षर किए।", []string{"CONSULT happened CHN+IND+RUS>", "SUPPORT happened CHN+IND+RUS>"}},
		{"शंघाई सहयोग संगठन का शिखर सम्मेलन हुआ। विपक्षी नेताओं ने समझौते का समर्थन किया।", []string{"CONSULT happened SCO>"}},
		{"शंघाई सहयोग संगठन का शिखर सम्मेलन हुआ। कई नेताओं ने घोषणापत्र पर हस्ताक्षर किए।", []string{"CONSULT happened SCO>"}},
		{"भारत ने चीन की निंदा की। नेताओं ने समझौते पर हस्ताक्षर किए।", []string{"ACCUSE happened IND>CHN"}},
		{"अमेरिका ने रविवार को ईरान पर प्रतिबंध हटाने से इनकार किया। ट्रंप ने बैठक रद्द कर दी।", []string{"REJECT happened USA>IRN", "REJECT happened USA>"}},
	} {
		d := run(t, tt.text)
		var got []string
		for _, e := range d.Events {
			got = append(got, event(e))
		}
		slices.Sort(got)
		slices.Sort(tt.want)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestInherited holds date and place of acts that tell none.
func TestInherited(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"समरकंद, प्रेट्र। मोदी ने मंगलवार को पुतिन से मुलाकात की। उन्होंने रूस का आभार जताया।", "SUPPORT 2024-03-05 -"},
		{"समरकंद, प्रेट्र। मोदी ने मंगलवार को पुतिन से मुलाकात की।", "CONSULT 2024-03-05 समरकंद"},
		{"नई दिल्ली। मोदी ने पुतिन से मुलाकात की। मोदी रूस की यात्रा पर हैं।", "CONSULT - -"},
		{"भारत ने मंगलवार को कहा कि मोदी पुतिन से मुलाकात करेंगे।", "CONSULT - -"},
		{"रूस के प्रवक्ता ने मंगलवार को बताया कि पुतिन और मोदी ने बातचीत की।", "CONSULT - -"},
		{"ईरान के विदेश मंत्री अमेरिका के साथ वार्ता के बारे में चर्चा के लिए मंगलवार को रूस जाएंगे।", "CONSULT - -"},
		{"मोदी ने मंगलवार को सियोल में किम से मुलाकात की। इस मुलाकात में दोनों नेताओं ने समझौते पर सहमति जताई।", "AGREE 2024-03-05 सियोल"},
		{"मोदी ने मंगलवार को कहा कि रूस ने यूक्रेन पर हमला किया था।", "ASSAULT - यूक्रेन"},
		{"मोदी ने किम को 2026 में भारत में होने वाले सम्मेलन में आने का न्योता दिया।", "REQUEST - भारत"},
		{"2017 में संबंध टूटने के बाद कतर के अमीर की यह पहली सऊदी अरब यात्रा है।", "CONSULT - सऊदी अरब"},
		{"भारत ने कनाडा की निंदा की। कनाडा ने जांच से इनकार किया। भारत ने 2020 में भी कनाडा की निंदा की थी।", "ACCUSE 2020 -"},
		{"भारत ने कनाडा की निंदा की। कनाडा ने जांच से इनकार किया। भारत ने 2020 में भी कनाडा की निंदा की थी।", "ACCUSE - -"},
		{"भारत ने 1960 की संधि को स्थगित कर दिया।", "SANCTION - -"},
		{"पुतिन और शी समरकंद पहुंचे। दोनों नेता वहां मुलाकात करेंगे।", "CONSULT - समरकंद"},
		{"तुर्की ने सोमवार को रूस की निंदा की और मंगलवार को यूक्रेन का समर्थन किया।", "ACCUSE 2024-03-04 -"},
		{"तुर्की ने सोमवार को रूस की ओर से उस पर लगाए गए आरोपों के प्रति विरोध जताया।", "ACCUSE - -"},
	} {
		d := run(t, tt.text)
		var got []string
		for _, e := range d.Events {
			date, place := "-", "-"
			if e.Date != nil {
				date = e.Date.Value
			}
			if e.Place != nil {
				place = e.Place.Text
			}
			got = append(got, e.Type+" "+date+" "+place)
		}
		if !slices.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %s", tt.text, got, tt.want)
		}
	}
}

// Who stands behind a force does not own it, and a participle has no noun behind who acts.
func TestBacked(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"अमेरिका समर्थित सेना ने सीरिया में हमला किया।", "ASSAULT happened --->SYR"},
		{"अमेरिका की सेना ने सीरिया में हमला किया।", "ASSAULT happened USA>SYR"},
		{"लेबनान में ईरान समर्थित हिजबुल्ला द्वारा किए गए हमलों की अमेरिका ने निंदा की।", "ACCUSE happened USA>HEZBOLLAH; ASSAULT happened HEZBOLLAH>"},
	} {
		var got []string
		for _, e := range run(t, tt.text).Events {
			got = append(got, event(e))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, s, tt.want)
		}
	}
}

// TestNamed checks that an act has the name of whoever one of its tellings names.
func TestNamed(t *testing.T) {
	const text = "पेरू के विदेश मंत्री ने चिली और बोलीविया के विदेश मंत्रियों के साथ अलग-अलग बैठकें कीं। पेरू के विदेश मंत्री ने चिली के विदेश मंत्री अल्बर्टो वान क्लावेरेन से भी मुलाकात की।"
	var named []string
	for _, e := range run(t, text).Events {
		for _, p := range e.Actors {
			if p.Code == "CHL" {
				named = append(named, p.Text)
			}
		}
	}
	if !slices.Equal(named, []string{"अल्बर्टो वान क्लावेरेन"}) {
		t.Errorf("Chile met as %q", named)
	}
}
