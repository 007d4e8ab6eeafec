package mention_test

import (
	"testing"

	"varta/internal/doc"
)

// TestSettlements looks for towns that only the gazetteer has: GeoNames numbers, 0 for a name that stays open.
func TestSettlements(t *testing.T) {
	for _, tt := range []struct {
		text, name string
		want       int
	}{
		{"बैठक तुर्की के सिवास में हुई।", "सिवास", 300619},                                                        // the state says which
		{"सोरोती (युगांडा) में बैठक हुई।", "सोरोती", 226234},                                                      // in brackets
		{"ईरान ने कहा कि शहर सुसनगर्द पर हमला हुआ।", "सुसनगर्द", 137268},                                          // a town, and the state is named
		{"थाईलैंड ने अरण्यप्रथेत में चौकी बंद कर दी।", "अरण्यप्रथेत", 1621020},                                    // where a place stands
		{"थाईलैंड ने मंत्री रहीम उल्लाह को बुलाया, मंत्री बुधवार को अरण्यप्रथेत पहुंचे।", "अरण्यप्रथेत", 1621020}, // where somebody goes
		{"थाईलैंड के मंत्री अरण्यप्रथेत पहुंचे।", "अरण्यप्रथेत", 0},                                               // somebody of that name arrives
		{"बैठक सिवास में हुई।", "सिवास", 0},                                                                       // nothing says which state
		{"ईरान ने इस बारे में बयान दिया। इटली ने जवाब दिया।", "बारे", 0},                                          // a postposition, not Bari
		{"थाईलैंड के मंत्री अरण्यप्रथेत ने कहा।", "अरण्यप्रथेत", 0},                                               // somebody of that name
		{"थाईलैंड ने कहा कि अरण्यप्रथेत ने बयान दिया।", "अरण्यप्रथेत", 0},                                         // who acts
	} {
		d := run(t, tt.text)
		got := 0
		for i := range d.Mentions {
			if m := &d.Mentions[i]; m.Rule == "gazetteer" && d.Quote(m.Span) == tt.name && d.Entities[m.Entity].Point != nil {
				got = d.Entities[m.Entity].Point.GeoNames
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s is %d, want %d", tt.text, tt.name, got, tt.want)
		}
	}
}

// TestOpenSettlement has a note for a name that several states or none that the report names have.
func TestOpenSettlement(t *testing.T) {
	d := run(t, "बैठक सैन फर्नांडो में हुई।")
	for i := range d.Mentions {
		if d.Mentions[i].Type == doc.Place {
			t.Errorf("%q is taken for a place", d.Quote(d.Mentions[i].Span))
		}
	}
}

// TestPeopleBySound looks for people whose names no table has in this spelling: the row or the Latin name that they get.
func TestPeopleBySound(t *testing.T) {
	for _, tt := range []struct{ text, name, id, latin string }{
		{"रूस के रक्षा मंत्री सर्गेय शोगू ने कहा।", "सर्गेय शोगू", "person:sergei-shoigu", "Sergei Shoigu"},
		{"बेलारूस के रक्षा मंत्री विक्तर ख्रेनीन ने कहा।", "विक्तर ख्रेनीन", "person:viktor-khrenin", "Viktor Khrenin"},
		{"यूक्रेन के रक्षा मंत्री विक्तर ख्रेनीन ने कहा।", "विक्तर ख्रेनीन", "", "Viktar Khrenin"}, // of another state
		{"फ्रांस के मंत्री बाबूराव डोंगरे ने कहा।", "बाबूराव डोंगरे", "", "Baburav Dongare"},
	} {
		d := run(t, tt.text)
		var e doc.Entity
		for i := range d.Mentions {
			if m := &d.Mentions[i]; d.Quote(m.Span) == tt.name && m.Entity != doc.None {
				e = d.Entities[m.Entity]
			}
		}
		if e.ID != tt.id || e.English != tt.latin {
			t.Errorf("%s is %q %q, want %q %q", tt.name, e.ID, e.English, tt.id, tt.latin)
		}
	}
}
