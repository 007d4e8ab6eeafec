package server_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"varta"
	"varta/internal/server"
	"varta/record"
)

var reader = sync.OnceValues(func() (*varta.Reader, error) { return varta.Open(varta.Options{}) })

// config is that of a server on this machine's own address.
func config(t *testing.T) server.Config {
	t.Helper()
	r, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	return server.Config{Reader: r, Log: slog.New(slog.DiscardHandler), Hosts: []string{"127.0.0.1", "example.com"}}
}

func newServer(t *testing.T, change func(*server.Config)) *server.Server {
	t.Helper()
	c := config(t)
	if change != nil {
		change(&c)
	}
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func send(s http.Handler, r *http.Request) *http.Response {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func form(target string, values url.Values) *http.Request {
	r := httptest.NewRequest("POST", target, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return r
}

// text is all text below the first element that has the class; in it, what is hidden from the eye stays out.
func text(t *testing.T, page, class string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if has(n, class) {
			var b strings.Builder
			write(&b, n)
			return b.String()
		}
	}
	return ""
}

func write(b *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	if n.Data == "details" {
		return
	}
	for c := range n.ChildNodes() {
		write(b, c)
	}
}

func has(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && strings.Contains(" "+a.Val+" ", " "+class+" ") {
			return true
		}
	}
	return false
}

// marked are the texts of the runs that are evidence of a record.
func marked(t *testing.T, page, id string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "data-records" && strings.Contains(" "+a.Val+" ", " "+id+" ") {
				write(&b, n)
			}
		}
	}
	return b.String()
}

// The page shows the whole text, and the highlights are the words of the record.
func TestTry(t *testing.T) {
	report, err := os.ReadFile("../../testdata/reports/colombo.txt")
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(t, nil)
	got := send(s, form("/", url.Values{"text": {string(report)}, "published": {"2024-03-04"}}))
	page := body(t, got)
	if got.StatusCode != http.StatusOK {
		t.Fatalf("%d: %s", got.StatusCode, page)
	}
	if shown, want := strings.Join(strings.Fields(text(t, page, "report")), " "), strings.Join(strings.Fields(string(report)), " "); shown != want {
		t.Errorf("text on the page:\n%s\nreport:\n%s", shown, want)
	}
	rec := read(t, s, string(report))
	for _, e := range rec.Events {
		var quotes string
		for _, q := range e.Evidence {
			quotes += q.Quote
		}
		if m := marked(t, page, e.ID); m != quotes {
			t.Errorf("%s: marked %q, evidence %q", e.ID, m, quotes)
		}
	}
}

func read(t *testing.T, s http.Handler, text string) record.Record {
	t.Helper()
	b, err := json.Marshal(varta.Report{ID: "r", Text: text, Published: "2024-03-04"})
	if err != nil {
		t.Fatal(err)
	}
	got := send(s, httptest.NewRequest("POST", "/api/v1/read", bytes.NewReader(b)))
	var rec record.Record
	if err := json.NewDecoder(got.Body).Decode(&rec); err != nil || got.StatusCode != http.StatusOK {
		t.Fatal(got.StatusCode, err)
	}
	return rec
}

func TestTryFile(t *testing.T) {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	f, err := m.CreateFormFile("file", "../../etc/passwd<script>")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(f, "भारत ने चीन से बातचीत की।"); err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("POST", "/", &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	if page := body(t, send(newServer(t, nil), r)); !strings.Contains(page, "CONSULT") || strings.Contains(page, "passwd") {
		t.Errorf("page of a file: %s", page)
	}
}

// A text that is not read comes back with a reason, and is not lost.
func TestTryProblems(t *testing.T) {
	s := newServer(t, nil)
	for name, c := range map[string]struct{ text, published, want string }{
		"empty":    {"", "", "Paste a report"},
		"english":  {"The minister met his counterpart in Moscow on Monday and spoke of trade.", "", "language"},
		"bad date": {"भारत ने चीन से बातचीत की।", "yesterday", "2021-07-28"},
		"web page": {"<!doctype html><html><body><p>भारत ने चीन से बातचीत की।</p></body></html>", "", "web page"},
	} {
		got := send(s, form("/", url.Values{"text": {c.text}, "published": {c.published}}))
		page := body(t, got)
		if got.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(text(t, page, "problem"), c.want) {
			t.Errorf("%s: %d %q", name, got.StatusCode, text(t, page, "problem"))
		}
		if kept := text(t, page, "paste"); !strings.Contains(kept, c.text) {
			t.Errorf("%s: the text is lost", name)
		}
	}
}

func TestToken(t *testing.T) {
	s := newServer(t, func(c *server.Config) { c.Token = "right" })
	ask := func(path string, change func(*http.Request)) *http.Response {
		r := httptest.NewRequest("GET", path, nil)
		if change != nil {
			change(r)
		}
		return send(s, r)
	}
	bearer := func(token string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) }
	}
	for name, c := range map[string]struct {
		got  *http.Response
		want int
	}{
		"no token, page": {ask("/", nil), http.StatusSeeOther},
		"no token, API":  {ask("/api/v1/acts", nil), http.StatusUnauthorized},
		"empty token":    {ask("/api/v1/acts", bearer("")), http.StatusUnauthorized},
		"wrong token":    {ask("/api/v1/acts", bearer("righ")), http.StatusUnauthorized},
		"token in query": {ask("/api/v1/acts?token=right", nil), http.StatusUnauthorized},
		"forged cookie":  {ask("/", func(r *http.Request) { r.AddCookie(&http.Cookie{Name: "varta-session", Value: "x"}) }), http.StatusSeeOther},
		"right token":    {ask("/", bearer("right")), http.StatusOK},
		"health":         {ask("/healthz", nil), http.StatusOK},
		"login page":     {ask("/login", nil), http.StatusOK},
		"wrong login":    {send(s, form("/login", url.Values{"token": {"wrong"}})), http.StatusUnauthorized},
	} {
		if c.got.StatusCode != c.want {
			t.Errorf("%s: %d, want %d", name, c.got.StatusCode, c.want)
		}
	}
	if got := send(newServer(t, nil), form("/login", url.Values{"token": {""}})); got.StatusCode != http.StatusUnauthorized {
		t.Errorf("an empty token where there is none: %d", got.StatusCode)
	}
	in := send(s, form("/login", url.Values{"token": {"right"}}))
	cookies := in.Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode {
		t.Fatalf("cookies of the login: %v", cookies)
	}
	if got := ask("/", func(r *http.Request) { r.AddCookie(cookies[0]) }); got.StatusCode != http.StatusOK {
		t.Errorf("with the cookie: %d", got.StatusCode)
	}
}

