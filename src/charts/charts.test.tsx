import { readFileSync } from "node:fs";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { fontFaces } from "#documents";
import {
  Bars,
  type ChartValue,
  RegionMap,
  SexAge,
  Split,
  Tiles,
  Trend,
  barsTwin,
  briefWords,
  countWords,
  paperPalette,
  regionMapTwin,
  sexAgeTwin,
  sortedBars,
  splitParts,
  textWidth,
  trendTwin,
  tilesTwin,
  valueWords,
  wrapText,
} from "./index.ts";
import { drawRegionShapes } from "./region-shapes.draw.ts";

const exact = (count: number): ChartValue => ({ kind: "observed", count });
const states = {
  exact: exact(1025),
  zero: exact(0),
  range: { kind: "range", lo: 816, hi: 820 },
  hidden: { kind: "protected" },
  source: { kind: "source" },
  missing: { kind: "absent", absence: "not-available" },
} satisfies Record<string, ChartValue>;
const options = {
  title: "Lo que dice",
  language: "es" as const,
  grouping: "comma" as const,
  width: 480,
  size: 18,
  palette: paperPalette,
};
const draw = (chart: ReactElement) => renderToStaticMarkup(chart);
const spoken = (svg: string) => svg.replaceAll(/<[^>]*>/g, " ");
const header = ["Nombre", "Personas"] as const;
const all = Object.entries(states).map(([label, value]) => ({ label, value }));

const charts = {
  bars: <Bars {...options} bars={sortedBars(all)} header={header} />,
  "sex-age": (
    <SexAge
      {...options}
      left={{ label: "Mujeres", total: states.exact }}
      right={{ label: "Hombres", total: states.hidden }}
      ages={[
        { label: "0 a 17", left: states.exact, right: states.range },
        { label: "18 o más", left: states.hidden, right: states.source },
        { label: "Sin dato", left: states.zero, right: states.missing },
      ]}
      others={[{ label: "Otro sexo", value: states.hidden }]}
      header={["Edad", "Total"]}
    />
  ),
  split: (
    <Split
      {...options}
      parts={[
        { label: "Interna", value: exact(388) },
        { label: "Transnacional", value: exact(37) },
        { label: "Ambas", value: exact(0) },
      ]}
      header={header}
    />
  ),
  trend: (
    <Trend
      {...options}
      years={all.map(({ value }, at) => ({ year: 2017 + at, value }))}
      strong={2022}
      height={200}
      header={header}
    />
  ),
  tiles: (
    <Tiles
      {...options}
      width={720}
      columns={3}
      tiles={all.map(({ label, value }) => ({
        label,
        value,
        years: all.map((each, at) => ({ year: 2017 + at, value: each.value })),
      }))}
      header={header}
    />
  ),
  map: (
    <RegionMap
      {...options}
      places={[
        { code: "GTM", label: "Guatemala", value: exact(388) },
        { code: "MEX", label: "México", value: exact(5) },
        { code: "HND", label: "Honduras", value: states.range },
        { code: "NIC", label: "Nicaragua", value: states.hidden },
        { code: "CUB", label: "Cuba", value: states.missing },
        { code: "WLD", label: "Resto del mundo", value: states.source },
      ]}
      members={["GTM", "MEX", "HND", "NIC"]}
      to="GTM"
      header={header}
    />
  ),
};

