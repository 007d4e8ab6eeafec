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
		{"a condition right behind the verb", "टोगो के मंत्री ने कहा, अगर घाना हथियार डाल देता है तो सीमा खुलेगी।", []string{"TGO"}},
		{"when he said it", "टोगो के मंत्री ने घाना की निंदा की, जब वह लोमे में थे।", nil},
		{"one beside another", "एक तरफ घाना का कहना है कि सीमा खुलेगी, तो वहीं दूसरी तरफ टोगो का कहना है कि सीमा बंद रहेगी।", []string{"GHA", "TGO"}},
		{"a particle behind the speaker", "टोगो ने तो यहां तक कह दिया है कि सीमा बंद रहेगी।", []string{"TGO"}},
		{"what something is called", "टोगो के मंत्री ने स्थिति को बेहद कठिन बताया।", []string{"TGO"}},
		{"what somebody was told of", "टोगो के मंत्री ने पत्रकारों को योजना बताई।", nil},
		{"what one holds it for", "टोगो के मंत्री ने स्थिति को बेहद कठिन माना।", nil},
		{"in a noun", "टोगो के मंत्री ने घाना को मदद देने की बात कही।", []string{"TGO"}},
		{"a title with a quoted name", "टोगो के मंत्री ने की ‘शांति मंच’ की अध्यक्षता, कहा- सीमा खुलेगी", []string{"TGO"}},
		{"the press of a state", "घानाई मीडिया ने बताया कि सीमा खुली है।", nil},
		{"a demand in a noun", "टोगो के मंत्री ने घाना से बातचीत की बात कही।", []string{"TGO"}},
		{"a question", "टोगो के मंत्री ने सवाल उठाया कि घाना चुप क्यों है।", []string{"TGO"}},
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

// TestTitles wants the codes of those to whom the title of a report gives its words.
func TestTitles(t *testing.T) {
	const report = "\n\nलोमे में आज बारिश हुई और बाजार बंद रहे।\n"
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a noun and a dash", "टोगो का दावा- घाना ने सीमा बंद की", []string{"TGO"}},
		{"a noun and a quotation", "लोमे में टोगो के राष्ट्रपति का बड़ा बयान, ‘घाना हमारा दोस्त देश है’", []string{"TGO"}},
		{"a noun and a comment of the press", "टोगो के राष्ट्रपति का बड़ा ऐलान, अब सीमा पर बदल जाएंगे हालात", nil},
		{"a quotation and a noun", "‘घाना हमारा दोस्त देश है’, टोगो के राष्ट्रपति का दावा", []string{"TGO"}},
		{"a quotation and who gave it", "‘घाना हमारा दोस्त देश है’, टोगो के राष्ट्रपति ने दिया बड़ा बयान", []string{"TGO"}},
		{"a name behind a colon", "घाना के साथ सीमा खोली जाएगी: टोगो के राष्ट्रपति", []string{"TGO"}},
		{"a name behind a topic", "घाना सीमा विवाद: टोगो के राष्ट्रपति", nil},
		{"a verb before its subject", "टोगो-घाना के बीच विवाद पर बोला बेनिन: सीमा खुलनी चाहिए", []string{"BEN"}},
		{"a noun, then a verb", "टोगो के राष्ट्रपति का जवाब, बोले ‘घाना हमारा दोस्त देश है’", []string{"TGO"}},
	} {
		var got []string
		for _, s := range run(t, tt.text+report).Statements {
			got = append(got, s.Speaker.Code)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %s: got %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}
