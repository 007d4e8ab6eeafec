package main

import (
	"bufio"
	"fmt"
	"os"

	"golang.org/x/term"
)

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// printer writes records in one format, and progress on a terminal.
type printer struct {
	readFlags
	w        *bufio.Writer
	app      *app
	colour   bool
	progress bool
	n, bad   int
}

func (a *app) newPrinter(f readFlags) *printer {
	return &printer{
		readFlags: f, w: bufio.NewWriterSize(a.out, 1<<16), app: a, colour: a.colour(),
		progress: terminal(a.err) && !terminal(a.out),
	}
}

// colour is wanted on a terminal, unless NO_COLOR says otherwise.
func (a *app) colour() bool { return terminal(a.out) && os.Getenv("NO_COLOR") == "" }

func (p *printer) print(r result) error {
	if p.format == "json" {
		before := ",\n  "
		if p.n == 0 {
			before = "[\n  "
		}
		p.w.WriteString(before)
	}
	p.n++
	p.w.Write(r.out)
	p.show()
	if p.format == "table" {
		return p.flush()
	}
	return nil
}

// skip names a report that was not read.
func (p *printer) skip(r result) {
	p.bad++
	p.hide()
	fmt.Fprintf(p.app.err, "varta: %s: %v\n", r.name, r.err)
	p.show()
}

func (p *printer) close() error {
	p.hide()
	if p.format == "json" {
		end := "\n]\n"
		if p.n == 0 {
			end = "[]\n"
		}
		p.w.WriteString(end)
	}
	return p.flush()
}

func (p *printer) flush() error {
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("write records: %w", err)
	}
	return nil
}

const clearLine = "\r\x1b[K"

func (p *printer) show() {
	if p.progress && p.n+p.bad > 1 {
		fmt.Fprintf(p.app.err, "%s%d read, %d skipped", clearLine, p.n, p.bad)
	}
}

func (p *printer) hide() {
	if p.progress && p.n+p.bad > 1 {
		fmt.Fprint(p.app.err, clearLine)
	}
}
