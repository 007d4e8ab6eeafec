// Command curve measures how an archive grows: it gives reports to varta add, some more each time, and says what they cost
// and how long answers take then. Its figures stand in docs/archive.md.
//
//	go run ./bench/curve -varta ./varta -store curve.db -text WORD,PHRASE reports.jsonl
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"varta/internal/archive"
	"varta/internal/store"
)

func main() {
	c := curve{}
	flag.StringVar(&c.varta, "varta", "varta", "program")
	flag.StringVar(&c.where, "store", "curve.db", "archive, a file that is not there yet")
	points := flag.String("points", "1000,3000,10000,30000,100000", "numbers of reports after which to measure")
	texts := flag.String("text", "", "words and phrases to search for")
	flag.Parse()
	c.texts = strings.FieldsFunc(*texts, func(r rune) bool { return r == ',' })
	if err := c.run(context.Background(), *points, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "curve:", err)
		os.Exit(1)
	}
}

type curve struct {
	varta, where string
	texts        []string
}

func (c *curve) run(ctx context.Context, points, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines, given := bufio.NewReaderSize(f, 1<<20), 0
	for p := range strings.SplitSeq(points, ",") {
		point, err := strconv.Atoi(p)
		if err != nil {
			return fmt.Errorf("point %q: %w", p, err)
		}
		if err := c.add(ctx, lines, given, point); err != nil {
			return err
		}
		given = point
		if err := c.ask(ctx); err != nil {
			return err
		}
	}
	return nil
}

// add gives reports to a varta of its own, and says what that took.
func (c *curve) add(ctx context.Context, lines *bufio.Reader, from, to int) error {
	cmd := exec.CommandContext(ctx, c.varta, "add", "--store", c.where, "-")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	if err := give(in, lines, to-from); err != nil {
		return fmt.Errorf("give reports %d to %d: %w", from, to, err)
	}
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("varta add: %w", err)
	}
	took, n := time.Since(start), float64(to-from)
	used := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	info, err := os.Stat(c.where)
	if err != nil {
		return err
	}
	memory := int64(0)
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		memory = r.Maxrss >> 10
	}
	fmt.Printf("\n%d to %d: %.0f reports/s by the clock, %.2f ms of a processor a report, memory %d MB, file %d MB, %.1f KB a report\n", from, to,
		n/took.Seconds(), used.Seconds()*1000/n, memory, info.Size()>>20, float64(info.Size())/1024/float64(to))
	return nil
}

// give copies lines, and closes what they are copied to.
func give(to io.WriteCloser, lines *bufio.Reader, n int) error {
	for range n {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return err
		}
		if _, err := to.Write(line); err != nil {
			return err
		}
	}
	return to.Close()
}

// times is how often each question is asked.
const times = 15

type question struct {
	name string
	archive.Question
}

// questions are what users ask, of the year in the middle of the archive.
func (c *curve) questions(year string) []question {
	out := []question{
		{"pair and year", archive.Question{Of: store.Acts, Parties: []string{"IND", "PAK"}, Since: year, Until: year}},
		{"pair and year, rare", archive.Question{Of: store.Acts, Parties: []string{"QAT", "TUR"}, Since: year, Until: year}},
		{"pair", archive.Question{Of: store.Acts, Parties: []string{"IND", "CHN"}, Sort: "-date", Limit: 50}},
		{"party", archive.Question{Of: store.Acts, Parties: []string{"IND"}, Limit: 50}},
		{"type and month", archive.Question{Of: store.Acts, Types: []string{"CONSULT"}, Since: year + "-05", Until: year + "-05", Limit: 50}},
		{"several reports", archive.Question{Of: store.Acts, MinReports: 4, Sort: "reports", Limit: 50}},
		{"statements", archive.Question{Of: store.Statements, Speaker: "PAK", About: "IND", Limit: 50}},
	}
	for _, t := range c.texts {
		out = append(out, question{"reports by text " + t, archive.Question{Of: store.Reports, Text: t, Limit: 50}},
			question{"acts by text " + t, archive.Question{Of: store.Acts, Text: t, Limit: 50}})
	}
	return out
}

func (c *curve) ask(ctx context.Context) error {
	a, err := archive.Open(ctx, c.where, archive.Options{Store: store.Options{Existing: true}})
	if err != nil {
		return err
	}
	defer a.Close()
	year, err := middle(ctx, a)
	if err != nil {
		return err
	}
	for _, x := range c.questions(year) {
		q, err := a.Resolve(x.Question)
		if err != nil {
			return err
		}
		var took []time.Duration
		rows := 0
		for range times {
			start := time.Now()
			if rows, err = answer(ctx, a, q); err != nil {
				return err
			}
			took = append(took, time.Since(start))
		}
		first := took[0]
		slices.Sort(took)
		fmt.Printf("  %-40s %5d rows  median %6.1f ms, first %6.1f ms\n", x.name, rows, ms(took[times/2]), ms(first))
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// middle is the year in which half of the reports had been published.
func middle(ctx context.Context, a *archive.Archive) (string, error) {
	rows, err := a.Query(ctx, "SELECT published FROM reports WHERE n >= (SELECT max(n) / 2 FROM reports) ORDER BY n LIMIT 1")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var day string
	for rows.Next() {
		if err := rows.Scan(&day); err != nil {
			return "", err
		}
	}
	if len(day) < 4 {
		return "", fmt.Errorf("report in the middle has no date: %q", day)
	}
	return day[:4], rows.Err()
}

func answer(ctx context.Context, a *archive.Archive, q store.Query) (int, error) {
	switch q.Of {
	case store.Reports:
		p, err := a.FindReports(ctx, q)
		return len(p.Items), err
	case store.Statements:
		p, err := a.FindStatements(ctx, q)
		return len(p.Items), err
	}
	p, err := a.FindActs(ctx, q)
	return len(p.Items), err
}
