package event_test

import (
	"slices"
	"strings"
	"testing"
)

// Who acts on whom when the clause itself does not say so.
func TestSides(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// measures told by a participle, and whoever undoes what he imposed
		{"मिस्र ने कतर के जहाजों पर लगाई गई रोक हटा ली।", "CONCEDE happened EGY>QAT"},
		{"मिस्र ने कतर के जहाजों पर लगाई गई रोक हटा ली।", "COERCE happened EGY>QAT"},
		// passives without an agent
		{"सूडान से फ्रांस के राजनयिक निकाल दिए गए।", "SANCTION happened SDN>FRA"},
		{"घायलों को यमन के शहर अदन से ओमान के विमानों के जरिए बाहर निकाला गया।", "AID happened OMN>---+YEM"},
		{"अरब लीग के बयान में इजराइल की निंदा की गई।", "ACCUSE happened AL>ISR"},
		{"अमेरिका नाइजर से सैनिक हटा सकता है और नाइजर को मदद भी रोकी जा सकती है।", "SANCTION possible >NER"},
		{"पेरू चिली से अपने राजदूत को वापस बुला सकता है और चिली के साथ बस सेवा रोकी जा सकती है।", "SANCTION possible PER>CHL"},
		// relative clauses
		{"जॉर्डन के विदेश मंत्री ने, जो इन दिनों तुर्की की यात्रा पर हैं, सीरिया की निंदा की।", "ACCUSE happened JOR>SYR"},
		{"जॉर्डन के विदेश मंत्री ने, जो इन दिनों तुर्की की यात्रा पर हैं, सीरिया की निंदा की।", "CONSULT happened JOR>TUR"},
		{"रूस ने ईरान से बात की, जिसने अमेरिका पर हमले किए हैं।", "ASSAULT happened IRN>USA"},
		{"सर्बिया ने क्रोएशिया की वह अपील ठुकरा दी, जिसमें बोस्निया से सेना हटाने को कहा गया था।", "REQUEST happened HRV>BIH"},
		{"पेरू के राष्ट्रपति ने जापान के प्रधानमंत्री को लीमा आने का न्योता दिया, जिसे उन्होंने स्वीकार कर लिया।", "AGREE happened JPN>PER"},
		{"ब्रिक्स के विदेश मंत्रियों की बैठक मंगलवार को हुई, जिसमें मिस्र के विदेश मंत्री ने हिस्सा लिया।", "CONSULT happened BRICS+EGY>"},
		{"कतर की मध्यस्थता में कांगो और रवांडा के बीच बातचीत हुई।", "CONSULT happened QAT>COD+RWA"},
		{"ईरान और कुवैत ने एक-दूसरे के राजदूतों को वापस बुला लिया।", "SANCTION happened IRN+KWT>"},
		// predicates in parts, shorter predicates
		{"ईरान पर लगे प्रतिबंध जापान ने गुरुवार को खत्म कर दिए।", "CONCEDE happened JPN>IRN"},
		// whom an act is aimed at, attempts, acts that go on
		{"कनाडा ने बेलारूस को निशाना बनाते हुए नए प्रतिबंध लगाए।", "SANCTION happened CAN>BLR"},
		{"उत्तर कोरिया ने जापान के सर्वर हैक करने की कोशिश की।", "COERCE happened PRK>JPN"},
		{"सूडान ने चाड में घुसकर हमला किया।", "ASSAULT happened SDN>TCD"},
		{"सूडान ने चाड के एक गांव पर हमला किया। चाड के राष्ट्रपति ने कड़ा जवाब देने की कसम खाई।", "THREATEN happened TCD>SDN"},
		{"कांगो ने जो हमला रवांडा पर किया वह विफल रहा।", "ASSAULT happened COD>RWA"},
		{"कनाडा ने यूक्रेन पर रूस के हमले में भूमिका के लिए बेलारूस के खिलाफ प्रतिबंध लगाए।", "SANCTION happened CAN>BLR"},
		// the agent of a noun, beside a converb
		{"घाना की नौसेना द्वारा मछुआरों की गिरफ्तारी पर चिंता जताते हुए टोगो के मंत्री ने बात की।", "ACCUSE happened TGO>GHA"},
		{"घाना के नाविकों को टोगो द्वारा बेनिन के समक्ष मुद्दा उठाए जाने के बाद रिहा किया गया।", "REQUEST happened TGO>BEN"},
		{"इससे एक दिन पहले टोगो ने घाना से उन्हें वापस बुलाने का अनुरोध किया।", "REQUEST happened TGO>GHA"},
		{"टोगो के राष्ट्रपति ने कहा कि किसी भी घानाई सैनिक को टोगो में रहने की इजाजत नहीं दी जाएगी।", "REJECT happened TGO>GHA"},
		{"जापान ने घाना और टोगो की कंपनियों समेत कई अन्य पर प्रतिबंध लगाए।", "SANCTION happened JPN>GHA+TGO"},
		// decisions not to
		{"जापान ने पेरू को मदद न देने का फैसला किया।", "REJECT happened JPN>PER"},
		{"घाना ने टोगो के साथ वार्ता न करने का फैसला किया।", "REJECT happened GHA>TGO"},
		{"इजराइल ने सीरिया पर बम गिराना जारी रखा।", "ASSAULT happened ISR>SYR"},
		{"जापान ईरान पर प्रतिबंध लगाने पर विचार कर रहा है।", "SANCTION possible JPN>IRN"},
		// threats as consequences
		{"चीन ने कहा कि अगर जापान ने जहाज भेजे तो वह जवाबी कदम उठाएगा।", "THREATEN happened CHN>JPN"},
		{"तुर्की के राष्ट्रपति ने कहा कि सीरिया को गंभीर नतीजे भुगतने होंगे।", "THREATEN happened TUR>SYR"},
		// the suffix of quality, more than a number, another of a kind
		{"सऊदी अरब की अगुवाई वाली सेना ने यमन पर हमला किया।", "ASSAULT happened SAU>YEM"},
		{"रूस ने यूक्रेन के 20 से ज्यादा सैनिकों को बंदी बनाया।", "ASSAULT happened RUS>UKR"},
		{"फ्रांस ने माली दूतावास के एक और अधिकारी को निष्कासित किया।", "SANCTION happened FRA>MLI"},
		// people told of before with their state, unless those were of two
		{"इरिट्रिया ने इथियोपिया के 30 नाविकों को गिरफ्तार किया। एक महीने बाद इरिट्रिया ने नाविकों को रिहा कर दिया।", "RETREAT happened ERI>ETH"},
		{"इरिट्रिया ने इथियोपिया के 30 नाविकों और केन्या के 10 नाविकों को गिरफ्तार किया। बाद में इरिट्रिया ने 5 नाविकों को रिहा कर दिया।", "RETREAT happened ERI>---"},
		// talks that only date others; the telephone before the bare noun; who is somewhere is no office holder
		{"ओमान और कतर के बीच टेलीफोन पर बातचीत के दो दिन बाद मिस्र और सूडान के बीच वार्ता हुई।", "CONSULT happened EGY+SDN>"},
		{"ओमान और कतर के बीच टेलीफोन पर बातचीत के दो दिन बाद मिस्र और सूडान के बीच वार्ता हुई।", "CONSULT happened OMN+QAT>"},
		{"मलेशिया के प्रधानमंत्री अपने देश में थे और उन्होंने थाईलैंड की निंदा की।", "ACCUSE happened MYS>THA"},
		// who does wrong, in the words of another
		{"टोगो के प्रधानमंत्री ने कहा कि घाना हिजबुल्ला का समर्थन करता है।", "ACCUSE happened TGO>GHA"},
		// whom a later meeting is with, and the noun whose words stand apart from the verb
		{"घाना के राष्ट्रपति ने टोगो के राष्ट्रपति के साथ लोमे में होने वाली बैठक से पहले बेनिन के राष्ट्रपति से बात की।", "CONSULT happened BEN+GHA>"},
		{"यूक्रेन के राष्ट्रपति समझौते पर चर्चा के लिए रियाद पहुंचे।", "CONSULT happened UKR>SAU"},
		{"केन्या द्वारा भेजी गई मदद सोमालिया पहुंची।", "AID happened KEN>SOM"},
	} {
		tells(t, tt.text, tt.want)
	}
}

