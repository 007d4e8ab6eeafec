// What the pages gain from a script: records and their words light up together, a file can be dropped on the text, all
// records ticked at once.

const lit = new Set();

function light(ids, scroll) {
  for (const e of lit) e.classList.remove("lit");
  lit.clear();
  for (const id of ids) {
    for (const e of document.querySelectorAll(`[data-records~="${CSS.escape(id)}"], [data-record="${CSS.escape(id)}"]`)) {
      e.classList.add("lit");
      lit.add(e);
    }
  }
  const target = [...lit].find((e) => e.matches(scroll));
  target?.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

document.addEventListener("click", (event) => {
  if (event.target.closest("a, summary, button, input, label, select, textarea, form") || String(getSelection())) return;
  const run = event.target.closest("[data-records]");
  if (run) return light(run.dataset.records.split(" "), "[data-record]");
  const card = event.target.closest("[data-record]");
  if (card) return light([card.dataset.record], "[data-records]");
});

document.addEventListener("focusin", (event) => {
  const card = event.target.closest?.("[data-record]");
  if (card === event.target) light([card.dataset.record], "[data-records]");
});

for (const area of document.querySelectorAll("[data-drop]")) {
  area.addEventListener("dragover", (event) => { event.preventDefault(); area.classList.add("over"); });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", async (event) => {
    event.preventDefault();
    area.classList.remove("over");
    const file = event.dataTransfer.files[0];
    area.value = file ? await file.text() : event.dataTransfer.getData("text");
  });
}

const several = document.querySelector("#several");
if (several) {
  const all = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: "Tick all" });
  all.addEventListener("click", () => {
    const boxes = [...document.querySelectorAll("[form=several]")];
    const on = !boxes.every((b) => b.checked);
    for (const b of boxes) b.checked = on;
  });
  several.prepend(all);
}
