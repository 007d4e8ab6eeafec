package knowledge

import (
	"io/fs"
	"slices"

	"varta/internal/doc"
)

// TimeKind says what a word or phrase does in an expression of time.
type TimeKind uint8

// Kinds of words of time. The value of each is told in brackets.
const (
	NoTime       TimeKind = iota
	Weekday               // [1 Monday … 7 Sunday]
	Month                 // [1 … 12]
	NumberWord            // [0 … 100]
	Scale                 // [power of ten]
	Ordinal               // [1 …]
	Fraction              // [quarters]
	Offset                // [quarters]
	TimeUnit              // [a Unit]
	UnitMany              // [a Unit] an unstated number of it
	Lasting               // [a Unit] an adjective of duration
	Deictic               // [days from the day of publication]
	Previous              // पिछले
	Next                  // अगले
	This                  // इस
	ThisUnit              // यह, before a unit alone
	That                  // उस
	Each                  // हर
	SetWord               // प्रतिदिन
	Daypart               // सुबह
	Clock                 // बजे
	Weekend               // सप्ताहांत
	Ago                   // पहले
	After                 // बाद
	Approximate           // करीब
	Few                   // कुछ
	Full                  // भर
	Anaphor               // इसके
	PartOf                // मध्य
	YearWord              // सन
	YearSuffix            // ई
	DateWord              // तारीख
	AndWord               // और
	FromWord              // से
	UntilWord             // तक
	GenitiveWord          // का
	InWord                // में
	AtWord                // को
	BetweenWord           // बीच
	Compared              // मुकाबले
	YearBefore            // वाला
	NowWord               // इस समय
	RecentWord            // हाल में
	SoonWord              // जल्द
	Idiom                 // दिन-रात
	Progressive           // रहा
	AboutTo               // जा
)

// Unit is a unit of time.
type Unit uint8

// Units of time.
const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	Day
	Week
	Fortnight
	MonthUnit
	Quarter
	Half
	Year
	Decade
	Century
)

var unitNames = map[string]Unit{"second": Second, "minute": Minute, "hour": Hour, "day": Day, "week": Week, "fortnight": Fortnight,
	"month": MonthUnit, "quarter": Quarter, "half": Half, "year": Year, "decade": Decade, "century": Century}

// TimeFlags are what a word tells of its neighbours, and how it is found.
type TimeFlags uint8

// Flags of words of time.
const (
	// TimeOpens: an expression of time may begin with the word.
	TimeOpens TimeFlags = 1 << iota
	// TimePhrase: the word begins a phrase.
	TimePhrase
	// Doubtful: a month that is another word as well.
	Doubtful
	// BeforeNumber and AfterNumber: the number of four digits beside the word is no year.
	BeforeNumber
	AfterNumber
	// BeforeDoubtful and AfterDoubtful: the doubtful month beside the word is none.
	BeforeDoubtful
	AfterDoubtful
)

// TimeWord is what is known of a word of time.
type TimeWord struct {
	Kind  TimeKind
	Flags TimeFlags
	Value int8
}

// Time holds the words of time by their numbers.
type Time struct {
	words   []TimeWord
	phrases *trie
	values  []TimeWord
}

// Word is what is known of word number w; the zero TimeWord is no word of time.
func (t *Time) Word(w int32) TimeWord {
	if uint(w) >= uint(len(t.words)) {
		return TimeWord{}
	}
	return t.words[w]
}

// At is the word or, where there is one, the longest phrase that begins at token i, and its number of tokens; no
// token from last on belongs to it.
func (t *Time) At(tokens []doc.Token, i, last int) (TimeWord, int) {
	if i >= last {
		return TimeWord{}, 0
	}
	best, n := t.Word(tokens[i].Word), 1
	if best.Flags&TimePhrase == 0 {
		return best, n
	}
	for node, j := int32(0), i; j < last && tokens[j].Word >= 0; j++ {
		if node = t.phrases.step(node, tokens[j].Word); node == 0 {
			break
		}
		if v := t.phrases.value[node]; len(v) > 0 {
			best, n = t.values[v[0]], j+1-i
		}
	}
	return best, n
}

// openers are the kinds that may begin an expression.
var openers = [...]bool{Weekday: true, Month: true, NumberWord: true, Ordinal: true, Fraction: true, Offset: true, TimeUnit: true, Deictic: true, Previous: true,
	Next: true, This: true, ThisUnit: true, That: true, Each: true, SetWord: true, Daypart: true, Weekend: true, Few: true, YearWord: true, DateWord: true,
	NowWord: true, RecentWord: true, SoonWord: true, Idiom: true, PartOf: true}

