import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#basics";
import { createDevelopmentServer } from "../../server/development.ts";
import { expectNoAxeViolations, openBrowser } from "../browser.ts";
import { type World, member, openWorld } from "../world.ts";

const focalPoint: Actor = { ...member("focal-point", "GTM"), name: "Ana Fuentes" };

let world: World;

let browser: Browser;
let platform: Awaited<ReturnType<typeof createDevelopmentServer>>;
let origin: string;

beforeAll(async () => {
  world = await openWorld();
  platform = await createDevelopmentServer({
    database: world.database,
    isDemo: true,
    resolveActor: async (request) =>
      request.headers.get("cookie")?.includes("as=focal-point") === true ? focalPoint : { kind: "public" },
  });
  await new Promise<void>((opened) => platform.server.listen(0, "127.0.0.1", opened));
  origin = `http://127.0.0.1:${(platform.server.address() as AddressInfo).port}`; // a TCP server that listens has a port
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await platform.close();
  await world.close();
});

/** Opens a page as a telephone or a desk sees it, in a light or dark room. */
async function open(
  path: string,
  {
    width = 1280,
    scheme = "light",
    script = true,
    as = "",
  }: { width?: number; scheme?: "light" | "dark"; script?: boolean; as?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    colorScheme: scheme,
    javaScriptEnabled: script,
  });
  if (as !== "") await context.addCookies([{ name: "as", value: as, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}${path}`);
  return page;
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.each([
  ["/es", 1280, "light"],
  ["/en", 390, "dark"],
  ["/es/about", 390, "light"],
  ["/en/accessibility", 1280, "dark"],
  ["/es/design", 1280, "light"],
  ["/es/design", 390, "dark"],
  ["/es/no-such-page", 390, "light"],
] as const)(
  "%s at %i pixels in the %s theme has no barrier that axe knows and nothing cut off",
  async (path, width, scheme) => {
    const page = await open(path, { width, scheme });
    await expectNoAxeViolations(page);
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  },
);

test.each([1280, 390])("the desk at %i pixels has no barrier that axe knows and nothing cut off", async (width) => {
  const page = await open("/es/workspace", { width, as: "focal-point" });
  await expectNoAxeViolations(page);
  expect(await overflow(page)).toBe(0);
  await page.context().close();
});

test("on a telephone without script the menu opens, the language changes and the page stays", async () => {
  const page = await open("/es/about", { width: 390, script: false });
  await page.getByText("Menú").click();
  await page.getByRole("link", { name: "English" }).click();
  expect(page.url()).toBe(`${origin}/en/about`);
  expect(await page.locator("h1").textContent()).toContain("nine states");
  await page.context().close();
});

test("without script the theme turns dark, stays on the page, and is remembered on the next", async () => {
  const page = await open("/en/about", { script: false });
  await page.getByRole("button", { name: "Dark theme" }).click();
  expect(page.url()).toBe(`${origin}/en/about`);
  await page.goto(`${origin}/es`);
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  expect(await page.getByRole("button", { name: "Tema claro" }).isVisible()).toBe(true);
  await page.context().close();
});

test("a keyboard reaches the content in one step", async () => {
  const page = await open("/es");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  await page.context().close();
});
