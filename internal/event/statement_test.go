package event_test

import (
	"slices"
	"testing"
)

// TestSpeakers wants the codes of those to whom a text gives a statement, in order.
func TestSpeakers(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"the leaders of a meeting", "टोगो और घाना के राष्ट्रपतियों ने मुलाकात की। नेताओं ने कहा कि सीमा खुलेगी।", []string{"GHA", "TGO"}},
		{"leaders of no meeting", "टोगो ने घाना पर हमला किया। नेताओं ने कहा कि सीमा खुलेगी।", nil},
		{"the joint statement of a meeting", "टोगो और घाना ने वार्ता की। संयुक्त बयान में कहा गया कि सीमा खुलेगी।", []string{"GHA", "TGO"}},
		{"a statement of nobody", "टोगो और घाना ने वार्ता की। बयान में कहा गया कि सीमा खुलेगी।", nil},
		{"quoted words in a refusal", "टोगो ने घाना के आरोपों को ‘निराधार’ कहकर ठुकरा दिया।", []string{"TGO"}},
		{"quoted words behind another act", "टोगो ने प्रस्ताव खारिज कर दिया और परिषद को ‘कमजोर’ बताया।", []string{"TGO"}},
		{"what somebody is called in quotes", "टोगो ने घाना के मंत्री को ‘युद्ध का सरगना’ बताया।", []string{"TGO"}},
		{"quoted words in a demand", "टोगो ने घाना से ‘दादागिरी’ छोड़ने की मांग की।", []string{"TGO"}},
		{"a refusal without words", "टोगो ने घाना की इस मांग को खारिज कर दिया।", nil},
		{"a quoted name", "टोगो ने ‘शांति’ अभियान की घोषणा की।", nil},
		{"the issuer of what a phrase follows", "घाना के दूतावास की ओर से जारी बयान के अनुसार सीमा खुली है।", []string{"GHA"}},
		{"this, of the same side", "घाना ने कहा कि सीमा खुली है। यह बात घाना के प्रवक्ता ने कही।", []string{"GHA"}},
		{"this, of another", "टोगो ने कहा कि सीमा खुली है। यह बात घाना के प्रवक्ता ने भी कही।", []string{"GHA", "TGO"}},
		{"rebels", "टोगो के विद्रोहियों ने कहा कि वे सीमा नहीं छोड़ेंगे।", []string{"---"}},
		{"a leader of rebels", "टोगो के विद्रोही नेता ने कहा कि सीमा नहीं छोड़ेंगे।", []string{"---"}},
		{"what was answered when asked", "घाना के प्रवक्ता से जब सीमा के बारे में पूछा गया तो उन्होंने कहा कि बातचीत होगी।", []string{"GHA"}},
		{"what is said on a condition", "अगर सीमा खुली तो घाना ने कहा कि बातचीत होगी।", nil},
		{"an officer of a part of a state", "टेक्सास राज्य के गवर्नर इवान पेत्रोव ने कहा कि सीमा खुली है।", []string{"USA"}},
		{"a stranger with the last name of a leader", "सूडान के महानिदेशक इब्राहिम ने कहा कि सीमा खुली है।", []string{"SDN"}},
		{"this news", "टोगो की सीमा खुली। घाना के मंत्री ने यह जानकारी दी।", []string{"GHA"}},
	} {
		var got []string
		for _, s := range run(t, tt.text).Statements {
			got = append(got, s.Speaker.Code)
		}
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %s: got %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}
