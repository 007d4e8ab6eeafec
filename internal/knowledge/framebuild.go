package knowledge

import (
	"slices"
	"strings"

	"varta/record"
)

// loadFrames builds the frames and enters their predicates into the tries, which run backwards: verb first, then the
// host's words from the last to the first.
func (k *Base) loadFrames(files []frameFile, p *problems) {
	seen := map[string]bool{}
	k.verbs, k.hosts = newTrie(1<<15), newTrie(1<<12)
	for _, file := range files {
		for i := range file.frames {
			b := &frameBuilder{k: k, p: p, file: file.name, raw: &file.frames[i]}
			if id := b.raw.ID; id.text != "" && seen[id.text] {
				p.at(file.name, id, "duplicate-id", "%s", id.text)
			}
			seen[b.raw.ID.text] = true
			f := b.build()
			if f.Obligation {
				k.Obligation = f
			}
			b.enter(f, int32(len(k.Frames)))
			k.Frames = append(k.Frames, f)
		}
	}
}

// frameBuilder turns a frame as written into one that is ready to match, and reports what is wrong with it.
type frameBuilder struct {
	k    *Base
	p    *problems
	file string
	raw  *rawFrame
}

func (b *frameBuilder) problem(at word, code, format string, args ...any) {
	b.p.at(b.file, at, code, b.raw.ID.text+": "+format, args...)
}

func (b *frameBuilder) build() *Frame {
	r := b.raw
	f := &Frame{ID: r.ID.text, Event: b.spec(r.Event), Negated: b.spec(r.Negated), Future: b.spec(r.Future), Fact: b.fact(r.Fact), Say: r.Say,
		Obligation: r.Obligation, Attends: r.Attends, Charge: r.Charge, Claims: r.Claims, Roles: b.slots(r.Roles), Nominal: b.slots(r.Nominal), Needs: b.needs(), Inner: b.inner(),
		File: b.file, Line: r.ID.line}
	switch {
	case r.ID.text == "":
		b.problem(r.ID, "missing-id", "a frame needs an id")
	case f.Event == nil && f.Fact == nil && !f.Say:
		b.problem(r.ID, "empty-frame", "neither event, fact nor say")
	case (len(r.Hosts) == 0) != (len(r.Verbs) == 0):
		b.problem(r.ID, "half-product", "hosts and verbs go together")
	case len(r.Predicate)+len(r.Hosts) == 0 && !f.Obligation:
		b.problem(r.ID, "no-predicate", "neither predicate nor hosts with verbs")
	case r.Source == "":
		b.problem(r.ID, "no-source", "every frame needs a source")
	}
	return f
}

func (b *frameBuilder) spec(e *rawEvent) *EventSpec {
	if e == nil {
		return nil
	}
	t, ok := b.k.Types[e.Type.text]
	if !ok {
		b.problem(or(e.Type, b.raw.ID), "unknown-type", "%s", e.Type.text)
	}
	for _, m := range e.Modes {
		if _, known := t.Modes[m.text]; ok && !known {
			b.problem(m, "unknown-mode", "%s of %s", m.text, e.Type.text)
		}
	}
	for _, c := range e.Contexts {
		if !b.k.Contexts[c.text] {
			b.problem(c, "unknown-context", "%s", c.text)
		}
	}
	return &EventSpec{Type: e.Type.text, Modes: texts(e.Modes), Contexts: texts(e.Contexts), CAMEO: e.CAMEO}
}

// or is the place of a word, or of another where the first is missing.
func or(w, other word) word {
	if w.line == 0 {
		return other
	}
	return w
}

func texts(words []word) []string {
	var out []string
	for _, w := range words {
		out = append(out, w.text)
	}
	return out
}

func (b *frameBuilder) key(name word) uint8 {
	if s, ok := special[name.text]; ok {
		return s
	}
	if b.k.isThat(name.text) {
		return KThat
	}
	m := b.k.Marker(name.text)
	if m == NoMarker {
		b.problem(name, "unknown-marker", "%s", name.text)
	}
	return m
}

func (b *frameBuilder) role(w word) Role {
	r := roleNames[w.text]
	if r == NoRole {
		b.problem(w, "unknown-role", "%s", w.text)
	}
	return r
}

