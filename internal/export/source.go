package export

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"net/url"

	"varta/record"
)

// Source is what is exported. Each stream may be gone through more than once and comes in the same order each time.
// Records are whole; Heads have what is known of the report alone, Said the statements too, so that less need be read.
type Source struct {
	Acts iter.Seq2[Told, error]
	// Meetings are the acts that are consultations; at their end others is how many are none. Most acts are none, and
	// an archive need not read them.
	Meetings             func(others *int) iter.Seq2[Told, error]
	Heads, Said, Records iter.Seq2[Read, error]
	Relations            iter.Seq2[Known, error]
}

// Known is a relation with the addresses of the reports that give it, by the ID of the report; most have none.
type Known struct {
	*record.Relation
	URLs map[string]string
}

// address is the URL of a report, else a name made of its ID.
func (k Known) address(report string) string {
	if u := k.URLs[report]; u != "" {
		return u
	}
	return reportURN(report)
}

// reportURN names a report that has no address.
func reportURN(id string) string { return "urn:varta:report:" + url.PathEscape(id) }

// Told is an act with the reports that tell it: Reports[i] is the report of Act.Tellings[i].
type Told struct {
	Act     *record.Act
	Reports []*record.Report
}

// Read is a record with the acts to which its events belong, by the ID of the event.
type Read struct {
	Record *record.Record
	Acts   map[string]string
}

// Alone is a source of records that nobody merged: every event is an act of its own, every fact a relation.
func Alone(records iter.Seq2[*record.Record, error]) Source {
	whole := flat(records, func(r *record.Record, yield func(Read) bool) bool { return yield(readOf(r)) })
	acts := flat(records, func(r *record.Record, yield func(Told) bool) bool {
		for i := range r.Events {
			if !yield(Told{actOf(r, &r.Events[i]), []*record.Report{&r.Report}}) {
				return false
			}
		}
		return true
	})
	return Source{
		Acts: acts, Meetings: func(others *int) iter.Seq2[Told, error] { return MeetingsOf(acts, others) },
		Heads: whole, Said: whole, Records: whole,
		Relations: flat(records, func(r *record.Record, yield func(Known) bool) bool {
			for i := range r.Facts {
				if !yield(relationOf(r, &r.Facts[i])) {
					return false
				}
			}
			return true
		}),
	}
}

// Meeting is the type of the acts that are meetings.
const Meeting = "CONSULT"

// MeetingsOf leaves out acts that are no meetings, and counts them.
func MeetingsOf(acts iter.Seq2[Told, error], others *int) iter.Seq2[Told, error] {
	return func(yield func(Told, error) bool) {
		*others = 0
		for t, err := range acts {
			if err == nil && t.Act.Type != Meeting {
				*others++
				continue
			}
			if !yield(t, err) {
				return
			}
		}
	}
}

// flat makes a stream of what each record gives.
func flat[T any](records iter.Seq2[*record.Record, error], each func(*record.Record, func(T) bool) bool) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for r, err := range records {
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			if !each(r, func(v T) bool { return yield(v, nil) }) {
				return
			}
		}
	}
}

// contentID names what a record contains by the text and the place in it, so that it stays the same.
func contentID(kind string, r *record.Record, id string) string {
	return kind + ":" + digest(r.ID+"\x00"+r.Report.SHA256+"\x00"+id)
}

// digest is twelve hexadecimal digits of a text.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}

func readOf(r *record.Record) Read {
	acts := make(map[string]string, len(r.Events))
	for _, e := range r.Events {
		acts[e.ID] = contentID("act", r, e.ID)
	}
	return Read{r, acts}
}

func actOf(r *record.Record, e *record.Event) *record.Act {
	a := &record.Act{
		ID: contentID("act", r, e.ID), Type: e.Type, Modes: e.Modes, Contexts: e.Contexts, CAMEO: e.CAMEO, Quad: e.Quad,
		Score: e.Score, Status: e.Status, Topics: e.Topics, Confidence: e.Confidence,
		History: []record.Turn{{Status: e.Status, Report: r.ID, Published: r.Report.Published}},
		Actors:  actors(e.Actors), Recipients: actors(e.Recipients),
		Tellings: []record.Telling{{
			Report: r.ID, Event: e.ID, Published: r.Report.Published, Status: e.Status, Evidence: e.Evidence,
		}},
	}
	if e.Occasion != "" {
		a.Occasion = record.Null(contentID("act", r, string(e.Occasion)))
	}
	if d := e.Date; d != nil {
		a.Date = &record.When{Value: d.Value, Until: d.Until, Precision: d.Precision}
	}
	if p := e.Place; p != nil {
		a.Place = &record.Where{Name: p.Name, Code: p.Code, Lat: p.Lat, Lon: p.Lon, GeoNames: p.GeoNames, Precision: p.Precision}
	}
	return a
}

func relationOf(r *record.Record, f *record.Fact) Known {
	source := record.Source{Report: r.ID, Fact: f.ID, Evidence: f.Evidence}
	known := Known{URLs: map[string]string{r.ID: string(r.Report.URL)}}
	known.Relation = &record.Relation{
		ID: contentID("fact", r, f.ID), Kind: f.Kind, Subject: actor(f.Subject), Object: actor(f.Object), Office: f.Office,
		Terms: []record.Term{{Since: f.Since, Until: f.Until, Sources: []record.Source{source}}},
	}
	return known
}

func actors(parties []record.Party) []record.Actor {
	out := make([]record.Actor, len(parties))
	for i, p := range parties {
		out[i] = actor(p)
	}
	return out
}

func actor(p record.Party) record.Actor {
	return record.Actor{ID: p.ID, Name: p.Name, Code: p.Code, Sector: p.Sector, Office: p.Office, Wikidata: p.Wikidata}
}
