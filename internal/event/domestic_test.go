package event_test

import "testing"

// What is done within one state is no record, unless somebody else is spoken of near it.
func TestDomestic(t *testing.T) {
	for _, tt := range []struct {
		text string
		want int
	}{
		{"घाना में बारिश हुई। घाना के प्रधानमंत्री ने रेल मंत्री को बधाई दी। किसान खुश हैं।", 0},
		{"टोगो की संसद ने नए बैंक की स्थापना को मंजूरी दी। किसान खुश हैं। बारिश भी हुई।", 0},
		{"घाना में बारिश हुई। घाना के प्रधानमंत्री ने टोगो के प्रधानमंत्री को बधाई दी। किसान खुश हैं।", 1},
		{"टोगो की सीमा पर तनाव है। घाना ने संयम बरतने की अपील की। किसान खुश हैं।", 1},
		{"घाना में बारिश हुई। घाना ने मिसाइल का परीक्षण किया। किसान खुश हैं।", 1},
		{"नेपाल प्रस्ताव के पक्ष में मतदान करेगा।", 1},
	} {
		if d := run(t, tt.text); len(d.Events) != tt.want {
			t.Errorf("%s: got %d events, want %d", tt.text, len(d.Events), tt.want)
		}
	}
}
