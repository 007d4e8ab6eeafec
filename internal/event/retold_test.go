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
		// a visit and the talks on it, when one clause names both
		{"पेरू के राष्ट्रपति ने अपनी जापान यात्रा के दौरान जापान के प्रधानमंत्री के साथ अपनी वार्ता में बाढ़ का मुद्दा उठाया।", "CONSULT happened PER>JPN"},
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
	} {
		if got := told(t, text); len(got) > 0 {
			t.Errorf("%s\n got %q", text, got)
		}
	}
	tells(t, "केन्या द्वारा सीमा पर सैनिक भेजने के बाद युद्ध की आशंका बढ़ गई है।", "MOBILIZE happened KEN>")
	tells(t, "पेरू के राष्ट्रपति जब जापान जाएंगे तो बारिश होगी।", "CONSULT planned PER>JPN")
}
