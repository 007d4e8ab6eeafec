package export

import (
	"encoding/json"

	"varta/record"
)

// The objects of PLOVER's JSON. What is not known is left out.
type (
	ploverRecord struct {
		ID         string         `json:"id"`
		HasEvent   bool           `json:"has_event"`
		Date       string         `json:"date"`
		EndDate    string         `json:"enddate,omitempty"`
		Actor      []ploverEntity `json:"actor"`
		Recipient  []ploverEntity `json:"recipient,omitempty"`
		Event      []string       `json:"event"`
		EventLoc   *ploverPlace   `json:"event_loc,omitempty"`
		EventText  []string       `json:"event_text,omitempty"`
		QuadCode   int            `json:"quad_code"`
		EventScale float64        `json:"event_scale"`
		Mode       []string       `json:"mode,omitempty"`
		Context    []string       `json:"context,omitempty"`
		TextInfo   []ploverText   `json:"text_info,omitempty"`
		CiteInfo   []ploverCite   `json:"cite_info,omitempty"`
		Coder      string         `json:"coder"`
		Comment    string         `json:"comment,omitempty"`
	}
	ploverEntity struct {
		Code       string `json:"code,omitempty"`
		Sector     string `json:"sector,omitempty"`
		EntityText string `json:"entity_text,omitempty"`
		Identifier string `json:"identifier_id,omitempty"`
		Name       string `json:"identifier_text,omitempty"`
		Office     string `json:"office,omitempty"`
	}
	ploverPlace struct {
		Resolved   string   `json:"resolved_place,omitempty"`
		GeoNames   *int     `json:"geonameid,omitempty"`
		Lat        *float64 `json:"lat,omitempty"`
		Lon        *float64 `json:"lon,omitempty"`
		City       string   `json:"city,omitempty"`
		Province   string   `json:"province,omitempty"`
		Country    string   `json:"country,omitempty"`
		Code       string   `json:"country_code,omitempty"`
		Class      string   `json:"feature_class,omitempty"`
		Resolution int      `json:"resolution,omitempty"`
	}
	ploverText struct {
		Sequence  int      `json:"sequence"`
		TextStory []string `json:"text_story"`
	}
	ploverCite struct {
		Citation    string `json:"citation"`
		URL         string `json:"url,omitempty"`
		Title       string `json:"title,omitempty"`
		Language    string `json:"language,omitempty"`
		Publication string `json:"publication,omitempty"`
		Codebook    string `json:"codebook"`
		Version     string `json:"version"`
	}
)

// auxiliaries are PLOVER's modes of a status, which go among the contexts.
var auxiliaries = map[string]string{record.Planned: "future", record.Possible: "hypothetical", record.Denied: "negation"}

func writePLOVER(j *job) error {
	for t, err := range j.Acts {
		if err != nil {
			return err
		}
		if err := j.json(j.plover(t)); err != nil {
			return err
		}
	}
	return nil
}

// json writes one line and counts it.
func (j *job) json(v any) error {
	j.tally.Rows++
	e := json.NewEncoder(j.out)
	e.SetEscapeHTML(false) // quotes must read as the report has them
	return e.Encode(v)
}

// plover is the object of an act. A planned act that is a type of its own there becomes that; other statuses go where
// PLOVER has a place for them.
func (j *job) plover(t Told) ploverRecord {
	a, comment := *t.Act, ""
	context := a.Contexts
	rewritten := false
	if a.Status == record.Planned {
		a, rewritten = j.planned(a)
	}
	if aux := auxiliaries[a.Status]; aux != "" && !rewritten {
		context = append(context[:len(context):len(context)], aux)
	}
	if a.Status != record.Happened {
		comment = "status: " + a.Status
	}
	t = Told{&a, t.Reports}
	out := ploverRecord{
		ID: a.ID, HasEvent: true, Date: t.date(), Actor: j.ploverEntities(named(a.Actors)), Recipient: j.ploverEntities(named(a.Recipients)),
		Event: []string{a.Type}, EventLoc: j.ploverPlace(t), QuadCode: a.Quad, EventScale: a.Score, Mode: a.Modes,
		Context: context, Coder: "varta " + j.version, Comment: comment,
	}
	if until := t.until(); until != out.Date {
		out.EndDate = until
	}
	for i, l := range a.Tellings {
		text := ploverText{Sequence: i + 1, TextStory: []string{}}
		for _, e := range l.Evidence {
			text.TextStory = append(text.TextStory, e.Quote)
		}
		out.EventText = append(out.EventText, text.TextStory...)
		out.TextInfo = append(out.TextInfo, text)
		out.CiteInfo = append(out.CiteInfo, j.cite(&t, i))
	}
	return out
}

func (j *job) ploverEntities(parties []record.Actor) []ploverEntity {
	out := []ploverEntity{}
	for i := range parties {
		a := &parties[i]
		e := ploverEntity{
			Code: j.ploverCode(a), Sector: string(a.Sector), EntityText: j.label(a), Identifier: string(a.Wikidata),
			Office: string(a.Office),
		}
		if e.Identifier == "" {
			e.Identifier = j.codes.Organisations[a.Code].Wikidata
		}
		if e.Identifier != "" {
			e.Name = e.EntityText
		}
		out = append(out, e)
	}
	return out
}

func (j *job) ploverPlace(t Told) *ploverPlace {
	w := t.Act.Place
	if w == nil {
		return nil
	}
	out := &ploverPlace{
		Resolved: string(w.Name), GeoNames: w.GeoNames, Lat: w.Lat, Lon: w.Lon, Country: j.nameOf(w.Code),
		Code: known(w.Code), Class: featureClass(w.Precision),
	}
	switch w.Precision {
	case "city":
		out.City, out.Resolution = string(w.Name), 4
	case "region":
		out.Province, out.Resolution = string(w.Name), 2
	case "state":
		out.Resolution = 1
	}
	return out
}

func (j *job) cite(t *Told, i int) ploverCite {
	c := ploverCite{Citation: t.Act.Tellings[i].Report, Codebook: "PLOVER 2021", Version: "varta " + j.version}
	if r := t.report(i); r != nil {
		c.URL, c.Title, c.Language, c.Publication = string(r.URL), string(r.Title), r.Lang, string(r.Publisher)
	}
	return c
}
