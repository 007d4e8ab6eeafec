package merge

import (
	"math"
	"slices"
	"strconv"

	"varta/record"
)

// Verdict is what Match finds. Two tellings are of one act when their score reaches [Enough].
type Verdict struct {
	Score   float64
	Reasons []Reason
}

// Reason is one thing that speaks for or against two tellings being of one act. A contradiction settles it.
type Reason struct {
	What          string  `json:"what"`
	Detail        string  `json:"detail"`
	Weight        float64 `json:"weight"`
	Contradiction bool    `json:"contradiction,omitempty"`
}

// Enough is the score from which on two tellings are of one act.
const Enough = 4.5

// Likely is the score that is enough for a report without a date, where one act alone is dated, is of the same parties and
// lies in the time about the report.
const Likely = 3.5

// Needed is the score that was enough for two tellings that were joined.
func (v Verdict) Needed() float64 {
	if v.Same() {
		return Enough
	}
	return Likely
}

// Sole is the reason for which what is only likely was enough.
func Sole() Reason {
	return Reason{What: "only", Detail: "no other act of these parties can be meant"}
}

// Same says whether the tellings are of one act.
func (v Verdict) Same() bool { return v.Score >= Enough }

// Match weighs whether two tellings are of one act. It looks at nothing but the two, and is symmetric.
func Match(a, b *Telling) Verdict {
	if Before(a, b) > 0 {
		a, b = b, a
	}
	m := matching{a: a, b: b, explain: true}
	m.weigh()
	if !m.against && len(common(Keys(a), Keys(b))) == 0 {
		m.contradict("keys", "too little in common to be compared")
	}
	if m.against {
		m.score = 0
	}
	return Verdict{m.score, m.reasons}
}

// weighed is what a comparison comes to.
type weighed struct {
	score float64
	words int // of the evidence that agree
}

// likely says whether it is enough for the only act that can be meant. Other acts need a word that agrees, a meeting of an
// organisation, which is told by its name alone, a day that is near.
func (w weighed) likely(assembly bool) bool {
	if assembly {
		return w.score >= Likely+0.5
	}
	return w.score >= Likely && w.words > 0
}

// weigh is Match without the reasons, for two that share a key; it stops at the first contradiction.
func weigh(a, b *Telling) weighed {
	if Before(a, b) > 0 {
		a, b = b, a
	}
	m := matching{a: a, b: b}
	m.weigh()
	if m.against {
		return weighed{}
	}
	return weighed{m.score, m.words}
}

type matching struct {
	a, b    *Telling
	words   int // that the evidence of both has
	explain bool
	score   float64
	against bool
	reasons []Reason
}

func (m *matching) weigh() {
	m.words = agreeing(m.a.Words, m.b.Words)
	for _, step := range steps {
		if m.against && !m.explain {
			return
		}
		step(m)
	}
}

var steps = [...]func(*matching){(*matching).types, (*matching).modes, (*matching).sides, (*matching).people, (*matching).dates,
	(*matching).places, (*matching).occasions, (*matching).wording, (*matching).outcome, (*matching).report}

// What reasons say is put together only where somebody reads them.

func (m *matching) join(list []string) string {
	if !m.explain {
		return ""
	}
	return join(list)
}

func (m *matching) when(t *Telling) string {
	if !m.explain {
		return ""
	}
	return when(t)
}

func (m *matching) label(p *Place) string {
	if !m.explain {
		return ""
	}
	return label(p)
}

func (m *matching) add(weight float64, what, detail string) {
	m.score += weight
	if m.explain && detail != "" {
		m.reasons = append(m.reasons, Reason{what, detail, math.Round(weight*100) / 100, false})
	}
}

func (m *matching) contradict(what, detail string) {
	m.against = true
	if m.explain {
		m.reasons = append(m.reasons, Reason{what, detail, 0, true})
	}
}

func (m *matching) types() {
	switch {
	case m.a.Type == m.b.Type:
		m.add(0, "type", m.a.Type)
	case family(m.a) != family(m.b):
		m.contradict("type", m.a.Type+" is not "+m.b.Type)
	case m.a.directed() != m.b.directed() || m.words < 2:
		m.contradict("type", m.a.Type+" is not "+m.b.Type+", and the words differ")
	default:
		m.add(-1, "type", m.a.Type+" and "+m.b.Type+" are told for one another")
	}
}

// apart are modes that one of two tellings of an act does not just leave out: a call is no meeting, a visit not the
// talks on it.
var apart = []string{"phone", "third-party", "visit"}

func (m *matching) modes() {
	if m.a.Type == "CONSULT" || m.b.Type == "CONSULT" {
		for _, mode := range apart {
			switch a, b := slices.Contains(m.a.Modes, mode), slices.Contains(m.b.Modes, mode); {
			case a != b:
				m.contradict("mode", "one is "+mode)
			case a:
				m.add(0.4, "mode", mode)
			}
		}
		return
	}
	if len(m.a.Modes) == 0 || len(m.b.Modes) == 0 {
		return
	}
	if shared := common(m.a.Modes, m.b.Modes); len(shared) > 0 {
		m.add(0.5, "mode", m.join(shared))
		return
	}
	m.contradict("mode", m.join(m.a.Modes)+" is not "+m.join(m.b.Modes))
}

