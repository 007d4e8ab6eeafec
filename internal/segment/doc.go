// Package segment writes the layers Tokens and Sentences and the Dateline. It reads the text alone.
//
// A token is what [doc.Scan] cuts, with its spelling folded by the knowledge base; the text itself stays as it is. A
// sentence ends at a danda, question or exclamation mark, at a full stop that neither an abbreviation (डॉ.) nor an
// initial (एस. जयशंकर) claims, and at the end of a line. Closing quotation marks go with the stop before them,
// and a clause that says whose words they were goes on the sentence.
//
//	नई दिल्ली, प्रेट्र। एस. जयशंकर दुशांबे पहुंचे। → [नई दिल्ली, प्रेट्र।] (dateline) [एस. जयशंकर दुशांबे पहुंचे।]
package segment
