import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { read } from "#database";
import { expectNoAxeViolations } from "../../browser.ts";
import type { Person } from "../../plenary-meeting.ts";
import { signedIn } from "../../plenary-telephone.ts";
import type { Seeded } from "./plenary-seed.ts";
import type { Platform } from "./platform.ts";
import { expectFit } from "./visit.ts";

/**
 * Opens every page in Spanish as a telephone and in English as a desk: found, nothing cut off at either width, no barrier that
 * axe knows. Looks at all of them before it fails, so that one run tells every fault. Paths begin after the language.
 */
export async function expectGoodPages(page: Page, { origin }: Platform, paths: readonly string[]): Promise<void> {
  const faults: string[] = [];
  for (const path of paths) {
    for (const [language, width, other] of [["es", 390, 1280], ["en", 1280, 390]] as const) {
      try {
        await page.setViewportSize({ width: other, height: 844 });
        const answer = await page.goto(`${origin}/${language}${path}`);
        expect(answer?.status()).toBe(200);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        await expectFit(page);
        await page.setViewportSize({ width, height: 844 });
        await expectFit(page);
        await expectNoAxeViolations(page);
      } catch (fault) {
        faults.push(`${language} ${path} at ${width} pixels: ${String(fault)}`);
      }
    }
  }
  expect(faults).toEqual([]);
}

/** A browser of somebody who was arranged for a meeting, signed in. */
export async function browserOf(browser: Browser, platform: Platform, person: Person): Promise<Page> {
  const [cookie = ""] = await signedIn(platform.world, [person.account]);
  const context = await browser.newContext({ locale: "es" });
  context.setDefaultTimeout(20_000);
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: platform.origin }]);
  return context.newPage();
}

type Table = "plenary.motion" | "plenary.vote" | "plenary.agenda_item" | "plenary.act_section";

/** The id of a row of a meeting that has these values; empty where there is none. */
export function idIn({ world }: Platform, { archived }: Seeded, table: Table, meeting: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
  return read(world.database, archived.secretariat, async (tx) => {
    const rows = await tx.selectFrom(table).selectAll().where("meeting", "=", meeting).execute();
    const row = rows.find((each) => Object.entries(values).every(([name, value]) => Object.entries(each).some(([column, held]) => column === name && held === value)));
    return row?.id ?? "";
  });
}
