// Package eval measures the reader: [Compare] scores predicted records against gold as the reference scorer does, and
// [Cover] finds predicates that the knowledge base does not cover. It reads files of gold and of plain or annotated
// sentences, and writes no layer.
//
// A gold event "भारत ने चीन से बात की" (CONSULT, IND and CHN) is detected by a predicted CONSULT whose evidence
// overlaps it, has the right parties when the codes are the same set, and is full when the status agrees too.
//
// The measures follow the practice of PLOVER and ICEWS coders: precision, recall and F1 over one-to-one matches.
package eval
