package registry

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"varta/internal/knowledge"
)

// small is a base of few rows that a test may change.
func small(t *testing.T) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	files := os.DirFS("../knowledge/testdata/base")
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		m[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, lines := range map[string][]string{
		"offices": {"id en hi kind sector scope single source", "ambassador ambassador राजदूत office GOV state yes test", "foreign-minister foreign_minister विदेश_मंत्री office GOV state yes test"},
		"people": {"id en hi state office at since until source", "person:a A_Petrov अलेक्सी_पेत्रोव RUS foreign-minister @ 2004 2010-05 test",
			"person:b B_Orlov बोरिस_ओर्लोव RUS foreign-minister @ 2010-05-20 @ test", "person:c C_Zhang चांग_सी CHN ambassador RUS 2008 2012 test"},
		"members": {"org member since until source", "SCO CHN 2001 @ test", "SCO RUS 2001 @ test"},
		"chairs":  {"org chair since until source", "SCO RUS 2019-06-14 2020-11-10 test", "SCO CHN 2020-11-10 @ test"},
	} {
		m["world/"+name+".tsv"] = &fstest.MapFile{Data: []byte(table(lines))}
	}
	return m
}

// table writes rows whose cells stand between spaces; @ is an empty cell, _ a space.
func table(lines []string) string {
	return strings.NewReplacer(" ", "\t", "_", " ", "@", "").Replace(strings.Join(lines, "\n") + "\n")
}

// TestCheck makes one change to valid tables for every error code; it raises that code alone, at its place.
func TestCheck(t *testing.T) {
	for _, tt := range []struct{ file, from, to, want string }{
		{"people", "", "", ""},
		{"people", "2004\t", "2004-13\t", "world/people.tsv:2:1: bad-date: person:a: 2004-13: want a year, month or day such as 2021-07-28"},
		{"people", "2008\t2012", "2013\t2012", "world/people.tsv:4:1: bad-period: person:c: ends on 2012, before it begins on 2013"},
		{"people", "2010-05\t", "2010-06\t", "world/people.tsv:2:1: two-holders: foreign-minister of RUS: person:a until 2010-06, person:b since 2010-05-20"},
		{"people", "2010-05\t", "\t", "world/people.tsv:2:1: no-end: foreign-minister of RUS: person:a has no end, but person:b follows on 2010-05-20"},
		{"people", "B Orlov", "A Petrov", "world/people.tsv:3:1: duplicate-name: person:b has the name of person:a"},
		{"people", "बोरिस ओर्लोव", "अलेक्सी पेत्रोव", "world/people.tsv:3:1: duplicate-name: person:b has the name of person:a"},
		{"members", "SCO\tRUS", "SCO\tCHN", "world/members.tsv:3:1: twice-member: SCO: CHN is a member already on 2001\nworld/chairs.tsv:2:1: chair-not-member"},
		{"members", "RUS\t2001", "RUS\t2020", "world/chairs.tsv:2:1: chair-not-member: SCO: RUS is no member on 2019-06-14"},
		{"chairs", "CHN\t2020-11-10", "CHN\t2020-11-09", "world/chairs.tsv:3:1: two-holders: SCO: RUS presides on 2020-11-09 already"},
	} {
		m := small(t)
		name := "world/" + tt.file + ".tsv"
		text := string(m[name].Data)
		if !strings.Contains(text, tt.from) {
			t.Fatalf("%s lacks %q", name, tt.from)
		}
		m[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, tt.from, tt.to, 1))}
		k, err := knowledge.Load(m, "hi")
		if err != nil {
			t.Fatal(err)
		}
		problems, _ := Check(k)
		var got []string
		for _, p := range problems {
			got = append(got, p.Error())
		}
		wanted := strings.Split(tt.want, "\n")
		if tt.want == "" {
			wanted = nil
		}
		if len(got) != len(wanted) {
			t.Errorf("%q for %q: got %q, want %q", tt.to, tt.from, got, wanted)
			continue
		}
		for i := range wanted {
			if !strings.Contains(strings.Join(got, "\n"), wanted[i]) {
				t.Errorf("%q for %q: got %q, want %q", tt.to, tt.from, got, wanted[i])
			}
		}
	}
}

// TestGaps: an office that nobody held for months is told apart from the errors.
func TestGaps(t *testing.T) {
	m := small(t)
	text := string(m["world/people.tsv"].Data)
	m["world/people.tsv"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "2010-05\t", "2009-05\t", 1))}
	k, err := knowledge.Load(m, "hi")
	if err != nil {
		t.Fatal(err)
	}
	problems, gaps := Check(k)
	if len(problems) > 0 || len(gaps) != 1 || !strings.HasSuffix(gaps[0].Error(), "gap: foreign-minister of RUS: nobody from 2009-05 to 2010-05-20") {
		t.Errorf("problems %v, gaps %v", problems, gaps)
	}
}

// FuzzAsk: whatever is asked gives an answer or an error with the words that are not understood.
func FuzzAsk(f *testing.F) {
	for _, s := range []string{"रूस के रक्षा मंत्री", "SCO chair", "शोइगु", "Zzyzx", "", "के", "जी-20 की अध्यक्षता", "\xff\x00", "president of the of"} {
		f.Add(s, "2021-07")
	}
	r, err := shared()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text, date string) {
		list, err := r.Ask(text, date)
		if (err == nil) != (len(list) > 0) {
			t.Errorf("Ask(%q, %q) = %d answers, %v", text, date, len(list), err)
		}
	})
}
