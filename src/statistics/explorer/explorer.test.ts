import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "#basics";
import { valueWords } from "#charts";
import { createServer } from "../../../server/main.ts";
import { builtPages } from "../../../test/pages-build.ts";
import { type World, member, openWorld } from "../../../test/world.ts";
import { type BuiltRelease, buildRelease } from "../release/build.ts";
import { readManifest, sha256 } from "../release/manifest.ts";
import { statisticsApi } from "./api.ts";
import {
  adoptRules,
  collection,
  guatemala,
  keepVersion,
  openSmallYear,
  publishVersion,
  smallYear,
} from "./examples/small-year.ts";
import { releaseStamp } from "./published.store.ts";
import { groupingFor } from "./table-view.ts";

const origin = "http://corett.test";

let world: World;
let app: ReturnType<typeof createServer>;
let site: Awaited<ReturnType<typeof builtPages>>;
let built: BuiltRelease;
let emptyStart: string;

beforeAll(async () => {
  [world, site, built] = await Promise.all([
    openWorld(),
    builtPages(),
    buildRelease(smallYear, { baseUrl: origin }),
  ]);
  const { database } = world;
  app = createServer({
    database,
    mounts: { "/api/v1/*": statisticsApi(database) },
    resolveActor: async (request) =>
      request.headers.get("cookie")?.includes("as=secretariat") === true ? member("secretariat") : { kind: "public" },
    build: site.build,
  });
  await adoptRules(database);
  emptyStart = await page("/es/statistics");
  await openSmallYear(database);
  await keepVersion(database, built, 1);
  await publishVersion(database, 1);
  // A correction that nobody may see yet.
  await keepVersion(database, built, 2);
});
afterAll(async () => {
  await world.close();
});

const get = (path: string, headers: Record<string, string> = {}) => app.request(`${origin}${path}`, { headers });
async function page(path: string): Promise<string> {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}
const areas = ["", "/BLZ", "/GTM", "/PAN"];
const pages = languages.flatMap((language) => [
  `/${language}/statistics`,
  `/${language}/statistics/methodology`,
  `/${language}/statistics/api`,
  ...areas.map((area) => `/${language}/statistics/2022${area}`),
  `/${language}/statistics/2022/table/victims`,
  `/${language}/statistics/2022/table/victims?area=GTM`,
]);
/** Digits run together, whatever separates thousands. */
const digits = (text: string) => text.replaceAll(/(\d)[,\u202f](?=\d{3})/g, "$1");
/** Counts large enough to be unmistakable that the release hides. */
const secrets = guatemala.flatMap(({ cell, value }) =>
  value.kind === "count" && value.count > 999 ? [{ cell, count: value.count }] : [],
);
const hiddenCounts = () =>
  secrets
    .filter(({ cell }) =>
      built.data.cells.some(
        (each) =>
          each.area === "GTM" &&
          !each.years &&
          `${each.table}:${each.codes.join(".")}` === cell &&
          each.published.kind === "protected",
      ),
    )
    .map(({ count }) => String(count));

test("before the first release the page says what will be here and who puts it there", () => {
  expect(emptyStart).toContain("Todavía no hay un año publicado");
  expect(emptyStart).toContain("Secretaría Técnica");
});

test("the release under test does hide numbers that are unmistakable", () => {
  expect(hiddenCounts().length).toBeGreaterThanOrEqual(2);
});

test.each(pages)("%s runs no script, carries no style of its own, and weighs little", async (path) => {
  const html = await page(path);
  expect(html.replaceAll(/<script type="application\/ld\+json">/g, "")).not.toMatch(
    /<script|modulepreload|\son[a-z]+=|\sstyle="/i,
  );
  expect(html).toMatch(/<h1/);
  expect(html.length).toBeLessThan(260_000);
});