// timeFile is the form of time.yaml.
type timeFile struct {
	Source         string              `yaml:"source"`
	Weekdays       [][]word            `yaml:"weekdays"`
	Months         [][]word            `yaml:"months"`
	DoubtfulMonths []word              `yaml:"doubtful_months"`
	NearDoubtful   timeNear            `yaml:"near_doubtful"`
	Numbers        [][]word            `yaml:"numbers"`
	Scales         map[int8][]word     `yaml:"scales"`
	Ordinals       map[int8][]word     `yaml:"ordinals"`
	Fractions      map[int8][]word     `yaml:"fractions"`
	Offsets        map[int8][]word     `yaml:"offsets"`
	Units          map[string]timeUnit `yaml:"units"`
	Lasting        map[string][]word   `yaml:"lasting"`
	Deictics       map[int8][]word     `yaml:"deictics"`
	Previous       []word              `yaml:"previous"`
	Next           []word              `yaml:"next"`
	This           []word              `yaml:"this"`
	ThisUnit       []word              `yaml:"this_unit"`
	That           []word              `yaml:"that"`
	Each           []word              `yaml:"each"`
	Sets           []word              `yaml:"sets"`
	Dayparts       []word              `yaml:"dayparts"`
	Clock          []word              `yaml:"clock"`
	Weekend        []word              `yaml:"weekend"`
	Ago            []word              `yaml:"ago"`
	After          []word              `yaml:"after"`
	Approximate    []word              `yaml:"approximate"`
	Few            []word              `yaml:"few"`
	Full           []word              `yaml:"full"`
	Anaphors       []word              `yaml:"anaphors"`
	Parts          []word              `yaml:"parts"`
	YearWords      []word              `yaml:"year_words"`
	YearSuffixes   []word              `yaml:"year_suffixes"`
	DateWords      []word              `yaml:"date_words"`
	And            []word              `yaml:"and"`
	From           []word              `yaml:"from"`
	Until          []word              `yaml:"until"`
	Genitive       []word              `yaml:"genitive"`
	In             []word              `yaml:"in"`
	At             []word              `yaml:"at"`
	Between        []word              `yaml:"between"`
	Compared       []word              `yaml:"compared"`
	YearBefore     []word              `yaml:"year_before"`
	NearNumber     timeNear            `yaml:"near_number"`
	Now            []word              `yaml:"now"`
	Recent         []word              `yaml:"recent"`
	Soon           []word              `yaml:"soon"`
	Idioms         []word              `yaml:"idioms"`
	Progressive    []word              `yaml:"progressive"`
	AboutTo        []word              `yaml:"about_to"`
}

// timeUnit are the words of a unit.
type timeUnit struct {
	One  []word `yaml:"one"`
	Many []word `yaml:"many"`
}

// timeNear are words that must not stand before or behind something.
type timeNear struct {
	Before []word `yaml:"before"`
	After  []word `yaml:"after"`
}

// timeLoader fills the tables of a Time.
type timeLoader struct {
	k    *Base
	t    *Time
	file string
	p    *problems
}

// readTime decodes time.yaml; nil when it has errors.
func readTime(fsys fs.FS, file string, p *problems) *timeFile {
	var f timeFile
	if decodeYAML(fsys, file, p, &f); len(*p) > 0 {
		return nil
	}
	return &f
}

// loadTime enters the words of time.yaml.
func (k *Base) loadTime(f *timeFile, file string, p *problems) {
	if f == nil {
		return
	}
	l := timeLoader{k, &Time{phrases: newTrie(128)}, file, p}
	l.counted(f)
	l.plain(f)
	l.flag(f.DoubtfulMonths, Doubtful)
	l.flag(f.NearDoubtful.Before, BeforeDoubtful)
	l.flag(f.NearDoubtful.After, AfterDoubtful)
	l.flag(f.NearNumber.Before, BeforeNumber)
	l.flag(f.NearNumber.After, AfterNumber)
	k.Time = l.t
}

