import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "#basics";
import { textWidth } from "#charts";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import type { ReleaseData } from "../release/release-data.ts";
import { infographicModel, infographicSvg } from "./index.ts";
import { posterSheet } from "./poster.tsx";
import { belize2021, belize2022, cells, costaSerena2022, guatemala2021, region2022, sampleRelease } from "./release-sample.ts";

const address = "https://corett.example/es/2021/gtm";
const model = (release: ReleaseData, area: string, language: "es" | "en" = "es") =>
  infographicModel(release, trafficking1, area, language, address);
const pages: readonly (readonly [ReleaseData, string])[] = [
  [guatemala2021, "GTM"],
  [region2022, "DOM"],
  [region2022, "MEX"],
  [region2022, "_R"],
  [belize2021, "BLZ"],
  [belize2022, "BLZ"],
  [costaSerena2022, "XFC"],
  [belize2021, "PAN"],
  [guatemala2021, "CRI"],
];

test("Guatemala 2021 says what its printed figures support, and names what it did not report", () => {
  const page = model(guatemala2021, "GTM");
  expect(page.title).toBe("Guatemala, 2021: 425 personas víctimas de trata identificadas");
  expect(page.sections.map((section) => section.finding)).toEqual([
    "Casi nueve de cada diez tenían menos de 18 años",
    "Todas sufrieron explotación sexual",
    "Más de nueve de cada diez eran de Guatemala",
    "14 personas menos que en 2020",
  ]);
  expect(page.silences).toEqual(["El país no informó: si la trata fue interna o transnacional y los servicios brindados."]);
});

test("the same page in English says the same", () => {
  const page = model(guatemala2021, "GTM", "en");
  expect(page.sections.map((section) => section.finding)).toEqual([
    "Nearly nine in ten were under 18",
    "All of them suffered sexual exploitation",
    "More than nine in ten were from Guatemala",
    "14 fewer people than in 2020",
  ]);
});

test("the region says how many of the nine reported, and sums known as an interval stay intervals", () => {
  const page = model(sampleRelease(2019, []), "_R");
  expect(page.headline.figure).toBe("entre 816 y 820");
  expect(page.headline.note).toBe("Suma de 6 de los 9 Estados miembros");
  expect(page.sections[0]?.finding).toBe("Informaron 6 de 9 Estados miembros; sin cifra de México, Nicaragua y Panamá");
});

test("a country with few cases gets larger words, pooled years, and no more than is printed", () => {
  const page = model(belize2022, "BLZ");
  expect(page.lead).toContain("De 2020 a 2022 fueron 23.");
  expect(page.sections.map((section) => section.id)).toEqual(["who", "trend"]);
  expect(page.sections[0]?.note).toBe("Años 2020 a 2022 juntos");
  expect(page.headline.figure).toBe("7");
});

test("where everything is hidden the page says so instead of drawing it", () => {
  const page = model(belize2021, "BLZ");
  expect(page.sections.map((section) => section.id)).toEqual(["trend"]);
  expect(page.silences).toEqual(["Siendo tan pocas personas, no se publica más detalle de este año."]);
});

test("a share is said only of those of whom it is known; else the count alone", () => {
  expect(model(region2022, "MEX").sections[0]?.finding).toBe("Más de siete de cada diez tenían menos de 18 años");
  const sexOnly = sampleRelease(2022, cells("MEX", "victims", { "F._T": 82, "M._T": 29, "_U._T": 136 }));
  expect(model(sexOnly, "MEX").sections[0]?.finding).toBe("82 eran mujeres o niñas");
});

test("in the region a share needs all its parts, because some countries report a total only", () => {
  expect(model(region2022, "_R").sections[1]?.finding).toBe("428 eran mujeres o niñas");
  const whole = sampleRelease(2022, cells("_R", "victims", { "F._T": 500, "M._T": 200, "O._T": 0, "_U._T": 9 }));
  expect(model(whole, "_R").sections[1]?.finding).toBe("Siete de cada diez eran mujeres o niñas");
});

test("a country without a figure says that it did not report, or that its figure is not published", () => {
  expect(model(belize2021, "PAN").title).toBe("Panamá, 2021: personas víctimas de trata identificadas: no informado");
  expect(model(belize2021, "PAN").lead).toBe("El país no informó cuántas personas identificó en 2021.");
  expect(model(sampleRelease(2020, []), "NIC").lead).toBe(
    "La cifra de 2020 no se publica: son tan pocas personas que podrían ser reconocidas.",
  );
});

