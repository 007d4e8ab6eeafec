package server_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"varta/internal/archive"
	"varta/record"
)

const coerce = `[...document.querySelectorAll(".card")].find(c => c.querySelector(".type").textContent === "COERCE").id`

// reread reads all reports anew.
func (v *visit) reread() {
	v.t.Helper()
	if _, err := v.archive.Reread(v.t.Context(), archive.RereadOptions{All: true}, func(int, int) {}); err != nil {
		v.t.Fatal(err)
	}
}

// A correction shows on the page and holds when the report is read anew.
func TestBrowserCorrect(t *testing.T) {
	v := newVisit(t)
	v.open("/reports/colombo")
	card := eval[string](v, coerce)
	v.run(chromedp.Evaluate(`document.querySelector("#`+card+` .mend").open = true`, nil), chromedp.SetValue("#"+card+" select[name=status]", "alleged"),
		chromedp.Submit("#"+card+" select[name=status]"), chromedp.WaitVisible(".corrections"))
	v.reread()
	v.open("/reports/colombo")
	if status := eval[string](v, `document.querySelector("#`+card+` .status").textContent`); status != "alleged" {
		t.Errorf("after the reread: %s", status)
	}
}

// drag moves the mouse with its button down from the middle of an element to that of a stretch of text in the report.
func (v *visit) drag(selector, text string, end bool) {
	v.t.Helper()
	place := func(expression string) (x, y float64) {
		at := eval[[]float64](v, expression)
		return at[0], at[1]
	}
	x, y := place(fmt.Sprintf(`(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector(%s).getBoundingClientRect())`, quoted(selector)))
	tox, toy := place(fmt.Sprintf(`(() => {
		const walker = document.createTreeWalker(document.querySelector(".report"), NodeFilter.SHOW_TEXT);
		for (let n; (n = walker.nextNode()); ) {
			const i = n.data.indexOf(%s);
			if (i < 0) continue;
			const r = document.createRange();
			r.setStart(n, i); r.setEnd(n, i + %s.length);
			const box = r.getBoundingClientRect();
			return [%t ? box.right : box.left, box.bottom + 6];
		}
	})()`, quoted(text), quoted(text), end))
	v.run(chromedp.MouseEvent(input.MousePressed, x, y, chromedp.Button("left"), chromedp.ClickCount(1)))
	for _, step := range []float64{0.3, 0.6, 1} {
		v.run(chromedp.MouseEvent(input.MouseMoved, x+(tox-x)*step, y+(toy-y)*step, chromedp.Button("left")))
	}
	v.run(chromedp.MouseEvent(input.MouseReleased, tox, toy, chromedp.Button("left"), chromedp.ClickCount(1)))
}

// The words of a record are mended by dragging an end and by keys; ends stand between letters, and the page marks just them.
func TestBrowserSpan(t *testing.T) {
	v := newVisit(t)
	v.run(chromedp.EmulateViewport(1280, 1000))
	v.open("/reports/colombo")
	card := eval[string](v, coerce)
	v.run(chromedp.Evaluate(`document.querySelector("#`+card+` .mend").open = true`, nil), chromedp.WaitVisible(".handle:not([hidden])"))
	v.drag(".handle:last-of-type", "हिरासत", true)
	words := `document.querySelector("#` + card + ` [name=words]").value`
	if got := eval[string](v, words); !strings.HasSuffix(got, "21 भारतीय मछुआरों को हिरासत") {
		t.Fatalf("dragged: %q", got)
	}
	v.run(chromedp.KeyEvent(kb.ArrowLeft))
	if got := eval[string](v, words); !strings.HasSuffix(got, "को हिरास") {
		t.Errorf("a letter back: %q", got)
	}
	v.run(chromedp.KeyEvent(kb.Escape))
	if !eval[bool](v, `document.activeElement === document.querySelector("#`+card+` [name=words]")`) {
		t.Error("Escape does not lead back to the form")
	}
	quote := eval[string](v, words)
	v.run(chromedp.Click("#"+card+" .mend button:not([type])"), chromedp.WaitVisible(".corrections"))
	for _, when := range []string{"saved", "read anew"} {
		e := v.event(card)
		if e.Evidence[0].Quote != quote || eval[string](v, `document.querySelector("#`+card+` blockquote").textContent`) != quote {
			t.Errorf("%s: %+v, chosen %q", when, e.Evidence, quote)
		}
		if got := eval[string](v, marks+`("`+card+`")`); got != quote {
			t.Errorf("%s: marked %q", when, got)
		}
		v.reread()
		v.open("/reports/colombo")
	}
}

// event is one of the report from Colombo, as the archive has it.
func (v *visit) event(id string) *record.Event {
	v.t.Helper()
	rec, err := v.archive.Record(v.t.Context(), "colombo")
	if err != nil {
		v.t.Fatal(err)
	}
	for i := range rec.Events {
		if rec.Events[i].ID == id {
			return &rec.Events[i]
		}
	}
	v.t.Fatalf("no event %s", id)
	return nil
}

