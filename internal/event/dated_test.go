package event_test

import (
	"strings"
	"testing"
)

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
	tells(t, "काहिरा में चीन के राष्ट्रपति का मिस्र के राष्ट्रपति और उनकी पत्नी ने स्वागत किया।", "CONSULT happened CHN>EGY")
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

// TestDateOfWhatAnActIsDoneWith: the meeting in which somebody takes part, and the attack that did harm, have the day told before them.
func TestDateOfWhatAnActIsDoneWith(t *testing.T) {
	for s, want := range map[string]string{
		"केन्या के राष्ट्रपति 22 से 23 मार्च तक होने वाले अफ्रीकी संघ के शिखर सम्मेलन में भाग लेंगे।": "2024-03-22",
		"4 मार्च को दारफुर में हुए हमले में सूडान के चार सैनिक मारे गए थे।":                           "2024-03-04",
		"केन्या अगले सप्ताह अफ्रीकी संघ के सम्मेलन की मेजबानी कर रहा है।":                             "2024-03-11",
	} {
		d := run(t, s)
		if len(d.Events) != 1 || d.Events[0].Date == nil || d.Events[0].Date.Value != want {
			t.Errorf("%s\n got %+v, want %s", s, d.Events, want)
		}
	}
}

// TestPlaceOfWhatIsSigned: a paper is signed where it came about.
func TestPlaceOfWhatIsSigned(t *testing.T) {
	d := run(t, "सोमवार को कतर में हुए समझौते पर घाना और माली के विदेश मंत्रियों ने हस्ताक्षर किए थे।")
	if len(d.Events) != 1 || d.Events[0].Place == nil || d.Events[0].Place.Code != "QAT" {
		t.Errorf("got %+v", d.Events)
	}
}

// TestVisitInTheTitle: a visit that the title tells has the day on which the visitor came, told beside what he did then, and no place of that.
func TestVisitInTheTitle(t *testing.T) {
	d := run(t, "केन्या के राष्ट्रपति विलियम रूटो पहुंचे तीन दिवसीय भारत यात्रा पर\nसोमवार को भारत पहुंचे केन्या के राष्ट्रपति विलियम रूटो ने बुधवार को हैदराबाद में प्रधानमंत्री नरेंद्र मोदी से मुलाकात की। केन्या के राष्ट्रपति इससे पहले विदेश मंत्री एस जयशंकर से मुलाकात कर चुके हैं।")
	var got []string
	for _, e := range d.Events {
		day, place := "", ""
		if e.Date != nil {
			day = e.Date.Value
		}
		if e.Place != nil {
			place = e.Place.Text
		}
		got = append(got, event(e)+" "+day+" "+place)
	}
	if want := "CONSULT happened KEN>IND 2024-03-04 भारत, CONSULT happened IND+KEN> 2024-03-06 हैदराबाद, CONSULT happened IND+KEN>  "; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestGoingToTakePart: he who is on his way will take part.
func TestGoingToTakePart(t *testing.T) {
	going := "केन्या के राष्ट्रपति ने भाषण दिया। वह अफ्रीकी संघ के सम्मेलन में भाग लेने टोगो जा रहे हैं।"
	tells(t, going, "CONSULT planned KEN>TGO")
	tells(t, going, "CONSULT planned AU+KEN>")
	tellsOnly(t, "केन्या अगले सप्ताह अफ्रीकी संघ के सम्मेलन की मेजबानी कर रहा है।", "CONSULT planned AU+KEN>")
}

// TestWhatATimeBounds: what somebody does since a year, or what came before a visit, dates no act.
func TestWhatATimeBounds(t *testing.T) {
	for _, s := range []string{
		"उत्तर कोरिया ने पिछले साल से लगातार मिसाइलें दागी हैं।",
		"जनवरी में पदभार ग्रहण करने के बाद केन्या के राष्ट्रपति की यह पहली भारत यात्रा है।",
	} {
		d := run(t, s)
		if len(d.Events) != 1 || d.Events[0].Date != nil {
			t.Errorf("%s\n got %+v", s, d.Events)
		}
	}
}

// TestWelcomedWhere: who is welcomed, by whom nobody says, visits the state of the place.
func TestWelcomedWhere(t *testing.T) {
	tellsOnly(t, "केन्या के राष्ट्रपति विलियम रूटो का भारत की राजकीय यात्रा के दूसरे दिन सोमवार को नई दिल्ली स्थित राष्ट्रपति भवन के प्रांगण में औपचारिक स्वागत किया गया।", "CONSULT happened KEN>IND")
	tellsOnly(t, "केन्या के राष्ट्रपति का सोमवार को काहिरा में स्वागत किया गया।", "CONSULT happened KEN>EGY")
}
