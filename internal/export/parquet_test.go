package export_test

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"testing"

	"github.com/parquet-go/parquet-go"

	"varta/record"
)

// parquetRow is what the test reads of a row, by the names of the columns alone.
type parquetRow struct {
	ID     string `parquet:"id"`
	CAMEO  string `parquet:"cameo"`
	Status string `parquet:"status"`
	Date   *int32 `parquet:"date,optional,date"`
	Actors []struct {
		Code *string `parquet:"code,optional"`
		Name *string `parquet:"name,optional"`
	} `parquet:"actors,list"`
	Tellings []struct {
		Quotes []string `parquet:"quotes,list"`
	} `parquet:"tellings,list"`
}

func readParquet(t *testing.T, content string) []parquetRow {
	t.Helper()
	file, err := parquet.OpenFile(bytes.NewReader([]byte(content)), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]parquetRow, file.NumRows())
	r := parquet.NewGenericReader[parquetRow](file)
	defer r.Close()
	if n, err := r.Read(rows); n != len(rows) || err != nil && err != io.EOF {
		t.Fatal(n, err)
	}
	return rows
}

func TestParquet(t *testing.T) {
	content, _ := write(t, "parquet", source(meeting(), summit()))
	rows := readParquet(t, content)
	if len(rows) != 5 {
		t.Fatalf("%d rows", len(rows))
	}
	r := rows[0]
	if r.CAMEO != "040" || *r.Date != 19786 || *r.Actors[1].Code != "IND" || *r.Actors[1].Name != hostile || r.Tellings[0].Quotes[1] != hostile {
		t.Errorf("the meeting is %+v", r)
	}
	if a := rows[4]; a.Date != nil || a.Actors[0].Code != nil {
		t.Errorf("what is not known is null: %+v", a)
	}
}

func TestParquetFolder(t *testing.T) {
	n := 0
	var names []string
	for name, content := range files(t, writeFolder(t, "parquet", source(again("2024-02-01"), meeting(), summit()))) {
		names = append(names, name)
		n += len(readParquet(t, content))
	}
	slices.Sort(names)
	// The denied attack has no date of its own: it is filed under that of its report, the summit under none.
	want := []string{"year=2024/month=02/part-0.parquet", "year=2024/month=03/part-0.parquet",
		"year=__HIVE_DEFAULT_PARTITION__/month=__HIVE_DEFAULT_PARTITION__/part-0.parquet"}
	if !slices.Equal(names, want) || n != 6 {
		t.Errorf("%d rows in %v", n, names)
	}
}

// TestParquetParts goes back and forth between more months than files are open at once.
func TestParquetParts(t *testing.T) {
	var all []*record.Record
	for _, year := range []string{"2021", "2022", "2021"} {
		for month := range 12 {
			all = append(all, again(fmt.Sprintf("%s-%02d-01", year, month+1)))
		}
	}
	n, second := 0, 0
	for name, content := range files(t, writeFolder(t, "parquet", source(all...))) {
		n += len(readParquet(t, content))
		if path.Base(name) == "part-1.parquet" {
			second++
		}
	}
	if n != len(all) || second == 0 {
		t.Errorf("%d rows, %d second parts", n, second)
	}
}
