package export

import (
	"math"
	"strconv"
	"unicode"
	"unicode/utf8"

	"varta/record"
)

// mentionRow is one telling of a pair: a span of evidence in a report.
type mentionRow struct {
	*pairRow
	telling int
	span    record.Evidence
}

func writeMentions(j *job) error {
	t := &tabbed[mentionRow]{job: j, columns: mentionColumns()}
	return j.pairs(func(r *pairRow) error {
		for i, l := range r.Act.Tellings {
			for _, e := range l.Evidence {
				if err := t.row(&mentionRow{r, i, e}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// mentionColumns are the 16 columns of GDELT 2.0 mentions. Offsets and sentences are counted in the text of the report,
// in its own language, and left empty where the source has no texts; -1 is GDELT's word for an offset that is not known.
func mentionColumns() []column[mentionRow] {
	unknown := func(*mentionRow) string { return "-1" }
	return []column[mentionRow]{
		{"GLOBALEVENTID", func(r *mentionRow) string { return r.id() }},
		{"EventTimeDate", func(r *mentionRow) string { return midnight(r.published()) }},
		{"MentionTimeDate", func(r *mentionRow) string { return midnight(string(r.Act.Tellings[r.telling].Published)) }},
		{"MentionType", (*mentionRow).kind},
		{"MentionSourceName", func(r *mentionRow) string { return r.source(r.telling) }},
		{"MentionIdentifier", func(r *mentionRow) string { return r.address(r.telling) }},
		{"SentenceID", (*mentionRow).sentence},
		{"Actor1CharOffset", unknown},
		{"Actor2CharOffset", unknown},
		{"ActionCharOffset", (*mentionRow).offset},
		{"InRawText", func(*mentionRow) string { return "1" }},
		{"Confidence", func(r *mentionRow) string { return strconv.Itoa(int(math.Round(r.Act.Confidence*10)) * 10) }},
		{"MentionDocLen", (*mentionRow).length},
		{"MentionDocTone", nothing[mentionRow]},
		{"MentionDocTranslationInfo", (*mentionRow).language},
		{"Extras", nothing[mentionRow]},
	}
}

// kind is 1 for a report on the web, 2 for one that has only a citation.
func (r *mentionRow) kind() string {
	if d := r.report(r.telling); d != nil && d.URL != "" {
		return "1"
	}
	return "2"
}

// before is the text before the words, ok is false without a text.
func (r *mentionRow) before() (string, bool) {
	d := r.report(r.telling)
	if d == nil || d.Text == "" || r.span.Start < 0 || r.span.Start > len(d.Text) {
		return "", false
	}
	return d.Text[:r.span.Start], true
}

// sentence counts the sentences that end before the words: the first is 1.
func (r *mentionRow) sentence() string {
	text, ok := r.before()
	if !ok {
		return ""
	}
	n, open := 1, false
	for _, c := range text {
		switch {
		case !endsSentence(c):
			open = open || !unicode.IsSpace(c)
		case open:
			n++
			open = false
		}
	}
	return strconv.Itoa(n)
}

// endsSentence says whether a rune ends a sentence: a danda, or a mark or line end of any script.
func endsSentence(r rune) bool { return r == '\u0964' || r == '?' || r == '!' || r == '\n' }

func (r *mentionRow) offset() string {
	text, ok := r.before()
	if !ok {
		return "-1"
	}
	return strconv.Itoa(utf8.RuneCountInString(text))
}

func (r *mentionRow) length() string {
	d := r.report(r.telling)
	if d == nil || d.Text == "" {
		return ""
	}
	return strconv.Itoa(utf8.RuneCountInString(d.Text))
}

// languages are the three letters of a language in ISO 639-2, by its two.
var languages = map[string]string{"hi": "hin", "en": "eng", "ur": "urd", "mr": "mar", "ne": "nep", "bn": "ben", "pa": "pan"}

// language says from which language GDELT would have translated; nothing was translated here.
func (r *mentionRow) language() string {
	d := r.report(r.telling)
	if d == nil || d.Lang == "" || d.Lang == "en" {
		return ""
	}
	return "srclc:" + languages[d.Lang]
}
