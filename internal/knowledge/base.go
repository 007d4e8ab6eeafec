package knowledge

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"sort"
	"strings"
	"sync"

	"varta/internal/doc"
	"varta/internal/names"
)

// Base is all that Varta knows. It is read-only after Load and safe for concurrent use.
type Base struct {
	// Version is a digest of every data file.
	Version string

	Markers []Marker
	Frames  []*Frame
	// Obligation is the frame of what a speaker says that somebody should do, nil when the data has none.
	Obligation *Frame
	Items      []Item
	Types      map[string]EventType
	Contexts   map[string]bool
	Time       *Time
	// Genitive, Ergative, Dative and Locative are the numbers of the markers that the engine asks for by name;
	// cases.tsv says which they are.
	Genitive, Ergative, Dative, Locative uint8

	// Script is how the language's letters sound, nil for a language in Latin letters.
	Script *names.Script

	// NameModel is the model of package tagger, empty where the language has none.
	NameModel []byte

	norm            *Norm
	vocab           *vocab
	fsys            fs.FS
	forms, formAt   []int32
	endings         [][]ending
	peopleParadigms []*paradigm
	markerIDs       map[string]uint8
	markers         *trie
	single          []markerWord   // the markers of one word
	inMarker        map[int32]bool // words of postpositions
	cues            *trie
	phraseCues      []Cues
	names           *trie
	topics          *trie
	topicIDs        []string
	byID            map[itemKey]int32
	holders         func() map[Post][]tenure // made when first asked for
	soleOffices     func() map[string]string
	officers        func() map[string][]tenure
	people          func() map[string][]int32 // by code
	familyFirst     map[string]bool           // states whose people's family names come first
	verbs, hosts    *trie
	abbreviations   map[string]string
	gazetteer       *gazetteer
	queries         *sync.Pool // of *names.Query
}

// vocabulary is about how many words the tables have; more are no harm.
const vocabulary = 96 << 10

