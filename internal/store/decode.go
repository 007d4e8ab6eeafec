package store

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"varta/record"
)

// Exports read acts by the hundred thousand, and most of their time went into encoding/json. What is here reads the lines
// that this package wrote itself, without reflection; whatever it does not expect it leaves to encoding/json.

// decodeAct reads an act.
func decodeAct(line string, a *record.Act) error { return decodeLine(line, a, (*lineReader).act) }

// decodeEvidence reads the evidence of a telling.
func decodeEvidence(line string) (out []record.Evidence, err error) {
	err = decodeLine(line, &out, func(r *lineReader, to *[]record.Evidence) { *to = array(r, r.evidence) })
	return out, err
}

// lineReader goes through one line of JSON. Once something is odd, nothing more is read. What it reads are parts of the
// line, not copies.
type lineReader struct {
	s   string
	at  int
	odd bool
}

func (r *lineReader) end() bool { return !r.odd && r.at == len(r.s) }

// next takes a byte if it comes next.
func (r *lineReader) next(c byte) bool {
	if r.odd || r.at >= len(r.s) || r.s[r.at] != c {
		return false
	}
	r.at++
	return true
}

func (r *lineReader) must(c byte) {
	if !r.next(c) {
		r.odd = true
	}
}

const none = "null"

// null takes null.
func (r *lineReader) null() bool {
	if r.odd || !strings.HasPrefix(r.s[r.at:], none) {
		return false
	}
	r.at += len(none)
	return true
}

// object reads an object; a key that comes twice is odd.
func (r *lineReader) object(field func(key string)) {
	r.must('{')
	var known [24]string
	n := 0
	for more := !r.next('}'); more && !r.odd; n++ {
		key := r.raw()
		r.must(':')
		if n == len(known) || slices.Contains(known[:n], key) {
			r.odd = true
		}
		if r.odd {
			return
		}
		known[n] = key
		field(key)
		if more = r.next(','); !more {
			r.must('}')
		}
	}
}

// array reads an array; null is none.
func array[T any](r *lineReader, element func(*T)) []T {
	if r.null() {
		return nil
	}
	r.must('[')
	out := []T{}
	for more := !r.next(']'); more && !r.odd; {
		var v T
		element(&v)
		out = append(out, v)
		if more = r.next(','); !more {
			r.must(']')
		}
	}
	return out
}

// raw is a string without escapes.
func (r *lineReader) raw() string {
	r.must('"')
	if r.odd {
		return ""
	}
	n := strings.IndexByte(r.s[r.at:], '"')
	if n < 0 || strings.IndexByte(r.s[r.at:r.at+n], '\\') >= 0 {
		r.odd = true
		return ""
	}
	s := r.s[r.at : r.at+n]
	r.at += n + 1
	return s
}

// text is a string; one with escapes is left to encoding/json.
func (r *lineReader) text() string {
	start := r.at
	if s := r.raw(); !r.odd {
		r.odd = !utf8.ValidString(s) || hasControl(s)
		return s
	}
	if start >= len(r.s) || r.s[start] != '"' {
		return ""
	}
	end := start + 1
	for end < len(r.s) && r.s[end] != '"' {
		if r.s[end] == '\\' {
			end++
		}
		end++
	}
	var s string
	if end >= len(r.s) || json.Unmarshal([]byte(r.s[start:end+1]), &s) != nil {
		return ""
	}
	r.at, r.odd = end+1, false
	return s
}

func hasControl(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' {
			return true
		}
	}
	return false
}

func (r *lineReader) maybe() record.Null {
	if r.null() {
		return ""
	}
	return record.Null(r.text())
}

// digits takes an integer; one with a leading zero is odd.
func (r *lineReader) digits() {
	start := r.at
	for r.at < len(r.s) && r.s[r.at] >= '0' && r.s[r.at] <= '9' {
		r.at++
	}
	if r.at == start || r.s[start] == '0' && r.at > start+1 {
		r.odd = true
	}
}