func TestUsers(t *testing.T) {
	users, err := server.ParseUsers(strings.NewReader("# staff\numa reader " + server.HashPassword("paper boat") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(t, func(c *server.Config) { c.Users = users })
	for name, values := range map[string]url.Values{
		"wrong password": {"name": {"uma"}, "password": {"paper"}},
		"no user":        {"name": {"ravi"}, "password": {""}},
		"empty token":    {"token": {""}},
		"token":          {"token": {"paper boat"}},
	} {
		if got := send(s, form("/login", values)); got.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, got.StatusCode)
		}
	}
	in := send(s, form("/login", url.Values{"name": {"uma"}, "password": {"paper boat"}}))
	if in.StatusCode != http.StatusSeeOther || len(in.Cookies()) != 1 {
		t.Fatalf("login: %d", in.StatusCode)
	}
	ask := func() *http.Response {
		r := httptest.NewRequest("GET", "/", nil)
		r.AddCookie(in.Cookies()[0])
		return send(s, r)
	}
	if got := ask(); got.StatusCode != http.StatusOK {
		t.Errorf("after the login: %d", got.StatusCode)
	}
	out := httptest.NewRequest("POST", "/logout", nil)
	out.AddCookie(in.Cookies()[0])
	send(s, out)
	if got := ask(); got.StatusCode != http.StatusSeeOther {
		t.Errorf("after the logout the cookie still opens: %d", got.StatusCode)
	}
}

func TestParseUsersProblems(t *testing.T) {
	good := server.HashPassword("x")
	for name, c := range map[string]struct{ text, want string }{
		"cells":    {"uma reader", "line 1: want a name"},
		"role":     {"\numa owner " + good, "line 2: role"},
		"hash":     {"uma reader secret", "line 1: not an argon2id hash"},
		"cut hash": {"uma reader " + good[:40], "line 1: not an argon2id hash"},
		"twice":    {"uma reader " + good + "\numa editor " + good, "line 2: user uma is there already"},
	} {
		if _, err := server.ParseUsers(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestAssets(t *testing.T) {
	s := newServer(t, nil)
	got := send(s, httptest.NewRequest("GET", "/assets/varta.css", nil))
	tag := got.Header.Get("Etag")
	if got.StatusCode != http.StatusOK || tag == "" || !strings.HasPrefix(got.Header.Get("Content-Type"), "text/css") {
		t.Fatal(got.StatusCode, got.Header)
	}
	again := httptest.NewRequest("GET", "/assets/varta.css", nil)
	again.Header.Set("If-None-Match", tag)
	if got := send(s, again); got.StatusCode != http.StatusNotModified {
		t.Errorf("asked again with the tag: %d", got.StatusCode)
	}
	for _, takes := range []string{"", "gzip"} {
		r := httptest.NewRequest("GET", "/assets/world.json", nil)
		r.Header.Set("Accept-Encoding", takes)
		got := send(s, r)
		if got.Header.Get("Content-Encoding") != takes || got.Header.Get("Content-Type") != "application/json" {
			t.Fatal(takes, got.StatusCode, got.Header)
		}
		content := io.Reader(got.Body)
		if takes == "gzip" {
			z, err := gzip.NewReader(content)
			if err != nil {
				t.Fatal(err)
			}
			content = z
		}
		var world struct{ Type string }
		if err := json.NewDecoder(content).Decode(&world); err != nil || world.Type != "Topology" {
			t.Errorf("the map for who takes %q: %v %q", takes, err, world.Type)
		}
	}
}

func TestMetrics(t *testing.T) {
	s := newServer(t, nil)
	send(s, httptest.NewRequest("GET", "/", nil))
	got := body(t, send(s, httptest.NewRequest("GET", "/metrics", nil)))
	if !strings.Contains(got, `varta_http_request_duration_seconds_count{route="GET /{$}",status="200"} 1`) {
		t.Errorf("metrics: %s", got)
	}
}
