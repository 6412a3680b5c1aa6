import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { builtPages } from "../test/pages-build.ts";
import { type World, member, openWorld } from "../test/world.ts";
import { createServer } from "./main.ts";

const focalPoint: Actor = { ...member("focal-point", "GTM"), name: "Ana Fuentes" };

let world: World;
let build: Awaited<ReturnType<typeof builtPages>>["build"];
let app: ReturnType<typeof createServer>;

beforeAll(async () => {
  world = await openWorld();
  build = (await builtPages()).build;
  app = createServer({
    database: world.database,
    resolveActor: async (request) =>
      request.headers.get("cookie")?.includes("as=focal-point") === true ? focalPoint : { kind: "public" },
    build,
  });
});
afterAll(async () => {
  await world.close();
});

const origin = "http://corett.test";
const get = (path: string, headers: Record<string, string> = {}) => app.request(`${origin}${path}`, { headers });
const asMember = { cookie: "as=focal-point" };

test("the bare address leads to the reader's language, Spanish first", async () => {
  const plain = await get("/");
  expect([plain.status, plain.headers.get("location")]).toEqual([302, "/es"]);
  expect((await get("/", { "accept-language": "en-BZ,en;q=0.9" })).headers.get("location")).toBe("/en");
});

test.each(["/es", "/en", "/es/about", "/en/accessibility"])("the public page %s is whole without any script", async (path) => {
  const page = await get(path);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).not.toMatch(/<script|modulepreload|\son[a-z]+=/i);
  expect(html).not.toMatch(/\sstyle="/i);
  expect(html).toContain(`<html lang="${path.slice(1, 3)}"`);
  expect(html).toMatch(/<h1[^>]*>.{10,}<\/h1>/);
  expect(page.headers.get("content-security-policy")).toContain("script-src 'none'");
});

test("each page names its twin in the other language", async () => {
  const html = await (await get("/es/about")).text();
  expect(html).toContain(`hrefLang="en" href="${origin}/en/about"`);
  expect(html).toMatch(/href="\/en\/about"[^>]*lang="en"/);
});

test("every answer carries the headers that keep a browser safe", async () => {
  const { headers } = await get("/es");
  expect(Object.fromEntries(headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test("an address without a page is said to be missing, in the reader's language, inside the frame", async () => {
  const missing = await get("/en/nothing/here");
  const html = await missing.text();
  expect(missing.status).toBe(404);
  expect(html).toContain("This page does not exist");
  expect(html).toContain('href="/en/accessibility"');
  expect((await get("/fr/statistics")).status).toBe(404);
});

test("strangers are led from the workspace to sign in, and back afterwards", async () => {
  const turned = await get("/es/workspace?year=2021");
  expect([turned.status, turned.headers.get("location")]).toEqual([303, "/es/sign-in?to=%2Fes%2Fworkspace%3Fyear%3D2021"]);
  expect(
    (await get("/es/workspace.data")).headers.get("location") ?? (await (await get("/es/workspace.data")).text()),
  ).not.toContain("Ana");
});

test("a member's desk runs only scripts that carry its nonce, and no cache keeps it", async () => {
  const desk = await get("/es/workspace", asMember);
  const html = await desk.text();
  const nonce = desk.headers.get("content-security-policy")?.match(/script-src 'nonce-([^']+)' 'strict-dynamic'/)?.[1];
  const scripts = html.match(/<script[^>]*>/g) ?? [];
  expect(desk.status).toBe(200);
  expect(nonce).toBeTruthy();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(desk.headers.get("cache-control")).toBe("private, no-store");
  expect(html).toContain("Punto focal de datos");
  expect(html).toContain("Guatemala");
});

test("the gallery of components is open in demonstrations only", async () => {
  const demo = createServer({ database: world.database, isDemo: true, build });
  expect((await get("/es/design")).status).toBe(404);
  expect((await demo.request(`${origin}/es/design`)).status).toBe(200);
});

test("another site cannot send a form in a member's name", async () => {
  const send = (headers: Record<string, string>) =>
    app.request(`${origin}/theme`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: "theme=dark&back=/en/about",
    });
  expect((await send({ origin: "https://evil.example", ...asMember })).status).toBe(403);
  expect((await send({ "sec-fetch-site": "cross-site", ...asMember })).status).toBe(403);
  expect((await send({ ...asMember })).status).toBe(403);
  expect((await send({ origin, ...asMember })).status).toBe(303);
});

test("the chosen theme is remembered without script and leads back to the page", async () => {
  const chosen = await app.request(`${origin}/theme`, {
    method: "POST",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: "theme=dark&back=%2Fen%2Fabout",
  });
  const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect(chosen.headers.get("location")).toBe("/en/about");
  expect(await (await get("/en/about", { cookie })).text()).toContain('data-theme="dark"');
});

test("a visitor cannot send more than a form holds", async () => {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(1_500_000)], "datos.xlsx"));
  expect((await app.request(`${origin}/es/about`, { method: "POST", headers: { origin }, body: form })).status).toBe(413);
});

test("health tells whether the parts behind answer", async () => {
  const ill = createServer({ database: world.database, isHealthy: async () => Promise.reject(new Error("no database")) });
  expect((await get("/health")).status).toBe(200);
  expect((await ill.request("/health")).status).toBe(503);
});

test("the mark stands in the browser's tab", async () => {
  expect(await (await get("/favicon.svg")).text()).toContain("<svg");
});
