package segment_test

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/internal/segment"
)

var load = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(os.DirFS("../../data"), "hi") })

func run(t testing.TB, text string) *doc.Document {
	t.Helper()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Text: text}
	segment.Run(d, k)
	if err := doc.Check(d); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return d
}

func sentences(d *doc.Document) []string {
	var out []string
	for _, s := range d.Sentences {
		out = append(out, d.Quote(d.SpanOf(s.Tokens)))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"danda, question, exclamation", "भारत तैयार है।|क्या चीन आएगा?|नहीं!|सब चुप रहे।"},
		{"double danda", "बैठक हुई॥|सब लौट गए।"},
		{"no space after the stop", "बैठक सोमवार को हुई।|भारत ने हिस्सा लिया।|चीन नहीं आया।"},
		{"abbreviated title", "डॉ. मनमोहन सिंह ने कहा।|वह लौट गए।"},
		{"initials", "एस. जयशंकर और ए. के. एंटनी मिले।|बात हुई।"},
		{"rank", "लेफ्टि. जनरल सिंह ने दौरा किया।|वह लौट गए।"},
		{"initials of an organisation", "यू.एस. की सेना लौटी।|बात खत्म हुई।"},
		{"decimal", "कीमत 6.5 प्रतिशत बढ़ी।|असर दिखा।"},
		{"decimal, Devanagari", "दर ६.५ रही।|असर दिखा।"},
		{"time", "बैठक 10.30 बजे शुरू हुई।|वह 11:45 तक चली।"},
		{"number with commas", "सरकार ने 1,00,000 रुपये दिए।|मदद पहुंची।"},
		{"full stop for a danda", "भारत ने मदद भेजी.|नेपाल ने आभार जताया."},
		{"stop inside quotation marks", "‘‘हम तैयार हैं।’’|मंत्री चीन गए।"},
		{"quotation and who said it", "‘‘हम तैयार हैं।’’ मंत्री ने कहा।|वह लौटे।"},
		{"question and who asked it", "“क्या चीन आएगा?” राजदूत ने सवाल किया।|सब चुप रहे।"},
		{"quotation before indirect speech", "‘‘हम तैयार हैं।’’|मंत्री ने कहा कि चीन आएगा।"},
		{"quotation marks around a sentence", "उन्होंने कहा, “हम लड़ेंगे।”|सब चुप रहे।"},
		{"quotation before who said it", "“क्या दुनिया सो रही है?” राजदूत ने सवाल किया।|सब चुप रहे।"},
		{"who said it before the quotation", "मंत्री ने कहा, ‘‘बात होगी।’’|उन्होंने भारत का आभार जताया।"},
		{"stop before a bracket", "वह गए (सोमवार को।)|फिर लौटे।"},
		{"lines", "पहली पंक्ति\n|दूसरी पंक्ति\n|तीसरी पंक्ति"},
		{"Latin full stop", "NATO ने कहा।|G20 की बैठक हुई।"},
	} {
		want := strings.Split(tt.text, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		for _, glue := range []string{" ", ""} {
			if glue == "" && strings.Contains(tt.text, ".|") {
				continue // a full stop without a space behind may belong to a name
			}
			if got := sentences(run(t, strings.ReplaceAll(tt.text, "|", glue))); !slices.Equal(got, want) {
				t.Errorf("%s: got %q, want %q", tt.name, got, want)
			}
		}
	}
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"भारत-पाक वार्ता", "भारत - पाक वार्ता"},
		{"आदान-प्रदान हुआ", "आदान-प्रदान हुआ"},
		{"संगठन (एससीओ) ने", "संगठन ( एससीओ ) ने"},
		{"SCO-2021 में", "SCO - 2021 में"},
		{"6,445.5 करोड़", "6,445.5 करोड़"},
		{"‘‘हां’’", "‘‘ हां ’’"},
	} {
		d := run(t, tt.text)
		var got []string
		for _, x := range d.Tokens {
			got = append(got, d.Quote(x.Span))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, s, tt.want)
		}
	}
}

// The spelling folds on the token; the text stays.
func TestNorm(t *testing.T) {
	for a, b := range map[string]string{"मुलाक़ात": "मुलाकात", "मन्त्री": "मंत्री", "पहुँचे": "पहुंचे", "क्\u200dया": "क्या", "२८": "28"} {
		x, y := run(t, a), run(t, b)
		if x.Tokens[0].Norm != y.Tokens[0].Norm || x.Tokens[0].Word != y.Tokens[0].Word {
			t.Errorf("%s is %q, %s is %q", a, x.Tokens[0].Norm, b, y.Tokens[0].Norm)
		}
		if x.Text != a {
			t.Errorf("%s: the text became %s", a, x.Text)
		}
	}
}

func TestQuoted(t *testing.T) {
	for _, tt := range []struct{ text, word string }{
		{"मंत्री ने कहा, ‘‘हम तैयार हैं।’’ वह लौटे।", "तैयार"},
		{"मंत्री ने कहा, “हम तैयार हैं।” वह लौटे।", "तैयार"},
		{"मंत्री ने कहा, \"हम तैयार हैं।\" वह लौटे।", "तैयार"},
		{"मंत्री ने कहा, 'हम तैयार हैं।' वह लौटे।", "तैयार"},
	} {
		d := run(t, tt.text)
		for _, x := range d.Tokens {
			if w := d.Quote(x.Span); w == tt.word && !x.Quoted || (w == "मंत्री" || w == "लौटे") && x.Quoted {
				t.Errorf("%q: %s quoted: %v", tt.text, w, x.Quoted)
			}
		}
	}
}

