package event_test

import (
	"testing"
)

// Sides that another clause or sentence of the report names.
func TestCarriedSides(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// the second verb of one subject
		{"केन्या ने सूडान के राजदूत को तलब किया और सीमा की घटना पर स्पष्टीकरण मांगा।", "REQUEST happened KEN>SDN"},
		{"कतर ने यमन पर उकसावे का आरोप लगाया और चेतावनी दी कि कड़ा जवाब दिया जाएगा।", "THREATEN happened QAT>YEM"},
		// passives that go on with what was done to the same people
		{"ओमान की नौसेना ने मिस्र के 12 नाविकों को गिरफ्तार किया। मिस्र के नाविकों की नौकाएं भी जब्त कर ली गईं।", "COERCE happened OMN>EGY"},
		{"पेरू के विदेश मंत्रालय ने बताया कि चिली के राजदूत को तलब किया गया।", "ACCUSE happened PER>CHL"},
		// harm done in an attack that is told before it
		{"केन्या की सेना ने कहा कि उसने हूती विद्रोहियों पर गोलीबारी की जिसमें उनके कई लड़ाके मारे गए।", "ASSAULT happened KEN>HOUTHI"},
		{"तुर्की ने सीरिया में हमला किया, जिसमें दो ईरानी सैनिक मारे गए।", "ASSAULT happened TUR>IRN"},
		{"इथियोपिया की सेना ने सीमा पर गोलीबारी की। गोलीबारी में सूडान के दो सैनिक मारे गए।", "ASSAULT happened ETH>SDN"},
		// a charge: who did what it is about, who rejects it, to whom it was done
		{"नाइजर ने सेनेगल की ओर से सीमा पर हमलों के माली के आरोपों को खारिज कर दिया।", "ACCUSE happened MLI>SEN"},
		{"चिली ने पेरू द्वारा लगाए गए आरोपों को खारिज किया।", "ACCUSE happened PER>CHL"},
		{"लेबनान ने आरोप लगाया कि इजराइल ने हवाई हमला किया।", "ASSAULT alleged ISR>LBN"},
		// the act that a noun alone names, told before
		{"उत्तर कोरिया ने बैलिस्टिक मिसाइल का परीक्षण किया। मिसाइल समुद्र में गिरी। मौसम साफ था। मंत्री सो रहे थे। जापान ने इस परीक्षण की निंदा की।", "ACCUSE happened JPN>PRK"},
		// a participle and the nearest noun that makes a predicate with it
		{"कतर ने अदन में ओमान के दूतावास पर हुए हमले की निंदा की।", "ASSAULT happened >OMN"},
		{"फिनलैंड ने ओडेसा पर हुए रूसी हमले की निंदा की।", "ASSAULT happened RUS>UKR"},
		// a longer predicate whose roles stay empty gives way to the one inside it
		{"नॉर्वे और कनाडा ने ईरान से टैंकर को छोड़ने के लिए कहा है।", "REQUEST happened CAN+NOR>IRN"},
		{"एम23 विद्रोहियों ने गोमा शहर पर किया कब्जा", "COERCE happened M23>COD"},
		{"केन्या की सेना ने कहा कि लड़ाकू विमानों ने सूडान के शिविर पर हमला किया।", "ASSAULT happened KEN>SDN"},
		{"केन्या ने सूडान के राजदूत को हिरासत में लिया। सूडान के राजदूत को एक घंटे बाद रिहा कर दिया गया।", "RETREAT happened KEN>SDN"},
		{"नॉर्वे ने ईरान से टैंकर छोड़ने की मांग की, लेकिन इस पर ईरान राजी नहीं हुआ।", "REJECT happened IRN>NOR"},
		{"सूडान ने दावा किया कि केन्या ने सूडान पर रॉकेट दागे, जिसके जवाब में सूडान ने हवाई हमले किए।", "ASSAULT happened SDN>KEN"},
		// who is seen doing it; whose ship is spoken of is not asked
		{"वीडियो में सूडान के सैनिकों को केन्या के गांव पर हमला करते हुए देखा जा सकता है।", "ASSAULT happened SDN>KEN"},
		{"घाना ने टोगो के पोत को बंदरगाह आने से रोकने का आग्रह किया।", "REQUEST happened GHA>"},
		// each other, in two words; whoever was expelled before
		{"पेरू और चिली ने एक दूसरे पर सीमा के उल्लंघन के आरोप लगाए।", "ACCUSE happened CHL+PER>"},
		{"पेरू ने अपने दो राजनयिकों को निकाले जाने के विरोध में चिली के दो राजनयिकों को देश छोड़ने का आदेश दिया।", "SANCTION happened PER>CHL"},
		// fire that answers fire, troops that a passive moves, lists of weapons before an act
		{"कंबोडिया ने थाईलैंड की चौकी पर गोलीबारी की, जिसका थाईलैंड के सैनिकों ने करारा जवाब दिया।", "ASSAULT happened THA>KHM"},
		{"पोलैंड की सेना को हाई अलर्ट पर रखा गया है।", "MOBILIZE happened POL>"},
		{"ओडेसा पर रूसी ड्रोन और मिसाइल हमलों में दस लोग मारे गए।", "ASSAULT happened RUS>UKR"},
		// what belongs to those to whom something was done, who claims it, his ministry, his name in quotation marks
		{"ओमान की नौसेना ने मिस्र के 12 नाविकों को गिरफ्तार कर लिया। उनकी दो नावें भी जब्त कर ली गईं।", "COERCE happened OMN>EGY"},
		{"अदन में मिस्र के दूतावास पर हमला हुआ। आईएस ने हमले की जिम्मेदारी ली है।", "ASSAULT happened ISIS>EGY"},
		{"सूत्रों ने कहा कि पेरू के राजदूत को चिली के विदेश मंत्रालय में तलब किया गया था।", "ACCUSE happened CHL>PER"},
		{"सूडान सेना की टुकड़ी ‘विशेष दल’ ने केन्या का जहाज जब्त कर लिया।", "COERCE happened SDN>KEN"},
		// one side besides whom it falls on, an adjective with its place, requests that are ignored, what one side denies
		{"जापान ने रूस से तेल आयात करने को लेकर मलेशिया पर शुल्क लगाया।", "SANCTION happened JPN>MYS"},
		{"पेरू ने चिली में तैनात अपने राजनयिकों को वापस बुलाने का फैसला लिया।", "SANCTION happened PER>CHL"},
		{"नॉर्वे ने ईरान से जहाज छोड़ने की मांग की। ईरान की ओर से सभी अपीलों को नजरअंदाज कर दिया गया।", "REJECT happened IRN>NOR"},
		{"सूडान ने आरोप लगाया कि केन्या ने सूडान पर हमला किया। केन्या के मंत्री ने कहा कि केन्या ने सूडान पर हमला नहीं किया है।", "ASSAULT alleged KEN>SDN"},
		// threats that answer an attack or hang on a condition, charges told as claims, whom a converb aims at
		{"केन्या ने सूडान पर हमला किया। सूडान की सेना ने कहा है कि वह इस हमले का करारा जवाब देगी।", "THREATEN happened SDN>KEN"},
		{"सूडान के एक अधिकारी ने कहा है कि अगर केन्या ने कार्रवाई की तो करारा जवाब दिया जाएगा।", "THREATEN happened SDN>KEN"},
		{"पेरू के राष्ट्रपति ने दावा किया कि चिली ने पेरू पर हमला किया।", "ASSAULT alleged CHL>PER"},
		{"पेरू के राष्ट्रपति ने दावा किया कि पेरू ने चिली पर हमला किया।", "ASSAULT happened PER>CHL"},
		{"अमेरिका ने हूती विद्रोहियों के ठिकानों को लक्षित करते हुए यमन में बमबारी की।", "ASSAULT happened USA>HOUTHI"},
		{"इजराइल ने हिज्बुल्लाह के प्रमुख को मार गिराने का दावा किया है।", "ASSAULT happened ISR>HEZBOLLAH"},
		{"यमन में हूती विद्रोहियों ने मिस्र के शिविर पर हमला कर 10 सैनिकों को मार डाला।", "ASSAULT happened HOUTHI>EGY"},
		{"यूरोपीय संघ ने बेलारूस के राष्ट्रपति की संपत्ति जब्त करने का फैसला किया है।", "COERCE planned EU>BLR"},
		{"माली का यह आरोप कि नाइजर विद्रोहियों को हथियार देता है, नाइजर ने खारिज कर दिया।", "ACCUSE happened MLI>NER"},
		// sides shared by a converb and its verb, whose act is objected to, who is refused, avenged or condemned
		{"कनाडा ने ईरान पर उल्लंघन का आरोप लगाते हुए नए प्रतिबंधों की घोषणा की।", "ACCUSE happened CAN>IRN"},
		{"इजराइल ने हमास की मांगों को अवास्तविक बताकर खारिज कर दिया।", "REJECT happened ISR>HAMAS"},
		{"जापान ने चीनी नौकाओं के अपने जलक्षेत्र में घुसने पर कड़ा विरोध जताया।", "ACCUSE happened JPN>CHN"},
		{"हमास ने इजराइल के साथ संघर्षविराम का प्रस्ताव ठुकरा दिया।", "REJECT happened HAMAS>ISR"},
		{"इजराइल के हमलों के बाद ईरान ने बदला लेने की धमकी दी।", "THREATEN happened IRN>ISR"},
		{"कतर ने लोगों के स्कूल जाने पर रोक लगा दी है, जिसकी संयुक्त राष्ट्र ने निंदा की है।", "ACCUSE happened UN>QAT"},
		{"माली में हुई सर्बिया की कार्रवाई को पेरू ने घिनौना अपराध बताते हुए उसकी कड़ी निंदा की।", "ACCUSE happened PER>SRB"},
		{"ओमान की नौसेना ने मिस्र के 12 नाविकों को गिरफ्तार कर लिया और उनकी दो नौकाएं जब्त कर लीं।", "COERCE happened OMN>EGY"},
		// losses that an official reports, an act told as a fact and as a charge, preparations by whoever lays siege
		{"आर्मेनिया के प्रधानमंत्री ने कहा कि अजरबैजान द्वारा रात में किए गए हमलों में 49 सैनिक मारे गए।", "ASSAULT happened AZE>ARM"},
		{"केन्या ने सूडान की घेराबंदी कर दी है और बड़े हमले की तैयारी की जा रही है।", "MOBILIZE happened KEN>SDN"},
		// the other one at a border of two
		{"भारत-पाक सीमा पर पाकिस्तानी रेंजर्स ने गोलीबारी की।", "ASSAULT happened PAK>IND"},
		{"चीन ने भारत-चीन सीमा पर सैनिक तैनात किए हैं।", "MOBILIZE happened CHN>IND"},
		{"पाकिस्तानी सेना ने नियंत्रण रेखा पर गोलीबारी की।", "ASSAULT happened PAK>IND"},
		// members of a list that only its last marker makes one
		{"कनाडा ने पांच रूसी बैंकों और तीन अरबपतियों पर प्रतिबंध लगाए।", "SANCTION happened CAN>---+RUS"},
		// content hangs on words, not on deeds
		{"खबर सामने आई है कि कनाडा ने ईरान पर नए प्रतिबंध लगा दिए हैं।", "SANCTION happened CAN>IRN"},
	} {
		tells(t, tt.text, tt.want)
	}
}

