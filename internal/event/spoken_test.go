package event_test

import "testing"

func TestWhoIsToldIsAsked(t *testing.T) {
	tellsOnly(t, "जापान के प्रधानमंत्री ने रूस के राष्ट्रपति से कहा कि युद्ध समाप्त होना चाहिए।", "REQUEST happened JPN>RUS")
	tellsOnly(t, "ईरान की मांग अलग है, लेकिन अमेरिका का कहना है कि ईरान को पहले अपने हथियार छोड़ देने चाहिए।", "REQUEST happened USA>IRN")
	if got := told(t, "जापान के प्रधानमंत्री ने पत्रकारों से कहा कि युद्ध समाप्त होना चाहिए।"); len(got) > 0 {
		t.Errorf("what is said to the press asks nobody: got %q", got)
	}
}

func TestTheTwoOfWhomOthersTalk(t *testing.T) {
	tellsOnly(t, "चीन और जापान के विदेश मंत्रियों ने भारत और पाकिस्तान के बीच तनाव पर चर्चा की।", "CONSULT happened CHN+JPN>")
	tellsOnly(t, "भारत और पाकिस्तान के बीच सीमा विवाद पर चर्चा हुई।", "CONSULT happened IND+PAK>")
}

func TestUntilIsACondition(t *testing.T) {
	text := "जापान के प्रधानमंत्री ने कहा कि जब तक उत्तर कोरिया परमाणु हथियार नहीं छोड़ता तब तक उस पर प्रतिबंध जारी रहेंगे।"
	tellsOnly(t, text, "THREATEN happened JPN>PRK")
}

func TestTheSceneIsNotTheAccused(t *testing.T) {
	tells(t, "जापान ने आरोप लगाया कि सीरिया में रूस काम करने के बहाने ठहरा है।", "ACCUSE happened JPN>RUS")
}

func TestRefusals(t *testing.T) {
	tellsOnly(t, "उत्तर कोरिया ने कहा कि वह पहले अपने परमाणु हथियार नष्ट नहीं करेगा।", "REJECT happened PRK>")
	tellsOnly(t, "मिस्र और जॉर्डन के नेताओं ने रूस और चीन के बीच विवाद के हल पर चर्चा की।", "CONSULT happened EGY+JOR>")
}

func TestWhatIsJoinedToAConditionIsOne(t *testing.T) {
	for _, text := range []string{
		"ईरान ने कहा कि अगर जापान शुल्क हटाता है और चीन उसकी मांगें स्वीकार करता है, तो वार्ता होगी।",
		"चिली ने कहा कि यदि पेरू ने बांध बनाया और बोलीविया ने सैनिक भेजे तो व्यापार घट जाएगा।",
	} {
		if got := told(t, text); len(got) > 0 {
			t.Errorf("%s: conditions are no acts: got %q", text, got)
		}
	}
	tells(t, "चिली ने पेरू पर हमला किया और सैनिक भेजे, क्योंकि वार्ता विफल रही।", "MOBILIZE happened CHL>")
}

func TestFightingThatWillGoOnIsAThreatOfASide(t *testing.T) {
	tellsOnly(t, "चिली का कहना है कि जब तक पेरू हार नहीं मानता और उसकी शर्तें पूरी नहीं करता, तब तक युद्ध जारी रहेगा।", "THREATEN happened CHL>PER")
	if got := told(t, "जापान के विशेषज्ञ ने कहा कि चिली और पेरू के बीच लड़ाई जारी रहेगी।"); len(got) > 0 {
		t.Errorf("who foresees fighting does nothing: got %q", got)
	}
}

func TestWhatAnybodyMayDoIsACondition(t *testing.T) {
	tellsOnly(t, "चिली के राष्ट्रपति ने कहा कि जो भी देश चिली पर हमला करेगा, हम पेरू पर हमला करेंगे।", "THREATEN happened CHL>PER")
}

func TestWhatIsDoneAgainAndAgain(t *testing.T) {
	if got := told(t, "चिली अक्सर पेरू की निंदा करता है।"); len(got) > 0 {
		t.Errorf("habits are no acts: got %q", got)
	}
	tellsOnly(t, "चिली पेरू की निंदा करता है।", "ACCUSE happened CHL>PER")
}

func TestAPronounAttacksNotItsOwn(t *testing.T) {
	text := "चिली ने पेरू को चेतावनी देते हुए कहा कि उसने सैंटियागो पर हमला करके बड़ी गलती की है।"
	tells(t, text, "ASSAULT happened PER>CHL")
	tells(t, "चिली के विदेश मंत्रालय ने कहा, “पेरू के राजदूत को आज तलब किया गया।”", "ACCUSE happened CHL>PER")
	tells(t, "चिली की ओर से पेरू के राष्ट्रपति को रिहा करने की मांग की गई है।", "REQUEST happened CHL>PER")
}
