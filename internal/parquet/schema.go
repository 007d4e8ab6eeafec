package parquet

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// node is a field of the schema: a group of fields, or a column.
type node struct {
	field    int // of the struct around it
	optional bool
	element  *node // of a list, whose repetition level is rep
	rep      uint8
	fields   []*node
	column   *column
}

// schema collects the elements and columns of a file as nodes are made.
type schema struct {
	elements []format.SchemaElement
	columns  []*column
}

// place is where a node stands: its name, the path to it and the levels of what is above it.
type place struct {
	name     string
	path     []string
	rep, def uint8
	options  []string
}

// group makes the nodes of a struct's fields.
func (s *schema) group(t reflect.Type, at place) []*node {
	var out []*node
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("parquet"), ",")
		n := s.node(t.Field(i).Type, place{name, append(slices.Clone(at.path), name), at.rep, at.def, strings.Split(options, ",")})
		n.field = i
		out = append(out, n)
	}
	return out
}

func (s *schema) node(t reflect.Type, at place) *node {
	if t.Kind() == reflect.Slice {
		return s.list(t, at)
	}
	n := &node{rep: at.rep}
	e := format.SchemaElement{Name: at.name, RepetitionType: thrift.New(format.Required)}
	if t.Kind() == reflect.Pointer {
		n.optional, t = true, t.Elem()
		e.RepetitionType = thrift.New(format.Optional)
		at.def++
	}
	if t.Kind() == reflect.Struct {
		e.NumChildren = thrift.New(int32(t.NumField()))
		s.elements = append(s.elements, e)
		n.fields = s.group(t, at)
		return n
	}
	n.column = newColumn(t, at)
	e.Type = thrift.New(n.column.kind)
	switch {
	case n.column.kind == format.ByteArray:
		e.LogicalType, e.ConvertedType = format.LogicalType{Value: new(format.StringType)}, thrift.New(deprecated.UTF8)
	case slices.Contains(at.options, "date"):
		e.LogicalType, e.ConvertedType = format.LogicalType{Value: new(format.DateType)}, thrift.New(deprecated.Date)
	}
	s.elements, s.columns = append(s.elements, e), append(s.columns, n.column)
	return n
}

// list makes the three levels of a list: a group, what repeats, and the element.
func (s *schema) list(t reflect.Type, at place) *node {
	s.elements = append(s.elements,
		format.SchemaElement{Name: at.name, RepetitionType: thrift.New(format.Required), NumChildren: thrift.New(int32(1)),
			LogicalType: format.LogicalType{Value: new(format.ListType)}, ConvertedType: thrift.New(deprecated.List)},
		format.SchemaElement{Name: "list", RepetitionType: thrift.New(format.Repeated), NumChildren: thrift.New(int32(1))})
	n := &node{rep: at.rep + 1}
	n.element = s.node(t.Elem(), place{"element", append(at.path, "list", "element"), at.rep + 1, at.def + 1, at.options})
	return n
}

// newColumn makes the column of a type of Go.
func newColumn(t reflect.Type, at place) *column {
	c := &column{path: at.path, maxRep: at.rep, maxDef: at.def}
	switch t.Kind() {
	case reflect.String:
		c.kind = format.ByteArray
	case reflect.Int32:
		c.kind = format.Int32
	case reflect.Int64:
		c.kind = format.Int64
	case reflect.Float64:
		c.kind = format.Double
	default:
		panic(fmt.Sprintf("parquet: column %s has type %s", strings.Join(at.path, "."), t)) // a type of the program, not of its input
	}
	if slices.Contains(at.options, "dict") {
		c.dict = map[string]int32{}
	}
	return c
}

// write adds a value to the columns below n; rep and def are its levels.
func (n *node) write(v reflect.Value, rep, def uint8) {
	switch {
	case n.optional && v.IsNil():
		n.missing(rep, def)
		return
	case n.optional:
		v, def = v.Elem(), def+1
	}
	switch {
	case n.column != nil:
		n.column.add(v, rep, def)
	case n.element == nil:
		for _, f := range n.fields {
			f.write(v.Field(f.field), rep, def)
		}
	case v.Len() == 0:
		n.missing(rep, def)
	default:
		for i := range v.Len() {
			n.element.write(v.Index(i), rep, def+1)
			rep = n.rep
		}
	}
}

// missing tells the columns below n that there is no value.
func (n *node) missing(rep, def uint8) {
	if n.column != nil {
		n.column.levels(rep, def)
	}
	if n.element != nil {
		n.element.missing(rep, def)
	}
	for _, f := range n.fields {
		f.missing(rep, def)
	}
}
