package names

import (
	"cmp"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
	"strings"
)

// Compiled is the index of a large table that is made once and kept in a file: from the keys of names, written as one
// word, to where their rows begin in the table. It lies in memory as it lies in the file.
type Compiled struct {
	b []byte // pairs of key and row, sorted, behind the head
}

// The head of the file: a mark with the version of the layout, and the checksum of the table.
const (
	mark4    = "VNX1"
	headSize = 8
	pairSize = 8
)

// Compile makes the index of a table: each calls its argument for every Latin name and the offset of its row.
func Compile(s *Script, table string, each func(func(latin string, row uint32))) *Compiled {
	type pair struct{ key, row uint32 }
	var all []pair
	f := NewFolder()
	var keys []key
	each(func(latin string, row uint32) {
		word := f.joined(latin, nil)
		if len(word) == 0 {
			return
		}
		keys = s.latinKeys(string(word), keys[:0])
		for _, k := range keys {
			all = append(all, pair{hash(k), row})
		}
	})
	slices.SortFunc(all, func(a, b pair) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.row, b.row)) })
	all = slices.Compact(all)
	b := append(make([]byte, 0, headSize+pairSize*len(all)), mark4...)
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(table)))
	for _, p := range all {
		b = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(b, p.key), p.row)
	}
	return &Compiled{b}
}

// CompileTable makes the index of a TSV file with a header: column latin has names in that script, column own in the
// script's, alternatives parted by bars.
func CompileTable(s *Script, text string, latin, own int) *Compiled {
	return Compile(s, text, func(add func(string, uint32)) {
		at := 0
		for line := range strings.Lines(text) {
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if at > 0 && len(cells) > max(latin, own) {
				for n := range strings.SplitSeq(cells[latin], "|") {
					add(n, uint32(at))
				}
				for n := range strings.SplitSeq(cells[own], "|") {
					add(s.Romanise(n), uint32(at))
				}
			}
			at += len(line)
		}
	})
}

// ErrStale says that an index was made of another table.
var ErrStale = errors.New("the index does not fit its table")

// Decode takes the bytes of an index and checks that it was made of the table.
func Decode(b []byte, table string) (*Compiled, error) {
	if len(b) < headSize || string(b[:4]) != mark4 || (len(b)-headSize)%pairSize != 0 ||
		binary.LittleEndian.Uint32(b[4:]) != crc32.ChecksumIEEE([]byte(table)) {
		return nil, ErrStale
	}
	return &Compiled{b}, nil
}

// Bytes are what Decode takes.
func (c *Compiled) Bytes() []byte { return c.b }

func (c *Compiled) at(i int) (key, row uint32) {
	p := c.b[headSize+pairSize*i:]
	return binary.LittleEndian.Uint32(p), binary.LittleEndian.Uint32(p[4:])
}

// rows are the rows under a key, appended to buf.
func (c *Compiled) rows(k uint32, buf []uint32) []uint32 {
	n := (len(c.b) - headSize) / pairSize
	lo, hi := 0, n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if x, _ := c.at(mid); x < k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < n; lo++ {
		x, row := c.at(lo)
		if x != k {
			break
		}
		buf = append(buf, row)
	}
	return buf
}

// hash brings a key into 32 bits; the few keys that meet there cost a comparison more.
func hash(k key) uint32 { return uint32(k) ^ uint32(k>>32)*0x9E3779B1 }

// joined is a Latin name as one word of lower-case letters, appended to buf.
func (f *Folder) joined(latin string, buf []byte) []byte {
	start := len(buf)
	buf = f.Words(latin, buf)
	out := buf[:start]
	for _, c := range buf[start:] {
		if c != ' ' {
			out = append(out, c)
		}
	}
	return out
}

// Query is a name that is looked for in a Compiled index, and the memory that this takes.
type Query struct {
	s       *Script
	folder  *Folder
	units   []Unit
	keys    []key
	rows    []uint32
	word    []byte
	latin   spelled
	scratch [2][]int32
}

// NewQuery makes a Query; it serves one caller at a time.
func NewQuery(s *Script) *Query { return &Query{s: s, folder: NewFolder()} }

// Set reads a name in either script; it reports whether there is anything to look for.
func (q *Query) Set(name string) bool {
	q.units, q.keys = q.units[:0], q.keys[:0]
	for _, w := range fields(name) {
		q.units = q.s.unitsOf(w, q.folder, q.units)
	}
	if len(q.units) == 0 || len(q.units) > 48 {
		return false
	}
	q.keys = q.s.keysOf(q.units, q.keys)
	return true
}

// Units is the number of units of the name, against which costs are to be held.
func (q *Query) Units() int { return len(q.units) }

// Rows are the rows of names with the keys of the name; with near also those that lack one of its classes. They hold
// until the next call.
func (q *Query) Rows(c *Compiled, near bool) []uint32 {
	q.rows = q.rows[:0]
	for _, k := range q.keys {
		q.rows = c.rows(hash(k), q.rows)
		if near {
			for _, less := range shorter(k, nil) {
				q.rows = c.rows(hash(less), q.rows)
			}
		}
	}
	slices.Sort(q.rows)
	q.rows = slices.Compact(q.rows)
	return q.rows
}

// Cost is what it costs in bits to spell the name as latin, false when that is more than limit.
func (q *Query) Cost(latin string, limit float64) (float64, bool) {
	q.word = q.folder.joined(latin, q.word[:0])
	if len(q.word) == 0 {
		return 0, false
	}
	q.s.prepare(&q.latin, string(q.word))
	c := q.s.align(q.units, &q.latin, int32(limit*bit), &q.scratch)
	return float64(c) / bit, c < far
}

// CostOfPart is what it costs in bits to spell the name as some neighbouring words of latin, and to leave the others
// unsaid (Frankfurt for Frankfurt am Main); false when that is more than limit or latin is one word.
func (q *Query) CostOfPart(latin string, limit float64) (float64, bool) {
	words := strings.Fields(string(q.folder.Words(latin, q.word[:0])))
	best := far
	for i := range words {
		unsaid := int32(0)
		for _, w := range words {
			unsaid += spare + int32(len(w))*spareLetter
		}
		part := ""
		for _, w := range words[i:] {
			part += w
			if unsaid -= spare + int32(len(w))*spareLetter; len(part) == 0 || unsaid == 0 || unsaid > int32(limit*bit) {
				continue
			}
			q.s.prepare(&q.latin, part)
			if c := q.s.align(q.units, &q.latin, int32(limit*bit)-unsaid, &q.scratch); c < far {
				best = min(best, c+unsaid)
			}
		}
	}
	return float64(best) / bit, best < far
}

// Score turns a cost in bits into a number between 0 and 1.
func (q *Query) Score(bits float64) float64 { return score(int32(bits*bit), len(q.units)) }

// Devanagari says whether a name has letters of that script.
func Devanagari(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return r >= 0x900 && r < 0x980 })
}
