// Bundles the scripts of the pages and makes the world map that they draw: node build.js writes ../assets.
// The result is committed, so that building Varta needs no Node.
import { build } from "esbuild";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { quantize, feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";

const assets = new URL("../assets/", import.meta.url).pathname;

await build({
  entryPoints: ["varta.js", "map.js", "network.js", "span.js"].map((f) => new URL(f, import.meta.url).pathname),
  outdir: assets,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
});

// world turns the 50 m countries of Natural Earth into a file small enough for a page: codes for names, seven tenths of
// the points, a grid of 10,000.
function world(source) {
  const atlas = JSON.parse(readFileSync(source));
  const countries = feature(atlas, atlas.objects.countries);
  countries.features = countries.features.map(({ id, properties, geometry }) => ({ type: "Feature", id, properties: { name: properties.name }, geometry }));
  const full = presimplify(topology({ countries }));
  return quantize(simplify(full, quantile(full, 0.3)), 1e4);
}

writeFileSync(assets + "world.json", JSON.stringify(world(new URL("node_modules/world-atlas/countries-50m.json", import.meta.url))));
cpSync(new URL("disputed.json", import.meta.url), assets + "disputed.json");

// The large files are kept packed, as browsers take them.
for (const name of ["map.js", "network.js", "world.json"]) {
  writeFileSync(assets + name + ".gz", gzipSync(readFileSync(assets + name), { level: 9 }));
  rmSync(assets + name);
}
