import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Actor } from "#basics";
import { write } from "#database";
import { seedDemoAccounts } from "#identity";
import { openGround } from "../server/ground.ts";
import { openCollection } from "../src/statistics/collection/collection.store.ts";
import { validatedBatches } from "../src/statistics/intake/index.ts";
import { trafficking1 } from "../src/statistics/methodology/trafficking-1.ts";
import { submitFileFor } from "../src/statistics/collection/file-submit.ts";

const secretariat: Actor = { kind: "member", account: "d0000000-0000-4000-8000-000000000001", name: "Secretaría", office: "secretariat" };
const focalPoint = (country: string, account: number): Actor => ({ kind: "member", account: `d0000000-0000-4000-8000-000000000${account}`, name: "Punto focal", office: "focal-point", country });
const context = { methodology: trafficking1, country: { code: "GTM", name: { es: "Guatemala", en: "Guatemala" } }, year: 2021, mappings: [], language: "es" } as const;
const table = "(case_code text primary key, identified_on date not null, status text, sex text check (sex <> ''), age_group text, age int, forms text, main_form text, citizenship text, scope text, services text)";

/** Rows a second of one way to bring a file into a table of eleven columns with a key. */
async function timed(rows: number, work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return rows / ((performance.now() - started) / 1000);
}

/**
 * Lays the platform's whole path (read, check every value, store under row-level security, count the matrix, audit) beside two
 * floors in the same run: plain COPY of the same lines, and a split with three checks before COPY.
 */
export async function benchDatabase(csv: string, xlsx: string, rows: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "corett-bench-db-"));
  const ground = await openGround({ data: folder, baseUrl: "http://localhost" });
  try {
    await seedDemoAccounts(ground.database);
    const owner = new Client({ connectionString: ground.ownerUrl });
    await owner.connect();
    await owner.query(`create table public.plain ${table}`);
    await owner.query(`create table public.floor ${table}`);
    await owner.query(`create table public.checked ${table}`);
    await owner.query("set datestyle to 'ISO, DMY'");
    const plain = await timed(rows, () => pipeline(createReadStream(csv), owner.query(copyFrom("copy public.plain from stdin (format csv, header true)"))));
    const floor = await timed(rows, () => pipeline(checkedLines(csv), owner.query(copyFrom("copy public.floor from stdin"))));
    console.log(`  plain COPY                        ${perSecond(plain)}`);
    console.log(`  floor: split, three checks, COPY  ${perSecond(floor)}`);
    const checked = await timed(rows, () => pipeline(validLines(csv), owner.query(copyFrom("copy public.checked from stdin"))));
    await owner.end();
    console.log(`  CSV  checked whole, COPY          ${perSecond(checked)}   ${(checked / floor).toFixed(2)} of the floor`);
    const opened = await write(ground.database, secretariat, (tx) => openCollection(tx, secretariat, { year: 2021, methodology: "trafficking-1", deadline: "2026-06-30", publishOn: "2026-11-16" }));
    if ("refusal" in opened) throw new Error(opened.refusal);
    for (const [name, path, country, account] of [["CSV", csv, "GTM", 130], ["XLSX", xlsx, "HND", 140]] as const) {
      const bytes = await readFile(path);
      const ours = await timed(rows, async () => {
        const { intake } = await submitFileFor(ground.database, focalPoint(country, account), { collection: opened.id, country, name: path, bytes, now: new Date() });
        if (intake.outcome !== "committed") throw new Error(JSON.stringify(intake).slice(0, 400));
      });
      console.log(`  ${name.padEnd(4)} checked, stored, counted     ${perSecond(ours)}   ${(ours / floor).toFixed(2)} of the floor, ${(ours / plain).toFixed(2)} of plain COPY, ${(rows / ours).toFixed(1)} s`);
    }
  } finally {
    await ground.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* checkedLines(path: string): AsyncGenerator<string> {
  let first = true;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const fields = line.split(",");
    if (first) first = false;
    else if (fields.length === 11 && fields[0] && /^\d{2}\/\d{2}\/\d{4}$/.test(fields[1] ?? "")) yield `${fields.join("\t")}\n`;
  }
}

/** Every value of every line checked by the platform's own reader, as COPY wants it. */
async function* validLines(path: string): AsyncGenerator<string> {
  for await (const batch of validatedBatches({ name: path, path }, context)) {
    yield batch.map((each) => [each.caseCode, each.identifiedOn, each.status, each.sex, each.ageGroup, each.age ?? "\\N", each.forms.join(";"), each.mainForm, each.citizenship, each.scope, each.services.join(";")].join("\t")).join("\n") + "\n";
  }
}

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString("en-US").padStart(9)} rows/s`;
}
