package store

import (
	"math"
	"strings"
)

// party is the condition on a column of numbers of acts that somebody takes part. The days are asked here too: the
// index on parties has them.
func (q *Query) party(column string, p Party) clause {
	if q.frequent.along != nil {
		// The plus keeps SQLite from going through all acts of the party here too.
		return clause{"EXISTS (SELECT 1 FROM act_parties x WHERE x.act = " + column + " AND +x." + p.is().text + ")", p.is().args}
	}
	return within(column, "SELECT act FROM act_parties", append(between("first_day", q.Since, q.Until), p.is())...)
}

// is is the condition on rows of parties that they are this one.
func (p Party) is() clause {
	switch {
	case p.Entity != "":
		return is("entity = ?", p.Entity)
	case p.Named != "":
		return is("code = ? AND name = ?", p.Code, p.Named)
	case p.Without != "":
		return is("code = ? AND coalesce(name, '') <> ?", p.Code, p.Without)
	}
	return is("code = ?", p.Code)
}

func (q *Query) parties(column string) []clause {
	var out []clause
	for _, p := range q.Parties {
		if q.frequent.along == nil || p != *q.frequent.along {
			out = append(out, q.party(column, p))
		}
	}
	return out
}

func (q *Query) acts(d dialect) []clause {
	out := append(q.parties("a.n"), q.happening("a", d)...)
	if along := q.frequent.along; along != nil {
		out = append(out, clause{"w." + along.is().text, along.is().args})
		out = append(out, between("w.first_day", q.Since, q.Until)...)
	} else {
		out = append(out, between("a.first_day", q.Since, q.Until)...)
	}
	if q.MinReports > 1 {
		out = append(out, is("a.reports >= ?", q.MinReports))
	}
	if len(q.Phrases) > 0 {
		out = append(out, q.told(d))
	}
	return out
}

// happening are the conditions that acts and events share.
func (q *Query) happening(table string, d dialect) []clause {
	types := table + ".type"
	if table == "a" && len(q.Parties) > 0 {
		types = d.loose(types) // the acts of a party are fewer than those of a type
	}
	out := append(oneOf(types, q.Types), hasOne(table+".modes", q.Modes)...)
	out = append(out, oneOf(table+".status", q.Statuses)...)
	out = append(out, hasOne(table+".topics", q.Topics)...)
	if q.Country != "" {
		out = append(out, is(table+".place_code = ?", q.Country))
	}
	if q.Place != "" {
		out = append(out, is(table+".place = ?", q.Place))
	}
	if q.Near != nil {
		out = append(out, q.Near.around(table, d))
	}
	return out
}

// degree is the length of a degree of latitude in km; the mean radius of the earth is 6371.0088 km.
const degree = 6371.0088 * math.Pi / 180

// around is the condition that a place lies in a circle: a band of latitudes, then the great circle (haversine).
func (n Near) around(table string, d dialect) clause {
	band := n.Km / degree
	lat, lon := table+".lat", table+".lon"
	half := func(column string) string { return "power(sin(radians(" + column + " - ?) / 2), 2)" }
	return is("("+lat+" BETWEEN ? AND ? AND 2 * 6371.0088 * asin("+d.least+"(1.0, sqrt("+half(lat)+
		" + cos(radians(?)) * cos(radians("+lat+")) * "+half(lon)+"))) <= ?)", n.Lat-band, n.Lat+band, n.Lat, n.Lat, n.Lon, n.Km)
}

// events are those of acts that have the parties, with conditions of their own for the rest.
func (q *Query) events(d dialect) []clause {
	out := append(q.parties("t.act"), q.happening("e", d)...)
	out = append(out, between("e.first_day", q.Since, q.Until)...)
	if q.MinReports > 1 {
		out = append(out, is("a.reports >= ?", q.MinReports))
	}
	return append(out, q.found(d)...)
}

func (q *Query) statements(d dialect) []clause {
	var out []clause
	for _, p := range q.Parties {
		out = append(out, q.statementParty(p, "speaker", "addressee", "about"))
	}
	if q.Speaker != nil {
		out = append(out, q.statementParty(*q.Speaker, "speaker"))
	}
	if q.About != nil {
		out = append(out, q.statementParty(*q.About, "about"))
	}
	out = append(out, hasOne("s.topics", q.Topics)...)
	if q.Country != "" {
		out = append(out, is("s.place_code = ?", q.Country))
	}
	if q.Place != "" {
		out = append(out, is("s.place = ?", q.Place))
	}
	out = append(out, between("coalesce(s.first_day, r.published)", q.Since, q.Until)...)
	return append(out, q.found(d)...)
}

// statementParty is the condition that somebody speaks, is spoken to or spoken about.
func (q *Query) statementParty(p Party, sides ...string) clause {
	if !q.frequent.parties {
		rows := p.inStatements(sides...)
		return clause{"s.n IN (" + rows.text + ")", rows.args}
	}
	c := all(oneOf("x.side", sides))
	return clause{"EXISTS (SELECT 1 FROM statement_parties x WHERE x.statement = s.n AND " + c.text + " AND +x." + p.is().text + ")", append(c.args, p.is().args...)}
}

