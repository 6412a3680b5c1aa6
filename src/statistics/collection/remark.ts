import type { RemarkRefusal } from "./refusal.ts";

/** Words about a cell, a warning or the whole submission. They are kept for ever; a correction is another remark. */
export interface Remark {
  readonly id: string;
  readonly round: number;
  readonly kind: "comment" | "return-reason" | "reply" | "explanation";
  /** Address of the cell; undefined when the whole submission is meant. */
  readonly cell?: string;
  /** Key of the warning that an explanation answers. */
  readonly finding?: string;
  /** Id of the remark that a reply answers. */
  readonly answers?: string;
  readonly body: string;
  readonly account: string;
  readonly author: string;
  readonly office: string;
  readonly at: Date;
}

/** What is wrong with the words of a remark; undefined when nothing is. */
export function faultOfWords(body: string): RemarkRefusal | undefined {
  if (body.trim() === "") return "nothing-written";
  return body.length > 4000 ? "too-long" : undefined;
}

/** The explanation of each warning that has one; the last word counts. */
export function explanations(remarks: readonly Remark[]): Map<string, Remark> {
  return new Map(remarks.flatMap((remark) => (remark.kind === "explanation" && remark.finding ? [[remark.finding, remark]] : [])));
}

/** Return reasons that the country has not answered yet. */
export function openReasons(remarks: readonly Remark[]): Remark[] {
  const answered = new Set(remarks.filter((each) => each.kind === "reply" && each.office !== "secretariat").map((each) => each.answers));
  return remarks.filter((remark) => remark.kind === "return-reason" && !answered.has(remark.id));
}
