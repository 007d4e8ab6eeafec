package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// world draws records from fixed distributions: the same seed makes the same archive.
type world struct {
	*rand.Rand
	open []*draft // acts that further reports may tell
	n    int
}

// draft is an act and the events that tell it so far.
type draft struct {
	event  record.Event
	day    time.Time
	act    record.Act
	events []int64
}

var (
	types  = []string{"CONSULT", "CONSULT", "CONSULT", "SUPPORT", "ACCUSE", "REQUEST", "AGREE", "COOPERATE", "REJECT", "AID", "ASSAULT", "THREATEN"}
	cameos = map[string]string{"CONSULT": "040", "SUPPORT": "051", "ACCUSE": "111", "REQUEST": "100", "AGREE": "030", "COOPERATE": "060", "REJECT": "120",
		"AID": "070", "ASSAULT": "190", "THREATEN": "130"}
	states = strings.Fields("IND PAK CHN RUS USA AFG NPL LKA BGD IRN TJK UZB KAZ KGZ JPN AUS FRA DEU GBR SAU ARE QAT TUR ISR PSE UKR EGY MMR IDN VNM BRA ZAF")
	spots  = []record.Place{spot("Dushanbe", "TJK", 38.54, 68.78, 1221874), spot("New Delhi", "IND", 28.64, 77.22, 1261481), spot("Moscow", "RUS", 55.75, 37.62, 524901),
		spot("Samarkand", "UZB", 39.65, 66.96, 1216265), spot("Doha", "QAT", 25.29, 51.53, 290030), spot("Kabul", "AFG", 34.53, 69.17, 1138958),
		spot("Beijing", "CHN", 39.9, 116.4, 1816670), spot("Geneva", "CHE", 46.2, 6.15, 2660646)}
)

func spot(name, code string, lat, lon float64, n int) record.Place {
	return record.Place{Text: name, Name: record.Null(name), Code: code, Lat: &lat, Lon: &lon, GeoNames: &n, Precision: "city"}
}

const (
	batch     = 1000
	window    = 200 // acts that are open at a time
	eventsOf  = 3   // of a report
	wordsOf   = 250 // of a report
	again     = 0.4 // how often an event is told before
	years     = 10
	lexicon   = 60000
	people    = 900
	published = "2006-01-02"
)

