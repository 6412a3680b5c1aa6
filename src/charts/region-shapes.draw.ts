import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoAzimuthalEqualArea, geoCentroid, geoPath } from "d3-geo";
import { feature } from "topojson-client";

/** ISO 3166-1 numeric, as the atlas names its countries, and alpha-3, as the statistics do. */
const named: Readonly<Record<string, string>> = {
  "084": "BLZ",
  "188": "CRI",
  "222": "SLV",
  "320": "GTM",
  "340": "HND",
  "484": "MEX",
  "558": "NIC",
  "591": "PAN",
  "214": "DOM",
  "170": "COL",
  "862": "VEN",
  "192": "CUB",
  "332": "HTI",
  "218": "ECU",
};
/** Corners of the picture, in degrees east and north: Tijuana to Trinidad, the Rio Grande to the Galápagos. */
const edges: readonly (readonly [number, number])[] = [
  [-117.2, 32.6],
  [-106, 32],
  [-86.5, 24],
  [-61, 12],
  [-67.5, 18.5],
  [-60, 8],
  [-81.3, -3.5],
  [-75, -3.5],
  [-93, -1],
];

/**
 * Draws the region once, as paths in a picture 1000 wide: an azimuthal equal-area projection, so that no country looks
 * larger than it is. What it gives is kept in `region-shapes.json`, because the atlas is twenty times as large.
 *
 * Source: Natural Earth 1:50m, public domain, through the package world-atlas.
 */
export function drawRegionShapes() {
  const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  const atlas = JSON.parse(readFileSync(file, "utf8")) as Parameters<typeof feature>[0];
  const countries = atlas.objects["countries"];
  if (!countries) throw new Error("The atlas has no countries");
  const projection = geoAzimuthalEqualArea().rotate([88, -14]).scale(1000).translate([0, 0]);
  const corners = edges.map(([east, north]): readonly [number, number] => projection([east, north]) ?? [0, 0]);
  const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [top, bottom] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  const scale = 1000 / (right - left);
  const height = Math.round((bottom - top) * scale);
  projection
    .scale(1000 * scale)
    .translate([-left * scale, -top * scale])
    .clipExtent([
      [-10, -10],
      [1010, height + 10],
    ]);
  const path = geoPath(projection).digits(1);
  const shapes: Record<string, { path: string; centre: [number, number] }> = {};
  let rest = "";
  const drawnCountries = feature(atlas, countries);
  if (!("features" in drawnCountries)) throw new Error("The atlas has one country only");
  for (const country of drawnCountries.features) {
    const drawn = path(country);
    const code = named[String(country.id)];
    if (!drawn) continue;
    if (!code) rest += thin(drawn, 3);
    else {
      const [x, y] = projection(geoCentroid(country)) ?? [0, 0];
      shapes[code] = { path: thin(drawn, 1.4), centre: [Math.round(x), Math.round(y)] };
    }
  }
  return {
    width: 1000,
    height,
    countries: Object.fromEntries(Object.entries(shapes).toSorted(([one], [other]) => (one < other ? -1 : 1))),
    rest,
  };
}

/** Leaves out points closer than `least` to the one before, and islands that vanish by it. */
function thin(path: string, least: number): string {
  return path
    .split("M")
    .filter((ring) => ring !== "")
    .map((ring) => {
      const points = ring
        .replace("Z", "")
        .split("L")
        .map((point) => point.split(",").map(Number) as [number, number]);
      const kept: [number, number][] = [];
      for (const point of points) {
        const last = kept.at(-1);
        if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= least) kept.push(point);
      }
      return kept.length < 3 ? "" : `M${kept.map((point) => point.join(",")).join("L")}Z`;
    })
    .join("");
}