// Harm and the attack in which it was done, or aid and its end, are one act each.
func TestHarmIsTheAttack(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"काबुल में हुए बम धमाके में दो जर्मन सैनिक मारे गए।", "ASSAULT happened >DEU"},
		{"शिविर पर इजराइल के हवाई हमले में शिविर में रह रहे 12 फलस्तीनी मारे गए।", "ASSAULT happened ISR>PSE"},
		{"नॉर्वे ने सूडान को दी जा रही मदद रोक दी।", "SANCTION happened NOR>SDN"},
	} {
		tellsOnly(t, tt.text, tt.want)
	}
}

// A relative pronoun that describes a member of the list which it stands for ends all the same.
func TestRelativeInItsOwnList(t *testing.T) {
	run(t, "मारिया ने कनाडा के बैंड के निर्माता डेविड हैरिस, जिसकी वह प्रशंसक थी, से संपर्क साधा।")
}

// Who takes part in "this meeting" of an organisation attends the one told last; a state in a spelling that no table has, and
// "the other member states", end no list.
func TestAttendees(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"कतर सोमवार को अरब लीग के विदेश मंत्रियों की बैठक की अध्यक्षता करेगा। इस बैठक में मिस्र, जॉर्डन, ट्यूनीसीया और लेबनान के विदेश मंत्री हिस्सा लेंगे।", "CONSULT planned AL+EGY+JOR+LBN+QAT>"},
		{"ओमान के प्रधानमंत्री ने मस्कट में मिस्र, सूडान, जॉर्डन, के राष्ट्र प्रमुखों के साथ बैठक की।", "CONSULT happened EGY+JOR+OMN+SDN>"},
		{"मिस्र, सूडान और अरब लीग के अन्य सदस्य देशों के विदेश मंत्रियों ने दोहा में विचार-विमर्श किया।", "CONSULT happened AL+EGY+SDN>"},
	} {
		tellsOnly(t, tt.text, tt.want)
	}
}

