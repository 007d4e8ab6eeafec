package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Item is one report as it was found: the bytes of a text, or of a JSON object that holds one. Err says why there are
// no bytes.
type Item struct {
	Name  string // the file, with the line in JSON Lines
	ID    string // base name of the file without extension
	Bytes []byte
	JSON  bool
	Err   error
}

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Items yields the reports of paths in order: a file is one report, or one a line for JSON Lines; a folder is all
// .txt, .jsonl and .ndjson files below it, sorted; Stdin is JSON Lines when it starts with a brace.
func Items(paths []string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, p := range paths {
			if !each(p, stdin, yield) {
				return
			}
		}
	}
}

// Records yields the lines of a JSON Lines file, whatever its name, or of standard input.
func Records(path string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		if path == Stdin {
			lines("stdin", bufio.NewReaderSize(stdin, 1<<16), yield)
			return
		}
		f, err := os.Open(path)
		if err != nil {
			yield(Item{Name: path, ID: idOf(path), Err: cause(err)})
			return
		}
		defer f.Close()
		lines(path, bufio.NewReaderSize(f, 1<<16), yield)
	}
}

func each(path string, stdin io.Reader, yield func(Item) bool) bool {
	if path == Stdin {
		return stream(stdin, yield)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return yield(Item{Name: path, ID: idOf(path), Err: cause(err)})
	case info.IsDir():
		return folder(path, yield)
	default:
		return file(path, yield)
	}
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

func folder(path string, yield func(Item) bool) bool {
	files, err := Files(path, ".txt", ".jsonl", ".ndjson")
	if err != nil {
		return yield(Item{Name: path, ID: idOf(path), Err: err})
	}
	if len(files) == 0 {
		return yield(Item{Name: path, ID: idOf(path), Err: errors.New("the folder holds no .txt or .jsonl file")})
	}
	for _, f := range files {
		if !file(f, yield) {
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
		case !e.IsDir() && slices.Contains(extensions, filepath.Ext(p)):
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

func file(path string, yield func(Item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(Item{Name: path, ID: idOf(path), Err: cause(err)})
	}
	defer f.Close()
	switch filepath.Ext(path) {
	case ".jsonl", ".ndjson":
		return lines(path, bufio.NewReaderSize(f, 1<<16), yield)
	case ".json":
		return yield(whole(path, f, true))
	}
	return yield(whole(path, f, false))
}

func whole(path string, r io.Reader, json bool) Item {
	b, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err == nil && len(b) > MaxBytes {
		err = fmt.Errorf("%w: more than the %d bytes that are read", ErrTooLarge, MaxBytes)
	}
	if err != nil {
		return Item{Name: path, ID: idOf(path), Err: cause(err)}
	}
	return Item{Name: path, ID: idOf(path), Bytes: b, JSON: json}
}

func stream(r io.Reader, yield func(Item) bool) bool {
	const name = "stdin"
	br := bufio.NewReaderSize(r, 1<<16)
	head, _ := br.Peek(512)
	if bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(head, byteOrderMark)), []byte("{")) {
		return lines(name, br, yield)
	}
	return yield(whole(name, br, false))
}

func lines(path string, r *bufio.Reader, yield func(Item) bool) bool {
	for n := 1; ; n++ {
		line, err := readLine(r)
		item := Item{Name: fmt.Sprintf("%s:%d", path, n), ID: fmt.Sprintf("%s-%d", idOf(path), n), JSON: true}
		switch {
		case errors.Is(err, ErrTooLarge):
			item.Err = err
		case err != nil && err != io.EOF:
			item.Err = cause(err)
			return yield(item)
		case len(bytes.TrimSpace(line)) == 0:
			if err == io.EOF {
				return true
			}
			continue
		}
		item.Bytes = bytes.TrimPrefix(line, byteOrderMark)
		if !yield(item) {
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
