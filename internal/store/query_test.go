package store_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"varta/internal/store"
	"varta/record"
)

// found is an act of the tests below: one report tells it.
type act struct {
	id, typ, status, date, place, parties, topics, words string
	lat, lon                                             float64
	reports                                              int
}

var acts = []act{
	{"a1", "CONSULT", "happened", "2021-07-28", "Dushanbe TJK", "IND RUS", "terrorism", "रक्षा मंत्री दुशांबे में मिले", 38.54, 68.78, 3},
	{"a2", "CONSULT", "planned", "2022-09-16", "Samarkand UZB", "IND UZB person:narendra-modi", "trade", "प्रधानमंत्री समरकंद जाएंगे", 39.65, 66.97, 1},
	{"a3", "ACCUSE", "happened", "2022-09", "", "IND PAK", "terrorism", "भारत ने पाकिस्तान की निंदा की", 0, 0, 1},
	{"a4", "ASSAULT", "alleged", "", "Kabul AFG", "TALIBAN AFG", "", "काबुल में हमला", 34.53, 69.17, 2},
	{"a5", "CONSULT", "happened", "2023-04-28", "New Delhi IND", "RUS IND", "arms_trade", "रक्षा मंत्री दिल्ली में मिले", 28.63, 77.22, 1},
}

func (a act) record() *record.Record {
	e := record.Event{ID: "e1", Type: a.typ, Status: a.status, CAMEO: "040", Quad: 1, Modes: []string{"visit"},
		Evidence: []record.Evidence{{Quote: a.words}}, Confidence: 0.5}
	for p := range strings.FieldsSeq(a.parties) {
		party := record.Party{Text: p, Code: p, ID: record.Null(p), Name: record.Null(strings.ToLower(p))}
		if strings.HasPrefix(p, "person:") {
			party.Code = "IND"
		}
		e.Actors = append(e.Actors, party)
	}
	if a.date != "" {
		e.Date = &record.Date{Value: a.date, Precision: "day"}
	}
	if name, code, ok := strings.Cut(a.place, " "); ok {
		if i := strings.LastIndex(a.place, " "); i > 0 {
			name, code = a.place[:i], a.place[i+1:]
		}
		e.Place = &record.Place{Name: record.Null(name), Code: code, Lat: &a.lat, Lon: &a.lon, Precision: "city"}
	}
	e.Topics = strings.Fields(a.topics)
	return &record.Record{ID: "r" + a.id, Schema: record.Schema, Events: []record.Event{e},
		Report: record.Report{Lang: "hi", Published: "2022-01-01", SHA256: "s" + a.id, Bytes: len(a.words), Text: a.words},
		Statements: []record.Statement{{ID: "s1", Speaker: e.Actors[0], About: []string{e.Actors[1].Code}, Topics: e.Topics,
			Evidence: e.Evidence}},
		Facts:    []record.Fact{{ID: "f1", Kind: "member_of", Subject: e.Actors[0], Object: e.Actors[1]}},
		Mentions: []record.Mention{{Text: "x", Type: "state", ID: e.Actors[0].ID, Code: e.Actors[0].Code}}}
}

// filled is an archive with the acts above.
func filled(t *testing.T, where string) *store.Store {
	t.Helper()
	s := open(t, where, store.Options{})
	check(t, s.Write(t.Context(), func(tx *store.Tx) error {
		for _, a := range acts {
			rec := a.record()
			n, err := tx.AddReport(store.Report{ID: rec.ID, Lang: "hi", Published: "2022-01-01", Added: time.Unix(0, 0), Text: a.words,
				SHA256: rec.Report.SHA256, Folded: rec.ID, Words: a.words})
			if err != nil {
				return err
			}
			if err := tx.PutRecord(n, rec, 0, func(f *record.Fact) string { return f.Subject.Code }); err != nil {
				return err
			}
			if err := tx.PutAct(a.act(rec), []int64{store.Number(n, 0)}, 0); err != nil {
				return err
			}
		}
		return nil
	}))
	// PutAct counts the reports itself: the tests want acts of more than they can hold.
	check(t, s.Write(t.Context(), func(tx *store.Tx) error {
		for _, a := range acts {
			if err := tx.Exec("UPDATE acts SET reports = ? WHERE id = ?", a.reports, "act:"+a.id); err != nil {
				return err
			}
		}
		return nil
	}))
	return s
}

