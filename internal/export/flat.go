package export

import (
	"strconv"
	"strings"

	"varta/record"
)

func writeActsCSV(j *job) error {
	s, err := newSpreadsheet(j, actColumns())
	if err != nil {
		return err
	}
	for t, err := range j.Acts {
		if err != nil {
			return err
		}
		if err := s.row(&actRow{j, t}); err != nil {
			return err
		}
	}
	return s.close()
}

// actColumns are the columns of an act for people: lists are joined by "; ".
func actColumns() []column[actRow] {
	code := func(a *record.Actor) string { return known(a.Code) }
	return []column[actRow]{
		{"id", func(r *actRow) string { return r.Act.ID }},
		{"type", func(r *actRow) string { return r.Act.Type }},
		{"modes", func(r *actRow) string { return strings.Join(r.Act.Modes, "; ") }},
		{"contexts", func(r *actRow) string { return strings.Join(r.Act.Contexts, "; ") }},
		{"cameo", func(r *actRow) string { return r.Act.CAMEO }},
		{"quad", func(r *actRow) string { return strconv.Itoa(r.Act.Quad) }},
		{"score", func(r *actRow) string { return score(r.Act.Score) }},
		{"status", func(r *actRow) string { return r.Act.Status }},
		{"date", func(r *actRow) string { return r.when().Value }},
		{"until", func(r *actRow) string { return string(r.when().Until) }},
		{"date_precision", func(r *actRow) string { return r.when().Precision }},
		{"actors", func(r *actRow) string { return join(named(r.Act.Actors), code) }},
		{"actor_names", func(r *actRow) string { return join(named(r.Act.Actors), r.label) }},
		{"recipients", func(r *actRow) string { return join(named(r.Act.Recipients), code) }},
		{"recipient_names", func(r *actRow) string { return join(named(r.Act.Recipients), r.label) }},
		{"place", func(r *actRow) string { return string(r.where().Name) }},
		{"place_code", func(r *actRow) string { return known(r.where().Code) }},
		{"lat", func(r *actRow) string { return decimal(r.where().Lat) }},
		{"lon", func(r *actRow) string { return decimal(r.where().Lon) }},
		{"geonames", (*actRow).geoNames},
		{"place_precision", func(r *actRow) string { return r.where().Precision }},
		{"occasion", func(r *actRow) string { return string(r.Act.Occasion) }},
		{"topics", func(r *actRow) string { return strings.Join(r.Act.Topics, "; ") }},
		{"confidence", func(r *actRow) string { return score(r.Act.Confidence) }},
		{"reports", func(r *actRow) string { return strconv.Itoa(r.articles()) }},
		{"sources", func(r *actRow) string { return strings.Join(r.sources(), "; ") }},
		{"first_published", func(r *actRow) string { return r.published() }},
		{"last_published", func(r *actRow) string { return r.lastPublished() }},
		{"url", func(r *actRow) string { return r.url() }},
		{"quote", func(r *actRow) string { return r.quote() }},
	}
}

// when is the date of an act; one without a date has the zero date.
func (t *Told) when() record.When {
	if t.Act.Date == nil {
		return record.When{}
	}
	return *t.Act.Date
}

// said is a statement and the record that it stands in.
type said struct {
	*job
	Read
	*record.Statement
}

func writeStatementsCSV(j *job) error {
	s, err := newSpreadsheet(j, statementColumns())
	if err != nil {
		return err
	}
	for r, err := range j.Said {
		if err != nil {
			return err
		}
		for i := range r.Record.Statements {
			if err := s.row(&said{j, r, &r.Record.Statements[i]}); err != nil {
				return err
			}
		}
	}
	return s.close()
}

func statementColumns() []column[said] {
	speaker := func(s *said) record.Actor { return actor(s.Speaker) }
	return []column[said]{
		{"report", func(s *said) string { return s.Record.ID }},
		{"id", func(s *said) string { return s.Statement.ID }},
		{"published", func(s *said) string { return string(s.Record.Report.Published) }},
		{"speaker", func(s *said) string { return known(s.Speaker.Code) }},
		{"speaker_name", func(s *said) string { a := speaker(s); return s.label(&a) }},
		{"speaker_office", func(s *said) string { return string(s.Speaker.Office) }},
		{"speaker_text", func(s *said) string { return s.Speaker.Text }},
		{"about", func(s *said) string { return strings.Join(s.About, "; ") }},
		{"addressees", func(s *said) string {
			return join(actors(s.Addressees), func(a *record.Actor) string { return known(a.Code) })
		}},
		{"topics", func(s *said) string { return strings.Join(s.Topics, "; ") }},
		{"forum", func(s *said) string { return s.Acts[string(s.Forum)] }},
		{"date", func(s *said) string { return s.date() }},
		{"place", func(s *said) string {
			if s.Place == nil {
				return ""
			}
			return string(s.Place.Name)
		}},
		{"url", func(s *said) string { return string(s.Record.Report.URL) }},
		{"quote", func(s *said) string { return s.quote() }},
	}
}

// date is the day of a statement; one that names none has none, though its report was published on some day.
func (s *said) date() string {
	if s.Date == nil {
		return ""
	}
	return s.Date.Value
}

func (s *said) quote() string {
	if len(s.Evidence) == 0 {
		return ""
	}
	return s.Evidence[0].Quote
}

// term is one term of a relation.
type term struct {
	*job
	Known
	record.Term
}

func writeFactsCSV(j *job) error {
	s, err := newSpreadsheet(j, factColumns())
	if err != nil {
		return err
	}
	for r, err := range j.Relations {
		if err != nil {
			return err
		}
		for _, t := range r.Terms {
			if err := s.row(&term{j, r, t}); err != nil {
				return err
			}
		}
	}
	return s.close()
}

func factColumns() []column[term] {
	return []column[term]{
		{"id", func(t *term) string { return t.ID }},
		{"kind", func(t *term) string { return t.Kind }},
		{"subject", func(t *term) string { return known(t.Subject.Code) }},
		{"subject_id", func(t *term) string { return string(t.Subject.ID) }},
		{"subject_name", func(t *term) string { return t.label(&t.Subject) }},
		{"object", func(t *term) string { return known(t.Object.Code) }},
		{"object_id", func(t *term) string { return string(t.Object.ID) }},
		{"object_name", func(t *term) string { return t.label(&t.Object) }},
		{"office", func(t *term) string { return string(t.Office) }},
		{"since", func(t *term) string { return string(t.Since) }},
		{"until", func(t *term) string { return string(t.Until) }},
		{"reports", func(t *term) string { return join(t.Sources, func(s *record.Source) string { return s.Report }) }},
		{"quote", func(t *term) string {
			for _, s := range t.Sources {
				for _, e := range s.Evidence {
					return e.Quote
				}
			}
			return ""
		}},
	}
}

func writeActsJSON(j *job) error {
	for t, err := range j.Acts {
		if err != nil {
			return err
		}
		if err := j.json(t.Act); err != nil {
			return err
		}
	}
	return nil
}

func writeRecordsJSON(j *job) error {
	for r, err := range j.Records {
		if err != nil {
			return err
		}
		line, err := r.Record.Line()
		if err != nil {
			return err
		}
		j.tally.Rows++
		if _, err := j.out.Write(line); err != nil {
			return err
		}
	}
	return nil
}

func writeFactsJSON(j *job) error {
	for r, err := range j.Relations {
		if err != nil {
			return err
		}
		if err := j.json(r.Relation); err != nil {
			return err
		}
	}
	return nil
}
