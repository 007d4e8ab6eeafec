package event_test

import "testing"

func TestThoseWhoMetAgree(t *testing.T) {
	before := "चीन के मंत्री ने जापान की आलोचना की। "
	for _, s := range []string{
		"रूस और मिस्र के राष्ट्रपतियों के बीच मुलाकात हुई, जिसमें वे कैदियों की रिहाई पर सहमत हुए।",
		"रूस के राष्ट्रपति और मिस्र के राष्ट्रपति के बीच मुलाकात हुई, जहां उन्होंने व्यापार बढ़ाने पर सहमति जताई।",
		"रूस के राष्ट्रपति और मिस्र के राष्ट्रपति के बीच मुलाकात हुई। उन्होंने व्यापार बढ़ाने पर सहमति जताई।",
	} {
		tells(t, before+s, "AGREE happened EGY+RUS>")
	}
}

func TestStatesThatShareAName(t *testing.T) {
	tells(t, "उत्तर और दक्षिण कोरिया के नेताओं के बीच बातचीत हुई।", "CONSULT happened KOR+PRK>")
	tells(t, "उत्तर कोरिया और दक्षिण कोरिया पड़ोसी हैं। उत्तर और दक्षिण के नेताओं ने बैठक की।", "CONSULT happened KOR+PRK>")
	if got := told(t, "उत्तर और दक्षिण भारत के नेताओं ने बैठक की।"); len(got) > 0 {
		t.Errorf("parts of a state do not meet: got %q", got)
	}
}

func TestUnionMinistersAreOfTheStateOfThePress(t *testing.T) {
	tells(t, "तेहरान, पांच मार्च (भाषा) केंद्रीय कृषि मंत्री ने जापान के कृषि मंत्री से मुलाकात की।", "CONSULT happened IND+JPN>")
	tells(t, "अंकारा, पांच मार्च (भाषा) केंद्रीय बैंक के गवर्नर ने जापान के वित्त मंत्री से मुलाकात की।", "CONSULT happened JPN+TUR>")
}

func TestBothAreNotWhomAQuotationMeans(t *testing.T) {
	text := "जापान के प्रधानमंत्री से मुलाकात के बाद चीन के राष्ट्रपति ने कहा, \"मैं ईरान के राष्ट्रपति से मिलूंगा। हम उनकी मदद करेंगे।\" दोनों नेताओं ने व्यापार बढ़ाने पर सहमति जताई।"
	tells(t, text, "AGREE happened CHN+JPN>")
}

func TestWhoMetIsToldByTheMeetingBehind(t *testing.T) {
	text := "जापान के प्रधानमंत्री ने चीन के राष्ट्रपति से बीजिंग में मुलाकात की। पिछले साल काहिरा में मिलने के बाद दोनों की यह पहली मुलाकात थी।"
	if got := told(t, text); len(got) != 2 {
		t.Errorf("they met in Cairo before: got %q", got)
	}
	tells(t, "रूसी समाचार एजेंसी तास के मुताबिक जापान के मंत्री चीन पहुंचे।", "CONSULT happened JPN>CHN")
}
