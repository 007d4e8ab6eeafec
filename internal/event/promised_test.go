package event_test

import "testing"

func TestAPromiseIsMadeToWhoIsMet(t *testing.T) {
	tells(t, "मिस्र के राष्ट्रपति के साथ बैठक में जापान के प्रधानमंत्री ने मदद का भरोसा दिया।", "AGREE happened JPN>EGY")
	tells(t, "केन्या की यात्रा के दौरान चीन के प्रधानमंत्री ने बिजलीघर बनाने की प्रतिबद्धता जताई।", "AGREE happened CHN>KEN")
	tells(t, "चीन के प्रधानमंत्री ने एससीओ की बैठक में आतंकवाद से लड़ने की प्रतिबद्धता दोहराई।", "AGREE happened CHN>")
}

func TestOtherOfficesOtherMeeting(t *testing.T) {
	text := "जापान और मिस्र के राष्ट्रपतियों के बीच काहिरा में शिखर वार्ता हुई। जापान के विदेश मंत्री ने मिस्र के विदेश मंत्री से मुलाकात की।"
	if got := told(t, text); len(got) != 2 {
		t.Errorf("presidents and ministers meet apart: got %q", got)
	}
}

// The meetings of two councils of one organisation are two.
func TestOtherMinistersOtherMeeting(t *testing.T) {
	text := "मिस्र के रक्षा मंत्री काहिरा में अरब लीग के रक्षा मंत्रियों की बैठक में शामिल हुए। मिस्र के विदेश मंत्री अरब लीग के विदेश मंत्रियों की बैठक में शामिल हुए।"
	if got := told(t, text); len(got) != 2 {
		t.Errorf("defence and foreign ministers meet apart: got %q", got)
	}
}

func TestMannerGoesWithTheInfinitive(t *testing.T) {
	tells(t, "चीन को \"पूरी तरह से नष्ट\" करने की धमकी देने वाले जापान के मंत्री ने माफी मांगी।", "THREATEN happened JPN>CHN")
}
