// Package data embeds the knowledge that a linguist edits; README.md describes its files. The command in gen makes those
// that are generated.
package data

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
)

//go:generate go run ./gen

// plain are the rules of the languages; packed.zip has the words, the tables of the world and what the tagger of names learned,
// which would take seven megabytes more of the program as they are. The pattern leaves out hi/lexicon.tsv alone.
//
//go:embed languages.tsv hi/[a-km-z]*.tsv hi/*.yaml hi/*.LICENSE hi/frames
var plain embed.FS

//go:embed packed.zip
var packed []byte

// FS holds the tables as they were when the program was built.
var FS fs.FS = open()

func open() fs.FS {
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		panic(fmt.Sprintf("packed.zip of package data: %v", err)) // a broken build
	}
	z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor())
	return tables{z}
}

// tables are the plain files and those of the archive in one tree.
type tables struct{ packed *zip.Reader }

// Open opens a plain file or folder, or else a file of the archive.
func (t tables) Open(name string) (fs.File, error) {
	f, err := plain.Open(name)
	if err != nil {
		return t.packed.Open(name)
	}
	return f, nil
}

// Sum is the SHA-256 of a file of the archive, known without unpacking it; empty for others.
func (t tables) Sum(name string) string {
	for _, f := range t.packed.File {
		if f.Name == name {
			return f.Comment
		}
	}
	return ""
}

// ReadDir lists what both have in a folder.
func (t tables) ReadDir(name string) ([]fs.DirEntry, error) {
	out, err := plain.ReadDir(name)
	more, errPacked := fs.ReadDir(t.packed, name)
	if err != nil && errPacked != nil {
		return nil, err
	}
	for _, e := range more {
		if !slices.ContainsFunc(out, func(o fs.DirEntry) bool { return o.Name() == e.Name() }) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out, nil
}
