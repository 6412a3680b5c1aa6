import { type Actor, type Text, isDay } from "#basics";

/** Whose account it is: of the coalition over two years, or of an office that ends its term. */
export const accountabilityKinds = ["biennial", "presidency-term", "secretariat-term"] as const;
export type AccountabilityKind = (typeof accountabilityKinds)[number];

/** What a report goes through: written, approved by a plenary, in the archive. */
export type AccountabilityState = "draft" | "approved" | "archived";

/** An accountability report and how far it is. Days are ISO days, both of a period in it. */
export interface Accountability {
  readonly id: string;
  readonly kind: AccountabilityKind;
  /** 'RENDICION-CORETT-2024-2025'. */
  readonly number: string;
  readonly title: Text;
  readonly from: string;
  readonly until: string;
  /** The plans that it spans. */
  readonly plans: readonly string[];
  readonly state: AccountabilityState;
  readonly approvedIn: string | null;
  readonly motion: string | null;
  readonly approvedOn: string | null;
  /** SHA-256 over what was approved in both languages, in hexadecimal. */
  readonly digest: string | null;
  /** Id of the document in the archive. */
  readonly document: string | null;
}

/** A report as it is begun. */
export interface AccountabilityDraft {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly titleEs: string;
  readonly titleEn: string;
  readonly from: string;
  readonly until: string;
  readonly plans: readonly string[];
}

/** Why an act on a report is not possible. */
export type AccountabilityRefusal = "not-yours" | "unknown-report" | "number-taken" | "approved-already" | "errors-open" | "not-decided" | "motion-used" | "changed" | "not-approved" | "nothing-to-retry";

/** Who leads: secretariat and presidency begin, write and have a report approved. Policies hold the same. */
export function mayKeepReports(actor: Actor): actor is Extract<Actor, { kind: "member" }> {
  return actor.kind === "member" && (actor.office === "secretariat" || actor.office === "presidency");
}

/** What is wrong with a draft by field; the words are keys of the page's problems. `known` are the plans that there are. */
export function draftProblems(draft: AccountabilityDraft, known: readonly string[]): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  if (!accountabilityKinds.some((kind) => kind === draft.kind)) problems["kind"] = ["kindMissing"];
  if (!/^[A-Z]+(-[A-Z0-9]+)*$/.test(draft.number) || draft.number.length > 80) problems["number"] = ["numberBad"];
  if (draft.titleEs.trim() === "" || draft.titleEs.length > 300) problems["title-es"] = ["titleMissing"];
  if (draft.titleEn.trim() === "" || draft.titleEn.length > 300) problems["title-en"] = ["titleMissing"];
  if (!isDay(draft.from)) problems["from"] = ["dayBad"];
  if (!isDay(draft.until)) problems["until"] = ["dayBad"];
  else if (isDay(draft.from) && draft.until <= draft.from) problems["until"] = ["periodReversed"];
  if (draft.plans.length === 0 || draft.plans.some((plan) => !known.includes(plan))) problems["plans"] = ["plansMissing"];
  return problems;
}

/** The longest narrative of one part, in letters. */
export const longestText = 40_000;

/** The written parts of a report in their order: an axis has one where the plans have it. */
export function partsOf(axes: readonly string[]): string[] {
  return ["introduction", ...axes.map((code) => `axis-${code}`), "not-done", "conclusions"];
}
