package export

import (
	"strconv"
	"strings"

	"varta/record"
)

// none is what POLECAT's files have for a value that is not known.
const none = "None"

// actRow is a row that is one act.
type actRow struct {
	*job
	Told
}

func writePOLECAT(j *job) error {
	t := &tabbed[actRow]{job: j, columns: polecatColumns(), null: none}
	t.header()
	for told, err := range j.Acts {
		if err != nil {
			return err
		}
		told, ok := j.settled(told)
		if !ok {
			continue
		}
		if err := t.row(&actRow{j, told}); err != nil {
			return err
		}
	}
	return nil
}

// quadNames are POLECAT's words for the quad classes.
var quadNames = [...]string{"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}

func quadName(n int) string {
	if n < 0 || n >= len(quadNames) {
		return ""
	}
	return quadNames[n]
}

// polecatColumns are the 40 columns of POLECAT. Lists are joined by "; ", in the same order in the columns of a side.
func polecatColumns() []column[actRow] {
	columns := []column[actRow]{
		{"Event ID", func(r *actRow) string { return strings.TrimPrefix(r.Act.ID, "act:") }},
		{"Event Date", func(r *actRow) string { return r.date() }},
		{"Event Type", func(r *actRow) string { return r.Act.Type }},
		{"Event Mode", func(r *actRow) string { return strings.Join(r.Act.Modes, "; ") }},
		{"Intensity", func(r *actRow) string { return score(r.Act.Score) }},
		{"Quad Code", func(r *actRow) string { return quadName(r.Act.Quad) }},
		{"Contexts", func(r *actRow) string { return strings.Join(r.Act.Contexts, "; ") }},
	}
	columns = append(columns, sideColumns("Actor", func(r *actRow) []record.Actor { return named(r.Act.Actors) })...)
	columns = append(columns, sideColumns("Recipient", func(r *actRow) []record.Actor { return named(r.Act.Recipients) })...)
	named := func(precision string) func(*actRow) string {
		return func(r *actRow) string {
			if w := r.where(); w.Precision == precision {
				return string(w.Name)
			}
			return ""
		}
	}
	return append(columns,
		column[actRow]{"Placename", func(r *actRow) string { return string(r.where().Name) }},
		column[actRow]{"City", named("city")},
		column[actRow]{"District", nothing[actRow]},
		column[actRow]{"Province", named("region")},
		column[actRow]{"Country", func(r *actRow) string { return known(r.where().Code) }},
		column[actRow]{"Latitude", func(r *actRow) string { return decimal(r.where().Lat) }},
		column[actRow]{"Longitude", func(r *actRow) string { return decimal(r.where().Lon) }},
		column[actRow]{"GeoNames ID", (*actRow).geoNames},
		column[actRow]{"Raw Placename", nothing[actRow]},
		column[actRow]{"Feature Type", func(r *actRow) string { return featureClass(r.where().Precision) }},
		column[actRow]{"Source", func(r *actRow) string { return r.publishers() }},
		column[actRow]{"Publication Date", func(r *actRow) string { return r.published() }},
		column[actRow]{"Story People", nothing[actRow]},
		column[actRow]{"Story Organizations", nothing[actRow]},
		column[actRow]{"Story Locations", nothing[actRow]},
		column[actRow]{"Language", (*actRow).language},
		column[actRow]{"Version", func(r *actRow) string { return "varta " + r.version }},
	)
}

// sideColumns are the eight columns of the actors or of the recipients.
func sideColumns(side string, of func(*actRow) []record.Actor) []column[actRow] {
	each := func(f func(*job, *record.Actor) string) func(*actRow) string {
		return func(r *actRow) string {
			return join(of(r), func(a *record.Actor) string {
				if s := f(r.job, a); s != "" {
					return strings.ReplaceAll(s, ";", ",")
				}
				return none
			})
		}
	}
	sector := func(_ *job, a *record.Actor) string { return string(a.Sector) }
	return []column[actRow]{
		{side + " Name", each((*job).label)},
		{side + " Country", each((*job).ploverCode)},
		{side + " COW", each(func(j *job, a *record.Actor) string { return j.codes.States[a.Code].COW })},
		{"Primary " + side + " Sector", each(sector)},
		{side + " Sectors", each(sector)},
		{side + " Title", each(func(_ *job, a *record.Actor) string { return string(a.Office) })},
		{side + " Name Raw", nothing[actRow]},
		{"Wikipedia " + side + " ID", nothing[actRow]},
	}
}

// ploverCode is the code of a party in PLOVER: of its state, or the kind of organisation that it is.
func (j *job) ploverCode(a *record.Actor) string {
	if _, ok := j.codes.States[a.Code]; ok {
		return a.Code
	}
	switch o, ok := j.codes.Organisations[a.Code]; {
	case a.Code == "UN":
		return "UNO"
	case a.Code == "EU":
		return "EUR"
	case ok && o.Kind == "ngo":
		return "NGO"
	case ok:
		return "IGO"
	}
	return known(j.codes.Groups[a.Code].State)
}

func (r *actRow) geoNames() string {
	if n := r.where().GeoNames; n != nil {
		return strconv.Itoa(*n)
	}
	return ""
}

// featureClass is the class of GeoNames: P populated place, A area with an administration, H water, L area.
func featureClass(precision string) string {
	switch precision {
	case "city":
		return "P"
	case "region", "state":
		return "A"
	case "sea", "river":
		return "H"
	case "area":
		return "L"
	}
	return ""
}

func (r *actRow) language() string {
	for _, d := range r.Reports {
		if d != nil && d.Lang != "" {
			return d.Lang
		}
	}
	return ""
}
