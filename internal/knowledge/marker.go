package knowledge

import "io/fs"

// Marker is a case marker or postposition.
type Marker struct {
	Name     string
	Function string // agent, comitative, between, time, place, according, presence …
}

// Keys of a case frame that are no markers.
const (
	NoMarker uint8 = 0
	K1       uint8 = 250 + iota // subject
	K2                          // direct object
	KThat                       // subject of the complement clause
	KInf                        // parties inside an infinitive complement
)

// markerWord is a marker of one word.
type markerWord struct {
	marker uint8
	word   int32
}

// special are the keys of frames that are not postpositions; KThat is written as the complementizer of the language,
// which cues.tsv names.
var special = map[string]uint8{"k1": K1, "k2": K2, "inf": KInf}

// loadMarkers reads postpositions.tsv into the trie of markers and the list of their names.
func (k *Base) loadMarkers(fsys fs.FS, file string, p *problems) {
	t := readTable(fsys, file, p, "words", "marker", "function")
	k.Markers = []Marker{{}}
	k.markerIDs = map[string]uint8{}
	k.inMarker = map[int32]bool{}
	k.markers = newTrie(len(t.rows) * 2)
	for i := range t.rows {
		r := &t.rows[i]
		name := k.norm.String(r.get("marker"))
		id, ok := k.markerIDs[name]
		if !ok {
			if len(k.Markers) >= int(K1) {
				r.problem(p, "marker", "too-many-markers", "%s", name)
				return
			}
			id = uint8(len(k.Markers))
			k.markerIDs[name] = id
			k.Markers = append(k.Markers, Marker{name, r.get("function")})
		}
		words := k.vocab.ids(r.get("words"))
		if len(words) == 0 {
			r.problem(p, "words", "empty-cell", "words")
			continue
		}
		if len(words) == 1 {
			k.single = append(k.single, markerWord{id, words[0]})
		}
		k.vocab.entries[words[0]].Starts |= StartsMarker
		k.markers.add(words, int32(id))
		for _, w := range words {
			k.inMarker[w] = true
		}
	}
}

// Marker is the number of a marker by its canonical name, 0 when there is none.
func (k *Base) Marker(name string) uint8 { return k.markerIDs[k.norm.String(name)] }

// MarkerAt finds the longest postposition that begins at token word numbers w; it returns its number and length.
func (k *Base) MarkerAt(w func(i int) int32, n int) (uint8, int) {
	node, best, length := int32(0), uint8(0), 0
	for i := range n {
		x := w(i)
		if x < 0 {
			break
		}
		if node = k.markers.step(node, x); node == 0 {
			break
		}
		if v := k.markers.value[node]; len(v) > 0 {
			best, length = uint8(v[0]), i+1
		}
	}
	return best, length
}

// MarkerBehind finds the longest postposition that begins with the marker m, fused into a word (उनके), and goes on at
// token word numbers w (साथ); it returns its number and how many words it has there, 0 when there is none.
func (k *Base) MarkerBehind(m uint8, w func(i int) int32, n int) (uint8, int) {
	best, length := uint8(0), 0
	for i := range k.single {
		s := &k.single[i]
		if s.marker != m {
			continue
		}
		node := k.markers.step(0, s.word)
		for j := 0; j < n && node != 0; j++ {
			x := w(j)
			if x < 0 {
				break
			}
			if node = k.markers.step(node, x); node != 0 && len(k.markers.value[node]) > 0 && j+1 > length {
				best, length = uint8(k.markers.value[node][0]), j+1
			}
		}
	}
	return best, length
}

// InMarker says whether a word stands in a postposition (बारे in के बारे में): it names nothing.
func (k *Base) InMarker(word int32) bool { return k.inMarker[word] }
