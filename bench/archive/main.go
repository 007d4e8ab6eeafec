// Command archive measures queries and exports on an archive of made-up records: it writes them straight into a store,
// without reading texts, asks what users ask and writes what they export. Its figures stand in docs/query.md.
//
//	go run ./bench/archive -reports 100000 -store /tmp/bench.db
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"syscall"
	"time"

	"varta/internal/archive"
	"varta/internal/export"
	"varta/internal/store"
)

func main() {
	reports := flag.Int("reports", 100000, "reports to make, when the archive is empty")
	where := flag.String("store", "bench.db", "archive")
	times := flag.Int("times", 9, "how often each query is asked")
	flag.Parse()
	if err := run(context.Background(), *where, *reports, *times); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, where string, reports, times int) (err error) {
	a, err := archive.Open(ctx, where, archive.Options{})
	if err != nil {
		return err
	}
	defer func() {
		if e := a.Close(); err == nil {
			err = e
		}
	}()
	n, err := a.Count(ctx, store.Query{Of: store.Reports})
	if err != nil {
		return err
	}
	if n == 0 {
		start := time.Now()
		if err := fill(ctx, a, reports); err != nil {
			return err
		}
		fmt.Printf("filled in %s\n", time.Since(start).Round(time.Second))
	}
	for _, k := range store.Kinds() {
		n, err := a.Count(ctx, store.Query{Of: k})
		if err != nil {
			return err
		}
		fmt.Printf("%-12s %d\n", k, n)
	}
	if info, err := os.Stat(where); err == nil {
		fmt.Printf("%-12s %d MB\n", "size", info.Size()>>20)
	}
	if err := queries(ctx, a, times); err != nil {
		return err
	}
	return exports(ctx, a)
}

// questions are what users ask.
var questions = []struct {
	name string
	q    archive.Question
}{
	{"pair and year", archive.Question{Of: store.Acts, Parties: []string{"IND", "PAK"}, Since: "2021", Until: "2021", Limit: 50}},
	{"pair and year, all", archive.Question{Of: store.Acts, Parties: []string{"IND", "PAK"}, Since: "2021", Until: "2021"}},
	{"timeline of a pair", archive.Question{Of: store.Acts, Parties: []string{"IND", "RUS"}, Sort: "-date", Limit: 50}},
	{"latest of a party", archive.Question{Of: store.Acts, Parties: []string{"IND"}, Limit: 50}},
	{"latest of two", archive.Question{Of: store.Acts, Parties: []string{"QAT", "TUR"}, Limit: 50}},
	{"latest of a person", archive.Question{Of: store.Acts, Parties: []string{"person:person-7"}, Limit: 50}},
	{"latest acts", archive.Question{Of: store.Acts, Limit: 50}},
	{"type and month", archive.Question{Of: store.Acts, Types: []string{"CONSULT"}, Since: "2020-05", Until: "2020-05", Limit: 50}},
	{"country", archive.Question{Of: store.Acts, Place: "TJK", Limit: 50}},
	{"around a place", archive.Question{Of: store.Acts, Place: "Dushanbe", Radius: 100, Limit: 50}},
	{"several reports", archive.Question{Of: store.Acts, MinReports: 4, Sort: "reports", Limit: 50}},
	{"text, rare word", archive.Question{Of: store.Reports, Text: "w4711", Limit: 50}},
	{"text, common word", archive.Question{Of: store.Reports, Text: "w1", Limit: 50}},
	{"text, phrase", archive.Question{Of: store.Reports, Text: `"w3 w5"`, Limit: 50}},
	{"acts by text", archive.Question{Of: store.Acts, Text: "w90", Limit: 50}},
	{"who said what", archive.Question{Of: store.Statements, Speaker: "PAK", About: "IND", Limit: 50}},
	{"entities", archive.Question{Of: store.Entities, Name: "person-7", Limit: 50}},
}

func queries(ctx context.Context, a *archive.Archive, times int) error {
	for _, x := range questions {
		q, err := a.Resolve(x.q)
		if err != nil {
			return err
		}
		var took []time.Duration
		rows, before := 0, cpu()
		for range times {
			start := time.Now()
			if rows, err = answer(ctx, a, q); err != nil {
				return err
			}
			took = append(took, time.Since(start))
		}
		first := took[0]
		slices.Sort(took)
		fmt.Printf("%-20s %6d rows  median %8s  first %8s  processor %8s\n", x.name, rows, round(took[len(took)/2]), round(first),
			round((cpu()-before)/time.Duration(times)))
	}
	for _, by := range []string{"month", "type", "pair"} {
		start, before := time.Now(), cpu()
		if _, err := a.Stats(ctx, store.Query{}, by); err != nil {
			return err
		}
		fmt.Printf("stats by %-11s %s  processor %s\n", by, round(time.Since(start)), round(cpu()-before))
	}
	return nil
}

func round(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }

func answer(ctx context.Context, a *archive.Archive, q store.Query) (int, error) {
	switch q.Of {
	case store.Reports:
		p, err := a.FindReports(ctx, q)
		return len(p.Items), err
	case store.Statements:
		p, err := a.FindStatements(ctx, q)
		return len(p.Items), err
	case store.Entities:
		p, err := a.FindEntities(ctx, q)
		return len(p.Items), err
	}
	p, err := a.FindActs(ctx, q)
	return len(p.Items), err
}

// exports writes whole formats to nowhere.
func exports(ctx context.Context, a *archive.Archive) error {
	codes, err := a.Codes()
	if err != nil {
		return err
	}
	acts, err := a.Count(ctx, store.Query{Of: store.Acts})
	if err != nil {
		return err
	}
	told, err := a.Count(ctx, store.Query{Of: store.Events})
	if err != nil {
		return err
	}
	debug.SetGCPercent(300) // as varta export does
	for _, f := range export.Formats() {
		if !f.File() {
			continue
		}
		start, before := time.Now(), cpu()
		tally, err := f.Write(io.Discard, a.Source(ctx, store.Query{Sort: "-date"}, f.Text || f.Texts), codes, "bench")
		if err != nil {
			return err
		}
		s, used := time.Since(start).Seconds(), cpu()-before
		fmt.Printf("export %-15s %7d rows in %5.2f s: %6.0f rows/s, %6.0f acts/s, %6.0f events/s, %5.1f µs of a processor an act\n", f.Name, tally.Rows, s,
			float64(tally.Rows)/s, float64(acts)/s, float64(told)/s, float64(used.Microseconds())/float64(acts))
	}
	return nil
}

// cpu is the time of processors that the program has used: it says more than a clock on a machine that others use too.
func cpu() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
