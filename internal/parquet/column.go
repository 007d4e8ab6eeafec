package parquet

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
	"math/bits"
	"reflect"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/encoding/rle"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// pageBytes is the size from which on a page is full.
const pageBytes = 1 << 20

// column collects the values of one column of a row group, page by page.
type column struct {
	path           []string
	kind           format.Type
	maxRep, maxDef uint8
	dict           map[string]int32 // by value as bytes, nil where values are kept as they come

	reps, defs []byte
	values     []byte  // of the page, or of the whole dictionary
	indexes    []int32 // of the page, into the dictionary

	pages                bytes.Buffer // the full ones, packed
	unpacked, count, nul int64
	least, most          []byte // values as bytes; nil before the first
	long                 bool   // some value is too long to be told as least or most
}

// add enters a value with its levels.
func (c *column) add(v reflect.Value, rep, def uint8) {
	c.levels(rep, def)
	c.nul--
	var raw [8]byte
	b := raw[:8]
	switch c.kind {
	case format.ByteArray:
		b = []byte(v.String())
	case format.Int32:
		b = raw[:4]
		binary.LittleEndian.PutUint32(b, uint32(v.Int()))
	case format.Int64:
		binary.LittleEndian.PutUint64(b, uint64(v.Int()))
	case format.Double:
		binary.LittleEndian.PutUint64(b, math.Float64bits(v.Float()))
	}
	if c.dict == nil {
		c.plain(b)
		c.widen(b)
		return
	}
	i, ok := c.dict[string(b)]
	if !ok {
		i = int32(len(c.dict))
		c.dict[string(b)] = i
		c.plain(b)
		c.widen(b)
	}
	c.indexes = append(c.indexes, i)
}

// levels enters the levels of a value, or of none.
func (c *column) levels(rep, def uint8) {
	c.reps, c.defs = append(c.reps, rep), append(c.defs, def)
	c.nul++
}

func (c *column) plain(b []byte) {
	if c.kind == format.ByteArray {
		c.values = binary.LittleEndian.AppendUint32(c.values, uint32(len(b)))
	}
	c.values = append(c.values, b...)
}

// longest is the length of the longest value that is told as the least or greatest of a column.
const longest = 64

// widen widens the range of the column's values.
func (c *column) widen(b []byte) {
	c.long = c.long || len(b) > longest
	if c.least == nil || c.compare(b, c.least) < 0 {
		c.least = append([]byte{}, b...)
	}
	if c.most == nil || c.compare(b, c.most) > 0 {
		c.most = append([]byte{}, b...)
	}
}

func (c *column) compare(a, b []byte) int {
	number := binary.LittleEndian
	switch c.kind {
	case format.Int32:
		return cmp.Compare(int32(number.Uint32(a)), int32(number.Uint32(b)))
	case format.Int64:
		return cmp.Compare(int64(number.Uint64(a)), int64(number.Uint64(b)))
	case format.Double:
		return cmp.Compare(math.Float64frombits(number.Uint64(a)), math.Float64frombits(number.Uint64(b)))
	}
	return bytes.Compare(a, b)
}

// full says whether the page under way has enough.
func (c *column) full() bool {
	n := len(c.reps) + len(c.defs) + 4*len(c.indexes)
	if c.dict == nil {
		n += len(c.values)
	}
	return n >= pageBytes
}

// flush ends the page under way.
func (c *column) flush(z *zstd.Encoder) error {
	if len(c.defs) == 0 {
		return nil
	}
	var body []byte
	for _, l := range []struct {
		most   uint8
		levels []byte
	}{{c.maxRep, c.reps}, {c.maxDef, c.defs}} {
		if l.most == 0 {
			continue
		}
		packed, err := (&rle.Encoding{BitWidth: bits.Len8(l.most)}).EncodeLevels(nil, l.levels)
		if err != nil {
			return err
		}
		body = append(binary.LittleEndian.AppendUint32(body, uint32(len(packed))), packed...)
	}
	encoding := format.Plain
	if c.dict == nil {
		body = append(body, c.values...)
		c.values = c.values[:0]
	} else {
		packed, err := new(rle.DictionaryEncoding).EncodeInt32(nil, c.indexes)
		if err != nil {
			return err
		}
		body, encoding = append(body, packed...), format.RLEDictionary
	}
	n := len(c.defs)
	c.count += int64(n)
	c.reps, c.defs, c.indexes = c.reps[:0], c.defs[:0], c.indexes[:0]
	return c.page(&c.pages, z, body, format.PageHeader{Type: format.DataPage, DataPageHeader: thrift.New(format.DataPageHeader{
		NumValues: int32(n), Encoding: encoding, DefinitionLevelEncoding: format.RLE, RepetitionLevelEncoding: format.RLE})})
}

// page packs a page behind its header.
func (c *column) page(out *bytes.Buffer, z *zstd.Encoder, body []byte, h format.PageHeader) error {
	packed := z.EncodeAll(body, nil)
	h.UncompressedPageSize, h.CompressedPageSize = int32(len(body)), int32(len(packed))
	head, err := thrift.Marshal(new(thrift.CompactProtocol), &h)
	if err != nil {
		return err
	}
	out.Write(head)
	out.Write(packed)
	c.unpacked += int64(len(head) + len(body))
	return nil
}

// chunk ends the column of a row group, which begins at offset at of the file; it returns its bytes and what the footer says
// of it.
func (c *column) chunk(z *zstd.Encoder, at int64) ([]byte, format.ColumnChunk, error) {
	if err := c.flush(z); err != nil {
		return nil, format.ColumnChunk{}, err
	}
	var out bytes.Buffer
	m := format.ColumnMetaData{Type: c.kind, PathInSchema: c.path, Codec: format.Zstd, NumValues: c.count,
		Encoding: thrift.Slice[format.Encoding]{format.Plain, format.RLE}}
	if c.dict != nil {
		m.Encoding, m.DictionaryPageOffset = append(m.Encoding, format.RLEDictionary), at
		h := format.PageHeader{Type: format.DictionaryPage, DictionaryPageHeader: thrift.New(format.DictionaryPageHeader{
			NumValues: int32(len(c.dict)), Encoding: format.Plain})}
		if err := c.page(&out, z, c.values, h); err != nil {
			return nil, format.ColumnChunk{}, err
		}
	}
	m.DataPageOffset = at + int64(out.Len())
	out.Write(c.pages.Bytes())
	m.TotalUncompressedSize, m.TotalCompressedSize = c.unpacked, int64(out.Len())
	m.Statistics.NullCount = c.nul
	if !c.long {
		m.Statistics.MinValue, m.Statistics.MaxValue = c.least, c.most
	}
	c.reset()
	return out.Bytes(), format.ColumnChunk{MetaData: m}, nil
}

// reset empties the column for the next row group.
func (c *column) reset() {
	clear(c.dict)
	c.pages.Reset()
	c.values = c.values[:0]
	c.unpacked, c.count, c.nul, c.least, c.most, c.long = 0, 0, 0, nil, nil, false
}