// inStatements are the rows of a party in statements.
func (p Party) inStatements(sides ...string) clause {
	c := all(append(oneOf("side", sides), p.is()))
	return clause{"SELECT statement FROM statement_parties WHERE " + c.text, c.args}
}

func (q *Query) facts(d dialect) []clause {
	var out []clause
	for _, p := range q.Parties {
		if q.frequent.parties {
			// The plus keeps SQLite from going through all facts of the party here too.
			subject, object := p.inFact("+f.subject"), p.inFact("+f.object")
			out = append(out, clause{"(" + subject.text + " OR " + object.text + ")", append(subject.args, object.args...)})
			continue
		}
		rows := p.inFacts()
		out = append(out, clause{"f.n IN (" + rows.text + ")", rows.args})
	}
	out = append(out, oneOf("f.kind", q.Types)...)
	out = append(out, between("r.published", q.Since, q.Until)...)
	return append(out, q.found(d)...)
}

// inFact is the condition that one side of a fact is the party; its columns begin with the name of the side.
func (p Party) inFact(side string) clause {
	column := side
	if p.Entity == "" {
		column += "_code"
	}
	switch {
	case p.Entity != "":
		return is(column+" = ?", p.Entity)
	case p.Named != "":
		return is(column+" = ? AND "+side+"_name = ?", p.Code, p.Named)
	case p.Without != "":
		return is(column+" = ? AND coalesce("+side+"_name, '') <> ?", p.Code, p.Without)
	}
	return is(column+" = ?", p.Code)
}

// inFacts are the facts of a party: two columns, each with its index.
func (p Party) inFacts() clause {
	subject, object := p.inFact("subject"), p.inFact("object")
	return clause{"SELECT n FROM facts WHERE " + subject.text + " UNION ALL SELECT n FROM facts WHERE " + object.text, append(subject.args, object.args...)}
}

func (q *Query) entities() []clause {
	var out []clause
	for _, p := range q.Parties {
		if p.Entity != "" {
			out = append(out, is("v.entity = ?", p.Entity))
			continue
		}
		out = append(out, is("v.code = ?", p.Code))
	}
	out = append(out, oneOf("v.type", q.Types)...)
	if q.Name != "" {
		out = append(out, is("lower(v.name) LIKE ? ESCAPE '\\'", "%"+literal.Replace(strings.ToLower(q.Name))+"%"))
	}
	if q.MinReports > 1 {
		out = append(out, is("v.reports >= ?", q.MinReports))
	}
	return out
}

func (q *Query) reports(d dialect) []clause {
	out := between("r.published", q.Since, q.Until)
	for _, p := range q.Parties {
		out = append(out, within("r.n", "SELECT t.report FROM act_parties p JOIN tellings t ON t.act = p.act", p.is()))
	}
	return append(out, q.found(d)...)
}

// search is a SELECT of the numbers of the reports that have all phrases.
func (d dialect) search(phrases [][]string) clause {
	var parts []string
	for _, words := range phrases {
		if d.name == "postgres" {
			parts = append(parts, lexemes(words))
			continue
		}
		parts = append(parts, `"`+strings.ReplaceAll(strings.Join(words, " "), `"`, `""`)+`"`)
	}
	if d.name == "postgres" {
		return is("SELECT rowid FROM report_words WHERE tokens @@ CAST(CAST(? AS text) AS tsquery)", strings.Join(parts, " & "))
	}
	return is("SELECT rowid FROM report_words WHERE report_words MATCH ?", strings.Join(parts, " "))
}

// lexemes is a phrase of a tsquery: a word a lexeme, as they stand in the vector.
func lexemes(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = "'" + strings.ReplaceAll(strings.ReplaceAll(w, `\`, `\\`), "'", "''") + "'"
	}
	return "(" + strings.Join(out, " <-> ") + ")"
}

// search is the same for a query, as far as one goes.
func (q *Query) search(d dialect) clause {
	out := d.search(q.Phrases)
	if q.frequent.reach == nil {
		return out
	}
	out = clause{out.text + " AND rowid >= ?", append(out.args, q.frequent.first)}
	if q.frequent.last > 0 {
		out = clause{out.text + " AND rowid <= ?", append(out.args, q.frequent.last)}
	}
	return out
}

// found is the condition that the report of a row has all phrases.
func (q *Query) found(d dialect) []clause {
	if len(q.Phrases) == 0 {
		return nil
	}
	s := q.search(d)
	if q.frequent.words {
		return []clause{{"+r.n IN (" + s.text + ")", s.args}} // no index on this: the order decides
	}
	return []clause{{"r.n IN (" + s.text + ")", s.args}}
}

// told is the condition that one of an act's reports has all phrases.
func (q *Query) told(d dialect) clause {
	s := q.search(d)
	if q.frequent.words {
		return clause{"EXISTS (SELECT 1 FROM tellings t WHERE t.act = a.n AND t.report IN (" + s.text + "))", s.args}
	}
	return clause{"a.n IN (SELECT t.act FROM (" + s.text + ") w JOIN tellings t ON t.event >= w.rowid * 1048576 AND t.event < (w.rowid + 1) * 1048576)", s.args}
}
