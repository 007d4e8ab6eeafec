package store

import (
	"encoding/json"

	"varta/record"
)

// decodeLine reads a line with a function that knows its fields; what that finds odd is left to encoding/json.
func decodeLine[T any](line string, v *T, read func(*lineReader, *T)) error {
	r := &lineReader{s: line}
	read(r, v)
	if r.end() {
		return nil
	}
	var none T
	*v = none
	return json.Unmarshal([]byte(line), v)
}

// record reads a record without its parts, which are kept apart.
func (r *lineReader) record(x *record.Record) {
	r.object(func(key string) {
		switch key {
		case "id":
			x.ID = r.text()
		case "schema":
			x.Schema = r.text()
		case "version":
			x.Version = r.text()
		case "data_version":
			x.DataVersion = r.text()
		case "report":
			r.report(&x.Report)
		case "events":
			x.Events = array(r, func(*record.Event) { r.odd = true })
		case "statements":
			x.Statements = array(r, func(*record.Statement) { r.odd = true })
		case "facts":
			x.Facts = array(r, func(*record.Fact) { r.odd = true })
		case "mentions":
			x.Mentions = array(r, r.mention)
		case "notes":
			x.Notes = array(r, r.note)
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) report(x *record.Report) {
	r.object(func(key string) {
		switch key {
		case "title":
			x.Title = r.maybe()
		case "url":
			x.URL = r.maybe()
		case "publisher":
			x.Publisher = r.maybe()
		case "agency":
			x.Agency = r.maybe()
		case "dateline":
			x.Dateline = r.dateline()
		case "lang":
			x.Lang = r.text()
		case "published":
			x.Published = r.maybe()
		case "sha256":
			x.SHA256 = r.text()
		case "bytes":
			x.Bytes = r.integer()
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) dateline() *record.Dateline {
	if r.null() {
		return nil
	}
	d := new(record.Dateline)
	r.object(func(key string) {
		switch key {
		case "text":
			d.Text = r.text()
		case "code":
			d.Code = r.text()
		default:
			r.odd = true
		}
	})
	return d
}

func (r *lineReader) mention(m *record.Mention) {
	r.object(func(key string) {
		switch key {
		case "text":
			m.Text = r.text()
		case "start":
			m.Start = r.integer()
		case "end":
			m.End = r.integer()
		case "type":
			m.Type = r.text()
		case "id":
			m.ID = r.maybe()
		case "code":
			m.Code = r.text()
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) note(n *record.Note) {
	r.object(func(key string) {
		switch key {
		case "code":
			n.Code = r.text()
		case "start":
			n.Start = r.integer()
		case "end":
			n.End = r.integer()
		case "text":
			n.Text = r.text()
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) statement(s *record.Statement) {
	r.object(func(key string) {
		switch key {
		case "id":
			s.ID = r.text()
		case "speaker":
			r.party(&s.Speaker)
		case "addressees":
			s.Addressees = array(r, r.party)
		case "about":
			s.About = r.texts()
		case "topics":
			s.Topics = r.texts()
		case "content":
			r.span(&s.Content)
		case "forum":
			s.Forum = r.maybe()
		case "date":
			s.Date = r.date()
		case "place":
			s.Place = r.place()
		case "evidence":
			s.Evidence = array(r, r.evidence)
		case "rule":
			s.Rule = r.text()
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) fact(f *record.Fact) {
	r.object(func(key string) {
		switch key {
		case "id":
			f.ID = r.text()
		case "kind":
			f.Kind = r.text()
		case "subject":
			r.party(&f.Subject)
		case "object":
			r.party(&f.Object)
		case "office":
			f.Office = r.maybe()
		case "since":
			f.Since = r.maybe()
		case "until":
			f.Until = r.maybe()
		case "evidence":
			f.Evidence = array(r, r.evidence)
		case "rule":
			f.Rule = r.text()
		default:
			r.odd = true
		}
	})
}

// event reads an event; what is in its evidence is kept apart.
func (r *lineReader) event(e *record.Event) {
	r.object(func(key string) {
		switch key {
		case "id":
			e.ID = r.text()
		case "type":
			e.Type = r.text()
		case "modes":
			e.Modes = r.texts()
		case "contexts":
			e.Contexts = r.texts()
		case "cameo":
			e.CAMEO = r.text()
		case "quad":
			e.Quad = r.integer()
		case "score":
			e.Score = r.number()
		case "status":
			e.Status = r.text()
		case "actors":
			e.Actors = array(r, r.party)
		case "recipients":
			e.Recipients = array(r, r.party)
		case "date":
			e.Date = r.date()
		case "place":
			e.Place = r.place()
		case "speaker":
			e.Speaker = r.maybeParty()
		default:
			r.eventRest(e, key)
		}
	})
}

func (r *lineReader) eventRest(e *record.Event, key string) {
	switch key {
	case "occasion":
		e.Occasion = r.maybe()
	case "topics":
		e.Topics = r.texts()
	case "evidence":
		e.Evidence = array(r, r.evidence)
	case "rule":
		e.Rule = r.text()
	case "confidence":
		e.Confidence = r.number()
	default:
		r.odd = true
	}
}

func (r *lineReader) maybeParty() *record.Party {
	if r.null() {
		return nil
	}
	p := new(record.Party)
	r.party(p)
	return p
}

func (r *lineReader) party(p *record.Party) {
	r.object(func(key string) {
		switch key {
		case "text":
			p.Text = r.text()
		case "start":
			p.Start = r.integer()
		case "end":
			p.End = r.integer()
		case "id":
			p.ID = r.maybe()
		case "name":
			p.Name = r.maybe()
		case "code":
			p.Code = r.text()
		case "sector":
			p.Sector = r.maybe()
		case "office":
			p.Office = r.maybe()
		case "wikidata":
			p.Wikidata = r.maybe()
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) date() *record.Date {
	if r.null() {
		return nil
	}
	d := new(record.Date)
	r.object(func(key string) {
		switch key {
		case "value":
			d.Value = r.text()
		case "until":
			d.Until = r.maybe()
		case "precision":
			d.Precision = r.text()
		case "text":
			d.Text = r.text()
		case "start":
			d.Start = r.integer()
		case "end":
			d.End = r.integer()
		default:
			r.odd = true
		}
	})
	return d
}

func (r *lineReader) place() *record.Place {
	if r.null() {
		return nil
	}
	p := new(record.Place)
	r.object(func(key string) {
		switch key {
		case "text":
			p.Text = r.text()
		case "start":
			p.Start = r.integer()
		case "end":
			p.End = r.integer()
		case "name":
			p.Name = r.maybe()
		case "code":
			p.Code = r.text()
		case "lat":
			p.Lat = r.maybeNumber()
		case "lon":
			p.Lon = r.maybeNumber()
		case "geonames":
			p.GeoNames = r.maybeInteger()
		case "precision":
			p.Precision = r.text()
		default:
			r.odd = true
		}
	})
	return p
}

func (r *lineReader) span(s *record.Span) {
	r.object(func(key string) {
		switch key {
		case "start":
			s.Start = r.integer()
		case "end":
			s.End = r.integer()
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) evidence(e *record.Evidence) {
	r.object(func(key string) {
		switch key {
		case "start":
			e.Start = r.integer()
		case "end":
			e.End = r.integer()
		case "quote":
			e.Quote = r.text()
		default:
			r.odd = true
		}
	})
}
