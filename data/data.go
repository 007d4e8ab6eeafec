// Package data embeds the knowledge that a linguist edits; README.md describes its files. No other Go lives here.
package data

import "embed"

// FS holds the tables as they were when the program was built.
//
//go:embed languages.tsv hi world
var FS embed.FS
