import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Mark, categories, contrast, favicon, lights, magnitude, theRest, themes } from "./index.ts";

const grounds = ["paper", "surface", "sunken"] as const;
const letters = ["ink", "inkSoft", "work", "workStrong", "good", "caution", "bad"] as const;

test("black on white has the contrast that WCAG gives it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});

test.each(["light", "dark"] as const)("every text colour of the %s theme is legible on every ground", (name) => {
  const theme = themes[name];
  const weak = letters.flatMap((role) =>
    grounds.filter((ground) => contrast(theme[role], theme[ground]) < 4.5).map((ground) => `${role} on ${ground}`),
  );
  expect(weak).toEqual([]);
});

test.each(["light", "dark"] as const)("words of state are legible on their wash in the %s theme", (name) => {
  const theme = themes[name];
  expect(contrast(theme.good, theme.goodWash)).toBeGreaterThan(4.5);
  expect(contrast(theme.caution, theme.cautionWash)).toBeGreaterThan(4.5);
  expect(contrast(theme.bad, theme.badWash)).toBeGreaterThan(4.5);
  expect(contrast(theme.work, theme.workWash)).toBeGreaterThan(4.5);
});

test.each(["light", "dark"] as const)("marks of charts stand out from the paper of the %s theme", (name) => {
  const theme = themes[name];
  const weak = (["chartStrong", "chartMain", "chartHatch", "chartFlow"] as const).filter(
    (role) => contrast(theme[role], theme.paper) < 3,
  );
  expect(weak).toEqual([]);
});

test("the amber light is legible on ink, where alone it carries words", () => {
  expect(contrast(themes.light.light, themes.light.ink)).toBeGreaterThan(4.5);
});

test("magnitude grows darker step by step", () => {
  const steps = magnitude.map((colour) => contrast(colour, themes.light.paper));
  expect(steps).toEqual(steps.toSorted((one, other) => one - other));
});

test("categories stand out from the paper and the rest", () => {
  expect([...categories, theRest].filter((colour) => contrast(colour, themes.light.paper) < 3)).toEqual([]);
});

/** Machado, Oliveira and Fernandes 2009, severity 1.0, in linear sRGB. */
const eyes = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

test.each(Object.entries(eyes))("categories differ for %s eyes by more than twenty steps of CIELAB", (_, eye) => {
  const seen = categories.map((colour) => lab(times(eye, linear(colour))));
  const distances = seen.flatMap((one, at) =>
    seen.slice(at + 1).map((other) => Math.hypot(...one.map((part, axis) => part - (other[axis] ?? 0)))),
  );
  expect(Math.min(...distances)).toBeGreaterThan(20);
});

test("the mark has nine lights in one colour, and its tile for browsers too", () => {
  expect(Object.keys(lights)).toHaveLength(9);
  const drawn = renderToStaticMarkup(createElement(Mark, { size: 16, colour: "#10243e", title: "CORETT" }));
  expect(drawn.match(/<circle/g)).toHaveLength(9);
  expect(new Set(drawn.match(/#[0-9a-f]{6}/g))).toEqual(new Set(["#10243e"]));
  expect(favicon().match(/<circle/g)).toHaveLength(9);
});

test("at sixteen pixels the lights do not touch", () => {
  const places = Object.values(lights);
  const gaps = places.flatMap((one, at) =>
    places.slice(at + 1).map((other) => Math.hypot(one[0] - other[0], one[1] - other[1]) - 2 * 2.2),
  );
  expect(Math.min(...gaps)).toBeGreaterThan(0.5);
});

function linear(hex: string): number[] {
  return [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, factor, at) => sum + factor * (vector[at] ?? 0), 0),
      ),
    ),
  );
}

function lab(rgb: readonly number[]): number[] {
  const white = [0.9505, 1, 1.089];
  const [x = 0, y = 0, z = 0] = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    rgb,
  )
    .map((part, at) => part / (white[at] ?? 1))
    .map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
