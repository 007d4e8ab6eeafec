// Package record is the public record of a report: what it says happened, who said what, and the facts that it
// states, each with the words that support it. The JSON form, one object a line, is the contract of the command
// line, the library, the HTTP API and the store; it changes only by adding.
//
// Offsets are bytes into the report's UTF-8 text exactly as given, half-open; Evidence.Quote is always
// text[Start:End], which [Verify] checks. A field that the text does not settle is null, with a note that says why.
package record
