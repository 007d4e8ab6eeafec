// Package registry answers questions about offices, memberships and chairs at a date from the tables of data/world: who was
// Russia's defence minister in July 2021, which offices did a person hold, who belonged to an organisation, who presided.
//
//	r := registry.New(k)
//	r.Ask("रूस के रक्षा मंत्री", "2021-07")  // Sergei Shoigu, defence minister, RUS, 2012-11-06 … 2024-05-14
//	r.Ask("SCO chair", "2021-07")            // Tajikistan, chair, SCO, 2020-11-10 … 2021-09-17
//	r.Members("SCO", "2016")                 // China, Kazakhstan … without India
//
// Questions may be in either script: titles, names of states and adjectives come from the tables. It reads no report; the
// linking of reports is in package mention. Dates are ISO years, months or days; a question about a month or year asks who
// held the office at any time in it. A term that has no end in the tables ends where the next one of the same office
// begins, if only one person can hold it. Check is the part of lint that looks at these tables.
package registry
