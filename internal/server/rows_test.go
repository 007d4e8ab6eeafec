package server

import (
	"strings"
	"testing"

	"varta/internal/store"
	"varta/record"
)

// Whatever acts and reports say is text in their rows, in the addresses too.
func TestRowsEscape(t *testing.T) {
	const bad = `"><script>alert(1)</script>`
	actor := record.Actor{ID: bad, Name: bad, Code: bad, Office: bad + "2"}
	act := record.Act{ID: bad, Type: bad, Modes: []string{bad}, Status: bad, Actors: []record.Actor{actor, {Code: bad}}, Recipients: []record.Actor{actor},
		Date: &record.When{Value: bad, Until: bad + "2"}, Place: &record.Where{Name: bad, Code: bad}, Tellings: []record.Telling{{Report: "a"}, {Report: "a"}}}
	got := string(actRows([]*record.Act{&act}) + siteRows([]site{{Name: bad, Code: bad, URL: bad}}) + columnRows([]column{{Key: bad}}) +
		reportRows([]store.FoundReport{{ID: bad, Title: bad, Publisher: bad, Published: bad, CopyOf: bad}}))
	if strings.Contains(got, "<script") || strings.Contains(got, `""`) {
		t.Errorf("markup of an act reached the page: %s", got)
	}
	for _, want := range []string{`href="/acts/%22%3E%3Cscript`, `href="/entities/%22%3E%3Cscript`, `<td class="number">1<span class="unit"> report</span></td>`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}
