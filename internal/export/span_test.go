package export_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"varta/internal/export"
)

// TestAnnotations applies every selector to the text: code points, bytes and words must find the same place.
func TestAnnotations(t *testing.T) {
	r := meeting()
	text := r.Report.Text
	points := []rune(text)
	content, tally := write(t, "annotation", source(r))
	var page struct {
		Items []struct {
			ID     string
			Target struct {
				Source   string
				Selector []struct {
					Type                  string
					Start, End            int
					Exact, Prefix, Suffix string
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(content), &page); err != nil {
		t.Fatal(err)
	}
	if len(page.Items) != 8 || tally.Rows != 8 {
		t.Fatalf("%d annotations", len(page.Items))
	}
	ids := map[string]bool{}
	for _, i := range page.Items {
		s := i.Target.Selector
		exact := s[2].Exact
		if got := string(points[s[0].Start:s[0].End]); s[0].Type != "TextPositionSelector" || got != exact {
			t.Errorf("%s: by code points %q, not %q", i.ID, got, exact)
		}
		if got := text[s[1].Start:s[1].End]; s[1].Type != "DataPositionSelector" || got != exact {
			t.Errorf("%s: by bytes %q, not %q", i.ID, got, exact)
		}
		if !strings.Contains(text, s[2].Prefix+exact+s[2].Suffix) {
			t.Errorf("%s: not found between %q and %q", i.ID, s[2].Prefix, s[2].Suffix)
		}
		if ids[i.ID] {
			t.Errorf("%s comes twice", i.ID)
		}
		ids[i.ID] = true
	}
}

func TestAnnotationsNeedText(t *testing.T) {
	r := meeting()
	r.Report.Text = ""
	f, err := export.Find("annotation")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(&bytes.Buffer{}, source(r), codes(t), ""); err == nil || !strings.Contains(err.Error(), "--text") {
		t.Errorf("the error is %v", err)
	}
}

var (
	bratSpan  = regexp.MustCompile(`^T\d+\t(\w+) ([\d ;]+)\t(.*)$`)
	bratEvent = regexp.MustCompile(`^E\d+\t\w+:T\d+( (Actor|Recipient|Place|Date)\d*:T\d+)*$`)
	bratOther = regexp.MustCompile(`^(A\d+\tStatus E\d+ \w+|#\d+\tAnnotatorNotes [TE]\d+\t[^\t]*)$`)
)

// TestBrat reads the standoff files back: every span is what the text has at its code points.
func TestBrat(t *testing.T) {
	content := map[string]string{}
	for name, text := range files(t, writeFolder(t, "brat", source(meeting(), summit()))) {
		content[name] = text
	}
	for _, name := range []string{"meeting", "dir_summit"} {
		points := []rune(content[name+".txt"])
		spans := 0
		for line := range strings.Lines(content[name+".ann"]) {
			line = strings.TrimSuffix(line, "\n")
			m := bratSpan.FindStringSubmatch(line)
			if m == nil {
				if !bratEvent.MatchString(line) && !bratOther.MatchString(line) {
					t.Errorf("%s: no line of brat: %q", name, line)
				}
				continue
			}
			spans++
			var words []string
			for part := range strings.SplitSeq(m[2], ";") {
				from, to, _ := strings.Cut(part, " ")
				a, _ := strconv.Atoi(from)
				b, _ := strconv.Atoi(to)
				words = append(words, string(points[a:b]))
			}
			if got := strings.Join(words, " "); got != m[3] || strings.Contains(got, "\n") {
				t.Errorf("%s: %q is in the text %q", name, m[3], got)
			}
			if !strings.Contains(content["annotation.conf"], m[1]) {
				t.Errorf("annotation.conf has no %s", m[1])
			}
		}
		if spans < 4 {
			t.Errorf("%s: %d spans", name, spans)
		}
	}
}
