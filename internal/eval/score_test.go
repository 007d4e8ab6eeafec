package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// shared is the folder beside the project that holds gold and the reference scorer; tests that need it are skipped
// where it is not.
func shared(t *testing.T, path string) string {
	t.Helper()
	p, err := filepath.Abs(filepath.Join("..", "..", "..", "shared", path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(p); err != nil {
		t.Skipf("no %s beside the project", path)
	}
	return p
}

func TestCompareAgreesWithReferenceScorer(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	scorer := shared(t, "gold/score.py")
	for _, set := range []string{"seed", "gold/own/gold", "gold/ntrex/gold", "gold/gsr-hi-a.jsonl", "gold/gsr-hi-b.jsonl"} {
		for seed := range 2 {
			gold := shared(t, set)
			pred := distort(t, gold, seed)
			for _, args := range [][]string{{"--json"}, {"--by-type"}, {"--lang", "hi", "--json"}, {"--errors", "50"}} {
				want, err := exec.Command(python, append([]string{scorer, "--gold", gold, "--pred", pred}, args...)...).Output()
				if err != nil {
					t.Fatalf("score.py %s: %v%s", set, err, stderr(err))
				}
				if got := run(t, gold, pred, args); got != string(want) {
					t.Errorf("%s %v: got\n%s\nwant\n%s", set, args, got, want)
				}
			}
		}
	}
}

func run(t *testing.T, gold, pred string, args []string) string {
	t.Helper()
	g, err := Load(gold)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Load(pred)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	o := Options{List: &b}
	if args[0] == "--lang" {
		o.Lang = args[1]
	}
	if args[0] == "--errors" {
		o.Limit = 50
	}
	s := Compare(g, p, o)
	if args[len(args)-1] == "--json" {
		if err := s.JSON(&b); err != nil {
			t.Fatal(err)
		}
	} else {
		s.Table(&b, args[0] == "--by-type")
	}
	return b.String()
}

// distort writes predictions that are the gold with some events dropped, doubled, moved and recoded.
func distort(t *testing.T, gold string, seed int) string {
	t.Helper()
	docs, err := Load(gold)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	n := seed
	for k, d := range docs {
		if k%9 == 8 {
			continue
		}
		events := []Event{}
		for _, e := range d.Events {
			n++
			events = append(events, damage(e, n)...)
		}
		d.Events, d.Statements, d.Facts = events, append([]Statement{}, d.Statements...), append([]Fact{}, d.Facts...)
		for i := range d.Statements {
			n++
			damageStatement(&d.Statements[i], n)
		}
		for i := range d.Facts {
			n++
			damageFact(&d.Facts[i], n)
		}
		line, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	path := filepath.Join(t.TempDir(), "pred.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func damage(e Event, n int) []Event {
	e.Evidence = append([]Quote(nil), e.Evidence...)
	e.AltTypes, e.Optional, e.Rule = nil, false, "hi.test.01"
	moved := e
	moved.Evidence = []Quote{{Start: e.Evidence[0].Start + n%40, End: e.Evidence[0].End + n%700}}
	switch n % 11 {
	case 0:
		return nil
	case 1:
		return []Event{e, moved}
	case 2:
		e.Type = "AID"
	case 3:
		e.Actors = nil
	case 4:
		e.Status = "denied"
	case 5:
		return []Event{moved}
	case 6:
		e.Actors, e.Recipients = e.Recipients, e.Actors
	case 7:
		moved.Evidence = []Quote{{Start: 90000, End: 90010}}
		moved.Recipients = nil
		return []Event{e, moved}
	case 8:
		e.Date, e.Place = "2001-01-01", Party{Country: "IND"}
	}
	return []Event{e}
}

func damageStatement(s *Statement, n int) {
	switch n % 5 {
	case 0:
		s.Speaker = Party{Organization: "UN"}
	case 1:
		s.Evidence = []Quote{{Start: s.Evidence[0].Start, End: s.Evidence[0].End + 401}}
	case 2:
		s.Optional = false
	}
}

func damageFact(f *Fact, n int) {
	switch n % 6 {
	case 0:
		f.Kind = "chairs"
	case 1:
		f.Subject.Text = "ज़ " + f.Subject.Text
	case 2:
		f.Object.Text = "और कोई"
	case 3:
		f.Object.Code = "XXX"
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct{ a, b string }{
		{"अनवर गरगाश", "अनवर ग़रगाश"}, {"पाँच", "पांच"}, {"Sergei Shoigu", "SHOIGU"}, {"भारत का", "भारत"},
	} {
		a, b := words(tt.a), words(tt.b)
		shared := 0
		for w := range a {
			if b[w] {
				shared++
			}
		}
		if shared == 0 {
			t.Errorf("words(%q) and words(%q) share nothing: %v, %v", tt.a, tt.b, a, b)
		}
	}
}

func TestReport(t *testing.T) {
	for _, path := range []string{"seed", "gold/own", "gold/ntrex/gold", "gold/gsr-hi-a.jsonl"} {
		docs, err := Load(shared(t, path))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			text, err := d.Report()
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range d.Events {
				for _, q := range e.Evidence {
					if text[q.Start:q.End] != q.Quote {
						t.Errorf("%s: text and quote differ at %d", d.ID, q.Start)
					}
				}
			}
		}
	}
}

func stderr(err error) string {
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		return "\n" + string(e.Stderr)
	}
	return ""
}
