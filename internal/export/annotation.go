package export

import (
	"fmt"
	"io"
	"net/url"
	"strconv"
	"unicode/utf8"

	"varta/record"
)

// annotationBody is what a W3C Web Annotation says of a span.
type annotationBody struct{ kind, purpose, value string }

// contextRunes is how much of the text a quote has on each side.
const contextRunes = 32

const annotationContext = "http://www.w3.org/ns/anno.jsonld"

// writeAnnotations writes a page of annotations: one for each span of evidence and each mention. A span is selected three
// times: by code points of the text, by bytes of its UTF-8 form, and by its words.
func writeAnnotations(j *job) error {
	fmt.Fprintf(j.out, `{"@context":%q,"id":"urn:varta:annotations","type":"AnnotationPage","items":[`, annotationContext)
	first := true
	for r, err := range j.Records {
		if err != nil {
			return err
		}
		a, err := j.newAnnotator(r.Record)
		if err != nil {
			return err
		}
		for _, s := range spans(r) {
			if !first {
				j.out.WriteByte(',')
			}
			first = false
			j.tally.Rows++
			if err := a.write(j.out, s); err != nil {
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
	id, text  string
	generator []byte // as it stands in an annotation
	target    []byte // until the selectors
	points    pointCounter
	line      []byte // the annotation under way
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
	a := &annotator{id: reportURN(r.ID), text: r.Report.Text, points: pointCounter{text: r.Report.Text}}
	a.generator = append(record.Quoted([]byte(`"generator":{"type":"Software","name":`), "varta "+j.version), '}')
	a.target = append(record.Quoted([]byte(`"target":{"source":`), source), `,"selector":[`...)
	return a, nil
}

// write writes the annotation of a span; there are ten of them for an event, too many for reflection.
func (a *annotator) write(w io.Writer, s tagged) error {
	b := record.Quoted(append(a.line[:0], "\n"+`{"id":`...), a.id+"#"+url.PathEscape(s.id))
	b = append(append(b, `,"type":"Annotation","motivation":"tagging",`...), a.generator...)
	b = append(b, `,"body":[`...)
	for i, x := range s.bodies {
		if i > 0 {
			b = append(b, ',')
		}
		b = record.Quoted(append(b, `{"type":`...), x.kind)
		b = record.Quoted(append(b, `,"purpose":`...), x.purpose)
		b = append(record.Quoted(append(b, `,"value":`...), x.value), '}')
	}
	b = append(append(b, `],`...), a.target...)
	b = append(selector(b, "TextPositionSelector", a.points.at(s.start), a.points.at(s.end)), ',')
	b = append(selector(b, "DataPositionSelector", s.start, s.end), ',')
	a.line = append(a.quote(b, s.start, s.end), "]}}"...)
	_, err := w.Write(a.line)
	return err
}

func selector(b []byte, kind string, start, end int) []byte {
	b = append(append(append(b, `{"type":"`...), kind...), `","start":`...)
	b = append(strconv.AppendInt(b, int64(start), 10), `,"end":`...)
	return append(strconv.AppendInt(b, int64(end), 10), '}')
}

// quote selects a span by its words and those around it.
func (a *annotator) quote(b []byte, start, end int) []byte {
	b = record.Quoted(append(b, `{"type":"TextQuoteSelector","exact":`...), a.text[start:end])
	if before := last(a.text[:start]); before != "" {
		b = record.Quoted(append(b, `,"prefix":`...), before)
	}
	if after := first(a.text[end:]); after != "" {
		b = record.Quoted(append(b, `,"suffix":`...), after)
	}
	return append(b, '}')
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

// last and first are the ends of a text that go with a quote. A letter begins where a byte does not go on with one.
func last(s string) string {
	at := len(s)
	for n := 0; n < contextRunes && at > 0; n++ {
		for at--; at > 0 && !utf8.RuneStart(s[at]); at-- {
		}
	}
	return s[at:]
}

func first(s string) string {
	at := 0
	for n := 0; n < contextRunes && at < len(s); n++ {
		for at++; at < len(s) && !utf8.RuneStart(s[at]); at++ {
		}
	}
	return s[:at]
}
