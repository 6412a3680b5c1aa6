import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, write } from "#database";
import { plenaryActWords } from "#words";
import { openBrowser } from "../browser.ts";
import { browserOf, expectGoodPages, idIn } from "./support/plenary-pages.ts";
import { type Seeded, archivedAct, seedPlenary } from "./support/plenary-seed.ts";
import { type Platform, demoMember, openPlatform } from "./support/platform.ts";
import { button, shows } from "./support/submission-steps.ts";
import { leave, visit } from "./support/visit.ts";

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

test("an act in each of its stations is a good page, with every form on the way", long, async () => {
  const { archived, approved, circulated, written } = seeded;
  const section = await idIn(platform, seeded, "plenary.act_section", written.id, { kind: "item" });
  await good(desk, parts(written.id, ["/act", "/act/circulate", "/act/add", "/act/certificates", `/act/${section}`, `/act/${section}/versions`]));
  await good(desk, [...parts(circulated.id, ["/act", "/act/circulate", "/act/approve"]), ...parts(approved.id, ["/act", "/act/sign"]), ...parts(archived.id, ["/act", "/act/certificates"])]);
  const guatemala = await browserOf(browser, platform, circulated.titular("GTM"));
  await good(guatemala, parts(circulated.id, ["/act", "/act/observe"]));
});

test("words typed before the page's script arrives stay where they were typed", long, async () => {
  const { written } = seeded;
  const section = await idIn(platform, seeded, "plenary.act_section", written.id, { kind: "item" });
  const words = plenaryActWords.es;
  const address = `${platform.origin}/es/workspace/meetings/${written.id}/act/${section}`;
  await desk.goto(address);
  await desk.getByLabel(words.edit.es).fill("El Pleno conoció dos mociones.");
  await button(desk, words.edit.submit).click();
  await shows(desk, words.done.saved);
  const page = await visit(browser, platform, { as: demoMember("secretariat") });
  const held = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  const field = page.getByLabel(words.edit.es);
  await expect.poll(() => field.inputValue()).toBe("El Pleno conoció dos mociones.");
  await field.fill("El Pleno conoció dos mociones y una petición.");
  held.resolve();
  // React leaves its marks on what it has taken over.
  await page.waitForFunction(() => Object.keys(document.querySelector("textarea") ?? {}).some((key) => key.startsWith("__reactProps")));
  expect(await field.inputValue()).toBe("El Pleno conoció dos mociones y una petición.");
  await leave(page);
});

test("agreements, representations and handovers are good pages", long, async () => {
  const { archived, representation, handover } = seeded;
  const agreement = await agreementOf();
  await good(desk, ["", "/new", `/new?meeting=${archived.id}`, `/${agreement}`, `/${agreement}/edit`, `/${agreement}/offspring`].map((end) => `/agreements${end}`));
  await good(desk, [`/meetings/${archived.id}/agreements`, "/representations", "/representations/new", `/representations/${representation}`, "/handover", `/handover/${handover}`]);
  const guatemala = await visit(browser, platform, { as: demoMember("delegate-titular", "GTM") });
  await good(guatemala, [`/agreements/${agreement}`]);
});

test("the coalition's register and its directory are good pages", long, async () => {
  const secretariat = demoMember("secretariat");
  const { database } = platform.world;
  const committee = await write(database, secretariat, async (tx) => tx.selectFrom("coalition.committee").select("id").executeTakeFirst());
  const term = await read(database, secretariat, (tx) => tx.selectFrom("coalition.term").select("id").executeTakeFirst());
  await good(desk, ["", "/members/new", "/members/GTM/end", "/terms/new", `/terms/${term?.id ?? ""}/end`, "/committees/new", "/observers/new", "/contacts", "/contacts/new", "/delegations", "/delegations/GTM/new"].map((end) => `/coalition${end}`));
  if (committee) await good(desk, [`/coalition/committees/${committee.id}/close`]);
});

test("what everybody reads is good pages and sends no script: meetings, agreements, archive, verification", long, async () => {
  const { archived } = seeded;
  const visitor = await visit(browser, platform);
  const act = await archivedAct(platform, seeded);
  const paths = ["", "/about", "/members/GTM", "/meetings", `/meetings/${archived.id}`, "/agreements", "/archive", `/archive/${act.number}`, "/verify", `/verify?code=${act.code}`, "/verify?code=0000-0000-0000"];
  await expectGoodPages(visitor, platform, paths);
  for (const path of paths) expect(await (await visitor.request.get(`${platform.origin}/es${path}`)).text(), path).not.toMatch(/<script(?! type="application\/ld\+json")|\son[a-z]+="/i);
  await good(desk, ["/archive", `/archive/${act.number}`]);
});

async function agreementOf(): Promise<string> {
  const { archived } = seeded;
  const row = await read(platform.world.database, archived.secretariat, (tx) => tx.selectFrom("plenary.agreement").select("number").where("meeting", "=", archived.id).executeTakeFirstOrThrow());
  return row.number;
}
