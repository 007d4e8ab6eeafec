package server_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"varta/internal/server"
)

// What attackers send is answered with 4xx and a message, is never markup, and reveals nothing.
func TestAttacks(t *testing.T) {
	s := newServer(t, nil)
	script := `भारत ने चीन से <script>alert(1)</script> बातचीत की। "><img src=x onerror=alert(1)>`
	page := body(t, send(s, form("/", url.Values{"text": {script}, "published": {`"><script>alert(2)</script>`}})))
	page += body(t, send(s, form("/", url.Values{"text": {script}})))
	for _, bad := range []string{"<script>alert", "<img"} {
		if strings.Contains(page, bad) {
			t.Errorf("%s reached the page", bad)
		}
	}
	elsewhere := form("/", url.Values{"text": {"भारत"}})
	elsewhere.Header.Set("Origin", "https://evil.example")
	elsewhere.Header.Set("Sec-Fetch-Site", "cross-site")
	rebound := httptest.NewRequest("GET", "/", nil)
	rebound.Host = "evil.example:8080"
	for name, c := range map[string]struct {
		r    *http.Request
		want int
	}{
		"cross-site form": {elsewhere, http.StatusForbidden},
		"other host":      {rebound, http.StatusMisdirectedRequest},
		"climbing path":   {httptest.NewRequest("GET", "/assets/..%2f..%2fgo.mod", nil), http.StatusNotFound},
		"folder":          {httptest.NewRequest("GET", "/assets/", nil), http.StatusNotFound},
		"unknown API":     {httptest.NewRequest("GET", "/api/v1/';%20DROP%20TABLE%20reports", nil), http.StatusNotFound},
		"not JSON":        {httptest.NewRequest("POST", "/api/v1/read", strings.NewReader("भारत")), http.StatusBadRequest},
		"unknown field":   {httptest.NewRequest("POST", "/api/v1/read", strings.NewReader(`{"text":"भारत","path":"/etc/passwd"}`)), http.StatusBadRequest},
		"oversized": {httptest.NewRequest("POST", "/api/v1/read", strings.NewReader(`{"text":"`+strings.Repeat("भ", 2<<20)+`"}`)),
			http.StatusRequestEntityTooLarge},
		"oversized form": {form("/", url.Values{"text": {strings.Repeat("भ", 2<<20)}}), http.StatusRequestEntityTooLarge},
		"wrong method":   {httptest.NewRequest("DELETE", "/healthz", nil), http.StatusNotFound},
	} {
		got := send(s, c.r)
		if got.StatusCode != c.want {
			t.Errorf("%s: %d, want %d: %.200s", name, got.StatusCode, c.want, body(t, got))
		}
		if got.Header.Get("Content-Security-Policy") == "" || got.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no protecting headers", name)
		}
	}
}

// payloads are what attackers put where a name, a number or a word is asked for: SQL, the syntax of full-text search, line
// ends that would begin a header, paths, markup, formulas.
var payloads = []string{`x'; DROP TABLE acts; --`, `भारत" OR NEAR(चीन)*`, "\x00", "\r\nSet-Cookie: a=b\r\n\r\n<script>alert(1)</script>", `"></script><script>alert(1)</script>`,
	`' OR 1=1 --`, `"`, `words:भारत AND NOT (`, `%\`, `../../../../etc/passwd`, `{{.}}`, `=HYPERLINK("x")`, strings.Repeat("9", 400)}

// sharpest is how many of them, the first, are tried on every parameter by itself; the others on all together.
const sharpest = 5

// names are all parameters that some address takes.
var names = []string{"party", "type", "mode", "status", "topic", "since", "until", "place", "radius", "text", "speaker", "about", "name", "on", "min_reports", "sort", "cursor", "limit", "target"}

// leaks are what no answer may have: the words of databases, panics and files.
var leaks = regexp.MustCompile(`(?i)sqlite|syntax error|no such (table|column)|fts5|goroutine |panic|root:x:|SELECT [a-z]+\.`)

// foreign is markup that came with a report or a question.
var foreign = regexp.MustCompile(`<script>alert|<img src=x|href="javascript:`)

// harmless says whether an answer is one that an attack got nothing by.
func harmless(t *testing.T, what string, got *http.Response) {
	t.Helper()
	page := body(t, got)
	if got.StatusCode >= 500 {
		t.Errorf("%s: %d %.200s", what, got.StatusCode, page)
	}
	found := leaks.FindString(page)
	if strings.HasPrefix(got.Header.Get("Content-Type"), "text/html") {
		found += foreign.FindString(page)
	}
	if found != "" {
		t.Errorf("%s: the answer has %q", what, found)
	}
	if strings.Contains(got.Header.Get("Set-Cookie"), "a=b") || strings.ContainsAny(got.Header.Get("Location"), "\r\n") {
		t.Errorf("%s: headers %v", what, got.Header)
	}
	if got.Header.Get("Content-Security-Policy") == "" || got.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%s: no protecting headers", what)
	}
}

