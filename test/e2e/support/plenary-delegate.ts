import type { APIResponse, Page } from "playwright-core";
import { expect } from "vitest";
import { countryName } from "#basics";
import { plenaryMeetingDelegationWords, plenaryMeetingWords, plenarySessionRoomWords, plenaryVoteWords } from "#words";
import { roomPage } from "../../../src/plenary/session/room-address.ts";
import type { Country, Telephone } from "./plenary-people.ts";
import { button, shows } from "./submission-steps.ts";

/** The address of a page of the meeting in the telephone's language. */
export function at({ page, language }: Pick<Telephone, "page" | "language">, meeting: string, part = ""): string {
  return `${new URL(page.url()).origin}/${language}/workspace/meetings/${meeting}${part}`;
}

/** From the desk: acknowledges the convocation, and follows what waits to the delegation's own page. */
export async function acknowledge(telephone: Telephone, meeting: string): Promise<void> {
  const { page, language, country } = telephone;
  const words = plenaryMeetingDelegationWords[language];
  await page.goto(at(telephone, meeting));
  await button(page, plenaryMeetingWords[language].overview.acknowledge).click();
  await shows(page, plenaryMeetingWords[language].done.acknowledged);
  await page.goto(at(telephone, meeting).replace(/\/meetings\/.*/, ""));
  await page.getByRole("link", { name: words.waiting.confirm(meeting) }).click();
  await page.getByRole("heading", { name: words.own.title(countryName(country)[language]) }).waitFor();
}

/** Says that the delegation attends, and names its people. To answer is to have received. */
export async function answerConvocation(telephone: Telephone, meeting: string, people: readonly (readonly ["titular" | "alternate", string])[]): Promise<void> {
  const { page, language, country } = telephone;
  const words = plenaryMeetingDelegationWords[language];
  if (!page.url().endsWith(`/delegations/${country}`)) await page.goto(at(telephone, meeting, `/delegations/${country}`));
  await page.getByLabel(words.own.attends).check();
  await page.getByLabel(words.own.inPerson).check();
  await button(page, words.own.submit).click();
  await shows(page, words.done.answered);
  for (const [place, [capacity, name]] of people.entries()) {
    await page.getByLabel(words.capacities[capacity], { exact: true }).check();
    await page.getByRole("combobox", { name: words.own.account }).selectOption({ label: name });
    await button(page, words.own.addSubmit).click();
    await expect.poll(() => page.getByRole("row").filter({ hasText: name }).count(), { timeout: 20_000 }).toBe(1);
    if (place === 0) await shows(page, words.done.named);
  }
}

/** Enters the room from the telephone's own page. */
export async function arrive(telephone: Pick<Telephone, "page" | "language">, meeting: string, capacity: "titular" | "alternate" | "observer" = "titular"): Promise<void> {
  const { page, language } = telephone;
  const words = plenarySessionRoomWords[language];
  await page.goto(`${new URL(page.url()).origin}${roomPage(language, meeting)}`);
  await button(page, words.arrive).click();
  await shows(page, words.inAs[capacity]);
}

/** A telephone without script is loaded anew by hand; the others follow by themselves. */
export async function look({ page, isScripted }: Telephone): Promise<void> {
  if (!isScripted) await page.reload();
}

/** Agrees in the consensus that is open, or says why not. */
export async function position(telephone: Telephone, kind: "agree" | "reserve" | "object", text = ""): Promise<void> {
  const { page, language } = telephone;
  const words = plenarySessionRoomWords[language];
  await look(telephone);
  await button(page, words[kind]).waitFor();
  if (text !== "") await page.getByLabel(words.positionText).fill(text);
  await button(page, words[kind]).click();
  await shows(page, words.stated);
}

/** Follows the room's button to the ballot, once the room shows it. */
export async function openBallot(telephone: Telephone): Promise<void> {
  const { page, language } = telephone;
  await look(telephone);
  await page.getByRole("link", { name: plenarySessionRoomWords[language].castNow }).click();
  await page.getByText(plenaryVoteWords[language].ballot.question).waitFor();
}

/** Marks an answer and that it was looked over; the button is not pressed yet. */
export async function mark({ page, language }: Telephone, answer: string): Promise<void> {
  await page.getByLabel(answer, { exact: true }).check();
  await page.getByLabel(plenaryVoteWords[language].ballot.confirm).check();
}

/** Casts for an answer from the room on, and comes back to the room; gives the receipt of a secret ballot. */
export async function cast(telephone: Telephone, meeting: string, answer: string): Promise<string> {
  const { page, language } = telephone;
  const words = plenaryVoteWords[language].ballot;
  await openBallot(telephone);
  const receipt = await receiptOn(page);
  await mark(telephone, answer);
  await button(page, words.cast).click();
  await shows(page, words.kept);
  if (receipt !== "") expect(await page.getByText(words.keptReceipt(receipt)).count()).toBe(1);
  await page.getByRole("link", { name: words.toRoom }).click();
  await page.waitForURL(at(telephone, meeting, "/room"));
  return receipt;
}

/** The receipt that the paper shows before the vote; empty for a roll call. */
async function receiptOn(page: Page): Promise<string> {
  const code = page.getByRole("main").locator("code");
  return (await code.count()) === 0 ? "" : ((await code.first().textContent()) ?? "");
}

/** The answers of a motion in the telephone's language, in the order of the ballot. */
export const answers = {
  es: ["A favor", "En contra", "Abstención"],
  en: ["In favour", "Against", "Abstention"],
} as const;

/** The name by which a candidate stands on the telephone's ballot. */
export function candidate({ language }: Telephone, country: Country): string {
  return countryName(country)[language];
}

/** Sends a form past the page, as somebody would who forges it; the answer is not thrown away. */
export function send(page: Page, address: string, form: Readonly<Record<string, string>>): Promise<APIResponse> {
  return page.request.post(address, { form: { ...form }, headers: { origin: new URL(address).origin }, maxRedirects: 0 });
}

/** Keeps a picture of the page where `CORETT_SHOTS` names a folder: for looking at, not for comparing. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env["CORETT_SHOTS"];
  const width = page.viewportSize()?.width ?? 1280;
  if (folder) await page.screenshot({ path: `${folder}/plenary-${name}.png`, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(2400, await page.evaluate(() => document.documentElement.scrollHeight)) } });
}
