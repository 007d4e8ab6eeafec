// Package ingest finds reports: it tells from their content what files, folders, streams and pages hold, takes texts
// out of JSON Lines, tables, web pages, feeds, web archives and whatever these are packed in, checks that the bytes are
// the text of a report, and tells its language. It writes no layer; offsets stay true to the bytes as they were given,
// so text that would have to be recoded first is refused with advice.
//
// A file report.txt with "भारत ने चीन से बात की।" is one [Item] with the id report, and the text is Hindi: ने, से and
// की are function words of Hindi alone in data/languages.tsv. Of the page of a newspaper the item has the HTML, and
// [Item.Report] finds headline, text and day of publication in it.
//
// What comes from outside is bounded: in size, in how far it may unpack, in time, in redirects; and addresses of this
// machine and its network are not fetched.
//
// Telling languages by their function words follows Ingle 1976 and Grefenstette 1995; web archives are those of ISO
// 28500:2017; copies are found as in Broder 1997.
package ingest
