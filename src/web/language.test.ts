import fc from "fast-check";
import { expect, test } from "vitest";
import { inLanguage, languageOf, preferredLanguage } from "./language.ts";
import { themeFromCookie } from "./page-setting.ts";
import { safeReturn } from "./turn-away.ts";

test("Spanish leads unless English is clearly preferred", () => {
  expect(preferredLanguage(null)).toBe("es");
  expect(preferredLanguage("fr-FR, de;q=0.8")).toBe("es");
  expect(preferredLanguage("en-GB,en;q=0.9,es;q=0.8")).toBe("en");
  expect(preferredLanguage("es-GT,es;q=0.9,en;q=0.8")).toBe("es");
  expect(preferredLanguage("en;q=0.5, es;q=0.9")).toBe("es");
  expect(preferredLanguage("en;q=0, fr")).toBe("es");
});

test("the switch of language keeps the page, and switching back comes home", () => {
  expect(inLanguage("/es/statistics/2021/GTM", "en")).toBe("/en/statistics/2021/GTM");
  const page = fc.array(fc.stringMatching(/^[a-zA-Z0-9-]+$/), { maxLength: 4 }).map((parts) => ["/es", ...parts].join("/"));
  fc.assert(
    fc.property(
      page,
      (path) => inLanguage(inLanguage(path, "en"), "es") === path && languageOf(inLanguage(path, "en")) === "en",
    ),
  );
});

test("after signing in nobody is led to another site", () => {
  expect(safeReturn("/es/workspace/collection?year=2021", "/es")).toBe("/es/workspace/collection?year=2021");
  expect(safeReturn("/en", "/es")).toBe("/en");
  for (const trap of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/es\\evil",
    "/es//../\\x",
    "/essay",
    "",
    null,
  ])
    expect(safeReturn(trap, "/es")).toBe("/es");
});

test("only the two themes are a choice", () => {
  expect(themeFromCookie("a=1; corett-theme=dark")).toBe("dark");
  expect(themeFromCookie("corett-theme=pink")).toBeUndefined();
  expect(themeFromCookie("x-corett-theme=dark")).toBeUndefined();
  expect(themeFromCookie(null)).toBeUndefined();
});
