package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

// packed are the tables that the program carries compressed: large, and made by programs.
var packed = []string{"hi/names.model", "world/gazetteer.idx", "world/gazetteer.tsv"}

// pack writes packed.zip. The files in it have no date, so that the same files make the same archive, and their SHA-256 as
// comment.
func pack(dir string) error {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zstd.ZipMethodWinZip, zstd.ZipCompressor(zstd.WithEncoderLevel(zstd.SpeedBestCompression)))
	for _, name := range packed {
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
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
