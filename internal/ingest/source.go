package ingest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Source finds reports in files, folders, streams and pages.
type Source struct {
	Stdin io.Reader
	// Client fetches pages and feeds; without one addresses are refused, and so are pages and feeds as files: their
	// text is not what the bytes are.
	Client *Client
	// Progress is told how far the files are read; it may be nil.
	Progress *Progress
}

// Progress is how far files are read. Total is 0 while it is not known.
type Progress struct{ Done, Total atomic.Int64 }

// Items yields the reports of paths in order. What a file holds is told from its content: a text, JSON Lines, a JSON
// object or array, a table (CSV), a page, a feed, a web archive (WARC), or zip, gzip and tar of these. A folder is
// all files below it whose names say that they may be one of these, sorted.
func (s *Source) Items(ctx context.Context, paths []string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		s.measure(paths)
		for _, p := range paths {
			if !s.path(ctx, p, yield) {
				return
			}
		}
	}
}

// measure adds up the sizes of files.
func (s *Source) measure(paths []string) {
	if s.Progress == nil {
		return
	}
	var total int64
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || p == Stdin {
			return // no telling how much there is
		}
		files := []string{p}
		if info.IsDir() {
			files, _ = Files(p, extensions(s.Client != nil)...)
		}
		for _, f := range files {
			if info, err := os.Stat(f); err == nil {
				total += info.Size()
			}
		}
	}
	s.Progress.Total.Store(total)
}

func (s *Source) path(ctx context.Context, path string, yield func(Item) bool) bool {
	if path == Stdin {
		return s.walk(yield).stream("stdin", s.Stdin)
	}
	if IsAddress(path) {
		return s.address(ctx, path, yield)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil && strings.Contains(path, "://"):
		return yield(failed(path, errors.New("addresses of pages begin with http:// or https://")))
	case err != nil:
		return yield(failed(path, cause(err)))
	case info.IsDir():
		return s.folder(path, yield)
	}
	return s.file(path, yield)
}

func failed(name string, err error) Item {
	return Item{Name: name, Known: Report{ID: idOf(name)}, Err: err}
}

// cause drops the operation and the path from a file error: the item's name says it.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}

func idOf(path string) string {
	base := filepath.Base(path)
	if id := strings.TrimSuffix(base, filepath.Ext(base)); id != "" {
		return id
	}
	return base
}

// The names under which reports lie in folders, among other things.
var (
	textExtensions = [...]string{".txt", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".gz", ".tgz", ".tar", ".zip"}
	pageExtensions = [...]string{".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".warc"}
)

// extension is that of a name in small letters: some systems write REPORT.TXT.
func extension(name string) string { return strings.ToLower(filepath.Ext(name)) }

func extensions(pages bool) []string {
	if pages {
		return slices.Concat(textExtensions[:], pageExtensions[:])
	}
	return textExtensions[:]
}

func (s *Source) folder(path string, yield func(Item) bool) bool {
	wanted := extensions(s.Client != nil)
	files, err := Files(path, wanted...)
	if err != nil {
		return yield(failed(path, err))
	}
	if len(files) == 0 {
		return yield(failed(path, errors.New("the folder holds no file with reports: "+strings.Join(wanted, " "))))
	}
	for _, f := range files {
		if !s.file(f, yield) {
			return false
		}
	}
	return true
}

// Files lists the files below a folder that have one of the extensions, sorted, without hidden ones.
func Files(root string, extensions ...string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p != root && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case !e.IsDir() && slices.Contains(extensions, extension(p)):
			files = append(files, p)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", root, cause(err))
	}
	slices.Sort(files)
	return files, nil
}

func (s *Source) file(path string, yield func(Item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(failed(path, cause(err)))
	}
	defer f.Close()
	return s.walk(yield).stream(path, counted{f, s.Progress})
}

// counted tells how much of a file was read.
type counted struct {
	*os.File
	progress *Progress
}

func (c counted) Read(b []byte) (int, error) {
	n, err := c.File.Read(b)
	if c.progress != nil {
		c.progress.Done.Add(int64(n))
	}
	return n, err
}

