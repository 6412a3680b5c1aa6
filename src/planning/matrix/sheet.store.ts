import { createHash } from "node:crypto";
import type { Actor, Language } from "#basics";
import { type Reading, type Writing, sql } from "#database";
import { planningMatrixWords } from "#words";
import { planOf, responsibleOf, treeOf } from "../plan/node.store.ts";
import type { Plan, PlanNode } from "../plan/plan.ts";
import { answersFor } from "../progress/answering.ts";
import { evidenceFor } from "../progress/evidence.store.ts";
import { register } from "../progress/register.store.ts";
import { figureKindOf, submitReport } from "../progress/report.store.ts";
import { type ReportState, leads } from "../progress/report.ts";
import type { MatrixBand, MatrixFilter, MatrixRow } from "./matrix.ts";
import { matrixOf } from "./matrix.store.ts";
import { monthsText } from "./month.ts";
import { type ColumnId, type Entry, type SheetFile, type SheetRow, blankEntry, sheetFormat } from "./sheet.ts";
import { type KnownRow, judgeRow } from "./sheet-judge.ts";
import type { SheetProblem, SheetRefusal } from "./sheet-problem.ts";
import type { ReadFile } from "./sheet-read.ts";

/** For whom a file is made: the country of whoever reports for one, else the organs together. */
export function readerOf(actor: Actor): string {
  const isOrgan: boolean = leads(actor); // as a plain answer: that it does not lead does not make it no member
  return isOrgan || actor.kind !== "member" ? "organ" : (actor.country ?? "organ");
}

interface OwnReport {
  readonly id: string;
  readonly entry: Entry;
}

/** The newest report of the acting country, or of the organs, on each place of a plan; what was returned is none. */
async function ownReports(tx: Reading, actor: Actor, plan: string): Promise<Map<string, OwnReport>> {
  const country = readerOf(actor) === "organ" ? null : readerOf(actor);
  const { rows } = await sql<{ key: string; id: string; figure: string; state: string | null; from: string; until: string; narrative: string; why: string; link: string | null }>`
    select distinct on (r.key) r.key, r.id, trim_scale(coalesce(r.progress, r.figure))::text as figure, r.state_of as state, r.from_day as from, r.until_day as until,
      r.narrative, r.why_not as why, r.evidence_url as link
    from planning.report r
    where r.plan = ${plan} and r.country is not distinct from ${country} and r.answer is distinct from 'returned'
    order by r.key, r.until_day desc, r.submitted_at desc`.execute(tx);
  return new Map(
    rows.map(({ key, id, figure, state, from, until, narrative, why, link }) => [
      key,
      { id, entry: { figure, state: (state ?? "") as ReportState | "", from, until, narrative, whyNot: why, link: link ?? "" } }, // the table's check holds the states
    ]),
  );
}

interface Known {
  readonly plan: Plan;
  readonly version: number;
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly rows: ReadonlyMap<string, KnownRow>;
  readonly own: ReadonlyMap<string, OwnReport>;
}

/** What the platform knows of every row of a plan for this actor; undefined while no version is in force. */
async function knownOf(tx: Reading, actor: Actor, id: string): Promise<Known | undefined> {
  const plan = await planOf(tx, id);
  if (!plan || plan.version === null) return undefined;
  const nodes = await treeOf(tx, id, plan.version);
  const parts = await responsibleOf(tx, id, plan.version);
  const { committeeCountries } = await register(tx);
  const own = await ownReports(tx, actor, id);
  const rows = new Map<string, KnownRow>();
  for (const node of nodes) {
    const kind = figureKindOf(node);
    if (kind === "not-reportable") continue;
    const upon = own.get(node.key)?.id ?? "";
    if (kind === "measured-is-not-typed" || kind === "counted-from-countries") rows.set(node.key, { kind: "closed", closed: "measured", upon });
    else rows.set(node.key, answersFor(actor, parts.get(node.key) ?? [], committeeCountries) ? { kind, upon } : { kind: "closed", closed: "not-yours", upon });
  }
  return { plan, version: plan.version, nodes: new Map(nodes.map((node) => [node.key, node])), rows, own };
}

/** The matrix of the version in force as a file for this actor; undefined where there is none. `today` is an ISO day. */
export async function sheetFileOf(tx: Reading, actor: Actor, id: string, filter: MatrixFilter, language: Language, today: string): Promise<SheetFile | undefined> {
  const known = await knownOf(tx, actor, id);
  const { scope: _, ...narrow } = filter;
  const matrix = known && (await matrixOf(tx, id, narrow, language, today));
  if (!known || !matrix) return undefined;
  const above: MatrixBand[] = [];
  const rows = matrix.lines.flatMap((line): SheetRow[] => {
    if ("band" in line) {
      above.splice(line.band.depth, above.length, line.band);
      return [];
    }
    const { row } = line;
    const found = known.rows.get(row.key);
    if (!found) return [];
    const isOpen = found.kind !== "closed";
    return [
      {
        key: row.key,
        kind: row.kind,
        isOpen,
        ...(isOpen ? {} : { closed: found.closed === "measured" ? ("measured" as const) : ("not-answering" as const) }),
        upon: isOpen ? found.upon : "",
        entry: isOpen ? (known.own.get(row.key)?.entry ?? blankEntry) : blankEntry,
        said: said(row, above, language),
      },
    ];
  });
  const stamp = { format: sheetFormat, plan: id, version: known.version, language, day: today, reader: readerOf(actor) };
  return { stamp, title: known.plan.title[language], rows };
}

