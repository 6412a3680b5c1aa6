import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { intakeWords, submissionWords } from "#words";
import { actWords } from "../../../src/statistics/collection/act-words.ts";

const [submission, intake] = [submissionWords.es, intakeWords.es];

/** A button by its whole name. */
export function button(page: Page, name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

/** Waits until a text stands on the page; once is enough. Milliseconds. */
export async function shows(page: Page, text: string, timeout = 20_000): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout });
}

/** Follows a link that gives a file, and gives its bytes and its name. */
export async function download(page: Page, link: Locator): Promise<{ bytes: Uint8Array; name: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { bytes: new Uint8Array(await readFile(await file.path())), name: file.suggestedFilename() };
}

/** Downloads the Spanish matrix template from the files page of a submission. */
export async function downloadTemplate(page: Page, files: string): Promise<{ bytes: Uint8Array; name: string }> {
  await page.goto(files);
  return download(page, page.getByRole("link", { name: `${intake.matrix}: ${intake.inSpanish}` }));
}

/** Sends a workbook from the files page, and ends at the report on it. */
export async function upload(page: Page, files: string, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
  await page.goto(files);
  await page.getByLabel(intake.file).setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await button(page, intake.upload).click();
  await page.getByRole("heading", { name: intake.report.title(name) }).waitFor();
}

/** Takes the figures of the file that is being read about into the submission. */
export async function commitFile(page: Page): Promise<void> {
  await button(page, intake.preview.commit).click();
  await shows(page, submission.done.committed);
}

/** Sends the figures for signature from the page that is open. */
export async function submitFigures(page: Page): Promise<void> {
  await button(page, actWords.submit.button.es).click();
  await shows(page, submission.done.submit);
}

/** Confirms and signs on the signing page that is open. */
export async function signFigures(page: Page): Promise<void> {
  await page.getByLabel(submission.sign.confirm).check();
  await button(page, submission.sign.submit).click();
  await shows(page, submission.done.sign);
}

/** Lets the secretariat take a signed submission up and accept it. */
export async function reviewAndAccept(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await button(page, actWords["begin-review"].button.es).click();
  await shows(page, submission.done["begin-review"]);
  await button(page, actWords.accept.button.es).click();
  await shows(page, submission.done.accept);
}

/** Goes by the keyboard alone to the field of this name, as many steps as it takes. */
export async function tabTo(page: Page, label: string): Promise<void> {
  const [field] = await page.getByLabel(label, { exact: true }).elementHandles();
  if (!field) throw new Error(`There is no field “${label}”`);
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    if (await field.evaluate((each) => each === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach “${label}”`);
}