// integer is a number without a fraction.
func (r *lineReader) integer() int {
	start := r.at
	r.next('-')
	r.digits()
	if r.odd {
		return 0
	}
	n, err := strconv.Atoi(r.s[start:r.at])
	r.odd = err != nil
	return n
}

// fraction takes the digits after a point.
func (r *lineReader) fraction() {
	start := r.at
	for r.at < len(r.s) && r.s[r.at] >= '0' && r.s[r.at] <= '9' {
		r.at++
	}
	r.odd = r.odd || r.at == start
}

func (r *lineReader) number() float64 {
	start := r.at
	r.next('-')
	r.digits()
	if r.next('.') {
		r.fraction()
	}
	if r.odd {
		return 0
	}
	f, err := strconv.ParseFloat(r.s[start:r.at], 64)
	r.odd = err != nil
	return f
}

func (r *lineReader) maybeNumber() *float64 {
	if r.null() {
		return nil
	}
	f := r.number()
	return &f
}

func (r *lineReader) maybeInteger() *int {
	if r.null() {
		return nil
	}
	n := r.integer()
	return &n
}

func (r *lineReader) texts() []string { return array(r, func(s *string) { *s = r.text() }) }

func (r *lineReader) act(a *record.Act) {
	r.object(func(key string) {
		switch key {
		case "id":
			a.ID = r.text()
		case "type":
			a.Type = r.text()
		case "modes":
			a.Modes = r.texts()
		case "contexts":
			a.Contexts = r.texts()
		case "cameo":
			a.CAMEO = r.text()
		case "quad":
			a.Quad = r.integer()
		case "score":
			a.Score = r.number()
		case "status":
			a.Status = r.text()
		case "history":
			a.History = array(r, r.turn)
		case "actors":
			a.Actors = array(r, r.actor)
		case "recipients":
			a.Recipients = array(r, r.actor)
		case "date":
			a.Date = r.when()
		case "place":
			a.Place = r.where()
		case "occasion":
			a.Occasion = r.maybe()
		case "topics":
			a.Topics = r.texts()
		case "confidence":
			a.Confidence = r.number()
		case "tellings":
			a.Tellings = array(r, func(*record.Telling) { r.odd = true }) // they are kept apart
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) turn(t *record.Turn) {
	r.object(func(key string) {
		switch key {
		case "status":
			t.Status = r.text()
		case "report":
			t.Report = r.text()
		case "published":
			t.Published = r.maybe()
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) actor(a *record.Actor) {
	r.object(func(key string) {
		switch key {
		case "id":
			a.ID = r.maybe()
		case "name":
			a.Name = r.maybe()
		case "code":
			a.Code = r.text()
		case "sector":
			a.Sector = r.maybe()
		case "office":
			a.Office = r.maybe()
		case "wikidata":
			a.Wikidata = r.maybe()
		default:
			r.odd = true
		}
	})
}

func (r *lineReader) when() *record.When {
	if r.null() {
		return nil
	}
	w := new(record.When)
	r.object(func(key string) {
		switch key {
		case "value":
			w.Value = r.text()
		case "until":
			w.Until = r.maybe()
		case "precision":
			w.Precision = r.text()
		default:
			r.odd = true
		}
	})
	return w
}

func (r *lineReader) where() *record.Where {
	if r.null() {
		return nil
	}
	w := new(record.Where)
	r.object(func(key string) {
		switch key {
		case "name":
			w.Name = r.maybe()
		case "code":
			w.Code = r.text()
		case "lat":
			w.Lat = r.maybeNumber()
		case "lon":
			w.Lon = r.maybeNumber()
		case "geonames":
			w.GeoNames = r.maybeInteger()
		case "precision":
			w.Precision = r.text()
		default:
			r.odd = true
		}
	})
	return w
}
