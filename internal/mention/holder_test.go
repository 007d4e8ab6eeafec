package mention_test

import (
	"os"
	"strings"
	"testing"

	"varta/internal/doc"
	"varta/internal/pipeline"
)

// runOn annotates a text published on a day.
func runOn(t *testing.T, text string, year, month, day int) *doc.Document {
	t.Helper()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text, Published: doc.Date{Year: year, Month: month, Day: day}}
	pipeline.New(k).Run(d)
	return d
}

// TestTitles: a title means who holds the office on the day of the report.
func TestTitles(t *testing.T) {
	for _, tt := range []struct {
		text             string
		year, month, day int
		want             string
	}{
		{"ईरानी राष्ट्रपति ने भारत की यात्रा की।", 2012, 2, 1, "person:mahmoud-ahmadinejad"},
		{"ईरानी राष्ट्रपति ने भारत की यात्रा की।", 2025, 2, 1, "person:masoud-pezeshkian"},
		{"संयुक्त राष्ट्र महासचिव ने हमले की निंदा की।", 2006, 6, 1, "person:kofi-annan"},
		{"अमेरिकी विदेश मंत्री ने हमले की निंदा की।", 2021, 7, 28, "person:antony-blinken"},
		{"पूर्व अमेरिकी विदेश मंत्री ने हमले की निंदा की।", 2021, 7, 28, ""},
		{"अमेरिका के पूर्व विदेश मंत्री ने हमले की निंदा की।", 2021, 7, 28, ""},
		{"राजनाथ सिंह ने मंगलवार को अपने रूसी समकक्ष से मुलाकात की।", 2021, 7, 28, "person:sergei-shoigu"},
		{"जयशंकर ने अपने अमेरिकी समकक्ष से मुलाकात की।", 2021, 7, 28, "person:antony-blinken"},
		{"पाकिस्तान के विदेश मंत्रियों ने हमले की निंदा की।", 2021, 7, 28, ""},
	} {
		d := runOn(t, tt.text, tt.year, tt.month, tt.day)
		got := ""
		for _, m := range d.Mentions {
			if m.Type == doc.Office && m.Entity != doc.None {
				got = d.Entities[m.Entity].ID
			}
		}
		if got != tt.want {
			t.Errorf("%s in %d: got %q, want %q", tt.text, tt.year, got, tt.want)
		}
	}
}

// TestHolders: the people whom the project's own reports name have their state and office on the day of the report. Titles are in
// the words of offices.tsv; a role for one occasion (envoy) is left out.
func TestHolders(t *testing.T) {
	b, err := os.ReadFile("testdata/holders.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		f := strings.Split(l, "\t")
		on, name, code, office := f[0], f[1], f[2], f[3]
		d := runOn(t, name+" ने हमले की निंदा की।", number(on[:4]), number(on[5:7]), number(on[8:]))
		got := "nobody"
		for _, m := range d.Mentions {
			if m.Type == doc.Person && m.Entity != doc.None {
				got = d.Entities[m.Entity].Office + " " + d.Entities[m.Entity].Code
			}
		}
		if got != office+" "+code {
			t.Errorf("%s on %s: got %s, want %s %s", name, on, got, office, code)
		}
	}
}

func number(s string) int {
	n := 0
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}

// A spokesman speaks of the official told before him, and of himself where there is none of his state.
func TestSpokesman(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"visitor told before", "ईरान के विदेश मंत्री अब्बास अराघची दिल्ली पहुंचे। ईरान के विदेश मंत्रालय के प्रवक्ता ने बताया कि वह अपने भारतीय समकक्ष से मिलेंगे।", "अब्बास अराघची"},
		{"named spokesman", "एस जयशंकर मॉस्को पहुंचे। भारत के विदेश मंत्रालय के प्रवक्ता अरिंदम बागची ने कहा कि वह सर्गेई लावरोव से मिलेंगे।", "एस जयशंकर"},
		{"official of another state", "एस जयशंकर मॉस्को पहुंचे। ईरान के विदेश मंत्रालय के प्रवक्ता ने कहा कि वह इसका स्वागत करते हैं।", "प्रवक्ता"},
		{"minister speaks of himself", "एस जयशंकर मॉस्को पहुंचे। भारत के रक्षा मंत्री राजनाथ सिंह ने कहा कि वह चीन जाएंगे।", "राजनाथ सिंह"},
	} {
		d := run(t, tt.text)
		got := ""
		for i := range d.Mentions {
			if m := &d.Mentions[i]; d.Quote(m.Span) == "वह" && m.Entity != doc.None {
				got = d.Entities[m.Entity].Name
			}
		}
		if got != tt.want {
			t.Errorf("%s: he is %q, want %q", tt.name, got, tt.want)
		}
	}
}
