import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor } from "#basics";
import { write } from "#database";
import { seedDemoAccounts } from "#identity";
import { openGround } from "../server/ground.ts";
import { openCollection } from "../src/statistics/collection/collection.store.ts";

const project = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "corett-cli-"));
const example = join(project, "examples/trafficking/2021/corett-trata-GTM-2021.xlsx");

beforeAll(async () => {
  const ground = await openGround({ data: folder, baseUrl: "http://localhost:4180" });
  await seedDemoAccounts(ground.database);
  const secretariat: Actor = { kind: "member", account: "d0000000-0000-4000-8000-000000000001", name: "Secretaría", office: "secretariat" };
  await write(ground.database, secretariat, (tx) =>
    openCollection(tx, secretariat, { year: 2021, methodology: "trafficking-1", deadline: "2026-06-30", publishOn: "2026-11-16", members: ["GTM"] }),
  );
  await ground.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

async function corett(...args: string[]): Promise<Ran> {
  const all = ["--import", "tsx", "bin/corett.ts", ...args];
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, all, { cwd: project, env: { ...process.env, CORETT_DATA: folder } });
    return { code: 0, out: stdout, said: stderr };
  } catch (fault) {
    const { code, stdout, stderr } = fault as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, said: stderr };
  }
}

test("the whole year runs without a browser, twice with the same bytes, and the folder verifies", async () => {
  const of = ["--country", "GTM", "--year", "2021", "--json"];
  expect(await corett("release", "build", "--year", "2021", "--out", join(folder, "early"))).toMatchObject({ code: 1, said: expect.stringContaining("GTM") });
  expect(JSON.parse((await corett("submit", example, ...of, "--explain", "Cifra de la fuente citada.")).out)).toMatchObject({ state: "submitted" });
  expect((await corett("sign", ...of)).code).toBe(0);
  expect((await corett("accept", ...of)).code).toBe(0);

  const builds = await Promise.all(["a", "b"].map((name) => corett("release", "build", "--year", "2021", "--out", join(folder, name), "--json")));
  expect(builds.map(({ code }) => code)).toEqual([0, 0]);
  const [a, b] = builds.map(({ out }) => JSON.parse(out) as { manifest: string; files: number });
  expect(a?.manifest).toBe(b?.manifest);
  expect(readFileSync(join(folder, "a/manifest.sha256"))).toEqual(readFileSync(join(folder, "b/manifest.sha256")));

  expect(await corett("release", "verify", join(folder, "a"), "--json")).toMatchObject({ code: 0, out: expect.stringContaining('"sound":true') });
  writeFileSync(join(folder, "b/citation.txt"), "?");
  expect(await corett("release", "verify", join(folder, "b"), "--language", "en")).toMatchObject({ code: 3, said: expect.stringContaining("citation.txt") });
  expect((await corett("verify", "--json")).code).toBe(0);
}, 240_000);

test("what is asked wrongly is said in words and changes nothing", async () => {
  expect(await corett("submit", join(folder, "none.xlsx"), "--country", "GTM", "--year", "2021")).toMatchObject({ code: 2, said: expect.stringContaining("none.xlsx") });
  expect(await corett("submit", example, "--country", "Guatemala", "--year", "2021")).toMatchObject({ code: 2, said: expect.stringContaining("three letters") });
  const broken = join(folder, "broken.xlsx");
  writeFileSync(broken, readFileSync(example).subarray(0, 4000));
  const refused = await corett("submit", broken, "--country", "GTM", "--year", "2021");
  expect(refused.code).toBe(1);
  expect(refused.said).not.toContain("    at ");
  expect(readdirSync(folder)).not.toContain("undefined");
});
