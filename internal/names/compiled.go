package names

import (
	"cmp"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"
)

// Compiled is the index of a large table that is made once and kept in a file: from the keys of names, written as one
// word, to where their rows begin in the table, and what tells which rows are worth reading. It lies in memory as it lies
// in the file.
type Compiled struct {
	b []byte // key, row and tag, sorted, behind the head
}

// Row is where a row begins, and its tag.
type Row struct {
	At uint32
	Tag
}

// Tag is what an index tells of a row: a code of three capital letters, and a size in thousands, rounded down.
type Tag uint32

const (
	codeBits = 15
	maxSize  = 1<<(32-codeBits) - 1
)

// TagOf is the tag of a code and a size; what is no such code has that of none.
func TagOf(code string, size int) Tag {
	return Tag(CodeNumber(code) | uint32(min(size/1000, maxSize))<<codeBits)
}

// CodeNumber is the number that stands for a code in tags, 0 for what is no code.
func CodeNumber(code string) uint32 {
	n := uint32(0)
	for i := range len(code) {
		if code[i] < 'A' || code[i] > 'Z' || len(code) != 3 {
			return 0
		}
		n = n<<5 | uint32(code[i]-'A'+1)
	}
	return n
}

// CodeNumber is that of the row's code.
func (t Tag) CodeNumber() uint32 { return uint32(t) & (1<<codeBits - 1) }

// Size is that of the row, rounded down to a thousand.
func (t Tag) Size() int { return int(t>>codeBits) * 1000 }

// The head of the file: a mark with the version of the layout, and the checksum of the table.
const (
	mark4    = "VNX2"
	headSize = 8
	pairSize = 12
)

// Compile makes the index of a table: each calls its argument for every Latin name and its row.
func Compile(s *Script, table string, each func(func(latin string, row Row))) *Compiled {
	type pair struct {
		key uint32
		Row
	}
	var all []pair
	f := NewFolder()
	var keys []key
	each(func(latin string, row Row) {
		word := f.joined(latin, nil)
		if len(word) == 0 {
			return
		}
		keys = s.latinKeys(string(word), keys[:0])
		for _, k := range keys {
			all = append(all, pair{hash(k), row})
		}
	})
	slices.SortFunc(all, func(a, b pair) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.At, b.At)) })
	all = slices.Compact(all)
	b := append(make([]byte, 0, headSize+pairSize*len(all)), mark4...)
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(table)))
	for _, p := range all {
		for _, x := range []uint32{p.key, p.At, uint32(p.Tag)} {
			b = binary.LittleEndian.AppendUint32(b, x)
		}
	}
	return &Compiled{b}
}

// Columns are the numbers of columns of a table: names in Latin letters and in the script's, alternatives parted by bars,
// code and size.
type Columns struct{ Latin, Own, Code, Size int }

// CompileTable makes the index of a TSV file with a header.
func CompileTable(s *Script, text string, c Columns) *Compiled {
	return Compile(s, text, func(add func(string, Row)) {
		at := 0
		for line := range strings.Lines(text) {
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if at > 0 && len(cells) > max(c.Latin, c.Own, c.Code, c.Size) {
				size, _ := strconv.Atoi(cells[c.Size])
				row := Row{uint32(at), TagOf(cells[c.Code], size)}
				for n := range strings.SplitSeq(cells[c.Latin], "|") {
					add(n, row)
				}
				for n := range strings.SplitSeq(cells[c.Own], "|") {
					add(s.Romanise(n), row)
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

func (c *Compiled) key(i int) uint32 { return binary.LittleEndian.Uint32(c.b[headSize+pairSize*i:]) }

func (c *Compiled) row(i int) Row {
	p := c.b[headSize+pairSize*i:]
	return Row{binary.LittleEndian.Uint32(p[4:]), Tag(binary.LittleEndian.Uint32(p[8:]))}
}

// rows are the rows under a key, appended to buf.
func (c *Compiled) rows(k uint32, buf []Row) []Row {
	n := (len(c.b) - headSize) / pairSize
	lo, hi := 0, n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if c.key(mid) < k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < n && c.key(lo) == k; lo++ {
		buf = append(buf, c.row(lo))
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
	rows    []Row
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
func (q *Query) Rows(c *Compiled, near bool) []Row {
	q.rows = q.rows[:0]
	for _, k := range q.keys {
		q.rows = c.rows(hash(k), q.rows)
		if near {
			for _, less := range shorter(k, nil) {
				q.rows = c.rows(hash(less), q.rows)
			}
		}
	}
	if len(q.keys) > 1 || near { // the rows of one key are sorted
		slices.SortFunc(q.rows, func(a, b Row) int { return cmp.Compare(a.At, b.At) })
		q.rows = slices.Compact(q.rows)
	}
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
