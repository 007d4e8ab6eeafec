// Package server shows an archive in a browser and answers programs: pages that work without scripts, a JSON API with
// the types of package record, and metrics. It reads texts with a [varta.Reader] and keeps nothing of its own.
//
// Text of reports is foreign text: it reaches a page through html/template or, for what is long, an htmlWriter, never as
// markup, and no page runs a script that is not a file of this package (see secure.go).
//
// The report "भारत ने चीन से बातचीत की।" pasted into the page at / comes back as one sentence with its evidence marked,
// and beside it the record: CONSULT, happened, IND and CHN. Each word carries its analysis, each sentence that gave
// nothing the rules that were tried.
package server
