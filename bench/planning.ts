import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { read, sql } from "#database";
import { officialPdf } from "#documents";
import { reportNow } from "../src/planning/accountability/accountability.store.ts";
import type { Accountability } from "../src/planning/accountability/accountability.ts";
import { startServer } from "../test/plenary-process.ts";
import { signedIn, telephoneAsks } from "../test/plenary-telephone.ts";
import { ask } from "../test/route.ts";
import { asOwner, member } from "../test/world.ts";
import { type PlannedDecade, openDecade } from "./planning-world.ts";

// The page names its stylesheet; here nobody builds it, and its address is all that the page needs.
registerHooks({
  load: (url, context, next) => (/\.css(\?|$)/.test(url) ? { format: "module", source: 'export default "/matrix.css";', shortCircuit: true } : next(url, context)),
});

const rounds = 9;
const secretariat = member("secretariat");

/**
 * The whole matrix of ten years, 5,000 activities with 40,000 reports: what the server does for it (questions to the database,
 * sums, rows written), and the whole page over HTTP from a server process with the built pages; and the accountability report
 * of two years as PDF. Beside them the floor: the same rows read in one statement and joined as text.
 */
export async function bench(): Promise<void> {
  const pages = resolve(process.env["CORETT_PAGES"] ?? "build");
  if (!existsSync(`${pages}/server/index.js`)) throw new Error("The pages are not built: run npm run build first");
  const { loader } = await import("../src/planning/matrix/pages/matrix.tsx");
  const decade = await openDecade();
  const server = await startServer({ ownerUrl: decade.ownerUrl, secret: decade.secret, pages });
  try {
    const cookie = await secretariatOf(decade);
    const matrix = (plan: string) => `/es/workspace/plans/${plan}/matrix`;
    const asked = async (path: string) => {
      const { status, text } = await telephoneAsks(`${server.url}${path}`, { country: "", cookie });
      if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 400)}`);
      return text.length;
    };
    const floor = await timed(() => floorOf(decade));
    let rows = 0;
    const written = await timed(async () => {
      const data = await ask(loader, { database: decade.database, actor: secretariat, path: `${matrix(decade.strategic)}?scope=all`, params: { plan: decade.strategic } });
      rows = data.shown;
    });
    let size = 0;
    const whole = await timed(async () => {
      size = await asked(`${matrix(decade.strategic)}?scope=all`);
    });
    const one = await timed(() => asked(matrix(decade.yearly[8] ?? "")));
    say("floor: the same rows in one statement, as text", floor, floor);
    say(`matrix of ten years, ${rows} rows, read and written (promised: under 300 ms)`, written, floor);
    say(`the same as a page over HTTP, ${(size / 1e6).toFixed(1)} MB`, whole, floor);
    say("matrix of one year, 500 rows, over HTTP", one, floor);
    const report: Accountability = {
      id: "00000000-0000-4000-8000-000000000000", kind: "biennial", number: "RENDICION-MEDICION", title: { es: "Rendición de cuentas 2024-2025", en: "Accountability 2024-2025" },
      from: "2024-01-01", until: "2025-12-31", plans: decade.yearly.slice(6, 8), state: "draft", approvedIn: null, motion: null, approvedOn: null, digest: null, document: null,
    };
    let pages = 0;
    const pdf = await timed(async () => {
      const { documents } = await read(decade.database, secretariat, (tx) => reportNow(tx, report, "2026-02-01"));
      pages = (await officialPdf(documents.es)).byteLength;
    });
    say(`accountability of two years as PDF, ${(pages / 1e3).toFixed(0)} kB (promised: under 2 s)`, pdf, floor);
  } finally {
    await server.kill();
    await decade.close();
  }
}

/** A signed-in account of the secretariat: its cookie. */
async function secretariatOf({ ownerUrl, secret }: PlannedDecade): Promise<string> {
  const account = randomUUID();
  await asOwner(ownerUrl, async (client) => {
    await client.query("begin; set local role corett_auth");
    await client.query("insert into identity.account (id, name, email) values ($1, 'Persona de la medición', $2)", [account, `${account}@corett.test`]);
    await client.query("insert into identity.office (account, office) values ($1, 'secretariat')", [account]);
    await client.query("commit");
  });
  return (await signedIn({ ownerUrl, secret }, [account]))[0] ?? "";
}

async function floorOf({ database, yearly }: PlannedDecade): Promise<string> {
  const { rows } = await read(database, secretariat, (tx) =>
    sql<Record<string, unknown>>`select n.code, n.title_es, n.target_es, n.verification_es, n.weight, n.months, r.progress, r.until_day, r.country
      from planning.node n left join lateral (select progress, until_day, country from planning.report r where r.plan = n.plan and r.key = n.key and r.answer = 'accepted'
        order by until_day desc, submitted_at desc limit 1) r on true where n.plan = any(${[...yearly]}::text[]) and n.kind = 'activity'`.execute(tx),
  );
  return rows.map((row) => `<tr>${Object.values(row).map((value) => `<td>${String(value)}</td>`).join("")}</tr>`).join("");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}

const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

function say(what: string, ms: number, floor: number): void {
  console.log(`  ${what.padEnd(76)} ${Math.round(ms).toString().padStart(5)} ms   ${(ms / floor).toFixed(1)} times the floor`);
}
