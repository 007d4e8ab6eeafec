// Package data embeds the knowledge that a linguist edits; README.md describes its files. The command in gen makes those
// that are generated.
package data

import "embed"

//go:generate go run ./gen

// FS holds the tables as they were when the program was built.
//
//go:embed languages.tsv hi world
var FS embed.FS
