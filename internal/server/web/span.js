// Choosing the words of a record in the text of its report: by selecting them, by dragging the handles at their ends, or
// by the arrow keys on a handle (left and right by letters, up and down by words). Ends stand between letters, a letter being what the eye takes for one (क्षि).

const report = document.querySelector(".reader .report");
const sentences = [...(report?.querySelectorAll("[data-at]") ?? [])];
const letters = new Intl.Segmenter("hi", { granularity: "grapheme" });
const words = new Intl.Segmenter("hi", { granularity: "word" });
const length = (text) => new TextEncoder().encode(text).length;

// A point is a sentence and a place in its text, in the units of a string.
const text = (p) => sentences[p.sentence].textContent;
const before = (a, b) => a.sentence < b.sentence || (a.sentence === b.sentence && a.at < b.at);
const byte = (p) => Number(sentences[p.sentence].dataset.at) + length(text(p).slice(0, p.at));

function pointAt(byteOffset) {
  let sentence = sentences.findLastIndex((s) => Number(s.dataset.at) <= byteOffset);
  if (sentence < 0) sentence = 0;
  let rest = byteOffset - Number(sentences[sentence].dataset.at);
  let at = 0;
  for (const c of text({ sentence })) {
    if (rest <= 0) break;
    rest -= length(c);
    at += c.length;
  }
  return { sentence, at };
}

// pointOf is the point of a place in the document; outside the sentences it is the nearest end of one.
function pointOf(node, offset) {
  const place = document.createRange();
  place.setStart(node, offset);
  const sentence = Math.max(0, sentences.findLastIndex((s) => place.comparePoint(s, 0) <= 0));
  const range = document.createRange();
  range.selectNodeContents(sentences[sentence]);
  if (range.comparePoint(node, offset) <= 0) range.setEnd(node, offset);
  return snapped({ sentence, at: range.toString().length });
}

function snapped(p) {
  const part = letters.segment(text(p)).containing(p.at);
  return { ...p, at: part ? part.index : p.at };
}

// placeOf is the node and offset of a point.
function placeOf(p) {
  const walker = document.createTreeWalker(sentences[p.sentence], NodeFilter.SHOW_TEXT);
  let rest = p.at;
  let node = walker.nextNode();
  while (node && rest > node.length) {
    rest -= node.length;
    node = walker.nextNode() ?? node;
  }
  return [node, Math.min(rest, node?.length ?? 0)];
}

// moved is the point a letter or a word farther; at the end of a sentence it goes on in the next.
function moved(p, direction, by) {
  const cuts = [...by.segment(text(p))].map((s) => s.index).concat(text(p).length);
  const next = direction > 0 ? cuts.find((c) => c > p.at) : cuts.findLast((c) => c < p.at);
  if (next !== undefined) return { ...p, at: next };
  const sentence = p.sentence + direction;
  if (!sentences[sentence]) return p;
  return { sentence, at: direction > 0 ? 0 : text({ sentence }).length };
}

let form; // whose words are chosen
let ends; // [first, last]
const handles = report && sentences.length ? ["Where the words begin", "Where the words end"].map(handle) : [];

function handle(label, which) {
  const e = document.createElement("span");
  Object.assign(e, { className: "handle", tabIndex: 0, hidden: true, lang: "en" });
  for (const [name, value] of Object.entries({ role: "slider", "aria-label": label, "aria-valuemin": "0" })) e.setAttribute(name, value);
  e.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Enter") form.querySelector("[name=words]").focus();
    const direction = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!direction) return;
    event.preventDefault();
    set(which, moved(ends[which], direction, event.ctrlKey || event.key === "ArrowUp" || event.key === "ArrowDown" ? words : letters));
  });
  e.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    e.setPointerCapture(event.pointerId);
    report.classList.add("dragging");
  });
  e.addEventListener("pointermove", (event) => {
    if (!e.hasPointerCapture(event.pointerId)) return;
    const at = document.caretRangeFromPoint?.(event.clientX, event.clientY - 12);
    if (at && report.contains(at.startContainer)) set(which, pointOf(at.startContainer, at.startOffset));
  });
  e.addEventListener("pointerup", () => { report.classList.remove("dragging"); e.focus(); });
  report.append(e);
  return e;
}

