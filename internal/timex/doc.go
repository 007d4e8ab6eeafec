// Package timex finds expressions of time and resolves them against the date of publication. It reads Tokens with
// their analyses, Published and Dateline, and writes Timexes and, where an expression stays open, Notes.
//
// In a report published on 2021-07-28, a Wednesday, "रक्षा मंत्री मंगलवार को दुशांबे पहुंचे" has the Timex मंगलवार with the
// Value 2021-07-27: the verb is past, so it is the last Tuesday. Its postposition is not part of it.
//
// An expression is read in two steps. The parser (parse.go and its neighbours) turns words into an expr, which holds what is
// written and nothing else; the resolver turns an expr into calendar dates. Words come from time.yaml alone.
//
// Values are those of TIMEX3, save that an expression has a Value only where it denotes a day, month or year; a
// range has the same precision in Value and Until, and weeks are ranges of days. A time of day has the Value of its
// day. Expressions without a Value are vague (हाल में), or open, and those alone have a note date-unresolved.
//
// After TIMEX3 (Pustejovsky et al. 2003, TimeML) and the rule-based taggers SUTime (Chang and Manning 2012) and
// HeidelTime (Strötgen and Gertz 2013), whose resolution of underspecified dates by tense is followed here.
package timex
