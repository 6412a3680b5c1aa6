import { afterAll, beforeAll, expect, test } from "vitest";
import { type World, openWorld } from "../../test/world.ts";
import { makeAccount } from "./account-make.ts";
import { demoAccounts, seedDemoAccounts } from "./demo.ts";
import { openDoor } from "./door.ts";
import { asksCode, proveSignature } from "./signature.ts";
import { totpCode, totpStep } from "./totp.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  openDoor(world.database, { secret: world.secret, origin: "http://localhost:3000" });
});
afterAll(() => world.close());

const request = new Request("http://localhost:3000/es/workspace", { headers: { "x-corett-address": "192.0.2.44" } });
const proves = (account: string, typed: string, now: Date, language: "es" | "en" = "es") =>
  proveSignature(world.database, request, { account, typed, isDemo: false, language }, now);

test("a signature takes the code of this half minute, once", async () => {
  const { account, secret } = await makeAccount(world.database, { email: "firma@example.org", name: "Firma", password: "un colibri sobre el volcan", office: "presidency" });
  const now = new Date();
  expect(await proves(account, " ", now)).toBe("Escriba el código.");
  const code = totpCode(secret, totpStep(now));
  expect(await proves(account, code, now)).toBeUndefined();
  expect(await proves(account, code, now)).toContain("ya se usó");
  expect(await proves(account, totpCode(secret, totpStep(now) + 1), new Date(now.getTime() + 30_000), "en")).toBeUndefined();
});

test("six digits cannot be guessed from a desk that was left open: after five wrong codes also the right one waits", async () => {
  const { account, secret } = await makeAccount(world.database, { email: "adivina@example.org", name: "Adivina", password: "un colibri sobre el volcan", office: "secretariat" });
  const now = new Date();
  const right = totpCode(secret, totpStep(now));
  const wrong = right.replace(/^./, (first) => (first === "0" ? "1" : "0"));
  for (let each = 0; each < 5; each += 1) expect(await proves(account, wrong, now)).toContain("no es correcto");
  expect(await proves(account, right, now)).toMatch(/minuto/);
});

test("only the fictional accounts of a demonstration sign without a code, and only where the server is one", async () => {
  await seedDemoAccounts(world.database);
  const fictional = demoAccounts[0]?.id ?? "";
  expect(await asksCode(world.database, fictional, true)).toBe(false);
  expect(await asksCode(world.database, fictional, false)).toBe(true);
  const { account } = await makeAccount(world.database, { email: "real@example.org", name: "Real", password: "un colibri sobre el volcan", office: "secretariat" });
  expect(await asksCode(world.database, account, true)).toBe(true);
});
