package pipeline_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/pipeline"
)

var load = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(os.DirFS("../../data"), "hi") })

func run(t testing.TB, text string) *doc.Document {
	t.Helper()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text, Published: doc.Date{Year: 2024, Month: 3, Day: 4}, Explain: true}
	pipeline.New(k).Run(d)
	if err := doc.Check(d); err != nil {
		t.Errorf("%.80q: %v", text, err)
	}
	return d
}

// Every stage writes its layer for every report that ships with the project.
func TestReports(t *testing.T) {
	files, err := filepath.Glob("../../testdata/reports/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := run(t, string(b))
		for name, n := range map[string]int{"sentences": len(d.Sentences), "tokens": len(d.Tokens), "times": len(d.Timexes), "mentions": len(d.Mentions),
			"entities": len(d.Entities), "chunks": len(d.Chunks), "clauses": len(d.Clauses), "events": len(d.Events), "statements": len(d.Statements)} {
			if n == 0 {
				t.Errorf("%s: no %s", file, name)
			}
		}
	}
}

// Texts that are no sentences, and one thing over and over: no stage breaks an invariant or walks back without end.
func TestOddTexts(t *testing.T) {
	for _, s := range []string{"", " ", "।", "\n", "a", "भारत, ", "भारत और ", "भारत के ", "विदेश मंत्री ", "रक्षा मंत्री सिंह", "कि ", "ने ", "‘‘ ", "15 ", "15 सितंबर और ", "कर ", "( ", "क.", "जो वह ",
		"भारत ने कहा कि ", "भारत ने मुलाकात की और ", "रूस के विदेश मंत्री ने सोमवार को चीन के विदेश मंत्री से मुलाकात की। ", "दोनों नेताओं ने कहा। ",
		`"अगर मंत्री ने पिछले साल कहा होता, तो यह सब 'हमें शांति की ज़रूरत है" से जुड़ा होता," उन्होंने कहा। `, // a quotation inside its own complement
		"कि रूस पर हमला किया गया। ", "उन्होंने कहा कि वह रूस के राष्ट्रपति से मिलेंगे। दोनों नेताओं ने बातचीत की। ", "एससीओ के विदेश मंत्रियों की बैठक में भारत और चीन के विदेश मंत्रियों ने हिस्सा लिया। "} {
		run(t, s)
		run(t, strings.Repeat(s, 3))
		run(t, strings.Repeat(s, 60000/(len(s)+1)))
	}
}

// Sentences cut short and words out of order are read to the end, whatever comes of them: no stage counts on a word behind
// another one.
func TestScrambled(t *testing.T) {
	files, err := filepath.Glob("../../testdata/*/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for s := range strings.SplitSeq(string(b), "।") {
			words := strings.Fields(s)
			if len(words) < 2 {
				continue
			}
			run(t, strings.Join(words[:1+r.IntN(len(words)-1)], " "))
			i := r.IntN(len(words) - 1)
			words[i], words[i+1] = words[i+1], words[i]
			run(t, strings.Join(words, " "))
			r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			run(t, strings.Join(words, " "))
		}
	}
}

// The last of many tellings of one act is evidence like the first.
func TestToldOften(t *testing.T) {
	const n = 200
	d := run(t, strings.Repeat("रूस के विदेश मंत्री ने सोमवार को चीन के विदेश मंत्री से मुलाकात की। ", n))
	if len(d.Events) != 1 || len(d.Events[0].Evidence) != n {
		t.Errorf("%d events", len(d.Events))
	}
}