// set moves one end, but not over the other.
function set(which, p) {
  const next = [...ends];
  next[which] = p;
  if (before(next[0], next[1])) choose(form, next, true);
}

// choose shows what is chosen and writes it into the form.
function choose(target, chosen, changed) {
  [form, ends] = [target, chosen];
  const parts = ranges();
  CSS.highlights?.set("chosen", new Highlight(...parts));
  const box = report.getBoundingClientRect();
  handles.forEach((h, i) => {
    h.hidden = false;
    const rects = parts.at(-i).getClientRects();
    const r = rects[i ? rects.length - 1 : 0];
    h.style.left = `${(i ? r.right : r.left) - box.left}px`;
    h.style.top = `${r.bottom - box.top}px`;
    h.setAttribute("aria-valuenow", byte(ends[i]));
    h.setAttribute("aria-valuemax", byte({ sentence: sentences.length - 1, at: text({ sentence: sentences.length - 1 }).length }));
    h.setAttribute("aria-valuetext", parts.join(" "));
  });
  if (!changed) return;
  form.querySelector("[name=words]").value = parts.join(" ");
  form.querySelector("[name=span]").value = ends.map(byte).join("-");
}

// ranges are what is chosen, a range a sentence: what stands between sentences is not theirs.
function ranges() {
  const out = [];
  for (let sentence = ends[0].sentence; sentence <= ends[1].sentence; sentence++) {
    const first = sentence === ends[0].sentence ? ends[0].at : 0;
    const last = sentence === ends[1].sentence ? ends[1].at : text({ sentence }).length;
    if (last <= first) continue;
    const range = document.createRange();
    range.setStart(...placeOf({ sentence, at: first }));
    range.setEnd(...placeOf({ sentence, at: last }));
    out.push(range);
  }
  return out;
}

function leave() {
  form = ends = undefined;
  CSS.highlights?.delete("chosen");
  for (const h of handles) h.hidden = true;
}

// selected are the ends of what is selected in the report.
function selected() {
  const s = getSelection();
  if (!s.rangeCount || s.isCollapsed || !report.contains(s.anchorNode) || !report.contains(s.focusNode)) return undefined;
  const r = s.getRangeAt(0);
  const first = pointOf(r.startContainer, r.startOffset);
  let last = pointOf(r.endContainer, r.endOffset);
  if (!before(first, last)) last = moved(first, 1, letters);
  return [first, last];
}

function begin(details) {
  const [a, b] = (details.dataset.span || "").split("-").map(Number);
  const first = sentences.findIndex((s) => !s.closest(".headline"));
  const whole = { sentence: Math.max(0, first), at: 0 };
  const given = details.dataset.span ? [pointAt(a), pointAt(b)] : selected() ?? [whole, { ...whole, at: text(whole).length }];
  choose(details, given, !details.dataset.span);
  if (details.querySelector(".ends")) return;
  const go = Object.assign(document.createElement("button"), { type: "button", className: "link ends", textContent: "Move their ends in the text" });
  go.addEventListener("click", () => handles[0].focus());
  details.querySelector("[name=span]").after(go);
}

if (handles.length) {
  const adding = document.querySelector(".adding");
  const offer = Object.assign(document.createElement("button"), { type: "button", className: "offer", hidden: true, lang: "en", textContent: "Add a record of these words" });
  report.append(offer);
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches?.(".mend")) return;
    if (event.target.open) begin(event.target);
    else if (event.target === form) leave();
  }, true);
  document.addEventListener("input", (event) => {
    if (event.target.name === "words") event.target.form.elements.span.value = "";
  });
  document.addEventListener("selectionchange", () => {
    const s = selected();
    if (s && form) choose(form, s, true);
    offer.hidden = !s || !adding || Boolean(form);
    if (offer.hidden) return;
    const r = getSelection().getRangeAt(0).getBoundingClientRect();
    const box = report.getBoundingClientRect();
    offer.style.left = `${Math.min(Math.max(0, r.left - box.left), Math.max(0, box.width - 230))}px`;
    offer.style.top = `${r.bottom - box.top + 4}px`;
  });
  offer.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  offer.addEventListener("click", () => {
    adding.open = true;
    adding.scrollIntoView({ block: "nearest" });
    adding.querySelector("select").focus();
  });
  addEventListener("resize", () => form && choose(form, ends, false));
}