// Load reads the knowledge of one language (folder lang of fsys) and of the world (folder world). The error joins all
// that is wrong with the data. What takes longest, decoding YAML and unpacking, runs beside the rest.
func Load(fsys fs.FS, lang string) (*Base, error) {
	var p problems
	paradigms := later(func(p *problems) map[string]*paradigm { return loadParadigms(fsys, lang+"/paradigms.yaml", p) })
	frames := later(func(p *problems) []frameFile { return readFrames(fsys, lang+"/frames", p) })
	times := later(func(p *problems) *timeFile { return readTime(fsys, lang+"/time.yaml", p) })
	plover := later(func(p *problems) *ploverFile { return readPlover(fsys, "world/plover.yaml", p) })
	version := later(func(*problems) string { return digest(fsys) })
	model := later(func(*problems) []byte {
		b, _ := fs.ReadFile(fsys, lang+"/names.model") // a language without one has no tags
		return b
	})

	k := &Base{fsys: fsys, gazetteer: &gazetteer{}, norm: loadNorm(fsys, lang+"/norm.tsv", &p)}
	k.vocab = newVocab(k.norm, vocabulary)
	k.loadMarkers(fsys, lang+"/postpositions.tsv", &p)
	k.loadCases(fsys, lang+"/cases.tsv", &p)
	world := readWorld(fsys, "world", &p)
	lexicon := readTable(fsys, lang+"/lexicon.tsv", &p, "lemma", "pos", "paradigm", "gender", "class", "variants")
	k.loadLanguage(fsys, lang, lexicon, paradigms(&p), &p)
	k.loadScript(fsys, lang, &p)
	k.loadTime(times(&p), lang+"/time.yaml", &p)
	k.indexForms()
	k.loadWorld(world, &p)
	k.holders = sync.OnceValue(k.indexHolders)
	k.soleOffices = sync.OnceValue(k.indexSoleOffices)
	k.officers = sync.OnceValue(k.indexOfficers)
	k.people = sync.OnceValue(k.indexPeople)
	k.loadTopics(readTable(fsys, "world/topics.tsv", &p, "id", "en", "hi"))
	k.loadPlover(plover(&p))
	if files := frames(&p); !p.unread() { // else every verb and marker of the frames would be unknown
		k.loadFrames(files, &p)
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	k.NameModel = model(&p)
	k.vocab.finish()
	k.Version = version(&p)
	return k, nil
}

// later runs f beside what follows; the function that it returns waits for the result and adds the problems found.
func later[T any](f func(*problems) T) func(*problems) T {
	var found problems
	done := make(chan T, 1)
	go func() { done <- f(&found) }()
	return func(p *problems) T {
		v := <-done
		*p = append(*p, found...)
		return v
	}
}

// loadLanguage enters words, cues, abbreviations and the endings of unknown words.
func (k *Base) loadLanguage(fsys fs.FS, lang string, lexicon *table, paradigms map[string]*paradigm, p *problems) {
	k.resolveMarkers(lang+"/paradigms.yaml", paradigms, p)
	k.loadLexicon(lexicon, paradigms, p)
	k.loadCues(fsys, lang+"/cues.tsv", p)
	k.loadAbbreviations(fsys, lang+"/abbreviations.tsv", p)
	k.loadGuess(fsys, lang+"/guess.tsv", paradigms, p)
}

// digest is the first twelve hexadecimal digits of the SHA-256 of the names and sums of all data files.
func digest(fsys fs.FS) string {
	h := sha256.New()
	_ = fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (strings.HasSuffix(path, ".tsv") || strings.HasSuffix(path, ".yaml") || strings.HasSuffix(path, ".model")) {
			_, _ = io.WriteString(h, path+" "+sum(fsys, path)+"\n")
		}
		return nil
	})
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// sum is the SHA-256 of a file, that which fsys knows of it where it is packed.
func sum(fsys fs.FS, path string) string {
	if f, ok := fsys.(interface{ Sum(path string) string }); ok {
		if s := f.Sum(path); s != "" {
			return s
		}
	}
	f, err := fsys.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	_, _ = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil))
}

// loadGuess reads which paradigms tell the part of speech of unknown words (open) and which inflect the people nouns of
// states and groups (people). Endings are sorted by their length in bytes.
func (k *Base) loadGuess(fsys fs.FS, file string, paradigms map[string]*paradigm, p *problems) {
	t := readTable(fsys, file, p, "paradigm", "use")
	for i := range t.rows {
		r := &t.rows[i]
		par := paradigms[r.get("paradigm")]
		switch {
		case par == nil:
			r.problem(p, "paradigm", "unknown-paradigm", "%s", r.get("paradigm"))
		case r.get("use") == "people":
			k.peopleParadigms = append(k.peopleParadigms, par)
		case r.get("use") == "open":
			k.addEndings(par)
		default:
			r.problem(p, "use", "unknown-use", "%s", r.get("use"))
		}
	}
	sort.SliceStable(k.peopleParadigms, func(i, j int) bool {
		return len(k.peopleParadigms[i].Strip) > len(k.peopleParadigms[j].Strip)
	})
}

func (k *Base) addEndings(par *paradigm) {
	upos, _ := doc.ParseUPOS(par.POS)
	for _, f := range par.Forms {
		if f.feats.Case == doc.Voc {
			continue // names end so (मिचियो)
		}
		s := k.norm.String(f.Suffix)
		for len(k.endings) <= len(s) {
			k.endings = append(k.endings, nil)
		}
		k.endings[len(s)] = append(k.endings[len(s)], ending{s, upos, f.feats, par.Strip})
	}
}