// lists are the addresses that take parameters, things those that name one thing.
func addresses(t *testing.T, s http.Handler) (lists, things []string) {
	t.Helper()
	lists = []string{"/", "/reports", "/acts", "/timeline", "/map", "/network", "/entities", "/login"}
	things = []string{"/reports/%s", "/acts/%s", "/entities/%s", "/assets/%s", "/%s"}
	var described struct{ Paths map[string]map[string]any }
	if err := json.NewDecoder(get(s, "/api/v1/openapi.json").Body).Decode(&described); err != nil {
		t.Fatal(err)
	}
	for _, path := range slices.Sorted(maps.Keys(described.Paths)) {
		if before, after, ok := strings.Cut(path, "{"); ok {
			_, after, _ = strings.Cut(after, "}")
			things = append(things, before+"%s"+after)
		} else {
			lists = append(lists, path)
		}
	}
	return append(lists, "/api/v1/export/csv", "/api/v1/export/gexf", "/api/v1/stats/party", "/reports/colombo", "/entities/IND"), things
}

// Whatever a parameter, a path or a form says, it is data: nothing fails inside, nothing runs, nothing else is answered.
func TestInjection(t *testing.T) {
	s := filled(t)
	before := body(t, get(s, "/api/v1/acts?limit=1000"))
	lists, things := addresses(t, s)
	for i, value := range payloads {
		for _, path := range lists {
			all := url.Values{}
			for _, name := range names {
				if all.Set(name, value); i >= sharpest {
					continue
				}
				harmless(t, path+" with "+name, get(s, path+"?"+url.Values{name: {value}}.Encode()))
			}
			harmless(t, path+" with all", get(s, path+"?"+all.Encode()))
		}
		for _, path := range things {
			harmless(t, path, get(s, fmt.Sprintf(path, url.PathEscape(value))))
		}
		for _, path := range []string{"/reports/%s/correct", "/reports/%s/withdraw", "/acts/%s/split", "/acts/%s/join", "/login", "/logout"} {
			values := url.Values{"item": {value}, "target": {value}, "report": {value}, "other": {value}, "type": {value}, "words": {value}, "token": {value}, "name": {value}}
			harmless(t, path, send(s, form(strings.ReplaceAll(path, "%s", url.PathEscape(value)), values)))
			harmless(t, path, send(s, form(strings.ReplaceAll(path, "%s", "colombo"), values)))
		}
		for _, field := range []string{"verdict", "type", "status", "actors", "recipients", "office", "date", "words", "span"} {
			changes := map[string]string{"type": "ACCUSE", "actors": "LKA", "words": "मछुआरों को हिरासत में लिया"}
			changes[field] = value
			b, err := json.Marshal(map[string]any{"corrections": []any{map[string]any{"changes": changes}}})
			if err != nil {
				t.Fatal(err)
			}
			got := send(s, httptest.NewRequest("POST", "/api/v1/reports/colombo/corrections", strings.NewReader(string(b))))
			if got.StatusCode != http.StatusBadRequest && field != "office" {
				t.Errorf("a correction with %s=%q: %d %s", field, value, got.StatusCode, body(t, got))
			}
		}
	}
	if after := body(t, get(s, "/api/v1/acts?limit=1000")); !strings.HasPrefix(after, before[:len(before)/2]) {
		t.Error("the acts are others than before")
	}
}

// Forms and methods of other sites change nothing, whatever they are sent to.
func TestOtherSites(t *testing.T) {
	s := filled(t)
	for _, path := range []string{"POST /", "POST /login", "POST /logout", "POST /reports/colombo/correct", "POST /reports/colombo/withdraw", "POST /acts/act:1/split", "POST /acts/act:1/join",
		"POST /api/v1/read", "POST /api/v1/reports/colombo/corrections", "DELETE /api/v1/reports/colombo/corrections?target=x", "POST /mcp"} {
		method, at, _ := strings.Cut(path, " ")
		for name, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
			r := httptest.NewRequest(method, at, strings.NewReader("verdict=reject"))
			r.Header.Set(name, value)
			if got := send(s, r); got.StatusCode != http.StatusForbidden {
				t.Errorf("%s with %s: %d", path, name, got.StatusCode)
			}
		}
	}
}

