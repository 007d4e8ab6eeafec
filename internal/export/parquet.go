package export

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"varta/internal/parquet"
	"varta/record"
)

// parquetAct is a row of the Parquet file. Dates are days of the calendar; date is the first day of what the reports
// say, until the last, and precision tells a month from a day.
type parquetAct struct {
	ID             string           `parquet:"id"`
	Type           string           `parquet:"type,dict"`
	Modes          []string         `parquet:"modes"`
	Contexts       []string         `parquet:"contexts"`
	CAMEO          string           `parquet:"cameo,dict"`
	Quad           int32            `parquet:"quad"`
	Score          float64          `parquet:"score"`
	Status         string           `parquet:"status,dict"`
	Date           *int32           `parquet:"date,date"`
	Until          *int32           `parquet:"until,date"`
	Precision      *string          `parquet:"date_precision,dict"`
	Actors         []parquetActor   `parquet:"actors"`
	Recipients     []parquetActor   `parquet:"recipients"`
	Place          *string          `parquet:"place,dict"`
	PlaceCode      *string          `parquet:"place_code,dict"`
	Lat            *float64         `parquet:"lat"`
	Lon            *float64         `parquet:"lon"`
	GeoNames       *int64           `parquet:"geonames"`
	PlacePrecision *string          `parquet:"place_precision,dict"`
	Occasion       *string          `parquet:"occasion"`
	Topics         []string         `parquet:"topics"`
	Confidence     float64          `parquet:"confidence"`
	Reports        int32            `parquet:"reports"`
	FirstPublished *int32           `parquet:"first_published,date"`
	LastPublished  *int32           `parquet:"last_published,date"`
	Tellings       []parquetTelling `parquet:"tellings"`
}

type parquetActor struct {
	ID     *string `parquet:"id"`
	Name   *string `parquet:"name"`
	Code   *string `parquet:"code"`
	Sector *string `parquet:"sector"`
	Office *string `parquet:"office"`
}

type parquetTelling struct {
	Report    string   `parquet:"report"`
	Event     string   `parquet:"event"`
	Published *int32   `parquet:"published,date"`
	Status    string   `parquet:"status"`
	URL       *string  `parquet:"url"`
	Quotes    []string `parquet:"quotes"`
}

func parquetOf(t Told) parquetAct {
	a, w, when := t.Act, t.where(), t.when()
	out := parquetAct{
		ID: a.ID, Type: a.Type, Modes: a.Modes, Contexts: a.Contexts, CAMEO: a.CAMEO, Quad: int32(a.Quad), Score: a.Score,
		Status: a.Status, Date: days(day(when.Value)), Until: days(lastDay(cmp.Or(string(when.Until), when.Value))),
		Precision: null(when.Precision), Actors: parquetActors(a.Actors), Recipients: parquetActors(a.Recipients),
		Place: null(string(w.Name)), PlaceCode: null(known(w.Code)), Lat: w.Lat, Lon: w.Lon,
		PlacePrecision: null(w.Precision), Occasion: null(string(a.Occasion)), Topics: a.Topics, Confidence: a.Confidence,
		Reports: int32(t.articles()), FirstPublished: days(day(t.published())), LastPublished: days(day(t.lastPublished())),
	}
	if w.GeoNames != nil {
		n := int64(*w.GeoNames)
		out.GeoNames = &n
	}
	for i, l := range a.Tellings {
		out.Tellings = append(out.Tellings, parquetTellingOf(&t, i, l))
	}
	return out
}

func parquetTellingOf(t *Told, i int, l record.Telling) parquetTelling {
	out := parquetTelling{Report: l.Report, Event: l.Event, Published: days(day(string(l.Published))), Status: l.Status}
	if r := t.report(i); r != nil {
		out.URL = null(string(r.URL))
	}
	for _, e := range l.Evidence {
		out.Quotes = append(out.Quotes, e.Quote)
	}
	return out
}

func parquetActors(parties []record.Actor) []parquetActor {
	out := make([]parquetActor, len(parties))
	for i, p := range parties {
		out[i] = parquetActor{
			ID: null(string(p.ID)), Name: null(string(p.Name)), Code: null(known(p.Code)), Sector: null(string(p.Sector)),
			Office: null(string(p.Office)),
		}
	}
	return out
}

// days counts from 1970, as Parquet does.
func days(t time.Time, ok bool) *int32 {
	if !ok {
		return nil
	}
	n := int32(t.Unix() / (24 * 60 * 60))
	return &n
}

// groupRows is the size of a row group: what a writer holds in memory.
const groupRows = 20000

func newParquet(w io.Writer) (*parquet.Writer[parquetAct], error) {
	return parquet.NewWriter[parquetAct](w, "act", groupRows)
}

func writeParquet(j *job) error {
	w, err := newParquet(j.out)
	if err != nil {
		return err
	}
	for t, err := range j.Acts {
		if err != nil {
			return err
		}
		j.tally.Rows++
		if err := w.Write(parquetOf(t)); err != nil {
			return err
		}
	}
	return w.Close()
}

// writeParquetFolder writes a part a month in the layout of Hive, which DuckDB, Spark and Arrow read as columns year and
// month. Acts without any date go where Hive has its nulls.
func writeParquetFolder(j *job, dir string) error {
	p := &parts{dir: dir, number: map[string]int{}}
	for t, err := range j.Acts {
		if err != nil {
			return errors.Join(err, p.close())
		}
		j.tally.Rows++
		if err := p.write(month(t.date()), parquetOf(t)); err != nil {
			return errors.Join(err, p.close())
		}
	}
	return p.close()
}

func month(date string) string {
	if date == "" {
		return "year=__HIVE_DEFAULT_PARTITION__/month=__HIVE_DEFAULT_PARTITION__"
	}
	return "year=" + date[:4] + "/month=" + date[5:7]
}

// parts are the files under way, a few at a time: acts that come in the order of their dates need one.
type parts struct {
	dir    string
	number map[string]int // files of a folder so far
	open   []*part
}

type part struct {
	folder string
	file   *os.File
	*parquet.Writer[parquetAct]
}

// maxParts is how many files are open at once.
const maxParts = 16

func (p *parts) write(folder string, a parquetAct) error {
	i := slices.IndexFunc(p.open, func(o *part) bool { return o.folder == folder })
	if i < 0 {
		if err := p.add(folder); err != nil {
			return err
		}
		i = len(p.open) - 1
	}
	return p.open[i].Write(a)
}

func (p *parts) add(folder string) error {
	if len(p.open) == maxParts {
		oldest := p.open[0]
		p.open = p.open[1:]
		if err := oldest.close(); err != nil {
			return err
		}
	}
	path := filepath.Join(p.dir, filepath.FromSlash(folder))
	if err := os.MkdirAll(path, 0o777); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(path, fmt.Sprintf("part-%d.parquet", p.number[folder])))
	if err != nil {
		return err
	}
	w, err := newParquet(f)
	if err != nil {
		return errors.Join(err, f.Close())
	}
	p.number[folder]++
	p.open = append(p.open, &part{folder, f, w})
	return nil
}

func (p *part) close() error { return errors.Join(p.Writer.Close(), p.file.Close()) }

func (p *parts) close() error {
	var errs []error
	for _, o := range p.open {
		errs = append(errs, o.close())
	}
	p.open = nil
	return errors.Join(errs...)
}
