package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"varta"
	"varta/internal/eval"
)

// TestEvalAgreesWithReferenceScorer scores what read prints with the reference scorer, which lies beside the project
// where it is developed, and compares the figures with those of eval to the last digit.
func TestEvalAgreesWithReferenceScorer(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	shared := filepath.Join("..", "..", "..", "shared")
	scorer := filepath.Join(shared, "gold", "score.py")
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("no reference scorer beside the project")
	}
	for _, set := range []string{"seed", "gold/own/gold", "gold/ntrex/gold", "gold/gsr-hi-a.jsonl", "gold/gsr-hi-b.jsonl"} {
		gold := filepath.Join(shared, set)
		pred := filepath.Join(t.TempDir(), "pred.jsonl")
		if err := os.WriteFile(pred, []byte(call(t, reportsOf(t, gold), "read", "-")), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"--json"}, {"--by-type"}} {
			want, err := exec.Command(python, append([]string{scorer, "--lang", "hi", "--gold", gold, "--pred", pred}, args...)...).Output()
			if err != nil {
				t.Fatal(err)
			}
			if got := call(t, "", append([]string{"eval", "--lang", "hi", "--gold", gold}, args...)...); got != string(want) {
				t.Errorf("%s: eval %v: got\n%s\nwant\n%s", set, args, got, want)
			}
		}
	}
}

// reportsOf makes JSON Lines of the Hindi reports of gold.
func reportsOf(t *testing.T, gold string) string {
	t.Helper()
	docs, err := eval.Load(gold)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, d := range eval.InLang(docs, "hi") {
		text, err := d.Report()
		if err != nil {
			t.Fatal(err)
		}
		if err := json.NewEncoder(&b).Encode(varta.Report{ID: d.ID, Text: text, Published: d.Published}); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// call runs a command that must succeed and returns what it prints.
func call(t *testing.T, in string, args ...string) string {
	t.Helper()
	var out, err bytes.Buffer
	if code := run(t.Context(), args, streams{bytes.NewBufferString(in), &out, &err}); code != exitDone {
		t.Fatalf("varta %v: exit code %d: %s", args, code, err.String())
	}
	return out.String()
}