// Who has no token, a forged one, or may only read, gets and changes nothing, by pages, API and assistants alike.
func TestNobody(t *testing.T) {
	users, err := server.ParseUsers(strings.NewReader("uma reader " + server.HashPassword("paper boat") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := config(t)
	c.Users, c.Token, c.Archive = users, "right", newArchive(t)
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"GET /api/v1/acts", "POST /api/v1/read", "POST /mcp", "GET /mcp", "DELETE /api/v1/reports/colombo/corrections", "GET /metrics", "GET /reports/colombo"} {
		method, at, _ := strings.Cut(path, " ")
		for _, authorization := range []string{"", "Bearer ", "Bearer wrong", "bearer right", "Bearer right ", "Basic cmlnaHQ6", "Bearer right\x00"} {
			r := httptest.NewRequest(method, at, strings.NewReader("{}"))
			r.Header.Set("Authorization", authorization)
			if got := send(s, r); got.StatusCode != http.StatusUnauthorized && got.Header.Get("Location") != "/login" {
				t.Errorf("%s with %q: %d", path, authorization, got.StatusCode)
			}
		}
	}
	in := send(s, form("/login", url.Values{"name": {"uma"}, "password": {"paper boat"}}))
	for _, method := range []string{"POST", "DELETE"} {
		r := httptest.NewRequest(method, "/api/v1/reports/colombo/corrections?target=x", strings.NewReader(`{"corrections": []}`))
		r.AddCookie(in.Cookies()[0])
		if got := send(s, r); got.StatusCode != http.StatusForbidden {
			t.Errorf("%s by a reader: %d", method, got.StatusCode)
		}
	}
}

// A table for spreadsheets has no cell that one would run, wherever it comes from.
func TestExport(t *testing.T) {
	s := filled(t)
	b, err := json.Marshal(map[string]any{"corrections": []any{map[string]any{"changes": map[string]string{"type": "ACCUSE", "actors": "RUS", "words": `=HYPERLINK("x")`}}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := send(s, httptest.NewRequest("POST", "/api/v1/reports/"+url.PathEscape(evil.ID)+"/corrections", strings.NewReader(string(b)))); got.StatusCode != http.StatusOK {
		t.Fatalf("%d %s", got.StatusCode, body(t, got))
	}
	got := get(s, "/api/v1/export/csv")
	if got.StatusCode != http.StatusOK || !strings.Contains(got.Header.Get("Content-Disposition"), "varta-csv.csv") {
		t.Fatalf("%d %v", got.StatusCode, got.Header)
	}
	rows, err := csv.NewReader(got.Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	formula, number := regexp.MustCompile(`^[=+@\t\r-]`), regexp.MustCompile(`^-[0-9.]+$`)
	whole := fmt.Sprint(rows)
	for _, row := range rows {
		for _, cell := range row {
			if formula.MatchString(cell) && !number.MatchString(cell) {
				t.Errorf("a formula: %s", cell)
			}
		}
	}
	if !strings.Contains(whole, "COERCE") || !strings.Contains(whole, "HYPERLINK") {
		t.Error("the table lacks what the reports say")
	}
}

// An assistant reaches the tools over HTTP; what it is told to ask for is data there too.
func TestAssistantAttacked(t *testing.T) {
	web := httptest.NewServer(filled(t))
	t.Cleanup(web.Close)
	session, err := sdk.NewClient(&sdk.Implementation{Name: "test"}, nil).Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: web.URL + "/mcp"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, value := range payloads {
		for tool, args := range map[string]map[string]any{
			"find_acts":       {"parties": []string{value}, "types": []string{value}, "since": value, "place": value, "words": value, "cursor": value},
			"find_statements": {"speaker": value, "words": value}, "find_facts": {"words": value}, "get_report": {"id": value}, "who": {"name": value, "on": value}, "read_report": {"text": value},
		} {
			got, err := session.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: args})
			if err != nil {
				t.Errorf("%s with %q: %v", tool, value, err)
				continue
			}
			if text := got.Content[0].(*sdk.TextContent).Text; regexp.MustCompile(`(?i)sqlite|goroutine|root:x:`).MatchString(text) {
				t.Errorf("%s with %q: %.200s", tool, value, text)
			}
		}
	}
	if err := session.Close(); err != nil {
		t.Error(err)
	}
	for name, text := range map[string]string{"no JSON": "भारत", "another protocol": `{"jsonrpc": "1.0"}`, "a tool that is not there": `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete"}}`} {
		r := httptest.NewRequest("POST", web.URL+"/mcp", strings.NewReader(text))
		r.RequestURI = ""
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if text := body(t, got); got.StatusCode >= 500 || strings.Contains(text, "goroutine") {
			t.Errorf("%s: %d %s", name, got.StatusCode, text)
		}
	}
}
