package event_test

import "testing"

func TestNeitherNorDenies(t *testing.T) {
	tellsOnly(t, "जापान ने कहा कि रूस ने कुछ नहीं बताया और न ही जापान की मांग स्वीकार की है।", "REJECT happened RUS>JPN")
}

func TestConditionOfTwoParts(t *testing.T) {
	text := "जब तक इजराइल गाजा से बाहर नहीं निकलता है और हमले बंद नहीं करता है, तब तक हमास ने इजराइली बंधकों को रिहा करने से इनकार किया है।"
	tellsOnly(t, text, "REJECT happened HAMAS>ISR")
}

func TestTensionBetweenOthers(t *testing.T) {
	tellsOnly(t, "मिस्र और सूडान के बीच जारी तनाव के बीच केन्या के राष्ट्रपति ने युगांडा के राष्ट्रपति से फोन पर बात की।", "CONSULT happened KEN+UGA>")
	tellsOnly(t, "मिस्र और सूडान के बीच दस करोड़ डॉलर का समझौता हुआ।", "AGREE happened EGY+SDN>")
}

func TestWhatTheAntecedentIsCalled(t *testing.T) {
	tellsOnly(t, "मेक्सिको पहला देश है जिसने फलस्तीन को मान्यता दी।", "SUPPORT happened MEX>PSE")
}

func TestWelcomedByWhomHeMet(t *testing.T) {
	tells(t, "नेपाल के प्रधानमंत्री ने भारत के प्रधानमंत्री से मुलाकात की। इससे पहले उनका राष्ट्रपति भवन में भव्य स्वागत किया गया।", "CONSULT happened NPL>IND")
}

func TestMeetingBeforeWhatIsPlanned(t *testing.T) {
	tells(t, "ओमान के विदेश मंत्री के साथ बैठक के बाद केन्या के विदेश मंत्री कतर जाएंगे।", "CONSULT planned KEN+OMN>")
}

func TestLookedForward(t *testing.T) {
	tells(t, "केन्या के राष्ट्रपति जापान के प्रधानमंत्री की केन्या यात्रा की उत्सुकता से प्रतीक्षा कर रहे हैं।", "CONSULT planned JPN>KEN")
	tells(t, "यह केन्या के राष्ट्रपति की तीसरी जापान यात्रा है।", "CONSULT happened KEN>JPN")
}

func TestTalksWithAnAttributeBetween(t *testing.T) {
	tells(t, "केन्या के राष्ट्रपति की ओमान के विदेश मंत्री के साथ प्रतिनिधि स्तर की बातचीत के बाद बयान जारी किया गया।", "CONSULT happened KEN+OMN>")
}

func TestClosedListBeforeAPlace(t *testing.T) {
	tells(t, "केन्या के साथ खड़े हुए मिस्र, सूडान और युगांडा, संयुक्त राष्ट्र में दिया प्रस्ताव", "SUPPORT happened EGY+SDN+UGA>KEN")
}

func TestWhoSpeaksOfAMeetingMeets(t *testing.T) {
	tells(t, "केन्या के विदेश मंत्री ने कहा कि युगांडा के साथ वार्ता अगले हफ्ते होगी।", "CONSULT planned KEN+UGA>")
	tells(t, "केन्या के विदेश मंत्री ने कहा कि युगांडा के साथ सूडान की बैठक होगी।", "CONSULT planned SDN+UGA>")
}

func TestSignedByWhomHeMet(t *testing.T) {
	tells(t, "ओमान के विदेश मंत्री ने केन्या के राष्ट्रपति से मुलाकात की। इस दौरान तीन समझौतों पर हस्ताक्षर किए गए।", "SUPPORT happened KEN+OMN>")
}

func TestBetweenWithTheMarkerOfAPlace(t *testing.T) {
	tellsOnly(t, "भारत और बांग्लादेश में जल बंटवारे पर बातचीत हो सकती है।", "CONSULT possible BGD+IND>")
}

func TestReliefSentThere(t *testing.T) {
	tells(t, "केन्या के मंत्री ने सूडान का दौरा किया। केन्या ने वहां राहत सामग्री भेजी है।", "AID happened KEN>SDN")
}

func TestEvacueesPayNoVisit(t *testing.T) {
	for _, text := range []string{"148 भारतीयों का पहला जत्था सूडान से रवाना होकर सऊदी अरब पहुंच गया।", "सूडान से निकाले गए 116 नागरिक सुरक्षित जेद्दा पहुंच गए हैं।"} {
		if got := told(t, text); len(got) > 0 {
			t.Errorf("%s: got %q", text, got)
		}
	}
}

func TestBothStatesAndAnotherNoun(t *testing.T) {
	tells(t, "ओमान और यमन के बीच जारी वार्ता के बाद दोनों देश कैदियों की अदला-बदली पर तैयार हो गए हैं।", "AGREE happened OMN+YEM>")
	tells(t, "ओमान और यमन ने कैदियों की सबसे बड़ी अदला-बदली पूरी की।", "COOPERATE happened OMN+YEM>")
}

func TestSignedInPresence(t *testing.T) {
	tells(t, "केन्या के राष्ट्रपति और ओमान के विदेश मंत्री की मौजूदगी में तीन समझौतों पर हस्ताक्षर हुए।", "SUPPORT happened KEN+OMN>")
}

func TestNotInvitedToWhatWillBe(t *testing.T) {
	tells(t, "अफ्रीकी संघ के सम्मेलन में माली के जनरल को नहीं बुलाया जाएगा।", "CONSULT planned AU>")
}

func TestWhatCannotBeDoneIsNotDone(t *testing.T) {
	if got := told(t, "केन्या के राष्ट्रपति ने ओमान दौरे पर आने में असमर्थता जताई।"); len(got) != 1 || got[0] == "CONSULT happened KEN>OMN" {
		t.Errorf("no visit was paid: %q", got)
	}
}

func TestReceivedInAPlace(t *testing.T) {
	tells(t, "केन्या के विदेश मंत्री का कंपाला में स्वागत किया गया।", "CONSULT happened KEN>UGA")
}

func TestMetLeadersOfStatesUnnamed(t *testing.T) {
	tells(t, "फ्रांस के राष्ट्रपति ने पेरिस में यूरोपीय नेताओं के साथ बैठक की।", "CONSULT happened ---+FRA>")
	if got := told(t, "जापान के प्रधानमंत्री ने विपक्षी नेताओं से मुलाकात की।"); len(got) > 0 {
		t.Errorf("no meeting of states: %q", got)
	}
}

func TestHeadlineWithThePredicateSplit(t *testing.T) {
	tells(t, "चीन ने ताइवान के पास तैनात की सेना", "MOBILIZE happened CHN>TWN")
}

func TestTalksToBeTakenUpAgain(t *testing.T) {
	if got := told(t, "ओमान के राजदूत ने कहा कि केन्या युगांडा के साथ शांति संधि वार्ता फिर से शुरू करने के लिए तैयार है।"); len(got) != 1 || got[0] == "CONSULT happened KEN+UGA>" {
		t.Errorf("no talks have been: %q", got)
	}
	tells(t, "जापान के प्रधानमंत्री ने दौरा शुरू किया। वह अपने कनाडाई समकक्ष से मुलाकात को लेकर उत्सुक हैं।", "CONSULT planned CAN+JPN>")
}
