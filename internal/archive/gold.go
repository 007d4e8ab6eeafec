package archive

import (
	"context"

	"varta/record"
)

// Gold is the record of a report as those who annotate write it: what an editor accepted or mended counts, the rest is
// optional, so that it neither counts for nor against a reader that is measured with it.
type Gold struct {
	ID         string           `json:"id"`
	Lang       string           `json:"lang"`
	Published  record.Null      `json:"published"`
	Text       string           `json:"text"`
	Events     []GoldEvent      `json:"events"`
	Statements []GoldStatement  `json:"statements"`
	Facts      []GoldFact       `json:"facts"`
	Mentions   []record.Mention `json:"mentions"`
}

// GoldEvent is an event of gold.
type GoldEvent struct {
	Type       string            `json:"type"`
	AltTypes   []string          `json:"alt_types"`
	Modes      []string          `json:"modes"`
	Status     string            `json:"status"`
	Actors     []GoldParty       `json:"actors"`
	Recipients []GoldParty       `json:"recipients"`
	Date       record.Null       `json:"date"`
	Place      *GoldParty        `json:"place"`
	Evidence   []record.Evidence `json:"evidence"`
	Optional   bool              `json:"optional"`
}

// GoldStatement is a statement of gold.
type GoldStatement struct {
	Speaker  GoldParty         `json:"speaker"`
	About    []string          `json:"about"`
	Evidence []record.Evidence `json:"evidence"`
	Optional bool              `json:"optional"`
}

// GoldFact is a fact of gold.
type GoldFact struct {
	Kind     string            `json:"kind"`
	Subject  GoldParty         `json:"subject"`
	Object   GoldParty         `json:"object"`
	Office   record.Null       `json:"office"`
	Since    record.Null       `json:"since"`
	Until    record.Null       `json:"until"`
	Evidence []record.Evidence `json:"evidence"`
	Optional bool              `json:"optional"`
}

// GoldParty is a party or a place of gold.
type GoldParty struct {
	Text string `json:"text"`
	Code string `json:"code"`
}

// Gold makes gold of a report, by its id.
func (a *Archive) Gold(ctx context.Context, id string) (*Gold, error) {
	rec, err := a.Record(ctx, id)
	if err != nil {
		return nil, err
	}
	settled, err := a.settled(ctx, id)
	if err != nil {
		return nil, err
	}
	out := &Gold{ID: rec.ID, Lang: rec.Report.Lang, Published: rec.Report.Published, Text: rec.Report.Text, Mentions: rec.Mentions,
		Events: []GoldEvent{}, Statements: []GoldStatement{}, Facts: []GoldFact{}}
	for _, e := range rec.Events {
		x := GoldEvent{Type: e.Type, AltTypes: []string{}, Modes: e.Modes, Status: e.Status, Actors: goldParties(e.Actors), Recipients: goldParties(e.Recipients),
			Evidence: e.Evidence, Optional: !settled[e.ID]}
		if e.Date != nil {
			x.Date = record.Null(e.Date.Value)
		}
		if e.Place != nil {
			x.Place = &GoldParty{e.Place.Text, e.Place.Code}
		}
		out.Events = append(out.Events, x)
	}
	for _, s := range rec.Statements {
		out.Statements = append(out.Statements, GoldStatement{GoldParty{s.Speaker.Text, s.Speaker.Code}, s.About, s.Evidence, !settled[s.ID]})
	}
	for _, f := range rec.Facts {
		out.Facts = append(out.Facts, GoldFact{f.Kind, GoldParty{f.Subject.Text, f.Subject.Code}, GoldParty{f.Object.Text, f.Object.Code}, f.Office, f.Since, f.Until,
			f.Evidence, !settled[f.ID]})
	}
	return out, nil
}

// settled are the ids of the items of a report that somebody accepted or mended.
func (a *Archive) settled(ctx context.Context, id string) (map[string]bool, error) {
	_, list, x, err := a.open(ctx, id)
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for item, it := range x.targets {
		for _, c := range list {
			out[item] = out[item] || c.Target == it.target
		}
	}
	return out, nil
}

func goldParties(list []record.Party) []GoldParty {
	out := make([]GoldParty, len(list))
	for i, p := range list {
		out[i] = GoldParty{p.Text, p.Code}
	}
	return out
}
