import { globSync, readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import { ErrorSummary } from "./components/error-summary.tsx";
import { formRefusal, formState } from "./form-state.ts";
import { revalidateAfterRefusal } from "./revalidate.ts";

test("a page is read again after a refusal, and otherwise as the router would", () => {
  for (const defaultShouldRevalidate of [true, false]) {
    expect(revalidateAfterRefusal({ actionStatus: 409, defaultShouldRevalidate })).toBe(true);
    for (const actionStatus of [200, 400, 403]) expect(revalidateAfterRefusal({ actionStatus, defaultShouldRevalidate })).toBe(defaultShouldRevalidate);
  }
});

test("every page whose form can be refused is read again after the refusal", () => {
  const pages = globSync("src/*/**/pages/*.tsx", { exclude: ["**/*.test.tsx"] }).map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const refusing = pages.filter(({ text }) => /export (async )?function action\b/.test(text) && /formRefusal\(|status: 409/.test(text));
  expect(refusing.length).toBeGreaterThan(60);
  const stale = refusing.filter(({ text }) => !text.includes("export { revalidateAfterRefusal as shouldRevalidate }")).map(({ file }) => file);
  expect(stale).toEqual([]);
});

test("what was typed in a refused form stands beside the refusal, even when its field is gone", () => {
  const sent = new FormData();
  sent.append("text", "La delegación pide que conste su posición.");
  const { data } = formRefusal("El punto ya se cerró.", sent);
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: () => createElement(ErrorSummary, { form: formState(data) }) }]);
  const page = renderToStaticMarkup(createElement(Stub, { initialEntries: ["/es/workspace"] }));
  expect(page).toContain("El punto ya se cerró.");
  expect(page).toContain("Lo que usted escribió se conserva aquí");
  expect(page).toContain("La delegación pide que conste su posición.");
});
