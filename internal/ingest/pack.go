package ingest

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
)

// Bounds of what is packed. Text packs to a tenth; what unpacks to several hundred times its size is made to harm.
const (
	maxDepth   = 4
	maxRatio   = 250
	freeBytes  = 64 << 20 // below which the ratio does not matter
	maxEntries = 1_000_000
	spooledZip = 8 << 30 // of a zip that does not lie in a file
)

// ErrBomb is that of a file that unpacks to too much.
var ErrBomb = errors.New("unpacks to too much")

// bounded watches the ratio between what is unpacked and what was read for it.
type bounded struct {
	r        io.Reader
	packed   func() int64
	unpacked int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.unpacked += int64(n)
	if b.unpacked > freeBytes && b.unpacked > maxRatio*b.packed() {
		return 0, fmt.Errorf("%w: %d bytes from %d; more than %d times as much is not read", ErrBomb, b.unpacked, b.packed(), maxRatio)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("it is cut off")
	}
	return n, err
}

// tally counts what is read.
type tally struct {
	r io.Reader
	n int64
}

func (t *tally) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	t.n += int64(n)
	return n, err
}

// inner is a walk one level deeper, nil where that is too deep.
func (w *walk) inner() *walk {
	if w.depth >= maxDepth {
		return nil
	}
	return &walk{yield: w.yield, pages: w.pages, depth: w.depth + 1}
}

var errDeep = fmt.Errorf("packed more than %d times over", maxDepth)

func (w *walk) gunzip(name string, r io.Reader) bool {
	in := w.inner()
	if in == nil {
		return w.yield(failed(name, errDeep))
	}
	read := &tally{r: r}
	z, err := gzip.NewReader(read)
	if err != nil {
		return w.yield(failed(name, fmt.Errorf("gzip: %w", cutOff(err))))
	}
	bare := strings.TrimSuffix(name, ".gz")
	in.yield = func(i Item) bool {
		if rest, ok := strings.CutPrefix(i.Name, bare); ok && i.Err != nil {
			i.Name = name + rest // the file that is there
		}
		return w.yield(i)
	}
	return in.stream(bare, &bounded{r: z, packed: func() int64 { return read.n }})
}

func (w *walk) untar(name string, r io.Reader) bool {
	in := w.inner()
	if in == nil {
		return w.yield(failed(name, errDeep))
	}
	t := tar.NewReader(r)
	for range maxEntries {
		h, err := t.Next()
		if err == io.EOF {
			return true
		}
		if err != nil {
			return w.yield(failed(name, fmt.Errorf("tar: %w", cutOff(err))))
		}
		if h.Typeflag == tar.TypeReg && w.entry(h.Name) && !in.stream(name+"/"+h.Name, t) {
			return false
		}
	}
	return w.yield(failed(name, fmt.Errorf("%w: more than %d files", ErrBomb, maxEntries)))
}

func cutOff(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it is cut off")
	case errors.Is(err, zip.ErrFormat), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, tar.ErrHeader):
		return errors.New("it is cut off or damaged")
	}
	return err
}

// entry says whether a packed file may hold reports, by its name as in folders.
func (w *walk) entry(name string) bool {
	base := path.Base(name)
	return !strings.HasPrefix(base, ".") && slices.Contains(extensions(w.pages), extension(base))
}

// unzip needs to go back and forth: in the file, where it is one, else in a copy.
func (w *walk) unzip(name string, br *bufio.Reader, r io.Reader) bool {
	in := w.inner()
	if in == nil {
		return w.yield(failed(name, errDeep))
	}
	if f, ok := r.(counted); ok {
		info, err := f.Stat()
		if err == nil && info.Mode().IsRegular() {
			return in.zip(name, f.File, info.Size(), w)
		}
	}
	f, err := os.CreateTemp("", "varta-*.zip")
	if err != nil {
		return w.yield(failed(name, err))
	}
	defer os.Remove(f.Name())
	defer f.Close()
	n, err := io.Copy(f, io.LimitReader(br, spooledZip+1))
	if err == nil && n > spooledZip {
		err = fmt.Errorf("%w: a zip of more than %d bytes", ErrTooLarge, int64(spooledZip))
	}
	if err != nil {
		return w.yield(failed(name, cause(err)))
	}
	return in.zip(name, f, n, w)
}

func (in *walk) zip(name string, f io.ReaderAt, size int64, w *walk) bool {
	z, err := zip.NewReader(f, size)
	if err != nil {
		return w.yield(failed(name, fmt.Errorf("zip: %w", cutOff(err))))
	}
	if len(z.File) > maxEntries {
		return w.yield(failed(name, fmt.Errorf("%w: more than %d files", ErrBomb, maxEntries)))
	}
	if slices.ContainsFunc(z.File, func(e *zip.File) bool { return e.Name == "[Content_Types].xml" || e.Name == "META-INF/manifest.xml" }) {
		return w.yield(failed(name, fmt.Errorf("%w: an Office document: give the text of the report alone", ErrDocument)))
	}
	slices.SortStableFunc(z.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, e := range z.File {
		if !e.Mode().IsRegular() || !in.entry(e.Name) {
			continue
		}
		if !in.zipped(name+"/"+e.Name, e) {
			return false
		}
	}
	return true
}

func (in *walk) zipped(name string, e *zip.File) bool {
	r, err := e.Open()
	if err != nil {
		return in.yield(failed(name, fmt.Errorf("zip: %w", err)))
	}
	defer r.Close()
	return in.stream(name, &bounded{r: r, packed: func() int64 { return int64(e.CompressedSize64) }})
}