// What the reader missed is added from a selection, and is there when the report is read anew.
func TestBrowserAdd(t *testing.T) {
	v := newVisit(t)
	v.open("/reports/colombo")
	before := eval[int](v, `document.querySelectorAll(".card").length`)
	v.run(chromedp.Evaluate(`(() => {
		const walker = document.createTreeWalker(document.querySelector(".report"), NodeFilter.SHOW_TEXT);
		for (let n; (n = walker.nextNode()); ) if (n.data === "पत्रकारों") return (s => getSelection().setBaseAndExtent(n, 0, s, s.childNodes.length))(n.parentElement.closest("[data-at]"));
	})()`, nil), chromedp.Click(".offer"), chromedp.WaitVisible(".adding select"))
	chosen := eval[string](v, `document.querySelector(".adding [name=words]").value`)
	if !strings.HasPrefix(chosen, "पत्रकारों से कहा") {
		t.Fatalf("chosen: %q", chosen)
	}
	v.run(chromedp.SetValue(".adding [name=type]", "THREATEN"), chromedp.SetValue(".adding [name=status]", "possible"), chromedp.SetValue(".adding [name=actors]", "LKA"),
		chromedp.SetValue(".adding [name=recipients]", "IND"), chromedp.SetValue(".adding [name=date]", "2024-03"), chromedp.Click(".adding form button:not([type])"), chromedp.WaitVisible(".corrections"))
	for range 2 {
		if n := eval[int](v, `document.querySelectorAll(".card").length`); n != before+1 {
			t.Fatalf("%d records, %d before", n, before)
		}
		id := eval[string](v, `[...document.querySelectorAll(".card")].find(c => c.querySelector(".rule code").textContent === "editor").id`)
		e := v.event(id)
		if e.Type != "THREATEN" || e.Status != "possible" || record.CodesOf(e.Actors) != "LKA" || record.CodesOf(e.Recipients) != "IND" || e.Date.Value != "2024-03" ||
			e.Evidence[0].Quote != chosen {
			t.Errorf("%+v", e)
		}
		v.reread()
		v.open("/reports/colombo")
	}
}

// Without scripts records are added by their words and judged several at once.
func TestBrowserEditWithoutScripts(t *testing.T) {
	v := newVisit(t)
	v.run(emulation.SetScriptExecutionDisabled(true))
	v.open("/reports/colombo")
	v.run(chromedp.Click(".adding summary"), chromedp.WaitVisible(".adding select"), chromedp.SendKeys(".adding [name=actors]", "LKA"),
		chromedp.SendKeys(".adding [name=words]", "21 भारतीय मछुआरों"), chromedp.Click(".adding form button"), chromedp.WaitVisible(".corrections"))
	var cards string
	v.run(chromedp.Text(".cards", &cards))
	if !strings.Contains(cards, "AGREE") || !strings.Contains(cards, "editor") {
		t.Errorf("nothing was added: %s", cards)
	}
	rec, err := v.archive.Record(t.Context(), "colombo")
	if err != nil {
		t.Fatal(err)
	}
	v.run(chromedp.Click("#e1 [type=checkbox]"), chromedp.Click("#e2 [type=checkbox]"), chromedp.Click("#several .no"), chromedp.WaitNotPresent("#e1"))
	now, err := v.archive.Record(t.Context(), "colombo")
	if err != nil || len(now.Events) != len(rec.Events)-2 {
		t.Errorf("%d events, %d before, two rejected: %v", len(now.Events), len(rec.Events), err)
	}
}

// Without scripts every page has its content, on a phone too, and the form reads.
func TestBrowserWithoutScripts(t *testing.T) {
	v := newVisit(t)
	v.run(emulation.SetScriptExecutionDisabled(true), chromedp.EmulateViewport(360, 740))
	wanted := map[string]string{"/map": "New Delhi", "/network": "India – ", "/timeline": "2024", "/reports/samarkand": "CONSULT", "/acts": "Narendra Modi", "/reports": "श्रीलंका",
		"/entities": "India", "/entities/SCO": "Members", "/entities/person:narendra-modi": "prime minister", "/expect-error": "no page"}
	for _, path := range v.paths() {
		var page string
		v.open(path)
		v.run(chromedp.Text("main", &page, chromedp.ByQuery))
		if len(page) < 10 || !strings.Contains(page, wanted[path]) {
			t.Errorf("%s without scripts lacks %q: %.200s", path, wanted[path], page)
		}
		v.fits(path+" without scripts", 360)
	}
	v.open("/")
	v.run(chromedp.SendKeys("#text", "भारत ने चीन से बातचीत की।"), chromedp.Click("form.paste button"), chromedp.WaitVisible(".card"))
	v.fits("what was read without scripts", 360)
}