func TestDateline(t *testing.T) {
	const rest = "भारत ने चीन से बातचीत की।"
	for _, tt := range []struct{ head, place, date, agency string }{
		{"नई दिल्ली, प्रेट्र।", "नई दिल्ली", "", "प्रेट्र"},
		{"चिंगदाओ (चीन), 26 जून (भाषा)", "चिंगदाओ", "26 जून", "भाषा"},
		{"नई दिल्ली, 26 जून (भाषा)।", "नई दिल्ली", "26 जून", "भाषा"},
		{"बीजिंग, 3 मार्च (एएनआई) -", "बीजिंग", "3 मार्च", "एएनआई"},
		{"नई दिल्ली, जागरण ब्यूरो।", "नई दिल्ली", "", "जागरण ब्यूरो"},
		{"दुशांबे,(जी.एन.एस) ता.28", "दुशांबे", "28", "जी.एन.एस"},
		{"दुशांबे (जी.एन.एस.), ता. 28", "दुशांबे", "28", "जी.एन.एस"},
		{"मॉस्को, 5 मई (रायटर/एएनआई)।", "मॉस्को", "5 मई", "रायटर/एएनआई"},
		{"नई दिल्ली:", "नई दिल्ली", "", ""},
		{"एजेंसी, काठमांडू।", "काठमांडू", "", "एजेंसी"},
		{"डिजिटल डेस्क, नई दिल्ली।", "नई दिल्ली", "", "डिजिटल डेस्क"},
		{"पीटीआई, संयुक्त राष्ट्र।", "संयुक्त राष्ट्र", "", "पीटीआई"},
		{"काठमांडू, 11 अगस्त (हि.स.)।", "काठमांडू", "11 अगस्त", "हि.स"},
		{"काठमांडू, 11 अगस्त (नव संवाद)", "काठमांडू", "11 अगस्त", ""},
		{"काठमांडू |", "काठमांडू", "", ""},
		{"तेहरान/यरूशलम:", "तेहरान", "", ""},
		{"(रमा सिंह) वाशिंगटन, 5 मई (भाषा)", "वाशिंगटन", "5 मई", "भाषा"},
		{"काठमांडू 5 मई (वार्ता)", "काठमांडू", "5 मई", "वार्ता"},
		{"डिजिटल डेस्क, काठमांडू\n", "काठमांडू", "", "डिजिटल डेस्क"},
		{"काठमांडू-", "काठमांडू", "", ""},
		{"नई दिल्लीः", "नई दिल्ली", "", ""},
		{"इस्लामाबाद, 03 नवंबर।", "इस्लामाबाद", "03 नवंबर", ""},
		{"", "", "", ""},
		{"भारत और चीन की भाषा अलग है।", "", "", ""},
		{"काठमांडू, 11 अगस्त (रविवार) को", "", "", ""},
		{"एजेंसी, काठमांडू में", "", "", ""},
	} {
		d := run(t, strings.TrimSpace(tt.head+" "+rest))
		got := [3]string{d.Quote(d.Dateline.Place), d.Quote(d.Dateline.Date), d.Dateline.Agency}
		if got != [3]string{tt.place, tt.date, tt.agency} {
			t.Errorf("%q: got %q", tt.head, got)
		}
		if tt.place != "" && (!d.Sentences[0].Dateline || len(d.Sentences) != 2 || sentences(d)[1] != rest) {
			t.Errorf("%q: got sentences %q", tt.head, sentences(d))
		}
	}
}

// A page may put its title and times before the dateline.
func TestLateDateline(t *testing.T) {
	d := run(t, "दूतों ने पत्र दिए\nPublish Date - 05:34 PM\nUpdated On - 05:40 PM\nBy Desk\nनई दिल्ली, 5 मई (भाषा) भारत ने चीन से बातचीत की।")
	if got := d.Quote(d.Dateline.Place); got != "नई दिल्ली" {
		t.Errorf("got %q", got)
	}
}

func TestTitle(t *testing.T) {
	for text, want := range map[string]bool{
		"भारत और चीन में बातचीत\nदोनों देशों ने सोमवार को बात की।": true,
		"दोनों देशों ने सोमवार को बात की।\nवह मंगलवार को लौटेंगे।": false,
		"भारत और चीन में बातचीत":                                   false,
	} {
		if got := run(t, text).Sentences[0].Title; got != want {
			t.Errorf("%q: title %v", text, got)
		}
	}
}

// A text without a stop is cut, so that no later stage walks over a sentence without end.
func TestLongSentence(t *testing.T) {
	d := run(t, strings.Repeat("भारत और चीन ", 1000))
	for _, s := range d.Sentences {
		if s.Tokens.Len() > 400 {
			t.Errorf("a sentence of %d tokens", s.Tokens.Len())
		}
	}
	if len(d.Notes) == 0 || d.Notes[0].Code != "long-sentence" {
		t.Errorf("notes %v", d.Notes)
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"डॉ. सिंह ने कहा।भारत", "नई दिल्ली, प्रेट्र। रूस", "(जी.एन.एस) ता.28", "‘‘हां।’’", "1,00.5 १०:३०", "‘ ' \" ` …॥", "क्\u200d\xff\x00", "0\u00ad"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { run(t, strings.ToValidUTF8(text, "")) })
}