/** Pages with a table: of few persons and of none there is nothing to tabulate in a first year. */
const tabled = pages.filter((path) => path.includes("2022") && !/BLZ|PAN/.test(path));
test.each(tabled)("every figure in the tables of %s is a released one", async (path) => {
  const html = await page(path);
  const language = path.startsWith("/es") ? "es" : "en";
  const released = [...built.data.cells, ...built.data.trend].map(({ published }) => published);
  const words = new Set([
    "…",
    "",
    ...(["comma", "space"] as const).flatMap((grouping) => released.map((value) => valueWords(value, language, grouping))),
  ]);
  const told = [...html.matchAll(/<td[^>]*class="number"[^>]*>(.*?)<\/td>/g)].map(([, cell = ""]) =>
    cell.replaceAll(/<[^>]*>/g, "").replace(/ \(\d+ (países|countries)\)$/, ""),
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((each) => !words.has(each))).toEqual([]);
});

test("the headline of each page is the released cell, in both languages", async () => {
  const space = groupingFor("_R", "es") === "space" ? "\u202f" : ",";
  expect(await page("/es/statistics/2022")).toContain(`10${space}264`);
  expect(await page("/en/statistics/2022/GTM")).toContain("10,252");
  expect(await page("/es/statistics/2022/PAN")).toContain("Panamá no informó cuántas personas");
  expect(await page("/en/statistics/2022/PAN")).toContain("Panama did not report how many");
});

test("no hidden number stands on any page", async () => {
  for (const path of pages) {
    const text = digits(await page(path));
    for (const count of hiddenCounts()) expect(`${path} ${text.includes(count)}`).toBe(`${path} false`);
  }
});

test("no hidden number comes out of the interface, and a hidden cell has no value at all", async () => {
  const answer = await get(`/api/v1/releases/${collection}/latest/cells`);
  const text = await answer.text();
  for (const count of hiddenCounts()) expect(text).not.toContain(count);
  const { cells } = JSON.parse(text) as {
    cells: {
      area: string;
      table: string;
      codes: Record<string, string>;
      value?: number;
      lower?: number;
      upper?: number;
      confidentiality: string;
    }[];
  };
  expect(cells.length).toBe(built.data.cells.length);
  const closed = cells.filter(({ confidentiality }) => confidentiality === "C");
  expect(closed.length).toBe(
    built.data.cells.filter(({ published }) => published.kind === "protected" || published.kind === "source").length,
  );
  expect(closed.filter(({ value, lower, upper }) => value !== undefined || lower !== undefined || upper !== undefined)).toEqual(
    [],
  );
  const released = new Map(
    built.data.cells
      .filter((each) => !each.years)
      .map((each) => [`${each.area}/${each.table}:${each.codes.join(".")}`, each.published]),
  );
  for (const each of cells) {
    const published = released.get(`${each.area}/${each.table}:${Object.values(each.codes).join(".")}`);
    expect(each.value).toBe(published?.kind === "observed" ? published.count : undefined);
  }
});

