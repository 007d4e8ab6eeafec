// data reads what the server put into a page for its script.
export function data(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

// link makes an SVG link that works like one of the page: by mouse, by keyboard, in a new tab.
export function link(parent, href, label) {
  return parent.append("a").attr("href", href).attr("aria-label", label);
}

// save offers text or a blob as a file.
export function save(name, blob) {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(blob);
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 0);
}

// standalone is the text of a drawing that needs no style sheet: what the page's style says is written into it.
export function standalone(svg) {
  const copy = svg.cloneNode(true);
  const from = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((e, i) => {
    const style = getComputedStyle(from[i]);
    for (const p of ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-family", "text-anchor", "paint-order", "stroke-linejoin"]) {
      e.setAttribute(p, style.getPropertyValue(p));
    }
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}
