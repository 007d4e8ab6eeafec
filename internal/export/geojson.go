package export

import (
	"bytes"
	"encoding/json"
	"strings"
)

// The objects of GeoJSON (RFC 7946): longitude before latitude, WGS 84.
type (
	feature struct {
		Type       string            `json:"type"`
		ID         string            `json:"id"`
		Geometry   point             `json:"geometry"`
		Properties featureProperties `json:"properties"`
	}
	point struct {
		Type        string     `json:"type"`
		Coordinates [2]float64 `json:"coordinates"`
	}
	featureProperties struct {
		Type       string   `json:"type"`
		Modes      []string `json:"modes"`
		Status     string   `json:"status"`
		Quad       int      `json:"quad"`
		Score      float64  `json:"score"`
		Date       *string  `json:"date"`
		Until      *string  `json:"until"`
		Actors     []string `json:"actors"`
		Recipients []string `json:"recipients"`
		Names      string   `json:"names"`
		Place      *string  `json:"place"`
		Code       *string  `json:"code"`
		Precision  string   `json:"precision"`
		Reports    int      `json:"reports"`
		URL        *string  `json:"url"`
		Quote      string   `json:"quote"`
	}
)

// null is a string that is null in JSON when it is empty.
func null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// listed writes one JSON object with a list: head, the elements, one a line, tail.
type listed struct {
	*job
	n int
}

func (l *listed) add(v any) error {
	if l.n++; l.n > 1 {
		l.out.WriteString(",")
	}
	l.out.WriteString("\n")
	return l.element(v)
}

// element writes a value without the line end that the encoder puts after it.
func (j *job) element(v any) error {
	j.scratch.Reset()
	e := json.NewEncoder(&j.scratch)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := j.out.Write(bytes.TrimSuffix(j.scratch.Bytes(), []byte("\n")))
	return err
}

func writeGeoJSON(j *job) error {
	j.out.WriteString(`{"type":"FeatureCollection","features":[`)
	l := listed{job: j}
	for t, err := range j.Acts {
		if err != nil {
			return err
		}
		w := t.where()
		if w.Lat == nil || w.Lon == nil {
			j.leave("no place on the map")
			continue
		}
		j.tally.Rows++
		if err := l.add(j.feature(t)); err != nil {
			return err
		}
	}
	_, err := j.out.WriteString("\n]}\n")
	return err
}

func (j *job) feature(t Told) feature {
	a, w, when := t.Act, t.where(), t.when()
	parties := []string{}
	for _, p := range append(distinct(named(a.Actors)), distinct(named(a.Recipients))...) {
		parties = append(parties, j.label(p))
	}
	return feature{
		Type: "Feature", ID: a.ID, Geometry: point{"Point", [2]float64{*w.Lon, *w.Lat}},
		Properties: featureProperties{
			Type: a.Type, Modes: list(a.Modes), Status: a.Status, Quad: a.Quad, Score: a.Score,
			Date: null(when.Value), Until: null(string(when.Until)), Actors: codesOf(a.Actors), Recipients: codesOf(a.Recipients),
			Names: strings.Join(parties, "; "), Place: null(string(w.Name)), Code: null(known(w.Code)),
			Precision: w.Precision, Reports: t.articles(), URL: null(t.url()), Quote: t.quote(),
		},
	}
}

// list is never null in JSON.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
