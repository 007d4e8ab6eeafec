package parquet

import (
	"encoding/binary"
	"io"
	"reflect"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

const magic = "PAR1"

// Writer writes rows of type T, a struct.
type Writer[T any] struct {
	out      io.Writer
	zstd     *zstd.Encoder
	schema   schema
	root     node
	perGroup int
	rows     int // of the group under way
	at       int64
	footer   format.FileMetaData
}

// NewWriter writes to out, in groups of so many rows: what is held in memory. The root of the schema has the name given.
func NewWriter[T any](out io.Writer, name string, rows int) (*Writer[T], error) {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	t := reflect.TypeFor[T]()
	w := &Writer[T]{out: out, zstd: z, perGroup: rows}
	w.schema.elements = []format.SchemaElement{{Name: name, NumChildren: thrift.New(int32(t.NumField()))}}
	w.root.fields = w.schema.group(t, place{})
	return w, w.put([]byte(magic))
}

func (w *Writer[T]) put(b []byte) error {
	n, err := w.out.Write(b)
	w.at += int64(n)
	return err
}

// Write adds a row.
func (w *Writer[T]) Write(row T) error {
	w.root.write(reflect.ValueOf(row), 0, 0)
	for _, c := range w.schema.columns {
		if c.full() {
			if err := c.flush(w.zstd); err != nil {
				return err
			}
		}
	}
	if w.rows++; w.rows < w.perGroup {
		return nil
	}
	return w.group()
}

// group writes the row group under way.
func (w *Writer[T]) group() error {
	g := format.RowGroup{NumRows: int64(w.rows), FileOffset: w.at, Ordinal: int16(len(w.footer.RowGroups))}
	for _, c := range w.schema.columns {
		b, chunk, err := c.chunk(w.zstd, w.at)
		if err != nil {
			return err
		}
		g.Columns = append(g.Columns, chunk)
		g.TotalByteSize += chunk.MetaData.TotalUncompressedSize
		g.TotalCompressedSize += chunk.MetaData.TotalCompressedSize
		if err := w.put(b); err != nil {
			return err
		}
	}
	w.footer.RowGroups = append(w.footer.RowGroups, g)
	w.footer.NumRows += g.NumRows
	w.rows = 0
	return nil
}

// Close writes what is left and the footer; it leaves out open.
func (w *Writer[T]) Close() error {
	if w.rows > 0 {
		if err := w.group(); err != nil {
			return err
		}
	}
	w.footer.Version, w.footer.Schema, w.footer.CreatedBy = 1, w.schema.elements, "varta"
	for range w.schema.columns {
		w.footer.ColumnOrders = append(w.footer.ColumnOrders, format.ColumnOrder{Value: new(format.TypeDefinedOrder)})
	}
	b, err := thrift.Marshal(new(thrift.CompactProtocol), &w.footer)
	if err != nil {
		return err
	}
	return w.put(append(binary.LittleEndian.AppendUint32(b, uint32(len(b))), magic...))
}
