package mcp_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"varta"
	"varta/internal/archive"
	"varta/internal/ingest"
	"varta/internal/mcp"
	"varta/record"
)

// The report of the meeting in Dushanbe, in short and in our words.
const dushanbe = `{"id":"dushanbe","published":"2021-07-29","text":"रक्षा मंत्री राजनाथ सिंह ने बुधवार को दुशांबे में रूस के रक्षा मंत्री सर्गेई शोइगु से मुलाकात की। राजनाथ सिंह ने कहा कि आतंकवाद मानवता के खिलाफ अपराध है। रूस शंघाई सहयोग संगठन का सदस्य है।"}`

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// client is the SDK's own client, connected to a server with an archive of one report.
func client(t *testing.T) *sdk.ClientSession {
	t.Helper()
	reader, err := varta.Open(varta.Options{})
	check(t, err)
	dir := t.TempDir()
	a, err := archive.Open(t.Context(), filepath.Join(dir, "varta.db"), archive.Options{})
	check(t, err)
	t.Cleanup(func() { check(t, a.Close()) })
	file := filepath.Join(dir, "reports.jsonl")
	check(t, os.WriteFile(file, []byte(dushanbe+"\n"), 0o600))
	_, err = a.Add(t.Context(), (&ingest.Source{}).Items(t.Context(), []string{file}), archive.AddOptions{Workers: 1}, func(o archive.Outcome) { check(t, o.Err) })
	check(t, err)
	near, far := sdk.NewInMemoryTransports()
	_, err = mcp.New(reader, a).Connect(t.Context(), far, nil)
	check(t, err)
	session, err := sdk.NewClient(&sdk.Implementation{Name: "test"}, nil).Connect(t.Context(), near, nil)
	check(t, err)
	t.Cleanup(func() { check(t, session.Close()) })
	return session
}

func call[T any](t *testing.T, c *sdk.ClientSession, name string, args map[string]any) (out T, problem string) {
	t.Helper()
	got, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: name, Arguments: args})
	check(t, err)
	text := got.Content[0].(*sdk.TextContent).Text
	if got.IsError {
		return out, text
	}
	check(t, json.Unmarshal([]byte(text), &out))
	return out, ""
}

type list[T any] struct{ Items []T }

// A question about the events of a report is answered with the words that support it.
func TestActs(t *testing.T) {
	c := client(t)
	got, problem := call[list[record.Act]](t, c, "find_acts", map[string]any{"parties": []string{"Rajnath Singh", "रूस"}, "since": "2021-07"})
	if problem != "" || len(got.Items) != 1 {
		t.Fatalf("%d acts, %s", len(got.Items), problem)
	}
	a := got.Items[0]
	if a.Type != "CONSULT" || a.Date == nil || a.Date.Value != "2021-07-28" || len(a.Tellings) != 1 || a.Tellings[0].Report != "dushanbe" ||
		!strings.Contains(a.Tellings[0].Evidence[0].Quote, "मुलाकात की") {
		t.Errorf("%+v", a)
	}
}

func TestTools(t *testing.T) {
	c := client(t)
	said, problem := call[list[struct{ Content string }]](t, c, "find_statements", map[string]any{"speaker": "IND"})
	if problem != "" || len(said.Items) != 1 || !strings.Contains(said.Items[0].Content, "मानवता") {
		t.Errorf("statements: %+v %s", said, problem)
	}
	facts, problem := call[list[struct{ Fact record.Fact }]](t, c, "find_facts", map[string]any{"parties": []string{"SCO"}})
	if problem != "" || len(facts.Items) != 1 || facts.Items[0].Fact.Kind != "member_of" {
		t.Errorf("facts: %+v %s", facts, problem)
	}
	who, problem := call[list[varta.Tenure]](t, c, "who", map[string]any{"name": "Russian defence minister", "on": "2021-07-28"})
	if problem != "" || len(who.Items) != 1 || who.Items[0].Name != "Sergei Shoigu" {
		t.Errorf("who: %+v %s", who, problem)
	}
	report, problem := call[record.Record](t, c, "get_report", map[string]any{"id": "dushanbe"})
	if problem != "" || len(report.Events) == 0 || report.Report.Text == "" {
		t.Errorf("report: %+v %s", report, problem)
	}
	read, problem := call[record.Record](t, c, "read_report", map[string]any{"text": "भारत ने चीन से बातचीत की।"})
	if problem != "" || len(read.Events) != 1 {
		t.Errorf("read: %+v %s", read, problem)
	}
}

// What cannot be asked comes back as a problem that an assistant can mend.
func TestProblems(t *testing.T) {
	c := client(t)
	for tool, args := range map[string]map[string]any{
		"find_acts":   {"types": []string{"MEET"}},
		"get_report":  {"id": "none"},
		"who":         {"name": "QQQ"},
		"read_report": {"text": ""},
	} {
		if _, problem := call[any](t, c, tool, args); problem == "" {
			t.Errorf("%s %v: no problem", tool, args)
		}
	}
}
