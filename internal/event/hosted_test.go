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
		{"ब्राजील के राष्ट्रपति का सोमवार को पेरू के राष्ट्रपति से मिलने का कार्यक्रम है।", "CONSULT planned BRA+PER>"},
	} {
		d := run(t, tt.text)
		var got []string
		for _, e := range d.Events {
			got = append(got, event(e))
		}
		if !slices.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %s", tt.text, got, tt.want)
		}
	}
}

// A journey told by a participle and the talks on it are one act.
func TestVisitAndTalksAreOne(t *testing.T) {
	d := run(t, "केन्या पहुंचे इटली के विदेश मंत्री ने केन्या के राष्ट्रपति से मुलाकात की।")
	if len(d.Events) != 1 || event(d.Events[0]) != "CONSULT happened ITA+KEN>" {
		t.Errorf("got %v", d.Events)
	}
	if d := run(t, "काबुल। अफगानिस्तान के रक्षा मंत्री सोमवार को यहां पहुंचेंगे।"); len(d.Events) != 0 {
		t.Errorf("at home: got %v", d.Events)
	}
}
