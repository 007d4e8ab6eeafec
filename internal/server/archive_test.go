package server_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"varta"
	"varta/internal/archive"
	"varta/internal/ingest"
	"varta/internal/server"
	"varta/internal/store"
	"varta/record"
)

// published are the dates of the reports that ship with the project; evil is a report whose words attack a page.
var published = map[string]string{"samarkand": "2022-09-17", "doha": "2020-02-29", "visa": "2023-09-22", "colombo": "2024-03-04"}

var evil = varta.Report{
	ID: `<b>"x'`, Title: `<script>alert("title")</script>`, URL: `javascript:alert("url")`, Publisher: `"><img src=x onerror=alert(1)>`, Published: "2024-05-06",
	Text: `रूस के राष्ट्रपति व्लादिमीर पुतिन ने सोमवार को भारत के प्रधानमंत्री नरेंद्र मोदी से मुलाकात की। <script>alert("text")</script> =HYPERLINK("x")`,
}

// filled is a server with an archive of these reports.
func filled(t *testing.T) *server.Server {
	t.Helper()
	c := config(t)
	c.Archive = newArchive(t)
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func newArchive(t *testing.T) *archive.Archive {
	t.Helper()
	dir := t.TempDir()
	a, err := archive.Open(t.Context(), filepath.Join(dir, "varta.db"), archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	var lines bytes.Buffer
	for id, date := range published {
		b, err := os.ReadFile("../../testdata/reports/" + id + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		encode(t, &lines, varta.Report{ID: id, Text: string(b), Published: date})
	}
	encode(t, &lines, evil)
	file := filepath.Join(dir, "reports.jsonl")
	if err := os.WriteFile(file, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	sum, err := a.Add(t.Context(), (&ingest.Source{}).Items(t.Context(), []string{file}), archive.AddOptions{Workers: 2}, func(archive.Outcome) {})
	if err != nil || sum.Added != len(published)+1 {
		t.Fatalf("%+v %v", sum, err)
	}
	return a
}

func encode(t *testing.T, b *bytes.Buffer, v any) {
	t.Helper()
	if err := json.NewEncoder(b).Encode(v); err != nil {
		t.Fatal(err)
	}
}

func get(s http.Handler, path string, header ...string) *http.Response {
	r := httptest.NewRequest("GET", path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	return send(s, r)
}

// items are those of an answer of the API.
func items[T any](t *testing.T, s http.Handler, path string) []T {
	t.Helper()
	got := get(s, path)
	var out struct {
		Items []T `json:"items"`
	}
	if err := json.NewDecoder(got.Body).Decode(&out); err != nil || got.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %v", path, got.StatusCode, err)
	}
	return out.Items
}

// Every page answers, says what it should and never has markup of a report.
func TestPages(t *testing.T) {
	s := filled(t)
	act := items[struct{ ID string }](t, s, "/api/v1/acts?party=LKA&type=COERCE")[0].ID
	for path, want := range map[string]string{
		"/reports": "colombo",
		"/reports?text=" + url.QueryEscape("मछुआरों"): "colombo",
		"/reports/colombo":                      "नौसेना",
		"/reports/" + url.PathEscape(evil.ID):   "alert",
		"/acts":                                 "Narendra Modi",
		"/acts?party=IND,LKA&type=COERCE":       "/acts/" + act,
		"/acts/" + act:                          "मछुआरों को हिरासत में लिया",
		"/timeline":                             "<rect",
		"/timeline?since=2024&until=2024":       "since=2024-03",
		"/timeline?since=2024-03&until=2024-03": "2024-03-04: 1 acts",
		"/map":                                  "New Delhi",
		"/network":                              "/acts?party=IND",
		"/entities":                             "India",
		"/entities?name=modi":                   "Narendra Modi",
		"/entities/SCO":                         "Tajikistan",
		"/entities/person:narendra-modi":        "prime minister",
		"/entities/NAM":                         "Two have the code NAM",
		"/entities/Namibia":                     "Member of",
		"/entities/Non-Aligned%20Movement":      "Members",
	} {
		got := get(s, path)
		page := body(t, got)
		if got.StatusCode != http.StatusOK || !strings.Contains(page, want) {
			t.Errorf("%s: %d, without %q", path, got.StatusCode, want)
		}
		for _, bad := range []string{"<script>alert", "<img src=x", `href="javascript:`} {
			if strings.Contains(page, bad) {
				t.Errorf("%s: %s reached the page", path, bad)
			}
		}
	}
}

// Of a place there are the acts that took place there.
func TestPlace(t *testing.T) {
	got := get(filled(t), "/entities/1261481")
	if to := got.Header.Get("Location"); got.StatusCode != http.StatusSeeOther || to != "/acts?place=New+Delhi" {
		t.Errorf("%d %s", got.StatusCode, to)
	}
}

// A question that cannot be asked is answered with what is wrong, on the page where it was asked.
func TestBadQuestions(t *testing.T) {
	s := filled(t)
	for path, want := range map[string]string{
		"/acts?type=MEET":       "There are",
		"/acts?since=yesterday": "want 2021-07-28",
		"/acts?party=" + url.QueryEscape("अज्ञात नाम"): "अज्ञात नाम",
		"/acts?cursor=x":     "Cursor",
		"/acts?sort=size":    "sorted by",
		"/acts?limit=many":   "limit must be a number",
		"/timeline?radius=5": "needs a place",
		"/map?place=" + url.QueryEscape("'; DROP TABLE acts;--"): "DROP TABLE",
	} {
		got := get(s, path)
		if page := body(t, got); got.StatusCode != http.StatusBadRequest || !strings.Contains(strings.ToLower(text(t, page, "problem")), strings.ToLower(want)) {
			t.Errorf("%s: %d %q, want %q", path, got.StatusCode, text(t, page, "problem"), want)
		}
	}
	for _, path := range []string{"/reports/none", "/acts/act:none", "/entities/QQQ"} {
		if got := get(s, path); got.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, got.StatusCode)
		}
	}
}

// What the API answers is what its description says.
func TestOpenAPI(t *testing.T) {
	s := filled(t)
	act := items[struct{ ID string }](t, s, "/api/v1/acts")[0].ID
	description := get(s, "/api/v1/openapi.json")
	doc, err := jsonschema.UnmarshalJSON(description.Body)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("mem:///openapi.json", doc); err != nil {
		t.Fatal(err)
	}
	addition := `{"corrections": [{"changes": {"type": "ACCUSE", "actors": "LKA", "words": "मछुआरों को हिरासत में लिया"}, "note": "missed"}]}`
	samples := map[string]*http.Response{
		"get /api/v1/openapi.json":              get(s, "/api/v1/openapi.json"),
		"post /api/v1/read":                     send(s, httptest.NewRequest("POST", "/api/v1/read", strings.NewReader(`{"text": "भारत ने चीन से बातचीत की।"}`))),
		"get /api/v1/who":                       get(s, "/api/v1/who?name=Russian+defence+minister&on=2021-07"),
		"get /api/v1/reports/{id}":              get(s, "/api/v1/reports/samarkand"),
		"get /api/v1/reports/{id}/gold":         get(s, "/api/v1/reports/samarkand/gold"),
		"get /api/v1/acts/{id}":                 get(s, "/api/v1/acts/"+act),
		"get /api/v1/stats/{by}":                get(s, "/api/v1/stats/month"),
		"post /api/v1/reports/{id}/corrections": send(s, httptest.NewRequest("POST", "/api/v1/reports/colombo/corrections", strings.NewReader(addition))),
		"get /api/v1/reports/{id}/corrections":  get(s, "/api/v1/reports/colombo/corrections"),
	}
	said := items[store.Correction](t, s, "/api/v1/reports/colombo/corrections")
	samples["delete /api/v1/reports/{id}/corrections"] = send(s, httptest.NewRequest("DELETE", "/api/v1/reports/colombo/corrections?"+url.Values{"target": {said[0].Target}}.Encode(), nil))
	for path, item := range doc.(map[string]any)["paths"].(map[string]any) {
		if path == "/api/v1/export/{format}" { // a file, not JSON
			continue
		}
		for method := range item.(map[string]any) {
			got, ok := samples[method+" "+path]
			if !ok && method == "get" {
				got = get(s, path)
			}
			delete(samples, method+" "+path)
			pointer := fmt.Sprintf("mem:///openapi.json#/paths/%s/%s/responses/200/content/application~1json/schema", strings.NewReplacer("/", "~1", "{", "%7B", "}", "%7D").Replace(path), method)
			schema, err := compiler.Compile(pointer)
			if err != nil {
				t.Fatal(err)
			}
			answer, err := jsonschema.UnmarshalJSON(got.Body)
			if err != nil || got.StatusCode != http.StatusOK {
				t.Errorf("%s %s: %d %v %v", method, path, got.StatusCode, err, answer)
				continue
			}
			if err := schema.Validate(answer); err != nil {
				t.Errorf("%s %s: %v", method, path, err)
			}
		}
	}
	for what := range samples {
		t.Errorf("%s is not described", what)
	}
}

func TestAPIErrors(t *testing.T) {
	s := filled(t)
	for path, want := range map[string]int{
		"/api/v1/acts?type=MEET": 400, "/api/v1/acts/act:none": 404, "/api/v1/reports/none": 404, "/api/v1/stats/weekday": 400, "/api/v1/who": 400,
		"/api/v1/reports/none/corrections": 404, "/api/v1/who?name=QQQ": 404, "/api/v1/who?name=India&on=now": 400, "/api/v1/export/brat": 404, "/api/v1/export/xlsx": 404, "/api/v1/nothing": 404,
	} {
		got := get(s, path)
		var p struct {
			Status int
			Detail string
		}
		if err := json.NewDecoder(got.Body).Decode(&p); err != nil || got.StatusCode != want || p.Status != want || p.Detail == "" ||
			got.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d, want %d: %+v %v", path, got.StatusCode, want, p, err)
		}
	}
}

// Pages of one, followed to the end, and a stream have the same acts as one page.
func TestPaging(t *testing.T) {
	s := filled(t)
	whole := items[struct{ ID string }](t, s, "/api/v1/acts?limit=1000")
	var paged []string
	for next := ""; ; {
		var page struct {
			Items []struct{ ID string }
			Next  string
		}
		if err := json.NewDecoder(get(s, "/api/v1/acts?limit=7&cursor="+next).Body).Decode(&page); err != nil {
			t.Fatal(err)
		}
		for _, x := range page.Items {
			paged = append(paged, x.ID)
		}
		if next = page.Next; next == "" {
			break
		}
	}
	lines := strings.Split(strings.TrimSpace(body(t, get(s, "/api/v1/acts", "Accept", "application/jsonl"))), "\n")
	if len(whole) == 0 || len(paged) != len(whole) || len(lines) != len(whole) {
		t.Fatalf("%d acts, %d in pages, %d in a stream", len(whole), len(paged), len(lines))
	}
	for i, x := range whole {
		if paged[i] != x.ID || !strings.Contains(lines[i], x.ID) {
			t.Errorf("act %d is %s, in pages %s, in the stream %.60s", i, x.ID, paged[i], lines[i])
		}
	}
}

func TestTags(t *testing.T) {
	s := filled(t)
	tag := get(s, "/api/v1/acts").Header.Get("Etag")
	if again := get(s, "/api/v1/acts", "If-None-Match", tag); tag == "" || again.StatusCode != http.StatusNotModified {
		t.Errorf("tag %q, asked again: %d", tag, again.StatusCode)
	}
}

// An assistant reaches the tools over HTTP as over standard input.
func TestAssistant(t *testing.T) {
	web := httptest.NewServer(filled(t))
	t.Cleanup(web.Close)
	session, err := sdk.NewClient(&sdk.Implementation{Name: "test"}, nil).Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: web.URL + "/mcp"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := session.CallTool(t.Context(), &sdk.CallToolParams{Name: "find_acts", Arguments: map[string]any{"parties": []string{"LKA"}, "types": []string{"COERCE"}}})
	if err != nil || got.IsError || !strings.Contains(got.Content[0].(*sdk.TextContent).Text, "हिरासत में लिया") {
		t.Errorf("%+v %v", got, err)
	}
	if err := session.Close(); err != nil {
		t.Error(err)
	}
}

// An editor corrects, takes a report out of an act and joins acts; what was done is shown, and gold has it.
func TestEditing(t *testing.T) {
	s := filled(t)
	rec := read1[record.Record](t, s, "/api/v1/reports/colombo")
	e := rec.Events[slices.IndexFunc(rec.Events, func(e record.Event) bool { return e.Type == "COERCE" })]
	values := url.Values{"item": {e.ID + " " + strconv.Itoa(e.Evidence[0].Start)}, "status": {"alleged"}, "note": {"<b>by word alone</b>"}}
	if got := send(s, form("/reports/colombo/correct", values)); got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != "/reports/colombo#"+e.ID {
		t.Fatalf("%d %s", got.StatusCode, body(t, got))
	}
	page := body(t, get(s, "/reports/colombo"))
	if shown := text(t, page, "corrections"); !strings.Contains(shown, "alleged") || !strings.Contains(shown, "<b>by word alone</b>") {
		t.Errorf("corrections: %q", shown)
	}
	gold := read1[archive.Gold](t, s, "/api/v1/reports/colombo/gold")
	for _, g := range gold.Events {
		if corrected := g.Type == "COERCE"; g.Optional == corrected || corrected && g.Status != "alleged" {
			t.Errorf("gold: %+v", g)
		}
	}
	acts := items[record.Act](t, s, "/api/v1/acts")
	other := acts[slices.IndexFunc(acts, func(a record.Act) bool { return a.Tellings[0].Report != acts[0].Tellings[0].Report })]
	joined := send(s, form("/acts/"+acts[0].ID+"/join", url.Values{"other": {other.ID}}))
	one := joined.Header.Get("Location")
	if joined.StatusCode != http.StatusSeeOther || len(items[record.Act](t, s, "/api/v1/acts")) != len(acts)-1 {
		t.Fatalf("join: %d %s", joined.StatusCode, body(t, joined))
	}
	if got := send(s, form(one+"/join", url.Values{"other": {"act:none"}})); got.StatusCode != http.StatusBadRequest {
		t.Errorf("joined with nothing: %d", got.StatusCode)
	}
	if got := send(s, form(one+"/split", url.Values{"report": {other.Tellings[0].Report}})); got.StatusCode != http.StatusSeeOther || len(items[record.Act](t, s, "/api/v1/acts")) != len(acts) {
		t.Errorf("split: %d %s", got.StatusCode, body(t, got))
	}
}

// Readers look; they change nothing.
func TestReaderMayNotEdit(t *testing.T) {
	users, err := server.ParseUsers(strings.NewReader("uma reader " + server.HashPassword("paper boat") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := config(t)
	c.Users, c.Archive = users, newArchive(t)
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	in := send(s, form("/login", url.Values{"name": {"uma"}, "password": {"paper boat"}}))
	for _, path := range []string{"/reports/colombo/correct", "/reports/colombo/withdraw", "/acts/act:1/split", "/acts/act:1/join"} {
		r := form(path, url.Values{"item": {"e1 0"}, "verdict": {"reject"}})
		r.AddCookie(in.Cookies()[0])
		if got := send(s, r); got.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %d", path, got.StatusCode)
		}
	}
}

func read1[T any](t *testing.T, s http.Handler, path string) T {
	t.Helper()
	var out T
	got := get(s, path)
	if err := json.NewDecoder(got.Body).Decode(&out); err != nil || got.StatusCode != http.StatusOK {
		t.Fatal(path, got.StatusCode, err)
	}
	return out
}
