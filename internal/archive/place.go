package archive

import (
	"strings"

	"varta/record"
)

// Placed is where an event took place as a form names it: by its words in the report, behind a code that says in which
// state they lie, or by no words for none.
func Placed(p *record.Place) string {
	switch {
	case p == nil:
		return ""
	case p.Code == record.Unknown:
		return p.Text
	}
	return p.Code + "=" + p.Text
}

// relocate gives an event another place. No evidence, no place: its words stand in the report.
func (a *Archive) relocate(rec *record.Record, e *record.Event, value string) error {
	if value = strings.TrimSpace(value); value == "" {
		e.Place = nil
		return nil
	}
	code, words, ok := strings.Cut(value, "=")
	if !ok {
		code, words = "", value
	}
	if code = strings.TrimSpace(code); code != "" {
		if _, err := a.known(code); err != nil {
			return err
		}
	}
	at, err := passage(rec.Report.Text, words, e.Evidence[0].Start)
	if err != nil {
		return err
	}
	p, err := a.placeOf(at.Quote, code)
	p.Text, p.Start, p.End = at.Quote, at.Start, at.End
	if err == nil {
		e.Place = &p
	}
	return err
}

// placeOf is the place that words name: a state, else the place of the tables that is spelt most like it, in the state of a
// code if there is one. Of what the tables do not have the code alone is known.
func (a *Archive) placeOf(words, code string) (record.Place, error) {
	reader, err := a.reader()
	if err != nil {
		return record.Place{}, err
	}
	registry := reader.Registry()
	named, _ := registry.Find(words) // what names nothing may be a place that is spelt in another way
	for _, n := range named {
		if n.Kind == "state" && (code == "" || code == n.Code) {
			return record.Place{Name: record.Null(n.Name), Code: n.Code, Precision: "state"}, nil
		}
	}
	if found, err := registry.Where(words, code, 1); err == nil && len(found) > 0 {
		p := found[0]
		return record.Place{Name: record.Null(p.Name), Code: p.Code, Lat: p.Lat, Lon: p.Lon, GeoNames: p.GeoNames, Precision: precision(p.Kind)}, nil
	}
	if code == "" {
		return record.Place{}, wrong("the tables have no place %q; name its state too: IND=%s", words, words)
	}
	return record.Place{Code: code, Precision: "place"}, nil
}

// precision is that of a kind of place: towns and seats of offices are cities.
func precision(kind string) string {
	switch kind {
	case "region", "area", "sea", "river":
		return kind
	}
	return "city"
}
