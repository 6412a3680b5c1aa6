import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { type Language } from "#basics";
import { identityWords } from "#words";
import { expectNoAxeViolations } from "../../browser.ts";
import type { Member, Platform } from "./platform.ts";

/** How somebody comes to the platform. */
export interface Visit {
  readonly as?: Member;
  readonly language?: Language;
  readonly script?: boolean;
  readonly width?: number;
}

/** A browser of one person's own, signed in with one click as an account of the demonstration when one is named. */
export async function visit(browser: Browser, { origin }: Platform, { as, language = "es", script = true, width = 1280 }: Visit = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled: script, locale: language, acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  if (as) {
    await page.goto(`${origin}/${language}/sign-in`);
    await page.getByRole("button", { name: identityWords[language].demo.enter(as.name) }).click();
    await page.waitForURL(`${origin}/${language}/workspace`);
  }
  return page;
}

/** The cookies of a signed-in person, for requests without a browser. */
export async function cookiesOf(browser: Browser, platform: Platform, as: Member): Promise<string> {
  const page = await visit(browser, platform, { as, script: false });
  const context: BrowserContext = page.context();
  const cookies = await context.cookies(platform.origin);
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Leaves and takes everything of the visit along. */
export async function leave(page: Page): Promise<void> {
  await page.context().close();
}

/** Fails where the page cuts something off to the side. */
export async function expectFit(page: Page): Promise<void> {
  const [overflow, widest] = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("body *")].find((each) => each.getBoundingClientRect().right > room + 1 && getComputedStyle(each).position !== "absolute");
    return [document.documentElement.scrollWidth - room, `${wide?.tagName ?? ""} ${wide?.textContent?.slice(0, 80) ?? ""}`] as const;
  });
  expect(overflow, `${page.url()} is wider than the window: ${widest}`).toBe(0);
}

/**
 * The page that is open, in Spanish and in English, as a desk and as a telephone show it: nothing cut off, no barrier that axe
 * knows. It is opened anew in each language, and is in Spanish again afterwards.
 */
export async function expectGoodPage(page: Page): Promise<void> {
  const { pathname, search, origin } = new URL(page.url());
  expect(pathname).toMatch(/^\/es(\/|$)/);
  for (const [language, width, other] of [["es", 390, 1280], ["en", 1280, 390]] as const) {
    await page.goto(`${origin}${pathname.replace(/^\/es/, `/${language}`)}${search}`);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.setViewportSize({ width: other, height: 844 });
    await expectFit(page);
    await page.setViewportSize({ width, height: 844 });
    await expectFit(page);
    await expectNoAxeViolations(page).catch((fault: unknown) => {
      throw new Error(`${page.url()} at ${width} pixels\n${String(fault)}`);
    });
  }
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.goto(`${origin}${pathname}${search}`);
}
