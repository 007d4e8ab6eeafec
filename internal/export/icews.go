package export

import (
	"varta/record"
)

func writeICEWS(j *job) error {
	t := &tabbed[pairRow]{job: j, columns: icewsColumns()}
	t.header()
	return j.pairs(t.row)
}

// icewsColumns are the 20 columns of the yearly files of ICEWS.
func icewsColumns() []column[pairRow] {
	of := func(f func(*job, *record.Actor) string, target bool) func(*pairRow) string {
		return func(r *pairRow) string {
			who := r.from
			if target {
				who = r.to
			}
			if who == nil {
				return ""
			}
			return f(r.job, who)
		}
	}
	city := func(precision string) func(*pairRow) string {
		return func(r *pairRow) string {
			if w := r.where(); w.Precision == precision {
				return string(w.Name)
			}
			return ""
		}
	}
	return []column[pairRow]{
		{"Event ID", (*pairRow).id},
		{"Event Date", func(r *pairRow) string { return r.day }},
		{"Source Name", of((*job).label, false)},
		{"Source Sectors", of((*job).sectors, false)},
		{"Source Country", of((*job).country, false)},
		{"Event Text", func(r *pairRow) string { return r.codes.CAMEO[r.code].Name }},
		{"CAMEO Code", func(r *pairRow) string { return r.code }},
		{"Intensity", (*pairRow).intensity},
		{"Target Name", of((*job).label, true)},
		{"Target Sectors", of((*job).sectors, true)},
		{"Target Country", of((*job).country, true)},
		{"Story ID", func(r *pairRow) string { return r.story() }},
		{"Sentence Number", nothing[pairRow]},
		{"Publisher", func(r *pairRow) string { return r.publishers() }},
		{"City", city("city")},
		{"District", nothing[pairRow]},
		{"Province", city("region")},
		{"Country", func(r *pairRow) string { return r.nameOf(r.where().Code) }},
		{"Latitude", func(r *pairRow) string { return decimal(r.where().Lat) }},
		{"Longitude", func(r *pairRow) string { return decimal(r.where().Lon) }},
	}
}

func (r *pairRow) intensity() string {
	return decimal(r.codes.CAMEO[r.code].ICEWS)
}

// story is the record of the first report.
func (t *Told) story() string {
	if len(t.Act.Tellings) == 0 {
		return ""
	}
	return t.Act.Tellings[0].Report
}

// sectorNames are the words of ICEWS for the sectors of PLOVER.
var sectorNames = map[string]string{
	"GOV": "Government", "MIL": "Military", "LEG": "Legislative / Parliamentary", "JUD": "Judicial", "COP": "Police",
	"SPY": "Intelligence", "REB": "Rebel", "OPP": "Opposition Party / Out Of Power", "PTY": "Parties", "BUS": "Business",
	"CRM": "Criminals / Gangs", "CVL": "General Population / Civilian / Social", "EDU": "Education", "ELI": "Elite",
	"JRN": "News", "MED": "Medical / Health", "LAB": "Labor", "REF": "Refugees / Displaced", "AGR": "Agricultural",
	"REL": "Religious", "SOC": "Social", "UAF": "Unidentified Forces", "PRM": "Paramilitary",
}

func (j *job) sectors(a *record.Actor) string {
	if b, ok := j.codes.Organisations[a.Code]; ok {
		if b.Kind == "ngo" {
			return "Nongovernmental Organization"
		}
		return "International Government Organization"
	}
	return sectorNames[string(a.Sector)]
}

// country is the name of the state for which a party acts, nothing for an organisation.
func (j *job) country(a *record.Actor) string {
	if s, ok := j.codes.States[a.Code]; ok {
		return s.Name
	}
	return j.codes.States[j.codes.Groups[a.Code].State].Name
}
