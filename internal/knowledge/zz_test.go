package knowledge
import ("testing";"varta/data";"time";"fmt")
func TestZ(t *testing.T){
 for range 4 {
	var p problems
	s:=time.Now()
	lap:=func(n string){ fmt.Printf("%s %v\n",n,time.Since(s)); s=time.Now()}
	fsys:=data.FS; lang:="hi"
	k := &Base{norm: loadNorm(fsys, lang+"/norm.tsv", &p)}
	k.vocab = newVocab(k.norm, 1<<17)
	lap("vocab")
	k.loadMarkers(fsys, lang+"/postpositions.tsv", &p)
	k.loadCases(fsys, lang+"/cases.tsv", &p)
	paradigms := loadParadigms(fsys, lang+"/paradigms.yaml", &p)
	lap("paradigms")
	k.loadLexicon(fsys, lang+"/lexicon.tsv", paradigms, &p)
	lap("lexicon")
	k.loadCues(fsys, lang+"/cues.tsv", &p)
	k.loadAbbreviations(fsys, lang+"/abbreviations.tsv", &p)
	k.loadTime(fsys, lang+"/time.yaml", &p)
	lap("cues,time")
	k.indexForms()
	lap("forms")
	k.loadGuess(fsys, lang+"/guess.tsv", paradigms, &p)
	k.loadPlover(fsys, "world/plover.yaml", &p)
	lap("guess,plover")
	k.loadWorld(fsys, "world", &p)
	lap("world")
	k.loadFrames(fsys, lang+"/frames", &p)
	lap("frames")
	digest(fsys)
	lap("digest")
	n:=0; for _,f:=range k.Frames { n+=len(f.Predicates)}
	a:=0; for _,e:=range k.vocab.entries { a+=len(e.Analyses)}
	fmt.Println(len(k.vocab.entries), a, "names", len(k.names.value), "verbs", len(k.verbs.value), "hosts", len(k.hosts.value), "preds", n, len(k.Frames), len(k.Items))
 }
}
