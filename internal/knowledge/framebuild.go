package knowledge

import (
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// frameBuilder turns a frame as written into one that is ready to match, and reports what is wrong with it.
type frameBuilder struct {
	k    *Base
	p    *problems
	file string
	line int
	raw  *rawFrame
}

func (b *frameBuilder) problem(code, format string, args ...any) {
	b.p.add(b.file, b.line, 1, code, b.raw.ID+": "+format, args...)
}

func (b *frameBuilder) build() *Frame {
	r := b.raw
	f := &Frame{ID: r.ID, Event: b.spec(r.Event), Negated: b.spec(r.Negated), Future: b.spec(r.Future), Fact: r.Fact, Say: r.Say, Obligation: r.Obligation,
		Examples: r.Examples, Not: r.Not, File: b.file, Line: b.line}
	f.Roles = b.slots(r.Roles)
	f.Nominal = b.slots(r.Nominal)
	f.Inner = b.inner()
	f.Needs = b.needs()
	f.Predicates = b.predicates()
	b.fact(f.Fact)
	switch {
	case r.ID == "":
		b.problem("missing-id", "a frame needs an id")
	case f.Event == nil && f.Fact == nil && !f.Say:
		b.problem("empty-frame", "neither event, fact nor say")
	case len(f.Predicates) == 0 && !f.Obligation:
		b.problem("no-predicate", "neither predicate nor hosts with verbs")
	case len(f.Examples) == 0:
		b.problem("no-example", "every frame needs an example")
	case r.Source == "":
		b.problem("no-source", "every frame needs a source")
	}
	return f
}

func (b *frameBuilder) spec(e *EventSpec) *EventSpec {
	if e == nil {
		return nil
	}
	t, ok := b.k.Types[e.Type]
	if !ok {
		b.problem("unknown-type", "%s", e.Type)
		return e
	}
	for _, m := range e.Modes {
		if _, ok := t.Modes[m]; !ok {
			b.problem("unknown-mode", "%s of %s", m, e.Type)
		}
	}
	for _, c := range e.Contexts {
		if !b.k.Contexts[c] {
			b.problem("unknown-context", "%s", c)
		}
	}
	return e
}

func (b *frameBuilder) key(name string) uint8 {
	if s, ok := special[name]; ok {
		return s
	}
	if b.k.isThat(name) {
		return KThat
	}
	m := b.k.Marker(name)
	if m == 0 {
		b.problem("unknown-marker", "%s", name)
	}
	return m
}

func (b *frameBuilder) slots(m map[string]string) []Slot {
	var out []Slot
	for name, role := range m {
		s := Slot{Key: b.key(name), Role: roleNames[role]}
		if s.Role == NoRole {
			b.problem("unknown-role", "%s", role)
		}
		with := b.raw.With[name]
		if with == nil && s.Key == b.k.Dative {
			with = b.raw.With["k2"] // an object with its marker is the same object
		}
		for _, c := range with {
			if classNames[c] == 0 {
				b.problem("unknown-class", "%s", c)
			}
			s.With |= narrow(c)
		}
		out = append(out, s)
	}
	sortSlots(out)
	return out
}

func sortSlots(s []Slot) {
	for i := range s {
		for j := i; j > 0 && s[j].Key < s[j-1].Key; j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
}

func (b *frameBuilder) inner() Inner {
	x, ok := innerNames[b.raw.Inner]
	if !ok {
		b.problem("unknown-inner", "%s", b.raw.Inner)
	}
	return x
}

func (b *frameBuilder) needs() []Role {
	var out []Role
	for _, n := range b.raw.Needs {
		r := roleNames[n]
		if r == NoRole {
			b.problem("unknown-role", "%s", n)
		}
		out = append(out, r)
	}
	return out
}

// predicates are those written out and the cross product of hosts and verbs.
func (b *frameBuilder) predicates() [][]int32 {
	var out [][]int32
	for _, s := range b.raw.Predicate {
		out = append(out, b.k.vocab.ids(s))
	}
	for _, h := range b.raw.Hosts {
		for _, host := range b.host(h) {
			for _, v := range b.raw.Verbs {
				out = append(out, append(append([]int32{}, host...), b.k.vocab.ids(v)...))
			}
		}
	}
	if (len(b.raw.Hosts) == 0) != (len(b.raw.Verbs) == 0) {
		b.problem("half-product", "hosts and verbs go together")
	}
	for _, words := range out {
		if v := words[len(words)-1]; !b.k.isVerb(v) {
			b.problem("unknown-verb", "%s is no verb of the lexicon", b.k.vocab.entries[v].Text)
		}
	}
	return out
}

// host is a phrase, or with @ all nouns of a class.
func (b *frameBuilder) host(h string) [][]int32 {
	class, ok := strings.CutPrefix(h, "@")
	if !ok {
		return [][]int32{b.k.vocab.ids(h)}
	}
	if classNames[class] == 0 {
		b.problem("unknown-class", "%s", class)
		return nil
	}
	var out [][]int32
	for _, lemma := range b.k.lemmasOf(classNames[class]) {
		out = append(out, []int32{lemma})
	}
	return out
}

func (b *frameBuilder) fact(f *FactSpec) {
	if f == nil {
		return
	}
	if !factKinds[f.Kind] {
		b.problem("unknown-fact", "%s", f.Kind)
	}
	if f.Subject != "" {
		f.SubjectKey = b.key(f.Subject)
	}
	if f.Object != "" {
		f.ObjectKey = b.key(f.Object)
	}
}

// factKinds are the kinds of facts that a record may hold.
var factKinds = map[string]bool{"holds_office": true, "member_of": true, "chairs": true, "founded": true, "located_in": true,
	"capital_of": true, "party_to": true, "succeeds": true, "described_as": true}
