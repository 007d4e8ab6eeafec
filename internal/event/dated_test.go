package event_test

import "testing"

// TestWhatAnInfinitiveDates: what stands before it belongs to its act, not to the one that it dates.
func TestWhatAnInfinitiveDates(t *testing.T) {
	for _, s := range []string{
		"रूस के यूक्रेन पर हमला करने के बाद जापान ने प्रतिबंध लगाए।",
		"रूस के यूक्रेन पर हमला करने के एक दिन बाद जापान ने प्रतिबंध लगाए।",
	} {
		tells(t, s, "ASSAULT happened RUS>UKR")
		tells(t, s, "SANCTION happened JPN>RUS")
	}
}

func TestWhoIsWelcomedByTwo(t *testing.T) {
	tells(t, "काहिरा में चीन के राष्ट्रपति का मिस्र के राष्ट्रपति और उनकी पत्नी ने स्वागत किया।", "CONSULT happened CHN>---+EGY")
}

func TestTheOccasionOfATalkIsNotBetweenTheTwo(t *testing.T) {
	tells(t, "भारत और जापान के बीच जी-7 शिखर सम्मेलन के मौके पर बैठक हुई।", "CONSULT happened IND+JPN>")
	tells(t, "भारत और जापान के बीच जी-7 शिखर सम्मेलन के मौके पर बैठक हुई।", "CONSULT happened G7>")
}

func TestAPossibleMeetingStaysPossible(t *testing.T) {
	tellsOnly(t, "चीन और जापान के विदेश मंत्रियों के बीच काहिरा में बैठक हो सकती है। यह बैठक सोमवार को होगी।", "CONSULT possible CHN+JPN>")
}

func TestTheAudienceOfASpeechIsNotAsked(t *testing.T) {
	tellsOnly(t, "संयुक्त राष्ट्र महासभा को संबोधित करते हुए जापान के विदेश मंत्री ने चीन से सैनिक हटाने को कहा।", "REQUEST happened JPN>CHN")
}
