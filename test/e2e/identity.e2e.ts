import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstRunLink, openDoor, resolveActor, seedDemoAccounts, totpCode, totpStep } from "#identity";
import { createDevelopmentServer } from "../../server/development.ts";
import { expectNoAxeViolations, openBrowser } from "../browser.ts";
import { type World, asOwner, openWorld } from "../world.ts";

let world: World;
let browser: Browser;
let platform: Awaited<ReturnType<typeof createDevelopmentServer>>;
let origin: string;

beforeAll(async () => {
  world = await openWorld();
  platform = await createDevelopmentServer({
    database: world.database,
    isDemo: true,
    resolveActor: (request) => resolveActor(world.database, request),
  });
  await new Promise<void>((opened) => platform.server.listen(0, "localhost", opened));
  origin = `http://localhost:${(platform.server.address() as AddressInfo).port}`; // a TCP server that listens has a port
  openDoor(world.database, { secret: world.secret, origin });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
  await world?.close();
});

const password = "tres garzas y una ceiba";

/** A browser of its own: a telephone without script unless said otherwise. */
function device({ script = false, width = 390 } = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled: script });
}

async function expectFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

/** The authenticator application: reads the secret from the page, remembers the half minute it answered for. */
let secret = "";
let lastStep = 0;
function nextCode(): string {
  lastStep = Math.max(lastStep + 1, totpStep(new Date()));
  return totpCode(secret, lastStep);
}

let codes: string[] = [];