// What was done long before, or after a day, has not the day of the news.
func TestBoundsAreNoDate(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"जॉर्डन की सेना ने 3 मार्च 2021 के बाद सीरिया पर हमला किया।", ""},
		{"2017 में संबंध टूटने के बाद ओमान के प्रधानमंत्री ने कतर के प्रधानमंत्री से मुलाकात की।", ""},
		{"2017 में ओमान के प्रधानमंत्री ने कतर के प्रधानमंत्री से मुलाकात की।", "2017"},
	} {
		d := run(t, tt.text)
		got := ""
		if len(d.Events) > 0 && d.Events[0].Date != nil {
			got = d.Events[0].Date.Value
		}
		if len(d.Events) == 0 || got != tt.want {
			t.Errorf("%s: got %d events, date %q, want %q", tt.text, len(d.Events), got, tt.want)
		}
	}
}

// Who condemns an attack in his own words did not do it, and "this" that he condemns is what happened.
func TestOwnWords(t *testing.T) {
	tells(t, "घाना के राष्ट्रपति ने कहा, “हम माली में हुए हमले की निंदा करते हैं।”", "ASSAULT happened >MLI")
	tells(t, "माली में यूरोपीय संघ के दल पर हमला हुआ। घाना के राष्ट्रपति ने इसकी निंदा की।", "ACCUSE happened GHA>")
}

func TestWhoOwnsAnInfinitiveDidIt(t *testing.T) {
	for text, want := range map[string]string{
		"चिली के विमान को पेरू की वायुसेना के मार गिराए जाने के बाद वार्ता विफल रही।": "ASSAULT happened PER>CHL",
		"चिली के सैनिकों पर पेरू के हमला करने के बाद राष्ट्रपति ने दौरा टाल दिया।":    "ASSAULT happened PER>CHL",
		"पेरू के चिली के विमान को मार गिराने के बाद वार्ता विफल रही।":                 "ASSAULT happened PER>CHL",
		"ब्राजील पर कनाडा के शुल्क लगाने के बाद मेक्सिको ने बैठक बुलाई।":              "SANCTION happened CAN>BRA",
	} {
		tells(t, text, want)
	}
}

