package export

import (
	"math"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// mentionRow is one telling of a pair.
type mentionRow struct {
	*pairRow
	mention
}

// mention is a span of evidence in a report and where it stands there: the same for all pairs of an act.
type mention struct {
	telling                  int
	sentence, offset, length string
}

func writeMentions(j *job) error {
	t := &tabbed[mentionRow]{job: j, columns: mentionColumns()}
	var all []mention
	return j.pairs(func(r *pairRow) error {
		if r.number == 0 {
			all = r.found(all[:0])
		}
		for _, m := range all {
			if err := t.row(&mentionRow{r, m}); err != nil {
				return err
			}
		}
		return nil
	})
}

// found adds the mentions of an act.
func (t *Told) found(out []mention) []mention {
	for i, l := range t.Act.Tellings {
		text := ""
		if r := t.report(i); r != nil {
			text = r.Text
		}
		length := ""
		if text != "" {
			length = strconv.Itoa(utf8.RuneCountInString(text))
		}
		for _, e := range l.Evidence {
			m := mention{i, "", "-1", length}
			if text != "" && e.Start >= 0 && e.Start <= len(text) {
				before := text[:e.Start]
				m.sentence, m.offset = strconv.Itoa(sentence(before)), strconv.Itoa(utf8.RuneCountInString(before))
			}
			out = append(out, m)
		}
	}
	return out
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
		{"SentenceID", func(r *mentionRow) string { return r.mention.sentence }},
		{"Actor1CharOffset", unknown},
		{"Actor2CharOffset", unknown},
		{"ActionCharOffset", func(r *mentionRow) string { return r.mention.offset }},
		{"InRawText", func(*mentionRow) string { return "1" }},
		{"Confidence", func(r *mentionRow) string { return strconv.Itoa(int(math.Round(r.Act.Confidence*10)) * 10) }},
		{"MentionDocLen", func(r *mentionRow) string { return r.mention.length }},
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

// sentence counts the sentences that end in what stands before some words: the first is 1.
func sentence(before string) int {
	n, open := 1, false
	for _, c := range before {
		switch {
		case !endsSentence(c):
			open = open || !unicode.IsSpace(c)
		case open:
			n++
			open = false
		}
	}
	return n
}

// endsSentence says whether a rune ends a sentence: a danda, or a mark or line end of any script.
func endsSentence(r rune) bool { return r == '\u0964' || r == '?' || r == '!' || r == '\n' }

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