test("the first link leads through password, authenticator and recovery codes into the workspace, on a telephone without script", async () => {
  const page = await (await device()).newPage();
  await page.goto((await firstRunLink(world.database)) ?? "");
  await expectFit(page);
  await page.getByLabel("Nombre y apellidos").fill("Marta Solís");
  await page.getByLabel("Correo electrónico").fill("marta@example.org");
  await page.getByLabel("Contraseña", { exact: true }).fill("corta");
  await page.getByLabel("La misma contraseña otra vez").fill("corta");
  await page.getByRole("button", { name: "Crear la cuenta" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("al menos 12 signos");
  expect(await page.getByLabel("Nombre y apellidos").inputValue()).toBe("Marta Solís");

  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByLabel("La misma contraseña otra vez").fill(password);
  await page.getByRole("button", { name: "Crear la cuenta" }).click();
  await page.getByRole("button", { name: "Usar una aplicación de códigos" }).click();
  await page.locator("code").first().waitFor();
  await expectFit(page);
  secret = ((await page.locator("code").first().textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Código").fill("000000");
  await page.getByRole("button", { name: "Terminar la configuración" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("El código no es correcto");
  await page.getByLabel("Código").fill(nextCode());
  await page.getByRole("button", { name: "Terminar la configuración" }).click();
  await page.getByRole("heading", { name: "Guarde sus códigos de recuperación" }).waitFor();
  codes = await page.getByRole("listitem").locator("code").allTextContents();
  expect(codes).toHaveLength(10);
  await expectFit(page);
  await page.getByRole("link", { name: "Ya los guardé, continuar" }).click();
  await page.waitForURL(`${origin}/es/workspace`);
  expect(await page.getByText("Marta Solís").count()).toBeGreaterThan(0);
});

test("signing in asks for both steps, leads to the page that was wanted, and a recovery code works once", async () => {
  const page = await (await device()).newPage();
  await page.goto(`${origin}/es/workspace/people`);
  expect(page.url()).toContain("/es/sign-in?to=");
  await page.getByLabel("Correo electrónico").fill("marta@example.org");
  await page.getByLabel("Contraseña", { exact: true }).fill("otra cosa larga");
  await page.getByRole("button", { name: "Continuar" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("no son correctos");
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForURL(/second-step/);
  await page.goto(`${origin}/es/workspace`);
  expect(page.url(), "the password alone opens nothing").toContain("/es/sign-in");
  await page.goto(`${origin}/es/second-step?to=/es/workspace/people`);
  await page.getByLabel("Código").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Comprobar el código" }).click();
  await page.waitForURL(`${origin}/es/workspace/people`);
  await expectFit(page);
});

test("an invitation is sent from the people page, and the invited person of Belize joins in English", async () => {
  const context = await device({ width: 1280 });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(`${origin}/es/workspace/people`);
  await page.getByRole("button", { name: "Enviar la invitación" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("Elija el cargo");
  await page.getByLabel("Nombre").fill("Joan Smith");
  await page.getByLabel("Correo electrónico").fill("joan@example.org");
  await page.getByLabel("Cargo").selectOption("focal-point");
  await page.getByLabel("Inglés").check();
  await page.getByRole("button", { name: "Enviar la invitación" }).click();
  await page.getByRole("alert").getByText("elija el país").waitFor();
  await page.getByLabel("País").selectOption("BLZ");
  await page.getByRole("button", { name: "Enviar la invitación" }).click();
  await page.getByText("La invitación salió").waitFor();

  const [letter] = (
    await asOwner(world.ownerUrl, (client) =>
      client.query("select body from mail.message where recipient = 'joan@example.org'"),
    )
  ).rows;
  expect(letter.body).toContain("Dear Joan Smith");
  const guest = await (await device()).newPage();
  await guest.goto(/http\S+\/join\/\S+/.exec(letter.body)?.[0] ?? "");
  await guest.getByText("Belize", { exact: false }).first().waitFor();
  expect(await guest.getByLabel("Email address").getAttribute("readonly")).not.toBeNull();
});

test("a passkey of the device works as second step, where script runs", async () => {
  const context = await device({ script: true, width: 1280 });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page);
  await page.goto(`${origin}/es/workspace/account`);
  await page.getByRole("link", { name: "Añadir otro segundo paso" }).click();
  await page.getByLabel("Nombre para reconocerla").fill("computadora de prueba");
  await page.getByRole("button", { name: "Crear una llave de acceso" }).click();
  await page.waitForURL(`${origin}/es/workspace/account`);
  expect(await page.getByText("computadora de prueba").count()).toBe(1);

  await page.getByRole("button", { name: "Cerrar sesión" }).first().click();
  await page.waitForURL(`${origin}/es`);
  await page.goto(`${origin}/es/sign-in`);
  await page.getByLabel("Correo electrónico").fill("marta@example.org");
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.getByRole("button", { name: "Usar la llave de acceso" }).click();
  await page.waitForURL(`${origin}/es/workspace`);
});

test("the password is changed through a letter; the second step is asked for all the same", async () => {
  const page = await (await device()).newPage();
  await page.goto(`${origin}/es/forgot-password`);
  await page.getByLabel("Correo electrónico").fill("marta@example.org");
  await page.getByRole("button", { name: "Enviar el enlace" }).click();
  await page.getByRole("heading", { name: "Revise su correo" }).waitFor();
  const [letter] = (
    await asOwner(world.ownerUrl, (client) =>
      client.query("select body from mail.message where recipient = 'marta@example.org' order by created_at desc limit 1"),
    )
  ).rows;
  const link = /http\S+new-password\S+/.exec(letter.body)?.[0] ?? "";
  await page.goto(link);
  await page.getByLabel("Contraseña nueva").fill("la otra orilla del lago");
  await page.getByLabel("La misma contraseña otra vez").fill("la otra orilla del lago");
  await page.getByRole("button", { name: "Guardar la contraseña" }).click();
  await page.waitForURL(/sign-in/);
  await page.getByLabel("Correo electrónico").fill("marta@example.org");
  await page.getByLabel("Contraseña", { exact: true }).fill("la otra orilla del lago");
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForURL(/second-step/);
  await page.goto(link);
  await page.getByLabel("Contraseña nueva").fill("una tercera orilla del lago");
  await page.getByLabel("La misma contraseña otra vez").fill("una tercera orilla del lago");
  await page.getByRole("button", { name: "Guardar la contraseña" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("ya se usó");
});

test.each([
  ["/es/sign-in", "secretariat"],
  ["/en/workspace/account", "secretariat"],
  ["/es/workspace/people", "administrator"],
  ["/en/workspace/audit", "secretariat"],
] as const)("%s is free of barriers, on a telephone too", async (path, office) => {
  await seedDemoAccounts(world.database);
  const context = await device({ script: true });
  const page = await context.newPage();
  await page.goto(`${origin}/es/sign-in`);
  await page
    .getByRole("button", { name: office === "secretariat" ? "Entrar como Secretaría Técnica" : "Entrar como Administración" })
    .click();
  await page.waitForURL(`${origin}/es/workspace`);
  await page.goto(`${origin}${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expectNoAxeViolations(page);
  await expectFit(page);
  expect(new URL(page.url()).pathname).toBe(path);
});

test("a focal point of the demonstration is told that people and audit are not for this office", async () => {
  const page = await (await device()).newPage();
  await page.goto(`${origin}/es/sign-in`);
  await page.getByRole("button", { name: "Entrar como Punto focal de Guatemala" }).click();
  await page.waitForURL(`${origin}/es/workspace`);
  for (const path of ["people", "audit", "audit/export"])
    expect((await page.goto(`${origin}/es/workspace/${path}`))?.status()).toBe(403);
});

/** Signs Marta in with the code of the authenticator. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${origin}/es/sign-in`);
  await page.getByLabel("Correo electrónico").fill("marta@example.org");
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Continuar" }).click();
  // A code works once: use a recovery code instead of waiting half a minute.
  await page.getByLabel("Código").fill(codes.pop() ?? "");
  await page.getByRole("button", { name: "Comprobar el código" }).click();
  await page.waitForURL(`${origin}/es/workspace`);
}
