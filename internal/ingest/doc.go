// Package ingest turns files, folders and streams into reports: it checks that their bytes are the text of a report,
// and tells the language of a text. It writes no layer; offsets stay true to the bytes as they were given, so text
// that would have to be recoded first is refused with advice.
//
// A file report.txt with "भारत ने चीन से बात की।" is one [Item] with the id report, and the text is Hindi: ने, से and
// की are function words of Hindi alone in data/languages.tsv.
//
// Telling languages by their function words follows Ingle 1976 and Grefenstette 1995.
package ingest
