package names

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// hindi is the script of the tables in data/hi.
func hindi(t testing.TB) *Script {
	t.Helper()
	b := NewTables()
	for _, r := range rows(t, "../../data/hi/translit.tsv") {
		l := Letter{Forms: strings.Split(r[0], "|"), Kind: r[1], Unit: r[2], Latin: r[3], Sound: strings.Split(r[4], "|")}
		if err := b.Letter(l); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range rows(t, "../../data/hi/spelling.tsv") {
		cost, _ := strconv.Atoi(r[2])
		if err := b.Spelling(Spelling{r[0], r[1], cost}); err != nil {
			t.Fatal(err)
		}
	}
	return b.Script()
}

func rows(t testing.TB, file string) [][]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		out = append(out, strings.Split(l, "\t"))
	}
	return out
}

func TestRomanise(t *testing.T) {
	s := hindi(t)
	for name, want := range map[string]string{
		"विक्टर ख्रेनिन": "Viktar Khrenin",
		"राजनाथ सिंह":    "Rajnath Singh",
		"सर्गेई शोइगु":   "Sargei Shoigu",
		"पुतिन":          "Putin",
		"मित्तल":         "Mital",        // a double consonant is written once
		"कमला":           "Kamla",        // the middle vowel falls
		"समर":            "Samar",        // but not this one, behind which no vowel follows
		"मुंबई":          "Mumbai",       // a nasal takes the place of what follows
		"एस जयशंकर":      "S Jayshankar", // the name of a letter
		"ख़ान":           "Khan",         // a letter with a dot of its own
		"ख़ान":            "Khan",         // or of two
		"":               "",
	} {
		if got := s.Romanise(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestKeysMeet(t *testing.T) {
	s := hindi(t)
	f := NewFolder()
	for _, tt := range []struct{ hi, latin string }{
		{"चिंगदाओ", "Qingdao"}, {"किंगदाओ", "Qingdao"}, {"शोगू", "Shoigu"}, {"शोइगु", "Shoigu"}, {"ख्रेनिन", "Khrenin"},
		{"म्यूनिख", "Munich"}, {"शीआन", "Xi'an"}, {"झेंगझोउ", "Zhengzhou"}, {"कोलोन", "Köln"}, {"सैन होज़े", "San José"},
	} {
		want := s.unitKey(s.Units(strings.ReplaceAll(tt.hi, " ", ""), nil))
		if keys := s.latinKeys(string(f.joined(tt.latin, nil)), nil); !slices.Contains(keys, want) {
			t.Errorf("%s has key %x, %s %x", tt.hi, want, tt.latin, keys)
		}
	}
}

func table(s *Script, names ...string) *Index {
	b := NewBuilder(s)
	for i, n := range names {
		b.Add(i, n, 0)
	}
	return b.Build()
}

func TestFind(t *testing.T) {
	people := []string{"Sergei Shoigu", "Viktor Khrenin", "Sharma, RG", "Mohammad Rizwan", "Mohammad Nabi", "de Silva, DM", "Shakib Al Hasan", "Hasan Ali", "Antonio Guterres"}
	ix := table(hindi(t), people...)
	for name, want := range map[string]string{
		"सर्गेई शोइगू":     "Sergei Shoigu",
		"सर्गेइ शोगू":      "Sergei Shoigu",
		"शोइगु":            "Sergei Shoigu", // a last name alone
		"विक्टर ख्रेनिन":   "Viktor Khrenin",
		"रोहित शर्मा":      "Sharma, RG", // initials, and the family name first
		"मोहम्मद रिज़वान":  "Mohammad Rizwan",
		"धनंजय डीसिल्वा":   "de Silva, DM", // two words in one
		"शाकिब अल हसन":     "Shakib Al Hasan",
		"एंतोनियो गुतारेस": "Antonio Guterres",
		"Sergey Shoygu":    "Sergei Shoigu", // Latin too
	} {
		m := ix.Find(name, 3)
		if len(m) == 0 || people[m[0].Item] != want {
			t.Errorf("%s: %v, want %s", name, m, want)
		}
	}
	if m := ix.Find("व्लादिमीर ज़ेलेंस्की", 3); len(m) > 0 && m[0].Score > 0.5 {
		t.Errorf("somebody whom the table lacks: %v", m)
	}
}

func TestPriorDecidesBetweenEquals(t *testing.T) {
	b := NewBuilder(hindi(t))
	b.Add(1, "Hyderabad", 3)
	b.Add(2, "Hyderabad", 1)
	if m := b.Build().Find("हैदराबाद", 2); len(m) != 2 || m[0].Item != 2 {
		t.Errorf("%v", m)
	}
}

func TestCompiled(t *testing.T) {
	s := hindi(t)
	const text = "Qingdao\nXi'an\nQuetta\n"
	c := Compile(s, text, func(add func(string, Row)) {
		at := 0
		for l := range strings.Lines(text) {
			add(strings.TrimSpace(l), Row{uint32(at), TagOf("CHN", 4999)})
			at += len(l)
		}
	})
	if _, err := Decode(c.Bytes(), text+"Multan\n"); err != ErrStale {
		t.Errorf("an index of another table: %v", err)
	}
	c, err := Decode(c.Bytes(), text)
	if err != nil {
		t.Fatal(err)
	}
	q := NewQuery(s)
	for name, want := range map[string]int{"चिंगदाओ": 0, "शियान": 8, "क्वेटा": 14, "Quetta": 14} {
		if !q.Set(name) || !slices.ContainsFunc(q.Rows(c, false), func(r Row) bool {
			return r.At == uint32(want) && r.CodeNumber() == CodeNumber("CHN") && r.Size() == 4000
		}) {
			t.Errorf("%s: rows %v, want %d", name, q.Rows(c, false), want)
		}
	}
	q.Set("क्वेटा")
	right, ok := q.Cost("Quetta", 20)
	wrong, _ := q.Cost("Kyoto", 60)
	if !ok || right >= wrong {
		t.Errorf("Quetta costs %v, Kyoto %v", right, wrong)
	}
	if q.Set("  -- ") {
		t.Error("a name without letters")
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"चिंगदाओ", "San José", "ए.के. एंटनी", "्ंा", "मर्केz ब", "शहर", "\xff\xe0"} {
		f.Add(s)
	}
	s := hindi(f)
	ix := table(s, "Qingdao", "San José", "Ho Chi Minh City", "Antony, AK")
	c := Compile(s, "", func(add func(string, Row)) { add("Qingdao", Row{}) })
	f.Fuzz(func(t *testing.T, name string) {
		for _, m := range ix.Find(name, 3) {
			if m.Score < 0 || m.Score > 1 {
				t.Errorf("%q: %v", name, m)
			}
		}
		s.Romanise(name)
		if q := NewQuery(s); q.Set(name) {
			q.Rows(c, true)
			q.Cost(name, 30)
		}
	})
}
