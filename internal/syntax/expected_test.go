package syntax_test

import (
	"strings"
	"testing"

	"varta/internal/doc"
)

// What is expected has all that stands before it, less whoever expects it and where he speaks.
func TestExpected(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"दोनों देशों के बीच ऊर्जा सहयोग पर एक समझौते पर हस्ताक्षर होने की भी उम्मीद है।", "दोनों देशों के बीच|ऊर्जा सहयोग पर|एक समझौते पर|हस्ताक्षर|होने की"},
		{"भारत और चीन के बीच सोमवार को दिल्ली में बैठक होने की संभावना है।", "भारत|और|चीन के बीच|सोमवार को|दिल्ली में|बैठक|होने की"},
		{"भारत को चीन के साथ वार्ता होने की उम्मीद है।", "चीन के साथ|वार्ता|होने की"},
		{"जयशंकर ने मॉस्को में दोनों देशों के बीच समझौता होने की उम्मीद जताई।", "दोनों देशों के बीच|समझौता|होने की"},
		{"सूत्रों के मुताबिक चीन के साथ समझौता होने की संभावना है।", "चीन के साथ|समझौता|होने की"},
		{"मंत्री के सोमवार को काहिरा आकर मिस्र के नेताओं से बातचीत करने की संभावना है।", "मंत्री के|मिस्र के|नेताओं से|बातचीत|करने की"},
		{"दोनों देशों के बीच सोमवार को वार्ता होने की पुष्टि हुई।", "वार्ता|होने की"},
	} {
		d, _ := run(t, tt.text)
		var got []string
		for c := range d.Clauses {
			p := d.Clauses[c].Predicate
			if p == doc.None || d.Chunks[p].Verb.Form != doc.Infinitive {
				continue
			}
			for i := range d.Chunks {
				if d.Chunks[i].Clause == c {
					got = append(got, quote(d, &d.Chunks[i]))
				}
			}
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, s, tt.want)
		}
	}
}
