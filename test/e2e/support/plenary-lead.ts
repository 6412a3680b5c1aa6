import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { plenaryMeetingAgendaWords, plenaryMeetingConvocationWords, plenaryMeetingDelegationWords, plenaryMeetingWords, plenarySessionWords, plenaryVoteWords } from "#words";
import { localTime } from "../../../src/plenary/meeting/zone.ts";
import { send } from "./plenary-delegate.ts";
import type { Telephone } from "./plenary-people.ts";
import { button, shows } from "./submission-steps.ts";

const meetingWords = plenaryMeetingWords.es;
const vote = plenaryVoteWords.es;
const session = plenarySessionWords.es;

/** The place of the meetings of the journey. */
export const place = { es: "Ciudad de Guatemala, Palacio Nacional", en: "Guatemala City, National Palace" } as const;

/** Prepares a hybrid meeting that begins in two hours; gives its number. */
export async function prepareMeeting(page: Page, origin: string, hours = 2): Promise<string> {
  const { form } = meetingWords;
  const time = (after: number) => localTime(new Date(Date.now() + after * 3_600_000), "America/Guatemala").slice(0, 16);
  await page.goto(`${origin}/es/workspace/meetings/new`);
  await page.getByLabel(meetingWords.modes.hybrid, { exact: true }).check();
  await page.getByLabel(form.placeEs).fill(place.es);
  await page.getByLabel(form.placeEn).fill(place.en);
  await page.getByLabel(form.starts).fill(time(hours));
  await page.getByLabel(form.ends).fill(time(hours + 8));
  await page.getByLabel(form.url).fill("https://sala.corett.example/pleno");
  await button(page, form.create).click();
  await shows(page, meetingWords.done.created);
  return /\/meetings\/([IVXLCDM]+-\d{4})\//.exec(page.url())?.[1] ?? "";
}

/** Adds the usual points, and a point of election where the usual ones lack it. */
export async function fillAgenda(page: Page, { withElection }: { withElection: boolean }): Promise<void> {
  const words = plenaryMeetingAgendaWords.es;
  await button(page, words.starter).click();
  await shows(page, words.done.started);
  if (!withElection || (await page.getByRole("rowheader").filter({ hasText: words.kinds.election }).count()) > 0) return;
  await page.getByText(words.add, { exact: true }).click();
  await page.getByLabel(words.form.kind).selectOption({ label: words.kinds.election });
  await page.getByLabel(words.form.titleEs).fill("Elección de la Presidencia");
  await page.getByLabel(words.form.titleEn).fill("Election of the presidency");
  await button(page, words.form.add).click();
  await shows(page, words.done.added);
}

/** Attaches a document for the whole meeting. */
export async function attachDocument(page: Page, root: string, title: string): Promise<void> {
  const words = plenaryMeetingAgendaWords.es.documents;
  await page.goto(`${root}/documents`);
  await page.getByLabel(words.file).setInputFiles({ name: "documento.txt", mimeType: "text/plain", buffer: Buffer.from(`${title}.`) });
  await page.getByLabel(words.name).fill(title);
  await button(page, words.submit).click();
  await shows(page, words.attached);
}

/** Finds the credentials of every delegation and of the observers in order, person by person; ends on the board. */
export async function checkCredentials(page: Page, root: string, delegations: readonly Telephone[]): Promise<void> {
  const inOrder = page.getByRole("button", { name: plenaryMeetingDelegationWords.es.own.checkLabel("") });
  for (const part of [...delegations.map(({ country }) => `/${country}`), ""]) {
    await page.goto(`${root}/delegations${part}`);
    for (let left = await inOrder.count(); left > 0; left -= 1) {
      await inOrder.first().click();
      await expect.poll(() => inOrder.count(), { timeout: 20_000 }).toBe(left - 1);
    }
  }
}

/** Convenes, with the reason that a short notice asks for. */
export async function convene(page: Page, meeting: string, origin: string): Promise<void> {
  const words = plenaryMeetingConvocationWords.es;
  await page.goto(`${origin}/es/workspace/meetings/${meeting}/convocation`);
  await button(page, words.submit).click();
  await page.getByRole("alert").getByText(words.refusals["short-notice"]).waitFor();
  await page.getByLabel(words.reason).fill("La operación regional de la próxima semana no espera.");
  await button(page, words.submit).click();
  await shows(page, meetingWords.done.convened);
}

/** A motion as somebody who leads types it. */
export interface Typed {
  readonly item: string;
  readonly purpose: keyof typeof vote.form.purposes;
  readonly title: { readonly es: string; readonly en: string };
}