// Records yields the lines of a JSON Lines file, whatever its name, or of standard input.
func Records(path string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		w := &walk{yield: yield}
		if path == Stdin {
			w.lines("stdin", bufio.NewReaderSize(stdin, headSize))
			return
		}
		f, err := os.Open(path)
		if err != nil {
			yield(failed(path, cause(err)))
			return
		}
		defer f.Close()
		w.lines(path, bufio.NewReaderSize(f, headSize))
	}
}

// walk goes through a stream, and through what is packed in it.
type walk struct {
	yield func(Item) bool
	pages bool // pages and feeds are read too
	depth int
}

func (s *Source) walk(yield func(Item) bool) *walk {
	return &walk{yield: yield, pages: s.Client != nil}
}

// stream yields the reports of a stream; like all that walk, it returns false when no more are wanted.
func (w *walk) stream(name string, r io.Reader) bool {
	br := bufio.NewReaderSize(r, headSize)
	head, err := br.Peek(headSize)
	if err != nil && err != io.EOF && len(head) == 0 {
		return w.yield(failed(name, cause(err)))
	}
	switch named(kindOf(head), name, head) {
	case gzipped:
		return w.gunzip(name, br)
	case zipped:
		return w.unzip(name, br, r)
	case tarred:
		return w.untar(name, br)
	case warc:
		return w.warc(name, br)
	case objects:
		return w.lines(name, br)
	case list:
		return w.list(name, br)
	case table:
		return w.table(name, br)
	case feed:
		return w.feed(name, br)
	case page:
		return w.whole(name, br, w.pageForm())
	case object:
		return w.whole(name, br, JSON)
	}
	return w.whole(name, br, Text)
}

// named lets a file's name decide where its content does not.
func named(k kind, name string, head []byte) kind {
	_, rest, _ := bytes.Cut(head, []byte("\n"))
	switch ext := extension(name); {
	case k == plain && (ext == ".jsonl" || ext == ".ndjson"):
		return objects
	case (k == plain || k == objects) && ext == ".json" && !bytes.HasPrefix(bytes.TrimSpace(rest), []byte("{")):
		return object
	}
	return k
}

// pageForm is Text where pages are not read: a page is then refused like any other text that is none.
func (w *walk) pageForm() Form {
	if w.pages {
		return Page
	}
	return Text
}

func (w *walk) whole(name string, r io.Reader, form Form) bool {
	b, err := readAll(r, MaxBytes)
	if err != nil {
		return w.yield(failed(name, cutOff(cause(err))))
	}
	return w.yield(Item{Name: name, Known: Report{ID: idOf(name)}, Bytes: b, Form: form})
}

// readAll reads a stream of a bounded size.
func readAll(r io.Reader, most int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(b)) > most {
		err = fmt.Errorf("%w: more than the %d bytes that are read", ErrTooLarge, most)
	}
	return b, err
}

// lines yields the objects of JSON Lines.
func (w *walk) lines(name string, r *bufio.Reader) bool {
	for n := 1; ; n++ {
		line, err := readLine(r)
		item := Item{Name: fmt.Sprintf("%s:%d", name, n), Known: Report{ID: fmt.Sprintf("%s-%d", idOf(name), n)}, Form: JSON}
		switch {
		case errors.Is(err, ErrTooLarge):
			item.Err = err
		case err != nil && err != io.EOF:
			item.Err = cause(err)
			return w.yield(item)
		case len(bytes.TrimSpace(line)) == 0:
			if err == io.EOF {
				return true
			}
			continue
		}
		item.Bytes = bytes.TrimPrefix(line, byteOrderMark)
		if !w.yield(item) {
			return false
		}
		if err == io.EOF {
			return true
		}
	}
}

// readLine reads to the end of a line. A line that is too large is skipped to its end, so that the next one is read.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(line) <= MaxBytes {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if len(line) > MaxBytes && (err == nil || err == io.EOF) {
			return nil, fmt.Errorf("%w: a line of more than %d bytes", ErrTooLarge, MaxBytes)
		}
		return line, err
	}
}
