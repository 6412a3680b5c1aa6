import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { write } from "#database";
import { readDocxStructure, readPdfStructure } from "#documents";
import { archiveWords, outboxWords, planningAccountabilityWords, planningMatrixWords, planningProgressWords } from "#words";
import { postProgressReminders } from "../../src/planning/progress/reminder.store.ts";
import { openBrowser } from "../browser.ts";
import { expectVerified } from "./support/plenary-act-steps.ts";
import { type StoryPlan, arrangeStoryPlan, holdApprovingMeeting } from "./support/planning-story.ts";
import { type Platform, demoMember, openPlatform } from "./support/platform.ts";
import { oneStory } from "./support/story.ts";
import { button, download, shows } from "./support/submission-steps.ts";
import { visit } from "./support/visit.ts";

const [words, account, archive] = [planningProgressWords.es, planningAccountabilityWords.es, archiveWords.es];
const { form } = words;
const [guatemala, number, motion] = [demoMember("focal-point", "GTM"), "RENDICION-CORETT-RELATO", "Rendición de cuentas del relato"];
const told = { first: "Se imprimieron los folletos.", again: "Se imprimieron los folletos y se repartió la mitad en tres departamentos.", why: "Diga cuántos se repartieron y dónde.", undone: "Guatemala repartirá el resto en enero." };

let platform: Platform;
let browser: Browser;
let plan: StoryPlan;
/** Guatemala's focal point, the secretariat, and somebody without account. */
let country: Page;
let desk: Page;
let visitor: Page;
let node: string;

beforeAll(async () => {
  platform = await openPlatform();
  plan = await arrangeStoryPlan(platform, new Date());
  browser = await openBrowser();
  country = await visit(browser, platform, { as: guatemala, width: 390 });
  desk = await visit(browser, platform, { as: demoMember("secretariat") });
  visitor = await visit(browser, platform);
  node = `${platform.origin}/es/workspace/plans/${plan.id}/nodes/${plan.owed}`;
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});
oneStory();

test("the daily reminder goes once to the country that owes a report, and the thing waits on its desk", async () => {
  const remind = () => write(platform.world.database, { kind: "system", task: "remind progress" }, (tx) => postProgressReminders(tx, new Date()));
  expect(new Set(await remind())).toEqual(new Set([`${plan.id} 1.1.1 GTM`]));
  expect(await remind()).toEqual([]);
  await desk.goto(`${platform.origin}/es/workspace/outbox`);
  const mails = desk.getByRole("row").filter({ hasText: words.mail.subject });
  expect(await mails.count()).toBeGreaterThan(0);
  await mails.first().getByText(outboxWords.es.read).click();
  await shows(desk, `Actividad 1.1.1 (${plan.id})`);
  await country.reload();
  await country.getByRole("link", { name: words.waiting.owed("1.1.1", "Lo of Guatemala") }).first().click();
  await shows(country, form.title("1.1.1"));
});

test("its focal point reports with figures, words and evidence; what cannot be read is said, and nothing typed is lost", async () => {
  await country.getByLabel(words.reports.states["under-way"]).check();
  await country.getByLabel(form.progress).fill("162,5");
  await country.getByLabel(form.narrative).fill(told.first);
  await country.getByLabel(form.url).fill("folletos.example.org");
  await country.getByLabel(form.file).setInputFiles({ name: "nota.txt", mimeType: "text/plain", buffer: Buffer.from("Nota de entrega.\n") });
  await button(country, form.submit).click();
  await shows(country, words.problems["bad-progress"]);
  await shows(country, words.problems["bad-link"]);
  expect(await country.getByLabel(form.progress).inputValue()).toBe("162,5");
  expect(await country.getByLabel(form.narrative).inputValue()).toBe(told.first);
  await country.getByLabel(form.progress).fill("50");
  await country.getByLabel(form.url).fill("https://example.org/folletos");
  await country.getByLabel(form.file).setInputFiles({ name: "nota.txt", mimeType: "text/plain", buffer: Buffer.from("Nota de entrega.\n") });
  await button(country, form.submit).click();
  await shows(country, words.done.report);
  await shows(country, words.reports.waiting);
  await shows(country, words.evidence.web);
  expect(await country.getByRole("link", { name: /EVIDENCIA-PLAN-OPERATIVO-DEL-RELATO/ }).count()).toBe(1);
});

test("the secretariat returns it with the reason, and not without one; the country sends it again", async () => {
  await desk.goto(`${platform.origin}/es/workspace`);
  await desk.getByRole("link", { name: words.waiting.review(1) }).click();
  await desk.getByRole("link", { name: /^1\.1\.1 / }).click();
  await shows(desk, told.first);
  await answer("returned", "");
  await shows(desk, "Escriba el motivo de la devolución");
  await answer("returned", told.why);
  await shows(desk, words.done.answer);
  await country.goto(`${platform.origin}/es/workspace/reports`);
  await country.getByRole("link", { name: /^1\.1\.1 / }).first().click();
  await shows(country, words.reports.returnedWhy(told.why));
  await country.getByRole("link", { name: words.reports.again }).click();
  await shows(country, told.why);
  expect(await country.getByLabel(form.narrative).inputValue()).toBe(told.first);
  await country.getByLabel(form.narrative).fill(told.again);
  await country.getByLabel(form.progress).fill("62,5");
  await button(country, form.submit).click();
  await shows(country, words.done.report);
});

