package export

import (
	"encoding/xml"
	"strconv"
)

// The elements of GEXF 1.3 and of GraphML; encoding/xml escapes what stands in them.
type (
	gexfNode struct {
		XMLName xml.Name    `xml:"node"`
		ID      string      `xml:"id,attr"`
		Label   string      `xml:"label,attr"`
		Values  []gexfValue `xml:"attvalues>attvalue"`
	}
	gexfEdge struct {
		XMLName xml.Name    `xml:"edge"`
		ID      string      `xml:"id,attr"`
		Source  string      `xml:"source,attr"`
		Target  string      `xml:"target,attr"`
		Weight  string      `xml:"weight,attr"`
		Values  []gexfValue `xml:"attvalues>attvalue"`
		Spells  []gexfSpell `xml:"spells>spell"`
	}
	gexfValue struct {
		For   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	}
	gexfSpell struct {
		Start string `xml:"start,attr"`
		End   string `xml:"end,attr"`
	}
	graphNode struct {
		XMLName xml.Name    `xml:"node"`
		ID      string      `xml:"id,attr"`
		Data    []graphData `xml:"data"`
	}
	graphEdge struct {
		XMLName xml.Name    `xml:"edge"`
		ID      string      `xml:"id,attr"`
		Source  string      `xml:"source,attr"`
		Target  string      `xml:"target,attr"`
		Data    []graphData `xml:"data"`
	}
	graphData struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
)

const gexfHead = xml.Header + `<gexf xmlns="http://www.gexf.net/1.3" version="1.3">
<meta><creator>varta</creator><description>Who met whom</description></meta>
<graph mode="dynamic" defaultedgetype="undirected" idtype="string" timeformat="date" timerepresentation="interval">
<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="code" title="code" type="string"/><attribute id="office" title="office" type="string"/></attributes>
<attributes class="edge"><attribute id="acts" title="acts" type="string"/></attributes>
<nodes>
`

func writeGEXF(j *job) error {
	n, err := j.gather()
	if err != nil {
		return err
	}
	nodes, edges := n.sorted()
	j.out.WriteString(gexfHead)
	for _, v := range nodes {
		x := gexfNode{ID: v.id, Label: v.label, Values: []gexfValue{{"kind", v.kind}, {"code", v.code}, {"office", v.office}}}
		if err := j.xml(x); err != nil {
			return err
		}
	}
	j.out.WriteString("</nodes>\n<edges>\n")
	for i, e := range edges {
		x := gexfEdge{
			ID: strconv.Itoa(i), Source: e.source, Target: e.target, Weight: strconv.Itoa(len(e.spells)),
			Values: []gexfValue{{"acts", e.acts()}},
		}
		for _, s := range e.spells {
			if s.start != "" {
				x.Spells = append(x.Spells, gexfSpell{s.start, s.end})
			}
		}
		if err := j.xml(x); err != nil {
			return err
		}
	}
	_, err = j.out.WriteString("</edges>\n</graph>\n</gexf>\n")
	return err
}

const graphHead = xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="code" for="node" attr.name="code" attr.type="string"/>
<key id="office" for="node" attr.name="office" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
<key id="first" for="edge" attr.name="first" attr.type="string"/>
<key id="last" for="edge" attr.name="last" attr.type="string"/>
<key id="meetings" for="edge" attr.name="meetings" attr.type="string"/>
<key id="acts" for="edge" attr.name="acts" attr.type="string"/>
<graph id="met" edgedefault="undirected">
`

func writeGraphML(j *job) error {
	n, err := j.gather()
	if err != nil {
		return err
	}
	nodes, edges := n.sorted()
	j.out.WriteString(graphHead)
	for _, v := range nodes {
		x := graphNode{ID: v.id, Data: data("label", v.label, "kind", v.kind, "code", v.code, "office", v.office)}
		if err := j.xml(x); err != nil {
			return err
		}
	}
	for i, e := range edges {
		x := graphEdge{
			ID: "e" + strconv.Itoa(i), Source: e.source, Target: e.target,
			Data: data("weight", strconv.Itoa(len(e.spells)), "first", e.spells[0].start,
				"last", e.spells[len(e.spells)-1].start, "meetings", e.meetings(), "acts", e.acts()),
		}
		if err := j.xml(x); err != nil {
			return err
		}
	}
	_, err = j.out.WriteString("</graph>\n</graphml>\n")
	return err
}

// data are pairs of key and value; a value that is not known is left out.
func data(pairs ...string) []graphData {
	var out []graphData
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, graphData{pairs[i], pairs[i+1]})
		}
	}
	return out
}

// xml writes an element on a line of its own.
func (j *job) xml(v any) error {
	b, err := xml.Marshal(v)
	if err != nil {
		return err
	}
	j.out.Write(b)
	return j.out.WriteByte('\n')
}
