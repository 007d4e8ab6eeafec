package knowledge

import (
	"strings"
	"testing"
	"testing/fstest"

	"varta/internal/doc"
)

func TestSettlements(t *testing.T) {
	k, err := Load(base(t), "hi")
	if err != nil {
		t.Fatal(err)
	}
	inState := func(code string) func(string, int) bool { return func(c string, _ int) bool { return c == code } }
	for _, tt := range []struct {
		name string
		keep func(string, int) bool
		want []int
	}{
		{"चनट", nil, []int{10, 12}}, // the larger first
		{"चनट", inState("RUS"), []int{12}},
		{"Chanat", nil, []int{10, 12}},
		{"कनचट", nil, nil},
		{"", nil, nil},
	} {
		var got []int
		for _, f := range k.Settlements(tt.name, 3, false, tt.keep) {
			got = append(got, f.GeoNames)
		}
		if len(got) != len(tt.want) || len(got) > 0 && got[0] != tt.want[0] {
			t.Errorf("%q: %v, want %v", tt.name, got, tt.want)
		}
	}
	f := k.Settlements("चनट", 3, false, nil)[0]
	if f.Region != "Shandong" || f.Lat != 36.1 || f.Lon != 120.4 || f.Population != 5000000 || f.Score <= 0.5 {
		t.Errorf("%+v", f)
	}
	if k.Place(1) == doc.None || k.Place(10) != doc.None {
		t.Error("only places.tsv has places by their numbers")
	}
}

// TestIndex changes the table after its index was made: look-ups notice, and lint tells.
func TestIndex(t *testing.T) {
	m := base(t)
	k, err := Load(m, "hi")
	if err != nil {
		t.Fatal(err)
	}
	m[gazetteerIndex] = &fstest.MapFile{Data: k.openGazetteer().index.Bytes()}
	if err := lint(m); err != nil {
		t.Fatal(err)
	}
	m[gazetteerFile] = &fstest.MapFile{Data: []byte(strings.Replace(string(m[gazetteerFile].Data), "Qantar", "Tachana", 1))}
	if err := lint(m); err == nil || codes(err.Error()) != "stale-index" {
		t.Errorf("lint says %v", err)
	}
	if k, _ = Load(m, "hi"); len(k.Settlements("टचन", 5, false, nil)) == 0 {
		t.Error("a name that the old index lacks is not found")
	}
}
