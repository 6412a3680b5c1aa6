import { read } from "#database";
import { databaseContext, languageContext, memberIn } from "#web";
import { auditWords } from "#words";
import { csvCell } from "../audit.ts";
import { auditLines } from "../audit.store.ts";
import { officesFor } from "../may.ts";
import type { Route } from "./+types/audit-export.ts";
import { auditQuery } from "./audit-query.ts";

/** Longest export in one file; a narrower filter gives the rest. */
const mostLines = 100_000;

/** The filtered record as CSV. No cell of it is a formula, whatever a person once typed. */
export async function loader(asked: Route.LoaderArgs) {
  const member = memberIn(asked, officesFor("audit.read"));
  const { filter } = auditQuery(new URL(asked.request.url));
  const words = auditWords[asked.context.get(languageContext)].csv;
  const columns = Object.keys(words) as (keyof typeof words)[]; // the keys of a constant
  const lines = await read(asked.context.get(databaseContext), member, (tx) => auditLines(tx, filter, { limit: mostLines }));
  const rows = [
    columns.map((column) => csvCell(words[column])),
    ...lines.map((line) => columns.map((column) => csvCell(column === "at" ? line.at.toISOString() : line[column]))),
  ];
  return new Response(`\uFEFF${rows.map((row) => row.join(",")).join("\r\n")}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="corett-audit.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
