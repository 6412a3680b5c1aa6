import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDevelopmentServer } from "../../server/development.ts";
import {
  adoptRules,
  keepVersion,
  openSmallYear,
  publishVersion,
  smallYear,
} from "../../src/statistics/explorer/examples/small-year.ts";
import { buildRelease } from "../../src/statistics/release/build.ts";
import { expectNoAxeViolations, openBrowser } from "../browser.ts";
import { type World, openWorld } from "../world.ts";

let world: World;
let browser: Browser;
let platform: Awaited<ReturnType<typeof createDevelopmentServer>>;
let origin: string;

beforeAll(async () => {
  world = await openWorld();
  const built = await buildRelease(smallYear, { baseUrl: "https://corett.example" });
  await adoptRules(world.database);
  await openSmallYear(world.database);
  await keepVersion(world.database, built, 1);
  await publishVersion(world.database, 1);
  platform = await createDevelopmentServer({ database: world.database });
  await new Promise<void>((opened) => platform.server.listen(0, "127.0.0.1", opened));
  origin = `http://127.0.0.1:${(platform.server.address() as AddressInfo).port}`; // a TCP server that listens has a port
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await platform.close();
  await world.close();
});

test.each([
  ["/es/statistics", 390],
  ["/en/statistics/2022", 1280],
  ["/es/statistics/2022/GTM", 390],
  ["/en/statistics/2022/BLZ", 390],
  ["/es/statistics/2022/PAN", 1280],
  ["/es/statistics/2022/table/victims", 390],
  ["/en/statistics/methodology", 390],
  ["/es/statistics/api", 1280],
] as const)("%s at %i pixels, with all tables open, has no barrier that axe knows and nothing cut off", async (path, width) => {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${origin}${path}`);
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => each.setAttribute("open", "")));
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await context.close();
});

test("without script a reader opens a table, chooses a country and takes the view along", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/es/statistics/2022/GTM`);
  await page.getByText("Ver las cifras en una tabla").first().click();
  await page.getByRole("link", { name: "Tabla completa" }).first().click();
  await page.getByLabel("País o región").selectOption({ label: "Belice" });
  await page.getByRole("button", { name: "Mostrar" }).click();
  expect(new URL(page.url()).searchParams.get("area")).toBe("BLZ");
  await page.getByRole("heading", { level: 1, name: /Belice, 2022/ }).waitFor();
  expect(await page.getByRole("link", { name: /Descargar esta vista \(CSV\)/ }).getAttribute("href")).toContain(
    "victims.csv?area=BLZ",
  );
  await context.close();
});