test("no hidden number stands in any file of the archive, and each file is the one of the manifest", async () => {
  const answer = await get(`/statistics/files/${collection}/1/corett-${collection}-v1.zip`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/zip"]);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const folder = `corett-${collection}-v1/`;
  const files = unzipSync(bytes);
  const listed = readManifest(strFromU8(files[`${folder}manifest.sha256`] ?? new Uint8Array()));
  expect(Object.keys(files).length).toBe(listed.size + 1);
  for (const [path, digest] of listed) expect(sha256(files[`${folder}${path}`] ?? "")).toBe(digest);
  const texts = Object.entries(files).flatMap(([path, content]) =>
    path.endsWith(".xlsx")
      ? Object.values(unzipSync(content)).map((part) => strFromU8(part))
      : /\.(csv|json|svg|txt)$/.test(path)
        ? [strFromU8(content).replaceAll(/base64,[^)"]*/g, "")]
        : [],
  );
  expect(texts.length).toBeGreaterThan(20);
  for (const count of hiddenCounts())
    expect(texts.filter((text) => new RegExp(`(?<![\\d.])${count}(?![\\d.])`).test(digits(text)))).toEqual([]);
  const again = await get(`/statistics/files/${collection}/1/corett-${collection}-v1.zip`);
  expect(sha256(new Uint8Array(await again.arrayBuffer()))).toBe(sha256(bytes));
});

test("a file keeps its type, its name and its fingerprint, and is not sent twice", async () => {
  const path = `/statistics/files/${collection}/1/tables/victims.csv`;
  const answer = await get(path);
  const body = await answer.text();
  expect(body).toMatch(/^STRUCTURE,/);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
    "content-disposition": `attachment; filename="corett-${collection}-v1-victims.csv"`,
    "x-content-type-options": "nosniff",
    etag: expect.stringContaining(sha256(body)),
  });
  expect((await get(path, { "if-none-match": `"${sha256(body)}"` })).status).toBe(304);
  expect(
    (await get(`/statistics/files/${collection}/1/infographics/region-es.png`)).headers.get("content-disposition"),
  ).toMatch(/^inline/);
  expect((await get(`/statistics/files/${collection}/1/infographics/GTM-en.preview.png`)).headers.get("content-type")).toBe(
    "image/png",
  );
});

test.each([
  "/es/statistics/2021",
  "/es/statistics/1999",
  "/es/statistics/2022?version=2",
  "/es/statistics/2022?version=x",
  "/es/statistics/2022/USA",
  "/es/statistics/2022/_R",
  "/en/statistics/2022-exercise",
  "/en/statistics/2022/table/nothing",
  "/en/statistics/2022/table/victims?area=USA",
  `/statistics/files/${collection}/2/release.json`,
  `/statistics/files/${collection}/1/../2/release.json`,
  `/statistics/files/${collection}/1/no-such-file`,
  `/statistics/files/${collection}/2/corett-${collection}-v2.zip`,
  `/api/v1/releases/${collection}/2`,
  `/api/v1/releases/${collection}/1/tables/nothing.csv`,
  "/api/v1/nothing",
])("%s is not there, for the secretariat as for anyone, while it is not published", async (path) => {
  expect((await get(path)).status).toBe(404);
  expect((await get(path, { cookie: "as=secretariat" })).status).toBe(404);
});

test.each([
  ["?area=Guatemala", "area"],
  ["?area=USA", "area"],
  ["?table=nothing", "table"],
  ["?period=last", "period"],
  ["?lang=fr", "lang"],
  ["?country=GTM", "country"],
  ["?area=GTM&area=BLZ", "area"],
])("the question %s is answered with what is wrong, in the language asked for", async (query, name) => {
  const spanish = await get(`/api/v1/releases/${collection}/1/cells${query}`);
  expect([spanish.status, spanish.headers.get("content-type")]).toEqual([400, "application/problem+json; charset=utf-8"]);
  expect(await spanish.json()).toMatchObject({ status: 400, title: "Un parámetro no se entiende", parameter: name });
  const english = await get(`/api/v1/releases/${collection}/1/cells${query}`, { "accept-language": "en-BZ" });
  expect(await english.json()).toMatchObject({ title: "A parameter is not understood" });
});

test("a view of a table gives the same cells as CSV and as JSON-stat, of the areas asked for alone", async () => {
  const csv = await (await get(`/api/v1/releases/${collection}/1/tables/victims.csv?area=BLZ`)).text();
  const lines = csv.trim().split("\r\n").slice(1);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !line.includes(",BLZ,"))).toEqual([]);
  const dataset = (await (await get(`/api/v1/releases/${collection}/1/tables/victims.json?area=BLZ&lang=en`)).json()) as {
    class: string;
    dimension: Record<string, { category: { index: string[] } }>;
  };
  expect([dataset.class, dataset.dimension["REF_AREA"]?.category.index]).toEqual(["dataset", ["BLZ"]]);
});