// counted adds the lists whose words have values.
func (l *timeLoader) counted(f *timeFile) {
	l.listed(f.Weekdays, Weekday, 1, 7)
	l.listed(f.Months, Month, 1, 12)
	l.listed(f.Numbers, NumberWord, 0, 101)
	l.mapped(f.Scales, Scale)
	l.mapped(f.Ordinals, Ordinal)
	l.mapped(f.Fractions, Fraction)
	l.mapped(f.Offsets, Offset)
	l.mapped(f.Deictics, Deictic)
	for _, name := range sorted(f.Units) {
		u := l.unit(name, f.Units[name].One)
		l.add(f.Units[name].One, TimeUnit, int8(u))
		l.add(f.Units[name].Many, UnitMany, int8(u))
	}
	for _, name := range sorted(f.Lasting) {
		l.add(f.Lasting[name], Lasting, int8(l.unit(name, f.Lasting[name])))
	}
}

// plain adds the lists whose words have none.
func (l *timeLoader) plain(f *timeFile) {
	for _, x := range []struct {
		words []word
		kind  TimeKind
	}{
		{f.Previous, Previous}, {f.Next, Next}, {f.This, This}, {f.ThisUnit, ThisUnit}, {f.That, That}, {f.Each, Each}, {f.Sets, SetWord}, {f.Dayparts, Daypart},
		{f.Clock, Clock}, {f.Weekend, Weekend}, {f.Ago, Ago}, {f.After, After}, {f.Approximate, Approximate}, {f.Few, Few}, {f.Full, Full},
		{f.Anaphors, Anaphor}, {f.Parts, PartOf}, {f.YearWords, YearWord}, {f.YearSuffixes, YearSuffix}, {f.DateWords, DateWord}, {f.And, AndWord},
		{f.From, FromWord}, {f.Until, UntilWord}, {f.Genitive, GenitiveWord}, {f.In, InWord}, {f.At, AtWord}, {f.Between, BetweenWord}, {f.Compared, Compared},
		{f.YearBefore, YearBefore}, {f.Now, NowWord}, {f.Recent, RecentWord}, {f.Soon, SoonWord}, {f.Idioms, Idiom},
		{f.Progressive, Progressive}, {f.AboutTo, AboutTo},
	} {
		l.add(x.words, x.kind, 0)
	}
}

// unit is the unit of a key; words are those that it has.
func (l *timeLoader) unit(name string, words []word) Unit {
	u, ok := unitNames[name]
	if !ok {
		l.p.at(l.file, first(words), "unknown-unit", "%s", name)
	}
	return u
}

func (l *timeLoader) listed(lists [][]word, kind TimeKind, from, n int) {
	if len(lists) != n {
		l.p.at(l.file, first(first(lists)), "wrong-count", "%d entries where %d are needed", len(lists), n)
	}
	for i, words := range lists {
		l.add(words, kind, int8(from+i))
	}
}

func (l *timeLoader) mapped(m map[int8][]word, kind TimeKind) {
	for _, v := range sorted(m) {
		l.add(m[v], kind, v)
	}
}

// sorted are the keys of a table in order, so that numbers of words do not depend on the order of a map.
func sorted[K int8 | string, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// add enters words and phrases of a kind.
func (l *timeLoader) add(words []word, kind TimeKind, value int8) {
	w := TimeWord{Kind: kind, Value: value}
	if int(kind) < len(openers) && openers[kind] {
		w.Flags = TimeOpens
	}
	for _, e := range words {
		ids := l.k.vocab.ids(e.text)
		switch {
		case len(ids) == 0:
			l.p.at(l.file, e, "empty-cell", "a word of time")
		case len(ids) == 1:
			l.addWord(e, ids[0], w)
		default:
			l.addPhrase(e, ids, w)
		}
	}
}

func (l *timeLoader) addWord(e word, id int32, w TimeWord) {
	x := l.at(id)
	if x.Kind != NoTime && (x.Kind != w.Kind || x.Value != w.Value) {
		l.p.at(l.file, e, "duplicate-time-word", "%s", e.text)
		return
	}
	x.Kind, x.Value = w.Kind, w.Value
	x.Flags |= w.Flags
}

func (l *timeLoader) addPhrase(e word, ids []int32, w TimeWord) {
	l.t.phrases.add(ids, int32(len(l.t.values)))
	l.t.values = append(l.t.values, w)
	l.at(ids[0]).Flags |= TimePhrase | w.Flags&TimeOpens
}

// flag marks words.
func (l *timeLoader) flag(words []word, f TimeFlags) {
	for _, e := range words {
		for _, id := range l.k.vocab.ids(e.text) {
			l.at(id).Flags |= f
		}
	}
}

// at is the entry of a word, which it makes room for.
func (l *timeLoader) at(id int32) *TimeWord {
	for int(id) >= len(l.t.words) {
		l.t.words = append(l.t.words, TimeWord{})
	}
	return &l.t.words[id]
}
