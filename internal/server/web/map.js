// Draws where acts took place: circles that gather what lies close together at the scale that is shown.
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom } from "d3-zoom";
import { feature, mesh } from "topojson-client";
import { data, link } from "./data.js";

const width = 960;
const height = 500;
const near = 18; // pixels within which places are one circle

const svg = select("#map").attr("viewBox", `0 0 ${width} ${height}`);
const places = data("places");
const [world, disputed] = await Promise.all(["/assets/world.json", "/assets/disputed.json"].map((f) => fetch(f).then((r) => r.json())));

const countries = world.objects.countries;
const projection = geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height - 4]], { type: "Sphere" });
const path = geoPath(projection);
const name = (g) => g.properties.name;
const pairs = new Set(disputed.borders.map((p) => p.toSorted().join("|")));
const isDisputed = (a, b) => pairs.has([name(a), name(b)].toSorted().join("|"));

const land = svg.append("g");
land.append("path").attr("class", "sea").attr("d", path({ type: "Sphere" }));
for (const f of feature(world, countries).features) {
  land.append("path").attr("class", disputed.areas.includes(f.properties.name) ? "land disputed" : "land").attr("d", path(f));
}
land.append("path").attr("class", "border").attr("d", path(mesh(world, countries, (a, b) => a !== b && !isDisputed(a, b))));
land.append("path").attr("class", "border disputed").attr("d", path(mesh(world, countries, (a, b) => a !== b && isDisputed(a, b))));

const points = places.map((p) => ({ ...p, at: projection([p.lon, p.lat]) })).toSorted((a, b) => b.acts - a.acts);
const circles = svg.append("g");

// gather puts each place, the busiest first, into the first cluster that is near at scale k.
function gather(k) {
  const out = [];
  for (const p of points) {
    const c = out.find((c) => Math.hypot(c.at[0] - p.at[0], c.at[1] - p.at[1]) * k < near);
    if (c) {
      c.acts += p.acts;
      c.more += 1;
    } else {
      out.push({ ...p, more: 0 });
    }
  }
  return out;
}

// The area of a circle grows with its acts, but the largest leaves something of the map.
const busiest = Math.max(1, ...gather(1).map((c) => c.acts));
const grows = Math.min(2.2, 27 / Math.sqrt(busiest));
const radius = (c) => 3 + grows * Math.sqrt(c.acts);
const readable = 9; // the radius from which a number fits

function draw(t) {
  land.attr("transform", t).style("--k", t.k);
  circles.selectAll("*").remove();
  for (const c of gather(t.k)) {
    const [x, y] = t.apply(c.at);
    const label = c.more ? `${c.name} and ${c.more} more places: ${c.acts} acts` : `${c.name}: ${c.acts} acts`;
    const a = link(circles, c.url, label);
    a.append("title").text(label);
    a.append("circle").attr("cx", x).attr("cy", y).attr("r", radius(c));
    if (radius(c) > readable) a.append("text").attr("x", x).attr("y", y).attr("dy", ".35em").text(c.acts);
  }
}

const zooming = zoom().scaleExtent([1, 24]).translateExtent([[0, 0], [width, height]]).on("zoom", (event) => draw(event.transform));
svg.call(zooming);
draw({ k: 1, apply: (p) => p, toString: () => "" });
for (const b of document.querySelectorAll("[data-zoom]")) {
  b.addEventListener("click", () => svg.call(zooming.scaleBy, Number(b.dataset.zoom)));
}
