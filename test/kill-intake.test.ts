import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor } from "#basics";
import { reachDatabase, write } from "#database";
import { seedDemoAccounts } from "#identity";
import { clusterUrl } from "../src/database/embedded.ts";
import { openGround } from "../server/ground.ts";
import { openCollection } from "../src/statistics/collection/collection.store.ts";
import { recordColumns } from "../src/statistics/intake/index.ts";

const project = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "corett-kill-"));
const file = join(folder, "registros.csv");
const rows = 60_000;

beforeAll(async () => {
  const ground = await openGround({ data: folder, baseUrl: "http://localhost:4180" });
  await seedDemoAccounts(ground.database);
  const secretariat: Actor = { kind: "member", account: "d0000000-0000-4000-8000-000000000001", name: "Secretaría", office: "secretariat" };
  await write(ground.database, secretariat, (tx) => openCollection(tx, secretariat, { year: 2022, methodology: "trafficking-1", deadline: "2026-06-30", publishOn: "2026-11-16" }));
  await ground.close();
  const lines = Array.from({ length: rows }, (_, i) => `GT-${i},05/05/2022,Identificada,Mujer,Adulta,30,Explotación sexual,Explotación sexual,Guatemala,Interna,Salud`);
  writeFileSync(file, `${recordColumns.map((column) => column.title.es).join(",")}\r\n${lines.join("\r\n")}\r\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const counts = `select (select count(*)::int from statistics.record) as records, (select count(*)::int from statistics.figure) as figures`;

test("kill -9 in the middle of intake leaves nothing half-loaded, and the same file is taken over afterwards", async () => {
  const child = submit();
  await untilStoring();
  process.kill(-child.pid!, "SIGKILL"); // it was spawned as the leader of its own group, so it has a number
  await new Promise((done) => child.once("exit", done));

  const before = await reachDatabase(folder);
  expect(await ask(before.ownerUrl)).toEqual({ records: 0, figures: 0 });
  await before.release();

  const again = submit();
  expect(await new Promise((done) => again.once("exit", done))).toBe(0);
  const after = await reachDatabase(folder);
  expect(await ask(after.ownerUrl)).toMatchObject({ records: rows });
  await after.release();
}, 180_000);

function submit() {
  const args = ["--import", "tsx", "bin/corett.ts", "submit", file, "--country", "GTM", "--year", "2022", "--data", folder, "--load-only", "--json"];
  return spawn(process.execPath, args, { cwd: project, detached: true, stdio: ["ignore", "ignore", "inherit"] });
}

async function ask(url: string): Promise<{ records: number; figures: number }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ records: number; figures: number }>(counts)).rows[0]!; // a select of two counts has one row
  } finally {
    await client.end();
  }
}

/** Waits until the command's own database is taking the records in. */
async function untilStoring(): Promise<void> {
  const running = join(folder, "postgres", "postmaster.pid");
  await expect.poll(() => existsSync(running) && readFileSync(running, "utf8").includes("ready"), { timeout: 60_000, interval: 20 }).toBe(true);
  const port = Number(readFileSync(running, "utf8").split("\n")[3]);
  const client = new Client({ connectionString: clusterUrl(folder, port) });
  await client.connect();
  client.on("error", () => undefined);
  const storing = () => client.query("select 1 from pg_stat_activity where state = 'active' and (query ilike 'copy%' or query ilike 'insert into%record%')").then(({ rowCount }) => rowCount);
  await expect.poll(storing, { timeout: 90_000, interval: 5 }).toBeGreaterThan(0);
  await client.end();
}
