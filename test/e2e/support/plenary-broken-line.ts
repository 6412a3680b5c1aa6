import type { Page } from "playwright-core";
import { expect } from "vitest";
import { plenarySessionRoomWords, plenaryVoteWords } from "#words";
import { answers, mark, openBallot, send, shoot } from "./plenary-delegate.ts";
import type { Telephone } from "./plenary-people.ts";
import { button, shows } from "./submission-steps.ts";

const words = plenaryVoteWords.es;
const ballotForm = { act: "cast", option: "1", confirm: "yes" } as const;

/**
 * Casts in favour on a telephone that has no line when it casts, and loses it again while the answer is on the way: the ballot
 * that arrived is there, the same one sent once more is kept and not counted again.
 */
export async function castOverABrokenLine(telephone: Telephone, ballot: string, screen: Page): Promise<void> {
  const { page, member } = telephone;
  const casts = async () => {
    await button(page, words.ballot.cast).click();
    await page.waitForURL(/chrome-error/);
  };
  await openBallot(telephone);
  await mark(telephone, answers.es[0]);
  await shoot(page, "ballot-390");
  await page.context().setOffline(true);
  await casts();
  await page.context().setOffline(false);
  await page.goto(ballot);
  await mark(telephone, answers.es[0]);
  await page.route(`${ballot}*`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch(); // it reached the server; the answer never came back
    return route.abort("connectionreset");
  });
  await casts();
  await expectVoted(screen, 1);
  await page.unroute(`${ballot}*`);
  await page.goto(ballot);
  await shows(page, words.ballot.delegationVoted(member.name));
  const again = await send(page, ballot, ballotForm);
  expect(again.status()).toBe(200);
  expect(await again.text()).toContain(words.ballot.kept);
  await page.goto(ballot.replace(/\/votes\/.*/, "/room"));
}

/** Whoever opens the ballot reads why they cannot vote, and a ballot that is forged past the page is refused as well. */
export async function expectRefusedBallot(page: Page, ballot: string, refusal: "not-a-delegate" | "titular-present"): Promise<void> {
  await page.goto(ballot);
  await shows(page, words.refusals[refusal]);
  expect(await page.getByText(words.ballot.question).count()).toBe(0);
  expect((await send(page, ballot, ballotForm)).status()).toBe(409);
}

/** The screen of the room follows: so many delegations have voted. */
export async function expectVoted(screen: Page, count: number): Promise<void> {
  await expect.poll(() => screen.getByText(plenarySessionRoomWords.es.spoken.voted, { exact: true }).count(), { timeout: 20_000 }).toBe(count);
}
