package event_test

import (
	"slices"
	"strings"
	"testing"
)

// TestRelations wants the facts that a text tells of states and organisations, as "kind subject>object office since until".
func TestRelations(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"हेग स्थित नीदरलैंड का दूतावास बंद रहा।", nil},
		{"हेग स्थित जर्मन दूतावास बंद रहा।", []string{"located_in DEU>NLD"}},
		{"सार्क का सचिवालय नेपाल की राजधानी काठमांडू में है।", []string{"capital_of NPL>NPL", "located_in SAARC>NPL"}},
		{"भारत के पंजाब जल समझौते पर बात हुई।", nil},
		{"पंजाब के अमृतसर में मेला लगा।", []string{"located_in IND>IND"}},
		{"राजधानी ओस्लो में नॉर्वे के विदेश मंत्री ने बैठक की।", []string{"capital_of NOR>NOR"}},
		{"राजधानी ओस्लो में मेला लगा।", nil},
		{"आसियान में टोगो, घाना और माली के शामिल होने के बाद यह पहली बैठक है।", []string{"member_of GHA>ASEAN", "member_of MLI>ASEAN", "member_of TGO>ASEAN"}},
		{"भारत की राष्ट्रीय राजधानी में मेला लगा।", nil},
		{"सुरक्षा परिषद के स्थायी सदस्य फ्रांस और चीन हैं।", []string{"member_of CHN>UNSC", "member_of FRA>UNSC"}},
		{"आसियान में दस सदस्य देश हैं - लाओस, ब्रुनेई और वियतनाम।", []string{"member_of BRN>ASEAN", "member_of LAO>ASEAN", "member_of VNM>ASEAN"}},
		{"सार्क शिखर सम्मेलन में, सदस्य देशों - नेपाल और भूटान - ने बात की।", []string{"member_of BTN>SAARC", "member_of NPL>SAARC"}},
		{"आसियान की बैठक में तीन देशों - नेपाल और भूटान - ने भी बात की।", nil},
		{"नाटो सदस्य नॉर्वे ने विरोध किया।", []string{"member_of NOR>NATO"}},
		{"नाटो देश नॉर्वे ने विरोध किया।", nil},
		{"मलेशिया की आसियान अध्यक्षता सफल रही।", []string{"chairs MYS>ASEAN"}},
		{"मलेशिया ने आसियान की अध्यक्षता संभाली। मलेशिया आसियान का अध्यक्ष है।", []string{"chairs MYS>ASEAN"}},
		{"परिषद की बात। सुरक्षा परिषद में टोगो की अध्यक्षता पूरी हुई।", []string{"chairs TGO>UNSC"}},
		{"टोगो ने सुरक्षा परिषद के अस्थायी सदस्य के रूप में काम किया।", []string{"member_of TGO>UNSC"}},
		{"टोगो के नागरिक ने परिषद के सदस्य के रूप में काम किया।", nil},
		{"नेपाल के रक्षा मंत्री मनबहादुर तुलाधार और विदेश मंत्री रामकृष्ण बस्नेत आए।", []string{"holds_office NPL>NPL defence minister", "holds_office NPL>NPL foreign minister"}},
		{"पलाउ की राजधानी मेलेकेबोक में मेला लगा।", []string{"capital_of PLW>PLW"}},
		{"टोगो की राजधानी पहुंचे मंत्री ने बात की।", nil},
		{"ऋषि सुनक ने 2022 में लिज ट्रस की जगह ब्रिटेन के प्रधानमंत्री का पद संभाला।", []string{"holds_office GBR>GBR prime minister 2022", "succeeds GBR>GBR prime minister 2022"}},
		{"तालिबान की स्थापना 1994 में मुल्ला मोहम्मद उमर ने की।", []string{"founded TALIBAN>TALIBAN 1994"}},
		{"इटली की अध्यक्षता में सोमवार को जी7 का शिखर सम्मेलन हुआ।", []string{"chairs ITA>G7"}},
		{"इटली के नेतृत्व में सोमवार को जी7 का शिखर सम्मेलन हुआ।", nil},
		{"विदेश मंत्री की अध्यक्षता में जी7 का शिखर सम्मेलन हुआ।", nil},
		{"मलेशिया आसियान का अध्यक्ष है और अगले साल अध्यक्षता फिलीपीन के पास जाएगी।", []string{"chairs MYS>ASEAN", "chairs PHL>ASEAN 2025"}},
		{"अर्ना सोलबर्ग 2013 से 2021 तक नॉर्वे की प्रधानमंत्री रहीं।", []string{"holds_office NOR>NOR prime minister 2013 2021"}},
		{"चीन के झांग मिंग एससीओ के महासचिव हैं।", []string{"holds_office SCO>SCO secretary-general"}},
	} {
		var got []string
		for _, f := range run(t, tt.text).Facts {
			got = append(got, strings.Join(strings.Fields(strings.Join([]string{f.Kind, f.Subject.Code + ">" + f.Object.Code, string(f.Office), string(f.Since), string(f.Until)}, " ")), " "))
		}
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