test.each(Object.entries(charts))("%s is a picture with a name and a description in words", (_, chart) => {
  const svg = draw(chart);
  expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>Lo que dice<\/title><desc>[^<]+<\/desc>/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test("every state of a figure has its own words in both languages", () => {
  expect(Object.values(states).map((value) => valueWords(value, "es", "comma"))).toEqual([
    "1,025",
    "0",
    "entre 816 y 820",
    "protegido",
    "reservado en la fuente",
    "no informado",
  ]);
  expect(Object.values(states).map((value) => valueWords(value, "en", "comma"))).toEqual([
    "1,025",
    "0",
    "816 to 820",
    "protected",
    "withheld at source",
    "not reported",
  ]);
});

test.each(
  Object.entries({ bars: valueWords, "sex-age": briefWords, trend: briefWords }) as [
    "bars" | "sex-age" | "trend",
    typeof valueWords,
  ][],
)("%s prints the words of every state", (name, wordsOf) => {
  const words = spoken(draw(charts[name]).replace(/<desc>.*?<\/desc>/, "")).replace(
    "entre 816 y 820",
    "816–820 entre 816 y 820",
  );
  expect(Object.values(states).filter((value) => !words.includes(wordsOf(value, "es", "comma")))).toEqual([]);
});

test("a hidden figure is hatched as long as any other hidden one, whatever the scale", () => {
  const lengthBeside = (count: number) =>
    draw(
      <Bars
        {...options}
        bars={[
          { label: "a", value: exact(count) },
          { label: "b", value: states.hidden },
        ]}
        header={header}
      />,
    ).match(/<g stroke[^>]*><rect[^>]*>/)?.[0];
  expect(lengthBeside(10)).toBe(lengthBeside(10_000));
});

test("what the release hides and what the source hides lean to different sides", () => {
  const hatching = (value: ChartValue) =>
    draw(<Bars {...options} bars={[{ label: "a", value }]} header={header} />).match(/<path d="([^"]+)"/)?.[1];
  expect(hatching(states.hidden)).not.toBe(hatching(states.source));
});

test("a missing year keeps its place and is not drawn as zero", () => {
  const svg = draw(
    <Trend
      {...options}
      years={[
        { year: 2018, value: exact(5) },
        { year: 2019, value: states.missing },
      ]}
      strong={2018}
      height={200}
      header={header}
    />,
  );
  expect(spoken(svg)).toContain("sin dato");
  expect(svg.match(/<rect[^>]*fill="#174f8c"|<rect[^>]*fill="#5a90c6"/g)).toHaveLength(1);
});

test("bars stand from many to few, hidden after printed, missing last", () => {
  expect(sortedBars(all).map((bar) => bar.label)).toEqual(["exact", "range", "zero", "hidden", "source", "missing"]);
});

test("a whole of two parts is drawn only when all its parts are exact", () => {
  expect(
    splitParts([
      { label: "a", value: exact(3) },
      { label: "b", value: exact(4) },
    ]),
  ).toHaveLength(2);
  expect(
    splitParts([
      { label: "a", value: exact(3) },
      { label: "b", value: states.hidden },
    ]),
  ).toBeUndefined();
});

test("each chart's table has its figures in words", () => {
  const words = { language: "es", grouping: "comma" } as const;
  expect(barsTwin({ bars: all, header, ...words }).rows).toContainEqual(["range", "entre 816 y 820"]);
  expect(trendTwin({ years: [{ year: 2019, value: states.range, note: "6 países" }], header, ...words }).rows).toEqual([
    ["2019", "entre 816 y 820 (6 países)"],
  ]);
  expect(regionMapTwin({ places: [{ code: "WLD", label: "Resto", value: states.hidden }], header, ...words }).rows).toEqual([
    ["Resto", "protegido"],
  ]);
  expect(
    tilesTwin({ tiles: [{ label: "Belice", value: exact(5), years: [{ year: 2021, value: exact(5) }] }], header, ...words }),
  ).toEqual({ header: ["Nombre", "2021"], rows: [["Belice", "5"]] });
  expect(
    sexAgeTwin({
      left: { label: "Mujeres", total: exact(3) },
      right: { label: "Hombres", total: states.hidden },
      ages: [],
      others: [],
      header: ["Edad", "Total"],
      ...words,
    }).rows,
  ).toEqual([["Total", "3", "protegido"]]);
});

test("thousands are grouped as the country writes them", () => {
  expect([countWords(1025, "comma"), countWords(1_234_567, "space"), countWords(999, "comma")]).toEqual([
    "1,025",
    "1\u202f234\u202f567",
    "999",
  ]);
});

test("no line is wider than its column, and no word is lost", () => {
  const text = "Personas que la autoridad competente identificó como víctimas de trata";
  const lines = wrapText(text, 200, 18);
  expect(lines.every((line) => textWidth(line, 18) <= 200)).toBe(true);
  expect(lines.join(" ")).toBe(text);
});

test("the kept widths of letters are those of the fonts", () => {
  const kept = JSON.parse(readFileSync(new URL("text-widths.json", import.meta.url), "utf8")) as Record<
    string,
    Record<string, number>
  >;
  for (const { family, weight, truetype } of fontFaces())
    expect(kept[`${family.includes("Sans") ? "sans" : "serif"}-${weight}`]).toEqual(advances(truetype));
});

test("the kept map is the one that the atlas gives", () => {
  expect(JSON.parse(readFileSync(new URL("region-shapes.json", import.meta.url), "utf8"))).toEqual(drawRegionShapes());
});

test("charts look as reviewed", async () => {
  for (const name of ["bars", "sex-age", "split", "trend", "tiles"] as const)
    await expect(draw(charts[name]).replaceAll("><", ">\n<")).toMatchFileSnapshot(`./examples/${name}.svg`);
});

/** Advance widths by letter, from the cmap (format 4) and hmtx tables. Source: OpenType specification. */
function advances(font: Buffer): Record<string, number> {
  const table = (tag: string) => {
    const at = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index).find(
      (entry) => font.toString("latin1", entry, entry + 4) === tag,
    );
    return font.readUInt32BE((at ?? 0) + 8);
  };
  const [cmap, hmtx, metrics] = [table("cmap"), table("hmtx"), font.readUInt16BE(table("hhea") + 34)];
  const map =
    cmap +
    (Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => font.readUInt32BE(cmap + 8 + 8 * index)).find(
      (offset) => font.readUInt16BE(cmap + offset) === 4,
    ) ?? 0);
  const segments = font.readUInt16BE(map + 6);
  const glyph = (code: number) => {
    for (let at = 0; at < segments; at += 2) {
      if (font.readUInt16BE(map + 14 + at) < code) continue;
      const [start, shift, place] = [
        font.readUInt16BE(map + 16 + segments + at),
        font.readUInt16BE(map + 16 + 2 * segments + at),
        map + 16 + 3 * segments + at,
      ];
      if (start > code) return 0;
      const range = font.readUInt16BE(place);
      const found = range === 0 ? code : font.readUInt16BE(place + range + 2 * (code - start));
      return found === 0 ? 0 : (found + shift) % 65_536;
    }
    return 0;
  };
  const letters = [
    ...Array(95)
      .keys()
      .map((at) => 32 + at),
    ...Array(96)
      .keys()
      .map((at) => 160 + at),
    0x2009,
    0x202f,
    0x2013,
    0x2014,
    0x2018,
    0x2019,
    0x201c,
    0x201d,
    0x2022,
    0x2026,
    0x2212,
  ];
  return Object.fromEntries(
    letters
      .map((code) => [String.fromCharCode(code), glyph(code)] as const)
      .filter(([, found]) => found !== 0)
      .map(([letter, found]) => [letter, font.readUInt16BE(hmtx + 4 * Math.min(found, metrics - 1))]),
  );
}
