package knowledge

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadCodes(t *testing.T) {
	c, err := LoadCodes(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	if s := c.States["RUS"]; s.FIPS != "RS" || s.COW != "365" || s.ISO2 != "RU" || s.CAMEO != "RUS" {
		t.Errorf("Russia is %+v", s)
	}
	if c.Organisations["SCO"].Wikidata == "" || c.Types["AGREE"].Score != 2.5 || *c.CAMEO["057"].GDELT != 8 || c.CAMEO["1214"].GDELT != nil {
		t.Error("organisations, types or scores are missing")
	}
}

func TestLoadCodesBadNumber(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"states.tsv", "organisations.tsv", "groups.tsv", "cameo.tsv", "plover.yaml"} {
		b, err := os.ReadFile("../../data/world/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "cameo.tsv" {
			b = []byte(strings.Replace(string(b), "\t-0.1\t", "\tlow\t", 1))
		}
		files["world/"+name] = &fstest.MapFile{Data: b}
	}
	if _, err := LoadCodes(files); err == nil || !strings.Contains(err.Error(), "bad-number: low") {
		t.Errorf("the error is %v", err)
	}
}
