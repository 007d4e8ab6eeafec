// Package export writes records and acts in the forms that others read: event data (GDELT, ICEWS, POLECAT, PLOVER),
// people and institutions (Popolo, FollowTheMoney), maps (GeoJSON), networks (GEXF, GraphML), annotations of the text
// (Web Annotation, brat) and plain tables (CSV, JSON Lines, Parquet).
//
// It reads a [Source], streams of acts, records and relations, and writes one file or a folder; what it keeps in memory
// is at most the people and pairs of a network or the names seen, never the archive. The same source gives the same
// bytes. A code that is unknown (---) becomes the null of the format.
//
// Example: the act CONSULT, actors IND and RUS, happened on 2024-03-04, is in GDELT two rows of 61 columns, INDGOV to
// RUSGOV and back, with EventCode 040; in PLOVER one object with two actors; in GEXF one edge with one spell.
//
// Columns follow the GDELT 2.0 code book, the ICEWS and POLECAT files on Dataverse, the PLOVER manual of 2021, Popolo
// 1.0, the FollowTheMoney model, RFC 7946, GEXF 1.3, the W3C Web Annotation model and brat's standoff format.
package export
