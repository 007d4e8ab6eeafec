package export_test

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"varta/record"
)

func TestGeoJSON(t *testing.T) {
	content, tally := write(t, "geojson", source(meeting(), summit()))
	var got struct {
		Type     string
		Features []struct {
			ID       string
			Geometry struct {
				Type        string
				Coordinates []float64
			}
			Properties map[string]any
		}
	}
	if err := json.Unmarshal([]byte(content), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Features) != 1 || got.Type != "FeatureCollection" || tally.Left["no place on the map"] != 4 {
		t.Fatalf("%s, tally %v", content, tally)
	}
	f := got.Features[0]
	if c := f.Geometry.Coordinates; c[0] != 77.22445 || c[1] != 28.63576 {
		t.Errorf("longitude comes first: %v", c)
	}
	if f.Properties["until"] != nil || f.Properties["date"] != "2024-03-04" {
		t.Errorf("properties %v", f.Properties)
	}
}

func TestGEXF(t *testing.T) {
	content, _ := write(t, "gexf", source(again("2024-02-01"), meeting(), summit()))
	var got struct {
		XMLName xml.Name `xml:"http://www.gexf.net/1.3 gexf"`
		Graph   struct {
			Mode  string `xml:"mode,attr"`
			Nodes []struct {
				ID    string `xml:"id,attr"`
				Label string `xml:"label,attr"`
			} `xml:"nodes>node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Weight string `xml:"weight,attr"`
				Spells []struct {
					Start string `xml:"start,attr"`
					End   string `xml:"end,attr"`
				} `xml:"spells>spell"`
			} `xml:"edges>edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal([]byte(content), &got); err != nil {
		t.Fatal(err)
	}
	labels := map[string]string{}
	for _, n := range got.Graph.Nodes {
		labels[n.ID] = n.Label
	}
	if l := labels["person:s-jaishankar"]; strings.ReplaceAll(l, "\r", "") != strings.ReplaceAll(hostile, "\r", "") {
		t.Errorf("the label is %q", l)
	}
	if len(got.Graph.Edges) != 4 || got.Graph.Mode != "dynamic" {
		t.Fatalf("%d edges: %s", len(got.Graph.Edges), content)
	}
	for _, e := range got.Graph.Edges {
		if labels[e.Source] == "" || labels[e.Target] == "" {
			t.Errorf("edge %v has no node", e)
		}
	}
	e := got.Graph.Edges[3]
	if e.Weight != "2" || len(e.Spells) != 2 || e.Spells[0].Start != "2024-02-01" || e.Spells[1].Start != "2024-03-04" {
		t.Errorf("the edge of two meetings is %+v", e)
	}
}

// again is the meeting of another day.
func again(date string) *record.Record {
	r := meeting()
	r.ID, r.Events = "again", r.Events[:1]
	d := *r.Events[0].Date
	d.Value = date
	r.Events[0].Date = &d
	return r
}

func TestGraphML(t *testing.T) {
	content, _ := write(t, "graphml", source(again("2024-02-01"), meeting()))
	type data struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
	var got struct {
		XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
		Keys    []struct {
			ID string `xml:"id,attr"`
		} `xml:"key"`
		Edges []struct {
			Data []data `xml:"data"`
		} `xml:"graph>edge"`
	}
	if err := xml.Unmarshal([]byte(content), &got); err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	for _, k := range got.Keys {
		declared[k.ID] = true
	}
	values := map[string]string{}
	for _, d := range got.Edges[0].Data {
		if !declared[d.Key] {
			t.Errorf("key %s is not declared", d.Key)
		}
		values[d.Key] = d.Value
	}
	if values["weight"] != "2" || values["meetings"] != "2024-02-01 2024-03-04" {
		t.Errorf("the edge has %v", values)
	}
}
