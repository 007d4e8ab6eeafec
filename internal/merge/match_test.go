package merge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"varta/record"
)

// event reads "CONSULT.visit planned IND:modi > FRA; 2023-07-13/2023-07-14; Paris FRA; पेरिस जाएंगे" of a report published
// on a day: parties with the names of persons, then date, place and words of the evidence.
func event(report, published, s string) *record.Record {
	fields := strings.Split(s+";;;", ";")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	head := strings.Fields(fields[0])
	kind, modes, _ := strings.Cut(head[0], ".")
	e := record.Event{ID: "e1", Type: kind, Status: head[1], Confidence: 0.8, CAMEO: "040", Evidence: []record.Evidence{{Quote: fields[3], End: len(fields[3])}}}
	if modes != "" {
		e.Modes = []string{modes}
	}
	r := &record.Record{ID: report, Report: record.Report{Published: record.Null(published)}}
	side := &e.Actors
	for _, w := range head[2:] {
		if w == ">" {
			side = &e.Recipients
			continue
		}
		code, who, _ := strings.Cut(w, ":")
		p := record.Party{Code: code, ID: record.Null(code)}
		if who != "" {
			p.ID, p.Name = record.Null("person:"+who), record.Null(who)
		}
		if len(code) == 3 && code[0] == 'S' || code == "UNSC" { // SCO
			r.Mentions = append(r.Mentions, record.Mention{Type: "organisation", Code: code})
		}
		*side = append(*side, p)
	}
	if from, until, _ := strings.Cut(fields[1], "/"); from != "" {
		e.Date = &record.Date{Value: from, Until: record.Null(until), Precision: "day"}
	}
	if name, code, ok := strings.Cut(fields[2], " "); ok {
		e.Place = &record.Place{Name: record.Null(name), Code: code, Precision: "city"}
		if far, ok := strings.CutPrefix(name, "~"); ok { // named elsewhere than in the evidence
			e.Place.Name, e.Place.Start, e.Place.End = record.Null(far), 1000, 1001
		}
	}
	if kind == "COOPERATE" && modes == "" {
		e.Contexts = []string{"military"}
	}
	r.Events = []record.Event{e}
	return r
}