/** Proposes a motion and puts it to the plenary; ends on its page. */
export async function putMotion(page: Page, root: string, { item, purpose, title }: Typed): Promise<void> {
  await page.goto(`${root}/decisions`);
  const option = page.getByLabel(vote.form.item).locator("option").filter({ hasText: item });
  await page.getByLabel(vote.form.item).selectOption((await option.first().getAttribute("value")) ?? "");
  await page.getByLabel(vote.form.purpose).selectOption({ label: vote.form.purposes[purpose] });
  await page.getByLabel(vote.form.titleEs).fill(title.es);
  await page.getByLabel(vote.form.textEs).fill(`El Pleno acuerda: ${title.es}.`);
  await page.getByLabel(vote.form.titleEn).fill(title.en);
  await page.getByLabel(vote.form.textEn).fill(`The plenary agrees: ${title.en}.`);
  await button(page, vote.decisions.save).click();
  await shows(page, vote.done.proposed);
  await button(page, vote.motion.put).click();
  await shows(page, vote.done.put);
}

/** Opens the consultation on the motion whose page is open. */
export async function openConsensus(page: Page): Promise<void> {
  await page.getByText(vote.motion.openConsensus, { exact: true }).click();
  await button(page, vote.motion.startConsensus).click();
  await shows(page, vote.consensus.isOpen);
}

/** Opens a vote on the motion whose page is open; ends on the page of the vote and gives its address. */
export async function openVote(page: Page, { method, rule }: { method: "roll-call" | "secret"; rule: string }): Promise<string> {
  await page.getByText(vote.motion.openVote, { exact: true }).click();
  await page.getByLabel(vote.motion.methods[method]).check();
  await page.getByLabel(rule).check();
  await page.getByLabel(vote.motion.withRecount).check();
  await button(page, vote.motion.start).click();
  await page.waitForURL(/\/votes\//);
  return page.url().replace(/\?.*/, "");
}

/** Closes and counts as one person, counts again as another: the first finds the recount forbidden. */
export async function countTwice(first: Page, second: Page, address: string): Promise<void> {
  await first.goto(address);
  await button(first, vote.vote.close).click();
  await shows(first, vote.done.closed);
  await button(first, vote.vote.doCount).click();
  await shows(first, vote.done.counted);
  if (!(await button(first, vote.vote.doRecount).isDisabled())) throw new Error("Whoever counted may count again");
  await second.goto(address);
  await button(second, vote.vote.doRecount).click();
  await shows(second, vote.done.recounted);
  await shows(second, vote.vote.agree);
}

/** Goes on to the next point of the agenda until the one with this title is current. */
export async function goOnTo(page: Page, root: string, title: string): Promise<void> {
  await page.goto(`${root}/session`);
  for (let step = 0; step < 12; step += 1) {
    const marked = page.locator("main [aria-current=step]").first();
    const current = (await marked.count()) === 0 ? "" : ((await marked.textContent()) ?? "");
    if (current.includes(title)) return;
    await button(page, session.items.next).click();
    const moved = await page
      .waitForFunction((before) => (document.querySelector("main [aria-current=step]")?.textContent ?? "") !== before, current, { timeout: 10_000 })
      .then(() => true, () => false);
    // What the server holds decides, not what a slow browser shows.
    if (!moved) await page.reload();
  }
  throw new Error(`The agenda does not reach “${title}”`);
}

/** Closes the session; what is left is postponed. */
export async function closeSession(page: Page, root: string): Promise<void> {
  await page.goto(`${root}/session/close`);
  const pending = page.getByLabel(session.close.withPending);
  if ((await pending.count()) > 0) await pending.check();
  await button(page, session.close.submit).click();
  await shows(page, session.did.closed);
}

/** Opens a convened meeting with some delegations in the room, each act as a form without script sends it. */
export async function holdWith(page: Page, root: string, delegations: readonly Telephone[]): Promise<void> {
  for (const telephone of delegations) {
    const { country, member } = telephone;
    const [person, own] = [randomUUID(), `${root}/delegations/${country}`];
    expect((await send(telephone.page, own, { act: "name", person, capacity: "titular", account: member.account, name: "", post: "" })).status()).toBe(303);
    expect((await send(page, own, { act: "check", person, note: "" })).status()).toBe(303);
  }
  expect((await send(page, `${root}/session`, { act: "open" })).status()).toBe(303);
  for (const { page: phone } of delegations) expect((await send(phone, `${root}/room`, { act: "arrival", move: randomUUID() })).status()).toBe(303);
}
