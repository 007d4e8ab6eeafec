// Package parquet writes structs as Parquet files. It knows what the export of acts needs, strings, numbers, days, what may
// be null, and lists of these and of structs, and nothing else; the forms on disk are those of the packages of parquet-go.
// The rest of that library, which reads files and takes any type, would be a sixth of the program.
//
// Fields are named by tags: `parquet:"date,date"` is a column of days since 1970; dict keeps each value of a column once. A
// pointer may be null, a slice is a list:
//
//	type act struct {
//		Type   string   `parquet:"type,dict"`
//		Actors []string `parquet:"actors"`
//	}
//
// An act of type CONSULT with the actors भारत and रूस becomes a value in the column type and two in actors.list.element,
// whose repetition levels 0 and 1 say that both are of one row.
//
// The levels are those of Melnik et al., "Dremel: Interactive Analysis of Web-Scale Datasets" (2010); the layout is that of
// https://parquet.apache.org/docs/file-format/.
package parquet
