package server

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
)

// assets serves the files of the pages. Their names carry no version: a browser asks each time and is told by the tag
// of the content that nothing changed.
func assets(f fs.FS) (http.Handler, error) {
	tags, err := tagged(f)
	if err != nil {
		return nil, err
	}
	serve := http.FileServerFS(f)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tag, ok := tags[path.Clean(r.URL.Path)]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Etag", tag)
		w.Header().Set("Cache-Control", "no-cache")
		serve.ServeHTTP(w, r)
	}), nil
}

// tagged gives each file the head of the hash of its content.
func tagged(f fs.FS) (map[string]string, error) {
	tags := map[string]string{}
	err := fs.WalkDir(f, "assets", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(f, name)
		sum := sha256.Sum256(b)
		tags["/"+name] = `"` + hex.EncodeToString(sum[:8]) + `"`
		return err
	})
	return tags, err
}
