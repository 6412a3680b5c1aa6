import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plenaryVoteWords } from "#words";
import { openBrowser } from "../browser.ts";
import { answers } from "./support/plenary-delegate.ts";
import { browserOf, expectGoodPages, idIn } from "./support/plenary-pages.ts";
import { type Seeded, seedPlenary } from "./support/plenary-seed.ts";
import { type Platform, demoMember, openPlatform } from "./support/platform.ts";
import { button, shows, tabTo } from "./support/submission-steps.ts";
import { visit } from "./support/visit.ts";

let platform: Platform;
let browser: Browser;
let seeded: Seeded;
let desk: Page;
const long = { timeout: 400_000 };

beforeAll(async () => {
  platform = await openPlatform();
  seeded = await seedPlenary(platform);
  browser = await openBrowser();
  desk = await visit(browser, platform, { as: demoMember("secretariat") });
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});

const good = (page: Page, paths: readonly string[]) => expectGoodPages(page, platform, paths.map((path) => `/workspace${path}`));
const parts = (meeting: string, ends: readonly string[]) => ends.map((end) => `/meetings/${meeting}${end}`);

test("a meeting in preparation and one that was convened are good pages for those who lead and for a delegation", long, async () => {
  const { draft, convened } = seeded;
  const item = await idIn(platform, seeded, "plenary.agenda_item", draft, { kind: "motion" });
  await good(desk, ["/meetings", "/meetings/new", ...parts(draft, ["", "/edit", "/cancel", "/agenda", `/agenda/${item}`, "/documents", "/convocation"])]);
  await good(desk, parts(convened, ["/convocation", "/documents", "/delegations", "/delegations/GTM", "/history", "/election", "/room-copy"]));
  const delegate = await visit(browser, platform, { as: demoMember("delegate-titular", "GTM") });
  await good(delegate, ["", ...parts(convened, ["", "/delegations/GTM", "/convocation", "/room"])]);
});

test("the desk of a session, its telephones and its screen are good pages", long, async () => {
  const { voting, consulting } = seeded;
  await good(desk, parts(voting.id, ["/session", "/attendance", "/attendance/list", "/session/reports", "/session/close", "/screen"]));
  await good(desk, parts(consulting.id, ["/session", `/session/notes/${consulting.items.motion}`, `/decisions/${consulting.motion}`, "/screen"]));
  const guatemala = await browserOf(browser, platform, voting.titular("GTM"));
  await good(guatemala, [...parts(voting.id, ["/room", `/votes/${voting.vote}/ballot`, "/session/reports", "/decisions"]), ...parts(consulting.id, ["/room", `/decisions/${consulting.motion}`])]);
});

test("decisions, votes and the election are good pages while they are open and when they are over", long, async () => {
  const { voting, archived } = seeded;
  await good(desk, parts(voting.id, ["/decisions", `/votes/${voting.vote}`, `/votes/${voting.vote}/entry`]));
  const [secret, roll, motion] = await Promise.all([
    idIn(platform, seeded, "plenary.vote", archived.id, { method: "secret" }),
    idIn(platform, seeded, "plenary.vote", archived.id, { method: "roll-call" }),
    idIn(platform, seeded, "plenary.motion", archived.id),
  ]);
  await good(desk, parts(archived.id, [`/votes/${secret}`, `/votes/${roll}`, `/decisions/${motion}`, "/election", "/attendance", "/screen", "/history"]));
  await good(desk, ["/rules"]);
});

test("a ballot is cast with the keyboard alone, from the room to the urn", async () => {
  const { voting } = seeded;
  const words = plenaryVoteWords.es.ballot;
  const page = await browserOf(browser, platform, voting.titular("MEX"));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${platform.origin}/es/workspace/meetings/${voting.id}/votes/${voting.vote}/ballot`);
  await tabTo(page, answers.es[0]);
  await page.keyboard.press("ArrowDown");
  expect(await page.getByLabel(answers.es[1], { exact: true }).isChecked()).toBe(true);
  await tabTo(page, words.confirm);
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  expect(await button(page, words.cast).evaluate((each) => each === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await shows(page, words.kept);
});
