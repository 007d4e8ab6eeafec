package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestCopies(t *testing.T) {
	var story []string
	for i := range 200 {
		story = append(story, fmt.Sprintf("शब्द%d", i*i%97*i))
	}
	replaced := slices.Clone(story)
	for i := 5; i < len(replaced); i += 40 {
		replaced[i] = "दूसरा"
	}
	other := strings.Fields(strings.Repeat("विदेश मंत्री ने आज अपने समकक्ष से बातचीत की और कहा कि संबंध अच्छे हैं ", 5))
	for _, tt := range []struct {
		name string
		text []string
		want bool
	}{
		{"another headline", append([]string{"नया", "शीर्षक", "यह"}, story...), true},
		{"some words replaced", replaced, true},
		{"the end cut off", story[:150], true},
		{"another report", other, false},
		{"the first sentence alone quoted", append(slices.Clone(story[:12]), other...), false},
	} {
		a, b := Sketch(story), Sketch(tt.text)
		found := slices.ContainsFunc(a, func(x int64) bool { return slices.Contains(b, x) })
		if got := found && Overlap(story, tt.text) >= Copied; got != tt.want {
			t.Errorf("%s: copy %v (overlap %.2f), want %v", tt.name, got, Overlap(story, tt.text), tt.want)
		}
	}
	if Sketch(story[:10]) != nil {
		t.Error("a text of ten words has a sketch")
	}
}
