// Draws who met whom: the more acts two have in common, the closer they stand.
import { drag } from "d3-drag";
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { select } from "d3-selection";
import { data, link, save, standalone } from "./data.js";

const svg = select("#network");
const narrow = svg.node().clientWidth < 600; // a phone: letters must not shrink with the drawing
const width = narrow ? 480 : 960;
const height = narrow ? 560 : 620;
svg.attr("viewBox", `${-width / 2} ${-height / 2} ${width} ${height}`).style("aspect-ratio", `${width} / ${height}`);
const { nodes, links } = data("graph");
const most = Math.max(1, ...links.map((l) => l.acts));
// The area of a circle grows with its acts, but the largest leaves room for the others.
const grows = Math.min(2, 20 / Math.sqrt(Math.max(1, ...nodes.map((n) => n.acts))));
const radius = (n) => 4 + grows * Math.sqrt(n.acts);

const simulation = forceSimulation(nodes)
  .force("link", forceLink(links).id((n) => n.id).distance((l) => 150 - 90 * Math.sqrt(l.acts / most)).strength((l) => 0.15 + 0.5 * (l.acts / most)))
  .force("charge", forceManyBody().strength(-260))
  .force("collide", forceCollide((n) => radius(n) + 12))
  .force("x", forceX().strength(0.07))
  .force("y", forceY().strength(0.11))
  .stop();
simulation.tick(300); // no movement on the page: the same data give the same picture
fill();

// fill spreads the nodes over the drawing, with room for their names.
function fill() {
  const stretch = (axis, room) => {
    const values = nodes.map((n) => n[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const scale = Math.min(2, room / Math.max(1, high - low));
    for (const n of nodes) n[axis] = (n[axis] - (low + high) / 2) * scale;
  };
  stretch("x", width - 120);
  stretch("y", height - 80);
}

const edges = svg.append("g").selectAll("a").data(links).join("a").attr("href", (l) => l.url).attr("tabindex", -1);
edges.append("title").text((l) => `${l.source.label} – ${l.target.label}: ${l.acts} acts`);
edges.append("line").attr("class", "edge").attr("stroke-width", (l) => 1 + 6 * Math.sqrt(l.acts / most));
const dots = svg.append("g").selectAll("g").data(nodes).join("g");
dots.each(function (n) {
  const a = link(select(this), n.url, `${n.label}: ${n.acts} acts`);
  a.append("circle").attr("r", radius(n)).attr("class", "node");
  a.append("text").attr("dy", -radius(n) - 4).text(n.label);
});

// uncrowd hides names that lie on those of busier nodes; they show when one points at their circles.
function uncrowd() {
  const shown = [];
  for (const n of nodes.toSorted((a, b) => b.acts - a.acts)) {
    const half = 3.4 * n.label.length;
    const box = { left: n.x - half, right: n.x + half, top: n.y - radius(n) - 16, bottom: n.y - radius(n) };
    n.crowded = shown.some((o) => box.left < o.right && o.left < box.right && box.top < o.bottom && o.top < box.bottom);
    if (!n.crowded) shown.push(box);
  }
  dots.classed("crowded", (n) => n.crowded);
}

function place() {
  const inside = (v, half) => Math.max(-half + 30, Math.min(half - 30, v));
  for (const n of nodes) [n.x, n.y] = [inside(n.x, width / 2), inside(n.y, height / 2)];
  edges.select("line").attr("x1", (l) => l.source.x).attr("y1", (l) => l.source.y).attr("x2", (l) => l.target.x).attr("y2", (l) => l.target.y);
  dots.attr("transform", (n) => `translate(${n.x},${n.y})`);
  uncrowd();
}
place();
dots.call(drag().on("drag", (event, n) => { [n.x, n.y] = [event.x, event.y]; place(); }));

document.querySelector("[data-save=svg]").addEventListener("click", () => save("network.svg", new Blob([standalone(svg.node())], { type: "image/svg+xml" })));
document.querySelector("[data-save=png]").addEventListener("click", () => {
  const image = new Image();
  image.onload = () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
    const g = canvas.getContext("2d");
    g.fillStyle = getComputedStyle(document.body).backgroundColor;
    g.fillRect(0, 0, canvas.width, canvas.height);
    g.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((b) => save("network.png", b));
  };
  image.src = "data:image/svg+xml," + encodeURIComponent(standalone(svg.node()));
});
