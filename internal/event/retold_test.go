package event_test

import (
	"slices"
	"strings"
	"testing"
)

// What a report tells again in other words, by another noun or type, or without a side, is one act; what differs in more, two.
func TestRetold(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// a side left out, the words the same; other words
		{"संयुक्त राष्ट्र ने केन्या और सूडान से सीमा पर तनाव कम करने की अपील की। मौसम साफ था। मंत्री सो रहे थे। संयुक्त राष्ट्र ने सीमा पर तनाव कम करने का आह्वान किया है।", "REQUEST happened UN>KEN+SDN"},
		{"संयुक्त राष्ट्र ने केन्या और सूडान से सीमा पर तनाव कम करने की अपील की। मौसम साफ था। मंत्री सो रहे थे। संयुक्त राष्ट्र ने बंदरगाह खोलने का आह्वान किया है।", "REQUEST happened UN>, REQUEST happened UN>KEN+SDN"},
		// a promise and its content, unless a conjunction joins what will be done besides
		{"सूडान ने किया वादा, मिस्र के नाविकों को करेगा रिहा", "AGREE happened SDN>EGY"},
		{"सूडान ने मिस्र से शांति का वादा किया और वह मिस्र के नाविक रिहा करेगा।", "AGREE happened SDN>EGY, RETREAT planned SDN>EGY"},
		// troops enter the state that they attack; troops that are sent to another
		{"माली में दाखिल हुई नाइजर की सेना। नाइजर ने माली पर हमला किया।", "ASSAULT happened NER>MLI"},
		{"टोगो में दाखिल हुई नाइजर की सेना। नाइजर ने माली पर हमला किया।", "ASSAULT happened NER>MLI, MOBILIZE happened NER>TGO"},
		{"केन्या द्वारा सूडान की मदद के लिए अपने सैनिक भेजने के बाद तनाव बढ़ा। केन्या के सैनिक सूडान पहुंचे।", "AID happened KEN>SDN"},
		// people released whom nobody is said to have rescued
		{"मिस्र के 12 नाविकों को मुक्त करा लिया गया है। सूडान ने मिस्र के 12 नाविकों को मुक्त कर दिया है।", "RETREAT happened SDN>EGY"},
		// a visit and the talks on it, when one clause names both
		{"पेरू के राष्ट्रपति ने अपनी जापान यात्रा के दौरान जापान के प्रधानमंत्री के साथ अपनी वार्ता में बाढ़ का मुद्दा उठाया।", "CONSULT happened PER>JPN"},
		// deeds told first without the one who did them, or without whom they fell on, unless they differ in kind
		{"मिस्र पर मिसाइलें दागी गईं। लोग डर गए। सूडान ने मिस्र पर हमला किया।", "ASSAULT happened SDN>EGY"},
		{"मिस्र का जहाज जब्त कर लिया गया। लोग डर गए। सूडान ने मिस्र के नाविकों को गिरफ्तार किया।", "COERCE happened >EGY, COERCE happened SDN>EGY"},
		// a bare noun of what is to come; of what was
		{"पेरू के राष्ट्रपति मंगलवार को जापान जाएंगे। पेरू के राष्ट्रपति की जापान यात्रा को लेकर तैयारी चल रही है।", "CONSULT planned PER>JPN"},
		{"पेरू के राष्ट्रपति मंगलवार को जापान जाएंगे। पेरू के राष्ट्रपति की जापान यात्रा के बाद समझौता हुआ था।", "CONSULT happened PER>JPN, CONSULT planned PER>JPN"},
		{"अरब लीग शिखर वार्ता 2024 से पहले कतर के राष्ट्रपति ने शुक्रवार को बयान दिया। अरब लीग शिखर सम्मेलन सोमवार को होगा।", "CONSULT planned AL>"},
		// his visit, when a pronoun means another than who was on it; he who returns has been there, within a week
		{"घाना के राष्ट्रपति जॉन महामा की चिली यात्रा की चर्चा जारी है। जापान के प्रधानमंत्री ने जॉन महामा से बात की, तो उनके चिली दौरे पर भी चर्चा हुई।", "CONSULT happened GHA+JPN>, CONSULT happened GHA>CHL"},
		{"पेरू के राष्ट्रपति 2 मार्च को जापान पहुंचे। पेरू के राष्ट्रपति 5 मार्च को जापान से लौट रहे हैं।", "CONSULT happened PER>JPN"},
		{"पेरू के राष्ट्रपति 2 मार्च को जापान पहुंचे। पेरू के राष्ट्रपति 16 जनवरी को भी जापान पहुंचे थे।", "CONSULT happened PER>JPN, CONSULT happened PER>JPN"},
		{"पेरू के राष्ट्रपति ने जापान की अपनी यात्रा के पहले दिन जापान के प्रधानमंत्री से मुलाकात की।", "CONSULT happened JPN+PER>"},
		{"पेरू के राष्ट्रपति जापान पहुंचे। पेरू के राष्ट्रपति ने जापान के प्रधानमंत्री से मुलाकात की।", "CONSULT happened JPN+PER>, CONSULT happened PER>JPN"},
		// what may be spoken of at a meeting to come; talks on the phone that a noun takes up; what several asked and a noun names one of
		{"मिस्र के मंत्री कतर के मंत्री से वार्ता करेंगे। मिस्र और कतर के मंत्रियों के बीच व्यापार पर चर्चा होने की संभावना है।", "CONSULT planned EGY+QAT>"},
		{"मिस्र के मंत्री ने कतर के मंत्री से बात की। मिस्र और कतर के मंत्रियों के बीच फोन पर बातचीत में व्यापार का मुद्दा उठा।", "CONSULT happened EGY+QAT>"},
		{"नॉर्वे और कनाडा ने ईरान से जहाज छोड़ने की मांग की। ईरान से कनाडा की मांग पर सब चुप हैं।", "REQUEST happened CAN+NOR>IRN"},
		// talks that somebody mediates; the fighting in which harm was done
		{"कतर की मध्यस्थता में कांगो और रवांडा के बीच बातचीत हुई। कांगो और रवांडा की वार्ता से लोग खुश हैं।", "CONSULT happened QAT>COD+RWA"},
		{"माली और नाइजर के सैनिकों के बीच गोलीबारी में नाइजर के दो सैनिक मारे गए।", "ASSAULT happened MLI>NER"},
		// who took part in the meeting told before, and the meeting as a bare noun
		{"अफ्रीकी संघ के विदेश मंत्रियों की सोमवार को हुई बैठक की अध्यक्षता केन्या के विदेश मंत्री ने की। बैठक में घाना और माली के विदेश मंत्रियों ने भाग लिया।", "CONSULT happened AU+GHA+KEN+MLI>"},
		// whom the visitor meets besides; a drill of the several who hold an exercise
		{"पेरू के विदेश मंत्री ने जापान के प्रधानमंत्री फुमियो किशिदा से की मुलाकात\nपेरू के विदेश मंत्री ने जापान के रक्षा मंत्री मिनोरु किहारा से भी मुलाकात की।", "CONSULT happened JPN+PER>, CONSULT happened JPN+PER>"},
		{"जापान और कनाडा अगले हफ्ते संयुक्त अभ्यास करेंगे। दो दिनों के इस अभ्यास में दोनों देश मिसाइल ड्रिल करेंगे।", "COOPERATE planned CAN+JPN>"},
		// talks about talks
		{"कनाडा के साथ परमाणु वार्ता के बारे में विचार-विमर्श के लिए ओमान के विदेश मंत्री टोगो जाएंगे।", "CONSULT happened CAN+OMN>, CONSULT planned OMN>TGO"},
		// both leaders, of whom an official speaks, are those who met
		{"पेरू के प्रधानमंत्री ने जापान के प्रधानमंत्री फुमियो किशिदा के साथ बातचीत की। बाद में जापान के विदेश सचिव मिनोरु किहारा ने शिंजो आबे को याद किया। किहारा ने कहा कि दोनों नेताओं ने पेरू और जापान के संबंधों पर चर्चा की।", "CONSULT happened JPN+PER>"},
		// some days of a week, and the week
		{"केन्या के राष्ट्रपति अगले सप्ताह जापान जाएंगे। केन्या के राष्ट्रपति 12 और 13 मार्च को जापान जाएंगे।", "CONSULT planned KEN>JPN"},
		// how another answers a charge is no part of it
		{"केन्या ने आरोप लगाया कि सूडान ने मिसाइल दागी, लेकिन सूडान ने इससे इनकार किया है।", "ACCUSE happened KEN>SDN, MOBILIZE alleged SDN>, REJECT happened SDN>KEN"},
		// attacks on towns far from one another, and on a town and its outskirts
		{"ओमान ने अदन पर हमला किया। लोग डर गए। ओमान ने ताइज पर भी हमला किया।", "ASSAULT happened OMN>YEM, ASSAULT happened OMN>YEM"},
		{"ओमान ने अदन पर हमला किया। लोग डर गए। ओमान ने यमन पर हमला किया।", "ASSAULT happened OMN>YEM"},
		// talks for which a visit is made, and talks told by a verb of their own
		{"केन्या के राष्ट्रपति ओमान के सुल्तान से मुलाकात करने के लिए ओमान जाएंगे।", "CONSULT planned KEN>OMN"},
		{"केन्या के राष्ट्रपति ओमान जाएंगे। केन्या के राष्ट्रपति ओमान के सुल्तान से मुलाकात करेंगे।", "CONSULT planned KEN+OMN>, CONSULT planned KEN>OMN"},
		// this meeting is the one told last
		{"ओमान के मंत्री ने कतर के मंत्री से मुलाकात की। मिस्र के दूतावास ने बताया कि इस बातचीत में व्यापार पर चर्चा हुई।", "CONSULT happened OMN+QAT>"},
	} {
		got := told(t, tt.text)
		slices.Sort(got)
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, s, tt.want)
		}
	}
}

