package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"varta/internal/archive"
	"varta/internal/server"
	"varta/internal/store"
)

// browsers are the names under which Debian and others install Chromium.
var browsers = []string{"chromium", "chromium-browser", "google-chrome"}

// patience is how long a browser may take for one test on a slow machine.
const patience = 4 * time.Minute

// visit is a browser at a server, with what it complained of and which addresses it asked for.
type visit struct {
	context.Context
	t       *testing.T
	base    string
	archive *archive.Archive
	mu      sync.Mutex
	trouble []string
}

// newVisit starts a browser and a server; without a browser the test is skipped, and says so.
func newVisit(t *testing.T) *visit {
	t.Helper()
	path := ""
	for _, name := range browsers {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium on this machine: .ci/run installs it")
	}
	c := config(t)
	c.Archive = newArchive(t)
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true))
	alloc, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, patience)
	t.Cleanup(cancel)
	v := &visit{Context: ctx, t: t, base: web.URL, archive: c.Archive}
	chromedp.ListenTarget(ctx, v.listen)
	v.run(network.Enable(), log.Enable(), runtime.Enable())
	t.Cleanup(func() {
		for _, x := range v.trouble {
			t.Error(x)
		}
	})
	return v
}

// listen keeps errors of the console, exceptions, failed requests and requests to elsewhere.
func (v *visit) listen(event any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, v.base) && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "blob:") && !strings.HasPrefix(u, "chrome") {
			v.trouble = append(v.trouble, "a request left the machine: "+u)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 && !strings.Contains(e.Response.URL, "expect-error") {
			v.trouble = append(v.trouble, fmt.Sprintf("%s: %d", e.Response.URL, e.Response.Status))
		}
	case *runtime.EventExceptionThrown:
		v.trouble = append(v.trouble, "exception: "+e.ExceptionDetails.Error())
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError && !strings.Contains(e.Entry.URL, "expect-error") {
			v.trouble = append(v.trouble, "console: "+e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

func (v *visit) run(actions ...chromedp.Action) {
	v.t.Helper()
	if err := chromedp.Run(v, actions...); err != nil {
		v.t.Fatal(err)
	}
}

func (v *visit) open(path string) { v.t.Helper(); v.run(chromedp.Navigate(v.base + path)) }

// eval is what an expression is in the page.
func eval[T any](v *visit, expression string) T {
	v.t.Helper()
	var out T
	v.run(chromedp.Evaluate(expression, &out))
	return out
}

// until waits for an expression to become true.
func (v *visit) until(expression string) {
	v.t.Helper()
	v.run(chromedp.Poll(expression, nil))
}

// marks are the words of the report that are marked as those of a record.
const marks = `(id => [...document.querySelectorAll("[data-records~=" + id + "]")].map(e => e.textContent).join(""))`

// paths are a page of each kind.
func (v *visit) paths() []string {
	v.t.Helper()
	q, err := v.archive.Resolve(archive.Question{Of: store.Acts, Limit: 1})
	if err != nil {
		v.t.Fatal(err)
	}
	acts, err := v.archive.FindActs(v.t.Context(), q)
	if err != nil {
		v.t.Fatal(err)
	}
	return []string{"/", "/reports", "/reports/samarkand", "/acts", "/acts/" + acts.Items[0].ID, "/acts?party=CHN&type=ASSAULT", "/timeline", "/map", "/network", "/entities",
		"/entities/SCO", "/entities/person:narendra-modi", "/login", "/expect-error"}
}

// The pages are usable in light and dark, on a phone and a wide screen: nothing sticks out, nothing complains.
func TestBrowserPages(t *testing.T) {
	v := newVisit(t)
	axe := axeSource(t)
	paths := v.paths()
	for _, size := range []struct{ width, height int64 }{{360, 740}, {1600, 900}} {
		for _, scheme := range []string{"light", "dark"} {
			v.run(chromedp.EmulateViewport(size.width, size.height),
				emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}))
			for _, path := range paths {
				v.open(path)
				v.run(chromedp.Evaluate(`for (const d of document.querySelectorAll("details")) d.open = true`, nil))
				v.fits(path, size.width)
				if axe != "" {
					v.accessible(axe, path+" "+scheme)
				}
			}
		}
	}
}

// fits says whether a page is no wider than the screen.
func (v *visit) fits(what string, width int64) {
	v.t.Helper()
	if wide := eval[int64](v, "document.documentElement.scrollWidth"); wide > width {
		v.t.Errorf("%s is %d pixels wide on a screen of %d", what, wide, width)
	}
}

// axeSource is the program axe-core, where the environment says that it is.
func axeSource(t *testing.T) string {
	file := os.Getenv("VARTA_AXE")
	if file == "" {
		t.Log("VARTA_AXE names no axe.min.js: accessibility is not looked at")
		return ""
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func (v *visit) accessible(axe, what string) {
	v.t.Helper()
	var found []struct {
		ID    string
		Help  string
		Nodes []struct{ HTML string }
	}
	v.run(chromedp.Evaluate(axe+";0", nil),
		chromedp.Evaluate("axe.run().then(r => r.violations)", &found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	for _, x := range found {
		v.t.Errorf("%s: %s (%s): %.300s", what, x.ID, x.Help, x.Nodes[0].HTML)
	}
}

// A pasted report comes back with its words marked; a record and its words light up together, by mouse and keyboard.
func TestBrowserTry(t *testing.T) {
	v := newVisit(t)
	report, err := os.ReadFile("../../testdata/reports/colombo.txt")
	if err != nil {
		t.Fatal(err)
	}
	v.open("/")
	v.run(chromedp.SetValue("#text", string(report)), chromedp.SetValue("#published", "2024-03-04"), chromedp.Click("form.paste button"), chromedp.WaitVisible(".card"))
	id := eval[string](v, `[...document.querySelectorAll(".card")].find(c => c.querySelector(".type").textContent === "COERCE").dataset.record`)
	if got := eval[string](v, marks+`("`+id+`")`); !strings.HasPrefix(got, "श्रीलंका की नौसेना ने पिछले सप्ताह") {
		t.Errorf("marked: %q", got)
	}
	v.run(chromedp.Focus("#"+id), chromedp.KeyEvent(kb.Tab))
	v.run(chromedp.Focus("#" + id))
	if lit := eval[string](v, `[...document.querySelectorAll(".run.lit")].map(e => e.textContent).join("")`); !strings.Contains(lit, "हिरासत में लिया") {
		t.Errorf("lit by the keyboard: %q", lit)
	}
	v.run(chromedp.Evaluate(`document.querySelector(".report [data-records]").click()`, nil))
	if lit := eval[string](v, `document.querySelector(".card.lit").dataset.record`); lit == "" || lit == id {
		t.Errorf("lit by the mouse: %q", lit)
	}
}

// A list is searched in Hindi, narrowed, sorted; a timeline is gone into down to an act; a map comes closer.
func TestBrowserLooking(t *testing.T) {
	v := newVisit(t)
	v.open("/reports")
	v.run(chromedp.SetValue("#words", "मछुआरों"), chromedp.Submit("#words"), chromedp.WaitVisible(".list"))
	if rows := eval[int](v, `document.querySelectorAll(".list tbody tr").length`); rows != 1 {
		t.Errorf("%d reports of fishermen", rows)
	}
	v.open("/acts")
	all := eval[int](v, `document.querySelectorAll(".list tbody tr").length`)
	v.run(chromedp.Click(`//aside//a[text()="CONSULT"]`), chromedp.WaitVisible(`.list`))
	if rows := eval[int](v, `document.querySelectorAll(".list tbody tr").length`); rows == 0 || rows >= all {
		t.Errorf("%d acts, %d of them CONSULT", all, rows)
	}
	v.run(chromedp.Click(`//a[text()="reports"]`), chromedp.WaitVisible(`//strong[text()="reports"]`))
	v.open("/timeline?since=2024&until=2024")
	v.run(chromedp.Evaluate(`document.querySelector(".timeline a").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))`, nil))
	v.run(chromedp.WaitVisible(`//input[@id="since" and starts-with(@value, "2024-")]`), chromedp.WaitVisible(".list tbody a.type"))
	v.run(chromedp.Click(`.list tbody a.type`), chromedp.WaitVisible(".telling"))
	v.open("/map")
	v.until(`document.querySelectorAll("#map circle").length > 0`)
	before := eval[string](v, `document.querySelector("#map g").getAttribute("transform") || ""`)
	v.run(chromedp.Click(`[data-zoom="2"]`))
	v.until(`(document.querySelector("#map g").getAttribute("transform") || "") !== ` + quoted(before))
	v.open("/network")
	v.until(`document.querySelectorAll("#network circle").length > 1`)
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}