func (m *matching) dates() {
	score, why, ok := meet(m.a, m.b)
	if !ok {
		m.contradict("date", m.when(m.a)+" is not "+m.when(m.b))
		return
	}
	if m.vague() {
		score /= 2
	}
	m.add(3*score, "date", why+": "+m.when(m.a)+", "+m.when(m.b))
}

// vague says that nearness in time alone tells little: one report has no date, acts of the type come often, and the
// words differ.
func (m *matching) vague() bool {
	if m.a.Date.Precision != Undated && m.b.Date.Precision != Undated || m.words > 1 || m.a.Type == "CONSULT" || m.a.Type == "COOPERATE" {
		return false
	}
	return !m.a.deed() || (len(m.a.Modes) == 0) != (len(m.b.Modes) == 0)
}

func (m *matching) places() {
	p, q := m.a.Place, m.b.Place
	switch {
	case p == nil || q == nil:
	case p.Code == record.Unknown && q.Code == record.Unknown && p.Name != "" && p.Name == q.Name:
		m.add(1.2, "place", "in "+p.Name)
	case p.Code == record.Unknown || q.Code == record.Unknown:
	case p.Code != q.Code && (p.Far || q.Far):
		m.add(-elsewhere, "place", m.label(p)+" is not "+m.label(q)+", but not all words of the evidence say so")
	case p.Code != q.Code:
		m.contradict("place", m.label(p)+" is not "+m.label(q))
	case p.Name == "" || q.Name == "":
		m.add(0.3, "place", "in "+p.Code)
	case near(p, q):
		m.add(1.2, "place", "in "+m.label(p))
	case p.Wide || q.Wide:
	case m.a.Type == "CONSULT" && m.a.Date.Precision == Exact && m.a.Date == m.b.Date:
		m.add(-1, "place", m.label(p)+" is not "+m.label(q))
	default:
		m.contradict("place", m.label(p)+" is not "+m.label(q))
	}
}

// elsewhere is what another state costs that a report does not name with the act.
const elsewhere = 1.2

// near says whether two spots are one, or lie within a town of each other.
func near(p, q *Place) bool {
	if p.Name == q.Name || p.ID != 0 && p.ID == q.ID {
		return true
	}
	if p.Lat == nil || q.Lat == nil || p.Lon == nil || q.Lon == nil {
		return false
	}
	const town, degree = 30, 111.2
	dy := (*p.Lat - *q.Lat) * degree
	dx := (*p.Lon - *q.Lon) * degree * math.Cos(*p.Lat*math.Pi/180)
	return dx*dx+dy*dy < town*town
}

// occasions compares what the acts took place at.
func (m *matching) occasions() {
	p, q := m.a.At, m.b.At
	if p == nil || q == nil {
		return
	}
	if p.Date.Precision == Exact && q.Date.Precision == Exact && p.Date.gap(q.Date) > slip ||
		p.Place != nil && q.Place != nil && p.Place.Code != q.Place.Code {
		m.contradict("occasion", "at different occasions")
		return
	}
	if shared := common(p.Codes, q.Codes); len(shared) > 0 {
		m.add(0.6, "occasion", "both at a meeting of "+m.join(shared))
	}
}

// wording weighs the words of the evidence that agree.
func (m *matching) wording() {
	least := min(len(m.a.Words), len(m.b.Words))
	if m.words == 0 {
		if m.a.verbal() && least > 2 {
			m.add(-1.2, "words", "no word of the evidence agrees")
		}
		return
	}
	n := float64(m.words)
	m.add(min(0.25*n, 1)*min(1, 2*n/float64(least)), "words", strconv.Itoa(m.words)+" words of the evidence agree")
}

// agreeing counts the words that both lists have, which are in order.
func agreeing(a, b []uint16) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}

// report speaks against two events that one report tells as two, unless they are meetings of one organisation on one day:
// that is named again and again, and read as one only where the words are alike.
func (m *matching) report() {
	if m.a.Report != m.b.Report {
		return
	}
	if m.a.many() && len(common(m.a.Bodies, m.b.Bodies)) > 0 && m.a.Date.Precision == Exact && m.b.Date.Precision == Exact && m.a.Date.gap(m.b.Date) == 0 {
		return
	}
	m.add(-1, "report", "it tells them as two")
}

// outcome keeps what did not happen apart from what did, unless one is the plan of the other.
func (m *matching) outcome() {
	if m.a.ahead() || m.b.ahead() || (m.a.Status == record.Denied) == (m.b.Status == record.Denied) {
		return
	}
	m.contradict("status", "one happened, the other did not")
}

func when(t *Telling) string {
	if t.Date.Precision == Undated {
		return "report of " + t.Published.String()
	}
	if t.Date.From != t.Date.Until && t.Date.Precision == Exact {
		return t.Date.From.String() + "/" + t.Date.Until.String()
	}
	return t.Date.From.String()[:[...]int{0, 4, 7, 10}[t.Date.Precision]]
}

func label(p *Place) string {
	if p.Name == "" {
		return p.Code
	}
	return p.Name + " " + p.Code
}