test("a fictional country wears the band of the exercise, and no member's light is lit", () => {
  const page = model(costaSerena2022, "XFC");
  expect(page.exercise).toBe("EJERCICIO · PAÍS FICTICIO");
  expect(infographicSvg(page, { fonts: false })).toContain("EJERCICIO · PAÍS FICTICIO");
});

test("an area that the release does not have is refused", () => {
  expect(() => model(guatemala2021, "USA")).toThrow("has no area USA");
});

test("every page in both languages and on every paper stays inside its sheet", () => {
  for (const [release, area] of pages) {
    for (const language of languages) {
      for (const height of [1350, 1527, 1397]) {
        const { items, width } = posterSheet(model(release, area, language), height);
        const beyond = items.filter((item) =>
          item.kind === "words" ? item.y + item.leading * (item.lines.length - 1) > height : item.y + item.height > height + 1,
        );
        expect(beyond).toEqual([]);
        const wide = items.filter(
          (item) =>
            item.kind === "words" &&
            item.anchor !== "middle" &&
            item.lines.some((line) => item.x + textWidth(line, item.size, item.face) > width - 20),
        );
        expect(wide).toEqual([]);
      }
    }
  }
});

test("no two texts of a page lie on each other", () => {
  for (const [release, area] of pages) {
    for (const language of languages) {
      const { items } = posterSheet(model(release, area, language), 1350);
      const boxes = items.flatMap((item) =>
        item.kind === "words"
          ? [
              {
                words: item.lines.join(" "),
                left: item.x,
                right: item.x + Math.max(...item.lines.map((line) => textWidth(line, item.size, item.face))),
                top: item.y - item.size * 0.62,
                bottom: item.y + item.leading * (item.lines.length - 1),
              },
            ]
          : [],
      );
      const overlaps = boxes.flatMap((one, at) =>
        boxes
          .slice(at + 1)
          .filter(
            (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
          )
          .map((other) => [one.words, other.words]),
      );
      expect(overlaps.filter(([one]) => one !== "EJERCICIO · PAÍS FICTICIO")).toEqual([]);
    }
  }
});

test("no number appears on a page that the release does not print", () => {
  const value = fc.oneof(
    fc.integer({ min: 1000, max: 9999 }),
    fc.constant("protected" as const),
    fc.constant("source" as const),
    fc.constant("not-reported" as const),
  );
  const codes = ["F.MINOR", "F.ADULT", "M.MINOR", "M.ADULT", "F._T", "M._T", "_T.MINOR", "_T.ADULT"];
  fc.assert(
    fc.property(fc.array(value, { minLength: 20, maxLength: 20 }), (figures) => {
      const from = (start: number, keys: readonly string[]) =>
        Object.fromEntries(keys.map((key, at) => [key, figures[start + at] ?? "protected"]));
      const release = sampleRelease(2021, [
        ...cells("GTM", "victims", from(0, codes)),
        ...cells("GTM", "forms", from(8, ["SEX._T", "LAB._T", "BEG._T", "CRIM._T"])),
        ...cells("GTM", "origin", from(12, ["GTM", "MEX", "HND", "COL"])),
        ...cells("GTM", "scope", from(16, ["INTERNAL", "CROSS"])),
      ]);
      const printed = new Set(figures.filter((figure) => typeof figure === "number").map(String));
      const said = infographicSvg(infographicModel(release, trafficking1, "GTM", "es", "https://corett.example/g"), {
        fonts: false,
      })
        .replaceAll(/<[^>]*>/g, " ")
        .matchAll(/\d{1,3}(?:,\d{3})+|\d{4,}/g)
        .map(([number]) => number.replaceAll(",", ""))
        .filter((number) => !/^20[12]\d$/.test(number));
      expect([...said].filter((number) => !printed.has(number))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("pages look as reviewed", async () => {
  for (const [release, area] of [
    [guatemala2021, "GTM"],
    [region2022, "_R"],
    [belize2022, "BLZ"],
  ] as const) {
    await expect(infographicSvg(model(release, area), { fonts: false }).replaceAll("><", ">\n<")).toMatchFileSnapshot(
      `./examples/${area}-${release.year}.svg`,
    );
  }
});
