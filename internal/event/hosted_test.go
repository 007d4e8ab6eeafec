package event_test

import (
	"slices"
	"testing"
)

// Who visits whom, and whom a visitor meets, when the clause does not name the state.
func TestVisitors(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"काबुल। जर्मनी के रक्षा मंत्री सोमवार को ईरान से यहां पहुंचेंगे।", "CONSULT planned DEU>AFG"},
		{"काबुल। जर्मनी के रक्षा मंत्री यहां एक सम्मेलन में भाग लेने के लिए आए हुए हैं।", "CONSULT happened DEU>AFG"},
		{"दो दिन के दौरे पर केन्या पहुंचे इटली के विदेश मंत्री ने एक अस्पताल का उद्घाटन किया।", "CONSULT happened ITA>KEN"},
		{"चीन के विदेश मंत्री बुधवार को नेपाल पहुंचे। वह राष्ट्रपति राम कुमार यादव से भी मिलेंगे।", "CONSULT planned ---+CHN+NPL>"},
		{"ढाका। सेना प्रमुख जनरल रहीम उल्लाह सिंगापुर यात्रा के लिए रवाना हुए।", "CONSULT happened BGD>SGP"},
		{"केन्या की अपनी पहली यात्रा के तहत चिली के राष्ट्रपति शुक्रवार को राष्ट्रीय राजधानी पहुंचे थे।", "CONSULT happened CHL>KEN"},
		{"कनाडा के मंत्री दौरे पर\nकाबुल\nजर्मनी के रक्षा मंत्री सोमवार को यहां पहुंचेंगे।", "CONSULT planned DEU>AFG"},
		{"घाना के विदेश मंत्री के सोमवार को मिस्र आने और मिस्र के प्रधानमंत्री से मिलने की संभावना है।", "CONSULT possible EGY+GHA>"},
		{"ओमान कतर के कैदियों को रिहा करने और कतर को मदद देने पर सहमत हुआ।", "AGREE happened OMN>QAT"},
		{"काबुल। ओमान के विदेश मंत्री का राष्ट्रपति भवन में भव्य स्वागत किया गया।", "CONSULT happened OMN>AFG"},
		{"कनाडा के विदेश मंत्री कल से घाना की यात्रा शुरू करेंगे जहां वह देश के शीर्ष नेतृत्व से मुलाकात करेंगे।", "CONSULT planned ---+CAN+GHA>"},
		{"यमन युद्ध शुरू होने के बाद पहली बार पेरू के विदेश मंत्री चिली की यात्रा पर जा रहे हैं।", "CONSULT planned PER>CHL"},
		{"चिली के विदेश मंत्री अगले महीने काहिरा जाने की योजना बना रहे हैं।", "CONSULT planned CHL>EGY"},
		{"पेरू के विदेश मंत्री गोमेज अगले महीने काहिरा जाने की योजना बना रहे हैं।", "CONSULT planned PER>EGY"},
		{"ब्राजील के राष्ट्रपति का सोमवार को पेरू के राष्ट्रपति से मिलने का कार्यक्रम है।", "CONSULT planned BRA+PER>"},
	} {
		tells(t, tt.text, tt.want)
	}
}

// A journey told by a participle and the talks on it are one act.
func TestVisitAndTalksAreOne(t *testing.T) {
	d := run(t, "केन्या पहुंचे इटली के विदेश मंत्री ने केन्या के राष्ट्रपति से मुलाकात की।")
	if len(d.Events) != 1 || event(d.Events[0]) != "CONSULT happened ITA+KEN>" {
		t.Errorf("got %v", d.Events)
	}
	if d := run(t, "चिली और पेरू के बीच रणनीतिक साझेदारी है।"); len(d.Events) != 0 {
		t.Errorf("a state of things: got %v", d.Events)
	}
	if d := run(t, "काबुल। अफगानिस्तान के रक्षा मंत्री सोमवार को यहां पहुंचेंगे।"); len(d.Events) != 0 {
		t.Errorf("at home: got %v", d.Events)
	}
}

// Two people of one state who are met are two acts, and a title may begin like a postposition.
func TestOthersAreMet(t *testing.T) {
	d := run(t, "पेरू के मंत्री जोसे गोमेज ने चिली के मंत्री पाब्लो रिवेरा से मुलाकात की। जोसे गोमेज ने चिली के विधायक राउल राज मोरेनो से मुलाकात की।")
	if len(d.Events) != 2 {
		t.Errorf("got %d acts, want two", len(d.Events))
	}
	d = run(t, "पेरू के मंत्री ने चिली के मंत्री से मुलाकात की\nपेरू के मंत्री जोसे गोमेज ने चिली के मंत्री पाब्लो रिवेरा से मुलाकात की।\nजोसे गोमेज ने चिली के विधायक राउल मोरेनो से मुलाकात की।")
	if len(d.Events) != 2 {
		t.Errorf("behind a headline: got %d acts, want two", len(d.Events))
	}
	d = run(t, "पेरू के विदेश मंत्रालय के अतिरिक्त सचिव ने चिली के प्रधानमंत्री से मुलाकात की।")
	if len(d.Events) != 1 || event(d.Events[0]) != "CONSULT happened CHL+PER>" {
		t.Errorf("got %v", d.Events)
	}
}

// Headlines: the verb before its host, no verb at all, several meetings told as one.
func TestHeadlinesOfMeetings(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"चिली के राष्ट्रपति ने की पेरू के विदेश मंत्री से मुलाकात", []string{"CONSULT happened CHL+PER>"}},
		{"केन्या के राष्ट्रपति ने सोमवार को घाना और माली के मंत्रियों के साथ की द्विपक्षीय बैठकें।", []string{"CONSULT happened GHA+KEN+MLI>"}},
		{"देश की खबरें | ओमान-कतर रक्षा मंत्रियों की वार्ता मंगलवार को\nओमान और कतर के रक्षा मंत्री मंगलवार को वार्ता करेंगे।", []string{"CONSULT planned OMN+QAT>"}},
		{"ओमान के मंत्री कतर और मिस्र के मंत्रियों के साथ वार्ता करेंगे\nओमान के मंत्री कतर और मिस्र के मंत्रियों के साथ अलग-अलग वार्ता करेंगे।", []string{"CONSULT planned EGY+OMN>", "CONSULT planned OMN+QAT>"}},
		{"पेरू और चिली के राष्ट्रपतियों की मुलाकात संभव है।", []string{"CONSULT possible CHL+PER>"}},
		{"ओमान और कतर के मंत्री छठे ओमान-कतर संवाद की सह-अध्यक्षता करेंगे।", []string{"CONSULT planned OMN+QAT>"}},
		{"पेरू के मंत्री और चिली के मंत्री ने इस समारोह में एक-दूसरे से मुलाकात की।", []string{"CONSULT happened CHL+PER>"}},
	} {
		d := run(t, tt.text)
		var got []string
		for _, e := range d.Events {
			got = append(got, event(e))
		}
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
