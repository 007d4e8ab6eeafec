package registry

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"varta/internal/doc"
	"varta/internal/knowledge"
	"varta/record"
)

const (
	peopleFile  = "world/people.tsv"
	membersFile = "world/members.tsv"
	chairsFile  = "world/chairs.tsv"
)

// Check looks for what cannot be in people.tsv, members.tsv and chairs.tsv: dates that are none, terms that end before they
// begin, two holders at once of an office that one person holds, one person under two ids, chairs that are no members.
// Gaps, what may merely be missing, are apart: offices of states without a holder between two holders since 2000.
func Check(k *knowledge.Base) (problems, gaps []error) {
	c := checker{k: k, posts: map[seat][]held{}}
	for i := range k.Items {
		switch it := &k.Items[i]; it.Kind {
		case doc.Person:
			c.person(it)
		case doc.Organisation:
			c.organisation(it)
		}
	}
	c.offices()
	c.twins()
	for _, list := range []*[]*knowledge.Problem{&c.problems, &c.gaps} {
		slices.SortFunc(*list, func(a, b *knowledge.Problem) int {
			return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Detail, b.Detail))
		})
	}
	return errorsOf(c.problems), errorsOf(c.gaps)
}

func errorsOf(list []*knowledge.Problem) []error {
	out := make([]error, len(list))
	for i, p := range list {
		out[i] = p
	}
	return out
}

// checker collects the problems.
type checker struct {
	k              *knowledge.Base
	posts          map[seat][]held
	problems, gaps []*knowledge.Problem
}

// seat is an office that one person holds at a time: an envoy's is one in each state.
type seat struct{ office, code, at string }

// held is a person's term in it.
type held struct {
	who *knowledge.Item
	knowledge.Term
}

func (c *checker) add(file string, line int32, code, format string, args ...any) {
	c.problems = append(c.problems, &knowledge.Problem{File: file, Line: int(line), Col: 1, Code: code, Detail: fmt.Sprintf(format, args...)})
}

func (c *checker) person(it *knowledge.Item) {
	for _, t := range it.Terms {
		c.period(peopleFile, t.Line, it.ID, t.Since, t.Until)
		o := c.k.Item(doc.Office, t.Office)
		if o == nil {
			continue
		}
		if o.SameAs != "" {
			o = c.k.Item(doc.Office, o.SameAs)
		}
		if o.Single {
			s := seat{o.ID, t.Code, t.At}
			c.posts[s] = append(c.posts[s], held{it, t})
		}
	}
}

// period checks the form and the order of two dates.
func (c *checker) period(file string, line int32, what, since, until string) {
	for _, d := range []string{since, until} {
		if checkDate(d) != nil {
			c.add(file, line, "bad-date", "%s: %s: want a year, month or day such as 2021-07-28", what, d)
		}
	}
	if since != "" && until != "" && knowledge.LastDay(until) < knowledge.FirstDay(since) {
		c.add(file, line, "bad-period", "%s: ends on %s, before it begins on %s", what, until, since)
	}
}

// offices looks at each seat in the order of time.
func (c *checker) offices() {
	for s, list := range c.posts {
		slices.SortStableFunc(list, func(a, b held) int { return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.who.ID, b.who.ID)) })
		for i := 1; i < len(list); i++ {
			c.pair(s, &list[i-1], &list[i])
		}
	}
}

// pair compares two terms that follow each other. Only what is certain in dates of any precision is a problem: an end in
// 2019 and a beginning in 2019 may be one day.
func (c *checker) pair(s seat, a, b *held) {
	where := strings.TrimSpace(s.office + " of " + s.code + " " + s.at)
	switch {
	case a.who == b.who:
	case a.Until == "":
		c.add(peopleFile, a.Line, "no-end", "%s: %s has no end, but %s follows on %s", where, a.who.ID, b.who.ID, b.Since)
	case knowledge.FirstDay(a.Until) > knowledge.LastDay(b.Since):
		c.add(peopleFile, a.Line, "two-holders", "%s: %s until %s, %s since %s", where, a.who.ID, a.Until, b.who.ID, b.Since)
	case knowledge.LastDay(a.Until) < knowledge.FirstDay(b.Since) && b.Since >= "2000" && c.days(a.Until, b.Since) > maxGap:
		c.gaps = append(c.gaps, &knowledge.Problem{File: peopleFile, Line: int(b.Line), Col: 1, Code: "gap",
			Detail: fmt.Sprintf("%s: nobody from %s to %s", where, a.Until, b.Since)})
	}
}

// maxGap is how many days an office may be vacant before a holder is thought to be missing.
const maxGap = 60

func (c *checker) days(from, to string) int {
	a, _, ok := record.Days(from)
	b, _, alsoOK := record.Days(to)
	if !ok || !alsoOK {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

// twins looks for one person under two ids: the same English name, or the same Hindi name and state.
func (c *checker) twins() {
	first := map[string]*knowledge.Item{}
	for i := range c.k.Items {
		it := &c.k.Items[i]
		if it.Kind != doc.Person {
			continue
		}
		for _, key := range []string{"en " + strings.ToLower(it.English), "hi " + it.Hindi + " " + it.Code} {
			if other := first[key]; other != nil && other != it {
				c.add(peopleFile, it.Terms[0].Line, "duplicate-name", "%s has the name of %s", it.ID, other.ID)
				break
			}
			first[key] = it
		}
	}
}

func (c *checker) organisation(org *knowledge.Item) {
	for i, m := range org.Members {
		c.period(membersFile, m.Line, org.ID+" "+m.Code, m.Since, m.Until)
		if i > 0 && org.Members[i-1].Code == m.Code && knowledge.Overlap(org.Members[i-1].Since, org.Members[i-1].Until, m.Since, m.Until) {
			c.add(membersFile, m.Line, "twice-member", "%s: %s is a member already on %s", org.ID, m.Code, m.Since)
		}
	}
	for i, m := range org.Chairs {
		c.period(chairsFile, m.Line, org.ID+" "+m.Code, m.Since, m.Until)
		if len(org.Members) > 0 && !belongs(org, m) {
			c.add(chairsFile, m.Line, "chair-not-member", "%s: %s is no member on %s", org.ID, m.Code, m.Since)
		}
		if i > 0 && knowledge.FirstDay(org.Chairs[i-1].Until) > knowledge.LastDay(m.Since) && org.Chairs[i-1].Until != "" {
			c.add(chairsFile, m.Line, "two-holders", "%s: %s presides on %s already", org.ID, org.Chairs[i-1].Code, m.Since)
		}
	}
}

// belongs says whether who presides is a member when that begins.
func belongs(org *knowledge.Item, chair knowledge.Member) bool {
	return slices.ContainsFunc(org.Members, func(m knowledge.Member) bool {
		return m.Code == chair.Code && knowledge.Overlap(m.Since, m.Until, chair.Since, chair.Since)
	})
}
