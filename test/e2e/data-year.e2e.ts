import { readXlsx } from "hucre/xlsx";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#database";
import { makeAccount, totpCode, totpStep } from "#identity";
import { collectionWords, identityWords, intakeWords, submissionWords } from "#words";
import { actWords, stateWords } from "../../src/statistics/collection/act-words.ts";
import { figuresOf } from "../../src/statistics/collection/figure.store.ts";
import { tableOf } from "../../src/statistics/methodology/plan.ts";
import { trafficking1 } from "../../src/statistics/methodology/trafficking-1.ts";
import { sheetName } from "../../src/statistics/template/layout.ts";
import { openBrowser } from "../browser.ts";
import { guatemalaFigures, times } from "./support/figures.ts";
import { type Platform, demoMember, openPlatform, openYear } from "./support/platform.ts";
import { oneStory } from "./support/story.ts";
import { button, commitFile, download, downloadTemplate, reviewAndAccept, shows, signFigures, submitFigures, tabTo, upload } from "./support/submission-steps.ts";
import { expectFit, expectGoodPage, leave, visit } from "./support/visit.ts";
import { fillTemplate } from "./support/workbook.ts";

const [submission, intake, collection] = [submissionWords.es, intakeWords.es, collectionWords.es];
const source = { authority: "Ministerio Público", referenceDate: "01/02/2022", source: "Registro nacional de víctimas" };
const ana = { email: "ana@example.org", name: "Ana Fuentes", password: "tres garzas y una ceiba", office: "focal-point", country: "GTM" } as const;
const reason = "Son diez personas más que las que informó el Ministerio. ¿Puede revisarlo?";

let platform: Platform;
let browser: Browser;
let year: string;
let secret: string;
/** Ana's browser: she is the focal point of Guatemala, with an account that was not made for a demonstration. */
let focal: Page;
let titular: Page;
let secretariat: Page;

