package mention_test

import (
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

func run(t testing.TB, text string) *doc.Document {
	t.Helper()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text, Published: doc.Date{Year: 2021, Month: 7, Day: 28}}
	pipeline.New(k).Run(d)
	if err := doc.Check(d); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return d
}

// codes are the codes of whom a mention means, joined by plus signs; ? for nobody.
func codes(d *doc.Document, m *doc.Mention) string {
	all := m.Entities
	if len(all) == 0 && m.Entity != doc.None {
		all = []int{m.Entity}
	}
	var out []string
	for _, e := range all {
		out = append(out, d.Entities[e].Code)
	}
	slices.Sort(out)
	if len(out) == 0 {
		return "?"
	}
	return strings.Join(slices.Compact(out), "+")
}

// TestMentions looks for mentions: text, type and codes; the last mention of a text counts.
func TestMentions(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a name that ends the text", "भारत के विदेश मंत्री एस जयशंकर", []string{"एस जयशंकर person IND"}},
		{"state", "भारत ने कहा।", []string{"भारत state IND"}},
		{"other spelling", "इस्राइल और ईरान ने हमले किए।", []string{"इस्राइल state ISR", "ईरान state IRN"}},
		{"adjective", "रूसी सेना ने हमला किया।", []string{"रूसी nationals RUS"}},
		{"organisation", "शंघाई सहयोग संगठन की बैठक हुई।", []string{"शंघाई सहयोग संगठन organisation SCO"}},
		{"acronym", "एससीओ की बैठक हुई।", []string{"एससीओ organisation SCO"}},
		{"group", "तालिबान ने कहा।", []string{"तालिबान group TALIBAN"}},
		{"capital", "बैठक मॉस्को में हुई।", []string{"मॉस्को place RUS"}},
		{"title with owner", "रूस के विदेश मंत्री ने कहा।", []string{"विदेश मंत्री office RUS"}},
		{"title with adjective", "अमेरिकी राष्ट्रपति ने कहा।", []string{"राष्ट्रपति office USA"}},
		{"titles of a list", "रूस और चीन के राष्ट्रपतियों ने मुलाकात की।", []string{"राष्ट्रपतियों office CHN+RUS"}},
		{"title and name", "बेलारूस के रक्षा मंत्री विक्टर ख्रेनिन ने कहा।", []string{"विक्टर ख्रेनिन person BLR"}},
		{"unknown person behind a title", "नेपाल के विदेश मंत्री कृष्णमान तुलाधार ने कहा।", []string{"कृष्णमान तुलाधार person NPL"}},
		{"initial that is a word", "भारत के राजदूत पी. कुमारन ने कहा।", []string{"पी. कुमारन person IND"}},
		{"leader by name", "व्लादिमीर पुतिन ने कहा।", []string{"व्लादिमीर पुतिन person RUS"}},
		{"last name alone", "राजनाथ सिंह दुशांबे पहुंचे। सिंह ने कहा कि भारत तैयार है।", []string{"सिंह person IND"}},
		{"ministry", "चीन के विदेश मंत्रालय ने कहा।", []string{"विदेश मंत्रालय body CHN"}},
		{"office of one state", "पोप ने युद्ध की निंदा की।", []string{"पोप office VAT"}},
		{"lent troops", "केन्या के शांति सैनिक हैती पहुंचे।", []string{"शांति सैनिक body KEN"}},
		{"troops of nobody else", "शांति सैनिकों पर हमला हुआ।", []string{"शांति सैनिकों body UN"}},
		{"person before a place", "ऋषि सुनक दिल्ली पहुंचे।", []string{"ऋषि सुनक person GBR", "दिल्ली place IND"}},
		{"person before an unknown place", "जयशंकर दुशान्बे पहुंचे।", []string{"जयशंकर person IND"}},
		{"particles of a name", "क़तर के अमीर शेख तमीम बिन-हमद अल-थानी ने कहा।", []string{"शेख तमीम बिन-हमद अल-थानी person QAT"}},
		{"titles of a list before a place", "रूस और यूक्रेन के वार्ताकार इस्तांबुल में मिले।", []string{"वार्ताकार office RUS+UKR"}},
		{"title of another state's leader", "नेपाल के प्रधानमंत्री देउबा की प्रधानमंत्री नरेंद्र मोदी से मुलाकात हुई।", []string{"नरेंद्र मोदी person IND"}},
		{"name that opens with a word", "नेपाल के राजदूत बसाए ओलिवांद्रो ने कहा।", []string{"बसाए ओलिवांद्रो person NPL"}},
		{"second title of a list, of the same state", "नेपाल के गृह मंत्री हरिबहादुर तुलाधार और विदेश मंत्री रामकृष्ण बस्नेत चीन में मिले।", []string{"रामकृष्ण बस्नेत person NPL"}},
		{"time of day", "15 मई, 05:34 PM IST", nil},
		{"initials without points", "टोगो के राजदूत सी पी तुलाधार ने कहा।", []string{"सी पी तुलाधार person TGO"}},
		{"postposition like an initial", "टोगो के राजदूत के ब्रिक्स सम्मेलन में आने की उम्मीद है।", []string{"ब्रिक्स organisation BRICS"}},
		{"name that opens with a common word", "टोगो की विदेश सचिव सेवा लंसारी ने कहा।", []string{"सेवा लंसारी person TGO"}},
		{"profession as a last name", "नेपाल के गृह मंत्री रमेश लेखक से बात हुई।", []string{"रमेश लेखक person NPL"}},
		{"title in a ministry", "नेपाल के शहरी विकास मंत्रालय में सचिव मणिराम गेलल ने कहा।", []string{"मणिराम गेलल person NPL"}},
		{"whom a visitor meets where the report is written", "काठमांडू, 5 मई (भाषा) भारत के विदेश सचिव यहां आए। उनका वित्त मंत्री रामकृष्ण बस्नेत से मिलने का कार्यक्रम है।", []string{"रामकृष्ण बस्नेत person NPL"}},
		{"name that ends like a town", "पेरू के विदेश मंत्री कार्लोस मदीना ने कहा।", []string{"कार्लोस मदीना person PER"}},
		{"word behind a hyphen in a name", "ट्यूनीशिया के राजदूत अब्देल-फतह मर्जूकी ने कहा।", []string{"अब्देल-फतह मर्जूकी person TUN"}},
		{"town before a body", "ईरान ने पत्र लिखा। मुंबई पुलिस ने कहा।", []string{"पुलिस body IND"}},
		{"name with a particle first", "क़तर के प्रधानमंत्री अल-थानी ने कहा।", []string{"अल-थानी person QAT"}},
		{"title before another state's minister", "नेपाल के विदेश मंत्री जयशंकर के साथ बैठक करेंगे।", []string{"विदेश मंत्री office NPL", "जयशंकर person IND"}},
		{"titles of a hyphened pair", "भारत-पाकिस्तान के विदेश मंत्रियों ने बात की।", []string{"विदेश मंत्रियों office IND+PAK"}},
		{"former title", "श्रीलंका के पूर्व राष्ट्रपति ने कहा।", []string{"राष्ट्रपति office LKA"}},
		{"former title of another state", "पुर्तगाल के पूर्व प्रधानमंत्री एंतोनियो गुतारेस न्यूयॉर्क में हैं।", []string{"प्रधानमंत्री office PRT", "एंतोनियो गुतारेस person UN"}},
		{"two known people side by side", "ट्रम्प किम से मिलेंगे।", []string{"ट्रम्प person USA", "किम person PRK"}},
		{"two full names side by side", "नरेंद्र मोदी व्लादिमीर पुतिन से मिलेंगे।", []string{"नरेंद्र मोदी person IND", "व्लादिमीर पुतिन person RUS"}},
		{"armed groups of a people without a state", "फलस्तीनी गुटों ने रॉकेट दागे।", []string{"गुटों body PSE"}},
		{"rebels of a state", "सूडानी विद्रोहियों ने गोले दागे।", []string{"विद्रोहियों body ---"}},
		{"ship", "आईएनएस विक्रांत ने जहाज को रोका।", []string{"आईएनएस विक्रांत body IND"}},
		{"ship and place", "यूएसएस निमित्ज मनीला पहुंचा।", []string{"यूएसएस निमित्ज body USA", "मनीला place PHL"}},
		{"capital in the form of a call", "बैठक मास्को में हुई।", []string{"मास्को place RUS"}},
		{"spokeswoman of a ministry told before", "अमेरिकी विदेश मंत्रालय ने निंदा की। विदेश मंत्रालय की प्रवक्ता जेन हार्मसन ने कहा कि बात होगी।", []string{"जेन हार्मसन person USA"}},
		{"unknown minister of the dateline", "काठमांडू, 5 मार्च (भाषा) विदेश मंत्री कृष्णमान तुलाधार ने कहा कि बात होगी।", []string{"कृष्णमान तुलाधार person NPL"}},
		{"unknown president beside another", "नाइजीरिया के राष्ट्रपति बोला टीनुबू ने कहा कि राष्ट्रपति गेब्रू ओसेम पद छोड़ें।", []string{"गेब्रू ओसेम person ---"}},
		{"president by the sound of his name", "राष्ट्रपति अब्देलमजिद तेबून ने निंदा की।", []string{"अब्देलमजिद तेबून person DZA"}},
		{"inner name of somebody", "विदेश मंत्री आरजू राणा देउबा चीन में हैं। मंत्री डॉ. राणा ने बैठक की।", []string{"राणा person NPL"}},
		{"title in Latin letters", "PM मोदी ने कहा कि बात होगी।", []string{"मोदी person IND"}},
		{"officials of the dateline", "मॉस्को, 5 मार्च (भाषा) अधिकारियों ने बताया कि बात होगी।", []string{"अधिकारियों office RUS"}},
		{"last names of somebody", "उत्तर कोरिया के नेता किम यो जोंग आए। यो जोंग ने कहा कि बात होगी।", []string{"यो जोंग person PRK"}},
		{"district", "सतारा और गढ़चिरौली में बैठकें हुईं।", []string{"सतारा place IND", "गढ़चिरौली place IND"}},
		{"first name that is a place", "डॉ. केदारनाथ मिश्रा ने कहा कि बात होगी।", []string{"केदारनाथ मिश्रा person ---"}},
		{"group behind what it is", "विद्रोही संगठन कुर्दिस्तान वर्कर्स पार्टी (पीकेके) ने कहा।", []string{"कुर्दिस्तान वर्कर्स पार्टी group PKK"}},
		{"no person by the name of a ship", "घाना का युद्धपोत जेराल्ड फोर्ड टोगो पहुंचा।", []string{"घाना state GHA", "टोगो state TGO"}},
		{"a place in a province", "पक्तिका प्रांत के गुरबोल जिले में हमला हुआ।", []string{"पक्तिका place AFG"}},
		{"no person in a marker", "ईरान के बारे में रूस ने कहा।", []string{"ईरान state IRN", "रूस state RUS"}},
	} {
		d := run(t, tt.text)
		got := map[string]string{}
		for i := range d.Mentions {
			m := &d.Mentions[i]
			got[d.Quote(m.Span)] = m.Type.String() + " " + codes(d, m)
		}
		for _, w := range tt.want {
			f := strings.Fields(w)
			text, rest := strings.Join(f[:len(f)-2], " "), strings.Join(f[len(f)-2:], " ")
			if got[text] != rest {
				t.Errorf("%s: %s is %q, want %q", tt.name, text, got[text], rest)
			}
		}
	}
}

