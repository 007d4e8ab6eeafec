package export

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"varta/record"
)

// mentions is how often the act is told, in all reports.
func (t *Told) mentions() int {
	n := 0
	for _, l := range t.Act.Tellings {
		n += max(1, len(l.Evidence))
	}
	return n
}

// articles is the number of reports that tell the act.
func (t *Told) articles() int {
	seen := map[string]bool{}
	for _, l := range t.Act.Tellings {
		seen[l.Report] = true
	}
	return len(seen)
}

// sources are the publishers of the reports, each once, in the order of the tellings; a report without one is its own.
func (t *Told) sources() []string { return t.each(t.source) }

// publishers are the same, without reports of which nobody knows who published them.
func (t *Told) publishers() string { return strings.Join(t.each(t.publisher), "; ") }

// each is what a function says of the tellings, each once.
func (t *Told) each(says func(int) string) []string {
	var out []string
	for i := range t.Act.Tellings {
		if s := says(i); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// source is who published a telling, else the report itself.
func (t *Told) source(i int) string { return cmp.Or(t.publisher(i), t.Act.Tellings[i].Report) }

// publisher is who published a telling: the publisher, else the host of its address, else the agency.
func (t *Told) publisher(i int) string {
	r := t.report(i)
	if r == nil {
		return ""
	}
	if r.Publisher != "" {
		return string(r.Publisher)
	}
	return cmp.Or(host(string(r.URL)), string(r.Agency))
}

// report is the report of a telling, nil where it is lost.
func (t *Told) report(i int) *record.Report {
	if i < len(t.Reports) {
		return t.Reports[i]
	}
	return nil
}

// address is the URL of a telling's report, else the ID of its record.
func (t *Told) address(i int) string {
	if i >= len(t.Act.Tellings) {
		return ""
	}
	if r := t.report(i); r != nil && r.URL != "" {
		return string(r.URL)
	}
	return t.Act.Tellings[i].Report
}

// url is the address of the first report that has one.
func (t *Told) url() string {
	for _, r := range t.Reports {
		if r != nil && r.URL != "" {
			return string(r.URL)
		}
	}
	return ""
}

// quote is the first words that tell the act.
func (t *Told) quote() string {
	for _, l := range t.Act.Tellings {
		for _, e := range l.Evidence {
			return e.Quote
		}
	}
	return ""
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
