import type { Page } from "playwright-core";
import { expect } from "vitest";
import { archiveWords, plenaryActWords } from "#words";
import { dayInGuatemala } from "../../../src/plenary/act/approve.store.ts";
import { button, shows } from "./submission-steps.ts";

const words = plenaryActWords.es;

/** Two people write the same part at once upon `before`: one above it and faster, one below it, who joins both texts. */
export async function writeTogether(first: Page, second: Page, address: string, texts: Readonly<Record<"before" | "first" | "second", string>>): Promise<void> {
  const field = (page: Page) => page.getByLabel(words.edit.es);
  // The caret jumps when the script takes a filled text area over: nobody sees it, but a browser that is driven types between two keys.
  const type = (page: Page, text: string) =>
    expect.poll(async () => {
      await field(page).fill(text);
      return field(page).inputValue();
    }).toBe(text);
  await first.goto(address);
  await type(first, texts.before);
  await button(first, words.edit.submit).click();
  await shows(first, words.done.saved);
  await Promise.all([first.goto(address), second.goto(address)]);
  await type(first, `${texts.first}\n\n${texts.before}`);
  await type(second, `${texts.before}\n\n${texts.second}`);
  await button(first, words.edit.submit).click();
  await shows(first, words.done.saved);
  await button(second, words.edit.submit).click();
  await shows(second, words.edit.asideTitle);
  await expect.poll(() => field(second).inputValue(), { timeout: 20_000 }).toBe([texts.first, texts.before, texts.second].join("\n\n"));
  await button(second, words.edit.join).click();
  await shows(second, words.done.joined);
}

/** Puts the act before the delegations with its warnings accepted. */
export async function circulate(page: Page, act: string): Promise<void> {
  await page.goto(`${act}/circulate`);
  const accept = page.getByLabel(words.circulate.accept);
  if ((await accept.count()) > 0) await accept.check();
  await page.getByLabel(words.circulate.until).fill(dayInGuatemala(new Date(Date.now() + 10 * 86_400_000)));
  await button(page, words.circulate.submit).click();
  await shows(page, words.done.circulated);
}

/** Records what the later meeting decided about the act. */
export async function recordApproval(page: Page, act: string): Promise<void> {
  await page.goto(`${act}/approve`);
  await page.getByLabel(words.approve.confirm).check();
  await button(page, words.approve.submit).click();
  await shows(page, words.done.approved);
}

/** Reads the act and signs it with its number; a wrong number is refused before. */
export async function sign(page: Page, act: string, number: string): Promise<void> {
  await page.goto(`${act}/sign`);
  await page.getByLabel(words.sign.number).fill("ACTA-CORETT-I-1999");
  await button(page, words.sign.submit).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel(words.sign.number).fill(number);
  await button(page, words.sign.submit).click();
  await shows(page, words.done.signed);
}

/** Anyone verifies a document by its file's fingerprint and by its code; a fingerprint with one other letter is unknown. */
export async function expectVerified(page: Page, origin: string, [digest, code]: readonly [string, string], number: string): Promise<void> {
  const { verify } = archiveWords.es;
  const seek = async (typed: string, title: string) => {
    await page.goto(`${origin}/es/verify`);
    await page.getByLabel(verify.field).fill(typed);
    await button(page, verify.submit).click();
    await shows(page, title);
  };
  for (const typed of [digest, code]) {
    await seek(typed, verify.authenticTitle);
    await shows(page, number);
  }
  await seek(digest.replace(/^./, (first) => (first === "0" ? "1" : "0")), verify.unknownTitle);
}
