import { expect, test } from "vitest";
import type { Text } from "#basics";
import { figure } from "../example-figures.ts";
import { trafficking1 } from "../../methodology/trafficking-1.ts";
import { mirrorHints } from "./double-report.ts";

const names = new Map<string, Text>([["HND", { es: "Honduras", en: "Honduras" }], ["GTM", { es: "Guatemala", en: "Guatemala" }], ["MEX", { es: "México", en: "Mexico" }]]);
const home = (own: number, across: number) => ({ country: "HND", figures: [figure("victims:_T._T", 60), figure("origin:HND", own), figure("scope:CROSS", across)] });
const abroad = (country: string, word: number | "<5") => ({ country, figures: [figure("victims:_T._T", 90), figure("origin:HND", word)] });

test("nationals in two countries' figures give a hint with the most that can be double", () => {
  const [hint] = mirrorHints(trafficking1, [home(50, 30), abroad("GTM", 12), abroad("MEX", 9)], names);
  expect(hint).toMatchObject({ origin: "HND", destinations: ["GTM", "MEX"], upTo: 21 });
  expect(hint?.words.es).toContain("Hasta 21 personas podrían contarse dos veces");
});
test("what the country of origin may read names no other state and no number", () => {
  const [hint] = mirrorHints(trafficking1, [home(50, 30), abroad("GTM", 12)], names);
  const words = `${hint?.wordsForState.es} ${hint?.wordsForState.en}`;
  expect(words).not.toMatch(/\d|Guatemala|México|Mexico/);
});
test("a hint never rests on a handful of persons, nor on what a source hides", () => {
  expect(mirrorHints(trafficking1, [home(50, 30), abroad("GTM", 4)], names)).toEqual([]);
  expect(mirrorHints(trafficking1, [home(50, 4), abroad("GTM", 40)], names)).toEqual([]);
  expect(mirrorHints(trafficking1, [home(50, 30), abroad("GTM", "<5")], names)).toEqual([]);
});
test("a country that is not in the collection is not spoken of", () => {
  expect(mirrorHints(trafficking1, [abroad("GTM", 40)], names)).toEqual([]);
});
