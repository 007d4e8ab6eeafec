package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

// pack writes packed.zip, what the program carries compressed: the world, and what the tagger of names learned. The files in it have no date, so that the same files make the same archive, and their SHA-256 as
// comment.
func pack(dir string) error {
	files := os.DirFS(dir)
	world, err := fs.Glob(files, "world/*")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zstd.ZipMethodWinZip, zstd.ZipCompressor(zstd.WithEncoderLevel(zstd.SpeedBestCompression)))
	for _, name := range append(world, "hi/names.model") {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zstd.ZipMethodWinZip, Comment: hex.EncodeToString(sum[:])})
		if err != nil {
			return err
		}
		if _, err := w.Write(content); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "packed.zip"), b.Bytes(), 0o644)
}
