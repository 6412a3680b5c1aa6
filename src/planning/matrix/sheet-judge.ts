import { evidenceAddress } from "../progress/evidence.ts";
import { type FigureKind, type ReportDraft, draftProblems } from "../progress/report.ts";
import { type Entry, type EntryColumn, entryColumns } from "./sheet.ts";
import type { SheetProblemKind } from "./sheet-problem.ts";
import type { Base } from "./sheet-stamp.ts";

/** What the platform knows of a row when its file comes back. */
export interface KnownRow {
  readonly kind: FigureKind | "closed";
  /** Why the reader does not report on it. */
  readonly closed?: "measured" | "not-yours";
  /** Id of the reader's own newest report; empty where there is none. */
  readonly upon: string;
}

/** What a row means: nothing new, something to mend, or a report to keep. */
export type Judged =
  | { readonly kind: "same" }
  | { readonly kind: "problems"; readonly problems: readonly { readonly kind: SheetProblemKind; readonly column: EntryColumn | "key"; readonly value: string }[] }
  | { readonly kind: "report"; readonly draft: Omit<ReportDraft, "id"> };

/** The columns in which a row says something else than when it was written. A blank cell erases nothing. */
export function changedColumns(entry: Entry, base: Entry): EntryColumn[] {
  return entryColumns.filter((id) => entry[id] !== "" && entry[id] !== base[id]);
}

const fields: Readonly<Record<string, EntryColumn>> = { from: "from", until: "until", figure: "figure", narrative: "narrative", whyNot: "whyNot", stateOf: "state" };

/**
 * Decides what a row that came back means, by the rules of reporting. What was left blank keeps what it was; a state that was not
 * chosen again follows the figure when the figure changed. `plan` and `today` as `draftProblems` takes them.
 */
export function judgeRow(entry: Entry, base: Base, known: KnownRow, plan: { readonly from: string; readonly until: string }, today: string, origin: string): Judged {
  const changed = changedColumns(entry, base.entry);
  if (changed.length === 0) return { kind: "same" };
  const at = changed[0] ?? "figure";
  const fail = (kind: SheetProblemKind, column: EntryColumn | "key", value: string): Judged => ({ kind: "problems", problems: [{ kind, column, value }] });
  if (known.kind === "closed") return fail(known.closed ?? "not-yours", at, entry[at]);
  if (known.upon !== base.upon) return fail("moved-on", at, entry[at]);
  const whole: Entry = Object.fromEntries(entryColumns.map((id) => [id, entry[id] === "" ? base.entry[id] : entry[id]])) as unknown as Entry; // every column is given
  const followsFigure = known.kind === "progress" && (whole.state === "" || (changed.includes("figure") && !changed.includes("state") && whole.state !== "given-up"));
  const state = followsFigure ? (Number(whole.figure) >= 100 ? "done" : Number(whole.figure) === 0 ? "not-begun" : "under-way") : whole.state;
  const link = whole.link === "" ? "" : evidenceAddress(whole.link, origin);
  if (link === undefined) return fail("bad-link", "link", whole.link);
  const draft = { from: whole.from, until: whole.until, figure: whole.figure, stateOf: state, narrative: whole.narrative, whyNot: whole.whyNot, ...(link === "" ? {} : { evidenceUrl: link }) };
  const missing = ([["figure", "figure-needed"], ["from", "period-needed"], ["until", "period-needed"], ["narrative", "narrative-needed"]] as const).filter(([id]) => whole[id].trim() === "");
  if (missing.length > 0) return { kind: "problems", problems: missing.map(([column, kind]) => ({ kind, column, value: "" })) };
  const found = Object.entries(draftProblems({ ...draft, id: "" }, known.kind, plan, today)).flatMap(([field, words]) => {
    const column = fields[field] ?? "figure";
    return words.map((word) => ({ kind: kindOf(word, known.kind as FigureKind), column, value: column === "state" ? state : whole[column] })); // closed rows went away above
  });
  // A figure that cannot be is said once; that its state does not fit it follows from that.
  const isFigureBad = found.some(({ kind }) => kind.startsWith("figure-"));
  const problems = found.filter(({ kind }) => !(isFigureBad && kind === "state-figure"));
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "report", draft };
}

function kindOf(word: string, figure: FigureKind): SheetProblemKind {
  switch (word) {
    case "not-a-day":
    case "period-reversed":
    case "period-ahead":
    case "period-outside":
    case "too-long":
    case "why-needed":
      return word;
    case "needed":
      return "narrative-needed";
    case "choose":
      return "unknown-state";
    case "done-is-100":
    case "not-begun-is-0":
    case "whole-is-done":
      return "state-figure";
    default:
      return figure === "count" ? "figure-count" : figure === "milestone" ? "figure-milestone" : "figure-range";
  }
}