test("accepted, it moves the matrix, the dashboard and the public page, and no sooner", async () => {
  await visitor.goto(`${platform.origin}/es/plans/${plan.id}`);
  await shows(visitor, "45 %");
  await desk.goto(node);
  await answer("accepted", "");
  await shows(desk, words.done.answer);
  // From the plan's page, which has script, to the matrix, which has none: it is opened whole.
  await desk.goto(`${platform.origin}/es/workspace/plans/${plan.id}`);
  await desk.getByRole("link", { name: planningMatrixWords.es.tab }).click();
  await desk.waitForURL(/\/matrix$/);
  await desk.getByRole("row").filter({ hasText: "Lo of Guatemala" }).waitFor();
  expect(await desk.getByRole("row").filter({ hasText: "Lo of Guatemala" }).textContent()).toMatch(/62\.5\s%/);
  await desk.goto(`${platform.origin}/es/workspace/planning?plan=${plan.id}`);
  // 60 × (25 % of 62.5 + 75 % of 100) + 40 × 0
  await shows(desk, "54.38 %");
  await visitor.reload();
  await shows(visitor, "54.4 %");
  await country.goto(`${platform.origin}/es/workspace`);
  expect(await country.getByRole("link", { name: words.waiting.owed("1.1.1", "Lo of Guatemala") }).count()).toBe(0);
});

test("the secretariat makes the accountability report of the period and writes its parts, beside the accepted figure", async () => {
  await desk.goto(`${platform.origin}/es/workspace/accountability`);
  await desk.getByRole("link", { name: account.begin }).click();
  const { create } = account;
  await desk.getByLabel(create.number).fill(number);
  await desk.getByLabel(create.titleEs).fill("Rendición de cuentas del relato");
  await desk.getByLabel(create.titleEn).fill("Accountability of the story");
  await desk.getByLabel(create.from, { exact: true }).fill(plan.from);
  await desk.getByLabel(create.until, { exact: true }).fill(plan.until);
  await desk.getByRole("group", { name: create.plans }).getByRole("checkbox").first().check();
  await button(desk, create.submit).click();
  await shows(desk, account.done.begun);
  await shows(desk, account.checklist["text-missing"](account.parts.introduction));
  for (const [part, es, en] of [["introduction", "La Coalición rinde cuentas.", "The coalition renders account."], ["not-done", told.undone, "Guatemala will hand out the rest in January."], ["conclusions", "Se avanzó.", "There was progress."]] as const) {
    await desk.getByRole("link", { name: `${account.edit}: ${account.parts[part]}` }).click();
    await desk.getByLabel(account.partPage.es).fill(es);
    await desk.getByLabel(account.partPage.en).fill(en);
    await button(desk, account.partPage.submit).click();
    await shows(desk, account.done.saved);
  }
  for (const said of [told.undone, "62.5 %", "54.38 % del plan realizado"]) await shows(desk, said);
  const file = await download(desk, desk.getByRole("link", { name: account.draftPdf }));
  const printed = await readPdfStructure(file.bytes);
  expect([file.name, printed.language, printed.title]).toEqual([`BORRADOR-${number}-es.pdf`, expect.stringMatching(/^es/), expect.stringContaining("BORRADOR")]);
});

test("a plenary approves it, and its files stand in the archive: PDF and Word with titles, language and the accepted figure", async () => {
  await desk.getByRole("link", { name: account.approveLink }).click();
  await shows(desk, account.approvePage.none);
  const meeting = await holdApprovingMeeting(platform, motion);
  await desk.reload();
  await desk.getByLabel(account.approvePage.motion(meeting, "1", motion)).check();
  await button(desk, account.approvePage.submit).click();
  await shows(desk, account.problems.confirmMissing);
  await desk.getByLabel(account.approvePage.confirm).check();
  await button(desk, account.approvePage.submit).click();
  await shows(desk, account.done.approved);
  await expect.poll(async () => (await desk.reload(), desk.getByRole("link", { name: account.openArchive }).count()), { timeout: 60_000, interval: 500 }).toBe(1);
  await shows(desk, told.undone);
  await desk.getByRole("link", { name: account.openArchive }).click();
  await desk.getByLabel(archive.circles.public, { exact: true }).check();
  await button(desk, archive.workspace.widenSubmit).click();
  await shows(desk, archive.workspace.widened);

  await visitor.goto(`${platform.origin}/es/archive`);
  await visitor.getByRole("link", { name: "Rendición de cuentas del relato" }).first().click();
  const pdf = await readPdfStructure((await download(visitor, visitor.getByRole("link", { name: `${number}-es.pdf` }))).bytes);
  expect(pdf).toMatchObject({ archive: "PDF/A-2a", accessiblePart: 1, isMarked: true, language: expect.stringMatching(/^es/), title: expect.stringContaining("Rendición de cuentas del relato") });
  const word = JSON.stringify(readDocxStructure((await download(visitor, visitor.getByRole("link", { name: `${number}-es.docx` }))).bytes));
  for (const said of [account.document.results, told.undone, "54.38", "62.5"]) expect(word).toContain(said);
});

test("anyone verifies it by its code and by its fingerprint, and reads on the public page what the plan came to", async () => {
  const page = await visitor.locator("main").innerText();
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(page)?.[0] ?? "";
  const digest = (await visitor.getByRole("row").filter({ hasText: `${number}-es.pdf` }).locator("code").innerText()).trim();
  await expectVerified(visitor, platform.origin, [digest, code], number);
  await visitor.goto(`${platform.origin}/es/plans`);
  await visitor.getByRole("link", { name: `Plan operativo ${plan.until.slice(0, 4)}` }).click();
  await shows(visitor, "54.4 %");
  expect(await visitor.getByText(told.again).count()).toBe(0);
});

/** Answers the report that is open on the secretariat's page. */
async function answer(choice: "accepted" | "returned", note: string): Promise<void> {
  await desk.getByLabel(choice === "accepted" ? words.answer.accept : words.answer.returned, { exact: true }).check();
  await desk.getByLabel(words.answer.note).fill(note);
  await button(desk, words.answer.submit).click();
}