func (b *frameBuilder) slots(m map[word]word) []Slot {
	var out []Slot
	for name, role := range m {
		s := Slot{Key: b.key(name), Role: b.role(role)}
		with := b.with(name.text)
		if with == nil && s.Key == b.k.Dative && objectRole(m) == role.text {
			with = b.with("k2") // an object with its marker is the same object
		}
		for _, c := range with {
			name, not := strings.CutPrefix(c.text, "-")
			if classNames[name] == 0 {
				b.problem(c, "unknown-class", "%s", c.text)
			}
			if not {
				s.Without |= narrow(name)
			} else {
				s.With |= narrow(name)
			}
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(x, y Slot) int { return int(x.Key) - int(y.Key) })
	return out
}

// objectRole is the role that a frame gives its object without a marker.
func objectRole(m map[word]word) string {
	for name, role := range m {
		if name.text == "k2" {
			return role.text
		}
	}
	return ""
}

func (b *frameBuilder) with(key string) []word {
	for k, classes := range b.raw.With {
		if k.text == key {
			return classes
		}
	}
	return nil
}

func (b *frameBuilder) inner() Inner {
	x, ok := innerNames[b.raw.Inner.text]
	if !ok {
		b.problem(b.raw.Inner, "unknown-inner", "%s", b.raw.Inner.text)
	}
	return x
}

func (b *frameBuilder) needs() []Role {
	var out []Role
	for _, n := range b.raw.Needs {
		out = append(out, b.role(n))
	}
	return out
}

// enter puts the predicates of frame number n into the tries: those written out and the product of hosts and verbs.
func (b *frameBuilder) enter(f *Frame, n int32) {
	bare := [][]int32{nil}
	for _, s := range b.raw.Predicate {
		b.pairs(f, n, b.verb(s), bare)
	}
	var hosts [][]int32
	for _, h := range b.raw.Hosts {
		hosts = b.host(hosts, h)
	}
	for _, v := range b.raw.Verbs {
		b.pairs(f, n, b.verb(v), hosts)
	}
}

// verb are the words of a predicate, or of the part of it that ends in the verb.
func (b *frameBuilder) verb(w word) []int32 {
	words := slices.Clone(b.k.vocab.ids(w.text))
	if len(words) == 0 {
		b.problem(w, "empty-cell", "a predicate without words")
	} else if v := words[len(words)-1]; !b.k.isVerb(v) {
		b.problem(w, "unknown-verb", "%s is no verb of the lexicon", b.k.vocab.entries[v].Text)
	}
	return words
}

// pairs enters verb behind each host; where the frame has a nominal use, all words but the last make a bare noun.
func (b *frameBuilder) pairs(f *Frame, n int32, verb []int32, hosts [][]int32) {
	if len(verb) == 0 {
		return
	}
	k := b.k
	start, noun := k.verbs.back(0, verb), int32(0)
	if len(f.Nominal) > 0 {
		noun = k.hosts.back(0, verb[:len(verb)-1])
	}
	for _, h := range hosts {
		k.verbs.set(k.verbs.back(start, h), n)
		if len(f.Nominal) > 0 && len(h)+len(verb) > 1 {
			k.hosts.set(k.hosts.back(noun, h), n)
		}
	}
}

// host adds a phrase, or with @ all nouns of a class.
func (b *frameBuilder) host(hosts [][]int32, h word) [][]int32 {
	class, ok := strings.CutPrefix(h.text, "@")
	if !ok {
		return append(hosts, slices.Clone(b.k.vocab.ids(h.text)))
	}
	if classNames[class] == 0 {
		b.problem(h, "unknown-class", "%s", class)
		return hosts
	}
	for _, lemma := range b.k.lemmasOf(classNames[class]) {
		hosts = append(hosts, []int32{lemma})
	}
	return hosts
}

func (b *frameBuilder) fact(f *rawFact) *FactSpec {
	if f == nil {
		return nil
	}
	if !slices.Contains(record.FactKinds(), f.Kind.text) {
		b.problem(or(f.Kind, b.raw.ID), "unknown-fact", "%s", f.Kind.text)
	}
	out := &FactSpec{Kind: f.Kind.text, Subject: f.Subject.text, Object: f.Object.text, Office: f.Office, Ends: f.Ends}
	if f.Subject.text != "" {
		out.SubjectKey = b.key(f.Subject)
	}
	if f.Object.text != "" {
		out.ObjectKey = b.key(f.Object)
	}
	return out
}