beforeAll(async () => {
  platform = await openPlatform();
  year = await openYear(platform, 2021, ["GTM", "HND"]);
  ({ secret } = await makeAccount(platform.world.database, ana));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

oneStory();

const at = (part = "", country = "GTM") => `${platform.origin}/es/workspace/collections/${year}/${country}${part}`;
const figuresNow = () => read(platform.world.database, demoMember("focal-point", "GTM"), (tx) => figuresOf(tx, { collection: year, country: "GTM" }));
/** What stood in the cell that was corrected, and what stands there. */
const changed = (page: Page) => page.getByRole("row").filter({ hasText: "Asesoría y representación legal" }).first().getByRole("cell").allTextContents().then((cells) => cells.slice(-2));

test("the focal point comes with password and code, and the desk leads to the year that waits", async () => {
  focal = await visit(browser, platform);
  await focal.goto(`${platform.origin}/es/workspace`);
  await focal.getByLabel(identityWords.es.email).fill(ana.email);
  await focal.getByLabel(identityWords.es.password, { exact: true }).fill(ana.password);
  await button(focal, identityWords.es.continue).click();
  await focal.getByLabel(identityWords.es.step.code).fill(totpCode(secret, totpStep(new Date())));
  await button(focal, identityWords.es.step.check).click();
  await focal.waitForURL(`${platform.origin}/es/workspace`);
  await expectGoodPage(focal);
  await focal.getByRole("link", { name: collection.waiting.enter("Guatemala", "2021") }).click();
  await focal.getByRole("heading", { level: 1, name: submission.title("Guatemala", "2021") }).waitFor();
  await expectGoodPage(focal);
});

let template: { bytes: Uint8Array; name: string };

test("the template comes for the country and the year, with a sheet for each table, and opens as a workbook", async () => {
  await focal.goto(at("/file"));
  await expectGoodPage(focal);
  template = await downloadTemplate(focal, at("/file"));
  expect(template.name).toBe("corett-trata-GTM-2021.xlsx");
  const book = await readXlsx(template.bytes);
  const sheets = book.sheets.map(({ name }) => name);
  for (const table of trafficking1.tables) expect(sheets).toContain(sheetName(trafficking1, table, "es"));
  expect(JSON.stringify(book.sheets.map(({ rows }) => rows))).toContain("Guatemala · 2021");
});

test("a file with an error is told by sheet, row and column with the mend; it comes back marked, and nothing is kept", async () => {
  const bytes = await fillTemplate(template.bytes, { figures: guatemalaFigures(), source, words: { "victims:F.MINOR": "doce" } });
  await upload(focal, at("/file"), { name: "guatemala-1.xlsx", bytes });
  await shows(focal, intake.report.errors("1"));
  const line = focal.getByRole("row").filter({ hasText: "doce" });
  const sheet = sheetName(trafficking1, tableOf(trafficking1, "victims"), "es");
  for (const word of [`${intake.report.row("8")}, ${intake.report.column("C")}`, sheet, "no es un número de personas", "Escriba un número entero"])
    expect(await line.textContent()).toContain(word);
  expect(await button(focal, intake.preview.commit).count()).toBe(0);
  await expectGoodPage(focal);

  const marked = await download(focal, focal.getByRole("link", { name: intake.report.marked }));
  const book = await readXlsx(marked.bytes, { readStyles: true });
  expect(book.sheets.find(({ name }) => name === sheet)?.cells?.get("7,2")?.comment?.text).toContain("Escriba un número entero");
  expect(await figuresNow()).toEqual([]);
});

test("the mended file shows what it will change, changes nothing until it is confirmed, and is then taken in whole", async () => {
  const figures = guatemalaFigures();
  const bytes = await fillTemplate(template.bytes, { figures, source });
  await upload(focal, at("/file"), { name: "guatemala-2.xlsx", bytes });
  await shows(focal, intake.preview.count(String(figures.length)));
  expect(await focal.getByRole("row").filter({ hasText: "Identificada" }).first().textContent()).toContain("80");
  await expectGoodPage(focal);
  expect(await figuresNow()).toEqual([]);
  await commitFile(focal);
  expect(await figuresNow()).toHaveLength(figures.length);
});

test("a warning stands in the way until the country gives its word; then the figures go to signature", async () => {
  expect(await button(focal, actWords.submit.button.es).isDisabled()).toBe(true);
  await focal.goto(at("/validation"));
  await shows(focal, submission.validation.warnings("1"));
  await expectGoodPage(focal);
  await focal.getByLabel(submission.validation.explanation).fill("El registro nacional no distingue la forma principal.");
  await button(focal, submission.validation.save).click();
  await shows(focal, submission.done.explain);
  expect(await focal.getByRole("listitem").filter({ hasText: "no distingue la forma principal" }).textContent()).toContain(ana.name);
  await submitFigures(focal);
});

test("who sent the figures cannot sign them, and cannot change them any more", async () => {
  expect((await focal.goto(at("/sign")))?.status()).toBe(403);
  await focal.goto(at("/enter"));
  await shows(focal, submission.enter.closed);
});

test("the titular delegate reads what is signed and by whom it was sent, confirms, and signs", async () => {
  titular = await visit(browser, platform, { as: demoMember("delegate-titular", "GTM") });
  await titular.getByRole("link", { name: collection.waiting.sign("Guatemala", "2021") }).click();
  await titular.getByRole("heading", { level: 1, name: submission.sign.title("Guatemala", "2021") }).waitFor();
  const page = await titular.getByRole("main").textContent();
  for (const word of ["80", ana.name, source.authority]) expect(page).toContain(word);
  expect(page).toMatch(/[0-9a-f]{64}/);
  await expectGoodPage(titular);
  await button(titular, submission.sign.submit).click();
  await titular.getByRole("alert").getByText(submission.sign.confirmMissing).waitFor();
  await signFigures(titular);
});

test("the secretariat reviews the figures and returns them with a reason on the cell", async () => {
  secretariat = await visit(browser, platform, { as: demoMember("secretariat") });
  await secretariat.getByRole("link", { name: collection.waiting.review("Guatemala", "2021") }).click();
  await button(secretariat, actWords["begin-review"].button.es).click();
  await shows(secretariat, submission.done["begin-review"]);
  await secretariat.goto(at());
  await expectGoodPage(secretariat);
  await secretariat.goto(at("/return"));
  await expectGoodPage(secretariat);
  await button(secretariat, submission.return.submit).click();
  await secretariat.getByRole("alert").getByText(submission.return.missing).waitFor();
  await secretariat.getByLabel(`${submission.return.nth("1")}: ${submission.return.cell.toLocaleLowerCase("es")}`).selectOption("services:LEGAL");
  await secretariat.getByRole("textbox", { name: submission.return.body }).first().fill(reason);
  await button(secretariat, submission.return.submit).click();
  await shows(secretariat, submission.done.return);
  expect(await secretariat.getByText(stateWords.returned.es).count()).toBeGreaterThan(0);
});

test("the country finds the reason, replies, and mends the cell with the keyboard alone", async () => {
  await focal.goto(`${platform.origin}/es/workspace`);
  await focal.getByRole("link", { name: collection.waiting.answer("Guatemala", "2021", "1") }).click();
  await shows(focal, reason);
  await shows(focal, submission.remarks.about("Servicios brindados: Asesoría y representación legal"));
  await expectGoodPage(focal);
  await focal.getByLabel(submission.remarks.replyLabel).fill("Diez personas estaban contadas dos veces.");
  await button(focal, submission.remarks.reply).first().click();
  await shows(focal, submission.done.reply);
  await shows(focal, submission.remarks.answered);

  await focal.goto(at("/enter"));
  await expectGoodPage(focal);
  await focal.goto(at("/enter/services"));
  await expectGoodPage(focal);
  await tabTo(focal, "Asesoría y representación legal");
  await focal.keyboard.type("52");
  await focal.keyboard.press("Enter");
  await shows(focal, submission.done.saved);
});

test("what changed between the two submissions is seen by those who sign and accept", async () => {
  await focal.goto(at());
  await submitFigures(focal);
  await titular.goto(at("/sign"));
  await titular.getByRole("heading", { name: submission.sign.changes }).waitFor();
  expect(await changed(titular)).toEqual(["62", "52"]);
  await signFigures(titular);
  await secretariat.goto(at("/differences"));
  expect(await changed(secretariat)).toEqual(["62", "52"]);
  await expectGoodPage(secretariat);
  await reviewAndAccept(secretariat, at());
  await secretariat.goto(at("/history"));
  await expectGoodPage(secretariat);
  const acts = (await secretariat.getByRole("main").textContent()) ?? "";
  for (const name of [ana.name, demoMember("delegate-titular", "GTM").name, demoMember("secretariat").name]) expect(acts).toContain(name);
});

test("without script, on a telephone, a country goes the same way from template to signature", async () => {
  const person = await visit(browser, platform, { as: demoMember("focal-point", "HND"), script: false, width: 390 });
  const { bytes } = await downloadTemplate(person, at("/file", "HND"));
  await upload(person, at("/file", "HND"), { name: "honduras.xlsx", bytes: await fillTemplate(bytes, { figures: times(1), source }) });
  await expectFit(person);
  await commitFile(person);
  await expectFit(person);
  await submitFigures(person);
  await leave(person);
  const signer = await visit(browser, platform, { as: demoMember("delegate-titular", "HND"), script: false, width: 390 });
  await signer.goto(at("/sign", "HND"));
  await expectFit(signer);
  await signFigures(signer);
  await leave(signer);
});
