package server_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// mostTabs is how often a test presses Tab before it says that something cannot be reached.
const mostTabs = 300

// seen says of what has the focus whether one sees that: it has an outline and lies in the window.
const seen = `(() => {
	const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
	const inside = r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth;
	return e === document.body || (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 && inside) ? "" : e.outerHTML.slice(0, 120);
})()`

// tabTo presses Tab until something has the focus; all on the way shows that it has it.
func (v *visit) tabTo(selector string) {
	v.t.Helper()
	for range mostTabs {
		v.run(chromedp.KeyEvent(kb.Tab))
		if hidden := eval[string](v, seen); hidden != "" {
			v.t.Errorf("on the way to %s: the focus is not seen on %s", selector, hidden)
		}
		if eval[bool](v, `document.activeElement.matches(`+quoted(selector)+`)`) {
			return
		}
	}
	v.t.Fatalf("Tab does not lead to %s", selector)
}

// press goes to something by Tab, then presses Enter and waits for what comes of it.
func (v *visit) press(selector, then string) {
	v.t.Helper()
	v.tabTo(selector)
	v.run(chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(then))
}

func (v *visit) write(text string) { v.t.Helper(); v.run(input.InsertText(text)) }

// Everything is done without a mouse: read a report, open one, look at its records, correct and add, look for acts, narrow
// and sort them, join two and take them apart, go through timeline, map and network.
func TestBrowserKeyboard(t *testing.T) {
	v := newVisit(t)
	v.run(chromedp.EmulateViewport(1280, 900))
	v.open("/")
	v.run(chromedp.KeyEvent(kb.Tab))
	if !eval[bool](v, `document.activeElement.matches(".skip") && document.activeElement.getBoundingClientRect().left >= 0`) {
		t.Error("the first Tab does not show the link that skips the navigation")
	}
	v.run(chromedp.KeyEvent(kb.Enter))
	v.tabTo("#text")
	v.write("भारत ने चीन से बातचीत की।")
	v.press("form.paste button", ".card")
	v.tabTo(".card")
	if lit := eval[string](v, `[...document.querySelectorAll(".run.lit")].map(e => e.textContent).join("")`); !strings.Contains(lit, "बातचीत") {
		t.Errorf("lit: %q", lit)
	}
	v.press(`nav [href="/reports"]`, "#words")
	v.tabTo("#words")
	v.write("मछुआरों")
	v.run(chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(`.filters [href="/reports"]`))
	v.press(`.list [href="/reports/colombo"]`, ".card")
	v.correctByKeys()
	v.addByKeys()
	v.press(`nav [href="/acts"]`, ".facet")
	v.press(`aside [href="/acts?type=CONSULT"]`, `.filters [href="/acts"]`)
	v.press(`[href="/acts?sort=reports&type=CONSULT"]`, `//strong[text()="reports"]`)
	v.press("a.type", ".telling")
	v.joinByKeys()
	v.press(`nav [href="/timeline"]`, ".timeline")
	v.press(".timeline a", `//input[@id="since" and @value!=""]`)
	v.press(`nav [href="/map"]`, "#map circle")
	v.press(`[data-zoom="2"]`, "#map circle")
	v.press("#map a", ".faceted")
	v.press(`nav [href="/network"]`, "#network circle")
	v.press("#network g a:not([tabindex])", "h1 .code")
}

func (v *visit) correctByKeys() {
	v.t.Helper()
	v.tabTo("#several button.link")
	v.tabTo("#e1 [type=checkbox]")
	v.run(chromedp.KeyEvent(" "))
	if !eval[bool](v, `document.querySelector("#e1 [type=checkbox]").checked`) {
		v.t.Error("a record is not ticked by the blank")
	}
	v.press("#e1 .mend summary", "#e1 [name=status]")
	v.tabTo("#e1 [name=status]")
	v.run(chromedp.KeyEvent("d"))
	v.press("#e1 .ends", ".handle:focus")
	v.run(chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Escape))
	v.press("#e1 .mend button:not([type]):not([name])", "#e1:target")
	if e := v.event("e1"); e.Status != record.Denied {
		v.t.Errorf("the status is %s", e.Status)
	}
}

func (v *visit) addByKeys() {
	v.t.Helper()
	v.press(".adding summary", ".adding .ends")
	v.tabTo(".adding [name=actors]")
	v.write("LKA")
	v.press(".adding .ends", ".handle:focus")
	v.run(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Escape))
	words := eval[string](v, `document.querySelector(".adding [name=words]").value`)
	v.press(".adding form button:not([type])", `//*[contains(@class, "card")]//code[text()="editor"]`)
	id := eval[string](v, `[...document.querySelectorAll(".card")].find(c => c.querySelector(".rule code").textContent === "editor").id`)
	if e := v.event(id); strings.Join(strings.Fields(e.Evidence[0].Quote), " ") != words {
		v.t.Errorf("added with %q, chosen %q", e.Evidence[0].Quote, words)
	}
}

func (v *visit) joinByKeys() {
	v.t.Helper()
	q, err := v.archive.Resolve(archive.Question{Of: store.Acts, Parties: []string{"LKA"}, Types: []string{"COERCE"}, Limit: 1})
	if err != nil {
		v.t.Fatal(err)
	}
	other, err := v.archive.FindActs(v.t.Context(), q)
	if err != nil {
		v.t.Fatal(err)
	}
	v.tabTo("#other")
	v.write(other.Items[0].ID)
	v.run(chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".telling + .telling"))
	v.press(`form[action$="/split"] button`, ".telling:only-child")
}
