package server

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

// asset is a file of the pages; packed is what goes out to who takes gzip, nil for small files.
type asset struct {
	plain, packed []byte
	tag           string
}

// assets serves the files of the pages. Their names carry no version: a browser asks each time and is told by the tag
// of the content that nothing changed.
func assets(f fs.FS) (http.Handler, error) {
	all := map[string]asset{}
	err := fs.WalkDir(f, "assets", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		a, err := load(f, name)
		all["/"+strings.TrimSuffix(name, ".gz")] = a
		return err
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, ok := all[path.Clean(r.URL.Path)]
		if !ok {
			http.NotFound(w, r)
			return
		}
		a.serve(w, r)
	}), err
}

// load reads a file; one whose name ends in .gz is kept packed.
func load(f fs.FS, name string) (asset, error) {
	b, err := fs.ReadFile(f, name)
	if err != nil {
		return asset{}, err
	}
	sum := sha256.Sum256(b)
	a := asset{plain: b, tag: `"` + hex.EncodeToString(sum[:8]) + `"`}
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err == nil {
			a.packed = b
			a.plain, err = io.ReadAll(z)
		}
		if err != nil {
			return asset{}, fmt.Errorf("unpack %s: %w", name, err)
		}
	}
	return a, nil
}

func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Etag", a.tag)
	w.Header().Set("Cache-Control", "no-cache")
	content := a.plain
	if a.packed != nil {
		w.Header().Set("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			w.Header().Set("Content-Encoding", "gzip")
			content = a.packed
		}
	}
	http.ServeContent(w, r, path.Base(r.URL.Path), time.Time{}, bytes.NewReader(content))
}
