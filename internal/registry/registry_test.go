package registry

import (
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"varta/data"
	"varta/internal/knowledge"
)

var shared = sync.OnceValues(func() (*Registry, error) {
	k, err := knowledge.Load(data.FS, "hi")
	if err != nil {
		return nil, err
	}
	return New(k), nil
})

func open(t *testing.T) *Registry {
	t.Helper()
	r, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestQuestions asks what was written down from public facts before the tables were filled.
func TestQuestions(t *testing.T) {
	r := open(t)
	b, err := os.ReadFile("testdata/questions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		f := strings.Split(l, "\t")
		id, kind, ask, on, want := f[0], f[1], f[2], f[3], f[4]
		if got, ok := answer(r, kind, ask, on, want); !ok {
			t.Errorf("%s: %s %q on %s: %s, want %s", id, kind, ask, on, got, want)
		}
	}
}

// answer asks a question and compares: names for holders, codes for chairs, codes or signed codes for members, an office
// with its state for offices.
func answer(r *Registry, kind, ask, on, want string) (string, bool) {
	list, err := r.Ask(ask, on)
	if kind == "members" {
		list, err = r.MembersOf(ask, on)
	}
	if err != nil {
		return err.Error(), false
	}
	var got []string
	for _, t := range list {
		switch kind {
		case "holder":
			got = append(got, t.Name)
		case "offices":
			got = append(got, t.OfficeID+" "+t.Code)
		default:
			got = append(got, t.ID)
		}
	}
	text := strings.Join(got, ", ")
	if kind != "members" {
		return text, text == want
	}
	if !strings.ContainsAny(want, "+-") {
		return text, slices.Equal(got, strings.Fields(want))
	}
	for _, c := range strings.Fields(want) {
		if slices.Contains(got, c[1:]) != (c[0] == '+') {
			return c, false
		}
	}
	return text, true
}

func TestAsk(t *testing.T) {
	r := open(t)
	for _, tt := range []struct{ ask, on, want string }{
		{"शोइगु", "2021-07", "defence minister RUS Sergei Shoigu"},
		{"Shoigu", "2021-07", "defence minister RUS Sergei Shoigu"},
		{"रूस के रक्षा मंत्री", "2021-07", "defence minister RUS Sergei Shoigu"},
		{"Russian defense minister", "2021-07", "defence minister RUS Sergei Shoigu"},
		{"defence minister of Russia", "2021-07", "defence minister RUS Sergei Shoigu"},
		{"SCO chair", "2021-07-28", "chair SCO Tajikistan"},
		{"एससीओ का अध्यक्ष", "2021-07-28", "chair SCO Tajikistan"},
		{"US secretary of state", "2021-07-28", "secretary of state USA Antony Blinken"},
		{"American foreign minister", "2021-07-28", "secretary of state USA Antony Blinken"},
		{"विदेश मंत्री जयशंकर", "2021-07-28", "foreign minister IND S. Jaishankar"},
		{"UN chief", "2021-07-28", "secretary-general UN Antonio Guterres"},
		{"IAEA chief", "2021-07-28", "director general IAEA Rafael Grossi"},
		{"पोप", "2012", "pope VAT Benedict XVI"},
		{"शोगू", "2021-07", "defence minister RUS Sergei Shoigu"},
		{"Rusia defence minister", "2021-07", "defence minister RUS Sergei Shoigu"},
		{"मिर्जियोएव", "2021-07", "president UZB Shavkat Mirziyoyev"},
		{"Sergei Lavrov", "2021-07", "foreign minister RUS Sergey Lavrov"},
		{"White House press secretary", "2021-07", "press secretary USA Jen Psaki"},
		{"सीडीएस", "2021-07", "chief of defence staff IND Bipin Rawat"},
		{"तालिबान प्रमुख", "2012", "leader TALIBAN Mullah Omar"},
		{"उत्तर कोरिया के नेता", "2009", "supreme leader PRK Kim Jong-il"},
		{"यूरोपीय आयोग के अध्यक्ष", "2016", "president of the European Commission EU Jean-Claude Juncker"},
		{"चीन में भारत के राजदूत", "2021-06", "ambassador IND Vikram Misri"},
		{"भारत में चीन के राजदूत", "2021-06", "ambassador CHN Sun Weidong"},
	} {
		list, err := r.Ask(tt.ask, tt.on)
		var got []string
		for _, x := range list {
			got = append(got, x.Office+" "+x.Code+" "+x.Name)
		}
		if text := strings.Join(got, "; "); err != nil || text != tt.want {
			t.Errorf("%s on %s: got %s (%v), want %s", tt.ask, tt.on, text, err, tt.want)
		}
	}
}

// TestUnknown: what the tables lack is told, with names that are near, never guessed.
func TestUnknown(t *testing.T) {
	r := open(t)
	for _, tt := range []struct{ ask, on, name, near string }{
		{"Shoxyguva", "", "Shoxyguva", "Sergei Shoigu"},
		{"Ruzlania defence minister", "", "Ruzlania", ""},
		{"Zzyzx", "", "Zzyzx", ""},
		{"Vatican secretary of state", "2015", "Vatican secretary of state", ""},
		{"former president of Russia", "2015", "former", ""},
		{"prime minister and president of Russia", "2015", "prime minister and president of Russia", ""},
		{"भाजपा के राष्ट्रपति", "2015", "भाजपा के राष्ट्रपति", ""},
		{"रक्षा मंत्री", "", "रक्षा मंत्री", ""},
		{"राजनाथ सिंह", "1950", "राजनाथ सिंह", ""},
		{"रूस", "", "रूस", ""},
	} {
		_, err := r.Ask(tt.ask, tt.on)
		unknown, ok := errors.AsType[*UnknownError](err)
		if !ok || unknown.Name != tt.name || tt.near != "" && !slices.Contains(unknown.Near, tt.near) {
			t.Errorf("%s: %v, want %s near %s", tt.ask, err, tt.name, tt.near)
		}
	}
}

func TestNoDate(t *testing.T) {
	r := open(t)
	for _, date := range []string{"today", "2021-7", "2021-02-30", "28.7.2021"} {
		if _, err := r.Ask("SCO chair", date); !errors.Is(err, ErrDate) {
			t.Errorf("Ask at %s: %v", date, err)
		}
		if _, err := r.MembersOf("SCO", date); !errors.Is(err, ErrDate) {
			t.Errorf("MembersOf at %s: %v", date, err)
		}
	}
}

func TestFind(t *testing.T) {
	r := open(t)
	for text, want := range map[string]string{
		"IND": "state IND IND", "India": "state IND IND", "भारत": "state IND IND", "Rajnath Singh": "person person:rajnath-singh IND",
		"राजनाथ सिंह": "person person:rajnath-singh IND", "person:rajnath-singh": "person person:rajnath-singh IND",
		"SCO": "organisation SCO SCO", "एससीओ": "organisation SCO SCO", "Taliban": "group TALIBAN TALIBAN", "दुशांबे": "place 1221874 TJK",
		"dushanbe": "place 1221874 TJK", "1221874": "place 1221874 TJK",
	} {
		got, err := r.Find(text)
		if err != nil || len(got) != 1 || got[0].Kind+" "+got[0].ID+" "+got[0].Code != want {
			t.Errorf("%s: %v %v, want %s", text, got, err, want)
		}
	}
	var unknown *UnknownError
	if _, err := r.Find("Rusia"); !errors.As(err, &unknown) || !slices.Contains(unknown.Near, "Russia") {
		t.Errorf("Rusia: %v", err)
	}
}

// TestMemberships: of what somebody is a member at a date is the same as who the members are.
func TestMemberships(t *testing.T) {
	r := open(t)
	for _, c := range []struct {
		code, date, org string
		want            bool
	}{{"IND", "2016-01-01", "SCO", false}, {"IND", "2018-01-01", "SCO", true}, {"IND", "", "SCO", true}, {"BLR", "2023-01-01", "SCO", false}, {"BLR", "2025-01-01", "SCO", true}} {
		of := slices.ContainsFunc(r.Memberships(c.code, c.date), func(t Tenure) bool { return t.Code == c.org })
		has := slices.ContainsFunc(r.Members(c.org, c.date), func(t Tenure) bool { return t.ID == c.code })
		if of != c.want || has != c.want {
			t.Errorf("%s in %s on %q: %v by the state, %v by the organisation, want %v", c.code, c.org, c.date, of, has, c.want)
		}
	}
}
