package server

import (
	"fmt"
	"html/template"
	"strings"
)

// The drawing of a timeline, in units of its view box.
const (
	chartWidth  = 1000
	chartHeight = 220
	chartHead   = 20 // above them, for how many the highest has
	chartFoot   = 22 // below the columns, for the labels
	labelWidth  = 58
	labelRoom   = 72 // from one label to the next
)

// timelineSVG draws the columns of a timeline, each a link to what it stands for. Text and addresses are escaped here,
// for a template takes the drawing as it is.
func timelineSVG(v timelineView) template.HTML {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="timeline" viewBox="0 0 %d %d" role="group" aria-label="Acts by %s; the table below says the same">`, chartWidth, chartHeight, v.By)
	width := float64(chartWidth) / float64(len(v.Columns))
	scale := float64(chartHeight-chartFoot-chartHead) / float64(max(1, v.Most))
	fmt.Fprintf(&b, `<text class="most" x="4" y="14">%d</text>`, v.Most)
	labelled := -1.0
	for i, c := range v.Columns {
		x := float64(i) * width
		if c.Total > 0 {
			drawColumn(&b, v, c, x, width, scale)
		}
		if (x-labelled >= labelRoom || labelled < 0) && x+labelWidth <= chartWidth {
			fmt.Fprintf(&b, `<text x="%.1f" y="%d">%s</text>`, x+width*gap/2, chartHeight-6, template.HTMLEscapeString(c.Key))
			labelled = x
		}
	}
	fmt.Fprintf(&b, `<line x1="0" x2="%d" y1="%d" y2="%d" class="axis"/>`, chartWidth, chartHead, chartHead)
	fmt.Fprintf(&b, `<line x1="0" x2="%d" y1="%d" y2="%d" class="axis"/></svg>`, chartWidth, chartHeight-chartFoot, chartHeight-chartFoot)
	return template.HTML(b.String())
}

// gap is the room between columns, where they are wide enough.
const gap = 0.18

func drawColumn(b *strings.Builder, v timelineView, c column, x, width, scale float64) {
	label := fmt.Sprintf("%s: %d acts", c.Key, c.Total)
	fmt.Fprintf(b, `<a href="%s" aria-label="%s"><title>%s</title>`, template.HTMLEscapeString(v.zoomed(c.Key)), label, label)
	y := float64(chartHeight - chartFoot)
	for _, quad := range quads {
		n := c.ByQuad[quad]
		if n == 0 {
			continue
		}
		h := float64(n) * scale
		y -= h
		fmt.Fprintf(b, `<rect class="q%d" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>`, quad, x+width*gap/2, y, width*(1-gap), h)
	}
	b.WriteString("</a>")
}

// zoomed is the address of what a column stands for: the timeline of a year or month, the acts of a day.
func (v timelineView) zoomed(key string) string {
	q := v.between(key, key)
	if v.By == "day" {
		return address("/acts", q)
	}
	return address("/timeline", q)
}
