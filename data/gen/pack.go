package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

// pack writes packed.zip, what the program carries compressed: the world, the lexicon, and what the tagger of names learned. The
// files in it have no date, so that the same files make the same archive, and their SHA-256 as comment.
func pack(dir string) error {
	files := os.DirFS(dir)
	world, err := fs.Glob(files, "world/*")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range append(world, "hi/lexicon.tsv", "hi/names.model") {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		small, err := compress(content)
		if err != nil {
			return fmt.Errorf("compress %s: %w", name, err)
		}
		sum := sha256.Sum256(content)
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zstd.ZipMethodWinZip, Comment: hex.EncodeToString(sum[:]), CRC32: crc32.ChecksumIEEE(content),
			CompressedSize64: uint64(len(small)), UncompressedSize64: uint64(len(content))})
		if err != nil {
			return err
		}
		if _, err := w.Write(small); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "packed.zip"), b.Bytes(), 0o644)
}

// compress uses the command zstd where it is installed: a tenth less than the library makes of it.
func compress(content []byte) ([]byte, error) {
	if path, err := exec.LookPath("zstd"); err == nil {
		cmd := exec.Command(path, "-19", "-q", "-c")
		cmd.Stdin = bytes.NewReader(content)
		return cmd.Output()
	}
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		return nil, err
	}
	return w.EncodeAll(content, nil), nil
}
