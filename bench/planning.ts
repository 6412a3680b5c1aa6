import { registerHooks } from "node:module";
import { type ComponentType, createElement } from "react";
import { renderToString } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { read, sql } from "#database";
import { officialPdf } from "#documents";
import { reportNow } from "../src/planning/accountability/accountability.store.ts";
import type { Accountability } from "../src/planning/accountability/accountability.ts";
import { ask } from "../test/route.ts";
import { member } from "../test/world.ts";
import { type PlannedDecade, openDecade } from "./planning-world.ts";

// The page names its stylesheet; here nobody builds it, and its address is all that the page needs.
registerHooks({
  load: (url, context, next) => (/\.css(\?|$)/.test(url) ? { format: "module", source: 'export default "/matrix.css";', shortCircuit: true } : next(url, context)),
});

const rounds = 9;
const secretariat = member("secretariat");

/**
 * The whole matrix of ten years, 5,000 activities with 40,000 reports: loader with its questions to the database, and the page drawn;
 * and the accountability report of two years as PDF. Beside them the floor: the same rows read in one statement and joined as text.
 */
export async function bench(): Promise<void> {
  const { default: MatrixPage, loader } = await import("../src/planning/matrix/pages/matrix.tsx");
  const draw = (loaderData: unknown) => drawn(MatrixPage as never, loaderData);
  const decade = await openDecade();
  try {
    const floor = await timed(() => floorOf(decade));
    const parts = { loader: [] as number[], page: [] as number[] };
    let size = 0;
    let rows = 0;
    const whole = await timed(async () => {
      const began = performance.now();
      const data = await ask(loader, { database: decade.database, actor: secretariat, path: `/es/workspace/plans/${decade.strategic}/matrix?scope=all`, params: { plan: decade.strategic } });
      const loaded = performance.now();
      const html = draw(data);
      parts.loader.push(loaded - began);
      parts.page.push(performance.now() - loaded);
      size = html.length;
      rows = data.lines.filter((line) => "row" in line).length;
    });
    const one = await timed(async () => {
      const plan = decade.yearly[8] ?? "";
      draw(await ask(loader, { database: decade.database, actor: secretariat, path: `/es/workspace/plans/${plan}/matrix`, params: { plan } }));
    });
    say("floor: the same rows in one statement, as text", floor, floor);
    say(`matrix of ten years, ${rows} rows, ${(size / 1e6).toFixed(1)} MB (promised: under 300 ms)`, whole, floor);
    console.log(`  ${"".padEnd(66)} loader ${Math.round(median(parts.loader))} ms, page ${Math.round(median(parts.page))} ms`);
    say("matrix of one year, 500 rows", one, floor);
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
    await decade.close();
  }
}

function drawn(page: ComponentType<{ loaderData: unknown }>, loaderData: unknown): string {
  const Stub = createRoutesStub([{ path: "*", Component: () => createElement(page, { loaderData }) }]);
  return renderToString(createElement(Stub, { initialEntries: ["/es/workspace/plans/decada/matrix"] }));
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
  console.log(`  ${what.padEnd(66)} ${Math.round(ms).toString().padStart(5)} ms   ${(ms / floor).toFixed(1)} times the floor`);
}