func TestMatch(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b string // published, event
		same bool
		why  string // a reason that is given
	}{
		{"planned and held", "2023-07-10 CONSULT.visit planned IND:modi > FRA; 2023-07-13/2023-07-14", "2023-07-13 CONSULT.visit happened IND:modi > FRA; 2023-07-13; Paris FRA", true, "the day agrees"},
		{"planned on Monday, held on Wednesday", "2023-05-26 CONSULT.visit planned NPL:dahal > IND; 2023-05-29", "2023-05-31 CONSULT.visit happened NPL:dahal > IND; 2023-05-31", true, "planned for a day close by"},
		{"held on Monday and on Wednesday", "2023-05-30 CONSULT happened NPL IND; 2023-05-29", "2023-06-01 CONSULT happened NPL IND; 2023-05-31", false, "2023-05-29 is not 2023-05-31"},
		{"a year later", "2021-07-28 CONSULT.multilateral happened SCO IND; 2021-07-28; Dushanbe TJK", "2022-08-24 CONSULT.multilateral happened SCO IND; 2022-08-24; Tashkent UZB", false, "Dushanbe TJK is not Tashkent UZB"},
		{"undated background of the year before", "2022-08-24 CONSULT happened IND CHN; 2021-07-28", "2022-08-24 CONSULT happened IND CHN", false, "is not report of 2022-08-24"},
		{"undated within days", "2022-08-24 CONSULT happened IND:modi CHN:xi; 2022-08-22", "2022-08-24 CONSULT happened IND:modi CHN:xi", true, "shortly before the report"},
		{"set out, and on the visit", "2019-02-24 CONSULT.visit happened PRK:kim > VNM;;; वियतनाम रवाना", "2019-02-26 CONSULT.visit happened PRK:kim > VNM; 2019-02-26;; वियतनाम पहुंचे", true, "days of a visit"},
		{"a handshake the day before the talks", "2025-11-22 CONSULT happened IND:modi ITA:meloni", "2025-11-24 CONSULT happened IND:modi ITA:meloni; 2025-11-23", false, "is not report of"},
		{"the first and the last day of an exercise", "2025-09-12 COOPERATE happened RUS BLR; 2025-09-12;; संयुक्त अभ्यास शुरू", "2025-09-17 COOPERATE happened RUS BLR; 2025-09-16;; संयुक्त अभ्यास खत्म", true, "days of an exercise"},
		{"two deliveries within days", "2025-09-12 COOPERATE.deliver happened RUS BLR; 2025-09-12;; गैस बेची", "2025-09-17 COOPERATE.deliver happened RUS BLR; 2025-09-16;; गैस बेची", false, "2025-09-12 is not 2025-09-16"},
		{"the month", "2023-07-14 CONSULT.visit happened IND:modi > FRA; 2023-07-13", "2023-09-11 CONSULT.visit happened IND:modi > FRA; 2023-07", true, "the month agrees"},
		{"a visit and the talks on it", "2023-07-14 CONSULT.visit happened IND:modi > FRA; 2023-07-14", "2023-07-14 CONSULT happened IND:modi FRA; 2023-07-14", false, "one is visit"},
		{"a call and a meeting", "2022-11-08 CONSULT.phone happened IND RUS; 2022-11-08", "2022-11-08 CONSULT happened IND RUS; 2022-11-08", false, "one is phone"},
		{"another counterpart", "2023-06-19 CONSULT happened USA:blinken CHN:xi; 2023-06-19", "2023-06-19 CONSULT happened USA:blinken CHN:wang; 2023-06-19", false, "person:xi is not person:wang"},
		{"the state for its minister", "2022-11-08 CONSULT happened IND:jaishankar RUS:lavrov; 2022-11-08", "2022-11-09 CONSULT happened IND RUS; 2022-11-08", true, "the same: IND RUS"},
		{"another side", "2023-02-07 AID happened IND > TUR; 2023-02-07", "2023-02-07 AID happened IND > SYR; 2023-02-07", false, "TUR is not SYR"},
		{"answered in kind", "2023-09-19 SANCTION.expel happened CAN > IND; 2023-09-19", "2023-09-19 SANCTION.expel happened IND > CAN; 2023-09-19", false, "CAN is not IND"},
		{"two towns", "2023-07-23 ASSAULT happened RUS > UKR; 2023-07-23; Odesa UKR", "2023-07-23 ASSAULT happened RUS > UKR; 2023-07-23; Kharkiv UKR", false, "Odesa UKR is not Kharkiv UKR"},
		{"an author who is not named", "2023-07-23 ASSAULT happened RUS > UKR; 2023-07-23; Odesa UKR", "2023-07-23 ASSAULT happened > UKR; 2023-07-23; Odesa UKR", true, "one names only UKR"},
		{"a summit told by other names", "2022-09-16 CONSULT.multilateral happened SCO IND:modi; 2022-09-16", "2022-09-16 CONSULT.multilateral happened SCO RUS:putin CHN:xi; 2022-09-15", true, "in common: SCO"},
		{"talks beside a summit", "2022-09-16 CONSULT.multilateral happened SCO IND:modi RUS:putin; 2022-09-16; Samarkand UZB", "2022-09-16 CONSULT happened IND:modi RUS:putin; 2022-09-16; Samarkand UZB", false, "one is a meeting of many"},
		{"talks with one after the other beside a summit", "2024-10-23 CONSULT happened IND:modi RUS:putin IRN; 2024-10-22", "2024-10-24 CONSULT.multilateral happened SCO IND:modi RUS:putin IRN; 2024-10-22", false, "talks with several"},
		{"talks that are called a summit", "2024-07-09 CONSULT happened IND:modi RUS:putin; 2024-07-09; Moscow RUS", "2024-07-09 CONSULT.multilateral planned IND:modi RUS; 2024-07-09; Moscow RUS", true, "the same: IND RUS"},
		{"a summit of the year", "2022-09-16 CONSULT.multilateral happened SCO IND:modi; 2022-09-16; Samarkand UZB", "2022-09-17 CONSULT.multilateral happened SCO IND:modi; 2022; Samarkand UZB", true, "the year agrees"},
		{"the town of the newspaper", "2025-02-14 CONSULT happened IND:modi USA:trump; 2025-02-14; Washington USA", "2025-02-14 CONSULT happened IND:modi USA:trump; 2025-02-14; ~Delhi IND", true, "not all words"},
		{"it happened, and it did not", "2022-09-17 CONSULT happened IND:modi CHN:xi; 2022-09-16", "2022-09-17 CONSULT denied IND:modi CHN:xi; 2022-09-16", false, "the other did not"},
		{"planned, and called off", "2023-02-02 CONSULT.visit planned USA:blinken > CHN; 2023-02-05", "2023-02-04 CONSULT.visit denied USA:blinken > CHN; 2023-02-05", true, "the day agrees"},
		{"a signed agreement", "2020-02-29 SUPPORT happened USA TALIBAN; 2020-02-29;; शांति समझौते पर हस्ताक्षर", "2020-02-29 AGREE happened USA TALIBAN; 2020-02-29;; शांति समझौते पर दस्तखत हुए, हस्ताक्षर दोहा में", true, "are told for one another"},
		{"an agreement and something else", "2020-02-29 SUPPORT happened USA TALIBAN; 2020-02-29;; शांति समझौते पर हस्ताक्षर", "2020-02-29 AGREE happened USA TALIBAN; 2020-02-29;; कैदियों की रिहाई", false, "and the words differ"},
		{"other words of the same spelling", "2023-09-19 REJECT happened IND > CAN; 2023-09-19;; आरोपों को बेतुका बताया", "2023-09-26 REJECT happened IND > CAN;;; बेतुके आरोप", true, "2 words"},
	} {
		var ts [2]Telling
		for i, s := range []string{tt.a, tt.b} {
			published, rest, _ := strings.Cut(s, " ")
			ts[i] = Tellings(event(fmt.Sprint("r", i), published, rest))[0]
		}
		v := Match(&ts[0], &ts[1])
		if v.Same() != tt.same || !slices.ContainsFunc(v.Reasons, func(r Reason) bool { return strings.Contains(r.Detail, tt.why) }) {
			t.Errorf("%s: %.1f, same %v, want %v and %q:\n%v", tt.name, v.Score, v.Same(), tt.same, tt.why, v.Reasons)
		}
	}
}

