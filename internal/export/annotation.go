package export

import (
	"fmt"
	"net/url"
	"strconv"
	"unicode/utf8"

	"varta/record"
)

// The objects of the W3C Web Annotation model.
type (
	annotation struct {
		Context    string           `json:"@context,omitempty"`
		ID         string           `json:"id"`
		Type       string           `json:"type"`
		Motivation string           `json:"motivation"`
		Generator  annotationAgent  `json:"generator"`
		Body       []annotationBody `json:"body"`
		Target     annotationTarget `json:"target"`
	}
	annotationAgent struct {
		Type string `json:"type"`
		Name string `json:"name"`
	}
	annotationBody struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Value   string `json:"value"`
	}
	annotationTarget struct {
		Source   string `json:"source"`
		Selector []any  `json:"selector"`
	}
	positionSelector struct {
		Type  string `json:"type"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
	quoteSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
)

// contextRunes is how much of the text a quote has on each side.
const contextRunes = 32

const annotationContext = "http://www.w3.org/ns/anno.jsonld"

// writeAnnotations writes a page of annotations: one for each span of evidence and each mention. A span is selected three
// times: by code points of the text, by bytes of its UTF-8 form, and by its words.
func writeAnnotations(j *job) error {
	fmt.Fprintf(j.out, `{"@context":%q,"id":"urn:varta:annotations","type":"AnnotationPage","items":[`, annotationContext)
	l := listed{job: j}
	for r, err := range j.Records {
		if err != nil {
			return err
		}
		a, err := j.newAnnotator(r.Record)
		if err != nil {
			return err
		}
		for _, s := range spans(r) {
			j.tally.Rows++
			if err := l.add(a.annotation(s)); err != nil {
				return err
			}
		}
	}
	_, err := j.out.WriteString("\n]}\n")
	return err
}

// tagged is a span of the text and what it stands for.
type tagged struct {
	id         string
	start, end int
	bodies     []annotationBody
}

// spans are all that a record says of its text.
func spans(r Read) []tagged {
	var out []tagged
	add := func(id string, evidence []record.Evidence, bodies ...annotationBody) {
		for i, e := range evidence {
			out = append(out, tagged{id + "/" + strconv.Itoa(i+1), e.Start, e.End, bodies})
		}
	}
	for _, e := range r.Record.Events {
		bodies := []annotationBody{tag(e.Type), {"TextualBody", "describing", describe(&e)}, {"TextualBody", "identifying", r.Acts[e.ID]}}
		for _, m := range e.Modes {
			bodies = append(bodies, tag(m))
		}
		add(e.ID, e.Evidence, bodies...)
	}
	for _, s := range r.Record.Statements {
		add(s.ID, s.Evidence, tag("statement"), annotationBody{"TextualBody", "describing", "said by " + s.Speaker.Code})
	}
	for _, f := range r.Record.Facts {
		add(f.ID, f.Evidence, tag(f.Kind), annotationBody{"TextualBody", "describing", f.Subject.Code + " " + f.Kind + " " + f.Object.Code})
	}
	for i, m := range r.Record.Mentions {
		bodies := []annotationBody{tag(m.Type)}
		if m.ID != "" {
			bodies = append(bodies, annotationBody{"TextualBody", "identifying", string(m.ID)})
		}
		out = append(out, tagged{"m" + strconv.Itoa(i+1), m.Start, m.End, bodies})
	}
	return out
}

func tag(value string) annotationBody { return annotationBody{"TextualBody", "tagging", value} }

// describe is "IND, RUS happened 2024-03-04".
func describe(e *record.Event) string {
	out := ""
	for _, p := range e.Actors {
		out += p.Code + " "
	}
	out += e.Status
	for _, p := range e.Recipients {
		out += " " + p.Code
	}
	if e.Date != nil {
		out += " " + e.Date.Value
	}
	return out
}

// annotator annotates one text.
type annotator struct {
	source, id, text string
	agent            annotationAgent
	points           pointCounter
}

// newAnnotator needs the text of the report.
func (j *job) newAnnotator(r *record.Record) (*annotator, error) {
	if len(r.Report.Text) != r.Report.Bytes {
		return nil, fmt.Errorf("record %s has no text: read it with varta read --text", r.ID)
	}
	if err := record.Verify(r, r.Report.Text); err != nil {
		return nil, fmt.Errorf("record %s does not fit its text: %w", r.ID, err)
	}
	source := string(r.Report.URL)
	if source == "" {
		source = reportURN(r.ID)
	}
	return &annotator{
		source: source, id: reportURN(r.ID), text: r.Report.Text, agent: annotationAgent{"Software", "varta " + j.version},
		points: pointCounter{text: r.Report.Text},
	}, nil
}

func (a *annotator) annotation(s tagged) annotation {
	before, after := a.text[:s.start], a.text[s.end:]
	return annotation{
		ID: a.id + "#" + url.PathEscape(s.id), Type: "Annotation", Motivation: "tagging", Generator: a.agent, Body: s.bodies,
		Target: annotationTarget{a.source, []any{
			positionSelector{"TextPositionSelector", a.points.at(s.start), a.points.at(s.end)},
			positionSelector{"DataPositionSelector", s.start, s.end},
			quoteSelector{"TextQuoteSelector", a.text[s.start:s.end], last(before), first(after)},
		}},
	}
}

// pointCounter turns bytes into code points; it counts on from the place that it was asked for last.
type pointCounter struct {
	text        string
	byte, point int
}

func (c *pointCounter) at(n int) int {
	if n < c.byte {
		c.byte, c.point = 0, 0
	}
	c.point += utf8.RuneCountInString(c.text[c.byte:n])
	c.byte = n
	return c.point
}

// last and first are the ends of a text that go with a quote.
func last(s string) string {
	at := len(s)
	for range contextRunes {
		_, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
	}
	return s[at:]
}

func first(s string) string {
	at := 0
	for range contextRunes {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return s[:at]
}
