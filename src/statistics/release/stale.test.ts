import { expect, test } from "vitest";
import type { ReleaseData } from "./release-data.ts";
import { type CurrentInputs, isStale } from "./publish.store.ts";

const head = { inputsSha256: "a".repeat(64), basis: [["trafficking-2020", 1]] as const };
const release = (year: number, version: number) =>
  ({ topic: "trafficking", year, version, exercise: false, publishedOn: "2026-11-16", methodology: "trafficking-1", k: 5, members: 9, areas: [], cells: [], trend: [] }) satisfies ReleaseData;
const current = (sha256: string, ...earlier: ReleaseData[]): CurrentInputs => ({ sha256, inputs: { earlier: earlier.map((data) => ({ data, figures: new Map() })) } });

test("a candidate holds while its figures, and the releases it was protected together with, are those of now", () => {
  expect(isStale(head, current(head.inputsSha256, release(2020, 1)))).toBe(false);
});

test("other figures, or a submission that is open again, make it stale", () => {
  expect(isStale(head, current("b".repeat(64), release(2020, 1)))).toBe(true);
  expect(isStale(head, { refusal: "not-accepted", countries: ["GTM"] })).toBe(true);
});

test("another year published since then makes it stale, because the two were not protected together", () => {
  expect(isStale(head, current(head.inputsSha256, release(2020, 1), release(2022, 1)))).toBe(true);
  expect(isStale(head, current(head.inputsSha256, release(2020, 2)))).toBe(true);
});
