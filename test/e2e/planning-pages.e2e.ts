import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#database";
import { planningProgressWords } from "#words";
import { publicRoutes, workspaceRoutes } from "../../src/planning/routes.ts";
import { refusalText } from "../../src/planning/progress/refusal.ts";
import { openBrowser } from "../browser.ts";
import { asOwner } from "../world.ts";
import { expectGoodPages } from "./support/plenary-pages.ts";
import { type SeededPlans, seedPlanning, toldByHonduras } from "./support/planning-seed.ts";
import { type Platform, demoMember, openPlatform } from "./support/platform.ts";
import { askerFor } from "./support/request.ts";
import { button, shows, tabTo } from "./support/submission-steps.ts";
import { leave, visit } from "./support/visit.ts";

const words = planningProgressWords.es;

let platform: Platform;
let browser: Browser;
let seeded: SeededPlans;
let desk: Page;
const long = { timeout: 400_000 };

beforeAll(async () => {
  platform = await openPlatform();
  seeded = await seedPlanning(platform);
  browser = await openBrowser();
  desk = await visit(browser, platform, { as: demoMember("secretariat") });
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

/** The pages that were looked at, as their addresses begin after the language. */
const visited: string[] = [];
function good(page: Page, paths: readonly string[]): Promise<void> {
  return look(page, paths.map((path) => `/workspace${path}`));
}

/** Two windows side by side: one is drawn while the other is judged. */
async function look(page: Page, paths: readonly string[]): Promise<void> {
  visited.push(...paths);
  const other = await page.context().newPage();
  await Promise.all([page, other].map((window, place) => expectGoodPages(window, platform, paths.filter((_, at) => at % 2 === place))));
  await other.close();
}

test("a plan in force and its draft are good pages, with every form on the way", long, async () => {
  const { plan, keyOf, drafted, measured } = seeded;
  const under = (ends: readonly string[]) => ends.map((end) => `/plans/${plan}${end}`);
  await good(desk, ["/plans", "/plans/new", ...under(["", "/sums", "/schedule", "/versions", "/versions/2"])]);
  await good(desk, under(["/edit", `/edit/add?parent=${keyOf("4.2")}&kind=activity`, `/edit/add?parent=${keyOf("4.2")}&kind=indicator`, `/edit/weights?parent=${keyOf("4.2")}`, `/edit/nodes/${drafted}`, `/edit/nodes/${keyOf("2.1.i")}`, "/approve", "/discard"]));
  await good(desk, [`/plans/${measured.plan}?version=1`, "/plans/handover"]);
});

test("matrix, dashboard, reports and the places of a plan are good pages for those who lead and for a country", long, async () => {
  const { plan, keyOf, counted, measured } = seeded;
  const place = (code: string, end = "") => `/plans/${plan}/nodes/${keyOf(code)}${end}`;
  await good(desk, [`/plans/${plan}/matrix`, "/planning", "/reports", place("3.2.2"), `/plans/${plan}/nodes/${counted}`]);
  await good(desk, [`/plans/${measured.plan}/nodes/${measured.key}`, place("2.1.1", "/traces"), "/plans/traces", "/plans/traces?agreement=ACUERDO-CORETT-2022-06"]);
  const guatemala = await visit(browser, platform, { as: demoMember("focal-point", "GTM") });
  await good(guatemala, ["", "/planning", "/reports", `/plans/${plan}/matrix/upload`, place("1.1.2"), place("1.1.2", "/report"), place("4.1.2", "/report"), `/plans/${plan}/nodes/${counted}`]);
  await leave(guatemala);
});

test("accountability reports are good pages while they are written and when they are in the archive", long, async () => {
  const { writing, archived } = seeded;
  await good(desk, ["/accountability", "/accountability/new", ...["", "/approve", "/parts/introduction", "/parts/introduction/versions", "/parts/axis-2"].map((end) => `/accountability/${writing}${end}`), `/accountability/${archived}`]);
});

test("what everybody reads of the plans is good pages and sends no script", long, async () => {
  const visitor = await visit(browser, platform);
  const paths = ["/plans", ...[seeded.plan, "plan-estrategico-2018-2027", "estrategia-de-comunicacion-2019-2027"].map((plan) => `/plans/${plan}`)];
  await look(visitor, paths);
  for (const path of paths) expect(await (await visitor.request.get(`${platform.origin}/es${path}`)).text(), path).not.toMatch(/<script(?! type="application\/ld\+json")|\son[a-z]+="/i);
  await leave(visitor);
});

test("no page of the plans was left out", () => {
  const pages = [...workspaceRoutes.map(({ path = "" }) => `/workspace/${path}`), ...publicRoutes.map(({ path = "" }) => `/${path}`)].filter((path) => !/\.[a-z]+$/.test(path));
  expect(pages.length).toBeGreaterThan(25);
  const patterns = pages.map((path) => new RegExp(`^${path.replaceAll(/:[a-z]+/g, "[^/]+")}(\\?|$)`));
  expect(pages.filter((_, place) => !visited.some((path) => patterns[place]?.test(path)))).toEqual([]);
});

test("progress is reported with the keyboard alone", long, async () => {
  const page = await visit(browser, platform, { as: demoMember("focal-point", "GTM") });
  await page.goto(reportOn("3.1.2"));
  await tabTo(page, words.reports.states["not-begun"]);
  await page.keyboard.press("ArrowDown");
  await tabTo(page, words.form.progress);
  await page.keyboard.type("72,5");
  await tabTo(page, words.form.narrative);
  await page.keyboard.type("Ocho de las diez fichas están listas.");
  await tabToButton(page, words.form.submit);
  await page.keyboard.press("Enter");
  await shows(page, words.done.report);
  await shows(page, words.reports.progress("72.5"));
  await leave(page);
});

test("progress is reported with script off: what is wrong is said, and what was typed stays", long, async () => {
  const page = await visit(browser, platform, { as: demoMember("focal-point", "MEX"), script: false, width: 390 });
  await page.goto(reportOn("2.2.1"));
  await page.getByLabel(words.reports.states["under-way"]).check();
  await page.getByLabel(words.form.progress).fill("ochenta");
  await page.getByLabel(words.form.narrative).fill("Llegó una ficha más.");
  await button(page, words.form.submit).click();
  await shows(page, words.problems["bad-progress"]);
  expect(await page.getByLabel(words.form.progress).inputValue()).toBe("ochenta");
  expect(await page.getByLabel(words.form.narrative).inputValue()).toBe("Llegó una ficha más.");
  expect(await page.getByLabel(words.reports.states["under-way"]).isChecked()).toBe(true);
  await page.getByLabel(words.form.progress).fill("80");
  await button(page, words.form.submit).click();
  await shows(page, words.done.report);
  await shows(page, "Llegó una ficha más.");
  await leave(page);
});

test("nobody else reads a report that its country has sent and nobody has answered", async () => {
  const { plan, keyOf } = seeded;
  const paths = [`/plans/${plan}/nodes/${keyOf("3.2.2")}`, `/plans/${plan}/matrix`, `/plans/${plan}`, "/reports", "/planning", ""].map((path) => `/es/workspace${path}`);
  const honduras = await askerFor(platform, demoMember("delegate-titular", "HND"));
  expect((await honduras.get(paths[0] ?? "")).text).toContain(toldByHonduras);
  for (const [name, member] of [["another country's focal point", demoMember("focal-point", "GTM")], ["an observer", demoMember("observer")], ["a communicator", demoMember("communicator", "GTM")], ["the public", undefined]] as const) {
    const asker = await askerFor(platform, member);
    for (const path of [...paths, `/es/plans/${plan}`]) expect((await asker.get(path)).text, `${name} ${path}`).not.toContain(toldByHonduras);
  }
});

test("the pages of those who lead are closed to a country, to an observer and to who has no account", async () => {
  const { plan, keyOf, drafted, writing } = seeded;
  const leaders = ["/plans/new", `/plans/${plan}/edit`, `/plans/${plan}/edit/add`, `/plans/${plan}/edit/weights`, `/plans/${plan}/edit/nodes/${drafted}`, `/plans/${plan}/approve`, `/plans/${plan}/nodes/${keyOf("2.1.1")}/traces`, "/accountability/new"];
  const drafts = ["", "/draft.pdf", "/approve", "/parts/introduction"].map((end) => `/accountability/${writing}${end}`);
  for (const member of [demoMember("delegate-titular", "GTM"), demoMember("observer"), demoMember("administrator")]) {
    const asker = await askerFor(platform, member);
    for (const path of [...leaders, ...drafts]) expect([403, 404], `${asker.name} ${path}`).toContain((await asker.get(`/es/workspace${path}`)).status);
    expect((await asker.get("/es/workspace/accountability")).text, asker.name).not.toContain(writing);
  }
  const visitor = await askerFor(platform);
  for (const path of [...leaders, ...drafts, "/plans", `/plans/${plan}/matrix`, `/plans/${plan}/matrix.xlsx`, "/reports", "/planning"]) {
    const answer = await visitor.get(`/es/workspace${path}`);
    expect([answer.status, answer.to.split("?")[0]], path).toEqual([303, "/es/sign-in"]);
  }
  expect((await visitor.get(`/es/plans/${plan}`)).text).not.toContain("Evaluación externa del plan");
});

test("who does not answer for something reports nothing on it, and answers no report", async () => {
  const { plan, keyOf } = seeded;
  const node = `/es/workspace/plans/${plan}/nodes/${keyOf("3.2.2")}`;
  const waiting = await waitingOf(keyOf("3.2.2"));
  const typed = { id: crypto.randomUUID(), from: "2026-07-01", until: "2026-09-30", figure: "99", stateOf: "under-way", narrative: "Nosotros tampoco.", whyNot: "", url: "" };
  const answer = { intent: "answer", report: waiting, [`answer:${waiting}`]: "accepted" };
  const before = await standing();
  const guatemala = await askerFor(platform, demoMember("focal-point", "GTM"));
  const refused = await guatemala.post(`${node}/report`, typed);
  expect([refused.status, refused.text.includes(refusalText("not-answering").es)]).toEqual([409, true]);
  for (const member of [demoMember("observer"), demoMember("communicator", "GTM"), demoMember("administrator")]) {
    const asker = await askerFor(platform, member);
    expect((await asker.post(`${node}/report`, typed)).status, asker.name).toBe(403);
  }
  for (const member of [demoMember("focal-point", "GTM"), demoMember("focal-point", "HND"), demoMember("observer"), demoMember("administrator")]) {
    const asker = await askerFor(platform, member);
    expect((await asker.post(node, answer)).status, asker.name).toBe(403);
  }
  expect((await (await askerFor(platform)).post(`${node}/report`, typed)).to).toMatch(/^\/es\/sign-in/);
  expect(await standing()).toEqual(before);
});

const reportOn = (code: string) => `${platform.origin}/es/workspace/plans/${seeded.plan}/nodes/${seeded.keyOf(code)}/report`;

/** Goes by the keyboard alone to a button. */
async function tabToButton(page: Page, name: string): Promise<void> {
  const target = button(page, name);
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((each) => each === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach “${name}”`);
}

/** The report of a place that waits for its answer. */
async function waitingOf(key: string): Promise<string> {
  const row = await read(platform.world.database, demoMember("secretariat"), (tx) => tx.selectFrom("planning.report").select("id").where("key", "=", key).where("answer", "is", null).executeTakeFirstOrThrow());
  return row.id;
}

/** What must not move: the reports and their answers as the platform's owner sees them. */
function standing(): Promise<unknown> {
  return asOwner(platform.world.ownerUrl, async (client) => (await client.query("select id, answer from planning.report order by id")).rows);
}