function said(row: MatrixRow, above: readonly MatrixBand[], language: Language): SheetRow["said"] {
  const words = planningMatrixWords[language];
  const named = ({ code, title }: MatrixBand) => (code === "" ? title : `${code}. ${title}`);
  const [axis, ...others] = above;
  return {
    code: row.code,
    axis: axis ? named(axis) : "",
    above: others.map(named).join("\n"),
    kind: words.kinds[row.kind],
    title: row.title,
    baseline: row.baseline ?? "",
    target: row.unit === "" ? row.target : row.target === "" ? row.unit : `${row.target} (${row.unit})`,
    verification: row.verification,
    responsible: row.responsible,
    months: monthsText(row.months, language),
    weight: row.weight === null ? "" : `${row.weight} %`,
    due: row.due === null ? "" : `${row.due} %`,
    light: row.light === null ? "" : words.lights[row.light],
    accepted: row.newest === null ? "" : `${row.newest.figure}${row.kind === "activity" ? " %" : ""} (${row.newest.until})`,
  };
}

/** What became of a file that came back: reports that were kept, a word for the whole file, or what is to be mended. */
export type TakenIn =
  | { readonly kept: number; readonly again: number }
  | { readonly refusal: SheetRefusal }
  | { readonly problems: readonly SheetProblem[] };

/** Thrown inside the transaction so that nothing of it stays; the caller gives its problems back. */
export class NothingKept extends Error {
  readonly problems: readonly SheetProblem[];
  constructor(problems: readonly SheetProblem[]) {
    super("A row was refused: nothing of the file is kept");
    this.problems = problems;
  }
}

/**
 * Takes the changed rows of a file in as reports, by the rules of `submitReport`: all of them, or none with everything that is to be
 * mended. A row refused while keeping throws `NothingKept`, which rolls the others back. The same file sent twice keeps once.
 */
export async function takeIn(tx: Writing, actor: Actor, id: string, file: ReadFile, today: string, origin: string): Promise<TakenIn> {
  const known = await knownOf(tx, actor, id);
  if (!known) return { refusal: "not-in-force" };
  const { stamp } = file;
  if (stamp.format > sheetFormat) return { refusal: "newer-format" };
  if (stamp.plan !== id) return { refusal: "other-plan" };
  if (stamp.version !== known.version) return { refusal: "other-version" };
  if (stamp.reader !== readerOf(actor)) return { refusal: "other-reader" };
  const problems: SheetProblem[] = [...file.problems];
  const problem = (kind: SheetProblem["kind"], row: number, column: ColumnId, value: string): SheetProblem => ({ kind, sheet: file.sheet, row, column, letter: file.letters[column] ?? "", value: value.slice(0, 120) });
  const drafts: { readonly key: string; readonly row: number; readonly id: string; readonly draft: Parameters<typeof submitReport>[4] }[] = [];
  const foreign = new Set(await foreignKeys(tx, file.rows.map(({ key }) => key).filter((key) => !known.nodes.has(key))));
  let again = 0;
  for (const { key, row, entry } of file.rows) {
    if (!known.nodes.has(key) || !known.rows.has(key)) {
      problems.push(problem(foreign.has(key) ? "foreign-code" : "unknown-code", row, "key", key));
      continue;
    }
    const base = file.bases.get(key) ?? { upon: known.rows.get(key)?.upon ?? "", entry: blankEntry };
    const reportId = idOf(readerOf(actor), key, base.upon, entry);
    if (known.own.get(key)?.id === reportId) {
      again += 1;
      continue;
    }
    const judged = judgeRow(entry, base, known.rows.get(key) ?? { kind: "closed", upon: "" }, known.plan, today, origin);
    if (judged.kind === "problems") for (const each of judged.problems) problems.push(problem(each.kind, row, each.column, each.value));
    if (judged.kind === "report") {
      const { evidenceUrl } = judged.draft;
      const shown = evidenceUrl === undefined ? [] : await evidenceFor(tx, actor, { evidenceUrl, evidenceDocument: null, country: actor.kind === "member" ? (actor.country ?? null) : null });
      if (shown.some(({ kind }) => kind === "closed")) problems.push(problem("closed-link", row, "link", evidenceUrl ?? ""));
      drafts.push({ key, row, id: reportId, draft: { ...judged.draft, id: reportId } });
    }
  }
  if (problems.length > 0) return { problems: problems.toSorted((one, other) => one.row - other.row) };
  if (drafts.length === 0) return again > 0 ? { kept: 0, again } : { refusal: "nothing-changed" };
  if (drafts.length > mostReports) return { refusal: "too-many" };
  const refused: SheetProblem[] = [];
  for (const { key, row, draft } of drafts) {
    const outcome = await submitReport(tx, actor, id, key, draft, today);
    if (!("kept" in outcome)) refused.push(problem("refusal" in outcome ? "not-yours" : "refused", row, "figure", draft.figure));
  }
  if (refused.length > 0) throw new NothingKept(refused);
  return { kept: drafts.length, again };
}

/** As many reports as one file brings; more than any plan of a year has rows. */
const mostReports = 1000;

/** Keys that belong to another plan that the reader may know of. */
async function foreignKeys(tx: Reading, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await tx.selectFrom("planning.node").select("key").distinct().where("key", "in", [...keys]).execute();
  return rows.map(({ key }) => key);
}

/** The same words upon the same report make the same report, however often the file is sent. */
function idOf(reader: string, key: string, upon: string, entry: Entry): string {
  const hex = createHash("sha256").update(JSON.stringify([reader, key, upon, entry])).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
