package knowledge

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"varta/internal/doc"
	"varta/record"
)

// base is a copy of the small data of testdata/base that a test may change.
func base(t testing.TB) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	files := os.DirFS("testdata/base")
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		m[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// read stands for the annotators: every sentence but a negated one is a meeting and a statement.
func read(text string, _ doc.Date) *doc.Document {
	d := &doc.Document{Text: text}
	if !strings.Contains(text, "नहीं") {
		e := []record.Evidence{{End: len(text), Quote: text}}
		rus, chn := record.Party{Code: "RUS"}, record.Party{Code: "CHN"}
		d.Events = []record.Event{{Type: "CONSULT", Rule: "xx.meet.01", Actors: []record.Party{rus, chn}, Evidence: e}}
		d.Statements = []record.Statement{{Speaker: rus, Evidence: e}}
	}
	return d
}

// lint loads the data and runs their examples.
func lint(m fs.FS) error {
	k, err := Load(m, "hi")
	if err != nil {
		return err
	}
	found, _ := k.Lint(read)
	return errors.Join(found...)
}

func TestBaseIsValid(t *testing.T) {
	if err := lint(base(t)); err != nil {
		t.Fatal(err)
	}
}

// TestCodes makes one change to valid data for every error code; it raises that code alone, at its place.
func TestCodes(t *testing.T) {
	const frames, lexicon = "hi/frames/meet.yaml", "hi/lexicon.tsv"
	for _, tt := range []struct{ file, from, to, want string }{
		{lexicon, "lemma\tpos", "lemma\tkind", "hi/lexicon.tsv:1:1: missing-column: pos"},
		{lexicon, "m\trole", "m\trole\t", "hi/lexicon.tsv:3:1: ragged-row: 9 cells, the header has 8"},
		{lexicon, "minister\ttest", "minister\t", "hi/lexicon.tsv:3:40: no-source: every row needs a source"},
		{lexicon, "मंत्री\tNOUN", "मंत्री\tNAME", "hi/lexicon.tsv:3:8: unknown-pos: NAME"},
		{lexicon, "noun.m.ii", "noun.m.oo", "hi/lexicon.tsv:3:13: unknown-paradigm: noun.m.oo"},
		{lexicon, "m\trole", "m\trank", "hi/lexicon.tsv:3:25: unknown-class: rank"},
		{lexicon, "", "", "hi/lexicon.tsv:0:0: unreadable"},
		{frames, "", "", "hi/frames:0:0: unreadable"},
		{"hi/time.yaml", "", "", "hi/time.yaml:0:0: unreadable"},
		{"hi/guess.tsv", "\topen", "\tclosed", "hi/guess.tsv:3:13: unknown-use: closed"},
		{"hi/guess.tsv", "noun.m.cons", "noun.x", "hi/guess.tsv:3:1: unknown-paradigm: noun.x"},
		{"hi/cues.tsv", "\tnegation", "\tnegator", "hi/cues.tsv:4:6: unknown-cue-kind: negator"},
		{"hi/cues.tsv", "नहीं\t", "\t", "hi/cues.tsv:4:1: empty-cell: cue"},
		{"hi/norm.tsv", "ँ", "", "hi/norm.tsv:3:1: empty-cell: from"},
		{"hi/postpositions.tsv", "से\tसे", "\tसे", "hi/postpositions.tsv:9:1: empty-cell: words"},
		{"hi/cases.tsv", "ergative", "nominative", "hi/cases.tsv:4:1: unknown-case: ने nominative"},
		{"hi/paradigms.yaml", "- id: noun.m.cons", "- {id: noun.m.ii, source: test}\n- id: noun.m.cons", "hi/paradigms.yaml:8:8: duplicate-id: noun.m.ii"},
		{"hi/paradigms.yaml", "- id: noun.m.cons", "- pos: ADJ\n- id: noun.m.cons", "hi/paradigms.yaml:0:0: missing-id: a paradigm needs an id"},
		{"hi/paradigms.yaml", "Case=Acc|CaseMarker", "Case=Obl|CaseMarker", "hi/paradigms.yaml:20:31: unknown-feature: Case=Obl in paradigm pron.vah"},
		{"hi/paradigms.yaml", "CaseMarker=ने", "CaseMarker=ना", "hi/paradigms.yaml:20:31: unknown-marker: ना in paradigm pron.vah"},
		{"hi/paradigms.yaml", "  source: test\n- id: noun.m.cons", "- id: noun.m.cons", "hi/paradigms.yaml:1:7: no-source: every paradigm needs a source"},
		{"hi/time.yaml", "  - [सोम]\n", "", "hi/time.yaml:3:6: wrong-count: 6 entries where 7 are needed"},
		{"hi/time.yaml", "  day: {", "  fort: {", "hi/time.yaml:127:16: unknown-unit: fort"},
		{"hi/time.yaml", "[पिछले]", "[दिन]", "hi/time.yaml:128:12: duplicate-time-word: दिन"},
		{"hi/time.yaml", "[पिछले]", "[पिछले", "hi/time.yaml:127:1: bad-yaml: did not find expected ',' or ']'"},
		{"world/states.tsv", "SUN", "RUS", "world/states.tsv:4:1: duplicate-id: RUS"},
		{"world/states.tsv", "RUS\ttest", "RUT\ttest", "world/states.tsv:4:32: unknown-code: RUT"},
		{"world/members.tsv", "RUS", "RUT", "world/members.tsv:3:5: unknown-code: RUT"},
		{"world/chairs.tsv", "SCO\tRUS", "SCC\tRUS", "world/chairs.tsv:2:1: unknown-code: SCC"},
		{"world/people.tsv", "foreign-minister\t2004", "foreign-secretary\t2004", "world/people.tsv:2:47: unknown-office: foreign-secretary"},
		{"hi/translit.tsv", "\tconsonant", "\tconsonants", "hi/translit.tsv:7:1: bad-letter"},
		{"hi/translit.tsv", "C|K", "C|Q", "hi/translit.tsv:2:1: bad-letter"},
		{"hi/spelling.tsv", "ch\tch", "chh\tch", "hi/spelling.tsv:4:1: bad-spelling"},
		{"hi/spelling.tsv", "40", "dear", "hi/spelling.tsv:5:6: bad-number: dear"},
		{"world/places.tsv", "36.1", "136.1", "world/places.tsv:2:28: bad-number: 136.1 is no latitude"},
		{"world/gazetteer.tsv", "120.4", "220.4", "world/gazetteer.tsv:2:36: bad-number: 220.4 is no longitude"},
		{"world/gazetteer.tsv", "6000", "many", "world/gazetteer.tsv:3:25: bad-number: many"},
		{"world/gazetteer.tsv", "RUS", "RUT", "world/gazetteer.tsv:3:12: unknown-code: RUT"},
		{"world/gazetteer.tsv", "11\t", "10\t", "world/gazetteer.tsv:3:1: duplicate-id: 10"},
		{"world/gazetteer.tsv", "11\t", "13\t", "world/gazetteer.tsv:4:1: unsorted: 12 behind 13"},
		{frames, "- id: xx.aid.01", "- id: xx.meet.01", "hi/frames/meet.yaml:13:7: duplicate-id: xx.meet.01"},
		{frames, "- id: xx.aid.01\n  hosts", "- hosts", "hi/frames/meet.yaml:0:0: missing-id: : a frame needs an id"},
		{frames, "  hosts: [मदद]\n", "", "hi/frames/meet.yaml:13:7: half-product: xx.aid.01: hosts and verbs go together"},
		{frames, "  predicate: [मुलाकात कर]\n", "", "hi/frames/meet.yaml:2:7: no-predicate: xx.meet.01: neither predicate nor hosts with verbs"},
		{frames, "[मुलाकात कर]", "[मुलाकात कर, \"\"]", "hi/frames/meet.yaml:3:27: empty-cell: xx.meet.01: a predicate without words"},
		{frames, "  fact: {kind: member_of, subject: k1, object: को}\n", "", "hi/frames/meet.yaml:13:7: empty-frame: xx.aid.01: neither event, fact nor say"},
		{frames, "  needs: [actor, actor]\n  source: test\n", "  needs: [actor, actor]\n", "hi/frames/meet.yaml:2:7: no-source: xx.meet.01: every frame needs a source"},
		{frames, "मुलाकात कर]", "मुलाकात मदद]", "hi/frames/meet.yaml:3:15: unknown-verb: xx.meet.01: मदद is no verb of the lexicon"},
		{frames, "में: place", "पर: place", "hi/frames/meet.yaml:4:48: unknown-marker: xx.meet.01: पर"},
		{frames, "से: actor", "से: agent", "hi/frames/meet.yaml:4:26: unknown-role: xx.meet.01: agent"},
		{frames, "needs: [actor, actor]", "needs: [actor, partner]", "hi/frames/meet.yaml:8:18: unknown-role: xx.meet.01: partner"},
		{frames, "{type: REJECT}", "{type: REFUSE}", "hi/frames/meet.yaml:7:19: unknown-type: xx.meet.01: REFUSE"},
		{frames, "[visit]", "[trip]", "hi/frames/meet.yaml:6:34: unknown-mode: xx.meet.01: trip of CONSULT"},
		{frames, "[diplomatic]", "[political]", "hi/frames/meet.yaml:6:53: unknown-context: xx.meet.01: political"},
		{frames, "inner: alleged", "inner: told", "hi/frames/meet.yaml:19:10: unknown-inner: xx.aid.01: told"},
		{frames, "kind: member_of", "kind: friend_of", "hi/frames/meet.yaml:18:16: unknown-fact: xx.aid.01: friend_of"},
		{frames, "k2: [aid]", "k2: [help]", "hi/frames/meet.yaml:17:15: unknown-class: xx.aid.01: help"},
		{frames, "hosts: [मदद]", "hosts: [मदद, \"@help\"]", "hi/frames/meet.yaml:14:16: unknown-class: xx.aid.01: help"},
		{frames, "  needs: [actor", "  need: [actor", "hi/frames/meet.yaml:8:3: unknown-key: need"},
		{frames, "contexts: [", "context: [", "hi/frames/meet.yaml:6:42: unknown-key: context"},
		{frames, "needs: [actor, actor]", "needs: [actor, actor", "hi/frames/meet.yaml:7:1: bad-yaml: did not find expected ',' or ']'"},
		{frames, "say: RUS", "said: RUS", "hi/frames/meet.yaml:22:41: unknown-key: said"},
		{frames, "say: RUS", "say: RUS, pending: why", "hi/frames/meet.yaml:22:14: pending-passes: xx.aid.01: रूस ने चीन से मुलाकात की।: take pending out"},
		{frames, "say: RUS", "say: CHN", "hi/frames/meet.yaml:22:14: example-fails: xx.aid.01: रूस ने चीन से मुलाकात की।: want a statement of CHN, got 1 others"},
		{frames, "  examples:\n    - {text: रूस ने चीन से मुलाकात की।, say: RUS}\n", "", "hi/frames/meet.yaml:13:7: no-example: xx.aid.01: every frame needs an example"},
		{frames, "मदद नहीं की", "मदद की", "hi/frames/meet.yaml:12:9: counter-example-fires: xx.meet.01: रूस ने मदद की।: CONSULT"},
	} {
		m := base(t)
		if tt.from == "" {
			delete(m, tt.file)
		} else if text := string(m[tt.file].Data); strings.Contains(text, tt.from) {
			m[tt.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, tt.from, tt.to, 1))}
		} else {
			t.Errorf("%s lacks %q", tt.file, tt.from)
		}
		if err := lint(m); err == nil || !strings.HasPrefix(err.Error(), tt.want) || codes(err.Error()) != codes(tt.want) {
			t.Errorf("%q for %q: got\n%v\nwant\n%s", tt.to, tt.from, err, tt.want)
		}
	}
}

