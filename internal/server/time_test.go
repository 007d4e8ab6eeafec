package server

import "testing"

// A few acts of long ago do not take the room of the others; many do.
func TestRecent(t *testing.T) {
	year := func(key string, acts int) column { return column{Key: key, Total: acts} }
	for name, c := range map[string]struct {
		columns []column
		first   string
		before  before
	}{
		"some of long ago":        {[]column{year("1662", 2), year("1857", 3), year("1990", 1), year("2021", 900)}, "1990", before{Since: "1662", Until: "1857", Acts: 5}},
		"many of long ago":        {[]column{year("1662", 2), year("1857", 300), year("2021", 900)}, "1857", before{Since: "1662", Until: "1662", Acts: 2}},
		"none of long ago":        {[]column{year("1990", 1), year("2021", 900)}, "1990", before{}},
		"months are shown as all": {[]column{year("2019-01", 1), year("2021-01", 900)}, "2019-01", before{}},
	} {
		got, b := recent(c.columns)
		if got[0].Key != c.first || b != c.before {
			t.Errorf("%s: from %s, %+v before", name, got[0].Key, b)
		}
	}
}
