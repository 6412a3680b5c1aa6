import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collectionWords, explorerWords, releaseWords, taskWords } from "#words";
import type { ReleaseData } from "../../src/statistics/release/release-data.ts";
import { releaseRefusalText } from "../../src/statistics/release/publish.store.ts";
import { verifyRelease } from "../../src/statistics/release/verify.ts";
import { openBrowser } from "../browser.ts";
import { bringTo, correct, guatemalaFigures, times, withCell } from "./support/figures.ts";
import { type Platform, demoMember, openPlatform, openYear } from "./support/platform.ts";
import { oneStory } from "./support/story.ts";
import { button, download, reviewAndAccept, shows } from "./support/submission-steps.ts";
import { expectFit, expectGoodPage, leave, visit } from "./support/visit.ts";

const [collection, release] = [collectionWords.es, releaseWords.es];

/** Longest time in milliseconds that a release may take to prepare. */
const long = 90_000;

let platform: Platform;
let browser: Browser;
let year: string;
let secretariat: Page;
let titular: Page;

beforeAll(async () => {
  platform = await openPlatform();
  year = await openYear(platform, 2021, ["GTM", "HND", "CRI"]);
  await bringTo("accepted", platform, { collection: year, country: "GTM" }, guatemalaFigures());
  await bringTo("signed", platform, { collection: year, country: "HND" }, times(1));
  await bringTo("accepted", platform, { collection: year, country: "CRI" }, times(1));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});
oneStory();

const board = (part = "") => `${platform.origin}/es/workspace/collections/${year}${part}`;
async function approve(page: Page): Promise<void> {
  await page.getByLabel(release.page.confirm).check();
  await button(page, release.page.approve).click();
}

test("the secretariat finds the year, who is where in it, and the form that opens the next", async () => {
  secretariat = await visit(browser, platform, { as: demoMember("secretariat") });
  await secretariat.goto(`${platform.origin}/es/workspace/collections`);
  await expectGoodPage(secretariat);
  await secretariat.getByRole("link", { name: "2021" }).click();
  await secretariat.getByRole("heading", { level: 1, name: collection.board.title("2", "3") }).waitFor();
  await expectGoodPage(secretariat);
  await secretariat.goto(`${platform.origin}/es/workspace/collections/new`);
  await expectGoodPage(secretariat);
});

test("the release is prepared as work that goes on while the secretariat is elsewhere", { timeout: 2 * long }, async () => {
  await secretariat.goto(board("/release"));
  await secretariat.getByRole("heading", { level: 1, name: release.title.waiting(1, "2021") }).waitFor();
  expect(await button(secretariat, release.build.submit).isDisabled()).toBe(true);
  await reviewAndAccept(secretariat, board("/HND"));
  await secretariat.goto(board("/release"));
  await button(secretariat, release.build.submit).click();
  await shows(secretariat, release.done.build);
  await secretariat.goto(`${platform.origin}/es/workspace/tasks`);
  await secretariat.getByRole("link", { name: release.task("2021") }).first().click();
  await shows(secretariat, taskWords.es.states.done, long);
  await expectGoodPage(secretariat);
  await secretariat.getByRole("link", { name: taskWords.es.toPage }).click();
  await secretariat.getByRole("heading", { name: release.candidate.title }).waitFor();
  await expectGoodPage(secretariat);
});

test("a titular reads the page as it will be public, with what is hidden, and approves it", async () => {
  titular = await visit(browser, platform, { as: demoMember("delegate-titular", "GTM") });
  await titular.getByRole("link", { name: release.desk.approve("Guatemala", "2021") }).click();
  await titular.getByRole("heading", { level: 1, name: release.page.title("Guatemala", "2021") }).waitFor();
  expect(await titular.getByRole("row").filter({ hasText: "Hombre" }).first().textContent()).toContain("protegido");
  await expectGoodPage(titular);
  await approve(titular);
  await shows(titular, release.done.approve);
});

test("a page that changed while it was read is not approved; read again it is, and other approvals hold", { timeout: 2 * long }, async () => {
  const reader = await visit(browser, platform, { as: demoMember("delegate-titular", "HND") });
  await reader.goto(board("/release/HND"));
  await shows(reader, release.page.confirm);

  await correct(platform, { collection: year, country: "HND" }, withCell(times(1), "services:LEGAL", 25));
  await secretariat.goto(board("/release"));
  await shows(secretariat, release.stale.title);
  await button(secretariat, release.build.again).click();
  await shows(secretariat, release.build.progress);
  await secretariat.getByText(release.build.progress).waitFor({ state: "hidden", timeout: long });
  expect(await secretariat.getByText(release.stale.title).count()).toBe(0);
  expect(await secretariat.getByRole("row").filter({ hasText: "Guatemala" }).first().textContent()).toContain(release.approvals.approved);

  await approve(reader);
  await reader.getByRole("alert").getByText(releaseRefusalText["changed-meanwhile"].es).waitFor();
  await reader.goto(board("/release/HND"));
  await approve(reader);
  await shows(reader, release.done.approve);
  await leave(reader);
});