func fill(ctx context.Context, a *archive.Archive, reports int) error {
	w := &world{Rand: rand.New(rand.NewPCG(1, 2))}
	for done := 0; done < reports; done += batch {
		err := a.Write(ctx, func(tx *store.Tx) error {
			for i := done; i < min(done+batch, reports); i++ {
				day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*years*365/reports)
				if err := w.report(tx, i, day); err != nil {
					return err
				}
			}
			if done+batch >= reports {
				return w.flush(tx, 0)
			}
			return w.flush(tx, window)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// report writes a report, its record, and the acts that no further report will tell.
func (w *world) report(tx *store.Tx, i int, day time.Time) error {
	text := w.text()
	id := fmt.Sprintf("bench-%07d", i)
	rec := &record.Record{ID: id, Schema: record.Schema, Version: "bench", DataVersion: "bench", Report: record.Report{Lang: "hi",
		Published: record.Null(day.Format(published)), SHA256: id, Bytes: len(text), Text: text, URL: record.Null("https://example.org/" + id)}}
	var told []*draft
	for k := range eventsOf {
		d := w.draft(day)
		e := d.event
		e.ID = fmt.Sprintf("e%d", k+1)
		e.Evidence = []record.Evidence{{Start: 0, End: 120, Quote: text[:120]}}
		rec.Events = append(rec.Events, e)
		told = append(told, d)
	}
	rec.Statements = []record.Statement{{ID: "s1", Speaker: w.party(""), About: []string{w.state()}, Content: record.Span{Start: 0, End: 100}}}
	rec.Facts = []record.Fact{{ID: "f1", Kind: "holds_office", Subject: w.party(""), Object: record.Party{ID: "IND", Code: "IND"}, Office: "minister"}}
	for _, e := range rec.Events {
		for _, p := range e.Actors {
			rec.Mentions = append(rec.Mentions, record.Mention{Text: p.Text, Type: "person", ID: p.ID, Code: p.Code})
		}
	}
	n, err := tx.AddReport(store.Report{ID: id, URL: string(rec.Report.URL), Publisher: fmt.Sprintf("paper-%d", w.IntN(40)), Lang: "hi", Published: string(rec.Report.Published),
		Added: day, Text: text, SHA256: id, Folded: id, Words: text})
	if err != nil {
		return err
	}
	for k, d := range told {
		d.events = append(d.events, store.Number(n, k))
		d.act.Tellings = append(d.act.Tellings, record.Telling{Report: id, Event: rec.Events[k].ID, Published: rec.Report.Published, Status: d.event.Status})
	}
	return tx.PutRecord(n, rec, 0, func(f *record.Fact) string { return "rel:" + string(f.Subject.ID) })
}

// draft is an act of the last days, or a new one.
func (w *world) draft(day time.Time) *draft {
	if len(w.open) > 0 && w.Float64() < again {
		return w.open[w.IntN(len(w.open))]
	}
	w.n++
	typ := types[w.IntN(len(types))]
	e := record.Event{Type: typ, CAMEO: cameos[typ], Quad: 1, Score: 1, Status: record.Happened, Contexts: []string{"diplomatic"}, Topics: []string{"trade"},
		Actors: []record.Party{w.party("IND")}, Recipients: []record.Party{w.party("")}, Rule: "bench", Confidence: 0.9}
	if w.IntN(10) > 0 {
		e.Date = &record.Date{Value: day.AddDate(0, 0, -w.IntN(3)).Format(published), Precision: "day"}
	}
	if w.IntN(3) > 0 {
		p := spots[w.IntN(len(spots))]
		e.Place = &p
	}
	d := &draft{event: e, day: day, act: w.act(&e)}
	w.open = append(w.open, d)
	return d
}

func (w *world) act(e *record.Event) record.Act {
	a := record.Act{ID: fmt.Sprintf("act:%012x", w.n), Type: e.Type, Contexts: e.Contexts, CAMEO: e.CAMEO, Quad: e.Quad, Score: e.Score, Status: e.Status,
		Topics: e.Topics, Confidence: e.Confidence, History: []record.Turn{{Status: e.Status}}}
	for _, p := range e.Actors {
		a.Actors = append(a.Actors, record.Actor{ID: p.ID, Name: p.Name, Code: p.Code, Sector: p.Sector, Office: p.Office})
	}
	for _, p := range e.Recipients {
		a.Recipients = append(a.Recipients, record.Actor{ID: p.ID, Name: p.Name, Code: p.Code, Sector: p.Sector, Office: p.Office})
	}
	if e.Date != nil {
		a.Date = &record.When{Value: e.Date.Value, Precision: e.Date.Precision}
	}
	if p := e.Place; p != nil {
		a.Place = &record.Where{Name: p.Name, Code: p.Code, Lat: p.Lat, Lon: p.Lon, GeoNames: p.GeoNames, Precision: p.Precision}
	}
	return a
}

// flush writes all acts but the latest.
func (w *world) flush(tx *store.Tx, keep int) error {
	for len(w.open) > keep {
		d := w.open[0]
		w.open = w.open[1:]
		if err := tx.PutAct(&d.act, d.events, 0); err != nil {
			return err
		}
	}
	return nil
}

// state is one of the states, the first ones more often: half of all are India.
func (w *world) state() string { return states[int(float64(len(states))*w.Float64()*w.Float64())] }

// party is a person of a state, or the state itself.
func (w *world) party(code string) record.Party {
	if code == "" || w.IntN(2) == 0 {
		code = w.state()
	}
	if w.IntN(2) == 0 {
		return record.Party{Text: code, ID: record.Null(code), Name: record.Null(code), Code: code, Sector: "GOV"}
	}
	name := fmt.Sprintf("person-%d", w.IntN(people))
	return record.Party{Text: name, ID: record.Null("person:" + name), Name: record.Null(name), Code: code, Sector: "GOV", Office: "minister"}
}

// text is words with frequencies as in language: the k-th most frequent word is k times as rare as the first.
func (w *world) text() string {
	z := rand.NewZipf(w.Rand, 1.1, 2, lexicon)
	var b strings.Builder
	for b.Len() < 130 || b.Len() < wordsOf*5 {
		fmt.Fprintf(&b, "w%d ", z.Uint64())
	}
	return b.String()
}