func (a act) act(rec *record.Record) *record.Act {
	e := rec.Events[0]
	out := &record.Act{ID: "act:" + a.id, Type: e.Type, Status: e.Status, CAMEO: e.CAMEO, Quad: e.Quad, Modes: e.Modes, Topics: e.Topics,
		Confidence: e.Confidence, Tellings: []record.Telling{{Report: rec.ID, Event: "e1", Published: "2022-01-01", Evidence: e.Evidence}}}
	for _, p := range e.Actors {
		out.Actors = append(out.Actors, record.Actor{ID: p.ID, Name: p.Name, Code: p.Code})
	}
	if e.Date != nil {
		out.Date = &record.When{Value: e.Date.Value, Precision: "day"}
	}
	if p := e.Place; p != nil {
		out.Place = &record.Where{Name: p.Name, Code: p.Code, Lat: p.Lat, Lon: p.Lon, Precision: p.Precision}
	}
	return out
}

func code(codes ...string) (out []store.Party) {
	for _, c := range codes {
		out = append(out, store.Party{Code: c})
	}
	return out
}

func TestFindActs(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s := filled(t, where)
		for _, c := range []struct {
			name string
			q    store.Query
			want string
		}{
			{"all, the newest first, those without a date last", store.Query{}, "a5 a2 a3 a1 a4"},
			{"the oldest first", store.Query{Sort: "-date"}, "a4 a1 a3 a2 a5"},
			{"a party", store.Query{Parties: code("PAK")}, "a3"},
			{"a pair", store.Query{Parties: code("IND", "RUS")}, "a5 a1"},
			{"a pair in a year", store.Query{Parties: code("IND", "RUS"), Since: "2022-01-01", Until: "2023-12-31"}, "a5"},
			{"a person", store.Query{Parties: []store.Party{{Entity: "person:narendra-modi"}}}, "a2"},
			{"types", store.Query{Types: []string{"ACCUSE", "ASSAULT"}}, "a3 a4"},
			{"a status", store.Query{Statuses: []string{"planned"}}, "a2"},
			{"a mode", store.Query{Modes: []string{"visit"}, Parties: code("PAK")}, "a3"},
			{"no part of a mode", store.Query{Modes: []string{"vis"}}, ""},
			{"a topic", store.Query{Topics: []string{"terrorism"}}, "a3 a1"},
			{"no wildcards", store.Query{Topics: []string{"arms%", "armsXtrade"}}, ""},
			{"an underscore is one", store.Query{Topics: []string{"arms_trade"}}, "a5"},
			{"a month counts from its first day", store.Query{Since: "2022-09-01", Until: "2022-09-10"}, "a3"},
			{"a country", store.Query{Country: "IND"}, "a5"},
			{"a circle", store.Query{Near: &store.Near{Lat: 38.54, Lon: 68.78, Km: 250}}, "a2 a1"},
			{"a smaller circle", store.Query{Near: &store.Near{Lat: 38.54, Lon: 68.78, Km: 190}}, "a1"},
			{"reports", store.Query{MinReports: 2, Sort: "reports"}, "a1 a4"},
			{"words", store.Query{Phrases: [][]string{{"मंत्री"}}}, "a5 a1"},
			{"words that need not stand together", store.Query{Phrases: [][]string{{"मंत्री"}, {"मिले"}, {"दुशांबे"}}}, "a1"},
			{"a phrase", store.Query{Phrases: [][]string{{"रक्षा", "मंत्री"}}}, "a5 a1"},
			{"no phrase", store.Query{Phrases: [][]string{{"मंत्री", "रक्षा"}}}, ""},
			{"no operators", store.Query{Phrases: [][]string{{"OR"}, {`"'\`}}}, ""},
			{"no SQL", store.Query{Parties: code("IND' OR '1'='1"), Country: "x' --"}, ""},
		} {
			p, err := s.FindActs(t.Context(), c.q)
			check(t, err)
			if got := ids(p.Items, func(a record.Act) string { return a.ID }); got != c.want {
				t.Errorf("%s: %s, want %s", c.name, got, c.want)
			}
		}
	})
}

func ids[T any](list []T, id func(T) string) string {
	var out []string
	for _, v := range list {
		out = append(out, strings.TrimPrefix(strings.TrimPrefix(id(v), "act:"), "r"))
	}
	return strings.Join(out, " ")
}

// TestPages goes through every kind in every order by pages of two, and by one, and finds all of the whole, once each.
func TestPages(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s := filled(t, where)
		for _, kind := range store.Kinds() {
			for _, name := range store.Sorts(kind) {
				for _, sort := range []string{name, "-" + name} {
					whole, _ := walk(t, s, store.Query{Of: kind, Sort: sort})
					for _, limit := range []int{1, 2, len(whole)} {
						got, pages := walk(t, s, store.Query{Of: kind, Sort: sort, Limit: limit})
						if !slices.Equal(got, whole) || len(whole) < 3 || pages != (len(whole)+limit-1)/limit {
							t.Errorf("%s by %s, %d a page: %v on %d pages, want %v", kind, sort, limit, got, pages, whole)
						}
					}
				}
			}
		}
	})
}

// walk follows the cursors.
func walk(t *testing.T, s *store.Store, q store.Query) (all []string, pages int) {
	t.Helper()
	for {
		got, next := find(t, s, q)
		all, pages = append(all, got...), pages+1
		if next == "" || pages > 20 {
			return all, pages
		}
		q.Cursor = next
	}
}

func find(t *testing.T, s *store.Store, q store.Query) ([]string, string) {
	t.Helper()
	switch q.Of {
	case store.Events:
		return list(t, s.FindEvents, q, func(f store.FoundEvent) string { return f.Report + string(f.Act) + f.Event.ID })
	case store.Statements:
		return list(t, s.FindStatements, q, func(f store.FoundStatement) string { return f.Report + f.Statement.ID })
	case store.Facts:
		return list(t, s.FindFacts, q, func(f store.FoundFact) string { return f.Report + f.Fact.ID })
	case store.Entities:
		return list(t, s.FindEntities, q, func(f store.FoundEntity) string { return fmt.Sprint(f) })
	case store.Reports:
		return list(t, s.FindReports, q, func(f store.FoundReport) string { return fmt.Sprint(f) })
	}
	return list(t, s.FindActs, q, func(a record.Act) string { return a.ID })
}

func list[T any](t *testing.T, f func(context.Context, store.Query) (store.Page[T], error), q store.Query, id func(T) string) ([]string, string) {
	t.Helper()
	p, err := f(t.Context(), q)
	check(t, err)
	var out []string
	for _, v := range p.Items {
		out = append(out, id(v))
	}
	return out, p.Next
}

func TestFindOthers(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s := filled(t, where)
		for _, c := range []struct {
			name string
			q    store.Query
			want string
		}{
			{"events of a pair", store.Query{Of: store.Events, Parties: code("IND", "PAK")}, "ra3act:a3e1"},
			{"events with words", store.Query{Of: store.Events, Phrases: [][]string{{"हमला"}}}, "ra4act:a4e1"},
			{"who speaks", store.Query{Of: store.Statements, Speaker: &store.Party{Code: "RUS"}}, "ra5s1"},
			{"who speaks about whom", store.Query{Of: store.Statements, Speaker: &store.Party{Code: "IND"}, About: &store.Party{Code: "PAK"}}, "ra3s1"},
			{"who is concerned", store.Query{Of: store.Statements, Parties: code("AFG")}, "ra4s1"},
			{"facts about somebody", store.Query{Of: store.Facts, Parties: code("UZB")}, "ra2f1"},
			{"facts of a kind", store.Query{Of: store.Facts, Types: []string{"chairs"}}, ""},
			{"reports with acts of a party", store.Query{Of: store.Reports, Parties: code("TALIBAN")}, "{ra4     2022-01-01 hi 38  1 1 1}"},
			{"an entity", store.Query{Of: store.Entities, Name: "TALI"}, "{TALIBAN taliban state TALIBAN 1 1}"},
		} {
			got, _ := find(t, s, c.q)
			if strings.Join(got, "; ") != c.want {
				t.Errorf("%s: %v, want %s", c.name, got, c.want)
			}
		}
	})
}

func TestStats(t *testing.T) {
	each(t, func(t *testing.T, where string) {
		s := filled(t, where)
		for by, want := range map[string]string{
			"day":    "{ 1 2} {2021-07-28 1 3} {2022-09-01 1 1} {2022-09-16 1 1} {2023-04-28 1 1}",
			"year":   "{ 1 2} {2021 1 3} {2022 2 2} {2023 1 1}",
			"type":   "{CONSULT 3 5} {ACCUSE 1 1} {ASSAULT 1 2}",
			"pair":   "{IND RUS 2 4} {AFG TALIBAN 1 2} {IND PAK 1 1} {IND UZB 1 1}",
			"status": "{happened 3 5} {alleged 1 2} {planned 1 1}",
		} {
			got, err := s.Stats(t.Context(), store.Query{}, by)
			check(t, err)
			if fmt.Sprint(got) != "["+want+"]" {
				t.Errorf("by %s: %v, want %s", by, got, want)
			}
		}
		got, err := s.Stats(t.Context(), store.Query{Parties: code("IND"), Limit: 1}, "party")
		check(t, err)
		if fmt.Sprint(got) != "[{IND 4 6}]" {
			t.Errorf("the most frequent party with India is %v", got)
		}
		for _, q := range []store.Query{{}, {Parties: code("RUS")}, {Phrases: [][]string{{"रक्षा"}}, Limit: 2}} {
			counts, err := s.Tally(t.Context(), q, append(store.Groups(), "year type")...)
			check(t, err)
			for _, by := range store.Groups() {
				text, args, err := s.StatsSQL(q, by)
				check(t, err)
				if want := counted(t, s, text, args); !slices.Equal(counts[by], want) {
					t.Errorf("by %s: %v, by the database %v", by, counts[by], want)
				}
			}
			if len(q.Phrases) == 0 {
				parties, err := s.TallyParties(t.Context(), q, 2, "type")
				check(t, err)
				india := store.Query{Parties: append(code("IND"), q.Parties...)}
				if want, err := s.Stats(t.Context(), india, "type"); err != nil || !slices.Equal(parties["IND"]["type"], want) || parties["PAK"] != nil {
					t.Errorf("of parties: %v %v, of India %v", parties, err, want)
				}
			}
			if len(q.Parties) > 0 && fmt.Sprint(counts["year type"]) != "[{2021 CONSULT 1 3} {2023 CONSULT 1 1}]" {
				t.Errorf("Russia by year and type: %v", counts["year type"])
			}
		}
	})
}

func TestBadQueries(t *testing.T) {
	s := filled(t, t.TempDir()+"/varta.db")
	page, err := s.FindActs(t.Context(), store.Query{Limit: 1})
	check(t, err)
	for want, q := range map[string]store.Query{
		`sort "size": acts are sorted by confidence, date, published, reports, score`: {Sort: "size"},
		`cursor: "x" is none of an earlier answer`:                                    {Cursor: "x"},
		`cursor: it is that of an answer sorted by "", this one is by "score"`:        {Cursor: page.Next, Sort: "score"},
	} {
		if _, err := s.FindActs(t.Context(), q); err == nil || err.Error() != want {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
	if text, args, err := s.QuerySQL(t.Context(), store.Query{Of: store.Acts, Parties: code("IND';--")}); err != nil || strings.Contains(text, "IND") || len(args) != 1 {
		t.Errorf("%s %v %v", text, args, err)
	}
}

// However often a party is named, the answer is the same in the same order; only the way to it differs.
func TestFrequentParties(t *testing.T) {
	s := filled(t, filepath.Join(t.TempDir(), "varta.db")) // PostgreSQL chooses the way itself
	india, russia := store.Party{Code: "IND"}, store.Party{Entity: "RUS"}
	for name, q := range map[string]store.Query{
		"acts":               {Of: store.Acts, Parties: []store.Party{india}, Limit: 3},
		"acts of two":        {Of: store.Acts, Parties: []store.Party{india, {Code: "RUS"}}, Limit: 3},
		"the first acts":     {Of: store.Acts, Parties: []store.Party{india}, Types: []string{"CONSULT"}, Sort: "-date", Limit: 3},
		"acts in a period":   {Of: store.Acts, Parties: []store.Party{russia}, Since: "2021-01-01", Until: "2025-12-31", Limit: 3},
		"acts, words":        {Of: store.Acts, Parties: []store.Party{india}, Phrases: [][]string{{"रक्षा"}}, Limit: 3},
		"statements":         {Of: store.Statements, Parties: []store.Party{india}, Sort: "published", Limit: 3},
		"statements by":      {Of: store.Statements, Speaker: &india, Sort: "published", Limit: 3},
		"statements about":   {Of: store.Statements, About: &store.Party{Code: "PAK"}, Sort: "published", Limit: 3},
		"facts":              {Of: store.Facts, Parties: []store.Party{india}, Limit: 3},
		"facts of an entity": {Of: store.Facts, Parties: []store.Party{russia}, Limit: 3},
		"statements, words":  {Of: store.Statements, Parties: []store.Party{india}, Phrases: [][]string{{"रक्षा"}}, Sort: "published", Limit: 3},
		"facts, words, kind": {Of: store.Facts, Parties: []store.Party{india}, Types: []string{"member_of"}, Phrases: [][]string{{"रक्षा"}}, Limit: 3},
	} {
		rare, args, err := s.PlainSQL(q)
		check(t, err)
		often, more, err := s.FrequentSQL(q)
		check(t, err)
		want, got := column(t, s, rare, args), column(t, s, often, more)
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%s: %v one way, %v the other", name, want, got)
		}
	}
}

// Words that were frequent long ago are found too, though the page is looked for among the last reports first.
func TestFrequentLongAgo(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "varta.db"), store.Options{})
	check(t, s.Write(t.Context(), func(tx *store.Tx) error {
		const numbers = "WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < 8000) "
		return errors.Join(tx.Exec("INSERT INTO reports(n, id, lang, published, added, bytes, sha256, folded, text) "+numbers+
			"SELECT n, 'r' || n, 'hi', date('2001-01-01', n || ' days'), '', 0, '', 'r' || n, '' FROM k"),
			tx.Exec("INSERT INTO report_words(rowid, words) "+numbers+"SELECT n, CASE WHEN n <= 2000 THEN 'युद्ध' ELSE 'शांति' END FROM k"))
	}))
	found := func(p store.Page[store.FoundReport]) string {
		return ids(p.Items, func(r store.FoundReport) string { return r.ID })
	}
	for word, want := range map[string]string{"युद्ध": "2000 1999", "शांति": "8000 7999"} {
		q := store.Query{Phrases: [][]string{{word}}, Limit: 2}
		first, err := s.FindReports(t.Context(), q)
		check(t, err)
		q.Sort = "-published"
		q.Phrases[0][0] = "शांति"
		last, err := s.FindReports(t.Context(), q)
		check(t, err)
		if got := found(first); got != want {
			t.Errorf("the latest with %s are %s, want %s", word, got, want)
		}
		if got := found(last); got != "2001 2002" {
			t.Errorf("the earliest are %s", got)
		}
	}
}

func column(t *testing.T, s *store.Store, text string, args []any) (out []string) {
	t.Helper()
	rows, err := s.Query(t.Context(), text, args...)
	check(t, err)
	defer rows.Close()
	for rows.Next() {
		var key, value any
		check(t, rows.Scan(&key, &value))
		out = append(out, fmt.Sprint(key, value))
	}
	check(t, rows.Err())
	return out
}

// counted are the counts that SQL gives.
func counted(t *testing.T, s *store.Store, text string, args []any) (out []store.Count) {
	t.Helper()
	rows, err := s.Query(t.Context(), text, args...)
	check(t, err)
	defer rows.Close()
	for rows.Next() {
		var c store.Count
		check(t, rows.Scan(&c.Key, &c.Acts, &c.Reports))
		out = append(out, c)
	}
	check(t, rows.Err())
	return out
}