test("programs of other sites may read, and nobody may write", async () => {
  const list = await get("/api/v1/releases", { origin: "https://elsewhere.example" });
  expect([list.headers.get("access-control-allow-origin"), list.headers.get("cross-origin-resource-policy")]).toEqual([
    "*",
    "cross-origin",
  ]);
  expect(await list.json()).toMatchObject({ releases: [{ collection, version: 1, newest: true }] });
  expect((await app.request(`${origin}/api/v1/releases`, { method: "DELETE" })).status).toBe(405);
});

test("the interface is described, and the catalogue names each table", async () => {
  const description = (await (await get("/api/v1/openapi.json")).json()) as { openapi: string; paths: object };
  expect(description.openapi).toBe("3.1.0");
  expect(Object.keys(description.paths)).toContain("/releases/{collection}/{version}/cells");
  const catalogue = await get("/api/v1/catalog.jsonld");
  expect(catalogue.headers.get("content-type")).toContain("application/ld+json");
  expect(await catalogue.text()).toContain(`/statistics/files/${collection}/1/tables/victims.csv`);
});

test("search engines and link previews get the data and the picture", async () => {
  const html = await page("/en/statistics/2022");
  expect(html).toContain(
    `<meta property="og:image" content="${origin}/statistics/files/${collection}/1/infographics/region-en.png"/>`,
  );
  const [, data = "{}"] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(data)).toMatchObject({
    "@type": "Dataset",
    version: "1",
    license: "https://creativecommons.org/licenses/by/4.0/",
  });
});

test("the home page leads with the newest figure of the region", async () => {
  const html = await page("/en");
  expect(html).toContain("10,264");
  expect(html).toContain('href="/en/statistics/2022"');
});

test("a hidden cell says that it is protected, and why, beside every table that has one", async () => {
  const spanish = await page("/es/statistics/2022/table/victims?area=GTM");
  expect([...spanish.matchAll(/<td[^>]*class="number"[^>]*><span><span[^>]*>protegido<\/span>/g)].length).toBe(
    built.data.cells.filter(
      ({ area, table, published }) => area === "GTM" && table === "victims" && published.kind === "protected",
    ).length,
  );
  expect(spanish.includes("conteos de 1 a 4 personas")).toBe(true);
  expect((await page("/en/statistics/2022/GTM")).includes("so that nobody is recognised")).toBe(true);
});

test("a country with few cases says why its page says less, and one without a figure that nothing is known", async () => {
  expect(await page("/es/statistics/2022/BLZ")).toContain("Detrás de cada número hay una persona");
  expect(await page("/es/statistics/2022/PAN")).toContain("No significa que no haya habido víctimas");
});

test("after a correction the old version stays readable and says so; kept pages follow within a second", async () => {
  const kept = createServer({
    database: world.database,
    pageStamp: () => releaseStamp(world.database),
    build: site.build,
  });
  const ask = async (path: string, headers: Record<string, string> = {}) => kept.request(`${origin}${path}`, { headers });
  const first = await ask("/en/statistics/2022");
  const etag = first.headers.get("etag") ?? "";
  const before = await first.text();
  expect((await ask("/en/statistics/2022", { "if-none-match": etag })).status).toBe(304);
  expect(await (await ask("/en/statistics/2022")).text()).toBe(before);
  expect(await (await ask("/en/statistics/2022", { cookie: "corett-theme=dark" })).text()).toContain('data-theme="dark"');
  await publishVersion(world.database, 2);
  await new Promise((resolve) => setTimeout(resolve, 1050));
  const after = await ask("/en/statistics/2022", { "if-none-match": etag });
  expect([after.status, (await after.text()).includes("Corrects Panama.")]).toEqual([200, true]);
  const old = await page("/en/statistics/2022?version=1");
  expect(old).toContain("You are reading version 1. The current one is 2");
  expect(old).toContain('content="noindex"');
});