func TestAct(t *testing.T) {
	var told []Told
	for i, s := range []string{
		"2023-05-26 CONSULT.visit planned NPL:dahal > IND; 2023-05-29/2023-06-01",
		"2023-05-31 CONSULT.visit happened NPL > IND; 2023-05-31; Delhi IND",
		"2023-06-02 CONSULT.visit happened NPL:dahal > IND:modi; 2023-05-31",
		"2023-06-02 CONSULT.visit planned NPL:dahal > CHN; 2023-05-31",
	} {
		published, rest, _ := strings.Cut(s, " ")
		r := event(fmt.Sprint("r", i), published, rest)
		told = append(told, Told{Tellings(r)[0], r.Events[0]})
	}
	slices.Reverse(told)
	a := Act(told)
	var got []string
	for _, h := range a.History {
		got = append(got, h.Status+" "+h.Report)
	}
	for _, p := range slices.Concat(a.Actors, a.Recipients) {
		got = append(got, p.Code+" "+string(p.Name))
	}
	got = append(got, a.Date.Value, string(a.Place.Name), a.Status, a.Tellings[0].Report)
	want := []string{"planned r0", "happened r1", "NPL dahal", "IND modi", "2023-05-31", "Delhi", "happened", "r0"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestPlace: what a report says with the act counts, not where it was written; and words are kept where nobody knows the place.
func TestPlace(t *testing.T) {
	for _, tt := range []struct {
		places []string
		want   string
	}{
		{[]string{"~Delhi IND", "~Delhi IND", "Washington USA"}, "Washington USA"},
		{[]string{"~Moscow RUS", "Kazan RUS", "Kazan RUS"}, "Kazan RUS"},
		{[]string{"~Delhi IND"}, "Delhi IND"},
		{[]string{"हॉल ---"}, "हॉल ---"},
		{[]string{"~Delhi IND", "हॉल ---"}, "हॉल ---"},
	} {
		var told []Told
		for i, p := range tt.places {
			r := event(fmt.Sprint("r", i), "2025-02-14", "CONSULT happened IND:modi USA:trump; 2025-02-14; "+p)
			if w := r.Events[0].Place; w.Code == record.Unknown {
				w.Name, w.Text = "", string(w.Name)
			}
			told = append(told, Told{Tellings(r)[0], r.Events[0]})
		}
		if p := Act(told).Place; string(p.Name)+" "+p.Code != tt.want {
			t.Errorf("%q: %s %s, want %s", tt.places, p.Name, p.Code, tt.want)
		}
	}
}

func TestRelations(t *testing.T) {
	fact := func(report, published, since, until string) Stated {
		return Stated{report, published, record.Fact{ID: "f1", Kind: "member_of", Subject: record.Party{Code: "IND"}, Object: record.Party{Code: "SCO"},
			Since: record.Null(since), Until: record.Null(until)}}
	}
	for _, tt := range []struct {
		name  string
		facts []Stated
		want  string
	}{
		{"more exactly", []Stated{fact("a", "2020-01-01", "2017", ""), fact("b", "2021-01-01", "2017-06-09", ""), fact("c", "2022-01-01", "", "")}, "2017-06-09..: a b c"},
		{"contradicting", []Stated{fact("a", "2020-01-01", "2017", ""), fact("b", "2021-01-01", "2016", ""), fact("c", "2022-01-01", "", "")}, "..: c; 2016..: b; 2017..: a"},
		{"an end", []Stated{fact("a", "2020-01-01", "2017", ""), fact("b", "2021-01-01", "", "2019")}, "2017..2019: a b"},
	} {
		slices.Reverse(tt.facts)
		r := Relations(tt.facts)
		if len(r) != 1 {
			t.Fatalf("%s: %d relations", tt.name, len(r))
		}
		var got []string
		for _, x := range r[0].Terms {
			var sources []string
			for _, s := range x.Sources {
				sources = append(sources, s.Report)
			}
			slices.Sort(sources)
			got = append(got, fmt.Sprintf("%s..%s: %s", x.Since, x.Until, strings.Join(sources, " ")))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, s, tt.want)
		}
	}
}
