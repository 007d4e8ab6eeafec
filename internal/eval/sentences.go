package eval

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Sentences yields the sentences of files: plain text, one a line; tagged text, one token and its tag a line; or
// CoNLL-U. Of a folder, all .txt, .conll and .conllu files are read. The error is known when the sequence has ended.
func Sentences(paths []string) (iter.Seq[string], func() error) {
	var failure error
	return func(yield func(string) bool) {
		for _, p := range paths {
			files, err := expand(p)
			if err != nil {
				failure = err
				return
			}
			for _, f := range files {
				more, err := sentences(f, yield)
				if err != nil {
					failure = fmt.Errorf("read sentences of %s: %w", f, err)
				}
				if err != nil || !more {
					return
				}
			}
		}
	}, func() error { return failure }
}

func expand(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read sentences: %w", err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var files []string
	for _, ext := range []string{"*.txt", "*.conll", "*.conllu"} {
		found, err := filepath.Glob(filepath.Join(path, ext))
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	slices.Sort(files)
	return files, nil
}

var tagged = regexp.MustCompile(`^\S+[\t ](O|[BI]-\S+)$`)

func sentences(path string, yield func(string) bool) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<16)
	head, err := r.Peek(4096)
	if err != nil && err != io.EOF {
		return false, err
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	switch {
	case filepath.Ext(path) == ".conllu":
		return comments(lines, yield), lines.Err()
	case isTagged(string(head)):
		return tokens(lines, yield), lines.Err()
	}
	return plain(lines, yield), lines.Err()
}

// isTagged says whether most lines of the head of a file are a token and its tag.
func isTagged(head string) bool {
	all := strings.Split(head, "\n")
	n, hit := 0, 0
	for _, l := range all[:max(0, len(all)-1)] {
		if strings.TrimSpace(l) == "" {
			continue
		}
		n++
		if tagged.MatchString(strings.TrimRight(l, " \r")) {
			hit++
		}
	}
	return hit > n/2
}

func comments(lines *bufio.Scanner, yield func(string) bool) bool {
	for lines.Scan() {
		if t, ok := strings.CutPrefix(lines.Text(), "# text = "); ok && !yield(t) {
			return false
		}
	}
	return true
}

func plain(lines *bufio.Scanner, yield func(string) bool) bool {
	for lines.Scan() {
		if t := strings.TrimSpace(lines.Text()); t != "" && !yield(t) {
			return false
		}
	}
	return true
}

func tokens(lines *bufio.Scanner, yield func(string) bool) bool {
	var words []string
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) > 0 {
			words = append(words, fields[0])
			continue
		}
		if len(words) > 0 && !yield(strings.Join(words, " ")) {
			return false
		}
		words = words[:0]
	}
	return len(words) == 0 || yield(strings.Join(words, " "))
}