// Sides are not carried over to an act that names another, or to one that a described noun tells apart.
func TestNotCarried(t *testing.T) {
	for _, tt := range []struct{ text, not string }{
		{"इथियोपिया ने केन्या पर हमला किया। काबुल में हुए हमले में एक जर्मन सैनिक मारा गया।", "ASSAULT happened ETH>DEU"},
		{"पेरू ने चिली के राजदूत को तलब किया और ब्राजील से मदद मांगी।", "REQUEST happened PER>CHL"},
		{"सूडान ने आरोप लगाया कि केन्या ने सूडान पर हमला किया। केन्या के मंत्री ने कहा कि केन्या ने सूडान पर हमला नहीं किया है।", "ASSAULT denied KEN>SDN"},
		{"केन्या ने सूडान पर मिसाइलें दागीं। सूडान के मंत्री ने कहा कि केन्या ने मिसाइलें दागकर गलती की है।", "MOBILIZE happened KEN>"},
		{"पेरू ने आरोप लगाया कि सीमा के इलाकों में होने वाले हमलों के पीछे चिली है।", "ASSAULT planned >PER"},
		{"यूरोपीय संघ ने बेलारूस के राष्ट्रपति की संपत्ति जब्त करने का फैसला किया है।", "AGREE happened EU>"},
		{"यूक्रेन ने रूस पर युद्ध अपराध का आरोप लगाया और पश्चिमी देशों से हथियार मांगे।", "REQUEST happened UKR>RUS"},
		{"केन्या ने सूडान पर हमला किया। सूडान ने केन्या पर सूडान पर हमला करने का आरोप लगाया।", "ASSAULT alleged KEN>SDN"},
		{"अमेरिका और ईरान के बीच जंग जैसे हालात हैं।", "ASSAULT happened IRN+USA>"},
		{"सूडान ने केन्या पर तुर्की निर्मित ड्रोन की तस्करी का आरोप लगाया।", "ASSAULT happened TUR>KEN"},
		{"यूक्रेन में जंग के बीच जहां ब्रिटेन रूस से किनारा कर रहा है, वहीं सर्बिया रिश्ते मजबूत कर रहा है।", "ASSAULT happened GBR>RUS"},
		{"घाना ने कहा कि टोगो राष्ट्रपति को रिहा नहीं करता है तो फिर कार्रवाई होगी।", "REJECT happened TGO>"},
		{"दक्षिणी लेबनान से इजराइल की सेना की वापसी अनिवार्य थी।", "RETREAT happened ISR>LBN"},
		{"अमेरिका ने कनाडा पर शुल्क लगाने के फैसले से पीछे नहीं हटने का निर्णय लिया है।", "SANCTION denied USA>CAN"},
		{"घाना ने बयान दिया। एक विश्लेषक ने चेतावनी दी कि वे चुनाव के दौरान टोगो की प्रतिक्रिया देखेंगे।", "THREATEN happened --->TGO"},
		{"घाना ने चेतावनी दी। टोगो की एक महिला ने उसे धक्का दिया।", "AID happened TGO>GHA"},
		{"कतर ने यमन पर हमला किया। ओमान ने सूडान के दूतावास पर हुए हमले की निंदा की।", "ACCUSE happened OMN>QAT"},
	} {
		for _, e := range run(t, tt.text).Events {
			if event(e) == tt.not {
				t.Errorf("%s: got %s by %s", tt.text, tt.not, e.Rule)
			}
		}
	}
}