func TestTitlesTellTwoThings(t *testing.T) {
	text := "पेरू पर चिली का बड़ा हमला, जापान ने की निंदा\n\nलीमा, 5 मार्च (भाषा) अधिकारियों ने मंगलवार को यह जानकारी दी।"
	tells(t, text, "ASSAULT happened CHL>PER")
}

func TestWhatOneClaimsOfAnotherIsAlleged(t *testing.T) {
	for text, want := range map[string]string{
		"पेरू का दावा है कि चिली ने बोलीविया को मिसाइलें भेजीं।":                               "AID alleged CHL>BOL",
		"पेरू ने कहा कि इस बात के सबूत हैं कि चिली ने बोलीविया को मिसाइलें भेजी हैं।":          "AID alleged CHL>BOL",
		"पेरू की सेना की रिपोर्टों में कहा गया है कि चिली बोलीविया में सैनिक तैनात कर रहा है।": "MOBILIZE alleged CHL>",
		"पेरू ने दावा किया कि उसने चिली के दो ड्रोन मार गिराए।":                                "ASSAULT happened PER>CHL",
		"स्थानीय मीडिया ने दावा किया कि चिली ने पेरू पर हमला किया।":                            "ASSAULT happened CHL>PER",
		"पेरू के राष्ट्रपति ने चिली पर प्रतिबंध लगाने के अपने फैसले का बचाव किया।":             "SANCTION happened PER>CHL",
		"पेरू के राष्ट्रपति ने चिली पर प्रतिबंध लगाने के बोलीविया के फैसले का स्वागत किया।":    "SUPPORT happened PER>BOL",
	} {
		tells(t, text, want)
	}
	if got := told(t, "पेरू के राष्ट्रपति ने सीमाएं खोलने के फैसले का स्वागत किया।"); slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "RETREAT") }) {
		t.Errorf("whose decision it is is not said: got %q", got)
	}
}

func TestWhoThreatensUnderACondition(t *testing.T) {
	tells(t, "चिली सरकार ने कहा कि अगर पेरू द्वारा हमला किया जाता है तो वह इसका करारा जवाब देगा।", "THREATEN happened CHL>PER")
	tells(t, "चिली ने कहा, 'अगर पेरू ने बमबारी की तो पेरू के शहरों पर हमला किया जाएगा'।", "THREATEN happened CHL>PER")
	tells(t, "पेरू के एक जहाज ने चिली के जहाज को टक्कर मार दी। चिली ने आरोप लगाया कि यह टक्कर जानबूझकर मारी गई।", "ACCUSE happened CHL>PER")
	tells(t, "पेरू ने अपनी सेना को अलर्ट पर रखा है और चिली की सीमा पर सभी क्रॉसिंग बंद कर दी गई हैं।", "COERCE happened PER>CHL")
}

func TestWhoIsWarnedAfterAnAct(t *testing.T) {
	text := "चिली के पेरू पर हमला करने के बाद ब्राजील ने चेतावनी दी।"
	tells(t, text, "ASSAULT happened CHL>PER")
	tells(t, text, "THREATEN happened BRA>CHL")
	tells(t, "चिली के हमला करने (Attack) के बाद पेरू ने चेतावनी दी।", "ASSAULT happened CHL>")
	tells(t, "पेरू के साथ संधि को निलंबित करने और आयात पर शुल्क लगाने के चिली के फैसले से पेरू खफा है।", "SANCTION happened CHL>PER")
}

func TestWhoIsOnlyBacked(t *testing.T) {
	tells(t, "चिली समर्थित सशस्त्र समूहों ने पेरू की सेना पर हमला किया।", "ASSAULT happened --->PER")
}
