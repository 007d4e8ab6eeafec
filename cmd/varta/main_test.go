package main

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"varta": main})
}

func TestScripts(t *testing.T) {
	reports, err := filepath.Abs("../../testdata/reports")
	if err != nil {
		t.Fatal(err)
	}
	tables, err := filepath.Abs("../../data")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "../../testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("REPORTS", reports)
			e.Setenv("DATA", tables)
			return nil
		},
		Condition: func(name string) (bool, error) { return name == "race" && raceEnabled, nil },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": exitCode, "bytes": writeBytes, "oneline": writeLine, "lines": countLines,
		},
	})
}

// exitCode runs varta and compares its exit code: code 3 read missing.txt.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if neg || err != nil {
		ts.Fatalf("usage: code N args...")
	}
	err = ts.Exec("varta", args[1:]...)
	got := 0
	if e, ok := err.(interface{ ExitCode() int }); ok {
		got = e.ExitCode()
	} else if err != nil {
		ts.Fatalf("varta: %v", err)
	}
	if got != want {
		ts.Fatalf("varta %s: exit code %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// writeBytes writes a file given in hexadecimal: bytes file fffe2d09.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	b, err := hex.DecodeString(strings.Join(args[1:], ""))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}

// writeLine writes a file that is one line of so many bytes, a sentence repeated: oneline file 1000000.
func writeLine(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	const sentence = "रूस के विदेश मंत्री ने सोमवार को चीन के विदेश मंत्री से मुलाकात की। "
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(sentence, n/len(sentence)+1)), 0o600))
}

// countLines compares the number of lines of standard output: lines 3.
func countLines(ts *testscript.TestScript, _ bool, args []string) {
	if got := strings.Count(ts.ReadFile("stdout"), "\n"); strconv.Itoa(got) != args[0] {
		ts.Fatalf("%d lines, want %s", got, args[0])
	}
}