// Guess is an analysis of an unknown word from its ending, with a noun where no ending fits.
func (k *Base) Guess(norm string) doc.Analysis {
	for n := min(len(k.endings)-1, len(norm)-6); n > 0; n-- {
		for _, e := range k.endings[n] {
			if strings.HasSuffix(norm, e.suffix) {
				return doc.Analysis{Lemma: norm[:len(norm)-n] + e.strip, LemmaID: doc.None, UPOS: e.upos, Feats: e.feats}
			}
		}
	}
	return doc.Analysis{Lemma: norm, LemmaID: doc.None, UPOS: doc.PROPN}
}

func (k *Base) loadAbbreviations(fsys fs.FS, file string, p *problems) {
	t := readTable(fsys, file, p, "form", "kind")
	k.abbreviations = map[string]string{}
	for i := range t.rows {
		r := &t.rows[i]
		k.abbreviations[k.norm.String(strings.TrimSuffix(r.get("form"), "."))] = r.get("kind")
	}
}

// Abbreviation is the kind of abbreviation (title, initial, rank, unit, org) that a word is when a full stop follows
// it, empty when it is none.
func (k *Base) Abbreviation(norm string) string { return k.abbreviations[norm] }

// Lookup folds a word into buf and finds its number, None when it is unknown, and its folded spelling.
func (k *Base) Lookup(word string, buf []byte) (int32, string) {
	if i, ok := k.vocab.find(word); ok {
		return i, k.vocab.entries[i].Text
	}
	b, changed := k.norm.Append(buf[:0], word)
	if !changed {
		return doc.None, word
	}
	if i, ok := k.vocab.findBytes(b); ok {
		return i, k.vocab.entries[i].Text
	}
	return doc.None, string(b)
}

// Entry is what is known of word number w.
func (k *Base) Entry(w int32) *Entry { return &k.vocab.entries[w] }

// Word is the number of a word, None when the data lacks it.
func (k *Base) Word(s string) int32 {
	if i, ok := k.vocab.find(k.norm.String(s)); ok {
		return i
	}
	return doc.None
}

// CuesOf are the cues of a token: those of its form and those of its lemma.
func (k *Base) CuesOf(t *doc.Token) Cues {
	var c Cues
	if t.Word >= 0 {
		c = k.vocab.entries[t.Word].Cues
	}
	if l := t.A().LemmaID; l >= 0 && l != t.Word {
		c |= k.vocab.entries[l].Cues
	}
	return c
}

func (k *Base) isThat(name string) bool {
	w := k.Word(name)
	return w >= 0 && k.vocab.entries[w].Cues&CueThat != 0
}

func (k *Base) isVerb(lemma int32) bool {
	for i := range k.vocab.entries[lemma].Analyses {
		a := &k.vocab.entries[lemma].Analyses[i]
		if a.LemmaID == lemma && (a.UPOS == doc.VERB || a.UPOS == doc.AUX) {
			return true
		}
	}
	return false
}

// lemmasOf are the noun lemmas of a class, in the order of their numbers.
func (k *Base) lemmasOf(c Class) []int32 {
	var out []int32
	for w := range k.vocab.entries {
		for i := range k.vocab.entries[w].Analyses {
			a := &k.vocab.entries[w].Analyses[i]
			if a.LemmaID == int32(w) && a.UPOS == doc.NOUN && a.Class&c != 0 {
				out = append(out, int32(w))
				break
			}
		}
	}
	return out
}

// loadCases reads which markers are the four that rules need by name.
func (k *Base) loadCases(fsys fs.FS, file string, p *problems) {
	t := readTable(fsys, file, p, "marker", "case")
	cases := map[string]*uint8{"genitive": &k.Genitive, "ergative": &k.Ergative, "dative": &k.Dative, "locative": &k.Locative}
	for i := range t.rows {
		r := &t.rows[i]
		c, m := cases[r.get("case")], k.Marker(r.get("marker"))
		if c == nil || m == 0 {
			r.problem(p, "marker", "unknown-case", "%s %s", r.get("marker"), r.get("case"))
			continue
		}
		*c = m
		k.Markers[m].Function = r.get("case")
	}
}