test("the secretariat answers for each open point and publishes, once every country has approved", async () => {
  await secretariat.goto(board("/release"));
  await shows(secretariat, release.publish.reasons.countries("Costa Rica"));
  expect(await button(secretariat, release.publish.submit).isDisabled()).toBe(true);
  const last = await visit(browser, platform, { as: demoMember("delegate-titular", "CRI") });
  await last.goto(board("/release/CRI"));
  await approve(last);
  await shows(last, release.done.approve);
  await leave(last);

  await secretariat.reload();
  const open = button(secretariat, release.risks.submit);
  for (let left = await open.count(); left > 0; left -= 1) {
    await secretariat.getByLabel(release.risks.label).first().fill("El dato ya es público en la fuente del país.");
    await open.first().click();
    await expect.poll(() => open.count(), { timeout: 20_000 }).toBe(left - 1);
  }
  await shows(secretariat, release.publish.ready);
  await button(secretariat, release.publish.submit).click();
  await secretariat.getByRole("alert").getByText(release.publish.confirmMissing).waitFor();
  await secretariat.getByLabel(release.publish.confirm("2021", "1")).check();
  await button(secretariat, release.publish.submit).click();
  await shows(secretariat, release.done.publish);
  await expectGoodPage(secretariat);
});

test("the public reads the released numbers, what is hidden is seen as hidden, and no page sends a script", async () => {
  const visitor = await visit(browser, platform);
  const { cells } = await (await visitor.request.get(`${platform.origin}/api/v1/releases/${year}/latest/cells?area=GTM&table=victims`)).json();
  const cellOf = (sex: string, age: string) => cells.find((each: { codes: Record<string, string> }) => each.codes["SEX"] === sex && each.codes["AGE"] === age);
  expect(cellOf("_T", "_T")).toMatchObject({ value: 80, confidentiality: "F" });
  expect(cellOf("M", "MINOR")).toMatchObject({ confidentiality: "C" });
  expect(cellOf("M", "MINOR")).not.toHaveProperty("value");

  for (const path of ["", "/2021", "/2021/GTM", "/2021/table/victims?area=GTM", "/methodology", "/api"]) {
    const answer = await visitor.goto(`${platform.origin}/es/statistics${path}`);
    expect(await answer?.text()).not.toMatch(/<script(?! type="application\/ld\+json")|\son[a-z]+="/i);
    await expectGoodPage(visitor);
  }
  await visitor.goto(`${platform.origin}/es/statistics/2021/GTM`);
  expect(await visitor.getByRole("heading", { level: 1 }).textContent()).toContain("80");
  await visitor.goto(`${platform.origin}/es/statistics/2021/table/victims?area=GTM`);
  expect(await visitor.getByRole("row").filter({ hasText: "Hombre" }).first().textContent()).toMatch(/protegido/i);
  await leave(visitor);
});

test("without script the public pages lead from the start to a file, and the archive passes its own verification", async () => {
  const visitor = await visit(browser, platform, { script: false, width: 390 });
  await visitor.goto(`${platform.origin}/es/statistics`);
  await visitor.getByRole("main").getByRole("link", { name: /^2021/ }).first().click();
  await visitor.waitForURL(`${platform.origin}/es/statistics/2021`);
  await expectFit(visitor);
  const { bytes, name } = await download(visitor, visitor.getByRole("link", { name: explorerWords.es.page.zip }));
  const root = await mkdtemp(join(tmpdir(), "corett-e2e-"));
  try {
    for (const [path, content] of Object.entries(unzipSync(bytes))) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    const verdict = await verifyRelease(join(root, name.replace(/\.zip$/, "")));
    expect(verdict).toMatchObject({ faults: [], findings: [] });
    expect(verdict.hidden).toBeGreaterThan(0);
    const { cells } = JSON.parse(await readFile(join(root, name.replace(/\.zip$/, ""), "release.json"), "utf8")) as ReleaseData;
    const ofGuatemala = (codes: string) => cells.find((cell) => cell.area === "GTM" && cell.table === "victims" && !cell.years && cell.codes.join(".") === codes)?.published;
    expect(ofGuatemala("_T._T")).toEqual({ kind: "observed", count: 80 });
    expect(ofGuatemala("M.MINOR")).toEqual({ kind: "protected" });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  await leave(visitor);
});
