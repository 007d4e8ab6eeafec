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