// Conditions, aims and assurances of what is are no acts.
func TestNoActs(t *testing.T) {
	for _, text := range []string{
		"जब ईरान समझौते के लिए राजी हो जाएगा तब बात बनेगी।",
		"केन्या के राष्ट्रपति ने सोमालिया के राष्ट्रपति से कहा, \"मैं आपको भरोसा दिलाता हूं कि यह हमारी परंपरा है।\"",
		"चीन द्वारा यूक्रेन के खिलाफ युद्ध में दिए गए बयान पर चर्चा हुई।",
		"चीन के राष्ट्रपति पेरू के राष्ट्रपति के साथ बातचीत के दौरान हर बार यह मुद्दा उठाते हैं।",
		"ओमान और यमन के बीच चल रही जंग का असर पड़ा है।",
		"केन्या के प्रवक्ता ने कहा कि हम सोमालिया के नाविकों को मुक्त कराने का प्रयास कर रहे हैं।",
		"ओमान और यमन के बीच जारी जंग में लोग परेशान हैं।",
		"ओमान और यमन के बीच जंग जारी है।",
		"ओमान और यमन के बीच जंग चल रही है।",
		"ओमान और यमन के बीच जंग जारी रहेगी।",
		"कतर के इस कदम से और भड़केगी ओमान-यमन जंग",
		"जब तक ओमान हार नहीं मान लेता और यमन की शर्तें स्वीकार नहीं कर लेता, तब तक यह युद्ध जारी रहेगा।",
		"जापान के प्रधानमंत्री से मिलना मेरे लिए खुशी की बात है।",
		"यूक्रेन के खिलाफ जंग में किम की सेना भी रूस के साथ मैदान में है।",
	} {
		if got := told(t, text); len(got) > 0 {
			t.Errorf("%s\n got %q", text, got)
		}
	}
	tells(t, "केन्या द्वारा सीमा पर सैनिक भेजने के बाद युद्ध की आशंका बढ़ गई है।", "MOBILIZE happened KEN>")
	tells(t, "ओमान और यमन के बीच जंग छिड़ गई है।", "ASSAULT happened OMN+YEM>")
	tells(t, "ओमान और यमन के बीच जंग छिड़ सकती है।", "ASSAULT possible OMN+YEM>")
	tells(t, "यमन के मंत्री ने कहा कि जब तक ओमान हार नहीं मान लेता और शर्तें स्वीकार नहीं कर लेता, तब तक यह युद्ध जारी रहेगा।", "THREATEN happened YEM>OMN")
	tells(t, "कतर नहीं, ओमान गए केन्या के राष्ट्रपति।", "CONSULT happened KEN>OMN")
	tells(t, "चीन जा रहे केन्या के राष्ट्रपति", "CONSULT planned KEN>CHN")
	tells(t, "केन्या ने सोमालिया के मर्का शहर से भारतीय नागरिकों को निकालने में सहयोग का आश्वासन दिया है।", "AGREE happened KEN>IND")
	tells(t, "ओमान के नाविकों को केन्या द्वारा मुद्दा उठाए जाने के बाद सूडान में रिहा किया गया।", "RETREAT happened >OMN")
	tells(t, "मिस्र के विदेश मंत्रालय ने कहा कि कुछ लोगों द्वारा झंडा उतारने की घटना पर पेरू के राजदूत को तलब किया गया।", "ACCUSE happened EGY>PER")
	tells(t, "जापान के प्रधानमंत्री ने आसियान देशों की तारीफ की। जापान के प्रधानमंत्री ने कहा कि इन देशों को शांति पर ध्यान देना चाहिए।", "REQUEST happened JPN>ASEAN")
	tells(t, "माली में नाइजर की सेना पहुंचने के बाद घबराया घाना, अब टोगो से की ये अपील", "REQUEST happened GHA>TGO")
	tells(t, "पेरू में विमान उतरने के बाद भड़का चिली, अब जापान से की शिकायत और मांगी मदद", "REQUEST happened CHL>JPN")
	tells(t, "कनाडा ने केन्या के चिली दौरे, वहां मदद पहुंचाने और केन्या की कोशिशों की तारीफ की।", "SUPPORT happened CAN>KEN")
	tells(t, "पेरू के राष्ट्रपति जब जापान जाएंगे तो बारिश होगी।", "CONSULT planned PER>JPN")
}

func TestFiredBeforeItIsSaidAtWhom(t *testing.T) {
	tellsOnly(t, "चिली ने कई मिसाइलें दागीं। चिली ने पेरू पर मिसाइल हमला किया।", "ASSAULT happened CHL>PER")
}