// TestGuide holds the guide for linguists to the code: it explains every error, class, kind of cue, role and key.
func TestGuide(t *testing.T) {
	b, err := os.ReadFile("../../data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	guide := string(b)
	var names []string
	for n := range classNames {
		names = append(names, n)
	}
	for n := range cueNames {
		kind, _, _ := strings.Cut(n, "=")
		names = append(names, kind)
	}
	for n := range roleNames {
		names = append(names, "`"+n+"`")
	}
	names = append(names, record.FactKinds()...)
	source, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range source {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(file, "_test.go") {
			for _, m := range raised.FindAllStringSubmatch(string(b), -1) {
				names = append(names, m[1])
			}
		}
	}
	for _, n := range names {
		if !strings.Contains(guide, n) {
			t.Errorf("data/README.md does not explain %s", n)
		}
	}
}

// raised finds the codes in calls that report problems.
var raised = regexp.MustCompile(`(?:add|at|problem)\([^"\n]*(?:"[a-z]+", )?"([a-z]+-[a-z-]+)"`)

var code = regexp.MustCompile(`(?m)^[^ ]+:\d+:\d+: ([a-z-]+)`)

// codes are the codes of an error, one of a kind.
func codes(s string) string {
	var out []string
	for _, m := range code.FindAllStringSubmatch(s, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}