// A word of the language is a last name only where it can be one.
func TestNoName(t *testing.T) {
	d := run(t, "दोनों ने एक बार फिर भारत मे बैठक की।")
	for i := range d.Mentions {
		if d.Mentions[i].Type == doc.Person {
			t.Errorf("%s is a person", d.Quote(d.Mentions[i].Span))
		}
	}
	d = run(t, "शेट्टी का विरोध हुआ।")
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Row != doc.None {
			t.Errorf("%s is somebody of the registry", d.Quote(m.Span)) // a last name alone
		}
	}
}

// TestReferences resolves what stands for a name.
func TestReferences(t *testing.T) {
	for _, tt := range []struct{ name, text, ref, want string }{
		{"he", "रूस के राष्ट्रपति चीन पहुंचे। उन्होंने व्यापार पर बात की।", "उन्होंने", "RUS"},
		{"he, the speaker", "फ्रांस के राष्ट्रपति ने कहा कि वह चीन जाएंगे।", "वह", "FRA"},
		{"of there", "घाना के राष्ट्रपति जापान पहुंचे। वहां के प्रधानमंत्री ने उनका स्वागत किया।", "वहां", "JPN"},
		{"of there, not who acts", "कनाडा में हुई हत्या पर भारत ने वहां के राजनयिक को तलब किया।", "वहां", "CAN"},
		{"both countries", "भारत और चीन ने बात की। दोनों देशों ने समझौता किया।", "दोनों देशों", "CHN+IND"},
		{"both of a list", "तेहरान और वाशिंगटन दोनों के संपर्क में ओमान है।", "दोनों", "IRN+USA"},
		{"both, not the third", "ओमान ने अमेरिका और ईरान के बीच वार्ता कराई। ओमान ने दोनों पक्षों के बीच समझौते की आशा जताई।", "दोनों पक्षों", "IRN+USA"},
		{"these countries", "रूस और यूक्रेन के बीच बात हुई। इन देशों ने कैदी छोड़े।", "इन देशों", "RUS+UKR"},
		{"they of a list", "रूस और यूक्रेन ने कहा कि उन्होंने कैदी छोड़े।", "उन्होंने", "RUS+UKR"},
		{"his, of a person", "जी-20 की बैठक हुई। ऋषि सुनक दिल्ली पहुंचे। उनका यह पहला दौरा है।", "उनका", "GBR"},
		{"both leaders", "रूस के राष्ट्रपति ने तुर्की के राष्ट्रपति से मुलाकात की। दोनों नेताओं ने व्यापार पर चर्चा की।", "नेताओं", "RUS+TUR"},
		{"counterpart", "भारत के रक्षा मंत्री ने अपने रूसी समकक्ष से मुलाकात की।", "समकक्ष", "RUS"},
		{"he, whom the report goes on with", "तुर्की के विदेश मंत्री ने कहा कि अमेरिका धमकी दे रहा है। वह न्यूयॉर्क रवाना हुए।", "वह", "TUR"},
		{"they of two presidents", "चिली के राष्ट्रपति गैब्रियल बोरिच और पेरू की राष्ट्रपति दीना बोलुआर्ते लीमा में थे। उन्होंने सहमति जताई।", "उन्होंने", "CHL+PER"},
		{"between them", "भारत के विदेश मंत्री ने जापान के विदेश मंत्री से मुलाकात की। उनके बीच व्यापार पर बात हुई।", "उनके", "IND+JPN"},
		{"both countries, not the mediator", "थाईलैंड और कंबोडिया के बीच गोलीबारी हुई। महासचिव एंटोनियो गुटेरेस ने दोनों पक्षों से अपील की। मलेशिया ने दोनों देशों से बात की।", "दोनों देशों", "KHM+THA"},
		{"the minister behind his title", "ईरान के विदेश मंत्री अब्बास अराघची, जिनसे ओमान के विदेश मंत्री मिले थे, मस्कट पहुंचे। मंत्री ने कहा कि बात होगी।", "मंत्री", "IRN"},
		{"he, who made the comment", "नेपाल के प्रधानमंत्री दिल्ली में हैं। भारत ने पाकिस्तान के विदेश मंत्री की टिप्पणी खारिज कर दी, जिसमें उन्होंने धमकी दी थी।", "उन्होंने", "PAK"},
		{"he, who arrived", "अमेरिका के राष्ट्रपति सम्मेलन में भाग लेने के लिए भारत पहुंच चुके हैं। वह प्रधानमंत्री से मिलेंगे।", "वह", "USA"},
		{"both leaders, not who tells it", "भारत के विदेश मंत्री ने रूस के विदेश मंत्री से बात की। चीन के प्रवक्ता ने यह बताया। दोनों नेताओं ने चर्चा की।", "नेताओं", "IND+RUS"},
		{"both countries, not where they met", "मोदी ने थाईलैंड के बैंकॉक में नेपाल के प्रधानमंत्री से बात की। दोनों देशों के बीच यह पहली बैठक थी।", "दोनों देशों", "IND+NPL"},
		{"it, a state rather than the speaker", "चीन के प्रवक्ता ने कहा कि जापान जब तक माफी नहीं मांगता, तब तक उससे बात नहीं होगी।", "उससे", "JPN"},
		{"it, which warned, not of whom it warned", "टोगो ने चेतावनी दी कि अगर घाना ने हमला किया तो जवाब बड़ा होगा। उसने बेनिन को भी आगाह किया।", "उसने", "TGO"},
		{"its own, in its words", "बेनिन ने घाना की मदद की। टोगो का कहना है कि यह हमला लोमे में उसके दूतावास पर हुए हमले का जवाब है।", "उसके", "TGO"},
		{"him, whom he met", "टोगो के राष्ट्रपति घर लौटे। घाना के राजदूत ने बेनिन के राष्ट्रपति से मुलाकात कर उन्हें न्योता दिया।", "उन्हें", "BEN"},
		{"the ministry of the state that goes on", "टोगो ने घाना से अपील की। विदेश मंत्रालय ने कहा कि टोगो बात करेगा।", "विदेश मंत्रालय", "TGO"},
		{"her adviser, by whom it is told", "नेपाल के विदेश मंत्री, उनके सलाहकार के अनुसार, आज चीन से लौट रहे हैं।", "उनके", "NPL"},
		{"its seat", "एससीओ की बैठक हुई। चीन के विदेश मंत्री भी आए। इसका मुख्यालय बीजिंग में है।", "इसका", "SCO"},
		{"all the ministers", "चीन, रूस और भारत के विदेश मंत्रियों की बैठक हुई। सभी मंत्रियों ने बयान दिया।", "मंत्रियों", "CHN+IND+RUS"},
		{"all, of no office", "चीन, रूस और भारत के विदेश मंत्रियों की बैठक हुई। सुरक्षाकर्मियों ने सभी पत्रकारों को हटाया।", "पत्रकारों", "?"},
		{"ministry of the press's state, which opens the report", "विदेश मंत्रालय ने कहा कि यह आरोप गलत है। पाकिस्तान ने भारत पर आरोप लगाया था।", "विदेश मंत्रालय", "IND"},
		{"ministry whose state is told later", "विदेश मंत्रालय ने बयान दिया। नेपाल के विदेश मंत्रालय का यह बयान भारत पर था।", "विदेश मंत्रालय", "NPL"},
		{"ministry that the report does not open with", "टोगो ने शांति की बात की। भारत की चर्चा हुई। विदेश मंत्रालय ने यह कहा।", "विदेश मंत्रालय", "TGO"},
		{"ministry behind an armed group", "रूस ने बात की। हमास ने रॉकेट दागे। विदेश मंत्रालय ने निंदा की।", "विदेश मंत्रालय", "RUS"},
		{"army behind an armed group", "हमास ने रॉकेट दागे। सेना ने उन्हें मार गिराया।", "सेना", "?"},
		{"it, which is helped", "टोगो ने निंदा की। घाना को संकट से उबारने के लिए विश्व बैंक उसे कर्ज देगा।", "उसे", "GHA"},
		{"it, the ship", "टोगो ने घाना की निंदा की। डाकुओं ने बेनिन के एक जहाज को अगवा किया और बाद में उसे छोड़ दिया।", "उसे", "BEN"},
		{"the spokesman of somebody's firm", "एडीबी के प्रवक्ता ने बयान दिया। एक कंपनी के प्रवक्ता ने जवाब दिया।", "प्रवक्ता", "?"},
		{"governments with two adjectives", "टोगो ने बात की। घाना की मौजूदा और पिछली सरकारों ने यह कहा।", "सरकारों", "GHA"},
		{"he, whose word it is", "टोगो ने घाना की निंदा की। घाना के तटरक्षक बल का कहना है कि उसने नाविकों को बचाया है।", "उसने", "GHA"},
		{"he, by whose account", "टोगो ने घाना की निंदा की। बेनिन के विदेश मंत्रालय के मुताबिक उसने राजदूत को बुलाया है।", "उसने", "BEN"},
		{"it, not the paper that tells it", "टोगो ने घाना की निंदा की। द टाइम्स के मुताबिक उसने राजदूत को बुलाया है।", "उसने", "TGO"},
		{"the army of the state where it is", "घाना ने कहा कि बात होगी। टोगो में सेना ने सीमा बंद कर दी।", "सेना", "TGO"},
		{"he, the accused", "टोगो ने घाना पर आरोप लगाया कि वह हथियार भेज रहा है।", "वह", "GHA"},
		{"he, the accused, in the second clause", "टोगो ने घाना पर आरोप लगाया कि वह हथियार भेज रहा है और उसने सीमा पार की है।", "उसने", "GHA"},
		{"his, of the accused", "टोगो ने घाना पर आरोप लगाया कि उसकी सेना ने सीमा पार की।", "उसकी", "GHA"},
		{"he, who is warned by a participle", "टोगो ने घाना को चेतावनी देते हुए कहा कि यदि उसने सीमा पार की तो जवाब मिलेगा।", "उसने", "GHA"},
		{"he, who asked", "टोगो ने घाना से कहा कि वह जवाब देगा।", "वह", "TGO"},
		{"him, not who invites him", "टोगो के राष्ट्रपति ने घाना के राष्ट्रपति से मुलाकात की। उन्होंने उन्हें लोमे आने का न्योता दिया।", "उन्हें", "GHA"},
		{"it, not whose words go on", "टोगो ने कहा कि वह घाना का विरोध करता है और उससे सीमा खोलने का आग्रह करता है।", "उससे", "GHA"},
		{"they, of whom something is expected", "टोगो के मंत्री ने कहा कि बात होगी। घाना और बेनिन के राष्ट्रपतियों से अपेक्षा की जाती है कि वे सीमा खोलेंगे।", "वे", "BEN+GHA"},
		{"he, who was told", "टोगो के राष्ट्रपति ने बयान दिया। घाना के राष्ट्रपति को बताया गया कि वह सीमा खोलें।", "वह", "GHA"},
		{"his, of whom it stands beside", "हमास ने बयान दिया। टोगो ने घाना के राष्ट्रपति और उनकी सरकार की निंदा की।", "उनकी", "GHA"},
		{"it, whose claims they are", "टोगो ने यह बयान घाना के उन दावों के बाद दिया, जिनमें उसने सीमा पार करने की बात कही थी।", "उसने", "GHA"},
		{"he, whose statement came out", "टोगो के राष्ट्रपति ने घाना की निंदा की। घाना के राष्ट्रपति का बयान सामने आया है। उन्होंने कहा कि बात होगी।", "उन्होंने", "GHA"},
		{"he, who spoke of it", "टोगो के मंत्री लोमे में थे। यह उनका तीसरा दौरा था, जिस पर घाना के राष्ट्रपति ने कहा कि बात होगी। उन्होंने सीमा खोली।", "उन्होंने", "GHA"},
		{"its, of whom the first verb took", "बेनिन ने निंदा की। टोगो ने घाना से संबंध तोड़ लिए और उसके विमानों को रोक दिया।", "उसके", "GHA"},
		{"his word, after his deed", "टोगो ने घाना की निंदा की और उसका कहना है कि बात होगी।", "उसका", "TGO"},
		{"both leaders, not who tells of them", "भारत के सचिव ने बताया कि घाना के राष्ट्रपति की टोगो के राष्ट्रपति से बैठक हुई। दोनों नेताओं ने चर्चा की।", "नेताओं", "GHA+TGO"},
		{"the ministry, by its last word", "टोगो के विदेश मंत्रालय ने घाना की निंदा की। घाना ने जवाब दिया। मंत्रालय ने कहा कि बात होगी।", "मंत्रालय", "TGO"},
		{"the court, an organisation", "अंतरराष्ट्रीय न्यायालय ने टोगो का मामला सुना। अदालत ने घाना से जवाब मांगा।", "अदालत", "ICJ"},
		{"he, whose statement came out after it", "टोगो ने घाना की निंदा की। जिसके बाद घाना के राष्ट्रपति का बयान सामने आया है। उन्होंने कहा कि बात होगी।", "उन्होंने", "GHA"},
		{"title of the report's state", "नेपाल के प्रधानमंत्री दिल्ली पहुंचे। प्रधानमंत्री ने कहा कि बात होगी।", "प्रधानमंत्री", "NPL"},
	} {
		d := run(t, tt.text)
		got := ""
		for i := range d.Mentions {
			m := &d.Mentions[i]
			if strings.HasSuffix(d.Quote(m.Span), tt.ref) {
				got = codes(d, m)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s means %q, want %q", tt.name, tt.ref, got, tt.want)
		}
	}
}

// What stands for an act or for nobody refers to nobody.
func TestNoReference(t *testing.T) {
	for _, text := range []string{
		"रूस और यूक्रेन ने कैदी छोड़े। यह युद्ध में सबसे बड़ी अदला-बदली है। कोई समझौता नहीं हुआ।",
		"भारत ने प्रस्ताव का समर्थन किया। अमेरिका ने इसके विरोध में वोट दिया।",
		"कनाडा ने कदम उठाया। प्रदर्शनकारियों ने दूतावास के बाहर प्रदर्शन किया। वे हत्या का विरोध कर रहे थे।",
		"पाकिस्तान ने आतंकवाद और उसके रूपों की निंदा की।",
		"संयुक्त राष्ट्र ने बयान दिया। बेनिन के मंत्री ने इसे कानून का उल्लंघन बताया।",
		"टोगो में युवाओं ने घाना के दूतावास के बाहर प्रदर्शन किया, जिसमें उन्होंने नारे लगाए।",
		"टोगो ने घाना की निंदा की। डाकुओं ने एक जहाज को अगवा किया और बाद में उसे छोड़ दिया।",
	} {
		d := run(t, text)
		for i := range d.Mentions {
			if m := &d.Mentions[i]; m.Rule == "reference" {
				t.Errorf("%s: %s means %s", text, d.Quote(m.Span), codes(d, m))
			}
		}
	}
}

// What the report does not settle stays open, with a note.
func TestOpen(t *testing.T) {
	for _, text := range []string{"उन्होंने कहा कि बात होगी।", "विदेश मंत्री ने कहा कि बात होगी।"} {
		d := run(t, text)
		if len(d.Notes) == 0 {
			t.Errorf("%s: no note", text)
		}
		for i := range d.Mentions {
			if c := codes(d, &d.Mentions[i]); c != "?" && c != "---" && c != "" {
				t.Errorf("%s: %s means %s", text, d.Quote(d.Mentions[i].Span), c)
			}
		}
	}
}

// A last name that two were named with is that of the title's holder, and not of one without an office.
func TestNamesakes(t *testing.T) {
	const both = "अमेरिका के राष्ट्रपति डोनाल्ड ट्रंप और मेलानिया ट्रंप सोमवार को भारत आएंगे। "
	for text, want := range map[string]string{
		both + "राष्ट्रपति ट्रंप ने यह बात कही।": "डोनाल्ड ट्रंप",
		both + "ट्रंप ने यह बात कही।":            "डोनाल्ड ट्रंप",
		both + "मेलानिया ट्रंप ने यह बात कही।":   "मेलानिया ट्रंप",
	} {
		d := run(t, text)
		got := ""
		for _, m := range d.Mentions {
			if m.Type == doc.Person && m.Entity != doc.None {
				got = d.Entities[m.Entity].Name
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
